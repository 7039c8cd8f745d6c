"""Finds the saved mapping that fits a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.supplier_mapping import fits
from serkut_desk.interchange.supplier.reader import NoTableError, read_table
from serkut_desk.interchange.supplier.runs import mapped_runs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from serkut_desk.domain.evidence import ReportRun
    from serkut_desk.domain.supplier_mapping import SupplierMapping, SupplierTable


def runs_by_mapping(
    data: bytes,
    mappings: Iterable[SupplierMapping],
    comparable: Callable[[str], str | None],
) -> tuple[ReportRun, ...]:
    """Return the runs of a file by the mapping that fits it and names most of its columns.

    Nothing where none fits, and where two fit equally well: then a person has to retire one.
    """
    fitting: list[tuple[int, SupplierMapping, SupplierTable]] = []
    for mapping in mappings:
        headings = (frozenset(mapping.columns.values()),)
        try:
            table = read_table(data, record=mapping.record, headings=headings)
        except NoTableError:
            continue
        if fits(mapping, table):
            fitting.append((len(mapping.columns), mapping, table))
    fitting.sort(key=lambda one: -one[0])
    if not fitting or (len(fitting) > 1 and fitting[0][0] == fitting[1][0]):
        return ()
    _, mapping, table = fitting[0]
    return mapped_runs(mapping, table, comparable)
