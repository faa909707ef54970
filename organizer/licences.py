"""The licences of what the program is made of, as its parts tell them themselves."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from organizer.resource_files import resource_path

PROJECT = "photo-organizer"

_TEXT_FILE = re.compile(r"licen[cs]e|copying|notice|unlicense", re.IGNORECASE)
_NO_TEXT = (".py", ".pyc", ".pyi", ".so", ".json")
_LONGEST_NAME = 120
# For those that name a licence and come without its text.
_STANDARD_TEXTS = (
    (re.compile(r"LGPL-3|GNU Lesser General Public License v3"), ("LGPL-3.0", "GPL-3.0")),
    (re.compile(r"apache", re.IGNORECASE), ("Apache-2.0",)),
)


@dataclass(frozen=True, slots=True)
class LicenceText:
    """A licence word for word; `name` is that of the file that it stands in."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Component:
    """A part of the program that others made.

    Attributes:
        name: What it is called.
        version: "" where it has none.
        licence: As it names it itself, an SPDX expression or a word; "" when it does not.
        texts: Its licences and notices; empty when there are none here.
    """

    name: str
    version: str
    licence: str
    texts: tuple[LicenceText, ...]


def components(project: str = PROJECT) -> tuple[Component, ...]:
    """The project first, then what it needs and what that needs, as installed here, by name.

    Reads some hundred files. Empty where the project is not installed.
    """
    found: dict[str, Distribution] = {}
    _add(Requirement(project), found)
    if project == PROJECT:
        for requirement in _requirements_of_checkout():
            _add(requirement, found)
    own = found.pop(canonicalize_name(project), None)
    if own is None:
        return ()
    others = sorted(found.values(), key=lambda one: canonicalize_name(one.name))
    return tuple(_component(one) for one in (own, *others) if not _only_names_others(one))


def standard_texts(licence: str) -> tuple[LicenceText, ...]:
    """The text of a licence that is often named only; empty for one that is not known."""
    for pattern, names in _STANDARD_TEXTS:
        if pattern.search(licence):
            return tuple(LicenceText(name, _standard_text(name)) for name in names)
    return ()


def _requirements_of_checkout() -> Iterator[Requirement]:
    """What the project needs by now, where it is not installed since its file was changed."""
    path = Path(__file__).resolve().parent.parent / "pyproject.toml"
    if path.is_file():
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        yield from map(Requirement, content["project"]["dependencies"])


def _add(requirement: Requirement, found: dict[str, Distribution]) -> None:
    try:
        installed = distribution(requirement.name)
    except PackageNotFoundError:
        # Of another system, or not needed with what is installed.
        return
    key = canonicalize_name(requirement.name)
    if key in found and not requirement.extras:
        return
    is_new = key not in found
    found[key] = installed
    for text in installed.requires or ():
        needed = Requirement(text)
        for extra in (*((""),) * is_new, *requirement.extras):
            if needed.marker is None or needed.marker.evaluate({"extra": extra}):
                if canonicalize_name(needed.name) != key:
                    _add(needed, found)
                break


def _only_names_others(installed: Distribution) -> bool:
    """Whether a distribution has nothing in it, and so nothing to license."""
    return all(".dist-info/" in str(file) for file in installed.files or ()) and not (
        _licence_name(installed)
    )


def _component(installed: Distribution) -> Component:
    licence = _licence_name(installed)
    texts = tuple(_texts(installed)) or standard_texts(licence)
    return Component(installed.name, installed.version, licence, texts)


def _licence_name(installed: Distribution) -> str:
    about = installed.metadata
    for field in ("License-Expression", "License"):
        named = str(about[field]) if field in about else ""
        # Some put the whole text there.
        if named and named != "UNKNOWN" and "\n" not in named and len(named) < _LONGEST_NAME:
            return named
    classifiers = about.get_all("Classifier") or []
    return ", ".join(
        one.rsplit(" :: ", 1)[-1] for one in classifiers if one.startswith("License :: ")
    )


def _texts(installed: Distribution) -> Iterator[LicenceText]:
    seen = set[str]()
    for file in installed.files or ():
        if not _TEXT_FILE.search(file.name) or file.name.endswith(_NO_TEXT):
            continue
        try:
            text = file.read_binary().decode("utf-8", "replace").strip()
        except OSError:
            continue
        # The same licence stands beside each of many parts.
        if text and text not in seen:
            seen.add(text)
            yield LicenceText(_shown_name(str(file)), text)


def _shown_name(path: str) -> str:
    """The path of a licence within its distribution, without the folders of metadata."""
    return re.sub(r"^[^/]*\.dist-info/(licenses/)?", "", path)


def _standard_text(name: str) -> str:
    return resource_path(f"licences/{name}.txt").read_text(encoding="utf-8")
