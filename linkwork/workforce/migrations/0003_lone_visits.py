import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
import linkwork.core.migrations
import linkwork.workforce.rules.texts
import linkwork.workforce.rules.visits
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0002_concerns_are_kept'),
        ('programmes', '0002_quiet_partners'),
        ('workforce', '0002_looking_after_workers'),
    ]

    operations = [
        linkwork.core.migrations.AtOnce(
            operations=[migrations.CreateModel(
                name='Visit',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('about', models.CharField(blank=True, max_length=120)),
                    ('address', models.CharField(blank=True, max_length=200)),
                    ('starts_at', models.DateTimeField()),
                    ('ends_at', models.DateTimeField()),
                    ('extended', models.PositiveSmallIntegerField(default=0)),
                    ('state', models.CharField(choices=[('planned', 'planned'), ('under_way', 'under_way'), ('ended', 'ended'), ('cancelled', 'cancelled')], max_length=10)),
                    ('started_at', models.DateTimeField(null=True)),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('buddy', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('case', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'state', 'ends_at'], name='workforce_visits_open'), models.Index(fields=['programme', 'worker', 'state'], name='workforce_visits_of')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('starts_at'))), name='workforce_visit_in_order'), models.CheckConstraint(condition=models.Q(('buddy', models.F('worker')), _negated=True), name='workforce_visit_buddy_is_another'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('state__in', (linkwork.workforce.rules.visits.VisitState['PLANNED'], linkwork.workforce.rules.visits.VisitState['UNDER_WAY'])), models.Q(('address', ''), _negated=True)), models.Q(models.Q(('state__in', (linkwork.workforce.rules.visits.VisitState['PLANNED'], linkwork.workforce.rules.visits.VisitState['UNDER_WAY'])), _negated=True), ('about', ''), ('address', ''), ('ended_at__isnull', False)), _connector='OR'), name='workforce_visit_over_is_wiped'), models.CheckConstraint(condition=models.Q(models.Q(('state', linkwork.workforce.rules.visits.VisitState['UNDER_WAY']), _negated=True), ('started_at__isnull', False), _connector='OR'), name='workforce_visit_under_way_started')],
                },
            ), migrations.CreateModel(
                name='VisitAlarm',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('kind', models.CharField(choices=[('late', 'late'), ('unsafe', 'unsafe')], max_length=6)),
                    ('state', models.CharField(choices=[('raised', 'raised'), ('acknowledged', 'acknowledged'), ('resolved', 'resolved')], max_length=12)),
                    ('raised_at', models.DateTimeField()),
                    ('reached_at', models.DateTimeField(null=True)),
                    ('resolved_at', models.DateTimeField(null=True)),
                    ('words', models.TextField(blank=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('reached_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('resolved_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('visit', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='alarms', to='workforce.visit')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', (linkwork.workforce.rules.visits.AlarmState['RAISED'], linkwork.workforce.rules.visits.AlarmState['ACKNOWLEDGED']))), fields=('programme', 'visit'), name='workforce_one_alarm_running'), models.CheckConstraint(condition=models.Q(models.Q(('reached_at__isnull', True), ('resolved_at__isnull', True), ('state', linkwork.workforce.rules.visits.AlarmState['RAISED'])), models.Q(('reached_at__isnull', False), ('resolved_at__isnull', True), ('state', linkwork.workforce.rules.visits.AlarmState['ACKNOWLEDGED'])), models.Q(('resolved_at__isnull', False), ('state', linkwork.workforce.rules.visits.AlarmState['RESOLVED'])), _connector='OR'), name='workforce_alarm_whole'), models.CheckConstraint(condition=models.Q(models.Q(('reached_at__isnull', True), ('reached_by__isnull', True)), models.Q(('reached_at__isnull', False), ('reached_by__isnull', False)), _connector='OR'), name='workforce_alarm_reached_by_one')],
                },
            ), migrations.CreateModel(
                name='VisitLadder',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('worker_after', models.PositiveSmallIntegerField()),
                    ('buddy_after', models.PositiveSmallIntegerField()),
                    ('manager_after', models.PositiveSmallIntegerField()),
                    ('second_after', models.PositiveSmallIntegerField()),
                    ('emergency_after', models.PositiveSmallIntegerField()),
                    ('words', models.CharField(blank=True, max_length=400)),
                    ('manager', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('second', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme',), name='workforce_one_ladder'), models.CheckConstraint(condition=models.Q(('buddy_after__gte', models.F('worker_after')), ('manager_after__gte', models.F('buddy_after')), ('second_after__gte', models.F('manager_after')), ('emergency_after__gte', models.F('second_after'))), name='workforce_ladder_in_order')],
                },
            ), migrations.CreateModel(
                name='VisitPlace',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('latitude', models.FloatField()),
                    ('longitude', models.FloatField()),
                    ('within_metres', models.PositiveIntegerField()),
                    ('shared_at', models.DateTimeField()),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('visit', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='workforce.visit')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'visit'), name='workforce_visit_place_once'), models.CheckConstraint(condition=models.Q(('latitude__range', (-90, 90)), ('longitude__range', (-180, 180))), name='workforce_visit_place_on_earth')],
                },
            ), migrations.CreateModel(
                name='VisitRung',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('rung', models.CharField(choices=[('worker', 'worker'), ('buddy', 'buddy'), ('manager', 'manager'), ('second', 'second'), ('emergency', 'emergency')], max_length=10)),
                    ('asked_at', models.DateTimeField()),
                    ('alarm', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='rungs', to='workforce.visitalarm')),
                    ('asked', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'alarm', 'rung'), name='workforce_rung_once')],
                },
            ), migrations.CreateModel(
                name='VisitText',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('rung', models.CharField(choices=[('worker', 'worker'), ('buddy', 'buddy'), ('manager', 'manager'), ('second', 'second'), ('emergency', 'emergency')], max_length=10)),
                    ('state', models.CharField(choices=[('waiting', 'waiting'), ('sent', 'sent'), ('failed', 'failed'), ('stopped', 'stopped')], max_length=8)),
                    ('tries', models.PositiveSmallIntegerField(default=0)),
                    ('done_at', models.DateTimeField(null=True)),
                    ('alarm', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workforce.visitalarm')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'state'], name='workforce_texts_waiting')],
                    'constraints': [models.UniqueConstraint(fields=('programme', 'alarm', 'rung', 'worker'), name='workforce_text_once'), models.CheckConstraint(condition=models.Q(models.Q(('done_at__isnull', True), ('state', linkwork.workforce.rules.texts.TextState['WAITING'])), models.Q(models.Q(('state', linkwork.workforce.rules.texts.TextState['WAITING']), _negated=True), ('done_at__isnull', False)), _connector='OR'), name='workforce_text_done_when')],
                },
            ), migrations.CreateModel(
                name='OwnPhone',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('number', models.CharField(max_length=20)),
                    ('heard_at', models.DateTimeField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'worker'), name='workforce_one_phone'), models.UniqueConstraint(fields=('programme', 'number'), name='workforce_phone_of_one'), models.CheckConstraint(condition=models.Q(('number__startswith', '+')), name='workforce_phone_with_country')],
                },
            ), migrations.CreateModel(
                name='PlaceWarning',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('place', models.CharField(max_length=200)),
                    ('words', models.CharField(max_length=200)),
                    ('review_on', models.DateField()),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'ended_at'], name='workforce_warnings_held')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('place', ''), _negated=True), models.Q(('words', ''), _negated=True)), name='workforce_warning_says_something')],
                },
            )],
        ),
    ]
