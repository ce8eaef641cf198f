"""Change of the same people between their first and their last answering of a measure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.indicators.columns import in_period, with_day
from linkwork.evaluation.indicators.counting import looked_up_once, worked_out_once
from linkwork.evaluation.indicators.engine import Engine
from linkwork.evaluation.indicators.reads.figures import scope_of
from linkwork.evaluation.indicators.reads.telling import interval_words, number
from linkwork.evaluation.indicators.rules.pairs import Asked, Change, Ways, change_of
from linkwork.evaluation.indicators.rules.scopes import ALWAYS, Scope, Span
from linkwork.extracts import reads as extracts
from linkwork.extracts.reads import ExtractCard
from linkwork.instruments import measures
from linkwork.instruments.indicators import DAYS
from linkwork.instruments.measures.shapes import Better

TABLE = "measure_pairs"
CODE = ("reads/paired.py", "columns.py", "rules/pairs.py", "rules/intervals.py")
Key = tuple[str, str]


@dataclass(frozen=True)
class PairedOutcome:
    """One score of one measure. `lower_is_better` is None for a measure this deployment does not know."""

    measure: str
    score: str
    label: str
    lower_is_better: bool | None
    change: Change
    sentence: str

    def told(self, change: Change) -> "PairedOutcome":
        """The same with this change."""
        said = _sentence(self.label, self.lower_is_better, change)
        return replace(self, change=change, sentence=said)


def paired_outcomes(viewer: Viewer, extract_id: UUID, span: Span = ALWAYS) -> list[PairedOutcome]:
    """Each score that was asked, of those first asked in these days; empty where the extract cannot tell.

    Raises NotAllowed, NotFound; Refused where the files were changed or the days cannot be told.
    """
    return paired_outcomes_of(extracts.extract(viewer, extract_id), span)


def paired_outcomes_of(card: ExtractCard, span: Span = ALWAYS) -> list[PairedOutcome]:
    """As `paired_outcomes`, of an extract that was looked up already."""
    if not _tells(card):
        return []
    scope = scope_of(card, span)
    found = worked_out_once(card, f"{TABLE} {scope}", CODE, lambda: _changes(asked_of(card, span)))
    return [_outcome(measure, score, change) for (measure, score), change in sorted(found.items())]


def _changes(found: Mapping[Key, list[Asked]]) -> dict[Key, Change]:
    return {key: change_of(rows) for key, rows in found.items()}


def _tells(card: ExtractCard) -> bool:
    return (TABLE, "before") in (extracts.columns_of(card) or frozenset())


def asked_of(card: ExtractCard, span: Span = ALWAYS) -> dict[Key, list[Asked]]:
    """Everybody who was asked, by measure and score; empty where the extract cannot tell. Raises as above."""
    if not _tells(card):
        return {}
    scope = scope_of(card, span)
    return looked_up_once(card, f"{TABLE} {scope}", lambda engine: asked_by_score(engine, scope))


def asked_by_score(engine: Engine, scope: Scope) -> dict[Key, list[Asked]]:
    """Everybody who was asked, by measure and score, those alike put together by the engine."""
    table = engine.table(TABLE)
    if scope.bounded:
        table = with_day(engine, table, TABLE, DAYS[TABLE])
        table = table.filter(in_period(table, scope))
    names = ["measure", "score", "before", "later", "went"]
    found: dict[Key, list[Asked]] = {}
    for row in engine.rows(table.group_by(names).aggregate(often=table.count())):
        one = Asked(_exactly(row["before"]), _exactly(row["later"]), row["went"], row["often"])
        found.setdefault((row["measure"], row["score"]), []).append(one)
    return found


def _exactly(value: Any) -> Fraction | None:
    """A score as it was written: 0.1 is a tenth."""
    return None if value is None else Fraction(Decimal(str(value)))


def outcome(measure: str, score: str, rows: Iterable[Asked]) -> PairedOutcome:
    """The change on one score, in words too."""
    return _outcome(measure, score, change_of(rows))


def _outcome(measure: str, score: str, change: Change) -> PairedOutcome:
    label, lower = _label(measure, score)
    return PairedOutcome(measure, score, label, lower, change, _sentence(label, lower, change))


def _label(measure: str, score: str) -> tuple[str, bool | None]:
    try:
        known = measures.measure(measure)
    except NotFound:
        return f"{measure}, {score}", None
    rule = known.rule(score)
    if rule is None:
        return f"{_(known.title)}, {score}", None
    label = _(known.title) if len(known.scores) == 1 else f"{_(known.title)}, {_(rule.label)}"
    return label, rule.better is Better.LOWER


def _sentence(label: str, lower: bool | None, change: Change) -> str:
    if change.paired is None:
        return _("%(label)s: too few to show.") % {"label": label}
    counts = {"label": label, "pairs": number(change.paired), "once": number(change.once)}
    if change.hidden:
        return (
            _("%(label)s: too few were asked twice to show their change; asked once only: %(once)s.") % counts
        )
    if change.change is None:
        return _("%(label)s: nobody was asked twice; asked once only: %(once)s.") % counts
    said = [
        _("%(label)s: mean change %(change)s; asked twice: %(pairs)s, once only: %(once)s.")
        % (counts | {"change": signed(change.change.mean)})
    ]
    said += [f"{sure}."] if (sure := interval_words(change.change.interval)) else []
    if lower is not None:
        said.append(_("Lower is better.") if lower else _("Higher is better."))
    return " ".join([*said, *_ways(change.ways)])


def _ways(ways: Ways | None) -> list[str]:
    if ways is None:
        return []
    few = _("few, hidden")
    told = {name: few if value is None else number(value) for name, value in vars(ways).items()}
    return [_("By more than chance better: %(better)s; worse: %(worse)s; neither: %(steady)s.") % told]


def signed(value: Decimal) -> str:
    """A change with its sign: "+1.20", "−3.00"."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + number(abs(value))
