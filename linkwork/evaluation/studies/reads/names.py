"""What do names of a study already stand as?"""

from collections.abc import Iterable
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies.access import check_may_read_sources, check_part
from linkwork.evaluation.studies.keys import mark_of
from linkwork.evaluation.studies.models import Pseudonym
from linkwork.evaluation.studies.reads.parts import part_in
from linkwork.evaluation.studies.rules import Doing


def pseudonyms_for(viewer: Viewer, study_id: UUID, words: Iterable[str]) -> dict[str, str]:
    """What stands for each of these words in the study; empty text where somebody left them as they are.

    Words that nobody has decided about are not in it. Two questions. For evaluators whose part lets them read.
    """
    check_may_read_sources(viewer)
    check_part(part_in(viewer, study_id), Doing.READ)
    marks = {mark_of(study_id, one): one for one in set(words)}
    rows = Pseudonym.objects.filter(programme_id=viewer.programme, study_id=study_id, mark__in=list(marks))
    by_mark = dict(rows.values_list("mark", "replacement"))
    return {one: by_mark[mark] for mark, one in marks.items() if mark in by_mark}
