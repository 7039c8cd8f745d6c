"""Failures go on by a decision; what two persons destroyed keeps its gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boxes import container, sealed
from pictures import jpeg
from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.destruction import shares
from serkut_desk.domain.errors import KnownFailure, Misused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.next_steps import Step
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.stations.containers.commands import AddToShipment, OpenShipment, SendShipment
from serkut_desk.stations.wiping import next_steps
from serkut_desk.stations.wiping.commands import DecideNextStep, DestroyMedia, RemoveMedium
from stations.wiping.logs import Drive, log

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.devices import StorageMedium
    from stations.wiping.loose import Bench

FAILING = "WD-WX61AA81XXQA"
SHRED = SanitisationTechnique.DESTROY_SHRED
MELT = SanitisationTechnique.DESTROY_MELT


def loose(bench: Bench, number: int, kind: MediumKind = MediumKind.HDD) -> StorageMedium:
    device = bench.device(serial=f"PC-{number}")
    bench.declare(device, f"WD-LEVY{number}", kind)
    return bench.out(device)


def shredded(bench: Bench, *media: StorageMedium, **more: object) -> DestroyMedia:
    values: dict[str, object] = {
        "second": bench.other.person,
        "particle_class": "H-5",
        "machine": "Silppuri 1",
        "evidence": photo(bench),
        **more,
    }
    names = tuple(one.code or "" for one in media)
    return DestroyMedia(names, SHRED, **values)  # type: ignore[arg-type] # values of a test


def photo(bench: Bench) -> Path:
    path = bench.write(jpeg())
    return path.rename(path.with_suffix(".jpg"))


def refused(bench: Bench, command: object) -> str:
    with bench.workshop.desk.database.reading() as work:
        before = work.journal.head()
    with pytest.raises(KnownFailure) as failure:
        bench.workshop.desk.do(bench.worker, command)  # type: ignore[arg-type] # of any kind
    with bench.workshop.desk.database.reading() as work:
        assert work.journal.head() == before
    return failure.value.code


def test_weight_is_shared_and_never_invented() -> None:
    assert shares(None, [120, 80]) == (120, 80)
    assert shares(1000, [None, 400, None]) == (300, 400, 300)
    assert shares(101, [None, None]) == (51, 50)
    for total, code in ((None, "destruction_weight_missing"), (401, "destruction_weight_wrong")):
        with pytest.raises(Misused, match=code):
            shares(total, [None, 400, None])


def test_a_box_of_disks_is_destroyed_in_one_act(bench: Bench) -> None:
    media = [loose(bench, number) for number in (1, 2, 3)]
    box = container(bench.workshop, "data_media")
    done = bench.workshop.desk.do(
        bench.worker, shredded(bench, *media, weight_g=1810, container=box)
    )
    assert [run.medium_id for run in done.runs] == [one.id for one in media]
    with bench.workshop.desk.database.reading() as work:
        entry = work.journal.about(box)[-1]
        held = work.destructions.by_id(done.destruction)
        lines = [line.weight_g for line in work.containers.lines.standing(held.container_id or 0)]
        file = work.evidence.file(held.sha256 or "")
    assert entry.tag == Tag.MEDIA_DESTROYED
    assert sorted(lines) == [603, 603, 604]
    assert (held.first_by, held.second_by) == (bench.worker.person, bench.other.person)
    assert held.machine == "Silppuri 1"
    assert file is not None
    assert file.name.endswith(".jpg")
    assert bench.workshop.desk.files.read(file.sha256).startswith(b"\xff\xd8\xff")
    assert bench.findings() == ()
    with bench.workshop.desk.database.work() as work:
        work.destructions.change(done.destruction, second_by="HK0000000999")
        work.commit()
    assert [one.first_bad for one in bench.findings()] == [entry.seq]


def test_its_container_waits_for_the_approval(bench: Bench) -> None:
    medium = loose(bench, 1, MediumKind.SSD)
    box = container(bench.workshop, "data_media")
    bench.workshop.desk.do(
        bench.worker, shredded(bench, medium, particle_class="E-5", weight_g=600, container=box)
    )
    sealed(bench.workshop, box, 1800)
    shipment = bench.workshop.desk.do(bench.boss, OpenShipment("Kierrätys Oy", "abc-123"))
    bench.workshop.desk.do(bench.boss, AddToShipment(shipment.shipment, box))

    with pytest.raises(KnownFailure, match="medium_unapproved"):
        bench.workshop.desk.do(bench.boss, SendShipment(shipment.shipment))
    with bench.workshop.desk.database.reading() as work:
        device = work.devices.by_id(medium.device_id)
    bench.approve(device)
    assert bench.again(medium).state == MediumState.DESTROYED
    assert refused(bench, shredded(bench, medium)) == "medium_gone"


def test_two_persons_one_medium_once_and_no_dangerous_box(bench: Bench) -> None:
    medium, other = loose(bench, 1), loose(bench, 2)
    dangerous = container(bench.workshop, "battery_lithium")
    box = container(bench.workshop, "data_media")
    tries = {
        "destruction_one_person": shredded(bench, medium, second=bench.worker.person),
        "destruction_named_twice": shredded(bench, medium, medium),
        "destruction_container": shredded(bench, medium, weight_g=600, container=dangerous),
        "destruction_weight_missing": shredded(bench, medium, container=box),
        "destruction_weight_wrong": shredded(bench, medium, other, weight_g=1, container=box),
        "particle_class_unknown": shredded(bench, medium, particle_class="H-9"),
        "person_not_kept": shredded(bench, medium, note="soita 040 123 4567"),
        "destruction_size": DestroyMedia((), SHRED, bench.other.person),
    }
    assert {code: refused(bench, command) for code, command in tries.items()} == {
        code: code for code in tries
    }
    assert bench.again(medium).state == MediumState.NOT_WIPED


def test_pieces_too_large_prove_nothing(bench: Bench) -> None:
    medium = loose(bench, 1)
    bench.workshop.desk.do(bench.worker, shredded(bench, medium, particle_class="H-3"))
    assert bench.again(medium).state == MediumState.NOT_ENOUGH


def test_a_failure_waits_for_a_decision_and_a_newer_result_asks_anew(bench: Bench) -> None:
    device = bench.device()
    bench.declare(device, FAILING, MediumKind.HDD)
    assert refused_step(bench, Step.DESTROY, MELT) == "step_not_needed"
    bench.bring(log(Drive(FAILING, status="-FAILED-", errors=2), host=device.serial))
    offers, decided = next_steps.offered(bench.workshop.desk, bench.boss, FAILING)
    assert decided is None
    assert {one.step for one in offers} == set(Step)
    assert offers[0].technique is not SanitisationTechnique.OVERWRITE, "another way first"
    assert refused(bench, DecideNextStep(FAILING, Step.REMOVE)) == "not_permitted"
    assert refused_step(bench, Step.REPEAT, SanitisationTechnique.TRIM) == "step_not_offered"
    bench.workshop.desk.do(bench.boss, DecideNextStep(FAILING, Step.REMOVE))
    assert decided_now(bench) is Step.REMOVE
    bench.workshop.desk.do(bench.worker, RemoveMedium(FAILING))
    assert decided_now(bench) is None, "it is out: what now?"
    bench.workshop.desk.do(bench.boss, DecideNextStep(FAILING, Step.DESTROY, MELT, "laakeri rikki"))
    assert decided_now(bench) is Step.DESTROY
    bench.wipe(bench.medium(device), status="-FAILED-")
    assert decided_now(bench) is None, "another failure, another decision"
    offers, _ = next_steps.offered(bench.workshop.desk, bench.boss, FAILING)
    assert SanitisationTechnique.OVERWRITE not in {one.technique for one in offers}
    assert bench.findings() == ()


def decided_now(bench: Bench) -> Step | None:
    decided = next_steps.offered(bench.workshop.desk, bench.boss, FAILING)[1]
    return decided.step if decided else None


def refused_step(bench: Bench, step: Step, technique: SanitisationTechnique | None) -> str:
    with pytest.raises(KnownFailure) as failure:
        bench.workshop.desk.do(bench.boss, DecideNextStep(FAILING, step, technique))
    return failure.value.code
