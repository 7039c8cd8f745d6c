"""The data room from the stick to the wall: evidence, decisions, proof, second look, papers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pypdfium2
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boxes import container
from certificates_of_nwipe import certificate, pages_of
from draws import drawing
from factories import make_device, make_lot
from journeys import steps
from pictures import jpeg
from serkut_desk.domain.data_state import DataState
from serkut_desk.domain.media import DataClass, MediumKind
from serkut_desk.domain.statement import StatementKind
from serkut_desk.interchange.evidence import read_report
from serkut_desk.stations import facts
from serkut_desk.stations.certificates import queries as certificates
from serkut_desk.stations.evidence import queries as evidence
from serkut_desk.ui.parts.choices import ChoiceStrip
from serkut_desk.ui.shell.places import BEHIND
from stations.certificates.counter import PASSPHRASE
from stations.wiping.logs import SIZE, Drive, later, log

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.hands import Hands
    from journeys.street import Street
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.lots import Lot

FAILED = Drive("Z1D4K9PM", model="ST1000LM035", status="-FAILED-", errors=12)
SSD = Drive("S3TUNX0K4XXXQ1", bus="ATA-SSD", model="SAMSUNG MZ7LN256")
DISKS = {
    **{f"clean{number}": f"WD-WX61AA8100{number}" for number in (1, 2, 3)},
    "broken": FAILED.serial,
    "flash": SSD.serial,
    "edited": "WD-EDITED01",
    "extra": "WD-EXTRA0001",
}
_SHRED = 4
DOORS = "Tämän aseman vieressä"
_MOST_STEPS, _MOST_TABS = 12, 60
HDPARM = b"""/dev/sdb:
SECURITY_ERASE: command sent, waiting for completion
hdparm -I /dev/sdb: SG_IO: bad/missing sense data
"""


def door(hands: Hands, station: str) -> None:
    """Go through the doors above a panel, with Tab and the arrow."""
    hands.go(BEHIND[station])
    for _ in range(_MOST_STEPS):
        if hands.window.shell.open_key == station:
            return
        for _ in range(_MOST_TABS):
            if _at_doors():
                break
            QTest.keyClick(hands._focus, Qt.Key.Key_Tab)
        QTest.keyClick(hands._focus, Qt.Key.Key_Right)
        hands.settle()
    raise AssertionError(hands.words)


def _at_doors() -> bool:
    focus = QApplication.focusWidget()
    parent = focus.parentWidget() if focus is not None else None
    return isinstance(parent, ChoiceStrip) and parent.accessibleName() == DOORS


def room(street: Street, lot: Lot) -> dict[str, Device]:
    """Receive the machines that boot from the stick, each with its disk recorded."""
    found = {}
    for name, disk in DISKS.items():
        device = make_device(street.workshop, lot=lot, serial=f"PF2{name.upper()}")
        kind = MediumKind.SSD if name == "flash" else MediumKind.HDD
        street.declare(device, disk, kind)
        found[name] = device
    street.workshop.clock.tick(hours=6)
    return found


def fill(stick: Path) -> int:
    """Put on the stick what a morning leaves there; return how many files."""
    logs = {name: _log(name, number) for number, name in enumerate(DISKS)}
    edited = logs["edited"].replace(b" Erased ", b"-FAILED-")
    found = Drive("WD-NOBODYKNOWS1", "sdb")
    extra = log(Drive(DISKS["extra"]), found, host="PF2EXTRA", begin=later(5))
    files = {
        **{f"nwipe_log_{name}.txt": data for name, data in logs.items()},
        "nwipe_log_extra.txt": extra,
        "nwipe_log_edited_kopio.txt": edited,
        "nwipe_log_clean1 (1).txt": logs["clean1"],
        "nwipe_log_tyhja.txt": b"",
        "hdparm_sdb.txt": HDPARM,
        "IMG_0412.jpg": jpeg(),
        **{f"nwipe_report_{name}.pdf": _paper(name, logs[name]) for name in ("clean1", "clean2")},
    }
    for name, data in files.items():
        (stick / name).write_bytes(data)
    return len(files)


def _log(name: str, number: int) -> bytes:
    drive = {"broken": FAILED, "flash": SSD}.get(name, Drive(DISKS[name]))
    begin = later(5) + timedelta(seconds=13 * number)
    return log(drive, host=f"PF2{name.upper()}", begin=begin)


def _paper(name: str, written: bytes) -> bytes:
    """Return the certificate that nwipe makes beside a log."""
    (run,) = read_report("", written).runs
    (drive,) = run.drives
    words = {
        "WD-WX61AA81XXQA": DISKS[name],
        "5CG8XXQ0V1": f"PF2{name.upper()}",
        "2026/11/21 21:36:12": f"{drive.started:%Y/%m/%d %X}",
        "2026/11/21 21:36:35": f"{drive.ended:%Y/%m/%d %X}",
        "25165824": str(SIZE),
    }
    pages = pages_of("0.42_sda")
    for old, new in words.items():
        pages = [[(x, y, text.replace(old, new)) for x, y, text in page] for page in pages]
    return certificate(pages)


def bring_in(hands: Hands, stick: Path) -> None:
    """Read the stick in as a maker, who sees calmly how it went."""
    door(hands, "evidence")
    hands.press("F5")
    hands.pick_file("F2", stick)
    hands.scan(hands.window.workshop.worker.person)
    hands.sees("14 tiedostoa luettu", "4 kunnossa · 5 tarvitsee työnjohtajaa · 1 tuli jo aiemmin")
    hands.sees("Kopioi se uudelleen tikulta.", "Liite")
    hands.press("F10")
    hands.sees("14 tiedostoa luettu: 4 kunnossa, 5 tarvitsee työnjohtajaa")
    # A maker decides nothing.
    assert {one.key for one in hands.actions} == {"F4", "F5"}


def settle(hands: Hands) -> None:
    """Settle what waits for a supervisor: the gravest stands open each time."""
    door(hands, "evidence")
    hands.sees("Odottaa 5", "Ristiriita 2", "Tuli jo 1", "Liite 3", "Kaikki 14")
    hands.sees("Kaksi raporttia sanoo samasta ajosta eri asiaa.")
    hands.press("F8")
    hands.pick("Tiedostoa on muutettu käsin")
    hands.sees("Raportti ei päde", "Tuntematon levy 1", "Kunnossa 5")
    hands.sees("Tätä levyä ei ole kirjattu laitteeseen SD 7")
    hands.press("F10")
    hands.sees("Levy kuuluu laitteeseen", "Odottaa 2", "Ohjelman taulukossa lukee FAILED.")
    hands.press("F10")
    hands.sees("Raportti ei näytä puhdasta loppua.", "12 virhettä")
    hands.press("F8")
    hands.sees("Miten Z1D4K9PM jatkaa?")
    hands.pick("Tuhoa: Murskaus")
    hands.sees("Päätetty", "Tuhoaminen 1")


def shred(hands: Hands, device: Device, photo: Path) -> None:
    """Take the disk out as the maker, and destroy it as two, into its container."""
    workshop = hands.window.workshop
    hands.go("wiping")
    hands.scan(device.code)
    hands.sees("Irrota levy: Z1D4K9PM")
    hands.press("F8", "F10")
    hands.sees("Vie levy tuhottavaksi: Z1D4K9PM")
    hands.press("F8")
    hands.sees("Tuhotaan nyt", "murske H-4 tai hienompi")
    hands.scan(container(workshop, "data_media"))
    hands.choose("Murskeen koko", "H-5")
    hands.write("Kone tai paikka", "Silppuri 1")
    hands.write("Murske yhteensä (g)", "410")
    hands.pick_file("F3", photo)
    hands.press("F10")
    hands.scan(workshop.worker.person, workshop.worker.person)
    hands.sees("Sama kortti.")
    hands.scan(workshop.first.person)
    hands.press("F10")
    hands.sees("1 väline tuhottu")


def approve_and_print(hands: Hands) -> None:
    """Look at each device as the second supervisor, approve, and issue the lot's certificates."""
    hands.go("wiping")
    hands.sees("Vahva → Perus", "ei riitä")
    hands.press("F10")
    for number in range(1, 7):
        # The destroyed disk failed before: the approver is shown where to look.
        said = "Aiemmin epäonnistunut" if number == _SHRED else "Kaikki vastaa vaatimusta."
        hands.sees(f"{number} / 6 · {number - 1} hyväksytty", said)
        hands.press("F2")
        with drawing(chance=1000 if number == 1 else 0, per_hundred=0, least=0):
            hands.press("F10")
    hands.sees("6 laitetta hyväksytty", "Arvottiin toiseen katseeseen: WD-WX61AA81001")
    hands.press("F10")
    hands.sees("6 laitetta saa todistuksen nyt.", "1 · Tyhjennystä ei ole hyväksytty")
    hands.press("F10")
    hands.write("Tunnuslause", PASSPHRASE)
    hands.press("F10")
    hands.sees("7 todistusta annettu", "TT 1 … TT 7", "TT 7 · voimassa")
    hands.press("F9")


