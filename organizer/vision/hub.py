"""The server that models come from, through huggingface_hub's own client.

It sends the user's token, honours HF_ENDPOINT, HF_HUB_OFFLINE and the proxies of the system, and
knows the server's errors. Only the transfer of a file's bytes is ours: hf_hub_download cannot be
paused, and since version 2 throws away what it has when it is cut short.
"""

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

import httpx2
from huggingface_hub import HfApi, get_hf_file_metadata, hf_hub_url
from huggingface_hub.constants import HF_HUB_DOWNLOAD_TIMEOUT, HF_HUB_ETAG_TIMEOUT
from huggingface_hub.utils import build_hf_headers, get_session, hf_raise_for_status

_SHA256 = re.compile(r"[0-9a-f]{64}")
_GIT_ID = re.compile(r"[0-9a-f]{40}")
_PARTIAL_CONTENT = 206
_CONTENT_RANGE = re.compile(r"bytes (?P<begin>\d+)-\d+/(?P<total>\d+|\*)")


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file on the server.

    `checksum` is the hexadecimal SHA-256 of the content, or for small files git's SHA-1.
    """

    repository: str
    revision: str
    name: str
    bytes: int
    checksum: str

    @property
    def can_be_checked(self) -> bool:
        """Whether it is known how long and what it is; some mirrors tell neither."""
        is_known = _SHA256.fullmatch(self.checksum) or _GIT_ID.fullmatch(self.checksum)
        return self.bytes > 0 and bool(is_known)


class NotTheFile(httpx2.RemoteProtocolError):
    """Something else came in place of the file, such as the page of a network to sign in at."""


class Hub:
    """Lists and opens files of repositories. `endpoint` is None for that of HF_ENDPOINT.

    What goes wrong comes as the client raises it, see server_errors.SERVER_ERRORS.
    """

    def __init__(self, endpoint: str | None = None) -> None:
        self._endpoint = endpoint
        self._api = HfApi(endpoint=endpoint)

    @property
    def endpoint(self) -> str:
        """The address of the server."""
        return self._api.endpoint

    def files(self, repository: str) -> dict[str, RemoteFile]:
        """The files of the newest revision, by name. What has no known content is left out."""
        info = self._api.model_info(repository, files_metadata=True, timeout=HF_HUB_ETAG_TIMEOUT)
        revision = info.sha or "main"
        found = {}
        for entry in info.siblings or ():
            size = entry.lfs.size if entry.lfs else entry.size
            checksum = entry.lfs.sha256 if entry.lfs else entry.blob_id
            found[entry.rfilename] = RemoteFile(
                repository, revision, entry.rfilename, size or 0, checksum or ""
            )
        return found

    def described(self, file: RemoteFile) -> RemoteFile:
        """`file` with size and checksum, which some mirrors leave out of the list of files."""
        if file.bytes and file.checksum:
            return file
        metadata = get_hf_file_metadata(self._url(file), timeout=HF_HUB_ETAG_TIMEOUT)
        size, checksum = metadata.size or file.bytes, metadata.etag or file.checksum
        return RemoteFile(file.repository, file.revision, file.name, size, checksum)

    @contextlib.contextmanager
    def open(self, file: RemoteFile, offset: int) -> Iterator[tuple[int, Iterator[bytes]]]:
        """Where the bytes that come of `file` begin, and the bytes as they come.

        That is at `offset`, or at 0 when the server sends the whole file all the same. Raises
        NotTheFile.
        """
        # Compressed bytes could be neither counted nor gone on with.
        headers = {**build_hf_headers(), "Accept-Encoding": "identity"}
        if offset:
            headers["Range"] = f"bytes={offset}-"
        with get_session().stream(
            "GET", self._url(file), headers=headers, timeout=HF_HUB_DOWNLOAD_TIMEOUT
        ) as response:
            if response.is_error:
                response.read()
            hf_raise_for_status(response)
            yield _beginning(response, file, offset), response.iter_raw()

    def _url(self, file: RemoteFile) -> str:
        return hf_hub_url(
            file.repository, file.name, revision=file.revision, endpoint=self._endpoint
        )


def is_sha256(checksum: str) -> bool:
    """Whether `checksum` is a SHA-256, and not git's SHA-1."""
    return bool(_SHA256.fullmatch(checksum))


def _beginning(response: httpx2.Response, file: RemoteFile, offset: int) -> int:
    """Where in `file` the bytes of `response` begin. Raises NotTheFile.

    Who sits between us and the server answers with status 200, too: what does not say that it is
    the file takes the place of nothing that came.
    """
    if response.status_code == _PARTIAL_CONTENT:
        sent = _CONTENT_RANGE.fullmatch(response.headers.get("Content-Range", "").strip())
        if sent and int(sent["begin"]) == offset and sent["total"] in ("*", str(file.bytes)):
            return offset
        raise NotTheFile("another part was sent than was asked for")
    if not _is_whole(response, file, offset):
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        raise NotTheFile(kind or f"status {response.status_code}")
    return 0


def _is_whole(response: httpx2.Response, file: RemoteFile, offset: int) -> bool:
    """Whether `response` is all of `file`, by its length or its checksum."""
    length = response.headers.get("Content-Length", "").strip()
    if length:
        return length == str(file.bytes)
    tag = response.headers.get("ETag", "").removeprefix("W/").strip('"')
    # Some mirrors tell neither: as long as nothing came yet, nothing is lost by trying.
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    return tag == file.checksum or (not offset and not is_page)
