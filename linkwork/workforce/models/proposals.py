"""Workers' proposals for the programme, what was said about them, and the adaptations that came of it."""

from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow
from linkwork.workforce.rules import proposals as rules


def _chosen(kind: type[StrEnum], blank: bool = False) -> models.CharField:  # type: ignore[type-arg]
    return models.CharField(max_length=30, blank=blank, choices=[(one.value, one.value) for one in kind])


class Proposal(ProgrammeRow):
    """What a worker would change about how the programme works. A decision has a reason and somebody who decided."""

    author = ProgrammeKey("programmes.Worker", related_name="+")
    title = models.CharField(max_length=160)
    why = models.TextField()
    state = _chosen(rules.ProposalState)
    decision = models.TextField(blank=True)
    decided_by = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    settled_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "author": kept(PrivacyClass.PSEUDONYM, "who proposes"),
        "title": kept(PrivacyClass.PROGRAMME, "what should change"),
        "why": kept(PrivacyClass.PROGRAMME, "to weigh it"),
        "state": kept(PrivacyClass.PROGRAMME, "what became of it"),
        "decision": kept(PrivacyClass.PROGRAMME, "why it was decided so"),
        "decided_by": kept(PrivacyClass.PSEUDONYM, "who decided"),
        "settled_at": kept(PrivacyClass.PROGRAMME, "how long proposals wait"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="open", settled_at__isnull=True)
                | (~Q(state="open") & Q(settled_at__isnull=False)),
                name="workforce_settled_has_a_moment",
            ),
            models.CheckConstraint(
                condition=(Q(state__in=["accepted", "declined"], decided_by__isnull=False) & ~Q(decision=""))
                | Q(state__in=["open", "withdrawn"], decided_by__isnull=True),
                name="workforce_decision_has_a_reason",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["programme", "state"], name="workforce_proposal_by_state")]


class ProposalComment(ProgrammeRow):
    """What somebody of the team says about a proposal."""

    proposal = ProgrammeKey("workforce.Proposal", related_name="comments")
    author = ProgrammeKey("programmes.Worker", related_name="+")
    words = models.TextField()

    privacy: ClassVar = BASE_PRIVACY | {
        "proposal": kept(PrivacyClass.PSEUDONYM, "what it is about"),
        "author": kept(PrivacyClass.PSEUDONYM, "who says it"),
        "words": kept(PrivacyClass.PROGRAMME, "to decide together"),
    }


class Adaptation(ProgrammeRow):
    """A change that was made to the programme, in the words of FRAME. Empty codes: not stated."""

    proposal = ProgrammeKey("workforce.Proposal", related_name="+", null=True)
    title = models.CharField(max_length=160)
    why = models.TextField(blank=True)
    made_on = models.DateField()
    planned = _chosen(rules.Planned)
    decided_by = _chosen(rules.Decider)
    what = _chosen(rules.What)
    context_kind = _chosen(rules.ContextKind, blank=True)
    nature = _chosen(rules.Nature, blank=True)
    level = _chosen(rules.At, blank=True)
    fidelity = _chosen(rules.Fidelity)
    goal = _chosen(rules.Goal, blank=True)
    reason = _chosen(rules.Reason, blank=True)
    result = models.TextField(blank=True)
    result_on = models.DateField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "proposal": kept(PrivacyClass.PSEUDONYM, "whether it came from a worker"),
        "title": kept(PrivacyClass.PROGRAMME, "what was changed"),
        "why": kept(PrivacyClass.PROGRAMME, "why it was changed"),
        "made_on": kept(PrivacyClass.PROGRAMME, "in which stage"),
        "planned": kept(PrivacyClass.PROGRAMME, "FRAME: whether it was foreseen"),
        "decided_by": kept(PrivacyClass.PROGRAMME, "FRAME: who decided"),
        "what": kept(PrivacyClass.PROGRAMME, "FRAME: content, context, training or scale-up"),
        "context_kind": kept(PrivacyClass.PROGRAMME, "FRAME: what of the context"),
        "nature": kept(PrivacyClass.PROGRAMME, "FRAME: how the content"),
        "level": kept(PrivacyClass.PROGRAMME, "FRAME: for whom"),
        "fidelity": kept(PrivacyClass.PROGRAMME, "FRAME: whether the core was kept"),
        "goal": kept(PrivacyClass.PROGRAMME, "FRAME: what for"),
        "reason": kept(PrivacyClass.PROGRAMME, "FRAME: what led to it"),
        "result": kept(PrivacyClass.PROGRAMME, "what came of it"),
        "result_on": kept(PrivacyClass.PROGRAMME, "when that was seen"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "proposal"], name="workforce_one_adaptation_each"),
            models.CheckConstraint(
                condition=Q(context_kind="") | Q(what="context"), name="workforce_context_of_context"
            ),
            models.CheckConstraint(
                condition=Q(nature="") | Q(what="content"), name="workforce_nature_of_content"
            ),
            models.CheckConstraint(
                condition=Q(result="", result_on__isnull=True) | (~Q(result="") & Q(result_on__isnull=False)),
                name="workforce_result_has_a_day",
            ),
        ]
