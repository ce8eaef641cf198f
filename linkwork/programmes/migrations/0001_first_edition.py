import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
from django.conf import settings
from linkwork.core.migrations import AtOnce
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        AtOnce([
            migrations.CreateModel(
                name='Login',
                fields=[
                    ('password', models.CharField(max_length=128, verbose_name='password')),
                    ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('email', models.EmailField(max_length=254, unique=True)),
                    ('language', models.CharField(blank=True, max_length=10)),
                    ('is_active', models.BooleanField(default=True)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Programme',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('name', models.CharField(max_length=120, unique=True)),
                    ('host', models.CharField(blank=True, max_length=160)),
                    ('model', models.CharField(choices=[('link_work', 'link_work'), ('peer_support', 'peer_support'), ('outreach', 'outreach')], max_length=20)),
                    ('worker_word', models.CharField(max_length=40)),
                    ('person_word', models.CharField(max_length=40)),
                    ('people_word', models.CharField(max_length=40)),
                    ('area', models.CharField(blank=True, max_length=120)),
                    ('latitude', models.FloatField(null=True)),
                    ('longitude', models.FloatField(null=True)),
                    ('target_group', models.CharField(blank=True, max_length=200)),
                    ('target_size', models.PositiveIntegerField(null=True)),
                    ('answer_within_days', models.PositiveSmallIntegerField(default=5)),
                    ('urgent_within_days', models.PositiveSmallIntegerField(default=1)),
                    ('chase_after_days', models.PositiveSmallIntegerField(default=7)),
                    ('chase_times', models.PositiveSmallIntegerField(default=2)),
                    ('remind_before_hours', models.PositiveSmallIntegerField(default=24)),
                    ('follow_up_after_days', models.PositiveSmallIntegerField(default=14)),
                    ('notes_lock_after_days', models.PositiveSmallIntegerField(default=10)),
                    ('acknowledge_within_hours', models.PositiveSmallIntegerField(default=24)),
                    ('danger_within_hours', models.PositiveSmallIntegerField(default=4)),
                    ('emergency_phone', models.CharField(blank=True, max_length=40)),
                    ('safeguarding_contact', models.CharField(blank=True, max_length=200)),
                    ('lists', models.JSONField(default=dict)),
                    ('plans_need_approval', models.BooleanField(default=False)),
                    ('reopen_within_days', models.PositiveSmallIntegerField(default=28)),
                    ('quiet_after_weeks', models.PositiveSmallIntegerField(null=True)),
                    ('demonstration', models.BooleanField(default=False)),
                    ('created_at', models.DateTimeField()),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('latitude__isnull', True), ('longitude__isnull', True)), models.Q(('latitude__isnull', False), ('latitude__range', (-90, 90)), ('longitude__isnull', False), ('longitude__range', (-180, 180))), _connector='OR'), name='programme_place_is_whole'), models.CheckConstraint(condition=models.Q(('acknowledge_within_hours__gte', 1), ('danger_within_hours__gte', 1), ('danger_within_hours__lte', models.F('acknowledge_within_hours'))), name='programme_danger_is_quicker')],
                },
            ),
            migrations.CreateModel(
                name='Worker',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('name', models.CharField(max_length=120)),
                    ('title', models.CharField(blank=True, max_length=80)),
                    ('languages', models.CharField(blank=True, max_length=200)),
                    ('since', models.DateField()),
                    ('until', models.DateField(null=True)),
                    ('safeguarding_rank', models.PositiveSmallIntegerField(null=True)),
                    ('takes_late', models.BooleanField(default=False)),
                    ('login', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'login'), name='programme_one_worker_per_login'), models.UniqueConstraint(condition=models.Q(('takes_late', True)), fields=('programme',), name='programme_one_takes_late'), models.UniqueConstraint(fields=('programme', 'safeguarding_rank'), name='programme_safeguarding_rank_once'), models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='programme_worker_days_in_order')],
                },
            ),
            migrations.CreateModel(
                name='Membership',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('role', models.CharField(choices=[('worker', 'worker'), ('manager', 'manager'), ('supervisor', 'supervisor'), ('evaluator', 'evaluator'), ('adviser', 'adviser'), ('administrator', 'administrator')], max_length=14)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='programmes.worker')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'worker', 'role'), name='programme_role_once')],
                },
            ),
            migrations.CreateModel(
                name='LetterRow',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('kind', models.CharField(max_length=60)),
                    ('about_id', models.UUIDField()),
                    ('state', models.CharField(choices=[('waiting', 'waiting'), ('delivered', 'delivered'), ('failed', 'failed'), ('stopped', 'stopped')], max_length=10)),
                    ('to', models.EmailField(max_length=254)),
                    ('language', models.CharField(max_length=10)),
                    ('sender', models.CharField(blank=True, max_length=120)),
                    ('token', models.CharField(blank=True, max_length=200)),
                    ('tries', models.PositiveSmallIntegerField(default=0)),
                    ('try_from', models.DateTimeField()),
                    ('done_at', models.DateTimeField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'state', 'try_from'], name='programme_letters_waiting'), models.Index(fields=['programme', 'about_id'], name='programme_letters_about')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('done_at__isnull', True), ('state', 'waiting')), models.Q(models.Q(('state', 'waiting'), _negated=True), ('done_at__isnull', False), ('token', '')), _connector='OR'), name='programme_letter_done_is_wiped'), models.CheckConstraint(condition=models.Q(models.Q(('to', ''), _negated=True), models.Q(('kind', ''), _negated=True)), name='programme_letter_has_address')],
                },
            ),
            migrations.CreateModel(
                name='Site',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('name', models.CharField(max_length=120)),
                    ('kind', models.CharField(choices=[('practice', 'practice'), ('office', 'office'), ('venue', 'venue'), ('home', 'home'), ('remote', 'remote')], max_length=12)),
                    ('latitude', models.FloatField(null=True)),
                    ('longitude', models.FloatField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'name'), name='programme_site_once')],
                },
            ),
            migrations.CreateModel(
                name='StageRow',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('stage', models.CharField(choices=[('initiation', 'initiation'), ('operation', 'operation'), ('maintenance', 'maintenance')], max_length=12)),
                    ('starts_on', models.DateField()),
                    ('note', models.CharField(blank=True, max_length=200)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'stage'), name='programme_stage_once'), models.UniqueConstraint(fields=('programme', 'starts_on'), name='programme_stage_days_differ')],
                },
            ),
        ]),
    ]
