"""What somebody types who knows every command and every code in the house, and stops at nothing."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import MISSING, dataclass, fields
from datetime import date
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from apart import keyed
from serkut_desk import domain
from serkut_desk.domain.channels import NO_TERMS
from serkut_desk.stations.installation.commands import Choice, Machine
from serkut_desk.stations.wiping.commands import Counted

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping, Sequence

    from serkut_desk.domain.people import Session
    from serkut_desk.stations.handling import Command

_KINDS = {
    "into": "container",
    "medium": "serial",
    "parts": "part",
    "devices": "device",
    "second": "badge",
    "performed_by": "badge",
}
# Where only some words mean anything at all.
_WORDS = {
    "type": ("memory", "battery", "storage", "power_supply"),
    "task": ("open_mains", "take_battery", "replace_supply"),
    "step": ("power_off", "battery", "media", "power_supply", "parts", "fractions"),
    "fraction": ("circuit_boards", "data_media", "battery_lithium_damaged"),
    "what": ("kone",),
    "language": ("fi",),
    "particle_class": ("H-5",),
    "test": ("sound", "sleep", "network"),
}
_SOURCES = ("part", "serial", "medium", "device")
_SCANNED = ("device", "part", "serial", "container", "order", "badge")


@cache
def vocabularies() -> Mapping[str, type[Enum]]:
    """Return every closed vocabulary of the house by its name."""
    found: dict[str, type[Enum]] = {}
    for module in pkgutil.iter_modules(domain.__path__, f"{domain.__name__}."):
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, type) and issubclass(thing, Enum):
                found[thing.__name__] = thing
    return found


@dataclass
class Guesser:
    """Fills in commands.

    Args:
        chance: What decides.
        second: Somebody who puts their badge to whatever is asked of two.
        codes: What exists, by the word that fields have for it.
    """

    chance: random.Random
    second: Session
    codes: Mapping[str, Sequence[str]]

    def fill(self, command: type[Command[Any]]) -> Command[Any] | None:
        """Return a command with something in its fields, None when that can not be guessed."""
        values: dict[str, Any] = {}
        for field in fields(command):  # type: ignore[arg-type] # every command is a dataclass
            needed = field.default is MISSING and field.default_factory is MISSING
            if not needed and field.name != "second" and self.chance.random() < 0.4:
                continue
            value = self._value(field.name, str(field.type).removesuffix(" | None"))
            if value is not None:
                values[field.name] = value
            elif needed:
                return None
        return command(**values)

    def _value(self, name: str, kind: str) -> Any:
        if kind in vocabularies():
            return self.chance.choice(list(vocabularies()[kind]))
        made: Mapping[str, Callable[[], Any]] = {
            "str": lambda: self._text(name),
            "int": lambda: self.chance.choice((1, 2, 3, 500)),
            "bool": lambda: self.chance.random() < 0.7,
            "Session": lambda: self.second,
            "Weighed": lambda: keyed(self.chance.choice((90, 137, 2_500, 4_000))),
            "date": lambda: date(2030, 5, 31),
            "Terms": lambda: NO_TERMS,
            "Choice": lambda: Choice(system="Debian", version="13"),
            "tuple[str, ...]": lambda: (self._text(name),),
            "tuple[int, ...]": lambda: (1,),
            "tuple[Machine, ...]": lambda: (
                Machine(self._text("device"), Choice(system="Debian", version="13")),
            ),
            "tuple[Counted, ...]": lambda: (Counted(self._text("device"), 1),),
            "tuple[tuple[str, str], ...]": lambda: (("Lenovo", "ThinkPad T480"),),
            "tuple[tuple[str, int], ...]": lambda: (("insulation", 5_000), ("touch_current", 40)),
            "tuple[tuple[str, bool], ...]": lambda: (("dent", True),),
        }
        return made[kind]() if kind in made else None

    def _text(self, name: str) -> str:
        if name in _WORDS and self.chance.random() < 0.9:
            return self.chance.choice(_WORDS[name])
        kind = _KINDS.get(name, name)
        if name == "source":
            kind = self.chance.choice(_SOURCES)
        elif name in {"text", "scan", "code"} or self.chance.random() < 0.1:
            kind = self.chance.choice(_SCANNED)
        elif name == "order" and self.chance.random() < 0.5:
            kind = "device"
        return self.chance.choice(self.codes.get(kind) or ("Varaosahylly",))
