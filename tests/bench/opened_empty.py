"""The least that takes keys: one line edit in an empty window."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from bench import keystroke


def main() -> None:
    application = QApplication(sys.argv[:1])
    window = QWidget()
    line = QLineEdit()
    QVBoxLayout(window).addWidget(line)
    window.resize(1366, 768)
    window.showMaximized()
    line.setFocus()
    keystroke.watch(lambda: bool(line.text()))
    application.exec()


if __name__ == "__main__":
    main()
