from __future__ import annotations

from dataclasses import replace

import pytest

from domain.policy_cases import medium, overwrite, perfect, shipped_policy
from serkut_desk.domain.evidence import HiddenAreas, Verdict, VerifyMode
from serkut_desk.domain.lacks import LackCode
from serkut_desk.domain.media import DataClass, KindSource, Level, MediumKind
from serkut_desk.domain.policy import (
    Attestation,
    FlashDecision,
    Note,
    PolicyRow,
    SanitisationTechnique,
    Switch,
)
from serkut_desk.domain.sanitisation import Acceptance, Advice, Judgement, judge

POLICY = shipped_policy()
ROWS = {row.id: row for row in POLICY.rows}

# Every rule, written down a second time by hand from the matrix.
EXPECTED = {
    "none": "nvme-format-0 android-reset-unencrypted degauss-flash drill trim quick-format "
    "software-key-removal verify-only",
    "clear": "hdd-overwrite hdd-secure-erase sas-hdd-overwrite sas-hdd-format sshd-overwrite "
    "sshd-secure-erase sshd-secure-erase-enhanced ssd-overwrite ssd-secure-erase "
    "ssd-secure-erase-enhanced nvme-overwrite nvme-format-1 nvme-format-2 emmc-overwrite "
    "emmc-sanitize chromeos-powerwash usb-overwrite ios-reset android-reset-encrypted "
    "bios-vendor-wipe",
    "purge": "hdd-secure-erase-enhanced hdd-sanitize-overwrite hdd-sanitize-crypto hdd-tcg "
    "sas-hdd-sanitize sas-hdd-sanitize-crypto sshd-sanitize-overwrite sshd-sanitize-block "
    "sshd-sanitize-crypto ssd-sanitize-block ssd-sanitize-crypto sas-ssd-sanitize-block "
    "sas-ssd-sanitize-crypto ssd-tcg nvme-sanitize-block nvme-sanitize-overwrite "
    "nvme-sanitize-crypto ufs-purge degauss-magnetic destroy-shred-magnetic-confidential "
    "destroy-shred-flash-confidential",
    "destroy": "destroy-melt destroy-shred-magnetic destroy-shred-flash",
}
TABLE = [(row_id, Level(level)) for level, ids in EXPECTED.items() for row_id in ids.split()]
CASES = [
    pytest.param(row, kind, data_class, id=f"{row.id}-{kind}-{data_class}")
    for row in POLICY.rows
    for kind in sorted(row.kinds)
    for data_class in sorted(row.data_classes)
]


def codes(judgement: Judgement) -> list[LackCode]:
    return [missing.code for missing in judgement.missing]


def test_the_table_names_every_rule() -> None:
    assert sorted(row_id for row_id, _ in TABLE) == sorted(ROWS)


@pytest.mark.parametrize(("row_id", "level"), TABLE)
def test_a_rule_gives_its_level_on_every_kind_and_class(row_id: str, level: Level) -> None:
    row = ROWS[row_id]
    for kind in row.kinds:
        for data_class in row.data_classes:
            judgement = judge(POLICY, medium(kind, data_class), perfect(row))
            assert judgement.level is level
            assert judgement.rule_id == row_id


@pytest.mark.parametrize(("row", "kind", "data_class"), CASES)
def test_no_verdict_but_passed_gives_a_level(
    row: PolicyRow, kind: MediumKind, data_class: DataClass
) -> None:
    for verdict in Verdict:
        if verdict is Verdict.PASSED:
            continue
        run = replace(perfect(row), verdict=verdict)
        judgement = judge(POLICY, medium(kind, data_class), run)
        assert judgement.level is Level.NONE
        assert codes(judgement) == [LackCode.VERDICT_NOT_PASSED]
        assert judgement.advice


@pytest.mark.parametrize(("row", "kind", "data_class"), CASES)
def test_each_condition_alone_keeps_the_level_away(
    row: PolicyRow, kind: MediumKind, data_class: DataClass
) -> None:
    good, must = perfect(row), row.conditions
    broken = [replace(good, attested=good.attested - {word}) for word in must.attested]
    if must.tool_approved:
        broken.append(replace(good, tool="handmade"))
    if must.errors_zero:
        broken += [replace(good, errors=None), replace(good, errors=1)]
    if must.verification:
        broken += [
            replace(good, verification=mode) for mode in (VerifyMode.OFF, VerifyMode.UNKNOWN)
        ]
    if must.hidden_areas:
        broken.append(replace(good, hidden_areas=HiddenAreas.DETECTED))
    if must.passes_at_least:
        broken.append(replace(good, passes=must.passes_at_least - 1))
    if must.persons_at_least:
        broken.append(replace(good, persons=1))
    if must.particle_class:
        broken += [replace(good, particle_class=worse) for worse in (None, "H-3", "E-3", "X")]
    for run in broken:
        judgement = judge(POLICY, medium(kind, data_class), run)
        assert judgement.level is Level.NONE
        assert len(judgement.missing) == 1
        assert not judgement.satisfied
        assert judgement.advice


