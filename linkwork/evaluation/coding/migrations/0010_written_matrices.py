import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
import linkwork.core.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('coding', '0009_saved_tables'),
        ('programmes', '0002_quiet_partners'),
        ('studies', '0002_studies_in_depth'),
    ]

    operations = [
        linkwork.core.migrations.AtOnce(
            operations=[
                migrations.CreateModel(
                    name='WrittenMatrix',
                    fields=[
                        ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                        ('created_at', models.DateTimeField()),
                        ('title', models.CharField(max_length=200)),
                        ('kind', models.CharField(choices=[('framework', 'framework'), ('rapid', 'rapid')], max_length=12)),
                        ('removed_at', models.DateTimeField(null=True)),
                        ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                        ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('removed_at__isnull', True)), fields=('programme', 'study', 'title'), name='coding_matrix_titled_once'), models.CheckConstraint(condition=models.Q(('removed_at__isnull', True), ('removed_at__gte', models.F('created_at')), _connector='OR'), name='coding_matrix_removed_after')],
                    },
                ),
                migrations.CreateModel(
                    name='MatrixTheme',
                    fields=[
                        ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                        ('created_at', models.DateTimeField()),
                        ('position', models.PositiveSmallIntegerField()),
                        ('frame', models.CharField(blank=True, max_length=40)),
                        ('construct', models.CharField(blank=True, max_length=80)),
                        ('heading', models.CharField(blank=True, max_length=200)),
                        ('left_at', models.DateTimeField(null=True)),
                        ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                        ('matrix', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='themes', to='coding.writtenmatrix')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('programme', 'matrix', 'frame', 'construct', 'heading'), name='coding_theme_once'), models.CheckConstraint(condition=models.Q(models.Q(models.Q(('frame', ''), _negated=True), models.Q(('construct', ''), _negated=True), ('heading', '')), models.Q(('construct', ''), ('frame', ''), models.Q(('heading', ''), _negated=True)), _connector='OR'), name='coding_theme_is_code_or_words')],
                    },
                ),
                migrations.CreateModel(
                    name='CellSummary',
                    fields=[
                        ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                        ('created_at', models.DateTimeField()),
                        ('text', models.TextField(blank=True)),
                        ('links', models.JSONField(default=list)),
                        ('basis', models.JSONField(default=dict)),
                        ('text_hash', models.CharField(max_length=64)),
                        ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                        ('source', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.source')),
                        ('written_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                        ('theme', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='summaries', to='coding.matrixtheme')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['programme', 'source', 'theme'], name='coding_summaries_of_source')],
                    },
                ),
            ],
        ),
    ]
