import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
from linkwork.core.migrations import AtOnce
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('directory', '0001_initial'),
        ('programmes', '0001_practice_in_depth'),
    ]

    operations = [
        AtOnce([
            migrations.CreateModel(
                name='Meeting',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('title', models.CharField(max_length=160)),
                    ('starts_at', models.DateTimeField()),
                    ('place', models.CharField(blank=True, max_length=160)),
                    ('agenda', models.TextField(blank=True)),
                    ('minutes', models.TextField(blank=True)),
                    ('kept_at', models.DateTimeField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'starts_at'], name='partnerships_by_start')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('kept_at__isnull', False), ('minutes', ''), _connector='OR'), name='partnerships_minutes_are_kept')],
                },
            ),
            migrations.CreateModel(
                name='MeetingAction',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('what', models.CharField(max_length=240)),
                    ('due_on', models.DateField()),
                    ('done_at', models.DateTimeField(null=True)),
                    ('meeting', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.meeting')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'indexes': [models.Index(condition=models.Q(('done_at__isnull', True)), fields=['programme', 'worker', 'due_on'], name='partnerships_actions_due')],
                },
            ),
            migrations.CreateModel(
                name='Partner',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('name', models.CharField(max_length=160)),
                    ('sector', models.CharField(choices=[('health', 'health'), ('municipality', 'municipality'), ('school', 'school'), ('early_childhood', 'early_childhood'), ('community', 'community'), ('faith', 'faith'), ('housing', 'housing'), ('police', 'police'), ('employer', 'employer'), ('other', 'other')], max_length=16)),
                    ('note', models.TextField(blank=True)),
                    ('organisation', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.organisation')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'name'), name='partnerships_partner_once')],
                },
            ),
            migrations.CreateModel(
                name='Interaction',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('practice', models.CharField(choices=[('communication', 'communication'), ('shared_activity', 'shared_activity'), ('co_intervention', 'co_intervention'), ('role_awareness', 'role_awareness'), ('meeting', 'meeting')], max_length=16)),
                    ('occurred_on', models.DateField()),
                    ('note', models.TextField(blank=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('meeting', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.meeting')),
                    ('partner', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.partner')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'partner', 'occurred_on'], name='partnerships_by_partner')],
                    'constraints': [models.UniqueConstraint(fields=('programme', 'meeting', 'partner'), name='partnerships_meeting_counts_once')],
                },
            ),
            migrations.CreateModel(
                name='Factor',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('words', models.CharField(max_length=240)),
                    ('influence', models.CharField(choices=[('helps', 'helps'), ('hinders', 'hinders'), ('both', 'both')], max_length=8)),
                    ('kind', models.CharField(choices=[('organisation', 'organisation'), ('work', 'work'), ('family', 'family'), ('external', 'external')], max_length=14)),
                    ('state', models.CharField(choices=[('open', 'open'), ('eased', 'eased'), ('solved', 'solved')], max_length=8)),
                    ('noted_on', models.DateField()),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('partner', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.partner')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Attendance',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('came', models.BooleanField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('meeting', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.meeting')),
                    ('partner', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.partner')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'meeting', 'partner'), name='partnerships_asked_once')],
                },
            ),
            migrations.CreateModel(
                name='AdvocacyAction',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('level', models.CharField(choices=[('individual', 'individual'), ('organisational', 'organisational'), ('community', 'community')], max_length=16)),
                    ('for_whom', models.CharField(max_length=200)),
                    ('ask', models.TextField()),
                    ('target', models.CharField(blank=True, max_length=200)),
                    ('opened_on', models.DateField()),
                    ('state', models.CharField(choices=[('open', 'open'), ('won', 'won'), ('partly', 'partly'), ('lost', 'lost'), ('dropped', 'dropped')], max_length=8)),
                    ('settled_on', models.DateField(null=True)),
                    ('result', models.TextField(blank=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('partner', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.partner')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'state'], name='partnerships_by_state')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('settled_on__isnull', True), ('state', 'open')), models.Q(models.Q(('state', 'open'), _negated=True), ('settled_on__gte', models.F('opened_on')), ('settled_on__isnull', False)), _connector='OR'), name='partnerships_advocacy_settled_later'), models.CheckConstraint(condition=models.Q(('partner__isnull', False), models.Q(('target', ''), _negated=True), _connector='OR'), name='partnerships_advocacy_asks_somebody')],
                },
            ),
            migrations.CreateModel(
                name='PartnerContact',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('name', models.CharField(max_length=120)),
                    ('part', models.CharField(blank=True, max_length=120)),
                    ('phone', models.CharField(blank=True, max_length=40)),
                    ('email', models.EmailField(blank=True, max_length=254)),
                    ('partner', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='partnerships.partner')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Champion',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('since', models.DateField()),
                    ('until', models.DateField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('contact', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.partnercontact')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('until__isnull', True)), fields=('programme', 'contact'), name='partnerships_champion_once'), models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='partnerships_champion_days_in_order')],
                },
            ),
            migrations.CreateModel(
                name='Attempt',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('number', models.PositiveSmallIntegerField()),
                    ('made_on', models.DateField()),
                    ('method', models.CharField(choices=[('call', 'call'), ('message', 'message'), ('letter', 'letter'), ('meeting', 'meeting'), ('went_along', 'went_along'), ('testimony', 'testimony')], max_length=12)),
                    ('response', models.TextField(blank=True)),
                    ('obstacle', models.TextField(blank=True)),
                    ('next_step', models.CharField(blank=True, max_length=240)),
                    ('next_on', models.DateField(null=True)),
                    ('action', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.advocacyaction')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'action', 'number'), name='partnerships_attempt_number_once'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='partnerships_attempts_from_one'), models.CheckConstraint(condition=models.Q(('next_on__isnull', True), ('next_on__gte', models.F('made_on')), _connector='OR'), name='partnerships_next_attempt_later')],
                },
            ),
        ]),
    ]
