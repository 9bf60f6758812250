"""With which letters a code was printed, so that these can be printed once more."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("budget", "0007_what_is_signed_stays")]

    operations = [
        migrations.AddField("rollentry", "pile", models.PositiveSmallIntegerField(null=True)),
    ]
