"""The scale of this workstation: chosen, changed, forgotten; journalled as every setting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.errors import Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.weighing import ScaleHere, checked_scale, scale_to
from serkut_desk.stations.handling import Task, handles
from serkut_desk.stations.scales import keep_scales, keyed_tolerance_g, scales_of
from serkut_desk.stations.upkeep.commands import ForgetScale, SetScale

if TYPE_CHECKING:
    from serkut_desk.domain.people import Session
    from serkut_desk.domain.weighing import ScaleSettings
    from serkut_desk.stations.desk import Desk


@handles(SetScale, Permission.DECIDE)
def set_scale(task: Task, command: SetScale) -> ScaleHere:
    """Keep the scale of this workstation.

    Raises:
        Misused: As `checked_scale`.
        Refused: `scale_same`.
    """
    scale, known = checked_scale(command.scale), scales_of(task.work)
    here = task.desk.database.workstation
    before = known.get(here)
    if before == scale:
        raise Refused("scale_same", scale=scale.name)
    keep_scales(task.work, {**known, here: scale})
    task.work.journal.append(
        Tag.SETTING_CHANGED,
        "scale",
        at_desk=here,
        scale=scale_to(scale),
        tolerance_g=scale.tolerance_g,
        before=None if before is None else scale_to(before),
    )
    return ScaleHere(scale, keyed_tolerance_g(), here)


@handles(ForgetScale, Permission.DECIDE)
def forget_scale(task: Task, command: ForgetScale) -> ScaleHere:
    """Forget the scale of this workstation; keys go on.

    Raises:
        Refused: `scale_missing`.
    """
    del command
    known = scales_of(task.work)
    here = task.desk.database.workstation
    before = known.pop(here, None)
    if before is None:
        raise Refused("scale_missing", desk=here)
    keep_scales(task.work, known)
    task.work.journal.append(
        Tag.SETTING_CHANGED, "scale", at_desk=here, scale=None, before=scale_to(before)
    )
    return ScaleHere(None, keyed_tolerance_g(), here)


def scales(desk: Desk, session: Session | None) -> dict[str, ScaleSettings]:
    """Return the scale of every workstation that has one."""
    with desk.reading(session) as work:
        return scales_of(work)
