"""What screens are told of the subjects of an entry, by the kind of their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.codes import CodeKind, parse_code

if TYPE_CHECKING:
    from collections.abc import Iterable


def changes_of(codes: Iterable[str]) -> Changes:
    """Return the changes that an entry about these subjects brings.

    A part or a medium may have got a label with it.
    """
    by_kind: dict[CodeKind, set[str]] = {}
    for code in codes:
        own = parse_code(code)
        if own is not None:
            by_kind.setdefault(own.kind, set()).add(code)

    def of(*kinds: CodeKind) -> frozenset[str]:
        return frozenset(code for kind in kinds for code in by_kind.get(kind, ()))

    return Changes(
        devices=of(CodeKind.DEVICE),
        parts=of(CodeKind.PART),
        orders=of(CodeKind.WORK_ORDER),
        containers=of(CodeKind.CONTAINER),
        media=of(CodeKind.MEDIUM),
        places=of(CodeKind.PLACE),
        certificates=of(CodeKind.CERTIFICATE),
        labels=of(CodeKind.PART, CodeKind.MEDIUM),
        journal=True,
    )
