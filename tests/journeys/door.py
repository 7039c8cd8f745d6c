"""The door by scanner and keys: lots and their papers, as the people there handle them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

from journeys import steps
from serkut_desk.domain.codes import short
from serkut_desk.stations.intake import queries
from ui.stations.intake.kit import label

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.hands import Hands
    from serkut_desk.stations.intake.queries import LotDetails


class Door:
    """What is done at intake, by whoever is at the desk.

    Args:
        hands: At the window.
    """

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.people = hands.window.workshop
        self.lot = ""
        self._labels = 0

    def roll(self) -> str:
        """Tear the next label off the roll."""
        self._labels += 1
        return label(self._labels)

    def take(self, *codes: str, says: str = "Löytyi luettelosta") -> str:
        """Receive one device at the rhythm of the screen: its codes, then a label."""
        self.hands.scan(*codes)
        self.hands.sees(says)
        bound = self.roll()
        self.hands.scan(bound)
        self.hands.sees(f"{short(bound)} vastaanotettu")
        return bound

    def burst(self, *serials: str) -> list[str]:
        """Receive devices faster than the screen answers, the label now before, now after."""
        bound = [self.roll() for _ in serials]
        pairs = zip(serials, bound, strict=True)
        scans = [pair if at % 2 else pair[::-1] for at, pair in enumerate(pairs)]
        self.hands.burst(*(text for pair in scans for text in pair))
        return bound

    def open(self, sender: str, manifest: Path, *, identify: bool = False) -> None:
        """Open a lot that is here, with its list, as a supervisor."""
        self.hands.go("intake")
        self.begin()
        self.hands.write("Lähettäjä", sender)
        self.hands.pick_file("F2", manifest)
        if identify:
            self.hands.tick("Ota ongelmarivit ”tunnistetaan myöhemmin”")
        self.hands.press("F10")
        self.hands.sees("on auki")
        self.lot = self._newest()

    def announce(self, sender: str, manifest: Path, day: str, *seals: str) -> None:
        """Announce a lot that comes in sealed cages, as a supervisor."""
        self.hands.go("intake")
        self.begin()
        self.hands.write("Lähettäjä", sender)
        self.hands.write("Tulee myöhemmin, päivä", day)
        self.hands.write("Noutotilaus", "NT-2026-118")
        self.hands.write("Yhteyshenkilön rooli", "lähituki")
        self.hands.pick_file("F2", manifest)
        self.hands.press("F10")
        self.hands.sees("on ilmoitettu", "Häkit ja lavat")
        self.hands.scan(*seals)
        self.hands.press("F10")
        self.lot = self._newest()

    def begin(self) -> None:
        """Lay the card that opens a lot, with a lot open or without."""
        if "Avaa erä" in {one.word for one in self.hands.actions}:
            self.hands.pick("Avaa erä")
        else:
            self.hands.pick("Muuta", "Erä", "Avaa erä")

    def counts(self) -> tuple[int, int, int, int]:
        """Return what was expected, received, extra and missing."""
        counts = self.details().counts
        return counts.expected, counts.received, counts.extra, counts.missing

    def details(self) -> LotDetails:
        """Return the lot as it stands."""
        return queries.show(self.hands.desk, self.people.first, self.lot)

    def serials(self) -> list[str]:
        """Return the serials of all devices that were received into the lot."""
        with self.hands.desk.database.reading() as work:
            return sorted(one.serial for one in work.devices.of_lot(self.details().lot.id))

    def imeis(self) -> list[str]:
        """Return the IMEIs of all devices that were received into the lot."""
        with self.hands.desk.database.reading() as work:
            return sorted(one.imei for one in work.devices.of_lot(self.details().lot.id))

    def named(self) -> list[str]:
        """Return what names each row of the list on paper: its serial, else its IMEI."""
        with self.hands.desk.database.reading() as work:
            lines = work.lots.lines_of(self.details().lot.id)
        return [line.serial or line.imei for line in lines]

    def listed(self) -> list[str]:
        """Return the serials of all rows of the list, come or not."""
        with self.hands.desk.database.reading() as work:
            lines = work.lots.lines_of(self.details().lot.id)
        return sorted(line.serial for line in lines if line.serial)

    def paper(self, kind: str) -> str:
        """Return the words of the newest paper of a kind, read from its PDF without its breaks."""
        issued = [one for one in steps.papers(self.hands) if one.kind == kind][-1]
        return pdf_text(self.hands.desk.files.read(issued.sha256))

    def receipt(self) -> str:
        """Print the hand-over receipt of the open lot, as a supervisor."""
        self.hands.pick("Muuta", "Erä", "Vastaanottokuittaus")
        self.hands.sees("on valmis")
        return self.paper("lot_receipt")

    def _newest(self) -> str:
        lots = queries.open_lots(self.hands.desk, self.people.first)
        return max((line.lot for line in lots), key=lambda lot: lot.id).code


def pdf_text(pdf: bytes) -> str:
    """Return all words of a PDF without spaces and breaks: a cell may break a long number."""
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return "".join(text.split())
