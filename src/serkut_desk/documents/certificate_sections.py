"""The sections of a certificate under its statement, in the order an auditor looks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from serkut_desk.documents.certificate_model import Destroyed, Wiped
from serkut_desk.documents.flow import CODE, LEFT, NOTE, RIGHT, TINY_CODE, Flow, Span, Style
from serkut_desk.documents.paper_words import DASH, NOTHING, PaperWords, both, joined
from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.evidence import HiddenAreas

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.documents.certificate_model import (
        CertificatePage,
        CertifiedDevice,
        CertifiedMedium,
        Evidence,
        LooseMedium,
    )
    from serkut_desk.domain.journal import Head

_SEAL_HEIGHT: Final = 62.0


def device_section(flow: Flow, page: CertificatePage, words: PaperWords) -> None:
    """Say which device it is, where it came from, and how many media it has."""
    device = page.device
    title = "certificate.device" if page.loose is None else "certificate.medium.from_device"
    flow.heading(words.say(title))
    flow.facts(words.say("certificate.code"), Span(both(device.code), CODE))
    flow.facts(
        words.say("certificate.make"), Span(joined(_made(device), words.word("type", device.type)))
    )
    ids = [device.serial or NOTHING, device.inventory or NOTHING]
    label = words.say("certificate.serial_inventory")
    if device.imei:
        ids.append(device.imei)
        label = words.say("certificate.serial_inventory_imei")
    flow.facts(label, Span(" · ".join(ids), CODE))
    if device.uuid:
        flow.facts(words.say("certificate.uuid"), Span(device.uuid, CODE))
    flow.facts(
        words.say("certificate.sender"),
        Span(
            words.say(
                "certificate.sender_value",
                unit=page.source_unit,
                lot=short(page.lot),
                day=words.day(local(page.received_at)),
            )
        ),
    )
    flow.facts(
        words.say("certificate.class_next"),
        Span(
            joined(words.word("data_class", page.data_class), words.word("next_use", page.next_use))
        ),
    )
    if page.loose is not None:
        return
    known = words.word("count_source", page.count_source)
    count = words.say("certificate.count_value", count=len(page.media), known=known)
    seen = ", ".join(page.none_seen_by)
    extra = words.say("certificate.seen_by_two", persons=seen) if seen else ""
    flow.facts(words.say("certificate.count"), Span(joined(count, extra)))


def medium_section(
    flow: Flow, loose: LooseMedium, medium: CertifiedMedium, words: PaperWords
) -> None:
    """Say which medium it is, and in which devices it was."""
    flow.heading(words.say("certificate.medium.section"))
    flow.facts(words.say("certificate.code"), Span(both(loose.code), CODE))
    serial = medium.serial or words.say("certificate.no_serial")
    flow.facts(words.say("certificate.column.serial"), Span(serial, CODE))
    if loose.weight_g is not None:
        flow.facts(words.say("certificate.medium.weight"), Span(words.weight(loose.weight_g)))
    label = words.say("certificate.medium.history")
    for stay in loose.history:
        times = [
            words.say(f"certificate.medium.{word}", moment=words.moment(moment))
            for word, moment in (("since", stay.since), ("until", stay.until))
            if moment is not None
        ]
        flow.facts(
            label,
            Span(joined(both(stay.device.code), stay.device.serial), CODE),
            Span(joined(_made(stay.device), *times), Style(size=8.2)),
        )
        label = ""


def _made(device: CertifiedDevice) -> str:
    return " ".join(part for part in (device.manufacturer, device.model) if part)


def notes_section(flow: Flow, page: CertificatePage, words: PaperWords) -> None:
    """Say what the reader must not miss; each note follows from the data, none can be left out."""
    runs = [(medium, medium.outcome) for medium in page.media if isinstance(medium.outcome, Wiped)]
    notes = []
    if spare := [medium.serial for medium in page.media if medium.spare_areas_left]:
        notes.append(words.say("certificate.note.spare_areas", media=", ".join(spare)))
    for state in (HiddenAreas.UNKNOWN, HiddenAreas.DETECTED):
        media = [medium.serial for medium, run in runs if run.hidden is state]
        if media:
            notes += [words.say(f"certificate.note.hidden_{state}", media=", ".join(media))]
    if any(run.unsigned for _, run in runs):
        notes.append(words.say("certificate.note.unsigned"))
    notes += [words.say("certificate.note.accepted", exception=each) for each in page.accepted]
    if notes:
        flow.heading(words.say("certificate.notes"), keep=14)
        for note in notes:
            flow.paragraph(f"{DASH} {note}", Style(size=8.6), x=LEFT + 4.5, width=RIGHT - LEFT - 9)


def grounds_section(flow: Flow, page: CertificatePage, words: PaperWords) -> None:
    """Say what the statement rests on: policy, reports, journal."""
    policy = page.policy
    flow.heading(words.say("certificate.grounds"))
    flow.facts(
        words.say("certificate.policy"),
        Span(
            words.say(
                "certificate.policy_value",
                name=policy.name,
                version=policy.version,
                day=words.day(policy.valid_from),
                reference=policy.reference,
            )
        ),
    )
    label = words.say("certificate.reports", count=len(page.evidence))
    _files(flow, label, page.evidence)
    if not page.evidence:
        flow.facts(label, Span(NOTHING))
    _files(flow, words.say("certificate.attached", count=len(page.attached)), page.attached)
    place_section(flow, page.anchor, page.supersedes, words)


def _files(flow: Flow, label: str, files: Sequence[Evidence]) -> None:
    """Name files; a row for each, so that many of them can go over to the next page."""
    for file in files:
        name = Span(file.name, Style(size=8.2))
        flow.facts(label, name, Span(f"SHA-256 {file.sha256}", TINY_CODE))
        label = ""


def place_section(flow: Flow, anchor: Head, supersedes: str | None, words: PaperWords) -> None:
    """Say where the paper stands in the journal, and which one it replaces."""
    flow.facts(
        words.say("certificate.journal"),
        Span(words.say("journal_number", seq=anchor.seq), CODE),
        Span(anchor.hash, TINY_CODE),
    )
    flow.facts(
        words.say("certificate.supersedes"),
        Span(both(supersedes), CODE) if supersedes else Span(NOTHING),
    )


def approval_section(flow: Flow, page: CertificatePage, words: PaperWords) -> None:
    """Say who did the work and who accepted it."""
    outcomes = [medium.outcome for medium in page.media]
    performers = {
        outcome.performer or words.say("certificate.unknown")
        for outcome in outcomes
        if isinstance(outcome, Wiped)
    }
    destroyers = {
        person
        for outcome in outcomes
        if isinstance(outcome, Destroyed)
        for person in outcome.persons
    }
    approver = page.approver
    # The seal is explained on the page that carries the approval, never alone on one.
    flow.heading(words.say("certificate.approval"), keep=40 + _SEAL_HEIGHT)
    flow.facts(
        words.say("certificate.performers"),
        Span(", ".join(sorted(performers | destroyers)) or NOTHING),
    )
    flow.facts(
        words.say("certificate.approver"),
        Span(joined(approver.name, approver.title, words.moment(approver.at))),
    )


def seal_section(flow: Flow, workshop: str, seal: str, words: PaperWords) -> None:
    """Say with which key the paper is sealed and how to check it without a network."""
    flow.down(6)
    flow.need(_SEAL_HEIGHT - 6)
    flow.paragraph(words.say("certificate.sealed", workshop=workshop), Style(size=8.6))
    flow.paragraph(seal, TINY_CODE)
    flow.down(2)
    flow.paragraph(words.say("certificate.how_to_check"), NOTE)
    flow.paragraph(words.say("certificate.check_command"), TINY_CODE)
