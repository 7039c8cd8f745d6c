"""What a machine said, in words: for the screen and the command line alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from serkut_desk.domain.snapshots import Snapshot
    from serkut_desk.stations.snapshots.queries import Line
    from serkut_desk.texts import Texts

_GIB = 2**30
_MWH = 1000


def value_words(what: str, value: Any, texts: Texts) -> str:
    """Return one side of a line, a dash where there is nothing."""
    if not value:
        return texts.say("snapshot.nothing")
    say = _WORDS.get(what)
    return str(value) if say is None else say(value, texts)


def state_words(line: Line, texts: Texts) -> str:
    """Return how the two sides of a line stand to each other."""
    return texts.say(f"snapshot.line.{line.state.value}", device=line.device)


def notes(snapshot: Snapshot, texts: Texts) -> tuple[str, ...]:
    """Return what else is to be said: what is locked, what was not read, what was left out."""
    return (
        *(
            texts.say("snapshot.lock", lock=texts.say(f"snapshot.lock.{one.value}"))
            for one in snapshot.locks
        ),
        *(texts.say(one.key, **one.fields) for one in snapshot.unread),
        *(texts.say(one.key, **one.fields) for one in snapshot.remarks),
        *(texts.say(one.key, **one.fields) for one in snapshot.ignored),
    )


def _processor(value: dict[str, Any], texts: Texts) -> str:
    count = f"{value['count']} \N{MULTIPLICATION SIGN} " if value["count"] > 1 else ""
    cores = texts.say("snapshot.cores", count=value["cores"]) if value["cores"] else ""
    return ", ".join(filter(None, (count + str(value["model"]), cores)))


def _memory(value: dict[str, Any], texts: Texts) -> str:
    modules = " + ".join(_gigabytes(one["capacity"]) for one in value["modules"])
    kinds = sorted({one["kind"] for one in value["modules"] if one["kind"]})
    inside = " ".join(filter(None, (modules, *kinds)))
    total = texts.say("snapshot.memory", size=_gigabytes(value["total"]))
    return f"{total} ({inside})" if inside else total


def _gigabytes(size: int) -> str:
    return f"{size / _GIB:.1f}".rstrip("0").rstrip(".").replace(".", ",")


def _battery(value: dict[str, Any], texts: Texts) -> str:
    found = []
    if value["health"] is not None:
        found.append(texts.say("snapshot.battery.health", percent=round(value["health"] / 10)))
    if value["cycles"] is not None:
        found.append(texts.say("snapshot.battery.cycles", count=value["cycles"]))
    if value["full_mwh"] and value["design_mwh"]:
        full, design = (_wh(value[name]) for name in ("full_mwh", "design_mwh"))
        found.append(f"{full} / {design} Wh")
    return ", ".join(found) or str(value["model"] or value["serial"] or "-")


def _wh(milliwatt_hours: int) -> str:
    return f"{milliwatt_hours / _MWH:.1f}".replace(".", ",")


def _medium(value: dict[str, Any], texts: Texts) -> str:
    return " · ".join(_of_medium(value, texts))


def _of_medium(value: dict[str, Any], texts: Texts) -> Iterator[str]:
    yield value["name"] if value["serial"] else texts.say("snapshot.medium.no_serial")
    if value["model"]:
        yield value["model"]
    kind = value["kind"]
    yield texts.say(f"kind.{kind}") if kind else texts.say("snapshot.medium.no_kind")
    if value["capacity"]:
        yield texts.say("snapshot.memory", size=round(value["capacity"] / 10**9))
    if value.get("health") is not None:
        yield texts.say("snapshot.medium.health", percent=round(value["health"] / 10))
    if value.get("hours") is not None:
        yield texts.say("snapshot.medium.hours", hours=value["hours"])
    if value.get("passed") is False:
        yield texts.say("snapshot.medium.bad")
    if value.get("locked"):
        yield texts.say("snapshot.medium.locked")


def _type(value: str, texts: Texts) -> str:
    return texts.say(f"type.{value}")


def _batteries(value: list[dict[str, Any]], texts: Texts) -> str:
    return " · ".join(_battery(one, texts) for one in value)


_WORDS: dict[str, Callable[[Any, Texts], str]] = {
    "type": _type,
    "processor": _processor,
    "memory": _memory,
    "batteries": _batteries,
    "medium": _medium,
}
