"""The tables of the programme. A login may work in several programmes; a worker belongs to one."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from linkwork.core.fields import ProgrammeKey
from linkwork.core.ids import new_id
from linkwork.core.privacy import PrivacyClass, kept
from linkwork.core.viewer import Role
from linkwork.programmes.rules import Model, SiteKind, Stage
from linkwork.programmes.tenancy import BASE_PRIVACY, ProgrammeRow


class Programme(models.Model):
    """The tenant and the unit of evaluation."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=120, unique=True)
    host = models.CharField(max_length=160, blank=True)
    model = models.CharField(max_length=20, choices=[(m.value, m.value) for m in Model])
    worker_word = models.CharField(max_length=40)
    person_word = models.CharField(max_length=40)
    people_word = models.CharField(max_length=40)
    area = models.CharField(max_length=120, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    target_group = models.CharField(max_length=200, blank=True)
    target_size = models.PositiveIntegerField(null=True)
    answer_within_days = models.PositiveSmallIntegerField(default=5)
    urgent_within_days = models.PositiveSmallIntegerField(default=1)
    chase_after_days = models.PositiveSmallIntegerField(default=7)
    chase_times = models.PositiveSmallIntegerField(default=2)
    remind_before_hours = models.PositiveSmallIntegerField(default=24)
    follow_up_after_days = models.PositiveSmallIntegerField(default=14)
    notes_lock_after_days = models.PositiveSmallIntegerField(default=10)
    acknowledge_within_hours = models.PositiveSmallIntegerField(default=24)
    danger_within_hours = models.PositiveSmallIntegerField(default=4)
    emergency_phone = models.CharField(max_length=40, blank=True)
    safeguarding_contact = models.CharField(max_length=200, blank=True)
    lists = models.JSONField(default=dict)
    plans_need_approval = models.BooleanField(default=False)
    reopen_within_days = models.PositiveSmallIntegerField(default=28)
    quiet_after_weeks = models.PositiveSmallIntegerField(null=True)
    demonstration = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    privacy: ClassVar = {
        "id": kept(PrivacyClass.PROGRAMME, "to point at the programme"),
        "name": kept(PrivacyClass.OPEN, "what the programme is called in public"),
        "host": kept(PrivacyClass.OPEN, "which body runs it"),
        "model": kept(PrivacyClass.OPEN, "which of the founding models it is like"),
        "worker_word": kept(PrivacyClass.OPEN, "the title its workers use"),
        "person_word": kept(PrivacyClass.OPEN, "the word for one person supported"),
        "people_word": kept(PrivacyClass.OPEN, "the word for several people supported"),
        "area": kept(PrivacyClass.OPEN, "where it works"),
        "latitude": kept(PrivacyClass.OPEN, "the middle of its area, for distances"),
        "longitude": kept(PrivacyClass.OPEN, "the middle of its area, for distances"),
        "target_group": kept(PrivacyClass.OPEN, "whom it is for: the denominator of reach in words"),
        "target_size": kept(PrivacyClass.OPEN, "the denominator of reach"),
        "answer_within_days": kept(
            PrivacyClass.PROGRAMME, "when an unanswered referral is shown to a person"
        ),
        "urgent_within_days": kept(PrivacyClass.PROGRAMME, "the same for a referral that is urgent"),
        "chase_after_days": kept(PrivacyClass.PROGRAMME, "when a silent partner is asked again"),
        "chase_times": kept(PrivacyClass.PROGRAMME, "how often, before a worker is asked to call"),
        "remind_before_hours": kept(PrivacyClass.PROGRAMME, "when people are reminded of appointments"),
        "follow_up_after_days": kept(PrivacyClass.PROGRAMME, "when the person is asked how it went"),
        "plans_need_approval": kept(PrivacyClass.PROGRAMME, "whether somebody else looks at each plan"),
        "reopen_within_days": kept(PrivacyClass.PROGRAMME, "how long a closed case can simply go on"),
        "quiet_after_weeks": kept(
            PrivacyClass.PROGRAMME, "when a partner has gone quiet; none: the usual time"
        ),
        "notes_lock_after_days": kept(
            PrivacyClass.PROGRAMME, "from when a note is added to, and no longer rewritten"
        ),
        "acknowledge_within_hours": kept(
            PrivacyClass.PROGRAMME, "when a safeguarding concern goes to the next lead"
        ),
        "danger_within_hours": kept(PrivacyClass.PROGRAMME, "the same where somebody is in danger"),
        "emergency_phone": kept(PrivacyClass.OPEN, "whom to call at once where somebody is in danger"),
        "safeguarding_contact": kept(PrivacyClass.PROGRAMME, "who outside the programme takes concerns"),
        "lists": kept(PrivacyClass.PROGRAMME, "how the programme says, orders and adds to the lists' terms"),
        "demonstration": kept(PrivacyClass.PROGRAMME, "to say on every page that its people are invented"),
        "created_at": kept(PrivacyClass.PROGRAMME, "when the row was entered"),
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="programme_place_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(acknowledge_within_hours__gte=1, danger_within_hours__gte=1)
                & Q(danger_within_hours__lte=models.F("acknowledge_within_hours")),
                name="programme_danger_is_quicker",
            ),
        ]


