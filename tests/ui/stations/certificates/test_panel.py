"""Certificates at the real window: unlock, issue, reissue, revoke, check."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit

from serkut_desk.domain.statement import StatementKind
from serkut_desk.ui import paper_printer
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.parts.asking import AskCard
from serkut_desk.ui.stations.certificates import wording
from serkut_desk.ui.stations.certificates.lists import ISSUED, MEDIA, READY
from serkut_desk.ui.stations.checking.panel import CheckingPanel
from serkut_desk.ui.theme import Tone
from ui.stations.certificates.desk import (
    counter_of,
    lot_of_three,
    open_certificates,
    to_lot,
    unlock,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.documents.rendering import PageDots
    from serkut_desk.stations.certificates.batch import Batch
    from serkut_desk.ui.stations.certificates.panel import CertificatesPanel
    from stations.certificates.counter import Counter
    from ui.window_kit import Window


@pytest.fixture
def counter(window: Window, tmp_path: Path) -> Counter:
    return counter_of(window, tmp_path)


def _show_issued(window: Window, panel: CertificatesPanel) -> None:
    panel._keep = ""
    panel._show_lists(ISSUED)
    window.settle()


def test_issue_asks_the_passphrase_once_a_session(window: Window, counter: Counter) -> None:
    first, second = counter.clean(1), counter.clean(2)
    window.supervisor()
    panel = open_certificates(window)
    window.scan(first.code)
    assert panel._lists.ticked == (first.code,)
    window.press(Qt.Key.Key_F10)
    form = panel.questions.form
    assert form is not None
    field = form.fields["passphrase"]
    assert isinstance(field, TextField)
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    unlock(window, panel, "wrong words here indeed")
    assert panel.questions.form is form
    assert form.said
    assert not field.text
    unlock(window, panel)
    assert [line.device for line in panel._listed.issued] == [first.code]
    assert isinstance(window.shell._layers.top, AskCard)
    window.press(Qt.Key.Key_F9)
    window.scan(second.code)
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert {line.device for line in panel._listed.issued} == {first.code, second.code}
    papers = window.workshop.desk.folder.papers
    assert len(list(papers.glob("TT*.pdf"))) == 2


def test_the_seal_is_locked_with_the_desk(window: Window, counter: Counter) -> None:
    counter.clean(1)
    window.supervisor()
    panel = open_certificates(window)
    panel.questions.unlock()
    unlock(window, panel)
    assert panel._presenter.unlocked
    window.press(Qt.Key.Key_F12)
    assert not panel._presenter.unlocked


def test_nothing_is_issued_while_the_clock_is_doubted(window: Window, counter: Counter) -> None:
    device = counter.clean(1)
    window.supervisor()
    panel = open_certificates(window)
    panel.questions.unlock()
    unlock(window, panel)
    window.workshop.clock.set_wall(window.workshop.clock.now() + timedelta(hours=3))
    window.scan(device.code)
    window.press(Qt.Key.Key_F10)
    window.settle()
    window.scan("4711")
    window.settle()
    window.bot.waitUntil(lambda: bool(window.notice))
    assert not panel._listed.issued


def test_reissue_supersedes_and_revoke_ends(window: Window, counter: Counter) -> None:
    issued = counter.issue(counter.clean(1))[0]
    window.supervisor()
    panel = open_certificates(window)
    window.scan(issued.number)
    window.settle()
    assert panel._issued_one is not None
    window.press(Qt.Key.Key_F7)
    unlock(window, panel)
    write(panel, "reason", "painovirhe")
    window.press(Qt.Key.Key_F10)
    window.settle()
    window.press(Qt.Key.Key_F9)
    states = {line.number: wording.state_of(line) for line in panel._listed.issued}
    assert sorted(states.values()) == ["superseded", "valid"]
    assert states[issued.number] == "superseded"
    new = next(number for number, state in states.items() if state == "valid")
    # From wherever the focus is, keys that go up and down move in the list, and Enter does nothing.
    window.shell.frame.line.edit.setFocus()
    numbers = [line.number for line in panel._listed.issued]
    for key, at in ((Qt.Key.Key_End, 1), (Qt.Key.Key_Up, 0), (Qt.Key.Key_PageDown, 1)):
        window.press(key)
        window.press(Qt.Key.Key_Return)
        assert panel._keep == numbers[at]
        panel._lists._strip.setFocus()
        assert window.shell._layers.top is None
    window.scan(new)
    window.settle()
    window.press(Qt.Key.Key_F11)
    write(panel, "reason", "väärä laite")
    window.press(Qt.Key.Key_F10)
    window.settle()
    states = {line.number: wording.state_of(line) for line in panel._listed.issued}
    assert states[new] == "revoked"
    assert "Tarkistus, F8" in window.notice, "the paper is out: a list has to tell of it"
    assert panel._listed.ready, "the device waits for a certificate again"


def test_files_are_checked_where_everything_is_checked(
    window: Window, counter: Counter, tmp_path: Path
) -> None:
    issued = counter.issue(counter.clean(1))[0]
    good = tmp_path / "good.pdf"
    good.write_bytes(counter.paper(issued))
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(good.read_bytes() + b" ")
    window.supervisor()
    open_certificates(window)
    window.press(Qt.Key.Key_F5)
    window.settle()
    assert isinstance(window.shell.panel, CheckingPanel)
    panel = open_certificates(window)
    told = QMimeData()
    told.setUrls([QUrl.fromLocalFile(str(path)) for path in (good, bad)])
    where, mouse, keys = QPointF(9, 9), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copying = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(where.toPoint(), copying, told, mouse, keys)
    panel.dragEnterEvent(entering)
    assert entering.isAccepted()
    panel.dropEvent(QDropEvent(where, copying, told, mouse, keys))
    checking = window.shell.panel
    assert isinstance(checking, CheckingPanel)
    window.bot.waitUntil(lambda: len(checking._rows) == 2, timeout=30_000)
    assert {row.name: row.tone for row in checking._rows} == {
        "good.pdf": Tone.GOOD,
        "bad.pdf": Tone.STOP,
    }


def test_a_seal_is_made_first(window: Window, tmp_path: Path) -> None:
    counter = counter_of(window, tmp_path, seal=False)
    device = counter.clean(1)
    window.supervisor()
    panel = open_certificates(window)
    window.scan(device.code)
    assert not next(one for one in panel.function_keys() if one.key == "F10").enabled
    window.press(Qt.Key.Key_F8)
    write(panel, "passphrase", "yksi kaksi kolme neljä viisi kuusi")
    write(panel, "again", "yksi kaksi kolme")
    form = panel.questions.form
    assert form is not None
    form.send()
    assert form.said
    write(panel, "again", "yksi kaksi kolme neljä viisi kuusi")
    form.send()
    window.settle()
    assert panel._listed.seal
    assert next(one for one in panel.function_keys() if one.key == "F10").enabled


def test_a_page_is_drawn_and_printed(window: Window, counter: Counter, tmp_path: Path) -> None:
    issued = counter.issue(counter.clean(1))[0]
    window.supervisor()
    panel = open_certificates(window)
    pages: list[tuple[str, PageDots]] = []
    panel._presenter.page_ready.connect(lambda number, page: pages.append((number, page)))
    window.scan(issued.number)
    window.settle()
    assert pages[-1][0] == issued.number
    assert pages[-1][1].height > pages[-1][1].width
    target = tmp_path / "printed.pdf"
    paper_printer.print_papers([counter.paper(issued)], target)
    assert target.read_bytes().startswith(b"%PDF")


def test_a_copy_is_saved(window: Window, counter: Counter, tmp_path: Path) -> None:
    issued = counter.issue(counter.clean(1))[0]
    window.supervisor()
    panel = open_certificates(window)
    target = tmp_path / "copy.pdf"
    panel._presenter.save(issued.number, target)
    window.settle()
    assert target.read_bytes() == counter.paper(issued)
    assert "copy.pdf" in window.notice


def test_ticks_come_back(window: Window, counter: Counter) -> None:
    device = counter.clean(1)
    counter.clean(2)
    window.supervisor()
    panel = open_certificates(window)
    window.scan(device.code)
    window.maker()
    window.supervisor()
    panel = open_certificates(window)
    assert panel._lists.current == READY
    assert panel._lists.ticked == (device.code,)


def test_a_lot_is_issued_in_one_action_with_progress_and_a_way_out(
    window: Window, counter: Counter, tmp_path: Path
) -> None:
    lot = lot_of_three(counter)
    window.supervisor()
    panel = open_certificates(window)
    panel.questions.unlock()
    unlock(window, panel)
    to_lot(window, panel, lot.code)
    seen: list[tuple[int, int]] = []

    def moved(batch: Batch) -> None:
        seen.append((batch.done, batch.total))
        if batch.done == 1:
            assert panel.questions.batch_card is not None
            QTimer.singleShot(0, lambda: window.press(Qt.Key.Key_F9))

    panel._presenter.moved.connect(moved)
    window.press(Qt.Key.Key_F10)
    window.settle()
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: bool(panel._listed.issued), timeout=30_000)
    window.settle()
    panel._presenter.moved.disconnect(moved)
    done = seen[-1][0]
    assert (seen[0], 1 <= done < 4) == ((0, 4), True)
    assert len(panel._listed.issued) == done
    assert isinstance(window.shell._layers.top, AskCard)
    window.press(Qt.Key.Key_F9)
    window.press(Qt.Key.Key_F7)
    window.press(Qt.Key.Key_F7)
    assert panel._presenter.language == "sv"
    window.press(Qt.Key.Key_F10)
    window.settle()
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: len(panel._listed.issued) == 4, timeout=30_000)
    window.settle()
    assert {line.language for line in panel._listed.issued} == {"fi", "sv"}
    assert panel._listed.lots[0].number is not None
    window.press(Qt.Key.Key_F9)
    folder = tmp_path / "all"
    folder.mkdir()
    panel._presenter.save_lot(lot.code, folder)
    window.settle()
    assert len(list(folder.glob("TT*.pdf"))) == 4
    assert panel._listed.media
    window.scan(panel._listed.media[0].code)
    window.settle()
    assert panel._lists.current == MEDIA
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert not panel._listed.media
    assert panel._listed.issued[0].kind is StatementKind.MEDIUM