def read_back(hands: Hands, output: Path) -> None:
    """Read back what was drawn, as somebody who had no part in it."""
    door(hands, "looks")
    hands.sees("Odottaa 1", "Lue tämä väline uudelleen.", "Se ei lähde ennen sitä.")
    hands.press("F10")
    hands.write("Ohjelma", "hexdump")
    hands.press("F5")
    hands.pick_file("F2", output)
    hands.press("F10")
    hands.sees("Puhdas: SD 1", "Odottaa 0", "Luettu 1")


def check(hands: Hands) -> None:
    """Scan the QR of a device's certificate and of the lot's, and look at that paper."""
    desk, first = hands.desk, hands.window.workshop.first
    door(hands, "checking")
    for kind, count in ((StatementKind.DEVICE, 6), (StatementKind.LOT, 1)):
        lines = certificates.certificates(desk, first, kind=kind)
        assert len(lines) == count
        hands.scan(_qr(hands, lines[0].number))
        hands.sees("Aito ja voimassa", lines[0].number)
    (whole,) = certificates.certificates(desk, first, kind=StatementKind.LOT)
    paper = "".join(text_of_pdf(certificates.certificate_pdf(desk, first, whole.number)).split())
    assert all(f"TT000000{one}" in paper for one in ("0137", "0234", "0331", "0428", "0525"))
    assert "PF2FLASHMiksieimukanaTyhjennystäeiolehyväksytty" in paper


