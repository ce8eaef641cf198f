"""Which known factors can a recommendation name? Those of CFIR 2022 and of normalisation process theory.

A factor is written "frame/construct", so that a frame renewed later does not change what old advice says.
"""

from functools import cache

from linkwork.instruments import frames

FACTORS = ("cfir-2022", "npt")


def is_construct(reference: str) -> bool:
    """Whether "frame/construct" names a factor that can be chosen."""
    return reference in _names()


def construct_name(reference: str) -> str:
    """What it is called; the reference itself where no frame knows it any more."""
    return _names().get(reference, reference)


def construct_choices() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """(heading, ((reference, name), …)) in the frames' order, each domain a heading."""
    return tuple(
        (
            f"{frame.short_name}: {domain.name}",
            tuple(
                (f"{frame.id}/{one.id}", one.name)
                for one in frame.constructs
                if one.domain == domain.id and f"{frame.id}/{one.id}" in _names()
            ),
        )
        for frame in map(frames.frame, FACTORS)
        for domain in frame.domains
    )


@cache
def _names() -> dict[str, str]:
    return {
        f"{frame.id}/{one.id}": one.name
        for frame in map(frames.frame, FACTORS)
        for one in frame.constructs
        if one.depth or frame.id == "npt"  # a domain of CFIR is too wide to help against
    }
