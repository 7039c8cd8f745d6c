"""What the STOP screen and the help show of each kind of stop, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.texts import Texts

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.domain.stops import StopKind, StopRule


@dataclass(frozen=True, slots=True)
class StopFace:
    """One kind of stop, as a person sees it.

    Args:
        kind: Which.
        key: The F-key that chooses it on the STOP screen.
        icon: Sign of its command card.
        title: What happened, a few words.
        sentence: What to do, one sentence.
        picture: What happened.
        caption: Who brings it to the place.
        place: Where it leads.
        place_picture: That place.
        asks_label: The label of the device is wanted.
    """

    kind: StopKind
    key: str
    icon: str
    title: str
    sentence: str
    picture: str
    caption: str
    place: str
    place_picture: str
    asks_label: bool


def stop_faces(language: str, now: datetime) -> tuple[StopFace, ...]:
    """Return every kind of stop, the most dangerous first, as dealt with on the day of `now`."""
    from serkut_desk.stations.stop_rules import rules_at  # noqa: PLC0415 - after first paint

    texts = Texts(language)
    return tuple(_face(rule, texts) for rule in rules_at(now).kinds.values())


@cache
def _icons() -> dict[int, str]:
    cards = shipped.json_resource("vocabularies", "commands.json")["commands"]
    return {card["number"]: card["icon"] for card in cards}


def _face(rule: StopRule, texts: Texts) -> StopFace:
    kind = rule.kind.value
    return StopFace(
        kind=rule.kind,
        key=rule.key,
        icon=_icons()[rule.command],
        title=texts.say(f"stop.{kind}"),
        sentence=texts.say(f"stop.{kind}.do"),
        picture=rule.picture,
        caption=texts.say(f"stop.carrier.{rule.carried_by.value}"),
        place=texts.say(f"stop.place.{rule.place}"),
        place_picture=rule.place_picture,
        asks_label=rule.asks_label,
    )
