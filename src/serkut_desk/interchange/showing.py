"""What a report says as it may be shown: nothing in it acts on a screen or a terminal.

Serials are compared in another form; the original stays as it is.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.evidence import DriveResult, HostFacts, Reason, ReportRun
from serkut_desk.domain.plain_text import plain_line

if TYPE_CHECKING:
    from collections.abc import Iterable


def as_shown(run: ReportRun) -> ReportRun:
    """Return a run whose texts are plain lines."""
    host = {one.name: _plain(getattr(run.host, one.name)) for one in fields(HostFacts)}
    return replace(
        run,
        tool=_plain(run.tool),
        banner=None if run.banner is None else _plain(run.banner),
        tool_version=None if run.tool_version is None else _plain(run.tool_version),
        kernel=_plain(run.kernel),
        final_text=_plain(run.final_text),
        host=HostFacts(**host),
        drives=tuple(map(drive_as_shown, run.drives)),
        known=_pairs(run.known),
        unknown_tables=tuple(map(_plain, run.unknown_tables)),
    )


def drive_as_shown(drive: DriveResult) -> DriveResult:
    """Return a drive whose texts are plain lines."""
    return replace(
        drive,
        device=_plain(drive.device),
        bus=_plain(drive.bus),
        model=_plain(drive.model),
        serial_raw=_plain(drive.serial_raw),
        size_text=_plain(drive.size_text),
        method=_plain(drive.method),
        status=None if drive.status is None else _plain(drive.status),
        trouble=tuple(map(_plain, drive.trouble)),
        unknown_lines=tuple(map(_plain, drive.unknown_lines)),
        known=_pairs(drive.known),
        reasons=tuple(Reason(one.code, tuple(_facts(one.facts))) for one in drive.reasons),
    )


def _plain(text: str) -> str:
    return text if text.isprintable() else plain_line(text)


def _pairs(told: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((_plain(name), _plain(text)) for name, text in told)


def _facts(told: Iterable[tuple[str, Any]]) -> Iterable[tuple[str, Any]]:
    return ((name, _plain(one) if isinstance(one, str) else one) for name, one in told)
