"""Turns what the station answers into words for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.channels import Channel, Payment
from serkut_desk.domain.codes import short
from serkut_desk.domain.handover import GateCode
from serkut_desk.domain.money import euros
from serkut_desk.ui import device_words
from serkut_desk.ui.stations.handover import views
from serkut_desk.ui.stations.handover.counts import HandoverCounts
from serkut_desk.ui.stations.handover.forms import as_texts, day_words
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.channels import Terms
    from serkut_desk.domain.handover import Gate
    from serkut_desk.domain.sentences import Sentence
    from serkut_desk.stations.devices.card_model import DeviceCard
    from serkut_desk.stations.handover.views import (
        ArticleLine,
        BasketView,
        DeviceLook,
        HandoverLine,
        LineView,
        PaperLink,
    )
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate

CHANNEL_ICONS = {
    Channel.COMMITMENT: "wallet",
    Channel.COURSE: "graduation-cap",
    Channel.PROJECT: "boxes",
    Channel.WORKSTATION: "monitor-check",
    Channel.SALE: "shopping-cart",
}
_ARTICLE_ICONS = {"charger": "plug", "mouse": "mouse", "cable": "cable"}
NO_BREAK = "\u00a0"
_SILENT = frozenset(
    {
        GateCode.STOPPED,
        GateCode.PRICE,
        GateCode.DEVICES,
        GateCode.LINES,
        GateCode.DISCOUNT,
        GateCode.SELLER,
    }
)
_SENTENCES = 2
_YEAR = 12
_HAPPENINGS = 3
_NAMED = 6


def channel_line(channel: Channel) -> str:
    """Return what a channel asks for, in one sentence."""
    lines = {
        Channel.COMMITMENT: translate("HandoverWords", "Social services pay."),
        Channel.COURSE: translate("HandoverWords", "Course done: one device for 1,00 €."),
        Channel.PROJECT: translate("HandoverWords", "Many devices, one delivery note."),
        Channel.WORKSTATION: translate("HandoverWords", "To a library or another place."),
        Channel.SALE: translate("HandoverWords", "Anybody buys at the list price."),
    }
    return lines[channel].replace(" €", NO_BREAK + "€")


def seen_words(channel: Channel) -> str:
    """Return what a person states by the tick."""
    if channel is Channel.COURSE:
        return translate(
            "HandoverWords", "I have seen the course certificate (nothing of it is kept)"
        )
    return translate("HandoverWords", "Commitment and identity seen (nothing of it is kept)")


def said(one: Sentence, texts: Texts) -> str:
    """Return a sentence in the window's language."""
    return texts.say(one.key, **one.fields)


