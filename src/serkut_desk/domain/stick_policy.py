"""The small plain-text policy that goes onto the stick: how each kind of drive is emptied there.

`serkut-wipe` reads it line by line and refuses a line that it does not know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.media import Level, MediumKind
from serkut_desk.domain.policy import SanitisationTechnique as Technique

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serkut_desk.domain.media import DataClass
    from serkut_desk.domain.policy import Policy

FIRST_LINE = "serkut-wipe policy 1"
# What the stick can do, the best first where the policy has no preference of its own. Erasing of
# keys is not among it: the policy asks whether the data was encrypted from the beginning, and no
# stick can know. Nothing that a drive of this kind cannot be asked for without further programs.
_ATA = (
    Technique.ATA_SANITIZE_OVERWRITE,
    Technique.ATA_SECURITY_ERASE_ENHANCED,
    Technique.ATA_SECURITY_ERASE,
)
WAYS: dict[MediumKind, tuple[Technique, ...]] = {
    MediumKind.HDD: (Technique.OVERWRITE, *_ATA),
    MediumKind.SAS_HDD: (Technique.OVERWRITE,),
    MediumKind.SSD: (
        Technique.ATA_SANITIZE_BLOCK_ERASE,
        Technique.ATA_SECURITY_ERASE_ENHANCED,
        Technique.ATA_SECURITY_ERASE,
        Technique.OVERWRITE,
    ),
    MediumKind.SAS_SSD: (Technique.OVERWRITE,),
    MediumKind.NVME: (
        Technique.NVME_SANITIZE_BLOCK_ERASE,
        Technique.NVME_SANITIZE_OVERWRITE,
        Technique.NVME_FORMAT_SES1,
        Technique.OVERWRITE,
    ),
    MediumKind.EMMC: (Technique.OVERWRITE,),
    MediumKind.SD: (Technique.OVERWRITE,),
    MediumKind.USB: (Technique.OVERWRITE,),
}
# A day: an overwriting sanitize of the largest disks takes more than half of one.
_FIGURES = {
    "nwipe_verify": "last",
    "samples": "200",
    "subsections": "1000",
    "wait_seconds": "86400",
    "poll_seconds": "5",
    "tick_seconds": "60",
}
_METHOD_PASSES = {"zero": 1, "dodshort": 3, "dod522022m": 7}


def ways_on_stick(
    policy: Policy, kind: MediumKind, data_class: DataClass
) -> tuple[tuple[Technique, Level], ...]:
    """Return what the stick tries on a kind of drive: first what reaches the required level.

    Techniques that give no level at all are left out.
    """
    required = policy.required_level(kind, data_class)
    found = []
    for technique in WAYS[kind]:
        row = policy.row(kind, technique, data_class)
        if row is not None and policy.top(row) > Level.NONE:
            found.append((technique, policy.top(row)))
    return tuple(sorted(found, key=lambda way: way[1] < required))


def overwrite_method(policy: Policy) -> tuple[str, int]:
    """Return the method of nwipe, and its rounds, that make the passes the policy asks for."""
    counts = [count for kind, count in policy.min_passes.items() if kind in WAYS]
    rows = [row.conditions.passes_at_least for row in policy.rows]
    wanted = max([1, *counts, *rows])
    for method, passes in _METHOD_PASSES.items():
        if passes >= wanted:
            return method, 1
    return "dodshort", -(-wanted // _METHOD_PASSES["dodshort"])


def policy_text(policy: Policy, data_class: DataClass, **figures: int) -> str:
    """Return the file for drives with data of one class.

    Args:
        policy: The version that holds.
        data_class: The class of the data on the drives that the stick is for.
        figures: Other numbers than the usual ones, by their key in the file.
    """
    return "\n".join(_lines(policy, data_class, figures)) + "\n"


def _lines(policy: Policy, data_class: DataClass, figures: dict[str, int]) -> Iterator[str]:
    method, rounds = overwrite_method(policy)
    yield FIRST_LINE
    yield f"name={' '.join(policy.name.split())}"
    yield f"version={policy.version}"
    yield f"class={data_class.value}"
    for kind in WAYS:
        yield f"required.{kind.value}={policy.required_level(kind, data_class).value}"
        ways = ways_on_stick(policy, kind, data_class)
        yield f"{kind.value}=" + " ".join(f"{way.value}:{level.value}" for way, level in ways)
    yield f"nwipe_method={method}"
    yield f"nwipe_rounds={rounds}"
    for key, usual in _FIGURES.items():
        yield f"{key}={figures.get(key, usual)}"