@pytest.mark.parametrize("passes", [1, 3, 7, 35, 1000])
@pytest.mark.parametrize("kind", [MediumKind.SSD, MediumKind.SAS_SSD, MediumKind.NVME])
def test_overwrites_of_an_ssd_never_purge(kind: MediumKind, passes: int) -> None:
    accepted = frozenset(Acceptance)
    judgement = judge(POLICY, medium(kind), overwrite(passes), accepted)
    assert judgement.level is Level.CLEAR
    assert judgement.required is Level.PURGE
    assert not judgement.satisfied
    assert Note.SPARE_AREAS_NOT_COVERED in judgement.notes
    assert judgement.advice == (Advice.SANITIZE, Advice.REMOVE_AND_DESTROY)


def test_a_disk_of_ordinary_data_is_clear_after_three_passes() -> None:
    judgement = judge(POLICY, medium(MediumKind.HDD), overwrite(3))
    assert judgement.satisfied
    assert judgement.level is judgement.required is Level.CLEAR
    assert judgement.notes == (Note.UNSIGNED_LOG,)
    assert judgement.advice == ()


def test_the_house_rule_stands_beside_the_level() -> None:
    judgement = judge(POLICY, medium(MediumKind.HDD), overwrite(1))
    assert judgement.level is Level.CLEAR
    assert judgement.missing == ()
    assert judgement.house_rule is not None
    assert judgement.house_rule.fields == {"passes": 1, "required": 3}
    assert not judgement.satisfied
    assert judgement.advice == (Advice.MORE_PASSES,)


def test_a_firmware_command_has_no_house_rule() -> None:
    run = perfect(ROWS["hdd-sanitize-overwrite"])
    assert judge(POLICY, medium(MediumKind.HDD, DataClass.CONFIDENTIAL), run).satisfied


def test_an_overwritten_disk_of_confidential_data_is_not_enough() -> None:
    judgement = judge(POLICY, medium(MediumKind.HDD, DataClass.CONFIDENTIAL), overwrite(7))
    assert codes(judgement) == [LackCode.LEVEL_TOO_LOW]
    assert judgement.level is Level.CLEAR


def test_unknown_hidden_areas_need_the_approvers_acceptance() -> None:
    run = replace(overwrite(), hidden_areas=HiddenAreas.UNKNOWN)
    open_question = judge(POLICY, medium(MediumKind.HDD), run)
    assert open_question.enough
    assert not open_question.satisfied
    assert open_question.needs_acceptance == (Acceptance.HIDDEN_AREAS_UNKNOWN,)
    assert open_question.advice == (Advice.ACCEPT_UNKNOWN,)
    accepted = frozenset({Acceptance.HIDDEN_AREAS_UNKNOWN})
    answered = judge(POLICY, medium(MediumKind.HDD), run, accepted)
    assert answered.satisfied
    assert answered.accepted == (Acceptance.HIDDEN_AREAS_UNKNOWN,)


def test_an_acceptance_that_no_rule_asks_for_is_not_claimed() -> None:
    judgement = judge(POLICY, medium(MediumKind.HDD), overwrite(), frozenset(Acceptance))
    assert judgement.accepted == ()


def test_a_kind_from_a_person_asks_for_more_until_confirmed() -> None:
    said = medium(MediumKind.HDD, source=KindSource.PERSON)
    judgement = judge(POLICY, said, overwrite())
    assert judgement.kind is MediumKind.SSD
    assert judgement.required is Level.PURGE
    assert judgement.advice[0] is Advice.CONFIRM_KIND
    confirmed = judge(POLICY, replace(said, kind_confirmed=True), overwrite())
    assert confirmed.satisfied
    assert Note.KIND_FROM_PERSON in confirmed.notes


@pytest.mark.parametrize("kind", MediumKind)
@pytest.mark.parametrize("data_class", DataClass)
def test_a_doubt_about_the_kind_never_asks_for_less(
    kind: MediumKind, data_class: DataClass
) -> None:
    said = medium(kind, data_class, KindSource.PERSON)
    doubtful = judge(POLICY, said, None)
    assert doubtful.required >= POLICY.required_level(kind, data_class)


