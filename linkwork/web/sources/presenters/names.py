"""Names found in a text as groups to decide about, and what was decided."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.rules import context
from linkwork.evaluation.studies import reads
from linkwork.evaluation.studies.actions import NameDecision
from linkwork.evaluation.studies.reads import SourceCard
from linkwork.evaluation.studies.rules import NameKind
from linkwork.evaluation.studies.rules.naming import Finding, Why, asked_for, findings
from linkwork.programmes import reads as programmes
from linkwork.web.sources.labels import NAME_KINDS, WHYS

SHOWN = 150
MOST_NAMED = 100


def found_in(viewer: Viewer, source: SourceCard, also: str = "") -> list[Finding]:
    """What the rules find, with the programme's own people and places known; then what the reader names, a line each.

    That order keeps the numbers of the groups when more is named.
    """
    known = {
        NameKind.NAME: [worker.name for worker in programmes.workers(viewer)],
        NameKind.ORGANISATION: [site.name for site in programmes.sites(viewer)],
    }
    speakers = [turn.speaker for turn in reads.turns(viewer, source.id) if turn.speaker and not turn.asks]
    found = findings(source.text, known, speakers)
    return found + asked_for(source.text, also.splitlines()[:MOST_NAMED], found)


def groups(
    text: str, found: Sequence[Finding], known: Mapping[str, str], entered: QueryDict
) -> list[dict[str, Any]]:
    """Findings by their words, in the order they first stand; those left as they are on purpose come last.

    `known` is what words already stand as in the study: those are replaced again, unless somebody says otherwise.
    `entered` is what was typed before a refusal, or before more was looked for.
    """
    by_words: dict[str, list[Finding]] = {}
    for one in found:
        by_words.setdefault(one.words, []).append(one)
    rows = []
    for number, (words, places) in enumerate(by_words.items()):
        left, stands = known.get(words) == "", known.get(words, "")
        usual = "replace" if stands or places[0].why is Why.ASKED else "later"
        rows.append(
            {
                "number": number,
                "words": words,
                "left": left,
                "known": stands,
                "action": entered.get(f"do-{number}", "leave" if left else usual),
                "instead": entered.get(f"instead-{number}", stands),
                "kind": entered.get(f"kind-{number}", places[0].kind.value),
                "why": WHYS[places[0].why],
                "places": [_place(text, one, _ticked(number, one, entered)) for one in places[:SHOWN]],
            }
        )
    return sorted(rows, key=lambda row: row["left"])


def _ticked(number: int, one: Finding, entered: QueryDict) -> bool:
    return f"do-{number}" not in entered or str(one.start) in entered.getlist(f"at-{number}")


def _place(text: str, one: Finding, ticked: bool) -> dict[str, Any]:
    before, after = context(text, one.start, one.end, 40)
    return {"at": one.start, "before": before, "after": after, "ticked": ticked}


def kinds() -> list[tuple[str, str | Promise]]:
    """The kinds a finding may have."""
    return [(kind.value, label) for kind, label in NAME_KINDS.items()]


def decided(entered: QueryDict, found: Sequence[Finding]) -> list[NameDecision]:
    """What was decided about each group: replaced where ticked, or left; those kept for later are not in it."""
    numbers = {words: number for number, words in enumerate(dict.fromkeys(one.words for one in found))}
    decisions = []
    for words, number in numbers.items():
        kind = entered.get(f"kind-{number}", "")
        chosen = NameKind(kind) if kind in set(NameKind) else NameKind.OTHER
        ticked = set(entered.getlist(f"at-{number}"))
        match entered.get(f"do-{number}"):
            case "replace":
                places = tuple(
                    (one.start, one.end) for one in found if one.words == words and str(one.start) in ticked
                )
                instead = entered.get(f"instead-{number}", "").strip()
                decisions.append(NameDecision(words, chosen, instead, places))
            case "leave":
                decisions.append(NameDecision(words, chosen, None))
    return decisions


def missing(also: str, found: Sequence[Finding]) -> list[str]:
    """What the reader named and the text does not have."""
    held = {one.words for one in found}
    named = dict.fromkeys(line.strip() for line in also.splitlines() if line.strip())
    return [one for one in named if one not in held]
