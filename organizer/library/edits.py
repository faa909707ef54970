"""What the user can change, as values: each is applied whole, and its opposite takes it back."""

from dataclasses import dataclass

from organizer.tagging.records import Category


@dataclass(frozen=True, slots=True)
class DecideCategory:
    """Pictures belong to a category, or do not, or nothing is said of it any more (None)."""

    media_ids: tuple[int, ...]
    category_id: str
    is_in: bool | None


@dataclass(frozen=True, slots=True)
class DecideHashtags:
    """Hashtags, without #, are wanted for pictures, or not, or nothing is said any more (None)."""

    media_ids: tuple[int, ...]
    hashtags: tuple[str, ...]
    is_wanted: bool | None


@dataclass(frozen=True, slots=True)
class SetFavourite:
    """Pictures are favourites of the user's, or are not."""

    media_ids: tuple[int, ...]
    is_favourite: bool


@dataclass(frozen=True, slots=True)
class SaveCategory:
    """A category is new, or another than before, or back again."""

    category: Category


@dataclass(frozen=True, slots=True)
class RemoveCategory:
    """A category is there no more; what was decided about it comes back when it does."""

    category_id: str


@dataclass(frozen=True, slots=True)
class ForgetDecisions:
    """Nothing is said any more of a category, or of any: what was learned from it is unlearned."""

    category_id: str | None = None


@dataclass(frozen=True, slots=True)
class MergeHashtags:
    """`hashtags`, in all their spellings, are the same as `into`."""

    hashtags: tuple[str, ...]
    into: str


@dataclass(frozen=True, slots=True)
class SeparateHashtag:
    """One spelling is a hashtag of its own."""

    hashtag: str


@dataclass(frozen=True, slots=True)
class ChangeFolds:
    """Folds by subject, None where the rules decide: see let_the_user_edit in migrations."""

    changes: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class KeepApart:
    """Two hashtags are not one, and are not proposed as one again (unless `is_apart` is False)."""

    first: str
    second: str
    is_apart: bool = True


@dataclass(frozen=True, slots=True)
class ServiceTags:
    """What a vision-language service says of a picture: ids of categories, and hashtags without #.

    With neither it has said nothing.
    """

    media_id: int
    categories: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetServiceTags:
    """What a service said of pictures before is replaced by `tags`."""

    tags: tuple[ServiceTags, ...]


@dataclass(frozen=True, slots=True)
class CreateAlbum:
    """There is an album called `name`, with these pictures in it; see album_storage.new_album_id.

    Where the name is taken, the pictures come into the album that has it. When an album comes back,
    `positions` are those of its pictures, `place` is its own, `created_at` in Unix seconds.
    """

    album_id: int
    name: str
    media_ids: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    place: int | None = None
    created_at: int | None = None


@dataclass(frozen=True, slots=True)
class RenameAlbum:
    """An album has another name; nothing happens where that is taken or empty."""

    album_id: int
    name: str


@dataclass(frozen=True, slots=True)
class RemoveAlbum:
    """An album is there no more; its pictures stay."""

    album_id: int


@dataclass(frozen=True, slots=True)
class AddToAlbum:
    """Pictures are in an album, after those there are, or at the `positions` where they were."""

    album_id: int
    media_ids: tuple[int, ...]
    positions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveFromAlbum:
    """Pictures are not in an album any more."""

    album_id: int
    media_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class KeepDistinct:
    """No two of these pictures are duplicates (unless `is_distinct` is False).

    A single one means that the copies of its file are no duplicates to the user.
    """

    media_ids: tuple[int, ...]
    is_distinct: bool = True


AlbumEdit = CreateAlbum | RenameAlbum | RemoveAlbum | AddToAlbum | RemoveFromAlbum


@dataclass(frozen=True, slots=True)
class Several:
    """Edits that are one to the user."""

    edits: tuple["Edit", ...]


Edit = (
    DecideCategory
    | DecideHashtags
    | SetFavourite
    | SaveCategory
    | RemoveCategory
    | ForgetDecisions
    | MergeHashtags
    | SeparateHashtag
    | ChangeFolds
    | KeepApart
    | SetServiceTags
    | AlbumEdit
    | KeepDistinct
    | Several
)
