"""Small exports for the tests of this folder, as folders and as zips."""

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

PICTURE = "media/posts/202403/sea.jpg"
POST = {"media": [{"uri": PICTURE, "creation_timestamp": 1_709_276_640, "title": "Sea"}]}
LIST = json.dumps([POST]).encode()
EXPORT = {"your_instagram_activity/media/posts_1.json": LIST, PICTURE: b"the sea"}
"""The least that is an export: one list with one post, and its picture."""

MEDIA_ONLY = {"media/posts/202404/hill.jpg": b"the hill"}
"""A part of an export without lists."""

LAYOUTS = {
    "A": {"media.json": b'{"photos": [{"path": "photos/202001/a.jpg", "caption": "Sea"}]}'},
    "B": {"content/posts_1.json": LIST},
    "C": {"your_instagram_activity/content/posts_1.json": LIST},
    "D": {"your_instagram_activity/media/posts_1.json": LIST},
    "E": {
        "your_instagram_activity/media/posts.json": json.dumps(
            [{"timestamp": 1_709_276_640, "label_values": [{"media": POST["media"]}]}]
        ).encode()
    },
    "H": {
        "your_instagram_activity/media/posts_1.html": (
            f'<div><img src="{PICTURE}"/><div>Mar 01, 2024 7:04 am</div></div>'.encode()
        )
    },
}
"""The one file by which each form of an export is known."""


def write_folder(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def write_zip(path: Path, files: Mapping[str, bytes], method: int = zipfile.ZIP_STORED) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", method) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return path


def below(folder: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {f"{folder}/{name}": content for name, content in files.items()}
