"""The client of a tenant's API, made by WorkerSQL from its declaration: make it again rather than change it.

It needs Python 3.11 or newer, and nothing beside the standard library. Names are the API's own; those that Python keeps for
itself end in `_`.

    db = Client("https://api.example.com/t/shop", key)
    for book in db.book.rows(filter={"price": {"lt": "10"}}, order_by=[{"title": "asc"}], embed={"author": True}):
        print(book.title, book.author)

A method sends its call at once; `later` of it answers the call instead, for `run_batch` to send with others as one transaction:

    author, lines = db.run_batch(db.author.insert.later({"name": "Ann"}), db.logLine.insert_many.later(lines))
"""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Concatenate, Generic, Literal, Never, ParamSpec, Required, TypedDict, TypeVar, cast, overload

Direction = Literal["asc", "desc", "ascNullsFirst", "ascNullsLast", "descNullsFirst", "descNullsLast"]

_Row = TypeVar("_Row")
_Key = TypeVar("_Key")
_Filter = TypeVar("_Filter")
_Order = TypeVar("_Order")
_Insert = TypeVar("_Insert")
_Update = TypeVar("_Update")
_Column = TypeVar("_Column")
_Embed = TypeVar("_Embed")
_Lists = TypeVar("_Lists")
_GroupKey = TypeVar("_GroupKey")
_Ordered = TypeVar("_Ordered")
_Number = TypeVar("_Number")
_Keys = TypeVar("_Keys")
_Sums = TypeVar("_Sums")
_Values = TypeVar("_Values")
_Columns = TypeVar("_Columns")
_P = ParamSpec("_P")
_R = TypeVar("_R")
_A = TypeVar("_A")
_B = TypeVar("_B")
_C = TypeVar("_C")
_D = TypeVar("_D")


