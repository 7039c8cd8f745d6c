"""Pictures for tests, drawn on the spot."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

SECRET = "Matti Meikalainen, Vuosaari"
"""What must never be kept of a picture."""
ORIENTATION, GPS, ARTIST, PLACE = 0x0112, 0x8825, 0x013B, 0x9286


def drawn(size: tuple[int, int] = (64, 48), seed: int = 0) -> Image.Image:
    """Return a picture whose left half is red and whose right half is blue, never twice alike."""
    picture = Image.new("RGB", size, (10, 20, 220))
    picture.paste((220, 20, 10), (0, 0, size[0] // 2, size[1]))
    picture.putpixel((size[0] - 1, size[1] - 1), (0, 255, seed % 256))
    picture.paste((0, (seed * 37) % 256, (seed * 11) % 256), (0, 0, 8, 8))
    return picture


def jpeg(size: tuple[int, int] = (64, 48), seed: int = 0, **options: Any) -> bytes:
    """Return a JPEG as a telling camera writes it: place, person, comment."""
    exif = Image.Exif()
    exif[ORIENTATION] = options.pop("orientation", 1)
    exif[ARTIST] = SECRET
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[29] = SECRET
    return _written(drawn(size, seed), "JPEG", exif=exif, comment=SECRET.encode(), **options)


def png(size: tuple[int, int] = (64, 48), seed: int = 0) -> bytes:
    """Return a PNG with a person in its text."""
    info = PngInfo()
    info.add_text("Author", SECRET)
    return _written(drawn(size, seed), "PNG", pnginfo=info)


def webp(size: tuple[int, int] = (64, 48), seed: int = 0) -> bytes:
    """Return a WebP with a person in it."""
    exif = Image.Exif()
    exif[ARTIST] = SECRET
    return _written(drawn(size, seed), "WEBP", exif=exif, xmp=f"<x>{SECRET}</x>".encode())


def see_through(size: tuple[int, int] = (64, 48)) -> bytes:
    """Return a PNG of which nothing is covered."""
    return _written(Image.new("RGBA", size, (0, 0, 0, 0)), "PNG")


def _written(picture: Image.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    """Return a picture as it was kept."""
    return Image.open(BytesIO(data))
