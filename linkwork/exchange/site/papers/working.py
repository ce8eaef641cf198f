"""Templates for working together: role card, agreement, supervision record."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from linkwork.exchange.report.blocks import Text
from linkwork.exchange.site.papers.sheet import RULE, Sheet, part, points, signed, to_fill, to_tick
from linkwork.programmes.reads import Words


def role_card(words: Words, does: Sequence[str], does_not: Sequence[str]) -> Sheet:
    """What the worker does and doesn't do. `does` and `does_not` are the programme's own lines, where it has any."""
    said = {"worker": words.worker, "people": words.people, "person": words.person}
    usual = (
        _("Talks with %(people)s about what matters to them.") % said,
        _("Finds places and groups with them, and goes along the first time.") % said,
        _("Asks afterwards how it went, and tells whoever sent them, if they agree.") % said,
    )
    usual_not = (
        _("Does not treat, diagnose or give advice on medicine."),
        _("Is not there in an emergency."),
        _("Does not decide for %(people)s.") % said,
    )
    return Sheet(
        "role-card",
        _("Role card"),
        _("One page that says what the %(worker)s does and does not do.") % said,
        (
            part(_("What the %(worker)s does") % said, points(*(does or usual))),
            part(_("What the %(worker)s doesn’t do") % said, points(*(does_not or usual_not))),
            part(
                _("How to reach us"), to_fill(_("Name:"), _("Telephone:"), _("Days and hours:"), _("Room:"))
            ),
            part(_("Have you read it?"), to_fill(_("Read by, on:"), _("How clear is it, 1 to 5?"))),
        ),
    )


def agreement(words: Words) -> Sheet:
    """Between the programme and a partner."""
    said = {"worker": words.worker, "people": words.people}
    return Sheet(
        "agreement",
        _("Agreement with a partner"),
        _("What each side does, what is shared and how, and when you look at it again."),
        (
            part(_("Between"), to_fill(_("The programme:"), _("The partner:"))),
            part(
                _("What we do"),
                points(
                    _("Answer each referral within the days named here: ____."),
                    _("Introduce %(people)s in person the first time, where they wish it.") % said,
                    _("Tell you what became of it, as far as they agree."),
                    RULE,
                ),
            ),
            part(
                _("What you do"),
                points(
                    _("Name one person the %(worker)s may call, and a second one.") % said,
                    _("Say within the days named here whether you can take somebody on: ____."),
                    _("Tell us when you change what you offer, for whom, or when."),
                    RULE,
                ),
            ),
            part(
                _("What is shared, and how"),
                Text((_("Only what is needed, only with consent, and by a way both have agreed to."),)),
                to_tick(
                    _("What may be shared"),
                    (_("What"), _("By which way"), _("Who sees it")),
                    [[_("Name and need"), "", ""], [_("How it went"), "", ""], [RULE[:12], "", ""]],
                ),
            ),
            part(_("From when, until when"), to_fill(_("Begins on:"), _("We look at it again on:"))),
            signed(),
        ),
    )


def supervision(words: Words) -> Sheet:
    """What was talked over between a worker and a supervisor."""
    said = {"worker": words.worker, "people": words.people}
    return Sheet(
        "supervision-record",
        _("Supervision record"),
        _("For one meeting: what was talked over, what was agreed, how the %(worker)s is.") % said,
        (
            part(
                _("The meeting"),
                to_fill(
                    _("Day and length:"),
                    _("Worker:"),
                    _("Supervisor:"),
                    _("Kind (managerial, clinical, peer, group):"),
                ),
            ),
            part(
                _("What was talked over"),
                Text((_("No names of %(people)s: numbers or initials at most.") % said,)),
                to_tick(
                    _("Topics"),
                    (_("Topic"), _("What was said"), _("What follows, who, by when")),
                    [
                        [_("How much work there is"), "", ""],
                        [_("What weighs on you"), "", ""],
                        [_("Boundaries and safety"), "", ""],
                        [_("What went well"), "", ""],
                        [_("Partners"), "", ""],
                        [_("What you want to learn"), "", ""],
                    ],
                ),
            ),
            part(_("How are you?"), to_fill(_("From 1 (very badly) to 5 (very well), if you like to say:"))),
            part(_("Next time"), to_fill(_("On:"))),
            signed(),
        ),
    )
