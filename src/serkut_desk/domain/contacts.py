"""Whether a text tells how to reach a person: where only a role or a fact belongs."""

from __future__ import annotations

import re

_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
# A Finnish number, also with its country code; seven digits at least, as written by hand.
_PHONE = re.compile(r"(?<![0-9A-Za-z])(?:\+|00)?[0-9](?:[ ()/-]?[0-9]){6,}(?![0-9A-Za-z])")
_STARTS = ("0", "+")


def reaches_somebody(text: str) -> bool:
    """Tell whether a text holds an e-mail address or a telephone number.

    A telephone number begins with 0 or +, so that order and inventory numbers pass.
    """
    if _EMAIL.search(text):
        return True
    return any(found[0].startswith(_STARTS) for found in _PHONE.finditer(text))
