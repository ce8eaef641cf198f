"""What stands on a portrait's timeline: things that happened, changes of plan, figures, pictures."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.evaluation.portraits.rules.events import EventKind
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class TimelineEvent(ProgrammeRow):
    """Something on a day. Its stage is the one the programme was in on that day.

    A picture lies in the media folder under a random name, without anything its camera wrote into it.
    """

    portrait = ProgrammeKey("portraits.Portrait", related_name="events")
    happened_on = models.DateField()
    title = models.CharField(max_length=160)
    kind = models.CharField(
        max_length=12, choices=[(k.value, k.value) for k in EventKind], default=EventKind.EVENT.value
    )
    detail = models.TextField(blank=True)
    icon = models.CharField(max_length=40, blank=True)
    extract_id = models.UUIDField(null=True)
    indicator = models.CharField(max_length=80, blank=True)
    grouping = models.CharField(max_length=40, blank=True)
    group = models.CharField(max_length=80, blank=True)
    picture = models.CharField(max_length=60, blank=True)
    picture_type = models.CharField(max_length=40, blank=True)
    wide = models.PositiveSmallIntegerField(default=0)
    high = models.PositiveSmallIntegerField(default=0)
    alt = models.CharField(max_length=300, blank=True)
    credit = models.CharField(max_length=160, blank=True)
    agreed = models.CharField(max_length=160, blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "portrait": kept(PrivacyClass.PROGRAMME, "which portrait it belongs to"),
        "happened_on": kept(PrivacyClass.PROGRAMME, "where on the timeline it stands"),
        "title": kept(PrivacyClass.PROGRAMME, "what happened"),
        "kind": kept(PrivacyClass.PROGRAMME, "whether it happened, was changed, was counted or was seen"),
        "detail": kept(PrivacyClass.PROGRAMME, "what to know of it"),
        "icon": kept(PrivacyClass.PROGRAMME, "what is drawn beside it"),
        "extract_id": kept(PrivacyClass.PROGRAMME, "which dated extract its figure comes from"),
        "indicator": kept(PrivacyClass.PROGRAMME, "which definition its figure is computed by"),
        "grouping": kept(PrivacyClass.PROGRAMME, "by what its figure is broken down"),
        "group": kept(PrivacyClass.PROGRAMME, "which part of the breakdown"),
        "picture": kept(PrivacyClass.IDENTIFYING, "what was seen; people may be in it"),
        "picture_type": kept(PrivacyClass.PROGRAMME, "how a browser shows the picture"),
        "wide": kept(PrivacyClass.PROGRAMME, "room kept for the picture while it loads"),
        "high": kept(PrivacyClass.PROGRAMME, "room kept for the picture while it loads"),
        "alt": kept(PrivacyClass.PROGRAMME, "the picture in words, for those who do not see it"),
        "credit": kept(PrivacyClass.IDENTIFYING, "who made the picture"),
        "agreed": kept(PrivacyClass.IDENTIFYING, "how those in the picture agreed to be shown"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(title=""), name="event_says_something"),
            models.CheckConstraint(
                condition=Q(extract_id__isnull=True, indicator="", grouping="", group="")
                | (Q(extract_id__isnull=False) & ~Q(indicator="")),
                name="event_figure_whole",
            ),
            models.CheckConstraint(
                condition=Q(picture="") | (~Q(alt="") & ~Q(credit="") & ~Q(agreed="")),
                name="event_picture_told_credited_agreed",
            ),
        ]
