"""Whoever writes an installation, an image or an advice past the program is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from serkut_desk.domain.errors import Misused
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.interchange.install_result import read_install_result
from serkut_desk.records.record_check import check_records
from serkut_desk.stations.devices.commands import UndoLast
from serkut_desk.stations.grading.commands import Decide
from serkut_desk.stations.installation.commands import (
    EndInstallation,
    RetireImage,
)
from stations.installation.bench_hands import MINT

if TYPE_CHECKING:
    from stations.installation.bench_hands import BenchHands


CHANGES = (
    "UPDATE installation SET sha256 = replace(sha256, 'a', 'c')",
    "UPDATE system_image SET sha256 = replace(sha256, 'a', 'c')",
    "UPDATE system_image SET retired_at = NULL, retired_by = NULL",
    "UPDATE installation SET passed = 1",
    "UPDATE installation SET tests = '{}'",
    "UPDATE installation SET version = '23.0'",
    "UPDATE installation SET ended_at = installed_at, ended_reason = 'pois' WHERE id = 2",
    "DELETE FROM installation WHERE id = 1",
    "UPDATE advice SET chosen = 'repair'",
    "UPDATE advice SET content = '{}'",
    "UPDATE decision SET reason = 'muu syy' WHERE outcome = 'dismantle'",
    "DELETE FROM advice",
)


def test_what_was_written_into_the_file_is_found(hands: BenchHands) -> None:
    device = hands.laptop()
    hands.record(device, sound="fail", network="fail")
    hands.do(EndInstallation(device.code, "väärä kone"))
    hands.record(device, sound="fail", network="fail")
    hands.record(device)
    hands.do(UndoLast())
    hands.do(RetireImage(MINT.image), hands.boss)
    hands.do(Decide(device.code, Outcome.DISMANTLE, "vanha kone"), hands.boss)
    database = hands.workshop.desk.database
    assert database.check_records() == ()
    for change in CHANGES:
        # Nothing is kept: the next one begins where this one did.
        with database.work() as work:
            work.connection.execute(text(change))
            about = {one.about for one in check_records(work.connection)}
        assert about, change
        assert about <= {device.code, MINT.image}
    assert database.check_records() == ()


@pytest.mark.parametrize("depth", range(940, 1000, 3))
def test_a_deep_file_is_no_crash(depth: int) -> None:
    inside = "[" * depth + '"abc"' + "]" * depth
    said = f'{{"format": "serkut-desk-install", "version": 1, "more": {inside}, "machines": []}}'
    with pytest.raises(Misused):
        read_install_result(said.encode())


@pytest.mark.parametrize(
    "machine",
    [
        r'{"serial": "\ud800"}',
        r'{"serial": "A\u0000B"}',
        r'{"serial": "A", "tests": {"\ud800": 1}}',
    ],
)
def test_half_a_character_is_no_serial(machine: str) -> None:
    system = '{"name": "Linux Mint", "version": "22.2"}'
    said = f'"format": "serkut-desk-install", "version": 1, "system": {system}'
    with pytest.raises(Misused):
        read_install_result(f'{{{said}, "machines": [{machine}]}}'.encode())
