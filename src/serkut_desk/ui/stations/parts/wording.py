"""Turns what the station answers into words for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.money import euros
from serkut_desk.domain.parts import PartState, PartTest
from serkut_desk.ui.device_words import moment
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.parts.timeline import Happening
from serkut_desk.ui.stations.parts.views import FigureRow, PageView, PartRow, WantRow
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.stations.parts.queries import (
        Figure,
        HistoryLine,
        PartFilter,
        PartLine,
        PartPage,
        WantLine,
    )
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate

TEST_TONES = {
    PartTest.UNTESTED: Tone.INFO,
    PartTest.PASSED: Tone.GOOD,
    PartTest.FAILED: Tone.STOP,
}
_STATE_TONES = {
    PartState.STOCK: Tone.GOOD,
    PartState.FITTED: Tone.INFO,
    PartState.SCRAPPED: Tone.PLAIN,
    PartState.MISSING: Tone.STOP,
    PartState.WITHDRAWN: Tone.PLAIN,
}


def what_of(line: PartLine, texts: Texts) -> str:
    """Return what a part is: its kind and what matters of it."""
    said = line.specification or f"{line.manufacturer} {line.model}".strip()
    return " · ".join(filter(None, (texts.say(f"part.type.{line.type}"), said)))


def where_of(line: PartLine) -> str:
    """Return where a part is, in a word or a code."""
    if line.device:
        return short(line.device)
    if line.container:
        return short(line.container)
    return line.place or translate("Parts", "no place")


def part_row(line: PartLine, texts: Texts) -> PartRow:
    """Return a row of the list."""
    where = where_of(line)
    return PartRow(
        line.code,
        short(line.code),
        what_of(line, texts),
        ", ".join(line.fits),
        texts.say(f"part.test.{line.test.value}"),
        TEST_TONES[line.test],
        f"{where} → {short(line.order)}" if line.order else where,
    )


def want_row(line: WantLine, texts: Texts) -> WantRow:
    """Return a row of what is waited for."""
    kind = texts.say(f"part.type.{line.type}")
    here = local(line.since)
    if line.answers:
        answer = translate("Parts", "in stock: {0}").replace("{0}", short(line.answers[0]))
    else:
        answer = translate("Parts", "waits")
    return WantRow(
        str(line.number),
        " · ".join(filter(None, (kind, line.specification))),
        line.model or translate("Parts", "any model"),
        short(line.order) if line.order else "",
        f"{here.day}.{here.month}.{here.year}",
        answer,
        Tone.GOOD if line.answers else Tone.ATTENTION,
    )


def figure_row(one: Figure, texts: Texts) -> FigureRow:
    """Return a row of the stock's figures."""
    counts = (one.stock, one.free, one.passed, one.failed, one.wanted)
    return FigureRow(one.type, texts.say(f"part.type.{one.type}"), *map(str, counts))


def sentence(which: PartFilter, texts: Texts) -> str:
    """Return in one sentence what the list is narrowed to, "" when to nothing."""
    said = [texts.say(f"part.type.{word}") for word in sorted(which.types)]
    if which.fits:
        fits = translate("Parts", "fits {0}")
        said.append(fits.replace("{0}", short(which.fits)))
    if which.lot:
        lot = translate("Parts", "came out of {0}")
        said.append(lot.replace("{0}", short(which.lot)))
    return " · ".join(said)


def page_view(page: PartPage, texts: Texts) -> PageView:
    """Return the right side for a part."""
    line = page.line
    answer, why = _answer(page, texts)
    return PageView(
        short(line.code),
        line.icon,
        what_of(line, texts),
        Tone.STOP if line.test is PartTest.FAILED else _STATE_TONES[line.state],
        answer,
        why,
        _facts(line, texts),
        tuple(_happening(one, texts) for one in reversed(page.history)),
    )


def _answer(page: PartPage, texts: Texts) -> tuple[str, str]:
    """Return what a part is good for now, and why."""
    line = page.line
    if line.state is PartState.STOCK:
        return _in_stock(page)
    if line.state is PartState.FITTED and line.device:
        said = translate("Parts", "In device {0}")
        return said.replace("{0}", short(line.device)), ""
    found = translate("Parts", "Found it? Scan its label, then the place.")
    missing = line.state is PartState.MISSING
    return texts.say(f"part.state.{line.state.value}"), found if missing else ""


def _in_stock(page: PartPage) -> tuple[str, str]:
    line = page.line
    if line.test is PartTest.FAILED:
        return (
            translate("Parts", "Does not work"),
            translate("Parts", "Scan the container that it goes into."),
        )
    if line.order:
        said = translate("Parts", "Kept for {0}")
        return said.replace("{0}", short(line.order)), ""
    if page.answers:
        wish = page.answers[0]
        waits = wish.order or wish.model or translate("Parts", "somebody")
        said = translate("Parts", "{0} waits for such a part.")
        return translate("Parts", "Wanted"), said.replace("{0}", short(waits))
    return translate("Parts", "Free"), ""


def _facts(line: PartLine, texts: Texts) -> tuple[Fact, ...]:
    tested = texts.say(f"part.test.{line.test.value}")
    rows = (
        Fact(translate("Parts", "Place"), line.place or ""),
        Fact(translate("Parts", "Test"), " · ".join(filter(None, (tested, line.test_note)))),
        Fact(translate("Parts", "Fits"), ", ".join(line.fits)),
        Fact(translate("Parts", "Model"), f"{line.manufacturer} {line.model}".strip()),
        Fact(translate("Parts", "Serial number"), line.serial, code=True),
        Fact(translate("Parts", "From device"), short(line.donor) if line.donor else ""),
        Fact(translate("Parts", "Supplier"), line.supplier or ""),
        Fact(translate("Parts", "Weight"), _grams(line.weight_g)),
        Fact(translate("Parts", "Cost"), _euros(line.cost_cents)),
        Fact(translate("Parts", "Price"), _euros(line.price_cents)),
        Fact(translate("Parts", "Note"), line.note),
    )
    return tuple(fact for fact in rows if fact.value)


def _grams(grams: int | None) -> str:
    return "" if grams is None else f"{grams:,} g".replace(",", "\u00a0")


def _euros(cents: int | None) -> str:
    return "" if cents is None else euros(cents)


def _happening(line: HistoryLine, texts: Texts) -> Happening:
    said = texts.say(line.key, **line.facts)
    others = [
        short(code)
        for code in line.facts.get("subjects", ())
        if code[:2] in {"SD", "TY", "AS", "PA"}
    ]
    return Happening(said, " · ".join((moment(line.at), *others)))
