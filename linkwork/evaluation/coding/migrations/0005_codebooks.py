import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
from linkwork.core.migrations import AtOnce
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('coding', '0004_rounds'),
        ('programmes', '0001_practice_in_depth'),
        ('studies', '0001_initial'),
    ]

    operations = [
        AtOnce([
            migrations.CreateModel(
                name='StudyFrame',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                    ('frame', models.CharField(max_length=40)),
                    ('position', models.PositiveSmallIntegerField()),
                    ('left_out', models.JSONField(default=list)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'frame'), name='coding_frame_once')],
                },
            ),
            migrations.CreateModel(
                name='CodeList',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                    ('title', models.CharField(max_length=120)),
                    ('title_key', models.CharField(max_length=120)),
                    ('kind', models.CharField(choices=[('deductive', 'deductive'), ('inductive', 'inductive'), ('own', 'own')], max_length=12)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'title_key'), name='coding_list_once')],
                },
            ),
            migrations.CreateModel(
                name='OwnCode',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('code_list', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='codes', to='coding.codelist')),
                    ('parent', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='coding.owncode')),
                    ('name', models.CharField(max_length=120)),
                    ('name_key', models.CharField(max_length=120)),
                    ('definition', models.TextField(blank=True)),
                    ('include', models.TextField(blank=True)),
                    ('exclude', models.TextField(blank=True)),
                    ('example', models.TextField(blank=True)),
                    ('colour', models.PositiveSmallIntegerField()),
                    ('position', models.PositiveSmallIntegerField()),
                    ('retired_at', models.DateTimeField(null=True)),
                    ('merged_into', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='coding.owncode')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'code_list', 'position'], name='coding_codes_of_list')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('merged_into__isnull', True)), fields=('programme', 'code_list', 'name_key'), name='coding_own_code_once'), models.CheckConstraint(condition=models.Q(('colour__range', (1, 8))), name='coding_colour_of_palette'), models.CheckConstraint(condition=models.Q(('parent__isnull', True), models.Q(('parent', models.F('id')), _negated=True), _connector='OR'), name='coding_not_its_own_parent'), models.CheckConstraint(condition=models.Q(('merged_into__isnull', True), models.Q(('merged_into', models.F('id')), _negated=True), _connector='OR'), name='coding_not_merged_into_itself')],
                },
            ),
            migrations.CreateModel(
                name='CodeMapping',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('code', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='mappings', to='coding.owncode')),
                    ('frame', models.CharField(max_length=40)),
                    ('construct', models.CharField(max_length=80)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'code', 'frame', 'construct'), name='coding_mapping_once')],
                },
            ),
            migrations.CreateModel(
                name='Merge',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('code', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='coding.owncode')),
                    ('into', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='coding.owncode')),
                    ('children', models.JSONField(default=list)),
                    ('mappings', models.JSONField(default=list)),
                    ('undone_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('undone_at__isnull', True)), fields=('programme', 'code'), name='coding_merged_once_at_a_time'), models.CheckConstraint(condition=models.Q(('code', models.F('into')), _negated=True), name='coding_merge_takes_two'), models.CheckConstraint(condition=models.Q(('undone_at__isnull', True), ('undone_at__gte', models.F('created_at')), _connector='OR'), name='coding_merge_undone_after')],
                },
            ),
            migrations.CreateModel(
                name='MergedCoding',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('merge', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='codings', to='coding.merge')),
                    ('coding', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='coding.coding')),
                    ('had_both', models.BooleanField()),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'merge', 'coding'), name='coding_moved_once')],
                },
            ),
            migrations.CreateModel(
                name='CodebookVersion',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                    ('number', models.PositiveSmallIntegerField()),
                    ('name', models.CharField(max_length=120)),
                    ('note', models.CharField(blank=True, max_length=300)),
                    ('frozen_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('content', models.JSONField()),
                    ('sha256', models.CharField(max_length=64)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'number'), name='coding_version_once'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='coding_versions_begin_at_one')],
                },
            ),
            migrations.CreateModel(
                name='StudyMethod',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                    ('method', models.CharField(choices=[('content_directed', 'content_directed'), ('content_conventional', 'content_conventional'), ('content_summative', 'content_summative'), ('thematic', 'thematic'), ('framework', 'framework'), ('rapid', 'rapid')], max_length=24)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study'), name='coding_one_method_a_study')],
                },
            ),
            migrations.CreateModel(
                name='MethodPhase',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                    ('phase', models.CharField(max_length=40)),
                    ('done_on', models.DateField(null=True)),
                    ('note', models.TextField(blank=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'phase'), name='coding_phase_once')],
                },
            ),
        ]),
    ]
