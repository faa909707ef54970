"""The account's name comes from the export, or else from what Instagram calls its folder."""

import json
from pathlib import Path

import pytest
from export_files import EXPORT, below, write_folder, write_zip

from organizer.archive.exports import Exports
from organizer.archive.sample.layouts.catalogue import SampleLayout
from organizer.archive.sample.maker import make_sample

PLACES = (
    "personal_information/personal_information/personal_information.json",
    "personal_information/personal_information.json",
    "account_information/personal_information.json",
)


def broken(text: str) -> str:
    """`text` as Instagram writes it."""
    return text.encode().decode("latin-1")


def information(label: str, value: object) -> bytes:
    values = {"Email": {"value": "ann@example.org"}, label: {"value": value}}
    return json.dumps({"profile_user": [{"string_map_data": values}]}).encode()


def account_in(place: Path) -> str:
    exports = Exports()
    try:
        return exports.find(place).exports[0].account()
    finally:
        exports.close()


@pytest.mark.parametrize("name", PLACES)
def test_the_file_lies_in_different_folders(tmp_path: Path, name: str):
    files = EXPORT | {name: information("Username", "ann.lee_7")}
    assert account_in(write_folder(tmp_path / "folder", files)) == "ann.lee_7"
    assert account_in(write_zip(tmp_path / "a.zip", files)) == "ann.lee_7"


@pytest.mark.parametrize(
    "label",
    ["Username", "username", "USERNAME", "사용자 이름", "Nom d’utilisateur", "Benutzername"],
)
def test_labels_are_in_any_language_and_case(tmp_path: Path, label: str):
    files = EXPORT | {PLACES[0]: information(broken(label), "ann")}
    assert account_in(write_folder(tmp_path, files)) == "ann"


@pytest.mark.parametrize("layout", [SampleLayout.CONTENT, SampleLayout.ACTIVITY_MEDIA])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_name_in_a_sample_is_read(tmp_path: Path, layout: SampleLayout, language):
    make_sample(tmp_path, 2, tiny=True, layout=layout, language=language)
    assert account_in(tmp_path) == "sample_moments"


def test_a_mark_at_the_beginning_of_the_file_does_no_harm(tmp_path: Path):
    files = EXPORT | {PLACES[0]: b"\xef\xbb\xbf" + information("Username", "ann")}
    assert account_in(write_folder(tmp_path, files)) == "ann"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[]",
        b"[" * 100_000,
        b'{"profile_user": []}',
        b'{"profile_user": [3]}',
        b'{"profile_user": [{"string_map_data": ["Username"]}]}',
        b'{"profile_user": [{"string_map_data": {"Username": "ann"}}]}',
        information("Username", None),
        information("Username", ["ann"]),
        information("Username", "  "),
        information("Username", "a" * 5_000_000),
        information("Email", "ann@example.org"),
    ],
    ids=lambda content: content[:60].decode("latin-1"),
)
def test_where_the_file_says_nothing_the_folder_does(tmp_path: Path, content: bytes):
    files = EXPORT | {PLACES[0]: content}
    folder = write_folder(tmp_path / "instagram-ben-2026-04-05-AbCdEfGh", files)
    assert account_in(folder) == "ben"


@pytest.mark.parametrize(
    ("name", "account"),
    [
        ("instagram-ann.lee_7-2026-04-05-AbCdEfGh", "ann.lee_7"),
        ("instagram-ann.lee_7-2026-04-05-AbCdEfGh-part-1", "ann.lee_7"),
        ("instagram-ann.lee_7-2026-04-05-AbCdEfGh (1)", "ann.lee_7"),
        ("instagram-ann.lee_7-2026-04-05-AbCdEfGh 2", "ann.lee_7"),
        ("ann.lee_7_20210405", "ann.lee_7"),
        ("ann.lee_7_20210405_part_2", "ann.lee_7"),
        ("ann.lee_7_20210405(3)", "ann.lee_7"),
        ("instagram", ""),
        ("holiday 2024", ""),
    ],
)
def test_names_of_folders_and_zips_tell_the_account(tmp_path: Path, name: str, account: str):
    assert account_in(write_folder(tmp_path / name, EXPORT)) == account
    assert account_in(write_zip(tmp_path / f"zips/{name}.zip", EXPORT)) == account


def test_the_name_of_the_zip_or_folder_around_the_root_counts_too(tmp_path: Path):
    name = "instagram-ann-2026-04-05-AbCdEfGh"
    zipped = write_zip(tmp_path / f"{name}.zip", below("inner", EXPORT))
    assert account_in(zipped) == "ann"
    write_folder(tmp_path / name / "inner", EXPORT)
    assert account_in(tmp_path / name) == "ann"
