"""What screens and the command line read at the handover station."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.stations.handover.views import (
    ArticleLine,
    BasketView,
    ChannelLine,
    CommitmentView,
    DeviceLook,
    HandoverLine,
    LineView,
    PaperLink,
    TotalsView,
)

if TYPE_CHECKING:
    from serkut_desk.domain.channels import Channel
    from serkut_desk.domain.people import Session
    from serkut_desk.stations.desk import Desk

__all__ = [
    "ArticleLine",
    "BasketView",
    "ChannelLine",
    "CommitmentView",
    "DeviceLook",
    "HandoverLine",
    "LineView",
    "PaperLink",
    "TotalsView",
]

# As many as a list shows without a search.
SHOWN = 200


def channels(desk: Desk, session: Session | None) -> tuple[ChannelLine, ...]:
    """Return the channels with what each asks for, in the order in which to show them."""
    raise NotImplementedError


def articles(desk: Desk, session: Session | None, channel: Channel) -> tuple[ArticleLine, ...]:
    """Return the articles that can be added, with their prices in a channel."""
    raise NotImplementedError


def open_baskets(desk: Desk, session: Session | None) -> tuple[HandoverLine, ...]:
    """Return the handovers that are open, the oldest first."""
    raise NotImplementedError


def basket(desk: Desk, session: Session | None, handover: str, *, seen: bool = False) -> BasketView:
    """Return a handover with everything about it, open or not.

    Args:
        desk: The workshop.
        session: Who asks.
        handover: LU code.
        seen: The tick "commitment and identity seen", which is kept nowhere but on the screen.

    Raises:
        Refused: `handover_unknown`.
    """
    raise NotImplementedError


def look(desk: Desk, session: Session | None, text: str, channel: Channel) -> DeviceLook:
    """Return the gates of a device that is not in a basket yet.

    Raises:
        Refused: `handover_device_unknown` or `handover_device_several`.
    """
    raise NotImplementedError


def completed(
    desk: Desk, session: Session | None, limit: int = SHOWN, before: str | None = None
) -> tuple[HandoverLine, ...]:
    """Return completed handovers, the newest first; `before` is the last code of the page above."""
    raise NotImplementedError


def of_device(desk: Desk, session: Session | None, device: str) -> tuple[HandoverLine, ...]:
    """Return the completed handovers of a device, the newest first."""
    raise NotImplementedError


def receipt(desk: Desk, session: Session | None, text: str) -> BasketView:
    """Return the completed handover that a LU code, a paper's name (`KU-17`) or a device names.

    Raises:
        Refused: `handover_unknown`.
    """
    raise NotImplementedError
