"""What is read from each form of file, with invented machines."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.domain.snapshots import (
    IgnoredBecause,
    Lock,
    Snapshot,
    SnapshotFormat,
    SnapshotRemark,
    Unread,
)
from serkut_desk.interchange.snapshots import read_snapshot

DATA = Path(__file__).parent / "data"


def read(name: str, **changes: Any) -> Snapshot:
    """Read a file of the data, with members of its top object changed."""
    data = (DATA / name).read_bytes()
    if changes:
        data = json.dumps({**json.loads(data), **changes}).encode()
    return read_snapshot(data, name)


def opened(name: str) -> Any:
    return json.loads((DATA / name).read_bytes())


def codes(snapshot: Snapshot) -> list[str]:
    return [one.code.value for one in snapshot.unread]


def test_the_current_workbench_with_a_volume_that_is_no_device() -> None:
    got = read("workbench_script.json")
    assert got.format is SnapshotFormat.WORKBENCH_SCRIPT
    assert got.software == "workbench-script 0.0.1"
    assert got.taken == "2026-11-22 09:00:00.123456"
    assert (got.device.type, got.device.serial) == (DeviceType.LAPTOP, "PF0TEST1")
    assert (got.device.model, got.device.sku) == ("ThinkPad T99", "20ZZS00100")
    ssd, hdd = got.media
    assert (ssd.kind, ssd.kind_source, ssd.frozen) == (MediumKind.SSD, KindSource.SMARTCTL, True)
    assert (ssd.reallocated, ssd.pending, ssd.health, ssd.hours) == (2, 0, 780, 1234)
    assert (hdd.kind, hdd.locked, hdd.passed) == (MediumKind.HDD, True, False)
    assert got.locks == (Lock.SETUP, Lock.DRIVE)
    assert [one.because for one in got.ignored] == [IgnoredBecause.VIRTUAL, IgnoredBecause.USB]
    assert got.complete
    assert got.addresses == ("54:e1:ad:00:00:01",)


def test_raw_lists_know_the_card_reader_that_smartctl_could_not_read() -> None:
    got = read("workbench_raw.json")
    assert got.format is SnapshotFormat.WORKBENCH_RAW
    assert [one.sources for one in got.media] == [("smartctl", "lshw"), ("smartctl", "lshw")]
    assert {one.because for one in got.ignored} == {
        IgnoredBecause.CARD_READER,
        IgnoredBecause.OPTICAL,
        IgnoredBecause.USB,
    }
    assert got.complete


HWINFO = """14: PCI 0200.0: 0108 NVM Express controller
  SysFS ID: /devices/pci0000:00/0000:02:00.0
  Hardware Class: storage
  Model: "Test NVMe controller"
  Driver: "nvme"

31: PCI 00.0: 10600 Disk
  SysFS Device Link: /devices/pci0000:00/0000:02:00.0/nvme/nvme0
  Hardware Class: disk
  Model: "TESTNVME 1T"
  Serial ID: "S0TESTNVME0013"
  Device File: /dev/nvme0n1
  Capacity: 953 GB (1024209543168 bytes)

32: SCSI 400.0: 10600 Disk
  SysFS Device Link: /devices/pci0000:00/0000:00:14.0/usb2/2-2/2-2:1.0/host4
  Hardware Class: disk
  Model: "Test Stick"
  Device File: /dev/sdc (/dev/sg2)
