"""The guide is tested against the program: what it prints must work."""

from __future__ import annotations

import argparse
import json
import re
import shlex
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from domain.policy_page import particles, rules
from serkut_desk import shipped
from serkut_desk.cli.main import _parser
from serkut_desk.domain import journal
from serkut_desk.domain.codes import parse_code
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "resources" / "guide"
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(GUIDE.rglob("*.md"))]
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]
LARGEST_PICTURE = 200_000
_ASSIGNMENT = re.compile(r"[A-Z_]+=.*")


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _commands(parser: argparse.ArgumentParser, name: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each command that can be given, with its parser."""
    below = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    if not below:
        yield name, parser
    for one in below:
        for word, inner in one.choices.items():
            yield from _commands(inner, f"{name} {word}".strip())


PARSER = _parser(Texts("en"))
COMMANDS = dict(_commands(PARSER))


def _forms() -> list[tuple[str, str]]:
    """Return every whole command line in a block of code; a synopsis with brackets is none."""
    found = []
    for name in NAMES:
        for line in _read(name).splitlines():
            bare = line.strip()
            starts = re.match(r"(?:[A-Z_]+=\S+ )*(?:\.venv/bin/)?serkut-desk ", bare)
            if starts and "[" not in bare:
                found.append((name, bare))
    return found


@pytest.mark.parametrize(("name", "line"), _forms())
def test_every_printed_form_is_understood(name: str, line: str) -> None:
    words = shlex.split(line)
    while _ASSIGNMENT.fullmatch(words[0]):
        words.pop(0)
    args = PARSER.parse_args(words[1:])
    assert "carry_out" in args, name


@pytest.mark.parametrize("name", NAMES)
def test_every_command_named_in_a_sentence_exists(name: str) -> None:
    first_words = {command.split()[0] for command in COMMANDS}
    groups = {command.split()[0] for command in COMMANDS if " " in command}
    for quoted in re.findall(r"(?<!`)`([^`\n]+)`(?!`)", _read(name)):
        words = quoted.split()
        if words[0] == "serkut-desk":
            words = re.sub(r"--(data|as|lang) \S+|--json", "", quoted).split()[1:]
            assert words[:1], quoted
            assert words[0] in first_words, quoted
        if words[0] in groups and len(words) > 1 and re.fullmatch(r"[a-z-]+", words[1]):
            known = (" ".join(words[:length]) for length in (2, 3))
            assert any(one in COMMANDS for one in known), quoted


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_is_described(command: str) -> None:
    sections = re.split(r"(?m)^### ", _read("resources/guide/en/commands.md"))
    section = next((one for one in sections if one.split("\n")[0] == command), None)
    assert section is not None
    text = section.split("\n## ")[0]
    parser = COMMANDS[command]
    options = {word for one in parser._actions for word in one.option_strings}
    missing = {option for option in options - {"-h", "--help"} if option not in text}
    assert missing == set()


def test_the_guide_describes_no_command_that_is_gone() -> None:
    headings = re.findall(r"(?m)^### (.+)$", _read("resources/guide/en/commands.md"))
    assert set(headings) == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_argument_hides_what_carries_a_command_out(command: str) -> None:
    parser = COMMANDS[command]
    assert "carry_out" not in {action.dest for action in parser._actions}
    assert callable(parser.get_default("carry_out"))


def _block(name: str) -> str:
    """Return the code block after a mark in journal.md."""
    pattern = rf"<!-- vector:{name} -->\n```\w*\n(.*?)```"
    match = re.search(pattern, _read("resources/guide/en/journal.md"), re.DOTALL)
    assert match is not None
    return match[1].strip()


def _raw(text: str) -> bytes:
    return bytes.fromhex("".join(text.split()))


def test_the_journal_s_vector_recomputes() -> None:
    entry = json.loads(_block("entry"))
    stated = entry.pop("hash")
    assert journal.entry_hash(**entry) == stated == _block("hash")
    assert sha256(_raw(_block("fields"))).hexdigest() == _block("inner")
    assert sha256(_raw(_block("outer"))).hexdigest() == stated
    assert _raw(_block("outer")).startswith(journal.DOMAIN)
    text = _read("resources/guide/en/journal.md")
    rows = re.findall(r"(?m)^\| \w+ \| (\d+) \| `([0-9a-f ]+)` \|$", text)
    assert "\n".join(shown for _, shown in rows) == _block("fields")
    assert [int(length) for length, _ in rows] == [len(_raw(shown)) - 4 for _, shown in rows]


def test_the_policy_s_page_says_what_the_policy_says() -> None:
    policy = shipped.json_resource("policy", "2026-01-01_sanitisation.json")
    text = _read("resources/guide/en/policy.md")
    shown = dict(re.findall(r"(?m)^\| `([\w-]+)` \| [^|]+ \| (\w+)", text))
    assert shown == {row["id"]: row["level"] for row in policy["rows"]}
    ordinary, confidential = policy["required"]["ordinary"], policy["required"]["confidential"]
    for kind, level in ordinary.items():
        assert f"| {kind} | {level} | {confidential[kind]} |" in text
    lines = text.splitlines()
    assert [line for line in (*rules(), *particles()) if line not in lines] == []


@pytest.mark.parametrize("name", NAMES)
def test_links_resolve(name: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", _read(name)):
        assert ((ROOT / name).parent / target).exists(), target


@pytest.mark.parametrize("name", NAMES)
def test_no_page_promises_too_much(name: str) -> None:
    words = shipped.json_resource("vocabularies", "forbidden_words.json")["words"]
    text = " ".join(_read(name).casefold().split())
    assert [word for word in words if word in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_codes_in_examples_have_right_check_digits(name: str) -> None:
    found = set(re.findall(r"\b[A-Z]{2}\d{10}\b", _read(name)))
    # The journal hashes any text: its vector carries codes that no label could.
    vector = {"ER0000000104", "HK0000000198"} if name.endswith("journal.md") else set()
    assert {code for code in found if parse_code(code) is None} == vector


def test_pictures_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in (GUIDE / "pictures").iterdir()}
    assert sizes
    assert max(sizes.values()) <= LARGEST_PICTURE
