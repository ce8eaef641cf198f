"""Captions of a recording (WebVTT, SubRip) as a transcript: one line a turn, with who speaks and when it begins."""

import re

TIME = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{2})[.,]\d{1,3}\s*-->")
VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+([^>]+)>")
TAG = re.compile(r"<[^>]*>|\{\\[^}]*\}")


def captions_to_text(text: str) -> str:
    """Each turn as "[0:01:02] Who: words". What one voice says in several captions running is one turn."""
    turns: list[tuple[str, str, list[str]]] = []
    for at, who, words in _captions(text):
        if turns and who == turns[-1][1] and who:
            turns[-1][2].append(words)
        else:
            turns.append((at, who, [words]))
    return "\n".join(
        f"[{at}] {who}: {' '.join(said)}" if who else f"[{at}] {' '.join(said)}" for at, who, said in turns
    )


def _captions(text: str) -> list[tuple[str, str, str]]:
    found = []
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        lines = block.strip().split("\n")
        start = next((number for number, line in enumerate(lines) if TIME.match(line.strip())), None)
        if start is None:
            continue
        said = " ".join(lines[start + 1 :])
        voice = VOICE.search(said)
        words = " ".join(TAG.sub("", said).split())
        if words:
            found.append((_time(lines[start]), voice[1].strip() if voice else "", words))
    return found


def _time(line: str) -> str:
    match = TIME.match(line.strip())
    assert match is not None
    hours, minutes, seconds = match.groups()
    return f"{int(hours or 0)}:{int(minutes):02}:{seconds}"
