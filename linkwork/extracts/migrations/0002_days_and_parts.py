import django.db.models.deletion
import linkwork.core.fields
from django.db import migrations, models

Q = models.Q


def field(name, kind):
    return migrations.AddField(model_name='extract', name=name, field=kind)


def check(name, condition):
    return migrations.AddConstraint(model_name='extract', constraint=models.CheckConstraint(condition=condition, name=name))


class Migration(migrations.Migration):

    dependencies = [('extracts', '0001_initial')]

    operations = [
        field('days', models.CharField(choices=[('exact', 'exact'), ('month', 'month'), ('shifted', 'shifted')], default='exact', max_length=8)),
        field('part', models.JSONField(default=dict)),
        field('released_at', models.DateTimeField(null=True)),
        field('base', models.PositiveSmallIntegerField(default=0)),
        field('removed_at', models.DateTimeField(null=True)),
        field('removed_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
        field('removed_why', models.CharField(default='', max_length=300)),
        check('extracts_days_are_known', Q(('days__in', ['exact', 'month', 'shifted']))),
        check('extracts_removed_with_reason', Q(Q(('removed_at__isnull', True), ('removed_why', '')), Q(('removed_at__isnull', False), Q(('removed_why', ''), _negated=True)), _connector='OR')),
        check('extracts_base_is_known', Q(('base__in', [0, 5]))),
    ]
