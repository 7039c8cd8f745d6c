"""Starts the program: `serkut-desk`, or `python -m serkut_desk`."""

from __future__ import annotations

import sys

from serkut_desk.cli.main import main as run


def main() -> None:
    """Run the command line and end the process with its exit status."""
    sys.exit(run())


if __name__ == "__main__":
    main()
