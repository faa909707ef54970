"""What is shipped: versions, resources, the ways to start."""

import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import organizer
from organizer.resource_files import resource_path

PROJECT = Path(organizer.__file__).parent.parent


def test_the_version_is_declared_once():
    assert version("photo-organizer") == organizer.__version__


@pytest.mark.parametrize(
    "name",
    [
        "categories.toml",
        "hashtags.toml",
        "minilm/tokenizer.json",
        "icons/pause.svg",
        "translations",
    ],
)
def test_resources_are_found(name: str):
    assert resource_path(name).exists()


def test_a_resource_that_is_not_there_is_named():
    with pytest.raises(FileNotFoundError, match=r"no_such\.toml"):
        resource_path("no_such.toml")


def test_the_pyside_that_loses_references_is_excluded():
    requirements = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    pyside = next(
        requirement
        for requirement in map(Requirement, requirements["project"]["dependencies"])
        if requirement.name == "pyside6"
    )
    assert not pyside.specifier.contains("6.12.0")
    assert pyside.specifier.contains("6.11.2")
    assert pyside.specifier.contains(version("pyside6"))


@pytest.mark.parametrize("command", [["-m", "organizer"], [str(PROJECT / "main.py")]])
def test_it_starts_as_a_module_and_as_a_file(command: list[str]):
    result = subprocess.run(
        [sys.executable, *command, "--version"], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == f"Photo Organizer {organizer.__version__}"
    assert result.stderr == ""


def test_packaging_hides_no_library():
    assert not (PROJECT / "packaging" / "__init__.py").exists()
