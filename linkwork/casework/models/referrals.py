"""A referral into the programme, what was asked and told about it, and how often the address was used today."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.casework.rules.persons import Urgency
from linkwork.casework.rules.referrals import Door, Occasion, Phoning, Way
from linkwork.casework.rules.states import ReferralState
from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow

ANSWERED = [ReferralState.ACCEPTED, ReferralState.DECLINED, ReferralState.WITHDRAWN]


class Referral(ProgrammeRow):
    """Who asks, for whom, why. `agreed` is whether the person said yes to being contacted; None is not known.

    `outside_system` and `outside_id` are what another system calls it, so that the same one is taken in once.
    `escalated_to` is empty where it went to every manager.
    """

    person = ProgrammeKey("casework.Person", related_name="referrals")
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in ReferralState])
    source = models.CharField(max_length=24)
    referrer_name = models.CharField(max_length=120, blank=True)
    referrer_organisation = models.CharField(max_length=160, blank=True)
    referrer_contact = models.CharField(max_length=160, blank=True)
    wants = models.TextField(blank=True)
    urgency = models.CharField(max_length=8, choices=[(u.value, u.value) for u in Urgency])
    agreed = models.BooleanField(null=True)
    received_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=24, blank=True)
    reason_words = models.CharField(max_length=400, blank=True)
    door = models.CharField(max_length=8, choices=[(d.value, d.value) for d in Door], default=Door.WORKER)
    referrer_role = models.CharField(max_length=80, blank=True)
    referrer_email = models.EmailField(blank=True)
    referrer_language = models.CharField(max_length=10, blank=True)
    urgency_reason = models.CharField(max_length=400, blank=True)
    reach_when = models.CharField(max_length=160, blank=True)
    phoning = models.CharField(max_length=12, blank=True, choices=[(p.value, p.value) for p in Phoning])
    safety = models.TextField(blank=True)
    outside_system = models.CharField(max_length=120, blank=True)
    outside_id = models.CharField(max_length=160, blank=True)
    escalated_at = models.DateTimeField(null=True)
    escalated_to = ProgrammeKey("programmes.Worker", null=True, related_name="+")

    privacy: ClassVar = BASE_PRIVACY | {
        "person": kept(PrivacyClass.PSEUDONYM, "whom it is about"),
        "state": kept(PrivacyClass.PERSONAL, "what has to be done with it"),
        "source": kept(PrivacyClass.PERSONAL, "by which ways people reach the programme"),
        "referrer_name": kept(PrivacyClass.IDENTIFYING, "to answer who asked"),
        "referrer_organisation": kept(PrivacyClass.PERSONAL, "which partners refer"),
        "referrer_contact": kept(PrivacyClass.IDENTIFYING, "to answer who asked"),
        "wants": kept(PrivacyClass.SENSITIVE, "so that the person need not tell it all again"),
        "urgency": kept(PrivacyClass.PERSONAL, "whom to call first"),
        "agreed": kept(PrivacyClass.PERSONAL, "whether we may call at all"),
        "received_at": kept(PrivacyClass.PERSONAL, "how long somebody has waited"),
        "answered_at": kept(PrivacyClass.PERSONAL, "how long answers take"),
        "reason": kept(PrivacyClass.PERSONAL, "why it was declined or withdrawn"),
        "reason_words": kept(PrivacyClass.SENSITIVE, "what the referrer is told"),
        "door": kept(PrivacyClass.PROGRAMME, "which of the ways in are used"),
        "referrer_role": kept(PrivacyClass.PERSONAL, "to know what the referrer can say and do"),
        "referrer_email": kept(PrivacyClass.IDENTIFYING, "to answer who asked"),
        "referrer_language": kept(PrivacyClass.PROGRAMME, "to answer in a language they read"),
        "urgency_reason": kept(PrivacyClass.SENSITIVE, "to judge whom to call first"),
        "reach_when": kept(PrivacyClass.SENSITIVE, "to call when it suits the person"),
        "phoning": kept(PrivacyClass.SENSITIVE, "so that a call does no harm"),
        "safety": kept(PrivacyClass.SENSITIVE, "so that nobody comes to harm"),
        "outside_system": kept(PrivacyClass.PROGRAMME, "so that the same referral is taken in once"),
        "outside_id": kept(PrivacyClass.IDENTIFYING, "so that the same referral is taken in once"),
        "escalated_at": kept(PrivacyClass.PERSONAL, "that somebody was told it is late, once"),
        "escalated_to": kept(PrivacyClass.PROGRAMME, "whom the late referral went to"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state=ReferralState.RECEIVED, answered_at__isnull=True)
                | Q(state__in=ANSWERED, answered_at__isnull=False),
                name="casework_referral_answered_once",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=models.F("received_at")),
                name="casework_referral_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(state=ReferralState.DECLINED, reason=""),
                name="casework_referral_declined_says_why",
            ),
            models.CheckConstraint(
                condition=Q(outside_system="", outside_id="") | ~Q(outside_system="") & ~Q(outside_id=""),
                name="casework_referral_outside_whole",
            ),
            models.UniqueConstraint(
                fields=["programme", "outside_system", "outside_id"],
                condition=~Q(outside_id=""),
                name="casework_referral_outside_once",
            ),
            models.CheckConstraint(
                condition=Q(escalated_at__isnull=True, escalated_to__isnull=True)
                | Q(escalated_at__isnull=False, escalated_at__gte=models.F("received_at")),
                name="casework_referral_escalated",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "state", "received_at"], name="casework_referral_waiting")
        ]


class ReferralNeed(ProgrammeRow):
    """One thing the referrer says the person wants help with: a term of the list of needs."""

    referral = ProgrammeKey("casework.Referral", related_name="needs")
    term = models.CharField(max_length=24)

    privacy: ClassVar = BASE_PRIVACY | {
        "referral": kept(PrivacyClass.PSEUDONYM, "whose need it is"),
        "term": kept(PrivacyClass.PERSONAL, "to choose who can help, and to begin the case with it"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "referral", "term"], name="casework_referral_need_once"
            ),
            models.CheckConstraint(condition=~Q(term=""), name="casework_referral_need_has_a_term"),
        ]


class ReferralQuestion(ProgrammeRow):
    """Something asked of the referrer, and the answer, empty while there is none."""

    referral = ProgrammeKey("casework.Referral", related_name="questions")
    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    words = models.CharField(max_length=600)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "referral": kept(PrivacyClass.PSEUDONYM, "what it is about"),
        "worker": kept(PrivacyClass.PROGRAMME, "who wants to know"),
        "words": kept(PrivacyClass.SENSITIVE, "what has to be known before answering"),
        "answer": kept(PrivacyClass.SENSITIVE, "what has to be known before answering"),
        "answered_at": kept(PrivacyClass.PERSONAL, "how long the referrer took"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(words=""), name="casework_referral_question_asks"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | ~Q(answer="") & Q(answered_at__isnull=False, answered_at__gte=models.F("created_at")),
                name="casework_referral_question_answered",
            ),
        ]


class ReferralNews(ProgrammeRow):
    """What the referrer was told, word for word. `shares`: it says more than that an answer was given."""

    referral = ProgrammeKey("casework.Referral", related_name="news")
    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    occasion = models.CharField(max_length=8, choices=[(o.value, o.value) for o in Occasion])
    way = models.CharField(max_length=5, choices=[(w.value, w.value) for w in Way])
    shares = models.BooleanField()
    text = models.TextField()

    privacy: ClassVar = BASE_PRIVACY | {
        "referral": kept(PrivacyClass.PSEUDONYM, "what it is about"),
        "worker": kept(PrivacyClass.PROGRAMME, "who told them"),
        "occasion": kept(PrivacyClass.PERSONAL, "when in the story they were told"),
        "way": kept(PrivacyClass.PROGRAMME, "how it reached them"),
        "shares": kept(PrivacyClass.PERSONAL, "whether it rests on the person's consent"),
        "text": kept(PrivacyClass.SENSITIVE, "to know afterwards exactly what was said"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(text=""), name="casework_referral_news_says_something")
        ]


class Knock(ProgrammeRow):
    """How often the referral form was used on one day by one address or one link, neither of which is kept."""

    key = models.CharField(max_length=64)
    day = models.DateField()
    number = models.PositiveIntegerField()

    privacy: ClassVar = BASE_PRIVACY | {
        "key": kept(PrivacyClass.PSEUDONYM, "to notice a flood: a keyed hash that is another one tomorrow"),
        "day": kept(PrivacyClass.PROGRAMME, "when to forget it"),
        "number": kept(PrivacyClass.PROGRAMME, "to notice a flood"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "key", "day"], name="casework_knock_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="casework_knock_counts"),
        ]
