# noqa: INP001 - a script of its own, in no package
"""Puts the screenshot that a test made of the intake screen into the guide, small enough for it."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
SHOT = ROOT / "build" / "screens" / "intake-supervisor-fi-1366x768.png"
PICTURE = ROOT / "resources" / "guide" / "pictures" / "desk.png"
LARGEST = 200_000


def main() -> None:
    """Write the picture with few colours.

    Raises:
        SystemExit: There is no screenshot, or it does not get small enough.
    """
    if not SHOT.is_file():
        raise SystemExit(f"{SHOT}: make it by pytest tests/ui/stations/intake")
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(SHOT) as shot:
        shot.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(PICTURE, optimize=True)
    if PICTURE.stat().st_size > LARGEST:
        raise SystemExit(f"{PICTURE}: more than {LARGEST} bytes")


if __name__ == "__main__":
    main()
