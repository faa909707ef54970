"""Starts Photo Organizer from a checkout; the frozen app starts here too."""

import multiprocessing
import sys

from organizer.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
