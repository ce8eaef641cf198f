"""The same descriptive table as somebody would count it without us: in hand-written DuckDB SQL, and in pandas."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

EDUCATION = ("health_information", "rights")
Answer = dict[str, Any]


PARTS = """count(*) contacts, count(*) filter (occurred_on is null) undated,
    count(distinct person_id) people, count(*) filter (person_id is null) nobody,
    count(*) filter (marked_first) firsts, count(*) filter (not marked_first) repeats,
    count(*) filter (marked_first is not null) marked, count(*) filter (marked_first is null) unmarked,
    count(*) filter (derived) derived, count(*) filter (dated) dated, count(*) filter (not dated) unplaced,
    count(*) filter (taught) taught, count(*) filter (topical) topical, count(*) filter (not topical) untold"""


def sql(folder: Path) -> Callable[[], Answer]:
    """What somebody who knows DuckDB would write by hand: one pass for the table, one question for each spread."""
    import duckdb

    def call() -> Answer:
        with duckdb.connect() as db:
            db.execute(
                f"""create table log as
                with terms as (select contact_id, bool_or(term in {EDUCATION}) taught
                    from '{folder}/contact_terms.parquet' where list = 'contact_topics' group by contact_id)
                select c.*, strftime(occurred_on, '%Y-%m') as month, taught is not null as topical,
                    coalesce(taught, false) as taught, occurred_on is not null and case_id is not null as dated,
                    occurred_on is not null and row_number() over (partition by case_id order by
                        occurred_on nulls last, not coalesce(marked_first, false), c.contact_id) = 1 as derived
                from '{folder}/contacts.parquet' c left join terms using (contact_id)"""
            )
            answer: Answer = {}
            for month, *n in db.execute(
                f"select coalesce(month, ''), {PARTS} from log group by rollup (month) having grouping(month) = 0"
            ).fetchall():
                answer |= _parts(month, n)
            (whole,) = db.execute(f"select {PARTS} from log").fetchall()
            answer |= _parts("all", list(whole))
            for name, source in (
                (
                    "contacts_per_person",
                    "select count(*) n from log where person_id is not null group by person_id",
                ),
                ("minutes_per_contact", "select minutes n from log where minutes is not null"),
            ):
                (row,) = db.execute(f"select count(*), sum(n), median(n), max(n) from ({source})").fetchall()
                missing = "person_id" if name == "contacts_per_person" else "minutes"
                (none,) = db.execute(f"select count(*) from log where {missing} is null").fetchone() or (0,)
                answer[f"{name}/all"] = [row[0], int(row[1]), float(row[2]), row[3], none]
            return answer

    return call


def _parts(month: str, n: list[int]) -> Answer:
    """The six counts and shares out of the columns of PARTS; a month's own undated contacts are none."""
    return {
        f"contacts/{month}": [n[0], None, n[1]],
        f"people_reached/{month}": [n[2], None, n[3]],
        f"first_share/{month}": [n[4], n[6], n[7]],
        f"first_derived_share/{month}": [n[8], n[9], n[10]],
        f"repeat_share/{month}": [n[5], n[6], n[7]],
        f"education_share/{month}": [n[11], n[12], n[13]],
    }


def pandas(folder: Path) -> Callable[[], Answer]:
    """What an analyst would write in a notebook."""
    import pandas as pd

    def call() -> Answer:
        log = pd.read_parquet(folder / "contacts.parquet")
        terms = pd.read_parquet(folder / "contact_terms.parquet")
        terms = terms[terms["list"] == "contact_topics"]
        log["topical"] = log["contact_id"].isin(terms["contact_id"])
        log["taught"] = log["contact_id"].isin(terms.loc[terms["term"].isin(EDUCATION), "contact_id"])
        day = pd.to_datetime(log["occurred_on"])
        log["dated"] = day.notna() & log["case_id"].notna()
        log["day"], log["late"] = day, ~log["marked_first"].eq(True)
        order = log.sort_values(["case_id", "day", "late", "contact_id"], na_position="last")
        log["derived"] = log.index.isin(order.drop_duplicates("case_id").index) & log["dated"]
        log["month"] = day.dt.strftime("%Y-%m")
        answer: Answer = {}
        for month, some in log.groupby("month"):
            answer |= _frame(str(month), some)
        answer |= _frame("", log[log["month"].isna()]) | _frame("all", log)
        each = log.groupby("person_id").size()
        minutes = log["minutes"].dropna()
        for name, column, values in (
            ("contacts_per_person", "person_id", each),
            ("minutes_per_contact", "minutes", minutes),
        ):
            answer[f"{name}/all"] = [
                len(values),
                int(values.sum()),
                float(values.median()),
                int(values.max()),
                int(log[column].isna().sum()),
            ]
        return answer

    return call


def _frame(month: str, some: Any) -> Answer:
    marked = some["marked_first"]
    columns = [
        len(some),
        some["day"].isna().sum(),
        some["person_id"].nunique(),
        some["person_id"].isna().sum(),
        marked.eq(True).sum(),
        marked.eq(False).sum(),
        marked.notna().sum(),
        marked.isna().sum(),
        some["derived"].sum(),
        some["dated"].sum(),
        (~some["dated"]).sum(),
        some["taught"].sum(),
        some["topical"].sum(),
        (~some["topical"]).sum(),
    ]
    return _parts(month, [int(one) for one in columns])
