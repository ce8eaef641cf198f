import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
import linkwork.directory.rules.kinds
from linkwork.core.migrations import AtOnce
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('programmes', '0001_first_edition'),
    ]

    operations = [
        AtOnce([
            migrations.CreateModel(
                name='Organisation',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('name', models.CharField(max_length=200)),
                    ('folded', models.CharField(max_length=200)),
                    ('description', models.TextField(blank=True)),
                    ('website', models.CharField(blank=True, max_length=500)),
                    ('phone', models.CharField(blank=True, max_length=120)),
                    ('email', models.CharField(blank=True, max_length=254)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'folded'), name='directory_organisation_once'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='directory_organisation_has_a_name')],
                },
            ),
            migrations.CreateModel(
                name='Service',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('name', models.CharField(max_length=200)),
                    ('folded', models.CharField(max_length=200)),
                    ('description', models.TextField(blank=True)),
                    ('category', models.CharField(blank=True, max_length=200)),
                    ('status', models.CharField(choices=[('active', 'active'), ('inactive', 'inactive'), ('defunct', 'defunct'), ('temporarily closed', 'temporarily closed')], default=linkwork.directory.rules.kinds.Status['ACTIVE'], max_length=20)),
                    ('phone', models.CharField(blank=True, max_length=120)),
                    ('email', models.CharField(blank=True, max_length=254)),
                    ('website', models.CharField(blank=True, max_length=500)),
                    ('location_type', models.CharField(choices=[('physical', 'physical'), ('virtual', 'virtual')], max_length=10)),
                    ('address', models.CharField(blank=True, max_length=300)),
                    ('latitude', models.FloatField(null=True)),
                    ('longitude', models.FloatField(null=True)),
                    ('precision', models.CharField(choices=[('address', 'address'), ('area', 'area'), ('none', 'none')], max_length=8)),
                    ('directions', models.TextField(blank=True)),
                    ('hours_text', models.TextField(blank=True)),
                    ('open_times', models.JSONField(null=True)),
                    ('cost_kind', models.CharField(choices=[('free', 'free'), ('paid', 'paid'), ('not stated', 'not stated')], max_length=12)),
                    ('cost_words', models.TextField(blank=True)),
                    ('cost_imputed', models.BooleanField(default=False)),
                    ('eligibility', models.TextField(blank=True)),
                    ('languages', models.JSONField(default=list)),
                    ('checked_on', models.DateField(null=True)),
                    ('checked_how', models.CharField(blank=True, max_length=10)),
                    ('doubt', models.CharField(blank=True, max_length=300)),
                    ('doubted_on', models.DateField(null=True)),
                    ('edited_on', models.DateField(null=True)),
                    ('source_name', models.CharField(blank=True, max_length=200)),
                    ('source_key', models.CharField(blank=True, max_length=120)),
                    ('source_date', models.DateField(null=True)),
                    ('source_url', models.CharField(blank=True, max_length=500)),
                    ('licence', models.CharField(blank=True, max_length=80)),
                    ('attribution', models.CharField(blank=True, max_length=300)),
                    ('organisation', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='services', to='directory.organisation')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'folded'], name='directory_service_by_name')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='directory_service_has_a_name'), models.CheckConstraint(condition=models.Q(models.Q(('latitude__isnull', True), ('longitude__isnull', True), ('precision', linkwork.directory.rules.kinds.Precision['NONE'])), models.Q(('latitude__isnull', False), ('longitude__isnull', False), ('latitude__range', (-90, 90)), ('longitude__range', (-180, 180)), models.Q(('precision', linkwork.directory.rules.kinds.Precision['NONE']), _negated=True)), _connector='OR'), name='directory_service_place_is_whole'), models.CheckConstraint(condition=models.Q(models.Q(('checked_how', ''), ('checked_on__isnull', True)), models.Q(('checked_how__in', ['phone', 'visit', 'provider', 'feed', 'outcome']), ('checked_on__isnull', False)), _connector='OR'), name='directory_service_check_is_whole'), models.CheckConstraint(condition=models.Q(models.Q(('doubt', ''), ('doubted_on__isnull', True)), models.Q(('doubted_on__isnull', False), models.Q(('doubt', ''), _negated=True)), _connector='OR'), name='directory_service_doubt_is_whole'), models.CheckConstraint(condition=models.Q(('cost_imputed', False), ('cost_kind', linkwork.directory.rules.kinds.CostKind['NOT_STATED']), _connector='OR'), name='directory_service_imputed_cost_is_not_stated')],
                },
            ),
            migrations.CreateModel(
                name='Entry',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('number', models.BigIntegerField(null=True)),
                    ('checked_on', models.DateField(null=True)),
                    ('x', models.FloatField(null=True)),
                    ('y', models.FloatField(null=True)),
                    ('z', models.FloatField(null=True)),
                    ('hours_known', models.BooleanField()),
                    ('day0', models.BigIntegerField(default=0)),
                    ('day1', models.BigIntegerField(default=0)),
                    ('day2', models.BigIntegerField(default=0)),
                    ('day3', models.BigIntegerField(default=0)),
                    ('day4', models.BigIntegerField(default=0)),
                    ('day5', models.BigIntegerField(default=0)),
                    ('day6', models.BigIntegerField(default=0)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('service', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.service')),
                ],
                options={
                    'indexes': [models.Index(fields=['number', 'programme', 'service', 'checked_on', 'x', 'y', 'z', 'hours_known'], name='directory_entry_narrow')],
                    'constraints': [models.UniqueConstraint(fields=('programme', 'service'), name='directory_entry_once'), models.UniqueConstraint(fields=('programme', 'number'), name='directory_entry_number_once'), models.CheckConstraint(condition=models.Q(models.Q(('x__isnull', True), ('y__isnull', True), ('z__isnull', True)), models.Q(('x__isnull', False), ('y__isnull', False), ('z__isnull', False)), _connector='OR'), name='directory_entry_place_is_whole')],
                },
            ),
            migrations.CreateModel(
                name='Check',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('on', models.DateField()),
                    ('right', models.BooleanField()),
                    ('how', models.CharField(blank=True, choices=[('phone', 'phone'), ('visit', 'visit'), ('provider', 'provider'), ('feed', 'feed'), ('outcome', 'outcome')], max_length=10)),
                    ('note', models.CharField(blank=True, max_length=300)),
                    ('by_kind', models.CharField(max_length=8)),
                    ('by_id', models.UUIDField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('service', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='checks', to='directory.service')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'service', '-id'], name='directory_check_of_service')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('right', True), models.Q(('how', ''), _negated=True)), models.Q(('right', False), models.Q(('note', ''), _negated=True)), _connector='OR'), name='directory_check_says_how_or_what')],
                },
            ),
        ]),
    ]
