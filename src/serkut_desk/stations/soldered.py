"""What is soldered to a board goes where the board goes (gate 2): one rule for parts and grams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.data_state import MediumState
from serkut_desk.domain.errors import Refused
from serkut_desk.domain.lifecycle import may_medium_leave

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from serkut_desk.domain.media import MediumKind
    from serkut_desk.stations.facts import Gathered, MediumProof


def demand_no_data(
    gathered: Gathered, carries: AbstractSet[MediumKind], *, apart: bool = False
) -> None:
    """Do nothing when no data goes along on what may have a medium soldered to it.

    Args:
        gathered: The device that it comes from.
        carries: Kinds of media that may be soldered to it.
        apart: A board that was weighed under a label of its own is not in these grams: it keeps
            its gate by itself.

    Raises:
        Refused: `part_stores_data` while a medium counts as inside, else what its proof misses.
    """
    for proof, known in zip(gathered.proofs, gathered.facts.media, strict=True):
        if proof.medium.kind not in carries or proof.went_on:
            continue
        if apart and _stands_by_itself(proof):
            continue
        missing = may_medium_leave(known)
        if missing:
            raise missing[0].refusal()
        if not known.removed and known.state is not MediumState.DESTROYED:
            raise Refused("part_stores_data")


def _stands_by_itself(proof: MediumProof) -> bool:
    """Tell whether a medium was taken out under its own label, and weighed."""
    medium = proof.medium
    return medium.removed_at is not None and bool(medium.code) and bool(medium.weight_g)
