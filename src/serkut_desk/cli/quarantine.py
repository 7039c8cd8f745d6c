"""`quarantine report|list|request|answer|free|dismantle`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.parsing import day, own_code
from serkut_desk.cli.plain import plain
from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.data_state import Lock
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.quarantine import DonorAnswer

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.stations.quarantine.commands import Ended
    from serkut_desk.stations.quarantine.queries import QueueLine
    from serkut_desk.texts import Texts

_LOCKS = [one.value for one in Lock]
_ANSWERS = [one.value for one in DonorAnswer]


def register(commands: Commands) -> None:
    """Add the commands about quarantine."""
    group = commands.group("quarantine")
    reporting = group.add("report", _report)
    _device(commands, reporting)
    reporting.add_argument("lock", choices=_LOCKS, help=commands.say("cli.quarantine.report.lock"))
    reporting.add_argument("--note", default="", help=commands.say("cli.quarantine.report.note"))
    group.add("list", _list)
    requesting = group.add("request", _request)
    _device(commands, requesting)
    requesting.add_argument(
        "--by", type=day, metavar="DAY", help=commands.say("cli.quarantine.request.by")
    )
    requesting.add_argument("--out", type=Path, help=commands.say("cli.quarantine.request.out"))
    answering = group.add("answer", _answer)
    _device(commands, answering)
    answering.add_argument(
        "answer", choices=_ANSWERS, help=commands.say("cli.quarantine.answer.word")
    )
    answering.add_argument("--note", required=True, help=commands.say("cli.quarantine.answer.note"))
    _lock(commands, answering)
    freeing = group.add("free", _free)
    _ending(commands, freeing)
    _lock(commands, freeing)
    _ending(commands, group.add("dismantle", _dismantle))


def _device(commands: Commands, parser: Parser) -> None:
    parser.add_argument("device", help=commands.say("cli.device.code"))


def _lock(commands: Commands, parser: Parser) -> None:
    parser.add_argument("--lock", choices=_LOCKS, help=commands.say("cli.quarantine.lock"))


def _ending(commands: Commands, parser: Parser) -> None:
    _device(commands, parser)
    parser.add_argument("--reason", required=True, help=commands.say("cli.reason"))
    parser.add_argument("--second", type=own_code, metavar="CODE", help=commands.say("cli.second"))


def _report(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.quarantine.commands import ReportLock, ReportStolen

    lock = Lock(args.lock)
    stolen = lock is Lock.STOLEN
    command = (
        ReportStolen(args.device, args.note) if stolen else ReportLock(args.device, lock, args.note)
    )
    with context.open() as desk:
        done = context.do(desk, command)
    document = {"device": done.device, "lock": done.lock.value, "already": done.already}
    said = "cli.quarantine.already" if done.already else "cli.quarantine.reported"
    return Answer(document, [context.texts.say(said, device=done.device)])


def _list(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.quarantine import queries

    with context.open() as desk:
        found = queries.queue(desk, context.session(desk, Permission.GRADE))
    document = [_document(line) for line in found]
    return Answer(document, [_spoken(line, context.texts) for line in found])


def _document(line: QueueLine) -> dict[str, Any]:
    shown: dict[str, Any] = plain(line)
    return {"device": shown.pop("code"), **shown}


def _spoken(line: QueueLine, texts: Texts) -> str:
    what = f"{line.manufacturer} {line.model}".strip()
    why = ", ".join(texts.say(f"lock.short.{one.lock.value}") for one in line.reasons)
    since = local(line.since)
    step = texts.say(f"quarantine.step.{line.step.value}")
    day_ = f"{since.day}.{since.month}.{since.year}"
    return f"{short(line.code)}  {day_}  {what}  {why}  {line.donor}  -> {step}"


def _request(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations import papers
    from serkut_desk.stations.quarantine.commands import RequestRelease

    command = RequestRelease(args.device, args.by, context.texts.language)
    with context.open() as desk:
        done = context.do(desk, command)
        session = context.session(desk, Permission.QUARANTINE)
        files = papers.files_of(desk, session, done.number, Permission.QUARANTINE)
        pdf, sheet = papers.written(files, args.out or desk.folder.papers)
    document = {
        "number": done.number,
        "donor": done.donor,
        "devices": list(done.devices),
        "pdf": str(pdf),
        "sheet": str(sheet),
    }
    return Answer(document, [done.number, str(pdf), str(sheet)])


def _answer(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.quarantine.commands import RecordAnswer

    answer, lock = DonorAnswer(args.answer), _lock_of(args)
    with context.open() as desk:
        done = context.do(desk, RecordAnswer(args.device, answer, args.note, lock))
    document = {
        "device": done.device,
        "locks": [one.value for one in done.locks],
        "answer": done.answer.value,
    }
    said = context.texts.say(f"quarantine.answer.{done.answer.value}")
    return Answer(document, [f"{done.device}: {said}"])


def _free(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.quarantine.commands import FreeDevice

    with context.open() as desk:
        second = context.second(desk, args.second, Permission.QUARANTINE)
        command = FreeDevice(args.device, args.reason, _lock_of(args), second)
        return _ended(context.do(desk, command), context.texts)


def _dismantle(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.quarantine.commands import TakeApart

    with context.open() as desk:
        second = context.second(desk, args.second, Permission.QUARANTINE)
        return _ended(context.do(desk, TakeApart(args.device, args.reason, second)), context.texts)


def _lock_of(args: Namespace) -> Lock | None:
    return Lock(args.lock) if args.lock else None


def _ended(done: Ended, texts: Texts) -> Answer:
    document = {
        "device": done.device,
        "locks": [one.value for one in done.locks],
        "outcome": done.way.value,
        "left": [one.value for one in done.left],
        "state": done.state,
    }
    state = texts.say(f"state.{done.state}")
    return Answer(document, [texts.say("cli.quarantine.ended", device=done.device, state=state)])
