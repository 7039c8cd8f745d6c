"""`certificate verify|page|revocations`: for everybody who checks certificates."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack, suppress
from dataclasses import replace
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
    from serkut_desk.stations.desk import Desk

_UNKNOWN, _NOT_READ = "unknown", "not_read"
# What the books alone know, whatever a paper says of itself.
_DOUBTED = (_UNKNOWN, "doubtful", _NOT_READ)
# One that is stale speaks the truth about its own day; nothing was taken back.
_HOLDING = (None, "valid", "stale")


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
    documents: list[dict[str, Any]] = []
    lines: list[list[str]] = []
    counts: Counter[str] = Counter()
    words: Counter[str] = Counter()
    with ExitStack() as stack:
        books, unread = _books(context, stack)
        knowledge, own = _knowledge(context, args, books)
        unheard = _own_keys(context) if unread else frozenset()
        for name, given, found in _answers(args.subjects, knowledge):
            # What the books know is no list: nobody signed it yet.
            answer = replace(found, known=None) if own else found
            said = _said_by_books(books, answer, given)
            if answer.genuine and answer.signer in unheard:
                # They may know that it ended: nobody may take it for one that holds.
                said["status"] = _NOT_READ
            documents.append({"file": name, **_document(context, answer, said), **said})
            lines.append(_lines(context, answer, said))
            counts[said["status"] if said["status"] in _DOUBTED else answer.outcome.value] += 1
            words[_word(context, answer, said)] += 1
    if not documents:
        document = {"valid": False, "checked": []}
        return Answer(document, [context.texts.say("checked.no_files")], REFUSED)
    good = all(one["valid"] for one in documents)
    document = {**documents[0], "valid": good, "checked": documents, "counts": dict(counts)}
    if len(documents) > 1:
        lines = [[one["file"], *told] for one, told in zip(documents, lines, strict=True)]
        summary = ", ".join(f"{word} ({count})" for word, count in words.most_common())
        told = context.texts.say("checked.summary", count=len(documents), summary=summary)
        lines.append([told])
    if any(one["status"] == _NOT_READ for one in documents):
        lines.append([context.texts.say("certificate.books_not_read", why=unread)])
    return Answer(document, [line for one in lines for line in one], DONE if good else REFUSED)


def _books(context: Context, stack: ExitStack) -> tuple[Desk | None, str]:
    """Return the workshop of the data folder, if there is one, and why it cannot be read."""
    if not context.folder.database.is_file():
        return None, ""
    # The file's own answer never depends on this.
    try:
        return stack.enter_context(context.open()), ""
    except KnownFailure as failure:
        return None, context.texts.failure(failure)["what"]


def _own_keys(context: Context) -> frozenset[str]:
    """Return the fingerprints of the data folder's keys, which lie beside its books."""
    from serkut_desk.documents.public_keys import fingerprint_of, read_public_keys
    from serkut_desk.stations.certificates import checking

    with suppress(Refused):
        return frozenset(map(fingerprint_of, read_public_keys(checking.keys_of(context.folder))))
    return frozenset()


def _answers(
    subjects: list[str], knowledge: Knowledge
) -> Iterator[tuple[str, bytes | str, answering.Answer]]:
    from serkut_desk.documents.answering import answer_file, answer_text
    from serkut_desk.stations.checking import papers

    for subject in subjects:
        if papers.is_text(subject):
            yield "", subject, answer_text(subject, knowledge)
            continue
        for path in papers.papers_in(Path(subject)):
            data = papers.read(path)
            yield str(path), data, answer_file(data, knowledge)


def _knowledge(context: Context, args: Namespace, books: Desk | None) -> tuple[Knowledge, bool]:
    """Return what there is to check with, and whether the books gave it.

    What was given; without anything the books, else the data folder's keys.
    """
    from serkut_desk.documents.knowledge import Knowledge
    from serkut_desk.documents.public_keys import read_public_keys
    from serkut_desk.stations.certificates import checking
    from serkut_desk.stations.trust_now import own_knowledge

    files = [checking.trust_file(one) for one in (args.vouches, args.revocations) if one]
    if books is not None and not args.key and not files:
        with suppress(Refused):
            return own_knowledge(books), True
    trusted = checking.key_given(args.key) if args.key else checking.keys_of(context.folder)
    found = Knowledge(tuple(read_public_keys(trusted)))
    # The list before the words for keys, if its own key needs none: a thief may have written them.
    with suppress(Refused):
        found = found.learn(files[-1]) if args.revocations else found
    for file in files:
        found = found.learn(file)
    return found, False


def _document(context: Context, answer: answering.Answer, said: dict[str, Any]) -> dict[str, Any]:
    from serkut_desk.documents.answering import document
    from serkut_desk.stations.checking import wording

    return {
        **document(answer),
        "valid": answer.holds and said["status"] in _HOLDING,
        "genuine": answer.genuine,
        "why": list(wording.reasons(answer, context.texts)),
        "reasons": [answer.why.value] if answer.why else [],
        "signed_at": to_text(answer.at) if answer.at else None,
    }


def _word(context: Context, answer: answering.Answer, said: dict[str, Any]) -> str:
    """Return an answer in a word or two, as the summary counts it."""
    from serkut_desk.stations.checking import wording

    if said["status"] in _DOUBTED:
        return context.texts.say(f"checked.{said['status']}")
    return wording.Words(context.texts.language).title(answer)


def _lines(context: Context, answer: answering.Answer, said: dict[str, Any]) -> list[str]:
    from serkut_desk.bootstrap import SystemClock
    from serkut_desk.stations.checking import wording

    status, say = said["status"], context.texts.say
    number = [answer.number] if answer.number else []
    if status == _UNKNOWN:
        return [*number, say(f"certificate.status.{status}")]
    # What the books say is newer than any list.
    now = SystemClock().now() if status is None else None
    words = wording.Words(context.texts.language, now)
    lines = [*number, words.title(answer), *words.lines(answer)]
    if answer.signer and not answer.genuine:
        lines.append(say("verification.signer", fingerprint=answer.signer))
    if status is not None:
        lines.append(say(f"certificate.status.{status}"))
    if said["key_retired"]:
        lines.append(say("certificate.key_retired"))
    return lines


def _said_by_books(
    books: Desk | None, answer: answering.Answer, given: bytes | str
) -> dict[str, str | bool | None]:
    """Return what the books say of a paper that a key of this workshop signed."""
    from serkut_desk.stations.certificates import queries
    from serkut_desk.stations.checking import papers

    said: dict[str, str | bool | None] = {
        "status": None,
        "superseded_by": None,
        "key_retired": None,
    }
    if books is None or answer.number is None:
        return said
    own = {seal.fingerprint: seal for seal in queries.seals(books)}
    # Another workshop has numbers of its own.
    if answer.signer not in own:
        return said
    line = queries.status(books, answer.number)
    with books.database.reading() as work:
        issued = papers.booked_as(work, answer.number, given) is not None
    said["key_retired"] = own[answer.signer].retired_at is not None
    if line is None or not issued:
        said["status"] = _UNKNOWN
        return said
    said["status"] = line.standing.partition(".")[0] or line.state.value
    said["superseded_by"] = line.superseded_by
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
