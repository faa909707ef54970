"""All licences of what the program is made of can be shown."""

import importlib
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from organizer.indexing.model_licences import model_components
from organizer.licences import components

ROOT = Path(__file__).parent.parent


def install(folder: Path, name: str, about: str, **files: str) -> None:
    """A distribution that has nothing in it but what it says of itself."""
    information = folder / f"{name}-1.0.dist-info"
    information.mkdir(parents=True)
    metadata = f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\n{about}"
    (information / "METADATA").write_text(metadata, encoding="utf-8")
    (folder / f"{name}.py").touch()
    for file, text in files.items():
        (information / file).write_text(text, encoding="utf-8")
    records = [f"{name}.py", *(f"{information.name}/{file}" for file in ("METADATA", *files))]
    (information / "RECORD").write_text("".join(f"{one},,\n" for one in records))


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    importlib.invalidate_caches()


def test_every_dependency_is_there_and_names_its_licence_or_brings_its_text():
    found = {canonicalize_name(one.name): one for one in components()}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {canonicalize_name(Requirement(one).name) for one in project["dependencies"]}
    assert wanted <= found.keys()
    assert [one.name for one in found.values() if not one.licence and not one.texts] == []
    without_text = {one.name for one in found.values() if not one.texts}
    assert without_text == set()


def test_qt_comes_with_the_text_of_the_lgpl_which_it_does_not_bring_itself():
    qt = next(one for one in components() if one.name == "PySide6")
    assert [one.name for one in qt.texts] == ["LGPL-3.0", "GPL-3.0"]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.texts[0].text


def test_what_dependencies_need_is_told_of_and_what_they_might_need_is_not(packages: Path):
    needed = "Requires-Dist: po_second\nRequires-Dist: po_extra; extra == 'test'\n"
    install(packages, "po_first", needed + "License-Expression: MIT\n", LICENSE="First's text")
    install(packages, "po_second", "License: Apache 2.0\nRequires-Dist: po_first\n")
    install(packages, "po_extra", "License: MIT\n")
    first, second = components("po_first")
    assert (first.name, first.version, first.licence) == ("po_first", "1.0", "MIT")
    assert [(one.name, one.text) for one in first.texts] == [("LICENSE", "First's text")]
    # It names a licence that is known word for word.
    assert second.licence == "Apache 2.0"
    assert "Apache License" in second.texts[0].text


def test_a_licence_that_lies_beside_many_parts_is_told_once(packages: Path):
    install(packages, "po_twice", "", LICENSE="The same", NOTICE="The same", COPYING="Another")
    (only,) = components("po_twice")
    assert {one.text for one in only.texts} == {"The same", "Another"}
    assert len(only.texts) == 2


def test_without_an_installed_project_there_is_nothing_to_tell():
    assert components("po-nowhere") == ()


def test_each_model_names_its_licence():
    models = model_components()
    assert len(models) > 3
    assert all(one.name and one.licence for one in models)
