"""Certificates of media that were taken out: the gate, the paper, and how they end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from documents.reading import text_of
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.statement import StatementKind, read_text, statement_of
from serkut_desk.records.record_check import check_records
from serkut_desk.stations.certificates import queries
from serkut_desk.stations.certificates.commands import (
    IssueMediumCertificate,
    RevokeCertificate,
    SetCertificateLanguage,
)
from serkut_desk.stations.ended_certificates import ended
from serkut_desk.stations.wiping.commands import RemoveMedium, WithdrawApproval

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.devices import Device
    from serkut_desk.stations.certificates.commands import Issued
    from stations.certificates.counter import Counter


def _taken_out(counter: Counter, *, approved: bool = True) -> tuple[Device, str]:
    """Return a device whose only disk was taken out, and the disk's code."""
    device = counter.clean() if approved else counter.device()
    if not approved:
        counter.declare(device)
    desk = counter.workshop.desk
    with desk.database.reading() as work:
        (medium,) = work.media.of_device(device.id)
    desk.do(counter.boss, RemoveMedium(medium.serial))
    with desk.database.reading() as work:
        (medium,) = work.media.of_device(device.id)
    assert medium.code is not None
    return device, medium.code


def _issue(counter: Counter, code: str, **more: str) -> Issued:
    assert counter.seal is not None
    command = IssueMediumCertificate(medium=code, seal=counter.seal, **more)
    (issued,) = counter.workshop.desk.do(counter.boss, command).certificates
    return issued


def test_a_loose_disk_has_a_page_of_its_own(counter: Counter, tmp_path: Path) -> None:
    desk, boss = counter.workshop.desk, counter.boss
    device, code = _taken_out(counter)
    assert [one.code for one in queries.ready_media(desk, boss)] == [code]
    issued = _issue(counter, code)
    assert (issued.kind, issued.about, issued.device) == (StatementKind.MEDIUM, code, device.code)
    text = text_of(counter.paper(issued), tmp_path)
    assert "Tämä laitteesta poistettu tallennusväline on tyhjennetty vaaditulle tasolle." in text
    for told in (code, device.code, "Laitteet, joissa se on ollut", "report-1.log", "DoD Short"):
        assert told in text, told
    with desk.database.reading() as work:
        said = statement_of(read_text(work.statements.text_of(issued.number) or "")[0])
        assert check_records(work.connection) == ()
    assert (said.kind, said.device, len(said.media)) == (StatementKind.MEDIUM, device.code, 1)
    assert queries.ready_media(desk, boss) == []
    with pytest.raises(Refused, match="certificate_exists"):
        _issue(counter, code)
    newer = _issue(counter, code, reissue_reason="Nimi korjattu")
    assert newer.supersedes == issued.number
    (line,) = [
        one
        for one in queries.certificates(desk, boss, kind=StatementKind.MEDIUM)
        if one.number == issued.number
    ]
    assert line.superseded_by == newer.number
    desk.do(boss, RevokeCertificate(newer.number, "Väärä"))
    with desk.database.reading() as work:
        assert {one.number: one.successor for one in ended(work)} == {
            issued.number: newer.number,
            newer.number: "",
        }
        assert check_records(work.connection) == ()


def test_the_gate_is_that_of_a_loose_medium(counter: Counter) -> None:
    _, code = _taken_out(counter, approved=False)
    with pytest.raises(Refused, match="medium_"):
        _issue(counter, code)
    assert queries.ready_media(counter.workshop.desk, counter.boss) == []
    with pytest.raises(Refused, match="certificate_medium_unknown"):
        _issue(counter, "LV9")


def test_withdrawing_the_approval_ends_it(counter: Counter) -> None:
    desk, boss = counter.workshop.desk, counter.boss
    device, code = _taken_out(counter)
    issued = _issue(counter, code)
    desk.do(boss, WithdrawApproval(device.code, "Väärä loki"))
    with desk.database.reading() as work:
        assert [one.number for one in ended(work)] == [issued.number]
        assert check_records(work.connection) == ()
        entry = work.journal.about(issued.number)[-1]
    assert issued.number in entry.body
    with desk.database.work(boss.person) as work:
        work.connection.exec_driver_sql(
            "UPDATE medium_certificate SET state = 'valid', ended_at = NULL"
        )
        found = check_records(work.connection)
    assert [one.about for one in found] == [issued.number]


def test_language_is_the_senders_the_workshops_or_chosen(counter: Counter, tmp_path: Path) -> None:
    desk, boss = counter.workshop.desk, counter.boss
    device, code = _taken_out(counter)
    with desk.database.reading() as work:
        lot = work.lots.by_id(device.lot_id)
        sender = work.lots.organisation(lot.organisation_id).name
    desk.do(boss, SetCertificateLanguage("sv"))
    first = _issue(counter, code)
    text = text_of(counter.paper(first), tmp_path)
    assert "Detta lagringsmedium" in text
    assert "inte ett beslut av staden" in text
    done = desk.do(boss, SetCertificateLanguage("en", sender.upper()))
    assert (done.workshop, done.senders) == ("sv", ((sender, "en"),))
    second = _issue(counter, code, reissue_reason="Kieli")
    assert "This storage medium" in text_of(counter.paper(second), tmp_path)
    third = _issue(counter, code, reissue_reason="Kieli", language="fi")
    assert "Tämä laitteesta poistettu" in text_of(counter.paper(third), tmp_path)
    assert queries.certificate(desk, boss, third.number).language == "fi"
    assert desk.do(boss, SetCertificateLanguage(None, sender)).senders == ()
    with pytest.raises(Refused, match="certificate_sender_unknown"):
        desk.do(boss, SetCertificateLanguage("sv", "Ei kukaan"))
