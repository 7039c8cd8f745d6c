# noqa: INP001 - a script of its own, in no package
"""Brings the window's translations up to date: strings from the code, .ts files, .qm files.

    .ci/translations.py            update resources/i18n, fail if Finnish is not complete
    .ci/translations.py --check    change nothing, fail if anything would change

Run by `make translations` and by a test. The tools come with PySide6.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
SOURCES = ROOT / "src" / "serkut_desk" / "ui"
# English needs only its plurals: all else is the literals in the code.
FILES = {"serkut_desk_fi": (), "serkut_desk_en": ("-pluralonly",)}


def tool(name: str) -> str:
    """Return a tool's path beside this Python, or on the path."""
    beside = Path(sys.executable).parent / name
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        sys.exit(f"{name} is not installed")
    return found


def sources() -> list[str]:
    """Return every file with strings, in an order that never changes."""
    return sorted(str(path.relative_to(ROOT)) for path in SOURCES.rglob("*.py"))


def update(folder: Path) -> None:
    """Bring the .ts files in `folder` up to date with the code and compile them."""
    for name, options in FILES.items():
        source = folder / f"{name}.ts"
        language = name.rsplit("_", 1)[-1]
        run(
            tool("pyside6-lupdate"),
            *sources(),
            *options,
            "-no-obsolete",
            "-locations",
            "none",
            "-source-language",
            "en",
            "-target-language",
            language,
            "-ts",
            str(source),
        )
        # Renamed into place: a running window has the old file mapped, and must not see it shrink.
        made = folder / f"{name}.qm.new"
        run(tool("pyside6-lrelease"), "-silent", str(source), "-qm", str(made))
        made.replace(folder / f"{name}.qm")


def run(*command: str) -> None:
    """Run a tool in the checkout; its words are shown only when it fails."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own tools
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


def unfinished(path: Path) -> list[str]:
    """Return what is not translated, as `context: text`."""
    found = []
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = () if translation is None else translation.findall("numerusform")
            texts = [form.text for form in forms] or [
                translation.text if translation is not None else None
            ]
            marked = translation is None or translation.get("type") == "unfinished"
            if marked or not all(texts):
                found.append(f"{context.findtext('name')}: {message.findtext('source')}")
    return found


def differing(folder: Path) -> list[str]:
    """Return the files in which `folder` differs from what is committed."""
    names = [f"{name}{ending}" for name in FILES for ending in (".ts", ".qm")]
    return [
        name
        for name in names
        if not (FOLDER / name).exists()
        or (FOLDER / name).read_bytes() != (folder / name).read_bytes()
    ]


def main() -> None:
    """Update or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) if check else FOLDER
        if check:
            for name in FILES:
                shutil.copy(FOLDER / f"{name}.ts", folder)
        update(folder)
        left = [line for name in FILES for line in unfinished(folder / f"{name}.ts")]
        if left:
            sys.exit("Not translated:\n" + "\n".join(left))
        if check and (stale := differing(folder)):
            sys.exit(f"Out of date, run make translations: {', '.join(stale)}")


if __name__ == "__main__":
    main()
