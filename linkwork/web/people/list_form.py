"""What the list of people can be asked for. Everything stands in its address, so a list can be kept and sent on."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from linkwork.casework.reads import Asked, Sort
from linkwork.casework.rules.states import CaseState
from linkwork.core.viewer import Role, Viewer
from linkwork.programmes.reads import WorkerCard
from linkwork.web.people import words
from linkwork.web.shared.forms import Form

SHOWN = ("mine", "open", "all", "closed")
SENDS = {"data-submits": ""}
NOBODY = "nobody"
QUIET = (2, 4, 8, 12)
STATES = {CaseState.OPEN: gettext_lazy("open"), CaseState.PAUSED: gettext_lazy("paused")}
SORTS = {
    Sort.NEWEST: gettext_lazy("Newest first"),
    Sort.DUE: gettext_lazy("Longest due first"),
    Sort.UNHEARD: gettext_lazy("Longest unheard first"),
    Sort.NAME: gettext_lazy("By name"),
}
FILTERS = ("worker", "state", "language", "need", "quiet", "due", "sort")


class ListForm(Form):
    """Every field may be empty; what does not fit is left out rather than refused."""

    q = forms.CharField(label=gettext_lazy("Find by name"), required=False, max_length=120)
    worker = forms.ChoiceField(
        label=gettext_lazy("Who works with them"), required=False, widget=forms.Select(attrs=SENDS)
    )
    due = forms.BooleanField(
        label=gettext_lazy("Due to hear from us"), required=False, widget=forms.CheckboxInput(attrs=SENDS)
    )
    quiet = forms.TypedChoiceField(
        label=gettext_lazy("No contact for"),
        required=False,
        coerce=int,
        empty_value=None,
        widget=forms.Select(attrs=SENDS),
    )
    need = forms.ChoiceField(
        label=gettext_lazy("Open need"), required=False, widget=forms.Select(attrs=SENDS)
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"), required=False, widget=forms.Select(attrs=SENDS)
    )
    state = forms.ChoiceField(
        label=gettext_lazy("Support is"), required=False, widget=forms.Select(attrs=SENDS)
    )
    sort = forms.ChoiceField(label=gettext_lazy("Order"), required=False, widget=forms.Select(attrs=SENDS))

    def __init__(self, *args: Any, workers: Iterable[WorkerCard], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(str(card.id), card.name) for card in workers]
        weeks = [(str(n), ngettext("%(num)s week", "%(num)s weeks", n) % {"num": n}) for n in QUIET]
        offered: dict[str, list[tuple[str, Any]]] = {
            "worker": [("", _("Anybody")), (NOBODY, _("Nobody yet")), *named],
            "quiet": [("", _("Any time")), *weeks],
            "need": words.choices("needs", _("Any need")),
            "language": words.choices("languages", _("Any language")),
            "state": [("", _("open or paused")), *((s.value, label) for s, label in STATES.items())],
            "sort": [(s.value, label) for s, label in SORTS.items()],
        }
        for name, choices in offered.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def value(self, name: str) -> Any:
        """What was chosen; None for nothing and for what does not fit."""
        self.is_valid()
        return self.cleaned_data.get(name) or None


def usual(viewer: Viewer) -> str:
    """Which people are shown first."""
    return "mine" if viewer.has(Role.WORKER) else "open"


def shown_of(viewer: Viewer, data: QueryDict) -> str:
    """Which of the four lists is asked for."""
    shown = data.get("show", usual(viewer))
    return shown if shown in SHOWN else usual(viewer)


def asked_of(
    viewer: Viewer, shown: str, form: ListForm, covered: Iterable[UUID], after: UUID | None
) -> Asked:
    """The question behind the form. One's own people are also those of the colleagues one covers for today."""
    own = (viewer.id, *covered) if shown == "mine" else None
    asked = Asked(
        words=form.value("q") or "",
        workers=own,
        closed={"mine": False, "open": False, "closed": True}.get(shown),
        state=CaseState(form.value("state")) if form.value("state") else None,
        language=form.value("language") or "",
        need=form.value("need") or "",
        due=bool(form.value("due")),
        quiet_weeks=form.value("quiet"),
        sort=Sort(form.value("sort") or Sort.NEWEST),
        after=after,
    )
    worker = form.value("worker")
    if worker and shown != "mine":
        asked = replace(asked, workers=(None if worker == NOBODY else UUID(worker),))
    return asked


def address(name: str, shown: str, form: ListForm, after: UUID | None = None) -> str:
    """The page `name` with what was asked for. What was typed is not in it: a name has no place in an address."""
    said = {one: form.value(one) for one in FILTERS}
    said |= {"show": shown, "after": after}
    if said["due"]:
        said["due"] = "on"
    if said["sort"] == Sort.NEWEST:
        said["sort"] = None
    return f"{reverse(name)}?{urlencode({key: str(value) for key, value in said.items() if value})}"
