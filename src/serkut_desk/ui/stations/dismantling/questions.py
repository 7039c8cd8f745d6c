"""Forms and cards of the screen of taking apart, and what follows from the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.media import MediumKind
from serkut_desk.stations import part_rules
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.parts.pick import PickCard

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.dismantling.views import WantLine
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Panel
    from serkut_desk.ui.parts.form_card import Field

OTHER = ""
"""What is picked for a part that nobody waits for."""
_SHOWN = 7


class ScanForm(FormCard):
    """A form of which one field takes scans.

    Args:
        parent: The window.
        title: What it is about.
        fields: As `FormCard`.
        send: Word of the main action.
        takes: Key of the field that takes scans.
        kind: Only our codes of this kind; None takes any text.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        fields: Mapping[str, Field],
        *,
        send: str,
        takes: str,
        kind: CodeKind | None = None,
    ) -> None:
        super().__init__(parent, title, fields, send=send, columns=1)
        self._takes, self._kind = takes, kind

    def scanned(self, text: str) -> None:
        """Fill the scan in."""
        own, field = parse_code(text), self.fields[self._takes]
        fits = own is None if self._kind is None else own is not None and own.kind is self._kind
        if fits and isinstance(field, TextField):
            field.set_text(text if own is None else str(own))
        else:
            super().scanned(text)


class Questions(QObject):
    """Asks what is missing.

    Args:
        panel: Lays the cards and is what they cover.
        hands: For sentences.
    """

    left = Signal()
    """A form was closed, answered or not."""

    def __init__(self, panel: Panel, hands: Hands) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands
        self.form: FormCard | None = None
        self.pick: PickCard | None = None

    def reason(
        self, title: str, question: str, send: str, then: Callable[[str], None], *lines: str
    ) -> None:
        """Ask why."""
        form = FormCard(
            self._panel.window(),
            title,
            {"reason": TextField(question)},
            send=send,
            lines=lines,
            columns=1,
        )
        self._lay(form, lambda values: then(values["reason"]))

    def wanted(
        self,
        title: str,
        line: str,
        wants: Sequence[WantLine],
        then: Callable[[str], None],
        *,
        other: bool,
    ) -> None:
        """Ask which of the wanted parts is meant; with `other` also one that nobody waits for."""
        texts = self._hands.texts
        choices = [
            (
                str(one.number),
                " ".join(filter(None, (texts.say(f"part.type.{one.type}"), one.specification))),
                part_rules.types().of(one.type).icon,
            )
            for one in wants[: _SHOWN - 1]
        ]
        if other:
            choices.append((OTHER, self.tr("Another part"), "package-plus"))
        card = PickCard(self._panel.window(), title, line, choices)
        card.picked.connect(then)
        self.pick = card
        self._panel.overlay_wanted.emit(card)

    def part(self, weight: str, then: Callable[[Mapping[str, str]], None], type_: str = "") -> None:
        """Ask which part was taken out, and where it lies now."""
        texts = self._hands.texts
        kinds = [
            (word, texts.say(f"part.type.{word}"))
            for word, kind in part_rules.types().types.items()
            if not kind.storage
        ]
        chosen = ChoiceField(self.tr("Which part?"), kinds)
        chosen.choose(type_)
        fields: dict[str, Field] = {
            "type": chosen,
            "specification": TextField(self.tr("What is it?"), self.tr("For example 8 GB DDR4.")),
            "place": TextField(self.tr("Place"), self.tr("Scan the shelf's label.")),
        }
        title = self.tr("Keep a part, {0}").replace("{0}", weight)
        form = ScanForm(
            self._panel.window(),
            title,
            fields,
            send=self.tr("Keep it"),
            takes="place",
            kind=CodeKind.PLACE,
        )
        self._lay(form, then)

    def medium(self, weight: str, then: Callable[[Mapping[str, str]], None]) -> None:
        """Ask what was found that nobody had recorded."""
        texts = self._hands.texts
        kinds = [(one.value, texts.say(f"kind.{one.value}")) for one in MediumKind]
        fields: dict[str, Field] = {
            "kind": ChoiceField(self.tr("What is it?"), kinds),
            "serial": TextField(self.tr("Serial number"), self.tr("Scan it, if it can be read.")),
        }
        title = self.tr("A disk was found, {0}").replace("{0}", weight)
        form = ScanForm(
            self._panel.window(), title, fields, send=self.tr("Take it out"), takes="serial"
        )
        self._lay(form, then)

    def show_problem(self, failure: KnownFailure) -> bool:
        """Say on the open form what is wrong; False when there is none."""
        if self.form is None:
            return False
        said = self._hands.texts.failure(failure)
        self.form.problem(f"{said['what']} {said['why']} {said['next']}")
        return True

    def close(self) -> None:
        """The answer went through."""
        if self.form is not None:
            self.form.close_overlay()

    def _lay(self, form: FormCard, send: Callable[[Mapping[str, str]], None]) -> None:
        form.sent.connect(send)
        form.closed.connect(self._closed)
        self.form = form
        self._panel.overlay_wanted.emit(form)
        form.start()

    def _closed(self) -> None:
        self.form = None
        self.left.emit()
