"""How well hashtags are suggested for labelled photographs, and how well misfits are told.

PHOTOS_DIR holds `photos/` and `labels.csv` with the columns file and objects (COCO's names, spaces
between). A right hashtag is one whose entry of the vocabulary means one of the objects, by this
rule, written before the first measurement:

* exact: the thing itself, or a kind of it ("a cake", "a birthday cake" for cake);
* scene: also what holds of every photograph that is about the thing: the wider kind ("a wild
  animal" for zebra), the room or the sport that the thing is made for ("a bathroom" for toilet).

A person makes no hashtag right: photographs with nothing else labelled are left out. The vocabulary
was written with COCO's names of things at hand, but not for these photographs. Three numbers were
chosen on them: where misfits begin, how a selection is weighed, and how alike a picture must be to
lend its hashtags.
"""

import argparse
import csv
import json
import sys
import time
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from organizer.tagging.neighbours import Neighbours
from organizer.tagging.records import HashtagSuggestion, SuggestionReason
from organizer.tagging.relevance import Fit, RelevanceJudge
from organizer.tagging.suggestions import Suggester, encode_vocabulary
from organizer.tagging.vocabulary import load_vocabulary
from organizer.vectors import FloatArray
from organizer.vision.decoding import decode_picture
from organizer.vision.models import DEFAULT_MODEL, load_encoder

_MAPPING = Path(__file__).with_name("coco_hashtags.toml")
RIGHT: dict[str, dict[str, list[str]]] = tomllib.loads(_MAPPING.read_text(encoding="utf-8"))
_LARGEST_SELECTION = 4


