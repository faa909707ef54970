"""Files pictures anew from their vectors, when what tags follow from has changed."""

from collections.abc import Callable, Sequence

from organizer.indexing.hashtag_options import HASHTAGS_STATE, HASHTAGS_UNTIL
from organizer.indexing.progress import Control
from organizer.indexing.refiling import Refiler
from organizer.indexing.tagger import Tagger, Taggers, category_digest, hashtag_digest
from organizer.library.reader import LibraryReader
from organizer.library.writer import LibraryWriter
from organizer.tagging.broken_rules import broken_rules

_AT_ONCE = 2000

_Digests = tuple[tuple[str, str], tuple[str, str]]


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
        self._refiler = Refiler(reader, writer, on_change, on_refiled)
        self._state: tuple[object, ...] = ()
        self._known: _Digests = (("", ""), ("", ""))

    def is_outdated(self, model: str) -> bool:
        """Whether any tags made with `model` no longer hold."""
        if not self._reader.counts().ready:
            return False
        return any(self._reader.setting(key) != digest for key, digest in self._digests(model))

    def understood(self, media_ids: Sequence[int]) -> None:
        """Takes note that these pictures were looked at and filed."""
        self._refiler.forget(media_ids)

    def _digests(self, model: str) -> _Digests:
        """Under which setting it is kept of what state the categories and suggestions are."""
        categories = self._reader.categories()
        state = (model, categories, self._reader.data_version)
        # They are asked for twice for each edit, and read all hashtags.
        if state != self._state:
            self._known = (
                ("category_digest", category_digest(self._reader, model, categories)),
                (HASHTAGS_STATE, hashtag_digest(self._reader, model)),
            )
            self._state = state
        return self._known

    def retag(self, model: str, taggers: Taggers, control: Control) -> None:
        """Files known pictures anew from their vectors of `model`, where tags no longer hold.

        Raises Cancelled when asked to stop; the next call files anew again, and goes on with the
        suggestions, which take a hundred times as long.
        """
        (category_key, categories), (hashtag_key, hashtags) = self._digests(model)
        if self._reader.setting(category_key) != categories:
            self._begin(category_key)
            self._tell_broken_rules()
            self._refiler.file_anew(model, taggers.categorizer(), control)
            self._writer.set_setting(category_key, categories)
        if self._reader.setting(hashtag_key) != hashtags:
            self._begin(hashtag_key)
            try:
                self._suggest_anew(model, taggers.tagger(), hashtags, control)
            finally:
                self._refiler.forget()
            with self._writer.together():
                self._writer.set_setting(hashtag_key, hashtags)
                self._writer.set_setting(HASHTAGS_UNTIL, None)

    def _tell_broken_rules(self) -> None:
        if self._writer.set_category_problems(broken_rules(self._reader.categories())):
            self._on_change()

    def _begin(self, key: str) -> None:
        """Remembers that tags are neither of the state before nor of a new one.

        Whoever takes back an edit while pictures are filed as it says would otherwise be left with
        half of them.
        """
        if self._reader.setting(key):
            self._writer.set_setting(key, "")

    def _suggest_anew(self, model: str, tagger: Tagger, digest: str, control: Control) -> None:
        ids, vectors = self._reader.vectors.of(model)
        until = self._reader.setting(HASHTAGS_UNTIL)
        if isinstance(until, list) and until[0] == digest:
            left = ids > until[1]
            ids, vectors = ids[left], vectors[left]
        for start in range(0, len(ids), _AT_ONCE):
            control.check()
            chunk = [int(media_id) for media_id in ids[start : start + _AT_ONCE]]
            hashtags = self._reader.own_hashtags.of(chunk)
            rejected = self._reader.own_hashtags.rejected_for(chunk)
            written = self._reader.descriptions.of(chunk)
            tags = tagger.tags(
                vectors[start : start + _AT_ONCE],
                [hashtags.get(media_id, ()) for media_id in chunk],
                [rejected.get(media_id, ()) for media_id in chunk],
                [written.get(media_id, "") for media_id in chunk],
            )
            made = list(zip(chunk, tags, strict=True))
            with self._writer.together():
                self._writer.store_tags(
                    [(media_id, tags.categories, tags.suggestions) for media_id, tags in made],
                    model,
                )
                self._writer.store_doubts({media_id: tags.doubt for media_id, tags in made})
                self._writer.store_misfits({media_id: tags.misfits for media_id, tags in made})
                self._writer.set_setting(HASHTAGS_UNTIL, [digest, chunk[-1]])
            self._on_change()
