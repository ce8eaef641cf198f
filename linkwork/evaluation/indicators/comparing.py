"""Which figures moved between two extracts? Both are counted now, by today's definitions; nothing personal is in it."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.indicators.reads import Figure, figures_of
from linkwork.extracts import reads as extracts
from linkwork.extracts.reads import ExtractCard
from linkwork.extracts.rules.comparing import Differences, differences
from linkwork.instruments.indicators import Definition


@dataclass(frozen=True)
class Moved:
    """One figure in two extracts; None where that extract cannot tell it. A `small` one is as marked in its Figure."""

    definition: Definition
    one: Figure | None
    other: Figure | None

    @property
    def same(self) -> bool:
        """Whether both tell it alike."""
        return _numbers(self.one) == _numbers(self.other)


@dataclass(frozen=True)
class Compared:
    """Two extracts side by side: what their manifests tell, and every figure that either can tell."""

    one: ExtractCard
    other: ExtractCard
    differences: Differences
    figures: tuple[Moved, ...]

    @property
    def moved(self) -> tuple[Moved, ...]:
        """The figures that are not the same."""
        return tuple(found for found in self.figures if not found.same)


def compare(viewer: Viewer, one_id: UUID, other_id: UUID) -> Compared:
    """Compare two extracts of the programme. Raises NotAllowed, NotFound; Refused where either was changed.

    The files of both are checked before anything is said. Of one whose rows were removed only the manifest is compared.
    """
    found = extracts.extracts_by_id(viewer, {one_id, other_id})
    one, other = (found.get(each) or extracts.extract(viewer, each) for each in (one_id, other_id))
    for card in (one, other):
        if wrong := extracts.faults(card):
            raise Refused(
                _("“%(name)s” is not what it was: %(what)s") % {"name": card.name, "what": " ".join(wrong)}
            )
    said = differences(extracts.manifest_of(one), extracts.manifest_of(other))
    return Compared(one, other, said, _figures(one, other))


def _figures(one: ExtractCard, other: ExtractCard) -> tuple[Moved, ...]:
    first, second = ({found.definition.id: found for found in figures_of(card)} for card in (one, other))
    told = [found.definition for found in first.values()]
    told += [found.definition for name, found in second.items() if name not in first]
    ordered = sorted(told, key=lambda definition: (definition.order, definition.id))
    return tuple(Moved(each, first.get(each.id), second.get(each.id)) for each in ordered)


def _numbers(found: Figure | None) -> tuple[object, ...] | None:
    if found is None:
        return None
    return found.value, found.numerator, found.denominator, found.missing, found.spread
