"""No string of the window is without its Korean."""

import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QTranslator

import organizer.archive.errors
import organizer.indexing.errors
import organizer.library.errors
import organizer.tagging.errors
import organizer.vision.errors
from organizer.errors import OrganizerError
from organizer.resource_files import resource_path
from organizer.ui.error_messages import SENTENCES

LANGUAGES = ["ko", "en"]
SOURCES = sorted(str(path) for path in Path(organizer.__file__).parent.glob("ui/**/*.py"))
TOOLS = Path(PySide6.__file__).parent


def messages(path: Path) -> list[ElementTree.Element]:
    return list(ElementTree.parse(path).getroot().iter("message"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_in_the_code_is_translated(language: str, tmp_path: Path):
    committed = resource_path(f"translations/photo_organizer_{language}.ts")
    fresh = tmp_path / committed.name
    shutil.copyfile(committed, fresh)
    only_plurals = ["-pluralonly"] if language == "en" else []
    subprocess.run(
        [shutil.which("pyside6-lupdate") or TOOLS / "lupdate", *SOURCES, *only_plurals,
         "-locations", "none", "-ts", fresh],
        check=True,
        capture_output=True,
    )  # fmt: skip
    sources = [message.findtext("source") for message in messages(fresh)]
    assert sources == [message.findtext("source") for message in messages(committed)]
    for message in messages(fresh):
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, message.findtext("source")
        forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
        assert all(forms), message.findtext("source")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_says_what_the_source_says(language: str):
    compiled = resource_path(f"translations/photo_organizer_{language}.qm")
    translator = QTranslator()
    assert translator.load(str(compiled))
    root = ElementTree.parse(compiled.with_suffix(".ts")).getroot()
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text for form in translation.iter("numerusform")]
            source = message.findtext("source") or ""
            name = context.findtext("name") or ""
            said = translator.translate(name, source, None, 5 if forms else -1)
            assert said == (forms[-1] if forms else translation.text)


def test_placeholders_survive_translation():
    for message in messages(resource_path("translations/photo_organizer_ko.ts")):
        source = message.findtext("source") or ""
        translation = "".join(message.find("translation").itertext())
        for placeholder in ("{file}", "{detail}", "{name}", "{count}", "{done}", "{total}", "%n"):
            assert (placeholder in source) == (placeholder in translation), source


def shipped_errors(base: type[OrganizerError]) -> list[type[OrganizerError]]:
    return [base, *(error for sub in base.__subclasses__() for error in shipped_errors(sub))]


@pytest.mark.parametrize("error", shipped_errors(OrganizerError), ids=lambda error: error.__name__)
def test_every_error_has_a_sentence_in_the_window(error: type[OrganizerError]):
    if error.__module__.startswith("organizer.cli."):
        pytest.skip("said where there is no window")
    assert error.template in SENTENCES
