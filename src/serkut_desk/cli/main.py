"""The command line's frame: global options, groups of commands, exit statuses.

How to add commands: write a module `cli/<group>.py` and name it in `GROUPS`. It has

    def register(commands: Commands) -> None:
        lot = commands.group("lot")                  # help: the sentence `cli.lot`
        opening = lot.add("open", _open)             # help: the sentence `cli.lot.open`
        opening.add_argument("--from", dest="sender", required=True, help=commands.say("..."))

    def _open(context: Context, args: Namespace) -> Answer:
        with context.open() as desk:
            made = context.do(desk, OpenLot(sender=args.sender))
        return Answer({"lot": made.code}, lines=[...])

`context.do` signs in the person of `--as` and asks for the PIN only if the command's handler
needs one; `context.session(desk, Permission.X)` does it for queries; `context.second` for a second
supervisor. Known failures simply go up: `main` prints them and turns them into the exit status.
The sentences stand in the module's own file under `resources/texts`. What is slow to import
(handlers' libraries, documents, Qt) is imported inside functions.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk import __version__, settings, texts
from serkut_desk.cli import (
    advice,
    backup,
    certificates,
    container,
    count,
    demo,
    devices,
    dismantle,
    evidence,
    failures,
    grading,
    handover,
    home,
    install,
    intake,
    journal,
    labels,
    looks,
    lots,
    mapping,
    media,
    model,
    papers,
    part,
    people,
    photo,
    policy,
    quarantine,
    repair,
    returns,
    scale,
    scan,
    scanner,
    secrets,
    self_check,
    snapshot,
    stick,
    stops,
    window,
    wiping,
    workshop,
)
from serkut_desk.cli.answer import Answer, print_answer, print_failure, speak_utf8
from serkut_desk.cli.context import Context
from serkut_desk.cli.parsing import Commands, Parser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.errors import KnownFailure

# In the order in which help lists them.
GROUPS = (
    workshop,
    people,
    home,
    lots,
    scan,
    intake,
    media,
    wiping,
    evidence,
    mapping,
    snapshot,
    stick,
    looks,
    certificates,
    grading,
    advice,
    repair,
    install,
    handover,
    returns,
    quarantine,
    dismantle,
    container,
    devices,
    model,
    stops,
    part,
    count,
    photo,
    labels,
    scanner,
    scale,
    papers,
    policy,
    journal,
    backup,
    demo,
    self_check,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 0 done, 1 refused, 2 misused, 3 environment."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    speak_utf8()
    spoken = texts.Texts(_language_of(given))
    as_json = "--json" in given
    data = settings.default_data_folder()
    try:
        failures.refuse_garbled(given)
        args = _parser(spoken, given).parse_args(given)
        data = args.data.expanduser()
        if "carry_out" not in args:
            return window.open_window(data, _chosen_language(given))
        answer: Answer = args.carry_out(Context(data, args.acting, args.json, spoken), args)
        print_answer(answer, as_json=args.json)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the outermost frame: everything ends as a sentence
        known = failures.known(error, data)
        print_failure(_said(spoken, known), as_json=as_json)
        return known.exit_status
    return answer.status


def _said(spoken: texts.Texts, failure: KnownFailure) -> dict[str, str]:
    """Return a failure's sentences; where a secret is missing, what to set comes with them."""
    said = spoken.failure(failure)
    variable = secrets.NEEDED.get(failure.code)
    if variable is not None:
        said["next"] += f" {spoken.say('cli.pin_in', variable=variable)}"
    return said


def _language_of(given: Sequence[str]) -> str:
    """Return the language before anything else is read, so that complaints speak it too."""
    for word, following in zip(given, [*given[1:], ""], strict=False):
        chosen = following if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and chosen in texts.languages():
            return chosen
    return texts.DEFAULT


def _chosen_language(given: Sequence[str]) -> str:
    """Return the language that was asked for, "" when none was: the window remembers its own."""
    named = any(word == "--lang" or word.startswith("--lang=") for word in given)
    return _language_of(given) if named else ""


def _parser(spoken: texts.Texts, given: Sequence[str] | None = None) -> Parser:
    """Return the parser of the whole command line, or of what these words can mean."""
    parser = Parser(
        texts=spoken,
        prog="serkut-desk",
        description=spoken.say("cli"),
        epilog=spoken.say("cli.end"),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"%(prog)s {__version__}",
        help=spoken.say("usage.version"),
    )
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        default=settings.default_data_folder(),
        help=spoken.say("cli.data"),
    )
    parser.add_argument("--as", dest="acting", metavar="CODE", help=spoken.say("cli.as"))
    parser.add_argument("--json", action="store_true", help=spoken.say("cli.json"))
    parser.add_argument(
        "--lang", choices=texts.languages(), default=texts.DEFAULT, help=spoken.say("cli.lang")
    )
    commands = Commands(parser, spoken, given)
    for group in GROUPS:
        group.register(commands)
    return parser
