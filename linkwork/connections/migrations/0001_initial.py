import django.db.models.deletion
import linkwork.connections.rules
import linkwork.core.fields
import linkwork.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casework', '0001_initial'),
        ('directory', '0001_initial'),
        ('programmes', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Connection',
            fields=[
                ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('signpost', 'signpost'), ('referral', 'referral'), ('warm_handover', 'warm_handover')], max_length=14)),
                ('state', models.CharField(choices=[('draft', 'draft'), ('sent', 'sent'), ('received', 'received'), ('accepted', 'accepted'), ('waiting', 'waiting'), ('started', 'started'), ('finished', 'finished'), ('declined', 'declined'), ('cancelled', 'cancelled'), ('lapsed', 'lapsed'), ('not_reached', 'not_reached')], max_length=14)),
                ('wants', models.TextField(blank=True)),
                ('shared', models.JSONField(default=list)),
                ('agreed_how', models.CharField(blank=True, max_length=200)),
                ('recipient', models.CharField(max_length=160)),
                ('send_to', models.EmailField(blank=True, max_length=254)),
                ('introduced_by', models.CharField(blank=True, max_length=120)),
                ('accompanied', models.BooleanField(null=True)),
                ('meet_at', models.DateTimeField(null=True)),
                ('manner', models.CharField(blank=True, choices=[('in_person', 'in_person'), ('three_way_call', 'three_way_call'), ('written', 'written')], max_length=14)),
                ('sent_at', models.DateTimeField(null=True)),
                ('asked_at', models.DateTimeField(null=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('starts_on', models.DateField(null=True)),
                ('started_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('went', models.CharField(blank=True, choices=[('went', 'went'), ('did_not_go', 'did_not_go'), ('not_known', 'not_known')], max_length=14)),
                ('outcome', models.CharField(blank=True, choices=[('helped', 'helped'), ('partly', 'partly'), ('not', 'not'), ('not_known', 'not_known')], max_length=14)),
                ('outcome_words', models.TextField(blank=True)),
                ('ask_again_on', models.DateField(null=True)),
                ('news_at', models.DateTimeField(null=True)),
                ('case', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                ('need', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.need')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ('service', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.service')),
                ('worker', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
            ],
            options={
                'indexes': [models.Index(fields=['programme', 'case', 'created_at'], name='connections_by_case'), models.Index(fields=['programme', 'worker', 'state'], name='connections_by_worker')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', [linkwork.connections.rules.Kind['REFERRAL'], linkwork.connections.rules.Kind['WARM_HANDOVER']])), name='connections_no_signpost_here'), models.CheckConstraint(condition=models.Q(models.Q(('state', linkwork.connections.rules.State['FINISHED']), _negated=True), models.Q(('outcome', ''), _negated=True), _connector='OR'), name='connections_finished_has_outcome'), models.CheckConstraint(condition=models.Q(('outcome', ''), ('state', linkwork.connections.rules.State['FINISHED']), models.Q(('outcome', linkwork.connections.rules.Outcome['NOT_KNOWN']), ('state', linkwork.connections.rules.State['LAPSED'])), _connector='OR'), name='connections_outcome_has_end'), models.CheckConstraint(condition=models.Q(('state', linkwork.connections.rules.State['DRAFT']), ('sent_at__isnull', False), ('ended_at__isnull', False), _connector='OR'), name='connections_sent_has_day'), models.CheckConstraint(condition=models.Q(('answered_at__isnull', True), ('answered_at__gte', models.F('sent_at')), _connector='OR'), name='connections_answer_after_sending'), models.CheckConstraint(condition=models.Q(('kind', linkwork.connections.rules.Kind['WARM_HANDOVER']), models.Q(('accompanied__isnull', True), ('introduced_by', ''), ('manner', ''), ('meet_at__isnull', True)), _connector='OR'), name='connections_handover_fields')],
            },
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField()),
                ('key_hash', models.CharField(max_length=64)),
                ('expires_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(null=True)),
                ('connection', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='connections.connection')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('programme', 'key_hash'), name='connections_link_key_once'), models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('created_at'))), name='connections_link_lives_a_while')],
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('ask', 'ask'), ('chase', 'chase'), ('answer', 'answer'), ('withdrawn', 'withdrawn')], max_length=14)),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('delivered', 'delivered'), ('failed', 'failed')], max_length=14)),
                ('to', models.EmailField(max_length=254)),
                ('language', models.CharField(max_length=10)),
                ('sender', models.CharField(max_length=120)),
                ('token', models.CharField(blank=True, max_length=200)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('done_at', models.DateTimeField(null=True)),
                ('connection', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='connections.connection')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
            ],
            options={
                'indexes': [models.Index(fields=['programme', 'state'], name='connections_messages_waiting')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('done_at__isnull', True), ('state', 'waiting')), models.Q(models.Q(('state', 'waiting'), _negated=True), ('done_at__isnull', False), ('token', '')), _connector='OR'), name='connections_message_done_is_wiped')],
            },
        ),
        migrations.CreateModel(
            name='Question',
            fields=[
                ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField()),
                ('words', models.TextField()),
                ('asked_at', models.DateTimeField()),
                ('answer', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField(null=True)),
                ('connection', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='connections.connection')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at__isnull', True)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='connections_answer_whole')],
            },
        ),
        migrations.CreateModel(
            name='Signpost',
            fields=[
                ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('given', 'given'), ('followed_up', 'followed_up')], max_length=14)),
                ('note', models.TextField(blank=True)),
                ('given_at', models.DateTimeField()),
                ('followed_up_at', models.DateTimeField(null=True)),
                ('went', models.CharField(blank=True, choices=[('went', 'went'), ('did_not_go', 'did_not_go'), ('not_known', 'not_known')], max_length=14)),
                ('outcome', models.CharField(blank=True, choices=[('helped', 'helped'), ('partly', 'partly'), ('not', 'not'), ('not_known', 'not_known')], max_length=14)),
                ('outcome_words', models.TextField(blank=True)),
                ('case', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                ('need', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.need')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ('service', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.service')),
                ('worker', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
            ],
            options={
                'indexes': [models.Index(fields=['programme', 'case', 'given_at'], name='connections_signpost_by_case')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('followed_up_at__isnull', True), ('outcome', ''), ('state', linkwork.connections.rules.SignpostState['GIVEN']), ('went', '')), models.Q(('followed_up_at__isnull', False), ('state', linkwork.connections.rules.SignpostState['FOLLOWED_UP']), models.Q(('went', ''), _negated=True)), _connector='OR'), name='connections_signpost_whole'), models.CheckConstraint(condition=models.Q(('outcome', ''), ('went', linkwork.connections.rules.Attendance['WENT']), _connector='OR'), name='connections_signpost_outcome_went'), models.CheckConstraint(condition=models.Q(('followed_up_at__isnull', True), ('followed_up_at__gte', models.F('given_at')), _connector='OR'), name='connections_signpost_days_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField()),
                ('number', models.PositiveSmallIntegerField()),
                ('state', models.CharField(choices=[('draft', 'draft'), ('sent', 'sent'), ('received', 'received'), ('accepted', 'accepted'), ('waiting', 'waiting'), ('started', 'started'), ('finished', 'finished'), ('declined', 'declined'), ('cancelled', 'cancelled'), ('lapsed', 'lapsed'), ('not_reached', 'not_reached')], max_length=14)),
                ('owner', models.CharField(choices=[('worker', 'worker'), ('partner', 'partner'), ('person', 'person')], max_length=14)),
                ('noted_by', models.CharField(choices=[('worker', 'worker'), ('partner', 'partner'), ('person', 'person')], max_length=14)),
                ('at', models.DateTimeField()),
                ('implied', models.BooleanField(default=False)),
                ('why', models.CharField(blank=True, choices=[('full', 'full'), ('not_right', 'not_right'), ('outside_area', 'outside_area'), ('person_said_no', 'person_said_no'), ('closed', 'closed'), ('other', 'other')], max_length=14)),
                ('reason', models.TextField(blank=True)),
                ('starts_on', models.DateField(null=True)),
                ('connection', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='connections.connection')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('programme', 'connection', 'number'), name='connections_step_number_once'), models.CheckConstraint(condition=models.Q(('implied', True), models.Q(('state__in', [linkwork.connections.rules.State['CANCELLED'], linkwork.connections.rules.State['DECLINED'], linkwork.connections.rules.State['LAPSED'], linkwork.connections.rules.State['NOT_REACHED'], linkwork.connections.rules.State['WAITING']]), _negated=True), models.Q(('reason', ''), _negated=True), models.Q(('starts_on__isnull', False), ('state', linkwork.connections.rules.State['WAITING'])), _connector='OR'), name='connections_step_has_reason')],
            },
        ),
    ]
