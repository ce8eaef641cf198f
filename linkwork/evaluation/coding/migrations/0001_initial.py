import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
from linkwork.core.migrations import AtOnce
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('programmes', '0001_practice_in_depth'),
        ('studies', '0001_initial'),
    ]

    operations = [
        AtOnce([
            migrations.CreateModel(
                name='Coding',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('text_hash', models.CharField(max_length=64)),
                    ('start', models.PositiveIntegerField()),
                    ('end', models.PositiveIntegerField()),
                    ('valence', models.CharField(choices=[('barrier', 'barrier'), ('facilitator', 'facilitator'), ('mixed', 'mixed'), ('neutral', 'neutral')], max_length=12)),
                    ('strength', models.PositiveSmallIntegerField(null=True)),
                    ('stage', models.CharField(blank=True, choices=[('initiation', 'initiation'), ('operation', 'operation'), ('maintenance', 'maintenance')], max_length=12)),
                    ('memo', models.TextField(blank=True)),
                    ('origin', models.CharField(choices=[('manual', 'manual'), ('import', 'import'), ('suggestion', 'suggestion')], max_length=12)),
                    ('removed_at', models.DateTimeField(null=True)),
                    ('coder', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('source', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.source')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'source', 'start'], name='coding_by_source'), models.Index(fields=['programme', 'study', 'source'], name='coding_by_study')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('start__lt', models.F('end'))), name='coding_passage_is_not_empty'), models.CheckConstraint(condition=models.Q(('strength__isnull', True), ('strength__range', (1, 3)), _connector='OR'), name='coding_strength_one_to_three')],
                },
            ),
            migrations.CreateModel(
                name='CodingCode',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('frame', models.CharField(max_length=40)),
                    ('construct', models.CharField(max_length=80)),
                    ('coding', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='codes', to='coding.coding')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'frame', 'construct'], name='coding_by_construct')],
                    'constraints': [models.UniqueConstraint(fields=('programme', 'coding', 'frame', 'construct'), name='coding_code_once')],
                },
            ),
        ]),
    ]
