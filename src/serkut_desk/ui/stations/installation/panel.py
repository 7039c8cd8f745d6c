"""Installation: machines side by side, test by test, and the supervisors' images."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from serkut_desk.domain.checklist import Result
from serkut_desk.domain.codes import CodeKind, parse_code, short
from serkut_desk.domain.permissions import Permission
from serkut_desk.stations.installation.commands import Machine
from serkut_desk.ui.panel import Action, Notice, Panel
from serkut_desk.ui.stations.installation import wording
from serkut_desk.ui.stations.installation.bench_view import BenchPage
from serkut_desk.ui.stations.installation.counts import InstallationCounts
from serkut_desk.ui.stations.installation.images_page import ImagesPage
from serkut_desk.ui.stations.installation.presenter import InstallationPresenter
from serkut_desk.ui.stations.installation.questions import Questions
from serkut_desk.ui.stations.installation.rest import Pages
from serkut_desk.ui.stations.installation.sides import BenchSide, ImageCard, TestSide
from serkut_desk.ui.stations.installation.test_page import TestPage
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.domain.changes import Changes
    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.devices.commands import Moved, Undone
    from serkut_desk.stations.installation.commands import BenchDone, Recorded
    from serkut_desk.stations.installation.queries import (
        BenchView,
        Image,
        ImagesView,
        MachineLine,
        WaitingLine,
    )
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Parked, PersonView


class Mode(StrEnum):
    """What the screen is turned to."""

    BENCH = "bench"
    TEST = "test"
    IMAGES = "images"


class InstallationPanel(Panel):
    """The bench, one machine of it, or the images.

    Args:
        hands: Asks and carries out.
    """

    side_width = 380

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._presenter = InstallationPresenter(hands, self)
        self.questions = Questions(self, hands, self._presenter)
        self.mode = Mode.BENCH
        self.view: BenchView | None = None
        self._images: ImagesView | None = None
        self._device, self._at, self._image = "", 0, ""
        self._recorded_last, self._saving = False, False
        self._ready: tuple[str, ...] = ()
        self.bench, self.test, self.images = BenchPage(), TestPage(), ImagesPage()
        self._stack = Pages(self.bench, self.test, self.images)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._bench_side, self._tests, self._card = BenchSide(), TestSide(), ImageCard()
        self._side = Pages(self._bench_side, self._tests, self._card)
        self._connect()
        self._turn(Mode.BENCH)

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.seen.connect(self._seen)
        presenter.imaged.connect(self._imaged)
        presenter.added.connect(self._added)
        presenter.changed.connect(presenter.load)
        presenter.recorded.connect(self._recorded)
        presenter.placed.connect(self._placed)
        presenter.undone.connect(self._undone)
        presenter.image_done.connect(self._image_done)
        presenter.refused.connect(self._refused)
        self.bench.opened.connect(self.open_machine)
        self.images.picked.connect(self._picked)

    @property
    def _may_images(self) -> bool:
        return self.person is not None and Permission.IMAGES.value in self.person.permissions

    @property
    def half_done(self) -> bool:
        """Whether one machine is just being tested."""
        return self.mode is Mode.TEST

    def side(self) -> QWidget:
        """Return what waits, the tests of the machine, or the chosen image."""
        return self._side

    def set_person(self, person: PersonView | None) -> None:
        """Offer what this person may do."""
        super().set_person(person)
        self._show()

    def park(self) -> Parked:
        """Keep which machine is tested; the bench stands in the records."""
        return {"mode": self.mode.value, "device": self._device, "image": self._image}

    def resume(self, state: Parked) -> None:
        """Go on where it was."""
        self._device = str(state.get("device") or "")
        self._image = str(state.get("image") or "")
        mode = str(state.get("mode") or "")
        if mode == Mode.IMAGES.value and self._may_images:
            self._turn(Mode.IMAGES)
        elif mode == Mode.TEST.value and self._device:
            self._turn(Mode.TEST)

    def shown(self) -> None:
        """Fetch what is stale."""
        self._presenter.load()
        self._presenter.load_images()

    def refresh(self, changes: Changes) -> None:
        """Fetch it anew when devices changed."""
        if changes.devices:
            self._presenter.load()

    def show_queue(self, _queue: str) -> None:
        """Turn to the bench."""
        self._turn(Mode.BENCH)

    def scanned(self, text: str) -> bool:
        """Take a machine: a new one comes to the bench, a known one is tested; a shelf after it."""
        own = parse_code(text)
        if own is not None and own.kind is CodeKind.PLACE and self._ready:
            self.scan_taken.emit(self.tr("place"), Tone.GOOD)
            self._presenter.place(self._ready, str(own))
            return True
        if own is not None and own.kind is not CodeKind.DEVICE:
            return False
        self._presenter.add(text)
        return True

    def function_keys(self) -> tuple[Action, ...]:
        """Return what can be done now."""
        stop = Action(self.tr("STOP: battery"), self.stop_wanted.emit, key="F4", icon="hand")
        return (*self._actions(), stop)

    def cancel(self) -> None:
        """Back to the bench; what was answered is kept."""
        if self.mode is not Mode.BENCH:
            self._back()

    # -- what can be done

    def _actions(self) -> tuple[Action, ...]:
        if self.mode is Mode.TEST:
            return (*self._answers(), *self._steps())
        if self.mode is Mode.IMAGES:
            return self._image_actions()
        return self._bench_actions()

    def _bench_actions(self) -> tuple[Action, ...]:
        machines = self.view.machines if self.view else ()
        choose = Action(self.tr("Choose the image"), self._choose, "F7", "disc-3")
        images = Action(self.tr("Disk images"), self._to_images, "F6", "list")
        undo = Action(self.tr("Undo the record"), self._presenter.undo, "F9", "undo-2")
        save = Action(self.tr("All well: save"), self._save, "F10", "check", main=True)
        return (
            *((save,) if machines else ()),
            choose,
            *((images,) if self._may_images else ()),
            *((undo,) if self._recorded_last and not machines else ()),
        )

    def _answers(self) -> tuple[Action, ...]:
        machine = self._machine()
        test = machine.tests[self._at] if machine and machine.tests else None
        answers = [
            Action(self.tr("Well"), partial(self._answer, Result.PASS), "F2", "circle-check"),
            Action(self.tr("Fault"), partial(self._answer, Result.FAIL), "F3", "circle-x"),
            Action(
                self.tr("Not possible"),
                partial(self._answer, Result.NOT_POSSIBLE),
                "F5",
                "circle-question-mark",
            ),
        ]
        if test is not None and test.may_lack:
            lacks = partial(self._answer, Result.NOT_FITTED)
            answers.append(Action(self.tr("Not fitted"), lacks, "F6", "ban"))
        return tuple(answers)

    def _steps(self) -> tuple[Action, ...]:
        before = Action(self.tr("One back"), self._one_back, "F11", "arrow-left")
        return (
            Action(self.tr("The rest is well"), self._rest_well, "F10", "check", main=True),
            Action(self.tr("Back to the bench"), self._back, "F9", "arrow-left"),
            *((before,) if self._at else ()),
            Action(self.tr("Another image"), self._choose, "F7", "disc-3"),
            Action(self.tr("Off the bench"), self._take_off, "F8", "log-out"),
        )

    def _image_actions(self) -> tuple[Action, ...]:
        image = self._chosen_image()
        used = image is not None and image.retired_at is None
        add = Action(self.tr("Add a file"), self.questions.ask_file, "F2", "plus", main=True)
        by_hash = Action(self.tr("Add by digest"), self._add_by_hash, "F3", "hash")
        prefer = Action(self.tr("For a model"), self._prefer, "F5", "laptop")
        retire = Action(self.tr("Out of use"), self._retire, "F8", "archive")
        back = Action(self.tr("Back to the bench"), self._back, "F9", "arrow-left")
        return (add, by_hash, *((prefer, retire) if used else ()), back)

    # -- turning

    def _turn(self, mode: Mode) -> None:
        self.mode = mode
        at = list(Mode).index(mode)
        self._stack.setCurrentIndex(at)
        self._side.setCurrentIndex(at)
        self._show()

    def _back(self) -> None:
        self._device = ""
        self._turn(Mode.BENCH)

    def _to_images(self) -> None:
        self._turn(Mode.IMAGES)
        self._presenter.load_images()

    def open_machine(self, device: str) -> None:
        """Test one machine of the bench, from its first open test on."""
        self._device = device
        machine = self._machine()
        if machine is None or not machine.tests:
            return
        left = {test.key for test in machine.left}
        open_ones = [at for at, test in enumerate(machine.tests) if test.key in left]
        self._at = open_ones[0] if open_ones else 0
        self._turn(Mode.TEST)

    # -- showing

    def _show(self) -> None:
        if self.mode is Mode.BENCH:
            self._show_bench()
        elif self.mode is Mode.TEST:
            self._show_test()
        else:
            self._show_images()

    def _show_bench(self) -> None:
        self.bench.show_actions(self._bench_actions())
        if self.view is None:
            return
        supervisor = self.person is not None and self.person.supervisor
        self.bench.show_image(wording.image_view(self.view, supervisor=supervisor))
        texts = self._hands.texts
        machines = [wording.machine_view(one, texts) for one in self.view.machines]
        word = InstallationCounts().machine_word(len(machines)) if machines else ""
        self.bench.show_machines(machines, word)

    def _show_test(self) -> None:
        machine = self._machine()
        if machine is None or not machine.tests:
            return
        self._at = min(self._at, len(machine.tests) - 1)
        texts = self._hands.texts
        view = wording.test_view(machine, machine.tests[self._at], self._at, texts)
        self.test.show_test(view, self._answers(), self._steps())
        self._tests.show_tests(wording.test_rows(machine, self._at, texts))

    def _show_images(self) -> None:
        self.images.bar.show_actions(self._image_actions())
        image = self._chosen_image()
        side = wording.image_side(image, self._images) if image and self._images else None
        self._card.show_image(side)

    def _machine(self) -> MachineLine | None:
        machines = self.view.machines if self.view else ()
        return next((one for one in machines if one.code == self._device), None)

    def _chosen_image(self) -> Image | None:
        images = self._images.images if self._images else ()
        return next((one for one in images if one.name == self._image), None)

    # -- doing

    def _choose(self) -> None:
        images = self._images.images if self._images else ()
        machine = self._machine() if self.mode is Mode.TEST else None
        title = self.tr("For the whole bench")
        if machine is not None:
            title = self.tr("Only for {0}").replace("{0}", short(machine.code))
        self.questions.choose(images, machine.code if machine else None, title)

    def _answer(self, result: Result) -> None:
        machine = self._machine()
        if machine is None:
            return
        test = machine.tests[self._at]
        self._presenter.answer(machine.code, test.key, result.value)
        self.heard.emit(wording.RESULT_TONES[result])
        if self._at + 1 < len(machine.tests):
            self._at += 1
            self._show_test()
        else:
            self._back()

    def _one_back(self) -> None:
        self._at = max(0, self._at - 1)
        self._show_test()

    def _rest_well(self) -> None:
        machine = self._machine()
        if machine is not None:
            self._presenter.rest_well(machine.code)
        self._back()

    def _take_off(self) -> None:
        self._presenter.take_off(self._device)
        self._back()

    def _save(self) -> None:
        """Look at the bench as it stands after the last answer, then ask."""
        self._saving = True
        self._presenter.load()

    def _ask_save(self) -> None:
        """Ask whether everything is as the bench says, then record it."""
        if self.view is None or not self.view.machines:
            return
        ready = [one for one in self.view.machines if one.against is None]
        if any(one.choice is None for one in ready):
            title = self.tr("Choose the image first")
            self.said.emit(Notice(Tone.ATTENTION, title, self.tr("Press F7.")))
            return
        if not ready:
            title = self.tr("Nothing can be saved")
            self.said.emit(Notice(Tone.STOP, title, self.tr("Every machine is stopped.")))
            return
        lines = self._told(ready)
        held = [short(one.code) for one in self.view.machines if one.against is not None]
        if held:
            words = self.tr("Stay on the bench: {0}").replace("{0}", ", ".join(held))
            lines.append(words)
        machines = tuple(
            Machine(one.code, one.choice, {key: word.value for key, word in one.results.items()})
            for one in ready
            if one.choice is not None
        )
        self.questions.record(
            InstallationCounts().save(len(ready)),
            lines,
            partial(self._presenter.record, machines),
        )

    def _told(self, ready: list[MachineLine]) -> list[str]:
        """Return what is about to be recorded, in short lines."""
        names = dict.fromkeys(wording.choice_name(one.choice) for one in ready if one.choice)
        lines = [" · ".join(names)]
        well = sum(not one.failed for one in ready)
        if well:
            lines.append(InstallationCounts().well(well))
        for one in ready:
            if one.failed:
                words = ", ".join(
                    wording.said_in(test.words, self._hands.language) for test in one.failed
                )
                fault = self.tr("{0}: the test failed: {1}")
                lines.append(fault.replace("{0}", short(one.code)).replace("{1}", words))
        return lines

    def _add_by_hash(self) -> None:
        self.questions.add_image("", "")

    def _prefer(self) -> None:
        self.questions.prefer(self._image)

    def _retire(self) -> None:
        self.questions.retire(self._image)

    # -- answers

    def _seen(self, view: BenchView, waiting: tuple[WaitingLine, ...]) -> None:
        self.view = view
        texts = self._hands.texts
        on_bench = {one.code for one in view.machines}
        rows = [wording.waiting_row(one, texts) for one in waiting if one.device not in on_bench]
        self._bench_side.show_waiting(rows)
        if self.mode is Mode.TEST and self._machine() is None:
            # Somebody else recorded it or took it off.
            self._back()
        else:
            self._show()
        if self._saving:
            self._saving = False
            self._ask_save()

    def _imaged(self, view: ImagesView) -> None:
        self._images = view
        rows = [wording.image_row(one) for one in view.images]
        self.images.show_rows(rows, self._image)
        self._show()

    def _picked(self, name: str) -> None:
        self._image = name
        if self.mode is Mode.IMAGES:
            self._show_images()

    def _added(self, done: BenchDone) -> None:
        (device,) = done.devices
        self._recorded_last, self._ready = False, ()
        self.scan_taken.emit(short(device), Tone.GOOD)
        self.heard.emit(Tone.INFO if done.already else Tone.GOOD)
        if done.already:
            self.open_machine(device)
        elif self.mode is not Mode.BENCH:
            self._back()
        self._presenter.load()

    def _recorded(self, done: Recorded) -> None:
        self._recorded_last = True
        self._ready = tuple(one.device for one in done.lines if one.passed)
        title = InstallationCounts().recorded(len(done.lines))
        ill = [short(one.device) for one in done.lines if not one.passed]
        if ill:
            text = self.tr("A test failed: {0}. Take it to repair.").replace("{0}", ", ".join(ill))
            self.said.emit(Notice(Tone.ATTENTION, title, text))
        else:
            text = self.tr("Take the machines to the shelf and scan its label.")
            self.said.emit(Notice(Tone.GOOD, title, text))
        self._back()
        self._presenter.load()

    def _placed(self, done: Moved) -> None:
        self._recorded_last, self._ready = False, ()
        count = InstallationCounts().machines(len(done.devices)) if done.devices else ""
        self.said.emit(Notice(Tone.GOOD, done.place.name, count))
        self._presenter.load()

    def _undone(self, done: Undone) -> None:
        self._recorded_last, self._ready = False, ()
        codes = ", ".join(short(code) for code in done.devices)
        self.said.emit(Notice(Tone.INFO, self.tr("Undone"), codes))
        self._presenter.load()

    def _image_done(self, _done: object) -> None:
        self._presenter.load_images()
        self._presenter.load()

    def _refused(self, failure: KnownFailure) -> None:
        if not self.questions.show_problem(failure):
            self.said.emit(self._hands.notice(failure))
