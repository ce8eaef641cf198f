"""The questions one can ask about looking after the workers, a file per noun."""

from linkwork.workforce.reads.supervision import Gap, Load, SupervisionCard, caseload, gaps, supervisions

__all__ = ["Gap", "Load", "SupervisionCard", "caseload", "gaps", "supervisions"]
