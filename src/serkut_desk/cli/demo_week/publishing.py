"""Certificates that hold no longer, one of a whole lot in Swedish, and what everybody gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli.demo_week.crew import PASSPHRASE
from serkut_desk.cli.demo_week.fates import Fate
from serkut_desk.domain.codes import short
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.certificates.commands import (
    IssueCertificates,
    IssueLotCertificate,
    RevokeCertificate,
    SignRevocations,
)
from serkut_desk.stations.certificates.keyring import unlock
from serkut_desk.stations.certificates.publishing import write_list, write_page

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.cli.demo_week.crew import Crew
    from serkut_desk.cli.demo_week.story import Arrived, Story

_SWEDISH = 2


def correct(crew: Crew, story: Story) -> None:
    """Issue a certificate anew in another language, take one back, and certify a whole lot."""
    session = crew.supervisor(0, Permission.ISSUE)
    seal = unlock(crew.desk, session, PASSPHRASE)
    say = crew.told.texts.say
    (anew, back) = story.of(Fate.WAITS_DECISION)[0], story.of(Fate.WAITS_GRADE)[-1]
    again = IssueCertificates(
        devices=(anew.code,), seal=seal, reissue_reason=say("demo.anew"), language="sv"
    )
    story.certificates += crew.leads(again).certificates
    number = _number(story, back)
    crew.leads(RevokeCertificate(number, say("demo.revoked")))
    lot = story.lots[_SWEDISH - 1]
    (whole,) = crew.leads(IssueLotCertificate(lot=lot, seal=seal, language="sv")).certificates
    story.certificates.append(whole)
    crew.told("corrected", number=short(number), lot=short(lot), whole=short(whole.number))


def publish(crew: Crew, folder: Path) -> tuple[Path, ...]:
    """Sign the list of what holds no longer; write it and the page that checks, to a folder."""
    session = crew.supervisor(0, Permission.ISSUE)
    seal = unlock(crew.desk, session, PASSPHRASE)
    signed = crew.leads(SignRevocations(seal))
    folder.mkdir(parents=True, exist_ok=True)
    return (
        write_list(crew.desk, session, signed.sha256, folder / "peruttujen-luettelo.json"),
        write_page(crew.desk, session, folder / "tarkista-todistus.html"),
    )


def _number(story: Story, one: Arrived) -> str:
    return next(made.number for made in reversed(story.certificates) if made.device == one.code)
