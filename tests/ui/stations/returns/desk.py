"""What tests of the returns screen begin with: devices that were sold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.ui.stations.returns.panel import ReturnsPanel
from stations.certificates.counter import new_seal
from stations.returns.till import Till

if TYPE_CHECKING:
    from pathlib import Path

    from ui.window_kit import Window


def till_of(window: Window, folder: Path) -> Till:
    """Return short ways to sell and take back in the window's workshop."""
    stick = folder / "stick"
    stick.mkdir(exist_ok=True)
    till = Till(window.workshop, stick, seal=new_seal(window.workshop))
    till.know_seller()
    return till


def open_returns(window: Window) -> ReturnsPanel:
    """Open the screen for who is at the desk, with what is in the records now."""
    window.shell.open("returns")
    window.settle()
    panel = window.shell.panel
    assert isinstance(panel, ReturnsPanel)
    panel.refresh(Changes(handovers=frozenset({"LU"})))
    window.settle()
    return panel
