"""`part ...`: every command, as people and other programs read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factories import insert_device, insert_lot
from serkut_desk import bootstrap
from serkut_desk.domain.codes import CodeKind

if TYPE_CHECKING:
    from cli.desk_cli import Cli


@pytest.fixture
def bench(cli: Cli) -> tuple[str, str, str]:
    """Return a lot, and two devices of it in repair."""
    with bootstrap.open_desk(cli.data) as desk:
        lot = insert_lot(desk, cli.person)
        made = [insert_device(desk, cli.person, lot) for _ in range(2)]
        with desk.database.work(cli.person) as work:
            for device in made:
                work.orders.add(
                    code=work.house.next_code(CodeKind.WORK_ORDER),
                    device_id=device.id,
                    state="in_work",
                    fault_list="laptop",
                    fault=1,
                    problem="rikki",
                    opened_at=work.journal.now(),
                    opened_by=cli.person,
                    seq=1,
                )
            work.commit()
    return lot.code, made[0].code, made[1].code


def test_a_part_from_the_shop_to_a_machine_and_back(cli: Cli, bench: tuple[str, str, str]) -> None:
    lot, first, second = bench
    words = ("--specification", "8 GB DDR4", "--fits", "Lenovo ThinkPad T480", "--cost", "15,00")
    done = cli("part", "add", "muisti", "--supplier", "Tukku Oy", *words, "--place", "Laari 1")
    part = done.document["part"]
    assert (done.document["type"], done.document["cost_cents"]) == ("memory", 1500)
    assert done.document["label"]
    wanted = cli("part", "want", "muisti", "--order", second).document
    assert wanted["answers"] == [part]
    assert [one["want"] for one in cli("part", "wants").document] == [wanted["want"]]
    assert cli("part", "test", part, "passed", "--note", "memtest").document["test"] == "passed"
    assert cli("part", "price", part, "25").document["price_cents"] == 2500
    named = cli("part", "change", part, "--manufacturer", "Kingston").document
    assert named["manufacturer"] == "Kingston"
    moved = cli("part", "move", "Laari 2", part).document
    assert (moved["name"], moved["parts"]) == ("Laari 2", [part])
    kept = cli("part", "reserve", part, second).document
    assert kept["order"] is not None
    assert [one["part"] for one in cli("part", "list", "--reserved").document] == [part]
    assert cli("part", "list", "--free").document == []
    assert cli("part", "free", part).document["order"] is None
    fitted = cli("part", "fit", part, second).document
    assert (fitted["state"], fitted["device"], fitted["fits_device"]) == ("fitted", second, True)
    assert cli("part", "wants").document == []
    shown = cli("part", "show", part).document
    assert [one["text"] for one in shown["history"]][-1] == (f"Osa {part} asennettiin laitteeseen")
    taken = cli("part", "take", second, "--part", part, "--place", "Laari 2").document
    assert (taken["part"], taken["state"]) == (part, "stock")
    screen = cli("part", "take", first, "--type", "näyttö").document
    where = cli("part", "where", "--lot", lot).document
    assert [(one["part"], one["donor"]) for one in where] == [(screen["part"], first)]
    undone = cli("undo").document
    assert undone["parts"] == [screen["part"]]
    assert cli("part", "missing", part, "--reason", "ei laarissa").document["state"] == "missing"
    assert cli("part", "list", "--state", "missing").document[0]["part"] == part
    assert cli("part", "found", part, "Laari 2").document["place"] == "Laari 2"
    assert cli("part", "label", part).status == 0
    assert [one["stock"] for one in cli("part", "count").document] == [1]


def test_people_read_short_lines(cli: Cli, bench: tuple[str, str, str]) -> None:
    _, first, _ = bench
    made = cli("part", "add", "screen", "--supplier", "Tukku", "--fits", "Latitude 5490")
    part = made.document["part"]
    said = cli("part", "fit", part, first, as_json=False).out
    assert said == (
        f"OS 1  Näyttö  Ei testattu  Laitteessa  {first}\n"
        "Huomaa: osaa ei ole kirjattu tähän malliin sopivaksi.\n"
    )
    assert cli("part", "count", as_json=False).out == ""
    cli("part", "want", "akku", "--model", "T480")
    assert cli("part", "wants", as_json=False).out == "1  Akku  T480\n"
    closed = cli("part", "close", "1", as_json=False).out
    assert closed == "Toive 1 on suljettu.\n"


def test_what_can_not_be_is_refused_with_its_status(cli: Cli, bench: tuple[str, str, str]) -> None:
    _, first, _ = bench
    for words, status, code in (
        (("part", "take", first), 2, "part_type_unknown"),
        (("part", "take", first, "--type", "ssd"), 1, "part_is_medium"),
        (("part", "add", "ssd", "--supplier", "x"), 1, "part_stores_data"),
        (("part", "show", "OS9999999999"), 1, "part_unknown"),
        (("part", "scrap", "OS9999999999", "AS0000000196"), 1, "part_unknown"),
        (("part", "where", "--lot", "ER9"), 1, "lot_unknown"),
        (("part", "close", "9"), 2, "want_unknown"),
    ):
        done = cli(*words)
        assert (done.status, done.code) == (status, code)
