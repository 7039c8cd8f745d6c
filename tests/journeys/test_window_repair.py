"""A laptop repaired with a screen and a disk from another one, and installed: scanner and keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

import apart
from journeys import steps
from journeys.bench_laws import Seen
from serkut_desk.domain.channels import Channel
from serkut_desk.domain.codes import short
from serkut_desk.domain.outcomes import Grade
from serkut_desk.domain.parts import PartState
from serkut_desk.domain.repair import RepairOutcome, StepKind
from serkut_desk.stations.devices.commands import MakePlace
from serkut_desk.stations.handover import queries as handovers
from serkut_desk.stations.installation.commands import AddImage
from serkut_desk.stations.repair import queries as repairs

if TYPE_CHECKING:
    from journeys.hands import Hands
    from journeys.street import Street

DISK, OTHER_DISK = "WD-WX61AA811111", "WD-WX61AA812222"
MINT = "Mint työpöytä"


@dataclass
class Scene:
    """Two laptops with clean disks, a shelf, two containers, and the hands of who works there."""

    hands: Hands
    street: Street
    laptop: str
    donor: str
    shelf: str
    cells: str
    plastics: str

    @property
    def order(self) -> repairs.OrderCard:
        """The laptop's work order, as its screen is told."""
        people = self.street.workshop
        with people.desk.database.reading() as work:
            device = work.devices.by_code(self.laptop)
            assert device is not None
            (order,) = work.orders.of_device(device.id)
        return repairs.card(people.desk, people.worker, order.code)

    def part(self, type_: str) -> str:
        """Return what stands on the label of a part that came out of the donor."""
        with self.hands.desk.database.reading() as work:
            donor = work.devices.by_code(self.donor)
            assert donor is not None
            states = {PartState.STOCK.value, PartState.FITTED.value}
            parts = work.parts.listed(states=states, types={type_})
            (found,) = (one.code for one in parts if one.donor_id == donor.id)
        return found

    def weigh(self, grams: int) -> None:
        """Put something on a scale that is not there: type what it shows."""
        self.hands.burst(str(grams))


@pytest.fixture
def scene(hands: Hands, street: Street) -> Scene:
    people = street.workshop
    serials = {"PF2ABC11": DISK, "PF2ABC22": OTHER_DISK}
    made = []
    for serial, disk in serials.items():
        device = street.device(serial, manufacturer="Lenovo", model="ThinkPad T480")
        street.declare(device, disk)
        street.wipe(device, disk)
        made.append(device.code)
    image = AddImage(MINT, "linux mint", "22.2", "Cinnamon", sha256="ab" * 32)
    people.desk.do(street.boss, image)
    shelf = people.desk.do(street.boss, MakePlace("Laari 7")).code
    boxes = (apart.box(people, "battery_lithium"), apart.box(people, "plastics"))
    return Scene(hands, street, made[0], made[1], shelf, *boxes)


def decided(scene: Scene) -> None:
    """The screen is broken: the supervisor reads what is advised and sends it to repair."""
    hands, people = scene.hands, scene.street.workshop
    hands.come(people.worker)
    steps.grade(hands, scene.laptop, faults=("even",), grade=Grade.D)
    hands.come(people.first)
    hands.go("grading")
    hands.scan(scene.laptop)
    hands.sees("Korjaukseen", "Suositus", "Vika: näyttö", "145,00 €")
    hands.press("F3", "F2")
    hands.sees("Odottaa korjausta", "Suosituksen mukaan.")


def wanted(scene: Scene) -> None:
    """A maker opens the work, finds the fault and asks for a screen."""
    hands, people = scene.hands, scene.street.workshop
    hands.come(people.worker)
    hands.go("repair")
    hands.scan(scene.laptop)
    hands.sees("Mikä laitteessa on vikana?", "Näyttö on rikki")
    hands.press("F2", "F10")
    hands.sees("TY 1 on avattu", "Katso, mikä on vikana")
    hands.press("F10")
    hands.write("Mikä on vikana", "Paneeli on halki")
    hands.press("F7", "F6", "F10")
    hands.sees("Korjaa laite")
    hands.press("F5", "F6", "F6")
    hands.write("Millainen", "14 FHD")
    hands.press("F10")
    hands.sees("Osa puuttuu")
    hands.press("F10")
    hands.sees(f"{short(scene.laptop)} odottaa osaa")


