from __future__ import annotations

from dataclasses import replace

from serkut_desk.domain.media import DataClass, Level, MediumKind
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.stick_policy import WAYS, overwrite_method, policy_text, ways_on_stick
from serkut_desk.stations.rules import shipped_policy

POLICY = shipped_policy()


def test_every_way_says_the_level_that_the_policy_gives_it() -> None:
    for data_class in DataClass:
        for kind in WAYS:
            ways = ways_on_stick(POLICY, kind, data_class)
            required = POLICY.required_level(kind, data_class)
            levels = [level for _, level in ways]
            # What is enough stands before what is not.
            assert [one < required for one in levels] == sorted(one < required for one in levels)
            for technique, level in ways:
                row = POLICY.row(kind, technique, data_class)
                assert row is not None
                assert POLICY.top(row) is level is not Level.NONE


def test_flash_is_never_overwritten_while_it_can_do_better() -> None:
    for kind in (MediumKind.SSD, MediumKind.NVME):
        techniques = [way for way, _ in ways_on_stick(POLICY, kind, DataClass.ORDINARY)]
        assert techniques[-1] is SanitisationTechnique.OVERWRITE
        assert all("crypto" not in one.value for one in techniques)


def test_the_overwrite_makes_the_passes_that_the_house_wants() -> None:
    assert overwrite_method(POLICY) == ("dodshort", 1)
    more = replace(POLICY, min_passes={MediumKind.HDD: 8})
    assert overwrite_method(more) == ("dodshort", 3)
    assert "nwipe_method=dod522022m" in policy_text(
        replace(POLICY, min_passes={MediumKind.HDD: 7}), DataClass.ORDINARY
    )


def test_a_name_with_line_breaks_adds_no_line() -> None:
    text = policy_text(replace(POLICY, name="A\nhdd=trim:purge"), DataClass.ORDINARY)
    assert "\nhdd=trim" not in text
    assert "\nsamples=5\n" in policy_text(POLICY, DataClass.ORDINARY, samples=5)
