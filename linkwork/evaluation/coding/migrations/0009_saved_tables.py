import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
import linkwork.core.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('coding', '0008_ratings'),
        ('programmes', '0002_quiet_partners'),
        ('studies', '0002_studies_in_depth'),
    ]

    operations = [
        linkwork.core.migrations.AtOnce(
            operations=[
                migrations.CreateModel(
                    name='SavedTable',
                    fields=[
                        ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                        ('created_at', models.DateTimeField()),
                        ('title', models.CharField(max_length=200)),
                        ('asked', models.JSONField()),
                        ('removed_at', models.DateTimeField(null=True)),
                        ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                        ('saved_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                        ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(condition=models.Q(('removed_at__isnull', True)), fields=('programme', 'study', 'title'), name='coding_table_titled_once'), models.CheckConstraint(condition=models.Q(('removed_at__isnull', True), ('removed_at__gte', models.F('created_at')), _connector='OR'), name='coding_table_removed_after')],
                    },
                ),
            ],
        ),
    ]
