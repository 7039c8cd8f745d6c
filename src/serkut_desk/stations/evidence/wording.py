"""What a file and its drives say, in sentences for screens and the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from serkut_desk.domain.evidence import ClockFlag
from serkut_desk.domain.evidence_place import Place
from serkut_desk.stations.clock_words import skew_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from serkut_desk.domain.sanitisation import Judgement
    from serkut_desk.stations.evidence.queries import DriveLine, FileLine
    from serkut_desk.texts import Texts

# These always say what happened; after they are over, nobody has to do anything.
_OVER = frozenset({Place.FAILED, Place.ABORTED, Place.TO_REVIEW, Place.UNREADABLE})


def next_key(line: FileLine) -> str:
    """Return the sentence of what is to be done about a file."""
    if line.short_of:
        return "place.short_of.do"
    if line.waits and line.place is Place.UNREADABLE and line.is_table:
        return "place.columns.do"
    over = not line.waits and line.place in _OVER
    return "place.done" if over else f"place.{line.place}.do"


def place_key(line: FileLine) -> str:
    """Return the word for where a file stands; a good report is not always enough."""
    return "place.short_of" if line.short_of else f"place.{line.place}"


def drive_sentences(one: DriveLine, texts: Texts) -> Iterator[str]:
    """Yield what is to be said of a drive: its result, why, its medium, its computer's clock."""
    run, say = one.run, texts.say
    yield say(run.result_key)
    if one.short_of is not None:
        yield from _short_of(one.short_of, texts)
    if one.to_destroy:
        yield say("place.to_destroy")
    for reason in run.reasons:
        yield say(f"reason.{reason['code']}", **_facts(reason, texts))
    if run.match != "matched":
        for word in run.match_reasons:
            yield say(f"match_reason.{word}")
    yield from clock_sentences(one, texts)


def _short_of(judged: Judgement, texts: Texts) -> Iterator[str]:
    """Yield why a good run is not enough for its medium, and what to do next."""
    for lack in (*judged.missing, *([judged.house_rule] if judged.house_rule else [])):
        yield texts.say(f"error.{lack.code.value}.what", **lack.fields)
    for word in judged.advice:
        yield texts.say(f"advice.{word}")


def _facts(reason: dict[str, Any], texts: Texts) -> dict[str, Any]:
    """Return the facts of a reason; which field of a pair differs is said by its name."""
    told = dict(reason.get("facts", {}))
    if "field" in told and texts.has(f"pair.{told['field']}"):
        told["field"] = texts.say(f"pair.{told['field']}")
    return told


def clock_sentences(one: DriveLine, texts: Texts) -> Iterator[str]:
    """Yield what is doubtful about a computer's clock, and what somebody said of it."""
    facts = one.run.facts
    said = skew_sentence(facts.get("skew"), texts)
    if said:
        yield said
    for flag in facts.get("clock", []):
        if flag != ClockFlag.RTC_LOCAL:
            yield texts.say(f"clock_note.{flag}")
    if one.noted_by:
        yield texts.say("skew.rtc_local", by=one.noted_by)
