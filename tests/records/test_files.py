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
