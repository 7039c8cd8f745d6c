"""What kinds of devices there are, and whether each can hold data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class DeviceType(StrEnum):
    """The kinds a device can be; `type.<value>` in the texts names them."""

    LAPTOP = "laptop"
    DESKTOP = "desktop"
    ALLINONE = "allinone"
    MONITOR = "monitor"
    PHONE = "phone"
    TABLET = "tablet"
    PRINTER = "printer"
    NETWORK = "network"
    OTHER = "other"


class BearsData(StrEnum):
    """Whether a kind of device holds data; `maybe` needs two persons to say "none inside"."""

    NEVER = "never"
    MAYBE = "maybe"
    ALWAYS = "always"

    def less_than(self, other: BearsData) -> bool:
        """Tell whether this kind of device holds data less often than another."""
        order = list(BearsData)
        return order.index(self) < order.index(other)


@dataclass(frozen=True, slots=True)
class DeviceTypeRule:
    """What holds for every device of one kind."""

    type: DeviceType
    bears_data: BearsData


def device_type_rules(table: Mapping[str, Mapping[str, str]]) -> dict[DeviceType, DeviceTypeRule]:
    """Return one rule for every kind, from the `types` of `vocabularies/device_types.json`.

    Raises:
        ValueError: A kind is missing or unknown, or says something else than never, maybe, always.
    """
    rules = {
        DeviceType(name): DeviceTypeRule(DeviceType(name), BearsData(entry["bears_data"]))
        for name, entry in table.items()
    }
    if missing := [kind.value for kind in DeviceType if kind not in rules]:
        message = f"no rule for {', '.join(missing)}"
        raise ValueError(message)
    return rules
