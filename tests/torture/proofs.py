"""What the worker that is killed does about proofs: destroys, reads back, certifies, publishes."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from pictures import jpeg
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.weighing import Weighed, Weighing
from serkut_desk.stations.certificates.commands import (
    CreateKey,
    IssueLotCertificate,
    SignRevocations,
)
from serkut_desk.stations.containers.commands import OpenContainer
from serkut_desk.stations.looks import queries as looks
from serkut_desk.stations.looks.commands import RecordLook
from serkut_desk.stations.wiping.commands import DestroyMedia, RemoveMedium
from torture.workshop import PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from serkut_desk.documents.keys import SealKey
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk
    from torture.workshop import Place

_UNWIPED = """
    SELECT medium.serial FROM medium JOIN device ON device.id = medium.device_id
        WHERE medium.state = 'not_wiped' AND medium.removed_at IS NULL
        AND device.state = 'waiting_wipe' AND device.type = 'laptop' LIMIT 2
"""
_BOXES = "SELECT code FROM container WHERE fraction = 'data_media' AND state = 'open'"
_LOTS = """
    SELECT DISTINCT lot.code FROM lot JOIN device ON device.lot_id = lot.id
        JOIN certificate ON certificate.device_id = device.id WHERE certificate.state = 'valid'
"""
_ANY = "SELECT 1 FROM {} LIMIT 1"
_DISK_G = 400


class Worker(Protocol):
    """What is needed of the one who works there."""

    desk: Desk
    place: Place
    seal: SealKey
    number: int
    worker: Session
    boss: Session
    other: Session

    def say(self, did: str, codes: Iterable[str]) -> None: ...
    def fresh(self, session: Session) -> Session: ...
    def receive(self) -> str: ...


@dataclass
class Proofs:
    """Everything that is done about proofs beside approving and certifying devices.

    Args:
        hands: Of the worker.
    """

    hands: Worker
    chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        # Its own: what the others choose stays as it was planned.
        self.chance = random.Random(self.hands.number)  # noqa: S311 - repeatable, not secret

    def turn(self) -> None:
        """Do one thing that can be done now, and say so."""
        # What was never done comes first: few workers live long enough to do all.
        first = {"destruction": self._destroy, "lot_certificate": self._lot}
        first |= {"revocation_list": self._publish}
        never = [act for table, act in first.items() if not self._found(_ANY.format(table))]
        acts = never or [*first.values(), self._read_back]
        if self.chance.random() < 0.1:
            acts = [self._new_key]
        # The rules know better: another turn, then.
        with suppress(KnownFailure):
            self.chance.choice(acts)()

    def _found(self, query: str) -> list[str]:
        with self.hands.desk.database.reading() as work:
            return [str(one) for one in work.connection.exec_driver_sql(query).scalars()]

    def _destroy(self) -> None:
        """Take disks out and shred them together, into their container."""
        hands = self.hands
        if not (serials := self._found(_UNWIPED)):
            hands.receive()
            serials = self._found(_UNWIPED)
        boxes = self._found(_BOXES)
        if not boxes:
            opened = OpenContainer("data_media", Weighed(500, Weighing.SCALE, 2, "Penkki"))
            boxes = [hands.desk.do(hands.worker, opened).container]
            hands.say("box", boxes)
        for serial in serials:
            hands.desk.do(hands.worker, RemoveMedium(serial, _DISK_G))
            hands.say("out", [serial])
        destroyed = DestroyMedia(
            media=tuple(serials),
            technique=SanitisationTechnique.DESTROY_SHRED,
            second=hands.boss.person,
            particle_class="H-5",
            machine="Silppuri 1",
            photo=jpeg(),
            weight_g=_DISK_G * len(serials),
            container=boxes[0],
        )
        done = hands.desk.do(hands.worker, destroyed)
        hands.say("destroy", [str(done.destruction)])

    def _read_back(self) -> None:
        """Read back what was drawn, and find it clean."""
        hands = self.hands
        for who in (hands.worker, hands.fresh(hands.boss), hands.fresh(hands.other)):
            for line in looks.overview(hands.desk, who).waiting:
                if line.against:
                    continue
                evidence = hands.place.root / f"look-{line.look}.txt"
                evidence.write_text(f"{line.medium} 00000000\n", encoding="utf-8")
                look = RecordLook(
                    medium=f"#{line.medium_id}", clean=True, tool="hexdump", evidence=evidence
                )
                hands.desk.do(who, look)
                hands.say("look", [str(line.look)])
                return

    def _lot(self) -> None:
        hands, lots = self.hands, self._found(_LOTS)
        if lots:
            command = IssueLotCertificate(
                lot=self.chance.choice(lots), seal=hands.seal, reissue_reason="uusia laitteita"
            )
            (issued,) = hands.desk.do(hands.fresh(hands.boss), command).certificates
            hands.say("issue lot", [issued.number])

    def _publish(self) -> None:
        """Sign the list of what holds no longer."""
        hands = self.hands
        done = hands.desk.do(hands.fresh(hands.boss), SignRevocations(hands.seal))
        hands.say("publish", [str(done.number)])

    def _new_key(self) -> None:
        """Let the old key vouch for a new one."""
        hands = self.hands
        command = CreateKey(PASSPHRASE, vouched_by=hands.seal)
        done = hands.desk.do(hands.fresh(hands.boss), command)
        hands.say("key", [done.fingerprint])
        hands.seal = hands.place.seal(hands.desk)
