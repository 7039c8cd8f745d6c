"""`stick export`: the kit on a stick, whole and with the policy of the day."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from serkut_desk.stations.found_files import find_files
from serkut_desk.stations.stick_kit import kit_files

if TYPE_CHECKING:
    from pathlib import Path

    from cli.desk_cli import Cli


def test_the_kit_is_whole_and_replaces_only_a_kit(cli: Cli, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    done = cli("stick", "export", stick, "--data-class", "confidential").document
    kit = stick / "serkut"
    assert done["path"] == str(kit)
    assert (done["data_class"], done["policy_version"]) == ("confidential", 1)
    lines = (line.split("  ") for line in (kit / "SHA256SUMS").read_text().splitlines())
    sums = {name: digest for digest, name in lines}
    assert set(done["files"]) == set(kit_files(""))
    assert set(sums) == set(done["files"]) - {"SHA256SUMS"}
    assert {sha256((kit / name).read_bytes()).hexdigest() == sums[name] for name in sums} == {True}
    assert (kit / "serkut-wipe").stat().st_mode & 0o111
    assert (kit / "results").is_dir()
    policy = (kit / "policy.txt").read_text()
    assert "class=confidential" in policy
    # What reaches the required level comes first: for a disk an overwrite does not.
    assert "\nhdd=ata_sanitize_overwrite:purge " in policy

    (kit / "results" / "one.json").write_text("{}")
    again = cli("stick", "export", stick, "--data-class", "ordinary").document
    assert again["data_class"] == "ordinary"
    assert "\nhdd=overwrite:clear " in (kit / "policy.txt").read_text()
    assert (kit / "results" / "one.json").exists()
    # The whole stick comes in: its own programs are no reports.
    assert find_files([stick]) == [kit / "results" / "one.json"]
    (kit / "serkut-wipe").write_text("#!/bin/sh\nof somebody else\n")
    assert cli("stick", "export", stick).code == "stick_folder_taken"
    assert cli("stick", "export", tmp_path / "nowhere").code == "path_missing"
