"""The bench scale of this desk: which port, how it speaks, and what it says right now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.changes import Changes
from serkut_desk.domain.errors import KnownFailure
from serkut_desk.domain.weighing import (
    BAUD_RATES,
    FRAMES,
    ScaleProtocol,
    ScaleSettings,
    grams_words,
    milligrams,
)
from serkut_desk.stations.scales import line_of
from serkut_desk.stations.upkeep.commands import ForgetScale, SetScale
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.parts.form_card import Field, FormCard
from serkut_desk.ui.parts.weight_field import WeightField
from serkut_desk.ui.stations.upkeep.section import Section

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from serkut_desk.domain.weighing import ScaleHere
    from serkut_desk.ui.hands import Hands
    from serkut_desk.weighing.reader import Port

translate = QCoreApplication.translate


def protocol_word(protocol: ScaleProtocol) -> str:
    """Return how a scale speaks, with an example of its line."""
    words = {
        ScaleProtocol.AND: translate("ScaleSection", "A&D, by itself: ST,+00123.4  g"),
        ScaleProtocol.AND_ASKED: translate("ScaleSection", "A&D, asked: ST,+00123.4  g"),
        ScaleProtocol.SICS: translate("ScaleSection", "MT-SICS, by itself: S S   123.4 g"),
        ScaleProtocol.SICS_ASKED: translate("ScaleSection", "MT-SICS, asked: S S   123.4 g"),
        ScaleProtocol.PLAIN: translate("ScaleSection", "Number and unit, by itself: 123.4 g"),
        ScaleProtocol.PLAIN_ASKED: translate("ScaleSection", "Number and unit, asked: 123.4 g"),
        ScaleProtocol.SBI_ASKED: translate("ScaleSection", "SBI, asked: N + 123.4 g"),
    }
    return words[protocol]


def _grams(mg: int) -> str:
    return f"{mg / 1000:g}".replace(".", ",")


class ScaleSection(Section):
    """Choose the port, look at the live reading, save."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(
            hands,
            translate("ScaleSection", "Scale"),
            translate("ScaleSection", "Without a scale, weights are typed."),
        )
        self._here: ScaleHere | None = None
        self.weight = WeightField(hands.scale, translate("ScaleSection", "Try it (g)"))
        self.column.addWidget(self.weight)
        self.column.addStretch(1)
        hands.scale.changed.connect(self._changed)

    def load(self) -> None:
        """Fetch which scale this desk has."""
        self._show_here(self.hands.scale.here)
        self.hands.scale.renew()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer to choose another one, or none."""
        chosen = self._here is not None and self._here.settings is not None
        word = self.tr("Change") if chosen else self.tr("Choose a scale")
        actions = [Action(word, self._ports, "F5", "settings", main=True)]
        if chosen:
            actions.append(Action(self.tr("No scale"), self._forget, "F7", "x"))
        return tuple(actions)

    def _changed(self) -> None:
        if self.hands.scale.here != self._here and self.isVisible():
            self._show_here(self.hands.scale.here)

    def _show_here(self, here: ScaleHere) -> None:
        self._here = here
        settings = here.settings
        typed = Fact(self.tr("Typed weights"), f"± {grams_words(here.keyed_tolerance_g)}")
        if settings is None:
            self.show_facts((Fact(self.tr("Scale"), self.tr("none")), typed))
            return
        line = f"{settings.baud} {settings.frame}"
        self.show_facts(
            (
                Fact(self.tr("Scale"), settings.name),
                Fact(self.tr("Port"), settings.port, code=True),
                Fact(self.tr("How it speaks"), protocol_word(settings.protocol)),
                Fact(self.tr("Speed"), line, code=True),
                Fact(self.tr("Step and error"), self._error_words(settings)),
                Fact(self.tr("A weight may be off"), f"± {grams_words(settings.tolerance_g)}"),
                typed,
            )
        )

    def _error_words(self, settings: ScaleSettings) -> str:
        return f"{_grams(settings.step_mg)} g, ± {_grams(settings.error_mg)} g"

    def _ports(self) -> None:
        from serkut_desk.weighing.reader import ports  # noqa: PLC0415 - not at the start

        self.hands.work(ports, self._ask)

    def _ask(self, found: Sequence[Port]) -> None:
        form = ScaleForm(self, found, self._here.settings if self._here else None)
        self.lay(form, self._save)

    def _save(self, told: Mapping[str, str]) -> None:
        try:
            scale = ScaleSettings(
                told["name"],
                told["other"] or told["port"],
                ScaleProtocol(told["protocol"]),
                int(told["baud"]),
                told["frame"],
                milligrams(told["step"], self.tr("step")),
                milligrams(told["error"], self.tr("error")),
            )
        except KnownFailure as failure:
            self.form_failed(failure)
            return
        self.hands.submit(
            SetScale(scale), self._saved, self.form_failed, lambda _here: Changes(journal=True)
        )

    def _saved(self, _here: ScaleHere) -> None:
        self.form_done()
        self.tell(self.tr("The scale is saved"), self.tr("Put something on it and look."))
        self.hands.scale.renew()

    def _forget(self) -> None:
        self.hands.submit(
            ForgetScale(), self._forgotten, self.failed, lambda _here: Changes(journal=True)
        )

    def _forgotten(self, _here: ScaleHere) -> None:
        self.tell(self.tr("This desk has no scale any more"), self.tr("Weights are typed."))
        self.hands.scale.renew()


class ScaleForm(FormCard):
    """What stands on which port.

    Args:
        section: Whose form it is.
        found: The ports that the system knows.
        known: The scale that is used now.
    """

    def __init__(
        self, section: ScaleSection, found: Sequence[Port], known: ScaleSettings | None
    ) -> None:
        names = [(one.name, f"{one.name}  {one.about}".strip()) for one in found]
        if known is not None and known.port not in {name for name, _word in names}:
            names.insert(0, (known.port, known.port))
        self._protocol = ChoiceField(
            translate("ScaleSection", "How it speaks"),
            tuple((one.value, protocol_word(one)) for one in ScaleProtocol),
        )
        self._baud = ChoiceField(
            translate("ScaleSection", "Speed"), tuple((str(one), str(one)) for one in BAUD_RATES)
        )
        self._frame = ChoiceField(
            translate("ScaleSection", "Frame"), tuple((one, one) for one in FRAMES)
        )
        fields: dict[str, Field] = {
            "name": TextField(
                translate("ScaleSection", "What you call it"),
                translate("ScaleSection", "For example Scale 1"),
            ),
            "protocol": self._protocol,
            "port": ChoiceField(translate("ScaleSection", "Port"), tuple(names)),
            "other": TextField(
                translate("ScaleSection", "Another port"),
                translate("ScaleSection", "Only if it is not in the list"),
                mono=True,
            ),
            "baud": self._baud,
            "frame": self._frame,
            "step": TextField(
                translate("ScaleSection", "Smallest step (g)"),
                translate("ScaleSection", "On its plate as d"),
            ),
            "error": TextField(
                translate("ScaleSection", "Greatest error (g)"),
                translate("ScaleSection", "From its guide or calibration"),
            ),
        }
        super().__init__(
            section.window(),
            translate("ScaleSection", "Which scale stands here?"),
            fields,
            send=translate("ScaleSection", "Save"),
        )
        self._protocol.chosen.connect(self._spoken)
        self._spoken(self._protocol.key)
        if known is not None:
            self._fill(known)

    def _fill(self, known: ScaleSettings) -> None:
        for key, text in (
            ("name", known.name),
            ("step", _grams(known.step_mg)),
            ("error", _grams(known.error_mg)),
        ):
            field = self.fields[key]
            if isinstance(field, TextField):
                field.set_text(text)
        port = self.fields["port"]
        if isinstance(port, ChoiceField):
            port.choose(known.port)
        self._protocol.choose(known.protocol.value)
        self._baud.choose(str(known.baud))
        self._frame.choose(known.frame)

    def _spoken(self, protocol: str) -> None:
        baud, frame = line_of(ScaleProtocol(protocol))
        self._baud.choose(str(baud))
        self._frame.choose(frame)
