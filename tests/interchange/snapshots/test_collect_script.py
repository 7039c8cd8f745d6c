"""The collector: run for real, on the machine at hand and on invented ones."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from serkut_desk import shipped
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.snapshots import IgnoredBecause, SnapshotFormat, SnapshotRemark
from serkut_desk.interchange.snapshots import read_snapshot

if TYPE_CHECKING:
    from serkut_desk.domain.snapshots import Snapshot

SCRIPT = shipped.resource("collector", "serkut-collect")
SHELLS = [
    shell.split()
    for shell in ("dash", "bash --posix", "busybox sh")
    if shutil.which(shell.split()[0])
] or [["sh"]]
DATA = Path(__file__).parent / "data"
# Every byte but zero, which no file of the kernel and no argument can hold.
ODD = bytes(range(1, 256))


def collect(
    to: Path, root: Path | None = None, shell: list[str] | None = None, tools: Path | None = None
) -> Path:
    """Run the script; return the one file that it wrote."""
    path = f"{tools}:{os.environ['PATH']}" if tools else os.environ["PATH"]
    done = subprocess.run(
        [*(shell or SHELLS[0]), str(SCRIPT), "--to", str(to)],
        env={"PATH": path, "LANG": "en", "SERKUT_COLLECT_ROOT": str(root) if root else ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (written,) = to.iterdir()
    assert str(written) in done.stderr
    assert done.stdout == ""
    return written


def read(path: Path) -> Snapshot:
    return read_snapshot(path.read_bytes(), path.name)


def put(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def invented(root: Path) -> None:
    """Make what a Linux kernel shows of a laptop: NVMe, SATA, eMMC, a stick, an unused loop."""
    put(root / "sys/class/dmi/id/sys_vendor", "Testmaker\n")
    put(root / "sys/class/dmi/id/product_name", ODD)
    put(root / "sys/class/dmi/id/product_serial", "TM-400/TEST 1\n")
    put(root / "sys/class/dmi/id/chassis_type", "10\n")
    put(root / "proc/meminfo", "MemTotal:        7980000 kB\n")
    put(
        root / "proc/cpuinfo",
        'processor\t: 0\nmodel name\t: Test CPU "1"\nphysical id\t: 0\ncpu cores\t: 2\n\n'
        'processor\t: 1\nmodel name\t: Test CPU "1"\nphysical id\t: 0\ncpu cores\t: 2\n',
    )
    pci = root / "sys/devices/pci0000:00"
    for slot, number in (("0000:00:17.0", "0x010601"), ("0000:02:00.0", "0x010802")):
        put(pci / slot / "class", number)
        driver = root / "sys/bus/pci/drivers" / ("nvme" if "02:00" in slot else "ahci")
        driver.mkdir(parents=True)
        (pci / slot / "driver").symlink_to(driver)
        (root / "sys/bus/pci/devices").mkdir(parents=True, exist_ok=True)
        (root / "sys/bus/pci/devices" / slot).symlink_to(pci / slot)
    drives = {
        "nvme0n1": (
            "0000:02:00.0/nvme/nvme0/nvme0n1",
            {"model": "TESTNVME", "serial": "S0TEST11 "},
        ),
        "sda": ("0000:00:17.0/ata1/host0/sda", {"vendor": "ATA     ", "model": "TESTDISK"}),
        "sdb": ("0000:00:14.0/usb1/1-2/host4/sdb", {"vendor": "Test", "model": "Stick"}),
        "mmcblk0": (
            "0000:00:1a.0/mmc0/mmcblk0",
            {"type": "MMC", "name": "TE32G", "serial": "0x1a"},
        ),
    }
    for name, (place, device) in drives.items():
        put(pci / place / "size", "1000215216\n")
        put(pci / place / "queue/rotational", "0\n")
        for word, said in device.items():
            put(pci / place / "device" / word, f"{said}\n")
        (root / "sys/block").mkdir(parents=True, exist_ok=True)
        (root / "sys/block" / name).symlink_to(pci / place)
    # A page of the drive with its serial, after four bytes; and one that only udev knows.
    put(pci / drives["sda"][0] / "device/vpd_pg80", b"\x00\x80\x00\x0d  WD-TEST0012")
    put(pci / drives["sdb"][0] / "dev", "8:16\n")
    put(root / "run/udev/data/b8:16", "S:x\nE:ID_SERIAL_SHORT=00TESTSTICK\nE:ID_BUS=usb\n")
    put(pci / "0000:00:1f.6/net/eth0/address", "54:e1:ad:00:00:01\n")
    (root / "sys/class/net").mkdir(parents=True)
    (root / "sys/class/net/eth0").symlink_to(pci / "0000:00:1f.6/net/eth0")
    battery = root / "sys/class/power_supply/BAT0"
    for word, said in (
        ("type", "Battery"), ("cycle_count", "12"), ("charge_full", "4000000"),
        ("charge_full_design", "5000000"), ("voltage_min_design", "11400000"),
    ):  # fmt: skip
        put(battery / word, f"{said}\n")


def fake(tools: Path, name: str, body: str) -> None:
    put(tools / name, f"#!/bin/sh\n{body}\n")
    (tools / name).chmod(0o755)


@pytest.mark.parametrize("shell", SHELLS, ids=" ".join)
def test_this_machine_is_collected_for_real(shell: list[str], tmp_path: Path) -> None:
    got = read(collect(tmp_path, shell=shell))
    assert got.format is SnapshotFormat.COLLECTOR
    assert got.taken
    assert got.memory.total
    assert got.software == "serkut-collect 1"


@pytest.mark.skipif(not shutil.which("busybox"), reason="no busybox here")
def test_a_stick_that_has_busybox_alone(tmp_path: Path) -> None:
    busybox = str(shutil.which("busybox"))
    tools, out = tmp_path / "tools", tmp_path / "out"
    out.mkdir()
    tools.mkdir()
    names = subprocess.run([busybox, "--list"], capture_output=True, text=True, check=True).stdout
    for name in names.split():
        (tools / name).symlink_to(busybox)
    invented(tmp_path / "root")
    subprocess.run(
        [str(tools / "sh"), str(SCRIPT), "--to", str(out)],
        env={"PATH": str(tools), "SERKUT_COLLECT_ROOT": str(tmp_path / "root")},
        capture_output=True,
        check=True,
    )
    (written,) = out.iterdir()
    assert {one.serial for one in read(written).media} == {"S0TEST11", "WD-TEST0012", "0X1A"}
    name = json.loads(written.read_bytes())["dmi"]["product_name"]
    assert name.encode("latin-1") == ODD


def test_an_invented_laptop_with_every_byte_in_its_name(tmp_path: Path) -> None:
    invented(tmp_path / "root")
    tools, out = tmp_path / "tools", tmp_path / "out"
    out.mkdir()
    nvme = (DATA / "smartctl_nvme.json").read_text().replace("S0TESTNVME0003", "S0TEST11")
    put(tmp_path / "nvme.json", nvme)
    fake(
        tools,
        "smartctl",
        f'case "$3" in /dev/nvme*) cat "{tmp_path}/nvme.json"; exit ;; esac\n'
        'printf "no\\000pe"; exit 2',
    )
    fake(tools, "dmidecode", "echo '/dev/mem: Permission denied' >&2; exit 1")
    fake(tools, "lshw", "exit 1")
    fake(tools, "lsblk", "echo '{}'")
    fake(tools, "hdparm", "exit 1")
    fake(tools, "nvme", "exit 1")
    written = collect(out, tmp_path / "root", tools=tools)
    assert written.name.startswith("TM400TEST1-")
    kept = json.loads(written.read_bytes())
    assert kept["dmi"]["product_name"].encode("latin-1") == ODD
    assert kept["missing"] == []
    nope = next(one for one in kept["tools"] if one["path"] == "/dev/sda" and one["text"])
    assert (nope["status"], nope["text"]) == ("2", "nope")

    got = read(written)
    assert (got.device.manufacturer, got.device.serial) == ("Testmaker", "TM-400/TEST1")
    assert [(one.serial, one.kind) for one in got.media] == [
        ("S0TEST11", MediumKind.NVME),
        ("WD-TEST0012", MediumKind.SSD),
        ("0X1A", MediumKind.EMMC),
    ]
    assert got.media[0].sources == ("smartctl", "system")
    (stick,) = got.ignored
    assert (stick.because, stick.serial) == (IgnoredBecause.USB, "00TESTSTICK")
    (battery,) = got.batteries
    assert (battery.health, battery.cycles, battery.design_mwh) == (800, 12, 57000)
    assert got.addresses == ("54:e1:ad:00:00:01",)
    assert (got.processor.model, got.processor.cores) == ('Test CPU "1"', 2)
    assert SnapshotRemark.HEALTH_UNREAD in [one.code for one in got.remarks]
    assert got.complete is (os.geteuid() == 0)


def test_a_machine_that_shows_nothing_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()
    out = tmp_path / "out"
    out.mkdir()
    kept = json.loads(collect(out, tmp_path / "root").read_bytes())
    assert (kept["block"], kept["pci"], kept["dmi"]) == (None, None, {})
    assert kept["net"] == kept["power"] == []


def test_a_second_list_never_replaces_the_first(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()
    fake(tmp_path / "tools", "date", "echo 20261122-090000")
    out = tmp_path / "out"
    out.mkdir()
    first = collect(out, tmp_path / "root", tools=tmp_path / "tools")
    first.rename(tmp_path / "kept")
    put(first, "of another machine")
    environment = {
        "PATH": f"{tmp_path}/tools:{os.environ['PATH']}",
        "SERKUT_COLLECT_ROOT": str(tmp_path / "root"),
    }
    subprocess.run([*SHELLS[0], str(SCRIPT), f"--to={out}"], env=environment, check=True)
    assert first.read_text() == "of another machine"
    assert {one.name for one in out.iterdir()} == {first.name, f"{first.stem}-2.json"}


def test_wrong_use_and_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    def status(*words: str, **environment: str) -> int:
        return subprocess.run(
            [*SHELLS[0], str(SCRIPT), *words],
            env={"PATH": os.environ["PATH"], **environment},
            capture_output=True,
            check=False,
        ).returncode

    assert status("--to") == 2
    assert status("elsewhere") == 2
    assert status("--help") == 0
    assert status("--version") == 0
    assert status("--to", str(tmp_path / "missing")) == 3
    # A stick that fills up: what cannot be written whole is not left behind.
    fake(tmp_path / "tools", "mv", "exit 1")
    path = f"{tmp_path}/tools:{os.environ['PATH']}"
    (tmp_path / "out").mkdir()
    assert status("--to", str(tmp_path / "out"), PATH=path, SERKUT_COLLECT_ROOT="/nothing") == 3
    assert list((tmp_path / "out").iterdir()) == []


def test_it_writes_nowhere_but_to_its_own_file() -> None:
    words = SCRIPT.read_text(encoding="utf-8")
    assert words.startswith("#!/bin/sh\n")
    # Where a redirection leads; the number is awk's comparison.
    targets = re.findall(r">\s*([^\s);]+)", re.sub(r"^ *#.*", "", words, flags=re.MULTILINE))
    assert set(targets) == {"/dev/null", "&1", "&2", '"$out.part"', "126"}
