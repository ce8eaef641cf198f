import django.db.models.deletion
import linkwork.casework.rules.persons
import linkwork.casework.rules.states
import linkwork.core.fields
import linkwork.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('programmes', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField()),
                ('given_name', models.CharField(max_length=80)),
                ('family_name', models.CharField(blank=True, max_length=80)),
                ('search_key', models.CharField(max_length=400)),
                ('born_year', models.PositiveSmallIntegerField(null=True)),
                ('born_on', models.DateField(null=True)),
                ('phone', models.CharField(blank=True, max_length=40)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('language', models.CharField(blank=True, max_length=12)),
                ('interpreter', models.BooleanField(default=False)),
                ('latitude', models.FloatField(null=True)),
                ('longitude', models.FloatField(null=True)),
                ('area', models.CharField(blank=True, max_length=120)),
                ('prefers', models.CharField(choices=[('any', 'any'), ('phone', 'phone'), ('message', 'message'), ('email', 'email'), ('letter', 'letter')], default=linkwork.casework.rules.persons.Prefers['ANY'], max_length=8)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('latitude__isnull', True), ('longitude__isnull', True)), models.Q(('latitude__isnull', False), ('latitude__range', (-90, 90)), ('longitude__isnull', False), ('longitude__range', (-180, 180))), _connector='OR'), name='casework_person_place_is_whole'), models.CheckConstraint(condition=models.Q(('born_year__isnull', True), models.Q(('born_on__isnull', True), ('born_year__gte', 1900), ('born_year__lte', 2200)), _connector='OR'), name='casework_person_born_once'), models.CheckConstraint(condition=models.Q(('given_name', ''), _negated=True), name='casework_person_has_a_name')],
            },
        ),
        migrations.CreateModel(
            name='NameKey',
            fields=[
                ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField()),
                ('key', models.CharField(max_length=6)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ('person', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='name_keys', to='casework.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('programme', 'key', 'person'), name='casework_name_key_once')],
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField()),
                ('purpose', models.CharField(choices=[('share', 'share'), ('report_back', 'report_back'), ('write', 'write'), ('learn', 'learn')], max_length=12)),
                ('recipient', models.CharField(blank=True, max_length=160)),
                ('given_at', models.DateTimeField()),
                ('expires_on', models.DateField(null=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ('person', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='casework.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('withdrawn_at__isnull', True), ('withdrawn_at__gte', models.F('given_at')), _connector='OR'), name='casework_consent_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Referral',
            fields=[
                ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('received', 'received'), ('accepted', 'accepted'), ('declined', 'declined'), ('withdrawn', 'withdrawn')], max_length=10)),
                ('source', models.CharField(max_length=24)),
                ('referrer_name', models.CharField(blank=True, max_length=120)),
                ('referrer_organisation', models.CharField(blank=True, max_length=160)),
                ('referrer_contact', models.CharField(blank=True, max_length=160)),
                ('wants', models.TextField(blank=True)),
                ('urgency', models.CharField(choices=[('routine', 'routine'), ('soon', 'soon'), ('urgent', 'urgent')], max_length=8)),
                ('agreed', models.BooleanField(null=True)),
                ('received_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(null=True)),
                ('reason', models.CharField(blank=True, max_length=24)),
                ('reason_words', models.CharField(blank=True, max_length=400)),
                ('person', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='casework.person')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
            ],
            options={
                'indexes': [models.Index(fields=['programme', 'state', 'received_at'], name='casework_referral_waiting')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('state', linkwork.casework.rules.states.ReferralState['RECEIVED'])), models.Q(('answered_at__isnull', False), ('state__in', [linkwork.casework.rules.states.ReferralState['ACCEPTED'], linkwork.casework.rules.states.ReferralState['DECLINED'], linkwork.casework.rules.states.ReferralState['WITHDRAWN']])), _connector='OR'), name='casework_referral_answered_once'), models.CheckConstraint(condition=models.Q(('answered_at__isnull', True), ('answered_at__gte', models.F('received_at')), _connector='OR'), name='casework_referral_in_order'), models.CheckConstraint(condition=models.Q(('reason', ''), ('state', linkwork.casework.rules.states.ReferralState['DECLINED']), _negated=True), name='casework_referral_declined_says_why')],
            },
        ),
        migrations.CreateModel(
            name='Case',
            fields=[
                ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('open', 'open'), ('paused', 'paused'), ('closed', 'closed')], max_length=8)),
                ('opened_on', models.DateField()),
                ('closed_on', models.DateField(null=True)),
                ('close_reason', models.CharField(blank=True, max_length=24)),
                ('close_note', models.TextField(blank=True)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ('worker', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ('person', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='casework.person')),
                ('referral', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.referral')),
            ],
            options={
                'indexes': [models.Index(fields=['programme', 'state', 'worker', 'id'], name='casework_case_caseload'), models.Index(fields=['programme', 'id'], name='casework_case_page')],
                'constraints': [models.UniqueConstraint(fields=('programme', 'referral'), name='casework_case_one_per_referral'), models.UniqueConstraint(condition=models.Q(('state', linkwork.casework.rules.states.CaseState['CLOSED']), _negated=True), fields=('programme', 'person'), name='casework_case_one_at_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('closed_on__isnull', False), ('state', linkwork.casework.rules.states.CaseState['CLOSED']), models.Q(('close_reason', ''), _negated=True)), models.Q(('close_reason', ''), ('closed_on__isnull', True), ('state__in', [linkwork.casework.rules.states.CaseState['OPEN'], linkwork.casework.rules.states.CaseState['PAUSED']])), _connector='OR'), name='casework_case_closed_says_why'), models.CheckConstraint(condition=models.Q(('closed_on__isnull', True), ('closed_on__gte', models.F('opened_on')), _connector='OR'), name='casework_case_in_order')],
            },
        ),
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField()),
                ('occurred_at', models.DateTimeField()),
                ('mode', models.CharField(max_length=12)),
                ('minutes', models.PositiveSmallIntegerField(null=True)),
                ('language', models.CharField(blank=True, max_length=12)),
                ('note', models.TextField(blank=True)),
                ('reached', models.BooleanField(default=True)),
                ('marked_first', models.BooleanField(null=True)),
                ('case', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='contacts', to='casework.case')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ('site', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.site')),
                ('worker', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
            ],
            options={
                'indexes': [models.Index(fields=['programme', 'case', 'occurred_at'], name='casework_contact_timeline')],
                'constraints': [models.CheckConstraint(condition=models.Q(('minutes__isnull', True), ('minutes__lte', 1440), _connector='OR'), name='casework_contact_within_a_day'), models.CheckConstraint(condition=models.Q(('reached', True), ('marked_first__isnull', True), ('marked_first', False), _connector='OR'), name='casework_contact_attempt_is_not_first')],
            },
        ),
        migrations.CreateModel(
            name='ContactTerm',
            fields=[
                ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField()),
                ('list', models.CharField(max_length=20)),
                ('term', models.CharField(max_length=24)),
                ('contact', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='terms', to='casework.contact')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('programme', 'contact', 'list', 'term'), name='casework_contact_term_once')],
            },
        ),
        migrations.CreateModel(
            name='FollowUp',
            fields=[
                ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField()),
                ('due_on', models.DateField()),
                ('about', models.CharField(max_length=200)),
                ('done_on', models.DateField(null=True)),
                ('case', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='follow_ups', to='casework.case')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ('worker', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('done_on__isnull', True)), fields=['programme', 'worker', 'due_on'], name='casework_follow_up_due')],
                'constraints': [models.CheckConstraint(condition=models.Q(('about', ''), _negated=True), name='casework_follow_up_says_what')],
            },
        ),
        migrations.CreateModel(
            name='Need',
            fields=[
                ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField()),
                ('term', models.CharField(max_length=24)),
                ('words', models.TextField(blank=True)),
                ('raised_on', models.DateField()),
                ('met_on', models.DateField(null=True)),
                ('case', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='needs', to='casework.case')),
                ('contact', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='needs', to='casework.contact')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('met_on__isnull', True), ('met_on__gte', models.F('raised_on')), _connector='OR'), name='casework_need_in_order'), models.CheckConstraint(condition=models.Q(('term', ''), _negated=True), name='casework_need_has_a_term')],
            },
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('matters', 'matters'), ('plan', 'plan')], max_length=8)),
                ('words', models.TextField()),
                ('said_on', models.DateField()),
                ('case', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='casework.case')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='casework_statement_says_something')],
            },
        ),
        migrations.CreateModel(
            name='Allocation',
            fields=[
                ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField()),
                ('since', models.DateTimeField()),
                ('until', models.DateTimeField(null=True)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ('worker', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ('case', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='allocations', to='casework.case')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until__isnull', True)), fields=('programme', 'case'), name='casework_allocation_one_now'), models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='casework_allocation_in_order')],
            },
        ),
    ]
