"""`wipes import|record|phone|list|show|approve|assign|set-aside|performer|withdraw`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.cli.answer import DONE, REFUSED, Answer
from serkut_desk.cli.evidence import add_list, show_inbox
from serkut_desk.cli.media import say_row
from serkut_desk.cli.plain import plain
from serkut_desk.domain.approval import slots_sentence
from serkut_desk.domain.data_state import CountSource
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.policy import Attestation, SanitisationTechnique
from serkut_desk.domain.sanitisation import Acceptance

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.stations.handling import Command
    from serkut_desk.stations.wiping.results import ImportedDrive, ImportedFile, RunDone

_SEEN = [source.value for source in CountSource]
_ACCEPTED = [word.value for word in Acceptance]
_TECHNIQUES = [technique.value for technique in SanitisationTechnique]
_ATTESTED = [word.value for word in Attestation]


def register(commands: Commands) -> None:
    """Add the commands about wipes and their approval."""
    say, wipes = commands.say, commands.group("wipes")
    importing = wipes.add("import", _import)
    importing.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help=say("cli.wiping.path")
    )
    importing.add_argument("--performed-by", metavar="HK", help=say("cli.wiping.performer"))
    _add_record(commands, wipes.add("record", _record))
    _add_phone(commands, wipes.add("phone", _phone))
    add_list(commands, wipes.add("inbox", show_inbox))
    listing = wipes.add("list", _list)
    listing.add_argument("device", nargs="?", help=say("cli.wiping.device"))
    wipes.add("show", _show).add_argument("medium", help=say("cli.wiping.medium"))
    approving = wipes.add("approve", _approve)
    approving.add_argument("devices", nargs="+", metavar="SD", help=say("cli.wiping.device"))
    approving.add_argument("--media-count", type=int, required=True, help=say("cli.wiping.count"))
    approving.add_argument("--seen", choices=_SEEN, required=True, help=say("cli.wiping.seen"))
    approving.add_argument(
        "--accept",
        action="append",
        nargs="+",
        default=[],
        choices=_ACCEPTED,
        help=say("cli.wiping.accept"),
    )
    assigning = wipes.add("assign", _assign)
    assigning.add_argument("run", type=int, help=say("cli.wiping.run"))
    assigning.add_argument("medium", help=say("cli.wiping.medium"))
    setting = wipes.add("set-aside", _set_aside)
    setting.add_argument("run", type=int, help=say("cli.wiping.run"))
    setting.add_argument("--reason", required=True, help=say("cli.wiping.reason"))
    naming = wipes.add("performer", _performer)
    naming.add_argument("run", type=int, help=say("cli.wiping.run"))
    naming.add_argument("performed_by", metavar="HK", help=say("cli.wiping.performer"))
    withdrawing = wipes.add("withdraw", _withdraw)
    withdrawing.add_argument("device", help=say("cli.wiping.device"))
    withdrawing.add_argument("--reason", required=True, help=say("cli.wiping.reason"))


def _add_phone(commands: Commands, parser: Parser) -> None:
    say = commands.say
    parser.add_argument("medium", help=say("cli.wiping.medium"))
    parser.add_argument("--platform", required=True, help=say("cli.wiping.platform"))
    parser.add_argument("--scanned", required=True, help=say("cli.wiping.scanned"))
    parser.add_argument("--os-version", required=True, help=say("cli.wiping.os_version"))
    parser.add_argument("--photo", type=Path, required=True, help=say("cli.wiping.photo"))
    parser.add_argument("--performed-by", metavar="HK", help=say("cli.wiping.performer"))
    parser.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="QUESTION=ANSWER",
        help=say("cli.wiping.answer"),
    )


def _add_record(commands: Commands, parser: Parser) -> None:
    say = commands.say
    parser.add_argument("medium", help=say("cli.wiping.medium"))
    parser.add_argument(
        "--technique", choices=_TECHNIQUES, required=True, help=say("cli.wiping.technique")
    )
    parser.add_argument("--evidence", type=Path, required=True, help=say("cli.wiping.evidence"))
    parser.add_argument("--reason", required=True, help=say("cli.wiping.reason"))
    parser.add_argument("--failed", action="store_true", help=say("cli.wiping.failed"))
    parser.add_argument(
        "--attest",
        action="append",
        default=[],
        choices=_ATTESTED,
        help=say("cli.wiping.attest"),
    )
    parser.add_argument("--tool", default="", help=say("cli.wiping.tool"))
    parser.add_argument("--tool-version", help=say("cli.wiping.tool"))
    parser.add_argument("--started", type=_moment, metavar="TIME", help=say("cli.wiping.time"))
    parser.add_argument("--ended", type=_moment, metavar="TIME", help=say("cli.wiping.time"))
    parser.add_argument("--performed-by", metavar="HK", help=say("cli.wiping.performer"))


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise Misused("time_form", given=text) from None


def _import(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import ImportReports

    with context.open() as desk:
        done = context.do(desk, ImportReports(tuple(args.paths), args.performed_by))
    document = {"files": [file_plain(one) for one in done.files]}
    lines = [line for one in done.files for line in file_lines(context, one)]
    return Answer(document, lines, REFUSED if done.unreadable else DONE)


def file_plain(file: ImportedFile) -> dict[str, object]:
    """Return what became of a file, for JSON."""
    return {
        "file": file.file,
        "number": file.number,
        "sha256": file.sha256,
        "outcome": file.outcome,
        "place": file.place,
        "waits": file.waits,
        "first": file.first,
        "kind": file.kind,
        "runs": [
            {
                "started": run.started,
                "ended": run.ended,
                "tool": run.tool,
                "link": run.link,
                "results": [_drive(one) for one in run.results],
            }
            for run in file.runs
        ],
    }


def _drive(drive: ImportedDrive) -> dict[str, object]:
    return {**plain(drive), "reasons": [reason["code"] for reason in drive.reasons]}


def file_lines(context: Context, file: ImportedFile) -> list[str]:
    """Return what became of a file, in words: where it stands, and each drive."""
    say = context.texts.say
    mark = "! " if file.waits else ""
    again = f" {say('place.again', first=file.first)}" if file.first else ""
    lines = [f"{mark}{file.file}: {say(f'place.{file.place}')}{again}"]
    for run in file.runs:
        for one in run.results:
            name = one.serial or one.device
            where = one.medium or say(f"match.{one.match}")
            lines.append(f"  {one.device}  {name}  {say(f'verdict.{one.verdict}')}  {where}")
    return lines


def run_answer(context: Context, command: Command[RunDone]) -> Answer:
    """Carry out a command about one run and answer with it."""
    with context.open() as desk:
        done = context.do(desk, command)
    run, gathered = done.run, done.gathered
    document = {
        "run": run.id,
        "medium": run.medium_id,
        "serial": run.serial,
        "technique": run.technique.value,
        "verdict": run.verdict.value,
        "match": run.match,
        "performed_by": run.performed_by,
        "second_by": run.second_by,
        "set_aside_by": run.set_aside_by,
        "contradicted": run.contradicted,
        "sha256": run.sha256,
        "device": gathered.device.code if gathered else None,
        "device_state": gathered.state.value if gathered else None,
    }
    say = context.texts.say
    line = f"({run.id})  {run.serial or '-'}  {say(f'technique.{run.technique}')}"
    return Answer(document, [f"{line}  {say(run.result_key)}"])


def _record(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import RecordRun

    return run_answer(
        context,
        RecordRun(
            medium=args.medium,
            technique=SanitisationTechnique(args.technique),
            evidence=args.evidence,
            reason=args.reason,
            succeeded=not args.failed,
            attested=frozenset(Attestation(word) for word in args.attest),
            tool=args.tool,
            tool_version=args.tool_version,
            started=args.started,
            ended=args.ended,
            performed_by=args.performed_by,
        ),
    )


def _phone(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import RecordPhone

    answers = []
    for given in args.answer:
        question, equals, answer = given.partition("=")
        if not equals:
            raise Misused("not_a_pair", text=given)
        answers.append((question, answer))
    return run_answer(
        context,
        RecordPhone(
            medium=args.medium,
            platform=args.platform,
            scanned=args.scanned,
            os_version=args.os_version,
            answers=tuple(answers),
            photo=args.photo,
            performed_by=args.performed_by,
        ),
    )


def _list(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping import queries

    with context.open() as desk:
        session = context.session(desk, Permission.SEARCH)
        if args.device is None:
            rows = queries.waiting(desk, session)
        else:
            rows = queries.media_of(desk, session, args.device)
    return Answer(plain(rows), [say_row(context, row) for row in rows])


def _show(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping import queries

    with context.open() as desk:
        view = queries.evidence(desk, context.session(desk, Permission.SEARCH), args.medium)
    say = context.texts.say
    judged = view.judgement
    required, reached = say(f"level.{judged.required}"), say(f"level.{judged.level}")
    lines = [f"{view.name}  {say(f'medium_state.{view.state}')}  {required} > {reached}"]
    lines += [say(f"error.{one.code}.what", **one.fields) for one in judged.missing]
    lines += [say(f"advice.{word}") for word in judged.advice]
    for one in view.attempts:
        what = say(one.run.result_key)
        lines.append(f"  ({one.run.id})  {one.run.method}  {one.run.started or '-'}  {what}")
    return Answer(plain(view), lines)


def _approve(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import Approve, Counted

    accepted = frozenset(Acceptance(word) for words in args.accept for word in words)
    devices = tuple(Counted(device, args.media_count) for device in args.devices)
    with context.open() as desk:
        done = context.do(desk, Approve(devices, CountSource(args.seen), accepted))
    document = {
        "approved": [
            {
                "device": one.gathered.device.code,
                "approval": one.approval,
                "media_count": one.media_count,
                "slots": one.slots,
                "state": one.gathered.state.value,
                "data_state": one.gathered.data_state.value,
            }
            for one in done.approved
        ],
        "labels": list(done.labels),
        "drawn": list(done.drawn),
    }
    say = context.texts.say
    lines = [
        f"{one.gathered.device.code}  {say(f'data_state.{one.gathered.data_state}')}"
        for one in done.approved
    ]
    doubts = [(one, slots_sentence(one.media_count, one.slots)) for one in done.approved]
    lines += [
        f"{one.gathered.device.code}  {say(key, count=one.media_count, slots=one.slots)}"
        for one, key in doubts
        if key
    ]
    lines += [f"{name}  {say('look.drawn')}" for name in done.drawn]
    return Answer(document, lines)


def _assign(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import AssignRun

    return run_answer(context, AssignRun(args.run, args.medium))


def _set_aside(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import SetAsideRun

    return run_answer(context, SetAsideRun(args.run, args.reason))


def _performer(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import NamePerformer

    return run_answer(context, NamePerformer(args.run, args.performed_by))


def _withdraw(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.wiping.commands import WithdrawApproval

    with context.open() as desk:
        done = context.do(desk, WithdrawApproval(args.device, args.reason))
    gathered = done.gathered
    document = {
        "device": gathered.device.code,
        "state": gathered.state.value,
        "data_state": gathered.data_state.value,
    }
    line = f"{gathered.device.code}  {context.texts.say(f'data_state.{gathered.data_state}')}"
    return Answer(document, [line])
