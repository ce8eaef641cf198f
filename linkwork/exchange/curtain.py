"""What of a paper may go out? Figures by the one rule of hiding, workers as letters, nobody by name.

Which figures rest on few, or give such a one away, is decided in one place (`indicators.reads.leaving`), for all
figures of an extract and beside the extracts that are out. A page, a file or a public link that shows figures first
lets their extracts out (`extracts.actions.let_out`), then draws what it shows from behind this curtain.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.viewer import Viewer
from linkwork.evaluation.indicators.reads import Figure
from linkwork.evaluation.portraits.reads import DisplayCard, PortraitCard, figure_cards
from linkwork.evaluation.portraits.rules.evidence import FigureCard, FigureKey, for_outside, without_names
from linkwork.evaluation.toolkit.rules.site import letters
from linkwork.instruments.indicators import Grouping
from linkwork.programmes import reads as programmes

Decided = Mapping[tuple[UUID, FigureKey], FigureCard]


class Curtain:
    """For one paper. Figures that were frozen are shown as they are `decided` today.

    `workers` and `reviewers` have letters in this order; others in the order in which they come.
    """

    def __init__(
        self,
        names: Iterable[str] = (),
        *,
        decided: Decided | None = None,
        workers: Iterable[str] = (),
        reviewers: Iterable[UUID] = (),
    ) -> None:
        self._names = tuple(names)
        self._decided = decided or {}
        self._reviewers = {one: letters(place) for place, one in enumerate(reviewers)}
        self._workers: dict[str, str] = {}
        for key in workers:
            self.worker(key)

    def hides(self, figure: Figure) -> bool:
        """Whether a figure rests on few, or gives such a one away."""
        return figure.small

    def card(self, card: FigureCard) -> FigureCard:
        """The figure as it may go out: its numbers gone where it is `hidden`, a letter for a worker.

        What was frozen by a definition that has changed since cannot be decided any more, and is hidden.
        """
        now = self._decided.get((card.extract_id, card.key), card)
        if card.problem or now.problem:
            return card if card.problem else now
        if now.version != card.version:
            now = replace(now, small=True)
        return for_outside(self._lettered(now))

    def worker(self, key: str) -> str:
        """What a worker is called: not their name, and not their pseudonym, which stays with the extract."""
        return _("Worker %(code)s") % {"code": self._workers.setdefault(key, letters(len(self._workers)))}

    def reviewer(self, worker_id: UUID) -> str:
        """A letter for each reviewer."""
        return _("Reviewer %(letter)s") % {"letter": self._reviewers.get(worker_id, "?")}

    def clean(self, text: str) -> str:
        """What somebody wrote or said, without the names of those who work here."""
        return without_names(text, self._names)[0]

    def _lettered(self, card: FigureCard) -> FigureCard:
        if card.key.grouping != Grouping.WORKER or not card.group_label:
            return card
        called = self.worker(card.key.group)
        return replace(card, sentence=card.sentence.replace(card.group_label, called), group_label=called)


def display_curtain(viewer: Viewer, card: DisplayCard) -> Curtain:
    """For a display: one question for the names, one for its figures."""
    names = [worker.name for worker in programmes.workers(viewer)]
    return Curtain(names, decided=decided(viewer, [card]), reviewers=[one for one, _name in card.reviewers])


def decided(viewer: Viewer, shown: Iterable[DisplayCard]) -> Decided:
    """The figures of those that were frozen, as they may leave today. One question, none where all are live."""
    frozen = [one for one in shown if one.frozen_at]
    return figure_cards(viewer, {(one.extract_id, one.key) for each in frozen for one in each.figures})


def extracts_of(shown: Sequence[DisplayCard | PortraitCard]) -> frozenset[UUID]:
    """Whose figures these show: what has to be let out before they go."""
    return frozenset(one.extract_id for each in shown for one in each.figures if not one.problem)
