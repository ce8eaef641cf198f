"""Four ways into the advice: by stage, by role, by barrier, by setting. Each is a page of groups, in a fixed order."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from linkwork.evaluation.toolkit.rules.kinds import Audience, Setting
from linkwork.evaluation.toolkit.rules.pages import AdvicePage, FindingPage, IndexGroup, IndexPage, Way
from linkwork.programmes.rules import Stage

EVERYWHERE = "everywhere"
OTHER = "other"  # barriers that no known factor names
WORK = "npt/"  # kinds of implementation work: not barriers, the self-assessment asks for them


def index_pages(advice: Sequence[AdvicePage]) -> tuple[IndexPage, ...]:
    """The four pages, also where nothing is advised yet."""
    return (
        _page("stages.html", "stage", _grouped(advice, lambda one: [one.stage], [s.value for s in Stage])),
        _page(
            "roles.html", "role", _grouped(advice, lambda one: [one.audience], [a.value for a in Audience])
        ),
        _page("barriers.html", "barrier", _by_barrier(advice)),
        _page(
            "settings.html",
            "setting",
            _grouped(
                advice, lambda one: one.settings or (EVERYWHERE,), [*(s.value for s in Setting), EVERYWHERE]
            ),
        ),
    )


def barriers_of(one: AdvicePage) -> tuple[tuple[str, str], ...]:
    """(reference, name) of the known factors it helps against."""
    return tuple(pair for pair in one.constructs if not pair[0].startswith(WORK))


def work_of(one: AdvicePage) -> tuple[str, ...]:
    """The kinds of work of normalisation process theory it supports: "coherence" and so on."""
    kinds = (
        key.removeprefix(WORK).partition(".")[0] for key, _name in one.constructs if key.startswith(WORK)
    )
    return tuple(dict.fromkeys(kinds))


def _by_barrier(advice: Sequence[AdvicePage]) -> list[IndexGroup]:
    names = {key: name for one in advice for key, name in barriers_of(one)}
    told = [one for one in advice if barriers_of(one) or one.barrier]
    order = [*sorted(names, key=lambda key: names[key]), OTHER]
    groups = _grouped(told, lambda one: [key for key, _name in barriers_of(one)] or [OTHER], order)
    return [IndexGroup(group.key, names.get(group.key, ""), group.advice) for group in groups]


def _grouped(
    advice: Sequence[AdvicePage], keys: Callable[[AdvicePage], Iterable[str]], order: Sequence[str]
) -> list[IndexGroup]:
    found: dict[str, list[AdvicePage]] = defaultdict(list)
    for one in advice:
        for key in keys(one):
            found[key].append(one)
    return [IndexGroup(key, "", tuple(found[key])) for key in order if key in found]


def _page(path: str, kind: str, groups: Sequence[IndexGroup]) -> IndexPage:
    under = {one.path: one for group in groups for one in group.advice}
    ways = tuple(Way(one.path, one.title) for one in under.values())
    return IndexPage(path, "", ways, kind=kind, groups=tuple(groups))


def resting_on(advice: Iterable[AdvicePage]) -> dict[str, list[FindingPage]]:
    """The findings above each quotation, figure, source and extract, by its path: the way back up."""
    found: dict[str, dict[str, FindingPage]] = {}
    for finding in (finding for one in advice for finding in one.findings):
        quotes, figures = finding.quotes, finding.figures
        sources, extracts = [one.source for one in quotes], [one.extract for one in figures]
        for page in (*quotes, *figures, *sources, *extracts):
            found.setdefault(page.path, {})[finding.path] = finding
    return {path: list(findings.values()) for path, findings in found.items()}
