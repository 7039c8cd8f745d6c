"""The key of the workshop's seal: made, exported, restored, retired.

Its files are written before the journal's entry commits. A crash in between leaves a key file that
no record names: it can seal nothing, because only the key of the records is ever used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import Refused, Unavailable
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.records.files import read_regular, write_synced
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
    from serkut_desk.documents.keys import KeyFiles
    from serkut_desk.records.seals import Seal
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

SUBJECT = "key"
_OWNER_ONLY = 0o600
# A key with its certificate has some thousand bytes; what is far larger is none.
LARGEST_KEY = 1_000_000


def _make(desk: Desk, command: CreateKey) -> KeyFiles:
    """Stretching the passphrase takes its time on purpose."""
    from serkut_desk.documents.keys import make_key  # noqa: PLC0415 - slow to import

    with desk.database.reading() as work:
        _refuse_second(work)
        workshop = work.house.get("workshop")["name"]
    return make_key(workshop, command.passphrase, at=desk.clock.now())


@handles(CreateKey, Permission.KEYS, prepare=_make)
def create_key(task: Task, _command: CreateKey) -> KeyDone:
    """Make the key."""
    from serkut_desk.documents import public_keys  # noqa: PLC0415 - slow to import

    files: KeyFiles = task.prepared
    _refuse_second(task.work)
    fingerprint = public_keys.fingerprint(files.certificate_pem)
    folder = task.desk.folder
    key_files.write_private(folder, fingerprint, files.private_pem)
    public = public_keys.public_pem(files.certificate_pem)
    key_files.write_public(folder, fingerprint, public)
    pem = files.certificate_pem.decode("ascii")
    task.work.seals.enter(fingerprint, pem, made_at=task.now, made_by=task.actor)
    task.work.journal.append(Tag.KEY_MADE, SUBJECT, fingerprint=fingerprint)
    return _done(task, fingerprint)


def _done(task: Task, fingerprint: str) -> KeyDone:
    path = key_files.public_path(task.desk.folder, fingerprint)
    return KeyDone(fingerprint, path, Changes(journal=True))


def _refuse_second(work: UnitOfWork) -> None:
    found = work.seals.in_use()
    if found is not None:
        raise Refused("key_exists", fingerprint=found.fingerprint)


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
        fingerprint = in_use(work).fingerprint
    private = key_files.read_private(desk.folder, fingerprint)
    return fingerprint, change_passphrase(private, command.old, command.new)


@handles(ChangePassphrase, Permission.KEYS, prepare=_rewrap)
def change_key_passphrase(task: Task, _command: ChangePassphrase) -> KeyDone:
    """Write the key anew; copies that were exported before keep the old passphrase."""
    fingerprint, private = task.prepared
    task.work.journal.append(Tag.KEY_CHANGED, SUBJECT, fingerprint=fingerprint)
    key_files.write_private(task.desk.folder, fingerprint, private)
    return _done(task, fingerprint)


@handles(RetireKey, Permission.KEYS)
def retire_key(task: Task, command: RetireKey) -> KeyDone:
    """Take the key out of use."""
    seal = in_use(task.work)
    task.work.seals.retire(seal.fingerprint, task.now)
    task.work.journal.append(
        Tag.KEY_RETIRED,
        SUBJECT,
        fingerprint=seal.fingerprint,
        reason=short_text(command.reason, "reason"),
    )
    return _done(task, seal.fingerprint)


@handles(BackUpKey, Permission.KEYS)
def back_up_key(task: Task, command: BackUpKey) -> KeyDone:
    """Write the private half and the certificate into one file."""
    seal = in_use(task.work)
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
