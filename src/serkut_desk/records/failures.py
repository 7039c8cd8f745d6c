"""Known failure or bug: SQLite's result codes that come from the environment, in one table."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from serkut_desk.domain.errors import Unavailable
from serkut_desk.records.engine import driver

if TYPE_CHECKING:
    from collections.abc import Iterator

# SQLite's primary result codes (sqlite.org, "Result and Error Codes") and our sentences' keys.
_KNOWN = {
    "database is locked": "database_busy",
    "database or disk is full": "disk_full",
    "attempt to write a readonly database": "database_read_only",
    "disk I/O error": "disk_error",
    "unable to open database file": "database_missing",
    "database disk image is malformed": "database_damaged",
    "file is not a database": "not_our_database",
}


def failure_of(error: BaseException) -> Unavailable | None:
    """Return the known failure behind a database error, None when it is a bug."""
    if isinstance(error, DBAPIError):
        said = str(error.orig)
    elif isinstance(error, driver.choose().module.Error):
        said = str(error)
    else:
        return None
    for words, code in _KNOWN.items():
        if words in said:
            return Unavailable(code, path="", said=said)
    return None


@contextmanager
def known(passing: BaseException | None = None) -> Iterator[None]:
    """Turn the environment's database errors into `Unavailable`.

    Args:
        passing: An error on its way out, that is looked at too.
    """
    if passing is not None:
        found = failure_of(passing)
        if found is not None:
            raise found from passing
    try:
        yield
    except DBAPIError as error:
        found = failure_of(error)
        if found is None:
            raise
        raise found from error
