"""What a machine may say of the kind of a medium by itself: never anything milder."""

from __future__ import annotations

from itertools import product

from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.domain.snapshot_kind import is_milder, kind_by_itself, kind_guessed
from serkut_desk.domain.snapshots import SnapshotMedium

PERSON, REPORT, SMARTCTL = KindSource.PERSON, KindSource.REPORT, KindSource.SMARTCTL


def told(kind: MediumKind | None, path: str = "/dev/sda") -> SnapshotMedium:
    return SnapshotMedium("S1", kind=kind, kind_source=SMARTCTL, path=path)


def test_no_kind_becomes_milder_by_itself() -> None:
    for kind, source, said in product(MediumKind, KindSource, MediumKind):
        new = kind_by_itself(kind, source, told(said))
        assert new is None or new == (said, SMARTCTL)
        if is_milder(kind, said):
            assert new is None


def test_what_a_person_or_a_log_said_gets_its_source() -> None:
    for source in (PERSON, REPORT, KindSource.MODEL_TABLE):
        assert kind_by_itself(MediumKind.HDD, source, told(MediumKind.HDD)) == (
            MediumKind.HDD,
            SMARTCTL,
        )
    assert kind_by_itself(MediumKind.SSD, SMARTCTL, told(MediumKind.NVME)) is None
    stricter = kind_by_itself(MediumKind.HDD, SMARTCTL, told(MediumKind.SSD))
    assert stricter == (MediumKind.SSD, SMARTCTL)
    assert kind_by_itself(MediumKind.HDD, PERSON, told(None)) is None


def test_a_kind_that_nothing_tells_is_the_strict_one() -> None:
    assert kind_guessed(told(MediumKind.HDD)) == (MediumKind.HDD, SMARTCTL)
    assert kind_guessed(told(None)) == (MediumKind.SSD, PERSON)
    assert kind_guessed(told(None, "/dev/mmcblk0")) == (MediumKind.EMMC, PERSON)
