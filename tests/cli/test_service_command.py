"""A service tags pictures from the command line, when it was named and the user agrees."""

import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeychain
from service_server import MODEL, ServiceServer

from organizer.cli.main import main
from organizer.indexing.indexer import Indexer
from organizer.library.edits import DecideCategory, DecideHashtags, ServiceTags, SetServiceTags
from organizer.library.filters import Filter
from organizer.library.place import LibraryPlace
from organizer.library.reader import LibraryReader
from organizer.library.writer import LibraryWriter
from organizer.tagging.records import SuggestionReason
from organizer.vision.errors import KeychainUnusable, KeyNotForgotten, KeyUnreadable
from organizer.vision.service_keys import kept_addresses, read_key, store_key


class Keychain(KeyringBackend):
    """A keychain that lasts as long as the test."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture(autouse=True)
def keychain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Keychain]:
    """A keychain and a folder for settings of the test's own."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    before, own = keyring.get_keyring(), Keychain()
    keyring.set_keyring(own)
    yield own
    keyring.set_keyring(before)


@pytest.fixture
def library(indexed: LibraryPlace, tmp_path: Path) -> LibraryPlace:
    shutil.copytree(indexed.database.parent, tmp_path / "library")
    return LibraryPlace.at(tmp_path / "library")


def tag(library: LibraryPlace, *arguments: str) -> int:
    return main(["service", "tag", "--library", str(library.database.parent), *arguments])


def details(library: LibraryPlace):
    with LibraryReader(library) as reader:
        return list(reader.details(reader.listing(Filter()).ids))


def test_pictures_are_tagged_in_parallel_and_what_was_said_is_shown_first(
    library: LibraryPlace, capsys: pytest.CaptureFixture[str]
):
    with ServiceServer(("travel",), ("제주 바다", "New-York", "#sunset", "12")) as server:
        main(["service", "set", server.address, MODEL, "--pictures-at-once", "2"])
        capsys.readouterr()
        assert tag(library, "--limit", "6", "--yes", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "pictures": 6,
        "tagged": 6,
        "input_tokens": 3000,
        "output_tokens": 300,
        "dollars": 0,
    }
    assert len(server.requests) == 3
    assert all(max(picture.size) <= 512 for picture in server.pictures)
    assert not any(picture.getexif() for picture in server.pictures)
    found = details(library)
    for detail in found[:6]:
        assert [(one.category_id, one.source) for one in detail.categories] == [
            ("travel", "service")
        ]
        said = [one.hashtag for one in detail.suggestions if one.reason is SuggestionReason.SERVICE]
        assert said == [one.hashtag for one in detail.suggestions][: len(said)]
        assert set(said) <= {"제주바다", "NewYork", "sunset"}
    assert all(one.source == "model" for detail in found[6:] for one in detail.categories)
    with LibraryReader(library) as reader:
        assert set(reader.listing(Filter(categories=("travel",))).ids) >= {
            detail.id for detail in found[:6]
        }


def test_several_requests_wait_at_the_same_time(library: LibraryPlace):
    with ServiceServer(together=3) as server:
        main(["service", "set", server.address, MODEL, "--pictures-at-once", "1"])
        assert tag(library, "--limit", "9", "--yes") == 0
        assert len(server.requests) == 9
        assert server.most_at_once == 3


