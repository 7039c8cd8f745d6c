"""`key ...` and `certificate ...`: `keys` seals, `issuing` issues and ends, `verify` checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli import issuing, keys, verify

if TYPE_CHECKING:
    from serkut_desk.cli.parsing import Commands


def register(commands: Commands) -> None:
    """Add the commands about the key and the certificates."""
    keys.register(commands.group("key"), commands)
    group = commands.group("certificate")
    issuing.register(group, commands)
    verify.register(group, commands)
