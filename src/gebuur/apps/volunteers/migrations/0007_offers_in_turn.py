from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('volunteers', '0006_allowances'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='offer',
            index=models.Index(condition=models.Q(('stopped_at__isnull', True)), fields=['neighbourhood', 'last_match_at', 'created_at', 'id'], name='volunteers_in_turn'),
        ),
    ]
