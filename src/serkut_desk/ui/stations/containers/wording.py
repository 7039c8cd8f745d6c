"""Containers and shipments in the words of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import parse_code, short
from serkut_desk.domain.containers import STUCK, ContainerState, ShipmentState
from serkut_desk.domain.weighing import grams_words
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.stations.containers.views import (
    BoxView,
    ContentRow,
    PageView,
    ShipmentView,
)
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.stations.containers.queries import (
        ContainerLine,
        ContainerPage,
        Content,
        ShipmentLine,
    )
    from serkut_desk.texts import Texts

_KG = 1000
translate = QCoreApplication.translate
_STATES = {
    ContainerState.OPEN.value: Tone.PLAIN,
    ContainerState.SEALED.value: Tone.INFO,
    ContainerState.MERGED.value: Tone.PLAIN,
    ContainerState.SHIPPED.value: Tone.GOOD,
}
_SHIPMENTS = {
    ShipmentState.OPEN.value: Tone.INFO,
    ShipmentState.LEFT.value: Tone.GOOD,
    ShipmentState.CANCELLED.value: Tone.PLAIN,
}


def amount(grams: int, texts: Texts) -> str:
    """Return a weight as people say it: `850 g`, `12,40 kg`."""
    if abs(grams) < _KG:
        return grams_words(grams)
    figure = f"{grams / _KG:,.2f}".replace(",", "\N{NO-BREAK SPACE}")
    return f"{figure.replace('.', texts.say('paper.decimal_point'))}\N{NO-BREAK SPACE}kg"


def called(line: ContainerLine, texts: Texts) -> str:
    """Return what a container is: its fraction, and the name that people gave it."""
    fraction = texts.say(f"fraction.{line.fraction}")
    return f"{fraction} · {line.name}" if line.name else fraction


def box_view(line: ContainerLine, texts: Texts) -> BoxView:
    """Return a container as its card shows it."""
    word = texts.say(f"container.state.{line.state}")
    tone = _STATES[line.state]
    if line.alert is not None:
        word = texts.say(f"container.alert.{line.alert.value}")
        tone = Tone.STOP if line.alert in STUCK else Tone.ATTENTION
    elif line.state == ContainerState.SEALED.value and line.gross_g is not None:
        word = translate("Containers", "Weighed out")
    weight = amount(line.inside_g, texts)
    if line.limit_g is not None:
        weight = f"{weight} / {_limit(line.limit_g, texts)}"
    return BoxView(
        line.code,
        short(line.code),
        line.icon,
        called(line, texts),
        word,
        tone,
        line.percent,
        weight,
        _time(line, texts),
        line.place or "",
    )


def _limit(grams: int, texts: Texts) -> str:
    """Return a limit, whole kilograms without decimals."""
    whole, rest = divmod(grams, _KG)
    return amount(grams, texts) if rest else f"{whole}\N{NO-BREAK SPACE}kg"


def _time(line: ContainerLine, texts: Texts) -> str:
    if line.days_left is None:
        return ""
    word = "over" if line.days_left < 0 else "left"
    return texts.say(f"container.days.{word}", days=abs(line.days_left))


def page_view(page: ContainerPage, texts: Texts) -> PageView:
    """Return the chosen container with what is in it."""
    line = page.container
    code = f"{line.waste_code} · {texts.say('waste.hazardous')}"
    facts = [
        Fact(translate("Containers", "Inside"), amount(line.inside_g, texts)),
        Fact(
            translate("Containers", "Waste code today"),
            code if line.waste_code.endswith("*") else line.waste_code,
        ),
        Fact(translate("Containers", "Empty"), amount(line.tare_g, texts)),
        Fact(translate("Containers", "Place"), line.place or ""),
        Fact(translate("Containers", "Since"), _day(line.begun_at)),
        Fact(translate("Containers", "Seal"), line.seal or ""),
        Fact(
            translate("Containers", "Emptied into"),
            short(line.merged_into) if line.merged_into else "",
        ),
        Fact(translate("Containers", "Shipment"), str(line.shipment) if line.shipment else ""),
    ]
    if line.gross_g is not None and line.difference_g is not None:
        net = amount(line.gross_g - line.tare_g, texts)
        facts += [
            Fact(translate("Containers", "By the scale"), net),
            Fact(translate("Containers", "Difference"), signed(line.difference_g)),
        ]
    return PageView(
        box_view(line, texts),
        texts.say(f"fraction.{line.fraction}.packing"),
        line.hazardous,
        tuple(fact for fact in facts if fact.value),
        tuple(_content(one, texts) for one in page.contents),
    )


def signed(grams: int) -> str:
    """Return a difference with its sign."""
    return f"+{grams_words(grams)}" if grams > 0 else grams_words(grams)


def _content(one: Content, texts: Texts) -> ContentRow:
    source = short(one.source) if parse_code(one.source) else one.source
    return ContentRow(source, texts.say(one.what), grams_words(one.weight_g))


def shipment_view(line: ShipmentLine, texts: Texts) -> ShipmentView:
    """Return a shipment as the list shows it."""
    when = _day(line.left_at or line.opened_at)
    parts = (line.number or "", when, line.vehicle, amount(line.net_g, texts), line.note)
    return ShipmentView(
        line.shipment,
        line.recycler,
        " · ".join(part for part in parts if part),
        texts.say(f"shipment.state.{line.state}"),
        _SHIPMENTS[line.state],
        tuple(_packed(one, texts) for one in line.containers),
    )


def _packed(line: ContainerLine, texts: Texts) -> ContentRow:
    net = line.gross_g - line.tare_g if line.gross_g is not None else line.inside_g
    what = f"{called(line, texts)} · {line.waste_code}"
    return ContentRow(short(line.code), what, amount(net, texts))


def _day(at: datetime | None) -> str:
    if at is None:
        return ""
    here = local(at)
    return f"{here.day}.{here.month}.{here.year}"
