import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
from linkwork.core.migrations import AtOnce
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0002_concerns_are_kept'),
        ('partnerships', '0002_partners_in_depth'),
        ('programmes', '0002_quiet_partners'),
    ]

    # After the new tables, each AtOnce touches a table once: SQLite makes a changed table anew from its picture.
    operations = [
        AtOnce([
            migrations.CreateModel(
                name='Activity',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('title', models.CharField(max_length=160)),
                    ('purpose', models.TextField(blank=True)),
                    ('place', models.CharField(blank=True, max_length=160)),
                    ('since', models.DateField()),
                    ('ended_on', models.DateField(null=True)),
                    ('learnt', models.TextField(blank=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('ended_on__isnull', True), ('ended_on__gte', models.F('since')), _connector='OR'), name='partnerships_activity_days_in_order')],
                },
            ),
            migrations.CreateModel(
                name='ActivityPartner',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('part', models.CharField(choices=[('developed', 'developed'), ('joined', 'joined')], max_length=9)),
                    ('activity', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.activity')),
                    ('partner', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.partner')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'activity', 'partner'), name='partnerships_activity_partner_once')],
                },
            ),
            migrations.CreateModel(
                name='ActivitySession',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('held_on', models.DateField()),
                    ('people', models.PositiveSmallIntegerField(null=True)),
                    ('families', models.PositiveSmallIntegerField(null=True)),
                    ('new_families', models.PositiveSmallIntegerField(null=True)),
                    ('learnt', models.TextField(blank=True)),
                    ('activity', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.activity')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'activity', 'held_on'), name='partnerships_session_once_a_day'), models.CheckConstraint(condition=models.Q(('new_families__isnull', True), models.Q(('families__isnull', False), ('new_families__lte', models.F('families'))), _connector='OR'), name='partnerships_new_families_among_families'), models.CheckConstraint(condition=models.Q(('families__isnull', True), ('people__isnull', True), ('families__lte', models.F('people')), _connector='OR'), name='partnerships_families_are_people')],
                },
            ),
            migrations.CreateModel(
                name='AdvocacyOrigin',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('action', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.advocacyaction')),
                    ('origin', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.advocacyaction')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'action', 'origin'), name='partnerships_origin_once'), models.CheckConstraint(condition=models.Q(('action', models.F('origin')), _negated=True), name='partnerships_origin_is_another')],
                },
            ),
            migrations.CreateModel(
                name='AgendaItem',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('number', models.PositiveSmallIntegerField()),
                    ('words', models.CharField(max_length=240)),
                    ('said', models.TextField(blank=True)),
                    ('state', models.CharField(choices=[('open', 'open'), ('done', 'done'), ('carried', 'carried')], max_length=8)),
                    ('carried_from', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.agendaitem')),
                    ('meeting', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.meeting')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'meeting', 'number'), name='partnerships_item_number_once'), models.UniqueConstraint(fields=('programme', 'carried_from'), name='partnerships_item_carried_once'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='partnerships_items_from_one')],
                },
            ),
            migrations.CreateModel(
                name='FactorMove',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('state', models.CharField(choices=[('open', 'open'), ('eased', 'eased'), ('solved', 'solved')], max_length=8)),
                    ('moved_on', models.DateField()),
                    ('note', models.CharField(blank=True, max_length=240)),
                    ('activity', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.activity')),
                    ('advocacy', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.advocacyaction')),
                    ('factor', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.factor')),
                    ('interaction', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.interaction')),
                    ('meeting', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.meeting')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'factor', 'moved_on'], name='partnerships_by_factor')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('advocacy__isnull', True), ('interaction__isnull', True), ('meeting__isnull', True)), models.Q(('activity__isnull', True), ('interaction__isnull', True), ('meeting__isnull', True)), models.Q(('activity__isnull', True), ('advocacy__isnull', True), ('interaction__isnull', True)), models.Q(('activity__isnull', True), ('advocacy__isnull', True), ('meeting__isnull', True)), _connector='OR'), name='partnerships_factor_eased_by_one')],
                },
            ),
            migrations.CreateModel(
                name='PartnerStatement',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('words', models.TextField()),
                    ('said_on', models.DateField()),
                    ('agreed_on', models.DateField(null=True)),
                    ('may_name', models.BooleanField(default=False)),
                    ('withdrawn_on', models.DateField(null=True)),
                    ('partner', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.partner')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('may_name', False), ('agreed_on__isnull', False), _connector='OR'), name='partnerships_named_when_agreed'), models.CheckConstraint(condition=models.Q(('agreed_on__isnull', True), ('agreed_on__gte', models.F('said_on')), _connector='OR'), name='partnerships_agreed_after_saying'), models.CheckConstraint(condition=models.Q(('withdrawn_on__isnull', True), models.Q(('agreed_on__isnull', False), ('withdrawn_on__gte', models.F('agreed_on'))), _connector='OR'), name='partnerships_withdrawn_after_agreeing')],
                },
            ),
            migrations.CreateModel(
                name='ProposalRule',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('people', models.PositiveSmallIntegerField()),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme',), name='partnerships_proposal_rule_once'), models.CheckConstraint(condition=models.Q(('people__gte', 2)), name='partnerships_proposal_from_two')],
                },
            ),
            migrations.CreateModel(
                name='SetAside',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('key', models.CharField(max_length=64)),
                    ('people', models.PositiveSmallIntegerField()),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'key'), name='partnerships_set_aside_once')],
                },
            ),
        ]),
        AtOnce([
            migrations.AddField(
                model_name='advocacyaction',
                name='case',
                field=linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case'),
            ),
            migrations.AddField(
                model_name='attempt',
                name='obstacle_kind',
                field=models.CharField(blank=True, choices=[('setting', 'setting'), ('expertise', 'expertise'), ('power', 'power'), ('other', 'other')], max_length=9),
            ),
            migrations.AddField(
                model_name='attendance',
                name='invited_at',
                field=models.DateTimeField(null=True),
            ),
            migrations.AddField(
                model_name='factor',
                name='agreed_at',
                field=models.DateTimeField(null=True),
            ),
            migrations.AddField(
                model_name='meeting',
                name='called_off_at',
                field=models.DateTimeField(null=True),
            ),
            migrations.AddField(
                model_name='meetingaction',
                name='carried_to',
                field=linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.meeting'),
            ),
            migrations.AddField(
                model_name='interaction',
                name='session',
                field=linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.activitysession'),
            ),
        ]),
        AtOnce([
            migrations.AddField(
                model_name='advocacyaction',
                name='changed',
                field=models.TextField(blank=True),
            ),
            migrations.AddField(
                model_name='attendance',
                name='number',
                field=models.PositiveSmallIntegerField(null=True),
            ),
            migrations.AddField(
                model_name='factor',
                name='author',
                field=linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker'),
            ),
            migrations.AddField(
                model_name='meeting',
                name='lasts',
                field=models.PositiveSmallIntegerField(default=60),
            ),
            migrations.AddField(
                model_name='meetingaction',
                name='partner',
                field=linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnerships.partner'),
            ),
            migrations.AddConstraint(
                model_name='interaction',
                constraint=models.UniqueConstraint(fields=('programme', 'session', 'partner'), name='partnerships_session_counts_once'),
            ),
        ]),
        AtOnce([
            migrations.AddField(
                model_name='advocacyaction',
                name='for_kind',
                field=models.CharField(choices=[('case', 'case'), ('group', 'group'), ('area', 'area')], default='group', max_length=6),
            ),
            migrations.AddField(
                model_name='factor',
                name='taken_at',
                field=models.DateTimeField(null=True),
            ),
            migrations.AddField(
                model_name='meeting',
                name='organiser',
                field=linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker'),
            ),
            migrations.AlterField(
                model_name='meetingaction',
                name='worker',
                field=linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker'),
            ),
            migrations.AddConstraint(
                model_name='attendance',
                constraint=models.CheckConstraint(condition=models.Q(('number__isnull', True), models.Q(('came', True), ('number__gte', 1)), _connector='OR'), name='partnerships_number_of_those_who_came'),
            ),
        ]),
        AtOnce([
            migrations.AddField(
                model_name='advocacyaction',
                name='need',
                field=models.CharField(blank=True, max_length=40),
            ),
            migrations.AddField(
                model_name='meeting',
                name='sequence',
                field=models.PositiveSmallIntegerField(default=0),
            ),
            migrations.AddConstraint(
                model_name='factor',
                constraint=models.CheckConstraint(condition=models.Q(('agreed_at__isnull', True), ('author__isnull', False), _connector='OR'), name='partnerships_factor_agreed_by_its_author'),
            ),
            migrations.AddConstraint(
                model_name='meetingaction',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('partner__isnull', True), ('worker__isnull', False)), models.Q(('partner__isnull', False), ('worker__isnull', True)), _connector='OR'), name='partnerships_action_has_one_owner'),
            ),
        ]),
        AtOnce([
            migrations.AddField(
                model_name='meeting',
                name='series',
                field=models.UUIDField(null=True),
            ),
            migrations.AlterField(
                model_name='advocacyaction',
                name='for_whom',
                field=models.CharField(blank=True, max_length=200),
            ),
            migrations.AddConstraint(
                model_name='factor',
                constraint=models.CheckConstraint(condition=models.Q(('taken_at__isnull', True), ('agreed_at__isnull', False), _connector='OR'), name='partnerships_factor_taken_when_agreed'),
            ),
        ]),
        AtOnce([
            migrations.AddIndex(
                model_name='meeting',
                index=models.Index(fields=['programme', 'series', 'starts_at'], name='partnerships_by_series'),
            ),
            migrations.AddConstraint(
                model_name='advocacyaction',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('case__isnull', False), ('for_kind', 'case')), models.Q(models.Q(('for_kind', 'case'), _negated=True), ('case__isnull', True), models.Q(('for_whom', ''), _negated=True)), _connector='OR'), name='partnerships_advocacy_is_for_somebody'),
            ),
        ]),
        AtOnce([
            migrations.AddConstraint(
                model_name='meeting',
                constraint=models.CheckConstraint(condition=models.Q(('kept_at__isnull', True), ('called_off_at__isnull', True), _connector='OR'), name='partnerships_called_off_is_not_kept'),
            ),
        ]),
        AtOnce([
            migrations.AddConstraint(
                model_name='meeting',
                constraint=models.CheckConstraint(condition=models.Q(('lasts__gte', 5)), name='partnerships_meetings_last'),
            ),
        ]),
    ]
