"""Roles and languages as the window names them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.permissions import Role
from serkut_desk.texts import languages, paper_languages

LANGUAGE_NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}


def role_word(role: Role) -> str:
    """Return a role's name in the window's language."""
    words = {
        Role.WORKER: QCoreApplication.translate("Roles", "Maker"),
        Role.SUPERVISOR: QCoreApplication.translate("Roles", "Supervisor"),
        Role.APPROVER: QCoreApplication.translate("Roles", "Approver"),
        Role.AUDITOR: QCoreApplication.translate("Roles", "Auditor"),
    }
    return words[role]


def role_choices() -> tuple[tuple[str, str], ...]:
    """Return all roles for a choice."""
    return tuple((role.value, role_word(role)) for role in Role)


def language_choices() -> tuple[tuple[str, str], ...]:
    """Return all languages for a choice."""
    return tuple((code, LANGUAGE_NAMES.get(code, code)) for code in languages())


def paper_language_choices() -> tuple[tuple[str, str], ...]:
    """Return all languages that papers are written in for a choice."""
    return tuple((code, LANGUAGE_NAMES.get(code, code)) for code in paper_languages())