def harvested(scene: Scene) -> None:
    """Another laptop is decided for its parts; the screen comes out first and goes to a shelf."""
    hands, people = scene.hands, scene.street.workshop
    hands.come(people.other)
    hands.go("grading")
    hands.scan(scene.donor)
    hands.press("F11", "F5", "F2")
    hands.sees("Odottaa purkua", "Purku 1")

    hands.come(people.worker)
    hands.go("dismantling")
    hands.scan(scene.donor)
    scene.weigh(2100)
    hands.press("F10", "F10")
    hands.sees("Avaa pohja ja irrota akku.", "Pyydä henkilö, jolla on lupa.")
    hands.come(people.first)
    hands.go("dismantling")
    hands.scan(scene.donor)
    hands.press("F10")
    scene.weigh(300)
    hands.scan(scene.cells)

    # The work stands where it was when the maker is back.
    hands.come(people.worker)
    hands.sees("Ota kaikki levyt ulos.", "1 800 g")
    scene.weigh(95)
    hands.scan(OTHER_DISK)
    hands.sees("Kaikki ovat ulkona.")
    hands.press("F10", "F8")
    hands.sees("Ota talteen osat, joita odotetaan.")
    scene.weigh(480)
    hands.press("F6")
    hands.sees("Joku odottaa näitä.", "Näyttö 14 FHD")
    hands.press("F2", "F10")
    hands.sees("Liimaa siihen tarra OS 1.")
    hands.press("F10")
    scene.weigh(1225)
    hands.scan(scene.plastics)
    hands.press("F10")
    hands.sees("Kaikki on lajiteltu.", "vaa'an tarkkuuden sisällä")
    hands.press("F10")
    hands.sees("Laite on purettu")

    # Its label leads to the parts from every screen; then the shelf.
    hands.scan(scene.part("screen"))
    hands.sees("Lue nyt paikka, laite tai astia.")
    hands.scan(scene.shelf)
    hands.sees("Laari 7", "1 osa")


def stocked(scene: Scene) -> None:
    """The donor's disk is proven: the supervisor makes it a spare part."""
    hands, people = scene.hands, scene.street.workshop
    with hands.desk.database.reading() as work:
        (medium,) = (one for one in work.media.all() if one.code is not None)
    assert medium.code is not None
    hands.come(people.first)
    hands.go("wiping")
    hands.scan(medium.code)
    hands.press("F8")
    hands.sees("Väline on nyt varaosa.")


def mended(scene: Scene) -> None:
    """The screen and the disk go in; half way another person goes on."""
    hands, people = scene.hands, scene.street.workshop
    hands.come(people.worker)
    hands.go("repair")
    hands.scan(scene.laptop)
    hands.sees("Hae osa ja ota työ", "OS 1 · Laari 7")
    hands.press("F10")
    # The broken one comes out with a label of its own; nobody waits for that.
    hands.press("F5", "F3", "F5", "F10")
    hands.sees("Osa irrotettiin · OS 3", "Lue osan tarra: OS 1 · Laari 7")
    hands.scan(scene.part("screen"))
    hands.press("F2")
    hands.sees("Osa asennettiin · OS 1")
    hands.scan(scene.part("storage"))
    hands.press("F2")
    hands.sees("Tallennusväline asennettiin · OS 2")

    # In the middle of a line another badge is scanned, with the cursor among the words.
    hands.press("F2", "F6", "F7")
    QTest.keyClicks(hands._focus, "Uusi paneeli")
    hands.come(people.other)
    hands.go("repair")
    hands.scan(scene.laptop)
    hands.sees("Ota työ ja jatka sitä", "Osa asennettiin · OS 1")
    hands.press("F10", "F2", "F8")
    hands.write("Mitä tehtiin", "Kuva on hyvä")
    hands.press("F6", "F10", "F6", "F2")
    hands.sees("odottaa jatkajaa")

    # Who comes back finds the page and the half written line.
    hands.come(people.worker)
    hands.press("F10", "F2", "F6")
    hands.press("F10")
    hands.sees("Korjattiin")
    assert [(one.kind, one.note, one.minutes) for one in scene.order.steps[-2:]] == [
        (StepKind.TRIED, "Kuva on hyvä", 5),
        (StepKind.MENDED, "Uusi paneeli", 15),
    ]
    hands.press("F10")
    hands.sees("Odottaa sähköturvallisuustestiä", "Pyydä työnjohtaja.")


