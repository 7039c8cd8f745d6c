"""Finds what is shipped beside the code: migrations and resources, in a checkout or a wheel."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def _folder(name: str) -> Path:
    inside_wheel = _PACKAGE / f"_{name}"
    if inside_wheel.is_dir():
        return inside_wheel
    return _CHECKOUT / name


def migrations() -> Path:
    """Return the folder with Alembic's `env.py` and `versions/`."""
    return _folder("migrations")


def resource(*parts: str) -> Path:
    """Return the path of a shipped resource, such as `resource("policy", "table.json")`."""
    return _folder("resources").joinpath(*parts)


@cache
def json_resource(*parts: str) -> Any:
    """Return the parsed content of a shipped JSON file; treat it as read-only, it is shared."""
    return json.loads(resource(*parts).read_text(encoding="utf-8"))
