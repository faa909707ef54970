"""Where a vision-language service is, and whether pictures can be sent there safely."""

import ipaddress
from urllib.parse import urlsplit

from organizer.vision.errors import UnsafeAddress

_PORTS = {"http": 80, "https": 443}


def checked_address(address: str) -> str:
    """`address` as the client wants it, such as "https://api.openai.com/v1".

    Raises UnsafeAddress for what is no web address, has a password in it, or would send pictures
    unencrypted over the internet.
    """
    address = address.strip().rstrip("/")
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port or _PORTS.get(parts.scheme)
    except ValueError as error:
        raise UnsafeAddress(address, str(error)) from error
    if parts.scheme not in _PORTS or not host or not port:
        raise UnsafeAddress(address, "it must begin with https:// or http://")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise UnsafeAddress(address, "it must be a plain address, without name, password or query")
    if parts.scheme == "http" and not _is_near(host):
        raise UnsafeAddress(address, "over the internet it must begin with https://")
    return address


def is_this_computer(address: str) -> bool:
    """Whether what is sent to a checked `address` stays on this computer."""
    host = urlsplit(address).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def host_of(address: str) -> str:
    """The name by which a person knows where a checked `address` leads."""
    return urlsplit(address).netloc


def _is_near(host: str) -> bool:
    """Whether `host` is this computer or one of the same household."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".lan", ".home.arpa"))
