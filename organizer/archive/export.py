"""One export on disk, opened for reading and for nothing else."""

import json
from pathlib import Path
from typing import BinaryIO

from organizer.archive.content_json import PostList, read_posts
from organizer.archive.errors import UnreadableFile
from organizer.archive.layout import ContentFile, content_files
from organizer.archive.text import repair_text

_ACCOUNT_FILES = (
    "personal_information/personal_information/personal_information.json",
    "personal_information/personal_information.json",
    "account_information/personal_information.json",
)
_ACCOUNT_FILE_LIMIT = 4 * 1024 * 1024


class Export:
    """The export whose root is `root`, an unpacked folder.

    What it gives out is found by uri, so that callers need not know how the export is packed.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._real_root = root.resolve()

    def content_files(self) -> tuple[ContentFile, ...]:
        """The files that list posts, in the order in which they are to be read."""
        return content_files(self.root)

    def read(self, file: ContentFile) -> PostList:
        """The posts of a content file. Raises UnreadableFile, BrokenJson or UnknownShape."""
        try:
            data = (self.root / file.path).read_bytes()
        except OSError as error:
            raise UnreadableFile(file.path, error.strerror or "") from error
        return read_posts(data, file.kind, file.path)

    def stamp(self, uri: str) -> tuple[int, int] | None:
        """Size in bytes and time of change in nanoseconds; None when there is no such file."""
        path = self._path(uri)
        if path is None:
            return None
        try:
            status = path.stat()
        except OSError:
            return None
        return status.st_size, status.st_mtime_ns

    def open(self, uri: str) -> BinaryIO:
        """The file at `uri`, opened for reading. Raises UnreadableFile."""
        path = self._path(uri)
        if path is None:
            raise UnreadableFile(uri, "it lies outside the archive or is missing")
        try:
            return path.open("rb")
        except OSError as error:
            raise UnreadableFile(uri, error.strerror or "") from error

    def account(self) -> str:
        """The account's user name, or "" where the export does not say."""
        for file in _ACCOUNT_FILES:
            path = self._path(file)
            if path is not None and path.is_file() and path.stat().st_size < _ACCOUNT_FILE_LIMIT:
                try:
                    return _user_name(json.loads(path.read_text(encoding="utf-8-sig")))
                except (OSError, ValueError, RecursionError):
                    # The name is a nicety: posts are read all the same.
                    return ""
        return ""

    def _path(self, uri: str) -> Path | None:
        """The file of `uri`; None when a link would lead out of the export."""
        path = self.root / uri
        try:
            real = path.resolve()
        except (OSError, RuntimeError, ValueError):
            return None
        return path if real.is_relative_to(self._real_root) else None


def _user_name(content: object) -> str:
    """The value labelled "Username"; labels are in the export's language and change case."""
    if not isinstance(content, dict):
        return ""
    users = content.get("profile_user")
    user = users[0] if isinstance(users, list) and users else None
    values = user.get("string_map_data") if isinstance(user, dict) else None
    for label, entry in values.items() if isinstance(values, dict) else ():
        if repair_text(str(label)).casefold() in _USER_NAME_LABELS and isinstance(entry, dict):
            return repair_text(str(entry.get("value", "")))
    return ""


_USER_NAME_LABELS = frozenset(
    {"username", "사용자 이름", "nombre de usuario", "nom d'utilisateur", "benutzername"}
)
