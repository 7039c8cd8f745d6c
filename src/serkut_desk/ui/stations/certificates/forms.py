"""The questions about the seal and about certificates that exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.ui.forms import TextField
from serkut_desk.ui.parts.form_card import FormCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


class UnlockForm(FormCard):
    """Asks the passphrase of the seal."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            translate("SealForms", "Unlock the seal"),
            {"passphrase": TextField(translate("SealForms", "Passphrase"), secret=True)},
            send=translate("SealForms", "Unlock"),
            lines=(translate("SealForms", "It stays open until the desk is locked."),),
            columns=1,
        )

    def forget(self) -> None:
        """Leave nothing of a wrong passphrase in the field, and let the next one be typed there."""
        field = self.fields["passphrase"]
        if isinstance(field, TextField):
            field.set_text("")
            field.edit.setFocus()


class NewKeyForm(FormCard):
    """Asks the passphrase of a new key, twice."""

    def __init__(self, parent: QWidget) -> None:
        hint = translate("SealForms", "Several words that only you and the other supervisor know.")
        super().__init__(
            parent,
            translate("SealForms", "Make the key of the seal"),
            {
                "passphrase": TextField(translate("SealForms", "Passphrase"), hint, secret=True),
                "again": TextField(translate("SealForms", "The same again"), secret=True),
            },
            send=translate("SealForms", "Make the key"),
            lines=(
                translate(
                    "SealForms", "Every certificate is sealed with it. Anybody can check it."
                ),
                translate(
                    "SealForms",
                    "Nobody can find a lost passphrase again. Keep it in an envelope in a safe.",
                ),
            ),
        )

    def send(self) -> None:
        """Hand it on only when both are the same."""
        values = self.values
        if values["passphrase"] != values["again"]:
            self.problem(translate("SealForms", "The two are not the same."))
            return
        super().send()


class ReasonForm(FormCard):
    """Asks why.

    Args:
        parent: The window.
        title: What will be done.
        line: What follows from it.
        send: Word of the main action.
    """

    def __init__(self, parent: QWidget, title: str, line: str, send: str) -> None:
        hint = translate("SealForms", "Short; it stays in the records.")
        super().__init__(
            parent,
            title,
            {"reason": TextField(translate("SealForms", "Why?"), hint)},
            send=send,
            lines=(line,),
            columns=1,
        )
