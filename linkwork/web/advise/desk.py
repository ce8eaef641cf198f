"""An adviser at a portrait: what they read, who they are, and where each of their steps leads."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.portraits.reads import PortraitCard, ReviewCard

Address = Callable[..., str]


@dataclass(frozen=True)
class Desk:
    """The same steps for somebody with a link and somebody signed in.

    `url("one", 3)` is where a step leads; `layout` the page around it; `around` what that page needs beside.
    `others`: what other advisers said, for those who work together; nobody who came by a link sees it.
    """

    viewer: Viewer
    card: PortraitCard
    url: Address
    layout: str
    around: dict[str, Any] = field(default_factory=dict)
    shows_others: bool = False

    @property
    def own(self) -> list[ReviewCard]:
        """What this adviser said, of this and of earlier versions, the latest first."""
        return [one for one in reversed(self.card.reviews) if one.whose == self.viewer.id]

    @property
    def others(self) -> list[ReviewCard]:
        """What other advisers said, the latest first."""
        found = [one for one in reversed(self.card.reviews) if one.whose != self.viewer.id]
        return found if self.shows_others else []

    def picture(self, event_id: UUID) -> str:
        """Where the picture of an event is fetched from."""
        return self.url("picture", event_id)
