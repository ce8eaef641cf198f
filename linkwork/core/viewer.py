"""Who is looking or acting: one small value that every question and every action is given."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """What somebody with a login does in one programme. A login may hold several."""

    WORKER = "worker"
    MANAGER = "manager"
    SUPERVISOR = "supervisor"
    EVALUATOR = "evaluator"
    ADVISER = "adviser"
    ADMINISTRATOR = "administrator"


class Kind(StrEnum):
    """How the viewer came in."""

    LOGIN = "login"  # signed in, with roles
    PARTNER = "partner"  # a signed, expiring link; `id` is the link's row
    PERSON = "person"  # the person supported, by their own link
    SYSTEM = "system"  # the command line or a job
    NOBODY = "nobody"  # not known


@dataclass(frozen=True)
class Viewer:
    """`id` is the worker's id for a login, the link's id for a partner or person, None otherwise."""

    kind: Kind
    id: UUID | None = None
    programme_id: UUID | None = None
    roles: frozenset[Role] = field(default_factory=frozenset)
    login_id: UUID | None = None
    name: str = ""

    def has(self, *roles: Role) -> bool:
        """Whether the viewer holds any of `roles`."""
        return bool(self.roles.intersection(roles))

    @property
    def worker_id(self) -> UUID:
        """The worker who is signed in. Raises LookupError for anybody else."""
        if self.kind is not Kind.LOGIN or self.id is None:
            raise LookupError("This viewer is no worker.")
        return self.id

    @property
    def programme(self) -> UUID:
        """The programme the viewer stands in. Raises LookupError where there is none."""
        if self.programme_id is None:
            raise LookupError("This viewer stands in no programme.")
        return self.programme_id


NOBODY = Viewer(Kind.NOBODY)


def system(programme_id: UUID | None) -> Viewer:
    """The viewer of the command line and of jobs: it may do what its operator may do on the machine."""
    return Viewer(Kind.SYSTEM, programme_id=programme_id, roles=frozenset(Role))
