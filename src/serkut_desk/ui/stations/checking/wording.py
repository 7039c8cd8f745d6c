"""Words of the screen that checks certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.documents.answering import Outcome
from serkut_desk.domain.codes import short
from serkut_desk.stations.checking.wording import Words
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.stations.checking.views import CheckedView
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.documents.answering import Answer
    from serkut_desk.domain.statement import Statement
    from serkut_desk.stations.checking.papers import Checked
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate
_GROUP = 16
_TONES = {
    Outcome.VALID: Tone.GOOD,
    Outcome.SUPERSEDED: Tone.ATTENTION,
    Outcome.REVOKED: Tone.STOP,
    Outcome.DOUBTFUL: Tone.ATTENTION,
    Outcome.ALTERED: Tone.STOP,
    Outcome.OTHER_KEY: Tone.STOP,
    Outcome.OTHER_PAPER: Tone.ATTENTION,
    Outcome.NOTHING: Tone.ATTENTION,
}


def view(key: str, checked: Checked, texts: Texts) -> CheckedView:
    """Return what is shown of a checked paper."""
    name = checked.name or translate("Checking", "QR code")
    if checked.answer is None:
        said = texts.failure(checked.failure) if checked.failure else {"what": "", "why": ""}
        return CheckedView(key, name, "", Tone.ATTENTION, said["what"], (said["why"],), ())
    answer, words = checked.answer, Words(texts.language)
    tone, title = _TONES[answer.outcome], words.title(answer)
    lines = words.lines(answer)
    if checked.not_in_books:
        tone = Tone.STOP
        title = translate("Checking", "Not in our books")
        lines = [
            translate("Checking", "Our key signed it, but this desk never issued the number."),
            translate("Checking", "Somebody else may have the key. Tell a supervisor now."),
        ]
    elif answer.holds and checked.standing:
        tone, title = _standing(checked.standing)
        lines.append(texts.say(f"certificate.status.{checked.standing}"))
    elif answer.holds:
        title = translate("Checking", "Genuine and valid")
    return CheckedView(
        key, name, _number(answer), tone, title, tuple(lines), _facts(checked, answer, words)
    )


def _standing(word: str) -> tuple[Tone, str]:
    if word == "doubtful":
        return Tone.STOP, translate("Checking", "Genuine, but in doubt")
    return Tone.ATTENTION, translate("Checking", "Genuine, but out of date")


def _number(answer: Answer) -> str:
    return short(answer.number) if answer.number else ""


def _facts(checked: Checked, answer: Answer, words: Words) -> tuple[Fact, ...]:
    facts = []
    if answer.number:
        facts.append(Fact(words.say("fact_number"), answer.number, code=True))
    if checked.booked:
        facts.append(Fact(words.say("fact_of"), checked.booked.about, code=True))
    if answer.at:
        facts.append(Fact(words.say("fact_at"), words.day(answer.at)))
    if answer.statement is not None:
        facts += _stated(answer.statement, words)
    if answer.signer:
        signer = answer.signer.replace(":", " ")
        facts.append(Fact(words.say("fact_signer"), signer, code=True))
    return tuple(facts)


def _stated(said: Statement, words: Words) -> list[Fact]:
    facts = [
        Fact(words.say("fact_serial"), said.serial, code=True),
        Fact(words.say("fact_lot"), said.lot, code=True),
    ]
    for medium in said.media:
        value = f"{medium.serial or '-'} · {words.say(f'level_{medium.level.value}')}"
        facts.append(Fact(words.say(f"kind_{medium.kind.value}"), value, code=True))
    if said.media_hash:
        count, digest = said.media_count, _grouped(said.media_hash)
        value = words.say("media_hashed", count=count, hash=digest)
        facts.append(Fact(words.say("media_kind"), value))
    if said.appendix:
        value = words.say("lot_devices", count=said.devices, hash=_grouped(said.appendix))
        facts.append(Fact(translate("Checking", "Appendix"), value))
    return [fact for fact in facts if fact.value]


def _grouped(digest: str) -> str:
    """Return a hash in groups, so that it finds room on several lines."""
    return " ".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))


def summary(views: tuple[CheckedView, ...]) -> tuple[Tone, str, str]:
    """Return tone, title and sentence about many papers that were checked together."""
    good = sum(one.tone is Tone.GOOD for one in views)
    title = translate("Checking", "{0} of {1} are genuine and valid")
    title = title.replace("{0}", str(good)).replace("{1}", str(len(views)))
    if good == len(views):
        return Tone.GOOD, title, ""
    return Tone.STOP, title, translate("Checking", "The others stand first in the list.")
