"""Which vision-language service the user named: a small file of theirs, the key in the keychain.

There is none as long as the user names none.
"""

import json
import logging
import os
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path

from organizer.resource_files import resource_path
from organizer.vision.errors import KeychainUnusable, ModelFolderUnusable
from organizer.vision.model_settings import data_folder
from organizer.vision.service import ServiceSettings

_log = logging.getLogger(__name__)

_KEYCHAIN_NAME = "Photo Organizer"
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
    path = _settings_file()
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(asdict(settings), ensure_ascii=False, indent=2)
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(path)
    except OSError as error:
        raise ModelFolderUnusable(str(path.parent), error.strerror or str(error)) from error


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


def read_key(address: str) -> str:
    """The key for the service at `address` in the system's keychain, "" when there is none.

    Raises KeychainUnusable.
    """
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_KEYCHAIN_NAME, address) or ""
    except KeyringError as error:
        raise KeychainUnusable(address, str(error)) from error


def store_key(address: str, key: str) -> None:
    """Keeps `key` in the system's keychain; takes it out when it is "". Raises KeychainUnusable."""
    import keyring
    from keyring.errors import KeyringError

    try:
        if key:
            keyring.set_password(_KEYCHAIN_NAME, address, key)
        elif keyring.get_password(_KEYCHAIN_NAME, address) is not None:
            keyring.delete_password(_KEYCHAIN_NAME, address)
    except KeyringError as error:
        raise KeychainUnusable(address, str(error)) from error


def _settings_file() -> Path:
    return data_folder() / "service.json"
