from __future__ import annotations

from typing import TYPE_CHECKING

from factories import insert_device, insert_lot
from serkut_desk import bootstrap

if TYPE_CHECKING:
    from cli.desk_cli import Cli


def test_home_tells_what_waits(cli: Cli) -> None:
    assert cli("home", as_json=False).out == "Mikään ei odota.\n"
    with bootstrap.open_desk(cli.data) as desk:
        device = insert_device(desk, cli.person, insert_lot(desk, cli.person)).code
    told = cli("home").document
    counts = {one["queue"]: one["count"] for one in told["queues"]}
    assert (counts["lots"], counts["declare"], counts["wipe"]) == (1, 1, 0)
    assert next(one for one in told["queues"] if one["queue"] == "declare")["code"] == device
    assert told["second_approver"] == []
    assert "Välineet kertomatta" in cli("home", as_json=False).out


def test_search_tells_what_is_no_device_too(cli: Cli) -> None:
    with bootstrap.open_desk(cli.data) as desk:
        lot = insert_lot(desk, cli.person, "Vuosaaren kirjasto").code
    found = cli("search", "kirjasto").document
    assert found["devices"] == []
    assert [(one["kind"], one["text"]) for one in found["others"]] == [("lot", lot)]
    assert "Erät" in cli("search", "kirjasto", as_json=False).out


def test_feedback_is_left_listed_and_read(cli: Cli) -> None:
    assert cli("feedback", "list", as_json=False).out == "Palautetta ei ole.\n"
    left = cli("feedback", "leave", "wiping", "unclear", "--note", "liikaa sanoja").document
    (one,) = cli("feedback", "list", "--unread").document
    assert one["feedback"] == left["feedback"]
    assert (one["screen"], one["mood"], one["note"]) == ("wiping", "unclear", "liikaa sanoja")
    assert one["read"] is False
    assert "En ymmärrä" in cli("feedback", "list", as_json=False).out
    assert cli("feedback", "read").document == {"read": 1}
    assert cli("feedback", "list", "--unread").document == []
    assert cli("feedback", "read", "99", as_json=False).out == "Merkitty luetuksi: 0\n"
