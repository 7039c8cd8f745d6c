"""Certificates of whole lots, and the batch that issues what their devices lack."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from documents.reading import text_of
from factories import make_device, make_lot
from serkut_desk.documents import signing
from serkut_desk.documents.lot_certificate_model import LeftOutWhy
from serkut_desk.documents.statements import is_signed_by
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.media import DataClass
from serkut_desk.domain.statement import (
    StatementKind,
    appendix_content,
    appendix_hash,
    key_id,
    read_text,
    signed_bytes,
    statement_of,
)
from serkut_desk.records import day
from serkut_desk.records.certificates import CertificateState
from serkut_desk.records.record_check import check_records
from serkut_desk.stations import finding
from serkut_desk.stations.certificates import copies, queries
from serkut_desk.stations.certificates.batch import Batch, carry_out
from serkut_desk.stations.certificates.commands import (
    IssueCertificates,
    IssueLotCertificate,
    RevokeCertificate,
)
from serkut_desk.stations.ended_certificates import ended
from serkut_desk.stations.wiping.commands import WithdrawApproval
from stations.wiping.logs import BEGIN, Drive, log

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.lots import Lot
    from serkut_desk.stations.certificates.commands import Issued
    from stations.certificates.counter import Counter


def _lot(counter: Counter, approved: int = 3, waiting: int = 1) -> tuple[Lot, list[Device]]:
    """Return a lot with approved devices, some that wait, and a monitor."""
    lot = make_lot(counter.workshop, "Kasvatus ja koulutus", DataClass.ORDINARY)
    devices = []
    for number in range(approved + waiting):
        host, serial = f"PF3ABC{number:02}", f"WD-WX71AA81{number:04}"
        device = make_device(counter.workshop, lot=lot, serial=host)
        counter.declare(device, serial)
        begin = BEGIN + timedelta(seconds=7 * number)
        counter.bring(log(Drive(serial), host=host, begin=begin))
        devices.append(device)
    if approved:
        counter.approve(*devices[:approved])
    make_device(counter.workshop, lot=lot, serial="MON1", type="monitor")
    return lot, devices


def _issue(counter: Counter, lot: Lot, reason: str | None = None) -> Issued:
    assert counter.seal is not None
    command = IssueLotCertificate(lot=lot.code, seal=counter.seal, reissue_reason=reason)
    (issued,) = counter.workshop.desk.do(counter.boss, command).certificates
    return issued


def _batch(counter: Counter, lot: Lot) -> Batch:
    plan = queries.lot_plan(counter.workshop.desk, counter.boss, lot.code)
    assert counter.seal is not None
    return Batch(counter.seal, plan.ready, lot=lot.code)


def test_a_lot_of_devices_is_issued_in_one_action(counter: Counter, tmp_path: Path) -> None:
    desk, boss = counter.workshop.desk, counter.boss
    lot, devices = _lot(counter)
    plan = queries.lot_plan(desk, boss, lot.code)
    assert plan.ready == tuple(device.code for device in devices[:3])
    assert {one.why for one in plan.left_out} == {LeftOutWhy.NO_MEDIA, LeftOutWhy.NOT_APPROVED}
    heard = []
    batch = _batch(counter, lot)
    carry_out(desk, boss, batch, lambda one: heard.append((one.done, one.total)))
    assert heard == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert [one.kind for one in batch.issued] == [StatementKind.DEVICE] * 3 + [StatementKind.LOT]
    assert (batch.left, batch.refused) == (0, [])
    whole = batch.issued[-1]
    text = text_of(counter.paper(whole), tmp_path)
    for told in ("3 mukana, 5 kirjattu erään", "Kasvatus ja koulutus", *plan.ready):
        assert told in text, told
    with desk.database.reading() as work:
        assert check_records(work.connection) == ()
        own = [work.statements.text_of(one.number) for one in batch.issued]
    assert counter.seal is not None
    for one, said in zip(batch.issued, own, strict=True):
        content, raw = read_text(said or "")
        assert is_signed_by(signed_bytes(content), raw, counter.seal.private_key.public_key())
        statement = statement_of(content)
        assert (statement.number, statement.kind) == (one.number, one.kind)
        assert statement.key == key_id(counter.seal.fingerprint)
        assert statement.lot == lot.code
    with desk.database.reading() as work:
        row = work.lot_certificates.by_code(whole.number)
    assert row is not None
    rows = [(one[0], one[1], one[2]) for one in row.content]
    assert [one[:2] for one in rows] == [(one.about, one.number) for one in batch.issued[:3]]
    assert statement_of(read_text(own[-1] or "")[0]).appendix == appendix_hash(rows)
    leaves = PdfFileReader(io.BytesIO(counter.paper(whole))).root["/Names"]["/EmbeddedFiles"]
    assert leaves["/Names"][1]["/EF"]["/F"].data == appendix_content(rows)
    folder = tmp_path / "all"
    folder.mkdir()
    numbers = queries.papers_of_lot(desk, boss, lot.code)
    paths = copies.save_all(desk, boss, numbers, folder)
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        f"{one.number}.pdf" for one in batch.issued
    )
    assert paths[0].read_bytes() == counter.paper(whole)
    with pytest.raises(Refused, match="certificate_exists"):
        _issue(counter, lot)
    with desk.database.reading() as work:
        (hit,) = work.lookups.certificate(whole.number)
        assert (hit.code, hit.name) == (whole.number, "Kasvatus ja koulutus")
        start = counter.workshop.clock.now() - timedelta(hours=1)
        listed = day.certificates(work.connection, start, start + timedelta(hours=2))
    assert (whole.number, lot.code, "issued") in [
        (one.code, one.device, one.what) for one in listed
    ]
    found = finding.find(desk, boss, whole.number)
    assert {one.code for one in found.devices} >= set(plan.ready)
    assert finding.find(desk, boss, own[0] or "").devices[0].code == batch.issued[0].about


def test_cancelling_leaves_what_was_issued_and_says_how_many(counter: Counter) -> None:
    desk, boss = counter.workshop.desk, counter.boss
    lot, devices = _lot(counter, waiting=0)
    batch = _batch(counter, lot)
    carry_out(desk, boss, batch, lambda one: one.cancel() if one.done == 2 else None)
    assert (len(batch.issued), batch.left, batch.cancelled) == (2, 2, True)
    lines = queries.certificates(desk, boss)
    assert {line.device for line in lines} == {device.code for device in devices[:2]}
    assert all(line.state is CertificateState.VALID and not line.stale for line in lines)
    assert [one.code for one in queries.ready(desk, boss)] == [devices[2].code]
    (standing,) = queries.lots(desk, boss)
    assert (standing.issued, standing.ready, standing.number) == (2, 1, None)


def test_one_refusal_does_not_stop_the_others(counter: Counter) -> None:
    desk, boss = counter.workshop.desk, counter.boss
    lot, devices = _lot(counter, waiting=0)
    batch = _batch(counter, lot)
    desk.do(boss, WithdrawApproval(devices[1].code, "Väärä laite"))
    carry_out(desk, boss, batch, lambda _one: None)
    assert [one.about for one in batch.refused] == [devices[1].code]
    assert [one.about for one in batch.issued] == [devices[0].code, devices[2].code, lot.code]
    with desk.database.work(boss.person) as work:
        work.house.put("clock_doubted", value=True)
        work.commit()
    stopped = Batch(batch.seal, (devices[1].code,), lot=lot.code)
    with pytest.raises(Refused, match="certificate_clock_doubted"):
        carry_out(desk, boss, stopped, lambda _one: None)
    assert stopped.left == 2


def test_an_ended_certificate_makes_the_lots_one_out_of_date(counter: Counter) -> None:
    desk, boss = counter.workshop.desk, counter.boss
    lot, _ = _lot(counter, approved=2, waiting=0)
    batch = _batch(counter, lot)
    carry_out(desk, boss, batch, lambda _one: None)
    first, whole = batch.issued[0], batch.issued[-1]
    assert not queries.certificate(desk, boss, whole.number).stale
    desk.do(boss, RevokeCertificate(first.number, "Väärä"))
    line = queries.certificate(desk, boss, whole.number)
    assert (line.state, line.stale, line.about) == (CertificateState.VALID, True, lot.code)
    assert queries.lots(desk, boss)[0].stale
    newer = _issue(counter, lot, "Yksi todistus peruttiin")
    with desk.database.reading() as work:
        over = {one.number: one for one in ended(work)}
        row = work.lot_certificates.by_code(newer.number)
        assert check_records(work.connection) == ()
    assert row is not None
    assert first.number not in {one[1] for one in row.content}
    assert (over[whole.number].state, over[whole.number].successor) == ("superseded", newer.number)
    assert (over[first.number].state, over[first.number].successor) == ("revoked", "")
    assert queries.certificate(desk, boss, whole.number).superseded_by == newer.number
    desk.do(boss, RevokeCertificate(newer.number, "Erä oli väärä"))
    with desk.database.reading() as work:
        assert {one.number for one in ended(work)} == {first.number, whole.number, newer.number}
        assert check_records(work.connection) == ()
    with pytest.raises(Refused, match="certificate_ended"):
        desk.do(boss, RevokeCertificate(newer.number, "Uudestaan"))


def test_a_lot_without_certificates_has_none_of_its_own(counter: Counter) -> None:
    lot, _ = _lot(counter, approved=1, waiting=0)
    with pytest.raises(Refused, match="certificate_lot_empty"):
        _issue(counter, lot)
    assert counter.seal is not None
    for text, code in (("ER9", "certificate_lot_unknown"), ("", "certificate_lot_unknown")):
        command = IssueLotCertificate(lot=text, seal=counter.seal)
        with pytest.raises(Refused, match=code):
            counter.workshop.desk.do(counter.boss, command)


def test_an_edited_database_is_noticed(counter: Counter) -> None:
    desk, boss = counter.workshop.desk, counter.boss
    lot, devices = _lot(counter, approved=2, waiting=0)
    batch = _batch(counter, lot)
    carry_out(desk, boss, batch, lambda _one: None)
    first, whole = batch.issued[0], batch.issued[-1]
    edits = (
        ("UPDATE lot_certificate SET sha256 = 'x'", (), whole),
        ("UPDATE lot_certificate SET content = '[]'", (), whole),
        ("DELETE FROM lot_certificate_line WHERE id = 1", (), whole),
        ("UPDATE certificate_statement SET text = 'A' WHERE code = ?", (first.number,), first),
        ("DELETE FROM certificate_statement WHERE code = ?", (whole.number,), whole),
    )
    for edit, values, about in edits:
        with desk.database.work(boss.person) as work:
            work.connection.exec_driver_sql(edit, values)
            found = check_records(work.connection)
        assert [one.about for one in found] == [about.number], edit
    desk.do(boss, RevokeCertificate(first.number, "Väärä"))
    with desk.database.work(boss.person) as work:
        work.connection.exec_driver_sql("UPDATE certificate SET state = 'valid', ended_at = NULL")
        work.commit()
    with pytest.raises(Refused, match="certificate_unproven"):
        _issue(counter, lot, "Uudestaan")
    assert devices[0].code == first.about


def test_what_was_drawn_before_is_issued_only_if_nothing_happened(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, boss, device = counter.workshop.desk, counter.boss, counter.clean()
    made: list[bytes] = []
    real = signing.sign_pdf

    def counted(*args: object, **more: object) -> bytes:
        made.append(b"")
        if len(made) == 1:
            # Something happens between drawing and writing.
            counter.device("PF9ABC77")
        return real(*args, **more)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(signing, "sign_pdf", counted)
    assert counter.seal is not None
    command = IssueCertificates(devices=(device.code,), seal=counter.seal)
    (issued,) = desk.do(boss, command).certificates
    assert len(made) == 2
    with desk.database.reading() as work:
        row = work.certificates.by_code(issued.number)
        assert row is not None
        entry = work.journal.about(issued.number)[-1]
        assert entry.seq == row.anchor_seq + 1
        assert json.loads(entry.body)["sha256"] == issued.sha256
        assert check_records(work.connection) == ()
    counter.issue(counter.clean(2))
    assert len(made) == 3, "else what was drawn before is what is issued"
