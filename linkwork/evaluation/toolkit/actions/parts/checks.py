"""Can what was said of a recommendation be kept as it is?"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from linkwork.core.errors import Invalid
from linkwork.core.viewer import Viewer
from linkwork.evaluation.toolkit.models import Recommendation
from linkwork.evaluation.toolkit.reads.constructs import is_construct
from linkwork.evaluation.toolkit.reads.recommendations import STRATEGIES
from linkwork.evaluation.toolkit.rules.kinds import Setting
from linkwork.evaluation.toolkit.rules.limits import (
    LONGEST_ADVICE,
    LONGEST_BARRIER,
    LONGEST_ITEM,
    LONGEST_TITLE,
    MOST_ITEMS,
)
from linkwork.instruments import frames


def checked(by: Viewer, but: UUID | None, said: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a recommendation, tidied. Raises Invalid that says what to do about each."""
    title, advice, barrier = (str(said.get(name, "")).strip() for name in ("title", "advice", "barrier"))
    items = [item.strip() for item in said.get("checklist", ()) if item.strip()]
    titles = {code: name.strip() for code, name in said.get("titles", {}).items() if name.strip()}
    language = said.get("language", "en")
    errors = _wrong_words(title, advice, barrier, items, titles) | _wrong_choices(said, language, titles)
    if title and "title" not in errors and _is_taken(by, title, but):
        errors["title"] = _("There is a recommendation with this title already. Choose another title.")
    if errors:
        raise Invalid(errors)
    return {
        "title": title,
        "advice": advice,
        "barrier": barrier,
        "stage": said["stage"],
        "audience": said["audience"],
        "settings": [one for one in Setting if one in said.get("settings", ())],
        "constructs": list(dict.fromkeys(said.get("constructs", ()))),
        "strategies": list(dict.fromkeys(said.get("strategies", ()))),
        "checklist": items,
        "language": language,
        "titles": {code: name for code, name in titles.items() if code != language},
    }


def _wrong_words(
    title: str, advice: str, barrier: str, items: Sequence[str], titles: Mapping[str, str]
) -> dict[str, str]:
    errors = {}
    if not title or len(title) > LONGEST_TITLE:
        errors["title"] = _("Say in a line what you advise, in at most 160 characters.")
    if not advice or len(advice) > LONGEST_ADVICE:
        errors["advice"] = _("Write what to do, in at most 6,000 characters.")
    if len(barrier) > LONGEST_BARRIER:
        errors["barrier"] = _("Keep the barrier under 300 characters.")
    if len(items) > MOST_ITEMS or any(len(item) > LONGEST_ITEM for item in items):
        errors["checklist"] = _("Keep the checklist to 20 lines of at most 200 characters.")
    if any(len(name) > LONGEST_TITLE for name in titles.values()):
        errors["titles"] = _("Keep each title under 160 characters.")
    return errors


def _wrong_choices(said: Mapping[str, Any], language: str, titles: Mapping[str, str]) -> dict[str, str]:
    known = {code for code, _name in [*settings.LANGUAGES, *settings.PUBLIC_LANGUAGES]}
    errors = {}
    if not all(frames.frame(STRATEGIES).has(one) for one in said.get("strategies", ())):
        errors["strategies"] = _("One of these strategies is not in the list. Choose it from the list.")
    if not all(is_construct(one) for one in said.get("constructs", ())):
        errors["constructs"] = _("One of these factors is not in the list. Choose it from the list.")
    if language not in known:
        errors["language"] = _("Choose one of the languages of the site.")
    if not set(titles) <= known:
        errors["titles"] = _("Choose one of the languages of the site.")
    return errors


def _is_taken(by: Viewer, title: str, but: UUID | None) -> bool:
    others = Recommendation.objects.filter(programme_id=by.programme, title=title)
    return others.exclude(**({"id": but} if but else {})).exists()
