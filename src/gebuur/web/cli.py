"""The `gebuur` command: everything Django's manage.py does, under our own name."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gebuur.web.settings")
    from django.core.management import execute_from_command_line

    # However it was started, help and mistakes speak of `gebuur`.
    execute_from_command_line(["gebuur", *spoken(sys.argv)[1:]])


def spoken(argv: list[str]) -> list[str]:
    """People write `verify-chronicle`, Python files are called `verify_chronicle`: both are the same command."""
    return [
        word.replace("-", "_") if place == 1 and word[:1] != "-" else word
        for place, word in enumerate(argv)
    ]


if __name__ == "__main__":
    main()
