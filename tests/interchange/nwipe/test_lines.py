from __future__ import annotations

from datetime import datetime

import pytest

from serkut_desk.interchange.nwipe.lines import decode, read_lines


@pytest.mark.parametrize(
    "raw",
    [
        "[2026/11/21 21:36:02]  notice: Found it",
        "[2026/11/21 21:36:02] nwipe: notice: Found it",
        "[2026/11/21 21:36:02] notice: Found it",
        "\x1b[32m[2026/11/21 21:36:02]\x1b[0m  notice: Found it",
    ],
)
def test_levels_of_all_ages(raw: str) -> None:
    (line,) = read_lines(raw)
    assert (line.level, line.text) == ("notice", "Found it")
    assert line.stamp == datetime(2026, 11, 21, 21, 36, 2)  # noqa: DTZ001 - logs say no zone


def test_a_broken_line_is_joined_with_its_device() -> None:
    (line,) = read_lines("[2026/11/21 21:36:02]    info: HPA: disabled\n on /dev/sda")
    assert line.devices == ("/dev/sda",)


def test_devices_are_whole_words() -> None:
    (line,) = read_lines("[2026/11/21 21:36:02]   error: '/dev/sdaa': /dev/nvme0n1, '/dev/loop10'.")
    assert line.devices == ("/dev/sdaa", "/dev/nvme0n1", "/dev/loop10")


def test_an_impossible_date_is_no_time() -> None:
    (line,) = read_lines("[2026/13/41 21:36:02]    info: x")
    assert line.stamp is None


def test_bytes_that_are_no_text_are_replaced() -> None:
    assert decode(b"\xef\xbb\xbfa\xff") == "a\ufffd"
    assert decode("a".encode("utf-16")) == "\ufeffa" or decode("a".encode("utf-16")) == "a"
