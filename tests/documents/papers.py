"""Invented pages that the tests of papers share."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from serkut_desk.documents.certificate_model import (
    Approver,
    Attempt,
    CertificatePage,
    CertifiedDevice,
    CertifiedMedium,
    Destroyed,
    Evidence,
    LooseMedium,
    PolicyStamp,
    Stay,
    Wiped,
)
from serkut_desk.documents.lot_certificate_model import (
    AppendixRow,
    LeftOut,
    LeftOutWhy,
    LotCertificatePage,
)
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.evidence import ClockFlag, HiddenAreas, Verdict, VerifyMode
from serkut_desk.domain.journal import Head
from serkut_desk.domain.media import DataClass, KindSource, Level, MediumKind
from serkut_desk.domain.statement import StatedMedium

NOW = datetime(2026, 11, 18, 12, 30, tzinfo=UTC)
HEAD = Head(47869, "9f3c1be0d2a84475c1b7e6f2380a9d5e4477ab10c93de8f6512b7a0c4d98e1a7")
NUMBER = make_code(CodeKind.CERTIFICATE, 388)
SEAL = ":".join(f"{byte:02X}" for byte in range(32))
_VECTORS = Path(__file__).parents[1] / "domain" / "data" / "statements.json"
STATEMENT: str = json.loads(_VECTORS.read_text("utf-8"))["statements"]["device_two_media"]["text"]
LOG = b"[2026/11/17 09:12:00]  notice: Opened entropy source '/dev/urandom'\n" * 40


def overwritten(serial: str = "WD-WCC6Y5XH12") -> CertifiedMedium:
    started = datetime(2026, 11, 17, 9, 12)  # noqa: DTZ001 - a machine's own clock has no zone
    return CertifiedMedium(
        serial=serial,
        model="WD Blue",
        kind=MediumKind.HDD,
        kind_source=KindSource.SMARTCTL,
        capacity_bytes=500_107_862_016,
        outcome=Wiped(
            technique="overwrite",
            method="DoD Short",
            passes=3,
            tool="nwipe 0.42",
            required=Level.CLEAR,
            achieved=Level.CLEAR,
            rule="hdd.overwrite",
            verify=VerifyMode.LAST,
            errors=0,
            hidden=HiddenAreas.NONE,
            started=started,
            ended=started + timedelta(hours=4, minutes=50),
            imported_at=NOW - timedelta(hours=22),
            imported_by="T11",
            performer="T07",
        ),
    )


def flash(serial: str = "S4EVNX0M123456") -> CertifiedMedium:
    started = datetime(2026, 11, 17, 23, 46)  # noqa: DTZ001 - a machine's own clock has no zone
    return CertifiedMedium(
        serial=serial,
        model="Samsung PM871b",
        kind=MediumKind.SSD,
        kind_source=KindSource.PERSON,
        kind_confirmed=False,
        capacity_bytes=256_060_514_304,
        outcome=Wiped(
            technique="overwrite",
            method="PRNG Stream",
            passes=1,
            tool="nwipe 0.38",
            required=Level.CLEAR,
            achieved=Level.CLEAR,
            rule="ssd.overwrite",
            verify=VerifyMode.ALL,
            errors=0,
            hidden=HiddenAreas.UNKNOWN,
            hidden_accepted=True,
            started=started,
            ended=started + timedelta(hours=1),
            clock_flags=(ClockFlag.BEFORE_INTAKE, ClockFlag.JUMP),
            imported_at=NOW - timedelta(hours=21),
            imported_by="T11",
            performer="T08",
            earlier=(
                Attempt(
                    ended=started - timedelta(days=1), verdict=Verdict.ABORTED, tool="nwipe 0.34"
                ),
            ),
        ),
    )


def shredded(serial: str = "0123-ÄÖ-77") -> CertifiedMedium:
    return CertifiedMedium(
        serial=serial,
        model="SanDisk Ultra",
        kind=MediumKind.SD,
        kind_source=KindSource.PERSON,
        capacity_bytes=None,
        outcome=Destroyed(
            at=NOW - timedelta(days=1),
            way="leikattu kahtia ja murskattu",
            persons=("T07", "TJ2"),
            required=Level.DESTROY,
            rule="sd.shred",
        ),
    )


def certificate(*media: CertifiedMedium) -> CertificatePage:
    return CertificatePage(
        number=NUMBER,
        issued_at=NOW,
        workshop="Digipaja",
        workshop_part_of="Helsingin kaupunki · Aikuisten työtoiminta",
        device=CertifiedDevice(
            code=make_code(CodeKind.DEVICE, 4102),
            type="laptop",
            manufacturer="HP",
            model="EliteBook 840 G6 (7KP12EA)",
            serial="5CG8123ABC",
            inventory="HKI-0091177",
        ),
        source_unit="Kasvatus ja koulutus / Vuosaaren peruskoulu",
        lot=make_code(CodeKind.LOT, 131),
        received_at=datetime(2026, 11, 10, 7, 5, tzinfo=UTC),
        data_class=DataClass.ORDINARY,
        next_use="reuse",
        count_source=CountSource.OPENED,
        media=media,
        accepted=("Levyn tarra oli lukukelvoton, sarjanumero luettiin kahdesti.",),
        policy=PolicyStamp(
            "Digipajan tyhjennyskäytäntö", "3", date(2026, 11, 1), "HEL 2026-004711"
        ),
        evidence=(
            Evidence("nwipe_log_20261117-091200.txt", LOG),
            Evidence("nwipe_log_20261117-234600.txt", LOG[::-1]),
        ),
        anchor=HEAD,
        supersedes=make_code(CodeKind.CERTIFICATE, 371),
        approver=Approver("Ähti Öljymäki", "vastaava työnjohtaja", NOW - timedelta(minutes=4)),
        seal=SEAL,
        statement=STATEMENT,
    )


def loose(medium: CertifiedMedium) -> CertificatePage:
    """Return the certificate of a medium that was taken out of its second device."""
    page = certificate(medium)
    first = replace(page.device, code=make_code(CodeKind.DEVICE, 3999), serial="5CG7000ABC")
    taken = NOW - timedelta(days=3)
    history = (
        Stay(device=first, since=None, until=taken - timedelta(days=20)),
        Stay(device=page.device, since=taken - timedelta(days=20), until=taken),
    )
    code = make_code(CodeKind.MEDIUM, 77)
    return replace(page, loose=LooseMedium(code=code, weight_g=412, history=history))


def lot(devices: int = 3) -> LotCertificatePage:
    """Return the certificate of a lot; every fifth device has two media, every seventh none."""
    rows = []
    for number in range(1, devices + 1):
        count = 0 if number % 7 == 0 else 2 if number % 5 == 0 else 1
        media = tuple(
            StatedMedium(
                f"S4EVNX0M{number:05}{which}",
                MediumKind.HDD if which else MediumKind.NVME,
                Level.CLEAR if which else Level.PURGE,
            )
            for which in range(count)
        )
        code = make_code(CodeKind.DEVICE, 4000 + number)
        number_of = make_code(CodeKind.CERTIFICATE, 400 + number)
        rows.append(AppendixRow(code, f"5CG8{number:06}", number_of, media))
    page = certificate(overwritten())
    return LotCertificatePage(
        number=NUMBER,
        issued_at=NOW,
        workshop=page.workshop,
        workshop_part_of=page.workshop_part_of,
        lot=page.lot,
        source_unit=page.source_unit,
        arrived_at=page.received_at,
        data_class=page.data_class,
        rows=tuple(rows),
        left_out=(
            LeftOut(make_code(CodeKind.DEVICE, 3001), "5CG8999999", LeftOutWhy.NOT_APPROVED),
            LeftOut(make_code(CodeKind.DEVICE, 3002), "", LeftOutWhy.NO_MEDIA),
        ),
        policies=(page.policy,),
        anchor=HEAD,
        issuer=(page.approver.name, page.approver.title),
        seal=SEAL,
        statement=STATEMENT,
    )
