"""Studies for this room's tests."""

import datetime as dt
from uuid import UUID

from linkwork.core.viewer import Role, Viewer, system
from linkwork.evaluation.studies import actions
from linkwork.evaluation.studies.rules import Design, Group, SourceKind
from linkwork.programmes import actions as programmes
from linkwork.programmes import reads
from linkwork.programmes.rules import Stage
from linkwork.testing.cast import NOON, Cast


def open_study(by: Viewer, title: str = "How it takes hold") -> UUID:
    """A case study."""
    return actions.open_study(
        title=title, question="What helps?", design=Design.CASE_STUDY, opened_on=NOON.date(), by=by, at=NOON
    )


def add(by: Viewer, study_id: UUID, title: str = "Interview 1", text: str = "It went well.") -> UUID:
    """A worker's interview."""
    return actions.add_source(
        study_id=study_id,
        title=title,
        kind=SourceKind.INTERVIEW,
        text=text,
        language="en",
        group=Group.WORKER,
        stage=Stage.OPERATION,
        by=by,
        at=NOON,
    )


def another(cast: Cast, name: str = "Ida Moe", role: Role = Role.EVALUATOR) -> Viewer:
    """Another evaluator of the same programme."""
    by = system(cast.programme_id)
    email = f"{name.split()[0].casefold()}@example.org"
    login = programmes.create_login(email=email, password="a calm long password", by=by, at=NOON)
    programmes.add_worker(name=name, roles=[role], since=dt.date(2025, 9, 1), login_id=login, by=by, at=NOON)
    return reads.viewer_for(login, cast.programme_id)
