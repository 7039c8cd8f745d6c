"""What is waited for, and what answers it: asked by every station that has parts in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.parts import PartState, PartTest
from serkut_desk.stations import part_rules

if TYPE_CHECKING:
    from collections.abc import Collection

    from serkut_desk.domain.devices import Device
    from serkut_desk.records.spare_parts import Part, PartWant
    from serkut_desk.records.unit_of_work import UnitOfWork


def wanted_for(
    work: UnitOfWork, model_key: str, types: Collection[str] | None = None
) -> tuple[PartWant, ...]:
    """Return open wants that a device of this model can answer, the oldest first.

    Args:
        work: The records.
        model_key: As `part_rules.key_of`; wants for any model are answered by each.
        types: Only parts of these types; None for all.
    """
    return tuple(
        want for want in work.parts.wants.open_ones(types) if want.model_key in {"", model_key}
    )


def wanted_from(work: UnitOfWork, device: Device) -> tuple[PartWant, ...]:
    """Return open wants that the parts of a device can answer, but not those for itself."""
    found = wanted_for(work, part_rules.key_of(device))
    own = work.orders.open_of(device.id)
    return tuple(want for want in found if own is None or want.order_id != own.id)


def answered_by(work: UnitOfWork, part: Part) -> tuple[PartWant, ...]:
    """Return open wants that a part in stock can answer, the oldest first."""
    if part.state != PartState.STOCK or part.test == PartTest.FAILED or part.reserved_id:
        return ()
    keys = part_rules.fit_keys(work, part) | {part.model_key, ""}
    return tuple(
        want
        for want in work.parts.wants.open_ones({part.type})
        if want.model_key in keys and not _replaced(work, want, part)
    )


def answers_to(work: UnitOfWork, want: PartWant) -> tuple[Part, ...]:
    """Return free parts in stock that answer a want, those that passed their test first."""
    found = work.parts.listed(
        states={PartState.STOCK.value},
        types={want.type},
        model_key=want.model_key or None,
        reserved=False,
    )
    good = [
        part for part in found if part.test != PartTest.FAILED and not _replaced(work, want, part)
    ]
    return tuple(sorted(good, key=lambda part: (part.test != PartTest.PASSED, part.id)))


def _replaced(work: UnitOfWork, want: PartWant, part: Part) -> bool:
    """Tell whether a part came out of the very device that waits: it is the one to be replaced."""
    order = None if want.order_id is None else work.orders.by_id(want.order_id)
    return order is not None and part.donor_id == order.device_id
