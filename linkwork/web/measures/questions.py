"""What the questions of a measure need to be drawn: their words, their language, their long scales."""

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from linkwork.instruments.measures import Measure, Wording
from linkwork.web.measures.forms import QuestionsForm, field_of
from linkwork.web.measures.words import language_said
from linkwork.web.shared.frame import RIGHT_TO_LEFT

LONG = 7  # from so many choices on they are numbers in a row


def questions_values(form: QuestionsForm, measure: Measure, wording: Wording) -> dict[str, Any]:
    """Values for measures/questions.html."""
    return {
        "measure_id": measure.id,
        "title": _(measure.title),
        "why": _(measure.why),
        "intro": wording.intro,
        "asked": {
            "language": wording.language,
            "dir": "rtl" if wording.language.split("-")[0] in RIGHT_TO_LEFT else "ltr",
            "official": wording.official,
            "name": language_said(wording.language),
            "other": wording.language != (get_language() or "").split("-")[0],
        },
        "wordings": [
            {"code": one, "name": language_said(one), "current": one == wording.language}
            for one in measure.languages
        ],
        "has_gaps": form.has_gaps,
        "questions": [
            {
                "field": form[field_of(item.id)],
                "row": len(measure.scores_of(item.id)) >= LONG,
                "ends": wording.ends.get(item.choices, ()),
            }
            for item in measure.items
        ],
    }
