"""`photo add|list|export|remove`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from serkut_desk.cli.answer import Answer
from serkut_desk.cli.parsing import own_code
from serkut_desk.cli.plain import plain
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.photos import PhotoPurpose

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands, Parser
    from serkut_desk.domain.photos import Photo
    from serkut_desk.texts import Texts

_PURPOSES = [one.value for one in PhotoPurpose]
# What only the store needs to know.
_HIDDEN = ("device_id", "cage_id", "lot_id", "thumb_sha256", "source_digest")


def register(commands: Commands) -> None:
    """Add the commands about photographs."""
    photo, say = commands.group("photo"), commands.say
    adding = photo.add("add", _add)
    _of(commands, adding)
    adding.add_argument("file", type=Path, help=say("cli.photo.file"))
    adding.add_argument(
        "--purpose",
        choices=_PURPOSES,
        default=PhotoPurpose.DEVICE.value,
        help=say("cli.photo.purpose"),
    )
    _of(commands, photo.add("list", _list))
    exporting = photo.add("export", _export)
    exporting.add_argument("photo", type=int, help=say("cli.photo.number"))
    exporting.add_argument("--out", type=Path, required=True, help=say("cli.photo.out"))
    removing = photo.add("remove", _remove)
    removing.add_argument("photo", type=int, help=say("cli.photo.number"))
    removing.add_argument("--reason", default="", help=say("cli.photo.reason"))


def _of(commands: Commands, parser: Parser) -> None:
    parser.add_argument("of", type=own_code, help=commands.say("cli.photo.of"))
    parser.add_argument("--cage", default="", help=commands.say("cli.photo.cage"))


def _document(photo: Photo) -> dict[str, Any]:
    shown: dict[str, Any] = plain(photo)
    return {name: value for name, value in shown.items() if name not in _HIDDEN}


def _line(photo: Photo, texts: Texts) -> str:
    purpose = texts.say(f"photo.purpose.{photo.purpose.value}")
    return f"{photo.id}  {purpose}  {photo.width} x {photo.height}  {photo.sha256[:12]}"


def _add(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.photo_commands import AddPhoto
    from serkut_desk.stations.photo_watching import read_photo_file

    data = read_photo_file(args.file)
    with context.open() as desk:
        done = context.do(desk, AddPhoto(args.of, data, PhotoPurpose(args.purpose), args.cage))
    document = {"of": done.of, "new": done.new, "photo": _document(done.photo)}
    lines = [_line(done.photo, context.texts)]
    if not done.new:
        lines.append(context.texts.say("cli.photo.said.known"))
    return Answer(document, lines)


def _list(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.photo_views import photos_of

    with (
        context.open() as desk,
        desk.reading(context.session(desk, Permission.SEARCH)) as work,
    ):
        found = photos_of(work, args.of, args.cage)
    lines = [_line(one, context.texts) for one in found]
    return Answer([_document(one) for one in found], lines or [context.texts.say("cli.photo.none")])


def _export(context: Context, args: Namespace) -> Answer:
    from serkut_desk.records.files import write_synced
    from serkut_desk.stations.photo_views import picture

    with context.open() as desk:
        photo, image = picture(desk, context.session(desk, Permission.SEARCH), args.photo)
    write_synced(args.out, image)
    return Answer({"photo": _document(photo), "file": str(args.out)}, [str(args.out)])


def _remove(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.intake.photo_commands import RemovePhoto

    with context.open() as desk:
        done = context.do(desk, RemovePhoto(args.photo, args.reason))
    said = context.texts.say("cli.photo.said.removed", photo=done.photo.id)
    return Answer({"of": done.of, "photo": _document(done.photo)}, [said])
