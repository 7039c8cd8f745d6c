from __future__ import annotations

import json

import pytest

from serkut_desk.domain import paper_codec
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.domain.media import KindSource, MediumKind
from serkut_desk.domain.snapshots import (
    Battery,
    IgnoredBecause,
    IgnoredStorage,
    Lock,
    Memory,
    MemoryModule,
    Remarked,
    Snapshot,
    SnapshotDevice,
    SnapshotFormat,
    SnapshotMedium,
    SnapshotRemark,
    Unread,
    UnreadStorage,
)
from serkut_desk.texts import Texts, catalogue

_NAMES = ("path", "reason", "model", "name", "part", "field", "found", "kept", "dropped", "serial")
FACTS = tuple((name, "serial") for name in _NAMES)


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_word_has_its_sentence(language: str) -> None:
    texts = Texts(language)
    said = [
        *((one.key, {}) for one in (*SnapshotFormat, *Lock)),
        *((one.key, one.fields) for one in (UnreadStorage(code, FACTS) for code in Unread)),
        *((one.key, one.fields) for one in (Remarked(code, FACTS) for code in SnapshotRemark)),
        *((one.key, one.fields) for one in (IgnoredStorage(why, "sda") for why in IgnoredBecause)),
    ]
    for key, fields in said:
        assert "{" not in texts.say(key, **fields)
    # None that nobody says.
    keys = {key for key, _ in said}
    groups = {key.rpartition(".")[0] for key in keys}
    known = {one for one in catalogue(language) if one.rpartition(".")[0] in groups}
    assert known == keys


def test_a_remark_names_its_field_in_the_readers_language() -> None:
    facts = (("field", "board_serial"), ("found", "INVALID"))
    remark = Remarked(SnapshotRemark.PLACEHOLDER, facts)
    assert Texts("fi").say(remark.key, **remark.fields).startswith("Emolevyn sarjanumero: ")


def test_a_snapshot_is_kept_as_json_and_comes_back_the_same() -> None:
    made = Snapshot(
        SnapshotFormat.LSHW,
        device=SnapshotDevice(DeviceType.LAPTOP, "Testmaker", "T1", serial="PF0TEST1"),
        memory=Memory(8, (MemoryModule(8, "DDR4", 2667),), 2),
        media=(SnapshotMedium("S1", kind=MediumKind.NVME, kind_source=KindSource.SMARTCTL),),
        batteries=(Battery("1073", health=940),),
        locks=(Lock.SETUP,),
        unread=(UnreadStorage(Unread.CONTROLLER, (("name", "RAID"),)),),
        ignored=(IgnoredStorage(IgnoredBecause.USB, "/dev/sdb"),),
        remarks=(Remarked(SnapshotRemark.CLOCK, (("found", "2001"),)),),
    )
    kept = json.loads(json.dumps(paper_codec.dump(made)))
    assert paper_codec.load(Snapshot, kept) == made
