"""Mutated logs and certificates: read whatever they are, and never taken for a proof they are not.

What must be in a file for a drive to pass is looked for here by other means than the readers'.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from certificates_of_nwipe import Pages, certificate, pages_of
from serkut_desk.domain.evidence import Verdict
from serkut_desk.interchange.evidence import Outcome, read_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from serkut_desk.domain.evidence import DriveResult

# With those of the other readers, `make fuzz` draws over 20 000 inputs; a check draws some.
FUZZ = settings().max_examples >= 2000
LOGS = Path(__file__).parent / "data" / "nwipe"
SAMPLES = {
    str(file.relative_to(LOGS)): file.read_text("utf-8").split("\n")
    for file in sorted(LOGS.rglob("*"))
    if file.suffix == ".log" or file.name.startswith("nwipe_log")
}
PAPERS = {
    name: pages_of(name)[:3]
    for name in ("0.42_sda", "0.42_usb_warning", "0.42_system", "0.38_failed", "0.38_erased")
}
BAD_LEVEL = re.compile(r"\] +(?:nwipe: +)?(?:error|fatal|sanity): ")
PROBE = re.compile(r"SG_IO bad/missing sense data hdparm|HPA_status|retrieving DCO")
FINAL = re.compile(
    r"\[\d{4}/\d\d/\d\d \d\d:\d\d:\d\d\] +(?:nwipe: +)?info: "
    r" *(?:Nwipe successfully completed\. See summary table for details\."
    r"|Nwipe successfully exited\."
    r"|Nwipe exited with errors, check the log & summary table for individual drive status\."
    r"|Nwipe was aborted by the user\. Check the summary table for the drive status\.) *$"
)
WRITTEN = {name: certificate(pages) for name, pages in PAPERS.items()}
Lines = list[str]


def passed(data: bytes) -> list[DriveResult]:
    """Return the drives that pass, after looking that the answer is one at all."""
    report = read_report("x", data)
    assert report.outcome in set(Outcome)
    assert (report.outcome is Outcome.READ) == bool(report.runs)
    return [drive for run in report.runs for drive in run.drives if drive.verdict is Verdict.PASSED]


def seen_in(lines: Lines, drive: DriveResult) -> bool:
    """Tell whether all that a log must show of a drive stands somewhere in the text."""
    name = drive.device.removeprefix("/dev/")
    names = "|".join({re.escape(name[-6:]), re.escape(name[-8:])})
    text = "\n".join(lines)
    counted = re.search(rf"^!? *(?:{names}) \| +0 \| +0 \|(?: +0)? *\|?$", text, re.MULTILINE)
    old = "| Pass Errors |" not in text or "Nwipe successfully exited." in text
    invoked = rf"Invoking method '(?!Verify).+' on (?:device )?'?{re.escape(drive.device)}"
    return (
        any(FINAL.match(line) for line in lines)
        and re.search(rf"(?mi)^!? *(?:{names}) +\| *-?Erased-? *\|", text) is not None
        and (counted is not None or old)
        and re.search(invoked, text) is not None
        and re.search(rf"Finished pass .*{re.escape(drive.device)}", text) is not None
    )


def accused(lines: Lines, drive: DriveResult) -> bool:
    """Tell whether an error names a drive."""
    named = re.compile(re.escape(drive.device) + r"(?!\w)")
    return any(
        BAD_LEVEL.search(line) and named.search(line) and not PROBE.search(line) for line in lines
    )


def _delete(lines: Lines, at: int, other: int) -> Lines:
    first, last = sorted((at % len(lines), other % len(lines)))
    return lines[:first] + lines[min(last, first + 30) :]


def _swap(lines: Lines, at: int, other: int) -> Lines:
    made = list(lines)
    one, two = at % len(lines), other % len(lines)
    made[one], made[two] = made[two], made[one]
    return made


def _number(lines: Lines, at: int, other: int) -> Lines:
    made = list(lines)
    number = at % len(lines)
    made[number] = re.sub(r"\d+", str(other), made[number], count=1 + other % 3)
    return made


def _flip(lines: Lines, at: int, other: int) -> Lines:
    made = list(lines)
    number = at % len(lines)
    where = other % (len(made[number]) + 1)
    made[number] = made[number][:where] + chr(33 + other % 90) + made[number][where + 1 :]
    return made


def _cut(lines: Lines, at: int, other: int) -> Lines:
    number = at % len(lines)
    return [*lines[:number], lines[number][: other % 60]]


def _glue(lines: Lines, at: int, other: int) -> Lines:
    more = list(SAMPLES.values())[other % len(SAMPLES)]
    return [*lines, *more[at % len(more) :]] if at % 2 else [*more[: at % len(more)], *lines]


OPERATIONS: list[Callable[[Lines, int, int], Lines]] = [_delete, _swap, _number, _flip, _cut, _glue]
EDITS = st.lists(
    st.tuples(
        st.sampled_from(range(len(OPERATIONS))), st.integers(0, 2000), st.integers(0, 99_999)
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=10_000 if FUZZ else 40, deadline=None)
@given(name=st.sampled_from(sorted(SAMPLES)), edits=EDITS)
def test_no_mutated_log_passes_without_its_proofs(
    name: str, edits: list[tuple[int, int, int]]
) -> None:
    lines = SAMPLES[name]
    for kind, at, other in edits:
        lines = OPERATIONS[kind](lines, at, other) or [""]
    for drive in passed("\n".join(lines).encode("utf-8", "replace")):
        assert seen_in(lines, drive), drive.device
        # Of several runs another one may be the accused one.
        assert any(kind in (1, 5) for kind, _, _ in edits) or not accused(lines, drive)


def _row(name: str, sign: str, old: str, new: str) -> Callable[[Lines], Lines]:
    """Return a change of the row of a drive in the table under a head."""

    def change(lines: Lines) -> Lines:
        made, table = [], False
        for line in lines:
            table = sign in " ".join(line.split()) or (table and not line.startswith(("*", "[")))
            mine = table and re.match(rf"^!? *{re.escape(name)} +\|", line)
            changed = re.sub(old, new, line) if mine else line
            made += [changed] if changed or not mine else []
        return made

    return change


def _line(sign: str, old: str, new: str) -> Callable[[Lines], Lines]:
    """Return a change of the lines with a sign; an empty line is left out."""

    def change(lines: Lines) -> Lines:
        made = [re.sub(old, new, line) if re.search(sign, line) else line for line in lines]
        return [line for line, was in zip(made, lines, strict=True) if line or not was]

    return change


def _breaks(drive: DriveResult) -> dict[str, Callable[[Lines], Lines]]:
    """Return changes each of which takes a proof from a drive or contradicts one."""
    name = drive.device.removeprefix("/dev/")
    path = re.escape(drive.device) + r"(?!\w)"
    said = f"[2026/11/21 21:36:30]  notice: {drive.device}: 12 sectors could not be reached"
    error = f"[2026/11/21 21:36:30]   error: write to {drive.device}: Input/output error"
    return {
        "final gone": _line(r"info: Nwipe (?:success|exited|was)", ".*", ""),
        "final of another level": _line(r"info: Nwipe (?:success|exited)", "info", "notice"),
        "final cut": _line(r"info: Nwipe (?:success|exited)", r"(Nwipe \w+).*", r"\1"),
        "failed": _row(name, "| Status |", r"\| Erased \|", "|-FAILED-|"),
        "aborted": _row(name, "| Status |", r"\| Erased \|", "|UABORTED|"),
        "insane": _row(name, "| Status |", r"\| Erased \|", "|INSANITY|"),
        "other word": _row(name, "| Status |", r"\| Erased \|", "| Eroded |"),
        "no row": _row(name, "| Status |", ".*", ""),
        "pass error": _row(name, "| Pass Errors |", r"\| +0 \|", "|           1 |"),
        "flush error": _row(name, "| Pass Errors |", r"0$", "2"),
        "no flush": _row(name, "| Pass Errors |", r"\| +0$", ""),
        "broken figure": _row(name, "| Pass Errors |", r"\| +0 \|", "|-          0 |"),
        "no counters": _row(name, "| Pass Errors |", ".*", ""),
        "fewer bytes": _row(name, "| Bytes Erased |", r"\| +(\d+) \|", r"| 512 |"),
        "no bytes": _row(name, "| Bytes Erased |", ".*", ""),
        "new column": _line(r"\| Pass Errors \|", r"$", " | Sectors lost"),
        "new table": _line(r"\* Drive Status \*", "Drive Status", "Drives lost"),
        "not begun": _line(f"Invoking method .* {path}", ".*", ""),
        "read only": _line(f"Invoking method .* {path}", "'.*'", "'Verify Zeros (0x00)'"),
        "other method": _line(f"Invoking method .* {path}", "'.*'", "'Magic Wand'"),
        "a pass less": _line(f"Finished pass .* {path}", ".*", ""),
        "odd line": lambda lines: [*lines[: len(lines) // 3], said, *lines[len(lines) // 3 :]],
        "error": lambda lines: [*lines[: len(lines) // 3], error, *lines[len(lines) // 3 :]],
        "flush": lambda lines: [
            *lines[: len(lines) // 3],
            f"[2026/11/21 21:36:30] warning: Buffer flush failure on '{drive.device}'.",
            *lines[len(lines) // 3 :],
        ],
    }


CLEAN = {name: passed("\n".join(lines).encode()) for name, lines in SAMPLES.items()}
BREAKS = sorted(
    (name, number, kind)
    for name, drives in CLEAN.items()
    for number, drive in enumerate(drives)
    for kind, change in _breaks(drive).items()
    if change(SAMPLES[name]) != SAMPLES[name]
)
HARMLESS = st.lists(
    st.tuples(st.sampled_from((0, 1, 3, 4)), st.integers(0, 2000), st.integers(0, 99_999)),
    max_size=2,
)


ACCUSING = {"odd line", "error", "flush", "new column", "new table"}


def test_every_way_to_break_a_log_was_tried_on_some() -> None:
    tried = {kind for _, _, kind in BREAKS}
    drive = next(iter(CLEAN["nwipe-0.34deb_loop_dodshort_verify-last.log"]))
    assert tried == _breaks(drive).keys()


@settings(max_examples=6_000 if FUZZ else 40, deadline=None)
@given(broken=st.sampled_from(BREAKS), edits=HARMLESS)
def test_a_log_without_a_proof_never_passes_whatever_else_is_done_to_it(
    broken: tuple[str, int, str], edits: list[tuple[int, int, int]]
) -> None:
    name, number, kind = broken
    drive = CLEAN[name][number]
    lines = _breaks(drive)[kind](SAMPLES[name])
    whole = {one.device for one in passed("\n".join(lines).encode())}
    assert drive.device not in whole, kind
    for operation, at, other in edits:
        lines = OPERATIONS[operation](lines, at, other) or [""]
    passing = {one.device for one in passed("\n".join(lines).encode("utf-8", "replace"))}
    # A line that accuses may be lost again; what is not there never comes back.
    assert drive.device not in passing or kind in ACCUSING


def _shown(pages: Pages, drive: DriveResult) -> bool:
    """Tell whether all that a certificate must show of a drive stands somewhere on its pages."""
    texts = [text for page in pages for _, _, text in page]
    status = any(re.search(r"\bERASED\b", text) for text in texts)
    whole = f"{drive.bytes_total}, (100.00%)"
    return (
        status
        and any(re.search(r"\b0/0/0(?:/\d+)?\s*$", text) for text in texts)
        and any(whole in text for text in texts)
        and any(re.search(r"\b([1-9]\d*)/\1\s*$", text) for text in texts)
        and sum(bool(re.search(r"\d{4}/\d\d/\d\d \d\d:\d\d:\d\d", text)) for text in texts) > 1
        and any("Errors" in text and "pass" in text for text in texts)
    )


@settings(max_examples=3_000 if FUZZ else 15, deadline=None)
@given(
    name=st.sampled_from(sorted(PAPERS)),
    edits=st.lists(
        st.tuples(st.integers(0, 5), st.integers(0, 400), st.integers(0, 9999)),
        min_size=1,
        max_size=6,
    ),
)
def test_no_mutated_certificate_passes_without_its_proofs(
    name: str, edits: list[tuple[int, int, int]]
) -> None:
    pages = [list(page) for page in PAPERS[name]]
    for kind, at, other in edits:
        page = pages[other % len(pages)] if kind == 0 else pages[0]
        if not page:
            continue
        number = at % len(page)
        left, height, text = page[number]
        if kind in (0, 1):
            del page[number]
        elif kind == 2:
            page[number] = (left, height, re.sub(r"\d+", str(other), text, count=1))
        elif kind == 3:
            page[number] = (left, height + other % 60 - 30, text)
        elif kind == 4:
            page[number] = (left, height, page[other % len(page)][2])
        else:
            pages.append(list(PAPERS[sorted(PAPERS)[other % len(PAPERS)]][0]))
    drives = passed(certificate(pages))
    assert all(_shown(pages, drive) for drive in drives)
    texts = [text for page in pages for _, _, text in page]
    assert len(drives) <= sum("ERASED" in text for text in texts)
    if not any("System Erasure" in text for text in texts):
        assert not drives or not any(re.fullmatch(r"\s*FAILED\s*", text) for text in texts)


@settings(max_examples=3_000 if FUZZ else 15, deadline=None)
@given(
    name=st.sampled_from(sorted(PAPERS)),
    edits=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=6)), max_size=5
    ),
)
@example(name="0.42_sda", edits=[(0.5, 40, b"")])
def test_a_certificate_with_other_bytes_never_crashes(
    name: str, edits: list[tuple[float, int, bytes]]
) -> None:
    data = WRITTEN[name]
    assume(edits)
    for where, length, new in edits:
        at = int(where * len(data))
        data = data[:at] + new + data[at + length :]
    drives = passed(data)
    assert not drives or (
        b"ERASED" in data and b"0/0/0" in data and b"(100.00%" in data.replace(b"\\", b"")
    )
