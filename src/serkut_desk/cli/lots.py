"""`lot open|count|close|show|data-class`; what comes before and around it is in `lot_arrival`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.cli import lot_arrival, things
from serkut_desk.cli.answer import Answer
from serkut_desk.cli.parsing import own_code
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.lots import ExtraReason, MissingReason
from serkut_desk.domain.media import DataClass
from serkut_desk.domain.permissions import Permission

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.domain.delivery_list import DeliveryList, ListRow, Remark
    from serkut_desk.domain.lots import LotCounts, LotLine
    from serkut_desk.texts import Texts

_CLASSES = [one.value for one in DataClass]


def register(commands: Commands) -> None:
    """Add the commands about lots."""
    lot = commands.group("lot")
    opening = lot.add("open", _open)
    opening.add_argument("--from", dest="sender", required=True, help=commands.say("cli.lot.from"))
    opening.add_argument("--manifest", type=Path, help=commands.say("cli.lot.manifest"))
    how = opening.add_mutually_exclusive_group()
    how.add_argument("--dry-run", action="store_true", help=commands.say("cli.lot.dry_run"))
    how.add_argument("--accept-problems", action="store_true", help=commands.say("cli.lot.accept"))
    opening.add_argument("--same-again", action="store_true", help=commands.say("cli.lot.again"))
    opening.add_argument("--data-class", choices=_CLASSES, help=commands.say("cli.lot.class"))
    opening.add_argument("--reference", help=commands.say("cli.lot.reference"))
    opening.add_argument("--second", type=own_code, metavar="CODE", help=commands.say("cli.second"))
    counting = lot.add("count", _count)
    counting.add_argument("lot", help=commands.say("cli.lot.code"))
    counting.add_argument("row", type=int, help=commands.say("cli.lot.row"))
    counting.add_argument("count", type=int, help=commands.say("cli.lot.pieces"))
    closing = lot.add("close", _close)
    closing.add_argument("lot", help=commands.say("cli.lot.code"))
    closing.add_argument(
        "--missing",
        action="append",
        default=[],
        metavar="ROW=REASON",
        help=commands.say("cli.lot.missing"),
    )
    _closing_words(commands, closing)
    lot_arrival.register(commands, lot)
    lot.add("show", _show).add_argument("lot", help=commands.say("cli.lot.code"))
    things.register_lot(commands, lot)
    deciding = lot.add("data-class", _decide)
    deciding.add_argument("data_class", choices=_CLASSES, help=commands.say("cli.lot.class"))
    deciding.add_argument("--reference", required=True, help=commands.say("cli.lot.reference"))
    deciding.add_argument(
        "--second", type=own_code, metavar="CODE", help=commands.say("cli.second")
    )


def _closing_words(commands: Commands, closing: Parser) -> None:
    """Add what tells why devices are missing or extra."""
    missing, extra = [one.value for one in MissingReason], [one.value for one in ExtraReason]
    say = commands.say
    closing.add_argument("--others", choices=missing, help=say("cli.lot.about.others"))
    closing.add_argument("--other-extras", choices=extra, help=say("cli.lot.about.other_extras"))
    for name, form in (
        ("extra", "SD...=REASON"),
        ("note", "ROW=TEXT"),
        ("extra-note", "SD...=TEXT"),
    ):
        closing.add_argument(
            f"--{name}",
            action="append",
            default=[],
            metavar=form,
            help=say(f"cli.lot.about.{name.replace('-', '_')}"),
        )


def _content(path: Path) -> bytes:
    """Return the file, at most one byte more than a list may have."""
    from serkut_desk.interchange.delivery_list.limits import MAX_BYTES
    from serkut_desk.records.files import read_regular

    return read_regular(path, MAX_BYTES)


def _open(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.commands import OpenLot

    content = None if args.manifest is None else _content(args.manifest)
    if args.dry_run:
        return _preview(context, args.sender, content)
    command = OpenLot(
        sender=args.sender,
        manifest=content,
        manifest_name=args.manifest.name if args.manifest else "",
        accept_problems=args.accept_problems,
        data_class=DataClass(args.data_class) if args.data_class else None,
        reference=args.reference,
        same_again=args.same_again,
    )
    with context.open() as desk:
        second = context.second(desk, args.second, Permission.LOTS)
        made = context.do(desk, replace(command, second=second))
    document = {
        "lot": made.lot.code,
        "from": made.sender,
        "new_sender": made.new_sender,
        "data_class": made.lot.data_class.value,
        "data_class_reference": made.lot.data_class_reference,
    }
    rows = [] if made.manifest is None else list_lines(context.texts, made.manifest)
    if made.manifest is not None:
        document |= list_document(context.texts, made.manifest)
    return Answer(document, [made.lot.code, *rows])


def _preview(context: Context, sender: str, content: bytes | None) -> Answer:
    from serkut_desk.stations.intake import queries

    if content is None:
        raise Misused("manifest_missing")
    with context.open() as desk:
        session = context.session(desk, Permission.LOTS)
        seen = queries.preview(desk, session, sender, content)
    document = {
        "from": seen.sender,
        "new_sender": seen.new_sender,
        "known_in": seen.known_in,
        **list_document(context.texts, seen.content),
    }
    return Answer(document, list_lines(context.texts, seen.content))


def list_document(texts: Texts, read: DeliveryList) -> dict[str, object]:
    """Return a delivery list as JSON holds it."""
    return {
        "rows": [_row(texts, row) for row in read.rows],
        "skipped": [
            {
                "row": one.row,
                "reason": one.reason.value,
                "text": texts.say(f"list.skipped.{one.reason}", row=one.row),
            }
            for one in read.skipped
        ],
        "ignored_columns": list(read.ignored_columns),
        "ignored": [{"column": one.name, "because": one.because.value} for one in read.ignored],
        "problems": [_remark(texts, one) for one in read.problems],
        "notes": [_remark(texts, one) for one in read.notes],
        "encoding": read.encoding,
        "delimiter": read.delimiter,
        "sheet": read.sheet,
    }


def _row(texts: Texts, row: ListRow) -> dict[str, object]:
    return {
        "row": row.row,
        "type": row.type.value if row.type else None,
        "manufacturer": row.manufacturer,
        "model": row.model,
        "serial": row.serial,
        "inventory": row.inventory,
        "imei": row.imei,
        "quantity": row.quantity,
        "weight_g": row.weight_g,
        "problems": [_remark(texts, one) for one in row.problems],
        "notes": [_remark(texts, one) for one in row.notes],
    }


def _remark(texts: Texts, remark: Remark) -> dict[str, object]:
    return {"code": remark.code.value, "text": texts.say(remark.key, **remark.fields)}


def list_lines(texts: Texts, read: DeliveryList) -> list[str]:
    """Return what a person must know of a list: how much, what is wrong, what was left out."""
    devices = sum(row.quantity == 1 for row in read.rows)
    lines = [texts.say("intake.list", devices=devices, many=len(read.rows) - devices)]
    remarks = [*read.problems, *(one for row in read.rows for one in row.problems)]
    lines += [texts.say(one.key, **one.fields) for one in remarks]
    lines += [texts.say(f"list.ignored.{one.because}", column=one.name) for one in read.ignored]
    return lines


def _count(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.commands import ReceiveQuantity

    with context.open() as desk:
        counted = context.do(desk, ReceiveQuantity(lot=args.lot, row=args.row, count=args.count))
    document = {
        "lot": counted.lot,
        "row": counted.row,
        "expected": counted.expected,
        "counted": counted.counted,
    }
    return Answer(document, [f"{counted.counted} / {counted.expected}"])


def _reasons(given: list[str]) -> dict[int, MissingReason]:
    words = {reason.value: reason for reason in MissingReason}
    found = {}
    for text in given:
        row, _, word = text.partition("=")
        if not (row.isascii() and row.isdigit()) or word not in words:
            raise Misused("missing_form", given=text, reasons=", ".join(words))
        found[int(row)] = words[word]
    return found


def _extras(given: list[str]) -> dict[str, ExtraReason]:
    words = {reason.value: reason for reason in ExtraReason}
    found = {}
    for device, word in _pairs(given):
        if word not in words:
            raise Misused("extra_form", given=f"{device}={word}", reasons=", ".join(words))
        found[own_code(device)] = words[word]
    return found


def _pairs(given: list[str]) -> list[tuple[str, str]]:
    parts = [text.partition("=") for text in given]
    for before, sign, after in parts:
        if not (before and sign and after):
            raise Misused("pair_form", given=f"{before}{sign}{after}")
    return [(before, after) for before, _, after in parts]


def _notes(given: list[str]) -> dict[int, str]:
    pairs = _pairs(given)
    for row, text in pairs:
        if not (row.isascii() and row.isdigit()):
            raise Misused("pair_form", given=f"{row}={text}")
    return {int(row): text for row, text in pairs}


def _close(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.commands import CloseLot

    command = CloseLot(
        lot=args.lot,
        reasons=_reasons(args.missing),
        notes=_notes(args.note),
        others=MissingReason(args.others) if args.others else None,
        extras=_extras(args.extra),
        extra_notes={own_code(code): text for code, text in _pairs(args.extra_note)},
        other_extras=ExtraReason(args.other_extras) if args.other_extras else None,
    )
    with context.open() as desk:
        closed = context.do(desk, command)
    document = {
        "lot": closed.lot,
        "state": "closed",
        **_counts(closed.counts),
        "receipt": closed.receipt.name,
        "stored": str(closed.receipt.stored),
    }
    return Answer(document, [_say_counts(context.texts, closed.counts), closed.receipt.name])


def _counts(counts: LotCounts) -> dict[str, int]:
    return {
        "expected": counts.expected,
        "received": counts.received,
        "extra": counts.extra,
        "missing": counts.missing,
        "pieces": counts.pieces,
        "counted": counts.counted,
    }


def _say_counts(texts: Texts, counts: LotCounts) -> str:
    return texts.say("intake.counts", **_counts(counts))


def _show(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake import lot_queries, queries

    with context.open() as desk:
        session = context.session(desk, Permission.SEARCH)
        seen = queries.show(desk, session, args.lot)
        late = lot_queries.late(desk, session, args.lot)
    texts = context.texts
    document = {
        "lot": seen.lot.code,
        "from": seen.sender,
        "state": seen.lot.state,
        "data_class": seen.lot.data_class.value,
        "data_class_reference": seen.lot.data_class_reference,
        "list": seen.lot.list_name,
        "list_sha256": seen.lot.list_digest,
        **_counts(seen.counts),
        "missing_rows": [_line(texts, line) for line in seen.missing],
        "quantities": [
            {**_line(texts, line), "quantity": line.quantity, "counted": line.counted}
            for line in seen.many
        ],
        "extra_devices": [device.code for device in seen.extra],
        "order_reference": seen.lot.order_reference,
        "contact_role": seen.lot.contact_role,
        "expected_on": seen.lot.expected_on.isoformat() if seen.lot.expected_on else None,
        "here": not seen.lot.is_expected,
        "late": [lot_arrival.late_document(one) for one in late],
    }
    lines = [f"{seen.lot.code}  {seen.sender}", _say_counts(texts, seen.counts)]
    lines += [_say_line(context, line) for line in seen.missing]
    lines += [lot_arrival.say_late(texts, one) for one in late]
    return Answer(document, lines)


def _line(texts: Texts, line: LotLine) -> dict[str, object]:
    return {
        "row": line.row,
        "type": line.type,
        "manufacturer": line.manufacturer,
        "model": line.model,
        "serial": line.serial,
        "inventory": line.inventory,
        "imei": line.imei,
        "reason": line.missing_reason,
        "note": line.missing_note,
        "problems": [
            {"code": one["code"], "text": texts.say(f"list.{one['code']}", **one["fields"])}
            for one in line.problems
        ],
    }


def say_row(context: Context, row: int) -> str:
    """Return which row of the list it is, in words."""
    return context.texts.say("intake.row", row=row)


def _say_line(context: Context, line: LotLine) -> str:
    known = (line.manufacturer, line.model, line.serial, line.inventory, line.imei)
    return f"{say_row(context, line.row)}: {' '.join(part for part in known if part)}"


def _decide(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.commands import DecideDataClass

    chosen = DataClass(args.data_class)
    with context.open() as desk:
        second = context.second(desk, args.second, Permission.POLICY)
        command = DecideDataClass(data_class=chosen, reference=args.reference, second=second)
        context.do(desk, command)
    return Answer({"data_class": chosen.value, "reference": args.reference}, [chosen.value])
