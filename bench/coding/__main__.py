"""The coding desk beside Taguette, and how its work grows: open, add, quotations, highlighted text, REFI, tables.

  python bench/coding                                    1,000, 5,000, 10,000 and 20,000 codings in one text
  python bench/coding --sizes 1000 --study 0             a try
  python bench/coding --taguette /tmp/peers/bin/taguette run it beside (see README.md for how to have it)
  python bench/coding --study 1000000                    also one text of 5,000 in a study of so many codings
  python bench/coding --save                             write the figures into bench/results/coding.json

Ours is asked through Django's test client: address, rights, forms, template, without a socket; Taguette over loopback
(what an empty answer takes there is printed). Both keep SQLite. Answers are held against each other first: the same
passages, the same words under the same codes, the same letters highlighted; reading them for that counts for neither.
Where nothing runs beside, ours alone is printed, as orientation.

QualCoder is on no package index and needs a window system. Who has a checkout gives `--qualcoder COMMAND`, a program of
theirs that is called as `COMMAND WORK PROJECT.qdpx` with WORK one of import, export, overlap, compare, and prints
`{"seconds": …, "codings": …}` as its last line; it does its own imports off-screen. Without it those lines are skipped.
"""

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent.parent)]
LENGTHS = {1_000: 106_000, 5_000: 527_000, 10_000: 527_000, 20_000: 1_840_000}
RESULTS = HERE.parent / "results" / "coding.json"
ADDED = 20
found: dict[str, Any] = {"ratios": [], "ours": [], "skipped": []}


def main() -> None:
    """Fill a database in a temporary folder, compare size by size, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=list(LENGTHS))
    parser.add_argument("--study", type=int, default=1_000_000, help="codings of the large study; 0: none")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--taguette", default=shutil.which("taguette") or "", help="its program")
    parser.add_argument("--qualcoder", default="", help="a program that drives a checkout, see above")
    parser.add_argument(
        "--save", action="store_true", help=f"write {RESULTS.relative_to(HERE.parent.parent)}"
    )
    options = parser.parse_args()
    from harness import own_database

    with own_database() as folder:
        _run(options, folder)


def _run(options: argparse.Namespace, folder: Path) -> None:
    import ours
    from harness import machine
    from peers import Taguette

    desk = ours.Desk()
    say(f"{machine()}, load {os.getloadavg()[0]:.1f}")
    peer = Taguette(options.taguette, folder) if options.taguette else None
    if peer is None:
        skip("Taguette: not given and not on the path (--taguette)")
    else:
        say(f"{peer.version()}; an empty answer takes {_median(lambda: peer.get('/health')):.2f} ms there")
    _warm(desk)
    try:
        if peer:
            from coming_in import comes_in_whole

            found["comes in whole"] = comes_in_whole(desk, peer)
            say(f"Exported by Taguette, read here: {found['comes in whole']}")
        for size in options.sizes:
            _size(desk, peer, size, options)
        if options.qualcoder:
            _qualcoder(desk, options.qualcoder, folder)
        else:
            skip("QualCoder: give --qualcoder, see --help")
        if options.study:
            _growth(desk, options.study)
    finally:
        if peer:
            peer.stop()
    if options.save:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(
            json.dumps(
                {"machine": machine(), "load": round(os.getloadavg()[0], 1)} | found,
                indent=2,
                ensure_ascii=False,
            )
            + "\n"
        )
        print(f"Saved {RESULTS}")


def _warm(desk: Any) -> None:
    """What is loaded once, at the first visit, is no part of any figure."""
    small = desk.fill("first visit", _text(50 * 53), _passages(50))
    for work in (
        small.open,
        small.open_all,
        small.quotations,
        small.highlighted,
        small.overlap,
        small.agreement,
    ):
        work()
    small.take_in(small.project())


def _size(desk: Any, peer: Any, size: int, options: argparse.Namespace) -> None:
    """One text with so many codings, on both sides."""
    import same

    passages = _passages(size)
    text = _text(LENGTHS.get(size, size * 53))
    one = desk.fill(f"{size:,} codings", text, passages)
    other = peer.fill(f"{size:,} codings", text, passages, desk.code_names) if peer else None
    say(f"{size:,} codings, two codes each, in a text of {len(text):,} characters")
    rounds = 1 if size >= 20_000 else options.rounds
    works: list[tuple[str, Any, Any, Any]] = [
        ("open: the page with the window", one.open, other and other.open_all, same.window),
        ("open: every coding as JSON", one.open_all, other and other.open_all, same.codings),
        ("quotations as CSV", one.quotations, other and other.quotations, same.quotations),
        ("highlighted document", one.highlighted, other and other.highlighted, same.highlights),
    ]
    for name, mine, theirs, alike in works:
        against(size, name, mine, theirs, rounds, alike)
    places = iter(_passages(10 * ADDED * (rounds + 2), 99, len(text)))
    against(
        size,
        "add a coding",
        lambda: one.add(*next(places)),
        other and (lambda: other.add(*next(places))),
        ADDED,
    )
    for name, work in (
        ("add a coding, the action alone", lambda: one.add_plain(*next(places))),
        ("where CFIR and NPT meet", one.overlap),
        ("codes together in a passage, every two", one.together),
        ("agreement, every code, by sentence", one.agreement),
        ("REFI project out", one.project),
    ):
        alone(size, name, work, rounds)
    data = one.project()
    alone(size, "REFI project in", lambda: one.take_in(data), 1)


def against(
    size: int,
    name: str,
    mine: Callable[[], Any],
    theirs: Callable[[], Any] | None,
    rounds: int,
    same: Callable[[Any, Any], bool] | None = None,
) -> None:
    """The ratio where something runs beside, ours alone where not."""
    from harness import compare

    if theirs is None:
        alone(size, name, mine, rounds)
        return
    ratio = compare(
        name, lambda _n: mine(), lambda _n: theirs(), [size], rounds, same or (lambda a, b: bool(a == b))
    )
    found["ratios"].append(
        {
            "codings": size,
            "work": name,
            "times as quick": round(1 / ratio.median, 1),
            "ours ms": round(ratio.ours_median, 1),
            "Taguette ms": round(ratio.theirs_median, 1),
            "rounds": ratio.calls,
        }
    )
    say(
        f"  {name}: {1 / ratio.median:.1f} × as quick as Taguette ({ratio.ours_median:.0f} against"
        f" {ratio.theirs_median:.0f} ms, {ratio.calls} rounds)"
    )


def alone(size: int, name: str, work: Callable[[], Any], rounds: int) -> None:
    """Ours, in milliseconds, for orientation and growth."""
    taken = _median(work, rounds)
    found["ours"].append({"codings": size, "work": name, "ms": round(taken, 1)})
    say(f"  {name}: {taken:.0f} ms")


def _growth(desk: Any, most: int) -> None:
    """One text of 5,000 codings while the study around it grows: what a person waits for should stay the same."""
    one = desk.fill("the text worked in", _text(527_000, 7), _passages(5_000, 8))
    say("One text of 5,000 codings in a study of …")
    places = iter(_passages(20 * ADDED, 97, 527_000))
    for whole in sorted({5_000, min(100_000, most), most}):
        desk.grow(one, whole)
        say(f" {whole:,} codings in {whole // 5_000} texts")
        for name, work, rounds in (
            ("open: the page with the window", one.open, 5),
            ("open: every coding as JSON", one.open_all, 3),
            ("add a coding, the action alone", lambda: one.add_plain(*next(places)), ADDED),
            ("study page", one.study_page, 3),
        ):
            alone(whole, f"in a study of {whole:,}, {name}", work, rounds)
        if whole <= 100_000:
            alone(whole, f"in a study of {whole:,}, where CFIR and NPT meet", one.overlap, 1)


def _qualcoder(desk: Any, command: str, folder: Path) -> None:
    """Its own figures of the same project, through somebody's driver."""
    path = folder / "project.qdpx"
    for size, one in desk.filled.items():
        path.write_bytes(one.project())
        for work in ("import", "export", "overlap", "compare"):
            said = subprocess.run(
                [command, work, str(path)], capture_output=True, text=True, check=True
            ).stdout
            answer = json.loads(said.splitlines()[-1])
            if answer["codings"] != len(one.places):
                raise ValueError(f"QualCoder saw {answer['codings']} codings of {len(one.places)}")
            line = {"codings": len(one.places), "work": f"QualCoder: {work}", "ms": answer["seconds"] * 1000}
            found["ours"].append(line)
            say(f"  {size}: QualCoder, {work}: {answer['seconds'] * 1000:.0f} ms")


