"""Second looks: draws them, records what was found; `incidents` deals with what failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.clock import to_text
from serkut_desk.domain.errors import Misused, Refused
from serkut_desk.domain.events import Tag
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.second_look import LookState, Told, month_of
from serkut_desk.stations import facts, look_drawing
from serkut_desk.stations.handling import Entries, Task, handles
from serkut_desk.stations.looks import people, reading
from serkut_desk.stations.looks.commands import DrawLooks, Drawn, LookDone, RecordLook, ReleaseLook
from serkut_desk.stations.looks.finding import medium_named
from serkut_desk.stations.looks.freezing import Frozen, freeze
from serkut_desk.stations.looks.incidents import close_incident, lift_freeze
from serkut_desk.stations.wording import short_text

if TYPE_CHECKING:
    from serkut_desk.domain.devices import StorageMedium
    from serkut_desk.domain.runs import SanitisationRun
    from serkut_desk.records.looks import SecondLook
    from serkut_desk.stations.looks.reading import LookFile

__all__ = ["close_incident", "draw_looks", "lift_freeze", "record_look", "release_look"]

_REFUSALS = {
    Told.OTHER_SERIAL: "look_other_serial",
    Told.WRITTEN: "look_written",
    Told.UNREAD: "look_unread",
}


@handles(DrawLooks, Permission.DECIDE, entries=Entries.MAYBE)
def draw_looks(task: Task, command: DrawLooks) -> Drawn:
    """Draw what a month lacks, among what is still in the house as it was wiped."""
    month = command.month or month_of(task.now)
    try:
        look_drawing.bounds_of(month)
    except ValueError:
        raise Misused("month_form", given=month) from None
    planned = look_drawing.plan_all(task.work, month)
    if not planned.need:
        return Drawn(month, (), Changes())
    head = task.work.journal.append(Tag.LOOKS_DRAWN, "looks", draw=planned.as_entry())
    codes = _devices_of(task, look_drawing.draw(task, planned, head))
    return Drawn(month, codes, Changes(devices=frozenset(codes), journal=True))


def _devices_of(task: Task, media: tuple[int, ...]) -> tuple[str, ...]:
    found = (task.work.media.by_id(one).device_id for one in media)
    return tuple(task.work.devices.by_id(one).code for one in dict.fromkeys(found))


@handles(RecordLook, Permission.WIPE, prepare=reading.read)
def record_look(task: Task, command: RecordLook) -> LookDone:
    """Record what somebody found who had no part in the wipe; they read it another way."""
    medium = medium_named(task.work, command.medium)
    look, run = _waiting(task, medium)
    missing = people.against(task.work, run, medium, task.actor)
    if missing:
        raise missing[0].refusal()
    file: LookFile = task.prepared
    found = reading.told(task.work, file, medium, run)
    reading.demand_new(task.work, file, medium, run, found)
    version = found.run.tool_version if found.run else None
    tool = found.run.program if found.run else ""
    tool = tool or (short_text(command.tool, "tool", 40) if command.tool.strip() else "")
    _demand_evidence(medium, run, command, found.told, tool)
    note = short_text(command.note, "note") if command.note.strip() else ""
    reading.keep(task, file)
    state = LookState.CLEAN if command.clean else LookState.FAILED
    said: dict[str, object] = {
        "state": state.value,
        "looked_at": task.now,
        "looked_by": task.actor,
        "tool": tool,
        "tool_version": version,
        "sha256": file.sha256,
        "note": note,
    }
    look_id = _store(task, look, run, medium, said)
    frozen = None if command.clean else freeze(task, look_id, run)
    facts.refresh(task.work, medium.device_id, task.now)
    device = task.work.devices.by_id(medium.device_id)
    codes = sorted({device.code, *(frozen.devices if frozen else ())})
    head = task.work.journal.append(
        Tag.LOOK_RECORDED,
        device.code,
        tuple(filter(None, (*codes, medium.code))),
        look=look_id,
        drawn=look is not None,
        run=run.id,
        medium=medium.id,
        serial=medium.serial,
        state=state.value,
        tool=tool,
        tool_version=version,
        sha256=file.sha256,
        note=note,
        looked_at=to_text(task.now),
        incident=frozen.as_entry() if frozen else None,
    )
    for code in codes:
        touched = task.work.devices.by_code(code)
        assert touched is not None
        task.work.devices.touch(touched.id, head.seq, task.actor)
    return _done(task, look_id, state, medium, frozen=frozen)


def _waiting(task: Task, medium: StorageMedium) -> tuple[SecondLook | None, SanitisationRun]:
    """Return the look that a medium waits for and its run; what is in doubt may be read anew."""
    looks = task.work.looks
    look = looks.open_of(medium.id)
    doubted = looks.freezes.open_of(medium.id)
    if look is None and not doubted:
        raise Refused("look_not_drawn", medium=facts.name_of(medium))
    run = task.work.runs.by_id(look.run_id if look is not None else doubted[0].run_id)
    assert run is not None
    return look, run


def _demand_evidence(
    medium: StorageMedium, run: SanitisationRun, command: RecordLook, told: Told, tool: str
) -> None:
    """See that the file speaks of this medium, says what the person says, and is another tool's.

    Raises:
        Misused: `look_tool_missing`.
        Refused: `look_other_serial`, `look_written`, `look_unread`, `look_says_otherwise`,
            `look_same_tool`.
    """
    name = facts.name_of(medium)
    if told in _REFUSALS:
        raise Refused(_REFUSALS[told], medium=name)
    if told is not Told.NOTHING and (told is Told.CLEAN) != command.clean:
        raise Refused("look_says_otherwise", medium=name)
    if not tool:
        raise Misused("look_tool_missing")
    first = tool.split(maxsplit=1)[0].casefold()
    if told is Told.NOTHING and run.tool and first == run.tool.casefold():
        # Its report of a reading shows that it began anew and wrote nothing; a word does not.
        raise Refused("look_same_tool", medium=name, tool=run.tool)


def _store(
    task: Task,
    look: SecondLook | None,
    run: SanitisationRun,
    medium: StorageMedium,
    said: dict[str, object],
) -> int:
    if look is not None:
        task.work.looks.change(look.id, **said)
        return look.id
    return task.work.looks.add(
        month=month_of(task.now),
        run_id=run.id,
        medium_id=medium.id,
        at=task.now,
        seq=task.work.journal.next_seq(),
        **said,
    )


@handles(ReleaseLook, Permission.DECIDE)
def release_look(task: Task, command: ReleaseLook) -> LookDone:
    """Let a medium go on that can not be read back; it counts as not looked at."""
    medium = medium_named(task.work, command.medium)
    look = task.work.looks.open_of(medium.id)
    if look is None:
        raise Refused("look_not_drawn", medium=facts.name_of(medium))
    run = task.work.runs.by_id(look.run_id)
    assert run is not None
    missing = people.against(task.work, run, medium, task.actor)
    if missing:
        raise missing[0].refusal()
    reason = short_text(command.reason, "reason")
    state = LookState.IMPOSSIBLE
    task.work.looks.change(
        look.id, state=state.value, looked_at=task.now, looked_by=task.actor, note=reason
    )
    planned = look_drawing.plan_all(task.work, look.month)
    device = task.work.devices.by_id(medium.device_id)
    head = task.work.journal.append(
        Tag.LOOK_RELEASED,
        device.code,
        tuple(filter(None, (medium.code,))),
        look=look.id,
        run=run.id,
        medium=medium.id,
        serial=medium.serial,
        reason=reason,
        draw=planned.as_entry(),
    )
    task.work.devices.touch(device.id, head.seq, task.actor)
    drawn = _devices_of(task, look_drawing.draw(task, planned, head))
    return _done(task, look.id, state, medium, drawn=drawn)


def _done(
    task: Task,
    look: int,
    state: LookState,
    medium: StorageMedium,
    *,
    frozen: Frozen | None = None,
    drawn: tuple[str, ...] = (),
) -> LookDone:
    device = task.work.devices.by_id(medium.device_id).code
    codes = {device, *drawn, *(frozen.devices if frozen else ())}
    media = frozenset({medium.code} if medium.code else ())
    return LookDone(
        look=look,
        state=state,
        medium=facts.name_of(medium),
        device=device,
        incident=frozen.incident if frozen else None,
        frozen=len(frozen.runs) if frozen else 0,
        left=tuple(code for code, _ in frozen.left) if frozen else (),
        drawn=drawn,
        changes=Changes(devices=frozenset(codes), media=media, journal=True),
    )
