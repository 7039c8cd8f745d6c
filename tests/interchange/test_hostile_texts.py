"""Files made to do harm: read in no time and in no more memory than they have bytes."""

from __future__ import annotations

import json

import pytest

from serkut_desk.interchange.evidence import read_report
from serkut_desk.interchange.stick import read_stick

# Whatever took a step for each two of these signs would not come to its end.
MANY = 150_000
COMMAND = "root@desk:~# hdparm -I /dev/sda\n"
HEAD = "\n/dev/sda:\n\nATA device, with non-removable media\n"
LARGE = """\tSerial Number: S4EVNX0R100001
\tLogical  Sector size:  999999 bytes
\tLBA48  user addressable sectors:  999999999999999
"""
NVME = "# nvme id-ctrl /dev/nvme0\nNVME Identify Controller:\n"


@pytest.mark.parametrize(
    "text",
    [
        COMMAND + "\n" * MANY + "/dev/sda:\n",
        COMMAND + HEAD + (" " * 1990 + "\n") * 500,
        COMMAND + HEAD + ("\tSerial Number: x" + " " * 900 + "y" + " " * 900 + "z\n") * 500,
    ],
    ids=["empty lines", "lines of spaces", "serials with spaces"],
)
def test_a_text_of_nothing_is_read_in_no_time(text: str) -> None:
    assert read_report("x", text.encode()).runs == ()


@pytest.mark.parametrize(
    "text", ["\n" * MANY, " " * MANY, "\tSerial Number: x" + " " * MANY + "y\n", "\t*" + " " * MANY]
)
def test_what_a_tool_said_on_the_stick_is_read_in_no_time(text: str) -> None:
    said = {"what": "hdparm_identify", "command": ["hdparm", "-I", "/dev/sda"], "status": "0"}
    for head in (HEAD, "NVME Identify Controller:\nsn :"):
        file = {
            "format": "serkut-wipe",
            "version": 1,
            "before": [{**said, "text": head + text}, {**said, "command": ["nvme"], "text": text}],
        }
        (run,) = read_stick(json.dumps(file).encode(), lambda _: (), str)
        assert run.final is None


def test_a_drive_that_names_no_serial_gets_none_from_the_next_line() -> None:
    drives = read_report("x", f"{NVME}sn        : \nmn        : QEMU NVMe Ctrl\n".encode()).drives
    assert drives == ()
    (drive,) = read_report("x", f"{NVME}sn : S4EVNX0R100001 \nmn : QEMU\n".encode()).drives
    assert (drive.serial_raw, drive.model) == ("S4EVNX0R100001", "QEMU")


@pytest.mark.parametrize(
    "text",
    [
        f"{NVME}sn : S4EVNX0R100001\nmn : QEMU\ntnvmcap : {'9' * 40}\n",
        f"{NVME}sn : S4EVNX0R100001\nmn : QEMU\ntnvmcap : -5\n",
        f"{COMMAND}{HEAD}{LARGE}",
    ],
)
def test_a_size_that_no_drive_has_is_none(text: str) -> None:
    # Beyond 64 bits the records could not keep it, and nothing else of the file either.
    (drive,) = read_report("x", text.encode()).drives
    assert (drive.serial, drive.capacity) == ("S4EVNX0R100001", None)
