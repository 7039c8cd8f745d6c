"""Reads the file that `resources/stick/serkut-wipe` leaves: bytes to one judged run."""

from serkut_desk.interchange.stick.reader import read_stick

__all__ = ["read_stick"]
