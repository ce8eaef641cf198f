"""What public advisers read, by which way in, and what they said."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.evaluation.portraits.rules.kinds import Mark, ReviewKind
from linkwork.programmes.private_links import LINK_PRIVACY, PrivateLink
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow

BY_LOGIN = Q(adviser__isnull=False, link__isnull=True)
BY_LINK = Q(adviser__isnull=True, link__isnull=False)


class PortraitVersion(ProgrammeRow):
    """A portrait as it stood on a day, under its hash. Nothing in it is ever changed.

    Of a quotation it keeps which passage, not the words: they are shown only while their source agrees.
    """

    portrait = ProgrammeKey("portraits.Portrait", related_name="versions")
    number = models.PositiveSmallIntegerField()
    hash = models.CharField(max_length=64)
    content = models.JSONField()
    note = models.CharField(max_length=300, blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "portrait": kept(PrivacyClass.PROGRAMME, "which portrait it is a version of"),
        "number": kept(PrivacyClass.PROGRAMME, "what people call it"),
        "hash": kept(PrivacyClass.PROGRAMME, "to show that nothing in it was changed"),
        "content": kept(PrivacyClass.PROGRAMME, "the words, and the keys of what they rest on"),
        "note": kept(PrivacyClass.PROGRAMME, "what changed, in the author's words"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "portrait", "number"], name="portrait_version_number_once"
            ),
            models.UniqueConstraint(
                fields=["programme", "portrait", "hash"], name="portrait_version_hash_once"
            ),
        ]


class AdviserLink(PrivateLink):
    """A private address for one public adviser, to one version of one portrait. Only its key's hash is stored."""

    version = ProgrammeKey("portraits.PortraitVersion", related_name="links")
    label = models.CharField(max_length=80, blank=True)

    salt = "portraits.adviser_link"
    privacy: ClassVar = LINK_PRIVACY | {
        "version": kept(PrivacyClass.PROGRAMME, "the one thing it opens"),
        "label": kept(PrivacyClass.IDENTIFYING, "whom the author gave it to"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "key_hash"], name="adviser_link_key_once"),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")), name="adviser_link_lives_a_while"
            ),
        ]


class Review(ProgrammeRow):
    """What a public adviser said, about which state of the portrait, and what the author answered.

    A voice is what they agreed to have printed in the portrait itself, and how they wish to be named; they may take
    it back, and then there is none.
    """

    portrait = ProgrammeKey("portraits.Portrait", related_name="reviews")
    version = ProgrammeKey("portraits.PortraitVersion", null=True, related_name="reviews")
    statement = ProgrammeKey(
        "portraits.Statement", on_delete=models.CASCADE, null=True, related_name="reviews"
    )
    adviser = ProgrammeKey("programmes.Worker", null=True, related_name="+")
    link = ProgrammeKey("portraits.AdviserLink", null=True, related_name="reviews")
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in ReviewKind])
    mark = models.CharField(max_length=12, blank=True, choices=[(m.value, m.value) for m in Mark])
    text = models.TextField(blank=True)
    called = models.CharField(max_length=80, blank=True)
    fingerprint = models.CharField(max_length=64)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "portrait": kept(PrivacyClass.PROGRAMME, "which portrait it is about"),
        "version": kept(PrivacyClass.PROGRAMME, "which version of it they had read"),
        "statement": kept(PrivacyClass.PROGRAMME, "which statement it is about"),
        "adviser": kept(PrivacyClass.PROGRAMME, "who to talk with about it"),
        "link": kept(PrivacyClass.PSEUDONYM, "by which link they came, to show them the answer"),
        "kind": kept(PrivacyClass.PROGRAMME, "whether they asked for something, agreed, or spoke for print"),
        "mark": kept(PrivacyClass.PROGRAMME, "whether it was clear to them, not right, or hurt"),
        "text": kept(PrivacyClass.PERSONAL, "what the adviser said"),
        "called": kept(PrivacyClass.IDENTIFYING, "how they agreed to be named; empty for not at all"),
        "fingerprint": kept(PrivacyClass.PROGRAMME, "which state of the portrait they had read"),
        "answer": kept(PrivacyClass.PROGRAMME, "what was changed because of it"),
        "answered_at": kept(PrivacyClass.PROGRAMME, "when they were answered"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind=ReviewKind.SIGN_OFF.value) | ~Q(text="") | ~Q(mark="") | ~Q(called=""),
                name="review_comment_says_something",
            ),
            models.UniqueConstraint(
                fields=["programme", "portrait", "adviser"],
                condition=Q(kind=ReviewKind.VOICE.value, adviser__isnull=False),
                name="review_one_voice_a_login",
            ),
            models.UniqueConstraint(
                fields=["programme", "portrait", "link"],
                condition=Q(kind=ReviewKind.VOICE.value, link__isnull=False),
                name="review_one_voice_a_link",
            ),
            models.CheckConstraint(condition=BY_LOGIN | BY_LINK, name="review_by_login_or_link"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="review_answer_has_a_day",
            ),
        ]