class WorkerSqlError(Exception):
    """What the server refused, and why."""

    def __init__(self, message: str, status: int, details: Mapping[str, Any], call: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        """What is wrong, where, and what to do."""
        self.status = status if status >= 400 else _STATUSES.get(str(details.get("code")), 400)
        """The HTTP status that belongs to it."""
        self.details = details
        """All that the server said."""
        code = str(details.get("code", "unavailable" if status >= 500 else "bad_request"))
        self.code = cast("ErrorCode", code)
        """What kind of error it is: stable. A newer server may answer others."""
        self.table: str | None = details.get("table")
        """The table that it is about."""
        self.fields: list[str] = list(details.get("fields", []))
        """The columns that it is about."""
        self.field: str | None = details.get("field") or (self.fields[0] if self.fields else None)
        """The field that it is about, where there is one."""
        self.constraint: str | None = details.get("constraint")
        """The constraint that would not hold."""
        self.call = call
        """Which call of a batch it belongs to."""


@dataclass(frozen=True)
class PageInfo:
    """Where a page stands among all rows."""

    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None


@dataclass(frozen=True)
class Page(Generic[_Row]):
    """A page of rows."""

    nodes: list[_Row]
    page_info: PageInfo
    total_count: int
    """All rows that the filter finds, whatever the page."""


@dataclass(frozen=True)
class Written(Generic[_Row]):
    """What happened to the rows of a write."""

    affected_count: int
    records: list[_Row]


@dataclass(frozen=True)
class Aggregates(Generic[_Ordered, _Sums, _Values]):
    """Aggregates of rows: dictionaries of those that were asked for. Sums and averages of exact numbers are exact, and therefore
    texts; averages have four more digits."""

    count: int
    count_distinct: Mapping[_Ordered, int]
    sum: _Sums
    avg: _Sums
    min: _Values
    max: _Values


@dataclass(frozen=True)
class RowGroup(Aggregates[_Ordered, _Sums, _Values], Generic[_Keys, _Ordered, _Sums, _Values]):
    """Rows that have keys in common, with aggregates of them."""

    keys: _Keys


Comparison = TypedDict(
    "Comparison",
    {
        "eq": "str | int | float",
        "neq": "str | int | float",
        "gt": "str | int | float",
        "gte": "str | int | float",
        "lt": "str | int | float",
        "lte": "str | int | float",
        "in": "Sequence[str | int | float]",
        "nin": "Sequence[str | int | float]",
        "is": Literal["NULL", "NOT_NULL"],
    },
    total=False,
)


class Having(TypedDict, Generic[_Filter, _Ordered, _Number], total=False):
    """Which groups."""

    count: Comparison
    countDistinct: Mapping[_Ordered, Comparison]
    sum: Mapping[_Number, Comparison]
    avg: Mapping[_Number, Comparison]
    min: _Filter
    max: _Filter
    and_: Sequence[Having[_Filter, _Ordered, _Number]]
    or_: Sequence[Having[_Filter, _Ordered, _Number]]
    not_: Having[_Filter, _Ordered, _Number]


class GroupOrder(TypedDict, Generic[_GroupKey, _Ordered, _Number], total=False):
    """An order of groups."""

    keys: Mapping[_GroupKey, Direction]
    count: Direction
    countDistinct: Mapping[_Ordered, Direction]
    sum: Mapping[_Number, Direction]
    avg: Mapping[_Number, Direction]
    min: Mapping[_Ordered, Direction]
    max: Mapping[_Ordered, Direction]


@dataclass(frozen=True)
class TableMeta:
    """What the client knows of a table while it runs."""

    type: str
    row: Callable[..., Any]
    key: Mapping[str, str]
    columns: Mapping[str, str]
    computed: Mapping[str, str]
    one: Mapping[str, tuple[str, str]]
    many: Mapping[str, tuple[str, str]]
    lists: Mapping[str, str]


class Connection:
    """How calls reach the server."""

    def __init__(self, url: str, key: str | Callable[[], str] | None, headers: Mapping[str, str], timeout: float) -> None:
        self.url = url.rstrip("/")
        self.key = key
        self.headers = headers
        self.timeout = timeout

    def post(self, document: str, variables: Mapping[str, Any], headers: Mapping[str, str]) -> Any:
        body = json.dumps({"query": document, "variables": variables}).encode()
        sent = {"content-type": "application/json", "accept": "application/graphql-response+json"}
        if self.key is not None:
            key = self.key if isinstance(self.key, str) else self.key()
            sent["authorization"] = f"Bearer {key}"
        request = urllib.request.Request(
            f"{self.url}/graphql", data=body, headers={**sent, **self.headers, **headers}, method="POST"
        )
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as response:
                status, text = response.status, response.read()
        except urllib.error.HTTPError as refused:
            with refused:
                status, text = refused.code, refused.read()
        try:
            answer = json.loads(text)
        except ValueError:
            answer = {}
        if not isinstance(answer, dict):
            answer = {}
        errors = answer.get("errors")
        if errors:
            root = str((errors[0].get("path") or [""])[0])
            call = int(root[1:]) if root[:1] == "c" and root[1:].isdecimal() else None
            raise WorkerSqlError(str(errors[0].get("message")), status, errors[0].get("extensions") or {}, call)
        data = answer.get("data")
        if not isinstance(data, dict):
            said = answer.get("detail") or f"the server answered {status}: {text[:200]!r}"
            raise WorkerSqlError(str(said), 502 if status == 200 else status, answer)
        return data


class Writer:
    """Writes a document whose values are variables, so that calls of one shape have one text, which the server keeps."""

    def __init__(self) -> None:
        self.declared: list[str] = []
        self.values: dict[str, Any] = {}

    def given(self, *arguments: tuple[str, str, Any]) -> str:
        """Arguments, those that are None left out."""
        parts = []
        for name, type_name, value in arguments:
            if value is None:
                continue
            variable = f"v{len(self.declared)}"
            self.declared.append(f"${variable}: {type_name}")
            self.values[variable] = value
            parts.append(f"{name}: ${variable}")
        return f"({', '.join(parts)})" if parts else ""

    def document(self, kind: str, fields: Sequence[str]) -> str:
        head = f" ({', '.join(self.declared)})" if self.declared else ""
        return f"{kind}{head} {{ {' '.join(fields)} }}"


@dataclass(frozen=True)
class Call(Generic[_R]):
    """A call that is not sent yet."""

    connection: Connection
    kind: Literal["query", "mutation"]
    field: Callable[[Writer], str]
    read: Callable[[Any], _R]
    headers: Mapping[str, str]

    def run(self) -> _R:
        """Sends it alone."""
        return cast(_R, _sent([self], self.headers)[0])


class Method(Generic[_P, _R]):
    """A method of a table: called, it sends its call and answers what came back."""

    def __init__(self, make: Callable[_P, Call[_R]]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __call__(self, *args: _P.args, **named: _P.kwargs) -> _R:
        return self._make(*args, **named).run()

    def later(self, *args: _P.args, **named: _P.kwargs) -> Call[_R]:
        """The call, for `run_batch`."""
        return self._make(*args, **named)


class _Method(Generic[_P, _R]):
    """Makes a method of what makes its call."""

    def __init__(self, make: Callable[Concatenate[Any, _P], Call[_R]]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __get__(self, table: Any, owner: Any = None) -> Method[_P, _R]:
        return Method(partial(self._make, table))


def _sent(calls: Sequence[Call[Any]], headers: Mapping[str, str]) -> list[Any]:
    """Sends calls as one request."""
    if not calls:
        return []
    first = calls[0]
    if any(call.kind != first.kind for call in calls):
        raise ValueError("a batch holds reads or writes, not both: send them as two")
    writer = Writer()
    fields = [f"c{at}: {call.field(writer)}" for at, call in enumerate(calls)]
    data = first.connection.post(writer.document(first.kind, fields), writer.values, headers)
    return [call.read(data[f"c{at}"]) for at, call in enumerate(calls)]


def _terms(dry_run: bool, idempotency_key: str | None) -> dict[str, str]:
    headers = {"prefer": "tx=rollback"} if dry_run else {}
    if idempotency_key is not None:
        headers["idempotency-key"] = idempotency_key
    return headers


def _directed(order: Any) -> Any:
    """Directions under the names that the server has for them."""
    if isinstance(order, str):
        full = {"asc": "ascNullsLast", "desc": "descNullsFirst"}.get(order, order)
        return full[:1].upper() + full[1:]
    if isinstance(order, Mapping):
        return {name: _directed(member) for name, member in order.items()}
    if isinstance(order, Sequence):
        return [_directed(member) for member in order]
    return order


def _member(name: str) -> str:
    """A column, or a part of one, as a member of an enum, which GraphQL's words for values cannot begin."""
    return f"_{name}" if name.startswith(("true", "false", "null")) else name


def _ordered(order: Any) -> Any:
    """An order of groups, its keys under the names that the server has for them."""
    terms = [order] if isinstance(order, Mapping) else order
    keys = [{_member(key): way for key, way in term.get("keys", {}).items()} for term in terms]
    return [{**term, "keys": own} if own else term for term, own in zip(terms, keys)]


def _having(having: Any) -> Any:
    """Conditions under the names that the server has for them."""
    if isinstance(having, Mapping):
        return {name.rstrip("_"): _having(inner) if name.endswith("_") else inner for name, inner in having.items()}
    return [_having(inner) for inner in having]


def _listed(writer: Writer, table: TableMeta, arguments: Mapping[str, Any]) -> str:
    lists = arguments.get("lists") or {}
    return writer.given(
        ("filter", f"{table.type}Filter", arguments.get("filter")),
        ("orderBy", f"[{table.type}OrderBy!]", _directed(arguments.get("order_by"))),
        ("first", "Int", arguments.get("first")),
        ("last", "Int", arguments.get("last")),
        ("after", "Cursor", arguments.get("after")),
        ("before", "Cursor", arguments.get("before")),
        ("offset", "Int", arguments.get("offset")),
        *_arguments(table, lists),
    )


def _arguments(table: TableMeta, lists: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """The arguments that only some tables' lists have."""
    for name, type_name in table.lists.items():
        given = lists.get(name)
        if given is not None and type_name == f"[{table.type}Column!]":
            given = list(map(_member, given))
        yield name, type_name, given


def _fields(writer: Writer, table: TableMeta, embed: Mapping[str, Any] | None) -> str:
    parts = list(table.columns)
    for name, chosen in (embed or {}).items():
        if not chosen:
            continue
        own: Mapping[str, Any] = chosen if isinstance(chosen, Mapping) else {}
        if name in table.computed:
            parts.append(name)
        elif name in table.one:
            target = _TABLES[table.one[name][1]]
            parts.append(f"{name} {{ {_fields(writer, target, own.get('embed'))} }}")
        elif name in table.many:
            target = _TABLES[table.many[name][1]]
            inner = _fields(writer, target, own.get("embed"))
            parts.append(f"{name}{_listed(writer, target, own)} {{ nodes {{ {inner} }} }}")
        else:
            raise ValueError(f"{table.type} has no relation '{name}' to embed")
    return " ".join(parts) or "__typename"


def _row(table: TableMeta, answer: Mapping[str, Any]) -> Any:
    """A row as its class."""
    members = {attribute: answer[name] for name, attribute in table.columns.items()}
    members.update((attribute, answer[name]) for name, attribute in table.computed.items() if name in answer)
    for name, (attribute, target) in table.one.items():
        related = answer.get(name)
        if related is not None:
            members[attribute] = _row(_TABLES[target], related)
    for name, (attribute, target) in table.many.items():
        if name in answer:
            members[attribute] = [_row(_TABLES[target], node) for node in answer[name]["nodes"]]
    return table.row(**members)


class Table(
    Generic[
        _Row,
        _Filter,
        _Order,
        _Insert,
        _Update,
        _Column,
        _Embed,
        _Lists,
        _GroupKey,
        _Ordered,
        _Number,
        _Keys,
        _Sums,
        _Values,
        _Columns,
    ]
):
    """Reads and writes of one table."""

    def __init__(self, connection: Connection, table: TableMeta) -> None:
        self._connection = connection
        self._table = table

    @_Method
    def find_many(
        self,
        *,
        filter: _Filter | None = None,
        order_by: Sequence[_Order] | None = None,
        first: int | None = None,
        last: int | None = None,
        after: str | None = None,
        before: str | None = None,
        offset: int | None = None,
        embed: _Embed | None = None,
        lists: _Lists | None = None,
    ) -> Call[list[_Row]]:
        """The rows that a filter finds; the server's default of them, which is 1,000 unless set, where `first` is left out."""
        return self._list(
            lambda page: self._rows(page["nodes"]),
            filter=filter,
            order_by=order_by,
            first=first,
            last=last,
            after=after,
            before=before,
            offset=offset,
            embed=embed,
            lists=lists,
        )

    @_Method
    def find_columns(
        self,
        columns: Sequence[_Column],
        *,
        filter: _Filter | None = None,
        order_by: Sequence[_Order] | None = None,
        first: int | None = None,
        last: int | None = None,
        after: str | None = None,
        before: str | None = None,
        offset: int | None = None,
        lists: _Lists | None = None,
    ) -> Call[list[_Columns]]:
        """The same rows, of each a dictionary of these columns alone."""
        names = [str(name) for name in columns]
        unknown = [name for name in names if name not in self._table.columns]
        if unknown or not names:
            raise ValueError(f"{self._table.type} has no column {', '.join(map(repr, unknown)) or 'to answer: name one'}")

        def field(writer: Writer) -> str:
            arguments = {"filter": filter, "order_by": order_by, "first": first, "last": last}
            places = {"after": after, "before": before, "offset": offset, "lists": lists}
            given = _listed(writer, self._table, {**arguments, **places})
            return f"{self._name}Collection{given} {{ nodes {{ {' '.join(names)} }} }}"

        return Call(self._connection, "query", field, lambda page: cast("list[_Columns]", page["nodes"]), {})

    @_Method
    def find_first(
        self,
        *,
        filter: _Filter | None = None,
        order_by: Sequence[_Order] | None = None,
        embed: _Embed | None = None,
        lists: _Lists | None = None,
    ) -> Call[_Row | None]:
        """The first row that a filter finds."""
        return self._list(
            lambda page: _only(self._rows(page["nodes"])),
            filter=filter,
            order_by=order_by,
            first=1,
            embed=embed,
            lists=lists,
        )

    @_Method
    def find_page(
        self,
        *,
        filter: _Filter | None = None,
        order_by: Sequence[_Order] | None = None,
        first: int | None = None,
        last: int | None = None,
        after: str | None = None,
        before: str | None = None,
        offset: int | None = None,
        embed: _Embed | None = None,
        lists: _Lists | None = None,
    ) -> Call[Page[_Row]]:
        """A page of rows, and how many rows there are on all pages."""
        return self._list(
            lambda page: Page(self._rows(page["nodes"]), _page_info(page), page["totalCount"]),
            " totalCount",
            filter=filter,
            order_by=order_by,
            first=first,
            last=last,
            after=after,
            before=before,
            offset=offset,
            embed=embed,
            lists=lists,
        )

    def pages(
        self,
        *,
        filter: _Filter | None = None,
        order_by: Sequence[_Order] | None = None,
        first: int | None = None,
        after: str | None = None,
        embed: _Embed | None = None,
        lists: _Lists | None = None,
    ) -> Iterator[list[_Row]]:
        """All rows, page by page; `first` says how many a page has."""
        while True:
            page = self._list(
                lambda page: (self._rows(page["nodes"]), _page_info(page)),
                filter=filter,
                order_by=order_by,
                first=first,
                after=after,
                embed=embed,
                lists=lists,
            )
            rows, info = page.run()
            yield rows
            if not info.has_next_page or info.end_cursor is None:
                return
            after = info.end_cursor

    def rows(
        self,
        *,
        filter: _Filter | None = None,
        order_by: Sequence[_Order] | None = None,
        first: int | None = None,
        after: str | None = None,
        embed: _Embed | None = None,
        lists: _Lists | None = None,
    ) -> Iterator[_Row]:
        """All rows one by one; `first` says how many are fetched at once."""
        for page in self.pages(
            filter=filter, order_by=order_by, first=first, after=after, embed=embed, lists=lists
        ):
            yield from page

    @_Method
    def count(self, *, filter: _Filter | None = None, lists: _Lists | None = None) -> Call[int]:
        """How many rows a filter finds."""
        return self._all(filter, lists, lambda _: "totalCount", lambda page: cast(int, page["totalCount"]))

    @_Method
    def aggregate(
        self,
        *,
        filter: _Filter | None = None,
        count_distinct: Sequence[_Ordered] = (),
        sum: Sequence[_Number] = (),
        avg: Sequence[_Number] = (),
        min: Sequence[_Ordered] = (),
        max: Sequence[_Ordered] = (),
        lists: _Lists | None = None,
    ) -> Call[Aggregates[_Ordered, _Sums, _Values]]:
        """How many rows a filter finds, and aggregates of these columns."""
        select = _aggregates(count_distinct, sum, avg, min, max)
        return self._all(
            filter,
            lists,
            lambda _: f"aggregate {{ {select} }}",
            lambda page: Aggregates[_Ordered, _Sums, _Values](**_aggregated(page["aggregate"])),
        )

    @_Method
    def group_by(
        self,
        by: Sequence[_GroupKey],
        *,
        filter: _Filter | None = None,
        having: Having[_Filter, _Ordered, _Number] | None = None,
        order_by: Sequence[GroupOrder[_GroupKey, _Ordered, _Number]] | None = None,
        first: int | None = None,
        offset: int | None = None,
        count_distinct: Sequence[_Ordered] = (),
        sum: Sequence[_Number] = (),
        avg: Sequence[_Number] = (),
        min: Sequence[_Ordered] = (),
        max: Sequence[_Ordered] = (),
        lists: _Lists | None = None,
    ) -> Call[list[RowGroup[_Keys, _Ordered, _Sums, _Values]]]:
        """Groups of the rows that a filter finds: how many rows each has, and aggregates of these columns."""
        name = self._table.type
        select = _aggregates(count_distinct, sum, avg, min, max)
        members = [_member(str(key)) for key in by]

        def groups(writer: Writer) -> str:
            given = writer.given(
                ("keys", f"[{name}GroupKey!]!", members),
                ("having", f"{name}Having", None if having is None else _having(having)),
                ("orderBy", f"[{name}GroupOrderBy!]", None if order_by is None else _ordered(_directed(order_by))),
                ("first", "Int", first),
                ("offset", "Int", offset),
            )
            keys = [key if key == member else f"{key}: {member}" for key, member in zip(map(str, by), members)]
            return f"groupBy{given} {{ keys {{ {' '.join(keys)} }} {select} }}"

        return self._all(
            filter,
            lists,
            groups,
            lambda page: [
                RowGroup[_Keys, _Ordered, _Sums, _Values](keys=group["keys"], **_aggregated(group))
                for group in page["groupBy"]
            ],
        )

    @_Method
    def insert(
        self,
        row: _Insert,
        *,
        embed: _Embed | None = None,
        dry_run: bool = False,
        idempotency_key: str | None = None,
    ) -> Call[_Row]:
        """Adds a row, and answers it."""
        terms = _terms(dry_run, idempotency_key)
        return self._add([row], None, embed, terms, lambda written: self._rows(written["records"])[0])

    @_Method
    def insert_many(
        self,
        rows: Sequence[_Insert],
        *,
        skip_duplicates: bool = False,
        records: bool = True,
        embed: _Embed | None = None,
        dry_run: bool = False,
        idempotency_key: str | None = None,
    ) -> Call[Written[_Row]]:
        """Adds rows: all of them or none. Without `records` no row is answered, only how many there were."""
        conflict: Any = {"update": []} if skip_duplicates else None
        terms = _terms(dry_run, idempotency_key)
        return self._add(rows, conflict, embed if records else False, terms, self._written)

    @_Method
    def upsert(
        self,
        row: _Insert,
        *,
        target: Sequence[_Column] | None = None,
        update: Sequence[_Column] | None = None,
        embed: _Embed | None = None,
        dry_run: bool = False,
        idempotency_key: str | None = None,
    ) -> Call[_Row | None]:
        """Adds a row, or changes the one that has its key. None where `update` is empty and the row is there."""
        terms = _terms(dry_run, idempotency_key)
        return self._add([row], _conflict(target, update), embed, terms, self._first)

    @_Method
    def upsert_many(
        self,
        rows: Sequence[_Insert],
        *,
        target: Sequence[_Column] | None = None,
        update: Sequence[_Column] | None = None,
        records: bool = True,
        embed: _Embed | None = None,
        dry_run: bool = False,
        idempotency_key: str | None = None,
    ) -> Call[Written[_Row]]:
        """The same for several rows: all of them or none."""
        conflict = _conflict(target, update)
        terms = _terms(dry_run, idempotency_key)
        return self._add(rows, conflict, embed if records else False, terms, self._written)

    @_Method
    def update(
        self,
        set: _Update,
        *,
        filter: _Filter | None = None,
        at_most: int = 1,
        if_match: str | None = None,
        records: bool = True,
        embed: _Embed | None = None,
        dry_run: bool = False,
        idempotency_key: str | None = None,
    ) -> Call[Written[_Row]]:
        """Changes the rows that a filter finds; more of them than `at_most` is an error that changes nothing."""
        which = self._which(filter, at_most, if_match)
        terms = _terms(dry_run, idempotency_key)
        return self._change(set, which, embed if records else False, terms, self._written)

    @_Method
    def delete(
        self,
        *,
        filter: _Filter | None = None,
        at_most: int = 1,
        if_match: str | None = None,
        records: bool = True,
        embed: _Embed | None = None,
        dry_run: bool = False,
        idempotency_key: str | None = None,
    ) -> Call[Written[_Row]]:
        """Removes the rows that a filter finds; more of them than `at_most` is an error that changes nothing."""
        which = self._which(filter, at_most, if_match)
        terms = _terms(dry_run, idempotency_key)
        return self._remove(which, embed if records else False, terms, self._written)

    @property
    def _name(self) -> str:
        return self._table.type[:1].lower() + self._table.type[1:]

    def _rows(self, answers: Any) -> list[_Row]:
        return [cast(_Row, _row(self._table, answer)) for answer in answers]

    def _first(self, written: Any) -> _Row | None:
        return _only(self._rows(written["records"]))

    def _written(self, written: Any) -> Written[_Row]:
        return Written(written["affectedCount"], self._rows(written.get("records", [])))

    def _list(self, read: Callable[[Any], _R], more: str = "", embed: Any = None, **arguments: Any) -> Call[_R]:
        def field(writer: Writer) -> str:
            given = _listed(writer, self._table, arguments)
            fields = _fields(writer, self._table, embed)
            info = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
            return f"{self._name}Collection{given} {{ nodes {{ {fields} }} {info}{more} }}"

        return Call(self._connection, "query", field, read, {})

    def _all(self, filter: Any, lists: Any, rest: Callable[[Writer], str], read: Callable[[Any], _R]) -> Call[_R]:
        """Of all rows that a filter finds, none of which is answered."""

        def field(writer: Writer) -> str:
            given = _listed(writer, self._table, {"filter": filter, "lists": lists})
            return f"{self._name}Collection{given} {{ {rest(writer)} }}"

        return Call(self._connection, "query", field, read, {})

    def _which(self, filter: Any, at_most: int, if_match: str | None) -> tuple[tuple[str, str, Any], ...]:
        return (
            ("filter", f"{self._table.type}Filter", filter),
            ("atMost", "Int!", at_most),
            ("ifMatch", "String", if_match),
        )

    def _add(
        self, rows: Sequence[Any], conflict: Any, embed: Any, terms: Mapping[str, str], read: Callable[[Any], _R]
    ) -> Call[_R]:
        name = self._table.type
        given = (("objects", f"[{name}InsertInput!]!", list(rows)), ("onConflict", f"{name}OnConflict", conflict))
        return self._write(f"insertInto{name}Collection", given, embed, terms, read)

    def _change(
        self, set: Any, which: Sequence[Any], embed: Any, terms: Mapping[str, str], read: Callable[[Any], _R]
    ) -> Call[_R]:
        name = self._table.type
        given = (("set", f"{name}UpdateInput!", set), *which)
        return self._write(f"update{name}Collection", given, embed, terms, read)

    def _remove(
        self, which: Sequence[Any], embed: Any, terms: Mapping[str, str], read: Callable[[Any], _R]
    ) -> Call[_R]:
        return self._write(f"deleteFrom{self._table.type}Collection", which, embed, terms, read)

    def _write(
        self,
        root: str,
        given: Sequence[tuple[str, str, Any]],
        embed: Any,
        terms: Mapping[str, str],
        read: Callable[[Any], _R],
    ) -> Call[_R]:
        """A write that answers its rows, unless `embed` is False."""

        def field(writer: Writer) -> str:
            arguments = writer.given(*given)
            rows = "" if embed is False else f" records {{ {_fields(writer, self._table, embed)} }}"
            return f"{root}{arguments} {{ affectedCount{rows} }}"

        return Call(self._connection, "mutation", field, read, terms)


class KeyedTable(
    Table[
        _Row,
        _Filter,
        _Order,
        _Insert,
        _Update,
        _Column,
        _Embed,
        _Lists,
        _GroupKey,
        _Ordered,
        _Number,
        _Keys,
        _Sums,
        _Values,
        _Columns,
    ],
    Generic[
        _Row,
        _Filter,
        _Order,
        _Insert,
        _Update,
        _Column,
        _Embed,
        _Lists,
        _GroupKey,
        _Ordered,
        _Number,
        _Keys,
        _Sums,
        _Values,
        _Columns,
        _Key,
    ],
):
    """A table with a primary key."""

    @_Method
    def find_by_key(self, key: _Key, *, embed: _Embed | None = None) -> Call[_Row | None]:
        """The row with this key."""
        values = cast(Mapping[str, Any], key)

        def field(writer: Writer) -> str:
            given = writer.given(*((name, type_name, values[name]) for name, type_name in self._table.key.items()))
            fields = _fields(writer, self._table, cast("Mapping[str, Any] | None", embed))
            return f"{self._name}ByPk{given} {{ {fields} }}"

        def read(answer: Any) -> _Row | None:
            return None if answer is None else cast(_Row, _row(self._table, answer))

        return Call(self._connection, "query", field, read, {})

    @_Method
    def update_by_key(
        self,
        key: _Key,
        set: _Update,
        *,
        if_match: str | None = None,
        embed: _Embed | None = None,
        dry_run: bool = False,
        idempotency_key: str | None = None,
    ) -> Call[_Row | None]:
        """Changes the row with this key. Answers it, or None where there is none."""
        terms = _terms(dry_run, idempotency_key)
        return self._change(set, self._which(self._by(key), 1, if_match), embed, terms, self._first)

    @_Method
    def delete_by_key(
        self,
        key: _Key,
        *,
        if_match: str | None = None,
        embed: _Embed | None = None,
        dry_run: bool = False,
        idempotency_key: str | None = None,
    ) -> Call[_Row | None]:
        """Removes the row with this key. Answers what it was, or None where there is none."""
        terms = _terms(dry_run, idempotency_key)
        return self._remove(self._which(self._by(key), 1, if_match), embed, terms, self._first)

    def _by(self, key: _Key) -> dict[str, Any]:
        values = cast(Mapping[str, Any], key)
        return {name: {"eq": values[name]} for name in self._table.key}


def _only(rows: Sequence[_R]) -> _R | None:
    return rows[0] if rows else None


def _aggregates(distinct: Any, sums: Any, averages: Any, least: Any, greatest: Any) -> str:
    functions = {"countDistinct": distinct, "sum": sums, "avg": averages, "min": least, "max": greatest}
    parts = [f"{name} {{ {' '.join(columns)} }}" for name, columns in functions.items() if columns]
    return " ".join(["count", *parts])


def _aggregated(answer: Mapping[str, Any]) -> dict[str, Any]:
    functions = {name: answer.get(name, {}) for name in ("sum", "avg", "min", "max")}
    return {"count": answer["count"], "count_distinct": answer.get("countDistinct", {}), **functions}


def _page_info(page: Any) -> PageInfo:
    info = page["pageInfo"]
    return PageInfo(info["hasNextPage"], info["hasPreviousPage"], info["startCursor"], info["endCursor"])


def _conflict(target: Sequence[Any] | None, update: Sequence[Any] | None) -> dict[str, Any]:
    given = {"target": target, "update": update}
    return {name: list(map(_member, columns)) for name, columns in given.items() if columns is not None}


@dataclass(frozen=True)
class Shop:
    """Table `shop`."""

    id: int
    """Column `id`."""

    name: str
    """Column `name`."""

    kind: Literal["corner", "market", "online"]
    """Column `kind`."""

    managerId: int | None
    """Column `manager_id`."""

    manager: Shop | None = None
    """Through the foreign key `shop_ibfk_1`, to table `shop`: where it is embedded."""

    shopCollection: list[Shop] | None = None
    """Through the foreign key `shop_ibfk_1`, to table `shop`: where it is embedded."""

    saleCollection: list[Sale] | None = None
    """Through the foreign key `sale_ibfk_1`, to table `sale`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

ShopFilter = TypedDict(
    "ShopFilter",
    {
        "id": "IntFilter",
        "name": "StringFilter",
        "kind": "ShopKindFilter",
        "managerId": "IntFilter",
        # There is such a row, and this holds for it.
        "manager": "ShopFilter",
        "shopCollection": "ShopManyFilter",
        "saleCollection": "SaleManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[ShopFilter]",
        # One holds; false if there is none.
        "or": "Sequence[ShopFilter]",
        # Does not hold.
        "not": "ShopFilter",
    },
    total=False,
)

ShopManyFilter = TypedDict(
    "ShopManyFilter",
    {
        # There is a row for which this holds.
        "some": "ShopFilter",
        # There is no row for which this holds.
        "none": "ShopFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "ShopFilter",
    },
    total=False,
)

ShopOrderBy = TypedDict(
    "ShopOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
        "kind": "Direction",
        "managerId": "Direction",
        "manager": "ShopOrderBy",
        "shopCollection": "ShopAggregateOrderBy",
        "saleCollection": "SaleAggregateOrderBy",
    },
    total=False,
)

ShopAggregateOrderBy = TypedDict(
    "ShopAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "ShopFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "ShopNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "ShopNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "ShopFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "ShopFieldsOrderBy",
        "manager": "ShopAggregateOrderBy",
    },
    total=False,
)

ShopInsertInput = TypedDict(
    "ShopInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `name`.
        "name": "Required[str]",
        # Column `kind`.
        "kind": "Required[Literal[\"corner\", \"market\", \"online\"]]",
        # Column `manager_id`.
        "managerId": "int | None",
        # What is done with rows of `shop` through the foreign key `shop_ibfk_1`.
        "manager": "ShopManagerToOneInput",
        # What is done with rows of `shop` through the foreign key `shop_ibfk_1`.
        "shopCollection": "ShopShopCollectionToManyInput",
        # What is done with rows of `sale` through the foreign key `sale_ibfk_1`.
        "saleCollection": "ShopSaleCollectionToManyInput",
    },
    total=False,
)

ShopUpdateInput = TypedDict(
    "ShopUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `name`.
        "name": "str",
        # Column `kind`.
        "kind": "Literal[\"corner\", \"market\", \"online\"]",
        # Column `manager_id`.
        "managerId": "int | None",
        # What is done with rows of `shop` through the foreign key `shop_ibfk_1`.
        "manager": "ShopManagerToOneInput",
        # What is done with rows of `shop` through the foreign key `shop_ibfk_1`.
        "shopCollection": "ShopShopCollectionToManyInput",
        # What is done with rows of `sale` through the foreign key `sale_ibfk_1`.
        "saleCollection": "ShopSaleCollectionToManyInput",
    },
    total=False,
)

ShopFieldsOrderBy = TypedDict(
    "ShopFieldsOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
        "kind": "Direction",
        "managerId": "Direction",
    },
    total=False,
)

ShopNumbersOrderBy = TypedDict(
    "ShopNumbersOrderBy",
    {
        "id": "Direction",
        "managerId": "Direction",
    },
    total=False,
)

ShopOnConflict = TypedDict(
    "ShopOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Shop_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Shop_Column]",
    },
    total=False,
)

ShopUniqueInput = TypedDict(
    "ShopUniqueInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

ShopUpsertInput = TypedDict(
    "ShopUpsertInput",
    {
        # The row.
        "create": "Required[ShopInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "ShopOnConflict",
    },
    total=False,
)

ShopUpdateManyInput = TypedDict(
    "ShopUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "ShopFilter",
        # What they are set to.
        "set": "Required[ShopUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

ShopKind = Literal[
    "corner",
    "market",
    "online",
]

ShopKindFilter = TypedDict(
    "ShopKindFilter",
    {
        "eq": "ShopKind",
        "neq": "ShopKind",
        "gt": "ShopKind",
        "gte": "ShopKind",
        "lt": "ShopKind",
        "lte": "ShopKind",
        "in": "Sequence[ShopKind]",
        # None of these; false for NULL.
        "nin": "Sequence[ShopKind]",
        "is": "FilterIs",
    },
    total=False,
)

Shop_Column = Literal[
    "id",
    "name",
    "kind",
    "managerId",
]

Shop_Columns = TypedDict(
    "Shop_Columns",
    {
        "id": "int",
        "name": "str",
        "kind": "Literal[\"corner\", \"market\", \"online\"]",
        "managerId": "int | None",
    },
    total=False,
)

Shop_Group = Literal[
    "id",
    "name",
    "kind",
    "managerId",
]

Shop_Ordered = Literal[
    "id",
    "name",
    "kind",
    "managerId",
]

Shop_Number = Literal[
    "id",
    "managerId",
]

Shop_Keys = TypedDict(
    "Shop_Keys",
    {
        "id": "int",
        "name": "str",
        "kind": "Literal[\"corner\", \"market\", \"online\"]",
        "managerId": "int | None",
    },
    total=False,
)

Shop_Sums = TypedDict(
    "Shop_Sums",
    {
        "id": "str | None",
        "managerId": "str | None",
    },
    total=False,
)

Shop_Values = TypedDict(
    "Shop_Values",
    {
        "id": "int | None",
        "name": "str | None",
        "kind": "Literal[\"corner\", \"market\", \"online\"] | None",
        "managerId": "int | None",
    },
    total=False,
)

Shop_Key = TypedDict(
    "Shop_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Shop_Embed = TypedDict(
    "Shop_Embed",
    {
        "manager": "bool | Shop_One",
        "shopCollection": "bool | Shop_Many",
        "saleCollection": "bool | Sale_Many",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Shop_Lists = TypedDict(
    "Shop_Lists",
    {
        "distinctOn": "Sequence[Shop_Column]",
    },
    total=False,
)

Shop_One = TypedDict(
    "Shop_One",
    {
        "embed": "Shop_Embed",
    },
    total=False,
)

Shop_Many = TypedDict(
    "Shop_Many",
    {
        "filter": "ShopFilter",
        "order_by": "Sequence[ShopOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Shop_Embed",
        "lists": "Shop_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Sale:
    """Table `sale`."""

    id: int
    """Column `id`."""

    shopId: int | None
    """Column `shop_id`."""

    product: str
    """Column `product`."""

    label: str | None
    """Column `label`."""

    size: Literal["small", "medium", "large"] | None
    """Column `size`."""

    pieces: int
    """Column `pieces`."""

    price: str | None
    """Column `price`."""

    total: str | None
    """Column `total`."""

    huge: str | None
    """Column `huge`."""

    serial: str | None
    """Column `serial`."""

    hash: str | None
    """Column `hash`."""

    weight: float | None
    """Column `weight`."""

    paid: bool
    """Column `paid`."""

    tags: list[Literal["new", "gift"]] | None
    """Column `tags`."""

    token: str | None
    """Column `token`."""

    soldOn: str | None
    """Column `sold_on`."""

    soldAt: str | None
    """Column `sold_at`."""

    seenAt: str | None
    """Column `seen_at`."""

    took: str | None
    """Column `took`."""

    note: Any | None
    """Column `note`."""

    shop: Shop | None = None
    """Through the foreign key `sale_ibfk_1`, to table `shop`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

SaleFilter = TypedDict(
    "SaleFilter",
    {
        "id": "IntFilter",
        "shopId": "IntFilter",
        "product": "StringFilter",
        "label": "StringFilter",
        "size": "SaleSizeFilter",
        "pieces": "IntFilter",
        "price": "DecimalFilter",
        "total": "DecimalFilter",
        "huge": "DecimalFilter",
        "serial": "BigIntFilter",
        "hash": "BigIntFilter",
        "weight": "FloatFilter",
        "paid": "BooleanFilter",
        "tags": "SetFilter",
        "token": "BytesFilter",
        "soldOn": "DateFilter",
        "soldAt": "DatetimeFilter",
        "seenAt": "TimestampFilter",
        "took": "TimeFilter",
        "note": "JSONFilter",
        # There is such a row, and this holds for it.
        "shop": "ShopFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[SaleFilter]",
        # One holds; false if there is none.
        "or": "Sequence[SaleFilter]",
        # Does not hold.
        "not": "SaleFilter",
    },
    total=False,
)

SaleManyFilter = TypedDict(
    "SaleManyFilter",
    {
        # There is a row for which this holds.
        "some": "SaleFilter",
        # There is no row for which this holds.
        "none": "SaleFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "SaleFilter",
    },
    total=False,
)

SaleOrderBy = TypedDict(
    "SaleOrderBy",
    {
        "id": "Direction",
        "shopId": "Direction",
        "product": "Direction",
        "label": "Direction",
        "size": "Direction",
        "pieces": "Direction",
        "price": "Direction",
        "total": "Direction",
        "huge": "Direction",
        "serial": "Direction",
        "hash": "Direction",
        "weight": "Direction",
        "paid": "Direction",
        "tags": "Direction",
        "token": "Direction",
        "soldOn": "Direction",
        "soldAt": "Direction",
        "seenAt": "Direction",
        "took": "Direction",
        "shop": "ShopOrderBy",
    },
    total=False,
)

SaleAggregateOrderBy = TypedDict(
    "SaleAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "SaleFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "SaleNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "SaleNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "SaleFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "SaleFieldsOrderBy",
        "shop": "ShopAggregateOrderBy",
    },
    total=False,
)

SaleInsertInput = TypedDict(
    "SaleInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `shop_id`.
        "shopId": "int | None",
        # Column `product`.
        "product": "Required[str]",
        # Column `label`.
        "label": "str | None",
        # Column `size`.
        "size": "Literal[\"small\", \"medium\", \"large\"] | None",
        # Column `pieces`.
        "pieces": "int",
        # Column `price`.
        "price": "str | int | None",
        # Column `total`.
        "total": "str | int | None",
        # Column `huge`.
        "huge": "str | int | None",
        # Column `serial`.
        "serial": "str | int | None",
        # Column `hash`.
        "hash": "str | int | None",
        # Column `weight`.
        "weight": "float | None",
        # Column `paid`.
        "paid": "bool",
        # Column `tags`: any of "new", "gift".
        "tags": "Sequence[Literal[\"new\", \"gift\"]] | None",
        # Column `token`.
        "token": "str | None",
        # Column `sold_on`.
        "soldOn": "str | None",
        # Column `sold_at`.
        "soldAt": "str | None",
        # Column `seen_at`.
        "seenAt": "str | None",
        # Column `took`.
        "took": "str | None",
        # Column `note`.
        "note": "Any | None",
        # What is done with rows of `shop` through the foreign key `sale_ibfk_1`.
        "shop": "SaleShopToOneInput",
    },
    total=False,
)

SaleUpdateInput = TypedDict(
    "SaleUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `shop_id`.
        "shopId": "int | None",
        # Column `product`.
        "product": "str",
        # Column `label`.
        "label": "str | None",
        # Column `size`.
        "size": "Literal[\"small\", \"medium\", \"large\"] | None",
        # Column `pieces`.
        "pieces": "int",
        # Column `price`.
        "price": "str | int | None",
        # Column `total`.
        "total": "str | int | None",
        # Column `huge`.
        "huge": "str | int | None",
        # Column `serial`.
        "serial": "str | int | None",
        # Column `hash`.
        "hash": "str | int | None",
        # Column `weight`.
        "weight": "float | None",
        # Column `paid`.
        "paid": "bool",
        # Column `tags`: any of "new", "gift".
        "tags": "Sequence[Literal[\"new\", \"gift\"]] | None",
        # Column `token`.
        "token": "str | None",
        # Column `sold_on`.
        "soldOn": "str | None",
        # Column `sold_at`.
        "soldAt": "str | None",
        # Column `seen_at`.
        "seenAt": "str | None",
        # Column `took`.
        "took": "str | None",
        # Column `note`.
        "note": "Any | None",
        # What is done with rows of `shop` through the foreign key `sale_ibfk_1`.
        "shop": "SaleShopToOneInput",
    },
    total=False,
)

SaleFieldsOrderBy = TypedDict(
    "SaleFieldsOrderBy",
    {
        "id": "Direction",
        "shopId": "Direction",
        "product": "Direction",
        "label": "Direction",
        "size": "Direction",
        "pieces": "Direction",
        "price": "Direction",
        "total": "Direction",
        "huge": "Direction",
        "serial": "Direction",
        "hash": "Direction",
        "weight": "Direction",
        "paid": "Direction",
        "tags": "Direction",
        "token": "Direction",
        "soldOn": "Direction",
        "soldAt": "Direction",
        "seenAt": "Direction",
        "took": "Direction",
    },
    total=False,
)

SaleNumbersOrderBy = TypedDict(
    "SaleNumbersOrderBy",
    {
        "id": "Direction",
        "shopId": "Direction",
        "pieces": "Direction",
        "price": "Direction",
        "total": "Direction",
        "huge": "Direction",
        "serial": "Direction",
        "hash": "Direction",
        "weight": "Direction",
        "paid": "Direction",
    },
    total=False,
)

SaleOnConflict = TypedDict(
    "SaleOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Sale_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Sale_Column]",
    },
    total=False,
)

