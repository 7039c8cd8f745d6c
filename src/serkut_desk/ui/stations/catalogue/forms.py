"""The forms of the screen of models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from serkut_desk.stations import modelling
from serkut_desk.stations.catalogue import queries
from serkut_desk.ui.forms import ChoiceField, TextField
from serkut_desk.ui.parts.form_card import FormCard
from serkut_desk.ui.stations.catalogue.wording import TYPE_ICONS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from serkut_desk.stations.catalogue.queries import ModelLine
    from serkut_desk.texts import Texts
    from serkut_desk.ui.parts.form_card import Field

translate = QCoreApplication.translate


def _types(texts: Texts) -> list[tuple[str, str]]:
    return [(kind, texts.say(f"type.{kind}")) for kind in TYPE_ICONS]


def _text(name: str, value: str, hint: str = "") -> TextField:
    field = TextField(name, hint)
    field.set_text(value)
    return field


class AddForm(FormCard):
    """Asks what a model is called and what it is."""

    def __init__(self, parent: QWidget, texts: Texts) -> None:
        fields: dict[str, Field] = {
            "manufacturer": TextField(translate("ModelForms", "Maker")),
            "model": TextField(translate("ModelForms", "Model")),
            "type": ChoiceField(translate("ModelForms", "Kind of device"), _types(texts)),
        }
        title = translate("ModelForms", "A new model")
        super().__init__(parent, title, fields, send=translate("ModelForms", "Save"))


class ChangeForm(FormCard):
    """Asks what is right."""

    def __init__(self, parent: QWidget, line: ModelLine, texts: Texts) -> None:
        unknown = translate("ModelForms", "Empty: not known")
        usual = ("", translate("ModelForms", "As its kind of device"))
        kind = ChoiceField(translate("ModelForms", "Kind of device"), _types(texts))
        kind.choose(line.type)
        category = ChoiceField(
            translate("ModelForms", "WEEE category"),
            [
                ("", translate("ModelForms", "Not known")),
                *queries.category_names(texts.language).items(),
            ],
        )
        category.choose(line.weee_category or "")
        checklist = ChoiceField(
            translate("ModelForms", "Checklist"),
            [usual, *self._named(modelling.checklists(), texts)],
        )
        checklist.choose(line.checklist or "")
        guide = ChoiceField(
            translate("ModelForms", "Guide for taking apart"),
            [usual, *self._named(modelling.guides(), texts)],
        )
        guide.choose(line.guide or "")
        fields: dict[str, Field] = {
            "manufacturer": _text(translate("ModelForms", "Maker"), line.manufacturer),
            "model": _text(translate("ModelForms", "Model"), line.name),
            "type": kind,
            "weee_category": category,
            "slots": _text(
                translate("ModelForms", "Storage places"),
                "" if line.slots is None else str(line.slots),
                unknown,
            ),
            "weight_g": _text(
                translate("ModelForms", "Typical weight, grams"),
                "" if line.weight_g is None else str(line.weight_g),
                unknown,
            ),
            "checklist": checklist,
            "guide": guide,
        }
        send = translate("ModelForms", "Save, it is checked")
        super().__init__(parent, line.whole_name, fields, send=send)

    @staticmethod
    def _named(keys: tuple[str, ...], texts: Texts) -> list[tuple[str, str]]:
        return [(key, texts.say(f"type.{key}")) for key in keys]


class CodeForm(FormCard):
    """Asks for a product number; a scan writes it."""

    def __init__(self, parent: QWidget, title: str) -> None:
        hint = translate("ModelForms", "Scan it from the sticker, or write it.")
        field = TextField(translate("ModelForms", "Product number"), hint, mono=True)
        super().__init__(
            parent, title, {"code": field}, send=translate("ModelForms", "Save"), columns=1
        )

    def scanned(self, text: str) -> None:
        """Take the scan as the number; nothing is saved by it."""
        field = self.fields["code"]
        if isinstance(field, TextField):
            field.set_text(text.strip())
