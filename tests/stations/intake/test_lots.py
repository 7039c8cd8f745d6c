from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.lots import MissingReason
from serkut_desk.domain.media import DataClass
from serkut_desk.stations.intake import queries
from serkut_desk.stations.intake.commands import (
    CloseLot,
    DecideDataClass,
    ReceiveQuantity,
)
from stations.intake.door import LIST, Door

if TYPE_CHECKING:
    from kit import Workshop

MANIFESTS = Path(__file__).resolve().parents[4] / "shared" / "data" / "manifests"
PROBLEMS = b"Sarjanumero;Malli;IMEI\nPF2ABC12;ThinkPad L14;\n;Galaxy A52;3,56939E+14\n"


def test_one_unit_however_its_name_is_written(workshop: Workshop) -> None:
    door = Door(workshop)
    first = door.open(sender="Kasvatus ja koulutus")
    again = door.open(sender="  KASVATUS  JA koulutus ")
    assert (first.new_sender, again.new_sender) == (True, False)
    assert again.sender == "Kasvatus ja koulutus"
    assert first.lot.organisation_id == again.lot.organisation_id
    assert door.rows()["organisation"] == 1


def test_a_lot_is_confidential_until_the_city_has_decided(workshop: Workshop) -> None:
    door = Door(workshop)
    assert door.open().lot.data_class is DataClass.CONFIDENTIAL
    with pytest.raises(Refused, match="data_class_undecided"):
        door.open(data_class=DataClass.ORDINARY)
    named = door.open(
        data_class=DataClass.ORDINARY, reference="HEL 2026-000123", second=workshop.other
    )
    assert named.lot.data_class_reference == "HEL 2026-000123"
    decision = DecideDataClass(
        data_class=DataClass.ORDINARY, reference="HEL 2026-000555", second=workshop.other
    )
    workshop.desk.do(workshop.first, decision)
    usual = door.open().lot
    assert (usual.data_class, usual.data_class_reference) == (
        DataClass.ORDINARY,
        "HEL 2026-000555",
    )
    strict = door.open(data_class=DataClass.CONFIDENTIAL).lot
    assert (strict.data_class, strict.data_class_reference) == (DataClass.CONFIDENTIAL, None)


def test_nobody_lowers_the_data_class_alone(workshop: Workshop) -> None:
    door, desk = Door(workshop), workshop.desk
    own = {"data_class": DataClass.ORDINARY, "reference": "HEL 2026-000123"}
    decision = DecideDataClass(data_class=DataClass.ORDINARY, reference="HEL 2026-000123")
    for second, code in (
        (None, "second_supervisor_needed"),
        (workshop.first, "second_is_first"),
        (workshop.worker, "not_permitted"),
    ):
        with pytest.raises(Refused, match=code):
            door.open(**own, second=second)
        with pytest.raises(Refused, match=code):
            desk.do(workshop.first, replace(decision, second=second))
    lot = door.open(**own, second=workshop.other).lot.code
    desk.do(workshop.first, replace(decision, second=workshop.other))
    # What the workshop's default says already is lowered by nobody.
    door.open(**own)
    for subject in (lot, "data_class"):
        with desk.database.reading() as work:
            entry = work.journal.about(subject)[-1]
        assert json.loads(entry.body)["second"] == workshop.other.person


def test_one_raises_the_data_class_alone(workshop: Workshop) -> None:
    door, desk = Door(workshop), workshop.desk
    reference = "HEL 2026-000124"
    desk.do(
        workshop.first,
        DecideDataClass(data_class=DataClass.ORDINARY, reference=reference, second=workshop.other),
    )
    door.open(data_class=DataClass.CONFIDENTIAL, reference=reference)
    raised = DecideDataClass(data_class=DataClass.CONFIDENTIAL, reference=reference)
    desk.do(workshop.first, raised)
    assert door.open().lot.data_class is DataClass.CONFIDENTIAL


