"""The usual kinds of joint display: what stands beside what, and where each kind is described.

That these kinds exist, and which are the commonest, is from the sources named. The order of the columns and what they
are called are ours: the source does not lay them down.
"""

from dataclasses import dataclass
from enum import StrEnum

COMPONENTS = "mrc-process-evaluation-2015"  # the frame whose constructs a display can be begun with
JOINT_DISPLAYS = (
    "Guetterman, Fetters and Creswell 2015, Annals of Family Medicine 13:554, doi:10.1370/afm.1865"
)
FRAMEWORK = (
    "Gale and others 2013, BMC Medical Research Methodology 13:117, doi:10.1186/1471-2288-13-117 "
    "(a matrix of cases by themes); doi:10.1370/afm.1865 (joint displays)"
)


class DisplayKind(StrEnum):
    """Why figures and words are set beside each other."""

    CONVERGENT = "convergent"  # both were gathered side by side and meet in the display
    EXPLANATORY = "explanatory"  # a figure raised a question, and words answer it
    EXPLORATORY = "exploratory"  # words showed what to count, and figures follow
    STATISTICS = "statistics"  # each theme with what is counted of it
    CASES = "cases"  # each question across stages or groups


class Column(StrEnum):
    """One column of a display. `FIT` holds the verdict and why."""

    FIGURES = "figures"
    WORDS = "words"
    BRIDGE = "bridge"  # what leads from the one side to the other, in the evaluator's words
    RATINGS = "ratings"
    CASES = "cases"  # figures and words once more, apart by case
    FIT = "fit"


class Split(StrEnum):
    """By what the cases of a case comparison are told apart."""

    NONE = ""
    STAGE = "stage"
    GROUP = "group"


@dataclass(frozen=True)
class Layout:
    """The columns of one kind in the order of reading, and where the kind is described."""

    columns: tuple[Column, ...]
    source: str

    @property
    def has_bridge(self) -> bool:
        """Whether something leads from one side to the other."""
        return Column.BRIDGE in self.columns


LAYOUTS = {
    DisplayKind.CONVERGENT: Layout(
        (Column.FIGURES, Column.WORDS, Column.RATINGS, Column.FIT), JOINT_DISPLAYS
    ),
    DisplayKind.EXPLANATORY: Layout(
        (Column.FIGURES, Column.BRIDGE, Column.WORDS, Column.RATINGS, Column.FIT), JOINT_DISPLAYS
    ),
    DisplayKind.EXPLORATORY: Layout(
        (Column.WORDS, Column.BRIDGE, Column.FIGURES, Column.RATINGS, Column.FIT), JOINT_DISPLAYS
    ),
    DisplayKind.STATISTICS: Layout(
        (Column.WORDS, Column.FIGURES, Column.RATINGS, Column.FIT), JOINT_DISPLAYS
    ),
    DisplayKind.CASES: Layout((Column.CASES, Column.RATINGS, Column.FIT), FRAMEWORK),
}


def columns(kind: DisplayKind, rated: bool) -> tuple[Column, ...]:
    """The columns that are drawn: that of ratings only where some row has any."""
    return tuple(one for one in LAYOUTS[kind].columns if rated or one is not Column.RATINGS)
