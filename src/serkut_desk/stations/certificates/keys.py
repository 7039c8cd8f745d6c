"""The key of the workshop's seal: made, exported, restored, retired.

Its files are written before the journal's entry commits. A crash in between leaves a key file that
no record names: it can seal nothing, because only the key of the records is ever used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.clock import to_text
from serkut_desk.domain.errors import Misused, Refused, Unavailable
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.records.files import read_regular, write_synced
from serkut_desk.records.trust import KeyTheft, SealToken
from serkut_desk.records.trust_check import place_hash, statement_hash
from serkut_desk.stations.certificates import key_files
from serkut_desk.stations.certificates.commands import (
    BackUpKey,
    ChangePassphrase,
    CreateKey,
    KeyDone,
    RestoreKey,
    RetireKey,
)
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.records.seals import Seal
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

SUBJECT = "key"
_OWNER_ONLY = 0o600
# A key with its certificate has some thousand bytes; what is far larger is none.
LARGEST_KEY = 1_000_000


@dataclass(frozen=True, slots=True)
class _Made:
    """A new key: its certificate, its file unless it lies on a token, the old key's word."""

    certificate_pem: bytes
    private_pem: bytes | None
    vouch: str | None


def _make(desk: Desk, command: CreateKey) -> _Made:
    """Stretching the passphrase takes its time on purpose."""
    from serkut_desk.documents.keys import make_key  # noqa: PLC0415 - slow to import

    with desk.database.reading() as work:
        _refuse_second(work, command)
        workshop = work.house.get("workshop")["name"]
    now = desk.clock.now()
    if command.token is None:
        files = make_key(workshop, command.passphrase, at=now)
        certificate, private = files.certificate_pem, files.private_pem
    else:
        certificate, private = _on_token(command, workshop, now), None
    return _Made(certificate, private, _word_of_old(command, certificate, workshop, now))


def _on_token(command: CreateKey, workshop: str, now: datetime) -> bytes:
    from cryptography import x509  # noqa: PLC0415 - slow to import
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - slow to import

    from serkut_desk.documents.tokens import make_on_token  # noqa: PLC0415 - slow to import

    assert command.token is not None, "asked for"
    seal = make_on_token(command.token, command.passphrase, workshop, at=now)
    seal.close()
    certificate = x509.load_der_x509_certificate(seal.certificate)
    return certificate.public_bytes(serialization.Encoding.PEM)


def _word_of_old(
    command: CreateKey, certificate: bytes, workshop: str, now: datetime
) -> str | None:
    from serkut_desk.documents.vouching import vouch  # noqa: PLC0415 - slow to import

    if command.vouched_by is None:
        return None
    return vouch(command.vouched_by, certificate, workshop=workshop, at=now)


@handles(CreateKey, Permission.KEYS, prepare=_make)
def create_key(task: Task, command: CreateKey) -> KeyDone:
    """Make the key; the old one that vouches for it goes out of use in the same moment."""
    from serkut_desk.documents import public_keys  # noqa: PLC0415 - slow to import

    made: _Made = task.prepared
    _refuse_second(task.work, command)
    fingerprint = public_keys.fingerprint(made.certificate_pem)
    folder, seals, trust = task.desk.folder, task.work.seals, task.work.trust
    if made.private_pem is not None:
        key_files.write_private(folder, fingerprint, made.private_pem)
    public = public_keys.public_pem(made.certificate_pem)
    key_files.write_public(folder, fingerprint, public)
    old = command.vouched_by.fingerprint if command.vouched_by else None
    if old is not None:
        seals.retire(old, task.now)
    pem = made.certificate_pem.decode("ascii")
    seals.enter(fingerprint, pem, made_at=task.now, made_by=task.actor)
    if command.token is not None:
        place = command.token
        trust.add_token(
            SealToken(fingerprint, place.module, place.token, place.key_label, place.key_id)
        )
    head = task.work.journal.append(
        Tag.KEY_MADE,
        SUBJECT,
        fingerprint=fingerprint,
        on_token=command.token is not None,
        place=_place(command),
        replaces=old,
        vouch=statement_hash(made.vouch) if made.vouch else None,
    )
    if made.vouch is not None:
        trust.add_vouch(
            old_seal=old,
            new_seal=fingerprint,
            statement=made.vouch,
            at=task.now,
            by=task.actor,
            seq=head.seq,
        )
    return _done(task, fingerprint)


def _place(command: CreateKey) -> str | None:
    """Return what the journal keeps of where the key lies."""
    found = command.token
    if found is None:
        return None
    return place_hash(found.module, found.token, found.key_label, found.key_id)


def _done(task: Task, fingerprint: str) -> KeyDone:
    path = key_files.public_path(task.desk.folder, fingerprint)
    return KeyDone(fingerprint, path, Changes(journal=True))


def _refuse_second(work: UnitOfWork, command: CreateKey) -> None:
    found = work.seals.in_use()
    old = command.vouched_by
    if old is None and found is not None:
        raise Refused("key_exists", fingerprint=found.fingerprint)
    if old is not None and (found is None or found.fingerprint != old.fingerprint):
        raise Refused("key_not_in_use", fingerprint=old.fingerprint)


