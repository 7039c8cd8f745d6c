"""From the notes about a drive to its facts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import DriveResult, HiddenAreas, VerifyMode
from serkut_desk.domain.methods import Method, find_method
from serkut_desk.domain.policy import SanitisationTechnique

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from serkut_desk.domain.evidence import RunOptions
    from serkut_desk.interchange.nwipe.drives import DriveNotes
    from serkut_desk.interchange.nwipe.tables import StatusRow, Tables

# HPA and DCO are of the ATA command set: other buses have none to hide sectors with.
_NO_HIDDEN_AREAS = frozenset({"NVME", "VIRT", "MMC", "SAS"})
_VERIFY_RANK = (VerifyMode.UNKNOWN, VerifyMode.OFF, VerifyMode.LAST, VerifyMode.ALL)
TERMINAL_WIDTH = 80


@dataclass(frozen=True, slots=True)
class Sense:
    """What the parser is told from outside, and what it found out about the whole file."""

    methods: Mapping[str, Method]
    comparable: Callable[[str], str | None]
    cut: bool


def drive_result(
    notes: DriveNotes,
    row: StatusRow | None,
    tables: Tables,
    options: RunOptions,
    sense: Sense,
) -> DriveResult:
    """Return the facts of one drive, still without counters and bytes."""
    label = notes.methods[-1] if notes.methods else (tables.footer.method if tables.footer else "")
    method = find_method(label, sense.methods)
    whole = [text for text, width in notes.serials if not (sense.cut and width == TERMINAL_WIDTH)]
    is_cut = len(whole) < len(notes.serials) and not any(whole)
    said = [text for text in whole or [text for text, _ in notes.serials] if text]
    serial_raw = said[0] if said else ""
    model, disagrees = _identity(notes, row, said)
    return DriveResult(
        device=notes.device,
        bus=notes.bus,
        model=model,
        serial_raw=serial_raw,
        serial=None if is_cut else sense.comparable(serial_raw),
        serial_disagrees=disagrees,
        serial_cut=is_cut,
        size_text=notes.size_text,
        capacity=notes.capacity,
        method=label,
        technique=method.technique,
        passes=len(notes.finished),
        passes_planned=_planned(notes, method, tables, options),
        final_blank=notes.blanked if notes.begun else None,
        verify=_verify(notes, method, tables, options),
        status=row.status if row else None,
        table_seconds=row.seconds if row else None,
        hidden_areas=_hidden(notes),
        listed=notes.listed,
        begun=notes.begun,
        in_use=notes.in_use,
        direct_io=notes.direct_io,
        retries=notes.retries,
        trouble=tuple(notes.trouble),
        started=notes.started,
        ended=notes.ended,
    )


def _identity(notes: DriveNotes, row: StatusRow | None, said: list[str]) -> tuple[str, bool]:
    """Return the model, and whether the log calls the drive by more than one serial.

    The serial may hold a slash, so it is looked for at the end of the cell, not split off.
    """
    disagrees = len(set(said)) > 1
    if row is None:
        return notes.model, disagrees
    if not notes.listed:
        return row.tail.rpartition("/")[0], disagrees
    return notes.model, disagrees or not row.tail.endswith(f"/{said[0] if said else ''}")


def _planned(notes: DriveNotes, method: Method, tables: Tables, options: RunOptions) -> int | None:
    """Return how many passes were to be made: by table and rounds, or by the log, the greater."""
    rounds = tables.footer.rounds if tables.footer else options.rounds
    by_table = method.passes * (rounds or 1) if method.passes is not None else 0
    return max(by_table, notes.passes_said) or None


def _verify(notes: DriveNotes, method: Method, tables: Tables, options: RunOptions) -> VerifyMode:
    """Return what was read back: the weaker of footer and options, and no more than was done."""
    said = [options.verify] if options.verify is not VerifyMode.UNKNOWN else []
    if tables.footer is not None and tables.footer.verify is not VerifyMode.UNKNOWN:
        said.append(tables.footer.verify)
    mode = min(said, key=_VERIFY_RANK.index, default=VerifyMode.UNKNOWN)
    if method.always_verifies and notes.verified:
        mode = max(mode, VerifyMode.LAST, key=_VERIFY_RANK.index)
    if mode is VerifyMode.ALL and method.technique is SanitisationTechnique.OVERWRITE:
        mode = VerifyMode.ALL if notes.finished <= notes.verifying else VerifyMode.LAST
    return mode if notes.verified or mode is VerifyMode.UNKNOWN else VerifyMode.OFF


def _hidden(notes: DriveNotes) -> HiddenAreas:
    for state in (HiddenAreas.DETECTED, HiddenAreas.UNKNOWN, HiddenAreas.NONE):
        if state in notes.hidden:
            return state
    without = notes.bus.partition("-")[0] in _NO_HIDDEN_AREAS
    # Up to 0.34 the bus of memory cards is said to be unknown; the name tells.
    without = without or notes.device.startswith(("/dev/mmcblk", "/dev/nvme"))
    return HiddenAreas.NOT_APPLICABLE if without else HiddenAreas.UNKNOWN
