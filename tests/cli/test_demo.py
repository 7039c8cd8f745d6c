"""The demo command: where it goes, what it shows, and that nothing in it is real."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from cli.desk_cli import Cli
from documents.reading import text_of
from serkut_desk.cli import demo, window
from serkut_desk.cli.demo_week import week
from serkut_desk.stations.certificates import checking
from serkut_desk.texts import Texts

FILES = Path(__file__).resolve().parents[2] / "resources" / "demo"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], list[str]]:
    """Play a short week once and take its pictures."""
    told: list[str] = []
    folders = week.beside(tmp_path_factory.mktemp("demo"))
    return demo.run(Texts("fi"), told.append, folders, most=1), told


def test_every_certificate_of_the_week_is_genuine(
    shown: tuple[dict[str, Any], list[str]], tmp_path: Path
) -> None:
    document, _ = shown
    trusted = Path(document["public_key"]).read_bytes()
    papers = [Path(path) for path in document["certificates"]]
    assert len(papers) > 30
    assert all(checking.check_file(path, trusted).valid for path in papers[:5])
    texts = [text_of(path.read_bytes(), tmp_path) for path in papers[:5]]
    assert all("keksitty" in text for text in texts), "each says that it is a demo's"
    assert not any("kello epävarma" in text for text in texts)


def test_papers_and_pictures_are_where_it_says(shown: tuple[dict[str, Any], list[str]]) -> None:
    document, told = shown
    for key in ("day_report", "key_sheet"):
        assert Path(document[key]).read_bytes().startswith(b"%PDF-")
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


def test_what_is_not_clean_is_told(shown: tuple[dict[str, Any], list[str]]) -> None:
    _, told = shown
    refused = [line for line in told if "jäi hyväksymättä" in line]
    for why in ("epäonnistui", "ei riitä", "kukaan ei ole kirjannut"):
        assert any(why in line for line in refused)


def test_the_command_takes_only_an_empty_folder(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "mine.txt").write_text("precious")
    done = Cli(tmp_path / "data", capsys)("demo", "--out", tmp_path)
    assert (done.status, done.code) == (1, "demo_folder_used")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_workshop_is_never_filled_with_a_demo(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    cli = Cli(tmp_path / "data", capsys)
    cli("init", "--workshop", "Digipaja", "--supervisor", "TJ1", person="")
    done = cli("demo", person="")
    assert (done.status, done.code) == (1, "demo_folder_used")


def test_without_a_display_the_week_is_played_instead_of_the_window(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    played: list[str] = []
    monkeypatch.setattr(window, "has_display", lambda: False)
    monkeypatch.setattr(demo, "run", lambda texts, _line: played.append(texts.language))
    assert window.open_window(tmp_path, "en") == 0
    assert played == ["en"]
    assert capsys.readouterr().out.startswith("There is no display here")


def test_nothing_in_the_shipped_files_is_real() -> None:
    rows = (FILES / "viikko.csv").read_text().splitlines()[1:]
    assert len(rows) > 190
    assert all("DEM" in row for row in rows)
    assert all("DEM" in row or "hiiri" in row.lower() for row in _listed())


def _listed() -> list[str]:
    texts = [path.read_bytes().decode("utf-8", "replace") for path in FILES.glob("lista-*.csv")]
    assert len(texts) == 4
    return [row for text in texts for row in text.splitlines()[1:]]
