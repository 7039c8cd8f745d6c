"""What an unattended installer says of itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from serkut_desk.domain.errors import KnownFailure
from serkut_desk.stations.installation.commands import BenchAdd, ImportInstallations, RetireImage
from stations.installation.bench_hands import LAPTOP_WELL, MINT, SHA

if TYPE_CHECKING:
    from pathlib import Path

    from stations.installation.bench_hands import BenchHands


def document(*serials: str, **more: Any) -> dict[str, Any]:
    return {
        "format": "serkut-desk-install",
        "version": 1,
        "image": {"sha256": SHA.upper()},
        "machines": [{"serial": serial, "tests": LAPTOP_WELL} for serial in serials],
        **more,
    }


def bring(hands: BenchHands, tmp_path: Path, said: object) -> Any:
    file = tmp_path / "tulos.json"
    file.write_text(json.dumps(said), encoding="utf-8")
    return hands.do(ImportInstallations(file))


def refused(hands: BenchHands, tmp_path: Path, said: object) -> KnownFailure:
    before = hands.entries()
    with pytest.raises(KnownFailure) as failure:
        bring(hands, tmp_path, said)
    assert hands.entries() == before
    return failure.value


def test_machines_are_found_by_their_serials(hands: BenchHands, tmp_path: Path) -> None:
    one, other = hands.laptop(1), hands.laptop(2)
    hands.do(BenchAdd(one.code))
    before = hands.entries()
    said = document(one.serial.lower(), other.serial)
    done = bring(hands, tmp_path, said)
    assert [line.device for line in done.lines] == [one.code, other.code]
    assert hands.entries() == before + 1
    held = hands.held(other)
    assert held is not None
    assert (held.system, held.version, held.sha256) == ("Linux Mint", "22.2", SHA)
    # What was on the bench is done.
    assert hands.bench.machines == ()
    again = bring(hands, tmp_path, said)
    assert (again.lines, again.already) == ((), (one.code, other.code))
    assert hands.entries() == before + 1


def test_a_system_without_our_image(hands: BenchHands, tmp_path: Path) -> None:
    device = hands.laptop()
    system = {"name": "debian", "version": "13", "edition": ""}
    bring(hands, tmp_path, document(device.serial, image={}, system=system))
    held = hands.held(device)
    assert held is not None
    assert (held.system, held.image_id) == ("Debian", None)


def test_nothing_of_a_file_is_recorded_when_one_machine_does_not_fit(
    hands: BenchHands, tmp_path: Path
) -> None:
    device = hands.laptop()
    failure = refused(hands, tmp_path, document(device.serial, "PF9ZZZ99"))
    assert (failure.code, failure.facts) == ("install_serial_unknown", {"serial": "PF9ZZZ99"})
    assert hands.held(device) is None
    twice = document(device.serial, device.serial)
    assert refused(hands, tmp_path, twice).code == "install_device_twice"
    hands.device("PF9ZZZ99")
    assert refused(hands, tmp_path, document(device.serial, "PF9ZZZ99")).code == "media_unknown"
    few = document()
    few["machines"] = [{"serial": device.serial, "tests": {"sound": "pass"}}]
    assert refused(hands, tmp_path, few).code == "install_tests_missing"


def test_an_image_that_nobody_named(hands: BenchHands, tmp_path: Path) -> None:
    device = hands.laptop()
    unknown = document(device.serial, image={"sha256": "cd" * 32})
    assert refused(hands, tmp_path, unknown).code == "install_hash_unknown"
    hands.do(RetireImage(MINT.image), hands.boss)
    assert refused(hands, tmp_path, document(device.serial)).code == "install_hash_unknown"


@pytest.mark.parametrize(
    "said",
    [
        [],
        "x",
        {},
        document("PF1") | {"version": 2},
        document("PF1") | {"machines": []},
        document("PF1") | {"machines": {}},
        document("PF1") | {"machines": ["PF1"]},
        document(""),
        document("PF1") | {"machines": [{"serial": 7}]},
        document("PF1") | {"machines": [{"serial": "PF1", "tests": {"sound": True}}]},
        document("PF1") | {"image": None},
        document("PF1") | {"image": {}, "system": {"name": "Debian"}},
    ],
)
def test_what_is_no_result_file(hands: BenchHands, tmp_path: Path, said: object) -> None:
    assert refused(hands, tmp_path, said).code == "install_result_wrong"


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[" * 100_000, b" " * 1_000_001])
def test_what_is_no_json(hands: BenchHands, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "tulos.json"
    file.write_bytes(data)
    with pytest.raises(KnownFailure, match="install_result_wrong"):
        hands.do(ImportInstallations(file))


def test_a_file_that_is_not_there(hands: BenchHands, tmp_path: Path) -> None:
    with pytest.raises(KnownFailure, match="install_file_unreadable"):
        hands.do(ImportInstallations(tmp_path / "ei.json"))


def test_a_licence_key_anywhere_refuses_the_file(hands: BenchHands, tmp_path: Path) -> None:
    device = hands.laptop()
    said = document(device.serial, log=["slmgr", {"typed": "VK7JG-NPHTM-C97JM-9MPGT-3V66T"}])
    failure = refused(hands, tmp_path, said)
    assert (failure.code, failure.facts) == ("licence_key_not_kept", {})
