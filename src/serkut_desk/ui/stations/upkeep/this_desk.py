"""This desk: when it locks itself, its sounds and colours, its labels, its scanner."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.scanner_setup import ScannerFix
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.palettes import Palette
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.parts.form_card import Field, FormCard
from serkut_desk.ui.scanner_page import ScannerPage
from serkut_desk.ui.sounds import TUNES, Sound, SoundChoice, Sounds, Volume
from serkut_desk.ui.stations.upkeep.section import Section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.changes import Changes
    from serkut_desk.ui.hands import Hands

_ROLL, _SPOT = "roll", "spot"
LOCK_MINUTES = (2, 5, 10, 15, 30, 0)


class DeskSection(Section):
    """Settings of the window on this computer; nothing of it is in the journal."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands, QCoreApplication.translate("DeskSection", "This desk"))
        self._player = Sounds()
        self.column.addStretch(1)

    def load(self) -> None:
        """Show the settings."""
        settings = self.hands.preferences
        self.show_facts(
            (
                Fact(self.tr("Locks itself"), self._minutes(settings.lock_minutes)),
                Fact(self.tr("Sounds"), self.tr("on") if settings.sounds else self.tr("off")),
                *(Fact(word, self._sound_words(kind)) for kind, word in self._kinds()),
                Fact(self.tr("Colours"), dict(self._palettes())[settings.palette.value]),
                Fact(self.tr("Labels at intake"), dict(self._labels())[self._label_key()]),
                Fact(self.tr("Scanner's first key"), settings.scanner_prefix or self.tr("none")),
                Fact(
                    self.tr("Scans are put right"),
                    self.tr("no") if settings.scanner_fix == ScannerFix() else self.tr("yes"),
                ),
            )
        )

    def cares(self, changes: Changes) -> bool:
        """Nothing in the records shows here."""
        del changes
        return False

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to change them."""
        return (
            Action(self.tr("Change"), self._change, "F2", "settings", main=True),
            Action(self.tr("Sounds and colours"), self._change_looks, "F5", "volume-2"),
            Action(self.tr("Check the scanner"), self._check_scanner, "F6", "scan-line"),
        )

    def _check_scanner(self) -> None:
        page = ScannerPage(self.window(), self.hands)
        page.closed.connect(self.load)
        self.overlay_wanted.emit(page)

    def _minutes(self, minutes: int) -> str:
        return self.tr("after %n minutes", "", minutes) if minutes else self.tr("never")

    def _change(self) -> None:
        settings = self.hands.preferences
        lock = ChoiceField(
            self.tr("Locks itself"), tuple((str(one), self._minutes(one)) for one in LOCK_MINUTES)
        )
        lock.choose(str(settings.lock_minutes))
        labels = ChoiceField(self.tr("Labels at intake"), self._labels())
        labels.choose(self._label_key())
        prefix = TextField(
            self.tr("Scanner's first key"), self.tr("For example F13. Empty for none."), mono=True
        )
        prefix.set_text(settings.scanner_prefix)
        fields: dict[str, Field] = {"lock": lock, "labels": labels, "prefix": prefix}
        form = FormCard(
            self.window(),
            self.tr("This desk"),
            fields,
            send=self.tr("Save"),
            lines=(self.tr("The scanner's key changes when the program starts again."),),
            columns=1,
        )
        self.lay(form, self._save)

    def _save(self, told: Mapping[str, str]) -> None:
        settings = self.hands.preferences
        settings.lock_minutes = int(told["lock"])
        settings.label_on_the_spot = told["labels"] == _SPOT
        settings.scanner_prefix = told["prefix"]
        self.form_done()
        self.hands.settings_changed.emit()
        self.tell(self.tr("The settings are saved"))
        self.load()

    def _change_looks(self) -> None:
        """Ask for sounds and colours; each sound is heard when it is chosen."""
        settings = self.hands.preferences
        sounds = ChoiceField(self.tr("Sounds"), (("yes", self.tr("on")), ("no", self.tr("off"))))
        sounds.choose("yes" if settings.sounds else "no")
        colours = ChoiceField(self.tr("Colours"), self._palettes())
        colours.choose(settings.palette.value)
        fields: dict[str, Field] = {"sounds": sounds, "palette": colours}
        for kind, word in self._kinds():
            tune = ChoiceField(word, self._tunes())
            tune.choose(str(settings.sound(kind).tune))
            volume = ChoiceField(self.tr("How loud"), self._volumes())
            volume.choose(settings.sound(kind).volume.value)
            for field in (tune, volume):
                field.chosen.connect(partial(self._hear, kind, tune, volume))
            fields |= {f"{kind}-tune": tune, f"{kind}-volume": volume}
        form = FormCard(
            self.window(),
            self.tr("Sounds and colours"),
            fields,
            send=self.tr("Save"),
            lines=(self.tr("Everything is said in words, too. The STOP alarm is always heard."),),
        )
        self.lay(form, self._save_looks)

    def _hear(self, kind: Sound, tune: ChoiceField, volume: ChoiceField, _key: str) -> None:
        self._player.try_out(kind, SoundChoice(int(tune.key), Volume(volume.key)))

    def _save_looks(self, told: Mapping[str, str]) -> None:
        settings = self.hands.preferences
        settings.sounds = told["sounds"] == "yes"
        settings.palette = Palette(told["palette"])
        for kind, _ in self._kinds():
            tune, volume = told[f"{kind}-tune"], told[f"{kind}-volume"]
            settings.set_sound(kind, SoundChoice(int(tune), Volume(volume)))
        self.form_done()
        self.tell(self.tr("The settings are saved"))
        self.load()
        # The last thing: other colours make this very panel anew.
        self.hands.settings_changed.emit()

    def _kinds(self) -> tuple[tuple[Sound, str], ...]:
        return (
            (Sound.DONE, self.tr("Sound of done")),
            (Sound.ATTENTION, self.tr("Sound of attention")),
            (Sound.STOP, self.tr("Sound of stop")),
        )

    def _tunes(self) -> tuple[tuple[str, str], ...]:
        word = self.tr("Tune {0}")
        tunes = ((str(one), word.replace("{0}", str(one))) for one in range(1, TUNES + 1))
        return (*tunes, ("0", self.tr("no sound")))

    def _volumes(self) -> tuple[tuple[str, str], ...]:
        return (
            (Volume.QUIET.value, self.tr("quiet")),
            (Volume.USUAL.value, self.tr("usual")),
            (Volume.LOUD.value, self.tr("loud")),
        )

    def _sound_words(self, kind: Sound) -> str:
        choice = self.hands.preferences.sound(kind)
        tune = dict(self._tunes())[str(choice.tune)]
        return tune if choice.is_off else f"{tune} · {dict(self._volumes())[choice.volume.value]}"

    def _palettes(self) -> tuple[tuple[str, str], ...]:
        return (
            (Palette.USUAL.value, self.tr("usual")),
            (Palette.CONTRAST.value, self.tr("strong contrast")),
            (Palette.COLOUR_SAFE.value, self.tr("for eyes that mix red and green")),
        )

    def _labels(self) -> tuple[tuple[str, str], ...]:
        return (
            (_ROLL, self.tr("from a roll printed ahead")),
            (_SPOT, self.tr("printed on the spot")),
        )

    def _label_key(self) -> str:
        return _SPOT if self.hands.preferences.label_on_the_spot else _ROLL
