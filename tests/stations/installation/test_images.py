"""Disk images: their digest, their names, what a model gets first."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from serkut_desk.domain.errors import KnownFailure
from serkut_desk.stations.installation import queries
from serkut_desk.stations.installation.commands import (
    AddImage,
    BenchAdd,
    Machine,
    PreferImage,
    RecordInstallation,
    RetireImage,
)
from stations.installation.bench_hands import MINT, SHA

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.people import Session
    from serkut_desk.stations.handling import Command
    from stations.installation.bench_hands import BenchHands

KEY = "VK7JG-NPHTM-C97JM-9MPGT-3V66T"


def refused(hands: BenchHands, command: Command[Any], by: Session | None = None) -> str:
    before = hands.entries()
    with pytest.raises(KnownFailure) as failure:
        hands.do(command, by or hands.boss)
    assert hands.entries() == before
    assert KEY not in str(failure.value.facts)
    return failure.value.code


def chosen(hands: BenchHands) -> str | None:
    choice = hands.bench.choice
    return None if choice is None else choice.image


def test_the_digest_comes_from_the_file_itself(hands: BenchHands, tmp_path: Path) -> None:
    file = tmp_path / "lubuntu-24.04.3.iso"
    content = b"levykuva" * 1_000_000
    file.write_bytes(content)
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))

    command = AddImage("Lubuntu", "LUBUNTU", "24.04.3", file=file, progress=progress)
    image = hands.do(command, hands.boss).image
    assert image.sha256 == hashlib.sha256(content).hexdigest()
    assert (image.system, image.version, image.file_name) == ("Lubuntu", "24.04.3", file.name)
    # Read in more than one step, the last of which is the whole.
    assert len(told) > 1
    assert told[-1] == (len(content), len(content))


def test_a_stated_digest_and_the_file_agree(hands: BenchHands, tmp_path: Path) -> None:
    file = tmp_path / "kuva.iso"
    file.write_bytes(b"kuva")
    wrong = AddImage("Debian", "Debian", "13", file=file, sha256="cd" * 32)
    assert refused(hands, wrong) == "install_hash_differs"
    right = hashlib.sha256(b"kuva").hexdigest().upper()
    assert hands.do(AddImage("Debian", "Debian", "13", file=file, sha256=right), hands.boss)


def test_what_is_no_image(hands: BenchHands, tmp_path: Path) -> None:
    empty = tmp_path / "tyhja.iso"
    empty.write_bytes(b"")
    for command, code in (
        (AddImage("Debian", "Debian", "13"), "install_hash_missing"),
        (AddImage("Debian", "Debian", "13", sha256="12"), "install_hash_wrong"),
        (AddImage("Debian", "Debian", "13", file=empty), "install_file_empty"),
        (AddImage("Debian", "Debian", "13", file=tmp_path / "x"), "install_file_unreadable"),
        (AddImage("Debian", "Debian", "", sha256="cd" * 32), "install_version_wrong"),
        (AddImage("Debian", " ", "13", sha256="cd" * 32), "text_missing"),
        (AddImage("mint TYÖPÖYTÄ", "Debian", "13", sha256="cd" * 32), "install_image_named"),
        (AddImage("Mint toinen", "Linux Mint", "22.2", sha256=SHA), "install_image_known"),
    ):
        assert refused(hands, command) == code


@pytest.mark.parametrize("field", ["name", "system", "version", "edition", "file_name"])
def test_a_licence_key_is_kept_in_no_field(hands: BenchHands, field: str) -> None:
    command = AddImage("Win", "Windows", "11", sha256="cd" * 32)
    with_key = replace(command, **{field: KEY.lower()})  # type: ignore[arg-type]  # every field that is tried holds text
    assert refused(hands, with_key) == "licence_key_not_kept"


def test_only_supervisors_add_images(hands: BenchHands) -> None:
    command = AddImage("Debian", "Debian", "13", sha256="cd" * 32)
    assert refused(hands, command, hands.worker) == "not_permitted"


def test_a_retired_image_is_not_installed_any_more(hands: BenchHands) -> None:
    device = hands.laptop()
    hands.do(PreferImage("Lenovo", "ThinkPad T480", MINT.image), hands.boss)
    hands.do(BenchAdd(device.code))
    assert chosen(hands) == MINT.image
    hands.do(RetireImage("mint työpöytä"), hands.boss)
    assert refused(hands, RetireImage(MINT.image)) == "install_image_retired"
    # What was chosen before counts no longer, neither on the bench nor for the model.
    assert chosen(hands) is None
    (machine,) = hands.bench.machines
    assert machine.preferred is None
    command = RecordInstallation((Machine(device.code, MINT),), all_well=True)
    assert refused(hands, command, hands.worker) == "install_image_retired"
    # The same file may come back under another name.
    hands.image("Mint uudelleen")


def test_a_model_prefers_one_image_however_it_is_written(hands: BenchHands) -> None:
    hands.image("Mint kevyt", "22.1", "cd" * 32)
    hands.do(PreferImage("LENOVO", "Lenovo thinkpad-T480", MINT.image), hands.boss)
    hands.laptop()
    (waiting,) = queries.waiting(hands.workshop.desk, hands.worker)
    assert waiting.preferred == MINT.image
    before = hands.entries()
    hands.do(PreferImage("Lenovo", "ThinkPad T480", MINT.image), hands.boss)
    assert hands.entries() == before
    hands.do(PreferImage("Lenovo", "ThinkPad T480", "mint kevyt"), hands.boss)
    (line,) = queries.images(hands.workshop.desk, hands.worker).preferences
    assert (line.model, line.image) == ("ThinkPad T480", "Mint kevyt")
    hands.do(PreferImage("Lenovo", "ThinkPad T480", None), hands.boss)
    assert queries.images(hands.workshop.desk, hands.worker).preferences == ()
    assert refused(hands, PreferImage("Lenovo", "T480", "ei ole")) == "install_image_unknown"
