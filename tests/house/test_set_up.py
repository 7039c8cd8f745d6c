"""Setting up a fresh machine: system libraries as root, by sudo, without either; the Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# What the script itself runs; on the fake machine there is nothing else.
TOOLS = ("bash", "env", "make", "sh", "sed", "touch")


@dataclass
class Machine:
    """A fake machine whose programs only write down how they were called."""

    folder: Path

    def program(self, name: str, answer: str) -> Path:
        """Put a program there; `$said` is where it may write."""
        path = self.folder / name
        path.write_text(f'#!/bin/sh\nsaid="{self.said}"\n{answer}\n', encoding="utf-8")
        path.chmod(0o755)
        return path

    @property
    def said(self) -> Path:
        return self.folder / "said"

    def run(self, *command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(self.folder), "PYTHON": "python3"}
        return subprocess.run(
            command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Give a bare Debian that has libegl1 under its new name and Python with venv, nobody root."""
    made = Machine(tmp_path / "bin")
    made.folder.mkdir()
    for name in TOOLS:
        found = shutil.which(name)
        assert found is not None
        (made.folder / name).symlink_to(found)
    made.program("dpkg-query", 'case "$*" in *libegl1t64*) exit 0;; esac; exit 1')
    made.program("apt-get", 'echo "apt-get $*" >> "$said"')
    made.program("python3", "exit 0")
    made.program("id", "echo 1000")
    made.program("sudo", "exit 1")
    return made


def test_root_installs_what_is_missing(machine: Machine) -> None:
    machine.program("id", "echo 0")
    done = machine.run(".ci/system-libraries", "test")
    assert done.returncode == 0, done.stderr
    update, install = machine.said.read_text("utf-8").splitlines()
    assert update == "apt-get -o DPkg::Lock::Timeout=300 update -qq"
    assert "libxcb-cursor0" in install
    assert install.endswith("poppler-utils openssl busybox shellcheck chromium softhsm2 nwipe")
    assert "libegl1" not in install


def test_sudo_does_it_where_it_asks_for_no_password(machine: Machine) -> None:
    machine.program("sudo", '[ "$1" = -n ] && exit 0; echo "sudo" >> "$said"; exec "$@"')
    done = machine.run(".ci/system-libraries", "run")
    assert done.returncode == 0, done.stderr
    lines = machine.said.read_text("utf-8").splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["sudo", "apt-get"] * 2
    assert "poppler-utils" not in lines[-1]


def test_without_either_there_is_one_command_to_copy(machine: Machine) -> None:
    machine.program("python3", "exit 1")
    done = machine.run(".ci/system-libraries", "run")
    assert done.returncode == 1
    _, command = done.stderr.splitlines()
    assert command.startswith("  sudo apt-get ")
    assert " update && sudo apt-get " in command
    assert command.endswith("libxcb-shape0 python3-venv")
    assert not machine.said.exists()


def test_a_machine_that_has_all_is_left_alone(machine: Machine) -> None:
    machine.program("dpkg-query", 'echo "install ok installed"')
    done = machine.run(".ci/system-libraries", "test")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not machine.said.exists()


def test_another_system_is_told_what_it_needs(machine: Machine) -> None:
    (machine.folder / "dpkg-query").unlink()
    done = machine.run(".ci/system-libraries", "run")
    assert done.returncode == 0
    assert "libxcb-cursor0" in done.stderr


def test_an_old_python_is_told_before_anything_is_made(machine: Machine, tmp_path: Path) -> None:
    lie = "import sys; sys.version_info = (3, 10, 14); exec(sys.argv[1])"
    machine.program("python3", f'exec "{sys.executable}" -c "{lie}" "$2"')
    shutil.copy(ROOT / "Makefile", tmp_path)
    done = machine.run("make", "run", cwd=tmp_path)
    assert done.returncode != 0
    assert "Python 3.11 or newer is needed" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_both_commands_set_up_by_pinned_hashes(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    for target in ("run", "test"):
        done = subprocess.run(
            ["make", "--dry-run", target],
            cwd=tmp_path,
            env={**os.environ, "MAKEFLAGS": ""},
            capture_output=True,
            text=True,
            check=True,
        )
        assert f"--require-hashes -r requirements/{target}.txt" in done.stdout
        assert "python3 -m venv .venv" in done.stdout
    for name in ("run", "test"):
        lines = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8").splitlines()
        assert [line for line in lines if "://" in line] == []
        pins = [line for line in lines if line and not line.startswith((" ", "#"))]
        assert [line for line in pins if "==" not in line] == []
        assert sum("--hash=sha256:" in line for line in lines) >= len(pins)
