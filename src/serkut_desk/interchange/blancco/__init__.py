"""Blancco's XML reports, read by public descriptions: not proven on a real export."""

from __future__ import annotations

from serkut_desk.interchange.blancco.reader import is_blancco, read_blancco

__all__ = ["is_blancco", "read_blancco"]
