"""`install image add|list|retire|prefer`, `install record|import|list|show|end`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.plain import plain
from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.errors import Misused
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.wording import ended_reason

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.records.installations import SystemImage
    from serkut_desk.stations.installation.commands import (
        Choice,
        Machine,
        Recorded,
        RecordedLine,
    )
    from serkut_desk.stations.installation.queries import InstalledLine, WaitingLine
    from serkut_desk.texts import Texts


def register(commands: Commands) -> None:
    """Add the commands about disk images and installed systems."""
    group, say = commands.group("install"), commands.say
    _register_images(group.group("image"), commands)
    recording = group.add("record", _record)
    recording.add_argument("devices", nargs="+", help=say("cli.install.devices"))
    recording.add_argument("--image", default="", help=say("cli.install.image.name"))
    _system(commands, recording, required=False)
    recording.add_argument(
        "--test", action="append", default=[], metavar="TEST", help=say("cli.install.test")
    )
    recording.add_argument("--all-well", action="store_true", help=say("cli.install.all_well"))
    recording.add_argument("--note", default="", help=say("cli.install.note"))
    recording.add_argument("--medium", type=int, help=say("cli.install.medium"))
    importing = group.add("import", _import)
    importing.add_argument("file", type=Path, help=say("cli.install.import.file"))
    listing = group.add("list", _list)
    listing.add_argument("--waiting", action="store_true", help=say("cli.install.list.waiting"))
    group.add("show", _show).add_argument("device", help=say("cli.device.code"))
    ending = group.add("end", _end)
    ending.add_argument("device", help=say("cli.device.code"))
    ending.add_argument("--reason", required=True, help=say("cli.reason"))


def _register_images(images: Commands, commands: Commands) -> None:
    say = commands.say
    adding = images.add("add", _add_image)
    adding.add_argument("name", help=say("cli.install.image.name"))
    _system(commands, adding, required=True)
    adding.add_argument("--file", type=Path, help=say("cli.install.image.file"))
    adding.add_argument("--sha256", default="", help=say("cli.install.image.sha256"))
    images.add("list", _list_images)
    images.add("retire", _retire).add_argument("name", help=say("cli.install.image.name"))
    preferring = images.add("prefer", _prefer)
    preferring.add_argument("model", help=say("cli.install.model"))
    preferring.add_argument("--manufacturer", default="", help=say("cli.install.manufacturer"))
    chosen = preferring.add_mutually_exclusive_group(required=True)
    chosen.add_argument("--image", help=say("cli.install.image.name"))
    chosen.add_argument("--none", action="store_true", help=say("cli.install.image.none"))


def _system(commands: Commands, parser: Parser, *, required: bool) -> None:
    say = commands.say
    unset = None if required else ""
    for word in ("system", "version"):
        parser.add_argument(
            f"--{word}", required=required, default=unset, help=say(f"cli.install.{word}")
        )
    parser.add_argument("--edition", default="", help=say("cli.install.edition"))


def _add_image(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.installation.commands import AddImage

    command = AddImage(args.name, args.system, args.version, args.edition, args.file, args.sha256)
    with context.open() as desk:
        image = context.do(desk, command).image
    said = context.texts.say("cli.install.added", image=image.name, sha256=image.sha256)
    return Answer(_image(image), [said])


def _image(image: SystemImage) -> dict[str, Any]:
    shown: dict[str, Any] = plain(image)
    return {"image": shown["name"]} | {
        key: shown[key]
        for key in (
            "system", "version", "edition", "file_name", "sha256", "added_at", "retired_at",
        )
    }  # fmt: skip


def _list_images(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.installation import queries

    with context.open() as desk:
        view = queries.images(desk, context.session(desk, Permission.INSTALL))
    document = {
        "images": [_image(one) for one in view.images],
        "preferred": plain(view.preferences),
    }
    lines = [_image_line(one) for one in view.images]
    lines += [f"{one.manufacturer} {one.model} -> {one.image}".strip() for one in view.preferences]
    return Answer(document, lines or [context.texts.say("cli.found.nothing")])


def _image_line(one: SystemImage) -> str:
    what = " ".join(filter(None, (one.system, one.version, one.edition)))
    ended = f"  - {_day(one.retired_at)}" if one.retired_at else ""
    return f"{one.name}  {what}  {one.sha256}{ended}"


def _retire(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.installation.commands import RetireImage

    with context.open() as desk:
        image = context.do(desk, RetireImage(args.name)).image
    return Answer(_image(image), [context.texts.say("cli.install.retired", image=image.name)])


def _prefer(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.installation.commands import PreferImage

    command = PreferImage(args.manufacturer, args.model, None if args.none else args.image)
    with context.open() as desk:
        done = context.do(desk, command)
    document = {"manufacturer": done.manufacturer, "model": done.model, "image": done.image}
    model = f"{done.manufacturer} {done.model}".strip()
    said = context.texts.say("cli.install.preferred", model=model, image=done.image or "-")
    return Answer(document, [said])


def _record(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.installation.commands import Choice, RecordInstallation

    choice = Choice(args.image, args.system, args.version, args.edition)
    command = RecordInstallation(_machines(args, choice), all_well=args.all_well)
    with context.open() as desk:
        return _recorded(context.do(desk, command), context.texts)


def _machines(args: Namespace, choice: Choice) -> tuple[Machine, ...]:
    """Return a machine for each device, with the results of all and its own."""
    from serkut_desk.stations.installation.commands import Machine

    common, own = _results(args.test)
    return tuple(
        Machine(device, choice, common | own.get(_code(device), {}), args.note, args.medium)
        for device in args.devices
    )


def _results(tests: Sequence[str]) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Return results for all devices, and those of one by its code.

    Raises:
        Misused: `install_test_form`.
    """
    common: dict[str, str] = {}
    own: dict[str, dict[str, str]] = {}
    for given in tests:
        before, equal, result = given.partition("=")
        device, colon, test = before.rpartition(":")
        if not (equal and test and result):
            raise Misused("install_test_form", given=given)
        results = own.setdefault(_code(device), {}) if colon else common
        results[test] = result
    return common, own


