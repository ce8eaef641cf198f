"""What the files of the demonstration share: which programme, who acts, what day it is, and what was made so far."""

import datetime as dt
import random
from dataclasses import dataclass, field
from uuid import UUID

from linkwork.casework import reads as casework
from linkwork.casework.reads import CaseCard
from linkwork.core.viewer import Viewer


@dataclass
class Scene:
    """One programme being filled. `made` maps a name ("cases", "services") to the ids left for the next files."""

    programme_id: UUID
    key: str  # "practices", "mothers", "families"
    workers: list[Viewer]
    manager: Viewer
    supervisor: Viewer
    evaluator: Viewer
    adviser: Viewer
    system: Viewer
    now: dt.datetime
    chance: random.Random
    made: dict[str, list[UUID]] = field(default_factory=dict)

    def cards(self) -> list[CaseCard]:
        """The cases made so far, the newest first, as they stand now: a question a page and not one a case."""
        found: dict[UUID, CaseCard] = {}
        after = None
        while True:
            page = casework.cases(self.manager, after=after)
            found |= {card.id: card for card in page.rows}
            after = page.next
            if after is None:
                return [found[case_id] for case_id in self.made.get("cases", [])]

    def before(self, days: float, hour: int = 10) -> dt.datetime:
        """A moment `days` days ago, at `hour` o'clock UTC."""
        moment = self.now - dt.timedelta(days=days)
        return moment.replace(
            hour=hour, minute=self.chance.choice([0, 10, 20, 30, 45]), second=0, microsecond=0
        )
