"""The whole answer about one certificate: its file, or the text that its QR carries.

Whether the paper is genuine and whether it still holds are two questions: the seal answers the
first, the newest list that is known answers the second, up to its day. The page that the workshop
gives to anybody (`resources/verifier`) answers in the same words; a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from serkut_desk.documents.public_keys import pem_of
from serkut_desk.documents.revocations import KeyEnding
from serkut_desk.documents.statements import is_signed_by
from serkut_desk.documents.trust_files import moment_text
from serkut_desk.documents.verification import Why, verify_pdf
from serkut_desk.domain.statement import (
    MARK,
    content_of,
    key_id,
    read_text,
    signed_bytes,
    statement_of,
)

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.documents.knowledge import Knowledge, KnownKey
    from serkut_desk.documents.revocations import EndedKey, EndedPaper, RevocationList
    from serkut_desk.domain.statement import Statement

LONGEST: Final = 20_000
"""Characters of a text; what is longer is none of ours."""


class Outcome(StrEnum):
    """The answer in one word; sentences are `checked.<outcome>` in the texts."""

    VALID = "valid"
    SUPERSEDED = "superseded"
    REVOKED = "revoked"
    DOUBTFUL = "doubtful"
    ALTERED = "altered"
    OTHER_KEY = "other_key"
    OTHER_PAPER = "other_paper"
    NOTHING = "nothing"


GENUINE: Final = frozenset(
    {Outcome.VALID, Outcome.SUPERSEDED, Outcome.REVOKED, Outcome.DOUBTFUL, Outcome.OTHER_PAPER}
)
"""A key of the workshop signed it."""

_OUTCOME_OF: Final = {
    Why.TOO_LARGE: Outcome.NOTHING,
    Why.NOT_A_PDF: Outcome.NOTHING,
    Why.NOT_SEALED: Outcome.NOTHING,
    Why.OTHER_SIGNER: Outcome.OTHER_KEY,
    Why.NO_STATEMENT: Outcome.NOTHING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer about one paper.

    Args:
        outcome: In one word.
        why: The reason, where it is not genuine.
        number: Of the certificate, when a key of the workshop signed it.
        signer: Fingerprint of who signed; of a QR by a stranger only the key's id.
        at: When it was signed, by the signer's own account.
        chain: Fingerprints that lead from a trusted key to the signer; empty if trusted itself.
        ended: How the certificate ended.
        key: How the key ended.
        known: The list that was asked, None when there was none.
        statement: What the QR says.
    """

    outcome: Outcome
    why: Why | None = None
    number: str | None = None
    signer: str | None = None
    at: datetime | None = None
    chain: tuple[str, ...] = ()
    ended: EndedPaper | None = None
    key: EndedKey | None = None
    known: RevocationList | None = None
    statement: Statement | None = None

    @property
    def holds(self) -> bool:
        """It is genuine, and nothing is known that ended it."""
        return self.outcome is Outcome.VALID

    @property
    def ending_unknown(self) -> bool:
        """It is genuine, but nothing that is known tells whether it still holds."""
        known = self.known
        older = known is not None and self.at is not None and self.at > known.at
        stolen = self.key is not None and self.key.how is KeyEnding.STOLEN
        return self.holds and (known is None or older or stolen)

    @property
    def genuine(self) -> bool:
        """A key of the workshop signed it, as it is."""
        return self.outcome in GENUINE


def answer_file(data: bytes, knowledge: Knowledge) -> Answer:
    """Return the answer about a file; `data` never raises."""
    known = knowledge.known()
    trusted = b"".join(pem_of(one.key) for one in known.values())
    found = verify_pdf(data, trusted)
    if not found.valid:
        return _not_genuine(found.why[0], found.signer_fingerprint)
    assert found.signer_fingerprint is not None, "a valid file has its signer"
    signer = known[found.signer_fingerprint]
    return _genuine(knowledge, signer, found.number, found.signed_at, None)


def answer_text(text: str, knowledge: Knowledge) -> Answer:
    """Return the answer about the text of a QR; `text` never raises."""
    plain = "".join(text.split())
    if len(text) > LONGEST or not plain.isascii() or not plain.upper().startswith(MARK):
        return _not_genuine(Why.NO_STATEMENT)
    try:
        content, signature = read_text(text)
        statement = statement_of(content)
    except ValueError:
        return _not_genuine(Why.ALTERED)
    known = knowledge.known()
    named = [one for one in known.values() if key_id(one.fingerprint) == statement.key]
    if not named:
        return _not_genuine(Why.OTHER_SIGNER, statement.key)
    signed = signed_bytes(content)
    signer = next((one for one in named if is_signed_by(signed, signature, one.key)), None)
    if signer is None:
        return _not_genuine(Why.ALTERED)
    return _genuine(knowledge, signer, statement.number, statement.issued, statement)


def document(answer: Answer) -> dict[str, Any]:
    """Return the answer as plain data, for programs."""
    ended, key, known = answer.ended, answer.key, answer.known
    said = answer.statement
    return {
        "outcome": answer.outcome.value,
        "why": answer.why.value if answer.why else None,
        "number": answer.number,
        "signer": answer.signer,
        "at": moment_text(answer.at) if answer.at else None,
        "chain": list(answer.chain),
        "ended": [ended.how.value, moment_text(ended.at), ended.successor] if ended else None,
        "key": [key.how.value, moment_text(key.at)] if key else None,
        "list": (
            [known.number, moment_text(known.at), moment_text(known.until)] if known else None
        ),
        "statement": content_of(said).decode("ascii") if said else None,
    }


def _not_genuine(why: Why, signer: str | None = None) -> Answer:
    return Answer(outcome=_OUTCOME_OF.get(why, Outcome.ALTERED), why=why, signer=signer)


def _genuine(
    knowledge: Knowledge,
    signer: KnownKey,
    number: str | None,
    at: datetime | None,
    statement: Statement | None,
) -> Answer:
    known = knowledge.revocations
    ended = known.ending_of(number) if known and number else None
    key = knowledge.ending_of_key(signer.fingerprint)
    return Answer(
        outcome=_outcome(number, at, ended, key),
        number=number,
        signer=signer.fingerprint,
        at=at,
        chain=signer.via,
        ended=ended,
        key=key,
        known=known,
        statement=statement,
    )


def _outcome(
    number: str | None, at: datetime | None, ended: EndedPaper | None, key: EndedKey | None
) -> Outcome:
    if number is None:
        return Outcome.OTHER_PAPER
    if ended is not None:
        return Outcome(ended.how.value)
    # A key out of use seals nothing; a stolen one could seal anything, also with an earlier date.
    if key is not None and (at is None or at >= key.at):
        return Outcome.DOUBTFUL
    return Outcome.VALID
