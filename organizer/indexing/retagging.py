"""Files pictures anew from their vectors, when what tags follow from has changed."""

from collections.abc import Callable

from organizer.indexing.progress import Control
from organizer.indexing.tagger import Tagger, Taggers, category_digest, hashtag_digest
from organizer.library.reader import LibraryReader
from organizer.library.writer import LibraryWriter
from organizer.tagging.categorizer import Categorizer
from organizer.tagging.records import CategoryScore
from organizer.tagging.review import doubt_of

_AT_ONCE = 2000
# Scores are shown in whole per cents.
_VISIBLE = 0.005


class Retagger:
    """Keeps tags up to date with words, vocabulary and what the user decides; opens no picture.

    `on_change` hears of every change that a reader can see, `on_refiled` how many pictures changed
    their categories.
    """

    def __init__(
        self,
        reader: LibraryReader,
        writer: LibraryWriter,
        on_change: Callable[[], None],
        on_refiled: Callable[[int], None],
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._on_change = on_change
        self._on_refiled = on_refiled

    def is_outdated(self, model: str) -> bool:
        """Whether any tags made with `model` no longer hold."""
        if not self._reader.counts().ready:
            return False
        return any(self._reader.setting(key) != digest for key, digest in self._digests(model))

    def _digests(self, model: str) -> tuple[tuple[str, str], tuple[str, str]]:
        """Under which setting it is kept of what state the categories and suggestions are."""
        return (
            ("category_digest", category_digest(self._reader, model)),
            ("hashtag_digest", hashtag_digest(self._reader, model)),
        )

    def retag(self, model: str, taggers: Taggers, control: Control) -> None:
        """Files known pictures anew from their vectors of `model`, where tags no longer hold.

        Raises Cancelled when asked to stop; the next call begins anew.
        """
        (category_key, categories), (hashtag_key, hashtags) = self._digests(model)
        if self._reader.setting(hashtag_key) != hashtags:
            self._suggest_anew(model, taggers.tagger(), control)
        elif self._reader.setting(category_key) != categories:
            self._file_anew(model, taggers.categorizer(), control)
        self._writer.set_setting(category_key, categories)
        self._writer.set_setting(hashtag_key, hashtags)

    def _suggest_anew(self, model: str, tagger: Tagger, control: Control) -> None:
        ids, vectors = self._reader.embeddings(model)
        for start in range(0, len(ids), _AT_ONCE):
            control.check()
            chunk = [int(media_id) for media_id in ids[start : start + _AT_ONCE]]
            hashtags = self._reader.hashtags_of(chunk)
            rejected = self._reader.rejected_hashtags(chunk)
            tags = tagger.tags(
                vectors[start : start + _AT_ONCE],
                [hashtags.get(media_id, ()) for media_id in chunk],
                [rejected.get(media_id, ()) for media_id in chunk],
            )
            made = list(zip(chunk, tags, strict=True))
            self._writer.store_tags([(media_id, *tags[:2]) for media_id, tags in made], model)
            self._writer.store_doubts({media_id: tags[2] for media_id, tags in made})
            self._on_change()

    def _file_anew(self, model: str, categorizer: Categorizer, control: Control) -> None:
        """Files all pictures as the user's decisions teach; tells how many changed."""
        ids, vectors = self._reader.embeddings(model)
        refiled = 0
        for start in range(0, len(ids), _AT_ONCE):
            control.check()
            chunk = [int(media_id) for media_id in ids[start : start + _AT_ONCE]]
            before = self._reader.model_categories(chunk)
            scores = categorizer.scores(vectors[start : start + _AT_ONCE])
            after = dict(zip(chunk, categorizer.assign(scores), strict=True))
            moved = {
                media_id: scored
                for media_id, scored in after.items()
                if _differs(before.get(media_id, {}), scored)
            }
            refiled += sum(
                before.get(media_id, {}).keys() != {one.category_id for one in scored}
                for media_id, scored in moved.items()
            )
            self._writer.store_categories_of(moved, model)
            self._writer.store_doubts(dict(zip(chunk, doubt_of(scores).tolist(), strict=True)))
        self._on_change()
        if refiled:
            self._on_refiled(refiled)


def _differs(before: dict[str, float], after: tuple[CategoryScore, ...]) -> bool:
    """Whether anybody would see that a picture is filed otherwise than before."""
    now = {one.category_id: one.score for one in after}
    return now.keys() != before.keys() or any(
        abs(score - before[category_id]) > _VISIBLE for category_id, score in now.items()
    )
