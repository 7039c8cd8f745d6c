"""Texts of QR codes, good and bad, that every verifier must answer alike."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from documents import papers
from documents.verifier_corpus import LATER, NOW, REVOKED, SUPERSEDED, seal
from serkut_desk.documents.revocations import id_of
from serkut_desk.documents.statements import raw_of
from serkut_desk.documents.trust_files import canonical
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.media import Level, MediumKind
from serkut_desk.domain.statement import (
    StatedMedium,
    Statement,
    StatementKind,
    content_of,
    list_hash,
    signed_bytes,
    text_of,
)

if TYPE_CHECKING:
    from serkut_desk.documents.sealing import Seal


def statement(by: Seal, number: str = papers.NUMBER, **other: Any) -> Statement:
    """Return the statement of a laptop with two disks."""
    media = (
        StatedMedium("WD-WCC6Y5XH12", MediumKind.HDD, Level.CLEAR),
        StatedMedium('S4EV \u00e4\u2028"\\\x7f', MediumKind.NVME, Level.PURGE),
    )
    made = Statement(
        kind=StatementKind.DEVICE,
        number=number,
        device=make_code(CodeKind.DEVICE, 4217),
        serial="5CD8\u00c5",
        lot=make_code(CodeKind.LOT, 11),
        media=media,
        media_count=2,
        issued=NOW,
        workshop="Digipaja, Ääkköset",
        key=id_of(by),
    )
    return replace(made, **other)


def signed(content: bytes, by: Seal) -> str:
    """Return the text of a QR with any content."""
    return text_of(content, raw_of(by.sign(signed_bytes(content))))


def texts() -> list[str]:
    """Return every text to check."""
    ours, stranger = seal("ours"), seal("stranger")
    plain = content_of(statement(ours))
    good = signed(plain, ours)
    lot = statement(
        ours,
        kind=StatementKind.LOT,
        device="",
        serial="",
        media=(),
        media_count=0,
        devices=60,
        appendix="a" * 64,
    )
    media = statement(ours).media
    counted = statement(ours, media=(), media_count=2, media_hash=list_hash(media))
    body = json.loads(plain)
    wrong: list[dict[str, Any]] = [
        {**body, "v": 2},
        {**body, "v": 1.0},
        {**body, "v": True},
        {**body, "z": 1},
        {**body, "t": "car"},
        {**body, "n": "TT0000038841"},
        {**body, "n": body["d"]},
        {**body, "d": ""},
        {**body, "a": "2026-02-30T12:00:00Z"},
        {**body, "a": "2026-11-18T24:00:00Z"},
        {**body, "a": "0000-11-18T12:00:00Z"},
        {**body, "a": "2026-11-18"},
        {**body, "a": "0999-11-18T12:00:00Z"},
        {**body, "k": id_of(stranger), "a": "0999-11-18T12:00:00Z"},
        {**body, "k": "abc"},
        {**body, "m": [["x", "ssd", "n"]]},
        {**body, "m": [["x", "floppy", "c"]]},
        {**body, "m": [["x", "ssd"]]},
        {**body, "m": "x"},
        {**body, "x": "a" * 64, "y": 2},
        {**body, "s": None},
        {**body, "m": []},
        {**body, "t": "lot"},
        {key: value for key, value in body.items() if key != "m"} | {"x": "A" * 64, "y": 2},
        {key: value for key, value in body.items() if key != "m"} | {"x": "a" * 64, "y": -1},
        {key: value for key, value in body.items() if key != "m"}
        | {"k": id_of(stranger), "x": "a" * 64, "y": 10**17 + 1},
    ]
    loose = json.dumps(body).encode()
    return [
        good,
        good.lower(),
        " \r\n".join(re.findall(".{1,40}", good)),
        f"\u2003{good}\u00a0",
        *(
            signed(content_of(one), ours)
            for one in (
                lot,
                counted,
                statement(ours, kind=StatementKind.MEDIUM),
                statement(ours, REVOKED),
                statement(ours, SUPERSEDED),
                statement(ours, media=(), media_count=0),
                statement(ours, issued=LATER + timedelta(days=2)),
            )
        ),
        signed(content_of(statement(stranger)), stranger),
        signed(content_of(statement(seal("next"))), seal("next")),
        signed(plain, stranger),
        *(signed(canonical(one), ours) for one in wrong),
        signed(loose, ours),
        signed(b"[1]", ours),
        signed(b"null", ours),
        signed(b"x", ours),
        signed(b"\xff", ours),
        good[:-1],
        good[:-2],
        good[:-8],
        good[:60],
        good[:7],
        good + "A",
        good + "AAAAAAAA",
        good[:40] + "1" + good[41:],
        good[:40] + ("B" if good[40] != "B" else "C") + good[41:],
        good[:-1] + ("A" if good[-1] != "A" else "B"),
        "",
        " ",
        "SERKUT1",
        "SERKUT2" + good[7:],
        "SERKUT1=",
        "TT0000038840",
        "x" * 30_000,
        "\u017f" + good[1:],
        good + "\u00e4",
        "https://example.org/",
        good + "=" * 6,
    ]
