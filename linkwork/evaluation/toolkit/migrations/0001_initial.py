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
                    ('strategies', models.JSONField(default=list)),
                    ('checklist', models.JSONField(default=list)),
                    ('published_at', models.DateTimeField(null=True)),
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
        ]),
    ]
