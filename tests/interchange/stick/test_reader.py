"""What the desk believes of a file of the stick: the drive's answers and the samples, no word."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk.domain.evidence import HiddenAreas, ReasonCode, ReportRun, Verdict
from serkut_desk.domain.policy import Attestation
from serkut_desk.domain.report_links import Relation, relation, told
from serkut_desk.interchange.evidence import Outcome, ReportKind, read_report
from serkut_desk.interchange.stick.fields import parsed

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = Path(__file__).parent / "data"
FILES = {path.stem: path.read_bytes() for path in sorted(DATA.glob("*.json"))}
R = ReasonCode


def read(data: bytes) -> ReportRun:
    report = read_report("x.json", data)
    assert (report.outcome, report.kind) == (Outcome.READ, ReportKind.STICK)
    (run,) = report.runs
    return run


def changed(name: str, change: Callable[[dict[str, Any]], object]) -> ReportRun:
    file = json.loads(FILES[name])
    change(file)
    return read(json.dumps(file).encode())


def answer(file: dict[str, Any], phase: str, what: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in file[phase] if one["what"] == what)
    return found


def page(text: str) -> Callable[[dict[str, Any]], object]:
    """Return a change of the drive's last word about its sanitize."""

    def change(file: dict[str, Any]) -> None:
        answer(file, "after", "nvme_sanitize_log")["text"] = text

    return change


def status(words: str) -> Callable[[dict[str, Any]], object]:
    """Return a change of what an ATA drive says of its sanitize at the end."""

    def change(file: dict[str, Any]) -> None:
        answer(file, "after", "hdparm_sanitize")["text"] = f"Sanitize status:\n    {words}\n"

    return change


def samples(**values: str) -> Callable[[dict[str, Any]], object]:
    return lambda file: [one.update(values) for one in file["samples"]]


def put(text: str, **values: Any) -> Callable[[dict[str, Any]], object]:
    """Return a change of the object at a path of names."""

    def change(file: dict[str, Any]) -> None:
        for name in text.split():
            file = file[name]
        file.update(values)

    return change


def same_as_before(file: dict[str, Any]) -> None:
    for one in file["samples"]:
        one.update(after=one["before"], looks="random")


def with_command(old: str, new: str) -> Callable[[dict[str, Any]], object]:
    def change(file: dict[str, Any]) -> None:
        command = file["commands"][-1]["command"]
        command[:] = [new if word == old else word for word in command]

    return change


@pytest.mark.parametrize("name", FILES)
def test_what_was_done_passes_with_everything_that_was_seen(name: str) -> None:
    run = read(FILES[name])
    (drive,) = run.drives
    assert drive.verdict is Verdict.PASSED
    assert Attestation.READ_BACK in drive.attested
    assert (Attestation.STATUS_CONFIRMED in drive.attested) is (name != "overwrite")
    assert (run.tool, run.performed_by) == ("serkut-wipe", "HK0000000111")


