"""The tables of lots and of loose media."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import px

if TYPE_CHECKING:
    from serkut_desk.ui.stations.certificates.views import LotRow, MediumRow

translate = QCoreApplication.translate


def lots_table() -> tuple[DataTable[LotRow], PagedModel[LotRow]]:
    """Return the table of lots with its model."""
    model: PagedModel[LotRow] = PagedModel(
        (
            Column(
                translate("CertificateTables", "Lot"),
                lambda row: row.short,
                mono=True,
                weight=0,
                width=90,
            ),
            Column(
                translate("CertificateTables", "Sender"),
                lambda row: row.sender,
                weight=2,
                width=140,
            ),
            Column(
                translate("CertificateTables", "Issued"),
                lambda row: row.issued,
                weight=0,
                width=60,
            ),
            Column(
                translate("CertificateTables", "Ready to issue"),
                lambda row: row.ready,
                weight=0,
                width=60,
            ),
            Column(
                translate("CertificateTables", "Certificate of the lot"),
                lambda row: row.state,
                tone=lambda row: row.tone,
                weight=0,
                width=110,
            ),
        ),
        key=lambda row: row.lot,
    )
    table = DataTable(model, translate("CertificateTables", "Lots"))
    model.setParent(table)
    table.setMinimumHeight(px(38 + 4 * 44))
    return table, model


def media_table() -> tuple[DataTable[MediumRow], PagedModel[MediumRow]]:
    """Return the table of media that were taken out, with its model."""
    model: PagedModel[MediumRow] = PagedModel(
        (
            Column(
                translate("CertificateTables", "Medium"),
                lambda row: row.short,
                mono=True,
                weight=0,
                width=90,
            ),
            Column(
                translate("CertificateTables", "Model"), lambda row: row.model, weight=2, width=120
            ),
            Column(
                translate("CertificateTables", "Serial number"),
                lambda row: row.serial,
                mono=True,
                weight=1,
                width=130,
            ),
            Column(
                translate("CertificateTables", "Taken from"),
                lambda row: row.device,
                mono=True,
                weight=0,
                width=110,
            ),
        ),
        key=lambda row: row.medium,
    )
    table = DataTable(model, translate("CertificateTables", "Loose media"))
    model.setParent(table)
    table.setMinimumHeight(px(38 + 4 * 44))
    return table, model
