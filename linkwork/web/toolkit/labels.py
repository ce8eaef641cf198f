"""What the words of the toolkit are called on screen."""

from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.toolkit.rules.kinds import Audience

AUDIENCES = {
    Audience.STARTER: _("Whoever sets up a programme"),
    Audience.MANAGER: _("Managers"),
    Audience.WORKER: _("Workers"),
    Audience.PRACTICE: _("Practices and other hosts"),
    Audience.PARTNER: _("Partner organisations"),
    Audience.FUNDER: _("Funders"),
    Audience.EVALUATOR: _("Evaluators"),
}
