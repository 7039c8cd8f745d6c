"""What the workshop publishes: lists of revocations, words for keys, thefts."""

from __future__ import annotations

import json
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, insert, update

from documents import verifier_corpus as corpus
from documents.reading import text_of
from documents.verifier_texts import statement
from serkut_desk.documents import keys
from serkut_desk.documents.answering import Outcome, answer_file
from serkut_desk.documents.knowledge import Knowledge
from serkut_desk.documents.public_keys import read_public_keys
from serkut_desk.documents.revocations import KeyEnding, read_file
from serkut_desk.documents.statements import sign_statement
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.records import schema
from serkut_desk.records.record_check import check_records
from serkut_desk.stations.certificates import keyring, publishing, queries
from serkut_desk.stations.certificates.commands import (
    CreateKey,
    RetireKey,
    RevokeCertificate,
    SignRevocations,
)
from serkut_desk.stations.checking.papers import check_papers, check_text
from serkut_desk.stations.trust_now import newest_file, own_knowledge
from serkut_desk.stations.upkeep.commands import ConfirmClock
from stations.certificates.counter import ROUNDS

if TYPE_CHECKING:
    from pathlib import Path

    from stations.certificates.counter import Counter

NEW = "kuusi aivan uutta sanaa tähän"


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretching a passphrase takes its time on purpose; these tests have none."""
    monkeypatch.setattr(keys, "make_key", partial(keys.make_key, rounds=ROUNDS))


def _sign(counter: Counter) -> bytes:
    assert counter.seal is not None
    desk = counter.workshop.desk
    boss = counter.workshop.fresh(counter.boss)
    return desk.files.read(desk.do(boss, SignRevocations(counter.seal)).sha256)


def _found(counter: Counter) -> int:
    with counter.workshop.desk.database.reading() as work:
        return sum(one.about == "key" for one in check_records(work.connection))


def test_lists_run_on_and_lose_nothing(counter: Counter) -> None:
    desk, clock = counter.workshop.desk, counter.workshop.clock
    first, second = counter.issue(counter.clean(1), counter.clean(2))
    assert read_file(_sign(counter)).what.ended == ()
    desk.do(counter.other, RevokeCertificate(first.number, "Väärä laite"))
    clock.tick(days=3)
    counter.workshop.fresh(counter.boss)
    signed = read_file(_sign(counter))
    assert signed.holds
    assert (signed.what.number, signed.what.at, signed.what.workshop) == (
        2,
        clock.now(),
        "Digipaja",
    )
    assert [(one.number, one.how) for one in signed.what.ended] == [(first.number, "revoked")]
    assert signed.what.until - signed.what.at == timedelta(days=40)
    newest = newest_file(desk)
    assert newest is not None
    key = queries.public_key(desk)
    knows = Knowledge(tuple(read_public_keys(key))).learn(newest)
    assert answer_file(counter.paper(first), knows).outcome is Outcome.REVOKED
    assert answer_file(counter.paper(second), knows).outcome is Outcome.VALID
    # A clock that goes back makes no list.
    clock.set_wall(clock.now() - timedelta(days=2))
    with pytest.raises(Refused, match="certificate_clock_doubted"):
        _sign(counter)
    clock.set_wall(clock.now() + timedelta(days=2))
    desk.do(counter.workshop.fresh(counter.boss), ConfirmClock())
    # Who takes an entry out of the records makes no list any more.
    with desk.database.work() as work:
        work.connection.execute(
            update(schema.certificate)
            .where(schema.certificate.c.code == first.number)
            .values(state="valid", ended_at=None)
        )
        work.commit()
    with pytest.raises(Refused, match="revocations_lost"):
        _sign(counter)


def test_the_old_key_vouches_for_the_new_one(counter: Counter, tmp_path: Path) -> None:
    desk, clock, old = counter.workshop.desk, counter.workshop.clock, counter.seal
    assert old is not None
    (before,) = counter.issue(counter.clean(1))
    with pytest.raises(Refused, match="vouches_none"):
        publishing.vouches(desk)
    clock.tick(hours=1)
    boss = counter.workshop.fresh(counter.boss)
    made = desk.do(boss, CreateKey(NEW, vouched_by=old))
    with pytest.raises(Refused, match="key_not_in_use"):
        desk.do(boss, CreateKey(NEW, vouched_by=old))
    counter.seal = keyring.unlock(desk, boss, NEW)  # type: ignore[assignment]  # a key in memory
    clock.tick(hours=1)
    counter.workshop.fresh(counter.boss)
    (after,) = counter.issue(counter.clean(2))
    only_old = Knowledge((old.private_key.public_key(),))
    assert answer_file(counter.paper(after), only_old).outcome is Outcome.OTHER_KEY
    knows = only_old.learn(publishing.vouches(desk))
    answer = answer_file(counter.paper(after), knows)
    assert (answer.outcome, answer.chain) == (Outcome.VALID, (old.fingerprint,))
    assert answer.signer == made.fingerprint
    # The list says when the old key went out of use; what it sealed before that holds.
    knows = knows.learn(_sign(counter))
    assert answer_file(counter.paper(before), knows).outcome is Outcome.VALID
    ended = knows.ending_of_key(old.fingerprint)
    assert ended is not None
    assert ended.how is KeyEnding.RETIRED
    words = text_of(queries.key_sheet(desk), tmp_path)
    assert "Aiemmat avaimet" in words
    assert old.fingerprint[:11] in words
    assert "vahvistanut uuden avaimen" in words
    page = publishing.page(desk)
    assert made.fingerprint not in page.decode(), "the page counts it itself"
    assert json.loads(publishing.vouches(desk))["vouches"][0]["signature"] in page.decode()
    assert _found(counter) == 0


def test_a_stolen_key_vouches_for_nothing_and_its_later_papers_are_doubtful(
    counter: Counter, tmp_path: Path
) -> None:
    desk, clock, old = counter.workshop.desk, counter.workshop.clock, counter.seal
    assert old is not None
    (early,) = counter.issue(counter.clean(1))
    clock.tick(days=1)
    stolen = clock.now()
    clock.tick(days=1)
    counter.workshop.fresh(counter.boss)
    (late,) = counter.issue(counter.clean(2))
    boss = counter.boss
    with pytest.raises(Misused, match="theft_in_future"):
        desk.do(boss, RetireKey("Varkaus", clock.now() + timedelta(days=1)))
    desk.do(boss, RetireKey("Varkaus", stolen))
    with pytest.raises(Refused, match="key_not_in_use"):
        desk.do(boss, CreateKey(NEW, vouched_by=old))
    desk.do(boss, CreateKey(NEW))
    known = own_knowledge(desk)
    assert answer_file(counter.paper(late), known).outcome is Outcome.DOUBTFUL
    answer = answer_file(counter.paper(early), known)
    assert answer.outcome is Outcome.VALID
    assert answer.key is not None
    assert (answer.key.how, answer.key.at) == (KeyEnding.STOLEN, stolen)
    with pytest.raises(Refused, match="key_theft_known"):
        desk.do(boss, RetireKey("Uudestaan", stolen, old.fingerprint.lower()))
    with pytest.raises(Refused, match="key_theft_known"):
        desk.do(boss, RetireKey("Myöhemmin", stolen + timedelta(1), old.fingerprint))
    with pytest.raises(Refused, match="key_not_known"):
        desk.do(boss, RetireKey("Uudestaan", stolen, "AA:BB"))
    assert "Varastettu" in text_of(queries.key_sheet(desk), tmp_path)
    desk.do(boss, RetireKey("Jo silloin", stolen - timedelta(2), old.fingerprint))
    assert answer_file(counter.paper(early), own_knowledge(desk)).outcome is Outcome.DOUBTFUL
    assert _found(counter) == 0


def test_the_journal_finds_what_somebody_changed(counter: Counter) -> None:
    desk, boss, old = counter.workshop.desk, counter.boss, counter.seal
    assert old is not None
    _sign(counter)
    desk.do(boss, CreateKey(NEW, vouched_by=old))
    with pytest.raises(Misused, match="text_missing"):
        desk.do(boss, RetireKey("Varkaus", None, old.fingerprint))
    desk.do(boss, RetireKey("Varkaus", counter.workshop.clock.now(), old.fingerprint))
    ended = own_knowledge(desk).ending_of_key(old.fingerprint)
    assert ended is not None
    assert ended.how is KeyEnding.STOLEN, "out of use first, then found to be stolen"
    assert _found(counter) == 0
    now = counter.workshop.clock.now()
    for edit in (
        delete(schema.revocation_list),
        update(schema.revocation_list).values(entries=7),
        update(schema.key_vouch).values(statement="{}"),
        delete(schema.key_theft),
        update(schema.key_theft).values(since=counter.workshop.clock.now() + timedelta(days=9)),
        insert(schema.seal).values(
            fingerprint="00", certificate_pem="", made_at=now, made_by=boss.person, retired_at=now
        ),
        delete(schema.seal).where(schema.seal.c.retired_at.is_(None)),
        update(schema.seal).where(schema.seal.c.retired_at.is_(None)).values(retired_at=now),
        insert(schema.seal_token).values(
            fingerprint=old.fingerprint, module="/evil.so", token="", key_label="", key_id=""
        ),
    ):
        with desk.database.work() as work:
            work.connection.execute(edit)
            assert sum(one.about == "key" for one in check_records(work.connection)) == 1, edit


def test_another_key_under_the_same_name_is_nobodys(counter: Counter) -> None:
    desk = counter.workshop.desk
    stranger = keys.make_key("Digipaja", NEW, at=corpus.NOW).certificate_pem.decode("ascii")
    with desk.database.work() as work:
        work.connection.execute(update(schema.seal).values(certificate_pem=stranger))
        work.commit()
    for trusted in (own_knowledge, publishing.page):
        with pytest.raises(Refused, match="key_files_differ"):
            trusted(desk)


def test_the_books_know_what_a_stolen_key_made(counter: Counter, tmp_path: Path) -> None:
    desk, boss, seal = counter.workshop.desk, counter.boss, counter.seal
    assert seal is not None
    (issued,) = counter.issue(counter.clean())
    real, forged = tmp_path / "1.pdf", tmp_path / "2.pdf"
    real.write_bytes(counter.paper(issued))
    forged.write_bytes(corpus.paper(issued.number, seal, counter.workshop.clock.now()))
    first, second = check_papers(desk, boss, [tmp_path])
    for one in (first, second):
        assert one.answer is not None
        assert one.answer.outcome is Outcome.VALID
    assert first.booked is not None
    assert (first.booked.about, first.not_in_books) == (issued.device, False)
    assert second.not_in_books
    with desk.database.reading() as work:
        text = work.statements.text_of(issued.number)
    assert text is not None
    assert not check_text(desk, boss, f" {text.lower()}\r\n").not_in_books
    assert check_text(desk, boss, sign_statement(statement(seal, issued.number), seal)).not_in_books
    assert not check_text(desk, boss, "SERKUT1X").not_in_books
