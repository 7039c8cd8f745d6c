"""A device on the approver's way in words: what is asked for beside what the evidence says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.beside import Agreement, What
from serkut_desk.domain.codes import short
from serkut_desk.domain.evidence import HiddenAreas, VerifyMode
from serkut_desk.domain.media import Level, MediumKind
from serkut_desk.ui.stations.wiping.wording import (
    kind_words,
    level_word,
    machine_times,
    moment,
    said,
    size_words,
)
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.beside import Point, Value
    from serkut_desk.stations.wiping.reviewing import LaneDevice, ReviewMedium, ReviewPage
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate

_NONE = "-"
_TONES = {
    Agreement.SAME: Tone.GOOD,
    Agreement.UNKNOWN: Tone.PLAIN,
    Agreement.DOUBT: Tone.ATTENTION,
    Agreement.DIFFERS: Tone.STOP,
}


@dataclass(frozen=True, slots=True)
class PointView:
    """One line of the two columns; `tone` colours it, its sign says the same."""

    what: str
    asked: str
    told: str
    tone: Tone
    code: bool = False


@dataclass(frozen=True, slots=True)
class MediumView:
    """One medium with its lines."""

    title: str
    note: str
    points: tuple[PointView, ...]


@dataclass(frozen=True, slots=True)
class LanePageView:
    """One device at a glance."""

    title: str
    subtitle: str
    tone: Tone
    answer: str
    people: str
    media: tuple[MediumView, ...]
    known: str


@dataclass(frozen=True, slots=True)
class LeftView:
    """One device that was not approved, and why."""

    title: str
    why: str


def page_view(page: ReviewPage, texts: Texts) -> LanePageView:
    """Return a device in words."""
    caught = sum(point.catches for medium in page.media for point in medium.points)
    if caught:
        tone, answer = Tone.ATTENTION, translate("WipingLane", "Look at what is marked.")
    else:
        tone, answer = Tone.GOOD, translate("WipingLane", "Everything fits what is asked for.")
    who = ", ".join(page.performed) or translate("Wiping", "not known")
    people = translate("WipingLane", "Wiped by {0}, brought in by {1}")
    return LanePageView(
        title=" · ".join(filter(None, (short(page.device), page.name))),
        subtitle=" · ".join(filter(None, (short(page.lot) if page.lot else "", page.place))),
        tone=tone,
        answer=answer,
        people=people.replace("{0}", who).replace("{1}", ", ".join(page.imported) or _NONE),
        media=tuple(_medium(medium, texts) for medium in page.media),
        known=_known(page),
    )


def _known(page: ReviewPage) -> str:
    """Say what else is known of the number of media."""
    words = []
    if page.machine_count is not None:
        told = translate("WipingLane", "The machine's own list: {0}.")
        words.append(told.replace("{0}", str(page.machine_count)))
    if page.slots is not None:
        told = translate("WipingLane", "The model has places for {0}.")
        words.append(told.replace("{0}", str(page.slots)))
    return " ".join(words) or translate("WipingLane", "Nothing else tells the number.")


def _medium(medium: ReviewMedium, texts: Texts) -> MediumView:
    out = translate("WipingLane", "taken out") if medium.removed else ""
    kind = kind_words(medium.kind, medium.capacity_bytes)
    times = machine_times(medium.started, medium.ended)
    came = moment(medium.imported_at) if medium.imported_at else ""
    brought = translate("WipingLane", "in {0}").replace("{0}", came) if came else ""
    return MediumView(
        title=" · ".join(filter(None, (medium.name, kind, out))),
        note=" · ".join(filter(None, (times, brought, medium.file_name))),
        points=tuple(_point(point, texts) for point in medium.points),
    )


def _point(point: Point, texts: Texts) -> PointView:
    return PointView(
        what=texts.say(f"beside.{point.what}"),
        asked=_value(point.what, point.asked, texts),
        told=_value(point.what, point.told, texts),
        tone=_TONES[point.agreement],
        code=point.what is What.SERIAL,
    )


def _value(what: What, value: Value, texts: Texts) -> str:  # noqa: PLR0911 - one for each kind of value
    if value is None or value == "":
        return _NONE
    if isinstance(value, tuple):
        notes = (texts.say(f"clock_note.{flag}") for flag in value)
        return " ".join(notes) or translate("WipingLane", "fits")
    if what is What.KIND:
        return kind_words(MediumKind(str(value)), None)
    if what is What.LEVEL:
        return _level(str(value), texts)
    if what is What.CAPACITY:
        return size_words(int(value))
    if what is What.METHOD and texts.has(f"technique.{value}"):
        return texts.say(f"technique.{value}")
    if what is What.VERIFICATION:
        return _verified(VerifyMode(str(value)))
    return _hidden(HiddenAreas(str(value))) if what is What.HIDDEN else str(value)


def _level(value: str, texts: Texts) -> str:
    return level_word(Level(value), texts)


def _verified(mode: VerifyMode) -> str:
    return {
        VerifyMode.LAST: translate("Wiping", "the last one read back"),
        VerifyMode.ALL: translate("Wiping", "each one read back"),
        VerifyMode.OFF: translate("Wiping", "not read back"),
        VerifyMode.UNKNOWN: translate("Wiping", "not known"),
    }[mode]


def _hidden(areas: HiddenAreas) -> str:
    return {
        HiddenAreas.NONE: translate("Wiping", "none"),
        HiddenAreas.DETECTED: translate("Wiping", "found"),
        HiddenAreas.UNKNOWN: translate("Wiping", "not known"),
        HiddenAreas.NOT_APPLICABLE: _NONE,
    }[areas]


def left_view(device: LaneDevice, page: ReviewPage | None, refused: str, texts: Texts) -> LeftView:
    """Return why a device was not approved."""
    title = " · ".join(filter(None, (short(device.device), device.name, device.place)))
    return LeftView(title, refused or _why(page, texts))


def _why(page: ReviewPage | None, texts: Texts) -> str:
    if page is None:
        return translate("WipingLane", "It was not looked at.")
    lacks = (*page.missing, *page.against)
    if lacks:
        return said(lacks[0], "what", texts)
    if page.acceptances:
        return " ".join(texts.say(f"acceptance.{word}") for word in page.acceptances)
    if page.needs_opened:
        return translate("WipingLane", "Its kind is only told: open it and look.")
    return translate("WipingLane", "You went past it.")
