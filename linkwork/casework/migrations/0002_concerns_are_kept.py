"""The database itself refuses to change or remove what was said about a concern, whoever asks it to.

Accounts and entries are never changed; of a concern's head only where it stands, whom it waits for and whether there
is danger. Nothing is removed, unless the programme is a demonstration, which may be thrown away.
"""

from django.db import migrations

from linkwork.core.migrations import InSql

KEPT = ("casework_concernaccount", "casework_concernentry")
HEAD = "casework_concern"
FROZEN = ("case_id", "about", "author_id", "raised_at", "programme_id", "created_at")
SAID = "casework_concern_is_kept"

SQLITE_CHANGE = "CREATE TRIGGER {table}_kept BEFORE UPDATE {of} ON {table} BEGIN SELECT RAISE(ABORT, '{said}'); END"
SQLITE_REMOVE = (
    "CREATE TRIGGER {table}_stays BEFORE DELETE ON {table} "
    "WHEN NOT (SELECT demonstration FROM programmes_programme WHERE id = OLD.programme_id) "
    "BEGIN SELECT RAISE(ABORT, '{said}'); END"
)
POSTGRES_FUNCTION = """
CREATE FUNCTION casework_concern_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (
        SELECT 1 FROM programmes_programme WHERE id = OLD.programme_id AND demonstration
    ) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '{said}' USING ERRCODE = 'check_violation';
END $$
"""
POSTGRES_TRIGGER = (
    "CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION casework_concern_kept()"
)


def keep(schema_editor):
    """Make the triggers."""
    run = schema_editor.execute
    of_head = "OF " + ", ".join(FROZEN)
    tables = [*((table, "") for table in KEPT), (HEAD, of_head)]
    if schema_editor.connection.vendor == "postgresql":
        run(POSTGRES_FUNCTION.format(said=SAID))
        for table, of in tables:
            run(POSTGRES_TRIGGER.format(name=f"{table}_kept", event=f"UPDATE {of}", table=table))
            run(POSTGRES_TRIGGER.format(name=f"{table}_stays", event="DELETE", table=table))
        return
    for table, of in tables:
        run(SQLITE_CHANGE.format(table=table, of=of, said=SAID))
        run(SQLITE_REMOVE.format(table=table, said=SAID))


def let_go(schema_editor):
    """Take the triggers away again."""
    run = schema_editor.execute
    postgres = schema_editor.connection.vendor == "postgresql"
    for table in (*KEPT, HEAD):
        for name in (f"{table}_kept", f"{table}_stays"):
            run(f"DROP TRIGGER {name} ON {table}" if postgres else f"DROP TRIGGER {name}")
    if postgres:
        run("DROP FUNCTION casework_concern_kept()")


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_practice_in_depth")]
    operations = [InSql(keep, let_go)]
