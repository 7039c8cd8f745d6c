"""By which numbers a snapshot is found: none that several machines may carry."""

from __future__ import annotations

import pytest

from serkut_desk.domain.snapshot_keys import KeyKind, keys_of
from serkut_desk.domain.snapshots import (
    Snapshot,
    SnapshotDevice,
    SnapshotFormat,
    SnapshotMedium,
)
from serkut_desk.interchange.evidence import shipped_serial_rules

RULES = shipped_serial_rules()


def keys(device: SnapshotDevice, *media: SnapshotMedium) -> set[tuple[KeyKind, str]]:
    snapshot = Snapshot(SnapshotFormat.LSHW, device=device, media=media)
    return {(one.kind, one.key) for one in keys_of(snapshot, RULES)}


def test_every_number_of_a_machine_is_one() -> None:
    device = SnapshotDevice(
        serial="PF1-ABC23",
        board_serial="L1HF91B00PT",
        uuid="4c4c4544-0051-3610-8056-b5c04f565931",
        imei="356938035643809",
    )
    found = keys(device, SnapshotMedium("WD-WX1"), SnapshotMedium(""))
    assert found == {
        (KeyKind.SERIAL, "PF1ABC23"),
        (KeyKind.BOARD, "L1HF91B00PT"),
        (KeyKind.UUID, "4C4C4544005136108056B5C04F565931"),
        (KeyKind.IMEI, "356938035643809"),
        (KeyKind.MEDIUM, "WDWX1"),
    }


def test_dell_writes_its_serial_into_the_boards() -> None:
    found = keys(SnapshotDevice(board_serial="/5CQ6VY1/CN1296342I009B/"))
    assert (KeyKind.SERIAL, "5CQ6VY1") in found


@pytest.mark.parametrize(
    "device",
    [
        SnapshotDevice(serial="System Serial Number"),
        SnapshotDevice(serial="To Be Filled By O.E.M."),
        SnapshotDevice(serial="0"),
        SnapshotDevice(board_serial="Default string"),
        SnapshotDevice(uuid="03000200-0400-0500-0006-000700080009"),
        SnapshotDevice(uuid="00000000-0000-0000-0000-000000000000"),
    ],
)
def test_a_placeholder_is_none(device: SnapshotDevice) -> None:
    assert keys(device) == set()


def test_a_doubtful_serial_of_a_medium_is_none() -> None:
    doubtful = SnapshotMedium("0123456789ABCDEF", serial_certain=False)
    assert keys(SnapshotDevice(), doubtful) == set()
