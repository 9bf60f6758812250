"""A group says itself that it is done, and a service looks again at a version that came back after an answer."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("budget", "0004_reasons_or_no_answer")]
    operations = [
        migrations.AddField(
            model_name="proposal",
            name="finished_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="feasibilitycheck",
            name="version",
            field=models.PositiveSmallIntegerField(default=1),
            preserve_default=False,
        ),
        migrations.RemoveConstraint(
            model_name="feasibilitycheck", name="budget_checked_once_a_service"
        ),
        migrations.AddConstraint(
            model_name="feasibilitycheck",
            constraint=models.UniqueConstraint(
                fields=["proposal", "service", "version"], name="budget_checked_once_a_version"
            ),
        ),
    ]
