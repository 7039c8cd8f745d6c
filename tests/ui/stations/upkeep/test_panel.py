"""Upkeep at the real window: every part over a real desk."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from factories import make_lot
from kit import PIN
from serkut_desk.stations.certificates import queries
from serkut_desk.ui import palettes, theme
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.palettes import Palette
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.sounds import Sound, SoundChoice, Volume
from serkut_desk.ui.stations.upkeep.panel import UpkeepPanel
from serkut_desk.ui.stations.upkeep.restore_card import RestoreCard
from serkut_desk.ui.stations.upkeep.scale import ScaleSection
from serkut_desk.weighing import reader
from serkut_desk.weighing.reader import Port
from stations.certificates.counter import PASSPHRASE, new_seal
from ui import screens, walk
from weighing.pty_scale import FAST, PtyScale

if TYPE_CHECKING:
    from pathlib import Path

    from ui.window_kit import Window


def _open(window: Window, part: str) -> UpkeepPanel:
    window.supervisor()
    window.shell.open("upkeep")
    panel = window.shell.panel
    assert isinstance(panel, UpkeepPanel)
    panel.choose(part)
    window.settle()
    return panel


def _form(window: Window) -> FormCard:
    return [one for one in window.shell.findChildren(FormCard) if not one.isHidden()][-1]


def _write(form: FormCard, **told: str) -> None:
    for key, text in told.items():
        field = form.fields[key]
        if isinstance(field, TextField):
            field.set_text(text)
        else:
            assert isinstance(field, ChoiceField)
            field.choose(text)


def _second(window: Window) -> None:
    """The other supervisor confirms."""
    window.bot.waitUntil(lambda: window.desk.confirming.second_card is not None)
    window.scan(window.workshop.other.person)
    window.settle()
    window.scan(PIN)
    window.settle()


def test_backup_folder_is_chosen_and_a_backup_made_and_checked(
    window: Window, tmp_path: Path
) -> None:
    panel = _open(window, "backup")
    window.press(Qt.Key.Key_F2)
    _write(_form(window), folder=str(tmp_path / "second"), days="30")
    window.press(Qt.Key.Key_F10)
    window.settle()
    window.press(Qt.Key.Key_F10)
    assert panel.section.busy_with
    window.settle()
    assert len(list((tmp_path / "second").glob("serkut-*"))) == 1
    screens.save(window.shell, "upkeep-backup", (1366, 768))
    window.press(Qt.Key.Key_F6)
    window.settle()
    assert not panel.section.busy_with
    assert window.shell.frame.notice is not None
    assert window.shell.frame.notice.tone == "good"
    window.press(Qt.Key.Key_F8)
    window.settle()
    card = window.shell._layers.top
    assert isinstance(card, RestoreCard)
    (made,) = (tmp_path / "second").glob("serkut-*")
    assert card.command.endswith(f"backup restore {made}")
    screens.save(window.shell, "upkeep-restore", (1366, 768))
    window.press(Qt.Key.Key_F9)


def test_a_folder_in_the_data_folder_is_refused_in_the_form(window: Window) -> None:
    _open(window, "backup")
    window.press(Qt.Key.Key_F2)
    form = _form(window)
    _write(form, folder=str(window.workshop.desk.folder.root / "inside"), days="30")
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert form.said


def test_the_citys_decision_takes_two_and_holds_from_tomorrow(window: Window) -> None:
    _open(window, "policy")
    window.press(Qt.Key.Key_F2)
    _write(_form(window), flash="clear_accepted", reference="HEL 2026-004711", day="21.11.2026")
    window.press(Qt.Key.Key_F10)
    window.settle()
    screens.save(window.shell, "upkeep-policy-effect", (1366, 768))
    with window.workshop.desk.database.reading() as work:
        assert work.policies.documents() == [], "what it does is shown before it is saved"
    window.press(Qt.Key.Key_F10)
    _second(window)
    with window.workshop.desk.database.reading() as work:
        documents = work.policies.documents()
    assert documents[-1]["effective_from"] == "2026-11-24"
    for size in reversed(screens.SIZES):
        screens.save(window.shell, "upkeep-policy", size)


def test_a_donor_gets_levels_of_its_own(window: Window) -> None:
    make_lot(window.workshop, "Kaupunginkanslia")
    _open(window, "policy")
    window.press(Qt.Key.Key_F5)
    asked = {"donor": "Kaupunginkanslia", "kind": "hdd", "data_class": "confidential"}
    _write(_form(window), **asked, level="destroy", reference="HEL 2", day="21.11.2026")
    screens.save(window.shell, "upkeep-policy-change", (1366, 768))
    window.press(Qt.Key.Key_F10)
    window.settle()
    window.press(Qt.Key.Key_F10)
    _second(window)
    with window.workshop.desk.database.reading() as work:
        (made,) = work.policies.documents()
    assert made["donors"]["kaupunginkanslia"]["required"] == {"confidential": {"hdd": "destroy"}}
    window.workshop.clock.tick(days=1)
    _open(window, "policy")
    screens.save(window.shell, "upkeep-policy-donor", (1366, 768))


def test_the_citys_decision_on_the_data_class_is_recorded(window: Window) -> None:
    _open(window, "policy")
    window.press(Qt.Key.Key_F6)
    _write(_form(window), data_class="ordinary", reference="HEL 2026-000001")
    window.press(Qt.Key.Key_F10)
    _second(window)
    with window.workshop.desk.database.reading() as work:
        decided = work.house.get("data_class")
    assert decided == {"class": "ordinary", "reference": "HEL 2026-000001"}


def test_a_policy_without_a_day_is_not_sent(window: Window) -> None:
    _open(window, "policy")
    window.press(Qt.Key.Key_F5)
    form = _form(window)
    _write(form, kind="hdd", level="purge", reference="HEL 1", day="tomorrow")
    window.press(Qt.Key.Key_F10)
    assert form.said


def test_the_key_is_made_and_its_papers_come(window: Window) -> None:
    _open(window, "seal")
    window.press(Qt.Key.Key_F10)
    words = "kolme vihreää omenaa pöydällä"
    _write(_form(window), new=words, again=words)
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: not window.desk.lane.waiting, timeout=20_000)
    window.settle()
    screens.save(window.shell, "upkeep-key", (1366, 768))
    window.press(Qt.Key.Key_F8)
    window.settle()
    window.press(Qt.Key.Key_F6)
    window.settle()
    papers = window.workshop.desk.folder.papers
    assert (papers / "key-sheet.pdf").read_bytes()[:5] == b"%PDF-"
    assert b"PUBLIC KEY" in (papers / "seal.pub.pem").read_bytes()


def test_the_key_is_changed_with_the_old_ones_word_and_a_stolen_one_ends(window: Window) -> None:
    old = new_seal(window.workshop)
    desk, shell = window.workshop.desk, window.shell
    panel = _open(window, "seal")
    shell.frame.language_chosen.emit("fi")
    panel = _open(window, "seal")
    window.press(Qt.Key.Key_F2)
    _save(window, "upkeep-key-change")
    words = "kolme vihreää omenaa pöydällä"
    _write(_form(window), old="väärä lause tähän kohtaan", new=words, again=words)
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert "väärä" in _form(window).said, "the old key does not vouch for whoever asks"
    assert queries.seal_named(desk, None).fingerprint == old.fingerprint
    _write(_form(window), old=PASSPHRASE)
    window.press(Qt.Key.Key_F10)
    window.bot.waitUntil(lambda: not window.desk.lane.waiting, timeout=20_000)
    window.settle()
    changed = queries.seal_named(desk, None).fingerprint
    assert changed != old.fingerprint
    with desk.database.reading() as work:
        (vouch,) = work.trust.vouches()
    assert (vouch.old_seal, vouch.new_seal) == (old.fingerprint, changed)
    assert window.shell.minimumSizeHint().width() <= screens.SIZES[0][0]
    window.press(Qt.Key.Key_F3)
    _save(window, "upkeep-key-stolen")
    _write(_form(window), day="eilen", reason="tikku katosi")
    window.press(Qt.Key.Key_F10)
    assert _form(window).said
    _write(_form(window), day="20.11.2026")
    window.press(Qt.Key.Key_F10)
    window.settle()
    with desk.database.reading() as work:
        assert work.seals.in_use() is None
        assert work.trust.thefts()[changed].since == datetime(2026, 11, 19, 22, tzinfo=UTC)
    assert {one.key for one in panel.function_keys()} >= {"F10"}


def _save(window: Window, name: str) -> None:
    for size in reversed(screens.SIZES):
        assert screens.save(window.shell, f"{name}-fi", size).exists()
        walk.check(window.shell)


def test_the_journal_is_checked_exported_and_given_a_checkpoint(window: Window) -> None:
    _open(window, "journal")
    window.press(Qt.Key.Key_F7)
    window.settle()
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert window.shell.frame.notice is not None
    assert window.shell.frame.notice.tone == "good"
    window.press(Qt.Key.Key_F6)
    window.settle()
    papers = window.workshop.desk.folder.papers
    assert list(papers.glob("journal-*.jsonl"))
    assert list(papers.glob("checkpoint-*.json"))


def test_the_day_is_closed_and_a_doubted_clock_confirmed(window: Window) -> None:
    _open(window, "day")
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert list(window.workshop.desk.folder.papers.glob("2026-11-23-*.pdf"))
    desk = window.workshop.desk
    with desk.database.work(window.workshop.first.person) as work:
        work.house.put("clock_doubted", value=True)
        work.commit()
    window.desk.watch.look()
    window.shell.panel.shown()  # type: ignore[union-attr]  # it is open
    window.settle()
    screens.save(window.shell, "upkeep-clock", (1366, 768))
    window.press(Qt.Key.Key_F6)
    window.settle()
    with desk.database.reading() as work:
        assert work.house.get("clock_doubted") is False


def test_settings_of_the_desk_are_kept(window: Window) -> None:
    _open(window, "desk")
    window.press(Qt.Key.Key_F2)
    _write(_form(window), lock="10", labels="spot")
    window.press(Qt.Key.Key_F10)
    preferences = window.desk.hands.preferences
    assert (preferences.lock_minutes, preferences.label_on_the_spot) == (10, True)
    assert window.shell._idle._seconds == 600
    window.press(Qt.Key.Key_F5)
    looks = {"sounds": "yes", "palette": "colour_safe", "done-tune": "2", "done-volume": "loud"}
    form = _form(window)
    _write(form, **looks)
    form.fields["done-tune"].chosen.emit("2")  # type: ignore[union-attr]  # a list
    screens.save(window.shell, "upkeep-looks-form", (1366, 768))
    window.press(Qt.Key.Key_F10)
    window.settle()
    assert preferences.sound(Sound.DONE) == SoundChoice(2, Volume.LOUD)
    assert theme.COLOURS["good_fill"] == palettes.COLOURS[Palette.COLOUR_SAFE]["good_fill"]
    assert window.shell._sounds.choice(Sound.DONE) == SoundChoice(2, Volume.LOUD)
    screens.save(window.shell, "upkeep-looks", (1366, 768))
    preferences.palette = Palette.USUAL
    window.desk.hands.settings_changed.emit()
    assert theme.COLOURS["good_fill"] != palettes.COLOURS[Palette.COLOUR_SAFE]["good_fill"]


@pytest.mark.parametrize("size", screens.SIZES)
def test_every_part_is_drawn_and_can_be_read(window: Window, size: tuple[int, int]) -> None:
    panel = _open(window, "day")
    for part in panel.sections:
        panel.choose(part)
        window.settle()
        screens.save(window.shell, f"upkeep-{part}-fresh", size)
        walk.check(window.shell)
    window.shell.press("F1")
    window.settle()
    screens.save(window.shell, "help", size)


def test_a_scale_is_chosen_and_its_weight_shown(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "Rhythm", lambda: FAST)
    monkeypatch.setattr(
        reader, "ports", lambda: (Port(str(tmp_path / "port"), "USB Serial Port"), Port("COM3", ""))
    )
    window.desk.shell._translations.use("fi")
    panel = _open(window, "scale")
    window.press(Qt.Key.Key_F5)
    window.settle()
    form = _form(window)
    _write(form, name="Vaaka 1", protocol="and", baud="9600", frame="8N1", step="x", error="2")
    screens.save(window.shell, "upkeep-scale-form", (1366, 768))
    walk.check(window.shell)
    window.press(Qt.Key.Key_F10)
    assert form.said
    _write(form, step="0,1")
    scale = PtyScale(tmp_path / "port", b"ST,+01214.0  g")
    try:
        window.press(Qt.Key.Key_F10)
        section = panel.sections["scale"]
        assert isinstance(section, ScaleSection)
        window.bot.waitUntil(lambda: section.weight.value_g == 1214, timeout=20_000)
        window.settle()
        for size in screens.SIZES:
            screens.save(window.shell, "upkeep-scale", size)
        walk.check(window.shell)
        window.press(Qt.Key.Key_F7)
        window.bot.waitUntil(lambda: section.weight.value_g is None, timeout=20_000)
    finally:
        window.shell.open("home")
        scale.pull()
