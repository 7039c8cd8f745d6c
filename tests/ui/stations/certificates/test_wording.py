"""How a certificate stands, in words and colours."""

from __future__ import annotations

from datetime import UTC, datetime

from serkut_desk.domain.statement import StatementKind
from serkut_desk.records.certificates import CertificateState
from serkut_desk.stations.certificates.queries import CertificateLine, LotStanding
from serkut_desk.texts import Texts
from serkut_desk.ui.stations.certificates import wording
from serkut_desk.ui.theme import Tone

AT = datetime(2026, 11, 21, 9, tzinfo=UTC)


def _line(*, stale: bool, doubtful: bool) -> CertificateLine:
    return CertificateLine(
        number="TT0000000117",
        device="SD0000000292",
        make="",
        issued_at=AT,
        issued_by="HK",
        state=CertificateState.VALID,
        stale=stale,
        doubtful=doubtful,
        superseded_by=None,
        reason=None,
        ended_at=None,
        seal="",
        sha256="",
        kind=StatementKind.DEVICE,
        about="SD0000000292",
        language="fi",
    )


def test_a_doubt_is_graver_than_being_out_of_date() -> None:
    said = {}
    for stale, doubtful in ((False, False), (True, False), (False, True), (True, True)):
        row = wording.issued_row(_line(stale=stale, doubtful=doubtful))
        said[stale, doubtful] = (row.state, row.tone)
    assert said[True, True] == said[False, True] == ("in doubt", Tone.STOP)
    assert len(set(said.values())) == 3
    view = wording.issued_view(_line(stale=True, doubtful=True), Texts("fi"))
    assert (view.tone, view.answer) == (
        Tone.STOP,
        "Tyhjennystä epäillään, koska toinen katse epäonnistui.",
    )


def test_a_lot_with_a_doubtful_certificate_says_so() -> None:
    lot = LotStanding("ER0000000147", "", AT, 2, 0, "TT0000000117", stale=True, doubtful=True)
    row = wording.lot_row(lot)
    assert (row.tone, row.state.endswith("in doubt")) == (Tone.STOP, True)
    assert wording.lot_view(lot).tone is Tone.STOP
