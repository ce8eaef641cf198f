"""From the record to a site in every language: what is published now, drawn up once for each language of figures."""

from collections.abc import Sequence

from linkwork.core.viewer import Viewer
from linkwork.evaluation.toolkit import reads
from linkwork.evaluation.toolkit.rules.site import Site, build_site
from linkwork.exchange.site.languages import of_contents, speaking
from linkwork.programmes.reads import ProgrammeCard


def sites(
    viewer: Viewer, languages: Sequence[str], programme: ProgrammeCard | None = None
) -> dict[str, Site]:
    """The site by language. Texts of ours that are not in a language yet stand in English, and say so."""
    history = reads.versions(viewer)
    made: dict[str, Site] = {}
    for code in dict.fromkeys(of_contents(one) for one in languages):
        with speaking(code):
            made[code] = build_site(reads.edition(viewer, programme), history)
    return {one: made[of_contents(one)] for one in languages}
