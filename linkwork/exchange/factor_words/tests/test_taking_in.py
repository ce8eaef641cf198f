"""Agreed words in a study: once, whole, without an author; nothing without agreement."""

import pytest

from linkwork.core.errors import NotAllowed, NotFound, Refused
from linkwork.core.ids import new_id
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies import reads as read_studies
from linkwork.evaluation.studies.rules import Design, SourceKind
from linkwork.exchange.factor_words import take_in
from linkwork.partnerships import actions, reads
from linkwork.partnerships.rules import FactorKind, Influence
from linkwork.testing.cast import NOON, Cast


def named(cast: Cast, words: str, agrees: bool) -> None:
    factor_id = actions.name_factor(
        words=words,
        influence=Influence.HINDERS,
        kind=FactorKind.EXTERNAL,
        noted_on=NOON.date(),
        by=cast.worker,
        at=NOON,
    )
    if agrees:
        actions.agree_to_study(factor_id=factor_id, agrees=True, by=cast.worker, at=NOON)


def test_only_agreed_words_and_only_once(cast: Cast) -> None:
    study_id = studies.open_study(
        title="How it takes hold",
        design=Design.CASE_STUDY,
        opened_on=NOON.date(),
        by=cast.evaluator,
        at=NOON,
    )
    named(cast, "Money for a year at a time", agrees=True)
    named(cast, "Kept to ourselves", agrees=False)
    source_id = take_in(study_id=study_id, language="en", by=cast.evaluator, at=NOON)
    source = read_studies.source(cast.evaluator, source_id)
    assert source.kind is SourceKind.FIELD_CONVERSATION
    assert source.text == "March 2026 · hinders · The world outside\nMoney for a year at a time"
    assert "Haddad" not in source.text
    assert [card.taken for card in reads.factors(cast.worker)].count(True) == 1
    with pytest.raises(Refused):
        take_in(study_id=study_id, language="en", by=cast.evaluator, at=NOON)


def test_where_the_study_is_not_nothing_is_taken(cast: Cast) -> None:
    named(cast, "Money for a year at a time", agrees=True)
    with pytest.raises(NotFound):
        take_in(study_id=new_id(), language="en", by=cast.evaluator, at=NOON)
    assert len(reads.agreed_words(cast.evaluator)) == 1
    with pytest.raises(NotAllowed):
        take_in(study_id=new_id(), language="en", by=cast.worker, at=NOON)
