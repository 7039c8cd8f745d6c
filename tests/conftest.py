"""What every test shares."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

# A check tells of the change that it checks: it draws the same examples every time, as
# Hypothesis itself does where it sees CI. New ones are drawn by `make fuzz`, many more of them.
settings.register_profile("check", derandomize=True, deadline=None)
settings.register_profile("fuzz", max_examples=2000, deadline=None)
settings.load_profile("check")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from kit import Workshop
    from prompt_bot import PromptBot


def pytest_configure() -> None:
    """Let all databases share compiled statements, and no second look be drawn by chance.

    Nor does a file wait for the disk: what pulls a plug in tests starts a process for it.
    """
    import compiled_once  # noqa: PLC0415 - after QT_QPA_PLATFORM is set
    import draws  # noqa: PLC0415

    compiled_once.share()
    draws.draw_nobody()
    vars(os)["fsync"] = lambda _file: None


def pytest_collection_finish() -> None:
    """Take all that was imported and collected out of every later collection of garbage."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    """Give a fresh workshop with two supervisors and a maker."""
    import kit  # noqa: PLC0415 - after QT_QPA_PLATFORM is set

    made = kit.make_workshop(tmp_path / "data", waits=False)
    yield made
    made.desk.database.close()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PromptBot:
    """Give hands that wait no longer than they must."""
    import prompt_bot  # noqa: PLC0415 - after QT_QPA_PLATFORM is set

    del qapp
    return prompt_bot.PromptBot(request)
