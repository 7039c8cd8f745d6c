"""Every target of the Makefile has a rule and is listed by `make help`."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAKE = shutil.which("make")
TEXT = (ROOT / "Makefile").read_text(encoding="utf-8")
PHONY = re.search(r"^\.PHONY: (.+)$", TEXT, re.MULTILINE)
TARGETS = PHONY.group(1).split() if PHONY else []


def _make(*words: str) -> subprocess.CompletedProcess[str]:
    assert MAKE is not None
    return subprocess.run(
        [MAKE, "--no-print-directory", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_has_a_rule(target: str) -> None:
    assert re.search(rf"^{target}:", TEXT, re.MULTILINE)
    # `-n` only says what would be done.
    assert _make("-n", target).returncode == 0


def test_help_lists_every_target() -> None:
    listed = re.findall(r"^make (\w+) ", _make("help").stdout, re.MULTILINE)
    assert sorted(listed) == sorted(set(TARGETS) - {"help"})


@pytest.mark.parametrize("failing", ["", "ruff", "mypy", "lint-imports", "pytest"])
def test_a_check_that_fails_fails_the_whole_and_is_told(tmp_path: Path, failing: str) -> None:
    tools = tmp_path / ".venv" / "bin"
    tools.mkdir(parents=True)
    (tmp_path / "Makefile").write_text(TEXT, encoding="utf-8")
    for name in ("ruff", "mypy", "lint-imports", "pytest"):
        tool = tools / name
        tool.write_text(f'#!/bin/sh\necho "{name} ran"\n[ {name} != "{failing}" ]\n', "utf-8")
        tool.chmod(0o755)
    done = _make("-C", str(tmp_path), "check")
    assert (done.returncode == 0) == (not failing)
    assert not failing or f"{failing} ran" in done.stdout
