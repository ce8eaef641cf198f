"""How logs from elsewhere are read, kept by name, so that next month's log needs no telling again."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.actions import action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.extracts.access import check_may_take
from linkwork.extracts.models import SavedMapping
from linkwork.extracts.rules.mappings import LogMapping, SurveyMapping, faults_of, survey_mapping_from
from linkwork.trail import actions as trail

LONGEST_NAME = 80


@action
def keep_mapping(
    *,
    name: str,
    mapping: LogMapping | SurveyMapping,
    by: Viewer,
    at: dt.datetime,
    mapping_id: UUID | None = None,
) -> UUID:
    """Keep how a log or a survey is read, under a name; one of this name, or the one of this id, is changed. Its id.

    Its words stand in every manifest made with it, so they may name nobody. Raises NotAllowed, NotFound (id), Invalid
    (name, mapping).
    """
    check_may_take(by)
    called = name.strip()
    if not called or len(called) > LONGEST_NAME:
        raise Invalid({"name": _("Give it a name of at most %(most)s characters.") % {"most": LONGEST_NAME}})
    if faults := faults_of(mapping):
        raise Invalid({"mapping": " ".join(faults)})
    mine = SavedMapping.objects.select_for_update().filter(programme_id=by.programme)
    same = mine.filter(name=called).first()
    row = mine.filter(id=mapping_id).first() if mapping_id else same
    if mapping_id and row is None:
        raise NotFound(_("There is no such mapping in this programme."))
    if row is not None and same is not None and same.id != row.id:
        raise Invalid({"name": _("Another mapping has this name.")})
    if row is not None and _survey_of(row.mapping) != _survey_of(mapping.data()):
        raise Invalid({"name": _("A mapping of another kind has this name.")})
    row = row or SavedMapping(programme_id=by.programme, created_at=at)
    row.name, row.mapping, row.changed_at = called, mapping.data(), at
    row.save()
    trail.record(by=by, at=at, what="extracts.keep_mapping", about="mapping", about_id=row.id)
    return row.id


@action
def remove_mapping(*, mapping_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Forget how a log is read; extracts that were made so still say it. Raises NotAllowed, NotFound."""
    check_may_take(by)
    gone, _kinds = SavedMapping.objects.filter(programme_id=by.programme, id=mapping_id).delete()
    if not gone:
        raise NotFound(_("There is no such mapping in this programme."))
    trail.record(by=by, at=at, what="extracts.remove_mapping", about="mapping", about_id=mapping_id)


def _survey_of(data: object) -> str:
    found = survey_mapping_from(data)
    return found.survey if found else ""
