"""What stands on the paper, for every kind of device and proof."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from documents.reading import story_of
from factories import make_device, make_lot
from serkut_desk import shipped
from serkut_desk.documents.public_keys import fingerprint_of
from serkut_desk.domain.codes import short
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.evidence import HiddenAreas
from serkut_desk.domain.media import DataClass, MediumKind
from serkut_desk.domain.outcomes import Outcome
from serkut_desk.domain.policy import Attestation, FlashDecision, SanitisationTechnique
from serkut_desk.domain.policy_change import PolicyChange
from serkut_desk.domain.sanitisation import Acceptance
from serkut_desk.stations.certificates.commands import IssueCertificates
from serkut_desk.stations.evidence.mapping_commands import AttachEvidence
from serkut_desk.stations.people.commands import ChangePerson
from serkut_desk.stations.upkeep.commands import ChangePolicy
from serkut_desk.stations.wiping.commands import DestroyMedia, RecordRun, SetAsideRun, StateNone
from stations.handover.till import Till
from stations.wiping.logs import BEGIN, UNKNOWN_HIDDEN, Drive, log

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.devices import Device
    from stations.certificates.counter import Counter


def _text(counter: Counter, device: Device, folder: Path) -> str:
    (issued,) = counter.issue(device)
    text = story_of(counter.paper(issued), folder)
    words = shipped.json_resource("vocabularies", "forbidden_words.json")["words"]
    assert [word for word in words if word in text.casefold()] == []
    for badge in (counter.worker.person, counter.boss.person, counter.other.person):
        assert badge not in text, "who reads a badge's code could print the badge"
    return text


def test_every_field_of_an_overwritten_disk(counter: Counter, tmp_path: Path) -> None:
    lot = make_lot(counter.workshop, "Kasvatus ja koulutus", DataClass.ORDINARY)
    device = make_device(
        counter.workshop,
        lot=lot,
        serial="PF2ABC12",
        inventory="HKI-0091177",
        imei="490154203237518",
    )
    counter.declare(device)
    counter.bring(log(Drive(), host="PF2ABC12"))
    counter.workshop.clock.tick(hours=1)
    counter.approve(device)
    with counter.workshop.desk.database.reading() as work:
        head = work.journal.head()
    text = _text(counter, device, tmp_path)
    assert counter.seal is not None
    for told in (
        "Laitteeseen kirjatut tallennusvälineet (1/1) on tyhjennetty vaaditulle tasolle",
        "23.11.2026 klo 10.00",  # Finnish time of the statement
        *("Digipaja", f"{short(device.code)} · {device.code}", "Lenovo ThinkPad T480"),
        *("PF2ABC12", "HKI-0091177", "490154203237518", "kannettava tietokone"),
        *("Kasvatus ja koulutus", short(lot.code), "Tavanomainen", "laite avattu ja katsottu"),
        *("WD-WX61AA81XXQA", "WDC WD5000LPLX-6", "kiintolevy (HDD)", "500 Gt"),
        *("Ylikirjoitus", "DoD Short", "nwipe 0.40", "Vaadittu: Perus (clear)", "hdd-overwrite"),
        *("viimeinen kierros luettu", "virheitä 0", "piiloalueita ei ole"),
        *("23.11.2026", "T02", "aiempia yrityksiä"),
        *("Digipajan tyhjennyskäytäntö", "report-1.log", str(head.seq), head.hash),
        *("Nimi 0", "vastaava työnjohtaja", counter.seal.fingerprint),
    ):
        assert told in text, told
    assert fingerprint_of(counter.seal.private_key.public_key()) in text


def test_an_overwritten_ssd_says_that_spare_areas_are_not_covered(
    counter: Counter, tmp_path: Path
) -> None:
    ruling = PolicyChange(
        reference="HEL 2026-004711",
        document_date=date(2026, 11, 20),
        flash=FlashDecision.CLEAR_ACCEPTED,
    )
    counter.workshop.desk.do(counter.boss, ChangePolicy(ruling, counter.other))
    counter.workshop.clock.tick(days=1)
    device = counter.device()
    counter.declare(device, "S4EVNX0M123456", MediumKind.SSD)
    counter.bring(log(Drive("S4EVNX0M123456", bus="ATA-SSD"), host="PF2ABC12"))
    counter.approve(device)
    text = _text(counter, device, tmp_path)
    assert "Ylikirjoitus ei ulotu muistin vara-alueisiin: S4EVNX0M123456." in text
    assert "versio 2" in text
    assert "HEL 2026-004711" in text


def test_earlier_attempts_and_a_doubtful_clock_are_told(counter: Counter, tmp_path: Path) -> None:
    device = counter.device()
    counter.declare(device)
    failed = counter.bring(log(Drive(status="-FAILED-", errors=12), host="PF2ABC12"))
    run = failed.files[0].runs[0].results[0].run
    assert run is not None
    again = log(Drive(), host="PF2ABC12", begin=BEGIN.replace(year=2001))
    counter.bring(again)
    counter.workshop.desk.do(counter.boss, SetAsideRun(run, "Kaapeli oli irti"))
    counter.approve(device, by=counter.other)
    text = _text(counter, device, tmp_path)
    assert "epäonnistui" in text
    assert "kello epävarma: väärä vuosi" in text
    assert "kello epävarma: aika on ennen vastaanottoa" in text
    assert ("report-1.log" in text, "report-2.log" in text) == (True, True)


def test_what_the_approver_accepted_stands_there(counter: Counter, tmp_path: Path) -> None:
    device = counter.device()
    counter.declare(device)
    counter.bring(log(Drive(hidden=UNKNOWN_HIDDEN), host="PF2ABC12"))
    accepted = frozenset({Acceptance.HIDDEN_AREAS_UNKNOWN})
    counter.approve(device, accepted=accepted)
    text = _text(counter, device, tmp_path)
    assert "piiloalueet: ei tietoa" in text
    assert "hyväksytty" in text
    assert "WD-WX61AA81XXQA." in text


def test_two_of_two_media_and_one_destroyed(counter: Counter, tmp_path: Path) -> None:
    device = counter.device()
    counter.declare(device)
    counter.declare(device, "0123ABCD", MediumKind.SD)
    counter.bring(log(Drive(), host="PF2ABC12"))
    counter.workshop.desk.do(
        counter.worker,
        DestroyMedia(
            ("0123ABCD",),
            SanitisationTechnique.DESTROY_SHRED,
            counter.other.person,
            particle_class="E-4",
            evidence=counter.write(b"weighed in and out"),
        ),
    )
    counter.approve(device, media=2)
    text = _text(counter, device, tmp_path)
    assert "(2/2)" in text
    assert "tai tuhottu" in text
    assert "Murskaus" in text
    assert "T02, T01" in text


def test_a_device_without_media_names_the_two_who_looked(counter: Counter, tmp_path: Path) -> None:
    device, desk = counter.device(), counter.workshop.desk
    for person in (counter.worker, counter.other):
        desk.do(person, StateNone(device.code, CountSource.OPENED))
    counter.approve(device, media=0)
    text = _text(counter, device, tmp_path)
    assert "(0/0)" in text
    assert "T02, T01" in text


def test_a_run_recorded_by_hand(counter: Counter, tmp_path: Path) -> None:
    device = counter.device()
    counter.declare(device, "S444NX0M3XXXQ2", MediumKind.NVME)
    proof = counter.write(b"Sanitize Progress (SPROG): 65535\nSanitize Status (SSTAT): 0x101\n")
    counter.workshop.desk.do(
        counter.other,
        RecordRun(
            "S444NX0M3XXXQ2",
            SanitisationTechnique.NVME_SANITIZE_BLOCK_ERASE,
            proof,
            "raportti jäi tikulle",
            attested=frozenset(Attestation)
            - {Attestation.EVIDENCE_FILE, Attestation.SERIAL_BEFORE},
            tool="nvme-cli",
            tool_version="2.4",
            performed_by=counter.worker.person,
            hidden_areas=HiddenAreas.UNKNOWN,
        ),
    )
    counter.approve(device)
    text = _text(counter, device, tmp_path)
    assert "NVMe Sanitize, Block Erase" in text
    assert "nvme-cli 2.4" in text
    assert "Vahva (purge)" in text
    assert "piiloalueet: ei koske" in text


@pytest.mark.parametrize("language", ["fi", "en"])
def test_an_approver_without_name_stands_with_short_name_and_role(
    counter: Counter, tmp_path: Path, language: str
) -> None:
    with counter.workshop.desk.database.work() as work:
        person = work.people.by_code(counter.boss.person)
        assert person is not None
        work.people.change(person.id, name=None, title=None)
        work.commit()
    device = counter.clean()
    assert counter.seal is not None
    command = IssueCertificates(devices=(device.code,), seal=counter.seal, language=language)
    done = counter.workshop.desk.do(counter.boss, command)
    text = story_of(counter.paper(done.certificates[0]), tmp_path)
    assert {"fi": "T00 · Työnjohtaja", "en": "T00 · Supervisor"}[language] in text


def test_two_people_of_one_short_name_are_told_apart(counter: Counter, tmp_path: Path) -> None:
    counter.workshop.desk.do(counter.boss, ChangePerson(counter.other.person, display="T02"))
    assert "T02 (#3)" in _text(counter, counter.clean(), tmp_path)


def test_a_record_that_does_not_carry_the_claim_is_refused(counter: Counter) -> None:
    device = counter.clean()
    with counter.workshop.desk.database.work() as work:
        (medium,) = work.media.of_device(device.id)
        (run,) = work.runs.of_medium(medium.id)
        work.runs.change(run.id, facts={**run.facts, "hidden_areas": "detected"})
        work.commit()
    with pytest.raises(Refused, match="certificate_unsupported"):
        counter.issue(device)


def test_what_goes_with_a_run_is_inside_and_named(counter: Counter, tmp_path: Path) -> None:
    device = counter.clean()
    beside = b"%PDF-1.4 a supplier's own paper"
    (file,) = counter.bring(beside).files
    (run,) = counter.look(device).proofs[0].runs
    assert file.sha256 is not None
    counter.workshop.desk.do(counter.worker, AttachEvidence(run.id, file.sha256))
    (issued,) = counter.issue(device)
    pdf = counter.paper(issued)
    text = story_of(pdf, tmp_path)
    assert "Muut tiedostot (1)" in text
    assert file.sha256 in text
    leaves = PdfFileReader(io.BytesIO(pdf)).root["/Names"]["/EmbeddedFiles"]["/Names"]
    inside = [leaves[at + 1]["/EF"]["/F"].data for at in range(0, len(leaves), 2)]
    assert beside in inside
    assert len(inside) == 3, "the statement, the report and this"


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome.SHELF, "uudelleenkäyttö"),
        (Outcome.REPAIR, "korjaus"),
        (Outcome.DISMANTLE, "kierrätys"),
    ],
)
def test_where_it_goes_is_what_was_decided(
    counter: Counter, tmp_path: Path, outcome: Outcome, words: str
) -> None:
    device = counter.clean()
    (first,) = counter.issue(device)
    assert "jatkokäyttöä ei ollut päätetty, kun tämä annettiin" in story_of(
        counter.paper(first), tmp_path
    )
    Till(counter.workshop, counter.folder, seal=counter.seal).shelve(device)
    with counter.workshop.desk.database.work() as work:
        held = work.inspections.decision_of(device.id)
        assert held is not None
        work.inspections.decisions.change(held.id, outcome=outcome.value)
        work.commit()
    (again,) = counter.issue(device, reason="päätös tehty")
    text = story_of(counter.paper(again), tmp_path)
    assert f"Tavanomainen · {words}" in text