def main() -> None:
    """Prints recall in the first five, the area under ROC of relevance, and times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="PHOTOS_DIR")
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--show", action="store_true", help="list what is suggested for each")
    options = parser.parse_args()
    result = measure(options.folder, options.model, show=options.show)
    if options.json:
        print(json.dumps(result, indent=2))
    else:
        print("\n".join(f"{name:44} {value}" for name, value in result.items()))


def measure(folder: Path, model: str, *, show: bool) -> dict[str, object]:
    """The figures for the photographs in `folder`."""
    with (folder / "labels.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    encoder = load_encoder(model)
    images = []
    for row in rows:
        with (folder / "photos" / row["file"]).open("rb") as stream:
            images.append(decode_picture(stream, row["file"], encoder.image_size).image)
    batches = [encoder.encode_images(images[at : at + 16]) for at in range(0, len(images), 16)]
    vectors = np.concatenate(batches)
    begin = time.perf_counter()
    vocabulary_vectors = encode_vocabulary(encoder)
    vocabulary_seconds = time.perf_counter() - begin
    suggester = Suggester(encoder, [], vocabulary_vectors=vocabulary_vectors)
    judge = RelevanceJudge(encoder, vocabulary_vectors=vocabulary_vectors)
    objects = [row["objects"].split() for row in rows]
    return {
        "model": encoder.name,
        "vocabulary encoded once, s": round(vocabulary_seconds, 2),
        **_recall(suggester, vectors, objects, show=show),
        **_relevance(judge, vectors, objects),
        **_selections(suggester, vectors, objects),
        **_neighbours(vectors, objects, suggester),
    }


def _recall(
    suggester: Suggester, vectors: FloatArray, objects: Sequence[Sequence[str]], *, show: bool
) -> dict[str, object]:
    counted = exact = scene = suggested = 0
    seconds = []
    for vector, names in zip(vectors, objects, strict=True):
        begin = time.perf_counter()
        (suggestions,) = suggester.suggest(vector[None], [()])
        seconds.append(time.perf_counter() - begin)
        said = _phrases(suggestions)
        if show:
            print(" ".join(names), "->", " ".join(one.hashtag for one in suggestions))
        if _right(names, scene=True):
            counted += 1
            suggested += len(suggestions)
            exact += bool(said & _right(names, scene=False))
            scene += bool(said & _right(names, scene=True))
    return {
        "photographs": counted,
        "right hashtag in the first five (scene)": round(scene / counted, 3),
        "right hashtag in the first five (exact)": round(exact / counted, 3),
        "suggestions per photograph": round(suggested / counted, 2),
        "one suggestion, median ms": round(float(np.median(seconds)) * 1000, 2),
        "one suggestion, slowest ms": round(max(seconds) * 1000, 2),
    }


def _relevance(
    judge: RelevanceJudge, vectors: FloatArray, objects: Sequence[Sequence[str]]
) -> dict[str, object]:
    """Exact hashtags against those of every entry that is not right by the wider rule."""
    entries = load_vocabulary().entries
    hashtags = [entry.ko[0] for entry in entries]
    phrases = np.array([entry.phrase for entry in entries])
    right: list[FloatArray] = []
    wrong: list[FloatArray] = []
    misfits_of_right = []
    misfits_of_wrong = []
    begin = time.perf_counter()
    for vector, names in zip(vectors, objects, strict=True):
        judged = judge.judge(vector, hashtags)
        scores = np.array([one.score for one in judged], np.float32)
        misfits = np.array([one.fit is Fit.MISFIT for one in judged])
        is_right = np.isin(phrases, sorted(_right(names, scene=False)))
        is_wrong = ~np.isin(phrases, sorted(_right(names, scene=True)))
        right.append(scores[is_right])
        wrong.append(scores[is_wrong])
        misfits_of_right.append(misfits[is_right])
        misfits_of_wrong.append(misfits[is_wrong])
    seconds = time.perf_counter() - begin
    return {
        "relevance, area under ROC": round(_area(np.concatenate(right), np.concatenate(wrong)), 3),
        "right hashtags called misfits": round(float(np.concatenate(misfits_of_right).mean()), 3),
        "random hashtags called misfits": round(float(np.concatenate(misfits_of_wrong).mean()), 3),
        "judging one hashtag, ms": round(seconds / len(vectors) / len(hashtags) * 1000, 4),
    }


def _selections(
    suggester: Suggester, vectors: FloatArray, objects: Sequence[Sequence[str]]
) -> dict[str, object]:
    """Of photographs chosen together, how many get a right hashtag among the five for all."""
    chance = np.random.default_rng(3)
    showing: dict[str, list[int]] = defaultdict(list)
    for index, names in enumerate(objects):
        for name in set(names) - {"person"}:
            showing[name].append(index)
    alike = [
        chance.choice(showing[name], min(_LARGEST_SELECTION, len(showing[name])), replace=False)
        for name in sorted(showing)
        if len(showing[name]) > 1
        for _ in range(3)
    ]
    mixed = [chance.choice(len(vectors), 3, replace=False) for _ in range(120)]
    covered: dict[str, object] = {}
    for title, selections in (("with a thing in common", alike), ("of anything", mixed)):
        shares = []
        for selection in selections:
            suggestions = suggester.suggest_for_selection(vectors[selection], ())
            said = _phrases(suggestions)
            right = [bool(said & _right(objects[index], scene=True)) for index in selection]
            shares.append(np.mean(right))
        covered[f"selections {title}: right for"] = round(float(np.mean(shares)), 3)
    return covered


def _neighbours(
    vectors: FloatArray, objects: Sequence[Sequence[str]], suggester: Suggester
) -> dict[str, object]:
    """Each photograph left out in turn, the things in the others as the user's hashtags."""
    hashtags = [[name for name in names if name != "person"] for names in objects]
    suggested = right = 0
    for index, vector in enumerate(vectors):
        others = [other for other in range(len(vectors)) if other != index]
        library = Neighbours(vectors[others], [hashtags[other] for other in others])
        (suggestions,) = suggester.suggest(vector[None], [()], neighbours=library)
        similar = {one.hashtag for one in suggestions if one.reason is SuggestionReason.SIMILAR}
        suggested += len(similar)
        right += len(similar & set(hashtags[index]))
    return {
        "hashtags from similar pictures": suggested,
        "of these right": round(right / suggested, 3),
    }


def _phrases(suggestions: Sequence[HashtagSuggestion]) -> set[str]:
    entries = [load_vocabulary().entry_of(suggestion.hashtag) for suggestion in suggestions]
    return {entry.phrase for entry in entries if entry is not None}


def _right(names: Sequence[str], *, scene: bool) -> set[str]:
    """The phrases that are right for a photograph of things with COCO's `names`."""
    kinds = ("exact", "scene") if scene else ("exact",)
    return {phrase for name in names for kind in kinds for phrase in RIGHT[name][kind]}


def _area(right: FloatArray, wrong: FloatArray) -> float:
    """How often a right one scores higher than a wrong one, ties counted half."""
    ordered = np.sort(wrong)
    below = np.searchsorted(ordered, right, "left") + np.searchsorted(ordered, right, "right")
    return float(below.mean() / 2 / len(wrong))


if __name__ == "__main__":
    main()
