from __future__ import annotations

from itertools import pairwise

import pytest

from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.media import (
    STRICTER_KIND,
    KindSource,
    Level,
    MediumKind,
    counted_kind,
    kinds_in,
)


def test_levels_compare_by_thoroughness_not_by_alphabet() -> None:
    assert sorted([Level.PURGE, Level.DESTROY, Level.NONE, Level.CLEAR]) == list(Level)
    for weaker, stronger in pairwise(Level):
        assert weaker < stronger
        assert weaker <= stronger
        assert stronger > weaker
        assert stronger >= weaker
    assert max(Level.PURGE, Level.CLEAR) is Level.PURGE


def test_the_words_of_the_command_line() -> None:
    words = "hdd sas_hdd sshd ssd sas_ssd nvme emmc ufs usb sd phone"
    assert [kind.value for kind in MediumKind] == words.split()


def test_every_kind_has_a_stricter_one() -> None:
    assert set(STRICTER_KIND) == set(MediumKind)


@pytest.mark.parametrize("source", [source for source in KindSource if source != "person"])
def test_a_kind_that_a_machine_read_counts_as_it_is(source: KindSource) -> None:
    assert counted_kind(MediumKind.HDD, source, confirmed=False) is MediumKind.HDD


def test_a_kind_from_a_person_counts_as_the_stricter_one_until_confirmed() -> None:
    person = KindSource.PERSON
    assert counted_kind(MediumKind.HDD, person, confirmed=False) is MediumKind.SSD
    assert counted_kind(MediumKind.HDD, person, confirmed=True) is MediumKind.HDD


def test_what_is_offered_fits_the_device() -> None:
    assert all(kinds_in(one) for one in DeviceType), "nothing is a dead end"
    for device_type in ("laptop", "desktop", "printer", ""):
        assert MediumKind.PHONE not in kinds_in(device_type)
    assert kinds_in("phone") == {MediumKind.PHONE, MediumKind.SD}
    assert {MediumKind.PHONE, MediumKind.EMMC} <= kinds_in("tablet")
    assert kinds_in("other") == set(MediumKind)
