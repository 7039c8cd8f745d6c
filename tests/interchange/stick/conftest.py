"""A loop device of this test's own, where the system lets one be made."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from interchange.stick.bench import SIZE, Stick

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def loop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Give a device over a file that belongs to these tests alone."""
    if os.geteuid() != 0 or not shutil.which("losetup"):
        pytest.skip("loop devices need root and losetup")
    backing = tmp_path_factory.mktemp("loop") / "drive"
    backing.write_bytes(bytes(SIZE))
    made = subprocess.run(
        ["losetup", "--find", "--show", str(backing)], capture_output=True, text=True, check=False
    )
    if made.returncode != 0:
        pytest.skip(f"no loop device here: {made.stderr.strip()}")
    device = made.stdout.strip()
    yield device, backing
    subprocess.run(["losetup", "--detach", device], check=True)


@pytest.fixture
def stick(loop: tuple[str, Path], tmp_path: Path) -> Stick:
    """Give the kit beside a drive that is full of data."""
    device, backing = loop
    return Stick(tmp_path, device, backing)
