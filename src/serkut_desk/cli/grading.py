"""`grade list|show|history|answer|zone|clean|measure|finish|override`; `decide`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.parsing import own_code
from serkut_desk.cli.plain import plain
from serkut_desk.domain.advice import Way
from serkut_desk.domain.checklist import CheckKind, Result, words_in
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.outcomes import Grade
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations import advice_words, grade_words

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.domain.checklist import Check, Checklist
    from serkut_desk.domain.grading import Graded
    from serkut_desk.domain.inspection import Answers
    from serkut_desk.stations.grading.commands import Kept
    from serkut_desk.stations.grading.queries import InspectionView, Look
    from serkut_desk.stations.handling import Command
    from serkut_desk.texts import Texts

_ANSWERS = {"yes": True, "no": False}


def register(commands: Commands) -> None:
    """Add the commands about grading."""
    group = commands.group("grade")
    group.add("list", _list)
    for name, run in (("show", _show), ("history", _history)):
        _device(group.add(name, run), commands)
    answering = _device(group.add("answer", _answer), commands)
    answering.add_argument("check", metavar="CHECK", help=commands.say("cli.grade.check"))
    answering.add_argument(
        "result", choices=[one.value for one in Result], help=commands.say("cli.grade.result")
    )
    answering.add_argument("--reason", metavar="WHY", help=commands.say("cli.grade.why"))
    zone = _device(group.add("zone", _zone), commands)
    zone.add_argument("zone", metavar="PART", help=commands.say("cli.grade.part"))
    zone.add_argument("facts", nargs="+", metavar="FACT", help=commands.say("cli.grade.facts"))
    _device(group.add("clean", _clean), commands)
    measuring = _device(group.add("measure", _measure), commands)
    measuring.add_argument("check", metavar="CHECK", help=commands.say("cli.grade.check"))
    measuring.add_argument("value", type=int, help=commands.say("cli.grade.value"))
    _device(group.add("finish", _finish), commands)
    overriding = _device(group.add("override", _override), commands)
    overriding.add_argument(
        "grade", choices=[one.value for one in Grade], help=commands.say("cli.grade.letter")
    )
    overriding.add_argument("--reason", required=True, help=commands.say("cli.reason"))
    deciding = _device(commands.add("decide", _decide), commands)
    deciding.add_argument(
        "outcome", choices=[one.value for one in Way], help=commands.say("cli.decide.plan")
    )
    deciding.add_argument("--reason", required=True, help=commands.say("cli.reason"))


def _device(parser: Parser, commands: Commands) -> Parser:
    parser.add_argument(
        "device", metavar="SD", type=own_code, help=commands.say("cli.grade.device")
    )
    return parser


def _list(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.grading import queries

    with context.open() as desk:
        found = queries.queue(desk, context.session(desk, Permission.SEARCH))
    say = context.texts.say
    rows = (
        (one.device, one.grade or "-", one.make, say(f"state.{one.state.value}"), one.place)
        for one in found
    )
    return Answer(plain(found), ["  ".join(row).rstrip() for row in rows])


def _show(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.grading import queries

    with context.open() as desk:
        found = queries.look(desk, context.session(desk, Permission.SEARCH), args.device)
    return Answer(_look_document(found, context.texts), list(_look_lines(found, context.texts)))


def _look_document(look: Look, texts: Texts) -> dict[str, Any]:
    preview = look.preview
    return {
        "device": look.device,
        "state": look.state.value,
        "checklist": {"type": look.checklist.type.value, "version": look.checklist.version},
        "answered": len(look.asked) - len(look.left),
        "asked": len(look.asked),
        "checks": [_check_document(look, check, texts) for check in look.checklist.checks.values()],
        "zones": _zones(look.checklist, look.answers, texts),
        "reasons": {
            key: words_in(one.words, texts.language) for key, one in look.checklist.reasons.items()
        },
        "preview": _graded(preview, look.checklist, texts) if preview else None,
        "inspection": _inspection(look.held, texts) if look.held else None,
        "decision": plain(look.decision),
        "against": look.against.code if look.against else None,
    }


def _check_document(look: Look, check: Check, texts: Texts) -> dict[str, Any]:
    said = {
        "check": check.key,
        "kind": check.kind.value,
        "words": words_in(check.words, texts.language),
        "mandatory": check.mandatory,
    }
    if check.kind is CheckKind.FILLED and check.source is not None:
        return {**said, "result": look.filled[check.source.value].value}
    given = look.answers.checks.get(check.key)
    return {
        **said,
        "asked": check in look.asked,
        "answered": check in look.asked and check not in look.left,
        "result": given.result.value if given else None,
        "reason": given.reason if given else None,
        "value": look.answers.measures.get(check.key),
    }


def _zones(checklist: Checklist, answers: Answers, texts: Texts) -> list[dict[str, Any]]:
    return [
        {
            "zone": key,
            "words": words_in(zone.words, texts.language),
            "questions": [question.key for question in zone.questions],
            "answers": dict(answers.zones.get(key, {})),
        }
        for key, zone in checklist.zones.items()
    ]


def _graded(graded: Graded, checklist: Checklist, texts: Texts) -> dict[str, Any]:
    return {
        "grade": graded.grade.value,
        "functional": graded.functional.value,
        "battery": graded.battery,
        "reasons": [
            {"code": one.code, **one.fields, "text": said}
            for one, said in (
                (one, grade_words.reason_sentence(one, checklist, texts)) for one in graded.reasons
            )
        ],
        "like": {"looks": graded.looks_category, "function": graded.function_category},
    }


def _inspection(view: InspectionView, texts: Texts) -> dict[str, Any]:
    checks = view.checklist.checks
    return {
        "inspection": view.id,
        "checklist_version": view.checklist.version,
        "rules_version": view.rules_version,
        "grade": view.grade.value,
        "computed": _graded(view.graded, view.checklist, texts),
        "override": view.override.value if view.override else None,
        "override_reason": view.override_reason,
        "at": plain(view.at),
        "ended": view.ended_reason,
        "answers": [
            {
                "check": key,
                "words": words_in(checks[key].words, texts.language),
                "result": one.result.value,
                "reason": one.reason,
            }
            for key, one in view.answers.checks.items()
        ],
        "zones": plain(view.answers.zones),
        "measures": plain(view.answers.measures),
    }


def _look_lines(look: Look, texts: Texts) -> Iterator[str]:
    answered = len(look.asked) - len(look.left)
    yield f"{look.device}  {look.make}  {answered} / {len(look.asked)}"
    held = look.held
    if held is not None:
        yield from _graded_lines(held.graded, held.checklist, texts)
    if held is not None and held.override is not None:
        yield texts.say(
            "grade.overridden",
            computed=held.graded.grade.value,
            grade=held.override.value,
            reason=held.override_reason,
        )
    for check in look.checklist.checks.values():
        yield f"  {check.key}  {words_in(check.words, texts.language)}: {_said(look, check, texts)}"


def _said(look: Look, check: Check, texts: Texts) -> str:
    if check.kind is CheckKind.FILLED and check.source is not None:
        return texts.say(f"grade.result.{look.filled[check.source.value].value}")
    given, value = look.answers.checks.get(check.key), look.answers.measures.get(check.key)
    if given is not None:
        return texts.say(f"grade.result.{given.result.value}")
    if value is not None and check.measure is not None:
        return f"{value} {check.measure.unit}".rstrip()
    return "-" if check in look.left or check not in look.asked else texts.say("grade.result.pass")


def _graded_lines(graded: Graded, checklist: Checklist, texts: Texts) -> Iterator[str]:
    works = texts.say(f"grade.functional.{graded.functional.value}")
    yield f"{graded.grade.value}  {works}  {graded.battery or ''}".rstrip()
    for sentence in grade_words.reason_sentences(graded.reasons, checklist, texts):
        yield f"  {sentence}"
    yield grade_words.category_words(graded, texts)


def _history(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.grading import queries

    with context.open() as desk:
        session = context.session(desk, Permission.SEARCH)
        inspections, decisions = queries.history(desk, session, args.device)
    document = {
        "inspections": [_inspection(one, context.texts) for one in inspections],
        "decisions": plain(decisions),
    }
    say = context.texts.say
    lines = [f"{one.at:%Y-%m-%d}  {one.grade.value}" for one in inspections]
    lines += [
        f"{one.at:%Y-%m-%d}  {say('grade.outcome.' + one.outcome.value)}  {one.reason}"
        for one in decisions
    ]
    return Answer(document, lines)


def _keep(context: Context, command: Command[Kept]) -> Answer:
    with context.open() as desk:
        kept = context.do(desk, command)
    stop = kept.stop
    document = {
        "device": kept.device,
        "answered": kept.answered,
        "asked": kept.asked,
        "stop": stop.id if stop else None,
    }
    say = context.texts.say
    if stop is not None:
        return Answer(document, [say(f"error.battery_hazard.{part}") for part in ("what", "next")])
    fields = {"device": kept.device, "answered": kept.answered, "asked": kept.asked}
    return Answer(document, [say("cli.grade.kept", **fields)])


def _answer(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.grading.commands import AnswerCheck

    return _keep(context, AnswerCheck(args.device, args.check, Result(args.result), args.reason))


def _zone(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.grading.commands import AnswerZone

    pairs = []
    for fact in args.facts:
        question, _, word = fact.partition("=")
        if word not in _ANSWERS:
            raise Misused("question_unknown", question=fact, zone=args.zone)
        pairs.append((question, _ANSWERS[word]))
    return _keep(context, AnswerZone(args.device, args.zone, tuple(pairs)))


def _clean(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.grading.commands import CleanZones

    return _keep(context, CleanZones(args.device))


def _measure(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.grading.commands import AnswerMeasure

    return _keep(context, AnswerMeasure(args.device, args.check, args.value))


def _finish(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.grading import queries
    from serkut_desk.stations.grading.commands import FinishInspection

    with context.open() as desk:
        done = context.do(desk, FinishInspection(args.device))
        session = context.session(desk, Permission.SEARCH)
        checklist = queries.look(desk, session, done.device).checklist
    document = {
        "device": done.device,
        "inspection": done.inspection,
        "state": done.state.value,
        "label": done.label,
        "locks": plain(done.locks),
        **_graded(done.graded, checklist, context.texts),
    }
    return Answer(document, list(_graded_lines(done.graded, checklist, context.texts)))


def _override(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.grading.commands import OverrideGrade

    with context.open() as desk:
        done = context.do(desk, OverrideGrade(args.device, Grade(args.grade), args.reason))
    document = {
        "device": done.device,
        "computed": done.computed.value,
        "grade": done.grade.value,
        "label": done.label,
    }
    said = context.texts.say(
        "grade.overridden",
        computed=done.computed.value,
        grade=done.grade.value,
        reason=args.reason,
    )
    return Answer(document, [said])


def _decide(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.grading.commands import Decide

    with context.open() as desk:
        plan = Way(args.outcome)
        done = context.do(desk, Decide(args.device, plan.outcome, args.reason, plan))
    document = {
        "device": done.device,
        "outcome": done.outcome.value,
        "plan": done.plan.value,
        "advised": done.advised.value if done.advised else None,
        "state": done.state.value,
        "reason": args.reason,
    }
    outcome = advice_words.way_words(done.plan, context.texts)
    return Answer(document, [context.texts.say("cli.decided", device=done.device, outcome=outcome)])
