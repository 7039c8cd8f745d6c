"""The forms that end a key: another takes its place, or it was stolen."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.clock import HELSINKI
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.parts.form_card import FormCard

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


def change_form(parent: QWidget) -> FormCard:
    """Return the form that asks for the old passphrase and twice for the new one."""
    hint = translate("KeyForms", "Long: several words")
    return FormCard(
        parent,
        translate("KeyForms", "Change the key"),
        {
            "old": TextField(translate("KeyForms", "Passphrase now"), secret=True),
            "new": TextField(translate("KeyForms", "New passphrase"), hint, secret=True),
            "again": TextField(translate("KeyForms", "New passphrase again"), hint, secret=True),
        },
        send=translate("KeyForms", "Change the key"),
        lines=(
            translate("KeyForms", "The old key vouches for the new one. Its papers stay valid."),
            translate("KeyForms", "Afterwards: a new sheet on the wall, a new copy in the safe."),
            translate("KeyForms", "A key on a token is made on the command line: key create."),
        ),
        columns=1,
    )


def stolen_form(parent: QWidget) -> FormCard:
    """Return the form that asks since when the key is in wrong hands, and what happened."""
    day = translate("KeyForms", "For example: 21.11.2026")
    why = translate("KeyForms", "Short; it stays in the records.")
    return FormCard(
        parent,
        translate("KeyForms", "The key was stolen"),
        {
            "day": TextField(translate("KeyForms", "Stolen since"), day),
            "reason": TextField(translate("KeyForms", "What happened?"), why),
        },
        send=translate("KeyForms", "Take it out of use"),
        lines=(
            translate("KeyForms", "Nobody believes any more what it seals from that day on."),
            translate("KeyForms", "It goes out of use now. This cannot be taken back."),
            translate("KeyForms", "Then make a new key, and publish a new list."),
        ),
        columns=1,
    )


def changed_passphrases(told: Mapping[str, str]) -> str:
    """Return what is wrong with the answers of `change_form`; "" when nothing is."""
    if told["new"] != told["again"]:
        return translate("KeyForms", "The two are not the same.")
    return ""


def day_begins(text: str) -> datetime | None:
    """Return the first moment of a day such as 21.11.2026 in Finland; None when it is none."""
    try:
        day = datetime.strptime(text, "%d.%m.%Y")  # noqa: DTZ007 - its zone follows
    except ValueError:
        return None
    return day.replace(tzinfo=HELSINKI)
