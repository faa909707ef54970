"""The file that says whose export it is: where it lies and what is in it."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from organizer.archive.sample.escaping import dump_json
from organizer.archive.sample.layouts.html_page import block, page, table
from organizer.archive.sample.wording import Wording

ACCOUNT = "sample_moments"
_NESTED = "personal_information/personal_information/personal_information"
_SHALLOW = "personal_information/personal_information"


@dataclass(frozen=True, slots=True)
class InformationFile:
    """The file's `name` in the export and its bytes in a language.

    It says the account's name and nothing else, whereas a person's own has more in it.
    """

    name: str
    content: Callable[[Wording], bytes]


def _json_information(wording: Wording) -> bytes:
    name = {"href": "", "value": ACCOUNT, "timestamp": 0}
    user = {"media_map_data": {}, "string_map_data": {wording.username: name}}
    return dump_json({"profile_user": [user]}).encode("ascii")


def _html_information(name: str) -> InformationFile:
    def content(wording: Wording) -> bytes:
        return page(name, ACCOUNT, [block("h2", "", table([(wording.username, ACCOUNT)]), "")])

    return InformationFile(name, content)


def _profile(_wording: Wording) -> bytes:
    """Has keys that are the same in every language."""
    return json.dumps({"username": ACCOUNT}).encode("ascii")


FLAT_INFORMATION = InformationFile("profile.json", _profile)
CONTENT_INFORMATION = InformationFile(f"{_SHALLOW}.json", _json_information)
ACTIVITY_INFORMATION = InformationFile(f"{_NESTED}.json", _json_information)
CONTENT_HTML_INFORMATION = _html_information(f"{_SHALLOW}.html")
ACTIVITY_HTML_INFORMATION = _html_information(f"{_NESTED}.html")
