import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
from linkwork.core.migrations import AtOnce
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('programmes', '0001_practice_in_depth'),
    ]

    operations = [
        AtOnce([
            migrations.CreateModel(
                name='Study',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('title', models.CharField(max_length=200)),
                    ('question', models.TextField(blank=True)),
                    ('design', models.CharField(choices=[('case_study', 'case_study'), ('process_evaluation', 'process_evaluation'), ('interviews', 'interviews'), ('residence', 'residence')], max_length=20)),
                    ('opened_on', models.DateField()),
                    ('note', models.CharField(blank=True, max_length=300)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'title'), name='studies_title_once')],
                },
            ),
            migrations.CreateModel(
                name='Source',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('kind', models.CharField(choices=[('document', 'document'), ('interview', 'interview'), ('focus_group', 'focus_group'), ('field_conversation', 'field_conversation')], max_length=20)),
                    ('title', models.CharField(max_length=200)),
                    ('language', models.CharField(max_length=12)),
                    ('direction', models.CharField(choices=[('ltr', 'ltr'), ('rtl', 'rtl')], max_length=3)),
                    ('group', models.CharField(blank=True, choices=[('worker', 'worker'), ('person', 'person'), ('manager', 'manager'), ('practice', 'practice'), ('partner', 'partner'), ('other', 'other')], max_length=12)),
                    ('stage', models.CharField(blank=True, choices=[('initiation', 'initiation'), ('operation', 'operation'), ('maintenance', 'maintenance')], max_length=12)),
                    ('quotable', models.BooleanField()),
                    ('text', models.TextField()),
                    ('sha256', models.CharField(max_length=64)),
                    ('version', models.PositiveSmallIntegerField(default=1)),
                    ('note', models.CharField(blank=True, max_length=300)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='sources', to='studies.study')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'study', 'title'], name='studies_by_study')],
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'title', 'version'), name='studies_source_once'), models.UniqueConstraint(fields=('programme', 'study', 'sha256'), name='studies_text_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='studies_versions_begin_at_one'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='studies_text_is_not_empty')],
                },
            ),
        ]),
    ]
