"""What the command cards on the wall do: the same as their F-key."""

from __future__ import annotations

from functools import cache

from serkut_desk import shipped

STOP = "stop_battery"


@cache
def command_names() -> dict[int, tuple[str, str]]:
    """Return name and key of each command by the number on its card."""
    shipped_commands = shipped.json_resource("vocabularies", "commands.json")["commands"]
    return {each["number"]: (each["name"], each["key"]) for each in shipped_commands}
