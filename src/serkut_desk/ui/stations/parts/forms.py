"""The forms of the parts screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.parts.form_card import FormCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from serkut_desk.stations.parts.queries import PartFilter, PartLine
    from serkut_desk.texts import Texts
    from serkut_desk.ui.parts.form_card import Field

translate = QCoreApplication.translate


def _kinds(words: tuple[str, ...], texts: Texts) -> list[tuple[str, str]]:
    return [(word, texts.say(f"part.type.{word}")) for word in words]


class AddForm(FormCard):
    """Asks what is known of a part that was bought or given.

    Args:
        parent: The window.
        kinds: Words of the kinds that can be added.
        texts: Says them.
    """

    def __init__(self, parent: QWidget, kinds: tuple[str, ...], texts: Texts) -> None:
        fields: dict[str, Field] = {
            "type": ChoiceField(translate("PartForms", "What is it?"), _kinds(kinds, texts)),
            "supplier": TextField(translate("PartForms", "Who sold or gave it?")),
            "specification": TextField(
                translate("PartForms", "What matters"), translate("PartForms", "Such as 8 GB DDR4")
            ),
            "fits": TextField(
                translate("PartForms", "Fits which models?"),
                translate("PartForms", "Several with a comma between"),
            ),
            "model": TextField(translate("PartForms", "Model or part number")),
            "serial": TextField(translate("PartForms", "Serial number"), mono=True),
            "cost": TextField(
                translate("PartForms", "Cost, euros"), translate("PartForms", "Such as 15,00")
            ),
            "place": TextField(
                translate("PartForms", "Place"), translate("PartForms", "Name of the shelf or box")
            ),
        }
        send = translate("PartForms", "Save, print the label")
        super().__init__(parent, translate("PartForms", "A new part"), fields, send=send)


class ChangeForm(FormCard):
    """Asks what is to be corrected."""

    def __init__(self, parent: QWidget, title: str, line: PartLine) -> None:
        spec = TextField(translate("PartForms", "What matters"))
        spec.set_text(line.specification)
        fits = TextField(
            translate("PartForms", "Fits which models?"),
            translate("PartForms", "Several with a comma between"),
        )
        fits.set_text(", ".join(line.fits))
        model = TextField(translate("PartForms", "Model or part number"))
        model.set_text(line.model)
        note = TextField(translate("PartForms", "Note"))
        note.set_text(line.note)
        fields: dict[str, Field] = {
            "specification": spec,
            "fits": fits,
            "model": model,
            "note": note,
        }
        super().__init__(parent, title, fields, send=translate("PartForms", "Save"))


class PriceForm(FormCard):
    """Asks what a part is sold for."""

    def __init__(self, parent: QWidget, title: str, known: str) -> None:
        price = TextField(
            translate("PartForms", "Price, euros"),
            translate("PartForms", "Such as 25,00. Empty: not for sale."),
        )
        price.set_text(known)
        super().__init__(
            parent, title, {"price": price}, send=translate("PartForms", "Save"), columns=1
        )


class WordsForm(FormCard):
    """Asks for one short text.

    Args:
        parent: The window.
        title: What it is about.
        name: What is asked.
        send: Word of the main action.
    """

    def __init__(self, parent: QWidget, title: str, name: str, send: str) -> None:
        super().__init__(parent, title, {"text": TextField(name)}, send=send, columns=1)


class WantForm(FormCard):
    """Asks what is waited for."""

    def __init__(self, parent: QWidget, kinds: tuple[str, ...], texts: Texts) -> None:
        fields: dict[str, Field] = {
            "type": ChoiceField(translate("PartForms", "What is it?"), _kinds(kinds, texts)),
            "model": TextField(
                translate("PartForms", "For which model?"),
                translate("PartForms", "Empty: any model"),
            ),
            "specification": TextField(
                translate("PartForms", "What matters"), translate("PartForms", "Such as 8 GB DDR4")
            ),
            "order": TextField(
                translate("PartForms", "Order or device"),
                translate("PartForms", "Its code; may be empty"),
                mono=True,
            ),
        }
        send = translate("PartForms", "Save the wish")
        super().__init__(parent, translate("PartForms", "A part is needed"), fields, send=send)


class FilterForm(FormCard):
    """Asks what the list is narrowed to."""

    def __init__(
        self, parent: QWidget, kinds: tuple[str, ...], texts: Texts, which: PartFilter
    ) -> None:
        every = ("", translate("PartForms", "Every kind"))
        kind = ChoiceField(translate("PartForms", "What is it?"), [every, *_kinds(kinds, texts)])
        kind.choose(next(iter(which.types), ""))
        fits = TextField(
            translate("PartForms", "Fits which model?"),
            translate("PartForms", "A model, or a device's code"),
        )
        fits.set_text(which.fits)
        lot = TextField(
            translate("PartForms", "Came out of which lot?"),
            translate("PartForms", "The lot's code"),
            mono=True,
        )
        lot.set_text(which.lot)
        fields: dict[str, Field] = {"type": kind, "fits": fits, "lot": lot}
        title = translate("PartForms", "Which parts?")
        super().__init__(parent, title, fields, send=translate("PartForms", "Show"), columns=1)
