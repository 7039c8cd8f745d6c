"""Repeating elements of XML as rows: each text and attribute inside by its path.

A step of a path is the element's name, or `name[x]` where its attribute `name` is `x`. Paths count
from the repeating element; those of values that stand once outside it begin with `/`.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from serkut_desk.interchange.xml_tree import tag_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_MOST_CANDIDATES = 20
# Of what stands once outside the rows, which each of them carries: a name, a place, a date.
_MOST_OUTSIDE = 200
_LONGEST = 200
# Of the names of which paths are made: a path is kept for every element.
_LONGEST_NAME = 60
# So many values inside say that an element is a record as well as more would.
_ENOUGH = 50


def repeating(root: Element) -> tuple[str, ...]:
    """Return paths of elements with several values inside, those that occur most often first."""
    counted: Counter[str] = Counter()
    inside: dict[str, int] = {}
    walked = list(_walk(root, _step(root)))
    values: dict[Element, int] = {}
    # Backwards, so that each element is counted once however deep it lies.
    for _, element in reversed(walked):
        own = sum(1 for _ in _own_values(element))
        values[element] = min(own + sum(values[child] for child in element), _ENOUGH)
    for path, element in walked:
        if len(element) and values[element] > 1:
            counted[path] += 1
            inside[path] = max(inside.get(path, 0), values[element])
    # Of a chain of elements with one another inside, the outermost that repeats is the record.
    ranked = sorted(counted, key=lambda path: (counted[path] < 2, -inside[path] * counted[path]))  # noqa: PLR2004 - it repeats from the second on
    return tuple(ranked[:_MOST_CANDIDATES])


class TooManyRecordsError(Exception):
    """More elements repeat than a file has rows."""


def records(root: Element, path: str, most: int) -> list[dict[str, str]]:
    """Return the values of each element at a path, with what stands once outside of them.

    Raises:
        TooManyRecordsError: There are more than `most`.
    """
    found = [element for where, element in _walk(root, _step(root)) if where == path]
    if len(found) > most:
        raise TooManyRecordsError
    outside: dict[str, list[str]] = {}
    for where, element in _walk(root, _step(root), stop=path):
        if not len(element) and text_of(element):
            outside.setdefault(f"/{where}", []).append(text_of(element)[:_LONGEST])
    single = ((where, texts[0]) for where, texts in outside.items() if len(texts) == 1)
    once = dict(islice(single, _MOST_OUTSIDE))
    rows = []
    for element in found:
        row: dict[str, str] = {}
        for name, value in _values(element, ""):
            row.setdefault(name, value)
        rows.append(row | once)
    return rows


def _walk(element: Element, path: str, stop: str | None = None) -> Iterator[tuple[str, Element]]:
    waiting = [(path, element)]
    while waiting:
        where, one = waiting.pop()
        if where == stop:
            continue
        yield where, one
        waiting += [(f"{where}/{_step(child)}", child) for child in reversed(one)]


def _values(element: Element, path: str) -> Iterator[tuple[str, str]]:
    for where, one in _walk(element, path):
        own = where.removeprefix("/")
        for name, value in _own_values(one):
            yield f"{own}{name}", value


def _own_values(element: Element) -> Iterator[tuple[str, str]]:
    """Give what an element itself holds: attributes as `@name`, its text as ""."""
    for name, value in element.attrib.items():
        short = name.rpartition("}")[2]
        if short != "name" and value.strip():
            yield f"@{short[:_LONGEST_NAME]}", value.strip()[:_LONGEST]
    text = text_of(element)
    if text and not len(element):
        yield "", text[:_LONGEST]


def _step(element: Element) -> str:
    tag, name = tag_of(element)[:_LONGEST_NAME], element.get("name")
    return f"{tag}[{name[:_LONGEST_NAME]}]" if name else tag
