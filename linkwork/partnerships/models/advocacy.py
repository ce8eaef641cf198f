"""Efforts to change something for people, and the chain of attempts each one took."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.partnerships.rules import AdvocacyState, ForWhom, Level, Method, Obstacle
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class AdvocacyAction(ProgrammeRow):
    """One thing asked of somebody who could change it: for one case (by id, never by name), a group or an area."""

    worker = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    level = models.CharField(max_length=16, choices=[(x.value, x.value) for x in Level])
    for_kind = models.CharField(
        max_length=6, choices=[(x.value, x.value) for x in ForWhom], default=ForWhom.GROUP.value
    )
    case = ProgrammeKey("casework.Case", related_name="+", null=True)
    need = models.CharField(max_length=40, blank=True)
    for_whom = models.CharField(max_length=200, blank=True)
    ask = models.TextField()
    partner = ProgrammeKey("partnerships.Partner", related_name="+", null=True)
    target = models.CharField(max_length=200, blank=True)
    opened_on = models.DateField()
    state = models.CharField(max_length=8, choices=[(s.value, s.value) for s in AdvocacyState])
    settled_on = models.DateField(null=True)
    result = models.TextField(blank=True)
    changed = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "worker": kept(PrivacyClass.PSEUDONYM, "who took it up"),
        "level": kept(PrivacyClass.PROGRAMME, "to show advocacy at each level"),
        "for_kind": kept(PrivacyClass.PROGRAMME, "whether one person, a group or an area would gain"),
        "case": kept(PrivacyClass.PSEUDONYM, "to see that two workers ask for the same person"),
        "need": kept(PrivacyClass.PERSONAL, "to see what stands in the way of which need"),
        "for_whom": kept(PrivacyClass.SENSITIVE, "who would gain, in words without a name"),
        "ask": kept(PrivacyClass.SENSITIVE, "what is asked for"),
        "partner": kept(PrivacyClass.PROGRAMME, "who is asked"),
        "target": kept(PrivacyClass.SENSITIVE, "who is asked, where it is no partner"),
        "opened_on": kept(PrivacyClass.PROGRAMME, "how long it has been asked for"),
        "state": kept(PrivacyClass.PROGRAMME, "how it stands"),
        "settled_on": kept(PrivacyClass.PROGRAMME, "how long it took"),
        "result": kept(PrivacyClass.SENSITIVE, "what came of it"),
        "changed": kept(PrivacyClass.SENSITIVE, "what is different since"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="open", settled_on__isnull=True)
                | (~Q(state="open") & Q(settled_on__isnull=False, settled_on__gte=models.F("opened_on"))),
                name="partnerships_advocacy_settled_later",
            ),
            models.CheckConstraint(
                condition=Q(partner__isnull=False) | ~Q(target=""), name="partnerships_advocacy_asks_somebody"
            ),
            models.CheckConstraint(
                condition=Q(for_kind="case", case__isnull=False)
                | (~Q(for_kind="case") & Q(case__isnull=True) & ~Q(for_whom="")),
                name="partnerships_advocacy_is_for_somebody",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["programme", "state"], name="partnerships_by_state")]


class AdvocacyOrigin(ProgrammeRow):
    """One effort for one person, out of which a wider one grew."""

    action = ProgrammeKey("partnerships.AdvocacyAction", related_name="+")
    origin = ProgrammeKey("partnerships.AdvocacyAction", related_name="+")

    privacy: ClassVar = BASE_PRIVACY | {
        "action": kept(PrivacyClass.PROGRAMME, "the wider effort"),
        "origin": kept(PrivacyClass.PROGRAMME, "what it grew out of"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "action", "origin"], name="partnerships_origin_once"
            ),
            models.CheckConstraint(
                condition=~Q(action=models.F("origin")), name="partnerships_origin_is_another"
            ),
        ]


class ProposalRule(ProgrammeRow):
    """From how many people on the programme is told that efforts for single people meet the same obstacle."""

    people = models.PositiveSmallIntegerField()

    privacy: ClassVar = BASE_PRIVACY | {
        "people": kept(PrivacyClass.PROGRAMME, "when to propose a wider effort"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme"], name="partnerships_proposal_rule_once"),
            models.CheckConstraint(condition=Q(people__gte=2), name="partnerships_proposal_from_two"),
        ]


class SetAside(ProgrammeRow):
    """A proposal somebody set aside: it comes back once more people met the same. Its key is a hash, not words."""

    key = models.CharField(max_length=64)
    people = models.PositiveSmallIntegerField()

    privacy: ClassVar = BASE_PRIVACY | {
        "key": kept(PrivacyClass.PROGRAMME, "which proposal"),
        "people": kept(PrivacyClass.PROGRAMME, "so that it comes back when more people meet it"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "key"], name="partnerships_set_aside_once")
        ]


class Attempt(ProgrammeRow):
    """One try in an advocacy action's chain, numbered from 1."""

    action = ProgrammeKey("partnerships.AdvocacyAction", related_name="+")
    worker = ProgrammeKey("programmes.Worker", related_name="+", null=True)
    number = models.PositiveSmallIntegerField()
    made_on = models.DateField()
    method = models.CharField(max_length=12, choices=[(m.value, m.value) for m in Method])
    response = models.TextField(blank=True)
    obstacle_kind = models.CharField(max_length=9, choices=[(x.value, x.value) for x in Obstacle], blank=True)
    obstacle = models.TextField(blank=True)
    next_step = models.CharField(max_length=240, blank=True)
    next_on = models.DateField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "action": kept(PrivacyClass.PROGRAMME, "which chain it belongs to"),
        "worker": kept(PrivacyClass.PSEUDONYM, "who tried"),
        "number": kept(PrivacyClass.PROGRAMME, "persistence: how often it was tried"),
        "made_on": kept(PrivacyClass.PROGRAMME, "persistence: over how long it was tried"),
        "method": kept(PrivacyClass.PROGRAMME, "what was tried"),
        "response": kept(PrivacyClass.SENSITIVE, "what they said"),
        "obstacle_kind": kept(PrivacyClass.PROGRAMME, "what kind of thing stands in the way, to add it up"),
        "obstacle": kept(PrivacyClass.SENSITIVE, "what stood in the way"),
        "next_step": kept(PrivacyClass.SENSITIVE, "what to try next"),
        "next_on": kept(PrivacyClass.PROGRAMME, "when to try next"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "action", "number"], name="partnerships_attempt_number_once"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="partnerships_attempts_from_one"),
            models.CheckConstraint(
                condition=Q(next_on__isnull=True) | Q(next_on__gte=models.F("made_on")),
                name="partnerships_next_attempt_later",
            ),
        ]
