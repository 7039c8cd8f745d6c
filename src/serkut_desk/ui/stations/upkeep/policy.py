"""The policy: what is asked of each kind of medium, since when, by which document."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.media import DataClass, Level, MediumKind
from serkut_desk.domain.policy import FlashDecision
from serkut_desk.domain.policy_change import PolicyChange
from serkut_desk.stations.intake.commands import DecideDataClass
from serkut_desk.stations.upkeep.commands import ChangePolicy
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import AskCard
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.parts.form_card import Field, FormCard
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.timeline import Timeline
from serkut_desk.ui.stations.upkeep.policy_words import (
    TONES,
    MatrixRow,
    effect_lines,
    history,
    matrix,
)
from serkut_desk.ui.stations.upkeep.section import Section
from serkut_desk.ui.tables import Column, PagedModel
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.people import Session
    from serkut_desk.domain.policy import Policy
    from serkut_desk.stations.desk import Desk
    from serkut_desk.stations.upkeep.policy_effect import PolicyEffect
    from serkut_desk.ui.hands import Hands

Loaded = tuple["Policy", "tuple[Policy, ...]", "tuple[str, ...]"]
_HOUSE = ""
_LEVELS = tuple(one for one in Level if one is not Level.NONE)


class PolicySection(Section):
    """The version in force, what comes, and how to change it."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands, QCoreApplication.translate("PolicySection", "Wiping policy"))
        self._policy: Policy | None = None
        self._units: tuple[str, ...] = ()
        self._wanted: PolicyChange | None = None
        self._model: PagedModel[MatrixRow] = PagedModel(
            (
                Column(self.tr("Medium"), lambda row: row.name, width=230, weight=3),
                self._asked_column(self.tr("Ordinary data"), DataClass.ORDINARY),
                self._asked_column(self.tr("Confidential data"), DataClass.CONFIDENTIAL),
                Column(self.tr("Passes"), lambda row: row.passes, right=True, width=90),
            ),
            key=lambda row: row.key,
        )
        self._table = DataTable(self._model, self.tr("What is asked of each medium"))
        self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model.setParent(self._table)
        self.column.addWidget(self._table)
        self.column.addWidget(label(self.tr("Versions of the policy"), "section"))
        self._history = Timeline()
        self.column.addWidget(self._history, 1)

    def load(self) -> None:
        """Fetch the versions."""
        self.hands.ask(_versions, self._loaded, self.show_failure)

    def cares(self, changes: Changes) -> bool:
        """Tell whether the policy changed."""
        return changes.policy

    def function_keys(self) -> tuple[Action, ...]:
        """Offer what can be changed."""
        return (
            Action(self.tr("The city's decision about SSDs"), self._flash, "F2", "file-text"),
            Action(self.tr("Change a level"), self._change, "F5", "pencil"),
            Action(
                self.tr("The city's decision about the data class"),
                self._data_class,
                "F6",
                "file-text",
            ),
        )

    def _say(self, key: str) -> str:
        return self.hands.texts.say(key)

    def _asked_column(self, title: str, data_class: DataClass) -> Column[MatrixRow]:
        """Return a column of levels; what a donor says nothing of is the house's."""

        def text(row: MatrixRow) -> str:
            level = row.levels.get(data_class)
            return self._say("policy.level.house" if level is None else f"level.{level}")

        def tone(row: MatrixRow) -> Tone:
            level = row.levels.get(data_class)
            return Tone.PLAIN if level is None else TONES[level]

        return Column(title, text, tone, width=170)

    def _loaded(self, loaded: Loaded) -> None:
        self._policy, every, self._units = loaded
        policy = self._policy
        rows = matrix(policy, self.hands.texts)
        self._model.show_rows(rows)
        # The page scrolls as a whole: no table in it has a bar of its own.
        head, row = self._table.horizontalHeader(), self._table.verticalHeader()
        high = head.height() + row.defaultSectionSize() * len(rows)
        self._table.setFixedHeight(high + 2 * self._table.frameWidth())
        self._history.show_happenings(history(every, self.hands.texts))
        facts = [
            Fact(
                self.tr("In force"),
                self.tr("version {0} since {1}")
                .replace("{0}", str(policy.version))
                .replace("{1}", f"{policy.effective_from:%-d.%-m.%Y}"),
            ),
            Fact(self.tr("Rests on"), policy.document),
            Fact(self.tr("SSDs"), self._say(f"flash.{policy.flash.value}")),
        ]
        facts += [
            Fact(
                self.tr("Comes"),
                self.tr("version {0} from {1}, {2}")
                .replace("{0}", str(one.version))
                .replace("{1}", f"{one.effective_from:%-d.%-m.%Y}")
                .replace("{2}", one.document),
            )
            for one in every
            if one.effective_from > policy.effective_from and one.version > policy.version
        ]
        self.show_facts(facts)

    def _document(self) -> dict[str, Field]:
        return {
            "reference": TextField(
                self.tr("Reference of the document"), self.tr("For example: HEL 2026-004711")
            ),
            "day": TextField(self.tr("Day of the document"), self.tr("For example: 21.11.2026")),
        }

    def _flash(self) -> None:
        decisions = (FlashDecision.STRICT, FlashDecision.CLEAR_ACCEPTED)
        choice = ChoiceField(
            self.tr("Decision"), tuple((one.value, self._say(f"flash.{one}")) for one in decisions)
        )
        fields: dict[str, Field] = {"flash": choice, **self._document()}
        self._lay_change(self.tr("The city's decision about SSDs"), fields)

    def _change(self) -> None:
        fields: dict[str, Field] = {
            "donor": ChoiceField(
                self.tr("Whose media"),
                ((_HOUSE, self.tr("Every sender's")), *((name, name) for name in self._units)),
            ),
            "kind": ChoiceField(
                self.tr("Medium"),
                tuple((one.value, self._say(f"kind.{one}")) for one in MediumKind),
            ),
            "data_class": ChoiceField(
                self.tr("Data"),
                tuple((one.value, self._say(f"data_class.{one}")) for one in DataClass),
            ),
            "level": ChoiceField(
                self.tr("Level"),
                (
                    *((one.value, self._say(f"level.{one}")) for one in reversed(_LEVELS)),
                    (_HOUSE, self._say("policy.level.house")),
                ),
            ),
            **self._document(),
        }
        self._lay_change(self.tr("Change a level"), fields)

    def _data_class(self) -> None:
        form = FormCard(
            self.window(),
            self.tr("The city's decision about the data class"),
            {
                "data_class": ChoiceField(
                    self.tr("Data"),
                    tuple((one.value, self._say(f"data_class.{one}")) for one in DataClass),
                ),
                "reference": self._document()["reference"],
            },
            send=self.tr("Record the decision"),
            lines=(self.tr("It holds for lots that are opened from now on."),),
            columns=1,
        )
        self.lay(form, self._send_data_class)

    def _send_data_class(self, told: Mapping[str, str]) -> None:
        decision = DecideDataClass(
            data_class=DataClass(told["data_class"]), reference=told["reference"]
        )
        self.hands.submit(
            decision,
            lambda _nothing: self._decided(decision),
            self.form_failed,
            lambda _nothing: Changes(policy=True, journal=True),
        )

    def _decided(self, decision: DecideDataClass) -> None:
        self.form_done()
        self.tell(self._say(f"data_class.{decision.data_class}"), decision.reference)

    def _lay_change(self, title: str, fields: dict[str, Field]) -> None:
        form = FormCard(
            self.window(),
            title,
            fields,
            send=self.tr("See what changes"),
            lines=(self.tr("It takes effect tomorrow and stands on every certificate after it."),),
            columns=1 if "flash" in fields else 2,
        )
        self.lay(form, self._send)

    def _send(self, told: Mapping[str, str]) -> None:
        day = _day(told["day"])
        if day is None:
            self.form_problem(self.tr("Write the day as 21.11.2026."))
            return
        if "flash" in told:
            change = PolicyChange(
                reference=told["reference"],
                document_date=day,
                flash=FlashDecision(told["flash"]),
            )
        else:
            asked = (DataClass(told["data_class"]), MediumKind(told["kind"]))
            level = Level(told["level"]) if told["level"] else None
            donor = told["donor"]
            if level is None and not donor:
                self.form_problem(self.tr("Choose a level."))
                return
            change = PolicyChange(
                reference=told["reference"],
                document_date=day,
                required={asked: level} if level is not None and not donor else {},
                donors={(donor, *asked): level} if donor else {},
            )
        self._wanted = change
        self.hands.ask(partial(_effect, change), self._ask_sure, self.form_failed)

    def _ask_sure(self, effect: PolicyEffect) -> None:
        """Show what the change would do to the media in the house; nothing is saved yet."""
        self.form_done()
        start = f"{effect.policy.effective_from:%-d.%-m.%Y}"
        yes = Action(self.tr("Change from tomorrow"), self._submit, "F10", "check", main=True)
        no = Action(self.tr("Change nothing"), _nothing, "F9", "x")
        title = self.tr("From {0} on").replace("{0}", start)
        lines = effect_lines(effect, self.hands.texts)
        self.overlay_wanted.emit(AskCard(self.window(), title, lines, (yes, no)))

    def _submit(self) -> None:
        if self._wanted is not None:
            self.hands.submit(
                ChangePolicy(self._wanted),
                self._changed,
                self.failed,
                lambda _policy: Changes(policy=True, journal=True),
            )

    def _changed(self, policy: Policy) -> None:
        self._wanted = None
        since = self.tr("Version {0} holds from {1}").replace("{0}", str(policy.version))
        self.tell(since.replace("{1}", f"{policy.effective_from:%-d.%-m.%Y}"), policy.document)


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%d.%m.%Y").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return None


def _versions(desk: Desk, session: Session | None) -> Loaded:
    from serkut_desk.stations.upkeep.queries import donors, policy_versions  # noqa: PLC0415 - not before first paint

    return *policy_versions(desk, session), donors(desk, session)


def _effect(change: PolicyChange, desk: Desk, session: Session | None) -> PolicyEffect:
    from serkut_desk.stations.upkeep.policy_effect import policy_effect  # noqa: PLC0415 - not before first paint

    return policy_effect(desk, session, change)


def _nothing() -> None:
    """Close the card and go on."""
