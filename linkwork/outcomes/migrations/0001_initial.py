import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casework', '0001_initial'),
        ('programmes', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField()),
                ('direction', models.CharField(choices=[('better', 'better'), ('same', 'same'), ('worse', 'worse'), ('too_early', 'too_early')], max_length=10)),
                ('words', models.TextField(blank=True)),
                ('noted_on', models.DateField()),
                ('case', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ('worker', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
            ],
            options={
                'indexes': [models.Index(fields=['programme', 'case', 'noted_on'], name='outcomes_by_case')],
                'constraints': [models.CheckConstraint(condition=models.Q(('direction__in', ['better', 'same', 'worse', 'too_early'])), name='outcomes_direction_is_known')],
            },
        ),
    ]
