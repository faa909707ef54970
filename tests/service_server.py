"""A small server on loopback that speaks OpenAI's interface and says what it is told."""

import base64
import contextlib
import io
import json
import threading
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from PIL import Image

from organizer.vision.service import ServiceSettings

MODEL = "seeing-1"


@dataclass
class ServiceServer:
    """Answers with `categories` and `hashtags` for each picture, unless `trouble` is due first.

    Attributes:
        refuse_after: So many requests are answered, and the others refused.
        together: None is answered before so many wait.
        trouble: What is answered to the next requests: a status and a body.
        models: What is answered to a question for the models.
        retry_after: What is said in the header of this name to who is to try again.
        requests: The bodies that came, in order.
        pictures: The pictures that came, in order.
        keys: The keys that came, in order.
        headers: The headers that came, in order.
        most_at_once: How many requests were there at the same time, at most.
        hold: While it is not set, no request is answered but the first `hold_after`.
    """

    categories: tuple[str, ...] = ("pets",)
    hashtags: tuple[str, ...] = ("dog",)
    redirect: str = ""
    refuse_after: int = 1_000_000
    together: int = 1
    models: str | bytes = json.dumps({"object": "list", "data": [{"id": MODEL, "object": "model"}]})
    retry_after: str = ""
    trouble: deque[tuple[int, str | bytes]] = field(default_factory=deque)
    requests: list[dict[str, Any]] = field(default_factory=list)
    pictures: list[Image.Image] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    most_at_once: int = 0
    hold_after: int = 0
    hold: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        self.hold.set()
        self._at_once = 0
        self._lock = threading.Lock()
        self._meeting = threading.Barrier(self.together)
        handler = type("Handler", (_Handler,), {"service": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.01,), daemon=True
        )
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.hold.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def settings(self, input_price: float = 0.0, output_price: float = 0.0) -> ServiceSettings:
        return ServiceSettings(self.address, MODEL, 4, 3, input_price, output_price)

    def answer(self, body: dict[str, Any]) -> tuple[int, str | bytes]:
        parts = body["messages"][1]["content"]
        found = [part["image_url"]["url"] for part in parts if part["type"] == "image_url"]
        for url in found:
            self.pictures.append(Image.open(io.BytesIO(base64.b64decode(url.split(",")[1]))))
        said = {"categories": list(self.categories), "hashtags": list(self.hashtags)}
        text = json.dumps({"pictures": [{"number": n + 1, **said} for n in range(len(found))]})
        return 200, completion(text)


def completion(text: str) -> str:
    """A whole answer that says `text`."""
    return json.dumps(
        {
            "id": "1",
            "object": "chat.completion",
            "created": 1,
            "model": MODEL,
            "choices": [
                {
                    "index": 0,
                    "finish_reason": "stop",
                    "message": {"role": "assistant", "content": text},
                }
            ],
            "usage": {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100},
        }
    )


class _Handler(BaseHTTPRequestHandler):
    service: ServiceServer

    def do_GET(self) -> None:
        self.service.keys.append(self.headers["Authorization"])
        self.service.headers.append(dict(self.headers))
        self._send(200, self.service.models)

    def do_POST(self) -> None:
        service = self.service
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with service._lock:
            service._at_once += 1
            service.most_at_once = max(service.most_at_once, service._at_once)
            service.requests.append(body)
            service.keys.append(self.headers["Authorization"])
            service.headers.append(dict(self.headers))
            number = len(service.requests)
        if number > service.hold_after:
            service.hold.wait(30)
        service._meeting.wait(30)
        with service._lock:
            service._at_once -= 1
            due = service.trouble.popleft() if service.trouble else None
            answered = due or service.answer(body)
            if len(service.requests) > service.refuse_after:
                answered = 401, json.dumps({"error": {"message": "no credit"}})
        self._send(*answered)

    def _send(self, status: int, text: str | bytes) -> None:
        data = text.encode() if isinstance(text, str) else text
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        if status >= 429:
            # The client would wait for seconds before it tries again.
            name = "Retry-After" if self.service.retry_after else "retry-after-ms"
            self.send_header(name, self.service.retry_after or "1")
        if 300 <= status < 400:
            self.send_header("Location", self.service.redirect)
        self.end_headers()
        # Who asked may have gone away.
        with contextlib.suppress(ConnectionError):
            self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""


class RecordingProxy:
    """A proxy on loopback that notes what it is asked for and passes nothing on."""

    def __enter__(self) -> Self:
        self.asked: list[str] = []
        handler = type("Proxy", (_ProxyHandler,), {"asked": self.asked})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.01,), daemon=True
        )
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"


class _ProxyHandler(BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(f"{self.command} {self.path}\n{self.headers}")
        self.send_response(502)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_POST(self) -> None:
        self.do_GET()

    def do_CONNECT(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""
