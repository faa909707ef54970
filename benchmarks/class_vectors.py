"""Writes the vectors of the ImageNet class names that the starter model works with.

Run it again after a change of resources/imagenet_classes.txt.
"""

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from organizer.resource_files import resource_path
from organizer.vision.builtin import class_names
from organizer.vision.text_model import TextModel


def main() -> None:
    """Writes imagenet_classes.npy, float16 of shape (1000, 384), beside the names."""
    vectors = TextModel().encode(class_names())
    path = resource_path("imagenet_classes.txt").with_suffix(".npy")
    np.save(path, vectors.astype(np.float16))
    print(f"{path}: {vectors.shape}")


if __name__ == "__main__":
    main()
