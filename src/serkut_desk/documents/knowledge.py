"""What somebody who checks certificates knows: keys, who vouched for whom, what has ended.

It can learn from files that the workshop publishes, and only from those that a key signed which
it knows already. What a stolen key says after the day of the theft counts for nothing, and of its
words for other keys only those that were learned before the theft was known; a paper that a thief
writes with an earlier date can not be told from the workshop's own, by anybody.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from serkut_desk.documents.public_keys import fingerprint_of
from serkut_desk.documents.revocations import KeyEnding, plain_fingerprint, read_file
from serkut_desk.documents.trust_files import LARGEST, read_object
from serkut_desk.documents.vouching import read_vouches
from serkut_desk.domain.errors import Misused, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from cryptography.hazmat.primitives.asymmetric import ec

    from serkut_desk.documents.revocations import EndedKey, RevocationList, SignedList
    from serkut_desk.documents.vouching import Vouch


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key of the workshop; `via` are the fingerprints that lead to it, "" and none if trusted.

    Args:
        key: The public key.
        via: The trusted key first, then every key that vouched for the next.
        since: When the last one vouched, by its own account; None when trusted directly.
    """

    key: ec.EllipticCurvePublicKey
    via: tuple[str, ...] = ()
    since: datetime | None = None

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the key, `4A:91:...`."""
        return fingerprint_of(self.key)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known; `keys` are trusted without anybody's word."""

    keys: tuple[ec.EllipticCurvePublicKey, ...]
    vouches: tuple[Vouch, ...] = ()
    revocations: RevocationList | None = None

    def known(self) -> dict[str, KnownKey]:
        """Return every key that counts as the workshop's, by fingerprint."""
        found = {fingerprint_of(key): KnownKey(key) for key in self.keys}
        waiting = list(found.values())
        for one in waiting:
            for said in self._words_of(one.fingerprint):
                if said.new_fingerprint not in found:
                    via = (*one.via, one.fingerprint)
                    new = KnownKey(said.new, via, said.at)
                    found[new.fingerprint] = new
                    waiting.append(new)
        return found

    def ending_of_key(self, fingerprint: str) -> EndedKey | None:
        """Return how a key ended, None when nothing is known of it."""
        if self.revocations is None:
            return None
        return self.revocations.key_ending(plain_fingerprint(fingerprint))

    def learn(self, data: bytes) -> Knowledge:
        """Return this and what a published file says.

        Raises:
            Misused: `trust_file_unreadable`.
            Refused: `trust_file_altered`, `trust_file_of_another_key`, `trust_list_older`,
                `trust_list_lost` when it leaves out what an older one said, `trust_key_stolen`.
        """
        if len(data) > LARGEST:
            raise Misused("trust_file_unreadable")
        try:
            if "list" in read_object(data):
                return self._learn_list(read_file(data))
            return self._learn_vouches(read_vouches(data))
        except ValueError as error:
            raise Misused("trust_file_unreadable") from error

    def _words_of(self, fingerprint: str) -> Iterator[Vouch]:
        ended = self.ending_of_key(fingerprint)
        for said in self.vouches:
            late = ended is not None and ended.how is KeyEnding.STOLEN and said.at >= ended.at
            if said.old_fingerprint == fingerprint and not late:
                yield said

    def _learn_list(self, signed: SignedList) -> Knowledge:
        if not signed.holds:
            raise Refused("trust_file_altered")
        new = replace(self, revocations=signed.what)
        # Before and after: a list may say that the key that signed it is stolen.
        for knowledge in (self, new):
            if signed.signer not in knowledge.known() or knowledge.stole(signed.signer):
                raise Refused("trust_file_of_another_key", fingerprint=signed.signer)
        older = self.revocations
        if older is not None and signed.what != older:
            if signed.what.number <= older.number or signed.what.at < older.at:
                raise Refused("trust_list_older", number=older.number)
            if signed.what.lacks(older):
                raise Refused("trust_list_lost", number=older.number)
        return new

    def stole(self, fingerprint: str) -> bool:
        """Tell whether a key is known to be stolen."""
        ended = self.ending_of_key(fingerprint)
        return ended is not None and ended.how is KeyEnding.STOLEN

    def _learn_vouches(self, said: tuple[Vouch, ...]) -> Knowledge:
        if not all(one.holds for one in said):
            raise Refused("trust_file_altered")
        # Not by the signature: whoever has one can work out another over the same content.
        held = {one.content for one in self.vouches}
        fresh = tuple(one for one in said if one.content not in held)
        for one in fresh:
            # Who has a stolen key can write any earlier day: only what was learned before holds.
            if self.stole(one.old_fingerprint):
                raise Refused("trust_key_stolen", fingerprint=one.old_fingerprint)
        new = replace(self, vouches=(*self.vouches, *fresh))
        known = new.known()
        for one in said:
            if one.old_fingerprint not in known:
                raise Refused("trust_file_of_another_key", fingerprint=one.old_fingerprint)
            if one.new_fingerprint not in known:
                raise Refused("trust_key_stolen", fingerprint=one.old_fingerprint)
        return new
