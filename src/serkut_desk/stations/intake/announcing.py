"""Lots that are known before they come: announced, corrected, given their list, here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.clock import local
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.intake.cage_list import checked, told
from serkut_desk.stations.intake.lot_commands import (
    AnnounceLot,
    ArriveLot,
    ChangeAnnouncement,
    LoadList,
)
from serkut_desk.stations.intake.lot_handlers import (
    Beginning,
    begin,
    check_list,
    lines_in,
    read,
    summary,
)
from serkut_desk.stations.intake.lot_results import Announced, Arrived, Listed
from serkut_desk.stations.intake.opened import open_lot_named
from serkut_desk.stations.wording import file_name, impersonal_text

if TYPE_CHECKING:
    from datetime import date

    from serkut_desk.stations.intake.results import Opened

_LONGEST_ORDER = 40
_LONGEST_ROLE = 80


def _day(task: Task, day: date) -> date:
    if day < local(task.now).date():
        raise Refused("expected_past", day=day.isoformat())
    return day


def _order(text: str) -> str:
    return impersonal_text(text, "order_reference", _LONGEST_ORDER)


def _role(text: str) -> str:
    return impersonal_text(text, "contact_role", _LONGEST_ROLE)


@handles(AnnounceLot, Permission.LOTS, prepare=read)
def announce_lot(task: Task, command: AnnounceLot) -> Opened:
    """Write down a lot that will come; nothing is received into it before it is here.

    Raises:
        Refused: As `OpenLot`; `expected_past`, `person_not_kept`, `cage_twice`, `seal_twice`.
        Misused: `text_too_long`.
    """
    day = _day(task, command.expected_on)
    texts = {
        "order_reference": _order(command.order_reference),
        "contact_role": _role(command.contact_role),
    }
    cages = checked(command.cages)
    says = {"expected_on": day.isoformat(), **texts, "cages": told(cages)}
    columns = {"expected_on": day, **texts}
    return begin(task, command, Beginning(Tag.LOT_ANNOUNCED, columns, says, cages))


@handles(ChangeAnnouncement, Permission.LOTS)
def change_announcement(task: Task, command: ChangeAnnouncement) -> Announced:
    """Correct the day, the order's number or whom to ask.

    Raises:
        Refused: `lot_unknown`, `lot_closed`, `lot_unchanged`, `expected_past`,
            `person_not_kept`; `lot_came` for the day of a lot that is here.
        Misused: `text_too_long`.
    """
    work = task.work
    lot = open_lot_named(work, command.lot)
    new: dict[str, date | str] = {}
    if command.expected_on is not None and command.expected_on != lot.expected_on:
        if not lot.is_expected:
            raise Refused("lot_came", lot=lot.code)
        new["expected_on"] = _day(task, command.expected_on)
    if command.order_reference is not None:
        new["order_reference"] = _order(command.order_reference)
    if command.contact_role is not None:
        new["contact_role"] = _role(command.contact_role)
    new = {name: value for name, value in new.items() if value != getattr(lot, name)}
    if not new:
        raise Refused("lot_unchanged", lot=lot.code)
    work.lots.change(lot.id, **new)
    work.journal.append(
        Tag.LOT_CHANGED,
        lot.code,
        before={name: _plain(getattr(lot, name)) for name in new},
        after={name: _plain(value) for name, value in new.items()},
    )
    return Announced(work.lots.by_id(lot.id))


def _plain(value: date | str | None) -> str | None:
    return value if value is None or isinstance(value, str) else value.isoformat()


@handles(LoadList, Permission.LOTS, prepare=read)
def load_list(task: Task, command: LoadList) -> Listed:
    """Give a lot its list, as long as it has none and nothing came.

    Raises:
        Refused: `lot_unknown`, `lot_closed`, `lot_has_list`, `lot_has_devices`, `list_known`,
            `list_has_problems`, `list_*` for what is no list.
    """
    work, content = task.work, task.prepared
    lot = open_lot_named(work, command.lot)
    if content is None:
        raise Misused("manifest_missing")
    if lot.list_digest is not None:
        raise Refused("lot_has_list", lot=lot.code)
    if work.lots.counts(lot.id).received:
        raise Refused("lot_has_devices", lot=lot.code)
    check_list(task, command, content)
    name = file_name(command.manifest_name)
    work.lots.change(lot.id, list_name=name, list_digest=content.digest)
    work.lots.add_lines(lines_in(lot.id, content.content))
    work.journal.append(Tag.LOT_LIST_LOADED, lot.code, list=summary(content))
    return Listed(lot.code, content.content)


@handles(ArriveLot, Permission.RECEIVE, entries=Entries.MAYBE)
def arrive_lot(task: Task, command: ArriveLot) -> Arrived:
    """Say that a lot is here; again, it is answered and nothing is written.

    Raises:
        Refused: `lot_unknown` or `lot_closed`.
    """
    work = task.work
    lot = open_lot_named(work, command.lot)
    if not lot.is_expected:
        return Arrived(lot.code, already=True)
    work.lots.change(lot.id, arrived_at=task.now)
    day = lot.expected_on.isoformat() if lot.expected_on else None
    work.journal.append(Tag.LOT_ARRIVED, lot.code, expected_on=day)
    return Arrived(lot.code)
