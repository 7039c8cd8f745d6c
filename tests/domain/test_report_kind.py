from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serkut_desk.domain.evidence import DriveResult, ReportRun
from serkut_desk.domain.media import DataClass, KindSource, MediumKind, counted_kind
from serkut_desk.domain.policy_reader import parse_policy
from serkut_desk.domain.report_kind import MAGNETIC, SOLID, kind_guessed, kind_now, kind_told
from serkut_desk.shipped import json_resource


@pytest.mark.parametrize(
    ("bus", "path", "at_least", "kind"),
    [
        ("ATA", "/dev/sda", "0.35", MediumKind.HDD),
        ("ATA", "/dev/sda", "0.31", None),
        ("ATA", "/dev/sda", None, None),
        ("ATA-SSD", "/dev/sda", None, MediumKind.SSD),
        ("USB-SSD", "/dev/sda", "0.41", MediumKind.SSD),
        ("SAS", "/dev/sda", "0.41", MediumKind.SAS_HDD),
        ("SAS-SSD", "/dev/sda", "0.41", MediumKind.SAS_SSD),
        ("NVME", "/dev/nvme0n1", None, MediumKind.NVME),
        ("UNK", "/dev/nvme0n1", None, MediumKind.NVME),
        ("USB", "/dev/sdb", "0.41", None),
        ("UNK", "/dev/sdb", "0.41", None),
        ("VIRT", "/dev/loop0", "0.41", None),
    ],
)
def test_a_log_is_sure_of_few_kinds(
    bus: str, path: str, at_least: str | None, kind: MediumKind | None
) -> None:
    run = ReportRun(index=0, tool="nwipe", at_least=at_least)
    assert kind_told(DriveResult(device=path, bus=bus), run) is kind


def test_an_undeclared_drive_is_taken_for_something_strict() -> None:
    assert kind_guessed(DriveResult(device="/dev/sda", bus="UNK")) is MediumKind.SSD
    assert kind_guessed(DriveResult(device="/dev/sdb", bus="USB")) is MediumKind.USB
    assert kind_guessed(DriveResult(device="/dev/mmcblk0", bus="UNK")) is MediumKind.EMMC


@given(
    kind=st.sampled_from(MediumKind),
    source=st.sampled_from(KindSource),
    said=st.sampled_from(MediumKind) | st.none(),
    data_class=st.sampled_from(DataClass),
)
def test_a_log_alone_never_lowers_what_is_required(
    kind: MediumKind, source: KindSource, said: MediumKind | None, data_class: DataClass
) -> None:
    policy = parse_policy(json_resource("policy", "2026-01-01_sanitisation.json"))
    new = kind_now(kind, source, said)
    if new is None:
        return
    before, after = (
        policy.required_level(kind, data_class),
        policy.required_level(new[0], data_class),
    )
    assert after >= before
    assert new[0] is said
    if kind in SOLID:
        assert new[0] not in MAGNETIC
    assert counted_kind(new[0], new[1], confirmed=False) is said
