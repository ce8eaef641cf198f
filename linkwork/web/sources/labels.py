"""What the words of plans, parts, consents and names are called on screen."""

from django.utils.translation import gettext_lazy as _

from linkwork.evaluation.studies.rules import EthicsState, NameKind, Part
from linkwork.evaluation.studies.rules.naming import Why

PARTS = {
    Part.LEAD: _("Lead: everything"),
    Part.CODER: _("Coder: brings in and codes sources"),
    Part.ADVISER: _("Adviser: reads findings and comments"),
    Part.OBSERVER: _("Observer: reads"),
}
ETHICS = {  # kind of chip, icon, words
    EthicsState.VALID: ("", "circle-check", _("valid")),
    EthicsState.NOT_YET: ("quiet", "clock", _("not yet")),
    EthicsState.RUNS_OUT: ("info", "clock", _("runs out soon")),
    EthicsState.RAN_OUT: ("harm", "circle-alert", _("ran out")),
}
NAME_KINDS = {
    NameKind.NAME: _("Name"),
    NameKind.PLACE: _("Place"),
    NameKind.ORGANISATION: _("Organisation"),
    NameKind.PHONE: _("Telephone"),
    NameKind.EMAIL: _("E-mail"),
    NameKind.DATE: _("Date"),
    NameKind.NUMBER: _("Number"),
    NameKind.OTHER: _("Something else"),
}
WHYS = {
    Why.KNOWN: _("one of the programme’s own names"),
    Why.SPEAKER: _("a speaker in this source"),
    Why.GREETING: _("stands after a form of address"),
    Why.INTRODUCED: _("somebody gives it as a name"),
    Why.CAPITALS: _("capital letters inside a sentence"),
    Why.AFTER_IN: _("capital letters after a word such as “in”"),
    Why.ASKED: _("you named it"),
    Why.SHAPE: _("has the shape of a date, a number or an address"),
}
