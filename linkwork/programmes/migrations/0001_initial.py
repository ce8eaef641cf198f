import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
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
                ('chase_after_days', models.PositiveSmallIntegerField(default=7)),
                ('follow_up_after_days', models.PositiveSmallIntegerField(default=14)),
                ('demonstration', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('latitude__isnull', True), ('longitude__isnull', True)), models.Q(('latitude__isnull', False), ('latitude__range', (-90, 90)), ('longitude__isnull', False), ('longitude__range', (-180, 180))), _connector='OR'), name='programme_place_is_whole')],
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
                ('login', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('programme', 'login'), name='programme_one_worker_per_login'), models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='programme_worker_days_in_order')],
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
    ]
