"""What the keys do on the screen of taking apart, and which of them are offered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.dismantling import StepKind, StepResult, want_key
from serkut_desk.domain.mass import Verdict
from serkut_desk.domain.media import MediumKind
from serkut_desk.domain.weighing import grams_words
from serkut_desk.stations.dismantling.commands import (
    CancelDismantling,
    DoStep,
    FinishDismantling,
    Finished,
    PutBack,
    StartDismantling,
    TakeHazardBattery,
    TakeMedium,
    TakePart,
    UndoFraction,
    UndoStep,
    WeighIn,
)
from serkut_desk.ui.panel import Action
from serkut_desk.ui.stations.dismantling import wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.dismantling import GuideStep
    from serkut_desk.domain.weighing import Weighed
    from serkut_desk.stations.dismantling.commands import Cancelled
    from serkut_desk.stations.dismantling.views import Sheet, WantLine
    from serkut_desk.texts import Texts
    from serkut_desk.ui.stations.dismantling.panel import DismantlingPanel
    from serkut_desk.ui.stations.dismantling.presenter import DismantlingPresenter
    from serkut_desk.ui.stations.dismantling.questions import Questions

WIPING = "wiping"
"""Where media are wiped, and destroyed."""


class Deeds(QObject):
    """Actions for the device that is open, and what they lead to.

    Args:
        panel: Whose they are.
        presenter: Carries out.
        questions: Asks what is missing.
    """

    def __init__(
        self, panel: DismantlingPanel, presenter: DismantlingPresenter, questions: Questions
    ) -> None:
        super().__init__(panel)
        self._panel = panel
        self._presenter = presenter
        self._questions = questions

    def beginning(self, opens: bool, *, past: bool, plain: bool) -> tuple[Action, ...]:  # noqa: FBT001 - the one thing that decides
        """Return what can be done before a device is open."""
        open_one = Action(
            self.tr("Open the first one") if plain else self.tr("Open"),
            self._panel.open_first,
            "F10",
            "hammer",
            main=True,
        )
        turn = Action(
            self.tr("What waits") if past else self.tr("Taken apart"),
            self._panel.turn_to_past,
            "F6",
            "list",
        )
        return (*((open_one,) if opens else ()), *(() if plain else (turn,)))

    def actions(self, sheet: Sheet) -> tuple[Action, ...]:
        """Return what can be done about the device that is open."""
        leave = Action(self.tr("Another device"), self._panel.leave, "F2", "arrow-left")
        if sheet.hazard is not None or sheet.order_state == "closed":
            return (leave,)
        if sheet.order_state != "open":
            return (self._weigh_in(sheet), leave)
        step = sheet.step
        main = self._finish(sheet) if step is None else self._for_step(sheet, step)
        return (*main, *self._always(sheet), leave)

    def _for_step(self, sheet: Sheet, step: GuideStep) -> tuple[Action, ...]:
        if step.kind is StepKind.WEIGH:
            return (self._weigh_in(sheet),)
        done = self._settle(sheet, step, StepResult.DONE)
        found: list[Action] = [done]
        if step.kind is StepKind.MEDIA:
            found = self._at_media(sheet, done)
        if StepResult.NONE in step.may:
            found.append(self._settle(sheet, step, StepResult.NONE))
        # Who may not is told so by the card: a button that does nothing would only be in the way.
        mine = [way for way in StepResult if way in step.may and self._panel.may(step.may[way])]
        return tuple(found) if mine else ()

    def _settle(self, sheet: Sheet, step: GuideStep, result: StepResult) -> Action:
        """Offer to settle a step as done or "none inside"."""
        main = result is StepResult.DONE
        word = self.tr("Done") if main else self.tr("There is none")
        may = self._panel.may(step.may[result]) if result in step.may else False
        inside = step.kind is StepKind.MEDIA and self._inside(sheet) > 0
        reason = "" if may else self.tr("Only who has the permission takes a battery out.")
        if inside:
            reason = self.tr("Storage media are still inside.")
        command = DoStep(sheet.code, step.key, result)
        return Action(
            word,
            partial(self._presenter.do, command),
            "F10" if main else "F8",
            "check" if main else "x",
            enabled=may and not inside,
            reason=reason,
            main=main,
        )

    def _weigh_in(self, sheet: Sheet) -> Action:
        return Action(self.tr("Weighed"), partial(self.weigh_in, sheet), "F10", "scale", main=True)

    def weigh_in(self, sheet: Sheet) -> None:
        """Take the weight of the whole device; that begins the work."""
        weight = self._panel.weighed()
        if weight is None:
            return
        if sheet.order_state == "open":
            self._presenter.do(WeighIn(sheet.code, weight))
        else:
            self._presenter.do(StartDismantling(sheet.code, weight))

    def _inside(self, sheet: Sheet) -> int:
        return sum(one.holds_data for one in sheet.media)

    def _at_media(self, sheet: Sheet, done: Action) -> list[Action]:
        if not sheet.media_known:
            # Nobody has said what is inside: it is either found, or two persons find nothing.
            found_none = partial(self._presenter.none_inside, sheet.code)
            none = Action(self.tr("There is none"), found_none, "F8", "x")
            return [*self._media(sheet), none]
        if wording.all_soldered(sheet):
            # What is soldered in is destroyed by two, at its own gate; then this step is done.
            return [Action(self.tr("To its destruction"), self._to_wiping, "F5", "eraser"), done]
        return [self._only(sheet)] if self._inside(sheet) == 1 else [*self._media(sheet), done]

    def _to_wiping(self) -> None:
        sheet = self._panel.sheet
        if sheet is not None:
            self._panel.panel_wanted.emit(WIPING, sheet.code)

    def _only(self, sheet: Sheet) -> Action:
        """Offer to take the only medium out without a scan: its label may not be readable."""
        take = partial(self._panel.take_medium, None)
        del sheet
        return Action(self.tr("The disk is out"), take, "F10", "hard-drive", main=True)

    def _media(self, sheet: Sheet) -> tuple[Action, ...]:
        del sheet
        return (Action(self.tr("Found a disk"), self.found_medium, "F6", "hard-drive"),)

    def found_medium(self) -> None:
        """Ask what was found inside that nobody had recorded."""
        weight = self._panel.weighed()
        if weight is not None:
            self._questions.medium(grams_words(weight.value_g), partial(self._take_found, weight))

    def _take_found(self, weight: Weighed, values: Mapping[str, str]) -> None:
        sheet = self._panel.sheet
        if sheet is not None:
            kind, serial = MediumKind(values["kind"]), values["serial"] or None
            self._presenter.do(TakeMedium(sheet.code, serial, weight, kind=kind))

    def _always(self, sheet: Sheet) -> tuple[Action, ...]:
        """Return what can be done at every step."""
        found: list[Action] = []
        step = sheet.step
        settled = {line.step.kind for line in sheet.steps if line.result is not None}
        kinds = {line.step.kind for line in sheet.steps}
        battery_out = StepKind.BATTERY not in kinds or StepKind.BATTERY in settled
        opened = battery_out and StepKind.POWER_OFF in settled
        at_media = step is not None and step.kind is StepKind.MEDIA
        if opened and not at_media:
            found.append(Action(self.tr("Keep a part"), self.keep_part, "F6", "package-plus"))
        if step is None:
            # In its caddy, under a cover: a disk that is missed comes to light by its grams.
            found.append(Action(self.tr("Found a disk"), self.found_medium, "F5", "hard-drive"))
        if self._open_wants(sheet) and opened:
            found.append(Action(self.tr("Skip a wish"), self.skip_want, "F7", "x"))
        undo = self._undo(sheet)
        if undo is not None:
            found.append(undo)
        if sheet.balance.out == 0 and not wording.out_rows(sheet, self._texts):
            found.append(Action(self.tr("Cancel the work"), self.cancel, "F3", "ban"))
        return tuple(found)

    @property
    def _texts(self) -> Texts:
        return self._panel.texts

    def _open_wants(self, sheet: Sheet) -> list[WantLine]:
        return [one for one in sheet.wants if one.settled is None]

    def keep_part(self) -> None:
        """Ask which part was taken out; the wanted ones come first."""
        sheet, weight = self._panel.sheet, self._panel.weighed()
        if sheet is None or weight is None:
            return
        wants = self._open_wants(sheet)
        if not wants:
            self._part_form(weight, "")
            return
        self._questions.wanted(
            self.tr("Which part?"),
            self.tr("Somebody waits for these."),
            wants,
            partial(self._part_form, weight),
            other=True,
        )

    def _part_form(self, weight: Weighed, want: str) -> None:
        sheet = self._panel.sheet
        if sheet is None:
            return
        number = int(want) if want else None
        type_ = next((one.type for one in sheet.wants if one.number == number), "")
        then = partial(self._take_part, weight, number)
        self._questions.part(grams_words(weight.value_g), then, type_)

    def _take_part(self, weight: Weighed, want: int | None, values: Mapping[str, str]) -> None:
        sheet = self._panel.sheet
        if sheet is not None:
            command = TakePart(
                sheet.code,
                values["type"],
                weight=weight,
                place=values["place"] or None,
                want=want,
                specification=values["specification"],
            )
            self._presenter.do(command)

    def skip_want(self) -> None:
        """Ask which wanted part is not taken out."""
        sheet = self._panel.sheet
        if sheet is not None:
            self._questions.wanted(
                self.tr("Which part is not taken?"),
                "",
                self._open_wants(sheet),
                self._skip_reason,
                other=False,
            )

    def _skip_reason(self, want: str) -> None:
        sheet = self._panel.sheet
        if sheet is None:
            return
        step = want_key(int(want))

        def skip(reason: str) -> None:
            self._presenter.do(DoStep(sheet.code, step, StepResult.SKIPPED, reason))

        self._questions.reason(
            self.tr("The part stays"), self.tr("Why is it not taken?"), self.tr("Skip"), skip
        )

    def _undo(self, sheet: Sheet) -> Action | None:
        """Offer to take back the chosen row, else whatever was done last."""
        rows = wording.out_rows(sheet, self._texts)
        chosen = next((row for row in rows if row.key == self._panel.chosen), None)
        step = wording.last_step(sheet)
        if chosen is None and rows and (step is None or rows[0].seq > step.seq):
            chosen = rows[0]
        if chosen is not None:
            word = self.tr("Undo: {0}").replace("{0}", chosen.word)
            if chosen.key.startswith(wording.LINE):
                line = int(chosen.key.removeprefix(wording.LINE))
                run = partial(self._presenter.do, UndoFraction(sheet.code, line))
            else:
                run = partial(self._presenter.do, PutBack(sheet.code, chosen.key))
            return Action(word, run, "F9", "undo-2")
        if step is None:
            return None
        track = self._texts.say(f"dismantling.kind.{step.step.kind.value}")
        word = self.tr("Undo: {0}").replace("{0}", track)
        run = partial(self._presenter.do, UndoStep(sheet.code, step.step.key))
        return Action(word, run, "F9", "undo-2")

    def cancel(self) -> None:
        """Ask why the device is not taken apart after all."""
        sheet = self._panel.sheet
        if sheet is not None:
            self._questions.reason(
                self.tr("The device is whole"),
                self.tr("Why is it not taken apart?"),
                self.tr("Cancel the work"),
                lambda reason: self._presenter.end(CancelDismantling(sheet.code, reason)),
            )

    def _finish(self, sheet: Sheet) -> tuple[Action, ...]:
        if sheet.balance.verdict is Verdict.WITHIN:
            run = partial(self._presenter.end, FinishDismantling(sheet.code))
            return (Action(self.tr("Finish"), run, "F10", "check", main=True),)
        # Looking for it is the first thing to do; the reason comes on another key.
        return (Action(self.tr("Finish with a reason"), self.finish_with_reason, "F8", "check"),)

    def finish_with_reason(self) -> None:
        """Ask why the weights do not fit."""
        sheet = self._panel.sheet
        if sheet is None:
            return
        grams = grams_words(abs(sheet.balance.remainder or 0))
        missing = sheet.balance.verdict is Verdict.MISSING
        words = self.tr("{0} are missing") if missing else self.tr("{0} too much")
        self._questions.reason(
            words.replace("{0}", grams),
            self.tr("Where did it go?") if missing else self.tr("Why do the weights not fit?"),
            self.tr("Finish"),
            lambda reason: self._presenter.end(FinishDismantling(sheet.code, reason)),
        )

    def unweighed_battery(self, container: str) -> None:
        """Ask why a dangerous battery is not weighed."""
        sheet = self._panel.sheet
        if sheet is not None:
            self._questions.reason(
                self.tr("The battery was not weighed"),
                self.tr("Why not?"),
                self.tr("It is in the box"),
                lambda reason: self._presenter.release(
                    TakeHazardBattery(sheet.code, container, reason=reason)
                ),
            )

    def end_words(self, done: Finished | Cancelled) -> str:
        """Return what is said at the end."""
        if isinstance(done, Finished):
            return self.tr("The device is taken apart")
        return self.tr("The work was cancelled")
