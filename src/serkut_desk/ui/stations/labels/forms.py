"""The forms about labels and printers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.printers import PrinterKind
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.system_printer import system_printers

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from serkut_desk.domain.printers import Printer

translate = QCoreApplication.translate


def kind_word(kind: PrinterKind) -> str:
    """Return how a printer is reached, in the window's language."""
    words = {
        PrinterKind.PDF: translate("Printers", "PDF files"),
        PrinterKind.SYSTEM: translate("Printers", "Printer of this computer"),
        PrinterKind.NETWORK: translate("Printers", "Label printer in the network"),
    }
    return words[kind]


class PrinterForm(FormCard):
    """Where labels go.

    Args:
        parent: The window.
        printer: The one that is used now.
    """

    def __init__(self, parent: QWidget, printer: Printer | None) -> None:
        names = tuple((name, name) for name in system_printers())
        kind = ChoiceField(
            translate("Printers", "How it is reached"),
            tuple((one.value, kind_word(one)) for one in PrinterKind),
        )
        host = TextField(
            translate("Printers", "Address"), translate("Printers", "Name or IP address"), mono=True
        )
        port = TextField(translate("Printers", "Port"), mono=True)
        port.set_text("9100")
        dpi = ChoiceField(
            translate("Printers", "Dots per inch"), (("300", "300"), ("203", "203"), ("600", "600"))
        )
        silent = ChoiceField(
            translate("Printers", "Does it tell its state?"),
            (("no", translate("Printers", "Yes")), ("yes", translate("Printers", "No, we look"))),
        )
        fields: dict[str, TextField | ChoiceField] = {
            "kind": kind,
            "name": ChoiceField(translate("Printers", "Printer"), names),
            "title": TextField(translate("Printers", "What you call it")),
            "host": host,
            "port": port,
            "dpi": dpi,
            "silent": silent,
        }
        super().__init__(
            parent,
            translate("Printers", "Where do labels go?"),
            fields,
            send=translate("Printers", "Use this"),
            lines=(translate("Printers", "Labels that wait go there, too."),),
        )
        if printer is not None:
            kind.choose(printer.kind.value)
            fields["title"].setEnabled(True)
            host.set_text(printer.host)
            port.set_text(str(printer.port))
            dpi.choose(str(printer.dpi))
            silent.choose("yes" if printer.may_be_silent else "no")
        kind.chosen.connect(self._kind_chosen)
        self._kind_chosen(kind.key)

    @property
    def values(self) -> dict[str, str]:
        """Return the values; the name is the system's or the house's own."""
        found = super().values
        own = found.pop("title")
        if found["kind"] != PrinterKind.SYSTEM.value:
            found["name"] = own
        return found

    def _kind_chosen(self, kind: str) -> None:
        shown = {
            PrinterKind.PDF.value: {"kind"},
            PrinterKind.SYSTEM.value: {"kind", "name", "dpi"},
            PrinterKind.NETWORK.value: {"kind", "title", "host", "port", "dpi", "silent"},
        }[kind]
        for key, field in self.fields.items():
            field.setVisible(key in shown)


class RollForm(FormCard):
    """How many labels are printed ahead."""

    def __init__(self, parent: QWidget) -> None:
        count = TextField(translate("Printers", "How many?"), translate("Printers", "1 to 500"))
        count.set_text("50")
        super().__init__(
            parent,
            translate("Printers", "Labels ahead, on a roll"),
            {"count": count},
            send=translate("Printers", "Print"),
            lines=(translate("Printers", "Each gets its own code. It is bound at intake."),),
            columns=1,
        )


class CardsForm(FormCard):
    """On which paper the command cards are printed."""

    def __init__(self, parent: QWidget) -> None:
        size = ChoiceField(translate("Printers", "Paper"), (("a4", "A4"), ("a3", "A3")))
        super().__init__(
            parent,
            translate("Printers", "Command cards for the wall"),
            {"size": size},
            send=translate("Printers", "Open the sheets"),
            lines=(translate("Printers", "STOP cards are on a sheet of their own."),),
            columns=1,
        )


class ReprintForm(FormCard):
    """Which label is printed once more, and why."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            translate("Printers", "Print a label again"),
            {
                "code": TextField(
                    translate("Printers", "Code"),
                    translate("Printers", "SD, LV, ER or PA"),
                    mono=True,
                ),
                "reason": TextField(
                    translate("Printers", "Why?"), translate("Printers", "For example: torn")
                ),
            },
            send=translate("Printers", "Print"),
            columns=1,
        )

    def scanned(self, text: str) -> None:
        """Take the code from its label."""
        field = self.fields["code"]
        if isinstance(field, TextField):
            field.set_text(text)
