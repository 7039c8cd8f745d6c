"""`certificate issue|reissue|revoke|list|save|language`."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.cli import keys
from serkut_desk.cli.answer import DONE, REFUSED, Answer, print_failure
from serkut_desk.domain.clock import local, to_text
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.statement import StatementKind
from serkut_desk.texts import paper_languages

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.documents.sealing import Seal
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.certificates.batch import Batch
    from serkut_desk.stations.certificates.commands import Issued, IssuedAll
    from serkut_desk.stations.certificates.queries import CertificateLine
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.handling import Command


def register(group: Commands, commands: Commands) -> None:
    """Add the commands that issue certificates and end them."""
    say = commands.say
    issuing = group.add("issue", _issue)
    issuing.add_argument("devices", nargs="*", metavar="SD...", help=say("cli.certificate.device"))
    issuing.add_argument("--lot", metavar="ER...", help=say("cli.certificate.lot"))
    issuing.add_argument("--medium", metavar="LV...", help=say("cli.certificate.medium"))
    issuing.add_argument("--reissue", metavar="REASON", help=say("cli.certificate.reissue_why"))
    _writing(issuing, commands)
    again = group.add("reissue", _reissue)
    again.add_argument("number", metavar="TT...", help=say("cli.certificate.number"))
    again.add_argument("--reason", required=True, help=say("cli.certificate.reason"))
    _writing(again, commands)
    revoking = group.add("revoke", _revoke)
    revoking.add_argument("number", metavar="TT...", help=say("cli.certificate.number"))
    revoking.add_argument("--reason", required=True, help=say("cli.certificate.reason"))
    group.add("list", _list)
    saving = group.add("save", _save)
    saving.add_argument("numbers", nargs="*", metavar="TT...", help=say("cli.certificate.number"))
    saving.add_argument("--lot", metavar="ER...", help=say("cli.certificate.save_lot"))
    saving.add_argument("--out", type=Path, required=True, help=say("cli.certificate.folder"))
    language = group.add("language", _language)
    language.add_argument(
        "language",
        nargs="?",
        choices=(*paper_languages(), "default"),
        help=say("cli.certificate.language"),
    )
    language.add_argument("--sender", metavar="NAME", help=say("cli.certificate.sender"))


def _writing(parser: Parser, commands: Commands) -> None:
    parser.add_argument("--out", type=Path, help=commands.say("cli.certificate.out"))
    parser.add_argument(
        "--language", choices=paper_languages(), help=commands.say("cli.certificate.language")
    )


def _seal(context: Context, desk: Desk) -> Seal:
    """Return the unlocked seal."""
    from serkut_desk.stations.certificates import keyring

    return keyring.unlock(desk, context.session(desk, Permission.KEYS), keys.secret(context))


def _issue(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.certificates.commands import (
        IssueCertificates,
        IssueMediumCertificate,
    )

    if sum(map(bool, (args.devices, args.lot, args.medium))) != 1:
        raise Misused("certificate_one_of")
    with context.open() as desk:
        seal = _seal(context, desk)
        if args.lot:
            return _issue_lot(context, args, desk, seal)
        command: Command[IssuedAll] = IssueCertificates(
            devices=tuple(args.devices),
            seal=seal,
            reissue_reason=args.reissue,
            language=args.language,
        )
        if args.medium:
            command = IssueMediumCertificate(
                medium=args.medium,
                seal=seal,
                reissue_reason=args.reissue,
                language=args.language,
            )
        issued = context.do(desk, command).certificates
        return _issued(desk, seal, issued, args.out)


def _issue_lot(context: Context, args: Namespace, desk: Desk, seal: Seal) -> Answer:
    """Issue what the devices of a lot lack, then the lot's own; Ctrl-C ends it in between."""
    from serkut_desk.stations.certificates import batch as batches
    from serkut_desk.stations.certificates import queries

    session = context.session(desk, Permission.ISSUE)
    plan = queries.lot_plan(desk, session, args.lot)
    batch = batches.Batch(
        seal, plan.ready, lot=plan.code, lot_reason=args.reissue, language=args.language
    )
    _carry_out(desk, session, batch)
    answer = _issued(desk, seal, batch.issued, args.out)
    refused = [
        {"about": one.about, "code": one.failure.code, **context.texts.failure(one.failure)}
        for one in batch.refused
    ]
    for one in batch.refused:
        print_failure(context.texts.failure(one.failure), as_json=False)
    assert isinstance(answer.document, dict), "as it was made"
    document = {
        **answer.document,
        "lot": plan.code,
        "left": batch.left,
        "refused": refused,
        "left_out": [{"device": one.device, "why": one.why.value} for one in plan.left_out],
    }
    lines = list(answer.lines)
    if batch.left:
        lines.append(
            context.texts.say(
                "certificate.batch_cancelled", done=len(batch.issued), left=batch.left
            )
        )
    return Answer(document, lines, REFUSED if refused or batch.left else DONE)


