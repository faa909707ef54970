"""How a service is spoken to: past proxies where it is near, and saying no more than is needed."""

import asyncio
import ipaddress
import socket
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from organizer import __version__
from organizer.vision.errors import ServiceUnreachable, UnsafeAddress
from organizer.vision.service_address import (
    AddressFault,
    host_of,
    is_near,
    is_private,
    is_this_computer,
)

if TYPE_CHECKING:
    import httpx2

_TIMEOUT_SECONDS = 120.0
_CONNECT_SECONDS = 15.0


def http_client(address: str, key: str) -> "httpx2.AsyncClient":
    """A client for a checked `address` that shows `key` and nothing of this computer.

    Raises ServiceUnreachable when the user's proxy cannot be used.
    """
    import httpx2

    async def strip(request: httpx2.Request) -> None:
        # The official client adds what it finds in the environment, which is not for every service,
        # and what it knows of this computer.
        headers = {
            "Host": request.url.netloc.decode("ascii"),
            "Accept": "application/json",
            "Accept-Encoding": "gzip, deflate",
            "Authorization": f"Bearer {key}",
            "User-Agent": f"PhotoOrganizer/{__version__}",
        }
        if request.content:
            headers["Content-Type"] = "application/json"
            headers["Content-Length"] = str(len(request.content))
        request.headers = httpx2.Headers(headers)

    # What goes to a computer in reach must not take the way through a proxy elsewhere: with a
    # transport of its own the client asks for none.
    transport = httpx2.AsyncHTTPTransport() if is_near(address) else None
    try:
        return httpx2.AsyncClient(
            timeout=httpx2.Timeout(_TIMEOUT_SECONDS, connect=_CONNECT_SECONDS),
            # The user agreed to one address: a redirect would take the pictures to another.
            follow_redirects=False,
            event_hooks={"request": [strip]},
            transport=transport,
        )
    # A proxy of a kind that is not known here, or none at all; certificates that are not there.
    except (ImportError, OSError, ValueError, httpx2.InvalidURL) as error:
        raise ServiceUnreachable(host_of(address), str(error)[:300]) from error


async def check_way(address: str) -> None:
    """Looks up where the name in a checked `address` leads, where encryption does not protect it.

    Raises UnsafeAddress when it leads out of the own network, ServiceUnreachable when nobody knows
    it.
    """
    parts = urlsplit(address)
    if parts.scheme != "http" or not parts.hostname:
        return
    try:
        found = await asyncio.get_running_loop().getaddrinfo(
            parts.hostname, parts.port or 80, type=socket.SOCK_STREAM
        )
    except OSError as error:
        raise ServiceUnreachable(host_of(address), error.strerror or str(error)) from error
    # A name that cannot be written as names of computers are.
    except UnicodeError as error:
        raise UnsafeAddress(address, AddressFault.NO_WEB_ADDRESS) from error
    numbers = [ipaddress.ip_address(str(place[0]).partition("%")[0]) for *_, place in found]
    is_safe = (lambda one: one.is_loopback) if is_this_computer(address) else is_private
    if not all(map(is_safe, numbers)):
        raise UnsafeAddress(address, AddressFault.LEADS_AWAY)
