"""What must hold of what came in, asked of the tables in plain SQL and not of the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection

_HERE = text("SELECT count(*) FROM device WHERE state <> 'withdrawn'")
_SAID = text(
    "SELECT (SELECT count(*) FROM journal WHERE tag = 'device:intake:received')"
    " - (SELECT count(*) FROM journal WHERE tag = 'device:intake:undone')"
)
_TWICE = text(
    "SELECT serial_key, manufacturer_key FROM device WHERE in_house = 1 AND serial_key <> ''"
    " GROUP BY serial_key, manufacturer_key HAVING count(*) > 1"
)
# A device that answers a row of a list is in that lot, and is marked so; nobody else is.
_UNLIKE_ITS_LIST = text(
    "SELECT device.code FROM device WHERE state <> 'withdrawn' AND listed <> EXISTS"
    " (SELECT 1 FROM lot_line AS line WHERE line.device_id = device.id"
    "  AND line.lot_id = device.lot_id)"
    " UNION SELECT device.code FROM lot_line AS line JOIN device ON device.id = line.device_id"
    " WHERE device.state = 'withdrawn' OR device.lot_id <> line.lot_id"
)
# Who has no roll label has one that was queued; who has one needs none.
_UNLABELLED = text(
    "SELECT device.code FROM device WHERE device.state <> 'withdrawn' AND NOT EXISTS"
    " (SELECT 1 FROM journal WHERE tag = 'device:intake:received' AND subject = device.code"
    "  AND json_extract(body, '$.label') = 'roll')"
    " AND NOT EXISTS (SELECT 1 FROM label_job WHERE label_job.code = device.code)"
)
_THINGS = text(
    "SELECT (SELECT coalesce(sum(count), 0) FROM thing_line WHERE undone_at IS NULL)"
    " - (SELECT coalesce(sum(json_extract(body, '$.count')), 0) FROM journal"
    "  WHERE tag = 'lot:intake:things-counted')"
    " + (SELECT coalesce(sum(json_extract(body, '$.count')), 0) FROM journal"
    "  WHERE tag = 'lot:intake:things-undone')"
)
_NAMELESS = text(
    "SELECT code FROM device WHERE state <> 'withdrawn' AND serial_key = '' AND inventory_key = ''"
    " AND imei = '' AND serial_reason IS NULL"
)
_ROWS = text("SELECT count(*) FROM device")
_JOURNAL = text("SELECT max(seq) FROM journal")
_FROZEN = text(
    "SELECT device.code FROM device_cage JOIN device ON device.id = device_cage.device_id"
    " JOIN cage ON cage.id = device_cage.cage_id"
    " WHERE device.state <> 'withdrawn' AND cage.state IN ('listed', 'at_van', 'sent_back')"
)


def agree(connection: Connection) -> None:
    """Assert that counts, journal and records say the same."""

    def rows(law: object) -> list[object]:
        return list(connection.execute(law))  # type: ignore[call-overload] # each law is a text()

    assert connection.execute(_HERE).scalar() == connection.execute(_SAID).scalar()
    assert rows(_TWICE) == []
    assert rows(_UNLIKE_ITS_LIST) == []
    assert rows(_UNLABELLED) == []
    assert rows(_NAMELESS) == []
    assert rows(_FROZEN) == []
    assert connection.execute(_THINGS).scalar() == 0


def mark(connection: Connection) -> tuple[object, object]:
    """Return what moves when anything is saved."""
    return connection.execute(_ROWS).scalar(), connection.execute(_JOURNAL).scalar()
