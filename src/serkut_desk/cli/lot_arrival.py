"""`lot announce|change|load|list|arrive`, its cages, seals and papers, what came late."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.parsing import day, own_code
from serkut_desk.domain.cages import CageKind, NewCage, SealDecision, SealStage, cages_in
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.permissions import Permission

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.domain.cages import Cage
    from serkut_desk.domain.lots import Lot
    from serkut_desk.stations.handling import Command
    from serkut_desk.stations.intake.lot_queries import CageView, LateDevice
    from serkut_desk.stations.intake.lot_results import CageDone, LotPaper, SealRead
    from serkut_desk.stations.intake.queries import LotView
    from serkut_desk.texts import Texts

_STAGES = [one.value for one in SealStage]
_DECISIONS = [one.value for one in SealDecision]


def register(commands: Commands, lot: Commands) -> None:
    """Add the commands about lots to come, their cages and papers."""
    say = commands.say
    announcing = lot.add("announce", _announce)
    announcing.add_argument("--from", dest="sender", required=True, help=say("cli.lot.from"))
    announcing.add_argument("--on", type=day, required=True, help=say("cli.lot.about.on"))
    announcing.add_argument("--manifest", type=Path, help=say("cli.lot.manifest"))
    announcing.add_argument("--accept-problems", action="store_true", help=say("cli.lot.accept"))
    announcing.add_argument("--same-again", action="store_true", help=say("cli.lot.again"))
    _cages(commands, announcing)
    changing = lot.add("change", _change)
    _lot(commands, changing)
    changing.add_argument("--on", type=day, help=say("cli.lot.about.on"))
    for parser in (announcing, changing):
        parser.add_argument("--order", help=say("cli.lot.about.order"))
        parser.add_argument("--contact-role", help=say("cli.lot.about.contact_role"))
    loading = lot.add("load", _load)
    _lot(commands, loading)
    loading.add_argument("file", type=Path, help=say("cli.lot.manifest"))
    loading.add_argument("--accept-problems", action="store_true", help=say("cli.lot.accept"))
    loading.add_argument("--same-again", action="store_true", help=say("cli.lot.again"))
    lot.add("list", _list)
    _lot(commands, lot.add("arrive", _arrive))
    _register_cages(commands, lot)
    _register_papers(commands, lot)


def _register_cages(commands: Commands, lot: Commands) -> None:
    say = commands.say
    listing = lot.add("cage", _cage)
    _lot(commands, listing)
    _cages(commands, listing)
    unlisting = lot.add("uncage", _uncage)
    _lot(commands, unlisting)
    unlisting.add_argument("cage", help=say("cli.lot.about.cage"))
    reading = lot.add("seal", _seal)
    _lot(commands, reading)
    reading.add_argument("stage", choices=_STAGES, help=say("cli.lot.about.stage"))
    reading.add_argument("seal", nargs="?", default="", help=say("cli.lot.about.seal"))
    reading.add_argument("--cage", default="", help=say("cli.lot.about.cage"))
    deciding = lot.add("decide", _decide)
    _lot(commands, deciding)
    deciding.add_argument("cage", help=say("cli.lot.about.cage"))
    deciding.add_argument("decision", choices=_DECISIONS, help=say("cli.lot.about.decision"))
    deciding.add_argument("--reason", required=True, help=say("cli.lot.about.reason"))
    _lot(commands, lot.add("cages", _show_cages))


def _register_papers(commands: Commands, lot: Commands) -> None:
    say = commands.say
    for name, run in (("receipt", _receipt), ("reconcile", _reconcile)):
        parser = lot.add(name, run)
        _lot(commands, parser)
        parser.add_argument(
            "--language", choices=("fi", "en"), default="fi", help=say("cli.lot.about.language")
        )
        parser.add_argument("--out", type=Path, metavar="DIR", help=say("cli.report.out"))
    linking = lot.add("late", _late)
    _lot(commands, linking)
    linking.add_argument("device", type=own_code, nargs="?", help=say("cli.lot.about.device"))
    linking.add_argument("--row", type=int, help=say("cli.lot.row"))


def _lot(commands: Commands, parser: Parser) -> None:
    parser.add_argument("lot", type=own_code, help=commands.say("cli.lot.code"))


def _cages(commands: Commands, parser: Parser) -> None:
    for kind in CageKind:
        parser.add_argument(
            f"--{kind.value}",
            action="append",
            default=[],
            metavar="NAME=SEAL",
            help=commands.say(f"cli.lot.about.{kind.value}s"),
        )


def _given(args: Namespace) -> tuple[NewCage, ...]:
    """Return the cages that were given; without a seal a name stands alone."""
    found: list[NewCage] = []
    for kind, texts in ((CageKind.CAGE, args.cage), (CageKind.PALLET, args.pallet)):
        for text in texts:
            named = cages_in(text, kind)
            if len(named) != 1:
                raise Misused("cage_form", given=text)
            found.append(named[0] if "=" in text else NewCage(text.strip(), "", kind))
    return tuple(found)


def _content(path: Path) -> bytes:
    from serkut_desk.interchange.delivery_list.limits import MAX_BYTES
    from serkut_desk.records.files import read_regular

    return read_regular(path, MAX_BYTES)


def _announce(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.lot_commands import AnnounceLot

    command = AnnounceLot(
        sender=args.sender,
        expected_on=args.on,
        order_reference=args.order or "",
        contact_role=args.contact_role or "",
        manifest=None if args.manifest is None else _content(args.manifest),
        manifest_name=args.manifest.name if args.manifest else "",
        accept_problems=args.accept_problems,
        same_again=args.same_again,
        cages=_given(args),
    )
    with context.open() as desk:
        made = context.do(desk, command)
    return Answer(_announced(made.lot) | {"from": made.sender}, [made.lot.code])


def _announced(lot: Lot) -> dict[str, Any]:
    return {
        "lot": lot.code,
        "expected_on": lot.expected_on.isoformat() if lot.expected_on else None,
        "order_reference": lot.order_reference,
        "contact_role": lot.contact_role,
        "data_class": lot.data_class.value,
        "expected": lot.is_expected,
    }


def _change(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.lot_commands import ChangeAnnouncement

    command = ChangeAnnouncement(
        lot=args.lot,
        expected_on=args.on,
        order_reference=args.order,
        contact_role=args.contact_role,
    )
    with context.open() as desk:
        lot = context.do(desk, command).lot
    return Answer(_announced(lot), [lot.code])


def _load(context: Context, args: Namespace) -> Answer:
    from serkut_desk.cli.lots import list_document, list_lines
    from serkut_desk.stations.intake.lot_commands import LoadList

    command = LoadList(
        lot=args.lot,
        manifest=_content(args.file),
        manifest_name=args.file.name,
        accept_problems=args.accept_problems,
        same_again=args.same_again,
    )
    with context.open() as desk:
        done = context.do(desk, command)
    document = {"lot": done.lot, **list_document(context.texts, done.manifest)}
    return Answer(document, list_lines(context.texts, done.manifest))


def _list(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.intake import queries

    with context.open() as desk:
        found = queries.open_lots(desk, context.session(desk, Permission.SEARCH))
    lots = [
        _announced(one.lot)
        | {
            "from": one.sender,
            "today": one.today,
            "late": one.late,
            "cages": one.cages,
            "frozen": one.frozen,
            "received": one.counts.received,
        }
        for one in found
    ]
    return Answer({"lots": lots}, [_choice(context.texts, one) for one in found])


def _choice(texts: Texts, one: LotView) -> str:
    state = texts.say("intake.lot_here")
    if one.lot.is_expected and one.lot.expected_on is not None:
        due = one.lot.expected_on
        key = "today" if one.today else ("late" if one.late else "expected")
        state = texts.say(f"intake.lot_{key}", day=f"{due.day}.{due.month}.{due.year}")
    return f"{one.lot.code}  {one.sender}  {state}"


def _arrive(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.lot_commands import ArriveLot

    with context.open() as desk:
        done = context.do(desk, ArriveLot(lot=args.lot))
    document = {"lot": done.lot, "already": done.already}
    return Answer(document, [context.texts.say("intake.lot_here")])


def _cage(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.lot_commands import ListCages

    return _do(context, ListCages(lot=args.lot, cages=_given(args)))


def _uncage(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.lot_commands import UnlistCage

    return _do(context, UnlistCage(lot=args.lot, cage=args.cage))


def _decide(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.lot_commands import DecideSeal

    decision = SealDecision(args.decision)
    command = DecideSeal(lot=args.lot, cage=args.cage, decision=decision, reason=args.reason)
    return _do(context, command)


def _do(context: Context, command: Command[CageDone]) -> Answer:
    with context.open() as desk:
        done = context.do(desk, command)
    document = {
        "lot": done.lot,
        "changed": list(done.changed),
        "cages": [_cage_document(one) for one in done.cages],
    }
    return Answer(document, [_cage_line(context.texts, one) for one in done.cages])


def _cage_document(cage: Cage) -> dict[str, Any]:
    return {
        "cage": cage.name,
        "kind": cage.kind.value,
        "seal": cage.seal,
        "state": cage.state.value,
    }


def _cage_line(texts: Texts, cage: Cage) -> str:
    return f"{cage.name}  {cage.seal or '-'}  {texts.say(f'intake.cage_state.{cage.state}')}"


def _seal(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.lot_commands import CheckSeal

    stage = SealStage(args.stage)
    command = CheckSeal(lot=args.lot, stage=stage, seal=args.seal, cage=args.cage)
    with context.open() as desk:
        read = context.do(desk, command)
    document = _cage_document(read.cage) | {
        "lot": read.lot,
        "stage": read.stage.value,
        "read": read.read,
        "matches": read.matches,
        "unsealed": read.unsealed,
        "learned": read.learned,
        "again": read.again,
        "left": read.left,
        "arrived": read.arrived,
    }
    line = f"{read.cage.name}: {context.texts.say(seal_word(read))}"
    return Answer(document, [line], status=0 if read.matches else 1)


def seal_word(read: SealRead) -> str:
    """Return the key of the sentence that says what a reading came to."""
    if not read.matches:
        return "intake.seal.wrong" if read.read else "intake.seal.gone"
    if read.again:
        return "intake.seal.again"
    if read.unsealed:
        return "intake.seal.unsealed"
    return "intake.seal.learned" if read.learned else "intake.seal.right"


def _show_cages(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake import lot_queries

    with context.open() as desk:
        seen = lot_queries.cages(desk, context.session(desk, Permission.SEARCH), args.lot)
    document = {
        "lot": seen.lot.code,
        "from": seen.sender,
        "cages": [_view(one) for one in seen.cages],
    }
    return Answer(document, [_cage_line(context.texts, one.cage) for one in seen.cages])


def _view(one: CageView) -> dict[str, Any]:
    readings = [
        {
            "stage": each.stage.value,
            "seal": each.seal,
            "matches": each.matches,
            "decision": each.decision.value if each.decision else None,
            "reason": each.reason,
        }
        for each in one.readings
    ]
    return _cage_document(one.cage) | {"devices": one.devices, "readings": readings}


def _receipt(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.lot_commands import IssueLotReceipt

    return _paper(context, args, IssueLotReceipt(lot=args.lot, language=args.language))


def _reconcile(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.lot_commands import IssueReconciliation

    return _paper(context, args, IssueReconciliation(lot=args.lot, language=args.language))


def _paper(context: Context, args: Namespace, command: Command[LotPaper]) -> Answer:
    from serkut_desk.stations import papers

    written: list[str] = []
    with context.open() as desk:
        done = context.do(desk, command)
        if args.out is not None:
            session = context.session(desk, Permission.LOTS)
            files = papers.files_of(desk, session, done.paper.name, Permission.LOTS)
            written = [str(path) for path in papers.written(files, args.out)]
    document = {
        "lot": done.lot,
        "number": done.paper.name,
        "interim": done.interim,
        "replaces": done.replaces,
        "sha256": done.paper.sha256,
        "sheet_sha256": done.paper.sheet_sha256,
        "stored": str(done.paper.stored),
        "files": written,
    }
    return Answer(document, [done.paper.name, *written])


def _late(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake import lot_queries
    from serkut_desk.stations.intake.lot_commands import LinkLate

    if args.device is not None:
        command = LinkLate(device=args.device, lot=args.lot, row=args.row)
        with context.open() as desk:
            done = context.do(desk, command)
        document = {"device": done.device, "lot": done.lot, "row": done.row}
        said = context.texts.say("intake.late_plain", device=done.device, lot=done.lot)
        return Answer(document, [said])
    with context.open() as desk:
        session = context.session(desk, Permission.SEARCH)
        found = lot_queries.late(desk, session, args.lot)
    lines = [say_late(context.texts, one) for one in found]
    return Answer({"lot": args.lot, "late": [late_document(one) for one in found]}, lines)


def late_document(one: LateDevice) -> dict[str, Any]:
    """Return a late device as JSON holds it."""
    return {
        "device": one.device,
        "row": one.row or None,
        "lot": one.lot,
        "came_on": one.came_on.isoformat(),
    }


def say_late(texts: Texts, one: LateDevice) -> str:
    """Return a late device in words."""
    return texts.say("intake.late_came", row=one.row or "-", device=one.device, lot=one.lot)
