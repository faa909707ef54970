"""The server that models come from, through huggingface_hub's own client.

It sends the user's token, honours HF_ENDPOINT, HF_HUB_OFFLINE and the proxies of the system, and
knows the server's errors. Only the transfer of a file's bytes is ours: hf_hub_download cannot be
paused, and since version 2 throws away what it has when it is cut short.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from huggingface_hub import HfApi, get_hf_file_metadata, hf_hub_url
from huggingface_hub.constants import HF_HUB_DOWNLOAD_TIMEOUT, HF_HUB_ETAG_TIMEOUT
from huggingface_hub.utils import build_hf_headers, get_session, hf_raise_for_status

_SHA256_LENGTH = 64
_PARTIAL_CONTENT = 206


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


class Hub:
    """Lists and opens files of repositories. `endpoint` is None for that of HF_ENDPOINT.

    What goes wrong comes as the client raises it, see server_errors.SERVER_ERRORS.
    """

    def __init__(self, endpoint: str | None = None) -> None:
        self._endpoint = endpoint
        self._api = HfApi(endpoint=endpoint)

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
    def open(self, file: RemoteFile, offset: int) -> Iterator[tuple[bool, Iterator[bytes]]]:
        """The bytes of `file` from `offset` on, as they come.

        With them whether the server began there; it may send the file from its start instead.
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
            yield response.status_code == _PARTIAL_CONTENT, response.iter_raw()

    def _url(self, file: RemoteFile) -> str:
        return hf_hub_url(
            file.repository, file.name, revision=file.revision, endpoint=self._endpoint
        )


def is_sha256(checksum: str) -> bool:
    """Whether `checksum` is a SHA-256, and not git's SHA-1."""
    return len(checksum) == _SHA256_LENGTH
