"""What must be true of the benches after the program was killed and opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.coming_back import MOVING
from serkut_desk.domain.events import Tag
from serkut_desk.records.house_mass import house_mass
from serkut_desk.records.record_check import check_records

if TYPE_CHECKING:
    from sqlalchemy import Connection

PAIRS = {
    "order": ("SELECT code FROM work_order", Tag.ORDER_OPENED),
    "closed": ("SELECT code FROM work_order WHERE closed_at IS NOT NULL", Tag.ORDER_CLOSED),
    "container": ("SELECT code FROM container", Tag.CONTAINER_OPENED),
    "sealed": ("SELECT code FROM container WHERE sealed_at IS NOT NULL", Tag.CONTAINER_SEALED),
    "weighed": ("SELECT code FROM container WHERE gross_g IS NOT NULL", Tag.CONTAINER_WEIGHED),
    "started": (
        "SELECT code FROM dismantling JOIN device ON device.id = device_id",
        Tag.DISMANTLING_STARTED,
    ),
    "lot's": ("SELECT code FROM lot_certificate", Tag.CERTIFICATE_LOT),
    "apart": ("SELECT code FROM device WHERE state = 'dismantled'", Tag.DISMANTLING_FINISHED),
    "decided": ("SELECT code FROM decision JOIN device ON device.id = device_id", Tag.DECIDED),
}
"""Rows without an entry, or entries without a row, are half an action."""

_NAMED = """
    SELECT {table}.id FROM {table} {join} LEFT JOIN journal_subject AS said
        ON said.seq = {table}.{seq} AND said.subject = {code} WHERE said.seq IS NULL
"""
# The entry that a row says made it or changed it last names what the row is about.
_TOUCHED = (
    ("part", "", "touched_seq", "part.code"),
    ("container", "", "touched_seq", "container.code"),
    ("work_order", "", "seq", "work_order.code"),
    ("work_step", "JOIN work_order ON work_order.id = order_id", "seq", "work_order.code"),
    ("installation", "JOIN device ON device.id = device_id", "seq", "device.code"),
    ("medium_stay", "JOIN device ON device.id = device_id", "seq", "device.code"),
    ("decision", "JOIN device ON device.id = device_id", "seq", "device.code"),
    ("dismantling", "JOIN device ON device.id = device_id", "seq", "device.code"),
    ("fraction_line", "JOIN container ON container.id = container_id", "seq", "container.code"),
)
_LABELS = """
    SELECT code FROM (SELECT code FROM part UNION ALL SELECT code FROM container
        UNION ALL SELECT code FROM work_order) AS made
        WHERE NOT EXISTS (SELECT 1 FROM label_job WHERE label_job.code = made.code)
"""
_UNADVISED = "SELECT id FROM decision WHERE id NOT IN (SELECT decision_id FROM advice)"
# What left has its list, on paper and in the journal, and is in no other state.
_SHIPPED = """
    SELECT container.code FROM container LEFT JOIN shipment ON shipment.id = shipment_id
        LEFT JOIN paper ON paper.id = shipment.paper_id LEFT JOIN journal_subject AS said
        ON said.seq = shipment.seq AND said.subject = container.code
        LEFT JOIN journal ON journal.seq = said.seq WHERE (container.state = 'shipped')
            <> (shipment.state IS 'left' AND paper.kind IS 'packing_list'
                AND journal.tag IS 'shipment:containers:left')
"""
_MOVED = f"""
    SELECT medium_stay.id FROM medium_stay LEFT JOIN journal ON journal.seq = medium_stay.seq
        WHERE journal.tag IS NULL OR journal.tag NOT IN ({", ".join(f"'{tag}'" for tag in MOVING)})
"""  # noqa: S608 - our own words
# Every system of one round stands in its one entry.
_ROUNDS = """
    SELECT journal.seq FROM journal WHERE tag = 'device:installation:installed'
        AND json_array_length(body, '$.installations') <>
            (SELECT count(*) FROM installation WHERE installation.seq = journal.seq)
"""
_FILLED = """
    SELECT coalesce(line.seq, journal.seq) FROM fraction_line AS line FULL OUTER JOIN
        (SELECT seq FROM journal WHERE tag = 'container:containers:filled'
            OR (tag = 'destruction:wiping:made' AND json_extract(body, '$.container') IS NOT NULL))
        AS journal
        ON journal.seq = line.seq WHERE line.seq IS NULL OR journal.seq IS NULL
"""
_ONE_ENTRY = """
    SELECT coalesce(made.seq, journal.seq) FROM {table} AS made FULL OUTER JOIN
        (SELECT seq FROM journal WHERE tag = '{tag}') AS journal
        ON journal.seq = made.seq WHERE made.seq IS NULL OR journal.seq IS NULL
"""
_MADE_WITH = {
    "destruction": Tag.MEDIA_DESTROYED,
    "revocation_list": Tag.REVOCATIONS_SIGNED,
}
# What is destroyed has its run, and its grams where it went into a container.
_DESTROYED = """
    SELECT destruction.id FROM destruction WHERE NOT EXISTS (SELECT 1 FROM destruction_medium
        WHERE destruction_id = destruction.id) OR (container_id IS NOT NULL AND weight_g <> (
        SELECT sum(line.weight_g) FROM fraction_line AS line WHERE line.seq = destruction.seq))
