"""`certificate verify|page|revocations`: for everybody who checks certificates."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import DONE, REFUSED, Answer
from serkut_desk.domain.clock import to_text
from serkut_desk.domain.errors import KnownFailure, Refused

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands
    from serkut_desk.documents import answering
    from serkut_desk.documents.knowledge import Knowledge


def register(group: Commands, commands: Commands) -> None:
    """Add the commands about checking to the certificates' group."""
    say = commands.say
    verifying = group.add("verify", _verify)
    verifying.add_argument(
        "subjects", nargs="+", metavar="FILE|TEXT", help=say("cli.certificate.subject")
    )
    verifying.add_argument("--key", type=Path, help=say("cli.certificate.key"))
    verifying.add_argument(
        "--revocations", type=Path, metavar="FILE", help=say("cli.certificate.revocations_file")
    )
    verifying.add_argument(
        "--vouches", type=Path, metavar="FILE", help=say("cli.certificate.vouches_file")
    )
    page = group.add("page", _page)
    page.add_argument("--out", type=Path, required=True, help=say("cli.certificate.page_out"))
    listing = group.add("revocations", _revocations)
    listing.add_argument(
        "--out", type=Path, required=True, help=say("cli.certificate.revocations_out")
    )


def _verify(context: Context, args: Namespace) -> Answer:
    found = list(_answers(args.subjects, _knowledge(context, args)))
    if not found:
        document = {"valid": False, "checked": []}
        return Answer(document, [context.texts.say("checked.no_files")], REFUSED)
    documents, lines = [], []
    for name, answer in found:
        said = _said_by_records(context, answer)
        documents.append({"file": name, **_document(context, answer), **said})
        lines += [*([name] if len(found) > 1 else []), *_lines(context, answer, said)]
    good = all(one["valid"] for one in documents)
    document = {**documents[0], "valid": good, "checked": documents}
    return Answer(document, lines, DONE if good else REFUSED)


def _answers(subjects: list[str], knowledge: Knowledge) -> Iterator[tuple[str, answering.Answer]]:
    from serkut_desk.documents.answering import answer_text
    from serkut_desk.stations.checking import papers

    for subject in subjects:
        if papers.is_text(subject):
            yield "", answer_text(subject, knowledge)
            continue
        for path in papers.papers_in(Path(subject)):
            yield str(path), papers.answer_path(path, knowledge)


def _knowledge(context: Context, args: Namespace) -> Knowledge:
    """Return what was given to check with; without a key, the data folder's keys."""
    from serkut_desk.documents.knowledge import Knowledge
    from serkut_desk.documents.public_keys import read_public_keys
    from serkut_desk.stations.certificates import checking

    trusted = checking.key_given(args.key) if args.key else checking.keys_of(context.folder)
    found = Knowledge(tuple(read_public_keys(trusted)))
    files = [checking.trust_file(one) for one in (args.vouches, args.revocations) if one]
    # The list before the words for keys, if its own key needs none: a thief may have written them.
    with suppress(Refused):
        found = found.learn(files[-1]) if args.revocations else found
    for file in files:
        found = found.learn(file)
    return found


def _document(context: Context, answer: answering.Answer) -> dict[str, Any]:
    from serkut_desk.documents.answering import document
    from serkut_desk.stations.checking import wording

    return {
        **document(answer),
        "valid": answer.holds,
        "genuine": answer.genuine,
        "why": list(wording.reasons(answer, context.texts)),
        "reasons": [answer.why.value] if answer.why else [],
        "signed_at": to_text(answer.at) if answer.at else None,
    }


def _lines(
    context: Context, answer: answering.Answer, said: dict[str, str | bool | None]
) -> list[str]:
    from serkut_desk.stations.checking import wording

    words = wording.Words(context.texts.language)
    lines = [*([answer.number] if answer.number else []), words.title(answer)]
    # What the books say is newer than any list.
    lines += words.lines(answer, with_list=said["status"] is None)
    if answer.signer and not answer.genuine:
        lines.append(context.texts.say("verification.signer", fingerprint=answer.signer))
    if said["status"] is not None:
        lines.append(context.texts.say(f"certificate.status.{said['status']}"))
    if said["key_retired"]:
        lines.append(context.texts.say("certificate.key_retired"))
    return lines


def _said_by_records(context: Context, answer: answering.Answer) -> dict[str, str | bool | None]:
    """Return what the data folder knows of a number; nothing when there is none or it is in use."""
    from serkut_desk.stations.certificates import queries

    said: dict[str, str | bool | None] = {
        "status": None,
        "superseded_by": None,
        "key_retired": None,
    }
    if answer.number is None or not context.folder.database.is_file():
        return said
    # The file's own answer never depends on this.
    with suppress(KnownFailure), context.open() as desk:
        line = queries.status(desk, answer.number)
        said["status"] = "unknown" if line is None else line.state.value
        if line is not None:
            said["superseded_by"] = line.superseded_by
            if line.stale or line.doubtful:
                said["status"] = "doubtful" if line.doubtful else "stale"
        retired = {seal.fingerprint for seal in queries.seals(desk) if seal.retired_at is not None}
        said["key_retired"] = answer.signer in retired
    return said


def _page(context: Context, args: Namespace) -> Answer:
    from serkut_desk.records.files import write_synced
    from serkut_desk.stations.certificates import publishing, queries

    with context.open() as desk:
        seal = queries.seal_named(desk, None)
        write_synced(args.out, publishing.page(desk))
    document = {"file": str(args.out), "fingerprint": seal.fingerprint}
    return Answer(document, [seal.fingerprint, str(args.out)])


def _revocations(context: Context, args: Namespace) -> Answer:
    from serkut_desk.cli import keys
    from serkut_desk.records.files import write_synced
    from serkut_desk.stations.certificates.commands import SignRevocations

    with context.open() as desk:
        done = context.do(desk, SignRevocations(keys.unlocked(context, desk)))
        write_synced(args.out, desk.files.read(done.sha256))
    said = {"number": done.number, "entries": done.entries, "sha256": done.sha256}
    words = context.texts.say("checked.signed", number=done.number, entries=done.entries)
    return Answer({**said, "file": str(args.out)}, [words, str(args.out)])
