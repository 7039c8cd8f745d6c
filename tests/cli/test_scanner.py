from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cli.desk_cli import Cli


def test_three_scans_tell_what_is_wrong(cli: Cli) -> None:
    codes = [one["text"] for one in cli("scanner", "codes", person="").document]
    assert cli("scanner", "check", *codes, person="").document["right"]
    told = cli("scanner", "check", *(code.swapcase() for code in codes), person="").document
    assert (told["right"], told["troubles"]) == (False, ["caps_lock"])
    said = cli("scanner", "check", codes[0], "yZ+-?Öö" + "aQÉw`M", codes[2], as_json=False).out
    assert "suomalainen näppäimistö" in said
    few = cli("scanner", "check", codes[0], person="")
    assert (few.status, few.code) == (2, "scanner_three_scans")
