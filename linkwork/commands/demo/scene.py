"""What the files of the demonstration share: which programme, who acts, what day it is, and what was made so far."""

import datetime as dt
import random
from dataclasses import dataclass, field
from uuid import UUID

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

    def before(self, days: float, hour: int = 10) -> dt.datetime:
        """A moment `days` days ago, at `hour` o'clock UTC."""
        moment = self.now - dt.timedelta(days=days)
        return moment.replace(
            hour=hour, minute=self.chance.choice([0, 10, 20, 30, 45]), second=0, microsecond=0
        )
