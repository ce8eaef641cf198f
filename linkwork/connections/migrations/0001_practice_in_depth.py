import django.db.models.deletion
import linkwork.connections.rules.states
import linkwork.core.fields
import linkwork.core.ids
from linkwork.core.migrations import AtOnce
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casework', '0001_practice_in_depth'),
        ('directory', '0001_initial'),
        ('programmes', '0001_first_edition'),
    ]

    operations = [
        AtOnce([
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
                    ('language', models.CharField(blank=True, max_length=10)),
                    ('introduced_by', models.CharField(blank=True, max_length=120)),
                    ('accompanied', models.BooleanField(null=True)),
                    ('meet_at', models.DateTimeField(null=True)),
                    ('manner', models.CharField(blank=True, choices=[('in_person', 'in_person'), ('three_way_call', 'three_way_call'), ('written', 'written')], max_length=14)),
                    ('introduced', models.BooleanField(null=True)),
                    ('introduced_on', models.DateField(null=True)),
                    ('introduced_words', models.TextField(blank=True)),
                    ('sent_at', models.DateTimeField(null=True)),
                    ('asked_at', models.DateTimeField(null=True)),
                    ('chased', models.PositiveSmallIntegerField(default=0)),
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
                    'indexes': [models.Index(fields=['programme', 'case', 'created_at'], name='connections_by_case'), models.Index(fields=['programme', 'worker', 'state'], name='connections_by_worker'), models.Index(fields=['programme', 'state', 'asked_at'], name='connections_silent')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', [linkwork.connections.rules.states.Kind['REFERRAL'], linkwork.connections.rules.states.Kind['WARM_HANDOVER']])), name='connections_no_signpost_here'), models.CheckConstraint(condition=models.Q(models.Q(('state', linkwork.connections.rules.states.State['FINISHED']), _negated=True), models.Q(('outcome', ''), _negated=True), _connector='OR'), name='connections_finished_has_outcome'), models.CheckConstraint(condition=models.Q(('outcome', ''), ('state', linkwork.connections.rules.states.State['FINISHED']), models.Q(('outcome', linkwork.connections.rules.states.Outcome['NOT_KNOWN']), ('state', linkwork.connections.rules.states.State['LAPSED'])), _connector='OR'), name='connections_outcome_has_end'), models.CheckConstraint(condition=models.Q(('state', linkwork.connections.rules.states.State['DRAFT']), ('sent_at__isnull', False), ('ended_at__isnull', False), _connector='OR'), name='connections_sent_has_day'), models.CheckConstraint(condition=models.Q(('answered_at__isnull', True), ('answered_at__gte', models.F('sent_at')), _connector='OR'), name='connections_answer_after_sending'), models.CheckConstraint(condition=models.Q(('kind', linkwork.connections.rules.states.Kind['WARM_HANDOVER']), models.Q(('accompanied__isnull', True), ('introduced_by', ''), ('manner', ''), ('meet_at__isnull', True)), _connector='OR'), name='connections_handover_fields'), models.CheckConstraint(condition=models.Q(models.Q(('introduced__isnull', True), ('introduced_on__isnull', True)), models.Q(('introduced__isnull', False), ('introduced_on__isnull', False), ('kind', 'warm_handover')), _connector='OR'), name='connections_introduction_whole')],
                },
            ),
            migrations.CreateModel(
                name='Appointment',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('kind', models.CharField(choices=[('introduction', 'introduction'), ('at_service', 'at_service'), ('with_us', 'with_us'), ('call', 'call')], max_length=14)),
                    ('state', models.CharField(choices=[('planned', 'planned'), ('cancelled', 'cancelled')], max_length=14)),
                    ('starts_at', models.DateTimeField()),
                    ('minutes', models.PositiveSmallIntegerField()),
                    ('where', models.CharField(blank=True, max_length=200)),
                    ('made_by', models.CharField(choices=[('worker', 'worker'), ('partner', 'partner'), ('person', 'person')], max_length=14)),
                    ('tell_partner', models.BooleanField(default=False)),
                    ('tell_person', models.BooleanField(default=False)),
                    ('sequence', models.PositiveSmallIntegerField(default=0)),
                    ('reminded_at', models.DateTimeField(null=True)),
                    ('cancelled_at', models.DateTimeField(null=True)),
                    ('reason', models.TextField(blank=True)),
                    ('attended', models.CharField(blank=True, choices=[('yes', 'yes'), ('no', 'no'), ('not_known', 'not_known')], max_length=14)),
                    ('attended_by', models.CharField(blank=True, choices=[('worker', 'worker'), ('partner', 'partner'), ('person', 'person')], max_length=14)),
                    ('attended_at', models.DateTimeField(null=True)),
                    ('words', models.TextField(blank=True)),
                    ('case', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('connection', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='appointments', to='connections.connection')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'case', 'starts_at'], name='connections_appts_by_case'), models.Index(fields=['programme', 'worker', 'starts_at'], name='connections_appts_by_worker'), models.Index(fields=['programme', 'state', 'starts_at'], name='connections_appts_to_remind')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('cancelled_at__isnull', True), ('state', 'planned')), models.Q(('cancelled_at__isnull', False), ('state', 'cancelled')), _connector='OR'), name='connections_appointment_cancelled'), models.CheckConstraint(condition=models.Q(models.Q(('attended', ''), ('attended_at__isnull', True), ('attended_by', '')), models.Q(models.Q(('attended', ''), _negated=True), models.Q(('attended_by', ''), _negated=True), ('attended_at__isnull', False)), _connector='OR'), name='connections_appointment_attended'), models.CheckConstraint(condition=models.Q(('minutes__gte', 1), ('minutes__lte', 720)), name='connections_appointment_lasts'), models.CheckConstraint(condition=models.Q(('tell_partner', False), ('connection__isnull', False), _connector='OR'), name='connections_appointment_has_partner')],
                },
            ),
            migrations.CreateModel(
                name='Feedback',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('rating', models.CharField(choices=[('very_good', 'very_good'), ('good', 'good'), ('mixed', 'mixed'), ('poor', 'poor'), ('very_poor', 'very_poor')], max_length=14)),
                    ('words', models.TextField(blank=True)),
                    ('said_on', models.DateField()),
                    ('by_person', models.BooleanField(default=False)),
                    ('case', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('service', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.service')),
                    ('worker', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'service'], name='connections_feedback_service')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('service__isnull', False)), fields=('programme', 'case', 'service'), name='connections_feedback_once'), models.UniqueConstraint(condition=models.Q(('service__isnull', True)), fields=('programme', 'case'), name='connections_feedback_of_support_once'), models.CheckConstraint(condition=models.Q(('by_person', False), ('worker__isnull', True), _connector='OR'), name='connections_feedback_by_one'), models.CheckConstraint(condition=models.Q(('rating__in', ['very_good', 'good', 'mixed', 'poor', 'very_poor'])), name='connections_feedback_is_known')],
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
                name='Proposal',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('times', models.JSONField(default=list)),
                    ('where', models.CharField(blank=True, max_length=200)),
                    ('proposed_at', models.DateTimeField()),
                    ('answered_at', models.DateTimeField(null=True)),
                    ('answered_by', models.CharField(blank=True, choices=[('worker', 'worker'), ('partner', 'partner'), ('person', 'person')], max_length=14)),
                    ('chosen_at', models.DateTimeField(null=True)),
                    ('connection', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='connections.connection')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('answered_by', ''), ('chosen_at__isnull', True)), models.Q(('answered_at__isnull', False), models.Q(('answered_by', ''), _negated=True)), _connector='OR'), name='connections_proposal_answered'), models.UniqueConstraint(condition=models.Q(('answered_at__isnull', True)), fields=('programme', 'connection'), name='connections_proposal_one_open')],
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
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('followed_up_at__isnull', True), ('outcome', ''), ('state', linkwork.connections.rules.states.SignpostState['GIVEN']), ('went', '')), models.Q(('followed_up_at__isnull', False), ('state', linkwork.connections.rules.states.SignpostState['FOLLOWED_UP']), models.Q(('went', ''), _negated=True)), _connector='OR'), name='connections_signpost_whole'), models.CheckConstraint(condition=models.Q(('outcome', ''), ('went', linkwork.connections.rules.states.Attendance['WENT']), _connector='OR'), name='connections_signpost_outcome_went'), models.CheckConstraint(condition=models.Q(('followed_up_at__isnull', True), ('followed_up_at__gte', models.F('given_at')), _connector='OR'), name='connections_signpost_days_in_order')],
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
                    'constraints': [models.UniqueConstraint(fields=('programme', 'connection', 'number'), name='connections_step_number_once'), models.CheckConstraint(condition=models.Q(('implied', True), models.Q(('state__in', [linkwork.connections.rules.states.State['CANCELLED'], linkwork.connections.rules.states.State['DECLINED'], linkwork.connections.rules.states.State['LAPSED'], linkwork.connections.rules.states.State['NOT_REACHED'], linkwork.connections.rules.states.State['WAITING']]), _negated=True), models.Q(('reason', ''), _negated=True), models.Q(('starts_on__isnull', False), ('state', linkwork.connections.rules.states.State['WAITING'])), _connector='OR'), name='connections_step_has_reason')],
                },
            ),
            migrations.CreateModel(
                name='CalendarLink',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('key_hash', models.CharField(max_length=64)),
                    ('expires_at', models.DateTimeField()),
                    ('revoked_at', models.DateTimeField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'key_hash'), name='connections_calendar_key_once'), models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('created_at'))), name='connections_calendar_lives_a_while')],
                },
            ),
        ]),
    ]
