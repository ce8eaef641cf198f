import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
from linkwork.core.migrations import AtOnce
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('portraits', '0001_initial'),
        ('programmes', '0001_first_edition'),
    ]

    operations = [
        AtOnce([
            migrations.CreateModel(
                name='Recommendation',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('title', models.CharField(max_length=160)),
                    ('advice', models.TextField()),
                    ('stage', models.CharField(choices=[('initiation', 'initiation'), ('operation', 'operation'), ('maintenance', 'maintenance')], max_length=12)),
                    ('audience', models.CharField(choices=[('starter', 'starter'), ('manager', 'manager'), ('worker', 'worker'), ('practice', 'practice'), ('partner', 'partner'), ('funder', 'funder'), ('evaluator', 'evaluator')], max_length=12)),
                    ('barrier', models.CharField(blank=True, max_length=300)),
                    ('settings', models.JSONField(default=list)),
                    ('constructs', models.JSONField(default=list)),
                    ('strategies', models.JSONField(default=list)),
                    ('checklist', models.JSONField(default=list)),
                    ('language', models.CharField(default='en', max_length=16)),
                    ('titles', models.JSONField(default=dict)),
                    ('published_at', models.DateTimeField(null=True)),
                    ('author', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'title'), name='recommendation_title_once'), models.CheckConstraint(condition=models.Q(models.Q(('title', ''), _negated=True), models.Q(('advice', ''), _negated=True)), name='recommendation_says_something')],
                },
            ),
            migrations.CreateModel(
                name='RestsOn',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('recommendation', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.CASCADE, related_name='rests_on', to='toolkit.recommendation')),
                    ('statement', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='portraits.statement')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'recommendation', 'statement'), name='recommendation_statement_once')],
                },
            ),
            migrations.CreateModel(
                name='Step',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('kind', models.CharField(choices=[('ask', 'ask'), ('want', 'want'), ('agree', 'agree'), ('publish', 'publish'), ('withdraw', 'withdraw')], max_length=12)),
                    ('text', models.TextField(blank=True)),
                    ('fingerprint', models.CharField(max_length=64)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('recommendation', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='toolkit.recommendation')),
                    ('worker', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['want', 'withdraw']), _negated=True), models.Q(('text', ''), _negated=True), _connector='OR'), name='recommendation_step_says_why')],
                },
            ),
            migrations.CreateModel(
                name='Version',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('number', models.PositiveIntegerField()),
                    ('hash', models.CharField(max_length=64)),
                    ('content', models.JSONField()),
                    ('changes', models.JSONField()),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'number'), name='toolkit_version_number_once')],
                },
            ),
            migrations.CreateModel(
                name='Imprint',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('address', models.CharField(blank=True, max_length=200)),
                    ('mail', models.CharField(blank=True, max_length=200)),
                    ('licence', models.CharField(max_length=20)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme',), name='toolkit_imprint_once'), models.CheckConstraint(condition=models.Q(('licence', ''), _negated=True), name='toolkit_imprint_has_licence')],
                },
            ),
        ]),
    ]
