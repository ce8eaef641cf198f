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
                name='Supervision',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('kind', models.CharField(choices=[('managerial', 'managerial'), ('clinical', 'clinical'), ('peer', 'peer')], max_length=10)),
                    ('held_on', models.DateField()),
                    ('agreed', models.TextField(blank=True)),
                    ('partner', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'worker', 'held_on'], name='workforce_by_worker')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('partner__isnull', True), models.Q(('partner', models.F('worker')), _negated=True), _connector='OR'), name='workforce_takes_two')],
                },
            ),
        ]),
    ]