CASES: list[tuple[str, Callable[[dict[str, Any]], object], Verdict, ReasonCode | None]] = [
    # The drive's own status.
    ("nvme_sanitize", page("ffff030002000000"), Verdict.FAILED, R.SANITIZE_FAILED),
    ("nvme_sanitize", page("0080020002000000"), Verdict.INCOMPLETE, R.STILL_RUNNING),
    ("nvme_sanitize", page("ffff010002000000"), Verdict.REVIEW, R.WRITTEN_SINCE),
    ("nvme_sanitize", page("ffff000000000000"), Verdict.REVIEW, R.STATUS_NOT_DONE),
    ("nvme_sanitize", page("ffff010103000000"), Verdict.REVIEW, R.METHOD_DISAGREES),
    ("nvme_sanitize", page("no answer"), Verdict.PASSED, None),
    ("ata_sanitize", status("State:    SD3 Sanitize Operation Failed"), Verdict.FAILED,
     R.SANITIZE_FAILED),
    ("ata_sanitize", status("State:    SD0 Sanitize Idle"), Verdict.REVIEW, R.STATUS_NOT_DONE),
    ("nvme_sanitize", lambda file: file["commands"][-1].update(
        text="NVMe status: Invalid Command Opcode: A reserved(0x4001)"),
     Verdict.NOT_WIPED, R.COMMAND_REFUSED),
    ("ata_enhanced", lambda file: file["commands"][-2].update(
        text="SG_IO: bad/missing sense data, sb[]: 70 00"), Verdict.FAILED, R.SENSE_DATA),
    ("ata_enhanced", lambda file: answer(file, "after", "hdparm_identify").update(
        text=answer(file, "after", "hdparm_identify")["text"].replace("not\tenabled", "\tenabled")),
     Verdict.FAILED, R.STILL_LOCKED),
    # A format without a secure erase prints the same words; and one that shows no end.
    ("nvme_format", with_command("--ses=1", "--ses=0"), Verdict.REVIEW, R.NO_SECURE_ERASE),
    ("nvme_format", lambda file: answer(file, "after", "nvme_id_ns").update(text='{"nuse":9000}'),
     Verdict.REVIEW, R.WORDS_PROVE_NOTHING),
    # The drive that it is.
    ("nvme_sanitize", put("", serial_after="S0OTHER99"), Verdict.FAILED, R.TARGET_CHANGED),
    ("nvme_sanitize", put("", serial_after=""), Verdict.FAILED, R.TARGET_CHANGED),
    ("nvme_sanitize", put("target", serial_told="S0OTHER99"), Verdict.PASSED, R.SERIAL_DISAGREES),
    # How far it came.
    ("nvme_sanitize", put("", state="running"), Verdict.INCOMPLETE, R.LOG_ENDS),
    ("nvme_sanitize", put("", state="interrupted"), Verdict.ABORTED, R.STATUS_ABORTED),
    ("nvme_sanitize", put("", state="finished and fine"), Verdict.INCOMPLETE, R.LOG_ENDS),
    ("nvme_sanitize", put("", commands=[]), Verdict.NOT_STARTED, R.NEVER_STARTED),
    # What was read back.
    ("nvme_sanitize", same_as_before, Verdict.FAILED, R.SAMPLES_UNCHANGED),
    ("overwrite", same_as_before, Verdict.FAILED, R.SAMPLES_UNCHANGED),
    ("overwrite", samples(after="0" * 64, looks="random"), Verdict.FAILED, R.SAMPLES_NOT_BLANK),
    ("nvme_sanitize", samples(after="0" * 64, looks="random"), Verdict.PASSED, None),
    ("nvme_sanitize", samples(after="0" * 64, looks="mixed"), Verdict.REVIEW, R.SAMPLES_STRUCTURED),
    ("nvme_sanitize", samples(after="0" * 64), Verdict.REVIEW, R.SAMPLES_CONTRADICT),
    ("nvme_sanitize", samples(after="unreadable", looks="unreadable"), Verdict.REVIEW,
     R.SAMPLES_UNREADABLE),
    ("nvme_sanitize", samples(after="0" * 64, looks="random", before="unreadable"), Verdict.REVIEW,
     R.SAMPLES_NOT_COMPARED),
    ("nvme_sanitize", put("", samples=[]), Verdict.REVIEW, R.SAMPLES_MISSING),
    ("nvme_sanitize", lambda file: file["samples"].pop(), Verdict.REVIEW, R.SAMPLES_NOT_DRAWN),
    ("nvme_sanitize", put("sampling", seed="0" * 32), Verdict.REVIEW, R.SAMPLES_NOT_DRAWN),
    ("nvme_sanitize", put("sampling", reading="cached"), Verdict.REVIEW, R.SAMPLES_MISSING),
    # The log of nwipe inside.
    ("overwrite", put("", log=None), Verdict.REVIEW, R.OVERWRITE_LOG_MISSING),
    ("overwrite", put("log", sha256="0" * 64), Verdict.REVIEW, R.OVERWRITE_LOG_MISSING),
    ("overwrite", put("target", device="/dev/sdb"), Verdict.REVIEW, R.OVERWRITE_LOG_MISSING),
    # The last word of the stick.
    ("nvme_sanitize", put("", result="failed"), Verdict.PASSED, R.RESULT_WORD_DIFFERS),
]  # fmt: skip


@pytest.mark.parametrize(("name", "change", "verdict", "reason"), CASES)
def test_what_decides(
    name: str,
    change: Callable[[dict[str, Any]], object],
    verdict: Verdict,
    reason: ReasonCode | None,
) -> None:
    (drive,) = changed(name, change).drives
    assert drive.verdict is verdict
    assert reason is None or reason in {one.code for one in drive.reasons}
    if reason is not None and reason.value.startswith("samples_"):
        assert Attestation.READ_BACK not in drive.attested


def test_an_erase_that_took_as_long_as_promised_is_plausible() -> None:
    slow = changed("ata_enhanced", lambda file: file["commands"][-2].update(seconds="110"))
    assert Attestation.PLAUSIBLE_DURATION in slow.drives[0].attested
    cut = changed(
        "ata_enhanced",
        lambda file: answer(file, "after", "hdparm_max_sectors").update(
            text=" max sectors   = 9000/10240, HPA is enabled"
        ),
    )
    assert cut.drives[0].hidden_areas is HiddenAreas.DETECTED


