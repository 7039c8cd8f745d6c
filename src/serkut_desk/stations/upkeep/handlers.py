"""Clock, backup, day report, policy, checkpoint."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.domain.clock import local, to_text
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission, SecondSupervisor
from serkut_desk.domain.policy_change import differences
from serkut_desk.domain.policy_reader import parse_policy
from serkut_desk.records.files import write_synced
from serkut_desk.records.named_files import DAY_REPORTS
from serkut_desk.records.policy_check import document_digest
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.rules import last_document
from serkut_desk.stations.upkeep import backing_up, checkpoints, day, policy_follow
from serkut_desk.stations.upkeep.backup_folder import (
    DEFAULT_DAYS,
    FEWEST_DAYS,
    rotate,
    usable_folder,
)
from serkut_desk.stations.upkeep.commands import (
    ChangePolicy,
    ChooseBackupFolder,
    CloseDay,
    ClosedDay,
    ConfirmClock,
    MadeBackup,
    MakeBackup,
    MakeCheckpoint,
)
from serkut_desk.stations.upkeep.policy_effect import next_document
from serkut_desk.stations.upkeep.policy_follow import Followed
from serkut_desk.stations.upkeep.queries import LAST_BACKUP_HEAD

if TYPE_CHECKING:
    from serkut_desk.domain.policy import Policy
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.upkeep.checkpoints import Signer


@handles(ConfirmClock, Permission.CLOCK)
def confirm_clock(task: Task, _command: ConfirmClock) -> None:
    """Take the doubt away; if the clock jumps at this very moment, that is confirmed, too."""
    if not task.work.house.get("clock_doubted", False):
        raise Refused("clock_not_doubted")
    task.work.journal.append(Tag.CLOCK_CONFIRMED, "clock")
    task.work.house.put("clock_doubted", False)  # noqa: FBT003 - the setting's value


@handles(ChooseBackupFolder, Permission.BACKUP)
def choose_backup_folder(task: Task, command: ChooseBackupFolder) -> Path:
    """Remember the second place."""
    house = task.work.house
    if command.folder is None and command.keep_days is None:
        raise Misused("nothing_to_change")
    if command.keep_days is not None:
        if command.keep_days < FEWEST_DAYS:
            raise Refused("backup_days_too_few", fewest=FEWEST_DAYS)
        house.put("backup_days", command.keep_days)
    if command.folder is not None:
        house.put("backup_folder", str(usable_folder(task.desk.folder, command.folder)))
    folder = backup_folder(task.work)
    # The path may hold a person's name, so that the journal does not have it.
    days = house.get("backup_days", DEFAULT_DAYS)
    task.work.journal.append(Tag.FOLDER_CHOSEN, "backup", days=days)
    return folder


def backup_folder(work: UnitOfWork) -> Path:
    """Return the chosen second place.

    Raises:
        Refused: `backup_folder_missing`.
    """
    chosen = work.house.get("backup_folder")
    if chosen is None:
        raise Refused("backup_folder_missing")
    return Path(chosen)


def _copy(desk: Desk, command: MakeBackup) -> MadeBackup:
    return _made(desk, command.to, command.signer)


def _made(desk: Desk, to: Path | None, signer: Signer | None) -> MadeBackup:
    with desk.database.reading() as work:
        workshop = work.house.get("workshop")["name"]
        folder = backup_folder(work) if to is None else to
    return backing_up.make(desk, usable_folder(desk.folder, folder), workshop, signer)


def _enter(work: UnitOfWork, made: MadeBackup, *, regular: bool) -> MadeBackup:
    """Enter a backup; in the chosen folder it lets old ones go."""
    house = work.house
    removed: tuple[str, ...] = ()
    if regular:
        house.put("last_backup", to_text(work.journal.now()))
        removed = tuple(rotate(made.path.parent, int(house.get("backup_days", DEFAULT_DAYS))))
    house.put(LAST_BACKUP_HEAD, {"seq": made.seq, "hash": made.hash})
    work.journal.append(
        Tag.BACKUP_MADE,
        "backup",
        name=made.path.name,
        seq=made.seq,
        hash=made.hash,
        files=made.files,
        signed=made.signed,
        removed=list(removed),
    )
    return replace(made, removed=removed)


@handles(MakeBackup, Permission.BACKUP, prepare=_copy)
def make_backup(task: Task, command: MakeBackup) -> MadeBackup:
    """Enter the backup that was made and verified before the transaction."""
    return _enter(task.work, task.prepared, regular=command.to is None)


def make_daily_backup(desk: Desk, signer: Signer | None = None) -> MadeBackup:
    """Make today's backup; the program does it by itself, whoever is at the desk.

    Raises:
        Refused: `backup_folder_missing`.
        Unavailable: It could not be made.
    """
    made = _made(desk, None, signer)
    with desk.database.work() as work:
        entered = _enter(work, made, regular=True)
        work.commit()
    return entered


def follow_policy(desk: Desk, at_once: int = policy_follow.AT_ONCE) -> Followed:
    """Let some stored states follow the policy that holds now; the program does it by itself."""
    now = desk.clock.now()
    with desk.database.reading() as work:
        behind = policy_follow.is_behind(work, now)
    if not behind:
        return Followed()
    with desk.database.work() as work:
        followed = policy_follow.follow(work, now, at_once)
        work.commit()
    return followed


@handles(MakeCheckpoint, Permission.AUDIT)
def make_checkpoint(task: Task, command: MakeCheckpoint) -> dict[str, object]:
    """Give out the head before the checkpoint's own entry."""
    head = task.work.journal.head()
    workshop = task.work.house.get("workshop")["name"]
    document = checkpoints.made(head, workshop, task.now, command.signer)
    signed = command.signer is not None
    task.work.journal.append(
        Tag.CHECKPOINT_MADE, "journal", seq=head.seq, hash=head.hash, signed=signed
    )
    return document


