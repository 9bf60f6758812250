import django.db.models.deletion
import gebuur.core.crypto
import gebuur.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('neighbourhood', '0002_map_source'),
        ('reflection', '0001_start'),
    ]

    operations = [
        migrations.CreateModel(
            name='Lens',
            fields=[
                ('id', models.UUIDField(default=gebuur.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('place', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(max_length=9)),
                ('words', gebuur.core.crypto.SealedTextField(blank=True, default='')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lenses', to='reflection.entry')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('entry', 'place'), name='reflection_lens_place'), models.UniqueConstraint(fields=('entry', 'kind'), name='reflection_lens_once'), models.CheckConstraint(condition=models.Q(('place__in', [1, 2])), name='reflection_lens_two_at_most'), models.CheckConstraint(condition=models.Q(('kind__in', ['style', 'attitude', 'role', 'phase', 'condition', 'boundary'])), name='reflection_lens_kind')],
            },
        ),
        migrations.AddField(
            model_name='entry',
            name='case',
            field=models.CharField(blank=True, default='', max_length=80),
        ),
        migrations.AddField(
            model_name='entry',
            name='do',
            field=gebuur.core.crypto.SealedTextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='entry',
            name='feel',
            field=gebuur.core.crypto.SealedTextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='entry',
            name='form',
            field=models.CharField(default='exercise', max_length=8),
        ),
        migrations.AddField(
            model_name='entry',
            name='think',
            field=gebuur.core.crypto.SealedTextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='entry',
            name='want',
            field=gebuur.core.crypto.SealedTextField(blank=True, default=''),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.CheckConstraint(condition=models.Q(('form__in', ['exercise', 'think'])), name='reflection_entry_form'),
        ),
    ]