SaleUniqueInput = TypedDict(
    "SaleUniqueInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

SaleUpsertInput = TypedDict(
    "SaleUpsertInput",
    {
        # The row.
        "create": "Required[SaleInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "SaleOnConflict",
    },
    total=False,
)

SaleUpdateManyInput = TypedDict(
    "SaleUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "SaleFilter",
        # What they are set to.
        "set": "Required[SaleUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

SaleSize = Literal[
    "small",
    "medium",
    "large",
]

SaleSizeFilter = TypedDict(
    "SaleSizeFilter",
    {
        "eq": "SaleSize",
        "neq": "SaleSize",
        "gt": "SaleSize",
        "gte": "SaleSize",
        "lt": "SaleSize",
        "lte": "SaleSize",
        "in": "Sequence[SaleSize]",
        # None of these; false for NULL.
        "nin": "Sequence[SaleSize]",
        "is": "FilterIs",
    },
    total=False,
)

Sale_Column = Literal[
    "id",
    "shopId",
    "product",
    "label",
    "size",
    "pieces",
    "price",
    "total",
    "huge",
    "serial",
    "hash",
    "weight",
    "paid",
    "tags",
    "token",
    "soldOn",
    "soldAt",
    "seenAt",
    "took",
    "note",
]

Sale_Columns = TypedDict(
    "Sale_Columns",
    {
        "id": "int",
        "shopId": "int | None",
        "product": "str",
        "label": "str | None",
        "size": "Literal[\"small\", \"medium\", \"large\"] | None",
        "pieces": "int",
        "price": "str | None",
        "total": "str | None",
        "huge": "str | None",
        "serial": "str | None",
        "hash": "str | None",
        "weight": "float | None",
        "paid": "bool",
        "tags": "list[Literal[\"new\", \"gift\"]] | None",
        "token": "str | None",
        "soldOn": "str | None",
        "soldAt": "str | None",
        "seenAt": "str | None",
        "took": "str | None",
        "note": "Any | None",
    },
    total=False,
)

Sale_Group = Literal[
    "id",
    "shopId",
    "product",
    "label",
    "size",
    "pieces",
    "price",
    "total",
    "huge",
    "serial",
    "hash",
    "weight",
    "paid",
    "tags",
    "token",
    "soldOn",
    "soldOn_year",
    "soldOn_quarter",
    "soldOn_month",
    "soldOn_week",
    "soldOn_day",
    "soldOn_dayOfWeek",
    "soldOn_yearStart",
    "soldOn_quarterStart",
    "soldOn_monthStart",
    "soldOn_weekStart",
    "soldAt",
    "soldAt_year",
    "soldAt_quarter",
    "soldAt_month",
    "soldAt_week",
    "soldAt_day",
    "soldAt_dayOfWeek",
    "soldAt_hour",
    "soldAt_yearStart",
    "soldAt_quarterStart",
    "soldAt_monthStart",
    "soldAt_weekStart",
    "soldAt_date",
    "soldAt_hourStart",
    "seenAt",
    "seenAt_year",
    "seenAt_quarter",
    "seenAt_month",
    "seenAt_week",
    "seenAt_day",
    "seenAt_dayOfWeek",
    "seenAt_hour",
    "seenAt_yearStart",
    "seenAt_quarterStart",
    "seenAt_monthStart",
    "seenAt_weekStart",
    "seenAt_date",
    "seenAt_hourStart",
    "took",
]

Sale_Ordered = Literal[
    "id",
    "shopId",
    "product",
    "label",
    "size",
    "pieces",
    "price",
    "total",
    "huge",
    "serial",
    "hash",
    "weight",
    "paid",
    "tags",
    "token",
    "soldOn",
    "soldAt",
    "seenAt",
    "took",
]

Sale_Number = Literal[
    "id",
    "shopId",
    "pieces",
    "price",
    "total",
    "huge",
    "serial",
    "hash",
    "weight",
    "paid",
]

Sale_Keys = TypedDict(
    "Sale_Keys",
    {
        "id": "int",
        "shopId": "int | None",
        "product": "str",
        "label": "str | None",
        "size": "Literal[\"small\", \"medium\", \"large\"] | None",
        "pieces": "int",
        "price": "str | None",
        "total": "str | None",
        "huge": "str | None",
        "serial": "str | None",
        "hash": "str | None",
        "weight": "float | None",
        "paid": "bool",
        "tags": "list[Literal[\"new\", \"gift\"]] | None",
        "token": "str | None",
        "soldOn": "str | None",
        "soldOn_year": "int | None",
        "soldOn_quarter": "int | None",
        "soldOn_month": "int | None",
        "soldOn_week": "int | None",
        "soldOn_day": "int | None",
        "soldOn_dayOfWeek": "int | None",
        "soldOn_yearStart": "str | None",
        "soldOn_quarterStart": "str | None",
        "soldOn_monthStart": "str | None",
        "soldOn_weekStart": "str | None",
        "soldAt": "str | None",
        "soldAt_year": "int | None",
        "soldAt_quarter": "int | None",
        "soldAt_month": "int | None",
        "soldAt_week": "int | None",
        "soldAt_day": "int | None",
        "soldAt_dayOfWeek": "int | None",
        "soldAt_hour": "int | None",
        "soldAt_yearStart": "str | None",
        "soldAt_quarterStart": "str | None",
        "soldAt_monthStart": "str | None",
        "soldAt_weekStart": "str | None",
        "soldAt_date": "str | None",
        "soldAt_hourStart": "str | None",
        "seenAt": "str | None",
        "seenAt_year": "int | None",
        "seenAt_quarter": "int | None",
        "seenAt_month": "int | None",
        "seenAt_week": "int | None",
        "seenAt_day": "int | None",
        "seenAt_dayOfWeek": "int | None",
        "seenAt_hour": "int | None",
        "seenAt_yearStart": "str | None",
        "seenAt_quarterStart": "str | None",
        "seenAt_monthStart": "str | None",
        "seenAt_weekStart": "str | None",
        "seenAt_date": "str | None",
        "seenAt_hourStart": "str | None",
        "took": "str | None",
    },
    total=False,
)

Sale_Sums = TypedDict(
    "Sale_Sums",
    {
        "id": "str | None",
        "shopId": "str | None",
        "pieces": "str | None",
        "price": "str | None",
        "total": "str | None",
        "huge": "str | None",
        "serial": "str | None",
        "hash": "str | None",
        "weight": "float | None",
        "paid": "str | None",
    },
    total=False,
)

Sale_Values = TypedDict(
    "Sale_Values",
    {
        "id": "int | None",
        "shopId": "int | None",
        "product": "str | None",
        "label": "str | None",
        "size": "Literal[\"small\", \"medium\", \"large\"] | None",
        "pieces": "int | None",
        "price": "str | None",
        "total": "str | None",
        "huge": "str | None",
        "serial": "str | None",
        "hash": "str | None",
        "weight": "float | None",
        "paid": "bool | None",
        "tags": "list[Literal[\"new\", \"gift\"]] | None",
        "token": "str | None",
        "soldOn": "str | None",
        "soldAt": "str | None",
        "seenAt": "str | None",
        "took": "str | None",
    },
    total=False,
)

Sale_Key = TypedDict(
    "Sale_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Sale_Embed = TypedDict(
    "Sale_Embed",
    {
        "shop": "bool | Shop_One",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Sale_Lists = TypedDict(
    "Sale_Lists",
    {
        "distinctOn": "Sequence[Sale_Column]",
    },
    total=False,
)

Sale_One = TypedDict(
    "Sale_One",
    {
        "embed": "Sale_Embed",
    },
    total=False,
)

Sale_Many = TypedDict(
    "Sale_Many",
    {
        "filter": "SaleFilter",
        "order_by": "Sequence[SaleOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Sale_Embed",
        "lists": "Sale_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Nothing:
    """Table `nothing`."""

    id: int
    """Column `id`."""

    amount: str | None
    """Column `amount`."""

    label: str | None
    """Column `label`."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

NothingFilter = TypedDict(
    "NothingFilter",
    {
        "id": "IntFilter",
        "amount": "DecimalFilter",
        "label": "StringFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[NothingFilter]",
        # One holds; false if there is none.
        "or": "Sequence[NothingFilter]",
        # Does not hold.
        "not": "NothingFilter",
    },
    total=False,
)

NothingOrderBy = TypedDict(
    "NothingOrderBy",
    {
        "id": "Direction",
        "amount": "Direction",
        "label": "Direction",
    },
    total=False,
)

NothingInsertInput = TypedDict(
    "NothingInsertInput",
    {
        # Column `id`.
        "id": "Required[int]",
        # Column `amount`.
        "amount": "str | int | None",
        # Column `label`.
        "label": "str | None",
    },
    total=False,
)

NothingUpdateInput = TypedDict(
    "NothingUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `amount`.
        "amount": "str | int | None",
        # Column `label`.
        "label": "str | None",
    },
    total=False,
)

Nothing_Column = Literal[
    "id",
    "amount",
    "label",
]

Nothing_Columns = TypedDict(
    "Nothing_Columns",
    {
        "id": "int",
        "amount": "str | None",
        "label": "str | None",
    },
    total=False,
)

Nothing_Group = Literal[
    "id",
    "amount",
    "label",
]

Nothing_Ordered = Literal[
    "id",
    "amount",
    "label",
]

Nothing_Number = Literal[
    "id",
    "amount",
]

Nothing_Keys = TypedDict(
    "Nothing_Keys",
    {
        "id": "int",
        "amount": "str | None",
        "label": "str | None",
    },
    total=False,
)

Nothing_Sums = TypedDict(
    "Nothing_Sums",
    {
        "id": "str | None",
        "amount": "str | None",
    },
    total=False,
)

Nothing_Values = TypedDict(
    "Nothing_Values",
    {
        "id": "int | None",
        "amount": "str | None",
        "label": "str | None",
    },
    total=False,
)

Nothing_Key = TypedDict(
    "Nothing_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Nothing_Embed = TypedDict(
    "Nothing_Embed",
    {
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Nothing_Lists = TypedDict(
    "Nothing_Lists",
    {
        "distinctOn": "Sequence[Nothing_Column]",
    },
    total=False,
)

Nothing_One = TypedDict(
    "Nothing_One",
    {
        "embed": "Nothing_Embed",
    },
    total=False,
)

Nothing_Many = TypedDict(
    "Nothing_Many",
    {
        "filter": "NothingFilter",
        "order_by": "Sequence[NothingOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Nothing_Embed",
        "lists": "Nothing_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Bare:
    """Table `bare`."""

    word: str | None
    """Column `word`."""

    document: Any | None
    """Column `document`."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

BareFilter = TypedDict(
    "BareFilter",
    {
        "word": "StringFilter",
        "document": "JSONFilter",
        # All hold; true if there is none.
        "and": "Sequence[BareFilter]",
        # One holds; false if there is none.
        "or": "Sequence[BareFilter]",
        # Does not hold.
        "not": "BareFilter",
    },
    total=False,
)

BareOrderBy = TypedDict(
    "BareOrderBy",
    {
        "word": "Direction",
    },
    total=False,
)

BareInsertInput = TypedDict(
    "BareInsertInput",
    {
        # Column `word`.
        "word": "str | None",
        # Column `document`.
        "document": "Any | None",
    },
    total=False,
)

BareUpdateInput = TypedDict(
    "BareUpdateInput",
    {
        # Column `word`.
        "word": "str | None",
        # Column `document`.
        "document": "Any | None",
    },
    total=False,
)

Bare_Column = Literal[
    "word",
    "document",
]

Bare_Columns = TypedDict(
    "Bare_Columns",
    {
        "word": "str | None",
        "document": "Any | None",
    },
    total=False,
)

Bare_Group = Literal[
    "word",
]

Bare_Ordered = Literal[
    "word",
]

Bare_Number = Never

Bare_Keys = TypedDict(
    "Bare_Keys",
    {
        "word": "str | None",
    },
    total=False,
)

Bare_Sums = TypedDict(
    "Bare_Sums",
    {
    },
    total=False,
)

Bare_Values = TypedDict(
    "Bare_Values",
    {
        "word": "str | None",
    },
    total=False,
)

Bare_Embed = TypedDict(
    "Bare_Embed",
    {
        "etag": "bool",
    },
    total=False,
)

Bare_Lists = TypedDict(
    "Bare_Lists",
    {
        "distinctOn": "Sequence[Bare_Column]",
    },
    total=False,
)

Bare_One = TypedDict(
    "Bare_One",
    {
        "embed": "Bare_Embed",
    },
    total=False,
)

Bare_Many = TypedDict(
    "Bare_Many",
    {
        "filter": "BareFilter",
        "order_by": "Sequence[BareOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Bare_Embed",
        "lists": "Bare_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Documents:
    """Table `documents`."""

    document: Any | None
    """Column `document`."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

DocumentsFilter = TypedDict(
    "DocumentsFilter",
    {
        "document": "JSONFilter",
        # All hold; true if there is none.
        "and": "Sequence[DocumentsFilter]",
        # One holds; false if there is none.
        "or": "Sequence[DocumentsFilter]",
        # Does not hold.
        "not": "DocumentsFilter",
    },
    total=False,
)

DocumentsInsertInput = TypedDict(
    "DocumentsInsertInput",
    {
        # Column `document`.
        "document": "Any | None",
    },
    total=False,
)

DocumentsUpdateInput = TypedDict(
    "DocumentsUpdateInput",
    {
        # Column `document`.
        "document": "Any | None",
    },
    total=False,
)

Documents_Column = Literal[
    "document",
]

Documents_Columns = TypedDict(
    "Documents_Columns",
    {
        "document": "Any | None",
    },
    total=False,
)

Documents_Group = Never

Documents_Ordered = Never

Documents_Number = Never

Documents_Keys = TypedDict(
    "Documents_Keys",
    {
    },
    total=False,
)

Documents_Sums = TypedDict(
    "Documents_Sums",
    {
    },
    total=False,
)

Documents_Values = TypedDict(
    "Documents_Values",
    {
    },
    total=False,
)

Documents_Embed = TypedDict(
    "Documents_Embed",
    {
        "etag": "bool",
    },
    total=False,
)

Documents_Lists = TypedDict(
    "Documents_Lists",
    {
        "distinctOn": "Sequence[Documents_Column]",
    },
    total=False,
)

Documents_One = TypedDict(
    "Documents_One",
    {
        "embed": "Documents_Embed",
    },
    total=False,
)

Documents_Many = TypedDict(
    "Documents_Many",
    {
        "filter": "DocumentsFilter",
        "order_by": "Sequence[dict[str, None]]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Documents_Embed",
        "lists": "Documents_Lists",
    },
    total=False,
)

ShopManagerToOneInput = TypedDict(
    "ShopManagerToOneInput",
    {
        # Adds a row and relates.
        "create": "ShopInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "ShopUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "ShopUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "ShopUpdateInput",
        # Takes the reference away and leaves the row: for changes of rows only.
        "disconnect": "bool",
        # Removes the related row: for changes of rows only.
        "delete": "bool",
    },
    total=False,
)

ShopShopCollectionToManyInput = TypedDict(
    "ShopShopCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[ShopInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[ShopUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[ShopUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[ShopUpdateManyInput]",
        # Takes the reference away and leaves the row: for changes of rows only.
        "disconnect": "Sequence[ShopUniqueInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[ShopUniqueInput]",
    },
    total=False,
)

ShopSaleCollectionToManyInput = TypedDict(
    "ShopSaleCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[SaleInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[SaleUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[SaleUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[SaleUpdateManyInput]",
        # Takes the reference away and leaves the row: for changes of rows only.
        "disconnect": "Sequence[SaleUniqueInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[SaleUniqueInput]",
    },
    total=False,
)

SaleShopToOneInput = TypedDict(
    "SaleShopToOneInput",
    {
        # Adds a row and relates.
        "create": "ShopInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "ShopUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "ShopUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "ShopUpdateInput",
        # Takes the reference away and leaves the row: for changes of rows only.
        "disconnect": "bool",
        # Removes the related row: for changes of rows only.
        "delete": "bool",
    },
    total=False,
)

FilterIs = Literal[
    "NULL",
    "NOT_NULL",
]

IDFilter = TypedDict(
    "IDFilter",
    {
        "eq": "str",
    },
    total=False,
)

BooleanFilter = TypedDict(
    "BooleanFilter",
    {
        "eq": "bool",
        "neq": "bool",
        "in": "Sequence[bool]",
        # None of these; false for NULL.
        "nin": "Sequence[bool]",
        "is": "FilterIs",
    },
    total=False,
)

IntFilter = TypedDict(
    "IntFilter",
    {
        "eq": "int",
        "neq": "int",
        "gt": "int",
        "gte": "int",
        "lt": "int",
        "lte": "int",
        "in": "Sequence[int]",
        # None of these; false for NULL.
        "nin": "Sequence[int]",
        "is": "FilterIs",
    },
    total=False,
)

BigIntFilter = TypedDict(
    "BigIntFilter",
    {
        "eq": "str | int",
        "neq": "str | int",
        "gt": "str | int",
        "gte": "str | int",
        "lt": "str | int",
        "lte": "str | int",
        "in": "Sequence[str | int]",
        # None of these; false for NULL.
        "nin": "Sequence[str | int]",
        "is": "FilterIs",
    },
    total=False,
)

DecimalFilter = TypedDict(
    "DecimalFilter",
    {
        "eq": "str | int",
        "neq": "str | int",
        "gt": "str | int",
        "gte": "str | int",
        "lt": "str | int",
        "lte": "str | int",
        "in": "Sequence[str | int]",
        # None of these; false for NULL.
        "nin": "Sequence[str | int]",
        "is": "FilterIs",
    },
    total=False,
)

FloatFilter = TypedDict(
    "FloatFilter",
    {
        "eq": "float",
        "neq": "float",
        "gt": "float",
        "gte": "float",
        "lt": "float",
        "lte": "float",
        "in": "Sequence[float]",
        # None of these; false for NULL.
        "nin": "Sequence[float]",
        "is": "FilterIs",
    },
    total=False,
)

StringFilter = TypedDict(
    "StringFilter",
    {
        "eq": "str",
        "neq": "str",
        "gt": "str",
        "gte": "str",
        "lt": "str",
        "lte": "str",
        "in": "Sequence[str]",
        # None of these; false for NULL.
        "nin": "Sequence[str]",
        "is": "FilterIs",
        # Matches a pattern: `%` stands for any text, `_` for any character, `\` for the next one itself.
        "like": "str",
        # The same without regard to the case of ASCII letters.
        "ilike": "str",
        # Starts with this, to the letter.
        "startsWith": "str",
        # Ends with this, to the letter.
        "endsWith": "str",
        # Holds this somewhere, to the letter.
        "contains": "str",
        # Starts with this text, whatever the case of ASCII letters.
        "iStartsWith": "str",
        # Ends with this text, whatever the case of ASCII letters.
        "iEndsWith": "str",
        # Holds this text somewhere, whatever the case of ASCII letters.
        "iContains": "str",
        # A regular expression is found in it: `^` and `$` are the text's ends, `.` is any character. Without references, looking around and boundaries of words.
        "regex": "str",
        # The same whatever the case of ASCII letters.
        "iregex": "str",
    },
    total=False,
)

BytesFilter = TypedDict(
    "BytesFilter",
    {
        "eq": "str",
        "neq": "str",
        "gt": "str",
        "gte": "str",
        "lt": "str",
        "lte": "str",
        "in": "Sequence[str]",
        # None of these; false for NULL.
        "nin": "Sequence[str]",
        "is": "FilterIs",
        # Starts with this, to the letter.
        "startsWith": "str",
        # Ends with this, to the letter.
        "endsWith": "str",
        # Holds this somewhere, to the letter.
        "contains": "str",
    },
    total=False,
)

DateFilter = TypedDict(
    "DateFilter",
    {
        "eq": "str",
        "neq": "str",
        "gt": "str",
        "gte": "str",
        "lt": "str",
        "lte": "str",
        "in": "Sequence[str]",
        # None of these; false for NULL.
        "nin": "Sequence[str]",
        "is": "FilterIs",
    },
    total=False,
)

TimeFilter = TypedDict(
    "TimeFilter",
    {
        "eq": "str",
        "neq": "str",
        "gt": "str",
        "gte": "str",
        "lt": "str",
        "lte": "str",
        "in": "Sequence[str]",
        # None of these; false for NULL.
        "nin": "Sequence[str]",
        "is": "FilterIs",
    },
    total=False,
)

DatetimeFilter = TypedDict(
    "DatetimeFilter",
    {
        "eq": "str",
        "neq": "str",
        "gt": "str",
        "gte": "str",
        "lt": "str",
        "lte": "str",
        "in": "Sequence[str]",
        # None of these; false for NULL.
        "nin": "Sequence[str]",
        "is": "FilterIs",
    },
    total=False,
)

TimestampFilter = TypedDict(
    "TimestampFilter",
    {
        "eq": "str",
        "neq": "str",
        "gt": "str",
        "gte": "str",
        "lt": "str",
        "lte": "str",
        "in": "Sequence[str]",
        # None of these; false for NULL.
        "nin": "Sequence[str]",
        "is": "FilterIs",
    },
    total=False,
)

SetFilter = TypedDict(
    "SetFilter",
    {
        "eq": "Sequence[str]",
        "neq": "Sequence[str]",
        "in": "Sequence[Sequence[str]]",
        # None of these; false for NULL.
        "nin": "Sequence[Sequence[str]]",
        "is": "FilterIs",
        # Has all of these members.
        "contains": "Sequence[str]",
        # Has none but these members.
        "containedBy": "Sequence[str]",
        # Has one of these members at least.
        "overlaps": "Sequence[str]",
    },
    total=False,
)

JSONFilter = TypedDict(
    "JSONFilter",
    {
        # The same value, whatever the order of its members.
        "eq": "Any",
        # Another value.
        "neq": "Any",
        # One of these values.
        "in": "Sequence[Any]",
        # In a path, nothing there and a JSON null are both NULL.
        "is": "FilterIs",
        # Contains this value: each member and element of it is in the document too, at the same depth.
        "contains": "Any",
        # Is contained in this value.
        "containedBy": "Any",
        # An object with this key, or an array with this string.
        "hasKey": "str",
        # One of these keys at least.
        "hasAnyKeys": "Sequence[str]",
        # All of these keys.
        "hasAllKeys": "Sequence[str]",
        # What holds of parts of the document.
        "path": "Sequence[JSONPathFilter]",
    },
    total=False,
)

JSONPathFilter = TypedDict(
    "JSONPathFilter",
    {
        # Which part.
        "at": "Required[str]",
        # The same value, whatever the order of its members.
        "eq": "Any",
        # Another value.
        "neq": "Any",
        # One of these values.
        "in": "Sequence[Any]",
        # In a path, nothing there and a JSON null are both NULL.
        "is": "FilterIs",
        # Contains this value: each member and element of it is in the document too, at the same depth.
        "contains": "Any",
        # Is contained in this value.
        "containedBy": "Any",
        # An object with this key, or an array with this string.
        "hasKey": "str",
        # One of these keys at least.
        "hasAnyKeys": "Sequence[str]",
        # All of these keys.
        "hasAllKeys": "Sequence[str]",
        # A greater number, or a string behind this one.
        "gt": "Any",
        "gte": "Any",
        # A lesser number, or a string before this one.
        "lt": "Any",
        "lte": "Any",
        # Its text matches a pattern with `%` and `_`.
        "like": "str",
        # The same without regard to the case of ASCII letters.
        "ilike": "str",
        # Its text starts with this one, to the letter.
        "startsWith": "str",
    },
    total=False,
)

ErrorCode = Literal[
    "bad_request",
    "graphql_parse_failed",
    "graphql_validation_failed",
    "PERSISTED_QUERY_NOT_FOUND",
    "PERSISTED_QUERY_NOT_SUPPORTED",
    "document_not_found",
    "document_not_registered",
    "invalid_value",
    "invalid_expression",
    "contradiction",
    "unknown_name",
    "ambiguous_relation",
    "not_supported",
    "invalid_cursor",
    "filter_required",
    "too_many_rows",
    "limit_exceeded",
    "unauthenticated",
    "forbidden",
    "not_found",
    "method_not_allowed",
    "not_acceptable",
    "unique_violation",
    "foreign_key_violation",
    "already_exists",
    "conflict",
    "migration_refused",
    "precondition_failed",
    "precondition_required",
    "too_large",
    "unsupported_media_type",
    "range_not_satisfiable",
    "not_null_violation",
    "check_violation",
    "invalid_schema",
    "invalid_import",
    "idempotency_key_reused",
    "out_of_range",
    "internal",
    "admin_disabled",
    "unavailable",
]

_STATUSES: dict[str, int] = {
    "bad_request": 400,
    "graphql_parse_failed": 400,
    "graphql_validation_failed": 400,
    "PERSISTED_QUERY_NOT_FOUND": 400,
    "PERSISTED_QUERY_NOT_SUPPORTED": 400,
    "document_not_found": 404,
    "document_not_registered": 403,
    "invalid_value": 400,
    "invalid_expression": 422,
    "contradiction": 422,
    "unknown_name": 400,
    "ambiguous_relation": 400,
    "not_supported": 422,
    "invalid_cursor": 422,
    "filter_required": 422,
    "too_many_rows": 422,
    "limit_exceeded": 422,
    "unauthenticated": 401,
    "forbidden": 403,
    "not_found": 404,
    "method_not_allowed": 405,
    "not_acceptable": 406,
    "unique_violation": 409,
    "foreign_key_violation": 409,
    "already_exists": 409,
    "conflict": 409,
    "migration_refused": 409,
    "precondition_failed": 412,
    "precondition_required": 428,
    "too_large": 413,
    "unsupported_media_type": 415,
    "range_not_satisfiable": 416,
    "not_null_violation": 422,
    "check_violation": 422,
    "invalid_schema": 422,
    "invalid_import": 422,
    "idempotency_key_reused": 422,
    "out_of_range": 422,
    "internal": 500,
    "admin_disabled": 403,
    "unavailable": 503,
}


_TABLES: dict[str, TableMeta] = {
    "shop": TableMeta(
        type="Shop",
        row=Shop,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "name": "name",
            "kind": "kind",
            "managerId": "managerId",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "manager": ("manager", "shop"),
        },
        many={
            "shopCollection": ("shopCollection", "shop"),
            "saleCollection": ("saleCollection", "sale"),
        },
        lists={
            "distinctOn": "[ShopColumn!]",
        },
    ),
    "sale": TableMeta(
        type="Sale",
        row=Sale,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "shopId": "shopId",
            "product": "product",
            "label": "label",
            "size": "size",
            "pieces": "pieces",
            "price": "price",
            "total": "total",
            "huge": "huge",
            "serial": "serial",
            "hash": "hash",
            "weight": "weight",
            "paid": "paid",
            "tags": "tags",
            "token": "token",
            "soldOn": "soldOn",
            "soldAt": "soldAt",
            "seenAt": "seenAt",
            "took": "took",
            "note": "note",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "shop": ("shop", "shop"),
        },
        many={
        },
        lists={
            "distinctOn": "[SaleColumn!]",
        },
    ),
    "nothing": TableMeta(
        type="Nothing",
        row=Nothing,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "amount": "amount",
            "label": "label",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
        },
        many={
        },
        lists={
            "distinctOn": "[NothingColumn!]",
        },
    ),
    "bare": TableMeta(
        type="Bare",
        row=Bare,
        key={
        },
        columns={
            "word": "word",
            "document": "document",
        },
        computed={
            "etag": "etag",
        },
        one={
        },
        many={
        },
        lists={
            "distinctOn": "[BareColumn!]",
        },
    ),
    "documents": TableMeta(
        type="Documents",
        row=Documents,
        key={
        },
        columns={
            "document": "document",
        },
        computed={
            "etag": "etag",
        },
        one={
        },
        many={
        },
        lists={
            "distinctOn": "[DocumentsColumn!]",
        },
    ),
}


class Client:
    """A client of the tenant's API."""

    def __init__(
        self,
        url: str,
        key: str | Callable[[], str] | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        timeout: float = 30,
    ) -> None:
        """`url` is the tenant's address, `key` one of its keys or what answers one, `timeout` in seconds."""
        self._connection = Connection(url, key, headers or {}, timeout)
        self.shop: KeyedTable[
            Shop,
            ShopFilter,
            ShopOrderBy,
            ShopInsertInput,
            ShopUpdateInput,
            Shop_Column,
            Shop_Embed,
            Shop_Lists,
            Shop_Group,
            Shop_Ordered,
            Shop_Number,
            Shop_Keys,
            Shop_Sums,
            Shop_Values,
            Shop_Columns,
            Shop_Key,
        ] = KeyedTable(self._connection, _TABLES["shop"])
        """Table `shop`."""
        self.sale: KeyedTable[
            Sale,
            SaleFilter,
            SaleOrderBy,
            SaleInsertInput,
            SaleUpdateInput,
            Sale_Column,
            Sale_Embed,
            Sale_Lists,
            Sale_Group,
            Sale_Ordered,
            Sale_Number,
            Sale_Keys,
            Sale_Sums,
            Sale_Values,
            Sale_Columns,
            Sale_Key,
        ] = KeyedTable(self._connection, _TABLES["sale"])
        """Table `sale`."""
        self.nothing: KeyedTable[
            Nothing,
            NothingFilter,
            NothingOrderBy,
            NothingInsertInput,
            NothingUpdateInput,
            Nothing_Column,
            Nothing_Embed,
            Nothing_Lists,
            Nothing_Group,
            Nothing_Ordered,
            Nothing_Number,
            Nothing_Keys,
            Nothing_Sums,
            Nothing_Values,
            Nothing_Columns,
            Nothing_Key,
        ] = KeyedTable(self._connection, _TABLES["nothing"])
        """Table `nothing`."""
        self.bare: Table[
            Bare,
            BareFilter,
            BareOrderBy,
            BareInsertInput,
            BareUpdateInput,
            Bare_Column,
            Bare_Embed,
            Bare_Lists,
            Bare_Group,
            Bare_Ordered,
            Bare_Number,
            Bare_Keys,
            Bare_Sums,
            Bare_Values,
            Bare_Columns,
        ] = Table(self._connection, _TABLES["bare"])
        """Table `bare`."""
        self.documents: Table[
            Documents,
            DocumentsFilter,
            dict[str, None],
            DocumentsInsertInput,
            DocumentsUpdateInput,
            Documents_Column,
            Documents_Embed,
            Documents_Lists,
            Documents_Group,
            Documents_Ordered,
            Documents_Number,
            Documents_Keys,
            Documents_Sums,
            Documents_Values,
            Documents_Columns,
        ] = Table(self._connection, _TABLES["documents"])
        """Table `documents`."""

    def run_graphql(self, document: str, variables: Mapping[str, Any] | None = None) -> Any:
        """Sends a GraphQL document of your own, and answers its `data`."""
        return self._connection.post(document, variables or {}, {})

    @overload
    def run_batch(
        self, a: Call[_A], b: Call[_B], /, *, dry_run: bool = False, idempotency_key: str | None = None
    ) -> tuple[_A, _B]: ...

    @overload
    def run_batch(
        self, a: Call[_A], b: Call[_B], c: Call[_C], /, *, dry_run: bool = False, idempotency_key: str | None = None
    ) -> tuple[_A, _B, _C]: ...

    @overload
    def run_batch(
        self,
        a: Call[_A],
        b: Call[_B],
        c: Call[_C],
        d: Call[_D],
        /,
        *,
        dry_run: bool = False,
        idempotency_key: str | None = None,
    ) -> tuple[_A, _B, _C, _D]: ...

    @overload
    def run_batch(
        self, *calls: Call[_R], dry_run: bool = False, idempotency_key: str | None = None
    ) -> tuple[_R, ...]: ...

    def run_batch(self, *calls: Call[Any], dry_run: bool = False, idempotency_key: str | None = None) -> Any:
        """Sends several reads, or several writes, as one request. Writes happen in their order, all or not at all; the terms of
        calls do not count here, but those of the batch."""
        return tuple(_sent(calls, _terms(dry_run, idempotency_key)))
