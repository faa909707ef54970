"""Where a library lies on disk."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs

_DATABASE_NAME = "library.sqlite"
_DATABASE_SUFFIXES = frozenset({".db", ".sqlite", ".sqlite3"})


@dataclass(frozen=True, slots=True)
class LibraryPlace:
    """The files of one library: the SQLite `database` and the folder of `thumbnails`."""

    database: Path
    thumbnails: Path

    @property
    def text_vectors(self) -> Path:
        """The folder of what models make of texts; it can be deleted at any time."""
        prefix = self.thumbnails.name.removesuffix("thumbnails")
        return self.thumbnails.with_name(f"{prefix}text-vectors")

    @classmethod
    def at(cls, path: Path) -> "LibraryPlace":
        """The library at `path`: a folder, or a SQLite file ending in .db, .sqlite or .sqlite3."""
        path = path.expanduser().absolute()
        if path.name == _DATABASE_NAME and not path.is_dir():
            path = path.parent
        elif path.is_file() or (path.suffix.lower() in _DATABASE_SUFFIXES and not path.is_dir()):
            return cls(path, path.with_name(f"{path.stem}.thumbnails"))
        return cls(path / _DATABASE_NAME, path / "thumbnails")

    @classmethod
    def default(cls) -> "LibraryPlace":
        """The library in the user's own data folder."""
        return cls.at(platformdirs.user_data_path("Photo Organizer", appauthor=False))
