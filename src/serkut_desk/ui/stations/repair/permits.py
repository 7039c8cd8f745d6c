"""Work that asks for a permission of its own: who may do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.permissions import Permission

if TYPE_CHECKING:
    from serkut_desk.ui.panel import PersonView

translate = QCoreApplication.translate


def may(person: PersonView | None, needs: Permission | None) -> bool:
    """Tell whether somebody holds a permission; work that needs none is for everybody."""
    return needs is None or (person is not None and needs.value in person.permissions)


def forbidden(person: PersonView | None, needs: Permission | None) -> str:
    """Return why somebody may not do a kind of work and who may, "" when they may."""
    if needs is None or may(person, needs):
        return ""
    words = {
        Permission.MAINS: translate(
            "Repair", "Mains voltage: only a supervisor opens a power supply. Replace it whole."
        ),
        Permission.BATTERY: translate(
            "Repair",
            "A battery is taken out by a supervisor, or by a maker who has the permission.",
        ),
        Permission.SAFETY_TEST: translate(
            "Repair",
            "The safety test is done by a supervisor, or by a maker who has the permission.",
        ),
        Permission.OUTCOME: translate("Repair", "A supervisor sends things to a repairer outside."),
    }
    return words.get(needs, translate("Repair", "Ask a supervisor."))
