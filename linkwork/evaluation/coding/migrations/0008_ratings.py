import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
import linkwork.core.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('coding', '0007_ids_of_other_programs'),
        ('programmes', '0002_quiet_partners'),
        ('studies', '0002_studies_in_depth'),
    ]

    operations = [
        linkwork.core.migrations.AtOnce(
            operations=[migrations.CreateModel(
                name='RatingSheet',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                    ('title', models.CharField(max_length=200)),
                    ('kind', models.CharField(choices=[('programme', 'programme'), ('site', 'site'), ('stage', 'stage'), ('group', 'group'), ('source', 'source')], max_length=12)),
                    ('constructs', models.JSONField()),
                    ('settings', models.JSONField()),
                    ('upper', models.PositiveSmallIntegerField(null=True)),
                    ('opened_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('compared_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'title'), name='coding_sheet_once')],
                },
            ), migrations.CreateModel(
                name='RatingCase',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('sheet', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='coding.ratingsheet')),
                    ('name', models.CharField(max_length=200)),
                    ('position', models.PositiveSmallIntegerField()),
                    ('outcome', models.DecimalField(decimal_places=3, max_digits=12, null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'sheet', 'name'), name='coding_case_once')],
                },
            ), migrations.CreateModel(
                name='RatingRater',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('sheet', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='raters', to='coding.ratingsheet')),
                    ('rater', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'sheet', 'rater'), name='coding_rater_once')],
                },
            ), migrations.CreateModel(
                name='Rating',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('case', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='ratings', to='coding.ratingcase')),
                    ('frame', models.CharField(max_length=40)),
                    ('construct', models.CharField(max_length=80)),
                    ('rater', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('mark', models.CharField(choices=[('rated', 'rated'), ('mixed', 'mixed'), ('missing', 'missing')], max_length=12)),
                    ('value', models.SmallIntegerField(null=True)),
                    ('reason', models.TextField(blank=True)),
                    ('evidence', models.JSONField(default=list)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'case', 'frame', 'construct', 'rater'), name='coding_rating_once'), models.UniqueConstraint(condition=models.Q(('rater__isnull', True)), fields=('programme', 'case', 'frame', 'construct'), name='coding_rating_settled_once'), models.CheckConstraint(condition=models.Q(models.Q(('mark', 'rated'), ('value__isnull', False), ('value__range', (-2, 2))), models.Q(('mark', 'mixed'), ('value', 0), ('value__isnull', False)), models.Q(('mark', 'missing'), ('value__isnull', True)), _connector='OR'), name='coding_rating_mark_and_value')],
                },
            ), migrations.CreateModel(
                name='RatingRuling',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('sheet', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='rulings', to='coding.ratingsheet')),
                    ('case', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rulings', to='coding.ratingcase')),
                    ('frame', models.CharField(max_length=40)),
                    ('construct', models.CharField(max_length=80)),
                    ('flag', models.CharField(blank=True, choices=[('apart', 'apart'), ('no_evidence', 'no_evidence'), ('few_sources', 'few_sources')], max_length=12)),
                    ('upheld', models.BooleanField(null=True)),
                    ('verdict', models.CharField(blank=True, choices=[('strong', 'strong'), ('weak', 'weak'), ('mixed', 'mixed'), ('insufficient', 'insufficient')], max_length=12)),
                    ('note', models.TextField(blank=True)),
                    ('decided_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('case__isnull', False)), fields=('programme', 'case', 'frame', 'construct', 'flag'), name='coding_flag_ruled_once'), models.UniqueConstraint(condition=models.Q(('case__isnull', True)), fields=('programme', 'sheet', 'frame', 'construct'), name='coding_verdict_once'), models.CheckConstraint(condition=models.Q(models.Q(('case__isnull', False), ('upheld__isnull', False), ('verdict', ''), models.Q(('flag', ''), _negated=True)), models.Q(('case__isnull', True), ('flag', ''), ('upheld__isnull', True), models.Q(('verdict', ''), _negated=True)), _connector='OR'), name='coding_ruling_is_flag_or_verdict')],
                },
            )],
        ),
    ]
