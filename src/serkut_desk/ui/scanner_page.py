"""The scanner's set-up: three bars to scan from the screen, and what they tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from serkut_desk.domain.scanner_setup import HARMLESS, ScannerFix, Trouble, read_scan
from serkut_desk.stations import scanners
from serkut_desk.ui import theme
from serkut_desk.ui.icons import IconLabel
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.bars import Bars
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.pill import Pill
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.raw_keys import RawKeys
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.domain.scanner_setup import Keyed, Read, SetupVerdict
    from serkut_desk.ui.hands import Hands

_WIDE = 980
_SIGN = 44


class ScannerPage(OverlayCard):
    """Asks for three scans, one after the other, and says what is right and what to change.

    Args:
        parent: The window.
        hands: Holds the settings of this desk.
    """

    takes_cards = False

    def __init__(self, parent: QWidget, hands: Hands) -> None:
        super().__init__(parent, self.tr("Check the scanner"), width=_WIDE)
        self._hands = hands
        self._texts = hands.texts
        self._codes = scanners.check_codes()
        self._reads: list[Read] = []
        self._wanted: tuple[str, ScannerFix] | None = None
        self.told: SetupVerdict | None = None
        self._make()
        self.keys = RawKeys(self)
        self.keys.arrived.connect(self._arrived)
        self._show()

    def _make(self) -> None:
        steps = QHBoxLayout()
        steps.setSpacing(px(10))
        self._pills = [Pill("", Tone.PLAIN) for _ in self._codes]
        for pill in self._pills:
            steps.addWidget(pill)
        steps.addStretch(1)
        self.body.addLayout(steps)
        self._ask = label("", "lead", wrap=True)
        self.body.addWidget(self._ask)
        self._bars = Bars()
        self.body.addWidget(self._bars)
        self._held = label("", "mono")
        self._held.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self._held)
        row = QHBoxLayout()
        row.setSpacing(px(14))
        self._sign = IconLabel("check", theme.TONES[Tone.GOOD].text, _SIGN)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._said = QVBoxLayout()
        self._said.setSpacing(px(6))
        row.addLayout(self._said, 1)
        self.body.addLayout(row)
        self._bar = ActionBar(self.function_keys())
        self.body.addWidget(self._bar)

    def scanned(self, text: str) -> None:
        """The keys were looked at one by one; the tidied scan tells nothing more."""
        del text

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to put right, to begin again and to leave."""
        again = Action(self.tr("Again"), self.begin_again, key="F5", icon="rotate-ccw")
        leave = Action(self.tr("Close"), self.close_overlay, key="F9", icon="x")
        if self._wanted is None or self._wanted == self._current:
            return (again, leave)
        put = Action(self.tr("Put it right"), self.put_right, key="F10", main=True)
        if self._hands.session is None:
            reason = self.tr("Sign in first. Then press Ctrl+K.")
            put = replace(put, enabled=False, reason=reason)
        return (put, again, leave)

    def begin_again(self) -> None:
        """Forget what was scanned here."""
        self._reads.clear()
        self.told = self._wanted = None
        self._show()

    def put_right(self) -> None:
        """Keep for this desk what makes its scans right; it holds from the next scan on."""
        if self._wanted is None:
            return
        settings = self._hands.preferences
        settings.scanner_prefix, settings.scanner_fix = self._wanted
        self._hands.settings_changed.emit()
        self._show()

    def close_overlay(self) -> None:
        """Listen no more."""
        self.keys.stop()
        super().close_overlay()

    @property
    def _current(self) -> tuple[str, ScannerFix]:
        return self._hands.preferences.scanner_prefix, self._hands.preferences.scanner_fix

    def _arrived(self, keyed: Keyed) -> None:
        """Take what was scanned for the code that is shown."""
        if self.told is not None:
            return
        code = self._codes[len(self._reads)]
        if not keyed.text and not code.text.isdigit():
            return  # an Enter alone
        read = read_scan(code.text, keyed, scanners.layouts())
        if Trouble.OTHER_CODE not in read.troubles:
            self._reads.append(read)
            if len(self._reads) == len(self._codes):
                self._judge()
        self._show(read)
        self.heard.emit(Tone.ATTENTION if _wrong(read.troubles) else Tone.GOOD)

    def _judge(self) -> None:
        """Say what all scans tell, and what would make up for it."""
        self.told = told = scanners.judged(self._reads)
        prefix = self._hands.preferences.scanner_prefix
        # A key by name, such as F13, writes nothing: these scans say nothing of it.
        named = prefix if len(prefix) > 1 else ""
        first = self._reads[0].before
        if told.is_right:
            self._wanted = (named, ScannerFix())
        elif told.can_be_put_right and len(first) == 1 and not first.isalnum():
            # Known as the scanner's first key it also parts scans from what is typed in a field.
            self._wanted = (first, replace(told.fix, before=""))
        elif told.can_be_put_right:
            self._wanted = (named, told.fix)

    def _show(self, last: Read | None = None) -> None:
        done, finished = len(self._reads), self.told is not None
        for at, pill in enumerate(self._pills):
            tone = Tone.PLAIN
            if at < done:
                tone = Tone.ATTENTION if _wrong(self._reads[at].troubles) else Tone.GOOD
            pill.show_state(f"{at + 1} / {len(self._codes)}", tone)
        for widget in (self._ask, self._bars, self._held):
            widget.setVisible(not finished)
        if not finished:
            code = self._codes[done]
            self._ask.setText(self._texts.say(f"scanner.ask.{code.key}"))
            self._bars.show_modules(code.modules, code.text)
            self._held.setText(code.text)
        self._say(last)
        self._bar.show_actions(self.function_keys())

    def _say(self, last: Read | None) -> None:
        """Say the result, or what was wrong with the last scan."""
        while self._said.count():
            item = self._said.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        tone, lines = self._lines(last)
        for at, line in enumerate(lines):
            self._said.addWidget(label(line, "muted" if at else "title", wrap=True))
        self._sign.setVisible(bool(lines))
        self._sign.set_icon(theme.TONE_ICONS[tone], theme.TONES[tone].text, _SIGN)

    def _lines(self, last: Read | None) -> tuple[Tone, tuple[str, ...]]:
        say, told = self._texts.say, self.told
        if told is None:
            wrong = _wrong(last.troubles) if last is not None else ()
            return Tone.ATTENTION, self._what(wrong[:1])
        harmless = self._what(one for one in told.troubles if one in HARMLESS)
        if self._wanted == self._current:
            said = say("scanner.right" if told.is_right else "scanner.fixed")
            return Tone.GOOD, (said, *harmless)
        if told.is_right:
            return Tone.GOOD, (say("scanner.right"), say("scanner.right.next"), *harmless)
        itself = (say("scanner.can_be_put_right"),) if told.can_be_put_right else ()
        return Tone.ATTENTION, (*self._what(_wrong(told.troubles)), *itself)

    def _what(self, troubles: Iterable[Trouble]) -> tuple[str, ...]:
        """Return what is wrong and what to change, two sentences for each."""
        keys = [f"scanner.{one.value}" for one in troubles]
        return tuple(self._texts.say(f"{key}{end}") for key in keys for end in ("", ".next"))


def _wrong(troubles: Iterable[Trouble]) -> tuple[Trouble, ...]:
    return tuple(one for one in troubles if one not in HARMLESS)
