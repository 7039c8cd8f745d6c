"""Tones are sound files and never needed."""

from __future__ import annotations

import io
import wave
from typing import TYPE_CHECKING

import pytest

from serkut_desk.ui.sounds import RATE, TUNES, Sound, SoundChoice, Sounds, Volume, wav

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize("sound", list(Sound))
def test_every_sound_is_a_short_wav(sound: Sound) -> None:
    with wave.open(io.BytesIO(wav(sound))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        assert 0.1 < file.getnframes() / RATE < 1.5
        assert any(file.readframes(file.getnframes()))


def test_offscreen_nothing_is_played(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError

    sounds = Sounds()
    monkeypatch.setattr(sounds, "_file", fail)
    monkeypatch.setattr(qapp, "beep", fail)
    sounds.play(Sound.ALARM)


def test_tunes_and_volumes_can_be_told_apart_and_the_alarm_is_never_silent(
    qapp: QApplication,
) -> None:
    for sound in (Sound.DONE, Sound.ATTENTION, Sound.STOP):
        choices = [SoundChoice(tune, volume) for tune in range(1, TUNES + 1) for volume in Volume]
        assert len({wav(sound, choice) for choice in choices}) == len(choices)
    silent = Sounds(choices=dict.fromkeys(Sound, SoundChoice(tune=0)))
    assert silent.choice(Sound.DONE).is_off
    assert not silent.choice(Sound.ALARM).is_off
    del qapp
