"""Data goes: machines booted from the wiping stick, other techniques by hand, disks destroyed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from serkut_desk.cli.demo_week import beside_logs, drawn
from serkut_desk.cli.demo_week.fates import NOT_WIPED, Fate
from serkut_desk.cli.demo_week.fixtures import DELIVERIES, Drive
from serkut_desk.cli.demo_week.logs import log_of
from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.device_types import BearsData
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.media import DataClass, MediumKind
from serkut_desk.domain.policy import Attestation, SanitisationTechnique
from serkut_desk.interchange.evidence import read_report
from serkut_desk.records.files import write_synced
from serkut_desk.stations.rules import device_types
from serkut_desk.stations.wiping.commands import (
    DestroyMedia,
    ImportReports,
    RecordPhone,
    RecordRun,
    StateNone,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from serkut_desk.cli.demo_week.crew import Crew
    from serkut_desk.cli.demo_week.story import Arrived, Story
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.wiping.results import Imported

# The serial of a drive that a log names and that nobody has declared.
_FOUND = "FOUNDDEMO"
# From one machine to the next with the stick.
_NEXT = timedelta(seconds=47)
_BROKEN = frozenset({Fate.WIPE_FAILED, Fate.DISK_SHREDDED})
_OTHERWISE = frozenset({Fate.BY_KIT, Fate.BY_SUPPLIER})
_ERASED = frozenset({Attestation.STATUS_CONFIRMED, Attestation.READ_BACK})
_RESET = {
    "account": "before",
    "mdm": "released",
    "encryption": "on",
    "encryption_known": "version",
    "reset": "settings",
    "screen": "seen",
    "lock_after": "not_asked",
    "sim": "none",
    "card": "none",
}


def overwrite(crew: Crew, story: Story, lot: int, maker: int = 0) -> None:
    """Boot machines from the wiping stick now, and read the sticks when they are done.

    Machines of confidential data are not overwritten, except by mistake. One shelf was wiped by
    a supervisor and read in by the other: for it nobody is left who could approve.
    """
    machines = [one for one in story.without(NOT_WIPED, lot=lot) if _overwritten(one)]
    led = [one for one in machines if one.fate is Fate.WAITS_APPROVAL]
    made = [one for one in machines if one.fate is not Fate.WAITS_APPROVAL]
    started = crew.clock.now()
    for stick, booted in (("makers", made), ("supervisor", led)):
        for number, one in enumerate(booted):
            at = started + number * _NEXT
            _boot(crew, one, story.folder / f"{stick}-{lot}", at)
    verdicts = []
    if made:
        badge = crew.makers[maker]
        verdicts += _read(crew, crew.maker(maker), badge, story.folder / f"makers-{lot}")
    if led:
        other = crew.supervisors[1]
        verdicts += _read(crew, crew.supervisor(), other, story.folder / f"supervisor-{lot}")
    good = verdicts.count(Verdict.PASSED.value)
    crew.told("wiped", files=len(machines), good=good, bad=len(verdicts) - good)


def _overwritten(one: Arrived) -> bool:
    drives = one.machine.drives
    if not drives or drives[0].kind is MediumKind.PHONE:
        return False
    return not _confidential(one) or one.fate is Fate.NOT_ENOUGH


def _confidential(one: Arrived) -> bool:
    return DELIVERIES[one.machine.lot - 1].data_class is DataClass.CONFIDENTIAL


def _boot(crew: Crew, one: Arrived, stick: Path, started: datetime) -> None:
    drives = one.machine.drives
    if one.fate in _OTHERWISE:
        _otherwise(crew, one, stick)
        return
    if one.fate is Fate.TO_REVIEW:
        number = drives[0].serial[-5:]
        drives += (Drive(drives[0].model, _FOUND + number, drives[0].kind, 120),)
    log = log_of(one.machine, drives, started, fails=one.fate in _BROKEN)
    crew.clock.reach(log.ended)
    data = log.text.encode()
    write_synced(stick / f"nwipe_{one.machine.serial}.log", data)
    if one.fate is Fate.WITH_PAPER:
        (run,) = read_report("", data).runs
        paper = beside_logs.paper_of(one.machine, drives[0], run.drives[0])
        write_synced(stick / f"nwipe_report_{one.machine.serial}.pdf", paper)
    elif one.fate is Fate.CONTRADICTED:
        # Somebody wrote another end under the same run.
        edited = data.replace(b" Erased ", b"-FAILED-")
        write_synced(stick / f"nwipe_{one.machine.serial}_kopio.log", edited)


def _otherwise(crew: Crew, one: Arrived, stick: Path) -> None:
    """Leave what another program wrote: our own kit, or a supplier's."""
    drive, ended = one.machine.drives[0], crew.clock.now()
    if one.fate is Fate.BY_KIT:
        data = beside_logs.kit_file(drive, crew.makers[1], ended)
        write_synced(stick / f"serkut-wipe_{drive.serial}.json", data)
    else:
        data = beside_logs.supplier_list(drive, local(ended))
        write_synced(stick / "toimittajan-luettelo.csv", data)


