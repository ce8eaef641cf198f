import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
from linkwork.core.migrations import AtOnce
from django.db import migrations, models
from django.db.models import Q

KINDS = ["code", "remove", "restore", "codes", "span", "valence", "strength", "stage", "memo", "change", "search"]


def key(to: str, null: bool = False) -> linkwork.core.fields.ProgrammeKey:
    return linkwork.core.fields.ProgrammeKey(
        null=null, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=to
    )


def own(*fields: tuple[str, models.Field]) -> list[tuple[str, models.Field]]:
    return [
        ("id", models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
        ("created_at", models.DateTimeField()),
        (
            "programme",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="programmes.programme"
            ),
        ),
        *fields,
    ]


class Migration(migrations.Migration):

    dependencies = [
        ("coding", "0002_texts_are_edited"),
        ("programmes", "0001_practice_in_depth"),
        ("studies", "0001_initial"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="coding", name="coding_by_source"),
        migrations.AddIndex(
            model_name="coding",
            index=models.Index(fields=["programme", "source", "start", "end"], name="coding_by_place"),
        ),
        migrations.AlterField(
            model_name="coding",
            name="origin",
            field=models.CharField(
                choices=[(one, one) for one in ("manual", "import", "suggestion", "search")], max_length=12
            ),
        ),
        AtOnce([
            migrations.CreateModel(
                name="Memo",
                fields=own(
                    ("study", key("studies.study")),
                    ("source", key("studies.source", null=True)),
                    ("frame", models.CharField(blank=True, max_length=40)),
                    ("construct", models.CharField(blank=True, max_length=80)),
                    ("author", key("programmes.worker", null=True)),
                    ("text", models.TextField()),
                    ("changed_at", models.DateTimeField()),
                    ("removed_at", models.DateTimeField(null=True)),
                ),
                options={
                    "indexes": [
                        models.Index(fields=["programme", "study", "source"], name="coding_memos_by_study")
                    ],
                    "constraints": [
                        models.CheckConstraint(condition=~Q(text=""), name="coding_memo_says_something"),
                        models.CheckConstraint(
                            condition=Q(frame="", construct="") | (~Q(frame="") & ~Q(construct="")),
                            name="coding_memo_names_a_whole_code",
                        ),
                        models.CheckConstraint(
                            condition=Q(source__isnull=True) | Q(frame=""),
                            name="coding_memo_is_about_one_thing",
                        ),
                    ],
                },
            ),
            migrations.CreateModel(
                name="Step",
                fields=own(
                    ("study", key("studies.study")),
                    ("source", key("studies.source", null=True)),
                    ("coder", key("programmes.worker")),
                    ("kind", models.CharField(choices=[(one, one) for one in KINDS], max_length=12)),
                    ("changes", models.JSONField()),
                    ("undone_at", models.DateTimeField(null=True)),
                ),
                options={
                    "indexes": [
                        models.Index(
                            fields=["programme", "coder", "source", "id"], name="coding_steps_of_a_coder"
                        )
                    ],
                    "constraints": [
                        models.CheckConstraint(
                            condition=Q(kind="search", source__isnull=True)
                            | (~Q(kind="search") & Q(source__isnull=False)),
                            name="coding_step_has_its_source",
                        ),
                    ],
                },
            ),
        ]),
    ]
