"""How suppliers' files are read at this moment, for whoever reads files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from serkut_desk.domain.supplier_mapping import SupplierMapping
    from serkut_desk.stations.desk import Desk


def active_mappings(desk: Desk) -> tuple[SupplierMapping, ...]:
    """Return the mappings in use, for `interchange.evidence.read_report`."""
    with desk.database.reading() as work:
        return work.supplier_mappings.active()
