"""XML of others as a tree: no entities, no document type, nothing fetched, limits on all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_BYTES = 16 * 1024 * 1024
MAX_ELEMENTS = 200_000
MAX_DEPTH = 60
_MOST_BRACKETS = 3 * MAX_ELEMENTS


class BadXmlError(Exception):
    """The bytes are no XML that is read here."""


def parse_xml(data: bytes) -> Element:
    """Return the root of a document.

    Raises:
        BadXmlError: It is broken, declares a document type or entities, or is too large or deep.
    """
    # Counted before anything is built: each element and each end of one has its bracket.
    if len(data) > MAX_BYTES or data.count(b"<") > _MOST_BRACKETS:
        raise BadXmlError
    try:
        root: Element = fromstring(data, forbid_dtd=True)  # without comments and instructions
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError):
        raise BadXmlError from None
    _demand_limits(root)
    return root


def _demand_limits(root: Element) -> None:
    level, count = [root], 0
    for _ in range(MAX_DEPTH):
        count += len(level)
        if count > MAX_ELEMENTS:
            raise BadXmlError
        level = [child for one in level for child in one]
        if not level:
            return
    raise BadXmlError


def tag_of(element: Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def text_of(element: Element | None) -> str:
    """Return an element's own text in one line, "" where it has none."""
    return " ".join((element.text or "").split()) if element is not None else ""
