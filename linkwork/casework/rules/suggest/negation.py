"""Does the note say that something did not happen?"""

from linkwork.casework.rules.phrases import WITHOUT_SPACES
from linkwork.casework.rules.suggest.note import Note, Span, any_of
from linkwork.instruments.suggest import Lexicon

WORDS_BEFORE = 4
MARKS_BEFORE = 3  # where words are not apart


def negated(note: Note, words: Lexicon, span: Span) -> bool:
    """Whether a word that denies stands shortly before, or right after, in the same clause."""
    start, end = note.clause_at(span[0])
    before, after = note.text[start : span[0]], note.text[span[1] : end]
    if words.id in WITHOUT_SPACES:
        return any(one in before[-MARKS_BEFORE:] for one in words.words["not_before"])
    near = " ".join(before.split()[-WORDS_BEFORE:])
    next_words = " ".join(after.split()[:1])
    return bool(
        any_of(words.words["not_before"], words.id).search(near)
        or any_of(words.words["not_after"], words.id).match(next_words)
    )
