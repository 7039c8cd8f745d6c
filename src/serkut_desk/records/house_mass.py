"""Where every gram is of what was taken apart: one balance over the whole house.

What went in as devices is in containers, in parts, in media, or left over. What was left over of
closed orders is taken as they were closed, not reckoned anew: only so does the sum show a lost
gram. But what was weighed only later, or weighed again, was left over until then.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer, cast, func, select

from serkut_desk.records import schema
from serkut_desk.records.dismantlings import MEDIUM, MEDIUM_G, PART_G, Dismantlings

if TYPE_CHECKING:
    from sqlalchemy import Connection

_C, _L, _D = schema.container, schema.fraction_line, schema.dismantling
_P, _Y, _M, _S = schema.part, schema.part_stay, schema.medium, schema.dismantling_step
_STANDING = _L.c.undone_at.is_(None)
_HELD = {"open": "in_open_g", "sealed": "in_sealed_g", "shipped": "shipped_g"}
_BENCH_PARTS = select(_P.c.id, PART_G).where(
    _P.c.id.in_(select(_Y.c.part_id).where(_Y.c.dismantling_id.is_not(None))),
    PART_G.is_not(None),
    # A medium counts as a medium, also where it is a part besides.
    _P.c.medium_id.is_(None),
)
_BENCH_MEDIA = (
    select(_M.c.id, MEDIUM_G)
    .join(_S, _M.c.id == cast(func.substr(_S.c.step, len(MEDIUM) + 1), Integer))
    .where(
        _S.c.undone_at.is_(None),
        _S.c.step.startswith(MEDIUM, autoescape=True),
        MEDIUM_G.is_not(None),
    )
    .distinct()
)
_LINES = (
    select(_L.c.weight_g, _L.c.dismantling_id, _L.c.part_id, _L.c.medium_id, _P.c.medium_id)
    .outerjoin(_P, _P.c.id == _L.c.part_id)
    .where(_STANDING)
)
_BY_STATE = (
    select(_C.c.state, func.sum(_L.c.weight_g))
    .join(_L, _L.c.container_id == _C.c.id)
    .where(_STANDING)
    .group_by(_C.c.state)
)


@dataclass(frozen=True, slots=True)
class HouseMass:
    """Grams of the whole house.

    Args:
        weighed_in_g: Devices that were taken apart, by the scale at the beginning.
        elsewhere_g: In containers, and never part of such a weight: parts that were bought or
            came out in a repair.
        again_g: Parts and media out of devices that nobody weighed; less than nothing for what
            came out of two devices, one after the other.
        in_open_g: In open containers.
        in_sealed_g: In sealed containers.
        shipped_g: Left with a shipment, by our records.
        parts_g: Parts off the bench that are in no container.
        media_g: Media off the bench that are in no container.
        remainder_g: What was left over, or is still on the bench.
    """

    weighed_in_g: int
    elsewhere_g: int
    again_g: int
    in_open_g: int
    in_sealed_g: int
    shipped_g: int
    parts_g: int
    media_g: int
    remainder_g: int

    @property
    def into_g(self) -> int:
        """Everything that came in."""
        return self.weighed_in_g + self.elsewhere_g + self.again_g

    @property
    def found_g(self) -> int:
        """Everything that is somewhere, or left."""
        stock = self.in_open_g + self.in_sealed_g + self.parts_g + self.media_g
        return stock + self.shipped_g + self.remainder_g


def house_mass(connection: Connection) -> HouseMass:
    """Return the balance; `into_g` and `found_g` are equal when no gram was lost."""
    orders = Dismantlings(connection)
    counted = orders.all(_D.c.state != "cancelled", _D.c.weight_in_g.is_not(None))
    ids = {order.id for order in counted}
    parts = {row[0]: int(row[1]) for row in connection.execute(_BENCH_PARTS)}
    media = {row[0]: int(row[1]) for row in connection.execute(_BENCH_MEDIA)}
    fractions = dict.fromkeys(ids, 0)
    scrapped = given_up = elsewhere = 0
    for grams, order, part, medium, as_medium in connection.execute(_LINES):
        if order in ids:
            fractions[order] += grams
        elif part in parts:
            scrapped += grams
        elif medium in media or as_medium in media:
            given_up += grams
        else:
            elsewhere += grams
    weighed_in = came_out = remainder = 0
    for order in counted:
        out = sum(orders.parts_g(order.id)) + sum(orders.media_g(order.id))
        weighed_in += order.weight_in_g or 0
        came_out += out
        if order.state == "closed":
            known_then = (order.parts_g or 0) + (order.media_g or 0)
            remainder += (order.remainder_g or 0) + known_then - out
        else:
            remainder += (order.weight_in_g or 0) - out - fractions[order.id]
    held = dict.fromkeys(_HELD.values(), 0)
    for state, grams in connection.execute(_BY_STATE):
        held[_HELD[state]] = int(grams)
    live_parts, live_media = sum(parts.values()), sum(media.values())
    return HouseMass(
        weighed_in_g=weighed_in,
        elsewhere_g=elsewhere,
        again_g=live_parts + live_media - came_out,
        parts_g=live_parts - scrapped,
        media_g=live_media - given_up,
        remainder_g=remainder,
        **held,
    )
