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
class Staff:
    """Table `staff`."""

    staffId: int
    """Column `staff_id`."""

    name: str
    """Column `name`."""

    managerId: int | None
    """Column `manager_id`."""

    manager: Staff | None = None
    """Through the foreign key `staff_ibfk_1`, to table `staff`: where it is embedded."""

    staffCollection: list[Staff] | None = None
    """Through the foreign key `staff_ibfk_1`, to table `staff`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

StaffFilter = TypedDict(
    "StaffFilter",
    {
        "staffId": "IntFilter",
        "name": "StringFilter",
        "managerId": "IntFilter",
        # There is such a row, and this holds for it.
        "manager": "StaffFilter",
        "staffCollection": "StaffManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[StaffFilter]",
        # One holds; false if there is none.
        "or": "Sequence[StaffFilter]",
        # Does not hold.
        "not": "StaffFilter",
    },
    total=False,
)

StaffManyFilter = TypedDict(
    "StaffManyFilter",
    {
        # There is a row for which this holds.
        "some": "StaffFilter",
        # There is no row for which this holds.
        "none": "StaffFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "StaffFilter",
    },
    total=False,
)

StaffOrderBy = TypedDict(
    "StaffOrderBy",
    {
        "staffId": "Direction",
        "name": "Direction",
        "managerId": "Direction",
        "manager": "StaffOrderBy",
        "staffCollection": "StaffAggregateOrderBy",
    },
    total=False,
)

StaffAggregateOrderBy = TypedDict(
    "StaffAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "StaffFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "StaffNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "StaffNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "StaffFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "StaffFieldsOrderBy",
        "manager": "StaffAggregateOrderBy",
    },
    total=False,
)

StaffInsertInput = TypedDict(
    "StaffInsertInput",
    {
        # Column `staff_id`.
        "staffId": "Required[int]",
        # Column `name`.
        "name": "Required[str]",
        # Column `manager_id`.
        "managerId": "int | None",
        # What is done with rows of `staff` through the foreign key `staff_ibfk_1`.
        "manager": "StaffManagerToOneInput",
        # What is done with rows of `staff` through the foreign key `staff_ibfk_1`.
        "staffCollection": "StaffStaffCollectionToManyInput",
    },
    total=False,
)

StaffUpdateInput = TypedDict(
    "StaffUpdateInput",
    {
        # Column `staff_id`.
        "staffId": "int",
        # Column `name`.
        "name": "str",
        # Column `manager_id`.
        "managerId": "int | None",
        # What is done with rows of `staff` through the foreign key `staff_ibfk_1`.
        "manager": "StaffManagerToOneInput",
        # What is done with rows of `staff` through the foreign key `staff_ibfk_1`.
        "staffCollection": "StaffStaffCollectionToManyInput",
    },
    total=False,
)

StaffFieldsOrderBy = TypedDict(
    "StaffFieldsOrderBy",
    {
        "staffId": "Direction",
        "name": "Direction",
        "managerId": "Direction",
    },
    total=False,
)

StaffNumbersOrderBy = TypedDict(
    "StaffNumbersOrderBy",
    {
        "staffId": "Direction",
        "managerId": "Direction",
    },
    total=False,
)

StaffOnConflict = TypedDict(
    "StaffOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Staff_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Staff_Column]",
    },
    total=False,
)

StaffUniqueInput = TypedDict(
    "StaffUniqueInput",
    {
        # Column `staff_id`.
        "staffId": "int",
    },
    total=False,
)

StaffUpsertInput = TypedDict(
    "StaffUpsertInput",
    {
        # The row.
        "create": "Required[StaffInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "StaffOnConflict",
    },
    total=False,
)

StaffUpdateManyInput = TypedDict(
    "StaffUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "StaffFilter",
        # What they are set to.
        "set": "Required[StaffUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

Staff_Column = Literal[
    "staffId",
    "name",
    "managerId",
]

Staff_Columns = TypedDict(
    "Staff_Columns",
    {
        "staffId": "int",
        "name": "str",
        "managerId": "int | None",
    },
    total=False,
)

Staff_Group = Literal[
    "staffId",
    "name",
    "managerId",
]

Staff_Ordered = Literal[
    "staffId",
    "name",
    "managerId",
]

Staff_Number = Literal[
    "staffId",
    "managerId",
]

Staff_Keys = TypedDict(
    "Staff_Keys",
    {
        "staffId": "int",
        "name": "str",
        "managerId": "int | None",
    },
    total=False,
)

Staff_Sums = TypedDict(
    "Staff_Sums",
    {
        "staffId": "str | None",
        "managerId": "str | None",
    },
    total=False,
)

Staff_Values = TypedDict(
    "Staff_Values",
    {
        "staffId": "int | None",
        "name": "str | None",
        "managerId": "int | None",
    },
    total=False,
)

Staff_Key = TypedDict(
    "Staff_Key",
    {
        "staffId": "Required[int]",
    },
    total=False,
)

Staff_Embed = TypedDict(
    "Staff_Embed",
    {
        "manager": "bool | Staff_One",
        "staffCollection": "bool | Staff_Many",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Staff_Lists = TypedDict(
    "Staff_Lists",
    {
        "distinctOn": "Sequence[Staff_Column]",
    },
    total=False,
)

Staff_One = TypedDict(
    "Staff_One",
    {
        "embed": "Staff_Embed",
    },
    total=False,
)

Staff_Many = TypedDict(
    "Staff_Many",
    {
        "filter": "StaffFilter",
        "order_by": "Sequence[StaffOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Staff_Embed",
        "lists": "Staff_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Language:
    """Table `language`."""

    languageId: int
    """Column `language_id`."""

    name: str
    """Column `name`."""

    filmCollection: list[Film] | None = None
    """Through the foreign key `fk_language`, to table `film`: where it is embedded."""

    filmCollectionByOriginalLanguage: list[Film] | None = None
    """Through the foreign key `fk_original`, to table `film`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

