"""The same work without a window: the commands that people type and script against."""

from organizer.cli.main import main

__all__ = ["main"]
