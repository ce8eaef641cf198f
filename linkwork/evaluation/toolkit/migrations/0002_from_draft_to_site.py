import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
from linkwork.core.migrations import AtOnce
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('programmes', '0001_first_edition'),
        ('toolkit', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='recommendation',
            name='author',
            field=linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker'),
        ),
        migrations.AddField(
            model_name='recommendation',
            name='constructs',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='recommendation',
            name='language',
            field=models.CharField(default='en', max_length=16),
        ),
        migrations.AddField(
            model_name='recommendation',
            name='settings',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='recommendation',
            name='titles',
            field=models.JSONField(default=dict),
        ),
        AtOnce([
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
        ]),
    ]
