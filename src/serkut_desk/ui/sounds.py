"""Short tones for results: made here, played by what the system has, never needed.

QtMultimedia is not part of the small Qt; so a tone goes to the system's own player when there is
one, else to the plain beep. Without a screen (tests, scripts) nothing is played.
"""

from __future__ import annotations

import io
import math
import struct
import wave
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QProcess, QStandardPaths, QTemporaryDir
from PySide6.QtWidgets import QApplication

from serkut_desk.ui.theme import Tone

RATE = 22_050
_PLAYERS = ("pw-play", "paplay", "aplay")


class Sound(StrEnum):
    """What can be heard."""

    DONE = "done"
    ATTENTION = "attention"
    STOP = "stop"
    ALARM = "alarm"


# Pitch in Hz and length in ms of each tone, one after the other; 0 Hz is a pause.
_TONES: dict[Sound, tuple[tuple[int, int], ...]] = {
    Sound.DONE: ((880, 70), (1320, 110)),
    Sound.ATTENTION: ((440, 140), (0, 40), (440, 140)),
    Sound.STOP: ((220, 320),),
    Sound.ALARM: ((660, 220), (440, 220), (660, 220), (440, 220)),
}

OF_TONE: dict[Tone, Sound | None] = {
    Tone.GOOD: Sound.DONE,
    Tone.ATTENTION: Sound.ATTENTION,
    Tone.STOP: Sound.STOP,
    Tone.INFO: None,
    Tone.PLAIN: None,
}


def wav(sound: Sound) -> bytes:
    """Return the sound as a 16-bit mono WAV file."""
    frames = bytearray()
    for pitch, length in _TONES[sound]:
        count = RATE * length // 1000
        for at in range(count):
            # Soft edges, so that nothing clicks.
            edge = min(1.0, at / 200, (count - at) / 200)
            level = math.sin(2 * math.pi * pitch * at / RATE) * edge * 0.5
            frames += struct.pack("<h", round(level * 32_767))
    packed = io.BytesIO()
    with wave.open(packed, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(bytes(frames))
    return packed.getvalue()


class Sounds:
    """Plays sounds; a system that cannot play them stays quiet without a word.

    Args:
        on: Whether the person wants to hear anything. STOP's alarm is heard all the same.
    """

    def __init__(self, *, on: bool = True) -> None:
        self.on = on
        self._folder: QTemporaryDir | None = None
        self._quiet = QApplication.platformName() in {"offscreen", "minimal"}
        found = (QStandardPaths.findExecutable(name) for name in _PLAYERS)
        self._player = next(filter(None, found), "")

    def play(self, sound: Sound) -> None:
        """Play one sound and return at once."""
        if self._quiet or (not self.on and sound is not Sound.ALARM):
            return
        if (
            not self._player
            or not QProcess.startDetached(self._player, [str(self._file(sound))])[0]
        ):
            QApplication.beep()

    def _file(self, sound: Sound) -> Path:
        if self._folder is None:
            self._folder = QTemporaryDir()
        path = Path(self._folder.path()) / f"{sound}.wav"
        if not path.exists():
            path.write_bytes(wav(sound))
        return path