def warranty(months: int) -> str:
    """Return `3 vuotta` or `6 kk`."""
    if not months:
        return translate("HandoverWords", "none")
    if months % _YEAR == 0:
        return HandoverCounts().years(months // _YEAR)
    return translate("HandoverWords", "{0} months").replace("{0}", str(months))


def what(line: LineView, texts: Texts) -> str:
    """Return what a line is in words."""
    if line.device is not None:
        return line.description or texts.say(f"type.{line.article}")
    word = texts.say(f"article.{line.article}")
    return word if line.quantity == 1 else f"{word} ({line.quantity})"


def line_row(line: LineView, texts: Texts) -> views.LineRow:
    """Return a row of the basket."""
    label = (translate("HandoverWords", "scan it"), Tone.ATTENTION)
    if line.device is None:
        label = ("", Tone.PLAIN)
    elif line.label_read:
        label = (translate("HandoverWords", "scanned"), Tone.GOOD)
    return views.LineRow(
        key=str(line.line),
        device=line.device or "",
        short=short(line.device) if line.device else "-",
        what=what(line, texts),
        grade=line.grade or "-",
        warranty=warranty(line.warranty_months),
        price=euros(line.cents),
        label=label[0],
        label_tone=label[1],
    )


def basket(
    view: BasketView, payment: Payment | None, texts: Texts, given: int | None = None
) -> views.BasketView:
    """Return the basket with its sums; `given` is the cash in cents, to say what goes back."""
    totals = view.totals
    sums = []
    if totals.discount_cents:
        sums.append((translate("HandoverWords", "Discount"), euros(-totals.discount_cents)))
    for share in totals.vat:
        if share.vat_cents:
            rate = f"{share.permille / 10:g}".replace(".", ",")
            words = translate("HandoverWords", "contains VAT {0} %").replace("{0}", rate)
            sums.append((words, euros(share.vat_cents)))
    total = totals.total_cents
    if payment is Payment.CASH and totals.cash_cents != total:
        sums.append((translate("HandoverWords", "Rounding"), euros(totals.cash_cents - total)))
        total = totals.cash_cents
    if payment is Payment.CASH and given is not None and given > total:
        sums.append((translate("HandoverWords", "To give back"), euros(given - total)))
    if view.commitment is not None and view.state == "open":
        left = translate("HandoverWords", "Left of the commitment")
        sums.append((left, euros(view.commitment.left_cents)))
    devices = [line for line in view.lines if line.device]
    return views.BasketView(
        lines=tuple(line_row(line, texts) for line in view.lines),
        packed=sum(line.label_read for line in devices),
        devices=len(devices),
        sums=tuple(sums),
        total=euros(total),
    )


def terms_line(terms: Terms) -> str:
    """Return the terms in one line."""
    texts = as_texts(terms)
    known = {
        "limit_cents": translate("HandoverWords", "at most {0}"),
        "valid_until": translate("HandoverWords", "until {0}"),
        "next_service": translate("HandoverWords", "next service {0}"),
    }
    parts = [known.get(key, "{0}").replace("{0}", text) for key, text in texts.items() if text]
    return " · ".join(parts)


def gate_view(gate: Gate, texts: Texts, *, named: bool) -> views.GateView:
    """Return one gate; `named` puts the device before its sentence."""
    sentence = said(gate.said, texts)
    if named and gate.device:
        sentence = f"{short(gate.device)}: {sentence}"
    sentences = tuple(dict.fromkeys(said(one, texts) for one in gate.next))
    next_ = " ".join(sentences[:_SENTENCES])
    return views.GateView(gate.holds, sentence, next_, gate.advice)


def gates(view: BasketView, texts: Texts) -> tuple[views.GateView, ...]:
    """Return what must hold: everything missing, then what holds, devices alike together."""
    devices = [line for line in view.lines if line.device]
    several = len(devices) > 1
    rows = [
        gate_view(gate, texts, named=several)
        for gate in view.missing
        if gate.code is not GateCode.LABEL or not several
    ]
    unread = [short(line.device or "") for line in devices if not line.label_read]
    if several and unread:
        rows.append(_labels(unread))
    rows += _held(view.gates, texts)
    if several:
        ready = sum(line.ready for line in devices)
        words = translate("HandoverWords", "{0} of {1} devices may leave")
        words = words.replace("{0}", str(ready)).replace("{1}", str(len(devices)))
        if ready == len(devices):
            rows.append(views.GateView(holds=True, sentence=words))
        advice = (gate for line in devices for gate in line.gates if gate.advice)
        rows += [gate_view(gate, texts, named=True) for gate in advice]
    else:
        rows += [row for line in devices for row in _held(line.gates, texts)]
    return tuple(rows)


def _held(gates: Sequence[Gate], texts: Texts) -> list[views.GateView]:
    """Return what holds, without what nobody looks for as long as it does."""
    return [
        gate_view(gate, texts, named=False)
        for gate in gates
        if gate.holds and gate.code not in _SILENT
    ]


def _labels(unread: Sequence[str]) -> views.GateView:
    sentence = HandoverCounts().labels_unread(len(unread))
    named = ", ".join(unread[:_NAMED]) + ("…" if len(unread) > _NAMED else "")
    scan = translate("HandoverWords", "Scan the label on: {0}").replace("{0}", named)
    return views.GateView(holds=False, sentence=sentence, next=scan)


def refused_view(look: DeviceLook, texts: Texts) -> views.RefusedView | None:
    """Return what keeps a device out of the basket; None when its gates do not tell."""
    words = translate("HandoverWords", "{0} is not in the basket")
    title = f"{words.replace('{0}', short(look.device))} · {look.description}".rstrip(" ·")
    gates = tuple(
        gate_view(gate, texts, named=False)
        for gate in look.gates
        if not gate.holds and gate.code is not GateCode.LABEL
    )
    return views.RefusedView(title, gates) if gates else None


def device_view(
    card: DeviceCard, line: LineView | None, texts: Texts, *, checks: bool
) -> views.DeviceView:
    """Return the device of the chosen line; with `checks` also its own gates."""
    shown = device_words.card_view(card, texts)
    return views.DeviceView(
        short=shown.code,
        model=shown.model,
        journey=shown.journey,
        happenings=shown.happenings[:_HAPPENINGS],
        checks=tuple(
            gate_view(gate, texts, named=False)
            for gate in line.gates
            if not gate.holds or gate.code not in _SILENT
        )
        if line and checks
        else (),
    )


def side_view(
    view: BasketView, line: LineView | None, card: DeviceCard | None, texts: Texts
) -> views.SideView:
    """Return what stands at the right: gates, answer, and the device of the chosen line."""
    if not view.lines:
        begun = [gate for gate in view.gates if gate.code not in _SILENT]
        shown = tuple(gate_view(gate, texts, named=False) for gate in begun if not gate.holds)
        return views.SideView(gates=shown)
    devices = [one for one in view.lines if one.device]
    device = None
    if line is not None and card is not None and card.code == line.device:
        device = device_view(card, line, texts, checks=len(devices) > 1)
    answer = translate("HandoverWords", "May be handed over")
    if not view.ready:
        answer = HandoverCounts().missing(len(view.missing))
    return views.SideView(
        gates=gates(view, texts),
        answer=answer,
        ready=view.ready,
        device=device,
        read=sum(one.label_read for one in devices),
        devices=len(devices),
    )


def handover_row(line: HandoverLine) -> views.HandoverRow:
    """Return a row of a list."""
    return views.HandoverRow(
        code=line.handover,
        short=short(line.handover),
        when=device_words.moment(line.at),
        what=line.what or translate("HandoverWords", "empty basket"),
        count=HandoverCounts().devices(line.devices),
        total=euros(line.total_cents),
    )


def article_choice(line: ArticleLine, texts: Texts) -> tuple[str, str, str]:
    """Return an article's key, words with its price, and icon."""
    words = f"{texts.say(f'article.{line.article}')} · {euros(line.cents)}"
    return line.article, words, _ARTICLE_ICONS.get(line.article, "package-open")


def paper_row(paper: PaperLink) -> views.PaperRow:
    """Return a paper of a completed handover."""
    title = paper.title
    if paper.device:
        title = f"{title} · {short(paper.device)}"
    return views.PaperRow(paper.name, title)


def done_view(view: BasketView, change_cents: int | None, texts: Texts) -> views.DoneView:
    """Return a completed handover in words."""
    title = translate("HandoverWords", "{0} is handed over")
    title = title.replace("{0}", short(view.handover))
    paid = view.totals.total_cents + view.rounding_cents
    payment = texts.say(f"payment.{view.payment}") if view.payment else ""
    lead = f"{euros(paid)} · {payment}" if paid else payment
    if change_cents:
        back = translate("HandoverWords", "Give back {0}").replace("{0}", euros(change_cents))
        lead = f"{lead} · {back}"
    devices = sum(1 for line in view.lines if line.device)
    parts = [HandoverCounts().devices(devices)]
    if view.completed_at is not None:
        parts.append(device_words.moment(view.completed_at))
    if view.terms.receiver:
        parts.append(view.terms.receiver)
    if view.terms.place:
        parts.append(view.terms.place)
    if view.terms.next_service is not None:
        service = translate("HandoverWords", "next service {0}")
        parts.append(service.replace("{0}", day_words(view.terms.next_service)))
    return views.DoneView(title, lead, " · ".join(parts))
