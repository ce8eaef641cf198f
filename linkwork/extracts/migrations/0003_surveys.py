from django.db import migrations, models
from linkwork.core.migrations import AtOnce


class Migration(migrations.Migration):

    dependencies = [('extracts', '0002_days_and_parts')]

    operations = [
        AtOnce([
            migrations.AlterField(
                model_name='extract', name='origin',
                field=models.CharField(choices=[('record', 'record'), ('log', 'log'), ('survey', 'survey')], max_length=8),
            ),
            migrations.RemoveConstraint(model_name='extract', name='extracts_origin_is_known'),
            migrations.AddConstraint(
                model_name='extract',
                constraint=models.CheckConstraint(condition=models.Q(('origin__in', ['record', 'log', 'survey'])), name='extracts_origin_is_known'),
            ),
        ]),
    ]
