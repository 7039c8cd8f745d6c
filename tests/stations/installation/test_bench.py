"""The bench: machines side by side, kept for whoever comes, cleared by what is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.checklist import Result
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.stops import StopKind
from serkut_desk.stations.devices.commands import RaiseStop
from serkut_desk.stations.installation import bench as benches
from serkut_desk.stations.installation import queries
from serkut_desk.stations.installation.commands import (
    BenchAdd,
    BenchAnswer,
    BenchChoose,
    BenchRemove,
    BenchRestWell,
    Choice,
    Machine,
    PreferImage,
    RecordInstallation,
)
from stations.installation.bench_hands import MINT

if TYPE_CHECKING:
    from stations.installation.bench_hands import BenchHands


def test_machines_come_by_label_and_by_serial(hands: BenchHands) -> None:
    one, other = hands.laptop(1), hands.laptop(2)
    before = hands.entries()
    assert hands.do(BenchAdd(one.code)).devices == (one.code,)
    assert hands.do(BenchAdd(other.serial.lower())).devices == (other.code,)
    assert hands.do(BenchAdd(one.serial)).already
    assert [machine.code for machine in hands.bench.machines] == [one.code, other.code]
    # It is work in progress: nothing is in the journal before it is recorded.
    assert hands.entries() == before
    # Another person sees the same bench and goes on.
    assert len(queries.bench(hands.workshop.desk, hands.boss).machines) == 2
    hands.do(BenchRemove((one.code,)), hands.boss)
    assert [machine.code for machine in hands.bench.machines] == [other.code]


def test_the_first_machine_brings_what_its_model_prefers(hands: BenchHands) -> None:
    hands.image("Kevyt", "22.1", "cd" * 32)
    hands.do(PreferImage("Lenovo", "ThinkPad T480", MINT.image), hands.boss)
    device = hands.laptop(1)
    hands.do(BenchAdd(device.code))
    view = hands.bench
    assert view.choice is not None
    assert (view.choice.image, view.choice.version, view.sha256) == (
        MINT.image, "22.2", "ab" * 32,
    )  # fmt: skip
    assert view.machines[0].preferred is None
    # The whole bench gets something else: the machine's own preference is shown.
    hands.do(BenchChoose(Choice(image="kevyt")))
    (machine,) = hands.bench.machines
    assert machine.choice is not None
    assert machine.choice.image == "Kevyt"
    assert machine.preferred is not None
    assert machine.preferred.image == MINT.image
    # This one machine gets what it prefers.
    hands.do(BenchChoose(MINT, device.code))
    (machine,) = hands.bench.machines
    assert (machine.own, machine.preferred) == (True, None)


def test_answers_are_kept_and_taken_back(hands: BenchHands) -> None:
    device = hands.laptop()
    hands.do(BenchAdd(device.code))
    hands.do(BenchAnswer(device.code, "sound", "fail"))
    hands.do(BenchAnswer(device.code, "camera", "not_fitted"))
    (machine,) = hands.bench.machines
    assert machine.results == {"sound": Result.FAIL, "camera": Result.NOT_FITTED}
    assert [test.key for test in machine.failed] == ["sound"]
    hands.do(BenchAnswer(device.code, "sound", None))
    (machine,) = hands.bench.machines
    assert "sound" in {test.key for test in machine.left}


def test_the_rest_is_well_and_what_was_answered_stays(hands: BenchHands) -> None:
    device = hands.laptop()
    hands.do(BenchAdd(device.code))
    hands.do(BenchAnswer(device.code, "sound", "fail"))
    hands.do(BenchRestWell(device.code))
    (machine,) = hands.bench.machines
    assert machine.left == ()
    assert [test.key for test in machine.failed] == ["sound"]


@pytest.mark.parametrize(
    ("test", "result", "code"),
    [
        ("sound", "not_fitted", "install_test_not_lacking"),
        ("sound", "perhaps", "install_result_unknown"),
        ("taste", "pass", "install_test_unknown"),
    ],
)
def test_answers_that_do_not_fit(hands: BenchHands, test: str, result: str, code: str) -> None:
    device = hands.laptop()
    hands.do(BenchAdd(device.code))
    with pytest.raises(KnownFailure, match=code):
        hands.do(BenchAnswer(device.code, test, result))


def test_what_was_recorded_leaves_the_bench(hands: BenchHands) -> None:
    one, other = hands.laptop(1), hands.laptop(2)
    for device in (one, other):
        hands.do(BenchAdd(device.code))
    hands.do(BenchChoose(MINT))
    hands.do(RecordInstallation((Machine(one.code, MINT),), all_well=True))
    assert [machine.code for machine in hands.bench.machines] == [other.code]
    assert hands.bench.choice is not None
    hands.do(RecordInstallation((Machine(other.code, MINT),), all_well=True))
    # The next round chooses anew.
    view = hands.bench
    assert view.choice is None
    assert not view.machines
    with pytest.raises(KnownFailure, match="install_not_on_bench"):
        hands.do(BenchAnswer(one.code, "sound", "pass"))


def test_a_machine_that_was_stopped_says_so_on_the_bench(hands: BenchHands) -> None:
    device = hands.laptop()
    hands.do(BenchAdd(device.code))
    assert [machine.against for machine in hands.bench.machines] == [None]
    hands.do(RaiseStop(StopKind.SWOLLEN_BATTERY, device.code))
    said = [machine.against.key for machine in hands.bench.machines if machine.against]
    assert said == ["error.battery_hazard.what"]


def test_a_bench_has_an_end(hands: BenchHands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(benches, "MOST", 1)
    one, other = hands.laptop(1), hands.laptop(2)
    hands.do(BenchAdd(one.code))
    with pytest.raises(KnownFailure, match="install_bench_full"):
        hands.do(BenchAdd(other.code))
