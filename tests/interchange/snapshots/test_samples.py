"""Every sample that others left: what is read from it, or why it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.domain.snapshots import IgnoredBecause, Lock, SnapshotFormat, Unread
from serkut_desk.interchange.snapshots import read_snapshot

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
MACHINES = DATA / "ereuse-snapshots"
TOOLS = DATA / "tool-outputs"
pytestmark = pytest.mark.skipif(
    not MACHINES.is_dir(), reason="no shared samples beside the checkout"
)

HDD, SSD, NVME = MediumKind.HDD, MediumKind.SSD, MediumKind.NVME
RAW, SCRIPT, OLD = (
    SnapshotFormat.WORKBENCH_RAW,
    SnapshotFormat.WORKBENCH_SCRIPT,
    SnapshotFormat.WORKBENCH,
)
USB, DVD = IgnoredBecause.USB, IgnoredBecause.OPTICAL
VIRTUAL, FLOPPY = IgnoredBecause.VIRTUAL, IgnoredBecause.FLOPPY

# File: form, maker, model, serial, drives and kinds, why storage is not fully known, ignored.
EXPECTED = {
    "522a4403-bfb3-4fe6-b454-4db6c3040a58.json": (
        RAW, "LENOVO", "ThinkCentre M73", "MJ00YQXU", {"WD-WCC2E7NV4C7U": HDD}, (), (),
    ),
    "9868c6d4-a96c-4ae6-b2bd-1ec72a1891a4.json": (
        RAW, "LENOVO", "V330-15IKB", "R90X1FA4", {"50026B768305483D": SSD}, (), (),
    ),
    "TM1613.snapshot.json": (
        OLD, "Timi", "TM1613", "13138/00064437", {}, (Unread.NONE_FOUND,), (),
    ),
    "desktop-amd-bug-no-sn.json": (
        RAW, "", "", "", {"VD051GTF024B4L": None}, (), (FLOPPY, USB, DVD),
    ),
    "erase-sectors-2-hdd.snapshot.yaml": (
        OLD, "bar", "baz", "FOO", {"WD-WCAV29008961": None, "WD-WCAV27984668": None},
        (Unread.NOT_LISTED,), (),
    ),
    "hp_probook_450.json": (
        OLD, "Hewlett-Packard", "HP ProBook 450 G2", "CND4286ZJ2", {"S3P9A80F": None}, (),
        (USB, DVD),
    ),
    "mobil.yaml": (
        SnapshotFormat.FORM, "Xiaomi", "POCOPHONE F1", "", {}, (Unread.NONE_FOUND,), (),
    ),
    "qemu-cc9927a9-55ad-4937-b36b-7185147d9fa9.json": (
        RAW, "QEMU", "Standard PC (i440FX + PIIX, 1996)", "", {"QM00001": None}, (),
        (FLOPPY, DVD),
    ),
    "snapshot-workbench11.json": (
        OLD, "Hewlett-Packard", "Hp Probook 650 G1", "CNU406CLGR", {"LDS645R002202": SSD},
        (Unread.NOT_LISTED,), (),
    ),
    "snapshot_pre-verifiable-credential.json": (
        SnapshotFormat.CREDENTIAL, "LENOVO", "ThinkPad X1 Carbon 5th", "PF0QMY5N",
        {"S35ANX0J401001": NVME}, (Unread.DRIVE_UNNAMED,), (),
    ),
    "snapshot_workbench-script.json": (
        SCRIPT, "Dell Inc.", "Latitude E7240", "5CQ6VY1",
        {"TW0XXM305508539G1361": SSD, "S33HNX0J203755R": SSD}, (), (VIRTUAL,),
    ),
    "snapshot_workbench-script_legacy.json": (
        RAW, "Dell Inc.", "Latitude E7240", "5CQ6VY1",
        {"TW0XXM305508539G1361": SSD, "S33HNX0J203755R": SSD}, (), (VIRTUAL,),
    ),
}  # fmt: skip
REFUSED = {
    "basic.snapshot.badly_formed.yaml": "snapshot_yaml",
    "computer-monitor.snapshot.yaml": "snapshot_yaml",
    "failed.snapshot.422.null-chassis.yaml": "snapshot_yaml",
    "keyboard.snapshot.yaml": "snapshot_yaml",
}
ANSWERS = {
    "smartctl-x_nvme0n1.json": ({"S444NX0M3XXXQ2": NVME}, (Unread.NOT_LISTED,)),
    "smartctl-x_sda.json": ({"WD-WX61AA81XXQA": None}, (Unread.NOT_LISTED,)),
    "smartctl-x_sdb.json": ({"S3TUNX0K4XXXQ1": SSD}, (Unread.NOT_LISTED,)),
    "smartctl-x_sdc.json": ({"S0K1XXQ3": None}, (Unread.NOT_LISTED,)),
    "smartctl-x_sdd.json": ({}, (Unread.DRIVE_UNREADABLE, Unread.NONE_FOUND)),
}


def test_no_sample_is_left_out() -> None:
    assert {one.name for one in MACHINES.iterdir()} == EXPECTED.keys() | REFUSED.keys()
    assert {one.name for one in TOOLS.glob("smartctl*.json")} == ANSWERS.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_what_a_machine_told(name: str) -> None:
    form, maker, model, serial, media, unread, ignored = EXPECTED[name]
    read = read_snapshot((MACHINES / name).read_bytes(), name)
    assert read.format is form
    assert (read.device.manufacturer, read.device.model, read.device.serial) == (
        maker,
        model,
        serial,
    )
    assert {one.serial: one.kind for one in read.media} == media
    assert tuple(one.code for one in read.unread) == unread
    assert read.complete is not bool(unread)
    assert tuple(one.because for one in read.ignored) == ignored
    assert read.virtual is (maker == "QEMU")


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_read(name: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_snapshot((MACHINES / name).read_bytes(), name)
    assert refusal.value.code == REFUSED[name]


@pytest.mark.parametrize("name", ANSWERS)
def test_what_a_drive_told(name: str) -> None:
    media, unread = ANSWERS[name]
    read = read_snapshot((TOOLS / name).read_bytes(), name)
    assert read.format is SnapshotFormat.SMARTCTL
    assert {one.serial: one.kind for one in read.media} == media
    assert tuple(one.code for one in read.unread) == unread
    assert not read.complete


def test_the_small_print_of_the_samples() -> None:
    dell = read_snapshot((MACHINES / "snapshot_workbench-script.json").read_bytes())
    first, second = dell.media
    assert (first.hours, second.hours) == (None, 17702)
    assert (first.frozen, second.health) == (True, 780)
    assert first.kind_source is KindSource.SMARTCTL
    assert (first.capacity, second.capacity) == (256060514304, 500107862016)
    assert dell.addresses == ("f0:1f:af:55:7e:18", "0c:8b:fd:68:c8:06")
    assert dell.taken == "2025-01-23 11:44:29.577819"

    thinkpad = read_snapshot((MACHINES / "snapshot_pre-verifiable-credential.json").read_bytes())
    (battery,) = thinkpad.batteries
    assert (battery.health, battery.cycles, battery.design_mwh) == (940, 738, 57000)
    assert thinkpad.device.sku == "20HRCTO1WW"
    assert thinkpad.memory.total == 16 * 2**30

    lenovo = read_snapshot((MACHINES / "9868c6d4-a96c-4ae6-b2bd-1ec72a1891a4.json").read_bytes())
    assert lenovo.locks == (Lock.SETUP,)
    assert lenovo.media[0].health == 850

    worn, sound = read_snapshot((MACHINES / "erase-sectors-2-hdd.snapshot.yaml").read_bytes()).media
    assert (worn.passed, worn.reallocated, worn.hours) == (False, 15, 24658)
    assert (sound.passed, sound.capacity) == (True, 320072581120)
