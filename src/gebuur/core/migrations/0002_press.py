"""Remember for two days which form was sent, so that pressing twice writes once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0001_start")]

    operations = [
        migrations.CreateModel(
            name="Press",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("at", models.DateTimeField(db_index=True)),
                ("led_to", models.TextField(blank=True)),
            ],
        )
    ]
