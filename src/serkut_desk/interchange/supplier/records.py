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
_LONGEST = 200
# So many values inside say that an element is a record as well as more would.
_ENOUGH = 50


def repeating(root: Element) -> tuple[str, ...]:
    """Return paths of elements with several values inside, those that occur most often first."""
    counted: Counter[str] = Counter()
    inside: dict[str, int] = {}
    for path, element in _walk(root, _step(root)):
        values = sum(1 for _ in islice(_values(element, ""), _ENOUGH)) if len(element) else 0
        if values > 1:
            counted[path] += 1
            inside[path] = max(inside.get(path, 0), values)
    # Of a chain of elements with one another inside, the outermost that repeats is the record.
    ranked = sorted(counted, key=lambda path: (counted[path] < 2, -inside[path] * counted[path]))  # noqa: PLR2004 - it repeats from the second on
    return tuple(ranked[:_MOST_CANDIDATES])


def records(root: Element, path: str) -> list[dict[str, str]]:
    """Return the values of each element at a path, with what stands once outside of them."""
    found = [element for where, element in _walk(root, _step(root)) if where == path]
    outside: dict[str, list[str]] = {}
    for where, element in _walk(root, _step(root), stop=path):
        if not len(element) and text_of(element):
            outside.setdefault(f"/{where}", []).append(text_of(element)[:_LONGEST])
    once = {where: texts[0] for where, texts in outside.items() if len(texts) == 1}
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
        for name, value in one.attrib.items():
            short = name.rpartition("}")[2]
            if short != "name" and value.strip():
                yield f"{own}@{short}", value.strip()[:_LONGEST]
        text = text_of(one)
        if text and not len(one):
            yield own, text[:_LONGEST]


def _step(element: Element) -> str:
    name = element.get("name")
    return f"{tag_of(element)}[{name[:60]}]" if name else tag_of(element)
