"""How do agreed words become a source? Through the study's own action, as text; the practice is told they are taken."""

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies.rules import Group, SourceKind
from linkwork.partnerships import actions, reads
from linkwork.partnerships.reads import AgreedWords
from linkwork.partnerships.rules import FactorKind, Influence


def take_in(*, study_id: UUID, language: str, by: Viewer, at: dt.datetime) -> UUID:
    """Bring all words that are agreed to and not taken yet into a study as one source; its id.

    All or nothing: no words are in a study that the practice does not show as taken. The month stands beside them and
    not the day, and no author. Raises Refused where there are none, NotAllowed, NotFound.
    """
    found = reads.agreed_words(by)
    if not found:
        raise Refused(_("There are no words to take in: nobody has agreed to new ones."))
    with transaction.atomic():
        source_id = studies.add_source(
            study_id=study_id,
            title=_("What helps and hinders, noted by workers, %(day)s")
            % {"day": date_format(at, "j F Y, H:i")},
            kind=SourceKind.FIELD_CONVERSATION,
            text="\n\n".join(passage(one) for one in found),
            language=language,
            group=Group.WORKER,
            consent=True,
            note=_("Each author agreed that their words are read and quoted here, without their name."),
            by=by,
            at=at,
        )
        actions.mark_taken(factor_ids=[one.id for one in found], by=by, at=at)
    return source_id


def passage(one: AgreedWords) -> str:
    """One factor as a passage: month, what it does, where it lies, and the words."""
    influences = {
        Influence.HELPS: _("helps"),
        Influence.HINDERS: _("hinders"),
        Influence.BOTH: _("does both"),
    }
    kinds = {
        FactorKind.ORGANISATION: _("Organisations"),
        FactorKind.WORK: _("The work and the workers"),
        FactorKind.FAMILY: _("People and families"),
        FactorKind.EXTERNAL: _("The world outside"),
    }
    return (
        f"{date_format(one.noted_on, 'F Y')} · {influences[one.influence]} · {kinds[one.kind]}\n{one.words}"
    )
