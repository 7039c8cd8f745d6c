"""Machines taken apart to the gram, by scanner, scale and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
import zxingcpp

import apart
from journeys import steps
from kit import PIN
from pictures import jpeg
from serkut_desk.domain.codes import CodeKind, make_code, short
from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.weighing import ScaleProtocol, ScaleSettings, grams_words
from serkut_desk.stations import facts
from serkut_desk.stations.containers import queries as containers
from serkut_desk.stations.parts.commands import WantPart
from serkut_desk.stations.upkeep.commands import SetScale
from serkut_desk.ui.stations.destruction.panel import DestructionPanel
from serkut_desk.weighing import reader
from weighing.pty_scale import FAST, PtyScale

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from journeys.hands import Hands
    from journeys.street import Street
    from serkut_desk.domain.devices import Device

STOP_CARD = make_code(CodeKind.COMMAND, 1)
DISK, IN_CADDY, CHIP = "WD-WX61AA811111", "WD-WX61AA812222", "MMC8GTF4R0"
TARE_G = 500


class Scale:
    """The bench scale: what is put on it is read by the window.

    Args:
        hands: Who reads the screen.
        line: The other end of its cable.
    """

    def __init__(self, hands: Hands, line: PtyScale) -> None:
        self._hands, self.line = hands, line

    def put(self, grams: int) -> None:
        """Put something on it and wait until the window says that it stands still."""
        self.line.says = f"ST,+{grams:07d}.0  g".encode()
        said = "paikallaan" if grams else "tyhjä"
        self._hands.sees(f"{grams_words(grams)} · {said}".replace("\u00a0", " "))


@pytest.fixture
def scale(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scale]:
    """A scale on a serial line of this desk, off by 4 g at most."""
    monkeypatch.setattr(reader, "Rhythm", lambda: FAST)
    people = hands.window.workshop
    line = PtyScale(tmp_path / "port", b"ST,+00000.0  g")
    settings = ScaleSettings(
        "Vaaka 1", str(line.link), ScaleProtocol.AND, 9600, "8N1", step_mg=1000, error_mg=3000
    )
    people.desk.do(people.fresh(people.first), SetScale(settings))
    yield Scale(hands, line)
    line.pull()


def decided(hands: Hands, device: Device, way: str) -> None:
    """Decide at the grading table what becomes of a dead device, as the supervisor there."""
    hands.go("grading")
    hands.scan(device.code)
    hands.press("F11", way, "F2")
    hands.go("home")
    hands.sees("Purkujono | 1 | vanhin")


def at_bench(hands: Hands, device: Device) -> None:
    """Open a device where it is taken apart."""
    hands.go("dismantling")
    hands.scan(device.code)


def into(hands: Hands, scale: Scale, grams: int, container: str) -> None:
    """Weigh a heap into a container."""
    scale.put(grams)
    hands.scan(container)
    hands.sees(f"{grams_words(grams)} | {short(container)}".replace("\u00a0", " "))


def nothing_lost(hands: Hands, device: Device) -> None:
    """Assert that the device is empty and every gram of the house is somewhere."""
    desk = hands.desk
    assert steps.state(hands, device.code) == "dismantled"
    with desk.database.reading() as work:
        gathered = facts.gather(work, device, desk.clock.now())
        held = [one for one in gathered.proofs if one.standing.state is not MediumState.DESTROYED]
        assert all(one.medium.removed_at is not None for one in held)
    mass = containers.house_mass(desk, hands.window.workshop.worker)
    assert mass.into_g == mass.found_g
    steps.intact(hands)


def orders(hands: Hands, device: Device) -> list[tuple[int | None, int | None, str]]:
    """Return what each closed order weighed in, what was left, and the reason told."""
    with hands.desk.database.reading() as work:
        found = work.dismantlings.of_device(device.id)
    return [(one.weight_in_g, one.remainder_g, one.reason or "") for one in found]


def medium_states(hands: Hands, device: Device) -> list[tuple[str, MediumState]]:
    """Return serial and standing of each medium that is or was inside."""
    with hands.desk.database.reading() as work:
        gathered = facts.gather(work, device, hands.desk.clock.now())
    return [(one.medium.serial, one.standing.state) for one in gathered.proofs]


def test_a_dead_desktop_to_parts_and_grams(hands: Hands, street: Street, scale: Scale) -> None:
    people = hands.window.workshop
    desktop = street.device("9XK2JM2", type="desktop", manufacturer="Dell", model="OptiPlex 7050")
    kinds = "battery_coin_lithium", "ferrous", "plastics", "circuit_boards", "power_supplies"
    cells, iron, plastics, boards, supplies = (apart.box(people, one) for one in kinds)
    people.desk.do(people.worker, WantPart("memory", "Dell", "OptiPlex 7050", "8 GB DDR4"))
    hands.come(people.other)
    decided(hands, desktop, "F8")

    hands.come(people.worker)
    opened(hands, desktop, scale)
    # Three grams are nothing for the scale: they are typed.
    hands.scan("3", cells)
    hands.sees("Nappiparistot, litium 3 g")
    disk_and_part(hands, scale, supplies)
    for grams, box in ((4870, iron), (820, boards), (864, plastics)):
        into(hands, scale, grams, box)
    hands.press("F10")
    hands.sees("Kaikki on lajiteltu.", "8 430 g | Ulos | 8 402 g", "Jäljellä | 28 g")
    hands.sees("vaa'an tarkkuuden sisällä")
    hands.press("F10")
    hands.sees("Laite on purettu")
    assert orders(hands, desktop) == [(8430, 28, "")]

    the_disk_waits(hands, plastics)
    a_disk_in_its_caddy(hands, street, scale, iron)
    nothing_lost(hands, desktop)
    the_iron_leaves(hands, scale, iron)
    nothing_lost(hands, desktop)
    assert medium_states(hands, desktop) == [(DISK, MediumState.NOT_WIPED)]


def opened(hands: Hands, desktop: Device, scale: Scale) -> None:
    """Weigh it, switch it off, and have the button cell taken out by who may."""
    people = hands.window.workshop
    at_bench(hands, desktop)
    hands.sees("Punnitse laite kokonaisena.")
    scale.put(8430)
    hands.press("F10")
    hands.sees("irrota virtajohto")
    hands.press("F10")
    # A button cell comes off by who may: the maker is told so, and goes on after them.
    hands.sees("Irrota nappiparisto", "Pyydä henkilö, jolla on lupa.")
    hands.come(people.other)
    at_bench(hands, desktop)
    hands.press("F10")
    hands.come(people.worker)
    hands.sees("ota levyt ulos", "Eikö levyjä ole yhtään?")


def disk_and_part(hands: Hands, scale: Scale, supplies: str) -> None:
    """Take out a disk that nobody had declared, the power supply, and a part that is wanted."""
    scale.put(610)
    hands.press("F6")
    hands.sees("Löytyi levy, 610 g")
    hands.scan(DISK)
    hands.press("F10")
    hands.sees("Levy menee omaan tyhjennykseen", "Liimaa siihen tarra LV 1.")
    # What was weighed once is not weighed again: it says so instead of counting it twice.
    hands.scan(supplies)
    hands.sees("Tämä paino on jo käytetty.", "Ulos | 613 g")
    scale.put(0)
    hands.press("F10")
    hands.sees("Irrota virtalähde kokonaisena.")
    into(hands, scale, 1214, supplies)
    hands.press("F10")
    hands.sees("Osia odotetaan: 1.")
    scale.put(21)
    hands.press("F6", "F2")
    hands.write("Mikä se on?", "8 GB DDR4")
    hands.press("F10")
    hands.sees("Liimaa siihen tarra OS 1.", "Kukaan ei odota osaa nyt.")
    hands.press("F10")


def the_disk_waits(hands: Hands, crate: str) -> None:
    """Try to throw the disk away, and find it where disks wait."""
    disk = make_code(CodeKind.MEDIUM, 1)
    hands.go("containers")
    hands.scan(crate, disk)
    hands.sees(f"Väline {DISK} on tyhjentämättä.", "864 g / ")
    hands.go("wiping")
    hands.scan(disk)
    hands.sees(DISK, "Lue hylly, johon se menee", "odottaa ajoa")
    hands.press("F9")


def a_disk_in_its_caddy(hands: Hands, street: Street, scale: Scale, iron: str) -> None:
    """Miss a disk, miss its grams, and find it."""
    people = hands.window.workshop
    desktop = street.device("9XK2JM3", type="desktop", manufacturer="Dell", model="OptiPlex 3050")
    hands.come(people.other)
    decided(hands, desktop, "F5")
    hands.come(people.worker)
    at_bench(hands, desktop)
    scale.put(8110)
    # Switched off, no cell; one person sees no disk, and then another has to look.
    hands.press("F10", "F10", "F8", "F8")
    hands.sees("Toinenkin katsoo: F8.")
    hands.come(people.other)
    at_bench(hands, desktop)
    hands.press("F8")
    hands.come(people.worker)
    hands.press("F10", "F8", "F8")
    into(hands, scale, 8000, iron)
    hands.press("F10")
    hands.sees("Jäikö pöydälle jotain?", "puuttuu | Jäljellä | 110 g")
    assert "Jäikö pöydälle jotain?" in hands.refused("F10")
    hands.press("F8", "F10")
    hands.sees("Puuttuu 110 g", "kirjoita syy.")
    assert steps.state(hands, desktop.code) == "dismantling"
    hands.press("F9")
    scale.put(110)
    hands.press("F5")
    hands.scan(IN_CADDY)
    hands.press("F10")
    hands.sees("Liimaa siihen tarra LV 2.", "Painot täsmäävät.")
    hands.press("F10")
    hands.sees("Laite on purettu")
    assert orders(hands, desktop) == [(8110, 0, "")]
    assert medium_states(hands, desktop) == [(IN_CADDY, MediumState.NOT_WIPED)]
    nothing_lost(hands, desktop)


def the_iron_leaves(hands: Hands, scale: Scale, iron: str) -> None:
    """Seal a container, weigh it out, ship it, and read its packing list."""
    hands.come(hands.window.workshop.first)
    hands.go("containers")
    hands.scan(iron)
    hands.press("F5")
    hands.burst("S-100234")
    hands.press("F10")
    hands.press("F5")
    scale.put(TARE_G + 12_868)
    hands.press("F10")
    hands.sees("12,87 kg")
    hands.press("F3", "F2")
    hands.write("Kierrättäjä", "Metallikierto Oy")
    hands.write("Auto", "ABC-123")
    hands.press("F10")
    hands.scan(iron)
    hands.sees(short(iron))
    hands.press("F10", "F10")
    hands.sees("PK-1")
    hands.press("F9")
    (paper,) = steps.papers(hands)
    document = pypdfium2.PdfDocument(hands.desk.files.read(paper.sha256))
    words = document[0].get_textpage().get_text_range()
    picture = document[0].render(scale=300 / 72, grayscale=True).to_pil()
    document.close()
    assert "Metallikierto Oy" in words
    read = {one.text for one in zxingcpp.read_barcodes(picture)}
    assert any(iron in one for one in read), read


def test_a_phone_with_a_swollen_battery(
    hands: Hands, street: Street, scale: Scale, tmp_path: Path
) -> None:
    people = hands.window.workshop
    maker, boss = people.worker, people.first
    phone = street.device("R58N12ABCDE", type="phone", manufacturer="Samsung", model="Galaxy A52")
    street.declare(phone, CHIP, MediumKind.EMMC)
    kinds = "battery_lithium_damaged", "battery_lithium", "circuit_boards", "plastics"
    fire, cells, boards, plastics = (apart.box(people, one) for one in kinds)
    hands.come(boss)
    decided(hands, phone, "F5")
    stopped(hands, phone)
    refused_and_taught(hands, phone, fire)
    hands.come(maker)
    at_bench(hands, phone)
    hands.sees("Ota akku pois.", "Lue sitten laatikko.")
    scale.put(48)
    hands.scan(cells)
    hands.sees("ei ole oikea", "Lue palolaatikon tarra.")
    # The battery still lies on the scale: the right box takes the same grams.
    hands.scan(fire)
    hands.sees("Akku on laatikossa", "Punnitse laite kokonaisena.")

    scale.put(131)
    hands.press("F10", "F10")
    hands.sees("Muisti on juotettu kiinni", "Kaksi tekijää tuhoaa sen yhdessä.")
    assert medium_states(hands, phone) == [(CHIP, MediumState.NOT_WIPED)]
    destroyed_by_two(hands, phone, tmp_path / "murskattu.jpg")
    hands.come(maker)
    at_bench(hands, phone)
    hands.sees("Kaikki on tuhottu.")
    hands.press("F10", "F8")
    into(hands, scale, 61, boards)
    into(hands, scale, 68, plastics)
    hands.press("F10", "F10")
    hands.sees("Laite on purettu")
    assert orders(hands, phone) == [(131, 2, "")]
    assert medium_states(hands, phone) == [(CHIP, MediumState.DESTROYED)]
    nothing_lost(hands, phone)


def is_red(hands: Hands) -> bool:
    """Tell whether the STOP screen stands."""
    return hands.window.shell.gate.stop_screen is not None


def stopped(hands: Hands, phone: Device) -> None:
    """Scan the card on the wall: red until a supervisor comes; it means the phone on the table."""
    people = hands.window.workshop
    hands.come(people.worker)
    at_bench(hands, phone)
    hands.scan(STOP_CARD)
    hands.sees("Älä koske akkuun ja hae työnjohtaja.")
    hands.scan(people.worker.person)
    hands.sees("Vain työnjohtaja")
    assert is_red(hands)
    hands.scan(people.first.person, PIN)
    assert not is_red(hands)
    hands.sees("Laite SD 1.", "Ota akku nyt ulos")
    assert steps.state(hands, phone.code) == "hazard_stop"
    hands.press("F9")


def refused_and_taught(hands: Hands, phone: Device, fire: str) -> None:
    """Try it without the permission, and be given it."""
    people = hands.window.workshop
    maker, boss = people.worker, people.first
    hands.come(maker)
    at_bench(hands, phone)
    hands.sees("Odota. Älä koske laitteeseen.", "Akun ottaa pois se, jolla on lupa.")
    hands.scan(fire)
    assert steps.state(hands, phone.code) == "hazard_stop"
    hands.come(boss)
    hands.press("F9")
    hands.go("people")
    hands.pick_row("Tekijät", maker.person)
    hands.press("F11", "F5")
    hands.sees("T02 sai luvan")


def destroyed_by_two(hands: Hands, phone: Device, photo: Path) -> None:
    """Destroy what is soldered in, with a photo, and let a third person approve."""
    people = hands.window.workshop
    photo.write_bytes(jpeg())
    hands.come(people.first)
    hands.go("wiping")
    hands.scan(phone.code)
    hands.press("F11")
    bench = hands.window.shell.panel
    assert isinstance(bench, DestructionPanel)
    assert "Kirjoita, millä koneella" in hands.refused("F10")
    bench._how.set_told("destroy_melt", "", "Esimerkkiuuni")
    assert "Ota kuva" in hands.refused("F10")
    hands.pick_file("F3", photo)
    hands.window.bot.waitUntil(lambda: bench._how.told.photo is not None)
    hands.press("F10")
    hands.scan(people.worker.person, people.first.person)
    hands.press("F10")
    hands.sees("1 väline tuhottu")
    hands.come(people.other)
    hands.go("home")
    hands.press("F7", "F2", "F10", "F2", "F6", "F10")
    hands.sees("1 laite hyväksytty")
    hands.press("F9")
