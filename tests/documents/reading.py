"""Reads papers as a reader's own tools do."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path


def text_of(pdf: bytes, folder: Path) -> str:
    """Return the text of all pages, one space for every run of white."""
    return " ".join(_run("pdftotext", "-layout", pdf=pdf, folder=folder).split())


def story_of(pdf: bytes, folder: Path) -> str:
    """Return the text in the order in which it was drawn, so that a table's cells stay whole."""
    return " ".join(_run("pdftotext", "-raw", pdf=pdf, folder=folder).split())


def pages_of(pdf: bytes, folder: Path) -> int:
    """Return the number of pages."""
    lines = _run("pdfinfo", pdf=pdf, folder=folder, output=False).splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pages:"))


def fonts_of(pdf: bytes, folder: Path) -> list[list[str]]:
    """Return a row of words for each face in the file."""
    rows = _run("pdffonts", pdf=pdf, folder=folder, output=False).splitlines()[2:]
    return [row.split() for row in rows]


def black_and_white(pdf: bytes, folder: Path, page: int = 1, dpi: int = 300) -> Image.Image:
    """Return a page as a cheap printer would show it: black or white."""
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    subprocess.run(
        [
            *("/usr/bin/pdftoppm", "-mono", "-r", str(dpi), "-singlefile"),
            *("-f", str(page), path, folder / "page"),
        ],
        check=True,
    )
    with Image.open(folder / "page.pbm") as picture:
        return picture.convert("L")


def words_and_boxes(pdf: bytes, folder: Path) -> str:
    """Return the words with their boxes on the page, as poppler's XML."""
    return _run("pdftotext", "-bbox", pdf=pdf, folder=folder)


def _run(tool: str, *options: str, pdf: bytes, folder: Path, output: bool = True) -> str:
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    command = [f"/usr/bin/{tool}", *options, str(path), *(["-"] if output else [])]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