"""
LAWS = (
    *(_ONE_ENTRY.format(table=table, tag=tag.value) for table, tag in _MADE_WITH.items()),
    _DESTROYED,
    *(
        _NAMED.format(table=table, join=join, seq=seq, code=code)
        for table, join, seq, code in _TOUCHED
    ),
    *(_LABELS, _UNADVISED, _SHIPPED, _MOVED, _ROUNDS, _FILLED),
)

_PART_STAY = "part JOIN part_stay AS stay ON stay.part_id = part.id"
_DISKS = (
    "SELECT device_id FROM medium UNION SELECT device_id FROM medium_stay"
    " UNION SELECT id FROM device WHERE state = 'withdrawn'"
)
_DISMANTLED = "dismantling JOIN device ON device.id = device_id"
_CAGES = "lot JOIN cage ON cage.lot_id = lot.id"
KEPT = {
    "lot": ("lot", "code = ?"),
    "import": ("evidence_file", "sha256 = ?"),
    "receive empty": ("device", "code = ?"),
    # What came with a disk has it, or knows where it went, or its receipt was taken back.
    "receive": (
        f"device JOIN ({_DISKS}) AS disk ON disk.device_id = device.id",
        "code = ?",
    ),
    "advise": (
        "advice JOIN decision ON decision.id = decision_id JOIN device ON device.id = device_id",
        "device.code = ?",
    ),
    "begin": (_DISMANTLED, "device.code = ?"),
    "step": (
        f"dismantling_step AS step JOIN {_DISMANTLED} AND dismantling.id = step.dismantling_id",
        "device.code = ?",
    ),
    "fraction": ("fraction_line", "id = ?"),
    "finish": (_DISMANTLED, "device.code = ? AND dismantling.state = 'closed'"),
    "order": ("work_order", "code = ?"),
    "work": ("work_step JOIN work_order ON work_order.id = order_id", "code = ?"),
    "close": ("work_order", "code = ? AND closed_at IS NOT NULL"),
    "take": (_PART_STAY, "code = ? AND taken_seq IS NOT NULL"),
    "fit": (_PART_STAY, "code = ? AND fitted_seq IS NOT NULL"),
    "move": ("part JOIN medium_stay AS stay ON stay.medium_id = part.medium_id", "code = ?"),
    "out": ("medium", "serial = ? AND code IS NOT NULL"),
    "part": ("part", "code = ?"),
    "scrap": ("part", "code = ? AND state = 'scrapped'"),
    "install": ("installation JOIN device ON device.id = device_id", "device.code = ?"),
    "box": ("container", "code = ?"),
    "seal": ("container", "code = ? AND seal IS NOT NULL"),
    "weigh": ("container", "code = ? AND gross_g IS NOT NULL"),
    "ship": ("container", "code = ? AND state = 'shipped'"),
    "announce": ("lot JOIN cage ON cage.lot_id = lot.id", "code = ? AND expected_on IS NOT NULL"),
    "seal read": (f"{_CAGES} JOIN seal_check ON cage_id = cage.id", "code = ?"),
    "seal decided": (
        f"{_CAGES} JOIN seal_check ON cage_id = cage.id",
        "code = ? AND decision IS NOT NULL",
    ),
    "close lot": ("lot", "code = ? AND state = 'closed'"),
    "things": ("thing_line", "id = ?"),
    "accessory": ("accessory", "id = ?"),
    "photo": ("photo", "id = ?"),
    "touch": ("device", "code = ?"),
    "snapshot": ("snapshot", "id = ?"),
    "model code": ("model_code", "code = ?"),
    "stop": ("stop", "id = ?"),
    "mixup": ("label_mixup JOIN device ON device.id = device_id", "code = ?"),
    "destroy": ("destruction", "id = ?"),
    "look": ("second_look", "id = ? AND state = 'clean'"),
    "issue lot": ("lot_certificate", "code = ?"),
    "publish": ("revocation_list", "number = ?"),
    "key": ("key_vouch", "new_seal = ?"),
    "undo": ("journal", "json_extract(body, '$.undoes') = CAST(? AS INTEGER)"),
}
"""For each act, where its record is found when it is kept."""


def check(connection: Connection) -> None:
    """Check the laws of the benches, and the sum of the whole house to the gram."""
    for law in LAWS:
        assert connection.exec_driver_sql(law).all() == [], law
    # What came in at the door, and everything else, by the program's own comparison.
    assert check_records(connection) == ()
    mass = house_mass(connection)
    assert mass.into_g == mass.found_g, mass


def kept(connection: Connection, did: str, code: str) -> bool:
    """Tell whether what was confirmed at a bench is there."""
    rows, condition = KEPT[did]
    query = f"SELECT 1 FROM {rows} WHERE {condition}"  # noqa: S608 - from above
    return connection.exec_driver_sql(query, (code,)).first() is not None
