"""The search screen: anything scanned or typed finds the device; its page says everything."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.domain import codes
from serkut_desk.domain.codes import CodeKind, parse_code
from serkut_desk.domain.lifecycle import DeviceState
from serkut_desk.domain.permissions import Permission
from serkut_desk.domain.queues import Queue
from serkut_desk.stations.finding import FoundBy
from serkut_desk.ui import device_words
from serkut_desk.ui.correction_card import Corrections
from serkut_desk.ui.forms import TextField
from serkut_desk.ui.mixup_card import MixupCard
from serkut_desk.ui.panel import Action, Panel
from serkut_desk.ui.parts.card import Card
from serkut_desk.ui.parts.photo_strip import PhotoStrip
from serkut_desk.ui.parts.photos_card import PhotosCard
from serkut_desk.ui.parts.pick import PickCard
from serkut_desk.ui.parts.states import EmptyState, StateKind
from serkut_desk.ui.shell.places import ICONS, station_title
from serkut_desk.ui.stations.devices import going_on
from serkut_desk.ui.stations.devices.move_card import MoveCard
from serkut_desk.ui.stations.devices.page import DevicePage
from serkut_desk.ui.stations.devices.presenter import DevicesPresenter
from serkut_desk.ui.stations.devices.results import ResultsCard
from serkut_desk.ui.stations.devices.side import DevicesSide
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from serkut_desk.domain.changes import Changes
    from serkut_desk.stations.devices.card_model import DeviceCard
    from serkut_desk.stations.devices.queries import PlaceLine
    from serkut_desk.stations.finding import Found
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Chip, Parked

_SHORTEST = 2  # characters before a search while typing


class DevicesPanel(Panel):
    """Search, results, and the page of one device.

    Args:
        hands: Asks and carries out.
    """

    side_width = 400

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._presenter = DevicesPresenter(hands, self)
        self._presenter.found.connect(self._found)
        self._presenter.opened.connect(self._opened)
        self._presenter.places.connect(self._places)
        self._presenter.said.connect(self.said)
        self._result: Found | None = None
        self._card: DeviceCard | None = None
        self._whole_page = False
        self._text = ""
        self._move_card: MoveCard | None = None
        self._corrections = Corrections(self, hands)
        self._corrections.wanted.connect(self.overlay_wanted)
        self._corrections.said.connect(self.said)
        self._side = DevicesSide(hands.texts)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(14))
        search = Card()
        self._field = TextField(
            self.tr("Search"), self.tr("Code, serial number, inventory number, IMEI or model.")
        )
        self._field.edited.connect(self._typed)
        search.add(self._field)
        self._column.addWidget(search)
        self._inside: QWidget | None = None
        self._show_start()

    def side(self) -> QWidget:
        """Return the device at the right."""
        return self._side

    def scanned(self, text: str) -> bool:
        """Find whatever was scanned; a shelf's code puts the open device there.

        After the label of a disk it is the disk that goes there, not its device.
        """
        own = parse_code(text)
        if own is not None and own.kind in {CodeKind.COMMAND, CodeKind.BADGE}:
            return False
        if own is not None and own.kind is CodeKind.PLACE and self._card and self._whole_page:
            self.scan_taken.emit(self.tr("place"), Tone.GOOD)
            found = self._result
            if found is not None and found.by is FoundBy.MEDIUM and found.code is not None:
                self._presenter.place_medium(found.code, str(own))
            else:
                self._presenter.move(str(own))
            return True
        self._text = text
        self._field.set_text(text)
        self._presenter.find(text)
        return True

    def chips(self) -> tuple[Chip, ...]:
        """Nothing is set here."""
        return ()

    def function_keys(self) -> tuple[Action, ...]:
        """Return what can be done with the device that is open."""
        reason = "" if self._card else self.tr("Find a device first.")
        page = self.tr("Back to the list") if self._whole_page else self.tr("Open the page")
        return (
            *self._going_on(),
            *(
                [Action(page, self._turn, key="F2", icon="list", enabled=not reason, reason=reason)]
                if self._result is not None and len(self._result.devices) > 1
                else []
            ),
            Action(
                self.tr("Move"),
                self._ask_place,
                key="F5",
                icon="map-pin",
                enabled=not reason,
                reason=reason,
            ),
            Action(
                self.tr("New label"),
                self._ask_reason,
                key="F6",
                icon="printer",
                enabled=not reason,
                reason=reason,
            ),
            *([self._pictures_action()] if self._card and self._may_receive() else []),
            *self._mending(),
            Action(self.tr("Undo last"), self._presenter.undo, key="F9", icon="undo-2"),
            Action(self.tr("STOP: battery"), self.stop_wanted.emit, key="F4", icon="hand"),
        )

    def _mending(self) -> tuple[Action, ...]:
        """Offer to correct what was written, and to say that the label was on another device."""
        card, held = self._card, self.person.permissions if self.person else frozenset()
        if card is None:
            return ()
        correct = Action(
            self.tr("Correct"), partial(self._corrections.correct, card), "F3", "pencil"
        )
        wrong = Action(self.tr("Label on wrong device"), self._label_wrong, "F8", "replace")
        if Permission.DECIDE.value not in held:
            return (wrong,) if Permission.LABELS.value in held else ()
        if any(line.open and line.label == card.code for line in card.mixups):
            settle = partial(self._corrections.settle, card)
            wrong = Action(self.tr("Decide about the label"), settle, "F8", "replace")
        return (correct, wrong)

    def _label_wrong(self) -> None:
        mixup = MixupCard(self.window(), self._hands, self._card.code if self._card else "")
        mixup.said.connect(self.said)
        self.overlay_wanted.emit(mixup)

    def command(self, name: str) -> bool:
        """Take the cards about the label of the device that is open."""
        if name == "label_wrong":
            self._label_wrong()
        elif name == "label_damaged" and self._card is not None:
            self._presenter.reprint(self._hands.texts.say("label.reason.damaged"))
        else:
            return False
        return True

    def _may_receive(self) -> bool:
        return self.person is not None and Permission.RECEIVE.value in self.person.permissions

    def _pictures_action(self) -> Action:
        return Action(self.tr("Pictures"), self._lay_pictures, key="F7", icon="camera")

    def _lay_pictures(self) -> None:
        card = self._card
        if card is not None:
            name = device_words.name_of(card.manufacturer, card.model)
            photos = PhotosCard(self.window(), self._hands, card.code, name=name)
            photos.overlay_wanted.connect(self.overlay_wanted)
            self.overlay_wanted.emit(photos)

    def _photos(self, card: DeviceCard) -> PhotoStrip:
        strip = PhotoStrip(self._hands, may_add=False)
        strip.said.connect(self.said)
        strip.overlay_wanted.connect(self.overlay_wanted)
        strip.show_subject(card.code)
        return strip

    def _going_on(self) -> tuple[Action, ...]:
        """Offer the station of the device's next step."""
        card = self._card
        station = going_on.station_of(card) if card is not None else None
        if station is None:
            return ()
        allowed = self.person is not None and station in self.person.stations
        title = station_title(station)
        reason = self.tr("{0}: you may not open it. Ask a supervisor.").replace("{0}", title)
        return (
            Action(
                self.tr("Go on: {0}").replace("{0}", title),
                self._go_on,
                key="F10",
                icon=ICONS[station],
                enabled=allowed,
                reason="" if allowed else reason,
                main=allowed,
            ),
        )

    def _go_on(self) -> None:
        card = self._card
        station = going_on.station_of(card) if card is not None else None
        if card is None or station is None:
            return
        if card.state is DeviceState.MISSING:
            self.queue_wanted.emit(station, Queue.MISSING.value)
        self.panel_wanted.emit(station, card.code)

    def _page_actions(self) -> tuple[Action, ...]:
        return tuple(action for action in self.function_keys() if action.key != "F4")

    def park(self) -> Parked:
        """Keep what was searched and which device is open."""
        return {
            "text": self._text,
            "device": self._card.code if self._card else "",
            "page": self._whole_page,
        }

    def resume(self, state: Parked) -> None:
        """Search and open again."""
        self._text = str(state.get("text") or "")
        self._field.set_text(self._text)
        if self._text:
            self._presenter.find(self._text)
        device = str(state.get("device") or "")
        if device:
            self._whole_page = bool(state.get("page"))
            self._presenter.open(device)

    def refresh(self, changes: Changes) -> None:
        """Read the open device anew when it changed."""
        self._presenter.reload(changes)

    def shown(self) -> None:
        """The open device may have changed meanwhile."""
        if self._card is not None:
            self._presenter.open(self._card.code)

    def _typed(self, text: str) -> None:
        self._text = text.strip()
        if len(self._text) >= _SHORTEST:
            self._presenter.find(self._text)

    def _found(self, found: Found) -> None:
        self._result = found
        if not found.devices:
            self._show_nothing(found)
        elif found.device is not None:
            self.scan_taken.emit(codes.short(found.device), Tone.GOOD)
            self._whole_page = True
            self._presenter.open(found.device)
        else:
            self._whole_page = False
            self.scan_taken.emit(self.tr("%n devices", "", len(found.devices)), Tone.GOOD)
            self._show_results(found)

    def _show_results(self, found: Found) -> None:
        results = ResultsCard(self._hands.texts)
        results.picked.connect(self._presenter.open)
        self._show_inside(results)
        results.show_found(found)

    def _show_nothing(self, found: Found) -> None:
        self._card = None
        self._whole_page = False
        self._presenter.open_code = ""
        self._side.show_nothing()
        self.scan_taken.emit(self.tr("not found"), Tone.ATTENTION)
        title = self.tr("Nothing found: {0}").replace("{0}", found.text)
        lines = (self.tr("Scan another code of the device, or write a part of its model."),)
        self._show_inside(EmptyState(StateKind.NOTHING, title, lines))

    def _show_start(self) -> None:
        self._side.show_nothing()
        lines = (
            self.tr("Every code on a device finds it."),
            self.tr("You can also write: part of the model is enough."),
        )
        self._show_inside(EmptyState(StateKind.NOTHING, self.tr("Scan or write"), lines))

    def _opened(self, card: DeviceCard) -> None:
        self._card = card
        if self._whole_page:
            self._side.show_story(card)
            texts, actions = self._hands.texts, self._page_actions()
            self._show_inside(DevicePage(card, texts, actions, self._photos(card)))
        else:
            self._side.show_small(card)

    def _turn(self) -> None:
        self._whole_page = not self._whole_page
        if self._card is not None:
            if not self._whole_page and self._result is not None:
                self._show_results(self._result)
            self._opened(self._card)

    def _ask_place(self) -> None:
        if self._card is None:
            return
        self._move_card = MoveCard(self.window(), self._title(self._card))
        self._move_card.chosen.connect(self._presenter.move)
        self._move_card.closed.connect(self._move_closed)
        self.overlay_wanted.emit(self._move_card)
        self._presenter.list_places()

    def _places(self, lines: Sequence[PlaceLine]) -> None:
        if self._move_card is not None:
            self._move_card.show_places([line.name for line in lines])

    def _move_closed(self) -> None:
        self._move_card = None

    def _ask_reason(self) -> None:
        if self._card is None:
            return
        reasons = (
            (self.tr("Label is broken"), "tags"),
            (self.tr("Label is lost"), "circle-question-mark"),
            (self.tr("Label did not come"), "printer-x"),
        )
        asking = PickCard(
            self.window(),
            self.tr("Why a new label?"),
            self._title(self._card),
            tuple((word, word, icon) for word, icon in reasons),
        )
        asking.picked.connect(self._presenter.reprint)
        self.overlay_wanted.emit(asking)

    def _title(self, card: DeviceCard) -> str:
        name = device_words.name_of(card.manufacturer, card.model)
        return " · ".join(filter(None, (codes.short(card.code), name)))

    def _show_inside(self, widget: QWidget) -> None:
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = widget
        self._column.addWidget(widget, 1)
