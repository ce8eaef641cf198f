"""A synthetic contact log as a spreadsheet, with the published margins of one peer-support programme.

1,294 contacts with 507 people, each with one contact marked as the first, by 5 workers (Kåks et al. 2024,
DOI 10.3389/fpubh.2023.1332738). Everything else in it (days, lengths, languages, places, topics) is invented, and the
file says so in a column, in its sheet's name and on a sheet of its own.
"""

import datetime as dt
import random
from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment

CONTACTS, PEOPLE, WORKERS = 1294, 507, 5
START, DAYS = dt.date(2021, 10, 4), 540
LABEL = "Synthetic: no real people"
HEADER = ("Date", "Peer supporter", "Client code", "First contact", "Mode of contact", "Venue", "Language",
          "Duration (minutes)", "Topics", "Type of support", LABEL)  # fmt: skip
MODES = {"Met": 55, "Phone": 25, "Message": 10, "Went along": 6, "In a group": 4}
VENUES = {"Met": "Open preschool", "Phone": "By phone", "Message": "By phone", "Went along": "Outreach venue",
          "In a group": "Open preschool"}  # fmt: skip
LANGUAGES = {"Arabic": 45, "Somali": 30, "Swedish": 10, "English": 5, "Dari": 7, "": 3}
TOPICS = {"Finding support": 30, "Practical help": 28, "Going along": 10, "Health information": 14,
          "Rights and how things work here": 8, "Feelings and coping": 10}  # fmt: skip
SUPPORT = {"Informative": 30, "Practical": 35, "Psychosocial": 20, "Motivational": 15}
LENGTHS = {10: 10, 15: 20, 20: 12, 30: 30, 45: 14, 60: 9, 90: 2, None: 3}
ABOUT = (
    "This contact log is synthetic. Nobody in it exists.",
    "Only its margins are published: 1,294 contacts, of them 507 first contacts, by 5 peer supporters",
    "(Kåks et al. 2024, Frontiers in Public Health, DOI 10.3389/fpubh.2023.1332738).",
    "Days, lengths, languages, venues, topics and kinds of support are invented.",
)


def write_log(path: Path, contradictions: int = 0) -> None:
    """Write the log to `path` (XLSX). The same file each time.

    `contradictions` plants that many second "first" marks (at most one a person), for trying out the report.
    Raises ValueError for more than there are people met twice.
    """
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "SYNTHETIC contact log"
    sheet.append(HEADER)
    sheet["A1"].comment = Comment(" ".join(ABOUT), "Linkwork")
    for row in rows(contradictions):
        sheet.append(row)
    about = book.create_sheet("About this file")
    for line in ABOUT:
        about.append([line])
    book.properties.title = "Synthetic contact log"
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


def rows(contradictions: int = 0) -> list[list[object]]:
    """The rows by day."""
    chance = random.Random("linkwork log")
    meetings = _meetings(chance)
    planted = _planted(meetings, contradictions)
    made = []
    for day, person, turn in meetings:
        marked = turn == 0 or (person, turn) in planted
        made.append([day.isoformat(), f"Supporter {1 + person % WORKERS}", f"M{person + 1:03}",
                     "yes" if marked else "no", *_details(chance), "invented"])  # fmt: skip
    return made


def _meetings(chance: random.Random) -> list[tuple[dt.date, int, int]]:
    """(day, person, turn) by day: everybody once, and the rest spread unevenly, as a few people need much."""
    turns = [1] * PEOPLE
    weights = [chance.expovariate(1) for _ in range(PEOPLE)]
    for person in chance.choices(range(PEOPLE), weights, k=CONTACTS - PEOPLE):
        turns[person] += 1
    found = []
    for person, often in enumerate(turns):
        day = START + dt.timedelta(days=chance.randrange(DAYS))
        for turn in range(often):
            found.append((day, person, turn))
            day += dt.timedelta(days=chance.randint(2, 21))
    return sorted(found)


def _planted(meetings: list[tuple[dt.date, int, int]], count: int) -> set[tuple[int, int]]:
    again = [(person, turn) for _day, person, turn in meetings if turn == 1]
    if count > len(again):
        raise ValueError(f"Only {len(again)} people are met twice.")
    return set(again[:count])


def _details(chance: random.Random) -> list[object]:
    mode = _one(chance, MODES)
    return [
        mode,
        VENUES[mode],
        _one(chance, LANGUAGES),
        chance.choices(list(LENGTHS), list(LENGTHS.values()))[0],
        "; ".join(dict.fromkeys(_one(chance, TOPICS) for _ in range(chance.randint(1, 2)))),
        _one(chance, SUPPORT),
    ]


def _one(chance: random.Random, choices: dict[str, int]) -> str:
    return chance.choices(list(choices), list(choices.values()))[0]
