"""Turns what the station answers into words for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.domain.codes import short
from serkut_desk.domain.weighing import grams_words
from serkut_desk.stations.catalogue import queries
from serkut_desk.ui.device_words import moment
from serkut_desk.ui.parts.facts import Fact
from serkut_desk.ui.parts.timeline import Happening
from serkut_desk.ui.stations.catalogue.views import DoubleRow, ModelRow, PageView
from serkut_desk.ui.theme import Tone

if TYPE_CHECKING:
    from serkut_desk.stations.catalogue.queries import DoublePair, ModelLine, ModelPage, Writing
    from serkut_desk.texts import Texts

translate = QCoreApplication.translate

TYPE_ICONS = {
    "laptop": "laptop",
    "desktop": "server",
    "monitor": "monitor",
    "phone": "smartphone",
    "tablet": "tablet",
    "allinone": "monitor",
    "printer": "printer",
    "network": "router",
    "other": "package-open",
}
_NEWEST = 8
_SHOWN = 3


def state_of(line: ModelLine) -> str:
    """Return whether a supervisor has looked at a model."""
    if line.confirmed:
        return translate("Models", "Checked")
    return translate("Models", "Not checked")


def model_row(line: ModelLine, texts: Texts) -> ModelRow:
    """Return a row of the list."""
    return ModelRow(
        str(line.model),
        line.whole_name,
        texts.say(f"type.{line.type}"),
        "" if line.slots is None else str(line.slots),
        str(line.devices),
        state_of(line),
        Tone.GOOD if line.confirmed else Tone.ATTENTION,
    )


def double_key(pair: DoublePair) -> str:
    """Return what names a pair in the list."""
    return f"{pair.one.model} {pair.other.model}"


def double_row(pair: DoublePair, texts: Texts) -> DoubleRow:
    """Return a row of the likely doubles."""
    return DoubleRow(
        double_key(pair),
        pair.one.whole_name,
        pair.other.whole_name,
        texts.say(f"model.double.{pair.why}"),
        f"{pair.one.devices} + {pair.other.devices}",
    )


def page_view(page: ModelPage, texts: Texts) -> PageView:
    """Return the right side for a model."""
    line = page.line
    known = translate("Models", "Known {0}.")
    return PageView(
        line.whole_name,
        TYPE_ICONS.get(line.type, "package-open"),
        texts.say(f"type.{line.type}"),
        Tone.GOOD if line.confirmed else Tone.ATTENTION,
        state_of(line),
        known.replace("{0}", texts.say(f"model.source.{line.source}")),
        _facts(page, texts),
        page.codes,
        tuple(map(_writing, page.writings)),
        tuple(_other(pair, line.model, texts) for pair in page.doubles),
        tuple(
            Happening(texts.say(one.key, **one.facts), moment(one.at))
            for one in page.history[:_NEWEST]
        ),
    )


def _facts(page: ModelPage, texts: Texts) -> tuple[Fact, ...]:
    line = page.line
    unknown = translate("Models", "not known")
    category = queries.category_names(texts.language).get(line.weee_category or "", unknown)
    rows = (
        Fact(translate("Models", "Storage places"), _number(line.slots) or unknown),
        Fact(translate("Models", "Typical weight"), _weight(line) or unknown),
        Fact(translate("Models", "WEEE category"), category),
        Fact(translate("Models", "Checklist"), _kind(line.checklist, texts)),
        Fact(translate("Models", "Guide for taking apart"), _kind(line.guide, texts)),
        Fact(translate("Models", "Devices"), _devices(page)),
    )
    return tuple(fact for fact in rows if fact.value)


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _weight(line: ModelLine) -> str:
    return "" if line.weight_g is None else grams_words(line.weight_g)


def _kind(key: str | None, texts: Texts) -> str:
    return "" if key is None else texts.say(f"type.{key}")


def _devices(page: ModelPage) -> str:
    count = page.line.devices
    newest = ", ".join(short(code) for code in page.devices[:_SHOWN])
    more = " ..." if count > _SHOWN else ""
    return f"{count}: {newest}{more}" if newest else str(count)


def _writing(one: Writing) -> str:
    if not one.devices:
        return one.name
    return f"{one.name} ({one.devices})"


def _other(pair: DoublePair, own: int, texts: Texts) -> str:
    other = pair.other if pair.one.model == own else pair.one
    return f"{other.whole_name}: {texts.say(f'model.double.{pair.why}')}"
