"""What the team’s pages call things."""

from django.utils.translation import gettext_lazy as _

from linkwork.workforce.rules.supervision import SupervisionKind

KINDS = {
    SupervisionKind.MANAGERIAL: _("With a manager"),
    SupervisionKind.CLINICAL: _("With a clinician or counsellor"),
    SupervisionKind.PEER: _("With a colleague"),
    SupervisionKind.GROUP: _("In a group"),
}
WELLBEING = {
    1: _("Badly"),
    2: _("Not so well"),
    3: _("So-so"),
    4: _("Well"),
    5: _("Very well"),
}
