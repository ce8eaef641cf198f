"""Templates for asking: the consent form, the interview guide by construct, the NoMAD form."""

from django.utils.translation import gettext as _

from linkwork.casework.rules.consent import Purpose
from linkwork.evaluation.toolkit.reads import construct_name
from linkwork.exchange.report.blocks import Chapter, Text
from linkwork.exchange.site.assessing import citation, questions
from linkwork.exchange.site.papers.sheet import Sheet, part, points, signed, to_fill, to_tick
from linkwork.programmes.reads import Words

CONTEXT, WORK = "cfir-2022/", "npt/"


def consent(words: Words) -> Sheet:
    """What a person may agree to, each by itself; and what somebody interviewed may agree to."""
    said = {"worker": words.worker}
    purposes = {
        Purpose.SHARE: _("My name and what I need go to the organisation I have chosen: ____"),
        Purpose.REPORT_BACK: _("Whoever sent me is told how it went."),
        Purpose.WRITE: _("You write to me by text message or e-mail."),
        Purpose.LEARN: _("My words are used, without my name, to learn from the programme."),
    }
    quoting = (
        _("My words may be quoted with my name."),
        _("My words may be quoted without my name."),
        _("My words may be read and counted, and never quoted."),
    )
    heads = (_("What I am asked"), _("Yes"), _("No"), _("Until"))
    return Sheet(
        "consent-form",
        _("Consent form"),
        _("One yes or no for each purpose. Every yes can be taken back, whenever you like."),
        (
            part(
                _("For you to know"),
                points(
                    _("You decide about each line by itself. A no changes nothing about our help."),
                    _(
                        "You can take a yes back at any time: tell your %(worker)s. Then nothing more is shared."
                    )
                    % said,
                    _("We keep what you tell us for this time: ____. You may see it and have it put right."),
                    _("If somebody is in danger we may have to tell others. We try to tell you first."),
                ),
            ),
            part(
                _("While we support you"),
                to_tick(_("Your answers"), heads, [[purposes[one], "", "", ""] for one in Purpose]),
            ),
            part(
                _("If you are interviewed"),
                to_tick(_("Choose one"), heads, [[one, "", "", ""] for one in quoting]),
                Text((_("What has been printed cannot be called back; what comes after can."),)),
            ),
            part(_("Signed"), to_fill(_("Name:"), _("Day:"), _("Said aloud, noted by:"))),
        ),
    )


def guide(words: Words) -> Sheet:
    """Open questions, each with the constructs it opens: so that what nobody mentions can be asked for."""
    said = {"worker": words.worker, "people": words.people}
    return Sheet(
        "interview-guide",
        _("Interview guide"),
        _(
            "Open questions in three stages, each crossed with the constructs of CFIR 2022 and of NPT that it opens."
        ),
        (
            part(
                _("Before you begin"),
                points(
                    _("Go through the consent form together, and write down the answers."),
                    _("Ask openly; use the prompts only for what has not been mentioned."),
                    _("Ask for one time it went well and one time it did not."),
                ),
            ),
            *(_chapter(title, rows, said) for title, rows in _questions()),
            part(
                _("To end"),
                points(
                    _("What have I not asked?"), _("What would you tell somebody who begins one tomorrow?")
                ),
            ),
        ),
    )


Question = tuple[str, tuple[str, ...], tuple[str, ...]]  # the question, CFIR constructs, NPT constructs


def _chapter(title: str, rows: list[Question], said: dict[str, str]) -> Chapter:
    heads = (_("Question"), _("CFIR 2022: context"), _("NPT: work"))
    table = [
        [
            question % said,
            "; ".join(construct_name(CONTEXT + one) for one in context),
            "; ".join(construct_name(WORK + one) for one in work),
        ]
        for question, context, work in rows
    ]
    return part(title, to_tick(_("Questions and what they open"), heads, table))


def _questions() -> list[tuple[str, list[Question]]]:
    return [
        (
            _("Initiation: before it began"),
            [
                (
                    _("What made you think a %(worker)s was needed here?"),
                    ("inner_setting.tension_for_change", "process.assessing_needs.recipients"),
                    ("coherence.differentiation", "coherence.internalisation"),
                ),
                (
                    _("Who wanted it, who had doubts, and what did they say to each other?"),
                    ("individuals.roles.high_level_leaders", "individuals.roles.opinion_leaders"),
                    ("cognitive_participation.initiation", "coherence.communal_specification"),
                ),
                (
                    _("What was there to begin with: money, a room, time, a computer?"),
                    ("inner_setting.available_resources", "outer_setting.financing"),
                    ("collective_action.contextual_integration",),
                ),
            ],
        ),
        (
            _("Operation: doing the work"),
            [
                (
                    _("Tell me about the last time it went well, from the beginning."),
                    ("process.doing", "inner_setting.relational_connections"),
                    ("collective_action.interactional_workability",),
                ),
                (
                    _("And about a time it did not. What stood in the way?"),
                    ("inner_setting.compatibility", "inner_setting.structural_characteristics.work"),
                    ("collective_action.relational_integration", "collective_action.skill_set_workability"),
                ),
                (
                    _("How do other organisations come into it?"),
                    ("outer_setting.partnerships_connections", "process.engaging.deliverers"),
                    ("cognitive_participation.enrolment", "cognitive_participation.legitimation"),
                ),
                (
                    _("What did you change from what was planned, and why?"),
                    ("process.adapting", "innovation.adaptability"),
                    ("reflexive_monitoring.reconfiguration",),
                ),
            ],
        ),
        (
            _("Maintenance: what stays"),
            [
                (
                    _("How do you know whether it is worth it, for %(people)s and for you?"),
                    (
                        "process.reflecting_evaluating",
                        "outer_setting.external_pressure.performance_measurement",
                    ),
                    ("reflexive_monitoring.individual_appraisal", "reflexive_monitoring.communal_appraisal"),
                ),
                (
                    _("What would end if one person left, or one grant?"),
                    ("outer_setting.financing", "inner_setting.relative_priority"),
                    ("cognitive_participation.activation",),
                ),
            ],
        ),
    ]


def nomad() -> Sheet:
    """The instrument on paper, in its published English words."""
    agree = [_("Strongly agree"), "", "", "", _("Strongly disagree"), _("Not relevant")]
    chapters = [
        part(
            one.name,
            to_tick(_("One mark a line"), ("", *agree), [[item.text, *[""] * 6] for item in one.items]),
        )
        for one in questions()
        if one.id != "general"
    ]
    general = [
        part(one.name, to_tick(_("From 0 to 10"), ("", "0–10"), [[item.text, ""] for item in one.items]))
        for one in questions()
        if one.id == "general"
    ]
    about = part(
        _("About this form"),
        Text(
            (
                citation(),
                _(
                    "Items in their published English words; the placeholder for the intervention was replaced."
                ),
                _("Mean of the answered items of each part; turn the item on disrupting round. No total."),
            )
        ),
    )
    return Sheet(
        "nomad",
        _("NoMAD form"),
        _("The self-assessment on paper: 23 items on how normal the work has become."),
        (*general, *chapters, about, signed()),
    )
