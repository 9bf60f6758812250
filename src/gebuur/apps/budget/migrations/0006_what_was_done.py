"""What counted as done stays done, and every check is about the version that lay there when it was asked."""

import datetime as dt

from django.db import migrations
from django.db.models import Max


def fill(apps, schema_editor):
    proposals = apps.get_model("budget", "Proposal")
    for proposal in proposals.objects.filter(milestones__isnull=False).distinct():
        days = list(proposal.milestones.values_list("done_on", flat=True))
        if None not in days:
            noon = dt.datetime.combine(max(days), dt.time(12), dt.UTC)
            proposals.objects.filter(pk=proposal.pk).update(finished_at=noon)
    versions = apps.get_model("budget", "ProposalVersion")
    for check in apps.get_model("budget", "FeasibilityCheck").objects.all():
        there = versions.objects.filter(proposal=check.proposal_id, at__lte=check.asked_at)
        check.version = there.aggregate(last=Max("number"))["last"] or 1
        check.save(update_fields=["version"])


class Migration(migrations.Migration):
    dependencies = [("budget", "0005_group_says_done")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=True)]
