"""A workshop with a key, and short ways to bring a device to its certificate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from factories import make_device
from serkut_desk.documents import keys, public_keys
from serkut_desk.domain.events import Tag
from serkut_desk.stations.certificates import key_files
from serkut_desk.stations.certificates.commands import IssueCertificates, Issued
from stations.wiping.logs import BEGIN, Drive, log
from stations.wiping.shop import Shop

if TYPE_CHECKING:
    from kit import Workshop
    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.lots import Lot

PASSPHRASE = "viisi satunnaista sanaa riittää hyvin"
# Stretching takes its time on purpose; tests have none.
ROUNDS = 1000


@dataclass
class Counter(Shop):
    """A shop whose seal is unlocked."""

    seal: keys.SealKey | None = None

    def clean(self, number: int = 1, lot: Lot | None = None) -> Device:
        """Bring a device with one overwritten hard disk as far as its approval."""
        host, serial = f"PF2ABC{number:02d}", f"WD-WX61AA81{number:04d}"
        device = make_device(self.workshop, lot=lot, serial=host) if lot else self.device(host)
        self.declare(device, serial)
        # The same lines with another serial would be a contradiction.
        begin = BEGIN + timedelta(seconds=7 * number)
        self.bring(log(Drive(serial), host=host, begin=begin))
        self.approve(device)
        return device

    def issue(self, *devices: Device, reason: str | None = None) -> tuple[Issued, ...]:
        """Issue certificates as the supervisor who approved."""
        assert self.seal is not None
        codes = tuple(device.code for device in devices)
        command = IssueCertificates(devices=codes, seal=self.seal, reissue_reason=reason)
        return self.workshop.desk.do(self.boss, command).certificates

    def paper(self, issued: Issued) -> bytes:
        """Return the sealed PDF."""
        return self.workshop.desk.files.read(issued.sha256)


def new_seal(workshop: Workshop) -> keys.SealKey:
    """Make a key as `CreateKey` does, but quickly, and return it unlocked."""
    files = keys.make_key("Digipaja", PASSPHRASE, at=workshop.clock.now(), rounds=ROUNDS)
    seal = keys.unlock(files, PASSPHRASE)
    folder = workshop.desk.folder
    key_files.write_private(folder, seal.fingerprint, files.private_pem)
    public = public_keys.public_pem(files.certificate_pem)
    key_files.write_public(folder, seal.fingerprint, public)
    with workshop.desk.database.work(workshop.first.person) as work:
        pem = files.certificate_pem.decode("ascii")
        work.seals.enter(
            seal.fingerprint, pem, made_at=workshop.clock.now(), made_by=workshop.first.person
        )
        work.journal.append(Tag.KEY_MADE, "key", fingerprint=seal.fingerprint)
        work.commit()
    return seal
