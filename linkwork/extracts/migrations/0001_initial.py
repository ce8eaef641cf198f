import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
from linkwork.core.migrations import AtOnce
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('programmes', '0001_first_edition'),
    ]

    operations = [
        AtOnce([
            migrations.CreateModel(
                name='Extract',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('name', models.CharField(max_length=160)),
                    ('taken_at', models.DateTimeField()),
                    ('origin', models.CharField(choices=[('record', 'record'), ('log', 'log')], max_length=8)),
                    ('study_key', models.CharField(max_length=80)),
                    ('hash', models.CharField(max_length=64)),
                    ('rows', models.JSONField()),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('taken_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'taken_at'], name='extracts_by_day')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('origin__in', ['record', 'log'])), name='extracts_origin_is_known'), models.UniqueConstraint(fields=('programme', 'hash'), name='extracts_hash_once')],
                },
            ),
        ]),
    ]
