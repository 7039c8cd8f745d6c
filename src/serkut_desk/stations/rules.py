"""The rules that several stations ask: shipped ones read once, the policy as it holds today."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from serkut_desk import shipped
from serkut_desk.domain.clock import local
from serkut_desk.domain.device_types import DeviceType, DeviceTypeRule, device_type_rules
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.particles import ParticleClass, particle_classes
from serkut_desk.domain.policy import Policy, in_force
from serkut_desk.domain.policy_reader import parse_policy
from serkut_desk.domain.sanitisation import MediumQuestion, asked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from serkut_desk.domain.devices import Device, StorageMedium
    from serkut_desk.domain.media import Level, MediumKind
    from serkut_desk.records.unit_of_work import UnitOfWork

SHIPPED_POLICY = ("policy", "2026-01-01_sanitisation.json")
PARTICLES = ("policy", "2026-11-22_particles.json")


@cache
def device_types() -> Mapping[DeviceType, DeviceTypeRule]:
    """Return what holds for each kind of device."""
    return device_type_rules(shipped.json_resource("vocabularies", "device_types.json")["types"])


@cache
def particles() -> Mapping[str, ParticleClass]:
    """Return the classes of pieces after shredding, by name."""
    return particle_classes(shipped.json_resource(*PARTICLES))


@cache
def shipped_policy() -> Policy:
    """Return the policy that holds until the workshop makes its own."""
    return parse_policy(shipped.json_resource(*SHIPPED_POLICY))


def policies(work: UnitOfWork) -> tuple[Policy, ...]:
    """Return every version of the policy, the shipped one first."""
    return (shipped_policy(), *map(_parsed, work.policies.texts()))


@lru_cache(maxsize=32)
def _parsed(document: str) -> Policy:
    """Return a version; the whole text is the key, since every look at a device asks for it."""
    return parse_policy(json.loads(document))


def last_document(work: UnitOfWork) -> dict[str, Any]:
    """Return the document of the newest version, also of one that begins tomorrow."""
    own = work.policies.documents()
    document: dict[str, Any] = own[-1] if own else shipped.json_resource(*SHIPPED_POLICY)
    return document


def policy_at(work: UnitOfWork, instant: datetime) -> Policy:
    """Return the policy that holds on the Finnish day of an instant."""
    return in_force(policies(work), local(instant).date())


def version_at(work: UnitOfWork, instant: datetime) -> int:
    """Return the number of the policy that holds on the Finnish day of an instant."""
    return policy_at(work, instant).version


def policy_numbered(work: UnitOfWork, version: int) -> Policy:
    """Return a version by its number; an old decision shows the rule it was made under.

    Raises:
        Refused: `policy_version_unknown`: nobody ever made such a version.
    """
    found = version_known(work, version)
    if found is None:
        raise Refused("policy_version_unknown", version=version)
    return found


def version_known(work: UnitOfWork, version: int) -> Policy | None:
    """Return a version by its number, None where nobody ever made it."""
    return next((policy for policy in policies(work) if policy.version == version), None)


def donor_of(work: UnitOfWork, policy: Policy, device: Device) -> str:
    """Return the key of a device's donor where `policy` has something of its own for it."""
    return policy.donor(work.lots.sender_key(device.lot_id)) if policy.donors else ""


def question_of(
    work: UnitOfWork, policy: Policy, device: Device, medium: StorageMedium
) -> MediumQuestion:
    """Return what the policy is asked about a medium of a device."""
    return MediumQuestion(
        medium.kind,
        medium.kind_source,
        medium.kind_confirmed_by is not None,
        device.data_class,
        donor_of(work, policy, device),
    )


def asked_of(
    work: UnitOfWork, policy: Policy, device: Device, medium: StorageMedium
) -> tuple[MediumKind, Level]:
    """Return what a medium of a device counts as, and the level that is asked of it."""
    return asked(policy, question_of(work, policy, device, medium))
