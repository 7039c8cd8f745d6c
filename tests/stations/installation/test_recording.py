"""What was installed: recorded at once for many, ended by what happens to the medium."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from asked import statements
from factories import make_device, make_medium
from serkut_desk.domain.channels import Channel
from serkut_desk.domain.data_state import DataState
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.handover import GateCode
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.queues import Queue
from serkut_desk.stations import queues
from serkut_desk.stations.devices import card as cards
from serkut_desk.stations.devices.commands import UndoLast
from serkut_desk.stations.handover import queries as shop
from serkut_desk.stations.installation import queries
from serkut_desk.stations.installation.commands import (
    BenchAdd,
    Choice,
    EndInstallation,
    Machine,
    RecordInstallation,
)
from serkut_desk.stations.returns.commands import TakeBack
from serkut_desk.stations.wiping.commands import RemoveMedium, SetAsideRun
from stations.installation.bench_hands import LAPTOP_WELL, MINT, SHA
from stations.wiping.logs import BEGIN, Drive, log

if TYPE_CHECKING:
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.handling import Command
    from stations.installation.bench_hands import BenchHands

KEY = "VK7JG-NPHTM-C97JM-9MPGT-3V66T"


def refused(hands: BenchHands, command: Command[Any], by: Session | None = None) -> str:
    before = hands.entries()
    with pytest.raises(KnownFailure) as failure:
        hands.do(command, by)
    assert hands.entries() == before
    return failure.value.code


def one(device: Device, choice: Choice = MINT, **more: Any) -> RecordInstallation:
    return RecordInstallation((Machine(device.code, choice, **more),), all_well=True)


def queue(hands: BenchHands) -> int:
    lines = queues.waiting(hands.workshop.desk)
    return next(line.count for line in lines if line.queue is Queue.INSTALL)


def wipe_again(hands: BenchHands, number: int = 1, **passed: float) -> None:
    """Bring a newer report of the laptop's disk."""
    begin = hands.workshop.clock.now().replace(tzinfo=None) + timedelta(**passed)
    hands.workshop.clock.tick(days=1)
    host, serial = f"PF2ABC{number:02d}", f"WD-WX61AA81{number:04d}"
    hands.bring(log(Drive(serial), host=host, begin=begin))


def test_six_machines_are_one_transaction_and_one_entry(hands: BenchHands) -> None:
    devices = [hands.laptop(number) for number in range(1, 7)]
    before = hands.entries()
    tests = {devices[4].code: {"sound": "fail"}, devices[5].code: {"camera": "not_fitted"}}
    machines = tuple(Machine(d.code, MINT, tests.get(d.code, {})) for d in devices)
    with statements(hands.workshop) as asked:
        done = hands.do(RecordInstallation(machines, all_well=True))
    # Each machine is looked at once.
    assert len(asked) < 100
    assert hands.entries() == before + 1
    assert [line.passed for line in done.lines] == [True, True, True, True, False, True]
    assert done.lines[4].failed == ("sound",)
    with hands.workshop.desk.database.reading() as work:
        for device in devices:
            entry = work.journal.about(device.code)[-1]
            body = json.loads(entry.body)
            assert body["what"] == "Linux Mint 22.2 Cinnamon"
            assert work.devices.by_id(device.id).touched_seq == entry.seq
    held = hands.held(devices[5])
    assert held is not None
    assert (held.system, held.version, held.sha256) == ("Linux Mint", "22.2", SHA)
    assert held.tests == {**LAPTOP_WELL, "camera": "not_fitted"}
    assert held.seq == before + 1


def test_all_or_none(hands: BenchHands) -> None:
    good, unknown = hands.laptop(), hands.device("PF9ZZZ99")
    machines = (Machine(good.code, MINT), Machine(unknown.code, MINT))
    assert refused(hands, RecordInstallation(machines, all_well=True)) == "media_unknown"
    assert hands.held(good) is None


def test_only_what_is_free_of_data_gets_a_system(hands: BenchHands) -> None:
    dirty = make_device(hands.workshop)
    make_medium(hands.workshop, dirty)
    assert refused(hands, one(dirty)) == "medium_not_wiped"
    assert refused(hands, BenchAdd(dirty.code)) == "medium_not_wiped"
    # A phone that nobody has looked into, a monitor, nothing at all.
    assert refused(hands, one(make_device(hands.workshop, type="phone"))) == "media_unknown"
    assert refused(hands, one(hands.monitor())) == "install_type_without_tests"
    assert refused(hands, RecordInstallation(())) == "install_nothing_to_record"


