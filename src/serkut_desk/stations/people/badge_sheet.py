"""Badges on paper: one PDF to print and cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.permissions import Permission
from serkut_desk.records.files import write_synced
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk


def badge_sheet(
    desk: Desk,
    session: Session | None,
    badges: Sequence[str] = (),
    *,
    language: str = "fi",
    out: Path | None = None,
) -> Path:
    """Write a PDF with the badges of these people, of everybody when none is named.

    It goes to `out`, or else to the papers in the data folder.

    Raises:
        Refused: The person may not, or `badge_unknown`.
    """
    from serkut_desk.documents.badges import Badge, badges_pdf  # noqa: PLC0415 - loads reportlab

    texts = Texts(language)
    with desk.reading(session, Permission.PEOPLE) as work:
        active = {person.code: person for person in work.people.all() if person.active}
        workshop = str(work.house.get("workshop", {}).get("name", ""))
    unknown = next((code for code in badges if code not in active), None)
    if unknown is not None:
        raise Refused("badge_unknown", badge=unknown)
    chosen = [active[code] for code in badges] or list(active.values())
    pdf = badges_pdf(
        [
            Badge(person.code, person.display, texts.say(f"role.{person.role.value}"))
            for person in chosen
        ],
        texts,
        workshop=workshop,
    )
    name = chosen[0].code if len(chosen) == 1 else "all"
    path = out or desk.folder.papers / "badges" / f"badges-{name}.pdf"
    write_synced(path, pdf)
    return path
