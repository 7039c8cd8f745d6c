"""Everything that can stop a command, as a known failure; a bug leaves a log."""

from __future__ import annotations

import errno
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from serkut_desk import __version__
from serkut_desk.domain.errors import KnownFailure, Misused, Unavailable

if TYPE_CHECKING:
    from collections.abc import Sequence


def refuse_garbled(arguments: Sequence[str]) -> None:
    """Refuse arguments that are no text in the environment's encoding.

    Raises:
        Misused: `argument_not_text`.
    """
    for argument in arguments:
        if any(mark == "\0" or "\ud800" <= mark <= "\udfff" for mark in argument):
            raise Misused("argument_not_text", argument=ascii(argument))


def known(error: BaseException, data: Path) -> KnownFailure:
    """Return the failure to tell of; what nobody foresaw is a bug with a log in `data`."""
    if isinstance(error, KnownFailure):
        return error
    if isinstance(error, KeyboardInterrupt):
        return Unavailable("interrupted")
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return Unavailable("disk_full")
    if isinstance(error, OSError) and error.filename is not None:
        return Unavailable("file_trouble", path=error.filename, said=error.strerror or "")
    return Unavailable("bug", log=_log(error, data))


def _log(error: BaseException, data: Path) -> str:
    """Write the traceback where a developer finds it; return the path."""
    at = datetime.now(UTC)
    text = f"Serkut Desk {__version__}, {at.isoformat()}\n" + "".join(
        traceback.format_exception(error)
    )
    name = f"bug-{at:%Y%m%dT%H%M%S%f}.log"
    # A folder that is not a workshop yet is not made one by a log.
    folder = data / "logs" if data.is_dir() else Path(tempfile.gettempdir())
    try:
        folder.mkdir(exist_ok=True)
        path = folder / name
        path.write_text(text, encoding="utf-8")
    except OSError:
        return "-"
    return str(path)
