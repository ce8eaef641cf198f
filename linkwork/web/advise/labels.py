"""What an adviser's four touches are called."""

from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.portraits.rules.kinds import Mark

MARKS = {  # words, icon
    Mark.CLEAR: (_("Clear"), "circle-check"),
    Mark.NOT_CLEAR: (_("Not clear"), "circle-question-mark"),
    Mark.NOT_RIGHT: (_("Not right"), "circle-x"),
    Mark.HURTS: (_("It hurts"), "heart-crack"),
}
