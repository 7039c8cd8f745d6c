"""Suppliers' files at the desk: mapped, read, counted for nothing until the policy says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from interchange.test_supplier import GOOD, MAPPING, table
from serkut_desk.domain.approval import against_approval
from serkut_desk.domain.errors import Refused, Unavailable
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.lacks import LackCode
from serkut_desk.domain.media import DataClass, KindSource, MediumKind
from serkut_desk.domain.policy import ApprovedTool, SanitisationTechnique
from serkut_desk.domain.sanitisation import Acceptance, MediumQuestion, judge
from serkut_desk.stations.attaching import attached_to
from serkut_desk.stations.evidence import mapping as mapping_room
from serkut_desk.stations.evidence.mapping_commands import (
    AttachEvidence,
    MakeMapping,
    RetireMapping,
)
from serkut_desk.stations.evidence.queries import inbox, page
from serkut_desk.stations.rules import shipped_policy
from serkut_desk.stations.wiping.approving import people_of
from serkut_desk.stations.wiping.commands import ImportReports, ReadAgain

if TYPE_CHECKING:
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.stations.wiping.results import Imported
    from stations.wiping.shop import Shop

TOOLS = Path(__file__).parents[2] / "interchange" / "data" / "tools"
PDF = b"%PDF-1.4\nthe supplier's own report\n%%EOF\n"
SERIAL = "S3TUNX0K4XXXQ1"


def bring(shop: Shop, **files: bytes) -> Imported:
    """Import files under their own names, `__` for the dot."""
    paths = []
    for name, data in files.items():
        path = shop.folder / name.replace("__", ".")
        path.write_bytes(data)
        paths.append(path)
    return shop.workshop.desk.do(shop.worker, ImportReports(tuple(paths), None))


def runs_of(shop: Shop, serial: str = SERIAL) -> list[SanitisationRun]:
    with shop.workshop.desk.database.reading() as work:
        (medium,) = work.media.by_serial(serial)
        return work.runs.of_medium(medium.id)


def test_a_file_waits_for_its_mapping_and_is_read_by_it_once_it_is_there(shop: Shop) -> None:
    device = shop.device("5CG8XXQ0V1")
    shop.declare(device, SERIAL, MediumKind.SSD)
    desk = shop.workshop.desk
    (waiting,) = bring(shop, lista__csv=table(GOOD)).files
    assert (waiting.outcome, waiting.kind, waiting.runs) == ("attachment", "table", ())
    # Among a hundred logs it must not pass for somebody's paper; what tells of no wipes may.
    assert (waiting.place, waiting.waits) == ("unreadable", True)
    (prices,) = bring(shop, hinnat__csv=b"Tuote;Sarjanumero;Hinta\nA;1;2\nB;2;3\n").files
    assert (prices.kind, prices.place, prices.waits) == ("table", "attached", False)

    # Tried before it is saved: every row, every cell that is not read.
    shown, records = mapping_room.look_at(desk, shop.worker, waiting.sha256 or "")
    assert (records, len(shown.rows)) == ((), 1)
    wrong = replace(MAPPING, times="iso")
    (row,) = mapping_room.preview(wrong, shown).rows
    assert row.verdict is Verdict.REVIEW
    assert {(bad.row, bad.column) for bad in row.troubles} == {(2, "Alkoi"), (2, "Päättyi")}
    other = replace(MAPPING, columns={**MAPPING.columns, next(iter(MAPPING.columns)): "Sarja"})
    assert mapping_room.preview(other, shown).missing == ("Sarja",)
    path = shop.folder / "lista.csv"
    assert mapping_room.try_on(desk, shop.worker, MAPPING, path).rows[0].verdict is Verdict.PASSED

    made = desk.do(shop.boss, MakeMapping(MAPPING))
    assert made.mapping.version == 1
    assert waiting.number is not None
    (read,) = desk.do(shop.worker, ReadAgain(waiting.number)).files
    assert (read.outcome, read.kind) == ("read", "supplier")
    assert read.place != "unreadable"
    (run,) = runs_of(shop)
    assert (run.verdict, run.match) == (Verdict.PASSED, "matched")
    assert run.facts["known"]["mapping"] == MAPPING.name
    assert run.facts["known"]["mapping_version"] == "1"
    # What others wrote counts for nothing until the policy names them.
    proof = shop.look(device).proofs[0].standing.deciding
    assert proof is not None
    assert LackCode.TOOL_NOT_APPROVED in {one.code for one in proof.judgement.missing}
    with pytest.raises(Refused):
        shop.approve(device)


def test_who_said_what_the_words_mean_may_not_approve(shop: Shop) -> None:
    desk = shop.workshop.desk
    device = shop.device("5CG8XXQ0V1")
    shop.declare(device, SERIAL, MediumKind.SSD)
    desk.do(shop.boss, MakeMapping(MAPPING))
    bring(shop, one__csv=table(GOOD))
    # A later version read nothing of it.
    desk.do(shop.other, MakeMapping(replace(MAPPING, results={})))
    with desk.database.reading() as work:
        people = people_of(work, shop.look(device))
    found = {
        who: {one.code for one in against_approval(who.person, people, permitted=True)}
        for who in (shop.boss, shop.other)
    }
    assert LackCode.APPROVER_MAPPED in found[shop.boss]
    assert LackCode.APPROVER_MAPPED not in found[shop.other]


def test_versions_follow_each_other_and_what_was_read_stays(shop: Shop) -> None:
    desk = shop.workshop.desk
    with pytest.raises(Refused, match="permission"):
        desk.do(shop.worker, MakeMapping(MAPPING))
    with pytest.raises(Refused, match="mapping_required"):
        desk.do(shop.boss, MakeMapping(replace(MAPPING, columns={})))
    desk.do(shop.boss, MakeMapping(MAPPING))
    with pytest.raises(Refused, match="mapping_same"):
        desk.do(shop.boss, MakeMapping(MAPPING))
    bring(shop, one__csv=table(GOOD))
    second = desk.do(shop.boss, MakeMapping(replace(MAPPING, name="LEVYPUHDISTUS  oy", results={})))
    assert second.mapping.version == 2
    assert [one.retired_at is None for one in mapping_room.mappings(desk, shop.worker)] == [
        False,
        True,
    ]
    (later,) = bring(shop, two__csv=table(GOOD.replace("10:14:30", "10:14:31"))).files
    assert later.runs[0].results[0].verdict == Verdict.REVIEW
    desk.do(shop.boss, RetireMapping("Levypuhdistus Oy"))
    with pytest.raises(Refused, match="mapping_unknown"):
        desk.do(shop.boss, RetireMapping("Levypuhdistus Oy"))
    with pytest.raises(Refused, match="mapping_unknown"):
        mapping_room.in_use(desk, shop.worker, MAPPING.name)
    (unread,) = bring(shop, three__csv=table(GOOD.replace("10:14:30", "10:14:32"))).files
    assert unread.kind == "table"
    third = desk.do(shop.boss, MakeMapping(MAPPING))
    assert third.mapping.version == 3


@pytest.mark.parametrize("paper_first", [True, False])
def test_a_suppliers_pdf_goes_with_the_runs_of_its_name(shop: Shop, *, paper_first: bool) -> None:
    shop.declare(shop.device("5CG8XXQ0V1"), SERIAL, MediumKind.SSD)
    shop.workshop.desk.do(shop.boss, MakeMapping(MAPPING))
    lists, papers = {"erä7__csv": table(GOOD)}, {"erä7__pdf": PDF, "muu__pdf": PDF + b"\n"}
    for files in (papers, lists) if paper_first else (lists, papers):
        bring(shop, **files)
    (run,) = runs_of(shop)
    (attached,) = attached_to(run)
    assert attached["how"] == "name"
    assert shop.workshop.desk.files.read(attached["sha256"]) == PDF
    file = next(
        one for one in inbox(shop.workshop.desk, shop.worker).rows if one.name == "erä7.csv"
    )
    (beside,) = page(shop.workshop.desk, shop.worker, file.number).beside
    assert (beside.name, beside.attached) == ("erä7.pdf", True)
    # Brought again, it is not attached again.
    bring(shop, **papers)
    assert len(attached_to(runs_of(shop)[0])) == 1


def test_a_name_that_came_twice_says_nothing(shop: Shop) -> None:
    """What goes with a run goes out with its certificate: no other customer's paper may."""
    shop.declare(shop.device("5CG8XXQ0V1"), SERIAL, MediumKind.SSD)
    shop.workshop.desk.do(shop.boss, MakeMapping(MAPPING))
    bring(shop, raportti__csv=table(GOOD), raportti__pdf=PDF)
    later = table(GOOD.replace("10:14:30", "10:14:31"))
    bring(shop, raportti__csv=later)
    first, second = runs_of(shop)
    assert [len(attached_to(one)) for one in (first, second)] == [1, 0]
    bring(shop, raportti__pdf=PDF + b"\nof others")
    assert [len(attached_to(one)) for one in runs_of(shop)] == [1, 0]


