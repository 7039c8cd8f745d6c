"""The work order that somebody means by a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.errors import Refused
from serkut_desk.stations.known_device import device_of

if TYPE_CHECKING:
    from serkut_desk.records.unit_of_work import UnitOfWork
    from serkut_desk.records.work_orders import WorkOrder


def order_of(work: UnitOfWork, text: str) -> WorkOrder:
    """Return the order of its own code, or the open one of a device's code.

    Raises:
        Refused: `order_unknown`, `device_unknown`, `no_work_order`.
    """
    own = parse_code(text)
    if own is not None and own.kind is CodeKind.DEVICE:
        found = work.orders.open_of(device_of(work, text).id)
        if found is None:
            raise Refused("no_work_order")
        return found
    named = work.orders.by_code(str(own)) if own and own.kind is CodeKind.WORK_ORDER else None
    if named is None:
        raise Refused("order_unknown", order=text)
    return named
