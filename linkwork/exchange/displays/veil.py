"""What of a display may go out? No figure about too few, none it could be worked out from, and no name of a worker."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound, Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.indicators import reads as indicators
from linkwork.evaluation.portraits.reads import DisplayCard
from linkwork.evaluation.portraits.rules.evidence import FigureCard, without_names
from linkwork.evaluation.toolkit.rules.site import letters
from linkwork.exchange.report.hiding import secrets
from linkwork.instruments.indicators import Grouping
from linkwork.programmes import reads as programmes


class Veil:
    """Decides for one display: the same number is hidden everywhere in it or nowhere."""

    def __init__(
        self, names: Iterable[str], hidden: Mapping[UUID, frozenset[int]], reviewers: Iterable[UUID]
    ) -> None:
        self._names = tuple(names)
        self._hidden = hidden
        self._reviewers = {one: letters(place) for place, one in enumerate(reviewers)}
        self._workers: dict[str, str] = {}

    def hides(self, card: FigureCard) -> bool:
        """Whether the figure is about too few, or says a number that a figure about too few is about."""
        if card.hidden or card.small:
            return True
        said = {card.numerator, card.denominator}
        return not self._hidden.get(card.extract_id, frozenset()).isdisjoint(said)

    def sentence(self, card: FigureCard) -> str:
        """What a figure says, a worker in it with a letter and not with the pseudonym of the extract."""
        if card.key.grouping != Grouping.WORKER or not card.group_label:
            return card.sentence
        letter = self._workers.setdefault(card.key.group, letters(len(self._workers)))
        return card.sentence.replace(card.group_label, _("Worker %(letter)s") % {"letter": letter})

    def clean(self, text: str) -> str:
        """What somebody wrote or said, without the names of those who work here."""
        return without_names(text, self._names)[0]

    def reviewer(self, worker_id: UUID) -> str:
        """A letter for each reviewer."""
        return _("Reviewer %(letter)s") % {"letter": self._reviewers.get(worker_id, "?")}


def veil_for(viewer: Viewer, card: DisplayCard) -> Veil:
    """For one display: one question for the names, and one for each extract its figures come from."""
    extracts = {one.extract_id for row in card.rows for one in row.evidence.figures}
    names = [worker.name for worker in programmes.workers(viewer)]
    return Veil(
        names, {one: _hidden(viewer, one) for one in extracts}, [one for one, _name in card.reviewers]
    )


def _hidden(viewer: Viewer, extract_id: UUID) -> frozenset[int]:
    """The numbers that small figures of an extract are about; none where the extract is gone, as are its figures."""
    try:
        return secrets(indicators.figures(viewer, extract_id))
    except (NotFound, Refused):
        return frozenset()
