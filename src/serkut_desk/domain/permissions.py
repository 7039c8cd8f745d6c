"""Who may do what: one dated table of roles and permissions, as frozen data.

The table is shipped as `resources/people/permissions.json`; handlers ask it, screens show it
("who can").
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence


class Permission(StrEnum):
    """One thing that a person may be allowed to do."""

    SEARCH = "search"
    RECEIVE = "receive"
    MEDIA = "media"
    MOVE = "move"
    LABELS = "labels"
    WIPE = "wipe"
    STOP = "stop"
    LOTS = "lots"
    CLOSE_LOT = "close_lot"
    DECIDE = "decide"
    APPROVE = "approve"
    ISSUE = "issue"
    PEOPLE = "people"
    POLICY = "policy"
    KEYS = "keys"
    CLOCK = "clock"
    DAY_CLOSE = "day_close"
    BACKUP = "backup"
    RESTORE = "restore"
    AUDIT = "audit"
    GRADE = "grade"
    OVERRIDE = "override"
    OUTCOME = "outcome"
    HAND_OVER = "hand_over"
    RETURNS = "returns"
    QUARANTINE = "quarantine"
    COUNT = "count"
    INCIDENT = "incident"
    REPORT = "report"
    FEEDBACK = "feedback"
    REPAIR = "repair"
    MAINS = "mains"
    BATTERY = "battery"
    SAFETY_TEST = "safety_test"
    PARTS = "parts"
    STOCK = "stock"
    DISMANTLE = "dismantle"
    CONTAINERS = "containers"
    SHIP = "ship"
    INSTALL = "install"
    IMAGES = "images"
    CATALOGUE = "catalogue"


class Role(StrEnum):
    """What a person is in the workshop."""

    WORKER = "worker"
    SUPERVISOR = "supervisor"
    APPROVER = "approver"
    AUDITOR = "auditor"


class PinNeed(StrEnum):
    """Whether a permission asks for the PIN."""

    NONE = "none"
    SESSION = "session"
    FRESH = "fresh"


class SecondSupervisor(StrEnum):
    """Acts that need a second supervisor as soon as the workshop has two."""

    ADD_SUPERVISOR = "add_supervisor"
    PROMOTE_SUPERVISOR = "promote_supervisor"
    RESET_PIN = "reset_pin"
    CHANGE_POLICY = "change_policy"
    LOWER_DATA_CLASS = "lower_data_class"
    FREE_STOLEN = "free_stolen"
    CHANGE_ACCOUNT = "change_account"


@dataclass(frozen=True, slots=True)
class PermissionTable:
    """Roles, their permissions, and when a PIN is asked for.

    Args:
        version: Runs on with every change.
        effective_from: First day it holds (Finnish local date).
        roles: Permissions by role.
        pin: Permissions that need a PIN given in this session.
        fresh_pin: Those that need one not older than `fresh_for`; a part of `pin`.
        fresh_for: How long a PIN stays fresh.
        second_supervisor: Acts that a second supervisor confirms once there are two.
        grantable: What people of a role can be given one by one, besides what the role carries.
            Nothing that a PIN guards: so no maker can be let into a mains supply (gate 5).
    """

    version: int
    effective_from: date
    roles: Mapping[Role, frozenset[Permission]]
    pin: frozenset[Permission]
    fresh_pin: frozenset[Permission]
    fresh_for: timedelta
    second_supervisor: frozenset[SecondSupervisor]
    grantable: Mapping[Role, frozenset[Permission]]

    def held(self, role: Role, granted: Collection[Permission] = ()) -> frozenset[Permission]:
        """Return what somebody may: by their role, and what they were given of what it allows."""
        return self.roles[role] | (self.grantable[role] & frozenset(granted))

    def may(self, role: Role, permission: Permission, granted: Collection[Permission] = ()) -> bool:
        """Tell whether somebody of `role` may, by it or by what they were given."""
        return permission in self.held(role, granted)

    def holds(self, role: Role, permission: Permission) -> bool:
        """Tell whether `role` carries `permission`."""
        return permission in self.roles[role]

    def pin_need(self, permission: Permission) -> PinNeed:
        """Return whether `permission` needs no PIN, one in this session, or a fresh one."""
        if permission in self.fresh_pin:
            return PinNeed.FRESH
        return PinNeed.SESSION if permission in self.pin else PinNeed.NONE

    def needs_second(self, act: SecondSupervisor, supervisors: int) -> bool:
        """Tell whether `act` needs a second supervisor in a workshop that has `supervisors`."""
        return act in self.second_supervisor and supervisors > 1

    def has_pin(self, role: Role) -> bool:
        """Tell whether people of `role` hold anything that a PIN guards."""
        return bool(self.roles[role] & self.pin)


def _permissions(words: Sequence[str]) -> frozenset[Permission]:
    return frozenset(Permission(word) for word in words)


def parse_permissions(table: Mapping[str, object]) -> PermissionTable:
    """Return the table in parsed JSON.

    Raises:
        ValueError: A word is unknown, a role is missing, a fresh PIN is asked where none is, or
            something can be given that a PIN guards.
        KeyError: A field is missing.
    """
    roles = {Role(name): _permissions(_words(held)) for name, held in _object(table["roles"])}
    pin, fresh = _permissions(_words(table["pin"])), _permissions(_words(table["fresh_pin"]))
    if set(roles) != set(Role):
        message = "every role needs its permissions"
        raise ValueError(message)
    given = _object(table["grantable"])
    grantable = dict.fromkeys(Role, frozenset[Permission]())
    grantable |= {Role(name): _permissions(_words(words)) for name, words in given}
    for role, words in grantable.items():
        if words & (pin | roles[role]):
            message = f"{role} can not be given what a PIN guards, or what the role carries"
            raise ValueError(message)
    if not fresh <= pin:
        message = "a fresh PIN is asked where none is needed"
        raise ValueError(message)
    return PermissionTable(
        version=int(str(table["version"])),
        effective_from=date.fromisoformat(str(table["effective_from"])),
        roles=roles,
        pin=pin,
        fresh_pin=fresh,
        fresh_for=timedelta(minutes=int(str(table["fresh_minutes"]))),
        second_supervisor=frozenset(
            SecondSupervisor(word) for word in _words(table["second_supervisor"])
        ),
        grantable=grantable,
    )


def _words(value: object) -> list[str]:
    if not isinstance(value, list):
        message = f"a list of words is expected, not {value!r}"
        raise ValueError(message)  # noqa: TRY004 - callers know one error for a bad table
    return [str(word) for word in value]


def _object(value: object) -> list[tuple[str, object]]:
    if not isinstance(value, dict):
        message = f"an object is expected, not {value!r}"
        raise ValueError(message)  # noqa: TRY004 - callers know one error for a bad table
    return [(str(key), held) for key, held in value.items()]
