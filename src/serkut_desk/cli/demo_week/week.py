"""The week from Monday's first delivery to Friday's last backup, in the order in which it goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from serkut_desk import bootstrap
from serkut_desk.cli.demo_week import (
    arrivals,
    beside_logs,
    closing,
    counting,
    crates,
    finds,
    grading,
    handing,
    locking,
    mending,
    pieces,
    proving,
    publishing,
    returning,
    seals,
    shredding,
    spares,
    systems,
    talking,
    wiping,
)
from serkut_desk.cli.demo_week.clock import CLOSES, FRIDAY, StoryClock, last_monday
from serkut_desk.cli.demo_week.crew import PASSPHRASE, PIN, Crew, Told
from serkut_desk.cli.demo_week.fates import NOT_APPROVED, UNDECLARED, Fate
from serkut_desk.cli.demo_week.story import Story
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.media import DataClass
from serkut_desk.domain.permissions import Permission, Role
from serkut_desk.domain.policy import FlashDecision
from serkut_desk.stations.certificates import copies
from serkut_desk.stations.certificates.commands import CreateKey
from serkut_desk.stations.evidence.mapping_commands import MakeMapping
from serkut_desk.stations.first_start import FirstStart, FirstSupervisor, FlashRuling
from serkut_desk.stations.people.commands import AddPerson, GrantSkill

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import date
    from pathlib import Path

    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.first_start import Made
    from serkut_desk.texts import Texts

MONDAY, TUESDAY, WEDNESDAY, THURSDAY = range(FRIDAY)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
_SUPERVISORS = (("TJ1", "Aino Esimerkki"), ("TJ2", "Veikko Esimerkki"))
_SOLD = (Fate.SALE, Fate.RETURN_REPAIR, Fate.RETURN_REFUND, Fate.RETURN_OPEN)
_MAKERS = ("T07", "T12", "T15")


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the demo goes.

    Args:
        data: The workshop's data folder.
        around: Its backups and copies of its papers; not inside `data`.
    """

    data: Path
    around: Path

    @property
    def papers(self) -> Path:
        """Copies of every receipt, note, invoice and report."""
        return self.around / "papers"

    @property
    def certificates(self) -> Path:
        """Copies of every certificate."""
        return self.around / "certificates"

    def demand_empty(self) -> None:
        """Do nothing when nothing would be mixed with what is there.

        Raises:
            Refused: `demo_folder_used`.
        """
        for folder in (self.data, self.around):
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                raise Refused("demo_folder_used", folder=str(folder))


def beside(folder: Path) -> Folders:
    """Return folders under one."""
    return Folders(folder / "data", folder)


@dataclass(frozen=True, slots=True)
class Played:
    """Where everything of the week is, who worked, and what to look at."""

    folders: Folders
    labels: Path
    certificates: tuple[Path, ...]
    papers: tuple[Path, ...]
    public_key: Path
    key_sheet: Path
    day_report: Path
    backup: Path
    supervisors: tuple[str, ...]
    makers: tuple[str, ...]
    scans: dict[str, str]
    closer: dict[str, str]
    monday: date


class DemoDoors:
    """Opens the demo's workshop on the evening of its Friday, for pictures of its screens."""

    def __init__(self, monday: date) -> None:
        self._clock = StoryClock(monday)
        self._clock.go(FRIDAY, CLOSES.hour, 30)

    def open_desk(self, root: Path) -> AbstractContextManager[Desk]:
        """Open the workshop in a folder."""
        return bootstrap.open_desk(root, self._clock)

    def create_desk(self, root: Path, start: FirstStart) -> Made:
        """Make a workshop in a folder that has none."""
        return bootstrap.create_desk(root, start, self._clock)


