"""What must hold at the benches, asked of the tables and not of the rules that decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row

# A part is in one device, in one container, on one shelf or nowhere; the stays say the same.
_IN_TWO_PLACES = text(
    "SELECT code FROM part WHERE (device_id IS NOT NULL) + (container_id IS NOT NULL)"
    " + (place_id IS NOT NULL) > 1"
    " OR (state = 'fitted') <> EXISTS (SELECT 1 FROM part_stay AS stay"
    "  WHERE stay.part_id = part.id AND stay.taken_at IS NULL AND stay.device_id = part.device_id)"
    " AND medium_id IS NULL"
    " OR (state = 'scrapped') <> EXISTS (SELECT 1 FROM fraction_line AS line"
    "  WHERE line.part_id = part.id AND line.undone_at IS NULL"
    "  AND line.container_id = part.container_id)"
)
# Each going in or out is one entry that names the part and the device: two histories, one truth.
_ONE_SIDED = text(
    "SELECT stay.id FROM part_stay AS stay JOIN part ON part.id = stay.part_id"
    " JOIN device ON device.id = stay.device_id"
    " WHERE stay.fitted_seq IS NOT NULL AND 2 <> (SELECT count(*) FROM journal_subject"
    "  WHERE seq = stay.fitted_seq AND subject IN (part.code, device.code))"
    " OR stay.taken_seq IS NOT NULL AND 2 <> (SELECT count(*) FROM journal_subject"
    "  WHERE seq = stay.taken_seq AND subject IN (part.code, device.code))"
)
# A part that stores data goes with its medium.
_TORN = text(
    "SELECT part.code FROM part JOIN medium ON medium.id = part.medium_id"
    " WHERE part.state = 'stock' AND medium.removed_at IS NULL"
    " OR part.state = 'fitted'"
    "  AND (medium.removed_at IS NOT NULL OR medium.device_id <> part.device_id)"
)
_LOOSE_INSIDE = text(
    "SELECT medium.id FROM loose_medium JOIN medium ON medium.id = loose_medium.medium_id"
    " WHERE medium.removed_at IS NULL OR EXISTS (SELECT 1 FROM fraction_line AS line"
    "  WHERE line.medium_id = medium.id AND line.undone_at IS NULL)"
)
_UNBALANCED = text(
    "SELECT id FROM dismantling WHERE state = 'closed' AND weight_in_g <> remainder_g + parts_g"
    " + media_g + (SELECT coalesce(sum(weight_g), 0) FROM fraction_line AS line"
    "  WHERE line.dismantling_id = dismantling.id AND line.undone_at IS NULL)"
)
_IN_NO_CONTAINER = text(
    "SELECT line.id FROM fraction_line AS line JOIN container ON container.id = line.container_id"
    " WHERE line.undone_at IS NULL AND container.state = 'merged'"
)
# Pieces of what two destroyed wait for their approval in the container: it does not leave before.
_SCRAPPED_MEDIA = text(
    "SELECT medium.id, medium.state FROM medium JOIN fraction_line AS line"
    " ON line.medium_id = medium.id AND line.undone_at IS NULL"
    " JOIN container ON container.id = line.container_id WHERE container.state = 'shipped'"
    " OR NOT EXISTS (SELECT 1 FROM destruction WHERE destruction.seq = line.seq)"
    " UNION SELECT medium.id, medium.state FROM medium JOIN part ON part.medium_id = medium.id"
    " WHERE part.state = 'scrapped'"
)
_STOCKED_MEDIA = text(
    "SELECT medium.id, medium.state FROM medium JOIN part ON part.medium_id = medium.id"
    " WHERE part.state = 'stock'"
)
_STAYS = text("SELECT id, medium_id, left_at FROM medium_stay")
_WIPED_BEFORE = text(
    "SELECT count(*) FROM sanitisation_run AS run WHERE run.medium_id = :medium"
    " AND run.imported_at <= :at AND run.set_aside_by IS NULL"
)
_GONE = text("SELECT id, state FROM device WHERE state IN ('left', 'dismantled')")
_UNPROVEN = text(
    "SELECT count(*) FROM medium WHERE device_id = :device AND proposed = 0"
    " AND state NOT IN ('proven', 'destroyed')"
)
_INSIDE = text(
    "SELECT count(*) FROM medium WHERE device_id = :device AND proposed = 0"
    " AND removed_at IS NULL AND state <> 'destroyed'"
)
_BUSY = text(
    "SELECT (SELECT count(*) FROM work_order WHERE device_id = :device AND closed_at IS NULL)"
    " + (SELECT count(*) FROM dismantling WHERE device_id = :device AND state = 'open')"
)
_CLEAN = frozenset({"proven", "destroyed"})


@dataclass
class Seen:
    """What was found before, so that each thing is looked at when it happens."""

    gone: dict[int, str] = field(default_factory=dict)
    scrapped: set[int] = field(default_factory=set)
    stocked: set[int] = field(default_factory=set)
    stays: set[int] = field(default_factory=set)

    def check(self, connection: Connection) -> None:
        """Ask the tables whether anything is where it must not be."""
        for law in (_IN_TWO_PLACES, _ONE_SIDED, _TORN, _LOOSE_INSIDE, _UNBALANCED):
            assert connection.execute(law).all() == [], law.text
        assert connection.execute(_IN_NO_CONTAINER).all() == []
        self.scrapped = _new_ones_clean(connection.execute(_SCRAPPED_MEDIA).all(), self.scrapped)
        self.stocked = _new_ones_clean(connection.execute(_STOCKED_MEDIA).all(), self.stocked)
        for stay in connection.execute(_STAYS).all():
            if stay.id not in self.stays:
                wanted = {"medium": stay.medium_id, "at": stay.left_at}
                assert connection.execute(_WIPED_BEFORE, wanted).scalar()
                self.stays.add(stay.id)
        gone = {int(row.id): str(row.state) for row in connection.execute(_GONE)}
        for row_id in gone.keys() - self.gone.keys():
            _may_be_gone(connection, row_id, gone[row_id])
        self.gone = gone


def _new_ones_clean(found: Sequence[Row[Any]], before: set[int]) -> set[int]:
    rows = {int(row.id): str(row.state) for row in found}
    for medium in rows.keys() - before:
        assert rows[medium] in _CLEAN
    return set(rows)


def _may_be_gone(connection: Connection, row_id: int, state: str) -> None:
    """Ask of a device that is gone just now whether it may be."""
    wanted = {"device": row_id}
    assert connection.execute(_BUSY, wanted).scalar() == 0
    if state == "left":
        assert connection.execute(_UNPROVEN, wanted).scalar() == 0
    else:
        assert connection.execute(_INSIDE, wanted).scalar() == 0
