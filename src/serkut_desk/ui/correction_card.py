"""The form that corrects what was written of a device when it came in, and the label's decision."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from serkut_desk.domain import codes
from serkut_desk.domain.changes import Changes
from serkut_desk.domain.device_types import DeviceType
from serkut_desk.stations.devices.commands import CorrectDevice, SettleMixup
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.panel import Notice
from serkut_desk.ui.parts.form_card import Field, FormCard
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from serkut_desk.domain.devices import Device
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.devices.card_model import DeviceCard
    from serkut_desk.stations.devices.commands import MixedUp
    from serkut_desk.ui.hands import Hands

_TEXTS = ("manufacturer", "model", "serial", "inventory", "imei", "lot", "place")


class Corrections(QObject):
    """Lays the forms and carries out what they say.

    Args:
        panel: Whose window is covered.
        hands: Carries out.
    """

    wanted = Signal(object)
    """An `Overlay` to be laid."""
    said = Signal(object)
    """A `Notice`."""

    def __init__(self, panel: QWidget, hands: Hands) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands
        self._form: FormCard | None = None

    def correct(self, card: DeviceCard) -> None:
        """Ask what is right; only what was changed is sent."""
        before = _before(card)
        words = self._words()
        kinds = [(kind.value, self._hands.texts.say(f"type.{kind}")) for kind in DeviceType]
        kind = ChoiceField(words["type"], kinds)
        kind.choose(before["type"])
        fields: dict[str, Field] = {"type": kind}
        for name in (*_TEXTS, "weight"):
            mono = name in {"serial", "inventory", "imei", "lot"}
            field = TextField(words[name], mono=mono)
            field.set_text(before[name])
            fields[name] = field
        fields["reason"] = TextField(words["reason"])
        line = self.tr("What stood before stays in the history. A new label is printed.")
        title = self.tr("Correct {0}").replace("{0}", codes.short(card.code))
        self._lay(
            FormCard(self._panel.window(), title, fields, send=self.tr("Correct"), lines=(line,)),
            partial(self._send, card.code, before),
        )

    def settle(self, card: DeviceCard) -> None:
        """Ask whether the label was on the wrong device."""
        answers = (
            ("yes", self._hands.texts.say("mixup.mixed_up")),
            ("no", self._hands.texts.say("mixup.unfounded")),
        )
        fields: dict[str, Field] = {
            "answer": ChoiceField(self.tr("What happened?"), answers),
            "reason": TextField(self.tr("Why do you think so?")),
        }
        lines = (
            self.tr("If it was: what was proven of both devices meanwhile ends."),
            self.tr("They are wiped and approved anew."),
        )
        title = self.tr("The label of {0}").replace("{0}", codes.short(card.code))
        form = FormCard(
            self._panel.window(),
            title,
            fields,
            send=self.tr("Decide"),
            lines=lines,
            columns=1,
        )
        self._lay(form, partial(self._settle, card.code))

    def _words(self) -> dict[str, str]:
        return {
            "type": self.tr("Device type"),
            "manufacturer": self.tr("Manufacturer"),
            "model": self.tr("Model"),
            "serial": self.tr("Serial number"),
            "inventory": self.tr("Inventory number"),
            "imei": self.tr("IMEI"),
            "lot": self.tr("Lot, by its code"),
            "place": self.tr("Place"),
            "weight": self.tr("Weight, grams"),
            "reason": self.tr("Why it is corrected"),
        }

    def _lay(self, form: FormCard, send: partial[None]) -> None:
        form.sent.connect(send)
        form.closed.connect(self._closed)
        self._form = form
        self.wanted.emit(form)
        form.start()

    def _closed(self) -> None:
        self._form = None

    def _send(self, code: str, before: Mapping[str, str], told: Mapping[str, str]) -> None:
        changed = {name: told[name] for name in _TEXTS if told[name].strip() != before[name]}
        weight = told["weight"].strip()
        if weight and not (weight.isascii() and weight.isdigit()):
            self._problem(self.tr("Write the weight in whole grams."))
            return
        command = CorrectDevice(
            code,
            told["reason"],
            type=DeviceType(told["type"]) if told["type"] != before["type"] else None,
            weight_g=int(weight) if weight and weight != before["weight"] else None,
            **changed,
        )
        self._hands.submit(command, self._corrected, self._failed, _of_corrected)

    def _settle(self, code: str, told: Mapping[str, str]) -> None:
        command = SettleMixup(code, mixed_up=told["answer"] == "yes", reason=told["reason"])
        self._hands.submit(command, self._settled, self._failed, _of_settled)

    def _corrected(self, device: Device) -> None:
        self._done(self.tr("{0} is corrected").replace("{0}", codes.short(device.code)))

    def _settled(self, done: MixedUp) -> None:
        ended = ", ".join(codes.short(code) for code in (*done.ended, *done.certificates))
        text = self.tr("Does not hold any more: {0}").replace("{0}", ended) if ended else ""
        self._done(self.tr("Decided"), text)

    def _done(self, title: str, text: str = "") -> None:
        if self._form is not None:
            self._form.close_overlay()
        self.said.emit(Notice(Tone.GOOD, title, text))

    def _failed(self, failure: KnownFailure) -> None:
        said = self._hands.texts.failure(failure)
        self._problem(f"{said['what']} {said['why']} {said['next']}")

    def _problem(self, sentence: str) -> None:
        if self._form is not None:
            self._form.problem(sentence)


def _before(card: DeviceCard) -> dict[str, str]:
    known = {name: str(getattr(card, name) or "") for name in ("type", *_TEXTS)}
    return known | {"weight": str(card.weight_g or "")}


def _of_corrected(device: Device) -> Changes:
    code = frozenset({device.code})
    return Changes(devices=code, labels=code, journal=True)


def _of_settled(done: MixedUp) -> Changes:
    return Changes(
        devices=frozenset(filter(None, (done.device, done.stuck_on))),
        certificates=frozenset(done.certificates),
        journal=True,
    )
