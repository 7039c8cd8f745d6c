"""The whole policy held against what is written down: a table, the collected matrix, one law."""

from __future__ import annotations

import csv
from dataclasses import replace
from itertools import product
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from domain.policy_cases import medium, shipped_policy
from domain.policy_table import everything, lines
from serkut_desk.domain.evidence import VerifyMode
from serkut_desk.domain.media import FLASH_KINDS, DataClass, Level, MediumKind
from serkut_desk.domain.policy import FlashDecision, Note, SanitisationTechnique, Switch
from serkut_desk.domain.sanitisation import Acceptance, judge

POLICY = shipped_policy()
DATA = Path(__file__).parent / "data"
SHRED = "destroy-shred"

# Which of our rules a line of the collected matrix became; the level is the matrix's own. Shredding
# is "destroy (only lowest categories)" there: destroy for ordinary, purge for confidential data.
RULES = {
    ("HDD_ATA", "OVERWRITE (any"): "hdd-overwrite",
    ("HDD_ATA", "ATA_SECURITY_ERASE (normal"): "hdd-secure-erase",
    ("HDD_ATA", "ATA_SECURITY_ERASE (enhanced"): "hdd-secure-erase-enhanced",
    ("HDD_ATA", "ATA_SANITIZE_OVERWRITE"): "hdd-sanitize-overwrite",
    ("HDD_ATA", "ATA_SANITIZE_CRYPTO"): "hdd-sanitize-crypto",
    ("HDD_ATA", "TCG_CRYPTO"): "hdd-tcg",
    ("HDD_SAS", "OVERWRITE"): "sas-hdd-overwrite",
    ("HDD_SAS", "SCSI_SANITIZE"): "sas-hdd-sanitize sas-hdd-sanitize-crypto",
    ("HDD_SAS", "SCSI_FORMAT"): "sas-hdd-format",
    ("SSD_SATA", "OVERWRITE"): "ssd-overwrite",
    ("SSD_SATA", "ATA_SECURITY_ERASE"): "ssd-secure-erase ssd-secure-erase-enhanced",
    ("SSD_SATA", "SANITIZE_BLOCK"): "ssd-sanitize-block",
    ("SSD_SATA", "SANITIZE_CRYPTO"): "ssd-sanitize-crypto",
    ("SSD_SATA", "TCG_CRYPTO"): "ssd-tcg",
    ("SSD_SATA", "DEGAUSS"): "degauss-flash",
    ("SSD_SAS", "OVERWRITE"): "ssd-overwrite",
    ("SSD_SAS", "ATA_SECURITY_ERASE"): "ssd-secure-erase ssd-secure-erase-enhanced",
    ("SSD_SAS", "SANITIZE_BLOCK"): "sas-ssd-sanitize-block",
    ("SSD_SAS", "SANITIZE_CRYPTO"): "sas-ssd-sanitize-crypto",
    ("SSD_SAS", "TCG_CRYPTO"): "ssd-tcg",
    ("SSD_SAS", "DEGAUSS"): "degauss-flash",
    ("SSD_NVME", "OVERWRITE"): "nvme-overwrite",
    ("SSD_NVME", "NVME_FORMAT ses=0"): "nvme-format-0",
    ("SSD_NVME", "NVME_FORMAT ses=1"): "nvme-format-1",
    ("SSD_NVME", "NVME_FORMAT ses=2"): "nvme-format-2",
    ("SSD_NVME", "NVME_SANITIZE block"): "nvme-sanitize-block nvme-sanitize-overwrite",
    ("SSD_NVME", "NVME_SANITIZE crypto"): "nvme-sanitize-crypto",
    ("SSHD", "OVERWRITE"): "sshd-overwrite",
    ("SSHD", "ATA_SANITIZE"): "sshd-sanitize-overwrite sshd-sanitize-block sshd-sanitize-crypto",
    ("EMMC_UFS", "OVERWRITE"): "emmc-overwrite",
    ("EMMC_UFS", "EMMC_ERASE"): "emmc-sanitize",
    ("EMMC_UFS", "UFS_ERASE"): "ufs-purge",
    ("EMMC_UFS", "CHROMEOS"): "chromeos-powerwash",
    ("USB_STICK_SD_CARD", "OVERWRITE 1 pass"): "usb-overwrite",
    ("USB_STICK_SD_CARD", "OVERWRITE >=2"): "usb-overwrite",
    ("PHONE_IOS", "FACTORY_RESET"): "ios-reset",
    ("PHONE_ANDROID", "FACTORY_RESET, encryption on"): "android-reset-encrypted",
    ("PHONE_ANDROID", "FACTORY_RESET, unencrypted"): "android-reset-unencrypted",
    ("ANY_MAGNETIC", "DEGAUSS"): "degauss-magnetic",
    ("HDD_ATA", "DESTROY disintegrate"): "destroy-melt",
    ("HDD_ATA", "DESTROY shred"): SHRED,
    ("SSD_SATA", "DESTROY disintegrate"): "destroy-melt",
    ("SSD_SATA", "DESTROY shred"): SHRED,
    ("SSD_NVME", "DESTROY disintegrate"): "destroy-melt",
    ("SSD_NVME", "DESTROY shred"): SHRED,
    ("EMMC_UFS", "DESTROY disintegrate"): "destroy-melt",
    ("EMMC_UFS", "DESTROY shred"): SHRED,
    ("PHONE", "DESTROY disintegrate"): "destroy-melt",
    ("PHONE", "DESTROY shred"): SHRED,
    ("HDD_ATA", "DRILL"): "drill",
    ("ANY", "TRIM"): "trim",
    ("ANY", "QUICK_FORMAT"): "quick-format",
    ("ANY", "BitLocker"): "software-key-removal",
    ("ANY", "VERIFY_ONLY"): "verify-only",
    ("ANY", "BIOS_VENDOR"): "bios-vendor-wipe",
    # No rule of its own: no verdict but PASSED gives a level, whatever the rule.
    ("ANY", "FAILED"): "",
}
KINDS = {
    "HDD_ATA": (MediumKind.HDD,),
    "HDD_SAS": (MediumKind.SAS_HDD,),
    "SSD_SATA": (MediumKind.SSD,),
    "SSD_SAS": (MediumKind.SAS_SSD,),
    "SSD_NVME": (MediumKind.NVME,),
    "SSHD": (MediumKind.SSHD,),
    "EMMC_UFS": (MediumKind.EMMC, MediumKind.UFS),
    "USB_STICK_SD_CARD": (MediumKind.USB, MediumKind.SD),
    "PHONE_IOS": (MediumKind.PHONE,),
    "PHONE_ANDROID": (MediumKind.PHONE,),
    "PHONE": (MediumKind.PHONE,),
    "ANY_MAGNETIC": (MediumKind.HDD, MediumKind.SAS_HDD),
}