def _code(text: str) -> str:
    """Return what two writings of one device have in common: its code, else its serial."""
    own = parse_code(text)
    is_device = own is not None and own.kind is CodeKind.DEVICE
    return str(own) if is_device else text.strip().upper()


def _import(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.installation.commands import ImportInstallations

    with context.open() as desk:
        return _recorded(context.do(desk, ImportInstallations(args.file)), context.texts)


def _recorded(done: Recorded, texts: Texts) -> Answer:
    document = {"installations": plain(done.lines), "already": list(done.already)}
    lines = [_recorded_line(one, texts) for one in done.lines]
    lines += [texts.say("cli.install.already", device=short(one)) for one in done.already]
    return Answer(document, lines)


def _recorded_line(one: RecordedLine, texts: Texts) -> str:
    if one.failed:
        failed = ", ".join(one.failed)
        fields = {"device": short(one.device), "system": one.name, "failed": failed}
        return texts.say("cli.install.recorded_failed", **fields)
    return texts.say("cli.install.recorded", device=short(one.device), system=one.name)


def _list(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.installation import queries

    with context.open() as desk:
        session = context.session(desk, Permission.INSTALL)
        if args.waiting:
            waiting = queries.waiting(desk, session)
            lines = [_waiting(one) for one in waiting]
            document: Any = plain(waiting)
        else:
            found = queries.newest(desk, session)
            lines = [line for one in found for line in _line(one, context.texts)]
            document = [_document(one) for one in found]
    return Answer(document, lines or [context.texts.say("cli.found.nothing")])


def _waiting(one: WaitingLine) -> str:
    model = f"{one.manufacturer} {one.model}".strip()
    parts = (short(one.device), model, one.serial, one.place, one.preferred)
    return "  ".join(part for part in parts if part)


def _show(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.installation import queries

    with context.open() as desk:
        found = queries.of_device(desk, context.session(desk, Permission.INSTALL), args.device)
    lines = [line for one in found for line in _line(one, context.texts)]
    return Answer(
        [_document(one) for one in found], lines or [context.texts.say("cli.found.nothing")]
    )


def _document(one: InstalledLine) -> dict[str, Any]:
    shown: dict[str, Any] = plain(one)
    return {**shown.pop("system"), **shown}


def _line(one: InstalledLine, texts: Texts) -> Iterator[str]:
    model = f"{one.manufacturer} {one.model}".strip()
    yield f"{short(one.device)}  {_day(one.system.at)}  {one.system.name}  {model}".rstrip()
    for key in one.system.failed:
        yield f"  {key}: {texts.say('install.result.' + one.results[key])}"
    if one.ended_reason is not None:
        yield f"  - {_day(one.ended_at)}  {ended_reason(one.ended_reason, texts)}"


def _day(at: datetime | None) -> str:
    if at is None:
        return ""
    here = local(at)
    return f"{here.day}.{here.month}.{here.year}"


def _end(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.installation.commands import EndInstallation

    with context.open() as desk:
        done = context.do(desk, EndInstallation(args.device, args.reason))
    document = {"device": done.device, "ended": done.name}
    said = context.texts.say("cli.install.ended", device=short(done.device), system=done.name)
    return Answer(document, [said])
