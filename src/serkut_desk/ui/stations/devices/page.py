"""One device on the whole page: what it is, what is missing, its media and papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.domain import codes
from serkut_desk.stations.thing_kinds import kind_of
from serkut_desk.stations.wording import ended_reason
from serkut_desk.ui import device_words
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.facts import Fact, Facts
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.result import NextStep
from serkut_desk.ui.parts.steps import StepTrack
from serkut_desk.ui.parts.text import label, rule
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.stations.devices.card_model import (
        DeviceCard,
        MediumLine,
        MixupLine,
        PaperLine,
        PartLine,
    )
    from serkut_desk.texts import Texts
    from serkut_desk.ui.panel import Action
    from serkut_desk.ui.parts.photo_strip import PhotoStrip


class DevicePage(QWidget):
    """Shows a `DeviceCard`.

    Args:
        card: The device.
        texts: Words of closed lists.
        actions: What can be done with it.
        photos: Its photographs, hidden while it has none.
    """

    def __init__(
        self,
        card: DeviceCard,
        texts: Texts,
        actions: Sequence[Action],
        photos: PhotoStrip | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._card = card
        self._texts = texts
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(14))
        grid.addWidget(self._head(actions), 0, 0, 1, 2)
        facts = Card(self.tr("Device"), small=True)
        facts.add(Facts(device_words.facts(card, texts)))
        facts.body.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(px(14))
        left.addWidget(facts, 1)
        if photos is not None:
            left.addWidget(self._pictures(photos))
        grid.addLayout(left, 1, 0)
        right = QVBoxLayout()
        right.setSpacing(px(14))
        right.addWidget(self._media())
        if card.parts:
            right.addWidget(self._parts())
        if card.accessories:
            right.addWidget(self._accessories())
        right.addWidget(self._papers())
        right.addStretch(1)
        grid.addLayout(right, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)

    def _head(self, actions: Sequence[Action]) -> Card:
        card, texts = self._card, self._texts
        head = Card()
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(label(codes.short(card.code), "deviceid"))
        name = device_words.name_of(card.manufacturer, card.model, texts.say(f"type.{card.type}"))
        row.addWidget(label(name, "lead", wrap=True), 1)
        tone = device_words.state_tone(card.state)
        pill = Pill(device_words.state_word(card.state, texts), tone)
        row.addWidget(pill, 0, Qt.AlignmentFlag.AlignVCenter)
        head.body.addLayout(row)
        head.add(StepTrack(device_words.journey(card)))
        sentences = device_words.next_sentences(card, texts) if card.in_house else ()
        if sentences:
            next_tone = Tone.INFO if tone is Tone.PLAIN else tone
            head.add(NextStep("\n".join(sentences), next_tone))
        for line in card.mixups:
            head.add(NextStep(self._mixup(line), Tone.ATTENTION, self.tr("Label")))
        head.add(ActionBar(actions))
        return head

    def _mixup(self, line: MixupLine) -> str:
        """Return what is said of a label that was on the wrong device."""
        where = codes.short(line.stuck_on) or self.tr("a device without a record")
        said = self.tr("The label of {0} was on {1}.").replace("{0}", codes.short(line.label))
        decided = self._texts.say(f"mixup.{line.outcome or 'open'}")
        moment = device_words.moment(line.at)
        return " · ".join(filter(None, (said.replace("{1}", where), decided, moment, line.note)))

    def _media(self) -> Card:
        media = Card(self.tr("Storage media"), small=True)
        if not self._card.media:
            media.add(label(self._no_media(), "muted", wrap=True))
        for at, medium in enumerate(self._card.media):
            if at:
                media.add(rule())
            media.add(_MediumRow(medium, self._texts))
        if self._card.media_count is not None:
            count = f"{self._card.media_count}"
            seen = self._texts.say(f"paper.count_source.{self._card.media_seen}")
            media.add(Facts((Fact(self.tr("Count approved"), f"{count} · {seen}"),)))
        return media

    def _no_media(self) -> str:
        card = self._card
        if card.none_inside_said_by:
            people = ", ".join(device_words.who(one) for one in card.none_inside_said_by)
            return self.tr("None inside, said {0}.").replace("{0}", people)
        return self._texts.say(f"data_state.{card.data_state.value}")

    def _parts(self) -> Card:
        """Return what was taken out and what was fitted."""
        parts = Card(self.tr("Parts"), small=True)
        for line in self._card.parts:
            parts.add(self._part(line))
        return parts

    def _part(self, part: PartLine) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(label(codes.short(part.code), "codevalue"))
        kind = self._texts.say(f"part.type.{part.type}")
        said = " · ".join(filter(None, (kind, part.said, codes.short(part.now))))
        row.addWidget(label(said, "secondary", wrap=True), 1)
        if part.taken_at is not None:
            row.addWidget(Pill(self.tr("taken out"), Tone.PLAIN))
        else:
            row.addWidget(Pill(self.tr("fitted"), Tone.GOOD))
        return line

    def _accessories(self) -> Card:
        """Return what belongs to the device."""
        belonging = Card(self.tr("What belongs to it"), small=True)
        for one in self._card.accessories:
            word = kind_of(one.kind).word(self._texts.language)
            many = f"{word} ({one.count})" if one.count > 1 else word
            belonging.add(label(" · ".join(filter(None, (many, one.note))), wrap=True))
        return belonging

    def _pictures(self, photos: PhotoStrip) -> Card:
        """Return the photographs."""
        pictures = Card(self.tr("Pictures"), small=True)
        pictures.add(photos)
        pictures.setVisible(bool(photos.count))
        photos.changed.connect(lambda: pictures.setVisible(bool(photos.count)))
        return pictures

    def _papers(self) -> Card:
        papers = Card(self.tr("Papers"), small=True)
        if not self._card.papers:
            papers.add(label(self.tr("No certificate yet."), "muted", wrap=True))
        for paper in reversed(self._card.papers):
            papers.add(self._paper(paper))
        for job in self._card.labels[-1:]:
            words = {
                "queued": self.tr("Label: in the queue"),
                "failed": self.tr("Label: waits, the printer did not print"),
                "printed": self.tr("Label: printed"),
                "cancelled": self.tr("Label: taken out of the queue"),
            }
            said = label(f"{words[job.state]} · {device_words.moment(job.made_at)}", "secondary")
            papers.add(said)
        return papers

    def _paper(self, paper: PaperLine) -> QWidget:
        words = {
            "valid": (self.tr("valid"), Tone.GOOD),
            "superseded": (self.tr("superseded"), Tone.PLAIN),
            "revoked": (self.tr("revoked"), Tone.STOP),
            "doubtful": (self.tr("in doubt"), Tone.STOP),
        }
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(codes.short(paper.code), "codevalue"))
        row.addWidget(label(device_words.moment(paper.issued_at), "secondary"), 1)
        state = "doubtful" if paper.doubtful else paper.state.value
        row.addWidget(Pill(*words[state]))
        said = ended_reason(paper.reason, self._texts) if paper.reason else ""
        if paper.doubtful:
            said = self._texts.say("certificate.status.doubtful")
        if not said:
            return line
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addWidget(label(said, "secondary", wrap=True))
        return both


class _MediumRow(QWidget):
    """One medium: what it is, its proof, and what stands against it."""

    def __init__(self, medium: MediumLine, texts: Texts) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        head = QHBoxLayout()
        head.addWidget(label(device_words.medium_name(medium, texts), "strong", wrap=True), 1)
        tone = device_words.medium_tone(medium.state)
        head.addWidget(Pill(texts.say(f"medium_state.{medium.state}"), tone))
        column.addLayout(head)
        serial = medium.serial or self.tr("no serial number")
        source = texts.say(f"kind_source.{medium.kind_source.value}")
        column.addWidget(label(serial, "codevalue"))
        said = [self.tr("Kind known from: {0}").replace("{0}", source)]
        if medium.removed_at is not None:
            when = device_words.moment(medium.removed_at)
            said.append(self.tr("taken out {0}").replace("{0}", when))
        if medium.came_from is not None:
            came = codes.short(medium.came_from)
            said.append(self.tr("came from {0}").replace("{0}", came))
        if medium.went_to is not None:
            gone = codes.short(medium.went_to)
            said.append(self.tr("is in {0} now").replace("{0}", gone))
        if medium.proposed:
            said.append(self.tr("found in a report, nobody declared it"))
        column.addWidget(label(" · ".join(said), "secondary", wrap=True))
        needed = self.tr("Level {0}, required {1}")
        levels = needed.replace("{0}", texts.say(f"level.{medium.level.value}")).replace(
            "{1}", texts.say(f"level.{medium.required.value}")
        )
        column.addWidget(label(levels, "secondary", wrap=True))
        for lack in medium.missing if medium.runs else ():
            column.addWidget(label(texts.say(lack.key, **lack.facts), "problem", wrap=True))