def test_no_run_proves_nothing() -> None:
    judgement = judge(POLICY, medium(MediumKind.HDD), None)
    assert judgement.level is Level.NONE
    assert codes(judgement) == [LackCode.NO_RUN]
    assert judgement.advice == (Advice.WIPE,)


@pytest.mark.parametrize(
    ("version", "approved"),
    [("0.30", False), ("0.31", True), ("0.34", True), ("0.42", True), (None, True), ("1", True)],
)
def test_versions_of_nwipe(version: str | None, approved: bool) -> None:  # noqa: FBT001 - a table
    judgement = judge(POLICY, medium(MediumKind.HDD), overwrite(version=version))
    assert judgement.satisfied is approved
    assert codes(judgement) == ([] if approved else [LackCode.TOOL_NOT_APPROVED])


def test_a_log_without_error_counters_is_not_enough_whatever_its_version() -> None:
    run = replace(overwrite(version=None), errors=None)
    assert codes(judge(POLICY, medium(MediumKind.HDD), run)) == [LackCode.COUNTERS_UNKNOWN]


def test_a_technique_without_a_rule_proves_nothing() -> None:
    run = replace(overwrite(), technique=SanitisationTechnique.UNKNOWN)
    judgement = judge(POLICY, medium(MediumKind.HDD), run)
    assert codes(judgement) == [LackCode.NO_RULE]
    assert judgement.level is Level.NONE


def test_the_switch_raises_its_rules_only_with_what_they_ask() -> None:
    raised = replace(POLICY, switches=frozenset({Switch.NIST_R1_TABLES}))
    nvme = medium(MediumKind.NVME)
    assert judge(raised, nvme, perfect(ROWS["nvme-format-1"])).level is Level.PURGE
    crypto = perfect(ROWS["nvme-format-2"])
    assert judge(raised, nvme, crypto).level is Level.CLEAR
    more = {Attestation.COMMAND_SUPPORTED, Attestation.ENCRYPTION_BEFORE_DATA}
    run = replace(crypto, attested=crypto.attested | more)
    assert judge(raised, nvme, run).level is Level.PURGE
    assert judge(raised, medium(MediumKind.SSD), overwrite(7)).level is Level.CLEAR


def test_the_citys_decision_lets_overwritten_ssds_of_ordinary_data_go() -> None:
    decided = replace(POLICY, flash=FlashDecision.CLEAR_ACCEPTED)
    assert judge(decided, medium(MediumKind.SSD), overwrite()).satisfied
    confidential = medium(MediumKind.SSD, DataClass.CONFIDENTIAL)
    assert not judge(decided, confidential, overwrite()).satisfied


def test_shredded_finer_than_asked_is_enough() -> None:
    row = ROWS["destroy-shred-magnetic"]
    finer = replace(perfect(row), particle_class="H-7")
    assert judge(POLICY, medium(MediumKind.HDD), finer).satisfied
    flash_class = replace(perfect(row), particle_class="E-7")
    assert not judge(POLICY, medium(MediumKind.HDD), flash_class).satisfied


def test_what_a_certificate_has_to_say() -> None:
    by_hand = replace(perfect(ROWS["nvme-sanitize-block"]), tool="nvme-cli", by_hand=True)
    assert judge(POLICY, medium(MediumKind.NVME), by_hand).notes == (Note.RECORDED_BY_HAND,)
    cached = replace(overwrite(), direct_io=False)
    assert Note.CACHED_IO_POSSIBLE in judge(POLICY, medium(MediumKind.HDD), cached).notes
    card = judge(POLICY, medium(MediumKind.EMMC), overwrite()).notes
    assert {Note.SPARE_AREAS_NOT_COVERED, Note.BOOT_AREAS_NOT_COVERED} <= set(card)


@pytest.mark.parametrize(
    ("verdict", "advice"),
    [
        (Verdict.ABORTED, Advice.REPEAT_WIPE),
        (Verdict.INCOMPLETE, Advice.REPEAT_WIPE),
        (Verdict.NOT_STARTED, Advice.REPEAT_WIPE),
        (Verdict.VERIFY_ONLY, Advice.WIPE),
        (Verdict.NOT_WIPED, Advice.WIPE),
        (Verdict.FAILED, Advice.OTHER_PORT),
    ],
)
def test_what_to_do_after_a_verdict(verdict: Verdict, advice: Advice) -> None:
    run = replace(overwrite(), verdict=verdict)
    assert judge(POLICY, medium(MediumKind.HDD), run).advice[0] is advice
