"""How is a person found by part of a name, misspelt or in another order?

Each word of a name leaves a handful of keys: its beginnings of two to five letters, its first six letters, and those
with one letter left out. A word that is looked for leaves keys the same way, and one missing, extra, wrong or swapped
letter still meets. Keys are compared for equality only, so an index answers however many people there are.
"""

from linkwork.core.text import fold

HEAD = 6
SHORTEST = 2
MOST_WORDS = 4


def words_of(text: str) -> list[str]:
    """The folded words of a name: letters and digits, so that "O'Neill-Björk" gives oneill and bjork."""
    plain = fold(text).replace("'", "").replace("’", "").replace("ʼ", "")
    return "".join(mark if mark.isalnum() else " " for mark in plain).split()


def search_key(*names: str) -> str:
    """All words of the names in alphabetical order, kept to rank what the keys found."""
    return " ".join(sorted(words_of(" ".join(names))))


def keys_of_name(*names: str) -> frozenset[str]:
    """The keys a name leaves in the index."""
    return frozenset(key for word in words_of(" ".join(names)) for key in _keys_of_word(word))


def _keys_of_word(word: str) -> set[str]:
    beginnings = {word[:length] for length in range(SHORTEST, HEAD)}
    return {word[:HEAD]} | beginnings | _one_left_out(word[:HEAD])


def keys_looked_for(word: str) -> frozenset[str]:
    """The keys one folded word asks for. A word of up to three letters has to be spelt right."""
    head = word[:HEAD]
    return frozenset({head} | _one_left_out(head)) if len(head) > 3 else frozenset({head})


def _one_left_out(head: str) -> set[str]:
    return {head[:i] + head[i + 1 :] for i in range(len(head))} if len(head) > 3 else set()


def distance(looked_for: str, key: str) -> int:
    """How far a typed text is from a name's `search_key`: per typed word, the nearest beginning of any word of it."""
    words = key.split()
    return sum(
        min((_edits(word, other[: len(word)]) for other in words), default=len(word))
        for word in words_of(looked_for)
    )


def _edits(left: str, right: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]
