from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0001_start")]

    operations = [
        migrations.AddField("member", "is_vouched", models.BooleanField(default=False)),
    ]
