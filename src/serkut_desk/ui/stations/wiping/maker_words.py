"""What a maker reads about a device: one picture, one short sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.codes import short
from serkut_desk.domain.lifecycle import FREE, DeviceState
from serkut_desk.domain.next_steps import Step
from serkut_desk.stations.wiping.queries import Situation
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.parts.pictures import PictureName
from serkut_desk.ui.stations.wiping import wording
from serkut_desk.ui.stations.wiping.memory_words import memory_words
from serkut_desk.ui.stations.wiping.phone_asking import phone_of
from serkut_desk.ui.stations.wiping.views import GuideView
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.stations.devices.queries import DeviceCard
    from serkut_desk.stations.wiping.queries import WaitingRow
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate

# The first of these that any medium is in decides what the maker reads.
_ORDER = (
    Situation.NONE_SECOND,
    Situation.MEDIA_UNKNOWN,
    Situation.PROPOSED,
    Situation.UNKNOWN_DRIVE,
    Situation.CONTRADICTION,
    Situation.TO_REVIEW,
    Situation.SERIAL_UNCERTAIN,
    Situation.FAILED,
    Situation.NOT_ENOUGH,
    Situation.TO_WIPE,
)


def start_view() -> GuideView:
    """Return the view before a device is scanned."""
    return GuideView(
        picture=PictureName.SCANNER,
        shows=translate("WipingMaker", "A scanner reads a label"),
        sentence=translate("WipingMaker", "Scan the device"),
    )


def guide_view(card: DeviceCard, rows: Sequence[WaitingRow], texts: Texts) -> GuideView:
    """Return what this device waits for, in the maker's words."""
    situations = {row.situation for row in rows}
    first = next((one for one in _ORDER if one in situations), None)
    supervisor = (
        PictureName.SUPERVISOR,
        translate("WipingMaker", "Waits for a supervisor"),
        Tone.INFO,
    )
    wipe = (PictureName.USB_REPORTS, translate("WipingMaker", "Start it from the stick"), Tone.INFO)
    picture, sentence, tone = supervisor
    if card.state in FREE:
        picture, sentence, tone = (
            PictureName.SHELF,
            translate("WipingMaker", "Take it to the shelf"),
            Tone.GOOD,
        )
    elif card.state is DeviceState.HAZARD_STOP:
        picture, sentence, tone = (
            PictureName.HAND_STOP,
            translate("WipingMaker", "Stop. Do not touch it"),
            Tone.STOP,
        )
    elif first is Situation.MEDIA_UNKNOWN:
        memory = memory_words(card.type)
        picture, sentence, tone = memory.picture, memory.sentence, Tone.ATTENTION
    elif first is Situation.NONE_SECOND:
        picture, sentence, tone = (
            PictureName.SUPERVISOR,
            translate("WipingMaker", "Another person looks inside"),
            Tone.INFO,
        )
    elif first is Situation.TO_WIPE and phone_of(rows) is not None:
        picture, sentence, tone = (
            PictureName.PHONE_BACK,
            translate("WipingMaker", "Remove the account first. Then reset the phone"),
            Tone.INFO,
        )
    elif first is Situation.TO_WIPE:
        picture, sentence, tone = wipe
    elif first in {Situation.FAILED, Situation.NOT_ENOUGH}:
        picture, sentence, tone = _after_failure(rows, texts) or (*supervisor[:2], Tone.ATTENTION)
    name = " ".join(filter(None, (card.manufacturer, card.model)))
    return GuideView(
        picture=picture,
        shows=sentence,
        sentence=sentence,
        lead=" · ".join(filter(None, (short(card.code), name))),
        tone=tone,
        result=_result(card, first, texts),
        text=translate("WipingMaker", "Place: {0}").replace("{0}", card.place)
        if card.place
        else "",
        facts=tuple(
            Fact(
                row.medium or "?",
                " · ".join(
                    (
                        wording.kind_words(row.kind, row.capacity_bytes),
                        texts.say(f"situation.{row.situation}"),
                    )
                ),
            )
            for row in rows
            if row.medium
        ),
    )


def _result(card: DeviceCard, first: Situation | None, texts: Texts) -> str:
    """Return the state, but of a wipe that was in vain that it was: nobody is to begin another."""
    if card.state is DeviceState.WAITING_WIPE and first in {
        Situation.FAILED,
        Situation.NOT_ENOUGH,
    }:
        return texts.say(f"queue.{first}")
    return texts.say(f"state.{card.state}")


def _after_failure(
    rows: Sequence[WaitingRow], texts: Texts
) -> tuple[PictureName, str, Tone] | None:
    """Return what a supervisor decided; None while nobody has."""
    decided = next((row for row in rows if row.step is not None), None)
    if decided is None:
        return None
    if decided.step == Step.REMOVE:
        sentence = translate("WipingMaker", "Take the disk out: {0}")
        return PictureName.DISK, sentence.replace("{0}", decided.medium or ""), Tone.ATTENTION
    if decided.step == Step.DESTROY:
        sentence = (
            translate("WipingMaker", "Take the disk to be destroyed: {0}")
            if decided.removed
            else translate("WipingMaker", "Take the disk out: {0}")
        )
        return PictureName.TAKE_APART, sentence.replace("{0}", decided.medium or ""), Tone.ATTENTION
    sentence = translate("WipingMaker", "Wipe again: {0}")
    how = texts.say(f"technique.{decided.step_technique}")
    return PictureName.USB_REPORTS, sentence.replace("{0}", how), Tone.ATTENTION


def loose_view(row: WaitingRow, texts: Texts) -> GuideView:
    """Return what becomes of a medium that was taken out and whose own label was scanned."""
    sentence = translate("WipingMaker", "Scan the shelf where it goes")
    lies = translate("WipingMaker", "Place: {0}").replace("{0}", row.place) if row.place else ""
    kind = wording.kind_words(row.kind, row.capacity_bytes)
    name = f"{row.medium} {kind}".strip()
    return GuideView(
        picture=PictureName.SHELF,
        shows=translate("WipingMaker", "A shelf with a label"),
        sentence=sentence,
        lead=" · ".join(filter(None, (short(row.code) if row.code else "", name))),
        tone=Tone.GOOD if row.place else Tone.ATTENTION,
        result=lies or translate("WipingMaker", "Nobody knows where it lies"),
        text=texts.say(f"situation.{row.situation}"),
    )
