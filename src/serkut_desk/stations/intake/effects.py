"""What the intake screen is told to do after a scan."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.intake.commands import ReceiveDevice
    from serkut_desk.stations.intake.results import Received

Facts: TypeAlias = tuple[tuple[str, str | int], ...]
"""Values for the named fields of a sentence."""


class Tone(StrEnum):
    """How a result looks and sounds: green, amber, red, or quietly."""

    DONE = "done"
    ATTENTION = "attention"
    STOP = "stop"
    PLAIN = "plain"


class Question(StrEnum):
    """What a person must say; `intake.ask.<value>` in the texts.

    The fields after `which` are asked when two scans contradict each other.
    """

    SERIAL = "serial"
    WHAT = "what"
    LINE = "line"
    TYPE = "type"
    WHICH_SERIAL = "which_serial"
    WHICH_PRODUCT = "which_product"
    WHICH_INVENTORY = "which_inventory"
    WHICH_IMEI = "which_imei"
    NO_SERIAL = "no_serial"
    SERIAL_TWICE = "serial_twice"
    USUAL_TYPE = "usual_type"
    PLACE = "place"
    CAGE = "cage"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer.

    Args:
        value: What `answer` takes.
        key: Sentence of the answer, "" when the value says it all.
        facts: Values for its named fields.
    """

    value: str
    key: str = ""
    facts: Facts = ()


@dataclass(frozen=True, slots=True)
class Say:
    """Show and sound a result: `key` is a sentence, `facts` the values of its fields."""

    tone: Tone
    key: str
    facts: Facts = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask a person; further scans are still taken, but nothing is saved until it is answered."""

    question: Question
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """Say what a rule refuses; nothing was saved, and the device at hand stays."""

    failure: KnownFailure


@dataclass(frozen=True, slots=True)
class Save:
    """Carry out the command and give its outcome to `saved` or `refused`."""

    command: ReceiveDevice


@dataclass(frozen=True, slots=True)
class Done:
    """A device was received, for lists and counters."""

    received: Received


@dataclass(frozen=True, slots=True)
class Show:
    """Show the card of a device, by its code."""

    device: str


@dataclass(frozen=True, slots=True)
class Reprint:
    """Queue another label of a device, by its code: the one on it is damaged."""

    device: str


@dataclass(frozen=True, slots=True)
class Do:
    """Do what a command card says outside intake: undo, stop_battery, label_wrong, help, lock."""

    name: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The scan belongs to another part of the window, such as a badge."""

    text: str


Effect: TypeAlias = Say | Ask | Failed | Save | Done | Show | Reprint | Do | Elsewhere
