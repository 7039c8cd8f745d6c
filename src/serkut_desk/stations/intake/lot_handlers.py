"""Lots: opened with the sender's list, counted; what class their data has."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.media import DataClass
from serkut_desk.domain.permissions import Permission, SecondSupervisor
from serkut_desk.domain.serials import serial_key
from serkut_desk.interchange.delivery_list import read_delivery_list
from serkut_desk.stations.authority import second_supervisor
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.intake.cage_list import put_up
from serkut_desk.stations.intake.commands import DecideDataClass, OpenLot, ReceiveQuantity
from serkut_desk.stations.intake.opened import lot_here, open_lot_named
from serkut_desk.stations.intake.results import Counted, Opened
from serkut_desk.stations.wording import file_name, short_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from serkut_desk.domain.cages import NewCage
    from serkut_desk.domain.delivery_list import DeliveryList, ListRow, Remark
    from serkut_desk.domain.people import Person
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.intake.lot_commands import LoadList

# Setting: the class of deliveries by default, with the document that says so.
DATA_CLASS = "data_class"
LONGEST_NAME = 120
MOST_PIECES = 1_000_000


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list as it was read before the transaction, with the SHA-256 of its file."""

    content: DeliveryList
    digest: str


def read(_desk: Desk, command: OpenLot | LoadList) -> ReadList | None:
    """Read a command's list: its `prepare`."""
    if command.manifest is None:
        return None
    digest = sha256(command.manifest).hexdigest()
    return ReadList(read_delivery_list(command.manifest), digest)


@handles(OpenLot, Permission.LOTS, prepare=read)
def open_lot(task: Task, command: OpenLot) -> Opened:
    """Begin a delivery; all of its list is kept, or nothing is saved."""
    return begin(task, command, Beginning(Tag.LOT_OPENED))


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a lot begins.

    Args:
        tag: Of its entry.
        columns: What its record holds besides.
        told: What the entry says besides.
        cages: Made with it.
    """

    tag: Tag
    columns: Mapping[str, object] = field(default_factory=dict)
    told: Mapping[str, object] = field(default_factory=dict)
    cages: Sequence[NewCage] = ()


def begin(task: Task, command: OpenLot, how: Beginning) -> Opened:
    """Write a new lot with its one entry; the command's list was read before.

    Raises:
        Refused: What the list, the data class or the sender's name have against it.
    """
    work, read = task.work, task.prepared
    sender = short_text(command.sender, "sender", LONGEST_NAME)
    if read is not None:
        check_list(task, command, read)
    data_class, reference = _data_class(task, command)
    second = _lowered_by(task, command, data_class)
    organisation, is_new = work.lots.organisation_named(sender, task.now)
    code = work.house.next_code(CodeKind.LOT)
    lot_id = work.lots.add(
        code=code,
        organisation_id=organisation.id,
        data_class=data_class.value,
        data_class_reference=reference,
        list_name=file_name(command.manifest_name) if read else None,
        list_digest=read.digest if read else None,
        state="open",
        opened_at=task.now,
        opened_by=task.actor,
        **how.columns,
    )
    if read is not None:
        work.lots.add_lines(lines_in(lot_id, read.content))
    head = work.journal.append(
        how.tag,
        code,
        sender=organisation.name,
        new_sender=is_new,
        data_class=data_class.value,
        data_class_reference=reference,
        list=summary(read) if read else None,
        **how.told,
        **({} if second is None else {"second": second.code}),
    )
    put_up(work, lot_id, how.cages, head.seq)
    lot = open_lot_named(work, code)
    return Opened(lot, organisation.name, is_new, read.content if read else None)


def check_list(task: Task, command: OpenLot | LoadList, read: ReadList) -> None:
    """Raise what a person must say about a list before it is taken.

    Raises:
        Refused: `list_known` or `list_has_problems`.
    """
    same = task.work.lots.with_list(read.digest)
    if same is not None and not command.same_again:
        raise Refused("list_known", lot=same.code)
    stopped = read.content.stopped_rows
    if stopped and not command.accept_problems:
        rows = ", ".join(str(row.row) for row in stopped[:20])
        raise Refused("list_has_problems", count=len(stopped), rows=rows)


def _data_class(task: Task, command: OpenLot) -> tuple[DataClass, str | None]:
    """Return the lot's class and what it rests on; ordinary only with a decision."""
    decided = task.work.house.get(DATA_CLASS) or {}
    default = _default(task)
    chosen = command.data_class or default
    if command.reference:
        return chosen, short_text(command.reference, "reference")
    if chosen is DataClass.ORDINARY and default is not DataClass.ORDINARY:
        raise Refused("data_class_undecided")
    return chosen, decided.get("reference") if chosen is default else None


