"""Catalogues are compiled when their words change, and only then."""

import gettext
import os
from pathlib import Path

from gebuur.core.management.commands.messages import compile_rooms

WORDS = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Good day"\nmsgstr "{}"\n'


def test_words_that_changed_are_compiled_anew_and_no_others(tmp_path: Path) -> None:
    folder = tmp_path / "locale" / "nl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source, made = folder / "django.po", folder / "django.mo"
    source.write_text(WORDS.format("Goeiedag"))
    os.utime(source, (1_000, 1_000))
    assert [compile_rooms([tmp_path]), compile_rooms([tmp_path])] == [1, 0]
    source.write_text(WORDS.format("Dag"))
    os.utime(made, (1_000, 1_000))
    assert compile_rooms([tmp_path]) == 1
    with made.open("rb") as compiled:
        assert gettext.GNUTranslations(compiled).gettext("Good day") == "Dag"
