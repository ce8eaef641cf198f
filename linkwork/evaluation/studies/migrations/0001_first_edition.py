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
                name='Study',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('title', models.CharField(max_length=200)),
                    ('question', models.TextField(blank=True)),
                    ('design', models.CharField(choices=[('case_study', 'case_study'), ('process_evaluation', 'process_evaluation'), ('interviews', 'interviews'), ('residence', 'residence')], max_length=20)),
                    ('opened_on', models.DateField()),
                    ('note', models.CharField(blank=True, max_length=300)),
                    ('stages', models.JSONField(default=list)),
                    ('most_participants', models.PositiveSmallIntegerField(default=20)),
                    ('names_first', models.BooleanField(default=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'title'), name='studies_title_once'), models.CheckConstraint(condition=models.Q(('most_participants__gte', 1)), name='studies_somebody_takes_part')],
                },
            ),
            migrations.CreateModel(
                name='Source',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('kind', models.CharField(choices=[('document', 'document'), ('interview', 'interview'), ('focus_group', 'focus_group'), ('field_conversation', 'field_conversation'), ('survey', 'survey')], max_length=20)),
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
                    ('consent', models.CharField(choices=[('quote', 'quote'), ('unnamed', 'unnamed'), ('analyse', 'analyse')], default='analyse', max_length=12)),
                    ('withdrawn_at', models.DateTimeField(null=True)),
                    ('participants', models.PositiveSmallIntegerField(default=1)),
                    ('names_seen_at', models.DateTimeField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='sources', to='studies.study')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'study', 'title'], name='studies_by_study')],
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'title', 'version'), name='studies_source_once'), models.UniqueConstraint(fields=('programme', 'study', 'sha256'), name='studies_text_once'), models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='studies_versions_begin_at_one'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='studies_text_is_not_empty'), models.CheckConstraint(condition=models.Q(('quotable', False), models.Q(models.Q(('consent', 'analyse'), _negated=True), ('withdrawn_at__isnull', True)), _connector='OR'), name='studies_quoted_only_with_consent')],
                },
            ),
            migrations.CreateModel(
                name='Pseudonym',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('mark', models.CharField(max_length=64)),
                    ('sealed', models.TextField()),
                    ('kind', models.CharField(choices=[('name', 'name'), ('place', 'place'), ('organisation', 'organisation'), ('phone', 'phone'), ('email', 'email'), ('date', 'date'), ('number', 'number'), ('other', 'other')], max_length=12)),
                    ('number', models.PositiveIntegerField()),
                    ('replacement', models.CharField(blank=True, max_length=80)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='pseudonyms', to='studies.study')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'mark'), name='studies_pseudonym_once')],
                },
            ),
            migrations.CreateModel(
                name='Member',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('part', models.CharField(choices=[('lead', 'lead'), ('coder', 'coder'), ('adviser', 'adviser'), ('observer', 'observer')], max_length=12)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='studies.study')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'worker'), name='studies_member_once')],
                },
            ),
            migrations.CreateModel(
                name='GroupTarget',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('group', models.CharField(choices=[('worker', 'worker'), ('person', 'person'), ('manager', 'manager'), ('practice', 'practice'), ('partner', 'partner'), ('other', 'other')], max_length=12)),
                    ('wanted', models.PositiveSmallIntegerField()),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='targets', to='studies.study')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'group'), name='studies_target_once'), models.CheckConstraint(condition=models.Q(('wanted__gte', 1)), name='studies_target_is_somebody')],
                },
            ),
            migrations.CreateModel(
                name='ChecklistAnswer',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('checklist', models.CharField(max_length=20)),
                    ('item', models.CharField(max_length=8)),
                    ('place', models.CharField(blank=True, max_length=120)),
                    ('text', models.TextField(blank=True)),
                    ('drafted', models.BooleanField(default=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'checklist', 'item'), name='studies_checklist_item_once'), models.CheckConstraint(condition=models.Q(('drafted', False), models.Q(('text', ''), _negated=True), _connector='OR'), name='studies_draft_says_something')],
                },
            ),
            migrations.CreateModel(
                name='Approval',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('body', models.CharField(max_length=200)),
                    ('reference', models.CharField(blank=True, max_length=100)),
                    ('first', models.DateField()),
                    ('last', models.DateField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='approvals', to='studies.study')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'study'], name='studies_approvals')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('last__isnull', True), ('first__lte', models.F('last')), _connector='OR'), name='studies_approval_in_order')],
                },
            ),
            migrations.CreateModel(
                name='Turn',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('start', models.PositiveIntegerField()),
                    ('said_from', models.PositiveIntegerField()),
                    ('end', models.PositiveIntegerField()),
                    ('speaker', models.CharField(blank=True, max_length=80)),
                    ('asks', models.BooleanField(default=False)),
                    ('begins_ms', models.PositiveIntegerField(null=True)),
                    ('ends_ms', models.PositiveIntegerField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('source', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='turns', to='studies.source')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'source', 'start'), name='studies_turn_once'), models.CheckConstraint(condition=models.Q(('start__lte', models.F('said_from')), ('said_from__lte', models.F('end')), ('start__lt', models.F('end'))), name='studies_turn_in_order'), models.CheckConstraint(condition=models.Q(('ends_ms__isnull', True), ('begins_ms__lte', models.F('ends_ms')), _connector='OR'), name='studies_turn_times_in_order')],
                },
            ),
            migrations.CreateModel(
                name='Recording',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('stored', models.CharField(max_length=80)),
                    ('media_type', models.CharField(max_length=40)),
                    ('size', models.BigIntegerField()),
                    ('sha256', models.CharField(max_length=64)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('source', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='recordings', to='studies.source')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'source'), name='studies_recording_once'), models.UniqueConstraint(fields=('programme', 'stored'), name='studies_recording_stored_once'), models.CheckConstraint(condition=models.Q(('size__gte', 1)), name='studies_recording_is_not_empty')],
                },
            ),
            migrations.CreateModel(
                name='FieldNote',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('held_on', models.DateField()),
                    ('place', models.CharField(blank=True, max_length=200)),
                    ('thoughts', models.TextField(blank=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('source', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='field_notes', to='studies.source')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'source'), name='studies_field_note_once')],
                },
            ),
            migrations.CreateModel(
                name='EarlierText',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('version', models.PositiveSmallIntegerField()),
                    ('text', models.TextField()),
                    ('sha256', models.CharField(max_length=64)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('source', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='earlier', to='studies.source')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'source', 'version'), name='studies_earlier_once'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='studies_earlier_is_not_empty')],
                },
            ),
        ]),
    ]
