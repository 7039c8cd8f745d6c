"""A shipment leaves: waste codes of that day, the packing list, containers out of the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.containers import ContainerState, ShipmentState
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.packing import PackedContainer, PackingListContent, WasteName
from serkut_desk.domain.papers import PaperKind
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import media_moves, papers, waste
from serkut_desk.stations.containers.commands import SendShipment, Sent
from serkut_desk.stations.containers.shipping import shipment_of, subject, vehicle_text
from serkut_desk.stations.containers.touching import day_of
from serkut_desk.stations.handling import Task, handles

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from serkut_desk.domain.waste import WasteCode
    from serkut_desk.records.containers import Container, Shipment


@handles(SendShipment, Permission.SHIP, prepare=papers.watch_clock)
def send_shipment(task: Task, command: SendShipment) -> Sent:
    """Let a shipment leave; every container takes the waste code in force today.

    Raises:
        Refused: `shipment_unknown`, `shipment_left`, `shipment_cancelled`, `shipment_empty`, or
            what gate 2 misses by now, what `papers.issue` says.
        Misused: `text_too_long`.
    """
    work = task.work
    shipment = shipment_of(task, command.shipment)
    rows = work.containers.of_shipment(shipment.id)
    if not rows:
        raise Refused("shipment_empty", shipment=shipment.id)
    _demand_media_proven(task, rows)
    vehicle = shipment.vehicle if command.vehicle is None else vehicle_text(command.vehicle)
    recycler = work.lots.organisation(shipment.organisation_id)
    content = _content(task, shipment, rows, recycler.name, vehicle)
    paper = papers.issue(task, PaperKind.PACKING_LIST, content, language=command.language)
    for row, packed in zip(rows, content.containers, strict=True):
        work.containers.change(
            row.id,
            state=ContainerState.SHIPPED.value,
            waste_code=packed.waste_code,
            place_id=None,
            due_at=None,
        )
    codes = tuple(row.code for row in rows)
    head = work.journal.append(
        Tag.SHIPMENT_LEFT,
        subject(shipment.id),
        (*codes, paper.name),
        shipment=shipment.id,
        recycler=recycler.name,
        vehicle=vehicle,
        number=paper.name,
        paper=paper.as_entry(),
        net_g=content.net_g,
        hazardous=content.hazardous,
        containers=[
            {
                "code": one.code,
                "fraction": one.fraction,
                "waste_code": one.waste_code,
                "net_g": one.net_g,
                "lines_g": one.lines_g,
            }
            for one in content.containers
        ],
    )
    work.containers.shipments.change(
        shipment.id,
        state=ShipmentState.LEFT.value,
        vehicle=vehicle,
        left_at=task.now,
        left_by=task.actor,
        paper_id=paper.id,
        seq=head.seq,
    )
    for row in rows:
        work.containers.touch(row.id, head.seq, task.actor)
    return Sent(
        shipment.id,
        recycler.name,
        paper.name,
        paper.sha256,
        content.net_g,
        content.hazardous,
        codes,
        Changes(containers=frozenset(codes), journal=True),
    )


def _demand_media_proven(task: Task, rows: list[Container]) -> None:
    """See that media inside are still proven: an approval may be withdrawn after they went in."""
    for row in rows:
        for number in task.work.containers.lines.media_in(row.id):
            media_moves.demand_proven(task.work, task.work.media.by_id(number))


def _content(
    task: Task, shipment: Shipment, rows: list[Container], recycler: str, vehicle: str
) -> PackingListContent:
    day, sums = day_of(task.now), task.work.containers.lines.sums([row.id for row in rows])
    own = task.work.containers.recycler_codes(shipment.organisation_id)
    packed = tuple(
        _packed(row, waste.shipped_list().code_on(row.fraction, day), own, sums.get(row.id, 0))
        for row in rows
    )
    return PackingListContent(
        shipment=shipment.id,
        recycler=recycler,
        left_on=day,
        vehicle=vehicle,
        note=shipment.note,
        containers=packed,
        names=_names(day, packed),
    )


def _packed(
    row: Container, code: WasteCode, own: Mapping[str, str], lines_g: int
) -> PackedContainer:
    assert row.gross_g is not None, "only weighed containers are on a shipment"
    return PackedContainer(
        code=row.code,
        name=row.name,
        fraction=row.fraction,
        waste_code=code.marked,
        hazardous=code.hazardous,
        recycler_code=own.get(row.fraction, ""),
        seal=row.seal or "",
        gross_g=row.gross_g,
        tare_g=row.tare_g,
        lines_g=lines_g,
    )


def _names(day: date, packed: tuple[PackedContainer, ...]) -> tuple[WasteName, ...]:
    """Return each code that occurs with its names in Finnish and English as of that day."""
    used = {one.waste_code for one in packed}
    listed = waste.shipped_list().in_force(day)
    return tuple(
        WasteName(code=one.marked, name_fi=one.name("fi"), name_en=one.name("en"))
        for one in listed
        if one.marked in used
    )
