"""The indexer in use: opened when it is needed, made anew for another model or processor."""

from organizer.errors import OrganizerError
from organizer.indexing.computing import Hardware, choose_hardware, chosen_hardware
from organizer.indexing.indexer import Indexer
from organizer.indexing.model_shelf import known_name, remember_choice
from organizer.indexing.power import (
    PowerSaving,
    PowerSource,
    choose_waiting_on_battery,
    waits_on_battery,
)
from organizer.library.place import LibraryPlace
from organizer.ui.workers.indexing_signals import IndexingSignals


class CurrentIndexer:
    """Holds the one indexer of the library at `place`, and tells `signals` of what it does.

    Used in the thread that writes; `model` may be asked for in any.

    Attributes:
        power_saving: Whether looking at pictures waits on battery, whichever model does it.
    """

    def __init__(
        self, place: LibraryPlace, model: str, power: PowerSource, signals: IndexingSignals
    ) -> None:
        self.power_saving = PowerSaving(power, waits_on_battery())
        self._place = place
        self._model = model
        self._signals = signals
        self._indexer: Indexer | None = None
        self._is_model_new = False

    @property
    def model(self) -> str:
        """The name of the model in use, as model_shelf gives it."""
        return known_name(self._model)

    def opened(self) -> Indexer:
        """The indexer, opened now if it is not yet. Raises what opening the library raises."""
        if self._indexer is None:
            self._indexer = self._open(self._model)
        return self._indexer

    def close(self) -> None:
        """Lets go of the library and of the model."""
        if self._indexer is not None:
            self._indexer.close()
            self._indexer = None

    def rest(self) -> None:
        """Frees the graphics processor until it is needed again."""
        if self._indexer is not None:
            self._indexer.rest()

    def unload(self) -> None:
        """Frees the memory that the model takes until it is needed again."""
        if self._indexer is not None:
            self._indexer.unload()

    def use_model(self, name: str) -> None:
        """Goes over to another model; what was found with the old one stays until replaced."""
        # First, for two large models may not fit into memory.
        self.close()
        indexer = self._open(name)
        try:
            indexer.load()
            remember_choice(name)
        except OrganizerError as error:
            indexer.close()
            self._signals.model_refused.emit(name, error)
            return
        except BaseException:
            indexer.close()
            raise
        self._indexer, self._model = indexer, name
        self._is_model_new = True
        self._signals.model_changed.emit(self.model)

    def use_hardware(self, hardware: Hardware) -> None:
        """Loads the model anew where the user wants it, so that they hear at once how it went."""
        choose_hardware(hardware)
        self.close()
        try:
            self.opened().load()
        finally:
            self._signals.hardware_changed.emit()

    def wait_on_battery(self, is_on: bool) -> None:
        """Waits on battery from now on, at each start, or no longer."""
        self.power_saving.switch(is_on)
        try:
            choose_waiting_on_battery(is_on)
        except OrganizerError as error:
            self._signals.failed.emit(error)

    def take_model_for_known(self) -> None:
        """What is filed otherwise from now on follows from what the user decides."""
        self._is_model_new = False

    def _open(self, model: str) -> Indexer:
        signals = self._signals
        return Indexer(
            self._place,
            model,
            on_progress=signals.progressed.emit,
            on_change=signals.library_changed.emit,
            on_refiled=self._tell_refiled,
            hardware=chosen_hardware(),
            on_problem=signals.hardware_refused.emit,
            power_saving=self.power_saving,
        )

    def _tell_refiled(self, count: int) -> None:
        # What another model files otherwise was not learned from the user.
        if not self._is_model_new:
            self._signals.refiled.emit(count)
