"""The models that are offered, with what a person needs to know to choose among them."""

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path

from organizer.resource_files import resource_path
from organizer.vision.catalogue_entries import CatalogueModel, Restriction, read_entries
from organizer.vision.errors import BrokenCatalogue, UnknownModel

BUILT_IN = "built-in"
_OTHER_LANGUAGES = "en"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All models that are offered, in the order in which they are shown.

    `models` file pictures and find them by words, `captioners` describe them. `defaults` has the id
    of a model by language and by whether there is a graphics processor.
    """

    models: tuple[CatalogueModel, ...]
    captioners: tuple[CatalogueModel, ...]
    restrictions: tuple[Restriction, ...]
    defaults: dict[tuple[str, bool], str]

    @property
    def all(self) -> tuple[CatalogueModel, ...]:
        """All that can be downloaded or comes with the app, whatever it does."""
        return (*self.models, *self.captioners)

    def find(self, name: str) -> CatalogueModel | None:
        """The model with the id `name`, or with the open_clip model and tag "NAME/TAG"."""
        return next((model for model in self.all if name in (model.id, model.name)), None)

    def model(self, name: str) -> CatalogueModel:
        """As `find`. Raises UnknownModel when there is none."""
        found = self.find(name)
        if found is None:
            known = ", ".join(model.id for model in self.all)
            raise UnknownModel(name, f"those in the catalogue are {known}")
        return found

    def recommended(self, language: str, has_gpu: bool) -> CatalogueModel:
        """The model to offer to who uses the app in `language`, such as "ko" or "en"."""
        known = language if (language, has_gpu) in self.defaults else _OTHER_LANGUAGES
        return self.model(self.defaults[known, has_gpu])

    def restriction(self, name: str) -> Restriction | None:
        """What forbids commercial use of the weights "NAME/TAG", also of those not offered here.

        None says only that nothing of the kind is known.
        """
        return next((entry for entry in self.restrictions if entry.pattern.search(name)), None)


@functools.cache
def load_catalogue() -> Catalogue:
    """The catalogue that the app comes with. Raises BrokenCatalogue."""
    return read_catalogue(resource_path("models.toml"))


def read_catalogue(path: Path) -> Catalogue:
    """The catalogue in the TOML file at `path`. Raises BrokenCatalogue."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        entries = read_entries(content)
    # ValueError: what is not TOML, or not UTF-8, or found wrong on reading.
    except (OSError, ValueError, TypeError) as error:
        raise BrokenCatalogue(str(path), str(error)) from error
    catalogue = Catalogue(*entries)
    _check(catalogue, path)
    return catalogue


def _check(catalogue: Catalogue, path: Path) -> None:
    ids = [model.id for model in catalogue.all]
    twice = sorted({id for id in ids if ids.count(id) > 1})
    if twice:
        raise BrokenCatalogue(str(path), f"more than one model is “{twice[0]}”")
    if not catalogue.captioners:
        raise BrokenCatalogue(str(path), "there is no model that describes pictures")
    if BUILT_IN not in ids:
        raise BrokenCatalogue(str(path), f"there is no model “{BUILT_IN}”")
    for has_gpu in (False, True):
        if (_OTHER_LANGUAGES, has_gpu) not in catalogue.defaults:
            raise BrokenCatalogue(str(path), f"there is no default for “{_OTHER_LANGUAGES}”")
    for id in catalogue.defaults.values():
        model = next((one for one in catalogue.models if one.id == id), None)
        if model is None:
            raise BrokenCatalogue(str(path), f"the default “{id}” is none of its models")
        if not model.commercial_use or catalogue.restriction(model.name):
            raise BrokenCatalogue(str(path), f"the default “{id}” may not be used commercially")
