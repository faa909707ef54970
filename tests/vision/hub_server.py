"""A small server on loopback that speaks the hub's API for repositories made in the test.

As the hub does, it answers for large files with a redirect to another address, where the bytes are.
"""

import hashlib
import json
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

REVISION = "c0ffee00" * 5
LARGE = 1000


@dataclass
class Trouble:
    """What happens instead of the next right answer to a request for the bytes of `file`.

    `status` answers with an error, `cut_after` ends the connection after so many bytes,
    `stall_after` sends no more until the server is `released`, `wrong` sends other bytes, `whole`
    ignores that only a part was asked for, `shift` sends a part that begins so much later, `page`
    is sent with status 200 in place of the file.
    """

    file: str
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    cut_after: int | None = None
    stall_after: int | None = None
    wrong: bool = False
    whole: bool = False
    shift: int = 0
    page: bytes | None = None


@dataclass(frozen=True)
class Request:
    """A request that came `at` this second: `path` without the query, `range` as it was sent."""

    method: str
    path: str
    range: str | None
    token: str | None
    at: float


class HubServer:
    """Serves `repositories`: the files of each by name. Keeps the `requests` that came.

    `troubles` come one after the other. `listing_statuses` are errors for the list of files.
    `etag` stands in place of every file's own, when it is not None; "" for none at all.
    """

    def __init__(self, repositories: dict[str, dict[str, bytes]]) -> None:
        self.repositories = repositories
        self.requests: list[Request] = []
        self.troubles: deque[Trouble] = deque()
        self.listing_statuses: deque[tuple[int, dict[str, str]]] = deque()
        self.lists_checksums = True
        self.etag: str | None = None
        self.released = threading.Event()
        handler = type("Handler", (_Handler,), {"hub": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def moments(self, name: str) -> list[float]:
        """When the bytes of `name` were asked for, in seconds."""
        return [
            request.at
            for request in self.requests
            if request.path.startswith("/blobs/") and request.path.endswith(f"/{name}")
        ]

    def ranges(self, name: str) -> list[str | None]:
        """The ranges of `name` that were asked for, where its bytes are."""
        return [
            request.range
            for request in self.requests
            if request.method == "GET" and request.path.startswith("/blobs/") and
            request.path.endswith(f"/{name}")
        ]  # fmt: skip

    def stop(self) -> None:
        self.released.set()
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


class _Handler(BaseHTTPRequestHandler):
    hub: HubServer
    protocol_version = "HTTP/1.1"
    _date = ""

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""

    def date_time_string(self, timestamp: float | None = None) -> str:
        """What the server says the time is: a trouble may say another."""
        return self._date or super().date_time_string(timestamp)

    def _answer(self) -> None:
        path = urlsplit(self.path).path
        self.hub.requests.append(
            Request(
                self.command,
                path,
                self.headers.get("Range"),
                self.headers.get("Authorization"),
                time.monotonic(),
            )
        )
        parts = path.strip("/").split("/")
        if path.startswith("/api/models/"):
            self._list("/".join(parts[2:4]))
        elif path.startswith("/blobs/"):
            self._send("/".join(parts[1:3]), parts[3])
        elif len(parts) == 5 and parts[2] == "resolve":
            self._resolve("/".join(parts[:2]), parts[4])
        else:
            self._fail(404)

    def _list(self, repository: str) -> None:
        if self.hub.listing_statuses:
            status, headers = self.hub.listing_statuses.popleft()
            self._fail(status, headers)
            return
        files = self.hub.repositories.get(repository)
        if files is None:
            self._fail(401, {"X-Error-Code": "RepoNotFound"})
            return
        siblings = [self._sibling(name, data) for name, data in files.items()]
        content = json.dumps({"id": repository, "sha": REVISION, "siblings": siblings}).encode()
        self._reply(200, content, {"Content-Type": "application/json"})

    def _sibling(self, name: str, data: bytes) -> dict[str, object]:
        if not self.hub.lists_checksums:
            return {"rfilename": name}
        entry = {"rfilename": name, "size": len(data), "blobId": _git_id(data)}
        if len(data) < LARGE:
            return entry
        sha256 = hashlib.sha256(data).hexdigest()
        return {**entry, "lfs": {"size": len(data), "sha256": sha256, "pointerSize": 134}}

    def _resolve(self, repository: str, name: str) -> None:
        data = self.hub.repositories.get(repository, {}).get(name)
        if data is None:
            self._fail(404, {"X-Error-Code": "EntryNotFound"})
            return
        is_large = len(data) >= LARGE
        checksum = hashlib.sha256(data).hexdigest() if is_large else _git_id(data)
        headers = {"X-Repo-Commit": REVISION, "ETag": f'"{checksum}"'}
        if is_large:
            headers |= {"X-Linked-ETag": f'"{checksum}"', "X-Linked-Size": str(len(data))}
        if self.hub.etag is not None:
            headers = {"X-Repo-Commit": REVISION, "ETag": self.hub.etag}
        # Another host for the same server: what the hub does with its content network.
        port = self.server.server_port
        headers["Location"] = f"http://localhost:{port}/blobs/{repository}/{name}"
        if is_large or self.command == "GET":
            self._reply(302, b"", headers)
        else:
            self._reply(200, data, headers)

    def _send(self, repository: str, name: str) -> None:
        data = self.hub.repositories[repository][name]
        trouble = Trouble("")
        if self.hub.troubles and self.hub.troubles[0].file == name:
            trouble = self.hub.troubles.popleft()
        if trouble.status is not None:
            self._fail(trouble.status, trouble.headers)
            return
        if trouble.page is not None:
            self._reply(200, trouble.page, {"Content-Type": "text/html; charset=utf-8"})
            return
        if trouble.wrong:
            data = bytes(byte ^ 1 for byte in data)
        start, status, headers = 0, 200, {}
        asked = self.headers.get("Range")
        if asked and not trouble.whole:
            start = int(asked.removeprefix("bytes=").removesuffix("-")) + trouble.shift
            status = 206
            headers["Content-Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
        self._reply(status, data[start:], headers, trouble)

    def _fail(self, status: int, headers: dict[str, str] | None = None) -> None:
        self._reply(status, b"", headers or {})

    def _reply(
        self,
        status: int,
        content: bytes,
        headers: dict[str, str],
        trouble: Trouble | None = None,
    ) -> None:
        self._date = headers.get("Date", "")
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        for key, value in headers.items():
            if value and key != "Date":
                self.send_header(key, value)
        self.end_headers()
        if self.command == "HEAD":
            return
        if trouble and trouble.cut_after is not None:
            content = content[: trouble.cut_after]
            self.close_connection = True
        try:
            if trouble and trouble.stall_after is not None:
                self.wfile.write(content[: trouble.stall_after])
                self.hub.released.wait()
                content = content[trouble.stall_after :]
            self.wfile.write(content)
        except OSError:
            # Who asked has gone: that is what some tests are about.
            self.close_connection = True


def _git_id(data: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def repository_files(folder: Path) -> dict[str, bytes]:
    """The files in `folder` as HubServer takes them."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
