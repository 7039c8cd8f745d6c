"""Short tones for results: made here, played by what the system has, never needed.

QtMultimedia is not part of the small Qt; so a tone goes to the system's own player when there is
one, else to the plain beep. Without a screen (tests, scripts) nothing is played.
"""

from __future__ import annotations

import io
import math
import struct
import wave
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, QStandardPaths, QTemporaryDir
from PySide6.QtWidgets import QApplication

from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

RATE = 22_050
_PLAYERS = ("pw-play", "paplay", "aplay")


class Sound(StrEnum):
    """What can be heard."""

    DONE = "done"
    ATTENTION = "attention"
    STOP = "stop"
    ALARM = "alarm"


class Volume(StrEnum):
    """How loud."""

    QUIET = "quiet"
    USUAL = "usual"
    LOUD = "loud"


TUNES = 3
"""So many tunes there are of each sound."""


@dataclass(frozen=True, slots=True)
class SoundChoice:
    """How a kind of result sounds at this desk: tune 1 to `TUNES`, or 0 for none."""

    tune: int = 1
    volume: Volume = Volume.USUAL

    @property
    def is_off(self) -> bool:
        """Whether nothing is heard."""
        return self.tune == 0


# Pitch in Hz and length in ms of each tone, one after the other; 0 Hz is a pause. The tunes of
# done rise, those of attention repeat, those of stop are low: so each kind stays itself.
_TONES: dict[Sound, tuple[tuple[tuple[int, int], ...], ...]] = {
    Sound.DONE: (
        ((880, 70), (1320, 110)),
        ((660, 90), (990, 140)),
        ((1047, 50), (1319, 50), (1568, 90)),
    ),
    Sound.ATTENTION: (
        ((440, 140), (0, 40), (440, 140)),
        ((523, 110), (0, 40), (523, 110), (0, 40), (523, 110)),
        ((392, 200), (0, 60), (392, 200)),
    ),
    Sound.STOP: (((220, 320),), ((196, 200), (165, 260)), ((247, 160), (0, 40), (175, 300))),
    Sound.ALARM: (((660, 220), (440, 220), (660, 220), (440, 220)),),
}
_LEVELS = {Volume.QUIET: 0.18, Volume.USUAL: 0.5, Volume.LOUD: 0.95}

OF_TONE: dict[Tone, Sound | None] = {
    Tone.GOOD: Sound.DONE,
    Tone.ATTENTION: Sound.ATTENTION,
    Tone.STOP: Sound.STOP,
    Tone.INFO: None,
    Tone.PLAIN: None,
}


def wav(sound: Sound, choice: SoundChoice = SoundChoice()) -> bytes:
    """Return the sound as a 16-bit mono WAV file."""
    frames = bytearray()
    tunes = _TONES[sound]
    loud = _LEVELS[choice.volume]
    for pitch, length in tunes[min(max(choice.tune, 1), len(tunes)) - 1]:
        count = RATE * length // 1000
        for at in range(count):
            # Soft edges, so that nothing clicks.
            edge = min(1.0, at / 200, (count - at) / 200)
            level = math.sin(2 * math.pi * pitch * at / RATE) * edge * loud
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
        choices: How each kind sounds; the usual way where nothing is said.
    """

    def __init__(
        self, *, on: bool = True, choices: Mapping[Sound, SoundChoice] | None = None
    ) -> None:
        self.on = on
        self.choices: dict[Sound, SoundChoice] = dict(choices or {})
        self._folder: QTemporaryDir | None = None
        self._quiet = QApplication.platformName() in {"offscreen", "minimal"}
        found = (QStandardPaths.findExecutable(name) for name in _PLAYERS)
        self._player = next(filter(None, found), "")

    def choice(self, sound: Sound) -> SoundChoice:
        """Return how a kind sounds; the alarm always does, and loudly."""
        if sound is Sound.ALARM:
            return SoundChoice(1, Volume.LOUD)
        return self.choices.get(sound, SoundChoice())

    def play(self, sound: Sound) -> None:
        """Play one sound and return at once."""
        if self.on or sound is Sound.ALARM:
            self.try_out(sound, self.choice(sound))

    def try_out(self, sound: Sound, choice: SoundChoice) -> None:
        """Play a sound as it would be with this choice."""
        if self._quiet or choice.is_off:
            return
        path = str(self._file(sound, choice))
        if not self._player or not QProcess.startDetached(self._player, [path])[0]:
            QApplication.beep()

    def _file(self, sound: Sound, choice: SoundChoice) -> Path:
        if self._folder is None:
            self._folder = QTemporaryDir()
        path = Path(self._folder.path()) / f"{sound}-{choice.tune}-{choice.volume}.wav"
        if not path.exists():
            path.write_bytes(wav(sound, choice))
        return path
