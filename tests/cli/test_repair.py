from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from factories import insert_device, insert_lot
from serkut_desk import bootstrap
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.domain.people import Session
from serkut_desk.stations.grading.commands import Decide

if TYPE_CHECKING:
    from cli.desk_cli import Cli


@pytest.fixture
def device(cli: Cli) -> str:
    """Return a device that waits for repair."""
    with bootstrap.open_desk(cli.data) as desk:
        lot = insert_lot(desk, cli.person)
        code = insert_device(desk, cli.person, lot, type="monitor", serial="CN0X1").code
        desk.do(Session(cli.person, desk.clock.now()), Decide(code, Outcome.REPAIR, "pimeä"))
    return code


def next_year() -> str:
    """Return a day on which an instrument that is in use is calibrated again."""
    return f"{datetime.now(UTC) + timedelta(days=300):%d.%m.%Y}"


def test_a_repair_from_fault_to_grading(cli: Cli, device: str) -> None:
    (waiting,) = cli("repair", "list").document["waiting"]
    assert (waiting["device"]["code"], waiting["reason"]) == (device, "pimeä")
    assert "Kuva on huono" in cli("repair", "faults", "monitor", as_json=False).out
    made = cli("repair", "open", device, "--fault", 2, "--problem", "kuva puuttuu", "--take")
    order = made.document["order"]
    assert made.document["state"] == "in_work"
    found = ("repair", "step", order, "--kind", "diagnosis", "--note", "kaapeli", "--fault", 5)
    assert cli(*found).document["kind"] == "diagnosis"
    done = cli("repair", "step", device, "--kind", "mended", "--note", "juotos", "--minutes", 12)
    assert done.document["minutes"] == 12
    assert cli("repair", "undo", order).document["minutes"] == 0
    cli("repair", "step", order, "--kind", "mended", "--note", "juotos", "--minutes", 15)
    early = cli("repair", "close", order, "fixed")
    assert (early.status, early.code) == (1, "safety_test_missing")
    assert cli("repair", "state", order, "test").document["state"] == "to_test"
    test = ("repair", "safety", order, "device", 2, "--value", "touch_current=40")
    with_meter = (*test, "--instrument", "Mittari 1", "--due", next_year())
    failed = cli(*with_meter, "--value", "insulation=1999").document
    assert (failed["passed"], failed["values"][0]["limit"]) == (False, 2000)
    assert cli(*with_meter, "--value", "insulation=2000").document["passed"] is True
    shown = cli("repair", "show", order).document
    assert (shown["state"], shown["diagnosis"], shown["fault"]) == ("to_test", "kaapeli", 5)
    assert {way["outcome"]: way["missing"] for way in shown["ways"]}["fixed"] == []
    closed = cli("repair", "close", order, "fixed", as_json=False).out
    assert closed == "TY 1: Korjattu. SD 1: Odottaa luokittelua\n"
    board = cli("repair", "list", "--done").document
    assert (board["waiting"], board["orders"]) == ([], [])
    assert [(one["order"], one["outcome"]) for one in board["done"]] == [(order, "fixed")]
    assert "Korjattu" in cli("repair", "list", "--done", as_json=False).out
    assert "juotos  15 min" in cli("repair", "show", order, as_json=False).out


def test_a_repair_outside_with_its_cost(cli: Cli, device: str) -> None:
    order = cli("repair", "open", device, "--fault", 2, "--problem", "x", "--take").document[
        "order"
    ]
    sent = cli("repair", "send", order, "--to", "Korjaamo Oy", "--sent", "koko laite").document
    assert sent["state"] == "outside"
    assert cli("repair", "close", order, "no_fault").code == "order_outside"
    wrong = cli("repair", "back", order, "--note", "ok", "--cost", "paljon")
    assert (wrong.status, wrong.code) == (2, "cost_range")
    back = cli("repair", "back", order, "--note", "piiri vaihdettu", "--cost", "95,00").document
    assert (back["before"], back["state"]) == ("outside", "waiting")
    (line,) = cli("repair", "show", order).document["outside"]
    assert (line["organisation"], line["cost_cents"]) == ("Korjaamo Oy", 9500)
    assert "95,00" in cli("repair", "show", order, as_json=False).out
    beyond = ("repair", "close", order, "beyond_repair", "--note", "kallis")
    assert cli(*beyond).code == "barrier_missing"
    assert cli(*beyond, "--barrier", "parts_dear").document["outcome"] == "beyond_repair"


def test_parts_by_the_command_line(cli: Cli, device: str) -> None:
    order = cli("repair", "open", device, "--fault", 2, "--problem", "x", "--take").document[
        "order"
    ]
    wanted = cli("repair", "part", order, "want", "stand").document
    assert (wanted["kind"], wanted["step"]) == ("part_wanted", None)
    out = cli("repair", "part", order, "take-out", "--type", "cable", "--weight", 80).document
    assert (out["kind"], out["part"][:2]) == ("part_out", "OS")
    assert cli("repair", "undo", order).document["part"] == out["part"]
    bad = cli(
        "repair",
        "safety",
        order,
        "device",
        2,
        "--value",
        "insulation",
        "--instrument",
        "M",
        "--due",
        "31.12.2099",
    )
    assert (bad.status, bad.code) == (2, "measurement_unknown")
    taken = cli("repair", "take", order).document
    assert taken["state"] == "in_work"
    cancelled = cli("repair", "close", order, "cancelled", "--note", "ei nyt").document
    assert cancelled["state"] == "waiting_repair"
