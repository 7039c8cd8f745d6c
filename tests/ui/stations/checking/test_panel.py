"""Checking certificates at the real window: by scan, by files, by folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from documents import verifier_corpus as corpus
from documents.verifier_texts import statement
from factories import make_medium
from serkut_desk.documents.answering import Answer, Outcome
from serkut_desk.documents.keys import make_key, unlock
from serkut_desk.documents.statements import sign_statement
from serkut_desk.stations.certificates.commands import RevokeCertificate
from serkut_desk.stations.checking.papers import Booked, Checked
from serkut_desk.texts import Texts
from serkut_desk.ui.stations.checking import wording
from serkut_desk.ui.stations.checking.panel import CheckingPanel
from serkut_desk.ui.theme import Tone
from stations.certificates.counter import PASSPHRASE, Counter, new_seal
from ui import screens

if TYPE_CHECKING:
    from pathlib import Path

    from ui.window_kit import Window


@pytest.fixture
def counter(window: Window, tmp_path: Path) -> Counter:
    folder = tmp_path / "stick"
    folder.mkdir()
    return Counter(window.workshop, folder, seal=new_seal(window.workshop))


def _panel(window: Window) -> CheckingPanel:
    found = window.shell.panel
    assert isinstance(found, CheckingPanel)
    return found


def _says(window: Window, *texts: str) -> None:
    def said() -> str:
        shown = window.shell.findChildren(QLabel)
        return " | ".join(one.text() for one in shown if one.isVisible() and one.text())

    window.bot.waitUntil(lambda: all(text in said() for text in texts))


def _text(counter: Counter, number: str) -> str:
    with counter.workshop.desk.database.reading() as work:
        found = work.statements.text_of(number)
    assert found is not None
    return found


def test_one_big_answer(window: Window, counter: Counter, tmp_path: Path) -> None:
    issued = counter.issue(counter.clean(1), counter.clean(2))
    window.workshop.desk.do(counter.other, RevokeCertificate(issued[1].number, "Väärä laite"))
    folder = tmp_path / "papers"
    folder.mkdir()
    for one in issued:
        (folder / f"{one.number}.pdf").write_bytes(counter.paper(one))
    altered = bytearray(counter.paper(issued[0]))
    altered[len(altered) // 2] ^= 1
    (folder / "muutettu.pdf").write_bytes(altered)
    stranger = unlock(
        make_key("Digipaja", "x" * 16, at=counter.workshop.clock.now(), rounds=1), "x" * 16
    )
    (folder / "ei.txt").write_text("no paper", "utf-8")

    window.speak("fi")
    window.supervisor()
    # Scanned where it means nothing, the QR of a certificate leads here.
    window.shell.open("certificates")
    window.settle()
    window.scan(_text(counter, issued[0].number))
    window.settle()
    _says(window, "Aito ja voimassa")
    window.press(Qt.Key.Key_F9)
    window.settle()

    # A scanner types some hundred characters and Enter: one scan, one answer.
    window.scan(_text(counter, issued[0].number))
    _says(window, "Aito ja voimassa", "WD-WX61AA810001 · Perus (clear)", "PF2ABC01")
    window.scan(_text(counter, issued[1].number).lower())
    _says(window, "Peruttu", "Peruttu 23.11.2026")
    window.scan(sign_statement(statement(stranger, issued[0].number), stranger))
    _says(window, "Ei kelpaa: vieras avain")
    # Ours by its key, but nobody here issued it: somebody else has the key.
    assert counter.seal is not None
    window.scan(sign_statement(statement(counter.seal, issued[0].number), counter.seal))
    _says(window, "Ei ole meidän kirjoissamme", "Kerro heti työnjohtajalle")

    _panel(window).take_files([folder])
    _says(window, "1 / 3 on aitoja ja voimassa", f"{issued[1].number}.pdf")
    rows = [(one.name, one.title) for one in _panel(window)._rows[:3]]
    assert rows[0] == (f"{issued[1].number}.pdf", "Peruttu"), "what needs eyes stands first"
    assert rows[1] == ("muutettu.pdf", "Ei kelpaa: muutettu")
    for size in screens.SIZES:
        screens.save(window.shell, "checking-folder-fi", size)
    # Nothing ended it, but the device is not any more what the paper speaks of.
    changed = counter.clean(3)
    (last,) = counter.issue(changed)
    make_medium(window.workshop, changed)
    window.scan(_text(counter, last.number))
    _says(window, "Todistus kertoo vain omasta päivästään")
    assert _panel(window)._rows[0].tone is Tone.ATTENTION
    _panel(window).take_files([tmp_path / "nowhere.pdf"])
    _says(window, "nowhere.pdf")
    window.press(Qt.Key.Key_F9)
    _says(window, "Lue paperin QR-koodi")

    _publish(window, tmp_path, issued[1].number)


def test_what_a_second_look_put_in_doubt_is_not_called_valid() -> None:
    now = corpus.NOW
    answer = Answer(outcome=Outcome.VALID, number="TT0000000137", at=now)
    booked = Booked(now, "SD0000000104", "")
    shown = {
        standing: wording.view(
            "0", Checked("", answer, booked, asked=True, standing=standing), Texts("fi")
        )
        for standing in ("", "stale", "stale.medium", "stale.lot", "doubtful")
    }
    tones = [one.tone for one in shown.values()]
    assert tones == [Tone.GOOD, *[Tone.ATTENTION] * 3, Tone.STOP]
    assert "Älä luota todistukseen" in shown["doubtful"].lines[-1]
    assert len({one.lines for one in shown.values()}) == len(shown)
    assert [standing for standing, one in shown.items() if "valid" in one.title] == [""]


def _publish(window: Window, tmp_path: Path, revoked: str) -> None:
    """Save the page for everybody, and sign the list."""
    _panel(window)._save_page(str(tmp_path / "page.html"))
    window.settle()
    assert (tmp_path / "page.html").read_bytes().startswith(b"<!DOCTYPE html>")
    _panel(window)._sign_to(str(tmp_path / "list.json"))
    form = _panel(window).form
    assert form is not None
    # What is typed goes into the field: in the scan line everybody could read it.
    assert window.shell.focusWidget() is form.fields["passphrase"].focusProxy()
    form.sent.emit({"passphrase": "väärä lause tähän kohtaan"})
    window.settle()
    assert form.said
    form.sent.emit({"passphrase": PASSPHRASE})
    window.settle()
    window.bot.waitUntil(lambda: "Luettelo 1 on allekirjoitettu" in window.notice)
    said = json.loads(json.loads((tmp_path / "list.json").read_bytes())["list"])
    assert [row[:2] for row in said["ended"]] == [[revoked, "revoked"]]

    # Unlocked for the session on another screen: it is not asked again, and lists are numbered on.
    hands = window.desk.hands
    hands.ask(hands.keyring.opening(PASSPHRASE), lambda _seal: None)
    window.settle()
    _panel(window)._sign_to(str(tmp_path / "second.json"))
    window.settle()
    window.bot.waitUntil(lambda: "Luettelo 2 on allekirjoitettu" in window.notice)
    assert _panel(window).form is None
