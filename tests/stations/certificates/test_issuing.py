"""Issuing, issuing again, revoking; what commits together and what a failure leaves."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from factories import make_medium
from serkut_desk.documents.keys import make_key, unlock
from serkut_desk.documents.public_keys import public_pem
from serkut_desk.documents.verification import Why, verify_pdf
from serkut_desk.domain.codes import CodeKind, make_code
from serkut_desk.domain.errors import Misused, Refused, Unavailable
from serkut_desk.records.certificates import CertificateState
from serkut_desk.records.files import FileStore
from serkut_desk.records.journal import Journal
from serkut_desk.records.unit_of_work import UnitOfWork
from serkut_desk.stations.certificates import queries
from serkut_desk.stations.certificates.commands import IssueCertificates, RevokeCertificate
from serkut_desk.stations.upkeep.start_up import start_up
from serkut_desk.stations.wiping.commands import WithdrawApproval
from stations.certificates.counter import PASSPHRASE, ROUNDS

if TYPE_CHECKING:
    from pathlib import Path

    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.journal import Entry
    from stations.certificates.counter import Counter


def _entries(counter: Counter, subject: str) -> list[Entry]:
    with counter.workshop.desk.database.reading() as work:
        return work.journal.about(subject)


def _state(counter: Counter, number: str) -> queries.CertificateLine:
    line = queries.status(counter.workshop.desk, number)
    assert line is not None
    return line


def test_number_hash_and_entry_commit_together(counter: Counter) -> None:
    device = counter.clean()
    with counter.workshop.desk.database.reading() as work:
        before = work.journal.head()
    (issued,) = counter.issue(device)
    assert issued.number == make_code(CodeKind.CERTIFICATE, 1)
    assert sha256(issued.stored.read_bytes()).hexdigest() == issued.sha256
    entry = _entries(counter, issued.number)[-1]
    body = json.loads(entry.body)
    assert (entry.tag, entry.subject) == ("certificate:certificates:issued", issued.number)
    assert (body["sha256"], body["device"]) == (issued.sha256, device.code)
    assert body["subjects"] == sorted([device.code, issued.number])
    assert (entry.seq, entry.prev) == (before.seq + 1, before.hash)
    with counter.workshop.desk.database.reading() as work:
        row = work.certificates.by_code(issued.number)
        touched = work.devices.by_id(device.id)
    assert row is not None
    assert (row.anchor_seq, row.anchor_hash) == (before.seq, before.hash)
    assert (row.sha256, row.state) == (issued.sha256, CertificateState.VALID)
    assert touched.touched_seq == entry.seq


def test_a_stranger_checks_it_offline_with_the_public_key(counter: Counter, tmp_path: Path) -> None:
    (issued,) = counter.issue(counter.clean())
    paper, key = tmp_path / "paper.pdf", tmp_path / "key.pem"
    paper.write_bytes(counter.paper(issued))
    key.write_bytes(queries.public_key(counter.workshop.desk))
    nowhere = tmp_path / "nowhere"
    command = [sys.executable, "-m", "serkut_desk", "--data", str(nowhere), "--json"]
    done = subprocess.run(
        [*command, "certificate", "verify", str(paper), "--key", str(key)],
        capture_output=True,
        text=True,
        check=False,
    )
    answer = json.loads(done.stdout)
    assert (done.returncode, answer["valid"], answer["number"]) == (0, True, issued.number)
    assert answer["why"] == []
    assert not nowhere.exists()


def test_another_key_does_not_check_it_and_the_answer_names_the_signer(counter: Counter) -> None:
    (issued,) = counter.issue(counter.clean())
    assert counter.seal is not None
    other = make_key("Muu", PASSPHRASE, at=counter.workshop.clock.now(), rounds=ROUNDS)
    answer = verify_pdf(counter.paper(issued), public_pem(other.certificate_pem))
    assert (answer.valid, answer.why) == (False, (Why.OTHER_SIGNER,))
    assert answer.signer_fingerprint == counter.seal.fingerprint


def test_issuing_again_names_the_one_that_holds(counter: Counter) -> None:
    device = counter.clean()
    (issued,) = counter.issue(device)
    with pytest.raises(Refused, match="certificate_exists") as refused:
        counter.issue(device)
    assert refused.value.facts["number"] == issued.number
    assert [line.number for line in queries.certificates(counter.workshop.desk, counter.boss)] == [
        issued.number
    ]


def test_a_reissue_supersedes_and_both_say_so(counter: Counter) -> None:
    device = counter.clean()
    (first,) = counter.issue(device)
    (second,) = counter.issue(device, reason="  Mallinimi oli väärin ")
    assert second.supersedes == first.number
    old, new = _state(counter, first.number), _state(counter, second.number)
    assert (old.state, old.superseded_by) == (CertificateState.SUPERSEDED, second.number)
    assert old.reason == "Mallinimi oli väärin"
    assert (new.state, new.superseded_by, new.ended_at) == (CertificateState.VALID, None, None)
    entry = _entries(counter, first.number)[-1]
    assert json.loads(entry.body)["supersedes"] == first.number
    assert entry.subject == second.number
    # The old paper is as genuine as on its first day.
    key = queries.public_key(counter.workshop.desk)
    assert verify_pdf(counter.paper(first), key).valid


def test_a_revoked_certificate_makes_room_for_another(counter: Counter) -> None:
    device = counter.clean()
    (issued,) = counter.issue(device)
    desk = counter.workshop.desk
    done = desk.do(counter.other, RevokeCertificate(issued.number.lower(), "Väärä laite"))
    assert (done.number, done.about) == (issued.number, device.code)
    line = _state(counter, issued.number)
    assert (line.state, line.reason) == (CertificateState.REVOKED, "Väärä laite")
    with pytest.raises(Refused, match="certificate_ended"):
        desk.do(counter.other, RevokeCertificate(issued.number, "Uudestaan"))
    (again,) = counter.issue(device)
    assert again.supersedes is None
    assert _state(counter, again.number).state is CertificateState.VALID


def test_many_at_once_each_have_an_entry_and_are_all_or_none(counter: Counter) -> None:
    first, second = counter.clean(1), counter.clean(2)
    raw = counter.device("PF9")
    before = counter.entries()
    with pytest.raises(Refused, match="media_unknown"):
        counter.issue(first, second, raw)
    assert counter.entries() == before
    one, two = counter.issue(first, second, first)
    assert counter.entries() == before + 2
    entries = [_entries(counter, issued.number)[-1] for issued in (one, two)]
    assert [entry.seq for entry in entries] == [before + 1, before + 2]


@pytest.mark.parametrize("reason", [None, "Korjaus"])
def test_a_device_that_is_not_proven_gets_none(counter: Counter, reason: str | None) -> None:
    device = counter.device()
    counter.declare(device)
    with pytest.raises(Refused, match="medium_not_wiped"):
        counter.issue(device, reason=reason)


def test_a_monitor_needs_none(counter: Counter) -> None:
    monitor = counter.device("CN0123", type="monitor")
    with pytest.raises(Refused, match="certificate_not_needed"):
        counter.issue(monitor)


def test_unknown_things_are_refused(counter: Counter) -> None:
    desk, boss = counter.workshop.desk, counter.boss
    assert counter.seal is not None
    for text in ("SD0000000197", "romu", ""):
        with pytest.raises(Refused, match="certificate_device_unknown"):
            desk.do(boss, IssueCertificates(devices=(text,), seal=counter.seal))
    with pytest.raises(Misused, match="text_missing"):
        desk.do(boss, IssueCertificates(devices=(), seal=counter.seal))
    with pytest.raises(Refused, match="certificate_unknown"):
        desk.do(boss, RevokeCertificate("TT1", "Syy"))
    with pytest.raises(Misused, match="text_missing"):
        counter.issue(counter.clean(), reason=" ")


def test_a_key_that_is_not_in_use_seals_nothing(counter: Counter) -> None:
    device = counter.clean()
    files = make_key("Digipaja", PASSPHRASE, at=counter.workshop.clock.now(), rounds=ROUNDS)
    foreign = IssueCertificates(devices=(device.code,), seal=unlock(files, PASSPHRASE))
    with pytest.raises(Refused, match="key_not_in_use"):
        counter.workshop.desk.do(counter.boss, foreign)
    assert counter.seal is not None
    assert repr(counter.seal.private_key) not in repr(replace(foreign, seal=counter.seal))


def test_nothing_is_issued_until_a_jumped_clock_is_confirmed(counter: Counter) -> None:
    from serkut_desk.stations.upkeep.commands import ConfirmClock  # noqa: PLC0415 - used here only

    device, clock = counter.clean(), counter.workshop.clock
    clock.set_wall(clock.now() + timedelta(hours=3))
    for _ in range(2):
        with pytest.raises(Refused, match="certificate_clock_doubted"):
            counter.issue(device)
    jumps = [entry.tag for entry in _entries(counter, "clock")]
    assert jumps == ["clock:upkeep:jumped"], "told once, although the issue was rolled back"
    counter.workshop.desk.do(counter.boss, ConfirmClock())
    assert counter.issue(device)


def test_a_withdrawn_approval_takes_its_certificate_with_it(counter: Counter) -> None:
    device = counter.clean()
    (issued,) = counter.issue(device)
    before = counter.entries()
    done = counter.workshop.desk.do(counter.boss, WithdrawApproval(device.code, "Väärä levy"))
    assert counter.entries() == before + 1
    assert issued.number in done.changes.certificates
    assert _state(counter, issued.number).state is CertificateState.REVOKED
    entry = _entries(counter, issued.number)[-1]
    assert json.loads(entry.body)["certificate"] == issued.number


def test_a_medium_found_later_makes_it_stale(counter: Counter) -> None:
    device = counter.clean()
    (issued,) = counter.issue(device)
    assert not _state(counter, issued.number).stale
    make_medium(counter.workshop, device)
    assert _state(counter, issued.number).stale
    (line,) = queries.papers_of(counter.workshop.desk, counter.boss, device.code)
    assert (line.state, line.stale) == (CertificateState.VALID, True)


class _Crash(BaseException):
    """The process is gone."""


def _break(monkeypatch: pytest.MonkeyPatch, where: type, name: str, *, after: bool) -> None:
    whole = getattr(where, name)

    def broken(*args: Any, **named: Any) -> Any:
        if after:
            whole(*args, **named)
        raise _Crash

    monkeypatch.setattr(where, name, broken)


@pytest.mark.parametrize(
    ("where", "name", "after", "orphans"),
    [
        (FileStore, "keep", False, 0),
        (FileStore, "keep", True, 1),
        (Journal, "append", False, 1),
        (Journal, "append", True, 1),
        (UnitOfWork, "commit", False, 1),
    ],
)
def test_a_crash_leaves_nothing_but_an_orphan_that_the_next_start_sweeps(
    counter: Counter,
    monkeypatch: pytest.MonkeyPatch,
    where: type,
    name: str,
    *,
    after: bool,
    orphans: int,
) -> None:
    device: Device = counter.clean()
    desk, before = counter.workshop.desk, counter.entries()
    stored = set(desk.files.digests())
    with monkeypatch.context() as broken:
        _break(broken, where, name, after=after)
        with pytest.raises(_Crash):
            counter.issue(device)
    assert counter.entries() == before
    assert queries.certificates(desk, counter.boss) == []
    assert len(set(desk.files.digests()) - stored) == orphans
    start_up(desk)
    assert set(desk.files.digests()) == stored
    (issued,) = counter.issue(device)
    assert issued.number == make_code(CodeKind.CERTIFICATE, 1)
    start_up(desk)
    assert issued.sha256 in desk.files.digests()


def test_a_lost_report_stops_the_certificate(counter: Counter) -> None:
    device = counter.clean()
    with counter.workshop.desk.database.reading() as work:
        (medium,) = work.media.of_device(device.id)
        (run,) = work.runs.of_medium(medium.id)
    assert run.sha256 is not None
    counter.workshop.desk.files.path(run.sha256).unlink()
    with pytest.raises(Unavailable, match="file_lost"):
        counter.issue(device)


def test_a_journal_cut_before_an_issued_paper_is_found(counter: Counter) -> None:
    counter.issue(counter.clean())
    desk = counter.workshop.desk
    assert desk.database.check().ok
    raw = sqlite3.connect(desk.folder.database)
    guards = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute("DELETE FROM journal_subject WHERE seq >= (SELECT max(seq) - 1 FROM journal)")
    raw.execute("DELETE FROM journal WHERE seq >= (SELECT max(seq) - 1 FROM journal)")
    for _, sql in guards:
        raw.execute(sql)
    raw.commit()
    raw.close()
    assert desk.database.check().why == "cut"
