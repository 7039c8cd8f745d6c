"""Weights: what a scale says, when it may be believed, and how far it may be off."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.errors import Misused

if TYPE_CHECKING:
    from collections.abc import Mapping

SETTING = "scales"
"""The house's setting: the scale of each workstation, by the workstation's name."""
HEAVIEST_G = 500_000
"""No bench scale weighs more; a larger number is a slip of the keys."""
BAUD_RATES = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)
FRAMES = ("8N1", "7E1", "7O1", "8E1", "8O1")
"""Data bits, parity, stop bits."""
_MG = 1000
_LONGEST_PORT = 200
_LONGEST_NAME = 60
_COARSEST_MG = 1_000_000


class Weighing(StrEnum):
    """How a weight came: typed by key, or read from the scale."""

    KEY = "key"
    SCALE = "scale"


@dataclass(frozen=True, slots=True)
class Weighed:
    """One weight that was taken.

    Args:
        value_g: Whole grams, more than nothing.
        weighed: How it came.
        tolerance_g: How far it may be off, in grams.
        scale: What the house calls the scale, "" for keys.
    """

    value_g: int
    weighed: Weighing
    tolerance_g: int
    scale: str = ""


class ScaleProtocol(StrEnum):
    """What a scale speaks, and whether it is asked or talks by itself.

    `and` lines are `ST,+00123.4  g`, `sics` lines are `S S     123.4 g`, `plain` lines are
    `123.4 g`; `sbi` is such a scale that is asked by an escape sequence.
    """

    AND = "and"
    AND_ASKED = "and-asked"
    SICS = "sics"
    SICS_ASKED = "sics-asked"
    PLAIN = "plain"
    PLAIN_ASKED = "plain-asked"
    SBI_ASKED = "sbi-asked"


class ReadingKind(StrEnum):
    """What one line of a scale says."""

    STABLE = "stable"
    MOVING = "moving"
    UNMARKED = "unmarked"
    """A weight, but the scale does not say whether it stands still."""
    OVER = "over"
    UNDER = "under"
    BUSY = "busy"
    """The scale cannot answer now."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One line of a scale.

    Args:
        kind: What it says.
        grams: The weight, None where there is none.
        net: A tare is taken off; None where the scale does not say.
    """

    kind: ReadingKind
    grams: Decimal | None = None
    net: bool | None = None

    @property
    def value_g(self) -> int | None:
        """Whole grams, halves away from nothing; None without a weight."""
        if self.grams is None:
            return None
        return int(self.grams.quantize(Decimal(1), ROUND_HALF_UP))


class Link(StrEnum):
    """How the line to the scale is."""

    READING = "reading"
    SILENT = "silent"
    """The port is open, and nothing comes: the scale is off."""
    GARBLED = "garbled"
    """Something comes that cannot be understood: wrong speed or wrong protocol."""
    LOST = "lost"
    """The port cannot be opened, or its cable was pulled."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What is known of the scale now; `reading` only while it reads."""

    link: Link
    reading: Reading | None = None


SAME_MARKED = 2
"""So many equal readings with the scale's own stable mark are believed: one may be garbled."""
SAME_UNMARKED = 4
"""So many equal readings are believed of a scale that has no mark."""


@dataclass(slots=True)
class Steady:
    """Tells when readings stand still; feed it every line in order."""

    _last: Reading | None = field(default=None)
    _same: int = field(default=0)

    def feed(self, reading: Reading) -> Reading:
        """Return the reading as STABLE or MOVING when it has a weight, else as it is."""
        self._same = self._same + 1 if reading == self._last else 1
        self._last = reading
        if reading.kind is ReadingKind.STABLE:
            still = self._same >= SAME_MARKED
        elif reading.kind is ReadingKind.UNMARKED:
            still = self._same >= SAME_UNMARKED
        else:
            return reading
        kind = ReadingKind.STABLE if still else ReadingKind.MOVING
        return Reading(kind, reading.grams, reading.net)

    def forget(self) -> None:
        """Begin anew, as after a pulled cable."""
        self._last, self._same = None, 0


