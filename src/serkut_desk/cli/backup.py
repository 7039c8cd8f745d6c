"""`backup create|verify|restore|folder|list`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk.cli.answer import REFUSED, Answer
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.upkeep.commands import ChooseBackupFolder, MakeBackup

if TYPE_CHECKING:
    from argparse import Namespace

    from serkut_desk.cli.context import Context
    from serkut_desk.cli.parsing import Commands


def register(commands: Commands) -> None:
    """Add the commands about backups."""
    backup = commands.group("backup")
    backup.add("create", _create).add_argument(
        "--to", type=Path, metavar="DIR", help=commands.say("cli.backup.to")
    )
    for name, run in (("verify", _verify), ("restore", _restore)):
        backup.add(name, run).add_argument(
            "backup", type=Path, metavar="DIR", help=commands.say("cli.backup.path")
        )
    choosing = backup.add("folder", _folder)
    choosing.add_argument(
        "folder", type=Path, nargs="?", metavar="DIR", help=commands.say("cli.backup_folder")
    )
    choosing.add_argument("--keep", type=int, metavar="N", help=commands.say("cli.backup.keep"))
    backup.add("list", _list)


def _create(context: Context, args: Namespace) -> Answer:
    with context.open() as desk:
        made = context.do(desk, MakeBackup(args.to, context.signer(desk)))
    document = {
        "backup": str(made.path),
        "verified": True,
        "entries": made.entries,
        "head": made.hash,
        "seq": made.seq,
        "files": made.files,
        "signed": made.signed,
        "removed": list(made.removed),
    }
    unsigned = [] if made.signed else [context.texts.say("cli.backup.unsigned")]
    return Answer(document, [str(made.path), *unsigned])


def _verify(context: Context, args: Namespace) -> Answer:
    from serkut_desk.stations.upkeep import backing_up

    found = backing_up.verify(args.backup)
    document: dict[str, object] = {
        "ok": found.ok,
        "backup": str(found.path),
        "made_at": found.checkpoint.at,
        "workshop": found.checkpoint.workshop,
        "entries": found.entries,
        "head": found.checkpoint.head.hash,
        "seq": found.checkpoint.head.seq,
        "files": found.files,
        "sealed_by": found.checkpoint.sealed_by,
    }
    if found.ok:
        return Answer(document, [context.texts.say("cli.backup.good", entries=found.entries)])
    document |= {"why": found.why, "facts": list(found.facts)}
    said = context.texts.say("cli.backup.bad", part=found.why, said="; ".join(found.facts))
    return Answer(document, [said], REFUSED)


def _restore(context: Context, args: Namespace) -> Answer:
    from serkut_desk import bootstrap

    restored = bootstrap.restore_backup(
        context.data, args.backup, lambda desk: context.session(desk, Permission.RESTORE)
    )
    lost = restored.lost
    document = {
        "restored": str(restored.backup),
        "head": restored.head.hash,
        "seq": restored.head.seq,
        "lost": None if lost is None else lost.hash,
        "lost_seq": None if lost is None else lost.seq,
        "lost_entries": restored.lost_entries,
        "aside": None if restored.aside is None else str(restored.aside),
    }
    lines = [context.texts.say("cli.backup.restored", seq=restored.head.seq)]
    if restored.lost_entries:
        lines.append(context.texts.say("cli.backup.lost", count=restored.lost_entries))
    if restored.aside is not None:
        lines.append(context.texts.say("cli.backup.aside", folder=restored.aside))
    return Answer(document, lines)


def _folder(context: Context, args: Namespace) -> Answer:
    with context.open() as desk:
        folder = context.do(desk, ChooseBackupFolder(args.folder, args.keep))
    return Answer({"folder": str(folder)}, [str(folder)])


def _list(context: Context, _args: Namespace) -> Answer:
    from serkut_desk.stations.upkeep import queries

    with context.open() as desk:
        found = queries.known_backups(desk, context.session(desk, Permission.BACKUP))
    document = [{"backup": str(one.path), "at": one.at.isoformat()} for one in found]
    return Answer(document, [str(one.path) for one in found])