def test_every_mandatory_test_is_answered(hands: BenchHands) -> None:
    device = hands.laptop()
    well = {key: word for key, word in LAPTOP_WELL.items() if key not in {"sleep", "camera"}}
    command = RecordInstallation((Machine(device.code, MINT, well),))
    assert refused(hands, command) == "install_tests_missing"
    well["sleep"] = "not_possible"
    done = hands.do(RecordInstallation((Machine(device.code, MINT, well),)))
    assert (done.lines[0].passed, done.lines[0].failed) == (False, ("sleep",))


def test_what_cannot_be_recorded(hands: BenchHands) -> None:
    device = hands.laptop()
    twice = RecordInstallation((Machine(device.code, MINT), Machine(device.serial, MINT)), True)  # noqa: FBT003 - a command's field
    for command, code in (
        (twice, "install_device_twice"),
        (one(device, Choice()), "install_nothing_chosen"),
        (one(device, Choice(image="ei ole")), "install_image_unknown"),
        (one(device, Choice(system="Haiku", version="")), "install_version_wrong"),
        (one(device, results={"sound": "not_fitted"}), "install_test_not_lacking"),
        (one(device, results={"taste": "pass"}), "install_test_unknown"),
        (one(device, medium=999), "install_medium_not_inside"),
        (one(device, note=KEY), "licence_key_not_kept"),
        (one(device, Choice(system="Windows", version=KEY)), "licence_key_not_kept"),
        (one(device, Choice(system="Windows", version="11", edition=KEY)), "licence_key_not_kept"),
        (one(device, Choice(image=KEY)), "licence_key_not_kept"),
        (BenchAdd(KEY), "licence_key_not_kept"),
        (EndInstallation(device.code, KEY), "licence_key_not_kept"),
        (EndInstallation(device.code, "vaihdettiin"), "install_not_installed"),
    ):
        assert refused(hands, command) == code


def test_a_system_without_an_image_of_ours(hands: BenchHands) -> None:
    device = hands.laptop()
    hands.do(one(device, Choice(system="chromeos flex", version="138")))
    held = hands.held(device)
    assert held is not None
    assert (held.system, held.version, held.image_id, held.sha256) == (
        "ChromeOS Flex", "138", None, None,
    )  # fmt: skip


def test_an_installation_keeps_the_proof_and_the_device_may_leave(hands: BenchHands) -> None:
    device = hands.sellable()
    hands.record(device)
    assert hands.look(device).data_state is DataState.PROVEN
    assert hands.look(device).state is DeviceState.ON_SHELF
    with hands.workshop.desk.database.reading() as work:
        (medium,) = work.media.of_device(device.id)
    assert medium.used_since is None
    hands.complete(hands.basket(device))
    assert hands.held(device) is not None


def test_installing_again_replaces_and_can_be_undone(hands: BenchHands) -> None:
    device = hands.laptop()
    hands.record(device)
    hands.workshop.clock.tick(hours=1)
    done = hands.do(one(device, Choice(system="Debian", version="13")))
    assert done.lines[0].replaced == "Linux Mint 22.2 Cinnamon"
    assert len(queries.of_device(hands.workshop.desk, hands.worker, device.serial)) == 2
    hands.do(UndoLast())
    held = hands.held(device)
    assert held is not None
    assert held.system == "Linux Mint"
    assert hands.last(device).ended_reason == "undone"
    hands.do(UndoLast())
    assert hands.held(device) is None
    assert hands.look(device).state is DeviceState.ON_SHELF


def test_nobody_undoes_what_somebody_else_recorded(hands: BenchHands) -> None:
    device = hands.laptop()
    hands.record(device)
    assert refused(hands, UndoLast(), hands.other) == "nothing_to_undo"


def test_it_ends_when_the_medium_is_wiped_again(hands: BenchHands) -> None:
    device = hands.laptop()
    hands.record(device)
    wipe_again(hands, hours=2)
    assert hands.held(device) is None
    assert hands.last(device).ended_reason == "wiped"


def test_a_late_report_of_an_old_wipe_ends_nothing(hands: BenchHands) -> None:
    device = hands.laptop()
    hands.record(device)
    wipe_again(hands, days=-2)
    assert hands.held(device) is not None


def test_a_run_that_was_set_aside_wiped_nothing(hands: BenchHands) -> None:
    device = hands.laptop()
    wipe_again(hands, hours=2)
    with hands.workshop.desk.database.reading() as work:
        (medium,) = work.media.of_device(device.id)
        run = work.runs.of_medium(medium.id)[-1]
    hands.do(SetAsideRun(run.id, "toisen koneen"), hands.boss)
    hands.record(device)
    assert hands.held(device) is not None


