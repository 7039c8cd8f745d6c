"""What the intake screen says of a scan: sentences with their tone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.scan import ScanKind
from serkut_desk.stations.intake.effects import Facts, Say, Tone

if TYPE_CHECKING:
    from serkut_desk.domain.scan import Scan, Sorted
    from serkut_desk.stations.intake.matching import Identity, Match


def explained(scan: Scan) -> Say:
    """Say why a scan is of no use for a device."""
    if scan.kind is ScanKind.UNKNOWN:
        return Say(Tone.ATTENTION, f"scan.why.{scan.why}")
    tone = Tone.ATTENTION if scan.kind in {ScanKind.SECRET, ScanKind.ICCID} else Tone.PLAIN
    return Say(tone, f"scan.ignored.{scan.kind}")


def found(sort: Sorted, identity: Identity, match: Match, same: str = "") -> tuple[Say, ...]:
    """Say what the scans came to: on the list, beside it, here before.

    Args:
        sort: What the scans say.
        identity: The numbers of the device.
        match: What is known of them.
        same: Name of the machine that it is identical with; "" when nothing says so.
    """
    line = match.line
    if match.previous is not None:
        return (Say(Tone.ATTENTION, "intake.say.previous", (("device", match.previous.code),)),)
    if line is not None:
        facts = (("name", name_of(line.manufacturer, line.model)), ("row", line.row))
        return (Say(Tone.DONE, "intake.say.on_list", facts),)
    if not identity:
        last = sort.notes[-1] if sort.notes else None
        return (Say(Tone.PLAIN, last.code if last else "intake.say.scan_machine"),)
    if match.answered is not None:
        return (Say(Tone.ATTENTION, "intake.say.line_taken", (("row", match.answered.row),)),)
    number = identity.serial or identity.imei or identity.inventory
    if not match.has_list:
        key = "intake.say.named_same" if same else "intake.say.named"
        return (Say(Tone.DONE, key, (("number", number), ("name", same))),)
    return (Say(Tone.ATTENTION, "intake.say.not_on_list", (("number", number),)),)


def here(code: str, name: str, place: str, lot: str) -> Say:
    """Say that a device is in the house, and where."""
    facts: Facts = (("device", code), ("name", name), ("place", place), ("lot", lot))
    key = "intake.say.here_already" if place else "intake.say.here_no_place"
    return Say(Tone.ATTENTION, key, facts)


def name_of(manufacturer: str, model: str) -> str:
    """Return maker and model as one name; empty when neither is known."""
    return " ".join(part for part in (manufacturer, model) if part)
