"""`gebuur import-streets STREETS.geojson [--addresses FILE.csv] [--adjacency FILE.csv]`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from gebuur.apps.neighbourhood.models import Neighbourhood
from gebuur.web.streets.reading import FileUnreadable, Problem, read_doors, read_pairs, read_shapes
from gebuur.web.streets.writing import Report, Writer


class Command(BaseCommand):
    help = "Bring in streets, front doors, and which streets meet. Rows that cannot be used are listed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("streets", type=Path, help="GeoJSON with a line and a name per street")
        parser.add_argument("--addresses", type=Path, help="CSV with street, housenumber, lon, lat")
        parser.add_argument("--adjacency", type=Path, help="CSV with street_a, street_b")
        parser.add_argument(
            "--place", help="the neighbourhood's short name; not needed when there is one"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would happen and write nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        place = self._place(options["place"])
        try:
            shapes, problems, source = read_shapes(options["streets"])
            doors, door_problems = (
                read_doors(options["addresses"]) if options["addresses"] else ([], [])
            )
            pairs, pair_problems = (
                read_pairs(options["adjacency"]) if options["adjacency"] else ([], [])
            )
        except FileUnreadable as error:
            raise CommandError(str(error), returncode=2) from error
        with transaction.atomic():
            report = Writer(place).write(shapes, doors, pairs, source=source)
            transaction.set_rollback(options["dry_run"])
        self._tell(
            report,
            [*problems, *door_problems, *pair_problems, *report.problems],
            source,
            dry_run=options["dry_run"],
        )

    def _place(self, slug: str | None) -> Neighbourhood:
        places = list(
            Neighbourhood.objects.filter(**({"slug": slug} if slug else {})).order_by("slug")[:2]
        )
        if len(places) == 1:
            return places[0]
        known = (
            ", ".join(Neighbourhood.objects.order_by("slug").values_list("slug", flat=True))
            or "none yet"
        )
        raise CommandError(
            f"Say which neighbourhood with --place. There are: {known}.", returncode=2
        )

    def _tell(self, report: Report, problems: list[Problem], source: str, *, dry_run: bool) -> None:
        if dry_run:
            self.stdout.write("Nothing was written (--dry-run).")
        self.stdout.write(f"{'new streets':<24}{report.streets:>7}")
        self.stdout.write(f"{'new front doors':<24}{report.doors:>7}")
        self.stdout.write(f"{'new pairs that meet':<24}{report.pairs:>7}")
        self.stdout.write(f"{'neighbours who moved':<24}{report.moved:>7}")
        self.stdout.write(f"{'spellings to decide':<24}{len(report.questions):>7}")
        for one, other in report.questions:
            self.stdout.write(f"  one street or two?  {one}  |  {other}")
        self.stdout.write(f"{'left out or to know':<24}{len(problems):>7}")
        for problem in problems:
            self.stdout.write(f"  {problem.file}, line {problem.line}: {problem.why}")
        if source:
            self.stdout.write(f"shown with the map: {source}")
