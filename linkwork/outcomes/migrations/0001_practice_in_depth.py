import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
import linkwork.outcomes.rules.attainment
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
                name='Assessment',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('measure', models.CharField(max_length=40)),
                    ('version', models.CharField(max_length=40)),
                    ('licence_reference', models.CharField(blank=True, max_length=200)),
                    ('language', models.CharField(max_length=12)),
                    ('occasion', models.CharField(choices=[('baseline', 'baseline'), ('during', 'during'), ('end', 'end')], max_length=10)),
                    ('mode', models.CharField(choices=[('together', 'together'), ('phone', 'phone'), ('self', 'self'), ('paper', 'paper')], max_length=10)),
                    ('answered_on', models.DateField()),
                    ('answers', models.JSONField()),
                    ('correction_reason', models.CharField(blank=True, max_length=300)),
                    ('voided_at', models.DateTimeField(null=True)),
                    ('void_reason', models.CharField(blank=True, max_length=300)),
                    ('flagged', models.BooleanField(default=False)),
                    ('flag_followed_at', models.DateTimeField(null=True)),
                    ('case', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                    ('flag_followed_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('replaces', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='outcomes.assessment')),
                    ('voided_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('worker', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'case', 'answered_on'], name='outcomes_answers_by_case'), models.Index(condition=models.Q(('flag_followed_at__isnull', True), ('flagged', True)), fields=['programme', 'created_at'], name='outcomes_flags_waiting')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('occasion__in', ['baseline', 'during', 'end'])), name='outcomes_occasion_is_known'), models.CheckConstraint(condition=models.Q(('mode__in', ['together', 'phone', 'self', 'paper'])), name='outcomes_mode_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('correction_reason', ''), ('replaces__isnull', True)), models.Q(('replaces__isnull', False), models.Q(('correction_reason', ''), _negated=True)), _connector='OR'), name='outcomes_a_correction_has_its_reason'), models.CheckConstraint(condition=models.Q(models.Q(('void_reason', ''), ('voided_at__isnull', True)), models.Q(('voided_at__isnull', False), models.Q(('void_reason', ''), _negated=True)), _connector='OR'), name='outcomes_a_voiding_has_its_reason'), models.CheckConstraint(condition=models.Q(('flagged', True), ('flag_followed_at__isnull', True), _connector='OR'), name='outcomes_followed_is_flagged'), models.UniqueConstraint(fields=('programme', 'replaces'), name='outcomes_corrected_once')],
                },
            ),
            migrations.CreateModel(
                name='AssessmentScore',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('score', models.CharField(max_length=40)),
                    ('value', models.DecimalField(decimal_places=2, max_digits=8, null=True)),
                    ('band', models.CharField(blank=True, max_length=40)),
                    ('missing', models.PositiveSmallIntegerField()),
                    ('assessment', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='scores', to='outcomes.assessment')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'assessment', 'score'), name='outcomes_scored_once'), models.CheckConstraint(condition=models.Q(('value__isnull', False), ('band', ''), _connector='OR'), name='outcomes_no_band_without_score')],
                },
            ),
            migrations.CreateModel(
                name='Attainment',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('level', models.SmallIntegerField(choices=[(-2, 'MUCH_LESS'), (-1, 'LESS'), (0, 'AS_HOPED'), (1, 'MORE'), (2, 'MUCH_MORE')])),
                    ('words', models.TextField(blank=True)),
                    ('noted_on', models.DateField()),
                    ('case', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                    ('goal', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.goal')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'case', 'noted_on'], name='outcomes_attainment_by_case')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('level__gte', linkwork.outcomes.rules.attainment.Level['MUCH_LESS']), ('level__lte', linkwork.outcomes.rules.attainment.Level['MUCH_MORE'])), name='outcomes_attainment_has_a_level')],
                },
            ),
            migrations.CreateModel(
                name='Change',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('direction', models.CharField(choices=[('better', 'better'), ('same', 'same'), ('worse', 'worse'), ('too_early', 'too_early')], max_length=10)),
                    ('words', models.TextField(blank=True)),
                    ('noted_on', models.DateField()),
                    ('case', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'case', 'noted_on'], name='outcomes_by_case')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('direction__in', ['better', 'same', 'worse', 'too_early'])), name='outcomes_direction_is_known')],
                },
            ),
            migrations.CreateModel(
                name='Asking',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('measure', models.CharField(max_length=40)),
                    ('occasion', models.CharField(choices=[('baseline', 'baseline'), ('during', 'during'), ('end', 'end')], max_length=10)),
                    ('by_link', models.BooleanField()),
                    ('answers', models.JSONField(default=dict)),
                    ('kept_at', models.DateTimeField(null=True)),
                    ('ended_at', models.DateTimeField(null=True)),
                    ('case', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('worker', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('occasion__in', ['baseline', 'during', 'end'])), name='outcomes_asking_occasion_is_known'), models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('programme', 'case', 'measure', 'by_link'), name='outcomes_asked_once_at_a_time')],
                },
            ),
        ]),
    ]
