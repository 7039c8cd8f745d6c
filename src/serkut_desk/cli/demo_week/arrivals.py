"""Deliveries come in: lots with their lists, devices by their scans, labels from the roll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli.demo_week import finds, seals
from serkut_desk.cli.demo_week.fates import (
    LEFT,
    RETURNED,
    TO_REPAIR,
    TO_TAKE_APART,
    UNDECLARED,
    Fate,
)
from serkut_desk.cli.demo_week.fixtures import DELIVERIES
from serkut_desk.cli.demo_week.story import Arrived
from serkut_desk.domain.codes import short
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.lots import ExtraReason, MissingReason
from serkut_desk.domain.media import DataClass
from serkut_desk.domain.stops import StopKind
from serkut_desk.domain.weighing import Weighed, Weighing
from serkut_desk.stations.devices.commands import (
    MakePlace,
    MoveDevices,
    RaiseStop,
    ReleaseStop,
    UndoLast,
)
from serkut_desk.stations.intake import queries
from serkut_desk.stations.intake.commands import (
    CloseLot,
    OpenLot,
    ReceiveDevice,
    ReceiveQuantity,
)
from serkut_desk.stations.intake.lot_commands import IssueReconciliation
from serkut_desk.stations.intake.thing_commands import AddAccessory, CountThings
from serkut_desk.stations.labels.printing import print_roll
from serkut_desk.stations.scales import keyed_tolerance_g

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.cli.demo_week.crew import Crew
    from serkut_desk.cli.demo_week.fixtures import Machine
    from serkut_desk.cli.demo_week.story import Story
    from serkut_desk.stations.intake.results import Opened

DOOR, DATA_ROOM, FIRE_BOX = "Vastaanotto", "Tyhjennyshuone", "Palolaatikko"
SHELVES = ("Hylly A", "Hylly B", "Hylly C", "Hylly D")
REPAIR, DISMANTLE, LOCKED, READY = "Korjaus", "Purku", "Karanteeni", "Luovutushylly"
PARTS, DISKS, CONTAINERS = "Osahylly 1", "Irrotetut levyt", "Astiat"
_PLACES = (
    DOOR,
    DATA_ROOM,
    FIRE_BOX,
    *SHELVES,
    REPAIR,
    DISMANTLE,
    LOCKED,
    READY,
    PARTS,
    DISKS,
    CONTAINERS,
)
REFERENCE = "HEL 2026-000000 (esimerkki)"
_DESTINATIONS = {
    **dict.fromkeys(TO_REPAIR, REPAIR),
    **dict.fromkeys(TO_TAKE_APART, DISMANTLE),
    Fate.BIOS_LOCKED: LOCKED,
}
# More than come, so that the roll does not end in the middle of a cage.
_SPARE = 4
# With it comes something that the first delivery had missed.
_LATE_WITH = 3


def prepare(crew: Crew) -> None:
    """Name the places of the workshop."""
    for name in _PLACES:
        crew.makes(MakePlace(name))


def arrive(crew: Crew, story: Story, number: int, maker: int = 0) -> None:
    """Open a lot and receive everything that came with it.

    Args:
        crew: Who works.
        story: Gets the lot and its devices.
        number: Of the delivery, from 1.
        maker: Who scans.
    """
    opened = _opened(crew, story, number, maker)
    lot = opened.lot.code
    story.lots.append(lot)
    expected = story.expected(number)
    roll = print_roll(
        crew.desk, crew.maker(maker), len(expected) + _SPARE, language=crew.told.language
    )
    cages = story.cages if number == seals.ANNOUNCED else (None,)
    for place, (machine, label) in enumerate(zip(expected, roll.codes, strict=False)):
        crew.clock.later(seconds=70)
        cage = cages[place * len(cages) // len(expected)]
        story.arrived.append(_receive(crew, lot, machine, label, maker, cage=cage))
        if len(cages) > 1 and place == len(expected) // 2:
            seals.receipt(crew, lot)
    if number == _LATE_WITH:
        finds.turn_up(crew, story, lot, roll.codes[len(expected)], maker)
    pieces = _count_boxes(crew, lot, maker)
    _take_along(crew, lot, tuple(story.all(number)), maker)
    rows = len(opened.manifest.rows) if opened.manifest else 0
    crew.told(
        "lot",
        lot=short(lot),
        sender=opened.sender,
        rows=rows,
        devices=len(expected),
        beside=sum(not machine.listed for machine in expected),
        pieces=pieces,
    )
    _stop(crew, story.of(Fate.HAZARD, lot=number), maker)
    inside = [one for one in story.all(number) if one.machine.drives]
    shelve(crew, [one for one in inside if one.fate not in UNDECLARED | {Fate.HAZARD}], DATA_ROOM)


def _opened(crew: Crew, story: Story, number: int, maker: int) -> Opened:
    """Open a lot with its list; one that was announced is there, in its cages."""
    if number == seals.ANNOUNCED and story.announced is not None:
        seals.open_cages(crew, story, story.announced.lot.code, maker)
        return story.announced
    delivery = DELIVERIES[number - 1]
    ordinary = delivery.data_class is DataClass.ORDINARY
    command = OpenLot(
        sender=delivery.sender,
        manifest=delivery.manifest(),
        manifest_name=delivery.list_name,
        data_class=delivery.data_class,
        reference=REFERENCE if ordinary else None,
        second=crew.supervisor(1) if ordinary else None,
    )
    return crew.leads(command)


def _receive(
    crew: Crew, lot: str, machine: Machine, label: str, maker: int, *, cage: str | None
) -> Arrived:
    media = () if machine.fate in UNDECLARED else machine.drives
    command = ReceiveDevice(
        lot=lot,
        scans=(*filter(None, (machine.serial, machine.imei)), label),
        sure=not machine.listed,
        type=None if machine.listed else machine.type,
        manufacturer="" if machine.listed else machine.maker,
        model="" if machine.listed else machine.model,
        weight_g=None if machine.listed else machine.grams,
        media=tuple(drive.declared() for drive in media),
        place=DOOR,
        cage=cage,
    )
    received = crew.makes(command, maker)
    if machine.fate is Fate.WITHDRAWN:
        # It was put on the wrong cage: whoever scanned it sees so at once.
        crew.makes(UndoLast(), maker)
    return Arrived(received.device, machine)


def _take_along(crew: Crew, lot: str, came: Sequence[Arrived], maker: int) -> None:
    """Write down what came besides the devices: chargers with some laptops, a box of cables."""
    laptops = [one for one in came if one.machine.type is DeviceType.LAPTOP]
    for one in laptops[::4]:
        if one.fate is not Fate.WITHDRAWN:
            crew.makes(AddAccessory(one.code, "charger"), maker)
    cables = Weighed(2150, Weighing.KEY, keyed_tolerance_g())
    crew.makes(CountThings(lot, "data_cable", weight=cables), maker)
    crew.makes(CountThings(lot, "power_cable", 12), maker)


def _count_boxes(crew: Crew, lot: str, maker: int) -> int:
    """Count what comes in boxes, and return how many things that are."""
    many = queries.show(crew.desk, crew.maker(maker), lot).many
    for line in many:
        crew.makes(ReceiveQuantity(lot=lot, row=line.row, count=line.quantity), maker)
    return sum(line.quantity for line in many)


def _stop(crew: Crew, swollen: Sequence[Arrived], maker: int) -> None:
    """Cry stop because of a battery; a supervisor comes at once and ends it."""
    for one in swollen:
        raised = crew.makes(RaiseStop(StopKind.SWOLLEN_BATTERY, one.code), maker)
        crew.clock.later(minutes=4)
        done = crew.told.texts.say("demo.battery")
        crew.leads(ReleaseStop(raised.id, done, FIRE_BOX))
        crew.told("stop", device=short(one.code))


def sort_out(crew: Crew, story: Story, lot: int) -> None:
    """Bring what was graded to where it goes on."""
    for place in dict.fromkeys(_DESTINATIONS.values()):
        fates = [fate for fate, there in _DESTINATIONS.items() if there == place]
        shelve(crew, story.of(*fates, lot=lot), place)
    shelve(crew, story.of(Fate.SHELF, *LEFT, *RETURNED, lot=lot), READY)


def shelve(crew: Crew, devices: Sequence[Arrived], place: str, maker: int = 0) -> None:
    """Put devices to a place, if there are any."""
    codes = tuple(one.code for one in devices)
    if codes:
        crew.makes(MoveDevices(codes, place), maker)


def close(crew: Crew, story: Story, number: int) -> None:
    """Close a lot; for each row that nothing answered it is said why."""
    lot = story.lots[number - 1]
    missing = queries.show(crew.desk, crew.supervisor(), lot).missing
    # The first of them turns up later; of the rest nobody at the sender knows better.
    reasons = {line.row: MissingReason.COMES_LATER for line in missing[:1]}
    command = CloseLot(
        lot=lot,
        reasons=reasons,
        others=MissingReason.KEPT,
        other_extras=ExtraReason.LIST_SHORT,
        language=crew.told.language,
    )
    crew.leads(command)
    crew.leads(IssueReconciliation(lot=lot, language=crew.told.language))
    crew.told("lot_closed", lot=short(lot), missing=len(missing))
