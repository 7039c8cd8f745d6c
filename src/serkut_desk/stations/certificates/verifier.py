"""The page and the knowledge with which the workshop's certificates are checked anywhere."""

from __future__ import annotations

from serkut_desk import shipped
from serkut_desk.documents.verifier_page import LANGUAGES, MODULES, PageParts

_FOLDER = "verifier"


def page_parts() -> PageParts:
    """Return what is shipped of the page."""
    return PageParts(
        frame=_text("page.html"),
        style=_text("page.css"),
        modules=tuple(_text(name) for name in MODULES),
        texts={
            language: shipped.json_resource(_FOLDER, "texts", f"{language}.json")
            for language in LANGUAGES
        },
    )


def _text(name: str) -> str:
    return shipped.resource(_FOLDER, name).read_text(encoding="utf-8")
