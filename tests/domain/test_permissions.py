from __future__ import annotations

import copy
from datetime import timedelta
from typing import Any

import pytest

from serkut_desk.domain.permissions import (
    Permission,
    PermissionTable,
    PinNeed,
    Role,
    SecondSupervisor,
    parse_permissions,
)
from serkut_desk.shipped import json_resource


@pytest.fixture
def document() -> dict[str, Any]:
    shipped: dict[str, Any] = copy.deepcopy(json_resource("people", "permissions.json"))
    return shipped


@pytest.fixture
def table(document: dict[str, Any]) -> PermissionTable:
    return parse_permissions(document)


def test_a_maker_can_receive_and_wipe_and_nothing_that_a_pin_guards(
    table: PermissionTable,
) -> None:
    assert table.holds(Role.WORKER, Permission.RECEIVE)
    assert table.holds(Role.WORKER, Permission.WIPE)
    assert not table.has_pin(Role.WORKER)


def test_a_supervisors_badge_alone_gives_makers_rights(table: PermissionTable) -> None:
    by_badge = table.roles[Role.SUPERVISOR] - table.pin
    assert by_badge == table.roles[Role.WORKER] | table.grantable[Role.WORKER]


def test_a_supervisor_can_do_everything(table: PermissionTable) -> None:
    assert table.roles[Role.SUPERVISOR] == frozenset(Permission)


def test_what_asks_for_a_fresh_pin(table: PermissionTable) -> None:
    fresh = {word for word in Permission if table.pin_need(word) is PinNeed.FRESH}
    assert fresh == {"approve", "issue", "people", "policy", "keys", "restore"}
    assert table.fresh_for == timedelta(minutes=5)
    assert table.pin_need(Permission.CLOCK) is PinNeed.SESSION
    assert table.pin_need(Permission.WIPE) is PinNeed.NONE


def test_who_can(table: PermissionTable) -> None:
    def may(word: Permission) -> list[Role]:
        return [role for role in Role if table.holds(role, word)]

    assert may(Permission.APPROVE) == [Role.SUPERVISOR, Role.APPROVER]
    assert may(Permission.PEOPLE) == [Role.SUPERVISOR]


def test_a_maker_can_be_given_what_is_listed_and_never_a_mains_supply(
    table: PermissionTable,
) -> None:
    given = {Permission.BATTERY, Permission.SAFETY_TEST}
    assert table.grantable[Role.WORKER] == given
    assert not table.may(Role.WORKER, Permission.BATTERY)
    assert table.may(Role.WORKER, Permission.BATTERY, [Permission.BATTERY])
    assert not table.may(Role.WORKER, Permission.SAFETY_TEST, [Permission.BATTERY])
    for role in (Role.WORKER, Role.APPROVER, Role.AUDITOR):
        held = table.held(role, list(Permission))
        assert held == table.roles[role] | (given if role is Role.WORKER else set())
        assert Permission.MAINS not in held


def test_an_auditor_only_reads(table: PermissionTable) -> None:
    assert table.roles[Role.AUDITOR] == {Permission.SEARCH, Permission.AUDIT}


@pytest.mark.parametrize("act", SecondSupervisor)
def test_a_second_supervisor_is_asked_as_soon_as_there_are_two(
    table: PermissionTable, act: SecondSupervisor
) -> None:
    assert not table.needs_second(act, 1)
    assert table.needs_second(act, 2)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("roles", {"worker": ["receive"]}),
        ("roles", {"king": ["receive"]}),
        ("roles", []),
        ("pin", ["fly"]),
        ("pin", []),
        ("fresh_pin", "approve"),
        ("second_supervisor", ["dance"]),
        ("effective_from", "tomorrow"),
        ("grantable", {"worker": ["mains"]}),
        ("grantable", {"worker": ["repair"]}),
        ("grantable", {"king": ["battery"]}),
    ],
)
def test_a_bad_table_is_refused(document: dict[str, Any], field: str, value: object) -> None:
    document[field] = value
    with pytest.raises(ValueError, match=r"."):
        parse_permissions(document)
