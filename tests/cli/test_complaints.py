"""argparse's own words, said in ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from serkut_desk.cli.main import _parser
from serkut_desk.cli.parsing import Parser
from serkut_desk.domain.errors import Misused
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from cli.desk_cli import Cli


def _complaint(*words: str, language: str = "fi") -> str:
    """Return what a parser that can make every mistake says of these words."""
    parser = Parser(texts=Texts(language), prog="p")
    parser.add_argument("--role", choices=("a", "b"))
    parser.add_argument("--count", type=int)
    parser.add_argument("--name")
    parser.add_argument("--maybe", nargs="?")
    parser.add_argument("--many", nargs="+")
    parser.add_argument("--pair", nargs=2)
    parser.add_argument("--flag", action="store_true")
    either = parser.add_mutually_exclusive_group(required=True)
    either.add_argument("--left", action="store_true")
    either.add_argument("--right", action="store_true")
    parser.add_argument("thing")
    with pytest.raises(Misused, match="usage") as caught:
        parser.parse_args(words)
    return str(caught.value.facts["said"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--left",), "Puuttuu: thing."),
        (("x",), "Anna jokin näistä: --left --right."),
        (("x", "--left", "--what", "y"), "Ylimääräistä: --what y."),
        (("x", "--left", "--name"), "--name: anna yksi arvo."),
        (("x", "--left", "--many"), "--many: anna vähintään yksi arvo."),
        (("x", "--left", "--pair", "1"), "--pair: anna 2 arvoa."),
        (("x", "--left", "--count", "y"), "--count: 'y' ei käy."),
        (("x", "--left", "--flag=y"), "--flag: arvoa ei anneta, 'y' on liikaa."),
        (("x", "--left", "--right"), "--right ja --left eivät käy yhdessä."),
    ],
)
def test_every_mistake_is_told_in_finnish(words: tuple[str, ...], said: str) -> None:
    assert _complaint(*words) == said


def test_a_wrong_choice_names_the_choices() -> None:
    said = _complaint("x", "--left", "--role", "king")
    # Later Pythons write the choices without quotes.
    assert said.replace("'", "") == "--role: king ei käy. Valitse: a, b."
    english = _complaint("x", "--left", "--role", "king", language="en")
    assert english.startswith("--role: 'king' is not possible.")


def test_a_mistake_at_the_program_says_no_english(cli: Cli) -> None:
    error = cli("people", "add").document["error"]
    assert error["why"] == "Puuttuu: --role, --name."
    assert error["next"].startswith("käyttö: serkut-desk")
    error = cli("people").document["error"]
    assert error["why"] == "Puuttuu: KOMENTO."


@pytest.mark.parametrize("words", [[], ["people"], ["people", "add"]])
def test_help_is_finnish(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        _parser(Texts("fi")).parse_args([*words, "--help"])
    out = capsys.readouterr().out
    assert out.startswith("käyttö: serkut-desk")
    for english in ("usage:", "options", "positional", "show this", "show program"):
        assert english not in out
    assert "valinnat:" in out
    assert "näytä tämä ohje" in out


@pytest.mark.parametrize(
    "words",
    [["--help"], ["people", "--help"], ["people", "add", "-h"], ["peple"], ["lot", "opn"], ["lot"]],
)
def test_only_listing_what_was_not_given_changes_no_answer(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    for given in (None, words):
        with pytest.raises((SystemExit, Misused)) as ended:
            _parser(Texts("fi"), given).parse_args(words)
        facts = ended.value.facts if isinstance(ended.value, Misused) else {}
        said.append((facts, capsys.readouterr().out))
    assert said[0] == said[1]
    assert any(said[0])
