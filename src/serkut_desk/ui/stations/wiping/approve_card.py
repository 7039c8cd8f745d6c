"""What an approver states before F10: how many media, how that is known, what is accepted."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from serkut_desk.domain.data_state import CountSource
from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.answer import Answer
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.tick_row import TickRow
from serkut_desk.ui.stations.wiping.views import Stated
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.sanitisation import Acceptance
    from serkut_desk.ui.stations.wiping.views import ApproveDevice, ApproveView

MOST_MEDIA = 64
_SEEN_KEYS = ("F2", "F3", "F5")
_TICK_KEYS = ("F6", "F7", "F8", "F11")


class Counter(QWidget):
    """A number with minus and plus: taps only, so that no scan can change it."""

    changed = Signal()

    def __init__(self, name: str, value: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = value
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        self._figure = label(str(value), "count")
        self._figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._figure.setMinimumWidth(px(34))
        less = self._button("-", self.tr("{0}: one less").replace("{0}", name), -1)
        more = self._button("+", self.tr("{0}: one more").replace("{0}", name), 1)
        for part in (less, self._figure, more):
            row.addWidget(part)

    def _button(self, sign: str, name: str, step: int) -> QPushButton:
        button = QPushButton(sign)
        button.setProperty("part", "choice")
        button.setProperty("step", step)
        button.setAccessibleName(name)
        button.setAutoDefault(False)
        button.setMinimumWidth(px(46))
        button.clicked.connect(self._step)
        return button

    def _step(self) -> None:
        self.value = min(max(self.value + int(self.sender().property("step")), 0), MOST_MEDIA)
        self._figure.setText(str(self.value))
        self.changed.emit()


class ApproveCard(OverlayCard):
    """Asks all of it on one card; nothing is approved before F10.

    Args:
        parent: The window.
        view: The devices and what is doubtful about them.
    """

    stated = Signal(object)
    """A `Stated`. Call `refuse` or `close_overlay` when the answer is known."""

    def __init__(self, parent: QWidget, view: ApproveView) -> None:
        title = self.tr("Approve %n devices", "", len(view.devices))
        super().__init__(parent, title, Tone.INFO, width=820)
        self._view = view
        self._busy = False
        self._seen: CountSource | None = None
        self._counters: dict[str, Counter] = {}
        self._answer_place = QVBoxLayout()
        self._answer: Answer | None = None
        self._build_devices()
        self._build_seen()
        self._accept: dict[Acceptance, TickRow] = {}
        self._kinds: TickRow | None = None
        self._keys = iter((*_TICK_KEYS, "", "", ""))
        self._ticks: list[tuple[str, TickRow]] = []
        self._build_ticks()
        for note in view.notes:
            self.body.addWidget(label(note, "secondary", wrap=True))
        self.body.addLayout(self._answer_place)
        self._bar = ActionBar()
        self.body.addWidget(self._bar)
        self._renew()

    def refuse(self, what: str, why: str) -> None:
        """Say why it was refused; nothing was approved."""
        self._busy = False
        self._show_answer(Answer(Tone.STOP, what, why))
        self._renew()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to approve, to leave, to say how the number is known, and to tick."""
        seen = tuple(
            Action(word, _Seen(self, source), key=key)
            for (source, word), key in zip(self._seen_words(), _SEEN_KEYS, strict=True)
        )
        shown = ((key, row) for key, row in self._ticks if key and not row.isHidden())
        ticks = tuple(Action(key, row.toggle, key=key) for key, row in shown)
        return (*self._main(), *seen, *ticks)

    def choose_seen(self, source: CountSource) -> None:
        """Say how the number of media is known."""
        self._seen = source
        for button in self._seen_buttons:
            button.setChecked(button.property("source") == source.value)
        if self._kinds is not None:
            self._kinds.setVisible(source is CountSource.OPENED)
        self._renew()

    def _main(self) -> tuple[Action, ...]:
        reason = ""
        if self._busy:
            reason = self.tr("Wait a moment.")
        elif self._seen is None:
            reason = self.tr("Say first how the number of media is known.")
        elif any(not row.isChecked() for _, row in self._ticks if not row.isHidden()):
            reason = self.tr("Tick what you have looked at.")
        word = self.tr("Approve %n devices", "", len(self._view.devices))
        return (
            Action(word, self._send, "F10", "check", enabled=not reason, reason=reason, main=True),
            Action(self.tr("Cancel"), self.close_overlay, key="F9", icon="x"),
        )

    def _build_devices(self) -> None:
        self.body.addWidget(
            label(self.tr("How many media does the device have or had?"), "section")
        )
        inside = QWidget()
        inside.setProperty("part", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, px(6), 0)
        column.setSpacing(px(6))
        groups: dict[tuple[int, str], list[ApproveDevice]] = defaultdict(list)
        for device in self._view.devices:
            groups[device.count, device.doubt].append(device)
        alike = len(groups) == 1 and len(self._view.devices) > 1
        rows = [self._view.devices] if alike else [[one] for one in self._view.devices]
        for devices in rows:
            column.addWidget(self._device_row(devices))
        column.addStretch(1)
        area = QScrollArea()
        area.setProperty("part", "clear")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Devices"))
        area.setWidget(inside)
        doubted = sum(bool(devices[0].doubt) for devices in rows)
        area.setMinimumHeight(px(min(66 * len(rows) + 26 * doubted, 226)))
        self.body.addWidget(area, 1)

    def _device_row(self, devices: Sequence[ApproveDevice]) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(14))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        if len(devices) == 1:
            one = devices[0]
            name = f"{one.short} · {one.model}".strip(" ·")
            words.addWidget(label(name, "strong", wrap=True))
            words.addWidget(label(", ".join(one.media), "secondary", wrap=True))
        else:
            name = self.tr("%n devices, each with the same number", "", len(devices))
            words.addWidget(label(name, "strong", wrap=True))
            codes = ", ".join(one.short for one in devices)
            words.addWidget(label(codes, "secondary", wrap=True))
        if devices[0].doubt:
            words.addLayout(_doubted(devices[0].doubt))
        counter = Counter(name, devices[0].count)
        counter.changed.connect(self._renew)
        for one in devices:
            self._counters[one.code] = counter
        line.addLayout(words, 1)
        line.addWidget(counter, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _seen_words(self) -> tuple[tuple[CountSource, str], ...]:
        return (
            (CountSource.OPENED, self.tr("Opened and looked")),
            (CountSource.SNAPSHOT, self.tr("List read from the device")),
            (CountSource.MODEL, self.tr("Known from the model")),
        )

    def _build_seen(self) -> None:
        self.body.addWidget(label(self.tr("How is it known?"), "section"))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self._seen_buttons: list[QPushButton] = []
        for (source, word), key in zip(self._seen_words(), _SEEN_KEYS, strict=True):
            button = QPushButton(f"{word}  {key}")
            button.setProperty("part", "choice")
            button.setProperty("source", source.value)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(_Seen(self, source))
            self._seen_buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def _build_ticks(self) -> None:
        if self._view.told:
            said = "; ".join(self._view.told)
            sentence = self.tr("I have looked: the kinds are right ({0}).").replace("{0}", said)
            self._kinds = self._tick(sentence)
            # Only who opened the device has seen the medium itself.
            self._kinds.hide()
        for acceptance, sentence in self._view.unknown:
            accepted = self.tr("I accept: {0}").replace("{0}", sentence)
            self._accept[acceptance] = self._tick(accepted)

    def _tick(self, sentence: str) -> TickRow:
        key = next(self._keys)
        row = TickRow(sentence, key, self._renew)
        self._ticks.append((key, row))
        self.body.addWidget(row)
        return row

    def _show_answer(self, answer: Answer | None) -> None:
        if self._answer is not None:
            self._answer_place.removeWidget(self._answer)
            self._answer.hide()
            self._answer.deleteLater()
        self._answer = answer
        if answer is not None:
            self._answer_place.addWidget(answer)

    def _send(self) -> None:
        if self._seen is None or self._busy:
            return
        self._busy = True
        self._show_answer(None)
        self._renew()
        self.stated.emit(
            Stated(
                counts=tuple((code, counter.value) for code, counter in self._counters.items()),
                seen=self._seen,
                accepted=frozenset(self._accept),
            )
        )

    def _renew(self) -> None:
        self._bar.show_actions(self._main())


def _doubted(sentence: str) -> QHBoxLayout:
    """Return what speaks against a number, with its sign."""
    row = QHBoxLayout()
    row.setSpacing(px(6))
    row.addWidget(IconLabel("triangle-alert", theme.TONES[Tone.ATTENTION].text, 18))
    row.addWidget(label(sentence, wrap=True), 1)
    return row


class _Seen:
    """Chooses how the number is known."""

    def __init__(self, card: ApproveCard, source: CountSource) -> None:
        self._card = card
        self._source = source

    def __call__(self) -> None:
        self._card.choose_seen(self._source)
