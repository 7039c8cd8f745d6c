"""First start: a workshop with its first supervisors, in one transaction with one entry.

It stands beside the stations because it sets up what several of them live on: people, policy,
settings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.clock import local
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.media import DataClass
from serkut_desk.domain.permissions import PermissionTable, Role, SecondSupervisor
from serkut_desk.domain.policy_change import PolicyChange, first_document
from serkut_desk.records.policy_check import document_digest
from serkut_desk.stations.people.handlers import clean, new_badge, pin_for
from serkut_desk.stations.rules import SHIPPED_POLICY
from serkut_desk.stations.upkeep.backup_folder import usable_folder

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from serkut_desk.domain.policy import FlashDecision
    from serkut_desk.records.database import Database
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.settings import DataFolder

MOST_SUPERVISORS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSupervisor:
    """One of the first supervisors; name and title stand on certificates."""

    display: str
    pin: str | None = field(repr=False)
    name: str | None = None
    title: str | None = None
    language: str = "fi"


@dataclass(frozen=True, slots=True, kw_only=True)
class FlashRuling:
    """The city's decision about overwritten flash media, with its document."""

    decision: FlashDecision
    reference: str
    document_date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstStart:
    """What is told at the first start.

    Args:
        workshop: Its name as it stands on papers.
        supervisors: One or two.
        flash: None leaves the strict default until the city decides.
        backup_folder: Where daily backups go; None leaves a banner until it is chosen.
        data_class: What lots hold unless they say otherwise.
        data_class_reference: The city's decision on it; without one, a banner stays.
        demo: Everything in it will be invented; the window and the journal say so for good.
    """

    workshop: str
    supervisors: tuple[FirstSupervisor, ...]
    flash: FlashRuling | None = None
    backup_folder: Path | None = None
    data_class: DataClass = DataClass.CONFIDENTIAL
    data_class_reference: str | None = None
    demo: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """What the first start made.

    Args:
        people: Badges of the supervisors, in the order given.
        cannot: Keys of sentences (`first_start.cannot.*`) about what one supervisor alone can
            not do; empty with two.
    """

    people: tuple[str, ...]
    cannot: tuple[str, ...]


def make_workshop(
    folder: DataFolder, database: Database, permissions: PermissionTable, start: FirstStart
) -> Made:
    """Fill a new database.

    Raises:
        Misused: `supervisor_count`, or a text or PIN is missing.
        Refused: A PIN is too weak, the backup folder is no second place, the decision has no
            reference.
    """
    if not 1 <= len(start.supervisors) <= MOST_SUPERVISORS:
        raise Misused("supervisor_count", most=MOST_SUPERVISORS)
    with database.work() as work:
        now = work.journal.now()
        work.house.put("workshop", {"name": clean(start.workshop, "workshop")})
        made = tuple(_person(work, permissions, one, now) for one in start.supervisors)
        if start.backup_folder is not None:
            work.house.put("backup_folder", str(usable_folder(folder, start.backup_folder)))
        data_class = {
            "class": start.data_class.value,
            "reference": start.data_class_reference
            and clean(start.data_class_reference, "reference"),
        }
        work.house.put("data_class", data_class)
        if start.demo:
            work.house.put("demo", value=True)
        flash = "undecided" if start.flash is None else _decide(work, start.flash, made[0], now)
        work.journal.append(
            Tag.WORKSHOP_MADE,
            "workshop",
            made,
            supervisors=len(made),
            flash=flash,
            data_class=data_class,
            **({"document": document_digest(work.policies.documents()[0])} if start.flash else {}),
            **({"demo": True} if start.demo else {}),
        )
        work.commit()
    return Made(made, _cannot(permissions, len(made)))


def _person(
    work: UnitOfWork, permissions: PermissionTable, told: FirstSupervisor, now: datetime
) -> str:
    code = new_badge(work.people)
    work.people.add(
        code=code,
        role=Role.SUPERVISOR.value,
        display=clean(told.display, "display"),
        name=told.name and clean(told.name, "name"),
        title=told.title and clean(told.title, "title"),
        pin_hash=pin_for(permissions, Role.SUPERVISOR, told.pin),
        language=told.language,
        created_at=now,
        active=True,
    )
    return code


def _decide(work: UnitOfWork, ruling: FlashRuling, by: str, now: datetime) -> str:
    """Make the workshop's own policy; it holds at once, as nothing was wiped under another."""
    change = PolicyChange(
        reference=ruling.reference, document_date=ruling.document_date, flash=ruling.decision
    )
    today = local(now).date()
    document = first_document(shipped.json_resource(*SHIPPED_POLICY), change, today)
    work.policies.add(
        document, effective_from=today, reference=ruling.reference, made_at=now, made_by=by
    )
    return ruling.decision.value


def _cannot(permissions: PermissionTable, supervisors: int) -> tuple[str, ...]:
    if supervisors > 1:
        return ()
    alone = "first_start.cannot"
    acts = tuple(
        f"{alone}.{act}" for act in SecondSupervisor if act in permissions.second_supervisor
    )
    return (f"{alone}.approve_own", *acts)
