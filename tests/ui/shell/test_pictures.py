"""The whole window in both sizes, for people's eyes, and its names for a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui import samples, screens, walk

if TYPE_CHECKING:
    from serkut_desk.ui.shell.window import Shell

pytestmark = pytest.mark.parametrize("size", screens.SIZES)


def test_maker(shell: Shell, size: tuple[int, int]) -> None:
    shell.set_person(samples.MAKER)
    shell.frame.line.add("1S20X2S0AB00PF2ABC12")
    shell.frame.line.end()
    assert screens.save(shell, "shell-maker", size).exists()
    walk.check(shell)


def test_supervisor(shell: Shell, size: tuple[int, int]) -> None:
    shell.set_person(samples.SUPERVISOR)
    shell.frame.show_waiting({"intake": 3, "wiping": 23, "labels": 2})
    shell.frame.show_health(samples.HEALTH)
    shell.frame.show_notice(samples.received())
    assert screens.save(shell, "shell-supervisor", size).exists()
    walk.check(shell)


def test_lock(shell: Shell, size: tuple[int, int]) -> None:
    assert screens.save(shell, "lock", size).exists()
    shell.gate.ask_pin("Työnjohtaja 02")
    assert screens.save(shell, "lock-pin", size).exists()
    walk.check(shell)


def test_stop(shell: Shell, size: tuple[int, int]) -> None:
    shell.set_person(samples.MAKER)
    shell.gate.show_stop()
    assert screens.save(shell, "stop", size).exists()
    shell.gate.ask_pin("Työnjohtaja 02")
    assert screens.save(shell, "stop-pin", size).exists()
