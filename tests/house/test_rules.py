"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import json
import re
import string
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "serkut_desk"
FILES = sorted(SOURCE.rglob("*.py"))
LONGEST_FILE = 500
FAILURES = {"Refused", "Misused", "Unavailable"}


def _texts(language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted((ROOT / "resources" / "texts" / language).glob("*.json")):
        found |= json.loads(path.read_text(encoding="utf-8"))
    return found


def _fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def _codes_raised() -> set[tuple[str, str]]:
    found = set()
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id in FAILURES and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.add((first.value, f"{path.name}:{node.lineno}"))
    return found


def test_no_file_is_longer_than_a_person_reads() -> None:
    tests = sorted((ROOT / "tests").rglob("*.py"))
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines())
        for path in [*FILES, *tests]
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


@pytest.mark.parametrize("language", ["en", "fi"])
def test_every_failure_says_what_why_and_what_next(language: str) -> None:
    texts = _texts(language)
    missing = [
        (code, part, where)
        for code, where in _codes_raised()
        for part in ("what", "why", "next")
        if f"error.{code}.{part}" not in texts
    ]
    assert missing == []


def test_finnish_is_complete_and_fills_in_the_same_fields() -> None:
    english, finnish = _texts("en"), _texts("fi")
    assert sorted(english.keys() ^ finnish.keys()) == []
    different = [key for key in english if _fields(english[key]) != _fields(finnish[key])]
    assert different == []
    assert [key for key, sentence in finnish.items() if not sentence.strip()] == []


@pytest.mark.parametrize(
    ("pattern", "folder"),
    [
        (r"processEvents", "src"),
        (r"time\.sleep\(", "src"),
        (r"qtbot\.wait\(|time\.sleep\(", "tests"),
        (r"QSortFilterProxyModel\(", "src"),
        (r"import serkut_desk|from serkut_desk", "migrations"),
        (r"self\.tr\(f[\"']|translate\([^)]*[(,\s]f[\"']", "src"),
    ],
)
def test_what_must_not_stand_in_the_code(pattern: str, folder: str) -> None:
    own = Path(__file__).name
    hits = [
        f"{path.relative_to(ROOT)}: {match.group(0)}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        # What kills a program at a random moment has to wait for that moment.
        if path.name != own and path.parent.name != "torture"
        for match in re.finditer(pattern, path.read_text(encoding="utf-8"))
    ]
    assert hits == []


def test_f4_is_stop_and_nothing_else() -> None:
    """A word for a key next to another icon than the hand would shadow STOP where it is shown."""
    others = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in sorted((SOURCE / "ui").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and {"F4"} <= (given := _strings(node))
        and "hand" not in given
    ]
    assert others == []


def _strings(call: ast.Call) -> set[str]:
    """Return the texts that a call is given as they stand."""
    values = [*call.args, *(one.value for one in call.keywords)]
    return {
        one.value for one in values if isinstance(one, ast.Constant) and isinstance(one.value, str)
    }


def test_message_boxes_come_from_one_file() -> None:
    users = {
        path.name
        for path in (SOURCE / "ui").rglob("*.py")
        if re.search(r"QMessageBox\.\w+\(", path.read_text(encoding="utf-8"))
    }
    assert users <= {"notify.py"}


# A handler's transaction is committed by `Desk.do`. These begin and commit their own, because
# nobody is signed in yet, or because what they enter must last though the answer is a refusal.
KEEPERS = {
    "stations/desk.py",
    "stations/first_start.py",
    "stations/people/sign_in.py",
    "stations/upkeep/handlers.py",
    "stations/upkeep/restoring.py",
    "stations/upkeep/start_up.py",
}


def test_only_the_desk_and_few_keepers_commit() -> None:
    users = {
        str(path.relative_to(SOURCE))
        for path in FILES
        if re.search(r"\.commit\(\)", path.read_text(encoding="utf-8"))
    }
    assert {name for name in users if not name.startswith("records/")} <= KEEPERS


def test_nothing_tells_of_a_machine_or_a_registry() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
    ).stdout.decode()
    names = [name for name in listed.split("\0") if name and not name.startswith("tests/")]
    if not names:
        pytest.skip("not a git checkout")
    # Put together here so that this file does not find itself.
    words = [
        "/wor" + "k/",
        "/ro" + "ot/",
        "pypi" + r"\.org",
        "pythonhosted",
        "registry" + r"\.npmjs",
    ]
    pattern = re.compile("|".join(words).encode())
    hits = [
        name
        for name in names
        if (ROOT / name).is_file() and pattern.search((ROOT / name).read_bytes())
    ]
    assert hits == []
