import django.db.models.deletion
import linkwork.core.fields
import linkwork.core.ids
from linkwork.core.migrations import AtOnce
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('programmes', '0001_first_edition'),
        ('studies', '0001_first_edition'),
    ]

    operations = [
        AtOnce([
            migrations.CreateModel(
                name='CodeList',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('title', models.CharField(max_length=120)),
                    ('title_key', models.CharField(max_length=120)),
                    ('kind', models.CharField(choices=[('deductive', 'deductive'), ('inductive', 'inductive'), ('own', 'own')], max_length=12)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'title_key'), name='coding_list_once')],
                },
            ),
            migrations.CreateModel(
                name='Memo',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('frame', models.CharField(blank=True, max_length=40)),
                    ('construct', models.CharField(blank=True, max_length=80)),
                    ('text', models.TextField()),
                    ('changed_at', models.DateTimeField()),
                    ('removed_at', models.DateTimeField(null=True)),
                    ('author', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('source', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.source')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'study', 'source'], name='coding_memos_by_study')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='coding_memo_says_something'), models.CheckConstraint(condition=models.Q(models.Q(('construct', ''), ('frame', '')), models.Q(models.Q(('frame', ''), _negated=True), models.Q(('construct', ''), _negated=True)), _connector='OR'), name='coding_memo_names_a_whole_code'), models.CheckConstraint(condition=models.Q(('source__isnull', True), ('frame', ''), _connector='OR'), name='coding_memo_is_about_one_thing')],
                },
            ),
            migrations.CreateModel(
                name='MethodPhase',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('phase', models.CharField(max_length=40)),
                    ('done_on', models.DateField(null=True)),
                    ('note', models.TextField(blank=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'phase'), name='coding_phase_once')],
                },
            ),
            migrations.CreateModel(
                name='OutsideId',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('row', models.UUIDField()),
                    ('guid', models.UUIDField()),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'row'), name='coding_one_outside_id'), models.UniqueConstraint(fields=('programme', 'study', 'guid'), name='coding_outside_id_once')],
                },
            ),
            migrations.CreateModel(
                name='OwnCode',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('name', models.CharField(max_length=120)),
                    ('name_key', models.CharField(max_length=120)),
                    ('definition', models.TextField(blank=True)),
                    ('include', models.TextField(blank=True)),
                    ('exclude', models.TextField(blank=True)),
                    ('example', models.TextField(blank=True)),
                    ('colour', models.PositiveSmallIntegerField()),
                    ('position', models.PositiveSmallIntegerField()),
                    ('retired_at', models.DateTimeField(null=True)),
                    ('code_list', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='codes', to='coding.codelist')),
                    ('merged_into', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='coding.owncode')),
                    ('parent', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='coding.owncode')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'code_list', 'position'], name='coding_codes_of_list')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('merged_into__isnull', True)), fields=('programme', 'code_list', 'name_key'), name='coding_own_code_once'), models.CheckConstraint(condition=models.Q(('colour__range', (1, 8))), name='coding_colour_of_palette'), models.CheckConstraint(condition=models.Q(('parent__isnull', True), models.Q(('parent', models.F('id')), _negated=True), _connector='OR'), name='coding_not_its_own_parent'), models.CheckConstraint(condition=models.Q(('merged_into__isnull', True), models.Q(('merged_into', models.F('id')), _negated=True), _connector='OR'), name='coding_not_merged_into_itself')],
                },
            ),
            migrations.CreateModel(
                name='Merge',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('children', models.JSONField(default=list)),
                    ('mappings', models.JSONField(default=list)),
                    ('undone_at', models.DateTimeField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('code', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='coding.owncode')),
                    ('into', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='coding.owncode')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('undone_at__isnull', True)), fields=('programme', 'code'), name='coding_merged_once_at_a_time'), models.CheckConstraint(condition=models.Q(('code', models.F('into')), _negated=True), name='coding_merge_takes_two'), models.CheckConstraint(condition=models.Q(('undone_at__isnull', True), ('undone_at__gte', models.F('created_at')), _connector='OR'), name='coding_merge_undone_after')],
                },
            ),
            migrations.CreateModel(
                name='CodeMapping',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('frame', models.CharField(max_length=40)),
                    ('construct', models.CharField(max_length=80)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('code', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='mappings', to='coding.owncode')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'code', 'frame', 'construct'), name='coding_mapping_once')],
                },
            ),
            migrations.CreateModel(
                name='RatingSheet',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('title', models.CharField(max_length=200)),
                    ('kind', models.CharField(choices=[('programme', 'programme'), ('site', 'site'), ('stage', 'stage'), ('group', 'group'), ('source', 'source')], max_length=12)),
                    ('constructs', models.JSONField()),
                    ('settings', models.JSONField()),
                    ('upper', models.PositiveSmallIntegerField(null=True)),
                    ('compared_at', models.DateTimeField(null=True)),
                    ('opened_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'title'), name='coding_sheet_once')],
                },
            ),
            migrations.CreateModel(
                name='RatingCase',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('name', models.CharField(max_length=200)),
                    ('position', models.PositiveSmallIntegerField()),
                    ('outcome', models.DecimalField(decimal_places=3, max_digits=12, null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('sheet', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='coding.ratingsheet')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'sheet', 'name'), name='coding_case_once')],
                },
            ),
            migrations.CreateModel(
                name='Rating',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('frame', models.CharField(max_length=40)),
                    ('construct', models.CharField(max_length=80)),
                    ('mark', models.CharField(choices=[('rated', 'rated'), ('mixed', 'mixed'), ('missing', 'missing')], max_length=12)),
                    ('value', models.SmallIntegerField(null=True)),
                    ('reason', models.TextField(blank=True)),
                    ('evidence', models.JSONField(default=list)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('rater', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('case', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='ratings', to='coding.ratingcase')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'case', 'frame', 'construct', 'rater'), name='coding_rating_once'), models.UniqueConstraint(condition=models.Q(('rater__isnull', True)), fields=('programme', 'case', 'frame', 'construct'), name='coding_rating_settled_once'), models.CheckConstraint(condition=models.Q(models.Q(('mark', 'rated'), ('value__isnull', False), ('value__range', (-2, 2))), models.Q(('mark', 'mixed'), ('value', 0), ('value__isnull', False)), models.Q(('mark', 'missing'), ('value__isnull', True)), _connector='OR'), name='coding_rating_mark_and_value')],
                },
            ),
            migrations.CreateModel(
                name='RatingRuling',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('frame', models.CharField(max_length=40)),
                    ('construct', models.CharField(max_length=80)),
                    ('flag', models.CharField(blank=True, choices=[('apart', 'apart'), ('no_evidence', 'no_evidence'), ('few_sources', 'few_sources')], max_length=12)),
                    ('upheld', models.BooleanField(null=True)),
                    ('verdict', models.CharField(blank=True, choices=[('strong', 'strong'), ('weak', 'weak'), ('mixed', 'mixed'), ('insufficient', 'insufficient')], max_length=12)),
                    ('note', models.TextField(blank=True)),
                    ('case', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rulings', to='coding.ratingcase')),
                    ('decided_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('sheet', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='rulings', to='coding.ratingsheet')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('case__isnull', False)), fields=('programme', 'case', 'frame', 'construct', 'flag'), name='coding_flag_ruled_once'), models.UniqueConstraint(condition=models.Q(('case__isnull', True)), fields=('programme', 'sheet', 'frame', 'construct'), name='coding_verdict_once'), models.CheckConstraint(condition=models.Q(models.Q(('case__isnull', False), ('upheld__isnull', False), ('verdict', ''), models.Q(('flag', ''), _negated=True)), models.Q(('case__isnull', True), ('flag', ''), ('upheld__isnull', True), models.Q(('verdict', ''), _negated=True)), _connector='OR'), name='coding_ruling_is_flag_or_verdict')],
                },
            ),
            migrations.CreateModel(
                name='RatingRater',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('rater', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('sheet', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='raters', to='coding.ratingsheet')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'sheet', 'rater'), name='coding_rater_once')],
                },
            ),
            migrations.CreateModel(
                name='Round',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('title', models.CharField(max_length=200)),
                    ('purpose', models.CharField(choices=[('double', 'double'), ('practice', 'practice'), ('open', 'open')], max_length=12)),
                    ('unit', models.CharField(choices=[('given', 'given'), ('character', 'character'), ('sentence', 'sentence'), ('paragraph', 'paragraph'), ('turn', 'turn'), ('window', 'window'), ('document', 'document'), ('passage', 'passage'), ('continuum', 'continuum')], max_length=12)),
                    ('window', models.PositiveIntegerField(null=True)),
                    ('blind', models.BooleanField()),
                    ('codebook', models.PositiveIntegerField(null=True)),
                    ('closed_at', models.DateTimeField(null=True)),
                    ('expert', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('opened_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'title'), name='coding_round_once'), models.CheckConstraint(condition=models.Q(('closed_at__isnull', True), ('closed_at__gte', models.F('created_at')), _connector='OR'), name='coding_round_closes_after_opening'), models.CheckConstraint(condition=models.Q(models.Q(('unit', 'window'), ('window__isnull', False)), models.Q(models.Q(('unit', 'window'), _negated=True), ('window__isnull', True)), _connector='OR'), name='coding_round_window_has_length'), models.CheckConstraint(condition=models.Q(models.Q(('blind', True), ('expert__isnull', False), ('purpose', 'practice')), models.Q(models.Q(('purpose', 'practice'), _negated=True), ('expert__isnull', True)), _connector='OR'), name='coding_practice_has_an_expert')],
                },
            ),
            migrations.CreateModel(
                name='Decision',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('sort', models.CharField(choices=[('same', 'same'), ('weight', 'weight'), ('boundary', 'boundary'), ('code', 'code'), ('only', 'only')], max_length=12)),
                    ('choice', models.CharField(choices=[('agreed', 'agreed'), ('one', 'one'), ('both', 'both'), ('neither', 'neither')], max_length=12)),
                    ('members', models.JSONField()),
                    ('taken', models.JSONField()),
                    ('digest', models.CharField(max_length=64)),
                    ('reason', models.TextField(blank=True)),
                    ('undone_at', models.DateTimeField(null=True)),
                    ('decided_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('source', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.source')),
                    ('round', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='coding.round')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'round', 'source'], name='coding_decisions_of_source')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('undone_at__isnull', True), ('undone_at__gte', models.F('created_at')), _connector='OR'), name='coding_decision_undone_after')],
                },
            ),
            migrations.CreateModel(
                name='Coding',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('text_hash', models.CharField(max_length=64)),
                    ('start', models.PositiveIntegerField()),
                    ('end', models.PositiveIntegerField()),
                    ('valence', models.CharField(choices=[('barrier', 'barrier'), ('facilitator', 'facilitator'), ('mixed', 'mixed'), ('neutral', 'neutral')], max_length=12)),
                    ('strength', models.PositiveSmallIntegerField(null=True)),
                    ('stage', models.CharField(blank=True, choices=[('initiation', 'initiation'), ('operation', 'operation'), ('maintenance', 'maintenance')], max_length=12)),
                    ('memo', models.TextField(blank=True)),
                    ('origin', models.CharField(choices=[('manual', 'manual'), ('import', 'import'), ('suggestion', 'suggestion'), ('search', 'search'), ('consensus', 'consensus')], max_length=12)),
                    ('removed_at', models.DateTimeField(null=True)),
                    ('changed_from', models.TextField(blank=True)),
                    ('coder', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('source', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.source')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                    ('decision', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='codings', to='coding.decision')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'source', 'start', 'end'], name='coding_by_place'), models.Index(fields=['programme', 'study', 'source', 'removed_at', 'origin', 'coder'], name='coding_counted')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('start__lt', models.F('end'))), name='coding_passage_is_not_empty'), models.CheckConstraint(condition=models.Q(('strength__isnull', True), ('strength__range', (1, 3)), _connector='OR'), name='coding_strength_one_to_three'), models.CheckConstraint(condition=models.Q(models.Q(('coder__isnull', True), ('decision__isnull', False), ('origin', 'consensus')), models.Q(models.Q(('origin', 'consensus'), _negated=True), ('decision__isnull', True)), _connector='OR'), name='coding_consensus_is_decided')],
                },
            ),
            migrations.CreateModel(
                name='CodingCode',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('frame', models.CharField(max_length=40)),
                    ('construct', models.CharField(max_length=80)),
                    ('coding', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='codes', to='coding.coding')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'frame', 'construct'], name='coding_by_construct')],
                    'constraints': [models.UniqueConstraint(fields=('programme', 'coding', 'frame', 'construct'), name='coding_code_once')],
                },
            ),
            migrations.CreateModel(
                name='EarlierPlace',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('text_hash', models.CharField(max_length=64)),
                    ('start', models.PositiveIntegerField()),
                    ('end', models.PositiveIntegerField()),
                    ('changed_from', models.TextField(blank=True)),
                    ('coding', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='earlier_places', to='coding.coding')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'coding', 'text_hash'), name='coding_earlier_place_once'), models.CheckConstraint(condition=models.Q(('start__lt', models.F('end'))), name='coding_earlier_place_is_not_empty')],
                },
            ),
            migrations.CreateModel(
                name='LostCoding',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('words', models.TextField()),
                    ('before', models.CharField(blank=True, max_length=100)),
                    ('after', models.CharField(blank=True, max_length=100)),
                    ('settled_at', models.DateTimeField(null=True)),
                    ('coding', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='lost', to='coding.coding')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('settled_at__isnull', True)), fields=('programme', 'coding'), name='coding_lost_once')],
                },
            ),
            migrations.CreateModel(
                name='MergedCoding',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('had_both', models.BooleanField()),
                    ('coding', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='coding.coding')),
                    ('merge', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='codings', to='coding.merge')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'merge', 'coding'), name='coding_moved_once')],
                },
            ),
            migrations.CreateModel(
                name='Attempt',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('number', models.PositiveSmallIntegerField()),
                    ('found', models.JSONField()),
                    ('digest', models.CharField(max_length=64)),
                    ('coder', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('round', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='attempts', to='coding.round')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'round', 'coder', 'number'), name='coding_attempt_once'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='coding_attempts_begin_at_one')],
                },
            ),
            migrations.CreateModel(
                name='RoundCoder',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('coder', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('round', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='coders', to='coding.round')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'coder'], name='coding_rounds_of_coder')],
                    'constraints': [models.UniqueConstraint(fields=('programme', 'round', 'coder'), name='coding_coder_once_in_round')],
                },
            ),
            migrations.CreateModel(
                name='RoundDone',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('coder', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('round', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='marks', to='coding.round')),
                    ('source', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.source')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'round', 'source', 'coder'), name='coding_done_once')],
                },
            ),
            migrations.CreateModel(
                name='RoundSource',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('settled_at', models.DateTimeField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('round', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='sources', to='coding.round')),
                    ('source', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.source')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'source'], name='coding_rounds_of_source')],
                    'constraints': [models.UniqueConstraint(fields=('programme', 'round', 'source'), name='coding_source_once_in_round'), models.UniqueConstraint(condition=models.Q(('settled_at__isnull', False)), fields=('programme', 'source'), name='coding_source_settled_once')],
                },
            ),
            migrations.CreateModel(
                name='SavedTable',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('title', models.CharField(max_length=200)),
                    ('asked', models.JSONField()),
                    ('removed_at', models.DateTimeField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('saved_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('removed_at__isnull', True)), fields=('programme', 'study', 'title'), name='coding_table_titled_once'), models.CheckConstraint(condition=models.Q(('removed_at__isnull', True), ('removed_at__gte', models.F('created_at')), _connector='OR'), name='coding_table_removed_after')],
                },
            ),
            migrations.CreateModel(
                name='Step',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('kind', models.CharField(choices=[('code', 'code'), ('remove', 'remove'), ('restore', 'restore'), ('codes', 'codes'), ('span', 'span'), ('valence', 'valence'), ('strength', 'strength'), ('stage', 'stage'), ('memo', 'memo'), ('change', 'change'), ('search', 'search')], max_length=12)),
                    ('changes', models.JSONField()),
                    ('undone_at', models.DateTimeField(null=True)),
                    ('coder', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('source', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.source')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'coder', 'source', 'id'], name='coding_steps_of_a_coder')],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('kind', 'search'), ('source__isnull', True)), models.Q(models.Q(('kind', 'search'), _negated=True), ('source__isnull', False)), _connector='OR'), name='coding_step_has_its_source')],
                },
            ),
            migrations.CreateModel(
                name='StudyFrame',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('frame', models.CharField(max_length=40)),
                    ('position', models.PositiveSmallIntegerField()),
                    ('left_out', models.JSONField(default=list)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'frame'), name='coding_frame_once')],
                },
            ),
            migrations.CreateModel(
                name='StudyMethod',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('method', models.CharField(choices=[('content_directed', 'content_directed'), ('content_conventional', 'content_conventional'), ('content_summative', 'content_summative'), ('thematic', 'thematic'), ('framework', 'framework'), ('rapid', 'rapid')], max_length=24)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study'), name='coding_one_method_a_study')],
                },
            ),
            migrations.CreateModel(
                name='WrittenMatrix',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('title', models.CharField(max_length=200)),
                    ('kind', models.CharField(choices=[('framework', 'framework'), ('rapid', 'rapid')], max_length=12)),
                    ('removed_at', models.DateTimeField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(condition=models.Q(('removed_at__isnull', True)), fields=('programme', 'study', 'title'), name='coding_matrix_titled_once'), models.CheckConstraint(condition=models.Q(('removed_at__isnull', True), ('removed_at__gte', models.F('created_at')), _connector='OR'), name='coding_matrix_removed_after')],
                },
            ),
            migrations.CreateModel(
                name='MatrixTheme',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('position', models.PositiveSmallIntegerField()),
                    ('frame', models.CharField(blank=True, max_length=40)),
                    ('construct', models.CharField(blank=True, max_length=80)),
                    ('heading', models.CharField(blank=True, max_length=200)),
                    ('left_at', models.DateTimeField(null=True)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('matrix', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='themes', to='coding.writtenmatrix')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'matrix', 'frame', 'construct', 'heading'), name='coding_theme_once'), models.CheckConstraint(condition=models.Q(models.Q(models.Q(('frame', ''), _negated=True), models.Q(('construct', ''), _negated=True), ('heading', '')), models.Q(('construct', ''), ('frame', ''), models.Q(('heading', ''), _negated=True)), _connector='OR'), name='coding_theme_is_code_or_words')],
                },
            ),
            migrations.CreateModel(
                name='CellSummary',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('text', models.TextField(blank=True)),
                    ('links', models.JSONField(default=list)),
                    ('basis', models.JSONField(default=dict)),
                    ('text_hash', models.CharField(max_length=64)),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('source', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.source')),
                    ('written_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('theme', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='summaries', to='coding.matrixtheme')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'source', 'theme'], name='coding_summaries_of_source')],
                },
            ),
            migrations.CreateModel(
                name='AgreementRecord',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('title', models.CharField(max_length=200)),
                    ('asked', models.JSONField()),
                    ('found', models.JSONField()),
                    ('digest', models.CharField(max_length=64)),
                    ('kept_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                ],
                options={
                    'indexes': [models.Index(fields=['programme', 'study'], name='coding_records_of_study')],
                },
            ),
            migrations.CreateModel(
                name='CodebookVersion',
                fields=[
                    ('id', models.UUIDField(default=linkwork.core.ids.new_id, editable=False, primary_key=True, serialize=False)),
                    ('created_at', models.DateTimeField()),
                    ('number', models.PositiveSmallIntegerField()),
                    ('name', models.CharField(max_length=120)),
                    ('note', models.CharField(blank=True, max_length=300)),
                    ('content', models.JSONField()),
                    ('sha256', models.CharField(max_length=64)),
                    ('frozen_by', linkwork.core.fields.ProgrammeKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.worker')),
                    ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.programme')),
                    ('study', linkwork.core.fields.ProgrammeKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='studies.study')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('programme', 'study', 'number'), name='coding_version_once'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='coding_versions_begin_at_one')],
                },
            ),
        ]),
    ]
