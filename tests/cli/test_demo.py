"""The demo day: a whole thread through the rooms, and its papers and pictures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from cli.desk_cli import Cli
from documents.reading import text_of
from serkut_desk.cli import demo, window
from serkut_desk.stations.certificates import checking
from serkut_desk.texts import Texts

FILES = Path(__file__).resolve().parents[2] / "resources" / "demo"


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], list[str]]:
    """Play the day once."""
    told: list[str] = []
    return demo.run(Texts("fi"), told.append, tmp_path_factory.mktemp("demo")), told


def test_every_certificate_of_the_day_is_genuine(
    day: tuple[dict[str, Any], list[str]], tmp_path: Path
) -> None:
    document, _ = day
    trusted = Path(document["public_key"]).read_bytes()
    papers = [Path(path) for path in document["certificates"]]
    assert len(papers) == 3
    assert all(checking.check_file(path, trusted).valid for path in papers)
    texts = [text_of(path.read_bytes(), tmp_path) for path in papers]
    assert ["(2/2)" in text for text in texts] == [False, True, False]
    assert not any("kello epävarma" in text for text in texts)


def test_what_is_not_clean_is_told_and_has_no_certificate(
    day: tuple[dict[str, Any], list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    document, told = day
    refused = [line for line in told if "jäi hyväksymättä" in line]
    assert [("S3TDEMO30001" in line, "WD-WCDEMO40001" in line) for line in refused] == [
        (True, False),
        (False, True),
    ]
    cli = Cli(Path(document["data"]), capsys, document["maker"])
    listed = cli("certificate", "list").document
    assert [line["device"][:10] for line in listed["certificates"]] == [
        "SD00000005",
        "SD00000002",
        "SD00000001",
    ]
    assert listed["ready"] == []
    assert cli("journal", "verify", person="").document["ok"]


def test_papers_and_pictures_are_where_it_says(
    day: tuple[dict[str, Any], list[str]],
) -> None:
    document, told = day
    for key in ("day_report", "key_sheet"):
        assert Path(document[key]).read_bytes().startswith(b"%PDF-")
    assert len(document["labels"]) == 4
    assert Path(document["backup"], "checkpoint.json").is_file()
    assert len(document["screens"]) >= 6
    for path in document["screens"]:
        with Image.open(path) as picture:
            assert picture.size == (1366, 768)
            colours = picture.convert("RGB").getcolors(2**24)
            assert colours is not None
            assert len(colours) > 20, "something is painted"
    for key in ("labels", "certificates", "screens"):
        assert any(str(Path(document[key][0]).parent) in line for line in told)


def test_the_command_takes_only_an_empty_folder(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "mine.txt").write_text("precious")
    done = Cli(tmp_path / "data", capsys)("demo", "--out", tmp_path)
    assert (done.status, done.code) == (1, "demo_folder_used")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_without_a_display_the_day_is_played_instead_of_the_window(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    played: list[str] = []
    monkeypatch.setattr(window, "has_display", lambda: False)
    monkeypatch.setattr(demo, "run", lambda texts, _line: played.append(texts.language))
    assert window.open_window(tmp_path, "en") == 0
    assert played == ["en"]
    assert capsys.readouterr().out.startswith("There is no display here")


def test_nothing_in_the_shipped_files_is_real() -> None:
    known = json.dumps([path.name for path in FILES.iterdir()])
    assert "poistolista.csv" in known
    for path in FILES.glob("*.log"):
        text = path.read_text()
        serials = [line.split("S/N=")[1] for line in text.splitlines() if "S/N=" in line]
        assert serials
        assert all("DEMO" in serial for serial in serials)
