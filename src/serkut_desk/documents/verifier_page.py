"""The page with which anybody checks certificates: one HTML file, no network, no dependency.

Style and script stand inside it and are named by their hashes in its own policy: a browser runs
nothing else of it, and lets it contact nobody.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from dataclasses import dataclass
from string import Template
from typing import TYPE_CHECKING, Any, Final

from serkut_desk.documents.trust_files import moment_text
from serkut_desk.domain.media import MediumKind

if TYPE_CHECKING:
    from datetime import datetime

MODULES: Final = (
    "embedded.js",
    "bytes.js",
    "der.js",
    "container.js",
    "keys.js",
    "pdf.js",
    "statement.js",
    "trust.js",
    "answer.js",
    "page.js",
)
"""In the order in which the page runs them."""

LANGUAGES: Final = ("fi", "sv", "en")


@dataclass(frozen=True, slots=True)
class PageParts:
    """What is shipped of the page: its frame, style, modules in order, sentences by language."""

    frame: str
    style: str
    modules: tuple[str, ...]
    texts: dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """What the workshop puts into its page.

    Args:
        workshop: Its name.
        made: When the page is made.
        keys: Public keys as PEM, the one in use first.
        vouches: Statements as `vouching.vouch` gave them.
        revocations: The newest list's file, None before the first.
    """

    workshop: str
    made: datetime
    keys: tuple[str, ...]
    vouches: tuple[str, ...] = ()
    revocations: bytes | None = None


def verifier_page(parts: PageParts, embedded: Embedded) -> bytes:
    """Return the page; the same parts and content give the same bytes."""
    script = '"use strict";\n{\n' + "\n".join(parts.modules) + "}\n"
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(script)}",
            f"style-src {_hash(parts.style)}",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    made = Template(parts.frame).substitute(
        policy=policy,
        title=html.escape(f"{parts.texts['fi']['title']} · {embedded.workshop}"),
        style=parts.style,
        embedded=_data(parts, embedded),
        script=script,
    )
    return made.encode("utf-8")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _data(parts: PageParts, embedded: Embedded) -> str:
    said: dict[str, Any] = {
        "workshop": embedded.workshop,
        "made": moment_text(embedded.made),
        "keys": list(embedded.keys),
        "vouches": [json.loads(one) for one in embedded.vouches],
        "list": json.loads(embedded.revocations) if embedded.revocations else None,
        "kinds": [kind.value for kind in MediumKind],
        "texts": parts.texts,
    }
    # What could end the element that holds it is written as JSON's own escape.
    return json.dumps(said, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
