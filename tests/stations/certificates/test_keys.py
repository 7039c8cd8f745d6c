"""The key of the seal: made, unlocked, copied, restored, retired."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

import pytest
from asn1crypto import pem
from asn1crypto.keys import EncryptedPrivateKeyInfo

from documents.reading import text_of
from serkut_desk.documents import keys
from serkut_desk.documents.keys import make_key
from serkut_desk.documents.public_keys import fingerprint
from serkut_desk.documents.verification import verify_pdf
from serkut_desk.domain.errors import Misused, Refused, Unavailable
from serkut_desk.stations.certificates import checking, key_files, keyring, queries
from serkut_desk.stations.certificates.commands import (
    BackUpKey,
    ChangePassphrase,
    CreateKey,
    RestoreKey,
    RetireKey,
)
from stations.certificates.counter import PASSPHRASE, ROUNDS

if TYPE_CHECKING:
    from pathlib import Path

    from kit import Workshop
    from serkut_desk.domain.journal import Entry
    from stations.certificates.counter import Counter

NEW = "kuusi aivan uutta sanaa tähän"


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch passphrases little where it is not how they are stretched that is looked at."""
    for name in ("make_key", "change_passphrase"):
        monkeypatch.setattr(keys, name, partial(getattr(keys, name), rounds=ROUNDS))


def _entries(workshop: Workshop) -> list[Entry]:
    with workshop.desk.database.reading() as work:
        return work.journal.about("key")


def test_a_key_is_made_for_the_owner_alone_and_entered(workshop: Workshop) -> None:
    desk = workshop.desk
    made = desk.do(workshop.first, CreateKey(PASSPHRASE))
    private = key_files.private_path(desk.folder, made.fingerprint)
    assert private.stat().st_mode & 0o777 == 0o600
    assert private.parent.stat().st_mode & 0o077 == 0
    assert PASSPHRASE.encode() not in private.read_bytes()
    sealed = EncryptedPrivateKeyInfo.load(pem.unarmor(private.read_bytes(), multiple=False)[2])
    assert sealed["encryption_algorithm"].kdf_iterations == 600_000
    assert fingerprint(made.public_key.read_bytes()) == made.fingerprint
    (entry,) = _entries(workshop)
    assert (entry.tag, json.loads(entry.body)["fingerprint"]) == (
        "key:certificates:made",
        made.fingerprint,
    )
    assert keyring.unlock(desk, workshop.first, PASSPHRASE).fingerprint == made.fingerprint
    with pytest.raises(Refused, match="wrong_passphrase"):
        keyring.unlock(desk, workshop.first, NEW)
    with pytest.raises(Refused, match="not_permitted"):
        keyring.unlock(desk, workshop.worker, PASSPHRASE)


def test_a_weak_passphrase_makes_nothing(workshop: Workshop) -> None:
    with pytest.raises(Refused, match="passphrase_too_short"):
        workshop.desk.do(workshop.first, CreateKey("kissa"))
    assert not workshop.desk.folder.keys.exists()
    with pytest.raises(Refused, match="key_none"):
        keyring.unlock(workshop.desk, workshop.first, "kissa")
    assert "kissa" not in repr(CreateKey("kissa"))


@pytest.mark.usefixtures("quickly")
def test_a_second_key_waits_until_the_first_is_retired(counter: Counter, tmp_path: Path) -> None:
    (issued,) = counter.issue(counter.clean())
    desk, workshop = counter.workshop.desk, counter.workshop
    with pytest.raises(Refused, match="key_exists"):
        desk.do(workshop.first, CreateKey(NEW))
    workshop.clock.tick(minutes=1)
    retired = desk.do(workshop.first, RetireKey("Tunnuslause on kerrottu liian monelle"))
    assert counter.seal is not None
    assert retired.fingerprint == counter.seal.fingerprint
    with pytest.raises(Refused, match="key_none"):
        desk.do(workshop.first, RetireKey("Uudestaan"))
    second = desk.do(workshop.first, CreateKey(NEW))
    old, new = queries.seals(desk)
    assert (old.fingerprint, new.fingerprint) == (retired.fingerprint, second.fingerprint)
    assert (old.retired_at, new.retired_at) == (workshop.clock.now(), None)
    # Its papers stay checkable with the folder's keys.
    assert verify_pdf(counter.paper(issued), checking.keys_of(desk.folder)).valid
    sheet = text_of(queries.key_sheet(desk, retired.fingerprint), tmp_path)
    assert retired.fingerprint[:23] in sheet
    assert "Ei enää" in sheet
    assert second.fingerprint[:23] in text_of(queries.key_sheet(desk), tmp_path)


