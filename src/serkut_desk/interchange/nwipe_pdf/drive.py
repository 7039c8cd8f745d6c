"""From what stands beside the labels to the facts of one drive."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from serkut_desk.domain.evidence import DriveResult, ErrorCounters, HiddenAreas, VerifyMode
from serkut_desk.domain.matching import CUT_MODEL
from serkut_desk.domain.methods import find_method
from serkut_desk.domain.serials import serial_key
from serkut_desk.domain.verdict import StatusWord, status_word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from serkut_desk.domain.methods import Method
    from serkut_desk.interchange.nwipe_pdf.labels import Section
    from serkut_desk.interchange.nwipe_pdf.smart import Smart

_SIZE = re.compile(r"(\d[\d.]* ?[KMGTP]?B), ?(\d{1,18}) ?(?:bytes|b)\Z", re.IGNORECASE)
_BYTES = re.compile(r"(\d{1,18}), ?\((\d{1,3}\.\d{2})%\)\Z")
_ROUNDS = re.compile(r"(\d{1,4})/(\d{1,4})\Z")
_COUNTS = re.compile(r"\d{1,12}(?:/\d{1,12}){2,3}\Z")
_DURATION = re.compile(r"(\d{1,9}):(\d{2}):(\d{2})\Z")
_COLUMNS = (("pass", "sync", "verify"), ("pass", "sync", "verify", "retries"))
_HIDDEN = (
    (re.compile(r"no hidden sectors\Z", re.IGNORECASE), HiddenAreas.NONE),
    (re.compile(r"not applicable\Z", re.IGNORECASE), HiddenAreas.NOT_APPLICABLE),
    (re.compile(r"hidden", re.IGNORECASE), HiddenAreas.DETECTED),
)
_VERIFY = {"none": VerifyMode.OFF, "last": VerifyMode.LAST, "all": VerifyMode.ALL}
_ABOUT_HIDDEN = re.compile(r"\bHPA\b|\bDCO\b|hidden sector", re.IGNORECASE)
# The worst first.
_STATUS = (StatusWord.INSANE, StatusWord.FAILED, StatusWord.ABORTED, StatusWord.UNKNOWN)
_WHOLE = "100.00"
# From the end of the drive to its start, or in scattered order (0.42 and newer); no other method.
_DIRECTION = re.compile(r" \([RS]\)\Z")


def drive_result(
    number: int,
    section: Section,
    smart: Smart,
    methods: Mapping[str, Method],
    comparable: Callable[[str], str | None],
) -> DriveResult:
    """Return the facts of one drive; `number` counts from 1 and stands for its unknown path."""
    label = _DIRECTION.sub("", section.one("method"))
    method = find_method(label, methods)
    size = _SIZE.match(section.one("size"))
    moved = _BYTES.match(section.one("bytes"))
    made, asked = _rounds(section)
    counters, retries = _counters(section)
    serial, disagrees = _serial(section, smart, comparable)
    model = section.one("model") or section.one("head_model")
    hidden = _hidden(section)
    return DriveResult(
        device=f"#{number}",
        bus=section.one("bus"),
        model=_true_model(model, smart),
        serial_raw=serial,
        serial=comparable(serial),
        serial_disagrees=disagrees,
        size_text=size[1] if size else "",
        capacity=int(size[2]) if size else None,
        method=label,
        technique=method.technique,
        passes=(method.passes or 0) * made,
        passes_planned=(method.passes or 0) * asked or None,
        final_blank=_final_blank(section),
        verify=_verify(section),
        status=_status(section),
        counters=counters,
        bytes_erased=int(moved[1]) if moved else None,
        bytes_total=int(size[2]) if size else None,
        table_seconds=_seconds(section.one("duration")),
        hidden_areas=hidden,
        listed=True,
        begun=bool(section.one("started")),
        retries=retries,
        trouble=_warnings(section, hidden),
        unknown_lines=(*section.odd, *_conflicts(section)),
        missing=tuple(_missing(section)),
        known=tuple(smart.known.items()),
        started=_time(section.one("started")),
        ended=_time(section.one("ended")),
    )


def _status(section: Section) -> str | None:
    """Return the worst status that stands on the page."""
    said = [one for one in section.fields.get("status", []) if one]
    by_word = {status_word(one): one for one in said}
    return next((by_word[word] for word in _STATUS if word in by_word), said[0] if said else None)


def _rounds(section: Section) -> tuple[int, int]:
    """Return how many rounds were made and asked for."""
    match = _ROUNDS.match(section.one("rounds"))
    return (int(match[1]), int(match[2])) if match else (0, 0)


def _counters(section: Section) -> tuple[ErrorCounters | None, int]:
    """Return errors and repeated attempts; None where a column is none that is known."""
    names = tuple(word.strip().casefold() for word in ",".join(section.columns[:1]).split("/"))
    said = section.one("errors")
    if names not in _COLUMNS or not _COUNTS.match(said):
        return None, 0
    counts = [int(part) for part in said.split("/")]
    if len(counts) != len(names):
        return None, 0
    passes, sync, verification, *rest = counts
    return ErrorCounters(passes, verification, sync), rest[0] if rest else 0


def _serial(
    section: Section, smart: Smart, comparable: Callable[[str], str | None]
) -> tuple[str, bool]:
    """Return the serial, and whether the certificate calls the drive by more than one.

    Reports of all drives write `_` for every other sign; the SMART page has the serial itself.
    Words for no serial, and what is left of one that was hidden, disagree with none.
    """
    said = [section.one("serial"), section.one("head_serial"), smart.serial]
    said = [one for one in said if comparable(one) and serial_key(one)]
    keys = {serial_key(one) for one in said}
    whole = next((one for one in (smart.serial, *said) if one and "_" not in one), "")
    first = section.one("serial") or section.one("head_serial")
    if len(keys) == 1 and whole:
        first = whole
    return first, len(keys) > 1 or section.several("serial")


def _true_model(model: str, smart: Smart) -> str:
    """Return the model with the signs that a report of all drives replaced, if they are known."""
    full = smart.known.get("model_full", "")
    same = "_" in model and serial_key(full).startswith(serial_key(model))
    return full[: max(CUT_MODEL, len(model))].strip() if same and serial_key(model) else model


def _final_blank(section: Section) -> bool | None:
    said = section.one("final_pass").casefold()
    return None if not said else said == "zeros"


def _verify(section: Section) -> VerifyMode:
    words = section.one("verify").casefold().split()
    return _VERIFY.get(words[-1], VerifyMode.UNKNOWN) if words else VerifyMode.UNKNOWN


def _hidden(section: Section) -> HiddenAreas:
    said = [section.one("hidden"), section.one("hidden_size")]
    found = [
        next((state for pattern, state in _HIDDEN if pattern.match(text)), HiddenAreas.UNKNOWN)
        for text in said[:1]
    ]
    detected = any(_HIDDEN[-1][0].match(text) for text in said)
    return HiddenAreas.DETECTED if detected else found[0]


def _warnings(section: Section, hidden: HiddenAreas) -> tuple[str, ...]:
    """Return what the program warns of; hidden areas are told apart and are not among it."""
    said = section.one("information")
    explained = hidden in (HiddenAreas.UNKNOWN, HiddenAreas.DETECTED)
    if said and not (explained and _ABOUT_HIDDEN.search(said)):
        return (said,)
    return ("See Warning",) if section.warned and not explained else ()


def _conflicts(section: Section) -> list[str]:
    """Return fields that stand on the page twice with different values."""
    names = ("status", "errors", "bytes", "size", "rounds", "started", "ended", "method", "verify")
    return [f"{name}: {section.fields[name]}" for name in names if section.several(name)]


def _missing(section: Section) -> list[str]:
    """Return the labels of proofs that the page does not show, or shows in no known form."""
    made, asked = _rounds(section)
    bytes_said = _BYTES.match(section.one("bytes"))
    shown = {
        "Start time": _time(section.one("started")) is not None,
        "End time": _time(section.one("ended")) is not None,
        "Final Pass": section.one("final_pass").casefold() in ("zeros", "ones", "none"),
        "Errors": _counters(section)[0] is not None,
        "Bytes Erased": bytes_said is not None and bytes_said[2] == _WHOLE,
        "Size": _SIZE.match(section.one("size")) is not None,
        "Rounds": 0 < asked == made,
        "Verify Pass": _verify(section) is not VerifyMode.UNKNOWN,
    }
    return [label for label, there in shown.items() if not there]


def _seconds(text: str) -> int | None:
    match = _DURATION.match(text)
    return int(match[1]) * 3600 + int(match[2]) * 60 + int(match[3]) if match else None


def _time(text: str) -> datetime | None:
    try:
        # Naive on purpose: the certificate says no zone (DTZ007 wants one).
        return datetime.strptime(text, "%Y/%m/%d %H:%M:%S")  # noqa: DTZ007 - as said above
    except ValueError:
        return None