@dataclass(frozen=True, slots=True)
class ScaleSettings:
    """The scale of one workstation.

    Args:
        name: What the house calls it.
        port: Serial port, such as `/dev/ttyUSB0` or `COM3`.
        protocol: What it speaks.
        baud: Signs a second.
        frame: Data bits, parity and stop bits.
        step_mg: Its smallest step (d) in milligrams.
        error_mg: Its greatest error in milligrams, from its plate or its last calibration.
    """

    name: str
    port: str
    protocol: ScaleProtocol
    baud: int
    frame: str
    step_mg: int
    error_mg: int

    @property
    def tolerance_g(self) -> int:
        """How far one weight may be off in whole grams: the error, and half a step.

        A step below a gram counts as one: weights are kept in whole grams.
        """
        off = self.error_mg + -(-max(self.step_mg, _MG) // 2)
        return -(-off // _MG)


@dataclass(frozen=True, slots=True)
class ScaleHere:
    """What a workstation weighs with.

    Args:
        settings: Its scale, None without one.
        keyed_tolerance_g: How far a weight typed by key may be off.
        workstation: Its name.
    """

    settings: ScaleSettings | None
    keyed_tolerance_g: int
    workstation: str = ""


def parse_grams(text: str) -> int | None:
    """Return whole grams typed by a person, None when it is no weight.

    Spaces between the digits and a final `g` are taken; more than nothing, at most `HEAVIEST_G`.
    """
    plain = "".join(text.split()).removesuffix("g")
    if not plain.isascii() or not plain.isdigit() or len(plain) > len(str(HEAVIEST_G)):
        return None
    grams = int(plain)
    return grams if 0 < grams <= HEAVIEST_G else None


def grams_words(grams: int) -> str:
    """Return a weight as screens write it: `1 214 g`, with spaces that do not break."""
    return f"{grams:,}".replace(",", "\u00a0") + "\u00a0g"


def milligrams(text: str, name: str) -> int:
    """Return milligrams of a number of grams such as `0,1`.

    Raises:
        Misused: `scale_number`.
    """
    plain = text.strip().replace(",", ".")
    whole, _dot, part = plain.partition(".")
    digits = whole + part
    if not digits.isascii() or not digits.isdigit() or len(part) > len("000"):
        raise Misused("scale_number", field=name, value=text)
    found = int(Decimal(plain if whole else f"0{plain}") * _MG)
    if found > _COARSEST_MG:
        raise Misused("scale_number", field=name, value=text)
    return found


def checked_scale(settings: ScaleSettings) -> ScaleSettings:
    """Return settings that make sense, trimmed.

    Raises:
        Misused: `scale_name`, `scale_port`, `scale_baud`, `scale_frame`, `scale_number`.
    """
    name, port = settings.name.strip(), settings.port.strip()
    if not name.isprintable() or not 0 < len(name) <= _LONGEST_NAME:
        raise Misused("scale_name", most=_LONGEST_NAME)
    if not port.isprintable() or not 0 < len(port) <= _LONGEST_PORT:
        raise Misused("scale_port", port=port[:_LONGEST_PORT])
    if settings.baud not in BAUD_RATES:
        raise Misused("scale_baud", allowed=", ".join(map(str, BAUD_RATES)))
    if settings.frame not in FRAMES:
        raise Misused("scale_frame", allowed=", ".join(FRAMES))
    for field_name, value in (("step", settings.step_mg), ("error", settings.error_mg)):
        if not 0 <= value <= _COARSEST_MG or (field_name == "step" and value == 0):
            raise Misused("scale_number", field=field_name, value=value / _MG)
    return ScaleSettings(
        name,
        port,
        settings.protocol,
        settings.baud,
        settings.frame,
        settings.step_mg,
        settings.error_mg,
    )


def scale_from(value: Mapping[str, Any]) -> ScaleSettings:
    """Return the scale of a stored value."""
    return ScaleSettings(**{**value, "protocol": ScaleProtocol(value["protocol"])})


def scale_to(settings: ScaleSettings) -> dict[str, str | int]:
    """Return the value to store."""
    return {
        "name": settings.name,
        "port": settings.port,
        "protocol": settings.protocol.value,
        "baud": settings.baud,
        "frame": settings.frame,
        "step_mg": settings.step_mg,
        "error_mg": settings.error_mg,
    }