class StageRow(ProgrammeRow):
    """One stage of the programme, from its first day to the next stage's."""

    stage = models.CharField(max_length=12, choices=[(s.value, s.value) for s in Stage])
    starts_on = models.DateField()
    note = models.CharField(max_length=200, blank=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "stage": kept(PrivacyClass.OPEN, "to read findings by stage"),
        "starts_on": kept(PrivacyClass.OPEN, "to read findings by stage"),
        "note": kept(PrivacyClass.OPEN, "what marked the change"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "stage"], name="programme_stage_once"),
            models.UniqueConstraint(fields=["programme", "starts_on"], name="programme_stage_days_differ"),
        ]


class Site(ProgrammeRow):
    """A place where the programme works."""

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in SiteKind])
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)

    privacy: ClassVar = BASE_PRIVACY | {
        "name": kept(PrivacyClass.PROGRAMME, "to say where a contact was"),
        "kind": kept(PrivacyClass.PROGRAMME, "to compare practices with venues"),
        "latitude": kept(PrivacyClass.PROGRAMME, "to search the directory near the site"),
        "longitude": kept(PrivacyClass.PROGRAMME, "to search the directory near the site"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "name"], name="programme_site_once")
        ]


class LoginManager(BaseUserManager["Login"]):
    """How Django finds a login by what is typed at sign-in."""

    def get_by_natural_key(self, username: str | None) -> "Login":
        return self.get(email__iexact=username)


class Login(AbstractBaseUser):
    """Somebody who can sign in. Roles come from memberships, not from here."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(unique=True)
    language = models.CharField(max_length=10, blank=True)
    is_active = models.BooleanField(default=True)

    objects = LoginManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    privacy: ClassVar = {
        "id": kept(PrivacyClass.PROGRAMME, "to point at the login"),
        "email": kept(PrivacyClass.IDENTIFYING, "to sign in and to be written to"),
        "language": kept(PrivacyClass.PROGRAMME, "to show pages in the language chosen"),
        "is_active": kept(PrivacyClass.PROGRAMME, "to close a login without losing what it did"),
        "password": kept(PrivacyClass.SECRET, "to sign in; only its hash is stored"),
        "last_login": kept(PrivacyClass.PROGRAMME, "to notice logins nobody uses"),
    }

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Django's own permissions are not used here: rights come from memberships."""
        return False

    def has_module_perms(self, app_label: str) -> bool:
        """See `has_perm`."""
        return False


class Worker(ProgrammeRow):
    """Anyone with a part in one programme. `login` is empty for somebody who only stands in the record."""

    login = models.ForeignKey(Login, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=80, blank=True)
    languages = models.CharField(max_length=200, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)
    safeguarding_rank = models.PositiveSmallIntegerField(null=True)
    takes_late = models.BooleanField(default=False)

    privacy: ClassVar = BASE_PRIVACY | {
        "login": kept(PrivacyClass.PROGRAMME, "who may sign in as this worker"),
        "name": kept(PrivacyClass.IDENTIFYING, "so that colleagues and people know who they speak with"),
        "title": kept(PrivacyClass.PROGRAMME, "what the programme calls the work"),
        "languages": kept(PrivacyClass.PROGRAMME, "to allocate a person to somebody they can talk with"),
        "since": kept(PrivacyClass.PROGRAMME, "who worked when"),
        "until": kept(PrivacyClass.PROGRAMME, "who worked when"),
        "safeguarding_rank": kept(PrivacyClass.PROGRAMME, "who takes safeguarding concerns, in which order"),
        "takes_late": kept(
            PrivacyClass.PROGRAMME, "to whom a referral goes that nobody has answered in time"
        ),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "login"], name="programme_one_worker_per_login"),
            models.UniqueConstraint(
                fields=["programme"], condition=Q(takes_late=True), name="programme_one_takes_late"
            ),
            models.UniqueConstraint(
                fields=["programme", "safeguarding_rank"], name="programme_safeguarding_rank_once"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=models.F("since")),
                name="programme_worker_days_in_order",
            ),
        ]


class Membership(ProgrammeRow):
    """One role one worker holds."""

    worker = ProgrammeKey("programmes.Worker", related_name="memberships")
    role = models.CharField(max_length=14, choices=[(r.value, r.value) for r in Role])

    privacy: ClassVar = BASE_PRIVACY | {
        "worker": kept(PrivacyClass.PROGRAMME, "whose role it is"),
        "role": kept(PrivacyClass.PROGRAMME, "what the worker may see and do"),
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "worker", "role"], name="programme_role_once")
        ]
