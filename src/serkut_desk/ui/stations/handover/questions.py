"""Cards of the handover screen, and what follows from their answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from serkut_desk.domain.channels import Channel
from serkut_desk.domain.codes import short
from serkut_desk.ui.panel import Action
from serkut_desk.ui.parts.asking import AskCard
from serkut_desk.ui.parts.pick import PickCard
from serkut_desk.ui.stations.handover import wording
from serkut_desk.ui.stations.handover.forms import ArticleCard, DiscountCard, read_discount

if TYPE_CHECKING:
    from collections.abc import Mapping

    from serkut_desk.domain.errors import KnownFailure
    from serkut_desk.stations.handover.views import ArticleLine, BasketView, LineView
    from serkut_desk.ui.hands import Hands
    from serkut_desk.ui.panel import Panel
    from serkut_desk.ui.stations.handover.presenter import HandoverPresenter


class Questions(QObject):
    """Asks what is missing and tells the presenter.

    Args:
        panel: Lays the cards and is what they cover.
        hands: For sentences.
        presenter: Carries out.
    """

    def __init__(self, panel: Panel, hands: Hands, presenter: HandoverPresenter) -> None:
        super().__init__(panel)
        self._panel = panel
        self._hands = hands
        self._presenter = presenter
        self._discount: DiscountCard | None = None
        self._line: int | None = None
        presenter.articles.connect(self._articles)
        presenter.discounted.connect(self._discounted)

    @property
    def form(self) -> DiscountCard | None:
        """The form that is open."""
        return self._discount

    def article(self, view: BasketView, _line: LineView | None) -> None:
        """Ask which article goes into the basket."""
        self._presenter.ask_articles(view.channel)

    def remove(self, _view: BasketView, line: LineView | None) -> None:
        """Take the chosen line out; it can be scanned again, so nothing is asked."""
        if line is not None:
            self._presenter.remove(line.line)

    def discount(self, view: BasketView, line: LineView | None) -> None:
        """Ask how much is taken off, from what and why."""
        self._line = line.line if line else None
        name = ""
        if line is not None:
            code = short(line.device) if line.device else ""
            name = " · ".join(filter(None, (code, wording.what(line, self._hands.texts))))
        form = DiscountCard(self._panel.window(), name, view.max_discount)
        form.sent.connect(self._send_discount)
        form.closed.connect(self._closed)
        self._discount = form
        self._panel.overlay_wanted.emit(form)
        form.start()

    def cancel(self, view: BasketView, _line: LineView | None) -> None:
        """Ask before a basket with something in it is ended."""
        if not view.lines:
            self._presenter.cancel()
            return
        lines = (
            self.tr("Nothing is handed over. The devices stay on the shelf."),
            self.tr("To go on later, choose “Leave for later” instead."),
        )
        title = self.tr("Cancel {0}?").replace("{0}", short(view.handover))
        other = Action(self.tr("Another channel"), partial(self._channel, view), "F2", "refresh-cw")
        yes = Action(self.tr("Cancel the handover"), self._presenter.cancel, "F10", "x", main=True)
        no = Action(self.tr("Go on"), _nothing, "F9", "undo-2")
        self._panel.overlay_wanted.emit(
            AskCard(self._panel.window(), title, lines, (yes, other, no))
        )

    def _channel(self, view: BasketView) -> None:
        """Ask in which other way everything in the basket is handed over."""
        texts = self._hands.texts
        choices = [
            (one.value, texts.say(f"channel.{one}"), wording.CHANNEL_ICONS[one])
            for one in Channel
            if one is not view.channel
        ]
        line = self.tr("The devices stay in the basket. Terms and discounts are asked anew.")
        card = PickCard(self._panel.window(), self.tr("Who gets the device?"), line, choices)
        card.picked.connect(self._channel_picked)
        self._panel.overlay_wanted.emit(card)

    def _channel_picked(self, key: str) -> None:
        self._presenter.change_channel(Channel(key))

    def _articles(self, articles: tuple[ArticleLine, ...]) -> None:
        choices = [wording.article_choice(one, self._hands.texts) for one in articles]
        card = ArticleCard(self._panel.window(), choices)
        card.picked.connect(self._presenter.add_article)
        self._panel.overlay_wanted.emit(card)

    def _send_discount(self, values: Mapping[str, str]) -> None:
        read = read_discount(values)
        if read is not None:
            self._presenter.discount(read, self._line, self._refused)
        elif self._discount is not None:
            self._discount.problem(self.tr("Write a sum like 5,00 or a share like 10 %."))

    def _discounted(self) -> None:
        if self._discount is not None:
            self._discount.close_overlay()

    def _refused(self, failure: KnownFailure) -> None:
        if self._discount is not None:
            said = self._hands.texts.failure(failure)
            self._discount.problem(" ".join((said["what"], said["why"], said["next"])))

    def _closed(self) -> None:
        self._discount = None


def _nothing() -> None:
    """Close the card and go on."""
