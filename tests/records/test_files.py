from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from serkut_desk.domain.errors import Unavailable
from serkut_desk.records.files import read_regular, write_synced

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"12345")
    assert read_regular(path, 10) == b"12345"
    assert read_regular(path, 2) == b"123"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_no_file_and_nobody_waits_for_it(tmp_path: Path) -> None:
    pipe = tmp_path / "certificate.pdf"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="Invalid"):
        read_regular(pipe, 10)


def test_a_folder_or_an_impossible_name_is_no_file(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "a\0b", tmp_path / "none"):
        with pytest.raises(OSError, match=r"."):
            read_regular(path, 10)


def test_nothing_is_written_to_a_path_without_a_name(tmp_path: Path) -> None:
    for path in (type(tmp_path)(), type(tmp_path)(tmp_path.anchor)):
        with pytest.raises(Unavailable) as refused:
            write_synced(path, b"x")
        assert refused.value.code == "file_not_written"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_secret_goes_into_a_file_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever may write into the folder has laid an open file and a link in the way."""
    others, opened = tmp_path / "others", os.open
    others.write_bytes(b"")

    def meanwhile(path: Path, flags: int, mode: int = 0o777) -> int:
        if not path.exists() and not path.is_symlink() and path.suffix == ".partial":
            path.symlink_to(others)
        return opened(path, flags, mode)

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", meanwhile)
        with pytest.raises(Unavailable):
            write_synced(tmp_path / "key.pem", b"secret", 0o600)
    assert others.read_bytes() == b""
    write_synced(tmp_path / "key.pem", b"secret", 0o600)
    assert (tmp_path / "key.pem").stat().st_mode & 0o777 == 0o600
    assert sorted(one.name for one in tmp_path.iterdir()) == ["key.pem", "others"]
