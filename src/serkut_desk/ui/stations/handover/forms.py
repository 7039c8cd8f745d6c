"""The terms as fields and back, and the cards that ask for a discount or an article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from serkut_desk.domain.channels import Term, Terms
from serkut_desk.domain.money import PERMILLE, euros, parse_euros
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import OverlayCard
from serkut_desk.ui.parts.button import ActionBar
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.parts.pick import KEYS
from serkut_desk.ui.parts.text import label
from serkut_desk.ui.parts.tiles import Tiles
from serkut_desk.ui.stations.handover.terms_form import FieldSpec

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from serkut_desk.texts import Texts

translate = QCoreApplication.translate

_DAYS = frozenset({Term.VALID_UNTIL, Term.INSTALLED_ON, Term.NEXT_SERVICE})
_CODES = frozenset({Term.NUMBER, Term.CERTIFICATE, Term.BUSINESS_ID})
_LINE, _ALL = "line", "all"


def specs(terms: Sequence[Term], texts: Texts) -> tuple[FieldSpec, ...]:
    """Return the fields that ask for these terms, named as the sentences about them do."""
    return tuple(
        FieldSpec(term.value, texts.say(f"term.{term}"), _example(term), mono=term in _CODES)
        for term in terms
    )


def _example(term: Term) -> str:
    """Return what to write where the form matters."""
    example = translate("HandoverForms", "e.g. {0}")
    if term in _DAYS:
        return example.replace("{0}", "30.11.2026")
    return example.replace("{0}", "150,00") if term is Term.LIMIT_CENTS else ""


def day_words(day: date) -> str:
    """Return `30.11.2026`."""
    return f"{day.day}.{day.month}.{day.year}"


def as_texts(terms: Terms) -> dict[str, str]:
    """Return what stands in the fields."""
    found = {}
    for term in Term:
        value = getattr(terms, term.value)
        if isinstance(value, date):
            found[term.value] = day_words(value)
        elif isinstance(value, int):
            found[term.value] = euros(value)
        else:
            found[term.value] = value or ""
    return found


@dataclass(frozen=True, slots=True)
class ReadTerms:
    """The terms as far as they can be read, and what is wrong, by field."""

    terms: Terms
    problems: Mapping[str, str]


def read_terms(values: Mapping[str, str], before: Terms) -> ReadTerms:
    """Return the terms of what stands in the fields; what has no field stays as before."""
    problems: dict[str, str] = {}
    read: dict[str, str | int | date | None] = {}
    for key, text in values.items():
        term = Term(key)
        if term in _DAYS:
            read[key] = _day(text)
            if text and read[key] is None:
                problems[key] = translate("HandoverForms", "Write the day like 30.11.2026.")
        elif term is Term.LIMIT_CENTS:
            read[key] = parse_euros(text)
            if text and read[key] is None:
                problems[key] = translate("HandoverForms", "Write the sum like 150,00.")
        else:
            read[key] = text
    return ReadTerms(replace(before, **read), problems)  # type: ignore[arg-type]  # keyed by the fields' own names


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%d.%m.%Y").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return None


class DiscountCard(FormCard):
    """Asks for a discount and its reason.

    Args:
        parent: The window.
        line: Words of the chosen line, "" when only the whole basket can get one.
        limit: What this person may give, in tenths of a percent.
    """

    def __init__(self, parent: QWidget, line: str, limit: int) -> None:
        choices = [(_ALL, translate("HandoverForms", "The whole basket"))]
        if line:
            choices.insert(0, (_LINE, line))
        most = f"{limit / 10:g}".replace(".", ",")
        hint = translate("HandoverForms", "10 % or 5,00 €. Zero takes it back. At most {0} %.")
        why = translate("HandoverForms", "It stays in the records and is on no paper.")
        super().__init__(
            parent,
            translate("HandoverForms", "Discount"),
            {
                "of": ChoiceField(translate("HandoverForms", "From what?"), choices),
                "amount": TextField(
                    translate("HandoverForms", "How much?"), hint.replace("{0}", most)
                ),
                "reason": TextField(translate("HandoverForms", "Why?"), why),
            },
            send=translate("HandoverForms", "Give the discount"),
            columns=1,
        )

    def start(self) -> None:
        """Put the cursor where the amount goes."""
        self.fields["amount"].setFocus()


@dataclass(frozen=True, slots=True)
class ReadDiscount:
    """A discount as it was written: cents or tenths of a percent."""

    of_line: bool
    cents: int | None
    permille: int | None
    reason: str


def read_discount(values: Mapping[str, str]) -> ReadDiscount | None:
    """Return the discount that was written, None when the amount cannot be read."""
    text, of_line = values["amount"], values["of"] == _LINE
    if not text.endswith("%"):
        cents = parse_euros(text)
        return None if cents is None else ReadDiscount(of_line, cents, None, values["reason"])
    share = parse_euros(text.removesuffix("%").strip())
    # A percentage has the same form as a sum: 12,5 is 1250 hundredths.
    if share is None or share % 10 or share // 10 > PERMILLE:
        return None
    return ReadDiscount(of_line, None, share // 10, values["reason"])


class ArticleCard(OverlayCard):
    """Asks which article goes into the basket, by keys or taps.

    Args:
        parent: The window.
        articles: Key, words and icon of each.
    """

    picked = Signal(str)
    """The key; the card is closed."""

    def __init__(self, parent: QWidget, articles: Sequence[tuple[str, str, str]]) -> None:
        super().__init__(parent, translate("HandoverForms", "Which article?"), width=880)
        keys = (*KEYS, *("" for _ in articles))
        self._answers = tuple(
            Action(words, _Pick(self, key), key=fkey, icon=icon)
            for (key, words, icon), fkey in zip(articles, keys, strict=False)
        )
        if not articles:
            none = translate("HandoverForms", "The price list has no articles.")
            self.body.addWidget(label(none, "muted", wrap=True))
        tiles = Tiles(3)
        tiles.show_actions(self._answers)
        self.body.addWidget(tiles)
        self.body.addWidget(ActionBar(self._leave()))

    def function_keys(self) -> tuple[Action, ...]:
        """Offer the answers and to leave."""
        return (*self._answers, *self._leave())

    def _leave(self) -> tuple[Action, ...]:
        cancel = translate("HandoverForms", "Cancel")
        return (Action(cancel, self.close_overlay, key="F9", icon="x"),)


class _Pick:
    """Closes the card, then tells what was picked."""

    def __init__(self, card: ArticleCard, key: str) -> None:
        self._card = card
        self._key = key

    def __call__(self) -> None:
        self._card.close_overlay()
        self._card.picked.emit(self._key)
