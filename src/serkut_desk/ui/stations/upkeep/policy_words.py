"""The policy in words: what is asked of each medium, what a version changed, what a change does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from serkut_desk.domain.media import DataClass, Level, MediumKind
from serkut_desk.domain.policy_change import differences
from serkut_desk.ui.parts.timeline import Happening
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.policy import Policy
    from serkut_desk.domain.policy_change import Difference
    from serkut_desk.stations.upkeep.policy_effect import PolicyEffect
    from serkut_desk.texts import Texts

TONES = {Level.CLEAR: Tone.PLAIN, Level.PURGE: Tone.INFO, Level.DESTROY: Tone.ATTENTION}


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """What is asked of one kind of medium, by the house or by one donor of its own.

    `levels` by data class; a class that a donor says nothing of is not among them.
    """

    key: str
    name: str
    levels: dict[DataClass, Level]
    passes: str


def matrix(policy: Policy, texts: Texts) -> tuple[MatrixRow, ...]:
    """Return the rows of donors with something of their own, then the house's for each kind."""
    house = [
        MatrixRow(
            kind.value,
            texts.say(f"kind.{kind}"),
            {one: policy.required_level(kind, one) for one in DataClass},
            str(policy.min_passes.get(kind, 0) or "-"),
        )
        for kind in MediumKind
    ]
    rows: list[MatrixRow] = []
    for donor in policy.donors.values():
        for kind in MediumKind:
            own = {one: donor.required.get((one, kind)) for one in DataClass}
            asked = {one: level for one, level in own.items() if level is not None}
            if asked:
                name = f"{donor.name}: {texts.say(f'kind.{kind}')}"
                rows.append(MatrixRow(f"{donor.key}.{kind}", name, asked, "-"))
    return (*rows, *house)


def history(versions: Sequence[Policy], texts: Texts) -> tuple[Happening, ...]:
    """Return the versions, the newest first, each with what it changed."""
    rows = []
    for at, policy in enumerate(versions):
        changed = differences(versions[at - 1], policy) if at else ()
        said = [sentence for one in changed if (sentence := change_words(one, policy, texts))]
        what = ". ".join(said) or texts.say("policy.history.first")
        since = texts.say(
            "policy.history.since",
            version=policy.version,
            day=f"{policy.effective_from:%-d.%-m.%Y}",
            document=policy.document,
        )
        rows.append(Happening(what, since))
    return tuple(reversed(rows))


def change_words(one: Difference, policy: Policy, texts: Texts) -> str:
    """Return one difference in words; "" for what only names the document."""
    what, _, rest = one.where.partition(".")
    if what == "flash":
        return texts.say(f"flash.{one.after}") if rest == "decision" else ""
    if what in {"required", "donors"}:
        where, data_class, kind = _asked(what, rest, policy)
        key = "policy.change.donor" if what == "donors" else "policy.change.required"
        return texts.say(
            key,
            donor=where,
            kind=texts.say(f"kind.{kind}"),
            data=texts.say(f"data_class.{data_class}"),
            before=_level(one.before, texts),
            after=_level(one.after, texts),
        )
    if what == "min_passes":
        return texts.say(
            "policy.change.passes",
            kind=texts.say(f"kind.{rest}"),
            before=one.before or "0",
            after=one.after,
        )
    if what == "rows":
        name = rest.removesuffix(".raised")
        before, after = _level(one.before, texts), _level(one.after, texts)
        return texts.say("policy.change.rule", rule=name, before=before, after=after)
    key = "policy.change.tool" if what == "tools" else "policy.change.switch"
    return texts.say(key, name=rest, before=one.before or "-", after=one.after or "-")


def _asked(what: str, rest: str, policy: Policy) -> tuple[str, str, str]:
    where, data_class, kind = (
        ("", *rest.rsplit(".", 2)) if what == "required" else rest.rsplit(".", 2)
    )
    donor = policy.donors.get(where)
    return (donor.name if donor else where), data_class, kind


def _level(level: str, texts: Texts) -> str:
    return texts.say(f"level.{level}") if level else texts.say("policy.level.house")


def effect_lines(effect: PolicyEffect, texts: Texts) -> tuple[str, ...]:
    """Return what a change would be and do, the gravest first."""
    said = [change_words(one, effect.policy, texts) for one in effect.differences]
    counts = {
        "no_more": effect.no_more,
        "enough_then": effect.enough_then,
        "asked_more": effect.asked_more,
        "asked_less": effect.asked_less,
    }
    lines = [*filter(None, said)]
    lines += [texts.say(f"policy.effect.{word}", count=n) for word, n in counts.items() if n]
    if not any(counts.values()):
        lines.append(texts.say("policy.effect.none"))
    lines.append(texts.say("policy.effect.kept", count=effect.kept))
    if not effect.all_looked_at:
        lines.append(texts.say("policy.effect.more"))
    return tuple(lines)
