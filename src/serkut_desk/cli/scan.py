"""`scan TEXT...`: what each text is; with a workshop, what its open lots expect wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli.answer import Answer

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands
    from serkut_desk.domain.scan import Candidate, Scan


def register(commands: Commands) -> None:
    """Add the command."""
    commands.add("scan", _scan).add_argument("text", nargs="+", help=commands.say("cli.scan.text"))


def _scan(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake import queries

    if context.badge is not None and context.folder.database.is_file():
        with context.open() as desk:
            session = context.session(desk, queries.SCANNING)
            scans = queries.scans(desk, session, args.text)
    else:
        scans = queries.scans_alone(args.text)
    lines = [
        f"{scan.text}  {context.texts.say(f'scan.kind.{scan.kind}')}: {_say(scan)}"
        for scan in scans
    ]
    return Answer([document(context, scan) for scan in scans], lines)


def _say(scan: Scan) -> str:
    return " ".join(part for part in (scan.value, scan.maker or "") if part)


def document(context: Context, scan: Scan) -> dict[str, object]:
    """Return a scan as JSON holds it."""
    return {
        "text": scan.text,
        "kind": scan.kind.value,
        "value": scan.value,
        "also": dict(scan.also),
        "maker": scan.maker,
        "layout_fixed": scan.layout_fixed,
        "sure": scan.sure,
        "why": context.texts.say(f"scan.why.{scan.why}"),
        "candidates": [_candidate(context, one) for one in scan.candidates],
    }


def _candidate(context: Context, one: Candidate) -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "value": one.value,
        "score": one.score,
        "maker": one.maker,
        "also": dict(one.also),
        "why": context.texts.say(f"scan.why.{one.why}"),
    }
