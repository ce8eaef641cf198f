import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
import linkwork.core.migrations
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('coding', '0005_codebooks'),
        ('programmes', '0002_quiet_partners'),
        ('studies', '0002_studies_in_depth'),
    ]

    operations = [
        linkwork.core.migrations.AtOnce(
            operations=[migrations.CreateModel(
                name='AgreementRecord',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('created_at', models.DateTimeField()),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                    ('title', models.CharField(max_length=200)),
                    ('asked', models.JSONField()),
                    ('found', models.JSONField()),
                    ('digest', models.CharField(max_length=64)),
                    ('kept_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'study'], name='coding_records_of_study')],
                },
            )],
        ),
    ]
