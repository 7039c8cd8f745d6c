"""Invented contents of every kind of issued paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from serkut_desk.documents.papers.stamp import CopyMark, Stamp
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.journal import Head
from serkut_desk.domain.lot_papers import (
    LotCage,
    LotItem,
    LotReceiptContent,
    LotSeal,
    LotThing,
    ReconciliationContent,
)
from serkut_desk.domain.packing import PackedContainer, PackingListContent, WasteName
from serkut_desk.domain.papers import (
    NOT_ARRIVED,
    SERIES,
    ChannelFigure,
    Content,
    Count,
    CreditNoteContent,
    DeliveryNoteContent,
    Detail,
    Figure,
    IncidentContent,
    InvoiceContent,
    LockedDevice,
    LotReportContent,
    LotRow,
    MonthReportContent,
    PaidBy,
    PaperKind,
    PaperLine,
    ReceiptContent,
    ReleaseRequestContent,
    Seller,
    SlipContent,
    VatShare,
    WipedMedium,
    WipeStatementContent,
)
from serkut_desk.domain.references import reference_number

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
HEAD = Head(1234, "9f3c1be0d2a84475c1b7e6f2380a9d5e4477ab10c93de8f6512b7a0c4d98e1a7")
HANDOVER = make_code(CodeKind.HANDOVER, 312)
DEVICE = make_code(CodeKind.DEVICE, 4217)
LOT = make_code(CodeKind.LOT, 11)
SELLER = Seller(
    "Esimerkin kaupunki, Digipaja",
    "0201256-6",
    "Esimerkkikatu 1",
    "00100 Helsinki",
    "+358 9 000 0000",
    "paja@example.org",
    "FI7944052020036082",
)
TERMS = (
    "Paja antaa laitteelle takuun. Takuu kattaa viat, jotka tulevat tavallisessa käytössä.",
    "Takuu ei kata akun tavallista kulumista.",
)


def line(number: int = 1, **other: object) -> PaperLine:
    """Return the line of a laptop."""
    made = PaperLine(
        article="laptop",
        description="HP ProBook 450 G5",
        price_cents=9500,
        vat_permille=255,
        warranty_months=36,
        device=make_code(CodeKind.DEVICE, 4200 + number),
        serial=f"5CD8{number:06d}X",
        grade="B",
        weight_g=2110,
    )
    return replace(made, **other)  # type: ignore[arg-type] # tests give what fits the fields


def _lot_row(number: int) -> LotRow:
    came = number % 6 != 4
    return LotRow(
        device=make_code(CodeKind.DEVICE, 4000 + number) if came else "",
        type="laptop",
        description="HP EliteBook 840 G5",
        serial=f"5CG{number:07d}",
        inventory=f"HKI-{number:06d}",
        received_on=date(2026, 11, 18) if came else None,
        media=1,
        level="clear" if came else "",
        certificate=make_code(CodeKind.CERTIFICATE, number) if came else "",
        grade="B" if came else "",
        state="on_shelf" if came else NOT_ARRIVED,
        left_on=None,
        weight_g=2110 if came else None,
    )


def _packed(
    number: int, fraction: str, code: str, net_g: int, own: str, *, hazardous: bool = False
) -> PackedContainer:
    return PackedContainer(
        code=make_code(CodeKind.CONTAINER, number),
        name="Tynnyri 2",
        fraction=fraction,
        waste_code=code,
        hazardous=hazardous,
        recycler_code=own,
        seal=f"S-{number}",
        gross_g=net_g + 1_200,
        tare_g=1_200,
        lines_g=net_g - 5,
    )


_MODELS = (
    "Lenovo ThinkPad L14 Gen 2",
    "HP EliteBook 840 G6",
    "Dell P2419H",
    "Apple iPhone SE (2020)",
)


def _item(row: int, number: int = 0, *, reason: str = "", note: str = "") -> LotItem:
    """Return a device that came, or a line of the list of which none came."""
    at = number or row
    came = not reason or not row
    return LotItem(
        row=row,
        device=make_code(CodeKind.DEVICE, at) if came else "",
        type="laptop",
        description=_MODELS[at % len(_MODELS)],
        serial=f"5CG94{at:05d}X",
        inventory=f"HKI-{98200 + at:07d}",
        cage=f"Häkki {1 + at % 2}" if came else "",
        came_on=date(2026, 11, 18) if came else None,
        reason=reason,
        note=note,
    )


def _late() -> LotItem:
    """Return a line whose device came with another lot."""
    return replace(
        _item(6, reason="comes_later"),
        device=make_code(CodeKind.DEVICE, 900),
        came_on=date(2026, 12, 1),
        other_lot=make_code(CodeKind.LOT, 131),
    )


def _old() -> LotItem:
    """Return a device that an earlier lot had missed."""
    extra = _item(0, 7, reason="earlier_lot")
    return replace(extra, other_lot=make_code(CodeKind.LOT, 99), other_row=12)


def _reading(stage: str, seal: str, *, matches: bool = True, **decided: str) -> LotSeal:
    return LotSeal(stage=stage, at=NOW, seal=seal, matches=matches, **decided)


_CAGES = (
    LotCage(
        name="Häkki 1",
        kind="cage",
        seal="0012345",
        state="opened",
        devices=31,
        readings=tuple(_reading(stage, "0012345") for stage in ("van", "arrival", "opening")),
    ),
    LotCage(
        name="Häkki 2",
        kind="cage",
        seal="0012346",
        state="opened",
        devices=29,
        readings=(
            _reading(
                "arrival",
                "0099999",
                matches=False,
                decision="accepted",
                reason="Kuljettaja vaihtoi sinetin",
            ),
            _reading("opening", "0099999"),
        ),
    ),
    LotCage(name="Lava", kind="pallet", seal="", state="listed", devices=0),
)

CONTENTS: dict[PaperKind, Content] = {
    PaperKind.RECEIPT: ReceiptContent(
        handover=HANDOVER,
        lines=(
            line(),
            PaperLine(article="Laturi", price_cents=2002, vat_permille=255, warranty_months=6),
        ),
        total_cents=11502,
        rounding_cents=-2,
        paid_by=PaidBy.CASH,
        vat=(VatShare(255, 9165, 2337, 11502),),
        terms=TERMS,
    ),
    PaperKind.SLIP: SlipContent(handover=HANDOVER, lines=(line(),), terms=TERMS),
    PaperKind.DELIVERY_NOTE: DeliveryNoteContent(
        handover=HANDOVER,
        lines=tuple(line(number) for number in range(1, 61)),
        receiver="Digitaidot kaikille ry",
        details=(Detail("Toimitus", "Noudetaan pajalta"),),
        terms=TERMS,
    ),
    PaperKind.INVOICE: InvoiceContent(
        handover=HANDOVER,
        lines=(line(1), line(2)),
        total_cents=19000,
        vat=(VatShare(255, 15139, 3861, 19000),),
        receiver="Digitaidot kaikille ry",
        receiver_business_id="2077474-0",
        due=date(2026, 12, 7),
        terms=TERMS,
    ),
    PaperKind.CREDIT_NOTE: CreditNoteContent(
        handover=HANDOVER,
        original="KU-17",
        original_on=date(2026, 11, 2),
        lines=(line(),),
        total_cents=9500,
        vat=(VatShare(255, 7570, 1930, 9500),),
        paid_by=PaidBy.CARD,
        reason="Näyttö rikki takuuaikana",
    ),
    PaperKind.WIPE_STATEMENT: WipeStatementContent(
        device=DEVICE,
        type="laptop",
        description="HP ProBook 450 G5",
        serial="5CD8123456",
        media=(
            WipedMedium(
                kind="ssd",
                capacity_bytes=256_060_514_304,
                technique="ata_secure_erase_enhanced",
                level="purge",
                done_on=date(2026, 11, 20),
            ),
            WipedMedium(
                kind="hdd",
                capacity_bytes=None,
                technique="destroy_shred",
                level="destroy",
                done_on=None,
                removed=True,
            ),
        ),
        approved_on=date(2026, 11, 21),
        certificate=make_code(CodeKind.CERTIFICATE, 88),
    ),
    PaperKind.RELEASE_REQUEST: ReleaseRequestContent(
        receiver="Kasvatus ja koulutus",
        devices=tuple(
            LockedDevice(
                device=make_code(CodeKind.DEVICE, 4300 + number),
                type="phone",
                description="Samsung Galaxy A52",
                serial=f"R58R{number:07d}",
                inventory=f"HKI-{number:06d}",
                lock=lock,
                found_on=date(2026, 11, 20),
                imei="356938035643809",
                note="Kysyy hallintatunnusta",
            )
            for number, lock in enumerate(("mdm", "bios", "stolen"))
        ),
        answer_by=date(2026, 12, 11),
        note="Yhteys: paja@example.org",
    ),
    PaperKind.INCIDENT: IncidentContent(
        device=DEVICE,
        type="laptop",
        description="Lenovo ThinkPad T480",
        serial="PF1ABC23",
        inventory="HKI-000123",
        lot=LOT,
        sender="Kasvatus ja koulutus",
        data_state="not_wiped",
        noticed_at=NOW,
        noticed_by="T07",
        circumstances="Ei löytynyt hyllyn 3 laskennassa.",
        last_seen="Hylly 3, 12.11.2026",
        media=("SSD (SATA), 256 Gt",),
        told="Tietosuojavastaava",
        told_at=NOW,
    ),
    PaperKind.LOT_REPORT: LotReportContent(
        lot=LOT,
        sender="Kasvatus ja koulutus",
        opened_on=date(2026, 11, 18),
        closed_on=None,
        data_class="confidential",
        rows=tuple(_lot_row(number) for number in range(40)),
    ),
    PaperKind.MONTH_REPORT: MonthReportContent(
        month="2026-11",
        until=date(2026, 11, 22),
        lots=4,
        received=Figure("received", 200, 412_000, 8),
        outcomes=(Figure("shelf", 80, 160_000, 2), Figure("dismantle", 40, 120_000)),
        wipes=(Count("clear", 120), Count("destroy", 8)),
        certificates=140,
        handovers=(
            ChannelFigure("commitment", 12, 12, 22_000),
            ChannelFigure("project", 1, 25, 50_000),
        ),
        returned=2,
        missing=1,
    ),
    PaperKind.PACKING_LIST: PackingListContent(
        shipment=3,
        recycler="Esimerkin kierrätys Oy",
        left_on=date(2026, 12, 9),
        vehicle="ABC-123",
        note="Nouto takaovelta",
        containers=(
            _packed(12, "circuit_boards", "16 02 16", 24_310, "PCB-2"),
            _packed(13, "battery_lithium_damaged", "16 06 07*", 8_402, "LI-D", hazardous=True),
            _packed(14, "ferrous", "16 02 16", 412_600, ""),
        ),
        names=(
            WasteName(
                code="16 02 16",
                name_fi="muut käytöstä poistetuista laitteista poistetut osat",
                name_en="components removed from discarded equipment",
            ),
            WasteName(
                code="16 06 07*",
                name_fi="waste lithium-based batteries",
                name_en="waste lithium-based batteries",
            ),
        ),
    ),
    PaperKind.LOT_RECEIPT: LotReceiptContent(
        lot=make_code(CodeKind.LOT, 118),
        sender="Kasvatus ja koulutus",
        has_list=True,
        came=tuple(_item(number) for number in range(2, 58)),
        extra=tuple(_item(0, number) for number in range(58, 62)),
        missing=(_item(58, reason="comes_later"), _item(59, reason="kept", note="opettajalla")),
        things=(
            LotThing(name="Logitech", count=23, expected=24, row=60),
            LotThing(name="Laturi", count=12, weight_g=2_860),
        ),
        cages=_CAGES,
        order_reference="NT-2026-118",
        contact_role="lähituki",
        expected_on=date(2026, 11, 18),
        arrived_on=date(2026, 11, 18),
        replaces="VK-16",
    ),
    PaperKind.RECONCILIATION: ReconciliationContent(
        lot=make_code(CodeKind.LOT, 118),
        sender="Kasvatus ja koulutus",
        has_list=True,
        came=(_item(2), _item(3)),
        extra=(_item(0, 4, reason="list_short"), _old()),
        missing=(_item(5, reason="not_found"), _late()),
        things=(LotThing(name="Logitech", count=None, expected=24, row=6),),
        cages=_CAGES,
        arrived_on=date(2026, 11, 18),
        closed_on=date(2026, 11, 19),
    ),
}


def stamp(kind: PaperKind, language: str = "fi", copy: int = 0) -> Stamp:
    """Return the stamp of a paper; `copy` marks it."""
    return Stamp(
        kind=kind,
        series=SERIES[kind],
        number=17,
        issued_at=NOW,
        workshop="Digipaja",
        seller=SELLER,
        anchor=HEAD,
        language=language,
        reference=reference_number("202600017") if kind is PaperKind.INVOICE else "",
        copy=CopyMark(copy, NOW) if copy else None,
    )
