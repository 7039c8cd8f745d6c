"""The window speaks Finnish: every string of the code is there, translated and compiled."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from defusedxml import ElementTree

ROOT = Path(__file__).resolve().parents[2]
FINNISH = ROOT / "resources" / "i18n" / "serkut_desk_fi.ts"


def _translations() -> list[tuple[str, str]]:
    found = []
    root = ElementTree.parse(FINNISH).getroot()
    assert root is not None
    for message in root.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.findall("numerusform")]
        source = message.findtext("source") or ""
        found += [(source, text) for text in forms or [translation.text or ""]]
    return found


def test_translations_are_complete_and_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, ".ci/translations.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("field", ["{0}", "{1}", "{2}", "{device}", "{place}", "{lot}", "{row}"])
def test_fields_stay_in_the_translation(field: str) -> None:
    lost = [source for source, text in _translations() if (field in source) != (field in text)]
    assert lost == []


def test_counts_stay_in_the_translation() -> None:
    lost = [source for source, text in _translations() if "%n" in source and "%n" not in text]
    assert lost == []


def test_no_forbidden_word_is_said() -> None:
    path = ROOT / "resources" / "vocabularies" / "forbidden_words.json"
    forbidden = [*json.loads(path.read_text("utf-8"))["words"], "romu", "työntekij"]
    said = [
        (word, text)
        for _source, text in _translations()
        for word in forbidden
        if word in text.lower()
    ]
    assert said == []
