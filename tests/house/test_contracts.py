"""Every import contract catches a breach: each is broken on purpose in a copy of the source."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

BREACHES = {
    "upwards": ("domain/breach.py", "import serkut_desk.records.schema", "Rooms"),
    "sideways": ("documents/breach.py", "import serkut_desk.interchange", "Rooms"),
    "new room": ("utils/__init__.py", "X = 1", "utils"),
    "qt": ("stations/breach.py", "import PySide6", "Qt lives in ui only"),
    "sql": ("stations/breach.py", "import sqlalchemy", "SQL lives in records only"),
    "pdf": ("stations/breach.py", "import reportlab", "PDF lives in documents only"),
    "serial": ("ui/breach.py", "import serial", "Serial ports live in weighing only"),
    "pictures": ("stations/breach.py", "import PIL", "Pictures of others"),
    "records": ("ui/breach.py", "import serkut_desk.records.schema", "Screens never see"),
    "stations": (
        "stations/intake/breach.py",
        "import serkut_desk.stations.wiping",
        "Stations meet in the records",
    ),
    "screens": (
        "ui/stations/intake/breach.py",
        "import serkut_desk.ui.stations.wiping",
        "A station's screen stands alone",
    ),
}


def _lint(checkout: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    environment = {**os.environ, "PYTHONPATH": str(checkout / "src")}
    return subprocess.run(
        [str(program), "--no-cache"],
        cwd=checkout,
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )


@pytest.mark.parametrize("name", BREACHES)
def test_a_breach_is_caught(name: str, tmp_path: Path) -> None:
    file, line, named = BREACHES[name]
    shutil.copytree(ROOT / "src", tmp_path / "src")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    breach = tmp_path / "src" / "serkut_desk" / file
    breach.parent.mkdir(exist_ok=True)
    breach.write_text(f"{line}\n", encoding="utf-8")
    found = _lint(tmp_path)
    assert found.returncode != 0
    assert named in found.stdout + found.stderr
