"""Questions to the database whose words are written once, and filled in every time.

Django writes the words of a query anew whenever it is asked, and for a small one that takes far longer than
the answer. `prepared` keeps them, for every engine and every length of a list.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from itertools import count
from operator import attrgetter
from typing import Any, ParamSpec, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import QuerySet

Asked = ParamSpec("Asked")
Row = TypeVar("Row", bound=tuple[Any, ...])
Taker = Callable[[Any], Any]
Converter = Callable[..., Any]
KINDS = {uuid.UUID, dt.datetime, dt.date, int}
SHORTEST, LONGEST = 8, 512
# Numbers of which made-up values are made: they stand in no query by themselves.
FIRST, SECOND = 1_700_000_000, 1_800_000_000


def prepared(ask: Callable[Asked, QuerySet[Any, Row]]) -> Callable[Asked, Iterable[Row]]:
    """Make a function that writes a `values_list` answer with its rows, and write the words only once.

    The query may depend on the arguments alone: ids, moments, days, numbers, or lists of these for `__in`. They
    stand in it as they are; it does not reckon with them and takes no other turn because of them. With any other
    argument (None, an empty list, another query) Django is asked in the ordinary way.

    Raises
    ------
    TypeError
        When the query reckons with an argument.
    """
    known: dict[tuple[object, ...], _Written] = {}

    @wraps(ask)
    def rows(*args: Asked.args, **kwargs: Asked.kwargs) -> Iterable[Row]:
        given = [*args, *kwargs.values()]
        shapes = [*map(_shape, given)]
        if None in shapes:
            return ask(*args, **kwargs)

        def again(values: list[Any]) -> QuerySet[Any, Row]:
            named = dict(zip(kwargs, values[len(args) :], strict=True))
            return ask(*values[: len(args)], **named)

        key = (connection.vendor, *kwargs, *shapes)
        if key not in known:
            known[key] = _write(again, [_padded(one) for one in given])
        return known[key].rows(given)

    return rows


@dataclass(frozen=True)
class _Written:
    """The words of a query, and how to fill them in.

    `sql` has Django's blanks, `for_sqlite` those of SQLite. `order` says of every blank which one stands there: of the
    values, and after these the constants. `takers` make of each value what this engine takes; `columns` turn what
    comes back into Python, as Django does.
    """

    sql: str
    for_sqlite: str
    constants: list[Any]
    order: list[int]
    takers: list[Taker]
    columns: list[tuple[int, Converter, Any]]

    def rows(self, values: list[Any]) -> list[Any]:
        source = _flat(values, self.takers) + self.constants
        found = _fetch(self, [source[at] for at in self.order])
        columns = list(zip(*found, strict=True))
        for at, convert, column in self.columns if columns else ():
            columns[at] = tuple(convert(one, column, connection) for one in columns[at])
        return list(zip(*columns, strict=True))


def _fetch(written: _Written, blanks: list[Any]) -> list[Any]:
    """The rows, by the shortest way there is.

    SQLite answers a small question in less time than Django takes to hand it over. When nobody counts or watches
    questions it is asked itself; what goes wrong is still told as Django's own errors.
    """
    database = connections[DEFAULT_DB_ALIAS]
    if not written.for_sqlite or database.queries_logged or database.execute_wrappers:
        with database.cursor() as cursor:
            cursor.execute(written.sql, blanks)
            return list(cursor.fetchall())
    database.ensure_connection()
    database.validate_no_broken_transaction()
    with database.wrap_database_errors:
        rows: list[Any] = database.connection.execute(written.for_sqlite, blanks).fetchall()
    return rows


def _for_sqlite(sql: str) -> str:
    """The words as SQLite itself takes them, or nothing for another engine."""
    if connection.vendor != "sqlite":
        return ""
    return sql.replace("%%", "\0").replace("%s", "?").replace("\0", "%")


def _write(ask: Callable[[list[Any]], QuerySet[Any, Any]], values: list[Any]) -> _Written:
    """Ask twice, with made-up values: where they stand the real ones go, and all the rest has to be the same."""
    takers = [_taker(type(one[0] if isinstance(one, list) else one)) for one in values]
    first, second = (_with_made_up(ask, values, takers, start) for start in (FIRST, SECOND))
    if (first.sql, first.constants, first.order) != (second.sql, second.constants, second.order):
        raise TypeError("a prepared query may not reckon with its arguments")
    return first


def _with_made_up(
    ask: Callable[[list[Any]], QuerySet[Any, Any]],
    values: list[Any],
    takers: list[Taker],
    start: int,
) -> _Written:
    number = count(start)
    made_up = [
        [_made_up(one, next(number)) for one in value]
        if isinstance(value, list)
        else _made_up(value, next(number))
        for value in values
    ]
    compiler = ask(made_up).query.get_compiler(connection=connection)
    sql, params = compiler.as_sql()
    places = {one: at for at, one in enumerate(_flat(made_up, takers))}
    constants = [one for one in params if one not in places]
    numbers = count(len(places))
    return _Written(
        sql=sql,
        for_sqlite=_for_sqlite(sql),
        constants=constants,
        order=[places[one] if one in places else next(numbers) for one in params],
        takers=takers,
        columns=[
            (at, convert, column)
            for at, (converters, column) in compiler.get_converters(
                [column for column, *_ in compiler.select]
            ).items()
            for convert in converters
        ],
    )


def _made_up(value: object, number: int) -> object:
    """A value of the same kind, another one for every number."""
    if isinstance(value, uuid.UUID):
        return uuid.UUID(int=number)
    if isinstance(value, dt.datetime):
        return dt.datetime.fromtimestamp(number, dt.UTC)
    if isinstance(value, dt.date):
        return dt.date.fromordinal(1 + number % 3_000_000)
    return number


def _flat(values: list[Any], takers: list[Taker]) -> list[Any]:
    """All values one by one, as the database takes them; of a list the last one again and again."""
    flat: list[Any] = []
    for value, take in zip(values, takers, strict=True):
        if type(value) is list:
            flat += map(take, value)
            flat += [flat[-1]] * (_padded_length(value) - len(value))
        else:
            flat.append(take(value))
    return flat


def _taker(kind: type) -> Taker:
    """What makes of a value what this engine takes."""
    if kind is uuid.UUID and not connection.features.has_native_uuid_field:
        return attrgetter("hex")
    if kind is dt.datetime:
        return connection.ops.adapt_datetimefield_value
    if kind is dt.date:
        return connection.ops.adapt_datefield_value
    return lambda value: value


def _padded(value: Any) -> Any:
    """A list with its last value again and again."""
    if not isinstance(value, list):
        return value
    return value + value[-1:] * (_padded_length(value) - len(value))


def _padded_length(values: list[Any]) -> int:
    """Up to a power of two: so there are few lengths to know."""
    return max(SHORTEST, 1 << (len(values) - 1).bit_length())


def _shape(value: Any) -> object:
    """Kind and length of what can be filled in; None of anything else. True is a number for Python, not for a query."""
    if type(value) is not list:
        return type(value) if type(value) in KINDS else None
    kinds = set(map(type, value))
    if len(kinds) != 1 or len(value) > LONGEST or not kinds <= KINDS:
        return None
    return kinds.pop(), _padded_length(value)
