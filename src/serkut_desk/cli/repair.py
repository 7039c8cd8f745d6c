"""`repair open|take|step|undo|state|part|send|back|safety|close|list|show|faults`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.parsing import day
from serkut_desk.cli.plain import plain
from serkut_desk.domain.codes import short
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.money import euros, parse_euros
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.repair import BY_HAND, Barrier, OrderMove, RepairOutcome, StepKind
from serkut_desk.domain.repair_data import Subject

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.stations.handling import Command
    from serkut_desk.stations.repair.commands import Moved, Stepped
    from serkut_desk.stations.repair.queries import OrderCard, OrderLine
    from serkut_desk.texts import Texts

_KINDS = [one.value for one in (*BY_HAND, StepKind.DIAGNOSIS)]
_MOVES = {
    "bench": OrderMove.HAND_ON,
    "wait-part": OrderMove.WAIT_PART,
    "test": OrderMove.TO_TEST,
}
_PARTS = ("reserve", "use", "take-out", "medium-out", "want")


def register(commands: Commands) -> None:
    """Add the commands about repairs."""
    group = commands.group("repair")
    opening = group.add("open", _open)
    opening.add_argument("device", help=commands.say("cli.device.code"))
    _say(commands, opening, "--fault", type=int, required=True)
    _say(commands, opening, "--problem", required=True)
    opening.add_argument("--take", action="store_true", help=_words(commands, "take_now"))
    _order(commands, group.add("take", _take))
    stepping = group.add("step", _step)
    _order(commands, stepping)
    _say(commands, stepping, "--kind", choices=_KINDS, required=True)
    _say(commands, stepping, "--note", default="")
    _say(commands, stepping, "--task")
    _say(commands, stepping, "--fault", type=int)
    _minutes(commands, stepping)
    _order(commands, group.add("undo", _undo))
    moving = group.add("state", _state)
    _order(commands, moving)
    moving.add_argument("move", choices=list(_MOVES), help=_words(commands, "move"))
    _part_options(commands, group.add("part", _part))
    sending = group.add("send", _send)
    _order(commands, sending)
    _say(commands, sending, "--to", required=True)
    _say(commands, sending, "--sent", required=True)
    sending.add_argument("--part-only", action="store_true", help=_words(commands, "part_only"))
    coming = group.add("back", _back)
    _order(commands, coming)
    _say(commands, coming, "--note", required=True)
    _say(commands, coming, "--cost")
    _safety_options(commands, group.add("safety", _safety))
    closing = group.add("close", _close)
    _order(commands, closing)
    closing.add_argument(
        "outcome", choices=[one.value for one in RepairOutcome], help=_words(commands, "outcome")
    )
    _say(commands, closing, "--note", default="")
    _say(commands, closing, "--barrier", choices=[one.value for one in Barrier])
    closing.add_argument("--no-supply", action="store_true", help=_words(commands, "no_supply"))
    listing = group.add("list", _list)
    listing.add_argument("--done", action="store_true", help=_words(commands, "done"))
    _order(commands, group.add("show", _show))
    faults = group.add("faults", _faults)
    types = [one.value for one in DeviceType]
    faults.add_argument("type", choices=types, help=_words(commands, "device_type"))


def _words(commands: Commands, name: str) -> str:
    return commands.say(f"cli.repair.arg.{name}")


def _say(commands: Commands, parser: Parser, option: str, **more: Any) -> None:
    parser.add_argument(option, help=_words(commands, option.removeprefix("--")), **more)


def _order(commands: Commands, parser: Parser) -> None:
    parser.add_argument("order", help=_words(commands, "order"))


def _minutes(commands: Commands, parser: Parser) -> None:
    _say(commands, parser, "--minutes", type=int, default=0)


def _part_options(commands: Commands, parser: Parser) -> None:
    _order(commands, parser)
    parser.add_argument("what", choices=_PARTS, help=_words(commands, "what"))
    parser.add_argument("code", nargs="?", help=_words(commands, "code"))
    for option in ("--type", "--maker", "--model", "--serial", "--specification", "--note"):
        _say(commands, parser, option, default="")
    _say(commands, parser, "--weight", type=int)
    parser.add_argument("--place", help=commands.say("cli.part.arg.place"))
    _minutes(commands, parser)


def _safety_options(commands: Commands, parser: Parser) -> None:
    _order(commands, parser)
    subjects = [one.value for one in Subject]
    parser.add_argument("subject", choices=subjects, help=_words(commands, "subject"))
    parser.add_argument("class_", type=int, metavar="class", help=_words(commands, "class"))
    _say(commands, parser, "--value", action="append", default=[], metavar="NAME=NUMBER")
    _say(commands, parser, "--instrument", required=True)
    _say(commands, parser, "--due", type=day, required=True, metavar="DAY")
    _say(commands, parser, "--cord", type=int, default=200)
    parser.add_argument("--damaged", action="store_true", help=_words(commands, "damaged"))
    _say(commands, parser, "--note", default="")


def _open(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.repair.commands import OpenOrder

    with context.open() as desk:
        command = OpenOrder(args.device, args.fault, args.problem, take=args.take)
        done = context.do(desk, command)
    document = {
        "order": done.order,
        "device": done.device,
        "state": done.state.value,
        "label": done.label,
    }
    said = context.texts.say(
        "cli.repair.opened", device=short(done.device), order=short(done.order)
    )
    return Answer(document, [said])


def _moved(context: Context, command: Command[Moved]) -> Answer:
    with context.open() as desk:
        done = context.do(desk, command)
    document = {
        "order": done.order,
        "device": done.device,
        "before": done.before.value,
        "state": done.state.value,
    }
    state = context.texts.say(f"order_state.{done.state.value}")
    said = context.texts.say("cli.repair.moved", order=short(done.order), state=state)
    return Answer(document, [said])


def _stepped(context: Context, command: Command[Stepped]) -> Answer:
    with context.open() as desk:
        done = context.do(desk, command)
    document = {
        "order": done.order,
        "device": done.device,
        "step": done.step,
        "kind": done.kind.value,
        "minutes": done.minutes,
        "part": done.part,
        "label": done.label,
    }
    step, order = context.texts.say(f"order_step.{done.kind.value}"), short(done.order)
    if done.part is None:
        return Answer(document, [context.texts.say("cli.repair.stepped", order=order, step=step)])
    part = short(done.part)
    said = context.texts.say("cli.repair.stepped_part", order=order, step=step, part=part)
    return Answer(document, [said])


def _take(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.repair.commands import TakeOrder

    return _moved(context, TakeOrder(args.order))


def _state(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.repair.commands import SetState

    return _moved(context, SetState(args.order, _MOVES[args.move]))


def _step(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.repair.commands import AddStep, RecordDiagnosis

    kind = StepKind(args.kind)
    if kind is StepKind.DIAGNOSIS:
        found = RecordDiagnosis(args.order, args.note, args.fault, args.minutes)
        return _stepped(context, found)
    return _stepped(context, AddStep(args.order, kind, args.note, args.task, args.minutes))


def _undo(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.repair.commands import UndoStep

    return _stepped(context, UndoStep(args.order))


def _part(context: Context, args: Namespace) -> Answer:
    return _stepped(context, _part_command(args))


def _part_command(args: Namespace) -> Command[Stepped]:
    """Return what is done with a part."""
    from serkut_desk.stations.repair import commands

    code: str = args.code or ""
    if args.what == "reserve":
        return commands.ReservePart(args.order, code)
    if args.what == "use":
        return commands.UsePart(args.order, code, args.minutes)
    if args.what == "medium-out":
        return commands.TakeOutMedium(args.order, code, args.weight, args.place, args.minutes)
    if args.what == "want":
        words = (args.maker, args.model, args.specification, args.note)
        return commands.WantPart(args.order, args.type or code, *words)
    return commands.TakeOutPart(
        args.order,
        type=args.type,
        part=args.code,
        manufacturer=args.maker,
        model=args.model,
        serial=args.serial,
        specification=args.specification,
        note=args.note,
        weight_g=args.weight,
        place=args.place,
        minutes=args.minutes,
    )


def _send(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.repair.commands import SendOut

    return _moved(context, SendOut(args.order, args.to, args.sent, whole=not args.part_only))


def _back(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.repair.commands import ComeBack

    cost = None if args.cost is None else parse_euros(args.cost)
    if args.cost is not None and cost is None:
        raise Misused("cost_range", given=args.cost)
    return _moved(context, ComeBack(args.order, args.note, cost))


def _safety(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.repair.commands import RecordSafetyTest

    command = RecordSafetyTest(
        args.order,
        Subject(args.subject),
        args.class_,
        seen=not args.damaged,
        values=tuple(_value(text) for text in args.value),
        instrument=args.instrument,
        calibration_due=args.due,
        cord_cm=args.cord,
        note=args.note,
    )
    with context.open() as desk:
        done = context.do(desk, command)
    document = {
        "order": done.order,
        "device": done.device,
        "passed": done.passed,
        "values": plain(done.values),
    }
    said = "cli.repair.passed" if done.passed else "cli.repair.failed"
    return Answer(document, [context.texts.say(said, order=short(done.order))])


def _value(text: str) -> tuple[str, int]:
    """Return one measured figure.

    Raises:
        Misused: `measurement_unknown` when it is no `NAME=NUMBER`.
    """
    name, _, number = text.partition("=")
    if not (number.isascii() and number.isdigit()):
        raise Misused("measurement_unknown", measurement=text)
    return name, int(number)


def _close(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.repair.commands import CloseOrder

    command = CloseOrder(
        args.order,
        RepairOutcome(args.outcome),
        args.note,
        Barrier(args.barrier) if args.barrier else None,
        no_supply=args.no_supply,
    )
    with context.open() as desk:
        done = context.do(desk, command)
    document = {
        "order": done.order,
        "device": done.device,
        "outcome": done.outcome.value,
        "state": done.state.value,
        "again": list(done.again),
        "kept": done.kept,
        "freed": list(done.freed),
    }
    said = context.texts.say(
        "cli.repair.closed",
        order=short(done.order),
        outcome=context.texts.say(f"order_outcome.{done.outcome.value}"),
        device=short(done.device),
        state=context.texts.say(f"state.{done.state.value}"),
    )
    return Answer(document, [said])


def _list(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.repair import queries

    with context.open() as desk:
        found = queries.board(desk, context.session(desk, Permission.REPAIR))
    shown = plain(found)
    if not args.done:
        shown.pop("done")
    lines = [
        context.texts.say(
            "cli.repair.waiting",
            device=short(one.device.code),
            model=f"{one.device.manufacturer} {one.device.model}".strip(),
            reason=one.reason,
        )
        for one in found.waiting
    ]
    orders = (*found.orders, *(found.done if args.done else ()))
    return Answer(shown, [*lines, *(_spoken(one, context.texts) for one in orders)])


def _spoken(line: OrderLine, texts: Texts) -> str:
    state = f"order_state.{line.state.value}"
    if line.outcome is not None:
        state = f"order_outcome.{line.outcome.value}"
    device = f"{line.device.manufacturer} {line.device.model}".strip()
    fault = dict(line.fault_words).get(texts.language) or dict(line.fault_words)["en"]
    words = (short(line.order), texts.say(state), short(line.device.code), device, fault)
    return "  ".join((*words, f"{line.minutes} min"))


def _show(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.repair import queries

    with context.open() as desk:
        card = queries.card(desk, context.session(desk, Permission.REPAIR), args.order)
    return Answer(_document(card), list(_told(card, context.texts)))


def _document(card: OrderCard) -> dict[str, Any]:
    shown: dict[str, Any] = plain(card)
    line = shown.pop("line")
    for way in shown["ways"]:
        way["missing"] = [one["code"] for one in way["missing"]]
    shown["missing"] = [one["code"] for one in shown["missing"]]
    return {**line, **shown}


def _told(card: OrderCard, texts: Texts) -> list[str]:
    lines = [_spoken(card.line, texts), card.line.problem]
    if card.diagnosis:
        lines.append(card.diagnosis)
    for step in card.steps:
        if not step.undone:
            part = f" {short(step.part)}" if step.part else ""
            kind = texts.say(f"order_step.{step.kind.value}")
            lines.append(f"  {kind}{part} {step.note}".rstrip() + f"  {step.minutes} min")
    for out in card.outside:
        cost = "" if out.cost_cents is None else euros(out.cost_cents)
        lines.append(f"  {out.organisation}: {out.what} {out.came_note} {cost}".rstrip())
    for test in card.tests:
        said = "cli.repair.passed" if test.passed else "cli.repair.failed"
        lines.append("  " + texts.say(said, order=test.instrument))
    return lines


def _faults(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.repair import queries

    found = queries.faults(args.type)
    language = context.texts.language
    words = {
        number: one.words.get(language, one.words["en"]) for number, one in found.faults.items()
    }
    document = {
        "list": found.key,
        "faults": [
            {"number": number, "words": dict(one.words)} for number, one in found.faults.items()
        ],
    }
    return Answer(document, [f"{number:3}  {said}" for number, said in words.items()])