def _median(work: Callable[[], Any], rounds: int = 5) -> float:
    taken = []
    for _turn in range(rounds + (rounds > 1)):
        begun = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken[1:] or taken)


def _text(length: int, seed: int = 1) -> str:
    """Paragraphs of plain letters: Taguette counts bytes of UTF-8, we count code points; here they are the same."""
    chance = random.Random(seed)
    words = ["the", "room", "was", "warm", "and", "nobody", "asked", "why", "we", "came", "together", "again"]
    lines = []
    while sum(map(len, lines)) + len(lines) < length:
        said = " ".join(chance.choices(words, k=chance.randrange(30, 90)))
        lines.append(f"{said.capitalize()} {len(lines)}.")
    return "\n".join(lines)


def _passages(many: int, seed: int = 2, length: int = 0) -> list[tuple[int, int, tuple[int, int]]]:
    """(start, end, two codes by number) of passages of 20 to 300 characters, anywhere, overlapping."""
    chance = random.Random(seed)
    length = length or LENGTHS.get(many, many * 53)
    made = []
    for _n in range(many):
        start = chance.randrange(length - 400)
        made.append(
            (start, start + chance.randrange(20, 300), (chance.randrange(40), 40 + chance.randrange(16)))
        )
    return made


def say(line: str) -> None:
    """Print at once."""
    print(line, flush=True)


def skip(reason: str) -> None:
    """Say what is not measured, and why."""
    found["skipped"].append(reason)
    say(f"Skipped: {reason}")


if __name__ == "__main__":
    main()
