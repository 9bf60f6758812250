"""The shape of a table of translations."""

from collections.abc import Mapping

Table = Mapping[str, Mapping[str, str]]
"""Kind of frame, then the key of an item: alone for its name, with a field (and a number) for what it has beyond."""
