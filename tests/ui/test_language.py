"""The window speaks another language at once; one without a file speaks English."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QWidget

from serkut_desk.ui.file_chooser import FileChooser
from serkut_desk.ui.language import Translations

if TYPE_CHECKING:
    import pytest
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def test_qts_own_words_follow(qapp: QApplication) -> None:
    translations = Translations(qapp)
    try:
        translations.use("fi")
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Peru"
        assert QLocale().language() is QLocale.Language.Finnish
        translations.use("xx")
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
        translations.use("fi")
        for context, word, finnish in (
            ("QFileDialog", "&Look in:", "&Kansio:"),
            ("QFileDialog", "Files of &type:", "Tiedosto&tyyppi:"),
            ("QAbstractFileIconProvider", "Folder", "Kansio"),
        ):
            assert QCoreApplication.translate(context, word) == finnish
    finally:
        translations.use("en")


def test_a_file_dialog_begins_at_home_then_where_it_was_last(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, used = tmp_path / "home", tmp_path / "used"
    home.mkdir()
    used.mkdir()
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setattr(FileChooser, "_last", None)
    parent = QWidget()
    qtbot.addWidget(parent)
    first = FileChooser(parent, "")
    assert Path(first.directory().path()) == home
    first.setDirectory(str(used))
    first.accepted.emit()
    assert Path(FileChooser(parent, "").directory().path()) == used
    used.rmdir()
    assert FileChooser.start() == str(home)
