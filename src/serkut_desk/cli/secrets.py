"""PINs and passphrases: asked at a terminal, else taken from the environment."""

from __future__ import annotations

import getpass
import os
import sys

PIN = "SERKUT_PIN"
NEW_PIN = "SERKUT_NEW_PIN"
SECOND_PIN = "SERKUT_SECOND_PIN"
PASSPHRASE = "SERKUT_KEY_PASSPHRASE"  # noqa: S105 - the variable's name, not a secret
NEW_PASSPHRASE = "SERKUT_NEW_KEY_PASSPHRASE"  # noqa: S105 - the variable's name, not a secret

NEEDED = {"pin_needed": PIN, "pin_too_old": PIN, "second_supervisor_needed": SECOND_PIN}
"""Where the command line takes what a refusal says is missing, by the refusal's code."""


def ask(variable: str, question: str) -> str | None:
    """Return a secret: the environment's, else what a person types, None without a terminal."""
    given = os.environ.get(variable)
    if given:
        return given
    if not (sys.stdin and sys.stdin.isatty()):
        return None
    try:
        return getpass.getpass(question + ": ") or None
    except EOFError:
        return None
