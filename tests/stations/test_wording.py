from __future__ import annotations

import pytest

from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.stations.wording import file_name, short_text

KEY = "VK7JG-NPHTM-C97JM-9MPGT-3V66T"
PERSON = "131052-308T"


@pytest.mark.parametrize(
    "text",
    [
        KEY,
        f"windows {KEY.lower()}",
        PERSON,
        "131052\u2013308T",
        "131052\u2212308t",
        "\uff11\uff13\uff11\uff10\uff15\uff12-308T",
    ],
)
def test_a_secret_is_not_kept_as_a_text(text: str) -> None:
    with pytest.raises(Refused) as refused:
        short_text(text, "reason")
    assert refused.value.code == "secret_not_kept"
    assert text not in str(refused.value)


def test_a_secret_in_a_file_name_is_masked() -> None:
    assert PERSON not in file_name(f"{PERSON}.log")
    assert file_name("nwipe_log.txt") == "nwipe_log.txt"
    assert len(file_name("n" * 300)) == 200
    assert file_name("") == "-"


@pytest.mark.parametrize("text", ["", " \n", "\u200f", "\x00"])
def test_what_shows_nothing_is_no_text(text: str) -> None:
    with pytest.raises(Misused) as misused:
        short_text(text, "reason")
    assert misused.value.code == "text_missing"
