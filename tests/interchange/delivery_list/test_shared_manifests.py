from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from serkut_desk.interchange.delivery_list import read_delivery_list

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "data" / "manifests"
EXPECTED: dict[str, Any] = (
    json.loads((FOLDER / "expected.json").read_text(encoding="utf-8")) if FOLDER.is_dir() else {}
)

if not EXPECTED:
    pytest.skip("the shared lists are not beside this checkout", allow_module_level=True)


@pytest.mark.parametrize("name", EXPECTED)
def test_the_lists_of_senders_are_read_right(name: str) -> None:
    want = EXPECTED[name]
    found = read_delivery_list((FOLDER / name).read_bytes())
    single = [row for row in found.rows if row.quantity == 1]
    assert len(single) == want["devices"]
    assert [row.quantity for row in found.rows if row.quantity > 1] == want["quantities"]
    assert {row.serial for row in single} - {""} == set(want.get("serials", []))
    assert {row.imei for row in single if not row.problems} - {""} == set(want.get("imeis", []))
    assert len(found.stopped_rows) == want.get("problem_rows", 0)
    assert len(found.problems) == want.get("repeated", 0)
    assert set(want["ignored"]) <= set(found.ignored_columns)
    assert not [secret for secret in want.get("never", []) if secret in repr(found)]
