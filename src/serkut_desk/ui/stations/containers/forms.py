"""What the screen of containers asks: words and weights on a card over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from serkut_desk.ui.forms import ChoiceField, FormGrid, TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.weight_field import WeightField

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.stations.containers.queries import ContainerLine
    from serkut_desk.ui.parts.form_card import Field
    from serkut_desk.ui.scale import ScaleLink

translate = QCoreApplication.translate
_KG = 1000


class WeighCard(OverlayCard):
    """Asks for a weight, by key or from the scale, and for a few words beside it.

    F10 sends, F6 keeps what the scale shows, F9 leaves; Enter never sends.
    """

    sent = Signal(object, object)
    """The values by key and a `Weighed`. Call `problem` or `close_overlay` when it is known."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        scale: ScaleLink,
        *,
        weight: str,
        send: str,
        lines: Sequence[str] = (),
        fields: Mapping[str, Field] | None = None,
    ) -> None:
        super().__init__(parent, title, width=620)
        self.fields = dict(fields or {})
        self._send = send
        self._busy = False
        for line in lines:
            self.body.addWidget(label(line, "muted", wrap=True))
        grid = FormGrid(2)
        for field in self.fields.values():
            grid.add(field)
        self.body.addWidget(grid)
        grid.setVisible(bool(self.fields))
        self.weight = WeightField(scale, weight)
        self.weight.changed.connect(self._show_actions)
        self.body.addWidget(self.weight)
        self._problem = label("", "problem", wrap=True)
        self._problem.hide()
        self.body.addWidget(self._problem)
        self._bar = ActionBar(self.function_keys())
        self.body.addWidget(self._bar)

    def start(self) -> None:
        """Put the cursor where something has to be written first."""
        first = next(iter(self.fields.values()), None)
        if first is None:
            self.weight.focus()
        else:
            first.setFocus()

    def send(self) -> None:
        """Hand the weight on, once until it is answered."""
        if self._busy:
            return
        weighed = self.weight.take()
        if weighed is not None:
            self._busy = True
            self._problem.hide()
            values = {
                key: field.text if isinstance(field, TextField) else field.key
                for key, field in self.fields.items()
            }
            self.sent.emit(values, weighed)

    def problem(self, sentence: str) -> None:
        """Say what is wrong and let the person change it."""
        self._busy = False
        self._problem.setText(sentence)
        self._problem.show()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to send, to keep the weight and to leave."""
        return (
            Action(self._send, self.send, key="F10", main=True),
            self.weight.keep_action(),
            Action(self.tr("Cancel"), self.close_overlay, key="F9", icon="x"),
        )

    def _show_actions(self) -> None:
        self._bar.show_actions(self.function_keys())


class OpenCard(WeighCard):
    """Asks which fraction a new container is for, and weighs it empty."""

    def __init__(
        self, parent: QWidget, scale: ScaleLink, fractions: Sequence[tuple[str, str]]
    ) -> None:
        optional = translate("ContainerForms", "May be left empty.")
        super().__init__(
            parent,
            translate("ContainerForms", "A new container"),
            scale,
            weight=translate("ContainerForms", "Weight of the empty container (g)"),
            send=translate("ContainerForms", "Open it, print the label"),
            fields={
                "fraction": ChoiceField(translate("ContainerForms", "What goes in?"), fractions),
                "name": TextField(translate("ContainerForms", "Name"), optional),
                "place": TextField(translate("ContainerForms", "Place"), optional),
            },
        )

    def scanned(self, text: str) -> None:
        """Take a shelf's label for the place."""
        place = self.fields["place"]
        assert isinstance(place, TextField)
        place.set_text(text)


class SealForm(FormCard):
    """Asks the number of a seal; it may be scanned."""

    def __init__(self, parent: QWidget, title: str) -> None:
        hint = translate("ContainerForms", "Scan it, or write it. Nothing goes in after this.")
        super().__init__(
            parent,
            title,
            {"seal": TextField(translate("ContainerForms", "Number of the seal"), hint)},
            send=translate("ContainerForms", "Seal it"),
            columns=1,
        )

    def scanned(self, text: str) -> None:
        """Take the seal's own barcode."""
        field = self.fields["seal"]
        assert isinstance(field, TextField)
        field.set_text(text)


class ReasonForm(FormCard):
    """Asks why."""

    def __init__(self, parent: QWidget, title: str, send: str) -> None:
        hint = translate("ContainerForms", "Short; it stays in the records.")
        fields = {"reason": TextField(translate("ContainerForms", "Why?"), hint)}
        super().__init__(parent, title, fields, send=send, columns=1)


class ChangeForm(FormCard):
    """Asks what has to be corrected."""

    def __init__(self, parent: QWidget, title: str, line: ContainerLine) -> None:
        nothing = translate("ContainerForms", "0 means: no limit.")
        name = TextField(translate("ContainerForms", "Name"))
        name.set_text(line.name)
        kilograms = TextField(translate("ContainerForms", "Limit, kg"), nothing)
        kilograms.set_text(str((line.limit_g or 0) // _KG))
        days = TextField(translate("ContainerForms", "Limit, days"), nothing)
        days.set_text(str(line.limit_days or 0))
        fields = {"name": name, "limit_kg": kilograms, "limit_days": days}
        super().__init__(parent, title, fields, send=translate("ContainerForms", "Save"))


class ShipmentForm(FormCard):
    """Asks to whom something leaves."""

    def __init__(self, parent: QWidget) -> None:
        later = translate("ContainerForms", "May be told later.")
        super().__init__(
            parent,
            translate("ContainerForms", "A new shipment"),
            {
                "recycler": TextField(translate("ContainerForms", "Recycler")),
                "vehicle": TextField(translate("ContainerForms", "Vehicle"), later),
                "note": TextField(
                    translate("ContainerForms", "Note"), translate("ContainerForms", "No names.")
                ),
            },
            send=translate("ContainerForms", "Begin it"),
        )


class SendForm(FormCard):
    """Asks for the vehicle before a shipment leaves for good."""

    def __init__(self, parent: QWidget, title: str, vehicle: str, lines: Sequence[str]) -> None:
        field = TextField(translate("ContainerForms", "Vehicle"))
        field.set_text(vehicle)
        send = translate("ContainerForms", "Send, make the packing list")
        super().__init__(parent, title, {"vehicle": field}, send=send, lines=lines, columns=1)


class CodeForm(FormCard):
    """Asks what a recycler calls a fraction."""

    def __init__(
        self,
        parent: QWidget,
        recycler: str,
        fractions: Sequence[tuple[str, str]],
        lines: Sequence[str],
    ) -> None:
        name = TextField(translate("ContainerForms", "Recycler"))
        name.set_text(recycler)
        hint = translate("ContainerForms", "Empty: it has no code of its own.")
        super().__init__(
            parent,
            translate("ContainerForms", "The recycler's own code"),
            {
                "recycler": name,
                "fraction": ChoiceField(translate("ContainerForms", "Fraction"), fractions),
                "code": TextField(translate("ContainerForms", "Code"), hint),
            },
            send=translate("ContainerForms", "Save"),
            lines=lines,
        )
