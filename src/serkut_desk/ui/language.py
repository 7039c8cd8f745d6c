"""The window's language: our own words and Qt's, changed while running."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLibraryInfo, QLocale, QTranslator

from serkut_desk import shipped

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

LITERALS = "en"
"""The language of the literals in the code; it needs no file of ours except for plurals."""

# Words of Qt's file dialog that Qt's own Finnish lacks: ours is asked first and has them.
QT_TRANSLATE_NOOP("QFileDialog", "&Look in:")
QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:")
QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive")
QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File")
QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder")


class Translations:
    """Installs translators on the application.

    Args:
        application: Whose widgets speak.
    """

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._installed: list[QTranslator] = []
        self.language = LITERALS

    def use(self, language: str) -> None:
        """Speak `language` from now on; widgets made before keep their words.

        A language without a file speaks English.
        """
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed = []
        ours = shipped.resource("i18n", f"serkut_desk_{language}.qm")
        qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        for path in (qt_folder / f"qtbase_{language}.qm", ours):
            translator = QTranslator(self._application)
            # Asked for first: Qt would look for shorter names in the folder.
            if path.exists() and translator.load(str(path)):
                self._application.installTranslator(translator)
                self._installed.append(translator)
        QLocale.setDefault(QLocale(language))
        self.language = language
