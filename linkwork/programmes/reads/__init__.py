"""Asking about the programme, who somebody is when they sign in, and the letters that wait."""

from linkwork.programmes.reads.letters import Letter, letter_box, letters_about, waiting_letters
from linkwork.programmes.reads.logins import (
    DemonstrationLogin,
    Standing,
    demonstration_logins,
    login_named,
    standing,
    viewer_at_work,
    viewer_for,
    viewers_of,
)
from linkwork.programmes.reads.programmes import (
    ProgrammeCard,
    SiteCard,
    Words,
    all_programmes,
    programme,
    programme_with_id,
    sites,
    stage_spans,
    stage_spans_of,
    stages_and_names,
)
from linkwork.programmes.reads.reaching import Reachable, reachable
from linkwork.programmes.reads.safeguarding import Lead, own_lists, safeguarding_leads
from linkwork.programmes.reads.workers import (
    WorkerCard,
    late_names,
    late_takers,
    names_with,
    worker,
    workers,
    working_now,
)

__all__ = [
    "DemonstrationLogin",
    "Lead",
    "Letter",
    "ProgrammeCard",
    "Reachable",
    "SiteCard",
    "Standing",
    "Words",
    "WorkerCard",
    "all_programmes",
    "demonstration_logins",
    "late_names",
    "late_takers",
    "letter_box",
    "letters_about",
    "login_named",
    "names_with",
    "own_lists",
    "programme",
    "programme_with_id",
    "reachable",
    "safeguarding_leads",
    "sites",
    "stage_spans",
    "stage_spans_of",
    "stages_and_names",
    "standing",
    "viewer_at_work",
    "viewer_for",
    "viewers_of",
    "waiting_letters",
    "worker",
    "workers",
    "working_now",
]
