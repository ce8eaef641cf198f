"""Appointments, the times a partner proposes for one, and the private link of a worker's calendar."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.connections.models.fields import one_of
from linkwork.connections.rules import AppointmentKind, AppointmentState, Attended, Owner
from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.programmes.private_links import LINK_PRIVACY, PrivateLink
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Appointment(ProgrammeRow):
    """When somebody is to be where. Its id and `sequence` tell calendars which invitation is the newer one."""

    case = ProgrammeKey("casework.Case", related_name="+")
    connection = ProgrammeKey("connections.Connection", null=True, related_name="appointments")
    worker = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    kind = one_of(AppointmentKind)
    state = one_of(AppointmentState)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    where = models.CharField(max_length=200, blank=True)
    made_by = one_of(Owner)
    tell_partner = models.BooleanField(default=False)
    tell_person = models.BooleanField(default=False)
    sequence = models.PositiveSmallIntegerField(default=0)
    reminded_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    attended = one_of(Attended, blank=True)
    attended_by = one_of(Owner, blank=True)
    attended_at = models.DateTimeField(null=True)
    words = models.TextField(blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "case": kept(PrivacyClass.PSEUDONYM, "whose appointment it is"),
        "connection": kept(PrivacyClass.PSEUDONYM, "which connection it belongs to"),
        "worker": kept(PrivacyClass.PROGRAMME, "whose calendar it stands in"),
        "kind": kept(PrivacyClass.PERSONAL, "what is done then"),
        "state": kept(PrivacyClass.PERSONAL, "whether it still stands"),
        "starts_at": kept(PrivacyClass.PERSONAL, "to be there, and to remind in time"),
        "minutes": kept(PrivacyClass.PERSONAL, "how long it is kept free"),
        "where": kept(PrivacyClass.SENSITIVE, "to find the way"),
        "made_by": kept(PrivacyClass.PERSONAL, "whether the partner set it or we did"),
        "tell_partner": kept(PrivacyClass.PERSONAL, "who is told when it moves"),
        "tell_person": kept(PrivacyClass.PERSONAL, "that the person wants it by e-mail"),
        "sequence": kept(PrivacyClass.PROGRAMME, "which invitation is the newer one"),
        "reminded_at": kept(PrivacyClass.PERSONAL, "to remind once"),
        "cancelled_at": kept(PrivacyClass.PERSONAL, "when it was called off"),
        "reason": kept(PrivacyClass.SENSITIVE, "why it was called off"),
        "attended": kept(PrivacyClass.PERSONAL, "whether the person came"),
        "attended_by": kept(PrivacyClass.PERSONAL, "who said so"),
        "attended_at": kept(PrivacyClass.PERSONAL, "when it was said"),
        "words": kept(PrivacyClass.SENSITIVE, "what happened, in words"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="planned", cancelled_at__isnull=True)
                | Q(state="cancelled", cancelled_at__isnull=False),
                name="connections_appointment_cancelled",
            ),
            models.CheckConstraint(
                condition=Q(attended="", attended_by="", attended_at__isnull=True)
                | (~Q(attended="") & ~Q(attended_by="") & Q(attended_at__isnull=False)),
                name="connections_appointment_attended",
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=1, minutes__lte=720), name="connections_appointment_lasts"
            ),
            models.CheckConstraint(
                condition=Q(tell_partner=False) | Q(connection__isnull=False),
                name="connections_appointment_has_partner",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["programme", "case", "starts_at"], name="connections_appts_by_case"),
            models.Index(fields=["programme", "worker", "starts_at"], name="connections_appts_by_worker"),
            models.Index(fields=["programme", "state", "starts_at"], name="connections_appts_to_remind"),
        ]


class Proposal(ProgrammeRow):
    """Up to three times that a partner proposes. `times` are ISO moments; `chosen_at` stays empty where none fits."""

    connection = ProgrammeKey("connections.Connection", related_name="proposals")
    times = models.JSONField(default=list)
    where = models.CharField(max_length=200, blank=True)
    proposed_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = one_of(Owner, blank=True)
    chosen_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "connection": kept(PrivacyClass.PSEUDONYM, "which connection it belongs to"),
        "times": kept(PrivacyClass.PERSONAL, "to choose from"),
        "where": kept(PrivacyClass.PERSONAL, "to find the way"),
        "proposed_at": kept(PrivacyClass.PERSONAL, "to answer in time"),
        "answered_at": kept(PrivacyClass.PERSONAL, "that it was answered"),
        "answered_by": kept(PrivacyClass.PERSONAL, "who chose"),
        "chosen_at": kept(PrivacyClass.PERSONAL, "which time was chosen"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by="", chosen_at__isnull=True)
                | (Q(answered_at__isnull=False) & ~Q(answered_by="")),
                name="connections_proposal_answered",
            ),
            models.UniqueConstraint(
                fields=["programme", "connection"],
                condition=Q(answered_at__isnull=True),
                name="connections_proposal_one_open",
            ),
        ]


class CalendarLink(PrivateLink):
    """A worker's private address for their calendar. Only the hash of its key is stored."""

    worker = ProgrammeKey("programmes.Worker", related_name="+")

    salt = "connections.link"  # A link's id keeps the two apart; addresses given out before stay good.
    privacy: ClassVar = LINK_PRIVACY | {
        "worker": kept(PrivacyClass.PROGRAMME, "whose calendar it opens"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "key_hash"], name="connections_calendar_key_once"),
            models.CheckConstraint(
                condition=Q(expires_at__gt=models.F("created_at")), name="connections_calendar_lives_a_while"
            ),
        ]
