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
