"""Files of other suppliers: tables of text and XML, before and after a mapping is put on them."""

from __future__ import annotations

from serkut_desk.interchange.supplier.choosing import runs_by_mapping
from serkut_desk.interchange.supplier.reader import (
    MOST_ROWS,
    NoTableError,
    looks_like_table,
    read_table,
    records_of,
)
from serkut_desk.interchange.supplier.runs import mapped_runs

__all__ = [
    "MOST_ROWS",
    "NoTableError",
    "looks_like_table",
    "mapped_runs",
    "read_table",
    "records_of",
    "runs_by_mapping",
]
