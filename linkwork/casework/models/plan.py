"""The plan a person and their worker agree on: goals, what is done by whom, its versions, what the person added."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.casework.rules.plan import ActionOwner, ActionState, GoalState, PlanEnd, PlanState
from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Plan(ProgrammeRow):
    """One plan of a case; one runs at a time. `asked_words` is what an approver wants changed, empty otherwise."""

    case = ProgrammeKey("casework.Case", related_name="plans")
    state = models.CharField(max_length=8, choices=[(s.value, s.value) for s in PlanState])
    opened_on = models.DateField()
    asked_at = models.DateTimeField(null=True)
    asked_words = models.TextField(blank=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    closed_on = models.DateField(null=True)
    close_reason = models.CharField(max_length=12, blank=True, choices=[(e.value, e.value) for e in PlanEnd])
    close_words = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.PSEUDONYM, "whose plan it is"),
        "state": kept(PrivacyClass.PERSONAL, "whether it holds"),
        "opened_on": kept(PrivacyClass.PERSONAL, "how soon people have a plan"),
        "asked_at": kept(PrivacyClass.PERSONAL, "how long it waits for approval"),
        "asked_words": kept(PrivacyClass.SENSITIVE, "what the approver wants changed"),
        "approved_at": kept(PrivacyClass.PERSONAL, "that somebody else looked at it"),
        "approved_by": kept(PrivacyClass.PROGRAMME, "who approved it"),
        "closed_on": kept(PrivacyClass.PERSONAL, "how long plans run"),
        "close_reason": kept(PrivacyClass.PERSONAL, "how plans end"),
        "close_words": kept(PrivacyClass.SENSITIVE, "how it ended, in words"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "case"],
                condition=~Q(state=PlanState.CLOSED),
                name="casework_plan_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state=PlanState.CLOSED, closed_on__isnull=False) & ~Q(close_reason="")
                | ~Q(state=PlanState.CLOSED) & Q(closed_on__isnull=True, close_reason=""),
                name="casework_plan_closed_says_why",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="casework_plan_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(state=PlanState.WAITING) | Q(asked_at__isnull=False),
                name="casework_plan_waits_since",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["programme", "case", "id"], name="casework_plan_of_case")]


class Goal(ProgrammeRow):
    """Something the person wants, in their words. `levels` is empty or has five: much less … much more than hoped."""

    plan = ProgrammeKey("casework.Plan", related_name="goals")
    words = models.TextField()
    term = models.CharField(max_length=24, blank=True)
    by_when = models.DateField(null=True)
    levels = models.JSONField(default=list)
    state = models.CharField(max_length=9, choices=[(s.value, s.value) for s in GoalState])
    set_on = models.DateField()
    closed_on = models.DateField(null=True)
    close_words = models.TextField(blank=True)
    shared = models.BooleanField(default=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "plan": kept(PrivacyClass.PSEUDONYM, "which plan it belongs to"),
        "words": kept(PrivacyClass.SENSITIVE, "to work towards what the person wants, as they say it"),
        "term": kept(PrivacyClass.PERSONAL, "to count what goals are about"),
        "by_when": kept(PrivacyClass.PERSONAL, "when to look at it together"),
        "levels": kept(PrivacyClass.SENSITIVE, "what more and less than hoped for would look like"),
        "state": kept(PrivacyClass.PERSONAL, "whether it is reached"),
        "set_on": kept(PrivacyClass.PERSONAL, "how long goals take"),
        "closed_on": kept(PrivacyClass.PERSONAL, "how long goals take"),
        "close_words": kept(PrivacyClass.SENSITIVE, "how it ended, in words"),
        "shared": kept(PrivacyClass.PERSONAL, "whether it stands on the person's own page"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(words=""), name="casework_goal_says_something"),
            models.CheckConstraint(
                condition=Q(state=GoalState.OPEN, closed_on__isnull=True)
                | ~Q(state=GoalState.OPEN) & Q(closed_on__isnull=False),
                name="casework_goal_closed_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("set_on")),
                name="casework_goal_in_order",
            ),
        ]


class PlanAction(ProgrammeRow):
    """One thing somebody does. `worker` is set where a worker does it and the case has one."""

    plan = ProgrammeKey("casework.Plan", related_name="actions")
    goal = ProgrammeKey("casework.Goal", null=True, related_name="actions")
    words = models.TextField()
    owner = models.CharField(max_length=8, choices=[(o.value, o.value) for o in ActionOwner])
    owner_words = models.CharField(max_length=120, blank=True)
    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    due_on = models.DateField(null=True)
    state = models.CharField(max_length=8, choices=[(s.value, s.value) for s in ActionState])
    set_on = models.DateField()
    settled_on = models.DateField(null=True)
    reason = models.CharField(max_length=200, blank=True)
    by_person = models.BooleanField(default=False)
    shared = models.BooleanField(default=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "plan": kept(PrivacyClass.PSEUDONYM, "which plan it belongs to"),
        "goal": kept(PrivacyClass.PSEUDONYM, "which goal it serves"),
        "words": kept(PrivacyClass.SENSITIVE, "what to do"),
        "owner": kept(PrivacyClass.PERSONAL, "who does it"),
        "owner_words": kept(PrivacyClass.IDENTIFYING, "who does it, where it is somebody else"),
        "worker": kept(PrivacyClass.PROGRAMME, "whom to remind"),
        "due_on": kept(PrivacyClass.PERSONAL, "when to remind"),
        "state": kept(PrivacyClass.PERSONAL, "whether to remind"),
        "set_on": kept(PrivacyClass.PERSONAL, "how long things take"),
        "settled_on": kept(PrivacyClass.PERSONAL, "how long things take"),
        "reason": kept(PrivacyClass.SENSITIVE, "why it was dropped"),
        "by_person": kept(PrivacyClass.PERSONAL, "whether the person said so themself"),
        "shared": kept(PrivacyClass.PERSONAL, "whether it stands on the person's own page"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(words=""), name="casework_action_says_something"),
            models.CheckConstraint(
                condition=Q(state=ActionState.TO_DO, settled_on__isnull=True)
                | ~Q(state=ActionState.TO_DO) & Q(settled_on__isnull=False),
                name="casework_action_settled_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(settled_on__isnull=True) | Q(settled_on__gte=F("set_on")),
                name="casework_action_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(state=ActionState.DROPPED, reason=""), name="casework_action_dropped_says_why"
            ),
            models.CheckConstraint(
                condition=Q(owner=ActionOwner.OTHER) & ~Q(owner_words="")
                | ~Q(owner=ActionOwner.OTHER) & Q(owner_words=""),
                name="casework_action_names_others",
            ),
            models.CheckConstraint(
                condition=Q(owner=ActionOwner.WORKER) | Q(worker__isnull=True),
                name="casework_action_worker_is_owner",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["programme", "worker", "due_on"],
                condition=Q(state=ActionState.TO_DO),
                name="casework_action_due",
            )
        ]


class PlanComment(ProgrammeRow):
    """What the person wrote on their own page about the plan or one action. `seen_at`: a worker has read it."""

    plan = ProgrammeKey("casework.Plan", related_name="comments")
    action = ProgrammeKey("casework.PlanAction", null=True, related_name="comments")
    words = models.TextField()
    seen_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "plan": kept(PrivacyClass.PSEUDONYM, "which plan it is about"),
        "action": kept(PrivacyClass.PSEUDONYM, "which action it is about"),
        "words": kept(PrivacyClass.SENSITIVE, "what the person wants their worker to know"),
        "seen_at": kept(PrivacyClass.PROGRAMME, "so that nothing they wrote is overlooked"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(words=""), name="casework_comment_says_something")
        ]


class PlanVersion(ProgrammeRow):
    """The plan as it stood after a change. Never changed, so that it can be shown on any past day."""

    plan = ProgrammeKey("casework.Plan", related_name="versions")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    by_person = models.BooleanField(default=False)
    what = models.CharField(max_length=24)
    state = models.CharField(max_length=8, choices=[(s.value, s.value) for s in PlanState])
    body = models.JSONField()

    privacy: ClassVar = BASE_PRIVACY | {
        "plan": kept(PrivacyClass.PSEUDONYM, "which plan it was"),
        "number": kept(PrivacyClass.PROGRAMME, "the order of versions"),
        "at": kept(PrivacyClass.PERSONAL, "how it stood on a day"),
        "worker": kept(PrivacyClass.PROGRAMME, "who changed it"),
        "by_person": kept(PrivacyClass.PERSONAL, "whether the person changed it"),
        "what": kept(PrivacyClass.PROGRAMME, "what kind of change it was"),
        "state": kept(PrivacyClass.PERSONAL, "whether it held then"),
        "body": kept(PrivacyClass.SENSITIVE, "how it stood on a day"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "plan", "number"], name="casework_plan_version_once")
        ]


class PlanTemplate(ProgrammeRow):
    """A plan to begin from, the programme's own. `body` as `rules.plan.template_goals` reads it."""

    title = models.CharField(max_length=80)
    body = models.TextField()
    retired_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "title": kept(PrivacyClass.PROGRAMME, "to choose it"),
        "body": kept(PrivacyClass.PROGRAMME, "what a plan begins with"),
        "retired_at": kept(PrivacyClass.PROGRAMME, "to stop offering it"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "title"],
                condition=Q(retired_at__isnull=True),
                name="casework_plan_template_once",
            ),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(body=""), name="casework_plan_template_says_something"
            ),
        ]


class Reopening(ProgrammeRow):
    """A case that was closed too early and went on: how it had been closed, and why it was opened again."""

    case = ProgrammeKey("casework.Case", related_name="+")
    closed_on = models.DateField()
    close_reason = models.CharField(max_length=24)
    close_note = models.TextField(blank=True)
    words = models.TextField()

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.PSEUDONYM, "which case went on"),
        "closed_on": kept(PrivacyClass.PERSONAL, "when it had been closed"),
        "close_reason": kept(PrivacyClass.PERSONAL, "how it had been closed"),
        "close_note": kept(PrivacyClass.SENSITIVE, "what was noted then"),
        "words": kept(PrivacyClass.SENSITIVE, "why it goes on"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(words=""), name="casework_reopening_says_why")
        ]
