"""Broken, cut, huge and hostile files: a clear refusal or a snapshot, never anything else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from serkut_desk.domain import paper_codec
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.snapshots import Snapshot
from serkut_desk.interchange.snapshots import read_snapshot
from serkut_desk.texts import Texts

DATA = Path(__file__).parent / "data"
NAMES = sorted(one.name for one in DATA.iterdir() if one.suffix in {".json", ".txt"})
FILES = {name: (DATA / name).read_bytes() for name in NAMES}
TREES = {name: json.loads(FILES[name]) for name in NAMES if name.endswith(".json")}
LARGEST = 2**63


def outcome(data: bytes, name: str = "") -> str:
    """Return the code of the refusal, or "" for a snapshot that can be kept and said."""
    try:
        got = read_snapshot(data, name)
    except Refused as refusal:
        sentences = Texts("fi")
        for part in ("what", "why", "next"):
            sentences.say(f"error.{refusal.code}.{part}", **refusal.facts)
        return refusal.code
    kept = json.dumps(paper_codec.dump(got))
    kept.encode()
    assert paper_codec.load(Snapshot, json.loads(kept)) == got
    assert not (got.complete and got.unread)
    assert all(number < LARGEST for number in numbers(paper_codec.dump(got)))
    return ""


def numbers(value: Any) -> list[int]:
    if isinstance(value, (dict, list)):
        inner = value.values() if isinstance(value, dict) else value
        return [number for one in inner for number in numbers(one)]
    return [value] if isinstance(value, int) else []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "snapshot_empty"),
        (b" \r\n\t ", "snapshot_empty"),
        (b"\xef\xbb\xbf", "snapshot_empty"),
        (b" " * 8_000_001, "snapshot_too_large"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "snapshot_not_text"),
        (b"\xff\xfe{", "snapshot_not_text"),
        (bytes(range(128, 256)) * 10, "snapshot_not_text"),
        (b'{"type": "Snapshot", "data": {', "snapshot_cut_off"),
        (b'{"type": "Snap', "snapshot_cut_off"),
        (b'{"type": Snapshot}', "snapshot_broken"),
        (b'{"format": "serkut-collect", "version": NaN}', "snapshot_broken"),
        (b'{"version": ' + b"9" * 100_000 + b"}", "snapshot_broken"),
        (b"[" * 100_000, "snapshot_too_deep"),
        (b'{"a":' * 100_000, "snapshot_too_deep"),
        (b"[" * 61 + b"]" * 61, "snapshot_too_deep"),
        (b'{"type": "Snapshot", "type": "Snapshot"}', "snapshot_twice"),
        (b'{"format": "serkut-collect", "version": 0}', "snapshot_not_known"),
        (b'{"format": "serkut-collect", "version": true}', "snapshot_not_known"),
        (b'{"format": "serkut-collect", "version": 1}', "snapshot_no_machine"),
        (b'{"type": "Snapshot", "data": {}, "device": {}}', "snapshot_no_machine"),
        (b'{"type": "DeviceSnapshotV1", "data": {}}', "snapshot_not_known"),
        (b"[]", "snapshot_not_known"),
        (b"{}", "snapshot_not_known"),
        (b"[1, null]", "snapshot_not_known"),
        (b"type: Snapshot\nuuid: 1\n", "snapshot_yaml"),
        (b"smartctl 7.3 2022-02-28\n", "snapshot_not_known"),
        (b"# dmidecode 3.4\n", "snapshot_no_machine"),
    ],
)
def test_what_is_refused_and_why(data: bytes, code: str) -> None:
    assert outcome(data) == code


def test_yaml_is_known_by_its_name_too() -> None:
    assert outcome(b"- a\n- b\n", "Lista.YAML") == "snapshot_yaml"
    assert outcome(FILES["phone.json"], "phone.yaml") == ""


def test_several_machines_in_one_file_are_refused() -> None:
    (lshw,) = TREES["lshw.json"]
    assert outcome(json.dumps([lshw, lshw]).encode()) == "snapshot_several"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings_are_read(encoding: str) -> None:
    text = FILES["lshw.json"].decode()
    assert read_snapshot(text.encode(encoding)) == read_snapshot(FILES["lshw.json"])


def test_an_odd_byte_in_firmware_text_is_no_reason_to_refuse() -> None:
    data = FILES["dmidecode.txt"].replace(b"M471TEST-CTD", b"M471\xe4TEST")
    assert read_snapshot(data).memory.modules[0].part == "M471\ufffdTEST"


def test_texts_that_would_turn_a_screen_round_are_made_plain() -> None:
    tree = {**TREES["collector.json"], "tools": []}
    tree["dmi"] = {"sys_vendor": "\u202eTest\u0000\n\u200bmaker \ud800" + "x" * 5000}
    got = read_snapshot(json.dumps(tree).encode())
    assert got.device.manufacturer.startswith("Test maker ?xx")
    assert len(got.device.manufacturer) == 200


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_was_cut_anywhere(name: str) -> None:
    data = FILES[name].rstrip()
    for cut in range(0, len(data), max(1, len(data) // 12)):
        code = outcome(data[:cut])
        if name.endswith(".json"):
            assert code in {"snapshot_cut_off", "snapshot_broken", "snapshot_empty"}


@given(data=st.binary(max_size=300))
@example(data=b"\x00")
@example(data=b'"')
def test_any_bytes(data: bytes) -> None:
    outcome(data)


JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**30), 10**30),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(
        ["{", "[]", "0", "1e999", "9" * 40, "999999999 TB", "S/N", "\ud800", "/dev/sda"]
    ),
    st.lists(st.none() | st.text(max_size=3), max_size=3),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)


def changed(value: Any, path: list[int], junk: Any) -> Any:
    """Return a tree with one place in it replaced."""
    if not path or not isinstance(value, (dict, list)) or not value:
        return junk
    names = list(value) if isinstance(value, dict) else list(range(len(value)))
    name = names[path[0] % len(names)]
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[name] = changed(value[name], path[1:], junk)
    return copy


@given(
    name=st.sampled_from(sorted(TREES)),
    path=st.lists(st.integers(0, 30), min_size=1, max_size=9),
    junk=JUNK,
)
def test_anything_where_something_else_should_be(name: str, path: list[int], junk: Any) -> None:
    tree = changed(TREES[name], path, junk)
    outcome(json.dumps(tree).encode())


@given(
    name=st.sampled_from(NAMES),
    where=st.integers(0, 10_000),
    drop=st.integers(0, 30),
    put=st.binary(max_size=6),
)
def test_any_spot_of_a_file_damaged(name: str, where: int, drop: int, put: bytes) -> None:
    data = FILES[name]
    where %= len(data)
    outcome(data[:where] + put + data[where + drop :])