def _read(crew: Crew, session: Session, performer: str, stick: Path) -> list[str]:
    """Read a stick in and return the verdict of each drive."""
    crew.clock.later(minutes=2)
    done: Imported = crew.desk.do(session, ImportReports((stick,), performer))
    return [drive.verdict for file in done.files for run in file.runs for drive in run.results]


def by_hand(crew: Crew, story: Story, lot: int, maker: int = 0) -> None:
    """Reset phones, erase drives of confidential data by their own commands, destroy the worst."""
    erased = destroyed = 0
    for one in story.without(NOT_WIPED, lot=lot):
        if not one.machine.drives or _overwritten(one):
            continue
        for drive in one.machine.drives:
            crew.clock.later(minutes=1)
            if drive.kind is MediumKind.HDD:
                _destroy(crew, story, one, drive, maker)
                destroyed += 1
            else:
                _erase(crew, story, one, drive, maker)
                erased += 1
    crew.told("by_hand", erased=erased, destroyed=destroyed)


def _erase(crew: Crew, story: Story, one: Arrived, drive: Drive, maker: int) -> None:
    if drive.kind is MediumKind.PHONE:
        _reset(crew, story, one, drive, maker)
        return
    technique = SanitisationTechnique.ATA_SANITIZE_BLOCK_ERASE
    command = RecordRun(
        medium=drive.serial,
        technique=technique,
        evidence=_evidence(crew, story, one, drive, technique),
        reason=crew.told.texts.say("demo.by_hand_reason"),
        attested=_ERASED,
        tool="hdparm",
        tool_version="9.65",
        performed_by=crew.makers[maker],
    )
    crew.leads(command)


def _reset(crew: Crew, story: Story, one: Arrived, drive: Drive, maker: int) -> None:
    photo = story.folder / f"{one.code}-{drive.serial}.png"
    photo.write_bytes(drawn.picture(len(one.code) + int(one.code[-4:])))
    crew.makes(
        RecordPhone(
            medium=drive.serial,
            platform="android",
            scanned=one.machine.imei or one.machine.serial,
            os_version="Android 13",
            answers=tuple(_RESET.items()),
            photo=photo,
        ),
        maker,
    )


def _destroy(crew: Crew, story: Story, one: Arrived, drive: Drive, maker: int) -> None:
    technique = SanitisationTechnique.DESTROY_SHRED
    command = DestroyMedia(
        media=(drive.serial,),
        technique=technique,
        second=crew.makers[maker - 1],
        particle_class="H-5",
        machine="Esimerkkimurskain 5",
        evidence=_evidence(crew, story, one, drive, technique),
    )
    crew.makes(command, maker)


def _evidence(
    crew: Crew, story: Story, one: Arrived, drive: Drive, technique: SanitisationTechnique
) -> Path:
    """Write what somebody noted beside the machine."""
    words = (
        crew.told.texts.say(
            "demo.evidence",
            device=short(one.code),
            serial=drive.serial,
            technique=crew.told.texts.say(f"technique.{technique.value}"),
            at=f"{local(crew.clock.now()):%d.%m.%Y %H:%M}",
        )
        + "\n"
    )
    path = story.folder / "notes" / f"{drive.serial}.txt"
    write_synced(path, words.encode())
    return path


def look_inside(crew: Crew, devices: Sequence[Arrived]) -> None:
    """Let two persons say that nothing is inside, where that is not known by the kind."""
    for one in devices:
        if device_types()[one.machine.type].bears_data is not BearsData.MAYBE:
            continue
        for maker in (0, 1):
            crew.makes(StateNone(one.code, CountSource.OPENED), maker)
