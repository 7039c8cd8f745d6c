"""In which language certificates are written: the workshop's choice, and one for each sender."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.lots import name_key
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.certificates.commands import LanguageSet, SetCertificateLanguage
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.texts import DEFAULT, paper_languages

if TYPE_CHECKING:
    from serkut_desk.domain.people import Session
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.stations.desk import Desk

SETTING: Final = "certificate_language"


def language_of(work: UnitOfWork, wanted: str | None, lot_id: int) -> str:
    """Return the language of a certificate.

    Args:
        work: The open transaction.
        wanted: What was chosen at issue; None as it is settled.
        lot_id: The lot whose sender decides.

    Raises:
        Misused: `certificate_language`: nothing is written in it.
    """
    if wanted is not None:
        return known(wanted)
    setting = work.house.get(SETTING, {})
    senders = setting.get("senders", {})
    if senders:
        own: str | None = senders.get(work.lots.sender_key(lot_id), {}).get("language")
        if own:
            return own
    return str(setting.get("workshop", DEFAULT))


def known(language: str) -> str:
    """Return a language that papers are written in.

    Raises:
        Misused: `certificate_language`.
    """
    if language not in paper_languages():
        raise Misused("certificate_language", language=language, known=", ".join(paper_languages()))
    return language


def settled(desk: Desk, session: Session | None) -> LanguageSet:
    """Return the languages that hold now."""
    with desk.reading(session) as work:
        return _settled(work, Changes())


@handles(SetCertificateLanguage, Permission.ISSUE, entries=Entries.MAYBE)
def set_language(task: Task, command: SetCertificateLanguage) -> LanguageSet:
    """Settle the language for a sender or for everybody else."""
    work = task.work
    before = work.house.get(SETTING, {})
    setting = {
        "workshop": before.get("workshop", DEFAULT),
        "senders": {**before.get("senders", {})},
    }
    language = None if command.language is None else known(command.language)
    if command.sender is None:
        setting["workshop"] = language or DEFAULT
    else:
        sender = _sender(work, command.sender)
        setting["senders"].pop(name_key(sender), None)
        if language is not None:
            setting["senders"][name_key(sender)] = {"name": sender, "language": language}
    if setting == before:
        return _settled(work, Changes())
    work.house.put(SETTING, setting)
    work.journal.append(Tag.CERTIFICATE_LANGUAGE, "certificate", **setting)
    return _settled(work, Changes(journal=True))


def _sender(work: UnitOfWork, name: str) -> str:
    key = name_key(name)
    found = next((one for one in work.lots.organisations.all() if one.name_key == key), None)
    if found is None:
        raise Refused("certificate_sender_unknown", sender=name)
    return found.name


def _settled(work: UnitOfWork, changes: Changes) -> LanguageSet:
    setting = work.house.get(SETTING, {})
    senders = sorted((one["name"], one["language"]) for one in setting.get("senders", {}).values())
    return LanguageSet(setting.get("workshop", DEFAULT), tuple(senders), changes)
