"""Files that were brought in, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.evidence import Verdict
from serkut_desk.domain.evidence_place import Place, at_odds
from serkut_desk.stations.evidence.wording import drive_sentences, next_key, place_key
from serkut_desk.ui.parts.reports_fate import TONES, FileNumbers
from serkut_desk.ui.stations.evidence.views import (
    BesideView,
    DifferenceView,
    DriveView,
    ListRow,
    PageView,
)
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.stations.evidence.queries import (
        Beside,
        DriveLine,
        FileLine,
        FilePage,
        Inbox,
    )
    from serkut_desk.stations.report_candidates import CandidateLine
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate

_VERDICTS = {
    Verdict.PASSED: Tone.GOOD,
    Verdict.FAILED: Tone.STOP,
    Verdict.INSANE: Tone.STOP,
    Verdict.VERIFY_ONLY: Tone.INFO,
}
_SHOWN_SERIALS = 1
_PAIR, _SHOWN_AGAINST = 2, 3


class OpposedNumbers(QObject):
    """Says how many reports more say the opposite."""

    def more(self, count: int) -> str:
        """Return how many are not named."""
        return self.tr("and %n more", "", count)


def list_row(line: FileLine, texts: Texts) -> ListRow:
    """Return one row of the list; what is over is quiet."""
    tone = Tone.ATTENTION if line.short_of else TONES[line.place]
    if not line.waits and not line.short_of and tone in {Tone.STOP, Tone.ATTENTION}:
        tone = Tone.PLAIN
    drives = ", ".join(line.serials[:_SHOWN_SERIALS])
    more = len(line.serials) - _SHOWN_SERIALS
    if more > 0:
        drives = f"{drives} +{more}"
    if not drives and line.kind and texts.has(f"report.{line.kind}"):
        drives = texts.say(f"report.{line.kind}").partition(".")[0]
    return ListRow(
        str(line.number),
        line.name,
        drives,
        ", ".join(short(code) for code in line.devices),
        texts.say(place_key(line)),
        tone,
    )


def moment(at: datetime) -> str:
    """Return a day and time in Finnish form."""
    here = local(at)
    return f"{here.day}.{here.month}. {here.hour}.{here.minute:02d}"


def page_view(page: FilePage, texts: Texts) -> PageView:
    """Return one file with its answer."""
    line = page.line
    say = texts.say
    kind = say(f"report.{line.kind}") if line.kind and texts.has(f"report.{line.kind}") else ""
    trouble = say(f"trouble.{line.trouble}") if line.trouble else ""
    came = f"{moment(line.at)} · {line.by}"
    reports = at_odds({other.number for other in one.against} for one in page.drives)
    if line.place is Place.CONTRADICTION and reports > _PAIR:
        why = say("place.contradiction.several", count=reports)
    else:
        why = say(next_key(line))
    if page.first:
        why = f"{say('place.again', first=page.first)} {why}"
    row = list_row(line, texts)
    return PageView(
        line.name,
        " · ".join(part for part in (kind.rstrip("."), line.origin, came) if part),
        row.tone,
        say(place_key(line)),
        f"{trouble} {why}".strip(),
        tuple(drive_view(one, texts) for one in page.drives),
        (*_opposed(page, texts), *(_beside(one, texts) for one in page.beside)),
        page.kept,
    )


def drive_view(one: DriveLine, texts: Texts) -> DriveView:
    """Return one drive of a file."""
    run = one.run
    tone = Tone.ATTENTION if one.short_of else _VERDICTS.get(run.verdict, Tone.ATTENTION)
    if run.contradicted and run.set_aside_by is None and tone is Tone.GOOD:
        # What it says is good: wrong is only that another report says the opposite.
        tone = Tone.PLAIN
    sentences = list(drive_sentences(one, texts))
    steps = [
        texts.say(f"reason.{reason['code']}.next")
        for reason in run.reasons
        if texts.has(f"reason.{reason['code']}.next")
    ]
    lines = sentences[1:]
    if run.verdict is not Verdict.PASSED:
        lines += steps[:1]
    title = " · ".join(part for part in (run.serial or run.device_path, run.model) if part)
    return DriveView(
        title,
        tone,
        sentences[0],
        tuple(lines),
        _where(one),
        run.set_aside_by is not None,
        _against(one),
    )


def _against(one: DriveLine) -> str:
    """Return which reports say the opposite of one, "" when none does; a few are named."""
    names = list({other.number: other.name for other in one.against}.values())
    if not names:
        return ""
    rest = len(names) - _SHOWN_AGAINST
    named = ", ".join(names[:_SHOWN_AGAINST])
    if rest > 0:
        named = f"{named} {OpposedNumbers().more(rest)}"
    if len(names) == 1:
        said = translate("EvidenceFile", "Another report says the opposite: {0}")
    else:
        said = translate("EvidenceFile", "Other reports say the opposite: {0}")
    return said.replace("{0}", named)


def _where(one: DriveLine) -> str:
    device = short(one.device) if one.device else ""
    if one.run.set_aside_by is not None:
        return translate("EvidenceFile", "Does not count")
    if one.proposed:
        said = translate("EvidenceFile", "Nobody has recorded this disk in {0}")
        return said.replace("{0}", device)
    if one.medium:
        return " · ".join(part for part in (device, one.medium) if part)
    return translate("EvidenceFile", "Nobody knows which disk this is")


def _beside(one: Beside, texts: Texts) -> BesideView:
    differences = tuple(
        DifferenceView(texts.say(f"pair.{said.field}"), said.log, said.paper)
        for said in one.differences
    )
    return BesideView(
        "" if one.number is None else str(one.number),
        one.name,
        one.agrees,
        differences,
        one.attached,
    )


def _opposed(page: FilePage, texts: Texts) -> Iterator[BesideView]:
    """Yield each file that says the opposite: what both say, side by side."""
    for one in page.drives:
        for other in one.against[:_SHOWN_AGAINST]:
            here, there = _sayings(one.run, texts), _sayings(other.run, texts)
            differing = tuple(
                DifferenceView(what, said, there[what])
                for what, said in here.items()
                if said != there[what]
            )
            yield BesideView(str(other.number), other.name, agrees=False, differences=differing)


def _sayings(run: SanitisationRun, texts: Texts) -> dict[str, str]:
    """Return what a report says of a run, by the name of each thing."""
    errors = run.facts.get("errors")
    return {
        translate("EvidenceFile", "Result"): texts.say(run.result_key),
        translate("EvidenceFile", "Serial number"): run.serial,
        translate("EvidenceFile", "Method"): run.method,
        translate("EvidenceFile", "Errors"): "?" if errors is None else str(errors),
        translate("EvidenceFile", "Began"): run.started or "?",
        translate("EvidenceFile", "Ended"): run.ended or "?",
    }


def candidate_words(one: CandidateLine, texts: Texts) -> str:
    """Return a medium that it can be, what agrees, and what does not."""
    good = ", ".join(texts.say(f"match_agrees.{sign}") for sign in one.agrees)
    bad = ", ".join(texts.say(f"match_differs.{sign}") for sign in one.differs)
    head = f"{short(one.device)} · {one.name}"
    if bad:
        good = f"{good}; {bad}" if good else bad
    return f"{head}\n{good}" if good else head


def calm(inbox: Inbox) -> tuple[str, str]:
    """Return what a maker is told of all files: how many, and who has to look."""
    by_place = {one.place: one for one in inbox.counts}
    say = FileNumbers()
    total = sum(one.files for one in inbox.counts)
    words = [say.clean(by_place[Place.MATCHED].files)]
    if inbox.waiting:
        words.append(say.person(inbox.waiting))
    return say.read(total), ", ".join(words)
