"""The questions about quarantine that need words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.parts.form_card import FormCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.domain.data_state import Lock
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate


class StolenForm(FormCard):
    """Asks the reference number of a case."""

    def __init__(self, parent: QWidget, title: str) -> None:
        hint = translate("QuarantineForms", "Never a person's name or personal code.")
        super().__init__(
            parent,
            title,
            {"reference": TextField(translate("QuarantineForms", "Reference number"), hint)},
            send=translate("QuarantineForms", "To quarantine"),
            lines=(
                translate("QuarantineForms", "Nothing is done with it until it is released."),
                translate("QuarantineForms", "Freeing it takes two supervisors."),
            ),
            columns=1,
        )


class AnswerForm(FormCard):
    """Asks where the answer that was chosen came from."""

    def __init__(self, parent: QWidget, title: str, answer: str) -> None:
        hint = translate("QuarantineForms", "The unit and how it answered; no person's name.")
        super().__init__(
            parent,
            title,
            {"note": TextField(translate("QuarantineForms", "Where it came from"), hint)},
            send=translate("QuarantineForms", "Record"),
            lines=(answer,),
            columns=1,
        )


class FreeForm(FormCard):
    """Asks why a device is freed, and of what where there are several reasons."""

    def __init__(self, parent: QWidget, title: str, locks: Sequence[Lock], texts: Texts) -> None:
        fields: dict[str, TextField | ChoiceField] = {}
        if len(locks) > 1:
            choices = [(lock.value, texts.say(f"lock.{lock.value}")) for lock in locks]
            fields["lock"] = ChoiceField(translate("QuarantineForms", "Which reason?"), choices)
        hint = translate("QuarantineForms", "Short; it stays in the records.")
        fields["reason"] = TextField(translate("QuarantineForms", "Why?"), hint)
        super().__init__(
            parent,
            title,
            fields,
            send=translate("QuarantineForms", "Free it"),
            lines=(translate("QuarantineForms", "It is tested again before it goes on."),),
            columns=1,
        )


class ApartForm(FormCard):
    """Asks why a device is taken apart."""

    def __init__(self, parent: QWidget, title: str) -> None:
        hint = translate("QuarantineForms", "Short; it stays in the records.")
        super().__init__(
            parent,
            title,
            {"reason": TextField(translate("QuarantineForms", "Why?"), hint)},
            send=translate("QuarantineForms", "Take it apart"),
            lines=(
                translate("QuarantineForms", "It leaves quarantine and is taken apart."),
                translate("QuarantineForms", "Its disks are wiped or destroyed all the same."),
            ),
            columns=1,
        )
