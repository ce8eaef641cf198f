"""Which methods may a study follow, and in which phases does each go?

Phases are named after the papers that set each method out, in short words of our own: directed, conventional and
summative content analysis after Hsieh and Shannon 2005 (doi:10.1177/1049732305276687), thematic analysis after Braun
and Clarke 2006 (doi:10.1191/1478088706qp063oa), the framework method after Gale and others 2013
(doi:10.1186/1471-2288-13-117), rapid analysis after Nevedal and others 2021 (doi:10.1186/s13012-021-01111-5).
"""

from enum import StrEnum


class Method(StrEnum):
    """How a study is analysed."""

    DIRECTED = "content_directed"
    CONVENTIONAL = "content_conventional"
    SUMMATIVE = "content_summative"
    THEMATIC = "thematic"
    FRAMEWORK = "framework"
    RAPID = "rapid"


PHASES: dict[Method, tuple[str, ...]] = {
    Method.DIRECTED: ("choose_frame", "define_codes", "code", "extend_frame", "compare"),
    Method.CONVENTIONAL: ("familiarise", "generate_codes", "group_codes", "define", "write"),
    Method.SUMMATIVE: ("choose_words", "count", "read_in_context", "interpret"),
    Method.THEMATIC: ("familiarise", "generate_codes", "search_themes", "review_themes", "define", "write"),
    Method.FRAMEWORK: ("familiarise", "code", "build_frame", "apply_frame", "chart", "interpret"),
    Method.RAPID: ("choose_domains", "try_template", "summarise", "chart", "interpret"),
}


def has_phase(method: Method, phase: str) -> bool:
    """Whether the method goes through this phase."""
    return phase in PHASES[method]
