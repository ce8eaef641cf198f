from django.db import migrations


def move_letters(apps, schema_editor):
    """The letters of connections join the programme's post: none that waits is lost."""
    letter = apps.get_model("programmes", "LetterRow")
    for row in apps.get_model("connections", "Message").objects.order_by("id").iterator():
        letter.objects.create(
            id=row.id,
            programme_id=row.programme_id,
            created_at=row.created_at,
            kind=f"connections.{row.kind}",
            about_id=row.connection_id,
            state=row.state,
            to=row.to,
            language=row.language,
            sender=row.sender,
            token=row.token,
            tries=row.tries,
            try_from=row.created_at,
            done_at=row.done_at,
        )


class Migration(migrations.Migration):

    dependencies = [
        ("connections", "0001_initial"),
        ("programmes", "0004_letters"),
    ]

    operations = [
        migrations.RunPython(move_letters, migrations.RunPython.noop),
        migrations.DeleteModel(name="Message"),
    ]
