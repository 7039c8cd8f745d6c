"""What the command cards on the wall do: the same as their F-key."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.stops import StopKind

OF_PANELS = frozenset(
    {"same_again", "label_damaged", "label_wrong", "set_type", "set_place", "set_cage"}
)
"""What only the panel that is open understands; the key does the same as the card."""


@cache
def command_names() -> dict[int, tuple[str, str]]:
    """Return name and key of each command by the number on its card."""
    shipped_commands = shipped.json_resource("vocabularies", "commands.json")["commands"]
    return {each["number"]: (each["name"], each["key"]) for each in shipped_commands}


def stop_kind(number: int, now: datetime) -> StopKind | None:
    """Return the kind of stop that a card raises, None for a card that raises none."""
    from serkut_desk.stations.stop_rules import rules_at  # noqa: PLC0415 - after first paint

    return rules_at(now).of_command(number)