"""


def test_a_drive_that_only_hwinfo_knows() -> None:
    data = {**opened("workbench_raw.json")["data"], "smart": [], "lshw": "", "hwinfo": HWINFO}
    got = read("workbench_raw.json", data=data)
    assert [(one.serial, one.kind, one.capacity) for one in got.media] == [
        ("S0TESTNVME0013", MediumKind.NVME, 1024209543168)
    ]
    assert [one.because for one in got.ignored] == [IgnoredBecause.USB]
    assert got.complete
    hidden = HWINFO.replace("Hardware Class: disk", "Hardware Class: none")
    raid = hidden.replace(": 0108 ", ": 0104 ").replace('"nvme"', '"megaraid_sas"')
    for text in (hidden, raid):
        got = read("workbench_raw.json", data={**data, "hwinfo": text})
        assert codes(got) == ["controller", "none_found"]


def test_a_part_that_is_broken_is_said_and_the_rest_is_read() -> None:
    data = opened("workbench_raw.json")["data"]
    got = read("workbench_raw.json", data={**data, "lshw": data["lshw"][:-20]})
    assert got.media
    assert ("part", "lshw") in [fact for one in got.unread for fact in one.facts]
    # Now nobody knows that the reader is one.
    assert codes(got) == ["drive_unreadable", "part_broken"]
    assert not got.complete


def test_broken_firmware_text_says_nothing_about_storage() -> None:
    data = opened("workbench_raw.json")["data"]
    got = read("workbench_raw.json", data={**data, "dmidecode": "/dev/mem: Permission denied"})
    assert SnapshotRemark.PART_BROKEN in [one.code for one in got.remarks]
    assert (got.device.serial, got.complete) == ("PF0TEST1", True)


def test_lshw_with_its_warnings_around() -> None:
    text = (DATA / "lshw.json").read_text()
    warned = f"WARNING: you should run this as super-user.\n{text}WARNING: may be incomplete.\n"
    assert read_snapshot(warned.encode()) == read("lshw.json")


def test_parts_that_another_program_read_are_never_all() -> None:
    got = read("workbench_11.json")
    assert got.format is SnapshotFormat.WORKBENCH
    assert [(one.serial, one.kind, one.capacity) for one in got.media] == [
        ("WD-TEST00000006", None, 320072581120),
        ("TS160TEST0007", MediumKind.SSD, 160042000000),
    ]
    assert codes(got) == ["not_listed"]
    assert [one.because for one in got.ignored] == [IgnoredBecause.USB]
    assert got.memory.total == 4 * 2**30


def test_signed_files_and_a_drive_that_only_inxi_knows() -> None:
    assert [one.serial for one in read("credential.json").media] == ["S0TESTNVME0003"]
    got = read("credential_demo.json")
    assert got.format is SnapshotFormat.CREDENTIAL
    (drive,) = got.media
    assert (drive.serial, drive.kind, drive.sources) == (
        "S0TESTNVME0004",
        MediumKind.NVME,
        ("inxi",),
    )
    assert codes(got) == ["drive_unnamed"]
    (battery,) = got.batteries
    assert (battery.health, battery.cycles, battery.full_mwh) == (940, 738, 53600)


def test_a_phone_whose_serial_is_a_network_address() -> None:
    got = read("phone.json")
    assert (got.device.type, got.device.serial) == (DeviceType.PHONE, "")
    assert got.device.imei == "352099001761481"
    assert got.addresses == ("a4:50:46:00:00:09",)
    assert [one.code for one in got.remarks] == [SnapshotRemark.PLACEHOLDER]


def test_lshw_as_a_list_or_an_object() -> None:
    got = read("lshw.json")
    assert got.format is SnapshotFormat.LSHW
    nvme, disk = got.media
    assert (nvme.path, nvme.kind, nvme.capacity) == ("/dev/nvme0", MediumKind.NVME, 512110190592)
    # Nothing told how the other one works inside.
    assert (disk.kind, SnapshotRemark.KIND_UNKNOWN) == (None, got.remarks[0].code)
    assert got.complete
    assert (got.processor.count, got.processor.threads) == (1, 8)
    alone = json.dumps(opened("lshw.json")[0]).encode()
    assert read_snapshot(alone) == got


def test_an_nvme_controller_without_a_drive_hides_one() -> None:
    (root,) = opened("lshw.json")
    nvme = root["children"][0]["children"][3]["children"][0]
    for word in ("serial", "logicalname", "children"):
        del nvme[word]
    got = read_snapshot(json.dumps(root).encode())
    assert codes(got) == ["controller"]
    assert got.unread[0].facts == (("name", "TESTNVME 512"),)


def test_smartctl_and_dmidecode_alone_do_not_list_what_there_is() -> None:
    assert codes(read("smartctl_nvme.json")) == ["not_listed"]
    several = read("smartctl_list.json")
    assert [one.serial for one in several.media] == ["TS256TEST0001", "WD-TEST00000002"]
    assert codes(several) == ["drive_unreadable", "not_listed"]
    firmware = read("dmidecode.txt")
    assert firmware.format is SnapshotFormat.DMIDECODE
    assert codes(firmware) == ["none_found"]
    assert firmware.memory.modules[0].part == "M471TEST-CTD"
    assert (firmware.memory.slots, firmware.locks) == (2, (Lock.SETUP,))


def test_inxi_believes_a_disk_only_that_turns() -> None:
    ssd, hdd = read("inxi.json").media
    assert (ssd.kind, ssd.hours, ssd.passed) == (MediumKind.SSD, 2 * 8760 + 7 * 24 + 14, True)
    assert hdd.kind is MediumKind.HDD
    text = (DATA / "inxi.json").read_text().replace('"012#0#2#rpm": "7200", ', "")
    assert read_snapshot(text.encode()).media[1].kind is None


def test_our_own_collector() -> None:
    got = read("collector.json")
    assert got.format is SnapshotFormat.COLLECTOR
    nvme, emmc = got.media
    assert (nvme.health, nvme.sources) == (930, ("smartctl", "system"))
    assert (emmc.kind, emmc.capacity) == (MediumKind.EMMC, 61071360 * 512)
    assert [one.because for one in got.ignored] == [IgnoredBecause.CARD, IgnoredBecause.USB]
    assert got.complete
    assert got.addresses == ("54:e1:ad:00:00:01",)
    assert [one.model for one in got.batteries] == ["01AV429"]


def test_no_drive_is_believed_only_with_every_controller_in_view() -> None:
    got = read("collector_no_drive.json")
    assert (got.media, got.complete) == ((), True)
    assert codes(read("collector_no_drive.json", pci=None)) == ["none_found"]
    assert codes(read("collector_no_drive.json", block=None)) == ["none_found"]
    assert codes(read("collector_no_drive.json", root="no")) == ["not_allowed"]
    pci = opened("collector_no_drive.json")["pci"]
    for wrong in (
        {"slot": "0000:02:00.0", "class": "0x010802", "driver": "nvme"},
        {"slot": "0000:00:17.0", "class": "0x010601"},
        {"slot": "0000:00:17.0", "class": "0x010601", "driver": "ahci", "remapped": "1"},
        {"slot": "0000:03:00.0", "class": "0x010400", "driver": "megaraid_sas"},
    ):
        assert codes(read("collector_no_drive.json", pci=[*pci, wrong])) == ["controller"]


def test_an_nvme_drive_with_two_ways_to_it_is_seen() -> None:
    one = {**opened("collector.json")["block"][1]}
    one["path"] = "/devices/virtual/nvme-subsystem/nvme-subsys0/nvme0n1"
    assert read("collector.json", block=[one]).complete
    pci = opened("collector.json")["pci"]
    more = [{"slot": "0000:03:00.0", "class": "0x010802", "driver": "nvme"}, *pci]
    assert codes(read("collector.json", pci=more)) == ["controller"]
    assert "0000:03:00.0" in dict(read("collector.json", pci=more).unread[0].facts)["name"]


def test_a_drive_without_its_serial_is_not_fully_known() -> None:
    block = opened("collector.json")["block"]
    for wrong in ("", "0", "unknown"):
        changed = [{**one, "serial": wrong} for one in block]
        got = read("collector.json", block=changed, tools=[])
        assert codes(got) == ["drive_without_serial", "drive_without_serial"]
        assert not got.complete


def test_bytes_that_the_collector_could_only_number() -> None:
    dmi = {"sys_vendor": "T\u00c3\u00a4htim\u00c3\u00b6", "product_name": "X\u00ff 1"}
    got = read("collector.json", dmi=dmi, tools=[])
    assert (got.device.manufacturer, got.device.model) == ("Tähtimö", "Xÿ 1")


def test_a_list_of_a_newer_collector_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        read("collector.json", version=2)
    assert (refusal.value.code, refusal.value.facts) == (
        "snapshot_newer",
        {"version": 2, "known": 1},
    )


@pytest.mark.parametrize(
    ("maker", "model"),
    [
        ("QEMU", "Standard PC (Q35 + ICH9, 2009)"),
        ("VMware, Inc.", "VMware7,1"),
        ("innotek GmbH", "VirtualBox"),
        ("Microsoft Corporation", "Virtual Machine"),
        ("Red Hat", "KVM"),
        ("Xen", "HVM domU"),
    ],
)
def test_virtual_machines_are_known(maker: str, model: str) -> None:
    dmi = {"sys_vendor": maker, "product_name": model, "product_serial": "VMTEST1"}
    assert read("collector.json", dmi=dmi, tools=[]).virtual
    cpu = {"model": "X", "hypervisor": "yes"}
    assert read("collector.json", cpu=cpu).virtual


def test_makers_of_real_machines_are_not_virtual() -> None:
    for maker, model in (("Google", "Eve"), ("Microsoft Corporation", "Surface Pro 7")):
        dmi = {"sys_vendor": maker, "product_name": model}
        assert not read("collector.json", dmi=dmi, tools=[]).virtual


@pytest.mark.parametrize(
    "serial",
    [
        "System Serial Number", "Not Specified", "To Be Filled By O.E.M.", "0", "00000000",
        "Default string", "None", "N/A", "a4:50:46:00:00:09", "123456789", "INVALID", "xxxxxxx",
    ],
)  # fmt: skip
def test_texts_that_stand_where_a_serial_should(serial: str) -> None:
    dmi = {"sys_vendor": "Testmaker", "product_serial": serial}
    got = read("collector.json", dmi=dmi, tools=[])
    assert got.device.serial == ""
    dropped = [one for one in got.remarks if one.code is SnapshotRemark.PLACEHOLDER]
    assert dropped[0].facts == (("field", "serial"), ("found", serial))


def test_two_serials_of_one_machine_are_both_said() -> None:
    dmi = {"sys_vendor": "LENOVO", "product_serial": "PF0OTHER"}
    got = read("collector.json", dmi=dmi)
    assert got.device.serial == "PF0TEST1"
    (said,) = (one for one in got.remarks if one.code is SnapshotRemark.DIFFERENT)
    assert dict(said.facts) == {"field": "serial", "kept": "PF0TEST1", "dropped": "PF0OTHER"}


def test_a_clock_that_cannot_be_right_is_said_and_kept() -> None:
    got = read("collector.json", taken="2001-01-01T00:00:07+0000")
    assert got.taken == "2001-01-01T00:00:07+0000"
    assert SnapshotRemark.CLOCK in [one.code for one in got.remarks]


def test_what_a_drive_says_of_its_kind_comes_before_what_the_system_makes_of_it() -> None:
    entry = opened("smartctl_list.json")[1]
    kinds = []
    for change in (
        {},
        {"model_name": "TEST-SSHD-8GB"},
        {"rotation_rate": None},
        {"device": {"name": "/dev/sdb", "protocol": "SCSI"}},
        {
            "device": {"name": "/dev/sdb", "protocol": "SCSI"},
            "scsi_transport_protocol": {"name": "SAS (SPL-4)"},
        },
        {
            "device": {"name": "/dev/sdb", "protocol": "SCSI"},
            "scsi_transport_protocol": {"name": "SAS (SPL-4)"},
            "rotation_rate": 0,
        },
    ):
        (drive,) = read_snapshot(json.dumps({**entry, **change}).encode()).media
        kinds.append(drive.kind)
    assert kinds == [
        MediumKind.HDD,
        MediumKind.SSHD,
        None,
        None,
        MediumKind.SAS_HDD,
        MediumKind.SAS_SSD,
    ]


def test_identities_by_hdparm_and_nvme() -> None:
    identity = (
        "/dev/sda:\n\nATA device, with non-removable media\n\tModel Number:       TESTDISK 500  \n"
        "\tSerial Number:      WD-TEST00000009\n\tFirmware Revision:  1.0\n"
        "\tNominal Media Rotation Rate: 5400\nSecurity: \n\t\tsupported\n\tnot\tenabled\n"
        "\tnot\tlocked\n\t\tfrozen\n\tnot\texpired: security count\n"
    )
    sata = {
        "name": "sda",
        "path": "/devices/pci0000:00/ata1/host0/block/sda",
        "sectors": "976773168",
    }
    tools = [
        {"tool": "hdparm", "path": "/dev/sda", "status": "0", "text": identity},
        {"tool": "nvme", "path": "/dev/nvme0n1", "status": "0",
         "text": json.dumps({"sn": "S0TESTNVME0010 ", "mn": "TESTNVME ", "fr": "1", "tnvmcap": 0})},
        {"tool": "smartctl", "path": "/dev/sda", "status": "1", "text": "Permission denied"},
        {"tool": "lsblk", "path": "", "status": "0",
         "text": json.dumps({"blockdevices": [{"name": "sda", "type": "disk", "tran": "sata"}]})},
    ]  # fmt: skip
    got = read("collector.json", block=[sata], tools=tools, pci=[])
    disk, nvme = got.media
    assert (disk.serial, disk.kind, disk.kind_source) == (
        "WD-TEST00000009",
        MediumKind.HDD,
        KindSource.FIRMWARE,
    )
    assert (disk.frozen, disk.enabled, disk.locked) == (True, False, False)
    assert (nvme.serial, nvme.kind_source) == ("S0TESTNVME0010", KindSource.FIRMWARE)
    assert SnapshotRemark.HEALTH_UNREAD in [one.code for one in got.remarks]


def test_flash_behind_its_own_controller_and_sata_flash() -> None:
    block = [
        {"name": "sda", "path": "/devices/pci0000:00/0000:00:12.7/host0/block/sda",
         "sectors": "1000", "serial": "UFSTEST1"},
        {"name": "sdb", "path": "/devices/pci0000:00/0000:00:17.0/ata1/host1/block/sdb",
         "sectors": "1000", "serial": "SATATEST2", "rotational": "0"},
        {"name": "sdc", "path": "/devices/pci0000:00/0000:00:17.0/ata2/host2/block/sdc",
         "sectors": "1000", "serial": "SATATEST3", "rotational": "1"},
    ]  # fmt: skip
    pci = [
        {"slot": "0000:00:12.7", "class": "0x010901", "driver": "ufshcd"},
        {"slot": "0000:00:17.0", "class": "0x010601", "driver": "ahci"},
    ]
    got = read("collector.json", block=block, pci=pci, tools=[])
    assert [one.kind for one in got.media] == [MediumKind.UFS, MediumKind.SSD, None]


def test_a_serial_that_several_drives_may_carry_is_doubtful() -> None:
    entry = {**opened("smartctl_nvme.json"), "serial_number": "0123456789ABCDEF"}
    got = read_snapshot(json.dumps(entry).encode())
    assert not got.media[0].serial_certain
    assert SnapshotRemark.UNCERTAIN_SERIAL in [one.code for one in got.remarks]


def test_more_drives_than_a_machine_can_have_are_cut_and_said() -> None:
    entry = opened("smartctl_nvme.json")
    many = [
        {**entry, "serial_number": f"S0MANY{number:05}", "device": {"protocol": "NVMe"}}
        for number in range(100)
    ]
    got = read_snapshot(json.dumps(many).encode())
    assert len(got.media) == 64
    assert Unread.CUT in [one.code for one in got.unread]


def test_the_same_machine_by_two_tools_is_one_machine() -> None:
    by_lshw, by_firmware = read("lshw.json").device, read("dmidecode.txt").device
    assert replace(by_lshw, chassis="", sku="") == replace(by_firmware, chassis="", sku="")