def test_opening_is_one_entry_with_counts_and_no_file_name(door: Door) -> None:
    with door.workshop.desk.database.reading() as work:
        (entry,) = work.journal.about(door.lot)
    body = json.loads(entry.body)
    assert body["list"]["devices"] == 4
    assert (body["list"]["quantities"], body["list"]["pieces"]) == (1, 24)
    assert len(body["list"]["sha256"]) == 64
    assert door.rows()["lot_line"] == 5


def test_a_preview_saves_and_journals_nothing(workshop: Workshop) -> None:
    door = Door(workshop)
    before = door.rows()
    seen = queries.preview(workshop.desk, workshop.first, "Uusi yksikkö", LIST)
    assert (len(seen.content.rows), seen.new_sender, seen.known_in) == (5, True, None)
    assert door.rows() == before


def test_a_list_with_problem_rows_saves_nothing_unless_told(workshop: Workshop) -> None:
    door = Door(workshop)
    before = door.rows()
    with pytest.raises(Refused, match="list_has_problems") as refusal:
        door.open(manifest=PROBLEMS, sender="Uusi")
    assert refusal.value.facts["rows"] == "3"
    assert door.rows() == before
    lot = door.open(manifest=PROBLEMS, sender="Uusi", accept_problems=True).lot
    seen = queries.show(workshop.desk, workshop.worker, lot.code)
    assert {problem["code"] for line in seen.missing for problem in line.problems} == {
        "imei_ruined",
        "no_identity",
    }


def test_the_same_list_in_another_open_lot_is_refused_by_name(door: Door) -> None:
    with pytest.raises(Refused, match="list_known") as refusal:
        door.open(manifest=LIST)
    assert refusal.value.facts["lot"] == door.lot
    other = door.open(manifest=LIST, same_again=True)
    assert other.lot.code != door.lot


def test_a_list_may_come_again_when_the_first_lot_is_closed(door: Door) -> None:
    done = CloseLot(lot=door.lot, others=MissingReason.KEPT)
    door.workshop.desk.do(door.workshop.first, done)
    assert door.open(manifest=LIST).lot.code != door.lot


@pytest.mark.skipif(not MANIFESTS.is_dir(), reason="the shared lists are not beside the checkout")
def test_the_shared_lists_open_and_nothing_about_people_is_kept(workshop: Workshop) -> None:
    door = Door(workshop)
    expected = json.loads((MANIFESTS / "expected.json").read_text(encoding="utf-8"))
    for name, want in expected.items():
        content = (MANIFESTS / name).read_bytes()
        opened = door.open(manifest=content, manifest_name=name, accept_problems=True)
        seen = queries.show(workshop.desk, workshop.worker, opened.lot.code)
        assert [line.quantity for line in seen.many] == want["quantities"]
        assert {line.serial for line in seen.missing if line.serial} == set(want["serials"])
        kept = door.texts() + str(list(workshop.desk.files.digests()))
        assert not [secret for secret in want.get("never", []) if secret in kept]
    assert workshop.desk.files.digests() == []


def test_a_maker_can_not_open_or_close_a_lot(door: Door) -> None:
    with pytest.raises(Refused, match="not_permitted"):
        door.workshop.desk.do(door.workshop.worker, CloseLot(lot=door.lot))


def test_many_things_are_counted_and_may_be_counted_again(door: Door) -> None:
    desk, worker = door.workshop.desk, door.workshop.worker
    counted = desk.do(worker, ReceiveQuantity(lot=door.lot, row=6, count=23))
    assert (counted.expected, counted.counted) == (24, 23)
    desk.do(worker, ReceiveQuantity(lot=door.lot, row=6, count=24))
    counts = queries.show(desk, worker, door.lot).counts
    assert (counts.pieces, counts.counted) == (24, 24)
    assert door.entries(door.lot)[1:] == ["lot:intake:quantity-counted"] * 2
    for row, code in ((2, "line_not_many"), (99, "line_unknown")):
        with pytest.raises(Refused, match=code):
            desk.do(worker, ReceiveQuantity(lot=door.lot, row=row, count=1))
    with pytest.raises(Misused, match="count_form"):
        desk.do(worker, ReceiveQuantity(lot=door.lot, row=6, count=-1))
