"""What `models list` prints."""

from collections.abc import Sequence

from organizer.cli.output import print_table
from organizer.vision.catalogue import load_catalogue
from organizer.vision.catalogue_entries import CatalogueModel, Figure
from organizer.vision.model_store import InstalledModel, ModelStore, UnfinishedModel


def described_models(store: ModelStore, chosen: str) -> list[dict[str, object]]:
    """A JSON object for each model of the catalogue, then for each other one in `store`."""
    offered = load_catalogue().all
    here: dict[str, InstalledModel | UnfinishedModel] = {
        **{model.name: model for model in store.unfinished()},
        **{model.name: model for model in store.installed()},
    }
    others = sorted(here.keys() - {model.name for model in offered})
    return [
        *(_described(model, here.get(model.name), chosen) for model in offered),
        *(_described_other(here[name], chosen) for name in others),
    ]


def print_models(entries: Sequence[dict[str, object]]) -> None:
    """Prints what `described_models` gives as a table."""
    rows = [
        (
            f"{entry['id']}{' *' if entry['chosen'] else ''}",
            gigabytes(entry["download_bytes"] or entry["disk_bytes"]),
            str(entry["licence"] or "see its page"),
            str(entry["imagenet"] or ""),
            str(entry["korean_recall"] or ""),
            str(entry["state"]),
        )
        for entry in entries
    ]
    columns = ("model", "size", "licence", "ImageNet %", "Korean %", "state")
    print_table("Models (* is used by default)", columns, rows)


def gigabytes(count: object) -> str:
    """`count` bytes for people, as in "1.54 GB"; nothing for none."""
    if not isinstance(count, int) or not count:
        return ""
    return f"{count / 1e9:.2f} GB" if count >= 1e9 else f"{count / 1e6:.1f} MB"


def _described(
    model: CatalogueModel, here: InstalledModel | UnfinishedModel | None, chosen: str
) -> dict[str, object]:
    """People script against these names."""
    return {
        "id": model.id,
        "name": model.name,
        "title": model.title,
        "profile": model.profile,
        "state": _state(here) if model.model_name else "built in",
        "chosen": model.name == chosen,
        "download_bytes": model.download_bytes,
        "disk_bytes": here.bytes if here else 0,
        "folder": str(here.folder) if here else None,
        "licence": model.licence,
        "commercial_use": model.commercial_use,
        "languages": list(model.languages),
        **_figure("imagenet", model.imagenet),
        **_figure("korean_recall", model.korean_recall),
        "dimension": model.dimension,
        "image_size": model.image_size,
    }


def _described_other(model: InstalledModel | UnfinishedModel, chosen: str) -> dict[str, object]:
    restriction = load_catalogue().restriction(model.name)
    unknown = ("title", "profile", "download_bytes", "languages", "dimension", "image_size")
    return {
        "id": model.name,
        "name": model.name,
        "state": _state(model),
        "chosen": model.name == chosen,
        "disk_bytes": model.bytes,
        "folder": str(model.folder),
        "licence": restriction.licence if restriction else None,
        "commercial_use": False if restriction else None,
        **dict.fromkeys(unknown),
        **_figure("imagenet", None),
        **_figure("korean_recall", None),
    }


def _state(here: InstalledModel | UnfinishedModel | None) -> str:
    if here is None:
        return "not downloaded"
    return "downloaded" if isinstance(here, InstalledModel) else "partly downloaded"


def _figure(name: str, figure: Figure | None) -> dict[str, object]:
    return {
        name: figure.value if figure else None,
        f"{name}_source": figure.source if figure else None,
    }
