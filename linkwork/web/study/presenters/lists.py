"""Studies and their sources, with what to do next."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.evaluation.studies.reads import SourceLine, StudyCard
from linkwork.web.shared.days import date_said
from linkwork.web.study.forms import DescribeForm
from linkwork.web.study.labels import DESIGNS, GROUPS, KINDS, LANGUAGES

MOST_PARTICIPANTS = 20  # the founding protocol stays within twenty interviews a programme


def study_rows(studies: Sequence[StudyCard], codings: Mapping[UUID, int]) -> list[dict[str, Any]]:
    """The list of studies."""
    return [
        {
            "title": card.title,
            "question": card.question,
            "design": DESIGNS[card.design],
            "opened": date_said(card.opened_on),
            "note": card.note,
            "sources": ngettext("%(n)s source", "%(n)s sources", card.sources) % {"n": card.sources},
            "codings": _codings(codings.get(card.id, 0)),
            "url": reverse("study:study", args=[card.id]),
            "next": _next(card, codings.get(card.id, 0)),
        }
        for card in studies
    ]


def _codings(count: int) -> str:
    return ngettext("%(n)s coding", "%(n)s codings", count) % {"n": count}


def _next(card: StudyCard, codings: int) -> str:
    if not card.sources:
        return _("Add the first sources.")
    if not codings:
        return _("Open a source and code the first passage.")
    return ""


def source_rows(lines: Sequence[SourceLine], codings: Mapping[UUID, int]) -> list[dict[str, Any]]:
    """The sources of one study, those without a coding first."""
    ordered = sorted(lines, key=lambda line: (codings.get(line.id, 0) > 0, line.title))
    return [
        {
            "id": line.id,
            "title": line.title,
            "lang": line.language,
            "dir": line.direction.value,
            "kind": KINDS[line.kind],
            "language": LANGUAGES.get(line.language, line.language),
            "group": GROUPS[line.group] if line.group else "",
            "stage": line.stage.value if line.stage else "",
            "quotable": line.quotable,
            "note": line.note,
            "count": codings.get(line.id, 0),
            "codings": _codings(codings.get(line.id, 0)),
            "url": reverse("study:desk", args=[line.id]),
            "describe": reverse("study:describe", args=[line.id]),
            "form": DescribeForm(
                initial={"group": line.group, "stage": line.stage, "consent": line.quotable},
                auto_id=f"id_{line.id}_%s",
            ),
        }
        for line in ordered
    ]


def to_do(lines: Sequence[SourceLine], codings: Mapping[UUID, int]) -> list[str]:
    """What the study still wants, in whole sentences; empty where nothing does."""
    fresh = sum(1 for line in lines if not codings.get(line.id))
    unsaid = sum(1 for line in lines if line.stage is None or line.group is None)
    said = []
    if fresh:
        said.append(
            ngettext(
                "%(n)s source waits for its first coding.",
                "%(n)s sources wait for their first coding.",
                fresh,
            )
            % {"n": fresh}
        )
    if unsaid:
        said.append(
            ngettext(
                "%(n)s source does not say who speaks or of which stage.",
                "%(n)s sources do not say who speaks or of which stage.",
                unsaid,
            )
            % {"n": unsaid}
        )
    interviews = sum(1 for line in lines if line.kind.value == "interview")
    if interviews > MOST_PARTICIPANTS:
        said.append(
            _("There are %(n)s interviews; the protocol this method comes from stays within twenty.")
            % {"n": interviews}
        )
    return said


def stage_counts(lines: Sequence[SourceLine]) -> list[tuple[str, int]]:
    """How many sources speak of each stage, in the stages' order; stages without any are named too."""
    held = Counter(line.stage.value for line in lines if line.stage)
    return [(stage, held[stage]) for stage in ("initiation", "operation", "maintenance")]