@handles(CloseDay, Permission.DAY_CLOSE, entries=Entries.MAYBE)
def close_day(task: Task, command: CloseDay) -> ClosedDay:
    """Make the report of today; the file is on the disk before its entry commits.

    Where nothing has happened since it was made, the same report is given out again.
    """
    closed = _closed_just_now(task)
    if closed is not None:
        return closed
    from serkut_desk.documents.day_report import day_report_pdf  # noqa: PLC0415 - loads reportlab

    report = day.gather(task.work, task.now, task.actor, command.language)
    pdf = day_report_pdf(report, command.language)
    digest = task.desk.files.keep(pdf)
    path = task.desk.folder.papers / f"{report.day.isoformat()}-{report.anchor.seq}.pdf"
    write_synced(path, pdf)
    task.work.journal.append(
        Tag.DAY_CLOSED,
        DAY_REPORTS,
        day=report.day.isoformat(),
        sha256=digest,
        seq=report.anchor.seq,
        hash=report.anchor.hash,
    )
    return ClosedDay(report.day, path, digest, report.anchor.seq, report.anchor.hash)


def _closed_just_now(task: Task) -> ClosedDay | None:
    newest = next(task.work.journal.entries(task.work.journal.head().seq - 1), None)
    if newest is None or newest.tag != Tag.DAY_CLOSED:
        return None
    said = json.loads(newest.body)
    if said["day"] != local(task.now).date().isoformat():
        return None
    path = task.desk.folder.papers / f"{said['day']}-{said['seq']}.pdf"
    if not path.exists():
        write_synced(path, task.desk.files.read(said["sha256"]))
    today = local(task.now).date()
    return ClosedDay(today, path, said["sha256"], said["seq"], said["hash"], again=True)


def _policy_act(_command: ChangePolicy) -> SecondSupervisor:
    return SecondSupervisor.CHANGE_POLICY


@handles(ChangePolicy, Permission.POLICY, second=_policy_act)
def change_policy(task: Task, command: ChangePolicy) -> Policy:
    """Make the next version; it holds from tomorrow on.

    Raises:
        Refused: as `next_document`.
    """
    before = last_document(task.work)
    document = next_document(task.work, command.change, task.now)
    policy = parse_policy(document)
    task.work.policies.add(
        document,
        effective_from=policy.effective_from,
        reference=policy.document,
        made_at=task.now,
        made_by=task.actor,
    )
    changes = differences(parse_policy(before), policy)
    only_flash = all(change.where.startswith("flash.") for change in changes)
    task.work.journal.append(
        Tag.FLASH_DECIDED if only_flash else Tag.POLICY_CHANGED,
        "policy",
        version=policy.version,
        effective_from=policy.effective_from.isoformat(),
        reference=policy.document,
        document=document_digest(document),
        changes=[[change.where, change.before, change.after] for change in changes],
        **({} if task.second is None else {"second": task.second.code}),
    )
    return policy