def measured(scene: Scene) -> None:
    """A supervisor measures the power supply, and the work ends."""
    hands, people = scene.hands, scene.street.workshop
    hands.come(people.first)
    hands.scan(scene.order.line.order)
    hands.sees("Tee sähköturvallisuustesti")
    hands.press("F10", "F5")
    hands.fill(
        {
            "Eristysvastus (MΩ)": "12",
            "Kosketusvirta (mA)": "0,15",
            "Mittalaite": "Metrel 12",
            "Kalibrointi voimassa": "31.12.2026",
        }
    )
    hands.press("F10")
    hands.sees("Turvatesti meni läpi", "Päätä työ")
    hands.press("F10", "F2", "F10")
    hands.sees("Korjattu", "Odottaa hyväksyntää", "kohtaa testataan uudestaan")


def graded_again(scene: Scene) -> None:
    """A disk came in: the whole is approved anew; only what a repair can change is asked again."""
    hands, people = scene.hands, scene.street.workshop
    assert steps.certificates(hands, scene.laptop) == ["revoked"]
    steps.approve(hands)
    hands.come(people.worker)
    asked = steps.grade(hands, scene.laptop)
    assert {"even", "surfaces", "battery_flat"} <= set(asked)
    assert not {"battery_percent", "owner_marks"} & set(asked)
    assert set(asked) <= set(scene.order.again)
    hands.come(people.first)
    steps.shelve(hands, scene.laptop)


def installed(scene: Scene) -> None:
    """Linux at the bench, its tests, then the shelf."""
    hands, people = scene.hands, scene.street.workshop
    hands.come(people.worker)
    hands.go("installation")
    hands.scan(scene.laptop)
    hands.press("F7", "F2")
    hands.sees("Linux Mint 22.2 Cinnamon")
    hands.scan(scene.laptop)
    hands.sees("Kone käynnistyy asennettuun järjestelmään", "1 / 10")
    hands.press("F2", "F2", "F10")
    hands.press("F10")
    hands.sees("Tallenna 1 kone?")
    hands.press("F10")
    hands.sees("1 asennus tallennettu", "Vie koneet hyllyyn ja lue hyllyn tarra.")
    hands.scan(scene.shelf)
    hands.sees("Laari 7", "1 kone")


def test_a_laptop_is_repaired_with_a_harvested_screen_and_installed(scene: Scene) -> None:
    hands, desk = scene.hands, scene.hands.desk
    for part_of_the_day in (
        decided,
        wanted,
        harvested,
        stocked,
        mended,
        measured,
        graded_again,
        installed,
    ):
        part_of_the_day(scene)

    order = scene.order
    assert order.line.outcome is RepairOutcome.FIXED
    assert order.line.minutes == 40
    assert all(want.closed for want in order.wants)
    screen, disk = scene.part("screen"), scene.part("storage")
    with desk.database.reading() as work:
        laptop, donor = (work.devices.by_code(code) for code in (scene.laptop, scene.donor))
        assert laptop is not None
        assert donor is not None
        # Both histories tell of the same screen and the same disk, and the tables say it too.
        for code in (screen, disk):
            part = work.parts.by_code(code)
            assert part is not None
            assert (part.device_id, part.donor_id, part.state) == (laptop.id, donor.id, "fitted")
        told = {entry.seq: entry.tag for entry in work.journal.about(screen)}
        for device, tag in ((donor, "part:parts:taken"), (laptop, "part:parts:fitted")):
            both = {entry.seq for entry in work.journal.about(device.code)} & set(told)
            assert tag in {told[seq] for seq in both}
        Seen().check(work.connection)
        (first, again) = work.inspections.history(laptop.id)
        assert {first.grade, again.grade} == {Grade.A, Grade.D}
        held = work.installations.done.in_force(laptop.id)
        assert held is not None
        assert held.passed
        shelf = work.places.of_id(laptop.place_id)
        assert shelf is not None
        assert shelf.code == scene.shelf
    assert steps.state(hands, scene.laptop) == "on_shelf"
    assert steps.state(hands, scene.donor) == "dismantled"
    assert steps.certificates(hands, scene.laptop) == ["revoked", "valid"]
    look = handovers.look(desk, scene.street.boss, scene.laptop, Channel.SALE)
    assert look.ready, [gate for gate in look.gates if not gate.holds]
    steps.intact(hands)
