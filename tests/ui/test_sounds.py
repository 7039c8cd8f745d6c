"""Tones are sound files and never needed."""

from __future__ import annotations

import io
import wave
from typing import TYPE_CHECKING

import pytest

from serkut_desk.ui.sounds import RATE, Sound, Sounds, wav

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
