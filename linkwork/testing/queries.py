"""Reading the SQL: does every question about a programme's rows state the programme?"""

import re
from collections.abc import Iterable

from django.apps import apps

from linkwork.programmes.tenancy import ProgrammeRow

# Who somebody is when they sign in is asked before their programme is known; the trail carries the programme itself.
BEFORE_THE_PROGRAMME = {"programmes_worker", "programmes_membership"}


def programme_tables() -> set[str]:
    """The tables whose rows belong to a programme."""
    return {model._meta.db_table for model in apps.get_models() if issubclass(model, ProgrammeRow)}


def questions(queries: Iterable[dict[str, str]]) -> list[str]:
    """What was asked of the database among captured queries: its SELECTs, without what was written."""
    return [query["sql"] for query in queries if query["sql"].startswith("SELECT")]


def unstated(queries: Iterable[str]) -> list[str]:
    """The queries that read or change a programme's rows without naming the programme for each such table."""
    tables = programme_tables() - BEFORE_THE_PROGRAMME
    wrong = []
    for sql in queries:
        if not re.match(r"\s*(SELECT|UPDATE|DELETE)", sql):
            continue
        condition = sql.partition(" WHERE ")[2] + "".join(re.findall(r" ON \((.*?)\)", sql))
        named = set(re.findall(r'(?:FROM|JOIN|UPDATE)\s+"(\w+)"', sql)) & tables
        if named and "programme_id" not in condition:
            wrong.append(sql)
    return wrong
