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
                    ('origin', models.CharField(choices=[('record', 'record'), ('log', 'log'), ('survey', 'survey')], max_length=8)),
                    ('study_key', models.CharField(max_length=80)),
                    ('hash', models.CharField(max_length=64)),
                    ('rows', models.JSONField()),
                    ('days', models.CharField(choices=[('exact', 'exact'), ('month', 'month'), ('shifted', 'shifted')], default='exact', max_length=8)),
                    ('part', models.JSONField(default=dict)),
                    ('released_at', models.DateTimeField(null=True)),
                    ('released_why', models.CharField(default='', max_length=300)),
                    ('base', models.PositiveSmallIntegerField(default=0)),
                    ('removed_at', models.DateTimeField(null=True)),
                    ('removed_why', models.CharField(default='', max_length=300)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('removed_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('taken_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'taken_at'], name='extracts_by_day')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('origin__in', ['record', 'log', 'survey'])), name='extracts_origin_is_known'), models.CheckConstraint(condition=models.Q(('days__in', ['exact', 'month', 'shifted'])), name='extracts_days_are_known'), models.CheckConstraint(condition=models.Q(models.Q(('removed_at__isnull', True), ('removed_why', '')), models.Q(('removed_at__isnull', False), models.Q(('removed_why', ''), _negated=True)), _connector='OR'), name='extracts_removed_with_reason'), models.CheckConstraint(condition=models.Q(('base__in', [0, 5])), name='extracts_base_is_known'), models.UniqueConstraint(fields=('programme', 'hash'), name='extracts_hash_once')],
                },
            ),
            migrations.CreateModel(
                name='SavedMapping',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('name', models.CharField(max_length=80)),
                    ('mapping', models.JSONField()),
                    ('changed_at', models.DateTimeField()),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'name'), name='extracts_mapping_name_once')],
                },
            ),
        ]),
    ]
