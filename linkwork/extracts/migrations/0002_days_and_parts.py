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
            migrations.AddConstraint(
                model_name='extract',
                constraint=models.CheckConstraint(condition=models.Q(('days__in', ['exact', 'month', 'shifted'])), name='extracts_days_are_known'),
            ),
        ]),
    ]
