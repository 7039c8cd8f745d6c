"""What is asked about an order before something is done with it, and what follows from it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.codes import short
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.repair import BY_HAND, OrderMove, StepKind
from serkut_desk.stations.repair import queries
from serkut_desk.stations.repair.commands import (
    AddStep,
    RecordDiagnosis,
    ReservePart,
    SetState,
    TakeOutMedium,
    TakeOutPart,
    UsePart,
    WantPart,
)
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import AskCard
from serkut_desk.ui.stations.repair import forms, order_words, permits, signs, wording
from serkut_desk.ui.stations.repair.drafts import Drafts
from serkut_desk.ui.stations.repair.forms import TilesCard, WorkForm
from serkut_desk.ui.stations.repair.part_lists import medium_choices, type_choices
from serkut_desk.ui.stations.repair.views import TileChoice
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.domain.repair_data import RepairTask
    from serkut_desk.stations.devices.card_model import DeviceCard
    from serkut_desk.stations.repair.queries import OrderCard
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Panel
    from serkut_desk.ui.parts.form_card import Field
    from serkut_desk.ui.scale import ScaleLink
    from serkut_desk.ui.stations.repair.presenter import RepairPresenter

_TASK = "task:"
# The kind of line that a kind of work is written down as.
_KIND_OF_TASK = {
    "replace_supply": StepKind.REPLACED,
    "open_case": StepKind.LOOKED,
    "clean_fan": StepKind.CLEANED,
}
_LAID = (OrderMove.HAND_ON, OrderMove.WAIT_PART, OrderMove.TO_TEST, OrderMove.SEND_OUT)


class Questions(QObject):
    """Asks what is missing and tells the presenter.

    Args:
        panel: Lays the cards and is what they cover.
        hands: For sentences and the scale.
        presenter: Carries out.
    """

    def __init__(self, panel: Panel, hands: Hands, presenter: RepairPresenter) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands
        self._presenter = presenter
        self.form: WorkForm | None = None
        self.drafts = Drafts(self)
        self._asked: OrderCard | None = None
        presenter.media.connect(self._ask_medium)
        for done in (presenter.stepped, presenter.moved, presenter.closed):
            done.connect(self._done)

    def forbidden(self, needs: Permission | None) -> str:
        """Return why the person may not do a kind of work and who may, "" when they may."""
        return permits.forbidden(self._panel.person, needs)

    def step(self, card: OrderCard) -> None:
        """Ask what was done."""
        say = self._hands.texts.say
        kinds = [
            TileChoice(one.value, say(f"order_step.{one.value}"), signs.STEPS[one])
            for one in BY_HAND
        ]
        tasks = [self._task_choice(one) for one in queries.tasks()]
        title = self.tr("What did you do?")
        asking = TilesCard(self._panel.window(), title, self._title(card), (*kinds, *tasks))
        asking.tiles.picked.connect(partial(self._step_chosen, card, asking))
        self._panel.overlay_wanted.emit(asking)

    def _task_choice(self, task: RepairTask) -> TileChoice:
        word = wording.in_language(task.words.items(), self._hands.texts)
        return TileChoice(_TASK + task.key, word, task.icon, self.forbidden(task.needs))

    def _step_chosen(self, card: OrderCard, asking: TilesCard, key: str) -> None:
        asking.close_overlay()
        task = key.removeprefix(_TASK) if key.startswith(_TASK) else None
        kind = _KIND_OF_TASK.get(task, StepKind.MENDED) if task else StepKind(key)
        words = self.task_words().get(task or "", "")
        title = words or self._hands.texts.say(f"order_step.{kind.value}")

        def send(values: Mapping[str, str]) -> None:
            minutes = self.form.minutes if self.form is not None else 0
            self._presenter.step(AddStep(card.line.order, kind, values["note"], task, minutes))

        fields = forms.step_fields(needed=task is None)
        self._lay(card, title, fields, self.tr("Save"), send, name=f"step:{key}")

    def task_words(self) -> dict[str, str]:
        """Return the words of kinds of work by key."""
        texts = self._hands.texts
        return {one.key: wording.in_language(one.words.items(), texts) for one in queries.tasks()}

    def diagnosis(self, card: OrderCard) -> None:
        """Ask what is wrong."""
        texts = self._hands.texts
        listed = queries.faults(card.line.device.type)
        faults = [
            (str(one.number), wording.in_language(one.words.items(), texts))
            for one in listed.faults.values()
        ]

        def send(values: Mapping[str, str]) -> None:
            fault = int(values["fault"]) if values["fault"] else None
            minutes = self.form.minutes if self.form is not None else 0
            command = RecordDiagnosis(card.line.order, values["diagnosis"], fault, minutes)
            self._presenter.step(command)

        fields = forms.diagnosis_fields(card.diagnosis, faults, str(card.line.fault))
        self._lay(card, self.tr("What is wrong with it?"), fields, self.tr("Save"), send)

    def parts(self, card: OrderCard) -> None:
        """Ask what is done about parts."""
        choices = (
            TileChoice("in", self.tr("Put a part in"), "package-plus"),
            TileChoice("out", self.tr("Take a part out"), "package-minus"),
            TileChoice("disk", self.tr("Take a disk out"), "hard-drive"),
            TileChoice("want", self.tr("A part is missing"), "shopping-cart"),
        )
        title = self.tr("What about parts?")
        asking = TilesCard(self._panel.window(), title, self._title(card), choices, columns=2)
        asking.tiles.picked.connect(partial(self._part_chosen, card, asking))
        self._panel.overlay_wanted.emit(asking)

    def _part_chosen(self, card: OrderCard, asking: TilesCard, key: str) -> None:
        asking.close_overlay()
        if key == "in":
            self._say_scan(card)
        elif key == "disk":
            self._asked = card
            self._presenter.ask_media(card.line.device.code)
        else:
            self._ask_type(card, out=key == "out")

    def _say_scan(self, card: OrderCard) -> None:
        lines = (self._title(card), self.tr("It is on the part, and begins with OS."))
        answers = (Action(self.tr("Ready"), _nothing, "F9", "check"),)
        title = self.tr("Scan the label of the part")
        asking = _ScanCard(self._panel, title, lines, answers)
        self._panel.overlay_wanted.emit(asking)

    def _ask_type(self, card: OrderCard, *, out: bool) -> None:
        title = self.tr("What is taken out?") if out else self.tr("Which part is missing?")
        reason = self.forbidden(Permission.BATTERY) if out else ""
        choices = type_choices(self._hands.texts, reason, storage=not out)
        asking = TilesCard(self._panel.window(), title, self._title(card), choices, columns=4)
        chosen = self._take_out if out else self._want
        asking.tiles.picked.connect(partial(self._type_chosen, card, asking, chosen))
        self._panel.overlay_wanted.emit(asking)

    def _type_chosen(
        self,
        card: OrderCard,
        asking: TilesCard,
        chosen: Callable[[OrderCard, str], None],
        key: str,
    ) -> None:
        asking.close_overlay()
        chosen(card, key)

    def _want(self, card: OrderCard, type_: str) -> None:
        def send(values: Mapping[str, str]) -> None:
            self._presenter.step(WantPart(card.line.order, type_, **values))

        title = order_words.part_type(type_, self._hands.texts)
        fields = forms.want_fields()
        self._lay(card, title, fields, self.tr("Add to the list"), send, timed=False)

    def _take_out(self, card: OrderCard, type_: str) -> None:
        def send(values: Mapping[str, str]) -> None:
            form = self.form
            self._presenter.step(
                TakeOutPart(
                    card.line.order,
                    type_,
                    manufacturer=values.get("manufacturer", ""),
                    model=values.get("model", ""),
                    serial=values["serial"],
                    specification=values.get("specification", ""),
                    note=values["note"],
                    weight_g=form.grams if form is not None else None,
                    place=values["place"] or None,
                    minutes=form.minutes if form is not None else 0,
                )
            )

        title = order_words.part_type(type_, self._hands.texts)
        plain, word = self._panel.guidance, self.tr("Take out, print the label")
        fields, columns = forms.part_fields(plain=plain), 1 if plain else 2
        self._lay(card, title, fields, word, send, columns=columns, scale=self._hands.scale)

    def _ask_medium(self, found: DeviceCard) -> None:
        card, self._asked = self._asked, None
        if card is None or card.line.device.code != found.code:
            return
        choices = medium_choices(found, self._hands.texts)
        if not choices:
            lines = (self.tr("Tell at the wiping station first which disks are inside."),)
            answers = (Action(self.tr("Ready"), _nothing, "F9", "check"),)
            title = self.tr("No disk is known in it")
            asking = AskCard(self._panel.window(), title, lines, answers)
            self._panel.overlay_wanted.emit(asking)
            return
        tiles = TilesCard(
            self._panel.window(), self.tr("Which disk?"), self._title(card), choices, columns=2
        )
        tiles.tiles.picked.connect(partial(self._type_chosen, card, tiles, self._take_medium))
        self._panel.overlay_wanted.emit(tiles)

    def _take_medium(self, card: OrderCard, medium: str) -> None:
        def send(values: Mapping[str, str]) -> None:
            form = self.form
            self._presenter.step(
                TakeOutMedium(
                    card.line.order,
                    medium,
                    form.grams if form is not None else None,
                    values["place"] or None,
                    form.minutes if form is not None else 0,
                )
            )

        fields: dict[str, Field] = {"place": forms.place_field()}
        title, word = self.tr("The disk goes to wiping"), self.tr("Take it out")
        self._lay(card, title, fields, word, send, scale=self._hands.scale)

    def part_scanned(self, card: OrderCard, part: str) -> None:
        """Ask what is done with a part whose label was scanned."""
        known = next((one for one in card.parts if one.code == part), None)
        order = card.line.order
        texts = self._hands.texts
        name = f" · {order_words.part_type(known.type, texts)} {known.name}" if known else ""
        if known is not None and known.state == "fitted":
            again = TakeOutPart(order, part=part)
            answers = [
                Action(
                    self.tr("Take it out"),
                    partial(self._presenter.step, again),
                    "F2",
                    "package-minus",
                    main=True,
                )
            ]
        else:
            use, keep = UsePart(order, part), ReservePart(order, part)
            answers = [
                Action(
                    self.tr("It is in the device now"),
                    partial(self._presenter.step, use),
                    "F2",
                    "package-plus",
                    main=True,
                ),
            ]
            if part not in card.line.reserved:
                keeping = partial(self._presenter.step, keep)
                word = self.tr("Keep it for this work")
                answers.append(Action(word, keeping, "F3", "bookmark"))
        answers.append(Action(self.tr("Cancel"), _nothing, "F9", "x"))
        title = f"{short(part)}{name}".strip()
        lines = (self._title(card),)
        asking = AskCard(self._panel.window(), title, lines, answers, Tone.INFO)
        self._panel.overlay_wanted.emit(asking)

    def lay_away(self, card: OrderCard, send_out: Callable[[OrderCard], None]) -> None:
        """Ask where the order goes out of the person's hands."""
        choices = [
            TileChoice(one.value, *order_words.move_word(one)) for one in _LAID if one in card.moves
        ]
        title = self.tr("What happens to the work?")
        asking = TilesCard(self._panel.window(), title, self._title(card), choices, columns=2)
        asking.tiles.picked.connect(partial(self._laid, card, asking, send_out))
        self._panel.overlay_wanted.emit(asking)

    def _laid(
        self,
        card: OrderCard,
        asking: TilesCard,
        send_out: Callable[[OrderCard], None],
        key: str,
    ) -> None:
        asking.close_overlay()
        if OrderMove(key) is OrderMove.SEND_OUT:
            send_out(card)
        else:
            self._presenter.move(SetState(card.line.order, OrderMove(key)))

    def show_problem(self, failure: KnownFailure) -> bool:
        """Say on the open form what is wrong; False when there is none."""
        if self.form is None:
            return False
        said = self._hands.texts.failure(failure)
        self.form.problem(f"{said['what']} {said['why']} {said['next']}")
        return True

    def _title(self, card: OrderCard) -> str:
        device = card.line.device
        return " · ".join((short(device.code), wording.made(device, self._hands.texts)))

    def _lay(
        self,
        card: OrderCard,
        title: str,
        fields: Mapping[str, Field],
        word: str,
        send: Callable[[Mapping[str, str]], None],
        *,
        columns: int = 1,
        timed: bool = True,
        scale: ScaleLink | None = None,
        name: str = "",
    ) -> None:
        lines: Sequence[str] = (self._title(card),)
        form = WorkForm(
            self._panel.window(),
            title,
            fields,
            send=word,
            lines=lines,
            columns=columns,
            timed=timed,
            scale=scale,
        )
        self.lay_form(form, card.line.order, name or ",".join(fields), send)

    def lay_form(
        self, form: WorkForm, order: str, name: str, send: Callable[[Mapping[str, str]], None]
    ) -> None:
        """Lay a form; it is closed when what it sent was done.

        Args:
            form: Just made.
            order: Code of the order that it is about.
            name: Which form it is, to find half typed words again.
            send: Takes its values.
        """
        form.sent.connect(send)
        self.drafts.follow(form, order, name)
        form.closed.connect(self._closed)
        self.form = form
        self._panel.overlay_wanted.emit(form)
        form.start()

    def _done(self, _result: object) -> None:
        if self.form is not None:
            self.form.drop()

    def _closed(self) -> None:
        self.form = None


class _ScanCard(AskCard):
    """Asks to scan a part; its scan goes to the panel."""

    takes_badges = True

    def __init__(
        self, panel: Panel, title: str, lines: Sequence[str], answers: Sequence[Action]
    ) -> None:
        super().__init__(panel.window(), title, lines, answers, Tone.INFO)
        self._panel = panel

    def scanned(self, text: str) -> None:
        """Hand the scan to the station."""
        self.close_overlay()
        self._panel.scanned(text)


def _nothing() -> None:
    """Close the card and go on."""