def test_every_case_gives_what_the_table_says() -> None:
    said = (DATA / "policy_table.csv").read_text(encoding="utf-8").splitlines()
    found = list(lines())
    different = [
        f"table: {before}\nprogram: {now}"
        for before, now in zip(said, found, strict=False)
        if before != now
    ]
    assert not different, "\n".join(different)
    assert len(said) == len(found)
    cases = len(MediumKind) * len(SanitisationTechnique) * len(DataClass)
    assert len(found) == cases + 1


def matrix() -> list[dict[str, str]]:
    with (DATA / "policy_matrix.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rules_of(line: dict[str, str]) -> list[str]:
    fitting = [
        ids
        for (media, start), ids in RULES.items()
        if media == line["media"] and line["technique"].startswith(start)
    ]
    assert len(fitting) == 1, line
    return fitting[0].split()


def test_every_line_of_the_collected_matrix_is_a_rule() -> None:
    rules = {row.id: row for row in POLICY.rows}
    assert len(matrix()) == len(RULES)
    for line in matrix():
        kinds = KINDS.get(line["media"], ())
        for name in rules_of(line):
            if name == SHRED:
                given = {
                    (kind, data_class): POLICY.row(
                        kind, SanitisationTechnique.DESTROY_SHRED, data_class
                    )
                    for kind, data_class in product(kinds, DataClass)
                }
                for (_, data_class), row in given.items():
                    lowest = data_class is DataClass.ORDINARY
                    assert row is not None
                    assert row.level is (Level.DESTROY if lowest else Level.PURGE)
                continue
            rule = rules[name]
            # Two passes are a condition of the one rule; one pass gives none.
            one_pass = line["technique"] == "OVERWRITE 1 pass"
            level = line["level_default_for_serkut_desk"].removeprefix("per Dell table, else ")
            assert one_pass or rule.level == Level(level), line
            assert not one_pass or rule.conditions.passes_at_least == 2
            own = name in {"emmc-sanitize", "ufs-purge"}
            assert own or rule.kinds >= set(kinds), line


def test_every_rule_comes_from_the_matrix_or_says_that_it_is_our_own() -> None:
    named = {name for line in matrix() for name in rules_of(line)} - {SHRED}
    rest = [row for row in POLICY.rows if row.id not in named and not row.id.startswith(SHRED)]
    assert {row.id for row in rest} == {"sshd-secure-erase", "sshd-secure-erase-enhanced"}
    assert all(row.source.startswith("own rule") for row in rest)
    assert all(row.source for row in POLICY.rows)


@given(
    kind=st.sampled_from(sorted(FLASH_KINDS)),
    data_class=st.sampled_from(DataClass),
    passes=st.integers(0, 1_000_000),
    mode=st.sampled_from(VerifyMode),
    switches=st.frozensets(st.sampled_from(Switch)),
    flash=st.sampled_from(FlashDecision),
    confirmed=st.booleans(),
)
def test_no_number_of_overwrites_of_flash_is_a_purge(
    *,
    kind: MediumKind,
    data_class: DataClass,
    passes: int,
    mode: VerifyMode,
    switches: frozenset[Switch],
    flash: FlashDecision,
    confirmed: bool,
) -> None:
    policy = replace(POLICY, switches=switches, flash=flash)
    run = replace(
        everything(kind, SanitisationTechnique.OVERWRITE), passes=passes, verification=mode
    )
    question = medium(kind, data_class, confirmed=confirmed)
    judged = judge(policy, question, run, frozenset(Acceptance))
    assert judged.level <= Level.CLEAR
    assert Note.SPARE_AREAS_NOT_COVERED in judged.notes
