"""The window speaks another language at once; one without a file speaks English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from serkut_desk.ui.language import Translations

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_qts_own_words_follow(qapp: QApplication) -> None:
    translations = Translations(qapp)
    try:
        translations.use("fi")
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Peru"
        assert QLocale().language() is QLocale.Language.Finnish
        translations.use("xx")
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    finally:
        translations.use("en")