def play(
    folders: Folders,
    texts: Texts,
    line: Callable[[str], None],
    *,
    monday: date | None = None,
    most: int | None = None,
) -> Played:
    """Play the week in empty folders and return where everything is.

    Args:
        folders: Where it goes; made if they do not exist.
        texts: The language of papers and sentences.
        line: Takes each sentence.
        monday: Of the week; None is the last week that is over.
        most: At most so many devices of one fate: a short week for tests.

    Raises:
        Refused: `demo_folder_used` when there is something in a folder.
        Unavailable: It can not be written.
    """
    folders.demand_empty()
    clock = StoryClock(monday or last_monday(datetime.now(UTC)))
    told = Told(texts, line)
    start = _start(folders, told, clock)
    made = bootstrap.create_desk(folders.data, start, clock)
    told("begins", workshop=start.workshop)
    with bootstrap.open_desk(folders.data, clock) as desk:
        crew = Crew(desk, clock, told, made.people)
        story = Story(folders.around / "sticks", most)
        days = (_monday, _tuesday, _wednesday, _thursday, _friday)
        for number, (name, day) in enumerate(zip(_DAYS, days, strict=True)):
            date_ = clock.monday + timedelta(days=number)
            told(f"day.{name}", day=f"{date_.day}.{date_.month}.{date_.year}")
            day(crew, story)
            if number < FRIDAY:
                closing.close_day(crew)
        end = closing.end_week(crew, folders.around)
        papers = closing.copy_papers(crew, folders.papers)
        papers += publishing.publish(crew, folders.papers)
        certificates = copies.copy_out(desk, story.certificates, folders.certificates)
    return Played(
        folders=folders,
        labels=folders.data / "papers" / "labels",
        certificates=tuple(certificates),
        papers=papers,
        public_key=end.public_key,
        key_sheet=end.key_sheet,
        day_report=end.day_report,
        backup=end.backup,
        supervisors=made.people,
        makers=tuple(crew.makers),
        monday=clock.monday,
        scans={"intake": story.lots[-1], "devices": story.of(Fate.WAITS_DECISION)[0].code},
        closer={
            "repair": story.of(Fate.ORDER_IN_WORK)[0].code,
            "dismantling": story.of(Fate.HALF_APART)[0].code,
            "parts": story.parts[spares.KEYBOARD],
            "containers": story.boxes["circuit_boards"],
            "grading": story.of(Fate.BEYOND_REPAIR)[0].code,
        },
    )


def _start(folders: Folders, told: Told, clock: StoryClock) -> FirstStart:
    title = told.texts.say("demo.title")
    return FirstStart(
        workshop=told.texts.say("demo.workshop"),
        supervisors=tuple(
            FirstSupervisor(
                display=display, pin=PIN, name=name, title=title, language=told.language
            )
            for display, name in _SUPERVISORS
        ),
        flash=FlashRuling(
            decision=FlashDecision.CLEAR_ACCEPTED,
            reference=told.texts.say("demo.reference"),
            document_date=clock.now().date(),
        ),
        backup_folder=folders.around / "backup",
        data_class=DataClass.CONFIDENTIAL,
        data_class_reference=told.texts.say("demo.reference"),
        demo=True,
    )


def _monday(crew: Crew, story: Story) -> None:
    for display in _MAKERS:
        added = AddPerson(role=Role.WORKER, display=display, language=crew.told.language)
        crew.makers.append(crew.leads(added).code)
    crew.leads(GrantSkill(crew.makers[pieces.SKILLED], Permission.BATTERY))
    crew.told("granted", maker=_MAKERS[pieces.SKILLED])
    crew.leads(CreateKey(PASSPHRASE))
    closing.name_seller(crew)
    arrivals.prepare(crew)
    spares.buy(crew, story)
    crew.clock.go(MONDAY, 8, 30)
    arrivals.arrive(crew, story, 1)
    finds.photograph(crew, story.arrived[0], 0)
    finds.belongings(crew, story.arrived[0], 0)
    crew.clock.go(MONDAY, 10, 15)
    wiping.overwrite(crew, story, 1)
    seals.announce(crew, story, arrivals.REFERENCE, crew.supervisor(1))


def _tuesday(crew: Crew, story: Story) -> None:
    crew.clock.go(TUESDAY, 8)
    _prove(crew, story, 1)
    crew.clock.go(TUESDAY, 8, 45)
    arrivals.arrive(crew, story, 2, maker=1)
    arrivals.close(crew, story, 1)
    crew.clock.go(TUESDAY, 9, 45)
    wiping.look_inside(crew, story.without(UNDECLARED, lot=2))
    wiping.overwrite(crew, story, 2, maker=1)
    grading.inspect(crew, story, 1)
    grading.decide(crew, story, 1)
    arrivals.sort_out(crew, story, 1)
    mending.begin(crew, story, 1)


