"""Hashtags of a caption that its pictures do not show are found while pictures are looked at."""

from pathlib import Path

from organizer.indexing.hashtag_options import HashtagOptions, read_options
from organizer.indexing.indexer import Indexer
from organizer.library.edits import DecideHashtags
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.records import MediaDetail
from organizer.tagging.records import SuggestionReason


def tag_all(export: Path, hashtags: str) -> None:
    """Adds hashtags to every caption of the export."""
    for path in export.rglob("posts_1.json"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('"title": "', f'"title": "{hashtags} '), encoding="utf-8")


def details(place: LibraryPlace, chosen: Filter | None = None) -> list[MediaDetail]:
    with LibraryReader(place) as reader:
        return list(reader.details(reader.listing(chosen or Filter()).ids))


def test_what_no_picture_of_a_post_shows_is_a_misfit(own_sample: Path, place: LibraryPlace):
    tag_all(own_sample, "#giraffe #follow4follow")
    with Indexer(place) as indexer:
        indexer.add(own_sample)
        indexer.understand()
        misfitting = details(place, Filter(has_misfits=True))
        assert misfitting
        assert {hashtag for one in misfitting for hashtag in one.misfits} >= {"giraffe"}
        assert not any("follow4follow" in one.misfits for one in misfitting)
        cats = [one for one in details(place) if {"cat", "고양이"} & set(one.hashtags)]
        assert cats
        assert not any({"cat", "고양이"} & set(one.misfits) for one in cats)
        # What the user says fits is none any more.
        first = misfitting[0]
        indexer.apply(DecideHashtags((first.id,), first.misfits, is_wanted=True))
        assert first.id not in {one.id for one in details(place, Filter(has_misfits=True))}


def test_other_options_suggest_anew_without_opening_a_picture(
    own_sample: Path, place: LibraryPlace
):
    with Indexer(place) as indexer:
        indexer.add(own_sample)
        indexer.understand()
        assert max(len(one.suggestions) for one in details(place)) <= 5
        for path in own_sample.rglob("*.jpg"):
            path.unlink()
        options = HashtagOptions(limit=12, language="en", groups=("food",))
        indexer.set_options(options)
        indexer.understand()
        with LibraryReader(place) as reader:
            assert read_options(reader) == options
    suggested = [one.suggestions for one in details(place)]
    assert max(map(len, suggested)) == 12
    popular = {tag.hashtag for tags in suggested for tag in tags
               if tag.reason is SuggestionReason.POPULAR}  # fmt: skip
    assert popular
    assert any(hashtag.isascii() for hashtag in popular)


def test_a_refused_hashtag_is_not_suggested_again_and_less_for_others(
    own_sample: Path, place: LibraryPlace
):
    with Indexer(place) as indexer:
        indexer.add(own_sample)
        indexer.understand()
        offered = [one for one in details(place) if one.suggestions]
        refused = offered[0].suggestions[0].hashtag
        everywhere = tuple(one.id for one in offered)
        indexer.apply(DecideHashtags(everywhere, (refused,), is_wanted=False))
        indexer.set_options(HashtagOptions(limit=30))
        indexer.understand()
        with LibraryReader(place) as reader:
            assert reader.own_hashtags.weights()[refused.casefold()] < 1
    assert not any(refused == tag.hashtag for one in details(place) for tag in one.suggestions)


def test_the_advisor_suggests_for_several_pictures_and_previews_a_category(
    own_sample: Path, place: LibraryPlace
):
    with Indexer(place) as indexer:
        indexer.add(own_sample)
        indexer.understand()
        advisor = indexer.advisor()
        ids = [one.id for one in details(place)]
        for_all = advisor.suggest(ids[:3])
        assert 0 < len(for_all) <= 5
        with LibraryReader(place) as reader:
            pets = next(one for one in reader.categories() if one.id == "pets")
            filed = {int(one) for one in reader.listing(Filter(categories=("pets",))).ids}
        assert set(advisor.preview(pets).tolist()) == filed