def _carry_out(desk: Desk, session: Session | None, batch: Batch) -> None:
    from serkut_desk.stations.certificates.batch import carry_out

    def step(batch: Batch) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{batch.done} / {batch.total}")

    try:
        carry_out(desk, session, batch, step)
    except KeyboardInterrupt:
        batch.cancel()
    if sys.stderr.isatty():
        sys.stderr.write("\n")


def _issued(desk: Desk, seal: Seal, issued: Iterable[Issued], out: Path | None) -> Answer:
    from serkut_desk.stations.certificates import copies

    done = tuple(issued)
    made = [
        {
            "number": one.number,
            "kind": one.kind.value,
            "about": one.about,
            "device": one.device,
            "sha256": one.sha256,
            "supersedes": one.supersedes,
            "file": str(path),
        }
        for one, path in zip(done, copies.copy_out(desk, done, out), strict=True)
    ]
    first = made[0] if made else {}
    document = {**first, "seal": seal.fingerprint, "certificates": made}
    return Answer(document, [f"{one['number']}  {one['about']}  {one['file']}" for one in made])


def _reissue(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.certificates import queries
    from serkut_desk.stations.certificates.commands import issuing_anew

    with context.open() as desk:
        line = queries.certificate(desk, context.session(desk, Permission.SEARCH), args.number)
        seal = _seal(context, desk)
        command = issuing_anew(
            line.kind, line.about, seal=seal, reason=args.reason, language=args.language
        )
        return _issued(desk, seal, context.do(desk, command).certificates, args.out)


def _revoke(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.certificates.commands import RevokeCertificate

    with context.open() as desk:
        done = context.do(desk, RevokeCertificate(args.number, args.reason))
    document = {"number": done.number, "device": done.about, "state": "revoked"}
    said = context.texts.say("certificate.revoked", number=done.number, device=done.about)
    return Answer(document, [said, context.texts.say("certificate.revoked.list")])


def _list(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.certificates import queries

    with context.open() as desk:
        session = context.session(desk, Permission.SEARCH)
        lines = {kind: queries.certificates(desk, session, kind=kind) for kind in StatementKind}
        ready = queries.ready(desk, session)
        loose = queries.ready_media(desk, session)
        lots = queries.lots(desk, session)
    document = {
        "certificates": [_document(line) for line in lines[StatementKind.DEVICE]],
        "media": [_document(line) for line in lines[StatementKind.MEDIUM]],
        "lots": [_document(line) for line in lines[StatementKind.LOT]],
        "ready": [{**asdict(one), "approved_at": to_text(one.approved_at)} for one in ready],
        "ready_media": [asdict(one) for one in loose],
        "by_lot": [{**asdict(one), "opened_at": to_text(one.opened_at)} for one in lots],
    }
    every = [line for kind in StatementKind for line in lines[kind]]
    return Answer(document, [_spoken(context, line) for line in every])


def _save(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.certificates import copies, queries

    if bool(args.numbers) == bool(args.lot):
        raise Misused("certificate_one_of")
    with context.open() as desk:
        session = context.session(desk, Permission.SEARCH)
        numbers = args.numbers or queries.papers_of_lot(desk, session, args.lot)
        paths = copies.save_all(desk, session, numbers, args.out)
    return Answer({"files": [str(path) for path in paths]}, [str(path) for path in paths])


def _language(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.certificates import languages
    from serkut_desk.stations.certificates.commands import SetCertificateLanguage

    with context.open() as desk:
        if args.language is None:
            now = languages.settled(desk, context.session(desk, Permission.SEARCH))
        else:
            language = None if args.language == "default" else args.language
            now = context.do(desk, SetCertificateLanguage(language, args.sender))
    document = {"workshop": now.workshop, "senders": dict(now.senders)}
    lines = [now.workshop, *(f"{language}  {name}" for name, language in now.senders)]
    return Answer(document, lines)


def _document(line: CertificateLine) -> dict[str, object]:
    ended = line.ended_at
    return {
        **asdict(line),
        "kind": line.kind.value,
        "state": line.state.value,
        "issued_at": to_text(line.issued_at),
        "ended_at": None if ended is None else to_text(ended),
    }


def _spoken(context: Context, line: CertificateLine) -> str:
    state = line.state.value
    if line.stale or line.doubtful:
        state = "doubtful" if line.doubtful else "stale"
    said = context.texts.say(f"certificate.status.{state}")
    return f"{line.number}  {line.about}  {local(line.issued_at):%Y-%m-%d}  {said}"
