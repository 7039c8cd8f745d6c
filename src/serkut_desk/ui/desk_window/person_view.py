"""A person of the records as screens need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.permissions import Role
from serkut_desk.ui.desk_window.rooms import rooms_for
from serkut_desk.ui.panel import PersonView

if TYPE_CHECKING:
    from serkut_desk.domain.people import Person
    from serkut_desk.domain.permissions import PermissionTable


def person_view(person: Person, table: PermissionTable) -> PersonView:
    """Return what screens show and offer this person."""
    permissions = table.held(person.role, person.granted)
    return PersonView(
        code=person.code,
        name=person.display,
        role=person.role,
        short=person.display[-2:],
        stations=rooms_for(permissions),
        permissions=frozenset(permission.value for permission in permissions),
        supervisor=person.role is Role.SUPERVISOR,
        guidance=person.role is Role.WORKER,
        language=person.language,
    )
