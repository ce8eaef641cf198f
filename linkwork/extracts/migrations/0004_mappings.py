import django.db.models.deletion
from django.db import migrations, models

import linkwork.core.ids
from linkwork.core.migrations import AtOnce


class Migration(migrations.Migration):

    dependencies = [
        ('extracts', '0003_surveys'),
        ('programmes', '0001_first_edition'),
    ]

    operations = [
        AtOnce([
            migrations.AddField(
                model_name='extract',
                name='released_why',
                field=models.CharField(default='', max_length=300),
            ),
            migrations.CreateModel(
                name='SavedMapping',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('name', models.CharField(max_length=80)),
                    ('mapping', models.JSONField()),
                    ('changed_at', models.DateTimeField()),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'name'), name='extracts_mapping_name_once')],
                },
            ),
        ]),
    ]
