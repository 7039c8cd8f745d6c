from __future__ import annotations

import pytest

from serkut_desk import shipped
from serkut_desk.domain.methods import UNKNOWN_METHOD, find_method, method_table
from serkut_desk.domain.policy import SanitisationTechnique

METHODS = method_table(shipped.json_resource("wiping", "methods.json")["methods"])


@pytest.mark.parametrize(
    ("label", "technique", "passes"),
    [
        ("DoD Short", SanitisationTechnique.OVERWRITE, 3),
        ("Gutmann Wipe", SanitisationTechnique.OVERWRITE, 35),
        ("Zero Fill", SanitisationTechnique.OVERWRITE, 1),
        ("Verify Ones  (0xFF)", SanitisationTechnique.VERIFY_ONLY, 0),
        ("Verify Blank", SanitisationTechnique.VERIFY_ONLY, 0),
    ],
)
def test_labels_of_all_versions(label: str, technique: SanitisationTechnique, passes: int) -> None:
    method = find_method(label, METHODS)
    assert (method.technique, method.passes) == (technique, passes)


def test_an_unknown_label_is_unknown() -> None:
    assert find_method("Quick Sparkle", METHODS) == UNKNOWN_METHOD
