"""Turns what the station answers into words for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.dismantling import StepKind
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.mass import Verdict
from serkut_desk.domain.weighing import grams_words
from serkut_desk.ui.device_words import name_of, state_tone
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.parts.steps import Journey
from serkut_desk.ui.stations.dismantling.views import OutRow, PastRow, QueueRow, StepView

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.dismantling import GuideStep, Words
    from serkut_desk.stations.dismantling.views import BalanceLine, QueueLine, Sheet, StepLine
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate
_LISTED = 3
_EXPECTED = 4
LINE = "line:"
NONE = "\u2013"
"""What stands where there is no figure."""


def day(at: datetime) -> str:
    """Return `21.11.2026` in Finnish time."""
    here = local(at)
    return f"{here.day}.{here.month}.{here.year}"


def signed(grams: int) -> str:
    """Return grams that may be below nothing, with a minus that is one."""
    return grams_words(grams).replace("-", "\u2212")


def make_of(one: QueueLine | Sheet, texts: Texts) -> str:
    """Return maker and model, else the type."""
    return name_of(one.manufacturer, one.model, texts.say(f"type.{one.type}"))


def queue_row(line: QueueLine, texts: Texts) -> QueueRow:
    """Return a row of what is under way and waits."""
    if line.state == DeviceState.HAZARD_STOP:
        note = translate("Dismantling", "battery first")
    elif line.harvest:
        note = translate("Dismantling", "for its parts")
    else:
        note = translate("Dismantling", "data inside") if line.data else ""
    waits = DeviceState.WAITING_DISMANTLE.value
    shown = line.state
    if line.begun is None and shown != DeviceState.HAZARD_STOP:
        # Whatever else it waits for, here it waits to be taken apart.
        shown = waits
    return QueueRow(
        line.code,
        short(line.code),
        make_of(line, texts),
        line.place or "",
        texts.say(f"state.{shown}"),
        state_tone(shown),
        note,
    )


def past_row(line: BalanceLine) -> PastRow:
    """Return a row of what was taken apart."""
    sums = line.sums
    out = sums.parts_g + sums.media_g + line.fractions_g
    return PastRow(
        sums.device,
        short(sums.device),
        name_of(sums.manufacturer, sums.model),
        day(sums.closed_at),
        grams_words(sums.weight_in_g),
        grams_words(out),
        signed(sums.remainder_g),
    )


def journey(sheet: Sheet, texts: Texts) -> Journey:
    """Return how far the work is, for the track above the step."""
    words = tuple(_track_word(line.step, texts) for line in sheet.steps)
    open_ones = [at for at, line in enumerate(sheet.steps) if line.result is None]
    return Journey(words, open_ones[0] if open_ones else len(words))


def _track_word(step: GuideStep, texts: Texts) -> str:
    key = step.key if step.kind is StepKind.HAZARD else step.kind.value
    return texts.say(f"dismantling.track.{key}")


def said(words: Words, texts: Texts) -> str:
    """Return a guide's sentence in the reader's language."""
    return words.get(texts.language, words["en"])


def step_view(sheet: Sheet, texts: Texts, *, may_battery: bool) -> StepView:
    """Return the step at hand as the big card says it."""
    if sheet.hazard is not None:
        return _hazard_view(may=may_battery)
    if sheet.order_state == "closed":
        return _closed_view(sheet)
    step = sheet.step if sheet.order_state == "open" else sheet.guide.steps[0]
    if step is None:
        return _last_view(sheet)
    return StepView(
        step.picture,
        said(step.words, texts),
        _lines(sheet, step.kind, may_battery=may_battery),
    )


def _hazard_view(*, may: bool) -> StepView:
    if not may:
        return StepView(
            "hazard-battery",
            translate("Dismantling", "Wait. Do not touch the device."),
            (translate("Dismantling", "Somebody with the permission takes the battery out."),),
            danger=True,
        )
    return StepView(
        "hazard-battery",
        translate("Dismantling", "Take the battery out."),
        (
            translate("Dismantling", "Into the fire box, then scan the box."),
            translate("Dismantling", "Weigh it only if it is safe."),
        ),
        danger=True,
    )


def _closed_view(sheet: Sheet) -> StepView:
    lines = (sheet.reason,) if sheet.reason else ()
    return StepView("sorting", translate("Dismantling", "The device is taken apart."), lines)


def _last_view(sheet: Sheet) -> StepView:
    sums = sheet.balance
    if sums.verdict is Verdict.WITHIN:
        sentence = translate("Dismantling", "Everything is sorted.")
        return StepView("sorting", sentence, (translate("Dismantling", "The weights fit."),))
    # How many grams stands large below.
    if sums.verdict is Verdict.MISSING:
        return StepView(
            "sorting",
            translate("Dismantling", "Something left on the table?"),
            (
                translate("Dismantling", "Weigh it, and scan its container."),
                translate("Dismantling", "Is it a disk? Weigh it, then F5."),
            ),
        )
    return StepView(
        "sorting",
        translate("Dismantling", "Is a weight wrong?"),
        (translate("Dismantling", "F9 takes the last one back."),),
    )


def _lines(sheet: Sheet, kind: StepKind, *, may_battery: bool) -> tuple[str, ...]:
    """Return what else to know for a step of this kind."""
    if kind is StepKind.BATTERY and not may_battery:
        return (translate("Dismantling", "Ask somebody who has the permission."),)
    if kind is StepKind.BATTERY:
        return (translate("Dismantling", "When it is out: F10. Weigh it after that."),)
    if kind is StepKind.MEDIA:
        return _media_lines(sheet)
    if kind is StepKind.PARTS:
        wants = [one for one in sheet.wants if one.settled is None]
        if wants:
            wanted = translate("Dismantling", "Parts that are wanted: {0}. Press F6.")
            return (wanted.replace("{0}", str(len(wants))),)
        return (translate("Dismantling", "Nobody waits for a part now."),)
    return {
        StepKind.WEIGH: (translate("Dismantling", "Put it on the scale, then F10."),),
        StepKind.FRACTIONS: (translate("Dismantling", "Weigh a heap, then scan its container."),),
        StepKind.HAZARD: (translate("Dismantling", "Weigh it, then scan its container."),),
    }.get(kind, ())


def all_soldered(sheet: Sheet) -> bool:
    """Tell whether everything that still holds data is soldered in."""
    held = [one for one in sheet.media if one.holds_data]
    return bool(held) and all(one.soldered for one in held)


def _media_lines(sheet: Sheet) -> tuple[str, ...]:
    if all_soldered(sheet):
        return (
            translate("Dismantling", "Its memory is soldered in: it does not come out."),
            translate("Dismantling", "Two of you destroy it together."),
        )
    inside = [one.name for one in sheet.media if one.holds_data]
    if not inside:
        return _nothing_inside(sheet)
    names = ", ".join(inside[:_LISTED])
    more = len(inside) - _LISTED
    if more > 0:
        names += f" + {more}"
    return (
        translate("Dismantling", "Weigh it, then scan its serial number."),
        translate("Dismantling", "Inside: {0}").replace("{0}", names),
    )


def _nothing_inside(sheet: Sheet) -> tuple[str, ...]:
    if any(one.inside for one in sheet.media):
        return (translate("Dismantling", "All of them are destroyed."),)
    if sheet.media:
        return (translate("Dismantling", "All of them are out."),)
    found = translate("Dismantling", "Found a disk? Weigh it, then F6.")
    if sheet.media_known:
        return (found,)
    if sheet.none_by:
        second = translate("Dismantling", "One of you found none. Another looks as well: F8.")
        return (found, second)
    return (found, translate("Dismantling", "No disk at all? F8."))


def out_rows(sheet: Sheet, texts: Texts) -> list[OutRow]:
    """Return what came out, the newest first."""
    rows = [
        OutRow(
            one.code,
            texts.say(f"part.type.{one.type}"),
            short(one.code),
            _grams(one.weight_g),
            one.seq,
        )
        for one in sheet.parts
    ]
    rows += [
        OutRow(
            one.code, texts.say(f"kind.{one.kind}"), short(one.code), _grams(one.weight_g), one.seq
        )
        for one in sheet.media
        if one.code is not None and not one.inside
    ]
    rows += [
        OutRow(
            f"{LINE}{one.line}",
            texts.say(f"fraction.{one.fraction}"),
            short(one.container),
            _grams(one.weight_g),
            one.seq,
        )
        for one in sheet.fractions
    ]
    return sorted(rows, key=lambda row: -row.seq)


def last_step(sheet: Sheet) -> StepLine | None:
    """Return the step that was settled last by a person's word."""
    settled = [one for one in sheet.steps if one.result is not None and one.seq]
    return max(settled, key=lambda one: one.seq, default=None)


def _grams(grams: int | None) -> str:
    return NONE if grams is None else grams_words(grams)


def expected_facts(sheet: Sheet, texts: Texts) -> tuple[Fact, ...]:
    """Return the largest of what such devices came to, beside what came out of this one."""
    got: dict[str, int] = {}
    for one in sheet.fractions:
        got[one.fraction] = got.get(one.fraction, 0) + one.weight_g
    return tuple(
        Fact(
            texts.say(f"fraction.{key}"),
            f"{grams_words(got.get(key, 0))} / {grams_words(grams)}",
        )
        for key, grams in sorted(sheet.expected.items(), key=lambda one: -one[1])[:_EXPECTED]
    )
