"""Files made to do harm: read in no time and in no more memory than they have bytes."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime

import pytest

from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.report_pairs import DriveTold, pairs_of
from serkut_desk.interchange.evidence import Outcome, ReportKind, read_report
from serkut_desk.interchange.stick import read_stick
from serkut_desk.interchange.supplier import NoTableError, read_table
from serkut_desk.interchange.xml_tree import BadXmlError, parse_xml

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


def test_xml_with_too_much_in_it_is_not_built_up_at_all() -> None:
    for data in (b"<a>" + b"<b/>" * 3_000_000 + b"</a>", b"<a>" * 1_000_000 + b"</a>" * 1_000_000):
        with pytest.raises(BadXmlError):
            parse_xml(data)


def test_what_stands_once_beside_many_rows_is_not_kept_with_each_of_them() -> None:
    once = b"".join(b"<o%d>x</o%d>" % (number, number) for number in range(40_000))
    rows = b"<r><serial>S1</serial><result>OK</result></r>"
    table = read_table(b"<f><site>Oulu</site>" + rows * 2000 + once + b"</f>", record="f/r")
    assert len(table.rows) == 2000
    assert all(len(row.cells) < 300 for row in table.rows)
    assert table.rows[0].cells["/f/site"] == "Oulu"
    with pytest.raises(NoTableError, match="supplier_file_rows"):
        read_table(b"<f>" + rows * 30_000 + once + b"</f>", record="f/r")


def test_a_log_with_thousands_of_serials_is_read_in_no_time() -> None:
    stamp = "[2026/11/21 10:00:00]  notice: "
    named = "".join(
        f"{stamp}/dev/sda has serial number A{number:04b}A{number:030b}\n" for number in range(3000)
    )
    body = (stamp + "A" * 4000 + "\n") * 300
    begun = f"{stamp}Invoking method 'DoD Short' on /dev/sda\n"
    log = f"{stamp}Found /dev/sda, ATA, X, 100 MB, S/N=A1\n{named}{begun}{body}"
    (run,) = read_report("x.log", log.encode()).runs
    assert run.body_digest
    assert run.drives[0].serial_disagrees


def test_erasures_inside_erasures_are_no_report() -> None:
    entry = b'<entries name="erasure"><entry name="state">Successful</entry>'
    head = b'<root><!-- blancco --><report><entries name="erasures">'
    one = read_report("x.xml", head + entry + b"</entries></entries></report></root>")
    assert (one.kind, len(one.runs)) == (ReportKind.BLANCCO, 1)
    for deep in (
        entry * 20 + b"<failure>" * 20 + b"<a>x</a>" * 20_000 + b"</failure>" * 20,
        entry + b"<report>" + entry + b"</entries></report>",
    ):
        ends = b"</entries>" * (deep.count(b"<entries") - deep.count(b"</entries"))
        report = read_report("x.xml", head + deep + ends + b"</entries></report></root>")
        assert (report.outcome, report.runs) == (Outcome.UNREADABLE, ())
    many = b"<failure>x</failure>" * 20_000
    (run,) = read_report(
        "x.xml", head + entry + many + b"</entries></entries></report></root>"
    ).runs
    assert run.drives[0].verdict is Verdict.REVIEW


def test_many_drives_that_call_themselves_alike_are_no_pairs() -> None:
    noon = datetime(2026, 11, 21, 12, 0)  # noqa: DTZ001 - a log's clock has no zone

    def told(number: int, *, paper: bool, serial: str = "S1") -> DriveTold:
        words = ("M", 1, "x", "ERASED", None, noon, noon, Verdict.PASSED)
        return DriveTold(number, paper, serial, *words)

    logs = [told(number, paper=False) for number in range(400)]
    papers = [told(number, paper=True) for number in range(400, 800)]
    assert pairs_of(logs, papers) == ()
    own = (told(801, paper=False, serial="S2"), told(802, paper=True, serial="S2"))
    (found,) = pairs_of([*logs, own[0]], [*papers, own[1]])
    assert (found.log, found.paper) == (801, 802)


# Turns what follows round, colours a terminal, shows nothing.
ACTING = "\u202e\x9b31m\u200b"


def test_nothing_that_a_report_says_acts_on_a_screen_or_a_terminal() -> None:
    log = f"""[2026/11/21 10:00:00]    info: nwipe 0.40{ACTING}
[2026/11/21 10:00:00]  notice: Found /dev/sda, ATA, QEMU{ACTING}, 100 MB, S/N=WD-{ACTING}\x07X1
[2026/11/21 10:00:00]  notice: system-serial-number = PF2{ACTING}ABC
[2026/11/21 10:00:01]  notice: Invoking method 'DoD {ACTING}Short' on /dev/sda
[2026/11/21 10:00:02]   error: {ACTING}on /dev/sda
"""
    xml = f"""<root><!--blancco--><report><entries name="erasures"><entries name="erasure">
<entry name="state">Succ{ACTING}</entry><failure>{ACTING}</failure>
<entries name="target"><entry name="serial">S1{ACTING}</entry></entries>
</entries></entries></report></root>"""
    tool = f"{COMMAND}{HEAD}\tModel Number: QEMU{ACTING}\n\tSerial Number: S1{ACTING}23\n"
    for text in (log, xml, tool):
        report = read_report("x", text.encode())
        assert report.runs or report.drives
        # As it is stored and shown; a mark that shows nothing is escaped here.
        shown = str([*map(asdict, report.runs), *map(asdict, report.drives)])
        assert not any(sign in shown for sign in ("\\u202e", "\\x07", "\\x9b", "\\u200b"))
