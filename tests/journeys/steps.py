"""What journeys have in common: one step of a device's way, each at its own screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import zxingcpp

from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.stations.upkeep.queries import verify_journal
from serkut_desk.ui.stations.grading.panel import GradingPanel
from stations.certificates.counter import PASSPHRASE
from stations.wiping.logs import Drive, log

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.hands import Hands
    from serkut_desk.records.papers import Paper

_MOST_CHECKS = 80


def open_lot(hands: Hands, manifest: Path, *, ordinary: bool = False) -> None:
    """Open a lot with its list as the supervisor at the desk."""
    hands.go("intake")
    hands.press("F3")
    hands.write("Lähettäjä", "Kasvatus ja koulutus")
    if ordinary:
        hands.choose("Tiedot", "tavanomainen")
        hands.write("Kaupungin päätös", "HEL 2026-001")
    hands.pick_file("F2", manifest)
    hands.press("F10")
    if ordinary:
        hands.confirm(hands.window.workshop.other)
    hands.sees("Erä ER 1 on auki")


def receive(hands: Hands, serial: str, code: str) -> None:
    """Receive what a list names as the maker at the desk."""
    hands.scan(serial)
    hands.sees("Löytyi luettelosta", "Liimaa uusi tarra ja lue se")
    hands.scan(code)
    hands.sees(f"{short(code)} vastaanotettu")


def bring_report(hands: Hands, host: str, disk: str, stick: Path) -> None:
    """Wipe a disk at a bench for three hours and bring the report in, as the maker at the desk."""
    stick.mkdir(exist_ok=True)
    clock = hands.window.workshop.clock
    clock.tick(hours=1)
    # A log's clock has no zone.
    begin = local(clock.now()).replace(tzinfo=None)
    clock.tick(hours=3)
    (stick / "nwipe.log").write_bytes(log(Drive(disk), host=host, begin=begin))
    hands.press("F5")
    hands.pick_file("F2", stick)
    hands.scan(hands.window.workshop.worker.person)
    hands.sees("1 tiedosto luettu")
    hands.press("F10")


def approve(hands: Hands) -> None:
    """Approve all that is clean, and issue the certificates, as the supervisor at the desk."""
    hands.go("home")
    hands.press("F7", "F2", "F10")
    hands.press("F2", "F10")
    hands.sees("1 laite hyväksytty")
    hands.press("F10", "F10")
    hands.write("Tunnuslause", PASSPHRASE)
    hands.press("F10")
    hands.sees("1 todistus annettu")
    hands.press("F9")


def grade(
    hands: Hands, code: str, *, faults: tuple[str, ...] = (), grade: str = "A"
) -> tuple[str, ...]:
    """Answer every open check by F-keys, as the maker at the desk; return which were asked.

    Args:
        hands: At the window.
        code: Of the device.
        faults: Keys of the checks that are answered "no".
        grade: What it comes to.
    """
    hands.go("grading")
    hands.scan(code)
    panel = hands.window.shell.panel
    assert isinstance(panel, GradingPanel)
    asked = []
    for _ in range(_MOST_CHECKS):
        check = panel.walk.check if panel.walk else None
        if check is None:
            break
        asked.append(check.key)
        answer = "F3" if check.key in faults else "F2"
        hands.tap(*(("F8", "F10") if check.measure is not None else (answer,)))
    hands.settle()
    hands.sees("Kaikkiin kohtiin on vastattu")
    hands.press("F10")
    hands.sees(f"Kuntoluokka {grade}")
    return tuple(asked)


def shelve(hands: Hands, code: str) -> None:
    """Decide for the shelf, as the supervisor at the desk."""
    hands.go("grading")
    hands.scan(code)
    hands.press("F2", "F2")
    hands.sees("Hyllyssä")


def state(hands: Hands, code: str) -> str:
    """Return the stored state of a device."""
    with hands.desk.database.reading() as work:
        device = work.devices.by_code(code)
        assert device is not None
        return device.state


def papers(hands: Hands) -> list[Paper]:
    """Return every paper that was issued, in order."""
    with hands.desk.database.reading() as work:
        return work.papers.all()


def certificates(hands: Hands, code: str) -> list[str]:
    """Return the state of each certificate of a device, the oldest first."""
    with hands.desk.database.reading() as work:
        device = work.devices.by_code(code)
        assert device is not None
        found = sorted(work.certificates.of_device(device.id), key=lambda one: one.id)
    return [one.state.value for one in found]


def barcode(hands: Hands, kind: str) -> str:
    """Read the code of the newest paper of a kind, as a scanner does, from its PDF."""
    paper = [one for one in papers(hands) if one.kind == kind][-1]
    document = pypdfium2.PdfDocument(hands.desk.files.read(paper.sha256))
    picture = document[0].render(scale=300 / 72, grayscale=True).to_pil()
    document.close()
    return zxingcpp.read_barcodes(picture)[0].text


def intact(hands: Hands) -> None:
    """Assert that the journal verifies."""
    assert verify_journal(hands.desk).ok
