import django.db.models.deletion
import linkwork.core.fields
from django.db import migrations, models
from linkwork.core.migrations import AtOnce


class Migration(migrations.Migration):

    dependencies = [('extracts', '0001_initial')]

    operations = [
        AtOnce([
            migrations.AddField(
                model_name='extract', name='days',
                field=models.CharField(choices=[('exact', 'exact'), ('month', 'month'), ('shifted', 'shifted')], default='exact', max_length=8),
            ),
            migrations.AddField(model_name='extract', name='part', field=models.JSONField(default=dict)),
            migrations.AddField(model_name='extract', name='removed_at', field=models.DateTimeField(null=True)),
            migrations.AddField(
                model_name='extract', name='removed_by',
                field=linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker'),
            ),
            migrations.AddField(model_name='extract', name='removed_why', field=models.CharField(default='', max_length=300)),
            migrations.AddConstraint(
                model_name='extract',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('removed_at__isnull', True), ('removed_why', '')), models.Q(('removed_at__isnull', False), models.Q(('removed_why', ''), _negated=True)), _connector='OR'), name='extracts_removed_with_reason'),
            ),
            migrations.AddConstraint(
                model_name='extract',
                constraint=models.CheckConstraint(condition=models.Q(('days__in', ['exact', 'month', 'shifted'])), name='extracts_days_are_known'),
            ),
        ]),
    ]
