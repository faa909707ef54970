"""What the window knows of the models, from which the dialog follows."""

from dataclasses import dataclass, field, replace

from organizer.indexing.model_shelf import ShelfModel
from organizer.ui.model_dialog import texts
from organizer.ui.model_dialog.standing import Standing
from organizer.ui.workers.download_worker import Download


@dataclass(slots=True)
class Shelf:
    """The models and what was asked for.

    Attributes:
        models: All that are listed; empty until they are.
        recommended: The name of the model to offer; "" until it is known.
        awaited: The name of the model that is being loaded; "" when none is.
        queued: The name of the model that is downloaded after the one that is now; "" for none.
        wants_descriptions: What the user wants that is not so yet; None when all is as they want.
    """

    models: tuple[ShelfModel, ...] = ()
    recommended: str = ""
    awaited: str = ""
    queued: str = ""
    wants_descriptions: bool | None = None
    _named: dict[str, ShelfModel] = field(default_factory=dict)

    def add(self, model: ShelfModel) -> None:
        """Lists a model that the user named, whether it is here or not."""
        self._named[model.name] = model

    def drop(self, name: str) -> None:
        """Takes a model that the user named from the list."""
        self._named.pop(name, None)

    def title(self, name: str) -> str:
        """What the interface calls the model `name`."""
        found = next((model for model in self._all() if model.name == name), None)
        return texts.full_name(found) if found else name

    def standings(self, in_use: str, download: Download | None) -> tuple[Standing, ...]:
        """How it stands with all models, while `in_use` is used and `download` goes on."""
        return tuple(
            Standing(
                model=self._as_wanted(model),
                is_in_use=model.name == in_use,
                is_awaited=model.name == self.awaited,
                is_busy=bool(self.awaited),
                is_recommended=model.name == self.recommended,
                download=download if download and download.name == model.name else None,
                is_line_free=download is None,
                waits_for=self.title(download.name)
                if download and model.name == self.queued
                else "",
            )
            for model in self._all()
        )

    def _as_wanted(self, model: ShelfModel) -> ShelfModel:
        if model.describing is None or self.wants_descriptions is None:
            return model
        return replace(model, describing=replace(model.describing, is_on=self.wants_descriptions))

    def _all(self) -> list[ShelfModel]:
        listed = {model.name for model in self.models}
        named = (model for name, model in self._named.items() if name not in listed)
        return [*self.models, *named]
