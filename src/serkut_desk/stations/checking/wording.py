"""What is said of a checked certificate: the same sentences as on the page for everybody.

They stand in `resources/verifier/texts` in the three languages of the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from serkut_desk import shipped
from serkut_desk.domain.clock import local

if TYPE_CHECKING:
    from datetime import datetime

    from serkut_desk.documents.answering import Answer
    from serkut_desk.texts import Texts

_ENGLISH = "en"


class Words:
    """The page's sentences in one language.

    Args:
        language: Of the sentences.
        now: When they are said: of a list, up to when it knows and whether it is old. None: the
            books were asked, which know more than any list.
    """

    def __init__(self, language: str, now: datetime | None = None) -> None:
        self._now = now
        known = {path.stem for path in shipped.resource("verifier", "texts").glob("*.json")}
        self._language = language if language in known else _ENGLISH
        self._said: dict[str, str] = shipped.json_resource(
            "verifier", "texts", f"{self._language}.json"
        )

    def say(self, key: str, **fields: object) -> str:
        """Return a sentence with its fields filled."""
        return self._said[key].format(**fields)

    def day(self, at: datetime) -> str:
        """Return an instant in Finnish time."""
        if self._language == _ENGLISH:
            return f"{local(at):%Y-%m-%d %H:%M}"
        return f"{local(at):%d.%m.%Y %H.%M}"

    def title(self, answer: Answer) -> str:
        """Return the answer in a word or two."""
        if self._now is not None and answer.ending_unknown:
            return self.say("outcome_unsure")
        return self.say(f"outcome_{answer.outcome.value}")

    def lines(self, answer: Answer) -> list[str]:
        """Return what it means, one sentence after the other."""
        if answer.why is not None:
            return [self.say(f"why_{answer.why.value}")]
        lines = [self.say(f"means_{answer.outcome.value}"), *self._ending(answer)]
        if answer.chain:
            lines.append(self.say("signer_vouched"))
        if answer.key is not None:
            lines.append(self.say(f"signer_{answer.key.how.value}", day=self.day(answer.key.at)))
        return lines if self._now is None else [*lines, *self._known(answer, self._now)]

    def _ending(self, answer: Answer) -> list[str]:
        ended = answer.ended
        if ended is None:
            return []
        key, day = f"ended_{ended.how.value}", self.day(ended.at)
        return [self.say(key, day=day, successor=ended.successor)]

    def _known(self, answer: Answer, now: datetime) -> list[str]:
        known = answer.known
        if answer.number is None or answer.ended is not None:
            return []
        if known is None:
            return [self.say("list_ask")]
        said = [self.say("list_until", number=known.number, day=self.day(known.at))]
        if answer.at is not None and answer.at > known.at:
            said.append(self.say("list_before_paper"))
        if known.until < now:
            said.append(self.say("list_old"))
        return said


def reasons(answer: Answer, texts: Texts) -> tuple[str, ...]:
    """Return why a paper is not genuine, in words, with the fingerprint of who signed it."""
    if answer.why is None:
        return ()
    told = [texts.say(f"verification.{answer.why.value}")]
    if answer.signer:
        told.append(texts.say("verification.signer", fingerprint=answer.signer))
    return tuple(told)
