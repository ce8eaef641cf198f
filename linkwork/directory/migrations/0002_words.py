"""Where the words of the search lie: a full-text table on SQLite, a column with a GIN index on PostgreSQL."""

from django.db import migrations

from linkwork.core.migrations import InSql

# tokenize=ascii: our tokens are made already; anything beyond ASCII is part of a token
SQLITE = (
    "CREATE VIRTUAL TABLE directory_words USING fts5(tokens, detail=none, columnsize=0, tokenize='ascii')",
)
POSTGRES = (
    "ALTER TABLE directory_entry ADD COLUMN words tsvector",
    "CREATE INDEX directory_entry_words ON directory_entry USING gin (words)",
)


def make(schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRES:
        schema_editor.execute(statement)


def drop(schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE directory_words")
    else:
        schema_editor.execute("ALTER TABLE directory_entry DROP COLUMN words")


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_initial")]
    operations = [InSql(make, drop)]
