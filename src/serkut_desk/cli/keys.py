"""`key create|unlock|export|sheet|passphrase|retire|restore`."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.cli import secrets
from serkut_desk.cli.answer import Answer
from serkut_desk.cli.parsing import day as a_day
from serkut_desk.domain.clock import HELSINKI
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.permissions import Permission

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands
    from serkut_desk.documents.sealing import Seal
    from serkut_desk.documents.tokens import TokenPlace
    from serkut_desk.stations.certificates.commands import KeyDone
    from serkut_desk.stations.desk import Desk


def register(group: Commands, commands: Commands) -> None:
    """Add the commands about the key of the seal."""
    say = commands.say
    creating = group.add("create", _create)
    creating.add_argument("--vouched-by-old", action="store_true", help=say("cli.key.vouched"))
    creating.add_argument("--token", metavar="MODULE", help=say("cli.key.token"))
    creating.add_argument("--token-label", metavar="LABEL", help=say("cli.key.token_label"))
    creating.add_argument(
        "--key-label", metavar="LABEL", default="Serkut Desk", help=say("cli.key.key_label")
    )
    group.add("unlock", _unlock)
    exporting = group.add("export", _export)
    exporting.add_argument("--out", type=Path, help=say("cli.key.public_out"))
    exporting.add_argument("--backup", type=Path, help=say("cli.key.backup"))
    exporting.add_argument("--vouches", type=Path, help=say("cli.key.vouches"))
    sheet = group.add("sheet", _sheet)
    sheet.add_argument("--out", type=Path, required=True, help=say("cli.key.sheet_out"))
    group.add("passphrase", _passphrase)
    retiring = group.add("retire", _retire)
    retiring.add_argument("--reason", required=True, help=say("cli.certificate.reason"))
    retiring.add_argument(
        "--stolen-since", type=a_day, metavar="DATE", help=say("cli.key.stolen_since")
    )
    retiring.add_argument("--key", default="", metavar="FINGERPRINT", help=say("cli.key.which"))
    restoring = group.add("restore", _restore)
    restoring.add_argument("file", type=Path, help=say("cli.key.copy"))


def secret(context: Context) -> str:
    """Return the passphrase of the key in use, or the PIN of its token.

    Raises:
        Misused: `passphrase_missing` when there is nobody to ask.
    """
    given = context.passphrase()
    if given is None:
        raise Misused("passphrase_missing", variable=secrets.PASSPHRASE)
    return given


def _new_secret(context: Context) -> str:
    new = secrets.ask(secrets.NEW_PASSPHRASE, context.texts.say("cli.ask.new_passphrase"))
    if new is None:
        raise Misused("passphrase_missing", variable=secrets.NEW_PASSPHRASE)
    return new


def unlocked(context: Context, desk: Desk) -> Seal:
    """Return the seal, unlocked by a supervisor.

    Raises:
        KnownFailure: As `keyring.unlock`.
    """
    from serkut_desk.stations.certificates import keyring

    return keyring.unlock(desk, context.session(desk, Permission.KEYS), secret(context))


def _key(done: KeyDone) -> Answer:
    document = {"fingerprint": done.fingerprint, "public_key": str(done.public_key)}
    return Answer(document, [done.fingerprint, str(done.public_key)])


def _create(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.certificates.commands import CreateKey

    place = _place(args)
    # Beside an old one the new key's is asked for by its own name.
    phrase = _new_secret(context) if args.vouched_by_old else secret(context)
    with context.open() as desk:
        old = unlocked(context, desk) if args.vouched_by_old else None
        return _key(context.do(desk, CreateKey(phrase, old, place)))


def _place(args: Namespace) -> TokenPlace | None:
    from serkut_desk.documents.tokens import TokenPlace

    if args.token is None:
        return None
    if args.token_label is None:
        raise Misused("text_missing", field="--token-label")
    return TokenPlace(args.token, args.token_label, args.key_label)


def _unlock(context: Context, _args: Namespace) -> Answer:
    with context.open() as desk:
        seal = unlocked(context, desk)
    return Answer({"fingerprint": seal.fingerprint}, [seal.fingerprint])


def _export(context: Context, args: Namespace) -> Answer:
    from serkut_desk.records.files import write_synced
    from serkut_desk.stations.certificates import publishing, queries
    from serkut_desk.stations.certificates.commands import BackUpKey

    if args.out is None and args.backup is None and args.vouches is None:
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
        if args.vouches is not None:
            write_synced(args.vouches, publishing.vouches(desk))
            document["vouches"] = str(args.vouches)
    return Answer(document, [str(line) for line in document.values()])


def _sheet(context: Context, args: Namespace) -> Answer:
    from serkut_desk.records.files import write_synced
    from serkut_desk.stations.certificates import queries

    with context.open() as desk:
        seal = queries.seal_named(desk, None)
        write_synced(args.out, queries.key_sheet(desk, language=context.texts.language))
    return Answer({"fingerprint": seal.fingerprint, "file": str(args.out)}, [str(args.out)])


def _passphrase(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.certificates.commands import ChangePassphrase

    old, new = secret(context), _new_secret(context)
    with context.open() as desk:
        return _key(context.do(desk, ChangePassphrase(old, new)))


def _retire(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.certificates.commands import RetireKey

    day = args.stolen_since
    since = datetime.combine(day, time(), HELSINKI) if day else None
    with context.open() as desk:
        return _key(context.do(desk, RetireKey(args.reason, since, args.key)))


def _restore(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.certificates.commands import RestoreKey

    passphrase = secret(context)
    with context.open() as desk:
        return _key(context.do(desk, RestoreKey(args.file, passphrase)))
