"""How full a container is, and when somebody has to look after it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from serkut_desk.domain.containers import (
    Alert,
    ContainerState,
    Load,
    checked_limit,
    demand_state,
)
from serkut_desk.domain.errors import Misused, Refused

NOW = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)


def alert(inside: int, limit: int | None = 1000, days: float | None = None, **more: bool) -> object:
    due = None if days is None else NOW + timedelta(days=days)
    return Load(inside, limit, due, **more).alert(NOW, near_percent=90, near_days=14)


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        (0, None),
        (899, None),
        (900, Alert.NEARLY_FULL),
        (1000, Alert.NEARLY_FULL),
        (1001, Alert.OVER_WEIGHT),
    ],
)
def test_weight_warns_from_nine_tenths_on(inside: int, found: Alert | None) -> None:
    assert alert(inside) is found


@pytest.mark.parametrize(
    ("days", "found"),
    [(14, None), (13.9, Alert.DUE_SOON), (0, Alert.DUE_SOON), (-0.1, Alert.OVERDUE)],
)
def test_time_warns_two_weeks_before(days: float, found: Alert | None) -> None:
    assert alert(1, days=days) is found


def test_the_gravest_is_said_and_a_sealed_one_only_has_its_time() -> None:
    assert alert(1001, days=-1) is Alert.OVERDUE
    assert alert(1001, days=3) is Alert.OVER_WEIGHT
    assert alert(1001, is_open=False) is None
    assert alert(1001, days=3, is_open=False) is Alert.DUE_SOON
    assert alert(10**6, None) is None


def test_limits_are_some_or_none() -> None:
    assert checked_limit(0, 10, "days") is None
    assert checked_limit(None, 10, "days") is None
    assert checked_limit(10, 10, "days") == 10
    for wrong in (-1, 11):
        with pytest.raises(Misused):
            checked_limit(wrong, 10, "days")


@pytest.mark.parametrize("state", list(ContainerState))
def test_a_state_that_is_not_wanted_is_named(state: ContainerState) -> None:
    wanted = ContainerState.SEALED if state is ContainerState.OPEN else ContainerState.OPEN
    demand_state(state, state.value, "AS0000000166")
    with pytest.raises(Refused) as failure:
        demand_state(wanted, state.value, "AS0000000166")
    assert failure.value.code == f"container_is_{state.value}"
