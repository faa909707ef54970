"""Which vision-language service the user named: a small file of theirs.

There is none as long as the user names none. Keys are elsewhere: see service_keys.
"""

import json
import logging
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path

from organizer.resource_files import resource_path
from organizer.vision.model_settings import data_folder
from organizer.vision.service import ServiceSettings
from organizer.vision.service_keys import forget_keys, kept_addresses, write_small_file

_log = logging.getLogger(__name__)

_MOST_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class ServicePreset:
    """A service that many use: its name and what is filled in for it."""

    name: str
    settings: ServiceSettings


def load_presets() -> tuple[ServicePreset, ...]:
    """The services of resources/services.toml."""
    content = tomllib.loads(resource_path("services.toml").read_text(encoding="utf-8"))
    return tuple(
        ServicePreset(entry.pop("name"), ServiceSettings(**entry)) for entry in content["service"]
    )


def read_service() -> ServiceSettings:
    """The service that the user named; without an address where they named none."""
    path = _settings_file()
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        stored = ServiceSettings(
            str(content["address"]),
            str(content["model"]),
            int(content["pictures_at_once"]),
            int(content["requests_at_once"]),
            float(content["input_price"]),
            float(content["output_price"]),
        )
    except FileNotFoundError:
        return ServiceSettings()
    # ValueError: no JSON, no UTF-8, or no numbers.
    except (OSError, ValueError, TypeError, KeyError) as error:
        _log.warning("%s is damaged (%s): no service is used.", path, error)
        return ServiceSettings()
    return bounded(stored)


def store_service(settings: ServiceSettings) -> None:
    """Remembers `settings` as the user's choice. Raises ModelFolderUnusable."""
    write_small_file(_settings_file(), asdict(settings))


def bounded(settings: ServiceSettings) -> ServiceSettings:
    """`settings` with numbers that make sense."""
    return ServiceSettings(
        settings.address,
        settings.model,
        min(max(settings.pictures_at_once, 1), _MOST_AT_ONCE),
        min(max(settings.requests_at_once, 1), _MOST_AT_ONCE),
        max(settings.input_price, 0.0),
        max(settings.output_price, 0.0),
    )


def forget_service() -> None:
    """Forgets the service and all keys that were kept for services.

    Raises KeyNotForgotten when a key cannot be taken out of the keychain: the others are, and the
    service is forgotten anyhow.
    """
    address = read_service().address
    store_service(ServiceSettings())
    # Keys of earlier versions are not listed.
    presets = (preset.settings.address for preset in load_presets())
    forget_keys({address, *presets, *kept_addresses()})


def _settings_file() -> Path:
    return data_folder() / "service.json"
