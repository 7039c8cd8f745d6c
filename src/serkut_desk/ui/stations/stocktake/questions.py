"""Forms and cards of the stocktake screen, and what follows from the answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import AskCard
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.stocktake.queries import MissingLine
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Panel
    from serkut_desk.ui.stations.stocktake.presenter import StocktakePresenter
    from serkut_desk.ui.stations.stocktake.views import UnseenRow

_SHOWN = 8


class FoundForm(FormCard):
    """Asks where a missing device is; a shelf's scan fills that in."""

    def __init__(self, parent: QWidget, title: str, *, data: bool) -> None:
        lines = [self.tr("Hold the device in your hand before you record it.")]
        if data:
            lines.append(self.tr("A second supervisor confirms. Then it is wiped anew."))
        super().__init__(
            parent,
            title,
            {
                "place": TextField(self.tr("Where is it now?"), self.tr("Scan the shelf's label.")),
                "note": TextField(self.tr("What came out?")),
            },
            send=self.tr("It was found"),
            lines=lines,
            columns=1,
        )

    def scanned(self, text: str) -> None:
        """Take a place's code."""
        own = parse_code(text)
        field = self.fields["place"]
        if own is not None and own.kind is CodeKind.PLACE and isinstance(field, TextField):
            field.set_text(str(own))
        else:
            self.problem(self.tr("That is no place. Scan the shelf's label."))


class Questions(QObject):
    """Asks what is missing and tells the presenter.

    Args:
        panel: Lays the cards and is what they cover.
        hands: For sentences.
        presenter: Carries out.
    """

    def __init__(self, panel: Panel, hands: Hands, presenter: StocktakePresenter) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands
        self._presenter = presenter
        self.form: FormCard | None = None
        for done in (presenter.told, presenter.ended):
            done.connect(self._done)

    def close(self, place: str, name: str, missing: Sequence[UnseenRow]) -> None:
        """Ask whether a counting ends, with everything that would then be missing."""
        count = len(missing)
        ending = partial(self._presenter.close, place, count)
        if missing:
            title = self.tr("%n devices were not seen", "", count)
            lines = [f"{one.short} · {one.make}" for one in missing[:_SHOWN]]
            if count > _SHOWN:
                lines.append(self.tr("and %n more", "", count - _SHOWN))
            lines.append(self.tr("Look for them first: other shelves, the tables, the basket."))
            answers = (
                Action(self.tr("Look for them"), _nothing, "F9", "search", main=True),
                # Not F10 again: a key pressed twice must not make devices missing.
                Action(self.tr("End, they are missing"), ending, "F8", "triangle-alert"),
            )
            tone = Tone.ATTENTION
        else:
            title = self.tr("Everything was seen")
            lines = [name]
            answers = (
                Action(self.tr("End the counting"), ending, "F10", "check", main=True),
                Action(self.tr("Go on"), _nothing, "F9", "x"),
            )
            tone = Tone.GOOD
        card = AskCard(self._panel.window(), title, lines, answers, tone)
        self._panel.overlay_wanted.emit(card)

    def tell(self, line: MissingLine) -> None:
        """Ask who was told."""
        hint = self.tr("A unit or a role, such as the data protection officer; no person's name.")
        form = FormCard(
            self._panel.window(),
            self._title(line),
            {"told": TextField(self.tr("Who was told?"), hint)},
            send=self.tr("Record"),
            columns=1,
        )
        self._lay(form, lambda values: self._presenter.tell(line.device.code, values["told"]))

    def find(self, line: MissingLine) -> None:
        """Ask where a missing device is."""
        form = FoundForm(self._panel.window(), self._title(line), data=line.bears_data)

        def send(values: Mapping[str, str]) -> None:
            self._presenter.find(line.device.code, values["place"], values["note"])

        self._lay(form, send)

    def give_up(self, line: MissingLine) -> None:
        """Ask what came out of the search."""
        lines = [self.tr("It stays missing. If it turns up, it is wiped and graded anew.")]
        if line.bears_data:
            lines.append(self.tr("A second supervisor confirms."))
        form = FormCard(
            self._panel.window(),
            self._title(line),
            {"note": TextField(self.tr("What came out?"))},
            send=self.tr("It is lost"),
            lines=lines,
            columns=1,
        )
        self._lay(form, lambda values: self._presenter.give_up(line.device.code, values["note"]))

    def show_problem(self, failure: KnownFailure) -> bool:
        """Say on the open form what is wrong; False when there is none."""
        if self.form is None:
            return False
        said = self._hands.texts.failure(failure)
        self.form.problem(f"{said['what']} {said['why']} {said['next']}")
        return True

    def _title(self, line: MissingLine) -> str:
        model = f"{line.device.manufacturer} {line.device.model}".strip()
        return " · ".join(filter(None, (short(line.device.code), model)))

    def _lay(self, form: FormCard, send: Callable[[Mapping[str, str]], None]) -> None:
        form.sent.connect(send)
        form.closed.connect(self._closed)
        self.form = form
        self._panel.overlay_wanted.emit(form)
        form.start()

    def _done(self, _result: object) -> None:
        if self.form is not None:
            self.form.close_overlay()

    def _closed(self) -> None:
        self.form = None


def _nothing() -> None:
    """Close the card and go on."""
