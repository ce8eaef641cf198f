"""What may not go out? What the one rule of hiding says, wherever it is told, and names.

The figures are those of `indicators.leaving`: `small` and `hidden` there decide for everything that rests on them too.
"""

from collections.abc import Iterable

from linkwork.evaluation.indicators.reads import Figure
from linkwork.evaluation.portraits.rules.evidence import FigureCard, without_names
from linkwork.evaluation.toolkit.rules.site import letters
from linkwork.exchange.report.gathering import Gathered
from linkwork.instruments.indicators import Grouping, Shape


class Curtain:
    """Decides for one report what is shown: the same number is hidden everywhere or nowhere."""

    def __init__(self, found: Gathered) -> None:
        self._names = found.names
        self._extract = found.extract.id
        parted = [one for broken in (found.months, found.workers, found.stages) for one in broken.figures]
        self._hidden = {(one.definition.id, "", "") for one in found.figures if one.small}
        self._hidden |= {
            (one.definition.id, str(one.by or ""), group.key)
            for one in parted
            for group in one.groups
            if group.hidden
        }
        self._letters: dict[str, str] = {}
        for group in sorted(found.by_worker.groups, key=lambda one: one.key) if found.by_worker else ():
            self.letter(group.key)

    def hides(self, figure: Figure) -> bool:
        """Whether the figure is small, or gives something small away."""
        return figure.small

    def hides_card(self, card: FigureCard) -> bool:
        """The same of a figure that something rests on."""
        if card.hidden or card.small:
            return True
        place = (card.key.indicator, card.key.grouping, card.key.group)
        return card.extract_id == self._extract and place in self._hidden

    def letter(self, worker_key: str) -> str:
        """A letter for each worker: not their name, and not their pseudonym, which stays with the extract."""
        return self._letters.setdefault(worker_key, letters(len(self._letters)))

    def sentence(self, card: FigureCard, worker: str) -> str:
        """What a figure's card says, with a worker's pseudonym put as `worker`."""
        if card.key.grouping == Grouping.WORKER and card.group_label:
            return card.sentence.replace(card.group_label, worker)
        return card.sentence

    def clean(self, text: str) -> str:
        """What somebody wrote, without the names of those who work here."""
        return without_names(text, self._names)[0]


def secrets(figures: Iterable[Figure]) -> frozenset[int]:
    """The numbers that small figures are about: what they count, and what is left of their whole.

    Another figure that counts the same would give them away (the share of first meetings, and the contacts for each
    first meeting). Equal by chance is hidden too.
    """
    return frozenset(number for one in figures if one.small for number in _about(one))


def _about(one: Figure) -> set[int]:
    part, whole = one.numerator or 0, one.denominator or 0
    match one.definition.shape:
        case Shape.COUNT:
            return _said(part)
        case Shape.SHARE:
            return _said(part, whole - part, whole if whole < one.definition.suppress_below else 0)
        case _:
            return _said(whole)


def _said(*numbers: int | None) -> set[int]:
    return {one for one in numbers if one}