def in_use(work: UnitOfWork) -> Seal:
    """Return the key in use.

    Raises:
        Refused: `key_none`.
    """
    seal = work.seals.in_use()
    if seal is None:
        raise Refused("key_none")
    return seal


def _rewrap(desk: Desk, command: ChangePassphrase) -> tuple[str, bytes]:
    from serkut_desk.documents.keys import change_passphrase  # noqa: PLC0415 - slow to import

    with desk.database.reading() as work:
        fingerprint = _in_file(work).fingerprint
    private = key_files.read_private(desk.folder, fingerprint)
    return fingerprint, change_passphrase(private, command.old, command.new)


@handles(ChangePassphrase, Permission.KEYS, prepare=_rewrap)
def change_key_passphrase(task: Task, _command: ChangePassphrase) -> KeyDone:
    """Write the key anew; copies that were exported before keep the old passphrase."""
    fingerprint, private = task.prepared
    task.work.journal.append(Tag.KEY_CHANGED, SUBJECT, fingerprint=fingerprint)
    key_files.write_private(task.desk.folder, fingerprint, private)
    return _done(task, fingerprint)


def _in_file(work: UnitOfWork) -> Seal:
    """Return the key in use when it is a file.

    Raises:
        Refused: `key_none`, `key_on_token`.
    """
    seal = in_use(work)
    if work.trust.token_of(seal.fingerprint) is not None:
        raise Refused("key_on_token")
    return seal


@handles(RetireKey, Permission.KEYS)
def retire_key(task: Task, command: RetireKey) -> KeyDone:
    """Take the key out of use, or learn that one is stolen, or was earlier than was known."""
    work, since = task.work, command.stolen_since
    seal = _named(work, command)
    if since is not None and since > task.now:
        raise Misused("theft_in_future")
    tag = Tag.KEY_RETIRED if seal.retired_at is None else Tag.KEY_STOLEN
    if seal.retired_at is None:
        work.seals.retire(seal.fingerprint, task.now)
    elif since is None:
        raise Misused("text_missing", field="--stolen-since")
    head = work.journal.append(
        tag,
        SUBJECT,
        fingerprint=seal.fingerprint,
        reason=short_text(command.reason, "reason"),
        stolen_since=to_text(since) if since else None,
    )
    if since is not None:
        known = work.trust.thefts().get(seal.fingerprint)
        # A theft may turn out to be older than was thought; a later day would believe a thief.
        if known is not None and known.since <= since:
            raise Refused("key_theft_known", fingerprint=seal.fingerprint)
        work.trust.keep_theft(KeyTheft(seal.fingerprint, since, task.actor, head.seq))
    return _done(task, seal.fingerprint)


def _named(work: UnitOfWork, command: RetireKey) -> Seal:
    if not command.fingerprint:
        return in_use(work)
    found = work.seals.by_fingerprint(command.fingerprint.strip().upper())
    if found is None:
        raise Refused("key_not_known", fingerprint=command.fingerprint)
    return found


@handles(BackUpKey, Permission.KEYS)
def back_up_key(task: Task, command: BackUpKey) -> KeyDone:
    """Write the private half and the certificate into one file."""
    seal = _in_file(task.work)
    target, folder = command.target.resolve(), task.desk.folder
    if target.is_relative_to(folder.root.resolve()):
        raise Refused("key_backup_inside", path=str(target))
    private = key_files.read_private(folder, seal.fingerprint)
    # The path may hold a person's name, so that the journal does not have it.
    task.work.journal.append(Tag.KEY_EXPORTED, SUBJECT, fingerprint=seal.fingerprint)
    write_synced(target, private + seal.certificate_pem.encode(), _OWNER_ONLY)
    return _done(task, seal.fingerprint)


def _read_copy(_desk: Desk, command: RestoreKey) -> tuple[str, bytes]:
    from serkut_desk.documents import keys  # noqa: PLC0415 - slow to import
    from serkut_desk.documents.public_keys import fingerprint  # noqa: PLC0415 - slow to import

    try:
        pem = read_regular(command.source, LARGEST_KEY)
    except OSError as problem:
        raise Unavailable("key_file_missing", path=str(command.source)) from problem
    private, dashes, certificate = pem.partition(b"-----BEGIN CERTIFICATE-----")
    keys.unlock(keys.KeyFiles(private, dashes + certificate), command.passphrase)
    return fingerprint(dashes + certificate), private


@handles(RestoreKey, Permission.KEYS, prepare=_read_copy)
def restore_key(task: Task, _command: RestoreKey) -> KeyDone:
    """Put the files of a key that the records know back into the data folder."""
    from serkut_desk.documents.public_keys import public_pem  # noqa: PLC0415 - slow to import

    fingerprint, private = task.prepared
    seal = task.work.seals.by_fingerprint(fingerprint)
    if seal is None:
        raise Refused("key_of_another", fingerprint=fingerprint)
    task.work.journal.append(Tag.KEY_RESTORED, SUBJECT, fingerprint=fingerprint)
    folder = task.desk.folder
    key_files.write_private(folder, fingerprint, private)
    key_files.write_public(folder, fingerprint, public_pem(seal.certificate_pem.encode()))
    return _done(task, fingerprint)
