"""Where a vision-language service is, and whether pictures can be sent there safely."""

import ipaddress
from enum import StrEnum
from urllib.parse import urlsplit

from organizer.vision.errors import UnsafeAddress

_PORTS = {"http": 80, "https": 443}
_NEAR_ENDINGS = (".localhost", ".local", ".lan", ".home.arpa")

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


class AddressFault(StrEnum):
    """Why an address is refused."""

    NO_WEB_ADDRESS = "it must begin with https:// or http://, and a name must follow"
    INVISIBLE = "there is a space or an invisible character in it"
    NOT_PLAIN = "it must be a plain address, without name, password or query"
    UNENCRYPTED = "over the internet it must begin with https://"
    LEADS_AWAY = "its name leads out of your own network, where it must begin with https://"


def checked_address(address: str) -> str:
    """`address` as the client wants it, such as "https://api.openai.com/v1".

    A name without a dot, such as "nas", is one of the own network; where it leads is looked up
    before anything is sent (see service_http.check_way). Raises UnsafeAddress for what is no web
    address, has a password in it, or would send pictures unencrypted over the internet.
    """
    address = address.strip().rstrip("/")
    if not address.isprintable() or " " in address:
        raise UnsafeAddress(address, AddressFault.INVISIBLE)
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port or _PORTS.get(parts.scheme)
    except ValueError as error:
        raise UnsafeAddress(address, AddressFault.NO_WEB_ADDRESS) from error
    if parts.scheme not in _PORTS or not host or not port:
        raise UnsafeAddress(address, AddressFault.NO_WEB_ADDRESS)
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise UnsafeAddress(address, AddressFault.NOT_PLAIN)
    if parts.scheme == "http" and not is_near(address):
        raise UnsafeAddress(address, AddressFault.UNENCRYPTED)
    return address


def is_this_computer(address: str) -> bool:
    """Whether what is sent to a checked `address` stays on this computer."""
    host = urlsplit(address).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def is_near(address: str) -> bool:
    """Whether a checked `address` is this computer or one of the own network, by its name."""
    host = urlsplit(address).hostname or ""
    try:
        return is_private(ipaddress.ip_address(host))
    except ValueError:
        return host.isascii() and ("." not in host or host.endswith(_NEAR_ENDINGS))


def is_private(number: IpAddress) -> bool:
    """Whether `number` is this computer or one that the internet does not reach."""
    within = number.ipv4_mapped if isinstance(number, ipaddress.IPv6Address) else None
    return (within or number).is_private


def host_of(address: str) -> str:
    """The name by which a person knows where a checked `address` leads."""
    return urlsplit(address).netloc
