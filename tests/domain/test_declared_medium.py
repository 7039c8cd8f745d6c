from __future__ import annotations

import pytest

from serkut_desk.domain.declared_medium import declared_medium
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.media import KindSource, MediumKind


def test_serial_kind_and_size() -> None:
    medium = declared_medium(" s4evnf0m , NVMe, 256 ")
    assert (medium.serial, medium.kind, medium.capacity_bytes) == (
        "S4EVNF0M",
        MediumKind.NVME,
        256_000_000_000,
    )
    assert medium.source is KindSource.PERSON


def test_the_serial_and_the_size_may_be_unknown() -> None:
    medium = declared_medium(",hdd")
    assert (medium.serial, medium.capacity_bytes) == ("", None)
    assert declared_medium("WD1,hdd,0.5").capacity_bytes == 500_000_000


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "medium_form"),
        ("WD1", "medium_form"),
        ("WD1,hdd,500,x", "medium_form"),
        ("W" * 65 + ",hdd,1", "medium_form"),
        ("WD1,floppy,1", "medium_kind"),
        ("WD1,hdd,many", "medium_size"),
        ("WD1,hdd,-1", "medium_size"),
        ("WD1,hdd,NaN", "medium_size"),
        ("WD1,hdd,1e99", "medium_size"),
    ],
)
def test_what_makes_no_sense_is_misuse(text: str, code: str) -> None:
    with pytest.raises(Misused, match=code):
        declared_medium(text)