def test_one_run_is_one_run_however_it_is_told() -> None:
    whole = told(read(FILES["nvme_sanitize"]))
    begun = told(changed("nvme_sanitize", put("", state="running")))
    assert relation(begun, whole) is Relation.GROWN
    assert relation(whole, whole) is Relation.SAME
    better = told(changed("nvme_sanitize", put("", given="S0OTHER99", serial_after="S0OTHER99")))
    assert relation(whole, better) is Relation.CONTRADICTS
    assert relation(whole, told(read(FILES["nvme_format"]))) is Relation.NONE


@pytest.mark.parametrize(
    "change",
    [
        put("", version=2),
        put("", version=True),
        put("", version="1"),
        put("", format="serkut-wipes"),
    ],
)
def test_another_form_is_no_evidence(change: Callable[[dict[str, Any]], object]) -> None:
    file = json.loads(FILES["nvme_sanitize"])
    change(file)
    assert read_report("x", json.dumps(file).encode()).runs == ()


def test_a_file_that_was_cut_off_is_unreadable() -> None:
    data = FILES["overwrite"]
    for end in range(40, len(data) - 2, 997):
        report = read_report("x", data[:end])
        assert (report.outcome, report.kind) == (Outcome.UNREADABLE, ReportKind.STICK)
    twice = data.replace(b'"state":', b'"state":"running","state":', 1)
    assert read_report("x", twice).outcome is Outcome.UNREADABLE


def test_what_no_stick_drew_is_not_worked_out() -> None:
    """Each of these would take hours."""

    def endless(file: dict[str, Any]) -> None:
        file["target"]["bytes"] = "9" * 18
        file["sampling"].update(plan="full", subsections="1000")

    def many_sizes(file: dict[str, Any]) -> None:
        one = {"at": "0", "before": "a" * 64, "after": "b" * 64, "looks": "uniform"}
        file["samples"] = [{**one, "bytes": str(2**20 - size)} for size in range(100_000)]

    for change, why in ((endless, R.SAMPLES_NOT_DRAWN), (many_sizes, R.SAMPLES_MISSING)):
        (drive,) = changed("nvme_sanitize", change).drives
        assert drive.verdict is Verdict.REVIEW
        assert why in {reason.code for reason in drive.reasons}


@given(
    st.sampled_from(sorted(FILES)),
    st.lists(st.tuples(st.integers(0, 20_000), st.binary(max_size=4)), min_size=1, max_size=6),
)
def test_whatever_was_changed_nothing_breaks(name: str, edits: list[tuple[int, bytes]]) -> None:
    data = bytearray(FILES[name])
    for at, put_in in edits:
        place = at % len(data)
        data[place : place + len(put_in)] = put_in
    report = read_report("x", bytes(data))
    if report.kind is ReportKind.STICK:
        assert all(len(run.drives) == 1 for run in report.runs)


def test_a_file_too_large_for_any_drive_is_not_parsed() -> None:
    whole = b'{"a":"' + b"x" * (24 * 1024 * 1024) + b'"}'
    assert parsed(whole) is None
    assert parsed(b'{"a":"x"}') == {"a": "x"}


def test_the_file_says_whether_the_machines_clock_ran_in_utc() -> None:
    for name in ("nvme_sanitize", "overwrite"):
        began = json.loads(FILES[name])["began"]
        for zone, utc in (("+0000", True), ("+0200", False)):
            assert changed(name, put("", began=began[:-5] + zone)).utc is utc


def named_in_the_log(file: dict[str, Any]) -> None:
    """Let the log of nwipe inside name the drive's serial, as that of a real drive does."""
    text = file["log"]["text"].replace("5 MB, S/N=", f"5 MB, S/N={file['given']}")
    text = text.replace("Loopback device/", f"Loopback device/{file['given']}")
    file["log"] = {"text": text, "sha256": hashlib.sha256(text.encode("latin-1")).hexdigest()}


@pytest.mark.parametrize("name", ["nvme_sanitize", "overwrite", "overwrite with a serial"])
def test_a_drive_with_two_serials_is_nobodys_for_certain(name: str) -> None:
    for other, disagrees in (("ANOTHER1", True), ("", False)):

        def change(file: dict[str, Any], other: str = other) -> None:
            file["target"]["serial_kernel"] = other
            if "with" in name:
                named_in_the_log(file)

        (drive,) = changed(name.partition(" ")[0], change).drives
        assert drive.serial
        assert drive.serial_disagrees is disagrees
        assert (R.SERIAL_DISAGREES in {one.code for one in drive.reasons}) is disagrees
