"""Turns what the station answers into words for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.statement import StatementKind
from serkut_desk.stations.wording import ended_reason
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.stations.certificates.views import (
    IssuedRow,
    LotRow,
    MediumRow,
    PaperView,
    ReadyRow,
)
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.stations.certificates.queries import (
        CertificateLine,
        LotStanding,
        ReadyDevice,
        ReadyMedium,
    )
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate

VALID, SUPERSEDED, REVOKED, STALE = "valid", "superseded", "revoked", "stale"
DOUBTFUL = "doubtful"
_TONES = {
    VALID: Tone.GOOD,
    SUPERSEDED: Tone.PLAIN,
    REVOKED: Tone.STOP,
    STALE: Tone.ATTENTION,
    DOUBTFUL: Tone.STOP,
}


def moment(at: datetime) -> str:
    """Return `21.11.2026 14:21` in Finnish time."""
    here = local(at)
    return f"{here.day}.{here.month}.{here.year} {here:%H:%M}"


def state_of(line: CertificateLine) -> str:
    """Return how a certificate stands now; a doubt is graver than being out of date."""
    if line.doubtful:
        return DOUBTFUL
    return STALE if line.stale else str(line.state.value)


def _state_word(state: str) -> str:
    words = {
        VALID: translate("Certificates", "valid"),
        SUPERSEDED: translate("Certificates", "superseded"),
        REVOKED: translate("Certificates", "revoked"),
        STALE: translate("Certificates", "out of date"),
        DOUBTFUL: translate("Certificates", "in doubt"),
    }
    return words[state]


def ready_row(one: ReadyDevice) -> ReadyRow:
    """Return a row of the devices that wait."""
    return ReadyRow(
        device=one.code,
        short=short(one.code),
        make=one.make,
        serial=one.serial,
        media=str(one.media),
        approved=moment(one.approved_at),
    )


def issued_row(line: CertificateLine) -> IssuedRow:
    """Return a row of the certificates."""
    state = state_of(line)
    return IssuedRow(
        number=line.number,
        short=short(line.number),
        about=line.about,
        about_short=short(line.about),
        make=line.make,
        issued=moment(line.issued_at),
        state=_state_word(state),
        tone=_TONES[state],
    )


def lot_row(one: LotStanding) -> LotRow:
    """Return a row of the lots."""
    if one.number is None:
        state, tone = translate("Certificates", "none yet"), Tone.PLAIN
    else:
        held = DOUBTFUL if one.doubtful else STALE if one.stale else VALID
        state, tone = f"{short(one.number)} · {_state_word(held)}", _TONES[held]
    return LotRow(
        lot=one.code,
        short=short(one.code),
        sender=one.sender,
        issued=str(one.issued),
        ready=str(one.ready),
        state=state,
        tone=tone,
    )


def medium_row(one: ReadyMedium) -> MediumRow:
    """Return a row of the media that were taken out."""
    return MediumRow(
        medium=one.code,
        short=short(one.code),
        model=one.model,
        serial=one.serial,
        device=short(one.device),
    )


def lot_view(one: LotStanding) -> PaperView:
    """Return the right side for a lot."""
    answer = translate("Certificates", "Certificates of a whole lot")
    why = translate(
        "Certificates",
        "One action issues what its devices lack, then the certificate of the lot.",
    )
    if one.stale:
        answer = translate("Certificates", "The certificate of the lot is out of date.")
        why = translate("Certificates", "A certificate in it has ended. Issue it anew.")
    if one.doubtful:
        answer = translate("Certificates", "The certificate of the lot is in doubt.")
        why = translate("Certificates", "A second look failed. See which devices it is about.")
    own = short(one.number) if one.number else translate("Certificates", "none yet")
    return PaperView(
        title=short(one.code),
        subtitle=one.sender,
        tone=Tone.STOP if one.doubtful else Tone.ATTENTION if one.stale else Tone.INFO,
        answer=answer,
        why=why,
        facts=(
            Fact(translate("Certificates", "Devices with a certificate"), str(one.issued)),
            Fact(translate("Certificates", "Ready to issue"), str(one.ready)),
            Fact(translate("Certificates", "Certificate of the lot"), own),
        ),
    )


def medium_view(one: ReadyMedium) -> PaperView:
    """Return the right side for a medium that was taken out."""
    return PaperView(
        title=short(one.code),
        subtitle=one.model,
        tone=Tone.INFO,
        answer=translate("Certificates", "This medium is proven clean or destroyed."),
        why=translate("Certificates", "A certificate of its own can be issued now."),
        facts=(
            Fact(
                translate("Certificates", "Serial number"),
                one.serial or translate("Certificates", "none"),
                code=True,
            ),
            Fact(translate("Certificates", "Taken from"), short(one.device)),
        ),
    )


def _about_word(line: CertificateLine) -> str:
    words = {
        StatementKind.DEVICE: translate("Certificates", "Device"),
        StatementKind.MEDIUM: translate("Certificates", "Medium"),
        StatementKind.LOT: translate("Certificates", "Lot"),
    }
    return words[line.kind]


def _about(line: CertificateLine) -> Fact:
    """Return what a certificate speaks of, and of a medium where it was."""
    parts = [short(line.about), line.make]
    if line.kind is StatementKind.MEDIUM:
        parts.append(short(line.device))
    return Fact(_about_word(line), " · ".join(part for part in parts if part))


def ready_view(one: ReadyDevice) -> PaperView:
    """Return the right side for a device that waits."""
    return PaperView(
        title=short(one.code),
        subtitle=one.make,
        tone=Tone.INFO,
        answer=translate("Certificates", "The wipe is approved."),
        why=translate("Certificates", "A certificate can be issued now."),
        facts=(
            Fact(
                translate("Certificates", "Serial number"),
                one.serial or translate("Certificates", "none"),
                code=True,
            ),
            Fact(translate("Certificates", "Media"), str(one.media)),
            Fact(translate("Certificates", "Approved"), moment(one.approved_at)),
        ),
    )


def issued_view(line: CertificateLine, texts: Texts) -> PaperView:
    """Return the right side for a certificate."""
    state = state_of(line)
    facts = [
        _about(line),
        Fact(translate("Certificates", "Issued"), moment(line.issued_at)),
    ]
    if line.superseded_by:
        facts.append(Fact(translate("Certificates", "Newer one"), short(line.superseded_by)))
    if line.ended_at is not None:
        facts.append(Fact(translate("Certificates", "Ended"), moment(line.ended_at)))
    if line.reason:
        reason = ended_reason(line.reason, texts)
        facts.append(Fact(translate("Certificates", "Reason"), reason))
    facts += [
        Fact(translate("Certificates", "File (SHA-256)"), _grouped(line.sha256), code=True),
        Fact(translate("Certificates", "Seal"), line.seal.replace(":", " "), code=True),
    ]
    said = _said(line, state, texts)
    first, _, rest = said.partition(". ")
    return PaperView(
        title=short(line.number),
        subtitle=line.number,
        tone=_TONES[state],
        answer=f"{first}." if rest else said,
        why=rest,
        facts=tuple(facts),
    )


def _said(line: CertificateLine, state: str, texts: Texts) -> str:
    """Return how a certificate stands; of a lot out of date the reason is another."""
    if state == STALE and line.kind is not StatementKind.DEVICE:
        return texts.say(f"certificate.status.stale.{line.kind}")
    return texts.say(f"certificate.status.{state}")


def _grouped(digits: str) -> str:
    """Return digits in groups of eight, so that eyes and line breaks find their way."""
    return " ".join(digits[at : at + 8] for at in range(0, len(digits), 8))
