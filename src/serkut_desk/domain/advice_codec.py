"""An advice as JSON and back: what was advised stays readable beside the decision."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.advice import Advice, Basis, Known, Option, Reason, Span, Way, Why

if TYPE_CHECKING:
    from collections.abc import Mapping


def advice_to(advice: Advice) -> dict[str, Any]:
    """Return what JSON holds of an advice."""
    return {
        "options": [_option_to(one) for one in advice.options],
        "advised": None if advice.advised is None else advice.advised.value,
        "why": advice.why.value,
        "rules": advice.rules,
        "factors": advice.factors,
    }


def advice_from(content: Mapping[str, Any]) -> Advice:
    """Return the advice that `advice_to` wrote."""
    return Advice(
        tuple(_option_from(one) for one in content["options"]),
        None if content["advised"] is None else Way(content["advised"]),
        Why(content["why"]),
        int(content["rules"]),
        int(content["factors"]),
    )


def digest(content: object) -> str:
    """Return the SHA-256 of what JSON holds of an advice: the entry of the decision says it."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _option_to(option: Option) -> dict[str, Any]:
    return {
        "way": option.way.value,
        "price": _known_to(option.price),
        "parts": _known_to(option.parts),
        "minutes": _known_to(option.minutes),
        "kg": None
        if option.kg is None
        else {**asdict(option.kg), "sources": list(option.kg.sources)},
        "net": option.net,
        "against": option.against,
        "reasons": [{"code": one.code, "facts": dict(one.facts)} for one in option.reasons],
    }


def _option_from(row: Mapping[str, Any]) -> Option:
    kg = row["kg"]
    return Option(
        Way(row["way"]),
        _known_from(row["price"]),
        _known_from(row["parts"]),
        _known_from(row["minutes"]),
        None if kg is None else Span(kg["low"], kg["middle"], kg["high"], tuple(kg["sources"])),
        row["net"],
        row["against"],
        tuple(Reason(one["code"], dict(one["facts"])) for one in row["reasons"]),
    )


def _known_to(known: Known | None) -> dict[str, Any] | None:
    if known is None:
        return None
    return {"value": known.value, "basis": known.basis.value, "count": known.count}


def _known_from(row: Mapping[str, Any] | None) -> Known | None:
    return None if row is None else Known(row["value"], Basis(row["basis"]), row["count"])
