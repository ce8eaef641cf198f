"""What layers and strengths are called in files."""

from django.utils.translation import gettext as _

from linkwork.evaluation.coding.rules.rounds import Layer

LAYERS = {
    Layer.CONSENSUS: lambda: _("The consensus where a source has one, otherwise every coder’s codings."),
    Layer.CODERS: lambda: _("Every coder’s own codings, without any consensus."),
}
STRENGTHS = {1: lambda: _("a little"), 2: lambda: _("clearly"), 3: lambda: _("strongly")}
