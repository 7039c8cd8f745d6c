"""Why a device comes without its serial number: shipped data, because workshops differ."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from serkut_desk import shipped
from serkut_desk.domain.errors import Misused


@dataclass(frozen=True, slots=True)
class SerialReason:
    """One reason; its words are `intake.no_serial.<key>`, its sign is `icon`."""

    key: str
    icon: str


@cache
def serial_reasons() -> tuple[SerialReason, ...]:
    """Return the reasons in the order in which they are offered."""
    found = shipped.json_resource("intake", "serial_reasons.json")["reasons"]
    return tuple(SerialReason(str(one["key"]), str(one["icon"])) for one in found)


def is_reason(key: str) -> bool:
    """Tell whether a text is the key of a reason."""
    return any(one.key == key for one in serial_reasons())


def checked_reason(key: str | None) -> str | None:
    """Return the key of a reason; None stays None.

    Raises:
        Misused: `serial_reason_unknown`.
    """
    if key is None or is_reason(key):
        return key
    known = ", ".join(one.key for one in serial_reasons())
    raise Misused("serial_reason_unknown", given=key[:40], known=known)
