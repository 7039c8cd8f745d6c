"""The scale of a workstation from the command line, and a weight from a scale that speaks."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Unavailable
from serkut_desk.domain.weighing import Reading, ReadingKind, ScaleSettings
from serkut_desk.weighing import reader

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from cli.desk_cli import Cli, Outcome

_SET = ("scale", "set", "Vaaka 1", "--protocol", "and", "--step", "0,1", "--error", "2")


def _set(cli: Cli, port: object = "/dev/ttyUSB0", *more: object) -> Outcome:
    return cli(*_SET, "--port", port, *more)


def test_a_scale_is_set_listed_and_removed(cli: Cli) -> None:
    done = _set(cli)
    assert done.status == 0
    assert done.document["tolerance_g"] == 3
    assert done.document["scale"] == {
        "name": "Vaaka 1",
        "port": "/dev/ttyUSB0",
        "protocol": "and",
        "baud": 2400,
        "frame": "7E1",
        "step_mg": 100,
        "error_mg": 2000,
    }
    listed = cli("scale", "list").document
    assert [one["name"] for one in listed["scales"]] == ["Vaaka 1"]
    assert _set(cli).code == "scale_same"
    assert cli("scale", "remove").document["scale"] is None
    assert cli("scale", "remove").code == "scale_missing"
    assert cli("scale", "list").document["scales"] == []


def test_what_makes_no_sense_is_refused(cli: Cli) -> None:
    assert _set(cli, "/dev/ttyUSB0", "--baud", 7).code == "scale_baud"
    assert cli(*_SET[:-1], "x", "--port", "COM3").code == "scale_number"
    assert _set(cli, " ").status == 2


def test_a_maker_reads_the_scale_and_does_not_set_it(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    maker = cli("people", "add", "--role", "worker", "--name", "T07").document["person"]
    assert cli(*_SET, "--port", "COM3", person=maker).code == "not_permitted"
    assert cli("scale", "read", person=maker).code == "scale_missing"
    _set(cli)
    told: list[float] = []

    def steady(settings: ScaleSettings, seconds: float) -> Reading:
        told.append(seconds)
        assert settings.name == "Vaaka 1"
        return Reading(ReadingKind.STABLE, Decimal("1213.5"), net=True)

    monkeypatch.setattr(reader, "read_once", steady)
    assert cli("scale", "read", "--seconds", 3, person=maker).document == {
        "scale": "Vaaka 1",
        "weight_g": 1214,
        "shown_g": "1213.5",
        "net": True,
        "tolerance_g": 3,
    }
    assert told == [3.0]


def test_a_scale_that_is_not_there_is_the_environment(cli: Cli, tmp_path: Path) -> None:
    _set(cli, tmp_path / "port")
    done = cli("scale", "read", "--seconds", "0.05")
    assert (done.status, done.code) == (Unavailable.exit_status, "scale_lost")


def test_the_journal_says_what_changed(cli: Cli) -> None:
    _set(cli)
    _set(cli, "COM3")
    found = [one for one in cli("journal", "export").document if one["subject"] == "scale"]
    assert len(found) == 2
    assert "COM3" in str(found[1]["body"])
    assert "/dev/ttyUSB0" in str(found[1]["body"])
