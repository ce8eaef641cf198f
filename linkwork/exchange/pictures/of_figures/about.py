"""What has to be known about a figure beside its number? Its definition, its source, and the extract it is from."""

from django.utils.translation import gettext as _

from linkwork.evaluation.indicators.reads import Figure
from linkwork.exchange.days import date_said
from linkwork.extracts.reads import ExtractCard
from linkwork.instruments.indicators import Definition


def definition_notes(one: Definition) -> tuple[str, ...]:
    """Why it is counted, what is missing, source, who checked it, which version."""
    return (
        _(one.why),
        _(one.missing_rule),
        _("Source: %(source)s.") % {"source": one.source},
        _("Checked by: %(who)s.") % {"who": one.checked_by},
        _("Definition %(id)s, version %(version)s, reviewed %(day)s.")
        % {"id": one.id, "version": one.version, "day": date_said(one.reviewed_on)},
    )


def extract_note(card: ExtractCard) -> str:
    """The extract with its whole hash."""
    return _("Extract of %(day)s, %(hash)s.") % {
        "day": date_said(card.taken_at.date()),
        "hash": card.hash,
    }


def notes(one: Figure) -> tuple[str, ...]:
    """Everything beside the picture of one figure."""
    hidden = [_("Groups of fewer than five are hidden, and so is what they could be worked out from.")]
    return (
        one.sentence,
        *([one.missing_words] if one.missing_words else []),
        *definition_notes(one.definition),
        extract_note(one.extract),
        *(hidden if any(group.hidden for group in one.groups) else []),
    )


def few() -> str:
    """What stands in place of a hidden number."""
    return _("few, hidden")
