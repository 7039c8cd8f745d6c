"""`move`, `device show|correct`, `search`, `place add|list`, `undo`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from serkut_desk.cli import mixups, things, unread
from serkut_desk.cli.answer import Answer
from serkut_desk.cli.plain import plain
from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import parse_code, short
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.undo import UNDO_TABLE

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands
    from serkut_desk.records.overview import DeviceLine
    from serkut_desk.stations.devices.card_model import DeviceCard, MediumLine
    from serkut_desk.stations.home.queries import Hit
    from serkut_desk.texts import Texts

_TYPES = [one.value for one in DeviceType]
_FIELDS = ("manufacturer", "model", "serial", "inventory", "imei")


def register(commands: Commands) -> None:
    """Add the commands about devices and places."""
    moving = commands.add("move", _move)
    moving.add_argument("devices", nargs="+", metavar="SD", help=commands.say("cli.move.devices"))
    moving.add_argument("place", metavar="PLACE", help=commands.say("cli.move.devices"))
    device = commands.group("device")
    device.add("show", _show).add_argument("device", help=commands.say("cli.device.code"))
    correcting = device.add("correct", _correct)
    correcting.add_argument("device", help=commands.say("cli.device.code"))
    correcting.add_argument("--reason", required=True, help=commands.say("cli.reason"))
    correcting.add_argument("--type", choices=_TYPES, help=commands.say("cli.device.field"))
    for name in _FIELDS:
        correcting.add_argument(f"--{name}", help=commands.say("cli.device.field"))
    correcting.add_argument("--lot", metavar="ER...", help=commands.say("cli.device.lot"))
    correcting.add_argument("--place", help=commands.say("cli.device.place"))
    correcting.add_argument(
        "--weight", type=int, metavar="GRAMS", help=commands.say("cli.device.weight")
    )
    mixups.register(device, commands)
    unread.register(device, commands)
    things.register_device(commands, device)
    searching = commands.add("search", _search)
    searching.add_argument("text", nargs="+", help=commands.say("cli.search.text"))
    place = commands.group("place")
    place.add("add", _add_place).add_argument("name", help=commands.say("cli.place.name"))
    place.add("list", _list_places)
    commands.add("undo", _undo)


def _move(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.devices.commands import MoveDevices

    with context.open() as desk:
        moved = context.do(desk, MoveDevices(tuple(args.devices), args.place))
    place = moved.place
    document = {
        "place": place.code,
        "name": place.name,
        "made": moved.made,
        "devices": list(moved.devices),
    }
    return Answer(document, [f"{code}  {place.name}" for code in moved.devices])


def _show(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.devices import queries

    own = parse_code(args.device)
    with context.open() as desk:
        session = context.session(desk, Permission.SEARCH)
        card = queries.card(desk, session, str(own) if own else args.device)
    return Answer(_card_document(card, context.texts), list(_card_lines(card, context.texts)))


def _card_document(card: DeviceCard, texts: Texts) -> dict[str, Any]:
    """Return record, media, papers and timeline; sentences stand beside their keys."""
    record = plain(card)
    parts = {name: record.pop(name) for name in ("media", "papers", "labels", "timeline")}
    for line, shown in zip(card.timeline, parts["timeline"], strict=True):
        shown["text"] = texts.say(line.key, **line.facts)
    for step, shown in zip(card.next_steps, record["next_steps"], strict=True):
        shown["text"] = texts.say(step.key, **step.facts)
    return {"device": card.code, "state": card.state.value, "record": record, **parts}


def _card_lines(card: DeviceCard, texts: Texts) -> Iterator[str]:
    from serkut_desk.stations.wording import ended_reason

    yield f"{short(card.code)}  {card.manufacturer} {card.model}  {card.serial}".rstrip()
    yield f"{texts.say('state.' + card.state.value)}  {card.place or ''}".rstrip()
    yield from ("-> " + texts.say(step.key, **step.facts) for step in card.next_steps)
    yield from (_medium_line(medium, texts) for medium in card.media)
    if card.system is not None:
        day = local(card.system.at).strftime("%d.%m.%Y")
        yield texts.say("install.installed", system=card.system.name, day=day)
    for paper in card.papers:
        word = "doubtful" if paper.doubtful else paper.state.value
        state = texts.say(f"certificate.status.{word}")
        why = f" ({ended_reason(paper.reason, texts)})" if paper.reason else ""
        yield f"{short(paper.code)}  {state}{why}"
    for line in card.timeline:
        when = local(line.at).strftime("%d.%m.%Y %H:%M")
        who = line.actor.display or line.actor.code
        yield f"{when}  {who}  {texts.say(line.key, **line.facts)}"


def _medium_line(medium: MediumLine, texts: Texts) -> str:
    kind, state = texts.say(f"kind.{medium.kind.value}"), texts.say(f"medium_state.{medium.state}")
    return f"{medium.name}  {kind}  {state}"


def _correct(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.devices import queries
    from serkut_desk.stations.devices.commands import CorrectDevice

    fields = {name: getattr(args, name) for name in _FIELDS}
    kind = DeviceType(args.type) if args.type else None
    command = CorrectDevice(
        args.device,
        args.reason,
        type=kind,
        lot=args.lot,
        place=args.place,
        weight_g=args.weight,
        **fields,
    )
    with context.open() as desk:
        made = context.do(desk, command)
        card = queries.card(desk, context.session(desk, Permission.SEARCH), made.code)
    document: dict[str, Any] = {"device": made.code, "type": made.type}
    document |= {name: getattr(made, name) for name in _FIELDS}
    document |= {"lot": card.lot, "place": card.place_code, "weight_g": made.weight_g}
    return Answer(document, [made.code])


def _search(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.devices import queries
    from serkut_desk.stations.home.queries import HitKind, search

    with context.open() as desk:
        session = context.session(desk, Permission.SEARCH)
        found = queries.find(desk, session, " ".join(args.text))
        hits = search(desk, session, " ".join(args.text))
    others = [hit for hit in hits.hits if hit.kind is not HitKind.DEVICE]
    document = {**plain(found), "device": found.device, "others": plain(others)}
    lines = [_line(one, context.texts) for one in found.devices]
    lines += [_other(hit, context.texts) for hit in others]
    return Answer(document, lines or [context.texts.say("cli.found.nothing")])


def _line(device: DeviceLine, texts: Texts) -> str:
    state = texts.say(f"state.{device.state}")
    what = f"{device.manufacturer} {device.model}".strip()
    return f"{device.code}  {what}  {device.serial}  {state}  {device.place or ''}".rstrip()


def _other(hit: Hit, texts: Texts) -> str:
    state = texts.say(hit.state) if hit.state else ""
    kind = texts.say(f"found.{hit.kind.value}")
    word = texts.say(hit.word) if hit.word else ""
    return "  ".join(filter(None, (kind, hit.code, word, hit.name, hit.place, state)))


def _add_place(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.devices.commands import MakePlace

    with context.open() as desk:
        place = context.do(desk, MakePlace(args.name))
    return Answer({"place": place.code, "name": place.name}, [place.code])


def _list_places(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.devices import queries

    with context.open() as desk:
        found = queries.places(desk, context.session(desk, Permission.SEARCH))
    document = [{"place": one.code, "name": one.name, "devices": one.devices} for one in found]
    return Answer(document, [f"{one.code}  {one.name}  {one.devices}" for one in found])


def _undo(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.devices.commands import UndoLast
    from serkut_desk.stations.wording import event_name

    with context.open() as desk:
        undone = context.do(desk, UndoLast())
    document = {
        "undone": undone.tag.value,
        "entry": undone.seq,
        "devices": list(undone.devices),
        "parts": list(undone.parts),
    }
    say = context.texts.say
    what = event_name(UNDO_TABLE[undone.tag].value, context.texts)
    return Answer(
        document,
        [say("cli.undone", what=what, devices=", ".join((*undone.parts, *undone.devices)))],
    )
