"""What the app's throughput is compared with: open_clip as it comes, and rclip."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import open_clip
import torch
from PIL import Image
from throughput_figures import Figure, cores

RCLIPS_MODEL = "ViT-B-32-256"


class PlainClip:
    """open_clip as its documentation shows it: one thread, float32."""

    def __init__(self, model_name: str, device: str) -> None:
        name = "ViT-B-32" if model_name == "built-in" else model_name
        model, _, self._preprocess = open_clip.create_model_and_transforms(name)
        self._device = device or ("cuda" if torch.cuda.is_available() else "cpu")
        self._model = model.eval().to(self._device)

    def encode(self, files: Sequence[Path], batch: int) -> None:
        """Encodes all `files`, `batch` at once."""
        torch.set_num_threads(cores())
        for start in range(0, len(files), batch):
            images = []
            for file in files[start : start + batch]:
                with Image.open(file) as image:
                    images.append(self._preprocess(image))
            with torch.inference_mode():
                self._model.encode_image(torch.stack(images).to(self._device)).cpu()


def export_onnx(folder: Path) -> Path:
    """The image tower of rclip's model, with random weights, as ONNX."""
    torch.manual_seed(0)
    visual = open_clip.create_model(RCLIPS_MODEL).visual.eval()
    path = folder / "visual.onnx"
    torch.onnx.export(
        visual, (torch.zeros(2, 3, 256, 256),), str(path), dynamo=False,
        input_names=["input"], output_names=["output"],
        dynamic_axes={"input": {0: "n"}, "output": {0: "n"}},
    )  # fmt: skip
    return path


def measure_rclip(figure: Figure, python: str, onnx: Path, export: Path) -> None:
    """Lets the `python` that has rclip index the pictures of `export`, and tells `figure`."""
    script = Path(__file__).with_name("peer_rclip.py")
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(  # noqa: S603 - our own script
        [python, str(script), str(onnx), str(export)],
        capture_output=True, text=True, check=True, env=clean,
    )  # fmt: skip
    indexed, wall, cpu = done.stdout.split()
    if int(indexed) != len(list(export.rglob("*.jpg"))):
        raise SystemExit(f"rclip indexed {indexed}: {done.stderr}")
    figure.wall.append(float(wall))
    figure.cpu.append(float(cpu))
