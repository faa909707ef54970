"""What tests do with downloads of a tiny model from a HubServer."""

from collections.abc import Callable
from pathlib import Path

from hub_server import HubServer
from tiny_models import WEIGHTS

from organizer.vision.download import DownloadPlan, download_model, plan_download
from organizer.vision.download_progress import DownloadControl, DownloadProgress
from organizer.vision.hub import Hub
from organizer.vision.model_store import InstalledModel, ModelStore
from organizer.vision.server_errors import RetryPolicy

NAME = "tiny-siglip/test"
FOLDER = "tiny-siglip--test"
REPOSITORY = "tests/tiny-siglip"
AT_ONCE = RetryPolicy(attempts=3, first_wait_seconds=0)
PLENTY = 10**12


def plan(server: HubServer, models: Path, name: str = NAME) -> DownloadPlan:
    return plan_download(name, models, Hub(server.endpoint), AT_ONCE)


def download(
    server: HubServer,
    models: Path,
    on_progress: Callable[[DownloadProgress], None] | None = None,
    control: DownloadControl | None = None,
    policy: RetryPolicy = AT_ONCE,
    free: int = PLENTY,
) -> InstalledModel:
    return download_model(
        plan(server, models),
        on_progress,
        control,
        Hub(server.endpoint),
        policy,
        lambda _folder: free,
        interval_seconds=0,
    )


def bytes_kept(models: Path) -> int:
    (part,) = (models / FOLDER).glob(f"{WEIGHTS}.*.part")
    return part.stat().st_size


def is_installed(models: Path) -> bool:
    return ModelStore([models]).find("tiny-siglip", "test") is not None
