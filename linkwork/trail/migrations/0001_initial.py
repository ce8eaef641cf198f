import linkwork.core.ids
from linkwork.core.migrations import AtOnce
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        AtOnce([
            migrations.CreateModel(
                name='Head',
                fields=[
                    ('programme_id', models.UUIDField(primary_key=True, serialize=False)),
                    ('sequence', models.PositiveBigIntegerField(default=0)),
                    ('hash', models.CharField(max_length=64)),
                ],
            ),
            migrations.CreateModel(
                name='AccessRow',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme_id', models.UUIDField()),
                    ('kind', models.CharField(max_length=12)),
                    ('actor_id', models.UUIDField(null=True)),
                    ('at', models.DateTimeField()),
                    ('page', models.CharField(max_length=80)),
                    ('person_id', models.UUIDField()),
                ],
                options={
                    'indexes': [models.Index(fields=['programme_id', 'person_id', 'at'], name='trail_access_by_person')],
                },
            ),
            migrations.CreateModel(
                name='ActionRow',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme_id', models.UUIDField()),
                    ('sequence', models.PositiveBigIntegerField()),
                    ('kind', models.CharField(max_length=12)),
                    ('actor_id', models.UUIDField(null=True)),
                    ('at', models.DateTimeField()),
                    ('what', models.CharField(max_length=80)),
                    ('about', models.CharField(max_length=40)),
                    ('about_id', models.UUIDField(null=True)),
                    ('detail', models.JSONField(default=dict)),
                    ('hash', models.CharField(max_length=64)),
                ],
                options={
                    'indexes': [models.Index(fields=['programme_id', 'about_id', 'sequence'], name='trail_by_row')],
                    'constraints': [models.UniqueConstraint(fields=('programme_id', 'sequence'), name='trail_one_row_per_step')],
                },
            ),
        ]),
    ]
