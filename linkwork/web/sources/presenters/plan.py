"""A study's plan in plain values, with what to warn of."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from linkwork.evaluation.studies.reads import ApprovalCard, MemberCard, StudyCard
from linkwork.evaluation.studies.rules import EthicsState, Held
from linkwork.web.shared.days import date_said
from linkwork.web.sources.labels import ETHICS, PARTS
from linkwork.web.study.labels import GROUPS


def plan_initial(card: StudyCard) -> dict[str, Any]:
    """The form as the study is now."""
    return {
        "title": card.title,
        "question": card.question,
        "design": card.design,
        "stages": list(card.stages),
        "most_participants": card.most_participants,
        "names_first": card.names_first,
    }


def held_rows(held: Sequence[Held]) -> list[list[str]]:
    """Groups as rows: who, how many were wanted, took part, are missing."""
    return [
        [
            str(GROUPS[one.group]),
            str(one.held),
            "–" if one.wanted is None else str(one.wanted),
            "" if one.wanted is None else str(one.missing),
        ]
        for one in held
    ]


def warnings(card: StudyCard, people: int, approvals: Sequence[ApprovalCard]) -> list[str]:
    """What the study should see to, in whole sentences."""
    said = []
    if people > card.most_participants:
        said.append(
            _("%(n)s people took part; this study set itself a limit of %(most)s.")
            % {"n": people, "most": card.most_participants}
        )
    valid = [one for one in approvals if one.state in (EthicsState.VALID, EthicsState.RUNS_OUT)]
    if approvals and not valid:
        said.append(_("No ethics approval covers today."))
    if valid and all(one.state is EthicsState.RUNS_OUT for one in valid):
        last = max(one.last for one in valid if one.last)
        said.append(
            _("The ethics approval runs out on %(day)s. Ask for an extension.") % {"day": date_said(last)}
        )
    return said


def approval_rows(approvals: Sequence[ApprovalCard]) -> list[dict[str, Any]]:
    """Approvals with their state."""
    return [
        {
            "id": one.id,
            "body": one.body,
            "reference": one.reference,
            "days": _("from %(first)s until %(last)s")
            % {"first": date_said(one.first), "last": date_said(one.last)}
            if one.last
            else _("from %(first)s, without an end") % {"first": date_said(one.first)},
            "state": ETHICS[one.state],
        }
        for one in approvals
    ]


def team_rows(members: Sequence[MemberCard]) -> list[dict[str, Any]]:
    """The team, leads first."""
    return [{"worker_id": one.worker_id, "name": one.name, "part": PARTS[one.part]} for one in members]
