"""What can be asked about certificates and about the key of the seal."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from serkut_desk.domain.statement import StatementKind
from serkut_desk.stations.handling import Command

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from serkut_desk.documents.sealing import Seal
    from serkut_desk.documents.tokens import TokenPlace
    from serkut_desk.domain.changes import Changes


@dataclass(frozen=True, slots=True)
class Issued:
    """A certificate that was issued.

    Args:
        number: TT code.
        device: The device that it speaks of; of a medium the one that it was taken from; empty
            for a lot.
        sha256: Of its sealed PDF.
        stored: That PDF among the workshop's files.
        supersedes: Number of the one that it replaced.
        kind: What it speaks of.
        about: Code of that: of a device, medium or lot.
    """

    number: str
    device: str
    sha256: str
    stored: Path
    supersedes: str | None = None
    kind: StatementKind = StatementKind.DEVICE
    about: str = ""


@dataclass(frozen=True, slots=True)
class IssuedAll:
    """Everything that one command issued, in the order in which the devices were given."""

    certificates: tuple[Issued, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class Revoked:
    """A certificate that was taken back; `about` is the code of what it spoke of."""

    number: str
    about: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class KeyDone:
    """A key after a command; `public_key` is the file with which anybody checks its papers."""

    fingerprint: str
    public_key: Path
    changes: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueCertificates(Command[IssuedAll]):
    """Issue a certificate for each device, or for none of them.

    Args:
        devices: Codes.
        seal: The unlocked key.
        reissue_reason: Why certificates that hold are superseded; None refuses such devices.
        language: Of the papers; None as the workshop has settled it for the sender.
    """

    devices: tuple[str, ...]
    seal: Seal = field(repr=False)
    reissue_reason: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueMediumCertificate(Command[IssuedAll]):
    """Issue a certificate for one medium that was taken out of its device.

    Args:
        medium: Its LV code.
        seal: As with `IssueCertificates`; so are the others.
    """

    medium: str
    seal: Seal = field(repr=False)
    reissue_reason: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueLotCertificate(Command[IssuedAll]):
    """Issue a certificate for a lot, with an appendix of the devices whose certificates hold.

    Args:
        lot: Its ER code.
        seal: As with `IssueCertificates`; so are the others.
    """

    lot: str
    seal: Seal = field(repr=False)
    reissue_reason: str | None = None
    language: str | None = None


def issuing_anew(
    kind: StatementKind, about: str, *, seal: Seal, reason: str, language: str | None = None
) -> IssueCertificates | IssueMediumCertificate | IssueLotCertificate:
    """Return the command that replaces a certificate by a new one about the same.

    Args:
        kind: What it speaks of.
        about: Code of that.
        seal: The unlocked key.
        reason: Why.
        language: Of the new paper; None as it is settled.
    """
    match kind:
        case StatementKind.DEVICE:
            return IssueCertificates(
                devices=(about,), seal=seal, reissue_reason=reason, language=language
            )
        case StatementKind.MEDIUM:
            return IssueMediumCertificate(
                medium=about, seal=seal, reissue_reason=reason, language=language
            )
        case StatementKind.LOT:
            return IssueLotCertificate(
                lot=about, seal=seal, reissue_reason=reason, language=language
            )


@dataclass(frozen=True, slots=True)
class SetCertificateLanguage(Command["LanguageSet"]):
    """Settle in which language certificates are written.

    Args:
        language: `fi`, `sv`, `en`; None takes a sender's own back.
        sender: Name of an organisation that sends devices; None for everybody else.
    """

    language: str | None
    sender: str | None = None


@dataclass(frozen=True, slots=True)
class LanguageSet:
    """The languages that hold now: the workshop's, and those of senders by name."""

    workshop: str
    senders: tuple[tuple[str, str], ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class RevokeCertificate(Command[Revoked]):
    """Take a certificate back."""

    number: str
    reason: str


@dataclass(frozen=True, slots=True)
class CreateKey(Command[KeyDone]):
    """Make the key of the workshop's seal; an old one that does not vouch must be retired before.

    Args:
        passphrase: Under which the new key lies; of a key on a token the token's PIN.
        vouched_by: The unlocked key in use: it vouches for the new one and goes out of use.
        token: Where the new key is to lie; None is a file.
    """

    passphrase: str = field(repr=False)
    vouched_by: Seal | None = field(default=None, repr=False)
    token: TokenPlace | None = None


@dataclass(frozen=True, slots=True)
class RevocationsSigned:
    """A list of revocations that was signed; `stored` is its file among the workshop's files."""

    number: int
    entries: int
    sha256: str
    stored: Path
    changes: Changes


@dataclass(frozen=True, slots=True)
class SignRevocations(Command[RevocationsSigned]):
    """Sign a list of every certificate and key that holds no longer, to publish."""

    seal: Seal = field(repr=False)


@dataclass(frozen=True, slots=True)
class ChangePassphrase(Command[KeyDone]):
    """Put the key in use under another passphrase."""

    old: str = field(repr=False)
    new: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RetireKey(Command[KeyDone]):
    """Take the key out of use; papers sealed with it stay checkable.

    Args:
        reason: Why.
        stolen_since: From when on nothing that it seals is to be believed; None: it is not stolen.
        fingerprint: Of a key that went out of use before and turns out to be stolen; "" is the
            key in use.
    """

    reason: str
    stolen_since: datetime | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class BackUpKey(Command[KeyDone]):
    """Write the key in use, still under its passphrase, to a file outside the data folder."""

    target: Path


@dataclass(frozen=True, slots=True)
class RestoreKey(Command[KeyDone]):
    """Bring a key of this workshop back from the file that `BackUpKey` wrote."""

    source: Path
    passphrase: str = field(repr=False)
