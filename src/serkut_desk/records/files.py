"""Files by content: original reports, photos, issued PDFs. Written once, never changed."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from contextlib import suppress
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING, Final

from serkut_desk.domain.errors import Unavailable

if TYPE_CHECKING:
    from pathlib import Path


# Two threads may write the same file at once: each its own until it is whole.
_WRITTEN: Final = count()


def write_synced(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a file whole, on the disk for sure, or not at all.

    Raises:
        Unavailable: `disk_full` or `file_not_written`.
    """
    if not path.name:
        raise Unavailable("file_not_written", path=str(path), said=os.strerror(errno.EISDIR))
    partial = path.with_name(f".{path.name}.{os.getpid()}-{next(_WRITTEN)}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        # Made here and by nobody else: what lay there before, such as a link, keeps its own rights.
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
        _sync_folder(path.parent)
    except OSError as problem:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        code = "disk_full" if problem.errno == errno.ENOSPC else "file_not_written"
        raise Unavailable(code, path=str(path), said=problem.strerror or "") from problem


def read_regular(path: Path, most: int) -> bytes:
    """Return a file's content, at most one byte more than `most`.

    A pipe or a device is no file: it could make the program wait for ever or fill its memory.

    Raises:
        OSError: There is no such file, or it can not be read.
    """
    if "\0" in str(path):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        return file.read(most + 1)


def sweep_half_written(folder: Path) -> None:
    """Delete what `write_synced` did not finish in a folder and all below it."""
    for partial in folder.rglob(".*.partial"):
        partial.unlink(missing_ok=True)


def copy_file(source: Path, target: Path) -> None:
    """Copy a file whole, on the disk for sure.

    Raises:
        Unavailable: `copy_failed`.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        with target.open("rb+") as written:
            os.fsync(written.fileno())
    except OSError as problem:
        raise Unavailable("copy_failed", path=str(target), said=problem.strerror or "") from problem


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows can not open a folder; its rename is journalled by the file system
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class FileStore:
    """`root/ab/cdef...`: the SHA-256 of the content is the name."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, digest: str) -> Path:
        """Return where content with this SHA-256 lies."""
        return self.root / digest[:2] / digest[2:]

    def keep(self, data: bytes) -> str:
        """Store content and return its SHA-256; what is there already is left alone."""
        digest = sha256(data).hexdigest()
        path = self.path(digest)
        if not path.exists():
            write_synced(path, data, 0o444)
        return digest

    def read(self, digest: str) -> bytes:
        """Return content, checked against its name.

        Raises:
            Unavailable: `file_lost` or `file_damaged`.
        """
        try:
            data = self.path(digest).read_bytes()
        except OSError as problem:
            raise Unavailable("file_lost", digest=digest) from problem
        if sha256(data).hexdigest() != digest:
            raise Unavailable("file_damaged", digest=digest)
        return data

    def digests(self) -> list[str]:
        """Return every SHA-256 that is stored."""
        return sorted(
            path.parent.name + path.name for path in self.root.glob("??/*") if path.is_file()
        )

    def sweep(self, known: frozenset[str]) -> list[str]:
        """Delete half-written files and content that no record names; return the latter."""
        sweep_half_written(self.root)
        orphans = [digest for digest in self.digests() if digest not in known]
        for digest in orphans:
            self.path(digest).unlink(missing_ok=True)
        return orphans
