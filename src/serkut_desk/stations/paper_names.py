"""How people stand on papers that leave the house.

Only who answers for the paper, as the approver does, has a name there. Everybody else is the
house's short name (T07), never the code of the badge: who reads that off a paper could print the
badge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from serkut_desk.domain.people import Person
    from serkut_desk.records.people import People


class PaperNames:
    """Says who did what on papers.

    Args:
        people: The people of the workshop.
        language: Of the paper.
    """

    def __init__(self, people: People, language: str) -> None:
        everybody = people.all()
        self._texts = Texts(language)
        self._people = {person.code: person for person in everybody}
        self._taken: dict[str, int] = {}
        for person in everybody:
            self._taken[person.display] = self._taken.get(person.display, 0) + 1

    def short(self, code: str) -> str:
        """Return the short name behind a badge; two people of one short name are told apart."""
        person = self._people.get(code)
        if person is None:
            return code
        if self._taken[person.display] == 1:
            return person.display
        return f"{person.display} (#{person.id})"

    def approver(self, code: str) -> tuple[str, str]:
        """Return name and title of who answers for the paper.

        Who has none yet is the short name and the word for the role.
        """
        person: Person = self._people[code]
        name = person.name or self.short(code)
        return name, person.title or self._texts.say(f"role.{person.role}")