def test_a_person_attaches_what_no_name_tells(shop: Shop) -> None:
    device = shop.device("5CG8XXQ0V1")
    shop.declare(device, SERIAL, MediumKind.SSD)
    desk = shop.workshop.desk
    sanitize = (TOOLS / "glued" / "hdparm_sanitize.txt").read_bytes()
    bring(shop, sanitize__txt=sanitize)
    (text,) = bring(shop, erase__txt=(TOOLS / "nvme_format_ses1.txt").read_bytes()).files
    (run,) = runs_of(shop)
    assert text.sha256 is not None
    done = desk.do(shop.worker, AttachEvidence(run.id, text.sha256[:12]))
    assert done.sha256 == text.sha256
    assert device.code in done.changes.devices
    assert attached_to(runs_of(shop)[0])[0]["how"] == "chosen"
    # It stands beside the proof and changes nothing of it.
    assert runs_of(shop)[0].verdict is run.verdict
    for command, code in (
        (AttachEvidence(run.id, text.sha256), "attached_already"),
        (AttachEvidence(run.id, run.sha256 or ""), "attached_already"),
        (AttachEvidence(run.id, "zz"), "original_unknown"),
        (AttachEvidence(999, text.sha256), "run_unknown"),
    ):
        with pytest.raises(Refused, match=code):
            desk.do(shop.worker, command)


