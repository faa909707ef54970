"""Indexes a folder with rclip's own code and a given ONNX file; run by a Python that has rclip.

    python peer_rclip.py MODEL.onnx FOLDER

Prints pictures a second of wall time and of CPU time. Nothing is fetched: rclip's download is
replaced by the file. The session is loaded before the clock starts.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

import rclip.db
import rclip.main
import rclip.model
import rclip.model_download


def main() -> None:
    """Prints both figures, and how many pictures there were."""
    onnx, folder = sys.argv[1:3]
    rclip.model_download.download_onnx_model = lambda *_args, **_options: onnx
    rclip.model_download.ensure_downloaded = lambda: None
    batch_size = rclip.main.helpers.init_arg_parser().get_default("indexing_batch_size")
    with tempfile.TemporaryDirectory() as data:
        database = rclip.db.DB(Path(data) / "db.sqlite3")
        model = rclip.model.Model()
        _ = model._session_visual_index
        peer = rclip.main.RClip(model, database, batch_size, None)
        begin, begin_cpu = time.perf_counter(), time.process_time()
        peer.ensure_index(folder)
        seconds, cpu = time.perf_counter() - begin, time.process_time() - begin_cpu
        indexed = len(peer._get_features(folder)[0])
    print(indexed, indexed / seconds, indexed * (os.cpu_count() or 1) / cpu)


if __name__ == "__main__":
    main()
