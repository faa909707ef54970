"""Where the data files are: categories, vocabularies, icons, translations."""

from pathlib import Path


def resource_path(name: str) -> Path:
    """Path of the resource `name`, such as "categories.toml" or "icons/pause.svg".

    An installed wheel and a frozen app carry the resources inside the package; in a checkout
    they lie beside it. Raises FileNotFoundError when there is no such resource.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "resources", package.parent / "resources"):
        path = folder / name
        if path.exists():
            return path
    raise FileNotFoundError(f"Photo Organizer is not installed whole: {name} is missing.")
