"""Checking the whole journal against reading the same rows and hashing them.

The bare side reads every column of every entry with the driver and makes the same two hashes of
each; it compares nothing, keeps nothing, and does not look at the index of subjects.
"""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

import kit
from bench import bare
from bench.figure import Figure, in_turn, milliseconds
from serkut_desk.domain import clock, journal
from serkut_desk.domain.codes import CodeKind, make_code

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop

ENTRIES = 50_000
ROUNDS = 7
WARM = 1
_READ = (
    "SELECT seq, format, at, actor, workstation, tag, subject, body, prev, hash"
    " FROM journal ORDER BY seq"
)
_LIMIT = "comparing each entry with the one before; the index of subjects against every body"


def fill(shop: Workshop, entries: int) -> None:
    """Write entries of receipts straight into the journal, chained as the program chains them."""
    path = shop.desk.folder.database
    head = journal.START
    rows, subjects = [], []
    for number in range(1, entries + 1):
        code = make_code(CodeKind.DEVICE, number)
        about = sorted({code, make_code(CodeKind.LOT, 1 + number // 200)})
        body = {
            "type": "laptop",
            "manufacturer": "Lenovo",
            "model": "ThinkPad T480",
            "serial": f"PF3{number:06d}",
            "inventory": f"HKI-{number:07d}",
            "media": [{"serial": f"S4EVNX0M{number:06d}", "kind": "ssd", "bytes": 256060514304}],
            "subjects": about,
        }
        fields = {
            "seq": number,
            "prev": head.hash,
            "format": journal.FORMAT,
            "at": clock.to_text(kit.START + timedelta(seconds=number)),
            "actor": shop.worker.person,
            "workstation": "1",
            "tag": "device:intake:received",
            "subject": code,
            "body": journal.canonical(body),
        }
        head = journal.Head(number, journal.entry_hash(**fields))  # type: ignore[arg-type] # the dict's values are of both types
        rows.append({**fields, "hash": head.hash})
        subjects += [(one, number) for one in about]
    raw = bare.connect(path)
    raw.execute("BEGIN IMMEDIATE")
    columns = ", ".join(rows[0])
    values = ", ".join(f":{name}" for name in rows[0])
    raw.executemany(f"INSERT INTO journal ({columns}) VALUES ({values})", rows)  # noqa: S608 - names of columns
    raw.executemany("INSERT INTO journal_subject (subject, seq) VALUES (?, ?)", subjects)
    raw.execute("COMMIT")
    raw.close()


def measure(folder: Path) -> Figure:
    """Measure both in turn."""
    shop = kit.make_workshop(folder / "journal")
    fill(shop, ENTRIES)
    raw = bare.connect(shop.desk.folder.database)

    def ours() -> float:
        def check() -> None:
            state = shop.desk.database.check()
            assert state.ok
            assert state.entries == ENTRIES

        return milliseconds(check)

    def plain() -> float:
        return milliseconds(lambda: _read_and_hash(raw))

    mine, other, ratio = in_turn(ours, plain, rounds=ROUNDS, warm=WARM)
    raw.close()
    shop.desk.database.close()
    name = f"check a journal of {ENTRIES:,} entries".replace(",", " ")
    return Figure(name, mine, other, 2.0, _LIMIT, ratio)


def _read_and_hash(raw: object) -> None:
    """Read every row and make the hashes that the journal is made of."""
    for seq, version, at, actor, workstation, tag, subject, body, prev, _ in raw.execute(_READ):  # type: ignore[attr-defined] # the driver has no types
        parts = []
        for text in (str(version), at, actor, workstation, tag, subject, body):
            field = text.encode()
            parts.append(len(field).to_bytes(4, "big") + field)
        inner = sha256(b"".join(parts)).digest()
        sha256(journal.DOMAIN + seq.to_bytes(8, "big") + bytes.fromhex(prev) + inner).hexdigest()
