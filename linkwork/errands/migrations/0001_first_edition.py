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
                name='Errand',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('kind', models.CharField(max_length=40)),
                    ('about', models.CharField(blank=True, max_length=160)),
                    ('given', models.JSONField(default=dict)),
                    ('language', models.CharField(max_length=10)),
                    ('state', models.CharField(choices=[('waiting', 'waiting'), ('working', 'working'), ('done', 'done'), ('failed', 'failed'), ('stopped', 'stopped')], max_length=8)),
                    ('parts', models.PositiveIntegerField(default=0)),
                    ('parts_done', models.PositiveIntegerField(default=0)),
                    ('doing', models.CharField(blank=True, max_length=200)),
                    ('tries', models.PositiveSmallIntegerField(default=0)),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('error', models.CharField(blank=True, max_length=600)),
                    ('brought', models.JSONField(default=dict)),
                    ('asked_by', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'asked_by', 'id'], name='errands_of_asker'), models.Index(condition=models.Q(('ended_at__isnull', True)), fields=['state', 'programme'], name='errands_to_do')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('state__in', ['waiting', 'working'])), models.Q(('ended_at__isnull', False), ('state__in', ['done', 'failed', 'stopped'])), _connector='OR'), name='errands_ended_says_when'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'failed'), models.Q(('error', ''), _negated=True)), models.Q(models.Q(('state', 'failed'), _negated=True), ('error', '')), _connector='OR'), name='errands_failed_says_why'), models.UniqueConstraint(condition=models.Q(('state', 'working')), fields=('programme',), name='errands_one_at_a_time')],
                },
            ),
        ]),
    ]