def test_a_sanitize_shown_by_the_drive_still_needs_its_read_back(shop: Shop) -> None:
    device = shop.device("5CG8XXQ0V1")
    shop.declare(device, SERIAL, MediumKind.SSD)
    bring(shop, sanitize__txt=(TOOLS / "glued" / "hdparm_sanitize.txt").read_bytes())
    deciding = shop.look(device).proofs[0].standing.deciding
    assert deciding is not None
    assert deciding.verdict is Verdict.PASSED
    (missing,) = deciding.judgement.missing
    assert missing.code is LackCode.NOT_ATTESTED
    assert "read_back" in str(missing.fields)


def test_what_a_drive_says_of_itself_makes_its_kind_stricter_and_never_milder(shop: Shop) -> None:
    device = shop.device("5CG8XXQ0V1")
    shop.declare(device, SERIAL, MediumKind.HDD)
    shop.declare(device, "WD-WX61AA81XXQA", MediumKind.HDD)
    (one, other) = bring(
        shop,
        ssd__txt=(TOOLS / "hdparm-I_sdb.txt").read_bytes(),
        hdd__json=(TOOLS / "smartctl-x_sda.json").read_bytes(),
    ).files
    assert {one.outcome, other.outcome} == {"attachment"}
    with shop.workshop.desk.database.reading() as work:
        solid, disk = work.media.of_device(device.id)
        assert (solid.kind, solid.kind_source) == (MediumKind.SSD, KindSource.REPORT)
        # That it is a disk after all stays a person's word (gate 7).
        assert (disk.kind, disk.kind_source) == (MediumKind.HDD, KindSource.PERSON)
        assert work.runs.of_medium(solid.id) == []


def test_a_file_that_is_no_table_says_why(shop: Shop) -> None:
    desk, path = shop.workshop.desk, shop.folder / "x.csv"
    path.write_bytes(b"one line\n")
    with pytest.raises(Refused, match="supplier_file_table"):
        mapping_room.look_at(desk, shop.worker, path)
    with pytest.raises(Refused, match="supplier_file_table"):
        mapping_room.try_on(desk, shop.worker, MAPPING, path)
    with pytest.raises(Unavailable, match="path_missing"):
        mapping_room.look_at(desk, shop.worker, shop.folder / "nothing")
    with pytest.raises(Refused, match="original_unknown"):
        mapping_room.look_at(desk, shop.worker, "0" * 64)


def test_a_supplier_counts_once_the_policy_names_it_and_no_further(shop: Shop) -> None:
    shop.declare(shop.device("5CG8XXQ0V1"), SERIAL, MediumKind.HDD)
    overwrite = {"purge (block)": SanitisationTechnique.OVERWRITE}
    shop.workshop.desk.do(shop.boss, MakeMapping(replace(MAPPING, techniques=overwrite)))
    bring(shop, lista__csv=table(GOOD.replace(";1;Kaikki", ";3;Kaikki")))
    (run,) = runs_of(shop)
    medium = MediumQuestion(
        MediumKind.HDD, KindSource.SMARTCTL, kind_confirmed=True, data_class=DataClass.ORDINARY
    )
    unknown = frozenset({Acceptance.HIDDEN_AREAS_UNKNOWN})
    policy = shipped_policy()
    assert not judge(policy, medium, run.policy_facts, unknown).enough
    tool = ApprovedTool(run.tool, (1,), unknown_version=False, why="compared")
    named = replace(policy, tools={**policy.tools, run.tool: tool})
    assert judge(named, medium, run.policy_facts, unknown).enough
    later = replace(named, tools={**policy.tools, run.tool: replace(tool, since=(2,))})
    assert not judge(later, medium, run.policy_facts, unknown).enough
    # On flash the supplier's word is no drive's own status.
    flash = replace(medium, kind=MediumKind.SSD)
    assert not judge(named, flash, run.policy_facts, unknown).enough
