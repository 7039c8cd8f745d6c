"""Second looks and incidents in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.domain.second_look import LookState
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.stations.looks.views import (
    DONE,
    DOUBTED,
    WAITING,
    DoubtLine,
    ListRow,
    SideView,
)
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.stations.looks.queries import (
        FrozenLine,
        IncidentView,
        LookLine,
        MonthShare,
        Overview,
    )
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate

_STATES = {
    LookState.OPEN: Tone.INFO,
    LookState.CLEAN: Tone.GOOD,
    LookState.FAILED: Tone.STOP,
    LookState.IMPOSSIBLE: Tone.PLAIN,
}


def look_key(line: LookLine) -> str:
    """Return what names a look among all rows."""
    return f"l{line.look}"


def incident_key(view: IncidentView) -> str:
    """Return what names an incident among all rows."""
    return f"i{view.incident}"


def rows_of(found: Overview, texts: Texts) -> tuple[ListRow, ...]:
    """Return every line of the table."""
    return (
        *(_look_row(one, WAITING, texts) for one in found.waiting),
        *(_incident_row(one, texts) for one in found.incidents),
        *(_look_row(one, DONE, texts) for one in found.done),
    )


def _look_row(line: LookLine, group: str, texts: Texts) -> ListRow:
    state = texts.say(f"look_state.{line.state}")
    if line.state is LookState.OPEN and line.against:
        state = translate("Looks", "for another person")
    what = line.wiped_with if group == WAITING else line.tool
    return ListRow(
        key=look_key(line),
        group=group,
        device=short(line.device),
        medium=line.medium,
        what=what or "-",
        state=state,
        tone=_STATES[line.state],
    )


def _incident_row(view: IncidentView, texts: Texts) -> ListRow:
    if view.conclusion:
        state, tone = texts.say(f"incident_end.{view.conclusion}"), Tone.PLAIN
    else:
        state = translate("Looks", "{0} in doubt").replace("{0}", str(view.left))
        tone = Tone.STOP
    return ListRow(
        key=incident_key(view),
        group=DOUBTED,
        device=short(view.device),
        medium=view.medium,
        what=view.wiped_with or "-",
        state=state,
        tone=tone,
    )


def day_words(at: datetime) -> str:
    """Return `21.11.2026` in Finnish time."""
    here = local(at)
    return f"{here.day}.{here.month}.{here.year}"


def month_words(one: MonthShare) -> str:
    """Say how a month stands."""
    said = translate("Looks", "{0}: {1} wiped, {2} drawn, {3} needed")
    year, month = one.month.split("-")
    figures = (f"{int(month)}/{year}", one.population, one.drawn, one.needed)
    for at, value in enumerate(figures):
        said = said.replace(f"{{{at}}}", str(value))
    return said


def look_view(line: LookLine, texts: Texts) -> SideView:
    """Return the right side for a look."""
    subtitle = " · ".join(filter(None, (short(line.device), line.device_name, line.place)))
    notes = (texts.say("look.note.blancco"),) if line.blancco else ()
    facts = (
        Fact(translate("Looks", "Wiped with"), line.wiped_with),
        Fact(translate("Looks", "How"), texts.say(f"technique.{line.technique}")),
        Fact(translate("Looks", "Drawn"), day_words(line.drawn_at)),
        Fact(translate("Looks", "Read with"), line.tool),
        Fact(translate("Looks", "Read"), day_words(line.looked_at) if line.looked_at else ""),
        Fact(translate("Looks", "Read by"), line.looked_by),
        Fact(translate("Looks", "Note"), line.note),
    )
    shown = tuple(fact for fact in facts if fact.value)
    if line.state is not LookState.OPEN:
        answer = texts.say(f"look_state.{line.state}").capitalize()
        tone = Tone.INFO if line.state is LookState.IMPOSSIBLE else _STATES[line.state]
        return SideView(line.medium, subtitle, tone, answer, facts=shown, notes=notes)
    if line.against:
        why = texts.say(f"error.{line.against[0].code.value}.next")
        answer = texts.say(f"error.{line.against[0].code.value}.what")
        return SideView(
            line.medium, subtitle, Tone.ATTENTION, answer, why, facts=shown, notes=notes
        )
    steps = (
        translate("Looks", "Read the medium with another program, or with the stick."),
        translate("Looks", "Bring what the program wrote, or a photograph."),
    )
    answer = translate("Looks", "Read this medium back.")
    why = translate("Looks", "It does not leave before that.")
    return SideView(line.medium, subtitle, Tone.INFO, answer, why, steps, shown, notes=notes)


def incident_view(view: IncidentView, texts: Texts) -> SideView:
    """Return the right side for an incident."""
    subtitle = " · ".join((short(view.device), day_words(view.at)))
    facts = (
        Fact(translate("Looks", "Wiped with"), view.wiped_with),
        Fact(translate("Looks", "Wiped by"), ", ".join(view.performed)),
        Fact(translate("Looks", "Read with"), view.tool),
        Fact(translate("Looks", "Found"), view.found),
        Fact(translate("Looks", "Closed by"), ", ".join(view.closed_by)),
        Fact(translate("Looks", "Note"), view.note),
    )
    notes = []
    if view.revoke:
        said = translate("Looks", "Revoke these certificates: {0}")
        notes.append(said.replace("{0}", ", ".join(short(code) for code in view.revoke)))
    if view.conclusion:
        tone, answer, why = Tone.INFO, texts.say(f"incident_end.{view.conclusion}"), ""
        answer = answer.capitalize()
    else:
        tone = Tone.STOP
        answer = translate("Looks", "The second look found something.")
        why = translate("Looks", "What was wiped like it is in doubt and does not leave.")
    return SideView(
        title=view.medium,
        subtitle=subtitle,
        tone=tone,
        answer=answer,
        why=why,
        facts=tuple(fact for fact in facts if fact.value),
        doubts=tuple(_doubt(one, texts) for one in view.frozen),
        notes=tuple(notes),
    )


def _doubt(one: FrozenLine, texts: Texts) -> DoubtLine:
    words = [texts.say(f"freeze_why.{one.why}")]
    if one.has_left:
        left = translate("Looks", "has left: {0}")
        words.append(left.replace("{0}", short(one.handover) if one.handover else "-"))
    if one.certificate:
        words.append(short(one.certificate))
    state = translate("Looks", "in doubt")
    if one.outcome is not None:
        state = texts.say(f"freeze_lifted.{one.outcome}")
    tone = Tone.STOP if one.outcome is None else Tone.GOOD
    title = " · ".join((short(one.device), one.medium))
    return DoubtLine(title, " · ".join(words), state, tone)