def test_it_ends_when_the_medium_is_taken_out(hands: BenchHands) -> None:
    device = hands.laptop()
    hands.record(device)
    hands.workshop.clock.tick(hours=1)
    with hands.workshop.desk.database.reading() as work:
        (medium,) = work.media.of_device(device.id)
    hands.do(RemoveMedium(f"#{medium.id}"))
    assert hands.last(device).ended_reason == "removed"
    assert refused(hands, one(device)) in {"install_no_medium", "medium_unapproved"}


def test_it_ends_when_the_device_comes_back(hands: BenchHands) -> None:
    device = hands.sellable()
    hands.record(device)
    hands.complete(hands.basket(device))
    hands.workshop.clock.tick(days=10)
    hands.do(TakeBack(device.code, "screen"), hands.boss)
    assert hands.held(device) is None
    assert hands.last(device).ended_reason == "used"
    assert hands.look(device).data_state is DataState.NOT_WIPED


def test_where_it_is_among_several_media_can_be_said(hands: BenchHands) -> None:
    device = hands.device("PF2ABC77")
    for serial in ("WD-WX61AA8177AA", "WD-WX61AA8177BB"):
        hands.declare(device, serial, MediumKind.HDD)
    hands.bring(
        log(Drive("WD-WX61AA8177AA"), host="PF2ABC77"),
        log(Drive("WD-WX61AA8177BB"), host="PF2ABC77", begin=BEGIN + timedelta(seconds=5)),
    )
    hands.approve(device, media=2)
    hands.issue(device)
    hands.shelve(device)
    with hands.workshop.desk.database.reading() as work:
        first, second = work.media.of_device(device.id)
    hands.do(one(device, medium=first.id))
    hands.workshop.clock.tick(hours=1)
    hands.do(RemoveMedium(f"#{second.id}"))
    assert hands.held(device) is not None
    hands.workshop.clock.tick(hours=1)
    hands.do(RemoveMedium(f"#{first.id}"))
    assert hands.held(device) is None


def test_it_ends_by_a_person_with_a_reason(hands: BenchHands) -> None:
    device = hands.laptop()
    hands.record(device)
    hands.do(EndInstallation(device.code, "levyasema meni rikki"))
    assert hands.last(device).ended_reason == "levyasema meni rikki"
    assert queue(hands) == 1


def test_a_device_waits_for_a_system_until_its_tests_pass(hands: BenchHands) -> None:
    device = hands.laptop()
    hands.monitor()
    assert queue(hands) == 1
    (line,) = queries.waiting(hands.workshop.desk, hands.worker)
    assert line.device == device.code
    hands.record(device, sound="fail")
    assert queue(hands) == 1
    hands.workshop.clock.tick(hours=1)
    hands.record(device)
    assert queue(hands) == 0


def test_the_card_names_the_system_and_the_next_step(hands: BenchHands) -> None:
    device = hands.sellable()
    card = cards.card(hands.workshop.desk, hands.worker, device.code)
    assert card.system is None
    assert [step.key for step in card.next_steps] == ["next.install", "next.ready"]
    hands.record(device)
    card = cards.card(hands.workshop.desk, hands.worker, device.code)
    assert card.system is not None
    assert (card.system.name, card.system.image) == ("Linux Mint 22.2 Cinnamon", MINT.image)
    assert [step.key for step in card.next_steps] == ["next.ready"]


def test_handing_over_points_out_a_machine_without_a_system(hands: BenchHands) -> None:
    laptop, monitor = hands.sellable(), hands.monitor()
    view = hands.view(hands.basket(laptop, monitor, channel=Channel.PROJECT))
    assert view.ready
    (advice,) = (gate for line in view.lines for gate in line.gates if gate.advice)
    assert (advice.code, advice.holds, advice.device) == (GateCode.SYSTEM, True, laptop.code)
    assert advice.said.key == "handover.gate.system.no"
    hands.record(laptop)
    look = shop.look(hands.workshop.desk, hands.boss, laptop.code, Channel.SALE)
    (gate,) = (gate for gate in look.gates if gate.code is GateCode.SYSTEM)
    assert not gate.advice
    assert gate.said.fields == {"system": "Linux Mint 22.2 Cinnamon", "day": "23.11.2026"}
    hands.workshop.clock.tick(hours=1)
    hands.record(laptop, updates="fail")
    look = shop.look(hands.workshop.desk, hands.boss, laptop.code, Channel.SALE)
    (gate,) = (gate for gate in look.gates if gate.code is GateCode.SYSTEM)
    assert (gate.advice, gate.said.key) == (True, "handover.gate.system.failed")