def _lowered_by(task: Task, command: OpenLot, chosen: DataClass) -> Person | None:
    """Return the second supervisor of a lot that is taken for less than the workshop's default.

    Raises:
        Refused: As `authority.second_supervisor`.
    """
    if chosen is not DataClass.ORDINARY or _default(task) is DataClass.ORDINARY:
        return None
    return second_supervisor(
        task.work.people,
        task.desk.permissions,
        SecondSupervisor.LOWER_DATA_CLASS,
        permission=Permission.LOTS,
        first=task.person,
        second=command.second,
        now=task.desk.clock.now(),
    )


def _default(task: Task) -> DataClass:
    decided = task.work.house.get(DATA_CLASS) or {}
    return DataClass(decided.get("class", DataClass.CONFIDENTIAL))


def lines_in(lot_id: int, content: DeliveryList) -> list[dict[str, object]]:
    """Return a list's rows as the records hold them."""
    return [_line(lot_id, row) for row in content.rows]


def _line(lot_id: int, row: ListRow) -> dict[str, object]:
    return {
        "lot_id": lot_id,
        "row": row.row,
        "type": row.type.value if row.type else None,
        "manufacturer": row.manufacturer,
        "model": row.model,
        "serial": row.serial,
        "serial_key": serial_key(row.serial),
        "inventory": row.inventory,
        "inventory_key": serial_key(row.inventory),
        "imei": row.imei,
        "quantity": row.quantity,
        "weight_g": row.weight_g,
        "problems": [_remark(remark) for remark in row.problems],
        "notes": [_remark(remark) for remark in row.notes],
    }


def _remark(remark: Remark) -> dict[str, Any]:
    """Return a remark as plain data; said again by its key and fields."""
    return {"code": remark.code.value, "fields": remark.fields}


def summary(read: ReadList) -> dict[str, object]:
    """Return what auditors need of a list: counts, its SHA-256, which columns were left out."""
    rows = read.content.rows
    return {
        "sha256": read.digest,
        "devices": sum(row.quantity == 1 for row in rows),
        "quantities": sum(row.quantity > 1 for row in rows),
        "pieces": sum(row.quantity for row in rows if row.quantity > 1),
        "to_be_identified": len(read.content.stopped_rows),
        "skipped": len(read.content.skipped),
        "ignored_columns": list(read.content.ignored_columns),
    }


@handles(ReceiveQuantity, Permission.RECEIVE)
def receive_quantity(task: Task, command: ReceiveQuantity) -> Counted:
    """Write down how many things came of a line of many."""
    work = task.work
    lot = lot_here(work, command.lot)
    lines = [line for line in work.lots.lines_of(lot.id) if line.row == command.row]
    many = [line for line in lines if line.quantity > 1]
    if not many:
        raise Refused("line_not_many" if lines else "line_unknown", row=command.row)
    if not 0 <= command.count <= MOST_PIECES:
        raise Misused("count_form", most=MOST_PIECES)
    line = many[0]
    work.lots.lines.change(line.id, counted=command.count)
    work.journal.append(
        Tag.QUANTITY_COUNTED,
        lot.code,
        row=line.row,
        expected=line.quantity,
        counted=command.count,
        before=line.counted,
    )
    return Counted(lot.code, line.row, line.quantity, command.count)


def _lowers(command: DecideDataClass) -> SecondSupervisor | None:
    ordinary = command.data_class is DataClass.ORDINARY
    return SecondSupervisor.LOWER_DATA_CLASS if ordinary else None


@handles(DecideDataClass, Permission.POLICY, second=_lowers)
def decide_data_class(task: Task, command: DecideDataClass) -> None:
    """Record the city's decision; it holds for lots opened from now on."""
    decision = {
        "class": command.data_class.value,
        "reference": short_text(command.reference, "reference"),
    }
    before = task.work.house.get(DATA_CLASS)
    task.work.house.put(DATA_CLASS, decision)
    named = {} if task.second is None else {"second": task.second.code}
    task.work.journal.append(Tag.DATA_CLASS_DECIDED, DATA_CLASS, before=before, **decision, **named)
