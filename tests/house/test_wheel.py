"""What is shipped: migrations and resources are found in the wheel as in the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from serkut_desk import shipped

ROOT = Path(__file__).resolve().parents[2]


def test_the_checkout_finds_what_it_ships() -> None:
    assert (shipped.migrations() / "env.py").is_file()
    assert shipped.resource("policy").is_dir()


def test_the_wheel_carries_everything_and_works_from_it(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)
    for folder in ("migrations", "resources"):
        kept = {
            path.relative_to(ROOT / folder)
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        shipped_too = unpacked / "serkut_desk" / f"_{folder}"
        assert [str(path) for path in kept if not (shipped_too / path).is_file()] == []
    environment = {**os.environ, "PYTHONPATH": str(unpacked), "HOME": str(tmp_path)}
    program = "import sys, serkut_desk.cli.main as m; print(m.__file__); sys.exit(m.main())"
    done = subprocess.run(
        [sys.executable, "-c", program, "--json", "self-check"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(unpacked))
