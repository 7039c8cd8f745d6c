"""Turns what the station answers into words for the board and the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.repair import OrderState
from serkut_desk.ui.device_words import name_of
from serkut_desk.ui.stations.repair.signs import COLUMNS
from serkut_desk.ui.stations.repair.views import CardView, ColumnView, Mark, ToOpen
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from serkut_desk.domain.lacks import Lack
    from serkut_desk.stations.repair.queries import Board, DeviceLine, OrderLine, WaitingLine
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate


def in_language(words: Iterable[tuple[str, str]], texts: Texts) -> str:
    """Return words that the data give by language, in the screen's or else in English."""
    by_language = dict(words)
    found = by_language.get(texts.language) or by_language["en"]
    # A line can break beside a slash only where there is a space.
    return found.replace("/", " / ")


def column_title(state: OrderState) -> str:
    """Return the title of a column of the board."""
    return {
        OrderState.WAITING: translate("Repair", "Waiting"),
        OrderState.IN_WORK: translate("Repair", "In work"),
        OrderState.WAITING_PART: translate("Repair", "Waiting for a part"),
        OrderState.OUTSIDE: translate("Repair", "Waiting for a part"),
        OrderState.TO_TEST: translate("Repair", "To test"),
        OrderState.DONE: translate("Repair", "Done today"),
    }[state]


def made(device: DeviceLine, texts: Texts) -> str:
    """Return what people call a device."""
    return name_of(device.manufacturer, device.model, texts.say(f"type.{device.type}"))


def days_between(since: datetime, now: datetime) -> int:
    """Return how many Finnish days lie between."""
    return (local(now).date() - local(since).date()).days


def age(since: datetime, now: datetime) -> str:
    """Return how long something has waited: `today`, `3 d`."""
    days = days_between(since, now)
    if days <= 0:
        return translate("Repair", "today")
    return translate("Repair", "{0} d").replace("{0}", str(days))


def lack_words(missing: Iterable[Lack], texts: Texts) -> str:
    """Return the first thing that is missing: what, and what to do; "" when nothing is."""
    for one in missing:
        said = texts.failure(one.refusal())
        return f"{said['what']} {said['next']}"
    return ""


def board_view(board: Board, now: datetime, texts: Texts) -> tuple[ColumnView, ...]:
    """Return the columns, the oldest card first; the last column has what ended today."""
    columns: dict[OrderState, list[tuple[datetime, CardView]]] = {state: [] for state in COLUMNS}
    for waiting in board.waiting:
        card = (waiting.since, _waiting_card(waiting, now, texts))
        columns[OrderState.WAITING].append(card)
    for line in board.orders:
        state = OrderState.WAITING_PART if line.state is OrderState.OUTSIDE else line.state
        columns[state].append((line.since, order_card(line, now, texts)))
    for line in board.done:
        if line.closed_at is not None and days_between(line.closed_at, now) == 0:
            columns[OrderState.DONE].append((line.closed_at, order_card(line, now, texts)))
    return tuple(
        ColumnView(
            state.value,
            column_title(state),
            COLUMNS[state],
            tuple(card for _, card in sorted(cards, key=lambda one: one[0])),
        )
        for state, cards in columns.items()
    )


def _where(device: DeviceLine, since: datetime, now: datetime) -> str:
    return " · ".join(filter(None, (device.place, age(since, now))))


def _waiting_card(line: WaitingLine, now: datetime, texts: Texts) -> CardView:
    return CardView(
        key=line.device.code,
        order=False,
        short=short(line.device.code),
        model=made(line.device, texts),
        fault=line.reason,
        where=_where(line.device, line.since, now),
        marks=(Mark(translate("Repair", "Open a work order"), Tone.INFO),),
    )


def order_card(line: OrderLine, now: datetime, texts: Texts) -> CardView:
    """Return an order's card."""
    return CardView(
        key=line.order,
        order=True,
        short=short(line.device.code),
        model=made(line.device, texts),
        fault=in_language(line.fault_words, texts),
        where=_where(line.device, line.closed_at or line.since, now),
        marks=tuple(_marks(line, texts)),
    )


def _marks(line: OrderLine, texts: Texts) -> Iterable[Mark]:
    if line.stuck:
        yield Mark(texts.say(f"state.{line.stuck}"), Tone.STOP)
    if line.outcome is not None:
        tone = Tone.GOOD if line.outcome.value in {"fixed", "no_fault"} else Tone.PLAIN
        yield Mark(texts.say(f"order_outcome.{line.outcome.value}"), tone)
        return
    if line.outside is not None:
        away = translate("Repair", "Outside: {0}").replace("{0}", line.outside)
        yield Mark(away, Tone.ATTENTION)
    if line.mine:
        yield Mark(translate("Repair", "In your hands"), Tone.GOOD)
    elif line.taken:
        yield Mark(translate("Repair", "Somebody works on it"), Tone.PLAIN)
    if line.state is OrderState.WAITING_PART and (line.reserved or line.answered):
        yield Mark(translate("Repair", "The part is here"), Tone.GOOD)


def to_open(line: WaitingLine, texts: Texts) -> ToOpen:
    """Return what is asked when an order is opened for a device."""
    device = line.device
    return ToOpen(device.code, device.type, short(device.code), made(device, texts), line.reason)
