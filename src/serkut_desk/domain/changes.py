"""What a command changed, so that each screen decides whether it cares."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """Subjects that a committed command touched; codes as they stand in the records.

    `media` holds the codes of the devices' media, `certificates` their numbers as codes, `models`
    the numbers of models in the catalogue. `evidence`: files that were brought in, or their places.
    """

    devices: frozenset[str] = frozenset()
    lots: frozenset[str] = frozenset()
    media: frozenset[str] = frozenset()
    certificates: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    handovers: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    orders: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    containers: frozenset[str] = frozenset()
    models: frozenset[int] = frozenset()
    policy: bool = False
    journal: bool = False
    backup: bool = False
    feedback: bool = False
    evidence: bool = False

    def __or__(self, other: Changes) -> Changes:
        """Return both changes as one."""
        return Changes(
            devices=self.devices | other.devices,
            lots=self.lots | other.lots,
            media=self.media | other.media,
            certificates=self.certificates | other.certificates,
            labels=self.labels | other.labels,
            people=self.people | other.people,
            handovers=self.handovers | other.handovers,
            places=self.places | other.places,
            orders=self.orders | other.orders,
            parts=self.parts | other.parts,
            containers=self.containers | other.containers,
            models=self.models | other.models,
            feedback=self.feedback or other.feedback,
            evidence=self.evidence or other.evidence,
            policy=self.policy or other.policy,
            journal=self.journal or other.journal,
            backup=self.backup or other.backup,
        )

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return self != Changes()
