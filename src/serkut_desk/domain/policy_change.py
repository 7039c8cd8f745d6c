"""Changes of the sanitisation policy: an overlay over the last version's document.

A change needs a document's reference and takes effect the next day; versions run on. It may ask
for more or for less, but it can never make a technique prove more than the shipped rule says.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from serkut_desk.domain.lacks import LackCode, lack
from serkut_desk.domain.lots import name_key
from serkut_desk.domain.media import DataClass, Level, MediumKind
from serkut_desk.domain.policy import version_parts
from serkut_desk.domain.policy_reader import parse_policy

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from serkut_desk.domain.policy import FlashDecision, Policy, Switch

_TOOL = re.compile(r"[a-z0-9][a-z0-9_.+-]{1,39}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyChange:
    """What shall change.

    Args:
        reference: The document that decides it, as `HEL 2026-004711`.
        document_date: The day of that document.
        required: New required levels by data class and kind.
        min_passes: New house rule by kind; 0 asks for none.
        lowered: Rules that shall prove less than now, by their id.
        switches: Switches to turn.
        flash: The city's decision about overwritten SSDs.
        donors: What donors ask for their own media, by the donor's name, data class and kind; None
            lets the house's level hold again.
        tools: Programs whose reports shall count, each with its first version.
    """

    reference: str
    document_date: date
    required: Mapping[tuple[DataClass, MediumKind], Level] = field(default_factory=dict)
    min_passes: Mapping[MediumKind, int] = field(default_factory=dict)
    lowered: Mapping[str, Level] = field(default_factory=dict)
    switches: Mapping[Switch, bool] = field(default_factory=dict)
    flash: FlashDecision | None = None
    donors: Mapping[tuple[str, DataClass, MediumKind], Level | None] = field(default_factory=dict)
    tools: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which two versions differ; `where` as `required.ordinary.ssd`."""

    where: str
    before: str
    after: str


def changed_document(
    document: Mapping[str, Any], change: PolicyChange, today: date
) -> dict[str, Any]:
    """Return the next version's document; it holds from the day after `today` (Finnish date).

    Raises:
        Refused: The document's reference is missing, nothing changes, a rule's id is unknown, a
            rule would prove more than it did, an older version of a program would count, or
            nothing would be required.
    """
    return _overlaid(document, change, today + timedelta(days=1))


def first_document(
    document: Mapping[str, Any], change: PolicyChange, today: date
) -> dict[str, Any]:
    """Return a new workshop's own version: as `changed_document`, but it holds at once.

    A workshop that has wiped nothing yet has nothing that the old rules were promised to.

    Raises:
        Refused: As `changed_document`.
    """
    return _overlaid(document, change, today)


def _overlaid(document: Mapping[str, Any], change: PolicyChange, start: date) -> dict[str, Any]:
    reference = " ".join(change.reference.split())
    if not reference:
        raise lack(LackCode.DOCUMENT_MISSING).refusal()
    before = parse_policy(document)
    found = copy.deepcopy(dict(document))
    for (data_class, kind), level in change.required.items():
        if level is Level.NONE:
            raise lack(LackCode.CHANGE_UNKNOWN, what=f"{data_class}.{kind}").refusal()
        found["required"][data_class.value][kind.value] = level.value
    for kind, passes in change.min_passes.items():
        if passes < 0:
            raise lack(LackCode.CHANGE_UNKNOWN, what=f"{kind} {passes}").refusal()
        found["min_passes"][kind.value] = passes
    _lower(found["rows"], before, change.lowered)
    for switch, on in change.switches.items():
        found["switches"][switch.value] = on
    _ask_for_donors(found, change.donors, reference)
    _approve_tools(found["tools"], before, change.tools, reference)
    if change.flash is not None:
        found["flash"] |= {"decision": change.flash.value, "reference": reference}
    if not differences(before, parse_policy(found)):
        raise lack(LackCode.NOTHING_CHANGES).refusal()
    found["document"] = {"reference": reference, "date": change.document_date.isoformat()}
    found["version"] = before.version + 1
    found["effective_from"] = start.isoformat()
    return found


def _lower(rows: list[dict[str, Any]], before: Policy, lowered: Mapping[str, Level]) -> None:
    ids = {row.id for row in before.rows}
    for row_id, level in lowered.items():
        if row_id not in ids:
            raise lack(LackCode.CHANGE_UNKNOWN, what=row_id).refusal()
        row = next(row for row in rows if row["id"] == row_id)
        if level > Level(row["level"]):
            raise lack(LackCode.LEVEL_RAISED, rule=row_id).refusal()
        row["level"] = level.value
        # A rule that was lowered by a decision is not raised again by a switch.
        row.pop("raised", None)


def _ask_for_donors(
    found: dict[str, Any],
    wanted: Mapping[tuple[str, DataClass, MediumKind], Level | None],
    reference: str,
) -> None:
    donors = found.setdefault("donors", {})
    for (name, data_class, kind), level in wanted.items():
        key = name_key(name)
        if not key or level is Level.NONE:
            raise lack(LackCode.CHANGE_UNKNOWN, what=f"{name} {data_class}.{kind}").refusal()
        own = donors.setdefault(key, {"required": {}})
        own |= {"name": " ".join(name.split()), "reference": reference}
        levels = own["required"].setdefault(data_class.value, {})
        if level is None:
            levels.pop(kind.value, None)
        else:
            levels[kind.value] = level.value
    for key in [key for key, own in donors.items() if not any(own["required"].values())]:
        del donors[key]


def _approve_tools(
    tools: dict[str, Any], before: Policy, wanted: Mapping[str, str], reference: str
) -> None:
    for name, version in wanted.items():
        since, known = version_parts(version), before.tools.get(name)
        if since is None or not _TOOL.fullmatch(name) or (known and since < known.since):
            raise lack(LackCode.CHANGE_UNKNOWN, what=f"{name} {version}").refusal()
        # A program that nobody has tried here has to say which one it is.
        sure = known is not None and known.unknown_version
        tools[name] = {"from": version, "unknown_version": sure, "why": reference}


def differences(before: Policy, after: Policy) -> tuple[Difference, ...]:
    """Return in what two versions differ, for the certificate and the journal."""
    old, new = _flat(before), _flat(after)
    return tuple(
        Difference(where, old.get(where, ""), new.get(where, ""))
        for where in sorted(old.keys() | new.keys())
        if old.get(where) != new.get(where)
    )


def _flat(policy: Policy) -> dict[str, str]:
    flat = {
        f"required.{data_class}.{kind}": policy.required[data_class, kind].value
        for data_class in DataClass
        for kind in MediumKind
    }
    flat |= {f"min_passes.{kind}": str(passes) for kind, passes in policy.min_passes.items()}
    flat |= {f"switches.{switch}": "true" for switch in policy.switches}
    flat |= {f"tools.{tool.name}": ".".join(map(str, tool.since)) for tool in policy.tools.values()}
    flat |= {f"rows.{row.id}": row.level.value for row in policy.rows}
    flat |= {f"rows.{row.id}.raised": row.raised.level.value for row in policy.rows if row.raised}
    flat |= {
        f"donors.{donor.key}.{data_class}.{kind}": level.value
        for donor in policy.donors.values()
        for (data_class, kind), level in donor.required.items()
    }
    flat |= {"flash.decision": policy.flash.value, "flash.reference": policy.flash_reference}
    return flat
