"""The policy: what is asked of each kind of medium, since when, by which document."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.media import DataClass, Level, MediumKind
from serkut_desk.domain.policy import FlashDecision
from serkut_desk.domain.policy_change import PolicyChange
from serkut_desk.stations.intake.commands import DecideDataClass
from serkut_desk.stations.upkeep.commands import ChangePolicy
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.data_table import DataTable
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.parts.form_card import Field, FormCard
from serkut_desk.ui.stations.upkeep.section import Section
from serkut_desk.ui.tables import Column, PagedModel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.people import Session
    from serkut_desk.domain.policy import Policy
    from serkut_desk.stations.desk import Desk
    from serkut_desk.ui.hands import Hands

Versions = tuple["Policy", "tuple[Policy, ...]"]


class PolicySection(Section):
    """The version in force, what comes, and how to change it."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands, QCoreApplication.translate("PolicySection", "Wiping policy"))
        self._policy: Policy | None = None
        self._model: PagedModel[MediumKind] = PagedModel(
            (
                Column(self.tr("Medium"), lambda one: self._say(f"kind.{one.value}"), width=180),
                Column(self.tr("Ordinary data"), lambda one: self._level(one, DataClass.ORDINARY)),
                Column(
                    self.tr("Confidential data"),
                    lambda one: self._level(one, DataClass.CONFIDENTIAL),
                ),
                Column(self.tr("Least passes"), self._passes, right=True, width=110),
            ),
            key=lambda one: one.value,
        )
        self._table = DataTable(self._model, self.tr("What is asked of each medium"))
        self._model.setParent(self._table)
        self.column.addWidget(self._table, 1)

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

    def _level(self, kind: MediumKind, data_class: DataClass) -> str:
        if self._policy is None:
            return ""
        return self._say(f"level.{self._policy.required_level(kind, data_class).value}")

    def _passes(self, kind: MediumKind) -> str:
        passes = self._policy.min_passes.get(kind, 0) if self._policy else 0
        return str(passes) if passes else "-"

    def _loaded(self, versions: Versions) -> None:
        self._policy, every = versions
        policy = self._policy
        self._model.show_rows(tuple(MediumKind))
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
                tuple(
                    (one.value, self._say(f"level.{one}")) for one in Level if one is not Level.NONE
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
            send=self.tr("Change from tomorrow"),
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
            change = PolicyChange(
                reference=told["reference"],
                document_date=day,
                required={asked: Level(told["level"])},
            )
        self.hands.submit(
            ChangePolicy(change),
            self._changed,
            self.form_failed,
            lambda _policy: Changes(policy=True, journal=True),
        )

    def _changed(self, policy: Policy) -> None:
        self.form_done()
        since = self.tr("Version {0} holds from {1}").replace("{0}", str(policy.version))
        self.tell(since.replace("{1}", f"{policy.effective_from:%-d.%-m.%Y}"), policy.document)


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%d.%m.%Y").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return None


def _versions(desk: Desk, session: Session | None) -> Versions:
    from serkut_desk.stations.upkeep.queries import policy_versions  # noqa: PLC0415 - not before first paint

    return policy_versions(desk, session)
