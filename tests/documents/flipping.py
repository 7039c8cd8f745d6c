"""Flips bytes of a sealed file; a module of its own, as processes beside the test import it."""

from __future__ import annotations

from serkut_desk.documents.verification import verify_pdf


def survivors(data: bytes, trusted: bytes, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the changes (place, mask) of one byte that go unnoticed."""
    file = bytearray(data)
    unnoticed = []
    for place, mask in places:
        file[place] ^= mask
        if verify_pdf(bytes(file), trusted).valid:
            unnoticed.append((place, mask))
        file[place] ^= mask
    return unnoticed
