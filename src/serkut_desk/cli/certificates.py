"""`certificate issue|revoke|list`; `verify` has what checks them, `keys` what seals them."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.cli import keys, verify
from serkut_desk.cli.answer import Answer
from serkut_desk.domain.clock import local, to_text
from serkut_desk.domain.permissions import Permission

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands
    from serkut_desk.stations.certificates.queries import CertificateLine


def register(commands: Commands) -> None:
    """Add the commands about the key and the certificates."""
    keys.register(commands.group("key"), commands)
    group = commands.group("certificate")
    issuing = group.add("issue", _issue)
    issuing.add_argument(
        "devices", nargs="+", metavar="SD...", help=commands.say("cli.certificate.device")
    )
    issuing.add_argument("--out", type=Path, help=commands.say("cli.certificate.out"))
    issuing.add_argument(
        "--reissue", metavar="REASON", help=commands.say("cli.certificate.reissue")
    )
    revoking = group.add("revoke", _revoke)
    revoking.add_argument("number", metavar="TT...", help=commands.say("cli.certificate.number"))
    revoking.add_argument("--reason", required=True, help=commands.say("cli.certificate.reason"))
    group.add("list", _list)
    verify.register(group, commands)


def _issue(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.certificates import copies, keyring
    from serkut_desk.stations.certificates.commands import (
        IssueCertificates,
    )

    passphrase = keys.secret(context)
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
