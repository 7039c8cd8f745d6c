"""What could not be wiped is decided about, taken out and shredded by two, into its container."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.cli.demo_week import arrivals, drawn, proving
from serkut_desk.cli.demo_week.crew import PASSPHRASE
from serkut_desk.cli.demo_week.fates import Fate
from serkut_desk.domain.codes import short
from serkut_desk.domain.next_steps import Step
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.stations.certificates.commands import IssueMediumCertificate
from serkut_desk.stations.certificates.keyring import unlock
from serkut_desk.stations.wiping.commands import DecideNextStep, DestroyMedia, RemoveMedium
from serkut_desk.stations.wiping.queries import media_of

if TYPE_CHECKING:
    from serkut_desk.cli.demo_week.crew import Crew
    from serkut_desk.cli.demo_week.story import Story

_SHRED = SanitisationTechnique.DESTROY_SHRED
_DISK_G = 410


def shred(crew: Crew, story: Story) -> None:
    """Decide about disks whose wipe failed, and bring them to their certificates."""
    for one in story.of(Fate.DISK_SHREDDED):
        (drive,) = one.machine.drives
        crew.leads(DecideNextStep(drive.serial, Step.DESTROY, _SHRED))
        crew.clock.later(minutes=12)
        out = RemoveMedium(drive.serial, _DISK_G, arrivals.DISKS)
        crew.makes(out, 1)
        (medium,) = media_of(crew.desk, crew.maker(1), one.code)
        crew.clock.later(minutes=20)
        done = DestroyMedia(
            media=(medium.code or drive.serial,),
            technique=_SHRED,
            second=crew.makers[2],
            particle_class="H-5",
            machine="Esimerkkimurskain 5",
            photo=drawn.picture(65),
            weight_g=_DISK_G,
            container=story.boxes["data_media"],
        )
        crew.makes(done, 1)
        proving.approve_again(crew, one.code)
        story.certificates += proving.certify(crew)
        seal = unlock(crew.desk, crew.supervisor(1, Permission.ISSUE), PASSPHRASE)
        command = IssueMediumCertificate(
            medium=medium.code or "", seal=seal, language=crew.told.language
        )
        story.certificates += crew.leads(command, 1).certificates
        crew.told("shredded", device=short(one.code), medium=short(medium.code or ""))