def _wednesday(crew: Crew, story: Story) -> None:
    crew.clock.go(WEDNESDAY, 8)
    _prove(crew, story, 2)
    crew.clock.go(WEDNESDAY, 9)
    arrivals.arrive(crew, story, 3, maker=2)
    arrivals.close(crew, story, 2)
    locking.ask(crew, story.of(Fate.BIOS_LOCKED))
    crew.clock.go(WEDNESDAY, 10, 15)
    wiping.by_hand(crew, story, 3, maker=2)
    wiping.overwrite(crew, story, 3, maker=2)
    grading.inspect(crew, story, 2, maker=1)
    grading.decide(crew, story, 2)
    arrivals.sort_out(crew, story, 2)
    mending.begin(crew, story, 2)
    systems.prepare(crew)
    systems.install(crew, handing.named(story, Fate.ONE_EURO, *_SOLD, lots=(1, 2)))
    handing.commitments(crew, story.of(Fate.COMMITMENT, lot=1), 1)
    handing.courses(crew, handing.named(story, Fate.ONE_EURO, lots=(1, 2)))
    sold = handing.named(story, *_SOLD, lots=(1, 2))
    handing.sales(crew, sold)


def _thursday(crew: Crew, story: Story) -> None:
    crew.clock.go(THURSDAY, 8)
    _prove(crew, story, 3)
    crew.clock.go(THURSDAY, 8, 30)
    arrivals.arrive(crew, story, 4, maker=1)
    arrivals.close(crew, story, 3)
    locking.find(crew, story)
    locking.ask(crew, story.of(Fate.MDM_LOCKED))
    crew.clock.go(THURSDAY, 10, 15)
    wiping.by_hand(crew, story, 4, maker=1)
    crew.leads(MakeMapping(beside_logs.SUPPLIER))
    wiping.overwrite(crew, story, 4, maker=1)
    grading.inspect(crew, story, 3, maker=2)
    grading.decide(crew, story, 3)
    arrivals.sort_out(crew, story, 3)
    mending.begin(crew, story, 3)
    crates.prepare(crew, story)
    pieces.harvest(crew, story)
    pieces.whole(crew, story)
    mending.harvest_in(crew, story)
    handing.workstations(crew, story.of(Fate.WORKSTATION))
    handing.commitments(crew, story.of(Fate.COMMITMENT, Fate.RETURN_EXCHANGE, lot=3), 11)
    finds.machine_tells(crew, story, story.folder.parent / "snapshots")
    finds.wrong_labels(crew, story)
    finds.models(crew)
    talking.say(crew)


def _friday(crew: Crew, story: Story) -> None:
    crew.clock.go(FRIDAY, 8)
    _prove(crew, story, 4)
    grading.inspect(crew, story, 4, maker=1)
    grading.decide(crew, story, 4)
    arrivals.sort_out(crew, story, 4)
    shredding.shred(crew, story)
    mending.swap_disk(crew, story)
    mending.grade_again(crew, story)
    pieces.swollen(crew, story)
    pieces.half_way(crew, story)
    crates.leave(crew, story)
    spares.answer(crew, story)
    spares.lose(crew, story)
    systems.install(crew, story.of(Fate.ORDER_FIXED))
    systems.fail(crew, story)
    handing.project(crew, story.of(Fate.PROJECT))
    handing.sales(crew, story.of(Fate.SALE, lot=4))
    returning.come_back(crew, story)
    handing.begin(crew, story.of(Fate.SHELF, lot=3)[:1])
    locking.free(crew, story)
    systems.fill_bench(crew, story)
    crew.clock.go(FRIDAY, 13)
    counting.stray(crew, story)
    counting.count(crew, story, arrivals.DATA_ROOM)
    counting.tell(crew, story)
    publishing.correct(crew, story)
    closing.report(crew, story)


def _prove(crew: Crew, story: Story, lot: int) -> None:
    """Approve and certify a lot's devices, and bring them to their shelf."""
    proving.approve(crew, story, lot)
    story.certificates += proving.certify(crew)
    proven = story.without(NOT_APPROVED - {Fate.WAITS_APPROVAL}, lot=lot)
    arrivals.shelve(crew, proven, arrivals.SHELVES[lot - 1])
