"""What an approval's journal entry says of each device, for comparing with the records.

Records can be changed by whoever can write to the file; entries only together with every later
one, and with papers that were given out. So what the records claim counts only as far as the
entry of that very approval says the same.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk.domain.events import Tag
from serkut_desk.domain.serials import serial_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.journal import Entry


@dataclass(frozen=True, slots=True, order=True)
class StatedMedium:
    """One medium of an approval: what it was taken for, and the run that proved it.

    `judged` is the hash of all that the judgement says; empty in entries of before it was told.
    """

    medium: int
    kind: str
    serial_key: str
    run: int
    sha256: str
    level: str
    required: str
    rule: str
    judged: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """What was approved of one device, by whom; the same from an entry and from the records.

    `media` are sorted; `sha256` of a medium is empty where the run rests on no file.
    """

    device: str
    approved_by: str
    media_count: int
    seen: str
    policy: int
    accepted: tuple[str, ...]
    media: tuple[StatedMedium, ...]

    def bears_out(self, held: Stated) -> bool:
        """Tell whether records say the same as this, which an entry says."""
        if not any(one.judged for one in self.media):
            held = replace(held, media=tuple(replace(one, judged="") for one in held.media))
        return self == held


def judged_hash(judgement: Mapping[str, object]) -> str:
    """Return what an entry tells of a judgement: SHA-256, hexadecimal, of its canonical JSON."""
    text = json.dumps(judgement, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("ascii")).hexdigest()


def stated_in(entry: Entry | None) -> dict[str, Stated]:
    """Return what an entry approved, by the device's code; nothing where it is no approval."""
    if entry is None or entry.tag != Tag.APPROVED:
        return {}
    body = json.loads(entry.body)
    return {
        one["device"]: Stated(
            device=one["device"],
            approved_by=entry.actor,
            media_count=one["media_count"],
            seen=body["seen"],
            policy=body["policy"],
            accepted=tuple(one["accepted"]),
            media=tuple(
                sorted(
                    StatedMedium(
                        medium["medium"],
                        medium["kind"],
                        serial_key(medium["serial"]),
                        medium["run"],
                        medium.get("sha256") or "",
                        medium["level"],
                        medium["required"],
                        medium["rule"] or "",
                        medium.get("judged", ""),
                    )
                    for medium in one["media"]
                )
            ),
        )
        for one in body["devices"]
        if one["device"] in body["subjects"]
    }
