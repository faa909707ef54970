"""Keys of vision-language services: they lie in the system's keychain, each for one address.

A small file says for which addresses there are keys, so that all of them can be forgotten and
nobody has to unlock the keychain to know whether there is one.
"""

import json
import logging
import os
from collections.abc import Iterable
from pathlib import Path

from organizer.vision.errors import (
    KeychainUnusable,
    KeyNotForgotten,
    KeyUnreadable,
    ModelFolderUnusable,
)
from organizer.vision.model_settings import data_folder

_log = logging.getLogger(__name__)

_KEYCHAIN_NAME = "Photo Organizer"


def read_key(address: str) -> str:
    """The key for the service at `address` in the system's keychain, "" when there is none.

    Raises KeyUnreadable.
    """
    import keyring

    try:
        return keyring.get_password(_KEYCHAIN_NAME, address) or ""
    except Exception as error:
        raise KeyUnreadable(address, _detail(error)) from error


def store_key(address: str, key: str) -> None:
    """Keeps `key` for the service at `address` in the system's keychain; "" takes it out.

    Raises KeychainUnusable, KeyNotForgotten or ModelFolderUnusable.
    """
    if not key:
        forget_keys([address])
        return
    import keyring

    # First, for a key of which nobody knows could not be forgotten.
    before = kept_addresses()
    _remember({*before, address})
    try:
        keyring.set_password(_KEYCHAIN_NAME, address, key)
    except Exception as error:
        _remember(before)
        raise KeychainUnusable(address, _detail(error)) from error


def kept_addresses() -> frozenset[str]:
    """The addresses of services for which a key was put into the keychain."""
    path = _file()
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return frozenset()
    # ValueError: no JSON or no UTF-8.
    except (OSError, ValueError) as error:
        _log.warning("%s is damaged (%s).", path, error)
        return frozenset()
    listed = content if isinstance(content, list) else []
    return frozenset(one for one in listed if isinstance(one, str))


def forget_keys(addresses: Iterable[str]) -> None:
    """Takes the keys for `addresses` out of the keychain.

    Raises KeyNotForgotten when one stays, once all others are out.
    """
    import keyring

    kept = kept_addresses()
    problem: KeyNotForgotten | None = None
    gone: set[str] = set()
    for address in sorted(set(filter(None, addresses))):
        try:
            if keyring.get_password(_KEYCHAIN_NAME, address) is not None:
                keyring.delete_password(_KEYCHAIN_NAME, address)
            gone.add(address)
        except Exception as error:  # noqa: BLE001 - keychains raise what they like
            # Without a keychain there is no key in it, unless one was put there.
            if address in kept:
                problem = KeyNotForgotten(address, _detail(error))
    if gone & kept:
        _remember(kept - gone)
    if problem is not None:
        raise problem


def write_small_file(path: Path, content: object) -> None:
    """Writes `content` as JSON, whole or not at all. Raises ModelFolderUnusable."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(content, ensure_ascii=False, indent=2)
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(path)
    except OSError as error:
        raise ModelFolderUnusable(str(path.parent), error.strerror or str(error)) from error


def _remember(addresses: Iterable[str]) -> None:
    write_small_file(_file(), sorted(addresses))


def _file() -> Path:
    return data_folder() / "service_keys.json"


def _detail(error: Exception) -> str:
    return (str(error) or type(error).__name__)[:200]
