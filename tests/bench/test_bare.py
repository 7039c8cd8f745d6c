"""The bare side of the bench does the same work: the same page, the same rows."""

from __future__ import annotations

import shutil
import sqlite3
from typing import TYPE_CHECKING

import kit
from bench import bare, certificates, drawing, figure, handover, workbench
from bench.shop import reopened
from factories import insert_device, make_lot
from serkut_desk.documents.certificate import certificate_pdf
from stations.handover.till import Till

if TYPE_CHECKING:
    from pathlib import Path


def test_the_bare_page_is_the_same_byte_by_byte() -> None:
    page = certificates.page(7)
    with drawing.watched() as drawn:
        pdf = certificate_pdf(page)
    assert certificates.bare_page(page, drawn) == pdf


def test_the_bare_rows_are_the_same(tmp_path: Path) -> None:
    shop = kit.make_workshop(tmp_path / "ours")
    lot = make_lot(shop)
    shop.desk.database.close()
    shutil.copytree(tmp_path / "ours", tmp_path / "bare")
    shop = reopened(tmp_path / "ours")
    with bare.watched(shop.desk.database) as writes:
        insert_device(shop.desk, shop.worker.person, lot, serial="PF1")
    shop.desk.database.close()
    raw = bare.connect(tmp_path / "bare" / "serkut.sqlite3")
    bare.write(raw, writes)
    raw.close()
    assert dump(tmp_path / "bare") == dump(tmp_path / "ours")


def test_the_bare_handover_leaves_the_same_database(tmp_path: Path) -> None:
    shop = kit.make_workshop(tmp_path / "ours")
    till = Till(shop, tmp_path)
    till.know_seller()
    devices = [till.monitor(), till.monitor()]
    shop.desk.database.close()
    shutil.copytree(tmp_path / "ours", tmp_path / "bare")
    steps = handover._steps(tmp_path / "ours", devices)
    raw = bare.connect(tmp_path / "bare" / "serkut.sqlite3")
    for step in steps:
        bare.write(raw, step.opened)
        bare.write(raw, step.added)
    for step in steps:
        bare.write(raw, step.handed)
        assert step.page.again().startswith(b"%PDF-")
    raw.close()
    assert dump(tmp_path / "bare") == dump(tmp_path / "ours")


def test_the_bare_benches_leave_the_same_database(tmp_path: Path) -> None:
    shop = kit.make_workshop(tmp_path / "ours")
    workbench.fill_benches(shop, 400)
    acts = workbench.prepare(shop, tmp_path, 2)
    shop.desk.database.close()
    shutil.copytree(tmp_path / "ours", tmp_path / "bare")
    scripts = workbench.script(tmp_path / "ours", acts)
    raw = bare.connect(tmp_path / "bare" / "serkut.sqlite3")
    for writes in (one for acts in scripts.values() for one in acts):
        bare.write(raw, writes)
    raw.close()
    assert dump(tmp_path / "bare") == dump(tmp_path / "ours")


def test_the_bare_questions_are_those_of_the_program(workshop: kit.Workshop) -> None:
    lot = make_lot(workshop)
    insert_device(workshop.desk, workshop.worker.person, lot, serial="PF1")
    database = workshop.desk.database
    with bare.asked(database) as questions, database.reading() as work:
        assert work.devices.matching("PF1")
    assert questions
    raw = bare.connect(workshop.desk.folder.database)
    bare.ask(raw, questions)
    raw.close()


def dump(root: Path) -> list[str]:
    """Return everything in a database as statements."""
    raw = sqlite3.connect(root / "serkut.sqlite3")
    try:
        return list(raw.iterdump())
    finally:
        raw.close()


def test_a_ratio_is_taken_round_by_round() -> None:
    slow = iter([1.0, 10.0, 100.0])
    plain = iter([1.0, 5.0, 50.0])
    found = figure.in_turn(lambda: next(slow), lambda: next(plain), rounds=3, warm=0)
    assert found == (10.0, 5.0, 2.0)
    assert figure.Figure("work", 10.0, 5.0, 2.0, ratio=2.0).met
    assert figure.Figure("work", 10.0).met is None
