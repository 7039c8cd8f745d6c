"""Turns what the station answers into words for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.checklist import Result
from serkut_desk.domain.clock import local
from serkut_desk.domain.codes import short
from serkut_desk.stations.installed import called
from serkut_desk.ui.device_words import name_of
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.stations.installation import views
from serkut_desk.ui.stations.installation.counts import InstallationCounts
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from serkut_desk.domain.installation import InstallTest
    from serkut_desk.stations.installation.commands import Choice
    from serkut_desk.stations.installation.queries import (
        BenchView,
        Image,
        ImagesView,
        MachineLine,
        WaitingLine,
    )
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate

RESULT_TONES = {
    Result.PASS: Tone.GOOD,
    Result.FAIL: Tone.STOP,
    Result.NOT_POSSIBLE: Tone.ATTENTION,
    Result.NOT_FITTED: Tone.PLAIN,
}
_DIGITS = 12
_ICONS = {"desktop": "server", "allinone": "monitor", "tablet": "tablet", "phone": "smartphone"}


def said_in(words: Mapping[str, str], language: str) -> str:
    """Return words in a language, else in English."""
    return words.get(language, words["en"])


def day(at: datetime) -> str:
    """Return `21.11.2026` in Finnish time."""
    here = local(at)
    return f"{here.day}.{here.month}.{here.year}"


def choice_name(choice: Choice) -> str:
    """Return what people call it: the image's name, else the system's."""
    return choice.image or called(choice.system, choice.version, choice.edition)


def image_view(view: BenchView, *, supervisor: bool) -> views.ImageView:
    """Return what is installed now; the digest only for whoever compares it."""
    choice = view.choice
    if choice is None and not view.machines:
        name = translate("Installation", "Installation")
        told = translate("Installation", "The first machine brings the image of its model.")
        return views.ImageView(name, told, chosen=True)
    if choice is None:
        name = translate("Installation", "No image chosen")
        return views.ImageView(name, translate("Installation", "Choose it: F7."), chosen=False)
    parts = [called(choice.system, choice.version, choice.edition)] if choice.image else []
    if supervisor and view.sha256:
        parts.append(f"SHA-256 {view.sha256[:_DIGITS]}…")
    return views.ImageView(choice_name(choice), " · ".join(parts), chosen=True)


def make_of(line: MachineLine | WaitingLine, texts: Texts) -> str:
    """Return maker and model, else the type."""
    return name_of(line.manufacturer, line.model, texts.say(f"type.{line.type}"))


def machine_view(line: MachineLine, texts: Texts) -> views.MachineView:
    """Return one machine on the bench."""
    state, tone = machine_state(line)
    note = ""
    if line.against is not None:
        note = texts.sentence(line.against)
    elif line.preferred is not None:
        note = translate("Installation", "Usually: {0}").replace("{0}", choice_name(line.preferred))
    elif line.own and line.choice is not None:
        note = translate("Installation", "Gets: {0}").replace("{0}", choice_name(line.choice))
    failed = len(line.failed)
    return views.MachineView(
        device=line.code,
        short=short(line.code),
        make=make_of(line, texts),
        icon=_ICONS.get(line.type, "laptop-minimal"),
        state=state,
        tone=tone,
        well=len(line.tests) - len(line.left) - failed,
        failed=failed,
        total=len(line.tests),
        note=note,
    )


def machine_state(line: MachineLine) -> tuple[str, Tone]:
    """Return how far a machine is."""
    if line.against is not None:
        return translate("Installation", "stopped"), Tone.STOP
    failed, left = len(line.failed), len(line.left)
    if failed:
        return InstallationCounts().faults(failed), Tone.STOP
    if not left:
        return translate("Installation", "all well"), Tone.GOOD
    if line.results:
        words = translate("Installation", "tests {0}/{1}")
        done = len(line.tests) - left
        return words.replace("{0}", str(done)).replace("{1}", str(len(line.tests))), Tone.INFO
    return translate("Installation", "not tested"), Tone.PLAIN


def test_rows(line: MachineLine, at: int, texts: Texts) -> tuple[views.TestRow, ...]:
    """Return every test of a machine, the one at hand marked."""
    rows = []
    for number, test in enumerate(line.tests):
        result = line.results.get(test.key)
        rows.append(
            views.TestRow(
                test.key,
                said_in(test.words, texts.language),
                texts.say(f"install.result.{result.value}") if result else "",
                RESULT_TONES[result] if result else Tone.PLAIN,
                number == at,
            )
        )
    return tuple(rows)


def test_view(line: MachineLine, test: InstallTest, at: int, texts: Texts) -> views.TestView:
    """Return the test at hand."""
    result = line.results.get(test.key)
    words = translate("Installation", "Answered: {0}")
    system = choice_name(line.choice) if line.choice else ""
    return views.TestView(
        short(line.code),
        make_of(line, texts),
        system,
        test.icon,
        said_in(test.words, texts.language),
        said_in(test.how, texts.language),
        words.replace("{0}", texts.say(f"install.result.{result.value}")) if result else "",
        f"{at + 1} / {len(line.tests)}",
    )


def waiting_row(line: WaitingLine, texts: Texts) -> views.WaitingRow:
    """Return a device that waits."""
    return views.WaitingRow(line.device, short(line.device), make_of(line, texts), line.place or "")


def image_row(image: Image) -> views.ImageRow:
    """Return a row of the supervisors' list."""
    used = image.retired_at is None
    return views.ImageRow(
        image.name,
        called(image.system, image.version, image.edition),
        day(image.added_at),
        translate("Installation", "in use") if used else translate("Installation", "retired"),
        Tone.GOOD if used else Tone.PLAIN,
        used,
    )


def image_side(image: Image, view: ImagesView) -> views.ImageSide:
    """Return the chosen image with everything that is known of it."""
    facts = [
        Fact(translate("Installation", "System"), image.system),
        Fact(translate("Installation", "Version"), f"{image.version} {image.edition}".strip()),
        Fact(translate("Installation", "File"), image.file_name),
        Fact("SHA-256", _in_lines(image.sha256), code=True),
        Fact(translate("Installation", "Added"), day(image.added_at)),
    ]
    if image.retired_at is not None:
        facts.append(Fact(translate("Installation", "Retired"), day(image.retired_at)))
    models = [
        f"{one.manufacturer} {one.model}".strip()
        for one in view.preferences
        if one.image == image.name
    ]
    return views.ImageSide(image.name, tuple(fact for fact in facts if fact.value), tuple(models))


def _in_lines(digest: str) -> str:
    """Return a digest in groups of eight, so that eyes can compare it and lines can break."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))
