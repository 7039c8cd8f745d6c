"""What tests of attacks try, and how it was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from serkut_desk.domain.errors import KnownFailure
from serkut_desk.stations.handover.commands import (
    CompleteHandover,
)
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from serkut_desk.domain.handover import GateCode
    from serkut_desk.stations.handling import Command
    from stations.handover.till import Till


def refused(till: Till, command: Command[Any]) -> str:
    """Return why a command is refused; nothing of it may stay."""
    before = till.entries()
    with pytest.raises(KnownFailure) as found:
        till.workshop.desk.do(till.boss, command)
    assert till.entries() == before
    for language in ("fi", "en"):
        assert all(Texts(language).failure(found.value).values())
    return found.value.code


def missing(till: Till, basket: str, *, seen: bool = True) -> list[GateCode]:
    """Return which gates of a basket do not hold; completing it is refused then."""
    found = [gate.code for gate in till.view(basket, seen=seen).missing]
    if found:
        payment = till.view(basket).payments[0]
        code = refused(till, CompleteHandover(basket, payment, seen=seen))
        assert code == "handover_not_ready"
    return found
