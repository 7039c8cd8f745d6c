from __future__ import annotations

import pytest

from serkut_desk import shipped
from serkut_desk.domain.evidence import Technique
from serkut_desk.domain.methods import UNKNOWN_METHOD, find_method, method_table

METHODS = method_table(shipped.json_resource("wiping", "methods.json")["methods"])


@pytest.mark.parametrize(
    ("label", "technique", "passes"),
    [
        ("DoD Short", Technique.OVERWRITE, 3),
        ("Gutmann Wipe", Technique.OVERWRITE, 35),
        ("Zero Fill", Technique.OVERWRITE, 1),
        ("Verify Ones  (0xFF)", Technique.VERIFY_ONLY, 0),
        ("Verify Blank", Technique.VERIFY_ONLY, 0),
    ],
)
def test_labels_of_all_versions(label: str, technique: Technique, passes: int) -> None:
    method = find_method(label, METHODS)
    assert (method.technique, method.passes) == (technique, passes)


def test_an_unknown_label_is_unknown() -> None:
    assert find_method("Quick Sparkle", METHODS) == UNKNOWN_METHOD
