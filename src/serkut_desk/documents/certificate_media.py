"""The table of media on a certificate: one row each, with what proves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from serkut_desk.documents.certificate_model import CertifiedMedium, Destroyed, Wiped
from serkut_desk.documents.flow import (
    CODE,
    COLUMN,
    NOTE,
    STRONG,
    TINY_CODE,
    Cell,
    Flow,
    Span,
    Style,
)
from serkut_desk.documents.paper_words import NOTHING, joined
from serkut_desk.domain.evidence import HiddenAreas

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.documents.paper_words import PaperWords

# Serial, model, method, level, check, times: together the width between the margins.
WIDTHS: Final = (82.0, 90.0, 88.0, 108.0, 78.0, 62.28)
_FINE: Final = Style(size=8)
_SHOWN_ATTEMPTS: Final = 5
_COLUMNS: Final = ("serial", "model", "method", "level", "check", "times")


def media_table(flow: Flow, media: Sequence[CertifiedMedium], words: PaperWords) -> None:
    """Put all media on the page; the head of the table comes again on every page."""
    _head(flow, words)
    for medium in media:
        cells, below = _row(medium, words)
        flow.row(cells, WIDTHS, below=below, again=lambda: _head(flow, words))
    if any(isinstance(medium.outcome, Wiped) for medium in media):
        flow.down(2)
        flow.paragraph(words.say("certificate.machine_clock"), NOTE)


def _head(flow: Flow, words: PaperWords) -> None:
    cells = [(Span(words.say(f"certificate.column.{name}"), COLUMN),) for name in _COLUMNS]
    flow.row(cells, WIDTHS)


def _row(medium: CertifiedMedium, words: PaperWords) -> tuple[list[Cell], Cell]:
    identity: list[Cell] = [
        (Span(medium.serial or words.say("certificate.no_serial"), CODE),),
        _kind(medium, words),
    ]
    match medium.outcome:
        case Wiped() as run:
            return [*identity, *_wiped(run, words)], (_story(run, words),)
        case Destroyed() as end:
            return [*identity, *_destroyed(end, words)], ()


def _kind(medium: CertifiedMedium, words: PaperWords) -> Cell:
    kind, size = words.word("kind", medium.kind), words.size(medium.capacity_bytes)
    source = words.word("kind_source", medium.kind_source)
    sure = "" if medium.kind_confirmed else words.say("certificate.kind_unconfirmed")
    return (
        Span(medium.model or NOTHING, _FINE),
        Span(f"{kind} · {size}", _FINE),
        Span(joined(words.say("certificate.kind_from", source=source), sure), NOTE),
    )


def _wiped(run: Wiped, words: PaperWords) -> list[Cell]:
    technique = words.word("technique", run.technique)
    if run.passes:
        passes = "certificate.pass_one" if run.passes == 1 else "certificate.passes"
        technique = words.say(passes, technique=technique, count=run.passes)
    check = words.word("check", run.verify)
    errors = "" if run.errors is None else words.say("certificate.errors", count=run.errors)
    hidden = words.word("hidden", run.hidden)
    if run.hidden_accepted and run.hidden is not HiddenAreas.NONE:
        hidden = words.say("certificate.hidden_accepted", state=hidden)
    return [
        (
            Span(technique, _FINE),
            Span(run.method, _FINE),
            Span(run.tool, _FINE),
        ),
        (
            Span(words.say("certificate.required", level=words.word("level", run.required)), _FINE),
            Span(
                words.say("certificate.achieved", level=words.word("level", run.achieved)),
                Style(font=STRONG.font, size=_FINE.size),
            ),
            Span(run.rule, Style(font=TINY_CODE.font, size=6.6, colour=NOTE.colour)),
        ),
        (Span(check, _FINE), Span(errors, _FINE), Span(hidden, _FINE)),
        (Span(words.span(run.started, run.ended) + "*", _FINE), *_duration(run, words)),
    ]


def _duration(run: Wiped, words: PaperWords) -> Cell:
    """Say how long it took, where the clock is beyond doubt."""
    if run.started is None or run.ended is None or run.clock_flags or run.ended < run.started:
        return ()
    minutes = round((run.ended - run.started).total_seconds() / 60)
    hours, rest = divmod(minutes, 60)
    return (Span(words.say("certificate.duration", hours=hours, minutes=rest), NOTE),)


def _story(run: Wiped, words: PaperWords) -> Span:
    """Say who, when it was read in, what was tried before, and what the clock is worth."""
    performer = run.performer or words.say("certificate.unknown")
    told = [
        words.say("certificate.performed", performer=performer),
        words.say(
            "certificate.recorded" if run.by_hand else "certificate.imported",
            moment=words.moment(run.imported_at),
            importer=run.imported_by,
        ),
        _earlier(run, words),
        *_traces(run, words),
        *_look(run, words),
        *(words.word("clock", flag) for flag in run.clock_flags),
    ]
    return Span(" · ".join(told), NOTE)


def _earlier(run: Wiped, words: PaperWords) -> str:
    if not run.earlier:
        return words.say("certificate.earlier_none")
    tries = ", ".join(
        f"{words.machine_moment(each.ended) if each.ended else NOTHING} "
        f"{words.word('verdict', each.verdict)} ({each.tool})"
        for each in run.earlier[-_SHOWN_ATTEMPTS:]
    )
    return words.say("certificate.earlier", count=len(run.earlier), tries=tries)


def _traces(run: Wiped, words: PaperWords) -> list[str]:
    """Say what else is known of the run; nothing where nothing is."""
    traces = run.traces
    told = [
        words.say(f"certificate.trace.{name}", value=value)
        for name in ("wwn", "firmware", "kernel", "command")
        if (value := getattr(traces, name))
    ]
    if traces.erased_bytes is not None and traces.total_bytes is not None:
        erased, total = (words.count(each) for each in (traces.erased_bytes, traces.total_bytes))
        told.append(words.say("certificate.trace.bytes", erased=erased, total=total))
    if traces.drives > 1:
        done = traces.drives - traces.drives_open
        told.append(words.say("certificate.trace.drives", done=done, count=traces.drives))
    return told


def _look(run: Wiped, words: PaperWords) -> list[str]:
    look = run.look
    if look is None:
        return []
    moment = words.moment(look.at)
    told = [words.say("certificate.look", moment=moment, person=look.by, tool=look.tool)]
    if look.population:
        told.append(
            words.say(
                "certificate.look_drawn",
                drawn=look.drawn,
                population=look.population,
                month=look.month,
            )
        )
    return told


def _destroyed(end: Destroyed, words: PaperWords) -> list[Cell]:
    return [
        (Span(words.say("certificate.destroyed"), STRONG), Span(end.way, _FINE)),
        (
            Span(words.say("certificate.required", level=words.word("level", end.required)), _FINE),
            Span(
                words.say("certificate.achieved", level=words.word("level", "destroy")),
                Style(font=STRONG.font, size=_FINE.size),
            ),
            Span(end.rule, Style(font=TINY_CODE.font, size=6.6, colour=NOTE.colour)),
        ),
        (Span(words.say("certificate.seen_by_two", persons=", ".join(end.persons)), _FINE),),
        (Span(words.moment(end.at), _FINE),),
    ]
