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
    """Folds by subject, None where the rules decide: see migrations.let_the_user_edit."""

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
    | Several
)
