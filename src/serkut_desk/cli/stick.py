"""`stick export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.cli.answer import Answer
from serkut_desk.domain.media import DataClass
from serkut_desk.domain.permissions import Permission

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands


def register(commands: Commands) -> None:
    """Add the command about the wiping stick."""
    exporting = commands.group("stick").add("export", _export)
    exporting.add_argument(
        "folder", type=Path, metavar="DIR", help=commands.say("cli.stick.about.folder")
    )
    exporting.add_argument(
        "--data-class",
        choices=[one.value for one in DataClass],
        help=commands.say("cli.stick.about.data_class"),
    )


def _export(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.stick_kit import export_kit

    chosen = DataClass(args.data_class) if args.data_class else None
    with context.open() as desk:
        done = export_kit(desk, context.session(desk, Permission.WIPE), args.folder, chosen)
    said = context.texts.say(
        "cli.stick.said.exported",
        path=done.path,
        data_class=context.texts.say(f"data_class.{done.data_class}"),
        version=done.policy_version,
    )
    document = {
        "path": str(done.path),
        "files": list(done.files),
        "data_class": done.data_class.value,
        "policy_version": done.policy_version,
    }
    return Answer(document, [said])