def test_nothing_is_sent_before_the_user_agrees_and_knows_where_to(
    library: LibraryPlace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    with ServiceServer() as server:
        main(["service", "set", server.address, MODEL, "--input-price", "3"])
        capsys.readouterr()
        assert tag(library, "--json") == 0
        assert server.requests == []
    output = capsys.readouterr()
    assert server.address.split("/")[2] in output.err
    assert "$" in output.err
    assert json.loads(output.out)["tagged"] == 0


def test_an_unknown_price_is_called_so(
    library: LibraryPlace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    for address, is_said in (("http://localhost:9/v1", False), ("https://example.org/v1", True)):
        monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
        main(["service", "set", address, MODEL])
        tag(library)
        assert ("price unknown" in capsys.readouterr().err) is is_said


def test_where_nobody_can_be_asked_nothing_is_sent(
    library: LibraryPlace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with ServiceServer() as server:
        main(["service", "set", server.address, MODEL])
        assert tag(library) == 2
        assert server.requests == []
    assert "--yes" in capsys.readouterr().err


def test_without_a_service_nothing_is_tagged(
    library: LibraryPlace, capsys: pytest.CaptureFixture[str]
):
    assert tag(library, "--yes") == 2
    assert "service set URL MODEL" in capsys.readouterr().err


def test_a_category_that_there_is_not_is_told_of_with_those_that_there_are(
    library: LibraryPlace, capsys: pytest.CaptureFixture[str]
):
    main(["service", "set", "http://localhost:9/v1", MODEL])
    assert tag(library, "--yes", "--category", "nonsense") == 2
    error = capsys.readouterr().err
    assert "There is no category “nonsense”" in error
    assert "travel" in error


def test_json_comes_even_when_there_is_nothing_to_send(
    library: LibraryPlace, capsys: pytest.CaptureFixture[str]
):
    main(["service", "set", "http://localhost:9/v1", MODEL])
    capsys.readouterr()
    assert tag(library, "--yes", "--json", "--year", "1980") == 0
    assert json.loads(capsys.readouterr().out)["pictures"] == 0


def test_what_is_tagged_is_sent_again_only_when_asked_for(library: LibraryPlace):
    pictures = len(details(library))
    with ServiceServer() as server:
        main(["service", "set", server.address, MODEL])
        assert tag(library, "--limit", "4", "--yes") == 0
        assert tag(library, "--limit", "1000", "--yes") == 0
        assert len(server.pictures) == pictures
        assert tag(library, "--limit", "4", "--yes", "--again") == 0
        assert len(server.pictures) == pictures + 4


def test_who_asks_to_wait_is_waited_for_and_the_user_is_told(
    library: LibraryPlace, capsys: pytest.CaptureFixture[str]
):
    with ServiceServer(retry_after="1") as server:
        main(["service", "set", server.address, MODEL])
        server.trouble.extend([(429, "{}")] * 2)
        assert tag(library, "--limit", "4", "--yes") == 0
        assert len(server.pictures) == 4
    assert "asks to wait 1 s" in capsys.readouterr().err


def test_what_came_before_a_refusal_is_kept(
    library: LibraryPlace, capsys: pytest.CaptureFixture[str]
):
    with ServiceServer(refuse_after=1) as server:
        one_by_one = ("--requests-at-once", "1", "--pictures-at-once", "2")
        main(["service", "set", server.address, MODEL, *one_by_one])
        assert tag(library, "--yes") == 2
    assert "no credit" in capsys.readouterr().err
    sources = [one.source for detail in details(library) for one in detail.categories]
    assert sources.count("service") == 2


def test_an_answer_without_sense_leaves_its_pictures_and_the_rest_goes_on(
    library: LibraryPlace, capsys: pytest.CaptureFixture[str]
):
    with ServiceServer() as server:
        main(["service", "set", server.address, MODEL, "--pictures-at-once", "1"])
        server.trouble.append((200, "<html>gateway</html>"))
        assert tag(library, "--limit", "3", "--yes") == 0
    output = capsys.readouterr()
    assert "2 of 3 pictures tagged" in output.out
    assert "Check its address" in output.err
    assert "makes no sense" in output.err


def test_the_key_lies_in_the_keychain_alone(
    library: LibraryPlace, keychain: Keychain, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setattr("getpass.getpass", lambda _prompt: "sk-secret")
    with ServiceServer() as server:
        main(["service", "set", server.address, MODEL, "--key"])
        tag(library, "--limit", "1", "--yes")
        assert server.keys == ["Bearer sk-secret"]
        written = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert not any(b"sk-secret" in path.read_bytes() for path in written)
        main(["service", "forget"])
    assert keychain.kept == {}
    assert tag(library, "--yes") == 2


class LockedKeychain(Keychain):
    """A keychain whose system raises what nobody foresaw."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError(f"IsLocked: {service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise OSError(f"IsLocked: {service} {username}, {len(password)} letters")


@pytest.mark.parametrize("unusable", [NoKeychain, LockedKeychain])
def test_a_computer_without_a_keychain_says_so(unusable: type[KeyringBackend]):
    keyring.set_keyring(unusable())
    with pytest.raises(KeyUnreadable):
        read_key("https://x/v1")
    with pytest.raises(KeychainUnusable):
        store_key("https://x/v1", "secret")
    assert kept_addresses() == frozenset()


def test_all_keys_are_forgotten_with_the_service(
    keychain: Keychain, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("getpass.getpass", lambda _prompt: "sk-secret")
    for address in ("https://a.example/v1", "https://b.example/v1"):
        main(["service", "set", address, MODEL, "--key"])
    assert len(keychain.kept) == 2
    assert main(["service", "forget"]) == 0
    assert keychain.kept == {}
    assert main(["service", "forget"]) == 0


def test_a_key_that_cannot_be_forgotten_is_told_of(keychain: Keychain):
    store_key("https://a.example/v1", "secret")
    keyring.set_keyring(LockedKeychain())
    with pytest.raises(KeyNotForgotten, match=r"a\.example"):
        store_key("https://a.example/v1", "")
    assert main(["service", "forget"]) == 2
    keyring.set_keyring(keychain)
    assert main(["service", "forget"]) == 0
    assert keychain.kept == {}


def test_what_the_user_says_outweighs_the_service_and_all_can_be_taken_back(
    library: LibraryPlace,
):
    before = details(library)
    media_id = before[0].id

    def categories() -> dict[str, str]:
        return {one.category_id: one.source for one in details(library)[0].categories}

    with LibraryWriter(library) as writer:
        said = ServiceTags(media_id, ("travel", "pets", "no_such"), ("sea", "바다"))
        opposite = writer.apply(SetServiceTags((said,)))
        assert categories() == {"travel": "service", "pets": "service"}
        wrong = writer.apply(DecideCategory((media_id,), "travel", False))
        assert categories() == {"pets": "service"}
        refused = writer.apply(DecideHashtags((media_id,), ("Sea",), False))
        assert "sea" not in [one.hashtag for one in details(library)[0].suggestions]
        for edit in (refused, wrong, opposite):
            writer.apply(edit)
    assert details(library) == before


def test_what_the_service_said_is_counted_as_it_is_listed(library: LibraryPlace):
    ids = [detail.id for detail in details(library)]
    with LibraryWriter(library) as writer:
        said = tuple(ServiceTags(media_id, ("celebrities",)) for media_id in ids[:5])
        writer.apply(SetServiceTags(said))
        writer.apply(DecideCategory((ids[0],), "celebrities", False))
    with LibraryReader(library) as reader:
        counted = reader.facets(Filter()).categories
        assert counted["celebrities"] == 4
        for category in reader.categories():
            listed = len(reader.listing(Filter(categories=(category.id,))))
            assert counted.get(category.id, 0) == listed
        over_the_years = dict(reader.overview(Filter()).categories)
        assert sum(count for _, count in over_the_years["celebrities"]) == 4


def test_looking_again_leaves_what_the_service_said(library: LibraryPlace):
    media_id = details(library)[0].id
    with Indexer(library) as indexer:
        indexer.apply(SetServiceTags((ServiceTags(media_id, ("travel",), ("sea",)),)))
        indexer.apply(DecideCategory((details(library)[1].id,), "pets", True))
        indexer.understand()
    found = details(library)[0]
    assert [one.category_id for one in found.categories] == ["travel"]
    assert found.suggestions[0].hashtag == "sea"
