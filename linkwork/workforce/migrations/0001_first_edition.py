import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
import linkwork.workforce.rules.texts
import linkwork.workforce.rules.visits
from linkwork.core.migrations import AtOnce
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casework', '0001_practice_in_depth'),
        ('programmes', '0001_first_edition'),
    ]

    operations = [
        AtOnce([
            migrations.CreateModel(
                name='Mentoring',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('learner_name', models.CharField(blank=True, max_length=120)),
                    ('kind', models.CharField(choices=[('student', 'student'), ('new_worker', 'new_worker')], max_length=12)),
                    ('goals', models.TextField()),
                    ('started_on', models.DateField()),
                    ('ended_on', models.DateField(null=True)),
                    ('reflection', models.TextField(blank=True)),
                    ('learner', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('mentor', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('learner__isnull', True), models.Q(('learner', models.F('mentor')), _negated=True), _connector='OR'), name='workforce_mentors_another'), models.CheckConstraint(condition=models.Q(models.Q(('learner__isnull', True), models.Q(('learner_name', ''), _negated=True)), models.Q(('learner__isnull', False), ('learner_name', '')), _connector='OR'), name='workforce_learner_is_known'), models.CheckConstraint(condition=models.Q(('ended_on__isnull', True), ('ended_on__gte', models.F('started_on')), _connector='OR'), name='workforce_mentoring_in_order')],
                },
            ),
            migrations.CreateModel(
                name='MentoringTime',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('held_on', models.DateField()),
                    ('minutes', models.PositiveSmallIntegerField()),
                    ('activity', models.CharField(choices=[('talk', 'talk'), ('went_along', 'went_along'), ('was_watched', 'was_watched'), ('practised', 'practised'), ('looked_back', 'looked_back'), ('other', 'other')], max_length=12)),
                    ('mentoring', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='times', to='workforce.mentoring')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('minutes__gte', 1)), name='workforce_mentoring_takes_time')],
                },
            ),
            migrations.CreateModel(
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
            ),
            migrations.CreateModel(
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
            ),
            migrations.CreateModel(
                name='Proposal',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('title', models.CharField(max_length=160)),
                    ('why', models.TextField()),
                    ('state', models.CharField(choices=[('open', 'open'), ('accepted', 'accepted'), ('declined', 'declined'), ('withdrawn', 'withdrawn')], max_length=30)),
                    ('decision', models.TextField(blank=True)),
                    ('settled_at', models.DateTimeField(null=True)),
                    ('author', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('decided_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'state'], name='workforce_proposal_by_state')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('settled_at__isnull', True), ('state', 'open')), models.Q(models.Q(('state', 'open'), _negated=True), ('settled_at__isnull', False)), _connector='OR'), name='workforce_settled_has_a_moment'), models.CheckConstraint(condition=models.Q(models.Q(('decided_by__isnull', False), ('state__in', ['accepted', 'declined']), models.Q(('decision', ''), _negated=True)), models.Q(('decided_by__isnull', True), ('state__in', ['open', 'withdrawn'])), _connector='OR'), name='workforce_decision_has_a_reason')],
                },
            ),
            migrations.CreateModel(
                name='Adaptation',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('title', models.CharField(max_length=160)),
                    ('why', models.TextField(blank=True)),
                    ('made_on', models.DateField()),
                    ('planned', models.CharField(choices=[('planned_proactive', 'planned_proactive'), ('planned_reactive', 'planned_reactive'), ('unplanned_reactive', 'unplanned_reactive')], max_length=30)),
                    ('decided_by', models.CharField(choices=[('political_leaders', 'political_leaders'), ('programme_leader', 'programme_leader'), ('funder', 'funder'), ('administrator', 'administrator'), ('programme_manager', 'programme_manager'), ('developer', 'developer'), ('researcher', 'researcher'), ('team', 'team'), ('practitioner', 'practitioner'), ('community_members', 'community_members'), ('recipients', 'recipients')], max_length=30)),
                    ('what', models.CharField(choices=[('content', 'content'), ('context', 'context'), ('training_and_evaluation', 'training_and_evaluation'), ('implementation_and_scale_up', 'implementation_and_scale_up')], max_length=30)),
                    ('context_kind', models.CharField(blank=True, choices=[('format', 'format'), ('setting', 'setting'), ('personnel', 'personnel'), ('population', 'population')], max_length=30)),
                    ('nature', models.CharField(blank=True, choices=[('tailoring', 'tailoring'), ('packaging', 'packaging'), ('adding', 'adding'), ('removing', 'removing'), ('shortening', 'shortening'), ('lengthening', 'lengthening'), ('substituting', 'substituting'), ('reordering', 'reordering'), ('spreading', 'spreading'), ('integrating_into_another', 'integrating_into_another'), ('integrating_another', 'integrating_another'), ('repeating', 'repeating'), ('loosening', 'loosening'), ('departing', 'departing')], max_length=30)),
                    ('level', models.CharField(blank=True, choices=[('individual', 'individual'), ('target_group', 'target_group'), ('cohort', 'cohort'), ('practitioner', 'practitioner'), ('unit', 'unit'), ('organisation', 'organisation'), ('network', 'network')], max_length=30)),
                    ('fidelity', models.CharField(choices=[('consistent', 'consistent'), ('inconsistent', 'inconsistent'), ('unknown', 'unknown')], max_length=30)),
                    ('goal', models.CharField(blank=True, choices=[('reach', 'reach'), ('retention', 'retention'), ('feasibility', 'feasibility'), ('fit', 'fit'), ('culture', 'culture'), ('effect', 'effect'), ('cost', 'cost'), ('satisfaction', 'satisfaction')], max_length=30)),
                    ('reason', models.CharField(blank=True, choices=[('sociopolitical', 'sociopolitical'), ('organisation', 'organisation'), ('provider', 'provider'), ('recipient', 'recipient')], max_length=30)),
                    ('result', models.TextField(blank=True)),
                    ('result_on', models.DateField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('proposal', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workforce.proposal')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'proposal'), name='workforce_one_adaptation_each'), models.CheckConstraint(condition=models.Q(('context_kind', ''), ('what', 'context'), _connector='OR'), name='workforce_context_of_context'), models.CheckConstraint(condition=models.Q(('nature', ''), ('what', 'content'), _connector='OR'), name='workforce_nature_of_content'), models.CheckConstraint(condition=models.Q(models.Q(('result', ''), ('result_on__isnull', True)), models.Q(models.Q(('result', ''), _negated=True), ('result_on__isnull', False)), _connector='OR'), name='workforce_result_has_a_day')],
                },
            ),
            migrations.CreateModel(
                name='ProposalComment',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('words', models.TextField()),
                    ('author', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('proposal', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='workforce.proposal')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Reflection',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('kind', models.CharField(choices=[('hard_day', 'hard_day'), ('blurred_role', 'blurred_role'), ('went_well', 'went_well'), ('other', 'other')], max_length=12)),
                    ('words', models.TextField()),
                    ('written_on', models.DateField()),
                    ('shared_at', models.DateTimeField(null=True)),
                    ('author', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('shared_with', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'author', 'written_on'], name='workforce_reflection_by_author'), models.Index(fields=['programme', 'shared_with'], name='workforce_reflection_shared')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('shared_at__isnull', True), ('shared_with__isnull', True)), models.Q(('shared_at__isnull', False), ('shared_with__isnull', False)), _connector='OR'), name='workforce_sharing_is_whole'), models.CheckConstraint(condition=models.Q(('shared_with__isnull', True), models.Q(('shared_with', models.F('author')), _negated=True), _connector='OR'), name='workforce_shared_with_another')],
                },
            ),
            migrations.CreateModel(
                name='RequiredTraining',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('term', models.CharField(max_length=60)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'term'), name='workforce_required_once')],
                },
            ),
            migrations.CreateModel(
                name='SiteChampion',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('name', models.CharField(max_length=120)),
                    ('since', models.DateField()),
                    ('until', models.DateField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('site', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.site')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='workforce_champion_in_order')],
                },
            ),
            migrations.CreateModel(
                name='SiteConditions',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('private_room', models.BooleanField(null=True)),
                    ('record_access', models.BooleanField(null=True)),
                    ('helps', models.TextField(blank=True)),
                    ('hinders', models.TextField(blank=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('site', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.site')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'site'), name='workforce_site_once')],
                },
            ),
            migrations.CreateModel(
                name='SiteDay',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('weekday', models.PositiveSmallIntegerField()),
                    ('desk', models.CharField(blank=True, max_length=80)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('site', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.site')),
                    ('worker', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'site', 'worker', 'weekday'), name='workforce_day_at_site_once'), models.CheckConstraint(condition=models.Q(('weekday__in', [0, 1, 2, 3, 4, 5, 6])), name='workforce_day_of_the_week')],
                },
            ),
            migrations.CreateModel(
                name='Supervision',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('kind', models.CharField(choices=[('managerial', 'managerial'), ('clinical', 'clinical'), ('peer', 'peer'), ('group', 'group')], max_length=10)),
                    ('held_on', models.DateField()),
                    ('agreed', models.TextField(blank=True)),
                    ('next_on', models.DateField(null=True)),
                    ('together', models.UUIDField(null=True)),
                    ('wellbeing', models.PositiveSmallIntegerField(null=True)),
                    ('worker_confirmed_at', models.DateTimeField(null=True)),
                    ('partner_confirmed_at', models.DateTimeField(null=True)),
                    ('partner', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'worker', 'held_on'], name='workforce_by_worker'), models.Index(fields=['programme', 'partner', 'held_on'], name='workforce_by_partner')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('partner__isnull', True), models.Q(('partner', models.F('worker')), _negated=True), _connector='OR'), name='workforce_takes_two'), models.CheckConstraint(condition=models.Q(('next_on__isnull', True), ('next_on__gt', models.F('held_on')), _connector='OR'), name='workforce_next_is_later'), models.CheckConstraint(condition=models.Q(('wellbeing__isnull', True), ('wellbeing__in', [1, 2, 3, 4, 5]), _connector='OR'), name='workforce_wellbeing_of_five'), models.CheckConstraint(condition=models.Q(('partner_confirmed_at__isnull', True), ('partner__isnull', False), _connector='OR'), name='workforce_who_confirms_was_there')],
                },
            ),
            migrations.CreateModel(
                name='AgreedAction',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('what', models.CharField(max_length=300)),
                    ('due_on', models.DateField()),
                    ('done_on', models.DateField(null=True)),
                    ('owner', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('supervision', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='workforce.supervision')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'owner', 'done_on'], name='workforce_action_by_owner')],
                },
            ),
            migrations.CreateModel(
                name='SupervisionRule',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('anybody', models.PositiveSmallIntegerField(default=6)),
                    ('managerial', models.PositiveSmallIntegerField(null=True)),
                    ('clinical', models.PositiveSmallIntegerField(null=True)),
                    ('peer', models.PositiveSmallIntegerField(null=True)),
                    ('group', models.PositiveSmallIntegerField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme',), name='workforce_supervision_rule_once'), models.CheckConstraint(condition=models.Q(('anybody__gte', 1), ('anybody__lte', 104)), name='workforce_rule_has_weeks')],
                },
            ),
            migrations.CreateModel(
                name='TalkedCase',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('case', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('supervision', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='workforce.supervision')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'supervision', 'case'), name='workforce_case_once_a_talk')],
                },
            ),
            migrations.CreateModel(
                name='Training',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('term', models.CharField(max_length=60)),
                    ('title', models.CharField(blank=True, max_length=160)),
                    ('provider', models.CharField(blank=True, max_length=120)),
                    ('held_on', models.DateField()),
                    ('hours', models.DecimalField(decimal_places=1, max_digits=5)),
                    ('expires_on', models.DateField(null=True)),
                    ('in_house', models.BooleanField(default=False)),
                    ('file_name', models.CharField(blank=True, max_length=80)),
                    ('file_kind', models.CharField(blank=True, max_length=40)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'worker', 'term'], name='workforce_training_by_worker'), models.Index(fields=['programme', 'term', 'expires_on'], name='workforce_training_by_term')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('expires_on__isnull', True), ('expires_on__gt', models.F('held_on')), _connector='OR'), name='workforce_training_ends_later'), models.CheckConstraint(condition=models.Q(('hours__gt', 0)), name='workforce_training_has_hours'), models.CheckConstraint(condition=models.Q(models.Q(('file_kind', ''), ('file_name', '')), models.Q(models.Q(('file_name', ''), _negated=True), models.Q(('file_kind', ''), _negated=True)), _connector='OR'), name='workforce_certificate_is_whole')],
                },
            ),
            migrations.CreateModel(
                name='TrainingNeed',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('term', models.CharField(max_length=60)),
                    ('level', models.PositiveSmallIntegerField()),
                    ('rated_on', models.DateField()),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'worker', 'term'), name='workforce_training_need_once'), models.CheckConstraint(condition=models.Q(('level__in', [1, 2, 3, 4, 5])), name='workforce_need_of_five')],
                },
            ),
            migrations.CreateModel(
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
            ),
            migrations.CreateModel(
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
            ),
            migrations.CreateModel(
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
            ),
            migrations.CreateModel(
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
            ),
            migrations.CreateModel(
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
            ),
            migrations.CreateModel(
                name='VisitText',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('rung', models.CharField(choices=[('worker', 'worker'), ('buddy', 'buddy'), ('manager', 'manager'), ('second', 'second'), ('emergency', 'emergency')], max_length=10)),
                    ('state', models.CharField(choices=[('waiting', 'waiting'), ('sent', 'sent'), ('failed', 'failed'), ('stopped', 'stopped')], max_length=8)),
                    ('tries', models.PositiveSmallIntegerField(default=0)),
                    ('done_at', models.DateTimeField(null=True)),
                    ('taken_until', models.DateTimeField(null=True)),
                    ('alarm', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workforce.visitalarm')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'state'], name='workforce_texts_waiting')],
                    'constraints': [models.UniqueConstraint(fields=('programme', 'alarm', 'rung', 'worker'), name='workforce_text_once'), models.CheckConstraint(condition=models.Q(models.Q(('done_at__isnull', True), ('state', linkwork.workforce.rules.texts.TextState['WAITING'])), models.Q(models.Q(('state', linkwork.workforce.rules.texts.TextState['WAITING']), _negated=True), ('done_at__isnull', False)), _connector='OR'), name='workforce_text_done_when')],
                },
            ),
        ]),
    ]
