"""Which file draws which letter. To add a kind: one small file with `draw(letter, programme, by)`, one line here."""

from linkwork.connections.rules import LetterKind
from linkwork.exchange.mail.drawing import Draw
from linkwork.exchange.mail.kinds import answer, ask, chase, withdrawn

KINDS: dict[str, Draw] = {
    LetterKind.ASK: ask.draw,
    LetterKind.CHASE: chase.draw,
    LetterKind.ANSWER: answer.draw,
    LetterKind.WITHDRAWN: withdrawn.draw,
}