@pytest.mark.usefixtures("quickly")
def test_the_passphrase_can_be_changed(counter: Counter) -> None:
    desk, boss = counter.workshop.desk, counter.boss
    with pytest.raises(Refused, match="wrong_passphrase"):
        desk.do(boss, ChangePassphrase(NEW, PASSPHRASE))
    desk.do(boss, ChangePassphrase(PASSPHRASE, NEW))
    assert _entries(counter.workshop)[-1].tag == "key:certificates:passphrase-changed"
    assert keyring.unlock(desk, boss, NEW).fingerprint == queries.seals(desk)[0].fingerprint
    with pytest.raises(Refused, match="wrong_passphrase"):
        keyring.unlock(desk, boss, PASSPHRASE)


def test_a_lost_key_comes_back_from_its_copy(counter: Counter, tmp_path: Path) -> None:
    desk, boss, copy = counter.workshop.desk, counter.boss, tmp_path / "stick" / "key.pem"
    desk.do(boss, BackUpKey(copy))
    assert copy.stat().st_mode & 0o777 == 0o600
    for path in desk.folder.keys.iterdir():
        path.unlink()
    with pytest.raises(Unavailable, match="key_file_missing"):
        keyring.unlock(desk, boss, PASSPHRASE)
    with pytest.raises(Refused, match="key_not_given"):
        checking.keys_of(desk.folder)
    with pytest.raises(Refused, match="wrong_passphrase"):
        desk.do(boss, RestoreKey(copy, NEW))
    desk.do(boss, RestoreKey(copy, PASSPHRASE))
    assert counter.seal is not None
    assert keyring.unlock(desk, boss, PASSPHRASE).fingerprint == counter.seal.fingerprint
    assert fingerprint(checking.keys_of(desk.folder)) == counter.seal.fingerprint
    tags = [entry.tag for entry in _entries(counter.workshop)]
    assert tags == [f"key:certificates:{word}" for word in ("made", "exported", "restored")]
    for entry in _entries(counter.workshop):
        assert str(tmp_path) not in entry.body, "a path may hold a person's name"


def test_the_copy_may_not_lie_beside_the_key(counter: Counter) -> None:
    folder = counter.workshop.desk.folder
    with pytest.raises(Refused, match="key_backup_inside"):
        counter.workshop.desk.do(counter.boss, BackUpKey(folder.root / "x" / "copy.pem"))


def test_a_foreign_or_damaged_copy_is_refused(counter: Counter, tmp_path: Path) -> None:
    desk, boss, copy = counter.workshop.desk, counter.boss, tmp_path / "copy.pem"
    with pytest.raises(Unavailable, match="key_file_missing"):
        desk.do(boss, RestoreKey(copy, PASSPHRASE))
    copy.write_bytes(b"not a key at all")
    with pytest.raises(Misused, match="key_file_unreadable"):
        desk.do(boss, RestoreKey(copy, PASSPHRASE))
    foreign = make_key("Muu", PASSPHRASE, at=counter.workshop.clock.now(), rounds=1000)
    copy.write_bytes(foreign.private_pem + foreign.certificate_pem)
    with pytest.raises(Refused, match="key_of_another"):
        desk.do(boss, RestoreKey(copy, PASSPHRASE))


def test_the_keyring_forgets(counter: Counter) -> None:
    ring = keyring.Keyring()
    opened = ring.opening(PASSPHRASE)(counter.workshop.desk, counter.boss)
    held = [ring.seal]
    ring.lock()
    held.append(ring.seal)
    assert held == [opened, None]


def test_a_seal_that_opens_after_its_person_left_stays_shut(counter: Counter) -> None:
    ring = keyring.Keyring()
    late = ring.opening(PASSPHRASE)
    ring.lock()
    with pytest.raises(Refused, match="desk_locked"):
        late(counter.workshop.desk, counter.boss)
    assert ring.seal is None
