import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
from linkwork.core.migrations import AtOnce
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('coding', '0001_first_edition'),
        ('programmes', '0001_first_edition'),
        ('studies', '0001_first_edition'),
    ]

    operations = [
        AtOnce([
            migrations.CreateModel(
                name='JointDisplay',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('title', models.CharField(max_length=160)),
                    ('kind', models.CharField(choices=[('convergent', 'convergent'), ('explanatory', 'explanatory'), ('exploratory', 'exploratory'), ('statistics', 'statistics'), ('cases', 'cases')], default='convergent', max_length=12)),
                    ('split', models.CharField(blank=True, choices=[('', ''), ('stage', 'stage'), ('group', 'group')], max_length=12)),
                    ('extract_id', models.UUIDField(null=True)),
                    ('version', models.PositiveSmallIntegerField(default=1)),
                    ('opened_at', models.DateTimeField(null=True)),
                    ('frozen_at', models.DateTimeField(null=True)),
                    ('frozen', models.JSONField(null=True)),
                    ('frozen_hash', models.CharField(blank=True, max_length=64)),
                    ('earlier', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='later', to='portraits.jointdisplay')),
                    ('opened_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('sheet', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='coding.ratingsheet')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'title', 'version'), name='display_version_once'), models.UniqueConstraint(condition=models.Q(('earlier__isnull', False)), fields=('programme', 'earlier'), name='display_goes_on_once'), models.CheckConstraint(condition=models.Q(models.Q(('frozen__isnull', True), ('frozen_at__isnull', True), ('frozen_hash', '')), models.Q(('frozen__isnull', False), ('frozen_at__isnull', False), models.Q(('frozen_hash', ''), _negated=True)), _connector='OR'), name='display_frozen_whole')],
                },
            ),
            migrations.CreateModel(
                name='DisplayRow',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('place', models.PositiveSmallIntegerField()),
                    ('frame', models.CharField(blank=True, max_length=40)),
                    ('component', models.CharField(blank=True, max_length=80)),
                    ('question', models.CharField(max_length=300)),
                    ('bridge', models.TextField(blank=True)),
                    ('rated', models.JSONField(default=list)),
                    ('verdict', models.CharField(blank=True, choices=[('confirm', 'confirm'), ('expand', 'expand'), ('disagree', 'disagree'), ('silent', 'silent')], max_length=12)),
                    ('reasoning', models.TextField(blank=True)),
                    ('decided_at', models.DateTimeField(null=True)),
                    ('removed_at', models.DateTimeField(null=True)),
                    ('decided_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('display', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='rows', to='portraits.jointdisplay')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('removed_at__isnull', True)), fields=('programme', 'display', 'place'), name='display_row_place_once'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True), ('verdict', '')), models.Q(('verdict', ''), _negated=True), _connector='OR'), name='display_row_decided_whole')],
                },
            ),
            migrations.CreateModel(
                name='DisplayReviewer',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('reviewer', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('display', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviewers', to='portraits.jointdisplay')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'display', 'reviewer'), name='display_reviewer_once')],
                },
            ),
            migrations.CreateModel(
                name='Portrait',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('title', models.CharField(max_length=160)),
                    ('focus', models.TextField(blank=True)),
                    ('extract_id', models.UUIDField(null=True)),
                    ('interpretation', models.TextField(blank=True)),
                    ('plain', models.TextField(blank=True)),
                    ('plain_language', models.CharField(default='en', max_length=12)),
                    ('plain_of', models.CharField(blank=True, max_length=64)),
                    ('shared_at', models.DateTimeField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'title'), name='portrait_title_once')],
                },
            ),
            migrations.CreateModel(
                name='PortraitVersion',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('number', models.PositiveSmallIntegerField()),
                    ('hash', models.CharField(max_length=64)),
                    ('content', models.JSONField()),
                    ('note', models.CharField(blank=True, max_length=300)),
                    ('portrait', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='portraits.portrait')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'portrait', 'number'), name='portrait_version_number_once'), models.UniqueConstraint(fields=('programme', 'portrait', 'hash'), name='portrait_version_hash_once')],
                },
            ),
            migrations.CreateModel(
                name='AdviserLink',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('label', models.CharField(blank=True, max_length=80)),
                    ('key_hash', models.CharField(max_length=64)),
                    ('expires_at', models.DateTimeField()),
                    ('revoked_at', models.DateTimeField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('version', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='portraits.portraitversion')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'key_hash'), name='adviser_link_key_once'), models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('created_at'))), name='adviser_link_lives_a_while')],
                },
            ),
            migrations.CreateModel(
                name='RowVerdict',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('verdict', models.CharField(choices=[('confirm', 'confirm'), ('expand', 'expand'), ('disagree', 'disagree'), ('silent', 'silent')], max_length=12)),
                    ('reasoning', models.TextField(blank=True)),
                    ('fingerprint', models.CharField(max_length=64)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('reviewer', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='verdicts', to='portraits.displayreviewer')),
                    ('row', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='verdicts', to='portraits.displayrow')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'row', 'reviewer'), name='display_verdict_once')],
                },
            ),
            migrations.CreateModel(
                name='StageSection',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('stage', models.CharField(choices=[('initiation', 'initiation'), ('operation', 'operation'), ('maintenance', 'maintenance')], max_length=12)),
                    ('heading', models.CharField(blank=True, max_length=160)),
                    ('summary', models.TextField(blank=True)),
                    ('portrait', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='sections', to='portraits.portrait')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'portrait', 'stage'), name='portrait_stage_once')],
                },
            ),
            migrations.CreateModel(
                name='Statement',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('stage', models.CharField(choices=[('initiation', 'initiation'), ('operation', 'operation'), ('maintenance', 'maintenance')], max_length=12)),
                    ('place', models.PositiveSmallIntegerField()),
                    ('kind', models.CharField(choices=[('barrier', 'barrier'), ('facilitator', 'facilitator'), ('strategy', 'strategy'), ('event', 'event'), ('finding', 'finding')], max_length=12)),
                    ('text', models.TextField()),
                    ('plain', models.TextField(blank=True)),
                    ('plain_of', models.CharField(blank=True, max_length=64)),
                    ('removed_at', models.DateTimeField(null=True)),
                    ('portrait', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='portraits.portrait')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'portrait', 'stage', 'place'), name='statement_place_once'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='statement_says_something')],
                },
            ),
            migrations.CreateModel(
                name='Review',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('kind', models.CharField(choices=[('comment', 'comment'), ('sign_off', 'sign_off'), ('voice', 'voice')], max_length=12)),
                    ('mark', models.CharField(blank=True, choices=[('clear', 'clear'), ('not_clear', 'not_clear'), ('not_right', 'not_right'), ('hurts', 'hurts')], max_length=12)),
                    ('text', models.TextField(blank=True)),
                    ('called', models.CharField(blank=True, max_length=80)),
                    ('fingerprint', models.CharField(max_length=64)),
                    ('answer', models.TextField(blank=True)),
                    ('answered_at', models.DateTimeField(null=True)),
                    ('adviser', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('link', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='portraits.adviserlink')),
                    ('portrait', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='portraits.portrait')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('version', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='portraits.portraitversion')),
                    ('statement', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='portraits.statement')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('kind', 'sign_off'), models.Q(('text', ''), _negated=True), models.Q(('mark', ''), _negated=True), models.Q(('called', ''), _negated=True), _connector='OR'), name='review_comment_says_something'), models.UniqueConstraint(condition=models.Q(('adviser__isnull', False), ('kind', 'voice')), fields=('programme', 'portrait', 'adviser'), name='review_one_voice_a_login'), models.UniqueConstraint(condition=models.Q(('kind', 'voice'), ('link__isnull', False)), fields=('programme', 'portrait', 'link'), name='review_one_voice_a_link'), models.CheckConstraint(condition=models.Q(models.Q(('adviser__isnull', False), ('link__isnull', True)), models.Q(('adviser__isnull', True), ('link__isnull', False)), _connector='OR'), name='review_by_login_or_link'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at__isnull', True)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='review_answer_has_a_day')],
                },
            ),
            migrations.CreateModel(
                name='EvidenceLink',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('extract_id', models.UUIDField(null=True)),
                    ('indicator', models.CharField(blank=True, max_length=80)),
                    ('grouping', models.CharField(blank=True, max_length=40)),
                    ('group', models.CharField(blank=True, max_length=80)),
                    ('coding', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='coding.coding')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('statement', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='portraits.statement')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('coding__isnull', False), ('extract_id__isnull', True), ('group', ''), ('grouping', ''), ('indicator', '')), models.Q(('coding__isnull', True), ('extract_id__isnull', False), models.Q(('indicator', ''), _negated=True)), _connector='OR'), name='evidence_quote_or_figure'), models.CheckConstraint(condition=models.Q(models.Q(('group', ''), ('grouping', '')), models.Q(models.Q(('grouping', ''), _negated=True), models.Q(('group', ''), _negated=True)), _connector='OR'), name='evidence_figure_group_whole'), models.UniqueConstraint(condition=models.Q(('coding__isnull', False)), fields=('programme', 'statement', 'coding'), name='evidence_quote_once'), models.UniqueConstraint(condition=models.Q(('coding__isnull', True)), fields=('programme', 'statement', 'extract_id', 'indicator', 'grouping', 'group'), name='evidence_figure_once')],
                },
            ),
            migrations.CreateModel(
                name='TimelineEvent',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('happened_on', models.DateField()),
                    ('title', models.CharField(max_length=160)),
                    ('kind', models.CharField(choices=[('event', 'event'), ('adaptation', 'adaptation'), ('figure', 'figure'), ('picture', 'picture')], default='event', max_length=12)),
                    ('detail', models.TextField(blank=True)),
                    ('icon', models.CharField(blank=True, max_length=40)),
                    ('extract_id', models.UUIDField(null=True)),
                    ('indicator', models.CharField(blank=True, max_length=80)),
                    ('grouping', models.CharField(blank=True, max_length=40)),
                    ('group', models.CharField(blank=True, max_length=80)),
                    ('picture', models.CharField(blank=True, max_length=60)),
                    ('picture_type', models.CharField(blank=True, max_length=40)),
                    ('wide', models.PositiveSmallIntegerField(default=0)),
                    ('high', models.PositiveSmallIntegerField(default=0)),
                    ('alt', models.CharField(blank=True, max_length=300)),
                    ('credit', models.CharField(blank=True, max_length=160)),
                    ('agreed', models.CharField(blank=True, max_length=160)),
                    ('portrait', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='portraits.portrait')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='event_says_something'), models.CheckConstraint(condition=models.Q(models.Q(('extract_id__isnull', True), ('group', ''), ('grouping', ''), ('indicator', '')), models.Q(('extract_id__isnull', False), models.Q(('indicator', ''), _negated=True)), _connector='OR'), name='event_figure_whole'), models.CheckConstraint(condition=models.Q(('picture', ''), models.Q(models.Q(('alt', ''), _negated=True), models.Q(('credit', ''), _negated=True), models.Q(('agreed', ''), _negated=True)), _connector='OR'), name='event_picture_told_credited_agreed')],
                },
            ),
            migrations.CreateModel(
                name='DisplayQuote',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('coding', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='coding.coding')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('row', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.CASCADE, related_name='quotes', to='portraits.displayrow')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'row', 'coding'), name='display_quote_once')],
                },
            ),
            migrations.CreateModel(
                name='DisplayFigure',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('indicator', models.CharField(max_length=80)),
                    ('grouping', models.CharField(blank=True, max_length=40)),
                    ('group', models.CharField(blank=True, max_length=80)),
                    ('extract_id', models.UUIDField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('row', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='portraits.displayrow')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('extract_id__isnull', True)), fields=('programme', 'row', 'indicator', 'grouping', 'group'), name='display_figure_once'), models.UniqueConstraint(condition=models.Q(('extract_id__isnull', False)), fields=('programme', 'row', 'indicator', 'grouping', 'group', 'extract_id'), name='display_score_once'), models.CheckConstraint(condition=models.Q(models.Q(('group', ''), ('grouping', '')), models.Q(models.Q(('grouping', ''), _negated=True), models.Q(('group', ''), _negated=True)), _connector='OR'), name='display_figure_group_whole')],
                },
            ),
        ]),
    ]
