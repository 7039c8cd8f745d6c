"""Starts the program: `serkut-desk`, or `python -m serkut_desk`.

Without a command the window is wanted, as soon as can be: the command line's many modules are not
even imported then.
"""

from __future__ import annotations

import sys

from serkut_desk.cli.quick import has_display, show, wanted


def main() -> None:
    """Open the window or run the command line, and end the process with its exit status."""
    asked = wanted(sys.argv[1:]) if has_display() else None
    if asked is not None:
        sys.exit(show(*asked))
    from serkut_desk.cli.main import main as run  # noqa: PLC0415 - commands only

    sys.exit(run())


if __name__ == "__main__":
    main()