LanguageFilter = TypedDict(
    "LanguageFilter",
    {
        "languageId": "IntFilter",
        "name": "StringFilter",
        "filmCollection": "FilmManyFilter",
        "filmCollectionByOriginalLanguage": "FilmManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[LanguageFilter]",
        # One holds; false if there is none.
        "or": "Sequence[LanguageFilter]",
        # Does not hold.
        "not": "LanguageFilter",
    },
    total=False,
)

LanguageOrderBy = TypedDict(
    "LanguageOrderBy",
    {
        "languageId": "Direction",
        "name": "Direction",
        "filmCollection": "FilmAggregateOrderBy",
        "filmCollectionByOriginalLanguage": "FilmAggregateOrderBy",
    },
    total=False,
)

LanguageAggregateOrderBy = TypedDict(
    "LanguageAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "LanguageFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "LanguageNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "LanguageNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "LanguageFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "LanguageFieldsOrderBy",
    },
    total=False,
)

LanguageInsertInput = TypedDict(
    "LanguageInsertInput",
    {
        # Column `language_id`.
        "languageId": "Required[int]",
        # Column `name`.
        "name": "Required[str]",
        # What is done with rows of `film` through the foreign key `fk_language`.
        "filmCollection": "LanguageFilmCollectionToManyInput",
        # What is done with rows of `film` through the foreign key `fk_original`.
        "filmCollectionByOriginalLanguage": "LanguageFilmCollectionByOriginalLanguageToManyInput",
    },
    total=False,
)

LanguageUpdateInput = TypedDict(
    "LanguageUpdateInput",
    {
        # Column `language_id`.
        "languageId": "int",
        # Column `name`.
        "name": "str",
        # What is done with rows of `film` through the foreign key `fk_language`.
        "filmCollection": "LanguageFilmCollectionToManyInput",
        # What is done with rows of `film` through the foreign key `fk_original`.
        "filmCollectionByOriginalLanguage": "LanguageFilmCollectionByOriginalLanguageToManyInput",
    },
    total=False,
)

LanguageFieldsOrderBy = TypedDict(
    "LanguageFieldsOrderBy",
    {
        "languageId": "Direction",
        "name": "Direction",
    },
    total=False,
)

LanguageNumbersOrderBy = TypedDict(
    "LanguageNumbersOrderBy",
    {
        "languageId": "Direction",
    },
    total=False,
)

LanguageOnConflict = TypedDict(
    "LanguageOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Language_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Language_Column]",
    },
    total=False,
)

LanguageUniqueInput = TypedDict(
    "LanguageUniqueInput",
    {
        # Column `language_id`.
        "languageId": "int",
        # Column `name`.
        "name": "str",
    },
    total=False,
)

LanguageUpsertInput = TypedDict(
    "LanguageUpsertInput",
    {
        # The row.
        "create": "Required[LanguageInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "LanguageOnConflict",
    },
    total=False,
)

Language_Column = Literal[
    "languageId",
    "name",
]

Language_Columns = TypedDict(
    "Language_Columns",
    {
        "languageId": "int",
        "name": "str",
    },
    total=False,
)

Language_Group = Literal[
    "languageId",
    "name",
]

Language_Ordered = Literal[
    "languageId",
    "name",
]

Language_Number = Literal[
    "languageId",
]

Language_Keys = TypedDict(
    "Language_Keys",
    {
        "languageId": "int",
        "name": "str",
    },
    total=False,
)

Language_Sums = TypedDict(
    "Language_Sums",
    {
        "languageId": "str | None",
    },
    total=False,
)

Language_Values = TypedDict(
    "Language_Values",
    {
        "languageId": "int | None",
        "name": "str | None",
    },
    total=False,
)

Language_Key = TypedDict(
    "Language_Key",
    {
        "languageId": "Required[int]",
    },
    total=False,
)

