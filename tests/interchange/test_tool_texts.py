"""Outputs of drives' tools: what each sample says, and what a set about one medium supports."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk.domain.evidence import DriveResult, ReasonCode, Verdict
from serkut_desk.domain.policy import Attestation, SanitisationTechnique
from serkut_desk.interchange.evidence import Outcome, ReadReport, ReportKind, read_report

DATA = Path(__file__).parent / "data" / "tools"
GLUED = DATA / "glued"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "tool-outputs"
ERASE, SANITIZE, NVME = "hdparm_secure_erase.txt", "hdparm_sanitize.txt", "nvme_sanitize_block.txt"
HDD, SSD, SAS, FLASH = "WDWX61AA81XXQA", "S3TUNX0K4XXXQ1", "S0K1XXQ3", "S444NX0M3XXXQ2"

# What each sample is, and the drives that say who they are in it: serial and bus.
EXPECTED: dict[str, tuple[ReportKind, list[tuple[str, str]]]] = {
    "firmware_commands/fw.txt": (ReportKind.TEXT, []),
    "firmware_commands/hdparm_erase_unsupported_drive.txt": (ReportKind.TOOL_TEXT, []),
    "firmware_commands/nvme_format_ses0.txt": (ReportKind.TOOL_TEXT, []),
    "firmware_commands/nvme_format_ses1.txt": (ReportKind.TOOL_TEXT, []),
    "firmware_commands/nvme_format_ses2.txt": (ReportKind.TOOL_TEXT, []),
    "firmware_commands/run.sh.txt": (ReportKind.TOOL_TEXT, []),
    "hdparm-I_sda.txt": (ReportKind.TOOL_TEXT, [(HDD, "ATA")]),
    "hdparm-I_sdb.txt": (ReportKind.TOOL_TEXT, [(SSD, "ATA-SSD")]),
    "hdparm_sanitize-status.txt": (ReportKind.TOOL_TEXT, []),
    "hdparm_security-erase.txt": (ReportKind.TOOL_TEXT, []),
    "hdparm_security-set-pass.txt": (ReportKind.TOOL_TEXT, []),
    "nvme_format_ses1.txt": (ReportKind.TOOL_TEXT, []),
    "nvme_format_ses2.txt": (ReportKind.TOOL_TEXT, []),
    "nvme_id-ctrl-H.txt": (ReportKind.TOOL_TEXT, [(FLASH, "NVME")]),
    "nvme_id-ctrl.json": (ReportKind.TOOL_TEXT, [(FLASH, "NVME")]),
    "nvme_list.json": (ReportKind.TOOL_TEXT, [(FLASH, "NVME")]),
    "nvme_list.txt": (ReportKind.TOOL_TEXT, [(FLASH, "NVME")]),
    "nvme_sanitize-log.txt": (ReportKind.TOOL_TEXT, []),
    "nvme_sanitize.txt": (ReportKind.TOOL_TEXT, []),
    "smartctl-x_nvme0n1.json": (ReportKind.TOOL_TEXT, [(FLASH, "NVME")]),
    "smartctl-x_nvme0n1.txt": (ReportKind.TOOL_TEXT, [(FLASH, "NVME")]),
    "smartctl-x_sda.json": (ReportKind.TOOL_TEXT, [(HDD, "ATA")]),
    "smartctl-x_sda.txt": (ReportKind.TOOL_TEXT, [(HDD, "ATA")]),
    "smartctl-x_sdb.json": (ReportKind.TOOL_TEXT, [(SSD, "ATA-SSD")]),
    "smartctl-x_sdb.txt": (ReportKind.TOOL_TEXT, [(SSD, "ATA-SSD")]),
    "smartctl-x_sdc.json": (ReportKind.TOOL_TEXT, [(SAS, "")]),
    "smartctl-x_sdc.txt": (ReportKind.TOOL_TEXT, [(SAS, "")]),
    # A USB bridge hides the drive behind it.
    "smartctl-x_sdd.json": (ReportKind.TOOL_TEXT, []),
    "smartctl-x_sdd.txt": (ReportKind.TOOL_TEXT, []),
    "smartctl_rc.txt": (ReportKind.TEXT, []),
}


def names(root: Path) -> list[str]:
    found = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return sorted(one for one in found if "README" not in one and not one.startswith("glued"))


def check(root: Path, name: str) -> None:
    kind, drives = EXPECTED[name]
    report = read_report(name, (root / name).read_bytes())
    assert report.kind is kind
    assert report.runs == ()
    kept = Outcome.ATTACHMENT if kind is ReportKind.TOOL_TEXT else Outcome.NOT_A_REPORT
    assert report.outcome is kept
    assert [(one.serial, one.bus) for one in report.drives] == drives


@pytest.mark.parametrize("name", names(DATA))
def test_every_sample_is_what_it_is_and_proves_nothing(name: str) -> None:
    check(DATA, name)


def test_every_sample_of_the_collection_is_in_the_table() -> None:
    if not SHARED.is_dir():
        pytest.skip("the collected samples are not beside the checkout")
    assert set(names(SHARED)) == set(EXPECTED)
    for name in names(SHARED):
        check(SHARED, name)


def glued(name: str, *changes: tuple[str, str]) -> ReadReport:
    text = (GLUED / name).read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return read_report(name, text.encode())


def only(report: ReadReport) -> DriveResult:
    assert report.outcome is Outcome.READ
    assert report.kind is ReportKind.TOOL_RUN
    (run,) = report.runs
    (drive,) = run.drives
    return drive


def codes(drive: DriveResult) -> list[ReasonCode]:
    return [one.code for one in drive.reasons]


def test_a_secure_erase_whose_password_went_by_itself() -> None:
    report = glued(ERASE)
    drive = only(report)
    assert (drive.verdict, drive.technique) == (
        Verdict.PASSED,
        SanitisationTechnique.ATA_SECURITY_ERASE,
    )
    assert (drive.serial, drive.bus, drive.capacity) == (SSD, "ATA-SSD", 500118192 * 512)
    assert report.runs[0].program == "hdparm"
    # What reads back is not in these texts: the policy asks for it.
    assert drive.attested == {
        Attestation.COMMAND_SUPPORTED,
        Attestation.UNLOCKED_AFTER,
        Attestation.STATUS_CONFIRMED,
    }
    enhanced = only(glued(ERASE, ("--security-erase p", "--security-erase-enhanced p")))
    assert enhanced.technique is SanitisationTechnique.ATA_SECURITY_ERASE_ENHANCED


@pytest.mark.parametrize(
    ("change", "verdict", "reason"),
    [
        (("not\tfrozen", "\tfrozen"), Verdict.NOT_WIPED, ReasonCode.DRIVE_FROZEN),
        (("\t\tsupported\n", "\tnot\tsupported\n"), Verdict.NOT_WIPED, ReasonCode.NOT_SUPPORTED),
        (("rc=0", "rc=5"), Verdict.FAILED, ReasonCode.EXIT_STATUS),
        (
            (
                'security_password: "p"\n\n/dev/sdb:\n Issuing SECURITY_ERASE',
                "SG_IO: bad/missing sense data, sb[]:  70\n Issuing SECURITY_ERASE",
            ),
            Verdict.FAILED,
            ReasonCode.SENSE_DATA,
        ),
        (("rc=0", "The drive is busy with itself"), Verdict.REVIEW, ReasonCode.UNKNOWN_LINES),
        (("not\tenabled", "\tenabled"), Verdict.FAILED, ReasonCode.STILL_LOCKED),
        (("not\tlocked", "\tlocked"), Verdict.FAILED, ReasonCode.STILL_LOCKED),
    ],
)
def test_words_of_success_prove_nothing_without_the_drives_own(
    change: tuple[str, str], verdict: Verdict, reason: ReasonCode
) -> None:
    drive = only(glued(ERASE, change))
    assert (drive.verdict, codes(drive)[0]) == (verdict, reason)


def test_an_erase_without_the_state_before_or_after_waits_for_a_person() -> None:
    text = (GLUED / ERASE).read_text("utf-8")
    parts = text.split("root@debian:~# ")
    listing, _, state, erase, after = parts[1:]
    without_after = only(read_report("x", f"# {listing}# {state}# {erase}".encode()))
    assert codes(without_after) == [ReasonCode.STATE_AFTER_MISSING]
    assert without_after.verdict is Verdict.REVIEW
    without_before = only(read_report("x", f"# {erase}# {after}".encode()))
    assert codes(without_before) == [ReasonCode.STATE_BEFORE_MISSING]
    # Without the state between, it is not shown that the drive itself took the password away.
    without_middle = only(read_report("x", f"# {listing}# {erase}# {after}".encode()))
    assert without_middle.verdict is Verdict.PASSED
    assert Attestation.STATUS_CONFIRMED not in without_middle.attested
    # And a person who took it away is not the drive.
    by_hand = "hdparm --security-disable p /dev/sdb\n\n/dev/sdb:\n"
    dropped = only(read_report("x", f"# {listing}# {state}# {erase}# {by_hand}# {after}".encode()))
    assert Attestation.STATUS_CONFIRMED not in dropped.attested


@pytest.mark.parametrize(
    ("change", "verdict", "reason"),
    [
        (("", ""), Verdict.PASSED, None),
        (
            ("SD0 Sanitize Idle", "SD2 Sanitize operation In Process"),
            Verdict.INCOMPLETE,
            ReasonCode.STILL_RUNNING,
        ),
        (
            ("SD0 Sanitize Idle", "SD3 Sanitize Operation Failed"),
            Verdict.FAILED,
            ReasonCode.SANITIZE_FAILED,
        ),
        (("SD0 Sanitize Idle", "SD1 Sanitize Frozen"), Verdict.REVIEW, ReasonCode.STATUS_NOT_DONE),
        (
            ("    Last Sanitize Operation Completed Without Error\n", ""),
            Verdict.REVIEW,
            ReasonCode.STATUS_NOT_DONE,
        ),
        (
            ("# hdparm --sanitize-status /dev/sdb", "# hdparm --sanitize-status /dev/sdc"),
            Verdict.REVIEW,
            ReasonCode.STATUS_AFTER_MISSING,
        ),
        (
            ("Operation started in background", "SANITIZE feature set is not supported"),
            Verdict.NOT_WIPED,
            ReasonCode.COMMAND_REFUSED,
        ),
    ],
)
def test_an_ata_sanitize_is_what_the_drive_says_afterwards(
    change: tuple[str, str], verdict: Verdict, reason: ReasonCode | None
) -> None:
    drive = only(glued(SANITIZE, change))
    assert drive.verdict is verdict
    assert drive.technique is SanitisationTechnique.ATA_SANITIZE_BLOCK_ERASE
    assert codes(drive)[:1] == ([] if reason is None else [reason])
    confirmed = Attestation.STATUS_CONFIRMED in drive.attested
    assert confirmed is (verdict is Verdict.PASSED)


@pytest.mark.parametrize(
    ("change", "verdict", "reason"),
    [
        (("", ""), Verdict.PASSED, None),
        (("0x101", "257"), Verdict.PASSED, None),
        (("65535", "65534"), Verdict.REVIEW, ReasonCode.STATUS_NOT_DONE),
        (("0x101", "0x1"), Verdict.REVIEW, ReasonCode.WRITTEN_SINCE),
        (("0x101", "0x102"), Verdict.INCOMPLETE, ReasonCode.STILL_RUNNING),
        (("0x101", "0x103"), Verdict.FAILED, ReasonCode.SANITIZE_FAILED),
        (("0x101", "0x100"), Verdict.REVIEW, ReasonCode.STATUS_NOT_DONE),
        (("0x101", "0x104"), Verdict.REVIEW, ReasonCode.STATUS_NOT_DONE),
        (("(SCDW10) :  0x2", "(SCDW10) :  0x4"), Verdict.REVIEW, ReasonCode.METHOD_DISAGREES),
        (("-a 2", "-a 4"), Verdict.REVIEW, ReasonCode.METHOD_DISAGREES),
        (
            ("-a 2\n", "-a 2\nNVMe status: Invalid Command Opcode(0x4001)\nrc=1\n"),
            Verdict.NOT_WIPED,
            ReasonCode.COMMAND_REFUSED,
        ),
        (("nvme sanitize /dev/nvme0 -a 2", "date"), Verdict.REVIEW, ReasonCode.COMMAND_MISSING),
    ],
)
def test_an_nvme_sanitize_is_what_its_log_says_afterwards(
    change: tuple[str, str], verdict: Verdict, reason: ReasonCode | None
) -> None:
    drive = only(glued(NVME, change))
    assert drive.verdict is verdict
    assert codes(drive)[:1] == ([] if reason is None else [reason])


def test_a_log_in_json_says_the_same() -> None:
    done = (
        '{"nvme0":{"sprog":65535,"sstat":{"global_erased":1,"status":"(1) done"},"cdw10_info":2}}'
    )
    text = (GLUED / NVME).read_text("utf-8").partition("root@debian:~# nvme sanitize-log")[0]
    drive = only(
        read_report("x", f"{text}# nvme sanitize-log -o json /dev/nvme0\n{done}\n".encode())
    )
    assert drive.verdict is Verdict.PASSED
    cut = done.replace('"global_erased":1,', "")
    drive = only(
        read_report("x", f"{text}# nvme sanitize-log -o json /dev/nvme0\n{cut}\n".encode())
    )
    assert drive.verdict is Verdict.REVIEW


@pytest.mark.parametrize(
    ("options", "technique", "reason"),
    [
        ("", SanitisationTechnique.NVME_FORMAT_SES0, ReasonCode.NO_SECURE_ERASE),
        ("--ses=0", SanitisationTechnique.NVME_FORMAT_SES0, ReasonCode.NO_SECURE_ERASE),
        ("-s1", SanitisationTechnique.NVME_FORMAT_SES1, ReasonCode.WORDS_PROVE_NOTHING),
        ("-s 2", SanitisationTechnique.NVME_FORMAT_SES2, ReasonCode.WORDS_PROVE_NOTHING),
        ("--ses 7", SanitisationTechnique.UNKNOWN, ReasonCode.METHOD_UNKNOWN),
    ],
)
def test_a_format_never_passes_by_its_word_of_success(
    options: str, technique: SanitisationTechnique, reason: ReasonCode
) -> None:
    identity = (DATA / "nvme_id-ctrl-H.txt").read_text("utf-8")
    text = (
        f"$ nvme id-ctrl -H /dev/nvme0n1\n{identity}\n"
        f"$ nvme format /dev/nvme0n1 {options} --force\nSuccess formatting namespace:1\nrc=0\n"
    )
    drive = only(read_report("x", text.encode()))
    assert (drive.verdict, drive.technique) == (Verdict.REVIEW, technique)
    assert codes(drive)[0] is reason
    # Without its command nobody knows what it was asked for.
    bare = "\n".join(line for line in text.split("\n") if not line.startswith("$"))
    assert only(read_report("x", bare.encode())).technique is SanitisationTechnique.UNKNOWN


@pytest.mark.parametrize(
    ("command", "technique", "program"),
    [
        (
            "sg_sanitize --block /dev/sg2",
            SanitisationTechnique.SCSI_SANITIZE_BLOCK_ERASE,
            "sg3_utils",
        ),
        ("sg_sanitize -C /dev/sg2", SanitisationTechnique.SCSI_SANITIZE_CRYPTO, "sg3_utils"),
        ("mmc sanitize /dev/mmcblk0", SanitisationTechnique.EMMC_ERASE_SANITIZE, "mmc-utils"),
    ],
)
def test_other_tools_tell_no_status_that_counts(
    command: str, technique: SanitisationTechnique, program: str
) -> None:
    smart = (DATA / "smartctl-x_sdc.txt").read_text("utf-8")
    report = read_report(
        "x", f"$ smartctl -x {command.rpartition(' ')[2]}\n{smart}\n$ {command}\nrc=0\n".encode()
    )
    drive = only(report)
    assert (drive.verdict, drive.technique) == (Verdict.REVIEW, technique)
    assert report.runs[0].program == program


def test_two_drives_in_one_file_do_not_prove_for_each_other() -> None:
    text = (GLUED / SANITIZE).read_text("utf-8")
    other = text.replace("/dev/sdb", "/dev/sdc").replace(SSD, "S3TUNX0K4XXXQ2")
    half = other.partition("# hdparm --sanitize-status")[0]
    runs = read_report("x", (text + half).encode()).runs
    assert [run.drives[0].verdict for run in runs] == [Verdict.PASSED, Verdict.REVIEW]
    # The same name for two drives: what stands before and after may be of either.
    mixed = only(
        read_report(
            "x",
            (text + half.replace("/dev/sdc", "/dev/sdb").partition("# hdparm --yes")[0]).encode(),
        )
    )
    assert mixed.serial_disagrees
    assert mixed.verdict is Verdict.REVIEW


def test_without_commands_hdparms_answers_are_told_apart() -> None:
    text = (GLUED / SANITIZE).read_text("utf-8")
    bare = "\n".join(line for line in text.split("\n") if not line.startswith("#"))
    assert only(read_report("x", bare.encode())).verdict is Verdict.PASSED
    refused = (DATA / "hdparm-I_sda.txt").read_text("utf-8") + (
        DATA / "hdparm_security-erase.txt"
    ).read_text("utf-8")
    drive = only(read_report("x", refused.encode()))
    assert (drive.serial, drive.verdict) == (HDD, Verdict.NOT_WIPED)


def test_the_same_words_in_two_files_are_one_run() -> None:
    whole = (GLUED / SANITIZE).read_bytes()
    one, other = read_report("a", whole), read_report("b", whole.replace(b"\n", b"\r\n"))
    assert one.sha256 != other.sha256
    assert one.runs[0].fingerprint == other.runs[0].fingerprint


NEEDED = {
    ERASE: (
        "--security-erase p",
        "Issuing SECURITY_ERASE command",
        "Serial Number",
        "\tsupported",
        "\tnot\tfrozen",
        "\tnot\tenabled",
        "\tnot\tlocked",
    ),
    SANITIZE: (
        "--sanitize-block-erase",
        "Issuing SANITIZE_BLOCK_ERASE command",
        "Serial Number",
        "SD0 Sanitize Idle",
        "Completed Without Error",
    ),
    NVME: ("nvme sanitize ", "sn  ", "(SPROG)", "(SSTAT)"),
}


@given(name=st.sampled_from(sorted(NEEDED)), data=st.data())
def test_a_proof_that_is_taken_out_is_missed(name: str, data: st.DataObject) -> None:
    needed = data.draw(st.sampled_from(NEEDED[name]))
    lines = (GLUED / name).read_text("utf-8").split("\n")
    kept = [line for line in lines if needed not in line]
    for run in read_report(name, "\n".join(kept).encode()).runs:
        assert all(drive.verdict is not Verdict.PASSED for drive in run.drives)


@given(
    name=st.sampled_from(sorted(NEEDED)),
    edits=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 200), st.binary(max_size=12)),
        min_size=1,
        max_size=6,
    ),
)
def test_no_mutation_crashes_or_passes_without_proof(
    name: str, edits: list[tuple[float, int, bytes]]
) -> None:
    data = (GLUED / name).read_bytes()
    for where, length, new in edits:
        at = int(where * len(data))
        data = data[:at] + new + data[at + length :]
    for run in read_report(name, data).runs:
        for drive in run.drives:
            if drive.verdict is Verdict.PASSED:
                assert all(needed.strip().encode() in data for needed in NEEDED[name])
                assert drive.serial


@pytest.mark.parametrize(
    "line",
    [
        "Serial Number: x" + " " * 400_000 + "y",
        "{" * 300_000,
        "hdparm " + "-" * 300_000 + " /dev/sda",
    ],
)
def test_a_hostile_line_is_read_in_no_time(line: str) -> None:
    text = f"smartctl 7.3\nATA device, with non-removable media\n{line}\n\t{line}\n"
    assert read_report("x", text.encode()).runs == ()
