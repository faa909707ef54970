"""Which model the user chose, on what it runs and when, and where models lie: a small file.

It lies among the user's data on this computer, not in the library, which may be carried about.
"""

import contextlib
import json
import logging
import os
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import platformdirs

from organizer.vision.catalogue import BUILT_IN
from organizer.vision.errors import ModelFolderUnusable
from organizer.vision.hardware import ANY_HARDWARE, Hardware, Precision

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """The chosen `model`, `folders` that hold models beside the usual ones, and the `hardware`.

    With `waits_on_battery`, pictures are not looked at while the computer runs on battery.
    """

    model: str = BUILT_IN
    folders: tuple[str, ...] = ()
    hardware: Hardware = ANY_HARDWARE
    waits_on_battery: bool = False


def data_folder() -> Path:
    """The app's own folder among the user's data."""
    return platformdirs.user_data_path("Photo Organizer", appauthor=False)


def models_folder() -> Path:
    """Where models are downloaded to unless the user names another folder."""
    return data_folder() / "models"


def search_folders() -> tuple[Path, ...]:
    """All folders that may hold models: the user's, and those that an installer filled."""
    added = [Path(folder) for folder in read_settings().folders]
    return (models_folder(), *added, *installer_folders())


def installer_folders() -> tuple[Path, ...]:
    """The folders beside and in the installed program, which an installer may have filled."""
    beside = [Path(sys.executable).parent / "models"] if getattr(sys, "frozen", False) else []
    bundle = [Path(sys._MEIPASS) / "models"] if hasattr(sys, "_MEIPASS") else []
    return (*beside, *bundle)


def chosen_model() -> str:
    """The name of the model that the user chose; the built-in one when they chose none."""
    return read_settings().model


def choose_model(name: str) -> None:
    """Remembers `name` as the user's choice. Raises ModelFolderUnusable."""
    _write(replace(read_settings(), model=name))


def chosen_hardware() -> Hardware:
    """What the user wants models to run on at this computer; any when they chose nothing."""
    return read_settings().hardware


def choose_hardware(hardware: Hardware) -> None:
    """Remembers `hardware` as the user's choice. Raises ModelFolderUnusable."""
    _write(replace(read_settings(), hardware=hardware))


def waits_on_battery() -> bool:
    """Whether the user wants looking at pictures to wait for mains power; at first they do not."""
    return read_settings().waits_on_battery


def choose_waiting_on_battery(is_on: bool) -> None:
    """Remembers that looking waits on battery, or does not. Raises ModelFolderUnusable."""
    _write(replace(read_settings(), waits_on_battery=is_on))


def add_folder(folder: Path) -> None:
    """Remembers that `folder` holds models. Raises ModelFolderUnusable."""
    settings = read_settings()
    path = str(folder.expanduser().absolute())
    if path not in (*settings.folders, str(models_folder())):
        _write(replace(settings, folders=(*settings.folders, path)))


def read_settings() -> ModelSettings:
    """What is remembered. A file that cannot be read is told of in the log and counts for none."""
    path = _settings_file()
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        model, folders = content["model"], content["folders"]
        if not isinstance(model, str) or not isinstance(folders, list):
            raise TypeError("it holds something else")
    except FileNotFoundError:
        return ModelSettings()
    # ValueError: no JSON, or no UTF-8.
    except (OSError, ValueError, KeyError, TypeError) as error:
        _log.warning("%s is damaged (%s): the starter model is used.", path, error)
        return ModelSettings()
    return ModelSettings(
        model,
        tuple(str(folder) for folder in folders),
        _hardware(content.get("hardware")),
        content.get("waits_on_battery") is True,
    )


def _hardware(content: object) -> Hardware:
    """What a file says of it, which older ones do not; what makes no sense counts for nothing."""
    if not isinstance(content, dict):
        return ANY_HARDWARE
    precision = content.get("precision")
    return Hardware(
        str(content.get("device") or ""),
        Precision(precision) if precision in list(Precision) else None,
    )


def _write(settings: ModelSettings) -> None:
    path = _settings_file()
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(asdict(settings), ensure_ascii=False, indent=2)
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise ModelFolderUnusable(str(path.parent), error.strerror or str(error)) from error


def _settings_file() -> Path:
    return data_folder() / "models.json"
