"""One process at a time works on a data folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from serkut_desk.domain.errors import Unavailable

if TYPE_CHECKING:
    from pathlib import Path


def hold(path: Path) -> FileLock:
    """Take the lock of a data folder; release it by `.release()`, the system does it after a crash.

    Raises:
        Unavailable: `desk_in_use` while another process holds it; `folder_not_writable`.
    """
    lock = FileLock(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as taken:
        raise Unavailable("desk_in_use", folder=str(path.parent)) from taken
    except OSError as problem:
        raise Unavailable("folder_not_writable", folder=str(path.parent)) from problem
    return lock
