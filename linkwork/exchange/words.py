"""What published papers and sites call stages, kinds, groups and audiences, in the language they are made in."""

from django.utils.translation import gettext as _


def words() -> dict[str, dict[str, str]]:
    """List by list, each code with its words."""
    return {
        "stage": {
            "initiation": _("Initiation"),
            "operation": _("Operation"),
            "maintenance": _("Maintenance"),
            "": _("any stage"),
        },
        "audience": {
            "starter": _("Whoever sets up a programme"),
            "manager": _("Managers"),
            "worker": _("Workers"),
            "practice": _("Practices and other hosts"),
            "partner": _("Partner organisations"),
            "funder": _("Funders"),
            "evaluator": _("Evaluators"),
        },
        "setting": {
            "practice": _("General practice or health centre"),
            "hospital": _("Hospital or health trust"),
            "voluntary": _("Charity, parish or association"),
            "authority": _("Municipality or other public body"),
            "outreach": _("Streets, parks and homes"),
            "everywhere": _("Everywhere"),
        },
        "kind": {
            "barrier": _("What hindered"),
            "facilitator": _("What helped"),
            "strategy": _("What was done"),
            "event": _("What happened"),
            "finding": _("What was found"),
        },
        "component": {
            "reach": _("Reach: whom the programme meets"),
            "dose": _("Dose: how much people get"),
            "fidelity": _("Fidelity: what the work consists of"),
            "adaptation": _("Adaptation: what was changed"),
            "outcome": _("Outcome: what became of it"),
            "time": _("Time: how long people wait"),
            "context": _("Context: what helps and hinders"),
            "mechanism": _("Mechanisms: what people make of it"),
            "partners": _("Partners: whom the programme works with"),
            "advocacy": _("Advocacy: what was changed for people"),
            "workforce": _("Workforce: how workers are held"),
            "process": _("How far the record can be trusted"),
        },
        "unit": {"percent": "%", "minutes": _("min")},  # what else is counted, its sentence says
        "valence": {
            "barrier": _("barrier"),
            "facilitator": _("facilitator"),
            "mixed": _("both barrier and facilitator"),
            "neutral": _("neither barrier nor facilitator"),
        },
        "source": {
            "document": _("Document"),
            "interview": _("Interview"),
            "focus_group": _("Focus group"),
            "field_conversation": _("Conversation in the field"),
        },
        "group": {
            "worker": _("worker"),
            "person": _("person supported"),
            "manager": _("manager"),
            "practice": _("practice staff"),
            "partner": _("partner organisation"),
            "other": _("others"),
            "": _("not stated"),
        },
    }
