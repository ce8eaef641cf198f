import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
import linkwork.core.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('coding', '0003_steps_and_memos'),
        ('programmes', '0002_quiet_partners'),
        ('studies', '0002_studies_in_depth'),
    ]

    operations = [
        linkwork.core.migrations.AtOnce(
            operations=[migrations.CreateModel(
                name='Round',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                    ('title', models.CharField(max_length=200)),
                    ('purpose', models.CharField(choices=[('double', 'double'), ('practice', 'practice'), ('open', 'open')], max_length=12)),
                    ('unit', models.CharField(choices=[('given', 'given'), ('character', 'character'), ('sentence', 'sentence'), ('paragraph', 'paragraph'), ('turn', 'turn'), ('window', 'window'), ('document', 'document'), ('passage', 'passage'), ('continuum', 'continuum')], max_length=12)),
                    ('window', models.PositiveIntegerField(null=True)),
                    ('blind', models.BooleanField()),
                    ('expert', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('codebook', models.PositiveIntegerField(null=True)),
                    ('opened_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('closed_at', models.DateTimeField(null=True)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'title'), name='coding_round_once'), models.CheckConstraint(condition=models.Q(('closed_at__isnull', True), ('closed_at__gte', models.F('created_at')), _connector='OR'), name='coding_round_closes_after_opening'), models.CheckConstraint(condition=models.Q(models.Q(('unit', 'window'), ('window__isnull', False)), models.Q(models.Q(('unit', 'window'), _negated=True), ('window__isnull', True)), _connector='OR'), name='coding_round_window_has_length'), models.CheckConstraint(condition=models.Q(models.Q(('blind', True), ('expert__isnull', False), ('purpose', 'practice')), models.Q(models.Q(('purpose', 'practice'), _negated=True), ('expert__isnull', True)), _connector='OR'), name='coding_practice_has_an_expert')],
                },
            ), migrations.CreateModel(
                name='RoundSource',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('round', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='sources', to='coding.round')),
                    ('source', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.source')),
                    ('settled_at', models.DateTimeField(null=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'source'], name='coding_rounds_of_source')],
                    'constraints': [models.UniqueConstraint(fields=('programme', 'round', 'source'), name='coding_source_once_in_round'), models.UniqueConstraint(condition=models.Q(('settled_at__isnull', False)), fields=('programme', 'source'), name='coding_source_settled_once')],
                },
            ), migrations.CreateModel(
                name='RoundCoder',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('round', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='coders', to='coding.round')),
                    ('coder', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'coder'], name='coding_rounds_of_coder')],
                    'constraints': [models.UniqueConstraint(fields=('programme', 'round', 'coder'), name='coding_coder_once_in_round')],
                },
            ), migrations.CreateModel(
                name='RoundDone',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('round', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='marks', to='coding.round')),
                    ('source', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.source')),
                    ('coder', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'round', 'source', 'coder'), name='coding_done_once')],
                },
            ), migrations.CreateModel(
                name='Attempt',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('round', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='attempts', to='coding.round')),
                    ('coder', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('number', models.PositiveSmallIntegerField()),
                    ('found', models.JSONField()),
                    ('digest', models.CharField(max_length=64)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'round', 'coder', 'number'), name='coding_attempt_once'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='coding_attempts_begin_at_one')],
                },
            ), migrations.CreateModel(
                name='Decision',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('round', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='coding.round')),
                    ('source', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.source')),
                    ('sort', models.CharField(choices=[('same', 'same'), ('weight', 'weight'), ('boundary', 'boundary'), ('code', 'code'), ('only', 'only')], max_length=12)),
                    ('choice', models.CharField(choices=[('agreed', 'agreed'), ('one', 'one'), ('both', 'both'), ('neither', 'neither')], max_length=12)),
                    ('members', models.JSONField()),
                    ('taken', models.JSONField()),
                    ('digest', models.CharField(max_length=64)),
                    ('reason', models.TextField(blank=True)),
                    ('decided_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('undone_at', models.DateTimeField(null=True)),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'round', 'source'], name='coding_decisions_of_source')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('undone_at__isnull', True), ('undone_at__gte', models.F('created_at')), _connector='OR'), name='coding_decision_undone_after')],
                },
            )],
        ),
        migrations.AlterField(
            model_name='coding',
            name='origin',
            field=models.CharField(choices=[('manual', 'manual'), ('import', 'import'), ('suggestion', 'suggestion'), ('search', 'search'), ('consensus', 'consensus')], max_length=12),
        ),
        migrations.AddField(
            model_name='coding',
            name='decision',
            field=linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='codings', to='coding.decision'),
        ),
        migrations.AddConstraint(
            model_name='coding',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('coder__isnull', True), ('decision__isnull', False), ('origin', 'consensus')), models.Q(models.Q(('origin', 'consensus'), _negated=True), ('decision__isnull', True)), _connector='OR'), name='coding_consensus_is_decided'),
        ),
    ]