def _qr(hands: Hands, number: str) -> str:
    """Read the QR of a certificate as a scanner does, from its PDF."""
    data = certificates.certificate_pdf(hands.desk, hands.window.workshop.first, number)
    document = pypdfium2.PdfDocument(data)
    picture = document[0].render(scale=200 / 72, grayscale=True).to_pil()
    document.close()
    found = [one.text for one in zxingcpp.read_barcodes(picture)]
    return next(text for text in found if text.startswith("SERKUT1"))


def text_of_pdf(data: bytes) -> str:
    """Return the words of every page."""
    document = pypdfium2.PdfDocument(data)
    words = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return words


def test_from_the_stick_to_the_wall(hands: Hands, street: Street, tmp_path: Path) -> None:
    workshop = hands.window.workshop
    lot = make_lot(workshop, "Kasvatus ja koulutus", DataClass.ORDINARY)
    devices = room(street, lot)
    assert fill(street.folder) == 14
    photo, output = tmp_path / "murske.jpg", tmp_path / "luettu.txt"
    photo.write_bytes(jpeg())
    output.write_text("00000000  00 00 00 00", encoding="utf-8")

    hands.come(workshop.worker)
    bring_in(hands, street.folder)
    hands.come(workshop.first)
    settle(hands)
    hands.come(workshop.worker)
    shred(hands, devices["broken"], photo)
    hands.come(workshop.other)
    approve_and_print(hands)
    hands.come(workshop.first)
    read_back(hands, output)
    check(hands)

    # What is not proven stays; nobody has lost a file on the way.
    proven = {name: _is_proven(hands, device) for name, device in devices.items()}
    assert [name for name, clean in proven.items() if not clean] == ["flash"]
    found = evidence.inbox(hands.desk, workshop.first)
    assert sum(one.files for one in found.counts) == 14
    assert [row.name for row in found.rows if row.waits] == ["nwipe_log_tyhja.txt"]
    steps.intact(hands)


def _is_proven(hands: Hands, device: Device) -> bool:
    with hands.desk.database.reading() as work:
        gathered = facts.gather(work, work.devices.by_id(device.id), hands.desk.clock.now())
    return gathered.data_state in {DataState.PROVEN, DataState.DESTROYED}
