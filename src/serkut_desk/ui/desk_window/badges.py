"""Badges scanned while a card lies over the window: they change the person all the same."""

from __future__ import annotations

from serkut_desk.domain.codes import CodeKind, parse_code


def is_badge(text: str) -> bool:
    """Tell whether a scan is somebody's badge."""
    own = parse_code(text)
    return own is not None and own.kind is CodeKind.BADGE
