"""What the sample's pictures show and what is written under them."""

import functools
import importlib.util
import tomllib
from dataclasses import dataclass
from pathlib import Path

from organizer.resource_files import resource_path


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of pictures: a photograph where one is installed, else a kind of drawing."""

    photograph: Path | None
    drawing: str
    weight: int
    captions: tuple[str, ...]


@functools.cache
def load_topics() -> tuple[Topic, ...]:
    """The topics of resources/sample/topics.toml."""
    path = resource_path("sample/topics.toml")
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Topic(
            photograph=_installed(entry.get("photograph")),
            drawing=entry["drawing"],
            weight=entry["weight"],
            captions=tuple(entry["captions"]),
        )
        for entry in content["topic"]
    )


def _installed(name: str | None) -> Path | None:
    """The file `name`, such as "skimage/data/coffee.png"; None where its package is not."""
    if name is None:
        return None
    package, _, file = name.partition("/")
    # find_spec does not import the package, which would take seconds.
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        return None
    path = Path(found.origin).parent / file
    return path if path.is_file() else None
