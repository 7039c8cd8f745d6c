"""`key create|export|sheet|passphrase|retire|restore`; `certificate issue|verify|revoke|list`."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.cli import secrets
from serkut_desk.cli.answer import DONE, REFUSED, Answer
from serkut_desk.domain.clock import local, to_text
from serkut_desk.domain.errors import KnownFailure, Misused
from serkut_desk.domain.permissions import Permission

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands
    from serkut_desk.stations.certificates.commands import KeyDone
    from serkut_desk.stations.certificates.queries import CertificateLine


def register(commands: Commands) -> None:
    """Add the commands about the key and the certificates."""
    _register_key(commands.group("key"), commands)
    group = commands.group("certificate")
    issuing = group.add("issue", _issue)
    issuing.add_argument(
        "devices", nargs="+", metavar="SD...", help=commands.say("cli.certificate.device")
    )
    issuing.add_argument("--out", type=Path, help=commands.say("cli.certificate.out"))
    issuing.add_argument(
        "--reissue", metavar="REASON", help=commands.say("cli.certificate.reissue")
    )
    verifying = group.add("verify", _verify)
    verifying.add_argument("file", type=Path, help=commands.say("cli.certificate.file"))
    verifying.add_argument("--key", type=Path, help=commands.say("cli.certificate.key"))
    revoking = group.add("revoke", _revoke)
    revoking.add_argument("number", metavar="TT...", help=commands.say("cli.certificate.number"))
    revoking.add_argument("--reason", required=True, help=commands.say("cli.certificate.reason"))
    group.add("list", _list)


def _register_key(group: Commands, commands: Commands) -> None:
    group.add("create", _create)
    exporting = group.add("export", _export)
    exporting.add_argument("--out", type=Path, help=commands.say("cli.key.public_out"))
    exporting.add_argument("--backup", type=Path, help=commands.say("cli.key.backup"))
    sheet = group.add("sheet", _sheet)
    sheet.add_argument("--out", type=Path, required=True, help=commands.say("cli.key.sheet_out"))
    group.add("passphrase", _passphrase)
    retiring = group.add("retire", _retire)
    retiring.add_argument("--reason", required=True, help=commands.say("cli.certificate.reason"))
    restoring = group.add("restore", _restore)
    restoring.add_argument("file", type=Path, help=commands.say("cli.key.copy"))


def _secret(context: Context) -> str:
    """Return the passphrase of the key.

    Raises:
        Misused: `passphrase_missing` when there is nobody to ask.
    """
    given = context.passphrase()
    if given is None:
        raise Misused("passphrase_missing", variable=secrets.PASSPHRASE)
    return given


def _key(done: KeyDone) -> Answer:
    document = {"fingerprint": done.fingerprint, "public_key": str(done.public_key)}
    return Answer(document, [done.fingerprint, str(done.public_key)])


def _create(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.certificates.commands import CreateKey

    passphrase = _secret(context)
    with context.open() as desk:
        return _key(context.do(desk, CreateKey(passphrase)))


def _export(context: Context, args: Namespace) -> Answer:
    from serkut_desk.records.files import write_synced
    from serkut_desk.stations.certificates import queries
    from serkut_desk.stations.certificates.commands import BackUpKey

    if args.out is None and args.backup is None:
        raise Misused("text_missing", field="--out")
    document: dict[str, object] = {}
    with context.open() as desk:
        seal = queries.seal_named(desk, None)
        document["fingerprint"] = seal.fingerprint
        if args.backup is not None:
            context.do(desk, BackUpKey(args.backup))
            document["backup"] = str(args.backup)
        if args.out is not None:
            write_synced(args.out, queries.public_key(desk))
            document["public_key"] = str(args.out)
    return Answer(document, [str(line) for line in document.values()])


def _sheet(context: Context, args: Namespace) -> Answer:
    from serkut_desk.records.files import write_synced
    from serkut_desk.stations.certificates import queries

    with context.open() as desk:
        seal = queries.seal_named(desk, None)
        write_synced(args.out, queries.key_sheet(desk, language=context.texts.language))
    return Answer({"fingerprint": seal.fingerprint, "file": str(args.out)}, [str(args.out)])


def _passphrase(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.certificates.commands import (
        ChangePassphrase,
    )

    old = _secret(context)
    new = secrets.ask(secrets.NEW_PASSPHRASE, context.texts.say("cli.ask.new_passphrase"))
    if new is None:
        raise Misused("passphrase_missing", variable=secrets.NEW_PASSPHRASE)
    with context.open() as desk:
        return _key(context.do(desk, ChangePassphrase(old, new)))


def _retire(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.certificates.commands import RetireKey

    with context.open() as desk:
        return _key(context.do(desk, RetireKey(args.reason)))


def _restore(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.certificates.commands import (
        RestoreKey,
    )

    passphrase = _secret(context)
    with context.open() as desk:
        return _key(context.do(desk, RestoreKey(args.file, passphrase)))


def _issue(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.certificates import copies, keyring
    from serkut_desk.stations.certificates.commands import (
        IssueCertificates,
    )

    passphrase = _secret(context)
    with context.open() as desk:
        seal = keyring.unlock(desk, context.session(desk, Permission.KEYS), passphrase)
        done = context.do(
            desk,
            IssueCertificates(
                devices=tuple(args.devices),
                seal=seal,
                reissue_reason=args.reissue,
                language=context.texts.language,
            ),
        )
        paths = copies.copy_out(desk, done.certificates, args.out)
    made = [
        {
            "number": one.number,
            "device": one.device,
            "sha256": one.sha256,
            "supersedes": one.supersedes,
            "file": str(path),
        }
        for one, path in zip(done.certificates, paths, strict=True)
    ]
    document = {**made[0], "seal": seal.fingerprint, "certificates": made}
    return Answer(document, [f"{one['number']}  {one['device']}  {one['file']}" for one in made])


def _verify(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.certificates import checking

    own = args.key is None
    trusted = checking.keys_of(context.folder) if own else checking.key_given(args.key)
    answer = checking.check_file(args.file, trusted)
    why = checking.sentences(answer, context.texts)
    said = _said_by_records(context, answer.number, answer.signer_fingerprint)
    document = {
        "valid": answer.valid,
        "number": answer.number,
        "why": list(why),
        "reasons": [str(code) for code in answer.why],
        "signer": answer.signer_fingerprint,
        "signed_at": to_text(answer.signed_at) if answer.signed_at else None,
        **said,
    }
    lines = [*([answer.number] if answer.number else []), *why]
    if answer.valid:
        lines.append(context.texts.say("verification.valid"))
    if said["status"] is not None:
        lines.append(context.texts.say(f"certificate.status.{said['status']}"))
    if said["key_retired"]:
        lines.append(context.texts.say("certificate.key_retired"))
    return Answer(document, lines, DONE if answer.valid else REFUSED)


def _said_by_records(
    context: Context, number: str | None, signer: str | None
) -> dict[str, str | bool | None]:
    """Return what the data folder knows of a number; nothing when there is none or it is in use."""
    from serkut_desk.stations.certificates import queries

    said: dict[str, str | bool | None] = {
        "status": None,
        "superseded_by": None,
        "key_retired": None,
    }
    if number is None or not context.folder.database.is_file():
        return said
    # The file's own answer never depends on this.
    with suppress(KnownFailure), context.open() as desk:
        line = queries.status(desk, number)
        said["status"] = "unknown" if line is None else line.state.value
        if line is not None:
            said["superseded_by"] = line.superseded_by
            if line.stale:
                said["status"] = "stale"
        retired = {seal.fingerprint for seal in queries.seals(desk) if seal.retired_at is not None}
        said["key_retired"] = signer in retired
    return said


def _revoke(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.certificates.commands import (
        RevokeCertificate,
    )

    with context.open() as desk:
        done = context.do(desk, RevokeCertificate(args.number, args.reason))
    document = {"number": done.number, "device": done.about, "state": "revoked"}
    said = context.texts.say("certificate.revoked", number=done.number, device=done.about)
    return Answer(document, [said])


def _list(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.certificates import queries

    with context.open() as desk:
        session = context.session(desk, Permission.SEARCH)
        lines = queries.certificates(desk, session)
        ready = queries.ready(desk, session)
    document = {
        "certificates": [_document(line) for line in lines],
        "ready": [{**asdict(one), "approved_at": to_text(one.approved_at)} for one in ready],
    }
    return Answer(document, [_spoken(context, line) for line in lines])


def _document(line: CertificateLine) -> dict[str, object]:
    ended = line.ended_at
    return {
        **asdict(line),
        "state": line.state.value,
        "issued_at": to_text(line.issued_at),
        "ended_at": None if ended is None else to_text(ended),
    }


def _spoken(context: Context, line: CertificateLine) -> str:
    state = "stale" if line.stale else line.state.value
    said = context.texts.say(f"certificate.status.{state}")
    return f"{line.number}  {line.device}  {local(line.issued_at):%Y-%m-%d}  {said}"
