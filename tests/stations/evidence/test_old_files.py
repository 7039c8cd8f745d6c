"""Files that came in before files had places get the place that the program would give them."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.stations.wiping.commands import RejectProposed, SetAsideRun
from stations.wiping.logs import Drive, later, log

if TYPE_CHECKING:
    from serkut_desk.records.unit_of_work import UnitOfWork
    from stations.wiping.shop import Shop

HOST = "PF2ABC12"
_FILES = "SELECT digest, place, waits, kind, name FROM import_file"


def places(work: UnitOfWork) -> set[tuple[object, ...]]:
    return {tuple(row) for row in work.connection.exec_driver_sql(_FILES)}


def test_an_upgrade_puts_every_old_file_where_it_belongs(shop: Shop) -> None:
    device = shop.device(HOST)
    serials = ("GOOD1111", "AGAIN222", "BAD33333", "LIAR4444", "PART5555", "LOOK6666", "STOP0000")
    for serial in serials:
        shop.declare(device, serial)
    bad = Drive("BAD33333", status="-FAILED-", errors=12)
    liar = log(bad.but(serial="LIAR4444"), host=HOST, begin=later(3))
    again = log(bad.but(serial="AGAIN222"), host=HOST, begin=later(1))
    shop.bring(
        log(Drive("GOOD1111"), host=HOST),
        log(Drive("GOOD1111"), host=HOST).replace(b"\n", b"\r\n"),
        again,
        log(Drive("AGAIN222"), host=HOST, begin=later(5)),
        log(bad, host=HOST, begin=later(2)),
        liar,
        liar.replace(b"-FAILED-", b" Erased ").replace(b"         12 |", b"          0 |"),
        log(Drive("PART5555"), host=HOST, begin=later(4), end=False),
        log(Drive("PART5555"), host=HOST, begin=later(4)),
        log(Drive("LOOK6666"), host=HOST, begin=later(6), method="Nobody Knows"),
        log(Drive("STICK777", "sdb", "USB"), host=HOST, begin=later(7)),
        log(Drive("ASIDE888", "sdc"), begin=later(8)),
        log(Drive("WHO99999", "sdd"), begin=later(9)),
        log(Drive("GOOD1111"), host=HOST, begin=later(10), method="Verify Zeros (0x00)"),
        log(Drive("STOP0000", status="UABORTED"), host=HOST, begin=later(11)),
        b"%PDF-1.7\n...",
    )
    shop.workshop.desk.do(shop.other, RejectProposed("STICK777", "our stick"))
    with shop.workshop.desk.database.reading() as work:
        aside = next(run for run in work.runs.open_ones() if run.serial == "ASIDE888")
    shop.workshop.desk.do(shop.other, SetAsideRun(aside.id, "a trial"))
    path = shipped.migrations() / "versions" / "0006_wiping.py"
    spec = spec_from_file_location("wiping_0006", path)
    assert spec is not None
    assert spec.loader is not None
    step = module_from_spec(spec)
    spec.loader.exec_module(step)
    with shop.workshop.desk.database.work() as work:
        now = places(work)
        assert len({place for _, place, *_ in now}) >= 8
        work.connection.exec_driver_sql("DELETE FROM import_file")
        work.connection.exec_driver_sql("DELETE FROM import_batch")
        for statement in step.PLACES:
            work.connection.exec_driver_sql(statement)
        assert places(work) == now
