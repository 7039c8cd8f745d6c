"""`handover` on the command line, from the open basket to its papers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cli.desk_cli import Cli
from serkut_desk.domain.codes import CodeKind, make_code
from stations.certificates.counter import new_seal
from stations.handover.till import Till

if TYPE_CHECKING:
    from kit import Workshop


@pytest.fixture
def till(workshop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Till:
    """Give a workshop with a seller."""
    monkeypatch.setenv("SERKUT_PIN", "4711")
    folder = tmp_path / "stick"
    folder.mkdir()
    made = Till(workshop, folder, seal=new_seal(workshop))
    made.know_seller()
    return made


@pytest.fixture
def cli(till: Till, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Give the program as the first supervisor of that workshop."""
    return Cli(till.workshop.desk.folder.root, capsys, till.boss.person)


def _open(cli: Cli, channel: str, *words: str) -> str:
    """Begin a basket, after the clock is confirmed: that of the tests stands in another time."""
    assert cli("place", "add", f"Hylly {channel}").status == 0
    cli("clock", "confirm")
    done = cli("handover", "open", channel, *words)
    assert done.status == 0, done.err
    return str(done.document["handover"])


def test_a_commitment_from_open_to_done(cli: Cli, till: Till) -> None:
    device = till.laptop()
    terms = ("--unit", "Itäinen", "--limit", "150,00", "--valid-until", "31.12.2099")
    basket = _open(cli, "commitment", *terms)
    opened = cli("handover", "show", basket).document
    assert [one["gate"] for one in opened["missing"]] == ["terms", "lines", "seen"]
    named = cli("handover", "terms", basket, "--number", "MS-1").document["terms"]
    assert named == {**opened["terms"], "number": "MS-1"}
    added = cli("handover", "add", basket, device.serial).document
    assert added["added"][0]["label_read"] is False
    assert cli("handover", "complete", basket, "--payment", "commitment").code == (
        "handover_not_ready"
    )
    cli("handover", "label", basket, device.code)
    cli("handover", "article", basket, "charger")
    cli("handover", "discount", basket, "--percent", "10", "--reason", "naarmu")
    shown = cli("handover", "show", basket, "--seen").document
    assert (shown["ready"], shown["totals"]["total_cents"]) == (True, 9_000)
    assert shown["commitment"]["left_cents"] == 6_000
    done = cli("handover", "complete", basket, "--payment", "commitment", "--seen")
    assert done.status == 0, done.err
    assert done.document["devices"] == [device.code]
    kinds = {one["kind"]: Path(one["file"]) for one in done.document["papers"]}
    assert kinds.keys() == {"slip", "wipe_statement"}
    assert all(path.read_bytes().startswith(b"%PDF-") for path in kinds.values())
    for text in (basket, "LL-1", device.code):
        assert cli("handover", "show", text).document["state"] == "completed"
    for words in (("--completed",), ("--device", device.code)):
        assert [one["handover"] for one in cli("handover", "list", *words).document] == [basket]
    assert cli("handover", "list").document == []


def test_the_same_in_words(cli: Cli, till: Till) -> None:
    device = till.monitor()
    opened = _open(cli, "sale")
    said = cli("handover", "add", opened, device.code, as_json=False).out
    assert "Dell P2419H  B  30,00" in said
    assert "sisältää alv 25,5 %: 6,10" in said
    paid = ("--payment", "cash", "--cash", "50")
    said = cli("handover", "complete", opened, *paid, as_json=False).out
    assert "Anna takaisin 20,00" in said
    assert "KU-1" in said


def test_a_refusal_says_everything_that_is_missing(cli: Cli, till: Till) -> None:
    device = till.device()
    basket = _open(cli, "sale")
    done = cli("handover", "add", basket, device.code)
    assert (done.status, done.code) == (1, "handover_device_not_ready")
    error = done.document["error"]
    assert "kuntoluokkaa" in error["why"]
    assert "Luokittele laite." in error["next"]


def test_lines_articles_and_ends(cli: Cli) -> None:
    assert cli("handover", "articles", "course").document[0]["cents"] == 0
    assert cli("handover", "articles", "sale", as_json=False).out.startswith("charger  Laturi")
    basket = _open(cli, "sale")
    line = cli("handover", "article", basket, "mouse", "--quantity", "2").document["line"]
    assert cli("handover", "remove", basket, line).document["lines"] == []
    changed = cli("handover", "terms", basket, "--channel", "course").document
    assert changed["channel"] == "course"
    assert basket in cli("handover", "list", as_json=False).out
    assert cli("handover", "cancel", basket).document["state"] == "cancelled"


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        (("show", make_code(CodeKind.HANDOVER, 99)), 1, "handover_unknown"),
        (("open", "gift"), 2, "usage"),
        (("open", "commitment", "--limit", "paljon"), 2, "usage"),
        (("open", "commitment", "--number", "131052-308T"), 1, "secret_not_kept"),
        (("list", "--completed", "--device", "SD0000000195"), 2, "handover_list_of_what"),
        (("list", "--device", "SD0000000195"), 1, "handover_device_unknown"),
    ],
)
def test_what_is_refused(cli: Cli, words: tuple[str, ...], status: int, code: str) -> None:
    done = cli("handover", *words)
    assert (done.status, done.code) == (status, code)


def test_a_maker_hands_nothing_over(cli: Cli, till: Till) -> None:
    done = cli("handover", "open", "sale", person=till.worker.person)
    assert (done.status, done.code) == (1, "not_permitted")
