"""Writing a recommendation and saying it anew."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict, Unpack
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, Refused
from linkwork.core.viewer import Kind, Viewer
from linkwork.evaluation.portraits import reads as portraits
from linkwork.evaluation.toolkit.access import check_may_compose
from linkwork.evaluation.toolkit.actions.parts.checks import checked
from linkwork.evaluation.toolkit.actions.parts.rows import one
from linkwork.evaluation.toolkit.models import Recommendation, RestsOn
from linkwork.evaluation.toolkit.rules.kinds import Audience, Setting
from linkwork.programmes.rules import Stage
from linkwork.trail import actions as trail


class Said(TypedDict, total=False):
    """All that is said of a recommendation.

    `constructs` are "frame/construct"; `strategies` ids of the ERIC frame; `statements` of portraits it rests on;
    `titles` what it is called in other languages, by code.
    """

    title: Required[str]
    advice: Required[str]
    stage: Required[Stage]
    audience: Required[Audience]
    barrier: str
    settings: Sequence[Setting]
    constructs: Sequence[str]
    strategies: Sequence[str]
    checklist: Sequence[str]
    language: str
    titles: Mapping[str, str]
    statements: Sequence[UUID]


@action
def compose(*, by: Viewer, at: dt.datetime, **said: Unpack[Said]) -> UUID:
    """Write a recommendation as a draft; its id.

    Raises Invalid (title, advice, barrier, constructs, strategies, checklist, language, titles, statements).
    """
    check_may_compose(by)
    row = Recommendation.objects.create(
        programme_id=by.programme, author_id=_author(by), created_at=at, **checked(by, None, said)
    )
    _rest_on(by, at, row, said.get("statements", ()))
    trail.record(by=by, at=at, what="toolkit.compose", about="recommendation", about_id=row.id)
    return row.id


@action
def change(*, recommendation_id: UUID, by: Viewer, at: dt.datetime, **said: Unpack[Said]) -> None:
    """Say a draft anew: all of it is replaced, and whoever agreed is asked again.

    Raises NotFound, Refused (published), Invalid as `compose`.
    """
    row = one(by, recommendation_id)
    if row.published_at is not None:
        raise Refused(_("This recommendation is published. Withdraw it before you change it."))
    values = checked(by, row.id, said) | {"author_id": _author(by)}
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=[*values])
    _rest_on(by, at, row, said.get("statements", ()))
    trail.record(by=by, at=at, what="toolkit.change", about="recommendation", about_id=row.id)


def _author(by: Viewer) -> Any:
    return by.id if by.kind is Kind.LOGIN else None


def _rest_on(by: Viewer, at: dt.datetime, row: Recommendation, statements: Sequence[UUID]) -> None:
    if set(statements) - set(portraits.statements(by, statements)):
        raise Invalid({"statements": _("One of these statements is gone. Choose others.")})
    RestsOn.objects.filter(programme_id=by.programme, recommendation=row).delete()
    for statement_id in dict.fromkeys(statements):
        RestsOn.objects.create(
            programme_id=by.programme, recommendation=row, statement_id=statement_id, created_at=at
        )