Language_Embed = TypedDict(
    "Language_Embed",
    {
        "filmCollection": "bool | Film_Many",
        "filmCollectionByOriginalLanguage": "bool | Film_Many",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Language_Lists = TypedDict(
    "Language_Lists",
    {
        "distinctOn": "Sequence[Language_Column]",
    },
    total=False,
)

Language_One = TypedDict(
    "Language_One",
    {
        "embed": "Language_Embed",
    },
    total=False,
)

Language_Many = TypedDict(
    "Language_Many",
    {
        "filter": "LanguageFilter",
        "order_by": "Sequence[LanguageOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Language_Embed",
        "lists": "Language_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Film:
    """Table `film`."""

    filmId: int
    """Column `film_id`."""

    title: str
    """Column `title`."""

    languageId: int
    """Column `language_id`."""

    originalLanguageId: int | None
    """Column `original_language_id`."""

    language: Language | None = None
    """Through the foreign key `fk_language`, to table `language`: where it is embedded."""

    originalLanguage: Language | None = None
    """Through the foreign key `fk_original`, to table `language`: where it is embedded."""

    filmText: FilmText | None = None
    """Through the foreign key `film_text_ibfk_1`, to table `film_text`: where it is embedded."""

    castMemberCollection: list[CastMember] | None = None
    """Through the foreign key `cast_member_ibfk_1`, to table `cast_member`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

FilmFilter = TypedDict(
    "FilmFilter",
    {
        "filmId": "IntFilter",
        "title": "StringFilter",
        "languageId": "IntFilter",
        "originalLanguageId": "IntFilter",
        # There is such a row, and this holds for it.
        "language": "LanguageFilter",
        # There is such a row, and this holds for it.
        "originalLanguage": "LanguageFilter",
        # There is such a row, and this holds for it.
        "filmText": "FilmTextFilter",
        "castMemberCollection": "CastMemberManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[FilmFilter]",
        # One holds; false if there is none.
        "or": "Sequence[FilmFilter]",
        # Does not hold.
        "not": "FilmFilter",
    },
    total=False,
)

FilmManyFilter = TypedDict(
    "FilmManyFilter",
    {
        # There is a row for which this holds.
        "some": "FilmFilter",
        # There is no row for which this holds.
        "none": "FilmFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "FilmFilter",
    },
    total=False,
)

FilmOrderBy = TypedDict(
    "FilmOrderBy",
    {
        "filmId": "Direction",
        "title": "Direction",
        "languageId": "Direction",
        "originalLanguageId": "Direction",
        "language": "LanguageOrderBy",
        "originalLanguage": "LanguageOrderBy",
        "filmText": "FilmTextOrderBy",
        "castMemberCollection": "CastMemberAggregateOrderBy",
    },
    total=False,
)

FilmAggregateOrderBy = TypedDict(
    "FilmAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "FilmFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "FilmNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "FilmNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "FilmFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "FilmFieldsOrderBy",
        "language": "LanguageAggregateOrderBy",
        "originalLanguage": "LanguageAggregateOrderBy",
        "filmText": "FilmTextAggregateOrderBy",
    },
    total=False,
)

FilmInsertInput = TypedDict(
    "FilmInsertInput",
    {
        # Column `film_id`.
        "filmId": "Required[int]",
        # Column `title`.
        "title": "Required[str]",
        # Column `language_id`.
        "languageId": "int",
        # Column `original_language_id`.
        "originalLanguageId": "int | None",
        # What is done with rows of `language` through the foreign key `fk_language`.
        "language": "FilmLanguageToOneInput",
        # What is done with rows of `language` through the foreign key `fk_original`.
        "originalLanguage": "FilmOriginalLanguageToOneInput",
        # What is done with rows of `film_text` through the foreign key `film_text_ibfk_1`.
        "filmText": "FilmFilmTextToOneInput",
        # What is done with rows of `cast_member` through the foreign key `cast_member_ibfk_1`.
        "castMemberCollection": "FilmCastMemberCollectionToManyInput",
    },
    total=False,
)

FilmUpdateInput = TypedDict(
    "FilmUpdateInput",
    {
        # Column `film_id`.
        "filmId": "int",
        # Column `title`.
        "title": "str",
        # Column `language_id`.
        "languageId": "int",
        # Column `original_language_id`.
        "originalLanguageId": "int | None",
        # What is done with rows of `language` through the foreign key `fk_language`.
        "language": "FilmLanguageToOneInput",
        # What is done with rows of `language` through the foreign key `fk_original`.
        "originalLanguage": "FilmOriginalLanguageToOneInput",
        # What is done with rows of `film_text` through the foreign key `film_text_ibfk_1`.
        "filmText": "FilmFilmTextToOneInput",
        # What is done with rows of `cast_member` through the foreign key `cast_member_ibfk_1`.
        "castMemberCollection": "FilmCastMemberCollectionToManyInput",
    },
    total=False,
)

FilmFieldsOrderBy = TypedDict(
    "FilmFieldsOrderBy",
    {
        "filmId": "Direction",
        "title": "Direction",
        "languageId": "Direction",
        "originalLanguageId": "Direction",
    },
    total=False,
)

FilmNumbersOrderBy = TypedDict(
    "FilmNumbersOrderBy",
    {
        "filmId": "Direction",
        "languageId": "Direction",
        "originalLanguageId": "Direction",
    },
    total=False,
)

FilmOnConflict = TypedDict(
    "FilmOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Film_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Film_Column]",
    },
    total=False,
)

FilmUniqueInput = TypedDict(
    "FilmUniqueInput",
    {
        # Column `film_id`.
        "filmId": "int",
    },
    total=False,
)

FilmUpsertInput = TypedDict(
    "FilmUpsertInput",
    {
        # The row.
        "create": "Required[FilmInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "FilmOnConflict",
    },
    total=False,
)

FilmUpdateManyInput = TypedDict(
    "FilmUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "FilmFilter",
        # What they are set to.
        "set": "Required[FilmUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

Film_Column = Literal[
    "filmId",
    "title",
    "languageId",
    "originalLanguageId",
]

Film_Columns = TypedDict(
    "Film_Columns",
    {
        "filmId": "int",
        "title": "str",
        "languageId": "int",
        "originalLanguageId": "int | None",
    },
    total=False,
)

Film_Group = Literal[
    "filmId",
    "title",
    "languageId",
    "originalLanguageId",
]

Film_Ordered = Literal[
    "filmId",
    "title",
    "languageId",
    "originalLanguageId",
]

Film_Number = Literal[
    "filmId",
    "languageId",
    "originalLanguageId",
]

Film_Keys = TypedDict(
    "Film_Keys",
    {
        "filmId": "int",
        "title": "str",
        "languageId": "int",
        "originalLanguageId": "int | None",
    },
    total=False,
)

Film_Sums = TypedDict(
    "Film_Sums",
    {
        "filmId": "str | None",
        "languageId": "str | None",
        "originalLanguageId": "str | None",
    },
    total=False,
)

Film_Values = TypedDict(
    "Film_Values",
    {
        "filmId": "int | None",
        "title": "str | None",
        "languageId": "int | None",
        "originalLanguageId": "int | None",
    },
    total=False,
)

Film_Key = TypedDict(
    "Film_Key",
    {
        "filmId": "Required[int]",
    },
    total=False,
)

Film_Embed = TypedDict(
    "Film_Embed",
    {
        "language": "bool | Language_One",
        "originalLanguage": "bool | Language_One",
        "filmText": "bool | FilmText_One",
        "castMemberCollection": "bool | CastMember_Many",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Film_Lists = TypedDict(
    "Film_Lists",
    {
        "distinctOn": "Sequence[Film_Column]",
    },
    total=False,
)

Film_One = TypedDict(
    "Film_One",
    {
        "embed": "Film_Embed",
    },
    total=False,
)

Film_Many = TypedDict(
    "Film_Many",
    {
        "filter": "FilmFilter",
        "order_by": "Sequence[FilmOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Film_Embed",
        "lists": "Film_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class FilmText:
    """Table `film_text`."""

    filmId: int
    """Column `film_id`."""

    body: str | None
    """Column `body`."""

    film: Film | None = None
    """Through the foreign key `film_text_ibfk_1`, to table `film`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

FilmTextFilter = TypedDict(
    "FilmTextFilter",
    {
        "filmId": "IntFilter",
        "body": "StringFilter",
        # There is such a row, and this holds for it.
        "film": "FilmFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[FilmTextFilter]",
        # One holds; false if there is none.
        "or": "Sequence[FilmTextFilter]",
        # Does not hold.
        "not": "FilmTextFilter",
    },
    total=False,
)

FilmTextOrderBy = TypedDict(
    "FilmTextOrderBy",
    {
        "filmId": "Direction",
        "body": "Direction",
        "film": "FilmOrderBy",
    },
    total=False,
)

FilmTextAggregateOrderBy = TypedDict(
    "FilmTextAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "FilmTextFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "FilmTextNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "FilmTextNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "FilmTextFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "FilmTextFieldsOrderBy",
        "film": "FilmAggregateOrderBy",
    },
    total=False,
)

FilmTextInsertInput = TypedDict(
    "FilmTextInsertInput",
    {
        # Column `film_id`.
        "filmId": "int",
        # Column `body`.
        "body": "str | None",
        # What is done with rows of `film` through the foreign key `film_text_ibfk_1`.
        "film": "FilmTextFilmToOneInput",
    },
    total=False,
)

FilmTextUpdateInput = TypedDict(
    "FilmTextUpdateInput",
    {
        # Column `film_id`.
        "filmId": "int",
        # Column `body`.
        "body": "str | None",
        # What is done with rows of `film` through the foreign key `film_text_ibfk_1`.
        "film": "FilmTextFilmToOneInput",
    },
    total=False,
)

FilmTextFieldsOrderBy = TypedDict(
    "FilmTextFieldsOrderBy",
    {
        "filmId": "Direction",
        "body": "Direction",
    },
    total=False,
)

FilmTextNumbersOrderBy = TypedDict(
    "FilmTextNumbersOrderBy",
    {
        "filmId": "Direction",
    },
    total=False,
)

FilmTextOnConflict = TypedDict(
    "FilmTextOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[FilmText_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[FilmText_Column]",
    },
    total=False,
)

FilmTextUniqueInput = TypedDict(
    "FilmTextUniqueInput",
    {
        # Column `film_id`.
        "filmId": "int",
    },
    total=False,
)

FilmTextUpsertInput = TypedDict(
    "FilmTextUpsertInput",
    {
        # The row.
        "create": "Required[FilmTextInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "FilmTextOnConflict",
    },
    total=False,
)

FilmText_Column = Literal[
    "filmId",
    "body",
]

FilmText_Columns = TypedDict(
    "FilmText_Columns",
    {
        "filmId": "int",
        "body": "str | None",
    },
    total=False,
)

FilmText_Group = Literal[
    "filmId",
    "body",
]

FilmText_Ordered = Literal[
    "filmId",
    "body",
]

FilmText_Number = Literal[
    "filmId",
]

FilmText_Keys = TypedDict(
    "FilmText_Keys",
    {
        "filmId": "int",
        "body": "str | None",
    },
    total=False,
)

FilmText_Sums = TypedDict(
    "FilmText_Sums",
    {
        "filmId": "str | None",
    },
    total=False,
)

FilmText_Values = TypedDict(
    "FilmText_Values",
    {
        "filmId": "int | None",
        "body": "str | None",
    },
    total=False,
)

FilmText_Key = TypedDict(
    "FilmText_Key",
    {
        "filmId": "Required[int]",
    },
    total=False,
)

FilmText_Embed = TypedDict(
    "FilmText_Embed",
    {
        "film": "bool | Film_One",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

FilmText_Lists = TypedDict(
    "FilmText_Lists",
    {
        "distinctOn": "Sequence[FilmText_Column]",
    },
    total=False,
)

FilmText_One = TypedDict(
    "FilmText_One",
    {
        "embed": "FilmText_Embed",
    },
    total=False,
)

FilmText_Many = TypedDict(
    "FilmText_Many",
    {
        "filter": "FilmTextFilter",
        "order_by": "Sequence[FilmTextOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "FilmText_Embed",
        "lists": "FilmText_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class CastMember:
    """Table `cast_member`."""

    filmId: int
    """Column `film_id`."""

    position: int
    """Column `position`."""

    name: str | None
    """Column `name`."""

    film: Film | None = None
    """Through the foreign key `cast_member_ibfk_1`, to table `film`: where it is embedded."""

    creditCollection: list[Credit] | None = None
    """Through the foreign key `credit_ibfk_1`, to table `credit`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

CastMemberFilter = TypedDict(
    "CastMemberFilter",
    {
        "filmId": "IntFilter",
        "position": "IntFilter",
        "name": "StringFilter",
        # There is such a row, and this holds for it.
        "film": "FilmFilter",
        "creditCollection": "CreditManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[CastMemberFilter]",
        # One holds; false if there is none.
        "or": "Sequence[CastMemberFilter]",
        # Does not hold.
        "not": "CastMemberFilter",
    },
    total=False,
)

CastMemberManyFilter = TypedDict(
    "CastMemberManyFilter",
    {
        # There is a row for which this holds.
        "some": "CastMemberFilter",
        # There is no row for which this holds.
        "none": "CastMemberFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "CastMemberFilter",
    },
    total=False,
)

CastMemberOrderBy = TypedDict(
    "CastMemberOrderBy",
    {
        "filmId": "Direction",
        "position": "Direction",
        "name": "Direction",
        "film": "FilmOrderBy",
        "creditCollection": "CreditAggregateOrderBy",
    },
    total=False,
)

CastMemberAggregateOrderBy = TypedDict(
    "CastMemberAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "CastMemberFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "CastMemberNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "CastMemberNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "CastMemberFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "CastMemberFieldsOrderBy",
        "film": "FilmAggregateOrderBy",
    },
    total=False,
)

CastMemberInsertInput = TypedDict(
    "CastMemberInsertInput",
    {
        # Column `film_id`.
        "filmId": "int",
        # Column `position`.
        "position": "Required[int]",
        # Column `name`.
        "name": "str | None",
        # What is done with rows of `film` through the foreign key `cast_member_ibfk_1`.
        "film": "CastMemberFilmToOneInput",
        # What is done with rows of `credit` through the foreign key `credit_ibfk_1`.
        "creditCollection": "CastMemberCreditCollectionToManyInput",
    },
    total=False,
)

CastMemberUpdateInput = TypedDict(
    "CastMemberUpdateInput",
    {
        # Column `film_id`.
        "filmId": "int",
        # Column `position`.
        "position": "int",
        # Column `name`.
        "name": "str | None",
        # What is done with rows of `film` through the foreign key `cast_member_ibfk_1`.
        "film": "CastMemberFilmToOneInput",
        # What is done with rows of `credit` through the foreign key `credit_ibfk_1`.
        "creditCollection": "CastMemberCreditCollectionToManyInput",
    },
    total=False,
)

CastMemberFieldsOrderBy = TypedDict(
    "CastMemberFieldsOrderBy",
    {
        "filmId": "Direction",
        "position": "Direction",
        "name": "Direction",
    },
    total=False,
)

CastMemberNumbersOrderBy = TypedDict(
    "CastMemberNumbersOrderBy",
    {
        "filmId": "Direction",
        "position": "Direction",
    },
    total=False,
)

CastMemberOnConflict = TypedDict(
    "CastMemberOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[CastMember_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[CastMember_Column]",
    },
    total=False,
)

CastMemberUniqueInput = TypedDict(
    "CastMemberUniqueInput",
    {
        # Column `film_id`.
        "filmId": "int",
        # Column `position`.
        "position": "int",
    },
    total=False,
)

CastMemberUpsertInput = TypedDict(
    "CastMemberUpsertInput",
    {
        # The row.
        "create": "Required[CastMemberInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "CastMemberOnConflict",
    },
    total=False,
)

CastMemberUpdateManyInput = TypedDict(
    "CastMemberUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "CastMemberFilter",
        # What they are set to.
        "set": "Required[CastMemberUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

CastMember_Column = Literal[
    "filmId",
    "position",
    "name",
]

CastMember_Columns = TypedDict(
    "CastMember_Columns",
    {
        "filmId": "int",
        "position": "int",
        "name": "str | None",
    },
    total=False,
)

CastMember_Group = Literal[
    "filmId",
    "position",
    "name",
]

CastMember_Ordered = Literal[
    "filmId",
    "position",
    "name",
]

CastMember_Number = Literal[
    "filmId",
    "position",
]

CastMember_Keys = TypedDict(
    "CastMember_Keys",
    {
        "filmId": "int",
        "position": "int",
        "name": "str | None",
    },
    total=False,
)

CastMember_Sums = TypedDict(
    "CastMember_Sums",
    {
        "filmId": "str | None",
        "position": "str | None",
    },
    total=False,
)

CastMember_Values = TypedDict(
    "CastMember_Values",
    {
        "filmId": "int | None",
        "position": "int | None",
        "name": "str | None",
    },
    total=False,
)

CastMember_Key = TypedDict(
    "CastMember_Key",
    {
        "filmId": "Required[int]",
        "position": "Required[int]",
    },
    total=False,
)

CastMember_Embed = TypedDict(
    "CastMember_Embed",
    {
        "film": "bool | Film_One",
        "creditCollection": "bool | Credit_Many",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

CastMember_Lists = TypedDict(
    "CastMember_Lists",
    {
        "distinctOn": "Sequence[CastMember_Column]",
    },
    total=False,
)

CastMember_One = TypedDict(
    "CastMember_One",
    {
        "embed": "CastMember_Embed",
    },
    total=False,
)

CastMember_Many = TypedDict(
    "CastMember_Many",
    {
        "filter": "CastMemberFilter",
        "order_by": "Sequence[CastMemberOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "CastMember_Embed",
        "lists": "CastMember_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Credit:
    """Table `credit`."""

    filmId: int | None
    """Column `film_id`."""

    position: int | None
    """Column `position`."""

    role: str | None
    """Column `role`."""

    castMember: CastMember | None = None
    """Through the foreign key `credit_ibfk_1`, to table `cast_member`: where it is embedded."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

CreditFilter = TypedDict(
    "CreditFilter",
    {
        "filmId": "IntFilter",
        "position": "IntFilter",
        "role": "StringFilter",
        # There is such a row, and this holds for it.
        "castMember": "CastMemberFilter",
        # All hold; true if there is none.
        "and": "Sequence[CreditFilter]",
        # One holds; false if there is none.
        "or": "Sequence[CreditFilter]",
        # Does not hold.
        "not": "CreditFilter",
    },
    total=False,
)

CreditManyFilter = TypedDict(
    "CreditManyFilter",
    {
        # There is a row for which this holds.
        "some": "CreditFilter",
        # There is no row for which this holds.
        "none": "CreditFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "CreditFilter",
    },
    total=False,
)

CreditOrderBy = TypedDict(
    "CreditOrderBy",
    {
        "filmId": "Direction",
        "position": "Direction",
        "role": "Direction",
        "castMember": "CastMemberOrderBy",
    },
    total=False,
)

CreditAggregateOrderBy = TypedDict(
    "CreditAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "CreditFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "CreditNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "CreditNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "CreditFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "CreditFieldsOrderBy",
        "castMember": "CastMemberAggregateOrderBy",
    },
    total=False,
)

CreditInsertInput = TypedDict(
    "CreditInsertInput",
    {
        # Column `film_id`.
        "filmId": "int | None",
        # Column `position`.
        "position": "int | None",
        # Column `role`.
        "role": "str | None",
        # What is done with rows of `cast_member` through the foreign key `credit_ibfk_1`.
        "castMember": "CreditCastMemberToOneInput",
    },
    total=False,
)

CreditUpdateInput = TypedDict(
    "CreditUpdateInput",
    {
        # Column `film_id`.
        "filmId": "int | None",
        # Column `position`.
        "position": "int | None",
        # Column `role`.
        "role": "str | None",
        # What is done with rows of `cast_member` through the foreign key `credit_ibfk_1`.
        "castMember": "CreditCastMemberToOneInput",
    },
    total=False,
)

CreditFieldsOrderBy = TypedDict(
    "CreditFieldsOrderBy",
    {
        "filmId": "Direction",
        "position": "Direction",
        "role": "Direction",
    },
    total=False,
)

CreditNumbersOrderBy = TypedDict(
    "CreditNumbersOrderBy",
    {
        "filmId": "Direction",
        "position": "Direction",
    },
    total=False,
)

CreditUpdateManyInput = TypedDict(
    "CreditUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "CreditFilter",
        # What they are set to.
        "set": "Required[CreditUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

Credit_Column = Literal[
    "filmId",
    "position",
    "role",
]

Credit_Columns = TypedDict(
    "Credit_Columns",
    {
        "filmId": "int | None",
        "position": "int | None",
        "role": "str | None",
    },
    total=False,
)

Credit_Group = Literal[
    "filmId",
    "position",
    "role",
]

Credit_Ordered = Literal[
    "filmId",
    "position",
    "role",
]

Credit_Number = Literal[
    "filmId",
    "position",
]

Credit_Keys = TypedDict(
    "Credit_Keys",
    {
        "filmId": "int | None",
        "position": "int | None",
        "role": "str | None",
    },
    total=False,
)

Credit_Sums = TypedDict(
    "Credit_Sums",
    {
        "filmId": "str | None",
        "position": "str | None",
    },
    total=False,
)

Credit_Values = TypedDict(
    "Credit_Values",
    {
        "filmId": "int | None",
        "position": "int | None",
        "role": "str | None",
    },
    total=False,
)

Credit_Embed = TypedDict(
    "Credit_Embed",
    {
        "castMember": "bool | CastMember_One",
        "etag": "bool",
    },
    total=False,
)

Credit_Lists = TypedDict(
    "Credit_Lists",
    {
        "distinctOn": "Sequence[Credit_Column]",
    },
    total=False,
)

Credit_One = TypedDict(
    "Credit_One",
    {
        "embed": "Credit_Embed",
    },
    total=False,
)

Credit_Many = TypedDict(
    "Credit_Many",
    {
        "filter": "CreditFilter",
        "order_by": "Sequence[CreditOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Credit_Embed",
        "lists": "Credit_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class LogLine:
    """Table `log_line`."""

    at: str | None
    """Column `at`."""

    line: str | None
    """Column `line`."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

LogLineFilter = TypedDict(
    "LogLineFilter",
    {
        "at": "DatetimeFilter",
        "line": "StringFilter",
        # All hold; true if there is none.
        "and": "Sequence[LogLineFilter]",
        # One holds; false if there is none.
        "or": "Sequence[LogLineFilter]",
        # Does not hold.
        "not": "LogLineFilter",
    },
    total=False,
)

LogLineOrderBy = TypedDict(
    "LogLineOrderBy",
    {
        "at": "Direction",
        "line": "Direction",
    },
    total=False,
)

LogLineInsertInput = TypedDict(
    "LogLineInsertInput",
    {
        # Column `at`.
        "at": "str | None",
        # Column `line`.
        "line": "str | None",
    },
    total=False,
)

LogLineUpdateInput = TypedDict(
    "LogLineUpdateInput",
    {
        # Column `at`.
        "at": "str | None",
        # Column `line`.
        "line": "str | None",
    },
    total=False,
)

LogLine_Column = Literal[
    "at",
    "line",
]

LogLine_Columns = TypedDict(
    "LogLine_Columns",
    {
        "at": "str | None",
        "line": "str | None",
    },
    total=False,
)

LogLine_Group = Literal[
    "at",
    "at_year",
    "at_quarter",
    "at_month",
    "at_week",
    "at_day",
    "at_dayOfWeek",
    "at_hour",
    "at_yearStart",
    "at_quarterStart",
    "at_monthStart",
    "at_weekStart",
    "at_date",
    "at_hourStart",
    "line",
]

LogLine_Ordered = Literal[
    "at",
    "line",
]

LogLine_Number = Never

LogLine_Keys = TypedDict(
    "LogLine_Keys",
    {
        "at": "str | None",
        "at_year": "int | None",
        "at_quarter": "int | None",
        "at_month": "int | None",
        "at_week": "int | None",
        "at_day": "int | None",
        "at_dayOfWeek": "int | None",
        "at_hour": "int | None",
        "at_yearStart": "str | None",
        "at_quarterStart": "str | None",
        "at_monthStart": "str | None",
        "at_weekStart": "str | None",
        "at_date": "str | None",
        "at_hourStart": "str | None",
        "line": "str | None",
    },
    total=False,
)

LogLine_Sums = TypedDict(
    "LogLine_Sums",
    {
    },
    total=False,
)

LogLine_Values = TypedDict(
    "LogLine_Values",
    {
        "at": "str | None",
        "line": "str | None",
    },
    total=False,
)

LogLine_Embed = TypedDict(
    "LogLine_Embed",
    {
        "etag": "bool",
    },
    total=False,
)

LogLine_Lists = TypedDict(
    "LogLine_Lists",
    {
        "distinctOn": "Sequence[LogLine_Column]",
    },
    total=False,
)

LogLine_One = TypedDict(
    "LogLine_One",
    {
        "embed": "LogLine_Embed",
    },
    total=False,
)

LogLine_Many = TypedDict(
    "LogLine_Many",
    {
        "filter": "LogLineFilter",
        "order_by": "Sequence[LogLineOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "LogLine_Embed",
        "lists": "LogLine_Lists",
    },
    total=False,
)

StaffManagerToOneInput = TypedDict(
    "StaffManagerToOneInput",
    {
        # Adds a row and relates.
        "create": "StaffInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "StaffUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "StaffUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "StaffUpdateInput",
        # Takes the reference away and leaves the row: for changes of rows only.
        "disconnect": "bool",
        # Removes the related row: for changes of rows only.
        "delete": "bool",
    },
    total=False,
)

StaffStaffCollectionToManyInput = TypedDict(
    "StaffStaffCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[StaffInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[StaffUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[StaffUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[StaffUpdateManyInput]",
        # Takes the reference away and leaves the row: for changes of rows only.
        "disconnect": "Sequence[StaffUniqueInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[StaffUniqueInput]",
    },
    total=False,
)

LanguageFilmCollectionToManyInput = TypedDict(
    "LanguageFilmCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[FilmInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[FilmUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[FilmUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[FilmUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[FilmUniqueInput]",
    },
    total=False,
)

LanguageFilmCollectionByOriginalLanguageToManyInput = TypedDict(
    "LanguageFilmCollectionByOriginalLanguageToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[FilmInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[FilmUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[FilmUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[FilmUpdateManyInput]",
        # Takes the reference away and leaves the row: for changes of rows only.
        "disconnect": "Sequence[FilmUniqueInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[FilmUniqueInput]",
    },
    total=False,
)

FilmLanguageToOneInput = TypedDict(
    "FilmLanguageToOneInput",
    {
        # Adds a row and relates.
        "create": "LanguageInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "LanguageUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "LanguageUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "LanguageUpdateInput",
    },
    total=False,
)

FilmOriginalLanguageToOneInput = TypedDict(
    "FilmOriginalLanguageToOneInput",
    {
        # Adds a row and relates.
        "create": "LanguageInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "LanguageUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "LanguageUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "LanguageUpdateInput",
        # Takes the reference away and leaves the row: for changes of rows only.
        "disconnect": "bool",
        # Removes the related row: for changes of rows only.
        "delete": "bool",
    },
    total=False,
)

FilmFilmTextToOneInput = TypedDict(
    "FilmFilmTextToOneInput",
    {
        # Adds a row and relates.
        "create": "FilmTextInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "FilmTextUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "FilmTextUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "FilmTextUpdateInput",
        # Removes the related row: for changes of rows only.
        "delete": "bool",
    },
    total=False,
)

FilmCastMemberCollectionToManyInput = TypedDict(
    "FilmCastMemberCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[CastMemberInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[CastMemberUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[CastMemberUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[CastMemberUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[CastMemberUniqueInput]",
    },
    total=False,
)

FilmTextFilmToOneInput = TypedDict(
    "FilmTextFilmToOneInput",
    {
        # Adds a row and relates.
        "create": "FilmInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "FilmUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "FilmUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "FilmUpdateInput",
    },
    total=False,
)

CastMemberFilmToOneInput = TypedDict(
    "CastMemberFilmToOneInput",
    {
        # Adds a row and relates.
        "create": "FilmInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "FilmUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "FilmUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "FilmUpdateInput",
    },
    total=False,
)

CastMemberCreditCollectionToManyInput = TypedDict(
    "CastMemberCreditCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[CreditInsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[CreditUpdateManyInput]",
    },
    total=False,
)

CreditCastMemberToOneInput = TypedDict(
    "CreditCastMemberToOneInput",
    {
        # Adds a row and relates.
        "create": "CastMemberInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "CastMemberUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "CastMemberUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "CastMemberUpdateInput",
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
    "staff": TableMeta(
        type="Staff",
        row=Staff,
        key={
            "staffId": "Int!",
        },
        columns={
            "staffId": "staffId",
            "name": "name",
            "managerId": "managerId",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "manager": ("manager", "staff"),
        },
        many={
            "staffCollection": ("staffCollection", "staff"),
        },
        lists={
            "distinctOn": "[StaffColumn!]",
        },
    ),
    "language": TableMeta(
        type="Language",
        row=Language,
        key={
            "languageId": "Int!",
        },
        columns={
            "languageId": "languageId",
            "name": "name",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
        },
        many={
            "filmCollection": ("filmCollection", "film"),
            "filmCollectionByOriginalLanguage": ("filmCollectionByOriginalLanguage", "film"),
        },
        lists={
            "distinctOn": "[LanguageColumn!]",
        },
    ),
    "film": TableMeta(
        type="Film",
        row=Film,
        key={
            "filmId": "Int!",
        },
        columns={
            "filmId": "filmId",
            "title": "title",
            "languageId": "languageId",
            "originalLanguageId": "originalLanguageId",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "language": ("language", "language"),
            "originalLanguage": ("originalLanguage", "language"),
            "filmText": ("filmText", "filmText"),
        },
        many={
            "castMemberCollection": ("castMemberCollection", "castMember"),
        },
        lists={
            "distinctOn": "[FilmColumn!]",
        },
    ),
    "filmText": TableMeta(
        type="FilmText",
        row=FilmText,
        key={
            "filmId": "Int!",
        },
        columns={
            "filmId": "filmId",
            "body": "body",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "film": ("film", "film"),
        },
        many={
        },
        lists={
            "distinctOn": "[FilmTextColumn!]",
        },
    ),
    "castMember": TableMeta(
        type="CastMember",
        row=CastMember,
        key={
            "filmId": "Int!",
            "position": "Int!",
        },
        columns={
            "filmId": "filmId",
            "position": "position",
            "name": "name",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "film": ("film", "film"),
        },
        many={
            "creditCollection": ("creditCollection", "credit"),
        },
        lists={
            "distinctOn": "[CastMemberColumn!]",
        },
    ),
    "credit": TableMeta(
        type="Credit",
        row=Credit,
        key={
        },
        columns={
            "filmId": "filmId",
            "position": "position",
            "role": "role",
        },
        computed={
            "etag": "etag",
        },
        one={
            "castMember": ("castMember", "castMember"),
        },
        many={
        },
        lists={
            "distinctOn": "[CreditColumn!]",
        },
    ),
    "logLine": TableMeta(
        type="LogLine",
        row=LogLine,
        key={
        },
        columns={
            "at": "at",
            "line": "line",
        },
        computed={
            "etag": "etag",
        },
        one={
        },
        many={
        },
        lists={
            "distinctOn": "[LogLineColumn!]",
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
        self.staff: KeyedTable[
            Staff,
            StaffFilter,
            StaffOrderBy,
            StaffInsertInput,
            StaffUpdateInput,
            Staff_Column,
            Staff_Embed,
            Staff_Lists,
            Staff_Group,
            Staff_Ordered,
            Staff_Number,
            Staff_Keys,
            Staff_Sums,
            Staff_Values,
            Staff_Columns,
            Staff_Key,
        ] = KeyedTable(self._connection, _TABLES["staff"])
        """Table `staff`."""
        self.language: KeyedTable[
            Language,
            LanguageFilter,
            LanguageOrderBy,
            LanguageInsertInput,
            LanguageUpdateInput,
            Language_Column,
            Language_Embed,
            Language_Lists,
            Language_Group,
            Language_Ordered,
            Language_Number,
            Language_Keys,
            Language_Sums,
            Language_Values,
            Language_Columns,
            Language_Key,
        ] = KeyedTable(self._connection, _TABLES["language"])
        """Table `language`."""
        self.film: KeyedTable[
            Film,
            FilmFilter,
            FilmOrderBy,
            FilmInsertInput,
            FilmUpdateInput,
            Film_Column,
            Film_Embed,
            Film_Lists,
            Film_Group,
            Film_Ordered,
            Film_Number,
            Film_Keys,
            Film_Sums,
            Film_Values,
            Film_Columns,
            Film_Key,
        ] = KeyedTable(self._connection, _TABLES["film"])
        """Table `film`."""
        self.filmText: KeyedTable[
            FilmText,
            FilmTextFilter,
            FilmTextOrderBy,
            FilmTextInsertInput,
            FilmTextUpdateInput,
            FilmText_Column,
            FilmText_Embed,
            FilmText_Lists,
            FilmText_Group,
            FilmText_Ordered,
            FilmText_Number,
            FilmText_Keys,
            FilmText_Sums,
            FilmText_Values,
            FilmText_Columns,
            FilmText_Key,
        ] = KeyedTable(self._connection, _TABLES["filmText"])
        """Table `film_text`."""
        self.castMember: KeyedTable[
            CastMember,
            CastMemberFilter,
            CastMemberOrderBy,
            CastMemberInsertInput,
            CastMemberUpdateInput,
            CastMember_Column,
            CastMember_Embed,
            CastMember_Lists,
            CastMember_Group,
            CastMember_Ordered,
            CastMember_Number,
            CastMember_Keys,
            CastMember_Sums,
            CastMember_Values,
            CastMember_Columns,
            CastMember_Key,
        ] = KeyedTable(self._connection, _TABLES["castMember"])
        """Table `cast_member`."""
        self.credit: Table[
            Credit,
            CreditFilter,
            CreditOrderBy,
            CreditInsertInput,
            CreditUpdateInput,
            Credit_Column,
            Credit_Embed,
            Credit_Lists,
            Credit_Group,
            Credit_Ordered,
            Credit_Number,
            Credit_Keys,
            Credit_Sums,
            Credit_Values,
            Credit_Columns,
        ] = Table(self._connection, _TABLES["credit"])
        """Table `credit`."""
        self.logLine: Table[
            LogLine,
            LogLineFilter,
            LogLineOrderBy,
            LogLineInsertInput,
            LogLineUpdateInput,
            LogLine_Column,
            LogLine_Embed,
            LogLine_Lists,
            LogLine_Group,
            LogLine_Ordered,
            LogLine_Number,
            LogLine_Keys,
            LogLine_Sums,
            LogLine_Values,
            LogLine_Columns,
        ] = Table(self._connection, _TABLES["logLine"])
        """Table `log_line`."""

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
