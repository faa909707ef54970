"""Whose export it is: from the one personal field that is read, or from the folder's name."""

import json
import re
from pathlib import Path

from organizer.archive.export_words import export_words, folded
from organizer.archive.file_tree import FileTree
from organizer.archive.text import clean_text, repair_text
from organizer.errors import OrganizerError

_FILES = (
    "personal_information/personal_information/personal_information.json",
    "personal_information/personal_information.json",
    "account_information/personal_information.json",
)
_LARGEST = 4 << 20
_FOLDER_NAMES = (
    re.compile(r"instagram-(?P<name>[\w.]+)-\d{4}-\d\d-\d\d(?:-[\w-]+)?"),
    re.compile(r"(?P<name>[\w.]+)_\d{8}(?:_part_\d+)?"),
)
# What systems add when the same is downloaded or unpacked once more.
_ADDED = re.compile(r"(?: ?\(\d+\)| \d+)?(?:\.zip)?$", re.IGNORECASE)
# Instagram allows thirty signs.
_LONGEST_NAME = 64


def account_of(tree: FileTree) -> str:
    """The account's user name; "" where neither the export nor its name says."""
    return _from_file(tree) or _from_name(tree.place)


def _from_file(tree: FileTree) -> str:
    for name in _FILES:
        stamp = tree.files.get(name)
        if stamp is None or stamp.size > _LARGEST:
            continue
        try:
            with tree.open(name) as stream:
                content = json.loads(stream.read().decode("utf-8-sig"))
        except (OrganizerError, OSError, ValueError, RecursionError):
            # The name is a nicety: posts are read all the same.
            continue
        if user_name := _user_name(content):
            return user_name
    return ""


def _from_name(place: Path) -> str:
    """The name in what Instagram calls a folder or a zip, its own or that around it."""
    for folder in (place, place.parent):
        name = _ADDED.sub("", folder.name)
        for pattern in _FOLDER_NAMES:
            if match := pattern.fullmatch(name):
                return match["name"]
    return ""


def _user_name(content: object) -> str:
    """The value labelled "Username"; labels are in the export's language and change case."""
    if not isinstance(content, dict):
        return ""
    users = content.get("profile_user")
    user = users[0] if isinstance(users, list) and users else None
    values = user.get("string_map_data") if isinstance(user, dict) else None
    for label, entry in values.items() if isinstance(values, dict) else ():
        if not isinstance(entry, dict):
            continue
        if {folded(repair_text(label)), folded(clean_text(label))} & export_words().username:
            value = entry.get("value")
            name = repair_text(value).strip() if isinstance(value, str) else ""
            return name if len(name) <= _LONGEST_NAME else ""
    return ""
