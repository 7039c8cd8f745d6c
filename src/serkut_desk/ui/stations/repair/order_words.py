"""An order's page in words: what was done, what is next, and why something cannot be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.codes import short
from serkut_desk.domain.money import euros
from serkut_desk.domain.repair import OrderMove, OrderState, StepKind
from serkut_desk.ui.device_words import moment
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.parts.timeline import Happening
from serkut_desk.ui.stations.repair import wording
from serkut_desk.ui.stations.repair.views import Deed, Mark, NextView, OrderView, PartRow
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from serkut_desk.stations.repair.queries import OrderCard, StepLine
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate

_TONES = {
    OrderState.WAITING: Tone.INFO,
    OrderState.IN_WORK: Tone.GOOD,
    OrderState.WAITING_PART: Tone.ATTENTION,
    OrderState.OUTSIDE: Tone.ATTENTION,
    OrderState.TO_TEST: Tone.INFO,
    OrderState.DONE: Tone.PLAIN,
}
_CHANGING = frozenset({StepKind.REPLACED, StepKind.MENDED, StepKind.SET_UP, StepKind.PART_IN})


def order_view(
    card: OrderCard, tasks: Mapping[str, str], texts: Texts, *, may_test: bool
) -> OrderView:
    """Return the page of an order.

    Args:
        card: As the records say.
        tasks: Words of kinds of work by key.
        texts: Sentences.
        may_test: The person may do the safety test.
    """
    line = card.line
    facts = (
        Fact(translate("Repair", "Work order"), short(line.order), code=True),
        Fact(translate("Repair", "Written"), line.problem),
        Fact(translate("Repair", "Diagnosis"), card.diagnosis),
        Fact(translate("Repair", "Serial number"), line.device.serial, code=True),
        Fact(translate("Repair", "Place"), line.device.place or ""),
        Fact(translate("Repair", "Time used"), minutes_words(line.minutes)),
        *_outside(card),
        *_tests(card, texts),
        *_end(card, texts),
    )
    return OrderView(
        order=short(line.order),
        device=short(line.device.code),
        model=wording.made(line.device, texts),
        fault=wording.in_language(line.fault_words, texts),
        problem=line.problem,
        state=Mark(texts.say(f"order_state.{line.state.value}"), _TONES[line.state]),
        minutes=minutes_words(line.minutes),
        facts=tuple(fact for fact in facts if fact.value),
        parts=tuple(_parts(card, texts)),
        safety=_safety(card),
        happenings=tuple(_step(one, tasks, texts) for one in reversed(card.steps)),
        next=next_view(card, texts, may_test=may_test),
    )


def minutes_words(minutes: int) -> str:
    """Return `45 min` or `1 h 20 min`."""
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours else f"{rest} min"


def _outside(card: OrderCard) -> Iterable[Fact]:
    for one in card.outside:
        cost = "" if one.cost_cents is None else euros(one.cost_cents)
        back = "" if one.came_at is None else translate("Repair", "came back")
        said = " · ".join(filter(None, (one.organisation, one.what, back, one.came_note, cost)))
        yield Fact(translate("Repair", "Outside"), said)


def _tests(card: OrderCard, texts: Texts) -> Iterable[Fact]:
    for one in card.tests:
        came = (
            translate("Repair", "Safety test passed")
            if one.passed
            else translate("Repair", "Safety test did not pass")
        )
        subject = texts.say(f"safety_subject.{one.subject.value}")
        said = " · ".join(filter(None, (came, subject, one.instrument, moment(one.at), one.note)))
        yield Fact(translate("Repair", "Safety test"), said)


def _end(card: OrderCard, texts: Texts) -> Iterable[Fact]:
    if card.line.outcome is None:
        return
    why = texts.say(f"barrier.{card.barrier.value}") if card.barrier else ""
    word = texts.say(f"order_outcome.{card.line.outcome.value}")
    said = " · ".join(filter(None, (word, why, card.outcome_note)))
    yield Fact(translate("Repair", "Ended"), said)


def part_type(key: str, texts: Texts) -> str:
    """Return the word of a kind of part."""
    return texts.say(f"part.type.{key}") if texts.has(f"part.type.{key}") else key


def _parts(card: OrderCard, texts: Texts) -> Iterable[PartRow]:
    done = [one for one in card.steps if not one.undone]
    inside = {one.part for one in done if one.kind in {StepKind.PART_IN, StepKind.MEDIUM_IN}}
    taken = {one.part for one in done if one.kind in {StepKind.PART_OUT, StepKind.MEDIUM_OUT}}
    for part in card.parts:
        name = " ".join(filter(None, (part_type(part.type, texts), part.name)))
        if part.state == "fitted" and part.code in inside:
            state, tone = translate("Repair", "put in"), Tone.GOOD
        elif part.state == "stock" and part.code not in taken:
            kept = translate("Repair", "kept for this: {0}")
            state = kept.replace("{0}", part.place or translate("Repair", "place not known"))
            tone = Tone.INFO
        else:
            state, tone = translate("Repair", "taken out"), Tone.PLAIN
        yield PartRow(short(part.code), name, state, tone)
    for want in card.wants:
        if not want.closed:
            name = " ".join(filter(None, (part_type(want.type, texts), want.name)))
            yield PartRow("", name, translate("Repair", "wanted"), Tone.ATTENTION)


def _safety(card: OrderCard) -> Mark | None:
    counted = [one for one in card.tests if one.counts]
    if card.safety.passed:
        return Mark(translate("Repair", "Safety test passed"), Tone.GOOD)
    if counted:
        return Mark(translate("Repair", "Safety test did not pass"), Tone.STOP)
    if card.safety.needed:
        return Mark(translate("Repair", "Safety test is missing"), Tone.ATTENTION)
    return None


def _step(line: StepLine, tasks: Mapping[str, str], texts: Texts) -> Happening:
    kind = texts.say(f"order_step.{line.kind.value}")
    task = tasks.get(line.task or "", "")
    part = short(line.part) if line.part else ""
    what = " · ".join(filter(None, (task or kind, part, line.note)))
    if line.undone:
        what = translate("Repair", "Taken back: {0}").replace("{0}", what)
    used = minutes_words(line.minutes) if line.minutes else ""
    return Happening(what, " · ".join(filter(None, (moment(line.at), used))))


def next_view(card: OrderCard, texts: Texts, *, may_test: bool) -> NextView:
    """Return what is to be done next with an order, one thing."""
    line = card.line
    if line.stuck:
        title = texts.say(f"state.{line.stuck}")
        text = translate("Repair", "The work stands still. Do not go on with it.")
        return NextView(Deed.NOTHING, Tone.STOP, "octagon-x", title, text)
    if line.state is OrderState.DONE:
        return _ended(card, texts)
    if line.state is OrderState.OUTSIDE:
        title = translate("Repair", "Wait until it comes back")
        text = translate("Repair", "It is at {0}.").replace("{0}", line.outside or "")
        return NextView(Deed.CAME_BACK, Tone.ATTENTION, "truck", title, text)
    if line.state is OrderState.TO_TEST:
        return _to_test(card, may_test=may_test)
    if not (line.mine and line.state is OrderState.IN_WORK):
        return _to_take(card)
    return _in_work(card)


def _ended(card: OrderCard, texts: Texts) -> NextView:
    title = texts.say(f"order_outcome.{card.line.outcome.value}") if card.line.outcome else ""
    state = texts.say(f"state.{card.line.device.state}")
    text = translate("Repair", "The device now: {0}.").replace("{0}", state)
    return NextView(Deed.NOTHING, Tone.GOOD, "circle-check", title, text)


def _to_take(card: OrderCard) -> NextView:
    line = card.line
    if line.state is OrderState.IN_WORK:
        title = translate("Repair", "Take it and go on")
        text = translate("Repair", "Somebody else began. Read on the left what was done.")
        return NextView(Deed.TAKE, Tone.INFO, "hand", title, text)
    if card.answers and line.state is OrderState.WAITING_PART:
        title = translate("Repair", "Fetch the part and take the work")
        return NextView(Deed.TAKE, Tone.GOOD, "package-plus", title, _fetch_words(card))
    if line.state is OrderState.WAITING_PART and not line.reserved:
        title = translate("Repair", "Wait for the part")
        text = translate("Repair", "When the part is here, scan its label.")
        return NextView(Deed.TAKE, Tone.ATTENTION, "hourglass", title, text)
    if line.reserved:
        title = translate("Repair", "Fetch the part and take the work")
        where = [one.place for one in card.parts if one.code in line.reserved and one.place]
        codes = ", ".join(short(code) for code in line.reserved)
        text = " · ".join((codes, *dict.fromkeys(where)))
        return NextView(Deed.TAKE, Tone.GOOD, "package-plus", title, text)
    title = translate("Repair", "Take the work")
    text = translate("Repair", "Then look what is wrong.")
    if any(not one.undone for one in card.steps):
        title = translate("Repair", "Take it and go on")
        text = translate("Repair", "Read what was done already.")
    return NextView(Deed.TAKE, Tone.INFO, "hand", title, text)


def _fetch_words(card: OrderCard) -> str:
    """Return which part lies where that the order waits for."""
    found = (" · ".join(filter(None, (short(one.code), one.place))) for one in card.answers)
    return ", ".join(found)


def _in_work(card: OrderCard) -> NextView:
    if not card.diagnosis:
        title = translate("Repair", "Look what is wrong")
        text = translate("Repair", "Write down what you find.")
        return NextView(Deed.DIAGNOSIS, Tone.INFO, "stethoscope", title, text)
    if card.line.reserved:
        title = translate("Repair", "Put the part in")
        codes = ", ".join(short(code) for code in card.line.reserved)
        text = translate("Repair", "Scan its label: {0}").replace("{0}", codes)
        return NextView(Deed.PARTS, Tone.INFO, "package-plus", title, text)
    if card.answers:
        title = translate("Repair", "Fetch the part and put it in")
        text = translate("Repair", "Scan its label: {0}").replace("{0}", _fetch_words(card))
        return NextView(Deed.PARTS, Tone.INFO, "package-plus", title, text)
    if any(not want.closed for want in card.wants):
        title = translate("Repair", "A part is missing")
        text = translate("Repair", "Lay the work aside until the part comes.")
        return NextView(Deed.WAIT_PART, Tone.ATTENTION, "hourglass", title, text)
    done = [one for one in card.steps if not one.undone]
    if not any(one.kind in _CHANGING for one in done):
        title = translate("Repair", "Mend it")
        text = translate("Repair", "Write down what you did.")
        return NextView(Deed.STEP, Tone.INFO, "wrench", title, text)
    title = translate("Repair", "Ready? Then to the test")
    text = translate("Repair", "Not yet? Write down what you do next.")
    return NextView(Deed.TO_TEST, Tone.GOOD, "clipboard-check", title, text)


def _to_test(card: OrderCard, *, may_test: bool) -> NextView:
    if card.safety.needed and not card.safety.passed:
        title = translate("Repair", "Do the electrical safety test")
        text = translate("Repair", "Look, measure, write the figures.")
        if any(one.counts for one in card.tests):
            title = translate("Repair", "The safety test did not pass")
            text = translate("Repair", "Take the work, mend it and test again.")
            return NextView(Deed.TAKE, Tone.STOP, "octagon-x", title, text)
        if not may_test:
            title = translate("Repair", "It waits for the electrical safety test")
            text = translate("Repair", "Ask a supervisor.")
            return NextView(Deed.NOTHING, Tone.ATTENTION, "zap", title, text)
        return NextView(Deed.SAFETY, Tone.ATTENTION, "zap", title, text)
    title = translate("Repair", "Does it work now? End the work")
    text = translate("Repair", "If not, take the work and go on.")
    return NextView(Deed.CLOSE, Tone.GOOD, "circle-check", title, text)


def move_word(move: OrderMove) -> tuple[str, str]:
    """Return word and sign of a way to lay an order out of hand."""
    return {
        OrderMove.HAND_ON: (translate("Repair", "Another one goes on"), "users"),
        OrderMove.WAIT_PART: (translate("Repair", "It waits for a part"), "hourglass"),
        OrderMove.TO_TEST: (translate("Repair", "To the test"), "clipboard-check"),
        OrderMove.SEND_OUT: (translate("Repair", "To a repairer outside"), "truck"),
    }[move]
