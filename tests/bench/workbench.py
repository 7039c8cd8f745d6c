"""A part into a device, grams into a container, a system on six machines, against the same rows.

In a small house and in one with 100 000 devices, and with parts and containers in proportion.

The bare side makes the rows that the program made in a twin of the database, one commit an act,
with the same driver, durability, indexes and triggers, and hashes the entries.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import kit
from apart import box, keyed, to_take_apart
from bench import bare
from bench.figure import Figure, in_turn, milliseconds
from bench.latency import FIRST, SIZES, fill
from bench.shop import reopened
from factories import make_device, make_lot
from on_bench import in_repair
from serkut_desk.domain import clock
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.dismantling import StepResult
from serkut_desk.stations import part_rules
from serkut_desk.stations.dismantling.commands import DoStep, PutFraction, StartDismantling
from serkut_desk.stations.installation.commands import Choice, Machine, RecordInstallation
from serkut_desk.stations.parts.commands import AddPart, FitPart
from stations.handover.till import Till

if TYPE_CHECKING:
    from pathlib import Path

    from bench.bare import Write
    from kit import Workshop
    from serkut_desk.stations.handling import Command

ROUNDS = 60
WARM = 6
MACHINES = 6
"""That stand side by side on a bench and get the same system."""
_EACH = 3
"""Parts of one order, and times that grams of one device go into a container."""
_FIT = (
    "deriving the device's state before and after (reads before the write); what the order waits"
    " for; building each statement by SQLAlchemy"
)
_PUT = (
    "deriving the device's state before and after, its balance and what is in the container"
    " (reads before the write); building each statement by SQLAlchemy"
)
_INSTALL = "deriving the state of each machine before and after; building each statement"

# One part for two devices; one in four was given up. One container for two hundred devices.
_PART = (
    "INSERT INTO part (id, code, type, manufacturer, model, model_key, serial, serial_key,"
    " specification, note, weight_g, supplier_id, state, container_id, made_at, made_by,"
    " touched_seq, touched_by) VALUES (?, ?, 'memory', 'Samsung', '', '', ?, ?, '8 Gt DDR4', '',"
    " 20, ?, ?, ?, ?, ?, 1, ?)"
)
_FITS = (
    "INSERT INTO part_fit (part_id, manufacturer, model, model_key)"
    " VALUES (?, 'Lenovo', 'ThinkPad T480', ?)"
)
_BOX = (
    "INSERT INTO container (id, code, fraction, name, tare_g, state, opened_at, opened_by,"
    " touched_seq, touched_by) VALUES (?, ?, 'circuit_boards', '', 500, 'open', ?, ?, 1, ?)"
)
_LINE = (
    "INSERT INTO fraction_line (container_id, fraction, weight_g, weighed, part_id, at, by, seq)"
    " VALUES (?, 'circuit_boards', 20, 'key', ?, ?, ?, 1)"
)
_STEPS = ("power_off", "power_supply", "lamp", "parts")
_PARTS_PER, _BOXES_PER, _GIVEN_UP = 2, 200, 4


def fill_benches(shop: Workshop, devices: int) -> None:
    """Insert parts and containers straight into the tables, in proportion to the devices."""
    at, by = clock.to_text(kit.START), shop.worker.person
    shop.desk.do(shop.worker, AddPart("memory", "Osakauppa Oy", weight_g=20))
    with shop.desk.database.reading() as work:
        supplier = work.connection.exec_driver_sql("SELECT supplier_id FROM part").scalar()
    boxes = range(FIRST, FIRST + devices // _BOXES_PER)
    parts, lines = [], []
    for place, number in enumerate(range(FIRST, FIRST + devices // _PARTS_PER)):
        code, serial = make_code(CodeKind.PART, number), f"M{number:08d}"
        into = boxes[place % len(boxes)] if boxes and place % _GIVEN_UP == 0 else None
        state = "stock" if into is None else "scrapped"
        parts.append((number, code, serial, serial, supplier, state, into, at, by, by))
        if into is not None:
            lines.append((into, number, at, by))
    raw = bare.connect(shop.desk.folder.database)
    raw.execute("BEGIN IMMEDIATE")
    codes = ((one, make_code(CodeKind.CONTAINER, one), at, by, by) for one in boxes)
    raw.executemany(_BOX, codes)
    raw.executemany(_PART, parts)
    key = part_rules.types().model_key("Lenovo", "ThinkPad T480")
    raw.executemany(_FITS, [(one[0], key) for one in parts])
    raw.executemany(_LINE, lines)
    raw.execute("COMMIT")
    raw.close()


def prepare(shop: Workshop, folder: Path, rounds: int) -> dict[str, list[Command[Any]]]:
    """Bring things to the benches; return what is done there, so many times each."""
    orders = [in_repair(shop, make_device(shop)).code for _ in range(-(-rounds // _EACH))]
    parts = [
        shop.desk.do(shop.worker, AddPart("memory", "Osakauppa Oy", weight_g=20)).part.code
        for _ in range(rounds)
    ]
    into = box(shop, "circuit_boards")
    apart = [_begun(shop) for _ in orders]
    till = Till(shop, folder)
    laptops = [till.clean(number).code for number in range(1, MACHINES + 1)]
    machines = tuple(Machine(code, Choice(system="Debian", version="13")) for code in laptops)
    return {
        "fit": [FitPart(part, orders[number // _EACH]) for number, part in enumerate(parts)],
        "put": [PutFraction(apart[number // _EACH], into, keyed(100)) for number in range(rounds)],
        "install": [RecordInstallation(machines, all_well=True) for _ in range(rounds)],
    }


def _begun(shop: Workshop) -> str:
    """Take a monitor apart as far as the sorting, and return its code."""
    device = to_take_apart(shop, type="monitor", model="P2419H")
    shop.desk.do(shop.worker, StartDismantling(device.code, keyed(5_000)))
    for step in _STEPS:
        result = StepResult.DONE if step == _STEPS[0] else StepResult.NONE
        shop.desk.do(shop.worker, DoStep(device.code, step, result, "ei ole"))
    return device.code


def script(root: Path, acts: dict[str, list[Command[Any]]]) -> dict[str, list[list[Write]]]:
    """Do the same in a twin, and write down what that took."""
    shop = reopened(root)
    found: dict[str, list[list[Write]]] = {}
    for name, commands in acts.items():
        for command in commands:
            with bare.watched(shop.desk.database) as writes:
                shop.desk.do(shop.worker, command)
            found.setdefault(name, []).append(writes)
    shop.desk.database.close()
    return found


def measure(folder: Path) -> list[Figure]:
    """Measure every size."""
    return [figure for size in SIZES for figure in _at(folder / f"workbench-{size}", size)]


def _at(folder: Path, size: int) -> list[Figure]:
    folder.mkdir()
    shop = kit.make_workshop(folder / "ours")
    fill(shop, make_lot(shop), size)
    fill_benches(shop, size)
    acts = prepare(shop, folder, ROUNDS + WARM)
    shop.desk.database.close()
    for twin in ("bare", "twin"):
        shutil.copytree(folder / "ours", folder / twin)
    scripts = script(folder / "twin", acts)
    shop = reopened(folder / "ours")
    raw = bare.connect(folder / "bare" / "serkut.sqlite3")
    told = f"{size:,} devices".replace(",", " ")
    names = {
        "fit": ("fit a part into a device", _FIT),
        "put": ("put grams into a container", _PUT),
        "install": (f"record a system on {MACHINES} machines", _INSTALL),
    }
    found = []
    for act, (name, limit) in names.items():
        todo, writes = iter(acts[act]), iter(scripts[act])

        def ours(todo: Any = todo) -> float:
            return milliseconds(shop.desk.do, shop.worker, next(todo))

        def plain(writes: Any = writes) -> float:
            return milliseconds(bare.write, raw, next(writes))

        mine, other, ratio = in_turn(ours, plain, rounds=ROUNDS, warm=WARM)
        found.append(Figure(f"{name}, {told}", mine, other, None, limit, ratio))
    raw.close()
    shop.desk.database.close()
    return found
