"""Destruction: scan the media, say how, weigh the pieces, two badges; a box of disks in one act."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.policy import SanitisationTechnique
from serkut_desk.domain.sanitisation import fine_enough
from serkut_desk.domain.weighing import grams_words
from serkut_desk.stations.wiping import to_destroy
from serkut_desk.stations.wiping.commands import DestroyMedia
from serkut_desk.ui.panel import Action, Notice, Panel
from serkut_desk.ui.parts.pictures import PictureName
from serkut_desk.ui.stations.destruction.how_side import HowSide
from serkut_desk.ui.stations.destruction.lists import MediaCard
from serkut_desk.ui.stations.destruction.witness_card import WitnessCard
from serkut_desk.ui.theme import Tone, px

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.wiping.results import Destroyed
    from serkut_desk.stations.wiping.to_destroy import ToDestroy
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Parked
    from serkut_desk.ui.stations.destruction.how_side import How


class DestructionPanel(Panel):
    """The bench of destruction.

    Args:
        hands: Asks and carries out.
    """

    side_width = 480

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._chosen: dict[int, ToDestroy] = {}
        self._waiting: tuple[ToDestroy, ...] = ()
        self._container = ""
        self._at = 0
        self.card: WitnessCard | None = None
        texts = hands.texts
        self._now = MediaCard(
            texts,
            self.tr("Destroyed now"),
            (
                self.tr("Scan the label of a disk"),
                self.tr("Then the next one, until all are here."),
            ),
            PictureName.DISK,
        )
        self._later = MediaCard(
            texts,
            self.tr("Decided: to be destroyed"),
            (
                self.tr("Nothing waits"),
                self.tr("A supervisor decides in Wiping what is destroyed."),
            ),
        )
        self._now.picked.connect(self._moved)
        self._how = HowSide(hands)
        self._how.changed.connect(self._show)
        self._how.photos.said.connect(self.said)
        self._how.photos.overlay_wanted.connect(self.overlay_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addWidget(self._now, 3)
        column.addWidget(self._later, 1)
        self._show()

    def side(self) -> QWidget:
        """Return how it is done."""
        return self._how

    def shown(self) -> None:
        """Fetch what waits."""
        self._hands.ask(to_destroy.waiting, self._listed, self._refused)

    def refresh(self, changes: Changes) -> None:
        """Fetch it anew when media changed."""
        if changes.devices or changes.media:
            self.shown()

    @property
    def half_done(self) -> bool:
        """Whether media lie here that are not recorded yet."""
        return bool(self._chosen)

    def park(self) -> Parked:
        """Keep what lies on the bench and with what it is done."""
        told = self._how.told
        return {
            "media": tuple(str(number) for number in self._chosen),
            "container": self._container,
            "way": told.technique.value,
            "size": told.particles or "",
            "machine": told.machine,
        }

    def resume(self, state: Parked) -> None:
        """Lay it out again."""
        said = {key: str(state.get(key) or "") for key in ("way", "size", "machine", "container")}
        self._container = said["container"]
        self._how.show_container(self._container)
        self._how.set_told(said["way"], said["size"], said["machine"])
        media = state.get("media")
        for number in media if isinstance(media, tuple) else ():
            self._ask(f"#{number}")

    def scanned(self, text: str) -> bool:
        """Take a medium or the container."""
        own = parse_code(text)
        if own is not None and own.kind is CodeKind.CONTAINER:
            self._container = str(own)
            self._how.show_container(self._container)
            self.scan_taken.emit(short(self._container), Tone.GOOD)
            self._show()
            return True
        if own is not None and own.kind is not CodeKind.MEDIUM:
            return False
        self.scans_held.emit()
        self._ask(text)
        return True

    def cancel(self) -> None:
        """Put everything away unrecorded."""
        self._chosen.clear()
        self._how.clear()
        self._show()

    def function_keys(self) -> tuple[Action, ...]:
        """Offer what the buttons do."""
        stop = Action(self.tr("STOP: battery"), self.stop_wanted.emit, key="F4", icon="hand")
        photo = self._how.photos.function_keys(("F2", "F3", ""))[:2]
        return (*self._bench(), *self._take_waiting(), *self._go_on(), *photo, stop)

    def _go_on(self) -> tuple[Action, ...]:
        reason = self._reason()
        keep = self._how.weight.keep_action("F6")
        done = Action(
            self.tr("Two persons"),
            self._ask_persons,
            "F10",
            "users",
            enabled=not reason,
            reason=reason,
            main=True,
        )
        return (done, keep) if keep.enabled else (done,)

    def _bench(self) -> tuple[Action, ...]:
        if not self._chosen:
            return ()
        return (Action(self.tr("Take from the list"), self._take_away, "F7", "x"),)

    def _take_waiting(self) -> tuple[Action, ...]:
        new = [one for one in self._waiting if one.medium_id not in self._chosen]
        if not new:
            return ()
        word = self.tr("Take all %n", "", len(new))
        return (Action(word, self._take_all, "F5", "plus"),)

    def _reason(self) -> str:
        told = self._how.told
        if not self._chosen:
            return self.tr("Scan the media first.")
        if not told.machine:
            return self.tr("Write with which machine, or where.")
        if told.photo is None:
            return self.tr("Take a photograph of the pieces.")
        if self._container and told.weight_g is None and self._unweighed():
            return self.tr("Weigh the pieces: they go into a container.")
        if self._container and not all(one.loose for one in self._chosen.values()):
            return self.tr("Only media that are out of their device go into a container.")
        return ""

    def _unweighed(self) -> bool:
        return any(one.weight_g is None for one in self._chosen.values())

    def _ask(self, text: str) -> None:
        self._hands.ask(
            lambda desk, who: to_destroy.named(desk, who, text), self._found, self._refused
        )

    def _found(self, medium: ToDestroy) -> None:
        self.scans_released.emit()
        if medium.medium_id in self._chosen:
            self.scan_taken.emit(self.tr("in the list already"), Tone.ATTENTION)
            return
        self.scan_taken.emit(medium.name, Tone.GOOD)
        self._chosen[medium.medium_id] = medium
        self._show()

    def _listed(self, rows: tuple[ToDestroy, ...]) -> None:
        self._waiting = rows
        self._show()

    def _refused(self, failure: KnownFailure) -> None:
        self.scans_released.emit()
        if self.card is not None:
            said = self._hands.texts.failure(failure)
            self.card.problem(f"{said['what']} {said['next']}")
        else:
            self.said.emit(self._hands.notice(failure))

    def _moved(self, medium: int) -> None:
        self._at = medium

    def _take_away(self) -> None:
        number = self._at if self._at in self._chosen else next(reversed(self._chosen), 0)
        self._chosen.pop(number, None)
        self._show()

    def _take_all(self) -> None:
        for one in self._waiting:
            self._chosen.setdefault(one.medium_id, one)
        self._show()

    def _show(self) -> None:
        self._now.show_rows(tuple(self._chosen.values()))
        self._later.show_rows([one for one in self._waiting if one.medium_id not in self._chosen])
        self._now.show_actions((*self._go_on(), *self._bench()))
        self._later.show_actions(self._take_waiting())
        self._later.setVisible(bool(self._take_waiting()))

    def _ask_persons(self) -> None:
        if self._reason():
            return
        told, texts = self._how.told, self._hands.texts
        names = ", ".join(one.name for one in self._chosen.values())
        words = [texts.say(f"technique.{told.technique}"), told.particles or "", told.machine]
        words.append(grams_words(told.weight_g) if told.weight_g else "")
        words.append(short(self._container) if self._container else "")
        lines = (names, " · ".join(filter(None, words)))
        card = WitnessCard(self.window(), lines, self._not_enough(told))
        # What the two are shown is recorded, whatever a scan answers meanwhile.
        card.sent.connect(partial(self._send, tuple(self._chosen), self._container, told))
        card.closed.connect(self._card_closed)
        self.card = card
        self.overlay_wanted.emit(card)

    def _not_enough(self, told: How) -> str:
        """Say before it is recorded which media cannot be approved with these pieces."""
        if told.technique is not SanitisationTechnique.DESTROY_SHRED:
            return ""
        names = [
            one.name
            for one in self._chosen.values()
            if one.particles is None or not fine_enough(told.particles, one.particles)
        ]
        said = self.tr("The size of the pieces is missing or not enough: {0}. F9 goes back.")
        return said.replace("{0}", ", ".join(names)) if names else ""

    def _send(
        self, media: tuple[int, ...], container: str, told: How, first: str, second: str
    ) -> None:
        command = DestroyMedia(
            media=tuple(f"#{number}" for number in media),
            technique=told.technique,
            second=second,
            performed_by=first,
            particle_class=told.particles,
            machine=told.machine,
            photo=told.photo,
            weight_g=told.weight_g,
            by_scale=told.by_scale,
            tolerance_g=told.tolerance_g,
            container=container,
        )
        self._hands.submit(command, self._done, self._refused, _changes)

    def _done(self, done: Destroyed) -> None:
        if self.card is not None:
            self.card.close_overlay()
        for run in done.runs:
            self._chosen.pop(run.medium_id or 0, None)
        self._how.clear()
        self._show()
        title = self.tr("%n media destroyed", "", len(done.runs))
        text = self.tr("A supervisor who was not one of the two approves it.")
        self.said.emit(Notice(Tone.GOOD, title, text))
        self.shown()

    def _card_closed(self) -> None:
        self.card = None


def _changes(done: Destroyed) -> Changes:
    return done.changes
