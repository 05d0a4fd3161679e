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
class Song:
    """Table `song`."""

    id: int
    """Column `id`."""

    name: str
    """Column `name`."""

    seconds: int
    """Column `seconds`."""

    about: Any | None
    """Column `about`."""

    playlistSongCollection: list[PlaylistSong] | None = None
    """Through the foreign key `playlist_song_ibfk_2`, to table `playlist_song`: where it is embedded."""

    playCollection: list[Play] | None = None
    """Through the foreign key `play_ibfk_2`, to table `play`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

SongFilter = TypedDict(
    "SongFilter",
    {
        "id": "IntFilter",
        "name": "StringFilter",
        "seconds": "IntFilter",
        "about": "JSONFilter",
        "playlistSongCollection": "PlaylistSongManyFilter",
        "playCollection": "PlayManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[SongFilter]",
        # One holds; false if there is none.
        "or": "Sequence[SongFilter]",
        # Does not hold.
        "not": "SongFilter",
    },
    total=False,
)

SongOrderBy = TypedDict(
    "SongOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
        "seconds": "Direction",
        "playlistSongCollection": "PlaylistSongAggregateOrderBy",
        "playCollection": "PlayAggregateOrderBy",
    },
    total=False,
)

SongAggregateOrderBy = TypedDict(
    "SongAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "SongFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "SongNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "SongNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "SongFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "SongFieldsOrderBy",
    },
    total=False,
)

SongInsertInput = TypedDict(
    "SongInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `name`.
        "name": "Required[str]",
        # Column `seconds`.
        "seconds": "Required[int]",
        # Column `about`.
        "about": "Any | None",
        # What is done with rows of `playlist_song` through the foreign key `playlist_song_ibfk_2`.
        "playlistSongCollection": "SongPlaylistSongCollectionToManyInput",
        # What is done with rows of `play` through the foreign key `play_ibfk_2`.
        "playCollection": "SongPlayCollectionToManyInput",
    },
    total=False,
)

SongUpdateInput = TypedDict(
    "SongUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `name`.
        "name": "str",
        # Column `seconds`.
        "seconds": "int",
        # Column `about`.
        "about": "Any | None",
        # What is done with rows of `playlist_song` through the foreign key `playlist_song_ibfk_2`.
        "playlistSongCollection": "SongPlaylistSongCollectionToManyInput",
        # What is done with rows of `play` through the foreign key `play_ibfk_2`.
        "playCollection": "SongPlayCollectionToManyInput",
    },
    total=False,
)

SongFieldsOrderBy = TypedDict(
    "SongFieldsOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
        "seconds": "Direction",
    },
    total=False,
)

SongNumbersOrderBy = TypedDict(
    "SongNumbersOrderBy",
    {
        "id": "Direction",
        "seconds": "Direction",
    },
    total=False,
)

SongOnConflict = TypedDict(
    "SongOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Song_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Song_Column]",
    },
    total=False,
)

SongUniqueInput = TypedDict(
    "SongUniqueInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

SongUpsertInput = TypedDict(
    "SongUpsertInput",
    {
        # The row.
        "create": "Required[SongInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "SongOnConflict",
    },
    total=False,
)

Song_Column = Literal[
    "id",
    "name",
    "seconds",
    "about",
]

Song_Columns = TypedDict(
    "Song_Columns",
    {
        "id": "int",
        "name": "str",
        "seconds": "int",
        "about": "Any | None",
    },
    total=False,
)

Song_Group = Literal[
    "id",
    "name",
    "seconds",
]

Song_Ordered = Literal[
    "id",
    "name",
    "seconds",
]

Song_Number = Literal[
    "id",
    "seconds",
]

Song_Keys = TypedDict(
    "Song_Keys",
    {
        "id": "int",
        "name": "str",
        "seconds": "int",
    },
    total=False,
)

Song_Sums = TypedDict(
    "Song_Sums",
    {
        "id": "str | None",
        "seconds": "str | None",
    },
    total=False,
)

Song_Values = TypedDict(
    "Song_Values",
    {
        "id": "int | None",
        "name": "str | None",
        "seconds": "int | None",
    },
    total=False,
)

Song_Key = TypedDict(
    "Song_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Song_Embed = TypedDict(
    "Song_Embed",
    {
        "playlistSongCollection": "bool | PlaylistSong_Many",
        "playCollection": "bool | Play_Many",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Song_Lists = TypedDict(
    "Song_Lists",
    {
        "distinctOn": "Sequence[Song_Column]",
    },
    total=False,
)

Song_One = TypedDict(
    "Song_One",
    {
        "embed": "Song_Embed",
    },
    total=False,
)

Song_Many = TypedDict(
    "Song_Many",
    {
        "filter": "SongFilter",
        "order_by": "Sequence[SongOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Song_Embed",
        "lists": "Song_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Playlist:
    """Table `playlist`."""

    id: int
    """Column `id`."""

    name: str
    """Column `name`."""

    playlistSongCollection: list[PlaylistSong] | None = None
    """Through the foreign key `playlist_song_ibfk_1`, to table `playlist_song`: where it is embedded."""

    listenerCollection: list[Listener] | None = None
    """Through the foreign key `listened`, to table `listener`: where it is embedded."""

    editorCollection: list[Editor] | None = None
    """Through the foreign key `editor_ibfk_2`, to table `editor`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

PlaylistFilter = TypedDict(
    "PlaylistFilter",
    {
        "id": "IntFilter",
        "name": "StringFilter",
        "playlistSongCollection": "PlaylistSongManyFilter",
        "listenerCollection": "ListenerManyFilter",
        "editorCollection": "EditorManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[PlaylistFilter]",
        # One holds; false if there is none.
        "or": "Sequence[PlaylistFilter]",
        # Does not hold.
        "not": "PlaylistFilter",
    },
    total=False,
)

PlaylistOrderBy = TypedDict(
    "PlaylistOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
        "playlistSongCollection": "PlaylistSongAggregateOrderBy",
        "listenerCollection": "ListenerAggregateOrderBy",
        "editorCollection": "EditorAggregateOrderBy",
    },
    total=False,
)

PlaylistAggregateOrderBy = TypedDict(
    "PlaylistAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "PlaylistFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "PlaylistNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "PlaylistNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "PlaylistFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "PlaylistFieldsOrderBy",
    },
    total=False,
)

PlaylistInsertInput = TypedDict(
    "PlaylistInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `name`.
        "name": "Required[str]",
        # What is done with rows of `playlist_song` through the foreign key `playlist_song_ibfk_1`.
        "playlistSongCollection": "PlaylistPlaylistSongCollectionToManyInput",
        # What is done with rows of `listener` through the foreign key `listened`.
        "listenerCollection": "PlaylistListenerCollectionToManyInput",
        # What is done with rows of `editor` through the foreign key `editor_ibfk_2`.
        "editorCollection": "PlaylistEditorCollectionToManyInput",
    },
    total=False,
)

PlaylistUpdateInput = TypedDict(
    "PlaylistUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `name`.
        "name": "str",
        # What is done with rows of `playlist_song` through the foreign key `playlist_song_ibfk_1`.
        "playlistSongCollection": "PlaylistPlaylistSongCollectionToManyInput",
        # What is done with rows of `listener` through the foreign key `listened`.
        "listenerCollection": "PlaylistListenerCollectionToManyInput",
        # What is done with rows of `editor` through the foreign key `editor_ibfk_2`.
        "editorCollection": "PlaylistEditorCollectionToManyInput",
    },
    total=False,
)

PlaylistFieldsOrderBy = TypedDict(
    "PlaylistFieldsOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
    },
    total=False,
)

PlaylistNumbersOrderBy = TypedDict(
    "PlaylistNumbersOrderBy",
    {
        "id": "Direction",
    },
    total=False,
)

PlaylistOnConflict = TypedDict(
    "PlaylistOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Playlist_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Playlist_Column]",
    },
    total=False,
)

PlaylistUniqueInput = TypedDict(
    "PlaylistUniqueInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

PlaylistUpsertInput = TypedDict(
    "PlaylistUpsertInput",
    {
        # The row.
        "create": "Required[PlaylistInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "PlaylistOnConflict",
    },
    total=False,
)

Playlist_Column = Literal[
    "id",
    "name",
]

Playlist_Columns = TypedDict(
    "Playlist_Columns",
    {
        "id": "int",
        "name": "str",
    },
    total=False,
)

Playlist_Group = Literal[
    "id",
    "name",
]

Playlist_Ordered = Literal[
    "id",
    "name",
]

Playlist_Number = Literal[
    "id",
]

Playlist_Keys = TypedDict(
    "Playlist_Keys",
    {
        "id": "int",
        "name": "str",
    },
    total=False,
)

Playlist_Sums = TypedDict(
    "Playlist_Sums",
    {
        "id": "str | None",
    },
    total=False,
)

Playlist_Values = TypedDict(
    "Playlist_Values",
    {
        "id": "int | None",
        "name": "str | None",
    },
    total=False,
)

Playlist_Key = TypedDict(
    "Playlist_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Playlist_Embed = TypedDict(
    "Playlist_Embed",
    {
        "playlistSongCollection": "bool | PlaylistSong_Many",
        "listenerCollection": "bool | Listener_Many",
        "editorCollection": "bool | Editor_Many",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Playlist_Lists = TypedDict(
    "Playlist_Lists",
    {
        "distinctOn": "Sequence[Playlist_Column]",
    },
    total=False,
)

Playlist_One = TypedDict(
    "Playlist_One",
    {
        "embed": "Playlist_Embed",
    },
    total=False,
)

Playlist_Many = TypedDict(
    "Playlist_Many",
    {
        "filter": "PlaylistFilter",
        "order_by": "Sequence[PlaylistOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Playlist_Embed",
        "lists": "Playlist_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class PlaylistSong:
    """Table `playlist_song`."""

    playlistId: int
    """Column `playlist_id`."""

    songId: int
    """Column `song_id`."""

    position: int
    """Column `position`."""

    playlist: Playlist | None = None
    """Through the foreign key `playlist_song_ibfk_1`, to table `playlist`: where it is embedded."""

    song: Song | None = None
    """Through the foreign key `playlist_song_ibfk_2`, to table `song`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

PlaylistSongFilter = TypedDict(
    "PlaylistSongFilter",
    {
        "playlistId": "IntFilter",
        "songId": "IntFilter",
        "position": "IntFilter",
        # There is such a row, and this holds for it.
        "playlist": "PlaylistFilter",
        # There is such a row, and this holds for it.
        "song": "SongFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[PlaylistSongFilter]",
        # One holds; false if there is none.
        "or": "Sequence[PlaylistSongFilter]",
        # Does not hold.
        "not": "PlaylistSongFilter",
    },
    total=False,
)

PlaylistSongManyFilter = TypedDict(
    "PlaylistSongManyFilter",
    {
        # There is a row for which this holds.
        "some": "PlaylistSongFilter",
        # There is no row for which this holds.
        "none": "PlaylistSongFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "PlaylistSongFilter",
    },
    total=False,
)

PlaylistSongOrderBy = TypedDict(
    "PlaylistSongOrderBy",
    {
        "playlistId": "Direction",
        "songId": "Direction",
        "position": "Direction",
        "playlist": "PlaylistOrderBy",
        "song": "SongOrderBy",
    },
    total=False,
)

PlaylistSongAggregateOrderBy = TypedDict(
    "PlaylistSongAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "PlaylistSongFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "PlaylistSongNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "PlaylistSongNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "PlaylistSongFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "PlaylistSongFieldsOrderBy",
        "playlist": "PlaylistAggregateOrderBy",
        "song": "SongAggregateOrderBy",
    },
    total=False,
)

PlaylistSongInsertInput = TypedDict(
    "PlaylistSongInsertInput",
    {
        # Column `playlist_id`.
        "playlistId": "int",
        # Column `song_id`.
        "songId": "int",
        # Column `position`.
        "position": "int",
        # What is done with rows of `playlist` through the foreign key `playlist_song_ibfk_1`.
        "playlist": "PlaylistSongPlaylistToOneInput",
        # What is done with rows of `song` through the foreign key `playlist_song_ibfk_2`.
        "song": "PlaylistSongSongToOneInput",
    },
    total=False,
)

PlaylistSongUpdateInput = TypedDict(
    "PlaylistSongUpdateInput",
    {
        # Column `playlist_id`.
        "playlistId": "int",
        # Column `song_id`.
        "songId": "int",
        # Column `position`.
        "position": "int",
        # What is done with rows of `playlist` through the foreign key `playlist_song_ibfk_1`.
        "playlist": "PlaylistSongPlaylistToOneInput",
        # What is done with rows of `song` through the foreign key `playlist_song_ibfk_2`.
        "song": "PlaylistSongSongToOneInput",
    },
    total=False,
)

PlaylistSongFieldsOrderBy = TypedDict(
    "PlaylistSongFieldsOrderBy",
    {
        "playlistId": "Direction",
        "songId": "Direction",
        "position": "Direction",
    },
    total=False,
)

PlaylistSongNumbersOrderBy = TypedDict(
    "PlaylistSongNumbersOrderBy",
    {
        "playlistId": "Direction",
        "songId": "Direction",
        "position": "Direction",
    },
    total=False,
)

PlaylistSongOnConflict = TypedDict(
    "PlaylistSongOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[PlaylistSong_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[PlaylistSong_Column]",
    },
    total=False,
)

PlaylistSongUniqueInput = TypedDict(
    "PlaylistSongUniqueInput",
    {
        # Column `playlist_id`.
        "playlistId": "int",
        # Column `song_id`.
        "songId": "int",
    },
    total=False,
)

PlaylistSongUpsertInput = TypedDict(
    "PlaylistSongUpsertInput",
    {
        # The row.
        "create": "Required[PlaylistSongInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "PlaylistSongOnConflict",
    },
    total=False,
)

PlaylistSongUpdateManyInput = TypedDict(
    "PlaylistSongUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "PlaylistSongFilter",
        # What they are set to.
        "set": "Required[PlaylistSongUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

PlaylistSong_Column = Literal[
    "playlistId",
    "songId",
    "position",
]

PlaylistSong_Columns = TypedDict(
    "PlaylistSong_Columns",
    {
        "playlistId": "int",
        "songId": "int",
        "position": "int",
    },
    total=False,
)

PlaylistSong_Group = Literal[
    "playlistId",
    "songId",
    "position",
]

PlaylistSong_Ordered = Literal[
    "playlistId",
    "songId",
    "position",
]

PlaylistSong_Number = Literal[
    "playlistId",
    "songId",
    "position",
]

PlaylistSong_Keys = TypedDict(
    "PlaylistSong_Keys",
    {
        "playlistId": "int",
        "songId": "int",
        "position": "int",
    },
    total=False,
)

PlaylistSong_Sums = TypedDict(
    "PlaylistSong_Sums",
    {
        "playlistId": "str | None",
        "songId": "str | None",
        "position": "str | None",
    },
    total=False,
)

PlaylistSong_Values = TypedDict(
    "PlaylistSong_Values",
    {
        "playlistId": "int | None",
        "songId": "int | None",
        "position": "int | None",
    },
    total=False,
)

PlaylistSong_Key = TypedDict(
    "PlaylistSong_Key",
    {
        "playlistId": "Required[int]",
        "songId": "Required[int]",
    },
    total=False,
)

PlaylistSong_Embed = TypedDict(
    "PlaylistSong_Embed",
    {
        "playlist": "bool | Playlist_One",
        "song": "bool | Song_One",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

PlaylistSong_Lists = TypedDict(
    "PlaylistSong_Lists",
    {
        "distinctOn": "Sequence[PlaylistSong_Column]",
    },
    total=False,
)

PlaylistSong_One = TypedDict(
    "PlaylistSong_One",
    {
        "embed": "PlaylistSong_Embed",
    },
    total=False,
)

PlaylistSong_Many = TypedDict(
    "PlaylistSong_Many",
    {
        "filter": "PlaylistSongFilter",
        "order_by": "Sequence[PlaylistSongOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "PlaylistSong_Embed",
        "lists": "PlaylistSong_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Person:
    """Table `person`."""

    id: int
    """Column `id`."""

    name: str
    """Column `name`."""

    listenerCollection: list[Listener] | None = None
    """Through the foreign key `listens`, to table `listener`: where it is embedded."""

    editorCollection: list[Editor] | None = None
    """Through the foreign key `editor_ibfk_1`, to table `editor`: where it is embedded."""

    playCollection: list[Play] | None = None
    """Through the foreign key `play_ibfk_1`, to table `play`: where it is embedded."""

    friendshipCollection: list[Friendship] | None = None
    """Through the foreign key `friendOf`, to table `friendship`: where it is embedded."""

    friendshipCollectionByFriend: list[Friendship] | None = None
    """Through the foreign key `friendTo`, to table `friendship`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

PersonFilter = TypedDict(
    "PersonFilter",
    {
        "id": "IntFilter",
        "name": "StringFilter",
        "listenerCollection": "ListenerManyFilter",
        "editorCollection": "EditorManyFilter",
        "playCollection": "PlayManyFilter",
        "friendshipCollection": "FriendshipManyFilter",
        "friendshipCollectionByFriend": "FriendshipManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[PersonFilter]",
        # One holds; false if there is none.
        "or": "Sequence[PersonFilter]",
        # Does not hold.
        "not": "PersonFilter",
    },
    total=False,
)

PersonOrderBy = TypedDict(
    "PersonOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
        "listenerCollection": "ListenerAggregateOrderBy",
        "editorCollection": "EditorAggregateOrderBy",
        "playCollection": "PlayAggregateOrderBy",
        "friendshipCollection": "FriendshipAggregateOrderBy",
        "friendshipCollectionByFriend": "FriendshipAggregateOrderBy",
    },
    total=False,
)

PersonAggregateOrderBy = TypedDict(
    "PersonAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "PersonFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "PersonNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "PersonNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "PersonFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "PersonFieldsOrderBy",
    },
    total=False,
)

PersonInsertInput = TypedDict(
    "PersonInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `name`.
        "name": "Required[str]",
        # What is done with rows of `listener` through the foreign key `listens`.
        "listenerCollection": "PersonListenerCollectionToManyInput",
        # What is done with rows of `editor` through the foreign key `editor_ibfk_1`.
        "editorCollection": "PersonEditorCollectionToManyInput",
        # What is done with rows of `play` through the foreign key `play_ibfk_1`.
        "playCollection": "PersonPlayCollectionToManyInput",
        # What is done with rows of `friendship` through the foreign key `friendOf`.
        "friendshipCollection": "PersonFriendshipCollectionToManyInput",
        # What is done with rows of `friendship` through the foreign key `friendTo`.
        "friendshipCollectionByFriend": "PersonFriendshipCollectionByFriendToManyInput",
    },
    total=False,
)

PersonUpdateInput = TypedDict(
    "PersonUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `name`.
        "name": "str",
        # What is done with rows of `listener` through the foreign key `listens`.
        "listenerCollection": "PersonListenerCollectionToManyInput",
        # What is done with rows of `editor` through the foreign key `editor_ibfk_1`.
        "editorCollection": "PersonEditorCollectionToManyInput",
        # What is done with rows of `play` through the foreign key `play_ibfk_1`.
        "playCollection": "PersonPlayCollectionToManyInput",
        # What is done with rows of `friendship` through the foreign key `friendOf`.
        "friendshipCollection": "PersonFriendshipCollectionToManyInput",
        # What is done with rows of `friendship` through the foreign key `friendTo`.
        "friendshipCollectionByFriend": "PersonFriendshipCollectionByFriendToManyInput",
    },
    total=False,
)

PersonFieldsOrderBy = TypedDict(
    "PersonFieldsOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
    },
    total=False,
)

PersonNumbersOrderBy = TypedDict(
    "PersonNumbersOrderBy",
    {
        "id": "Direction",
    },
    total=False,
)

PersonOnConflict = TypedDict(
    "PersonOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Person_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Person_Column]",
    },
    total=False,
)

PersonUniqueInput = TypedDict(
    "PersonUniqueInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

PersonUpsertInput = TypedDict(
    "PersonUpsertInput",
    {
        # The row.
        "create": "Required[PersonInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "PersonOnConflict",
    },
    total=False,
)

Person_Column = Literal[
    "id",
    "name",
]

Person_Columns = TypedDict(
    "Person_Columns",
    {
        "id": "int",
        "name": "str",
    },
    total=False,
)

Person_Group = Literal[
    "id",
    "name",
]

Person_Ordered = Literal[
    "id",
    "name",
]

Person_Number = Literal[
    "id",
]

Person_Keys = TypedDict(
    "Person_Keys",
    {
        "id": "int",
        "name": "str",
    },
    total=False,
)

Person_Sums = TypedDict(
    "Person_Sums",
    {
        "id": "str | None",
    },
    total=False,
)

Person_Values = TypedDict(
    "Person_Values",
    {
        "id": "int | None",
        "name": "str | None",
    },
    total=False,
)

Person_Key = TypedDict(
    "Person_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Person_Embed = TypedDict(
    "Person_Embed",
    {
        "listenerCollection": "bool | Listener_Many",
        "editorCollection": "bool | Editor_Many",
        "playCollection": "bool | Play_Many",
        "friendshipCollection": "bool | Friendship_Many",
        "friendshipCollectionByFriend": "bool | Friendship_Many",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Person_Lists = TypedDict(
    "Person_Lists",
    {
        "distinctOn": "Sequence[Person_Column]",
    },
    total=False,
)

Person_One = TypedDict(
    "Person_One",
    {
        "embed": "Person_Embed",
    },
    total=False,
)

Person_Many = TypedDict(
    "Person_Many",
    {
        "filter": "PersonFilter",
        "order_by": "Sequence[PersonOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Person_Embed",
        "lists": "Person_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Listener:
    """Table `listener`."""

    personId: int
    """Column `person_id`."""

    playlistId: int
    """Column `playlist_id`."""

    person: Person | None = None
    """Through the foreign key `listens`, to table `person`: where it is embedded."""

    playlist: Playlist | None = None
    """Through the foreign key `listened`, to table `playlist`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

ListenerFilter = TypedDict(
    "ListenerFilter",
    {
        "personId": "IntFilter",
        "playlistId": "IntFilter",
        # There is such a row, and this holds for it.
        "person": "PersonFilter",
        # There is such a row, and this holds for it.
        "playlist": "PlaylistFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[ListenerFilter]",
        # One holds; false if there is none.
        "or": "Sequence[ListenerFilter]",
        # Does not hold.
        "not": "ListenerFilter",
    },
    total=False,
)

ListenerManyFilter = TypedDict(
    "ListenerManyFilter",
    {
        # There is a row for which this holds.
        "some": "ListenerFilter",
        # There is no row for which this holds.
        "none": "ListenerFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "ListenerFilter",
    },
    total=False,
)

ListenerOrderBy = TypedDict(
    "ListenerOrderBy",
    {
        "personId": "Direction",
        "playlistId": "Direction",
        "person": "PersonOrderBy",
        "playlist": "PlaylistOrderBy",
    },
    total=False,
)

ListenerAggregateOrderBy = TypedDict(
    "ListenerAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "ListenerFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "ListenerNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "ListenerNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "ListenerFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "ListenerFieldsOrderBy",
        "person": "PersonAggregateOrderBy",
        "playlist": "PlaylistAggregateOrderBy",
    },
    total=False,
)

ListenerInsertInput = TypedDict(
    "ListenerInsertInput",
    {
        # Column `person_id`.
        "personId": "int",
        # Column `playlist_id`.
        "playlistId": "int",
        # What is done with rows of `person` through the foreign key `listens`.
        "person": "ListenerPersonToOneInput",
        # What is done with rows of `playlist` through the foreign key `listened`.
        "playlist": "ListenerPlaylistToOneInput",
    },
    total=False,
)

ListenerUpdateInput = TypedDict(
    "ListenerUpdateInput",
    {
        # Column `person_id`.
        "personId": "int",
        # Column `playlist_id`.
        "playlistId": "int",
        # What is done with rows of `person` through the foreign key `listens`.
        "person": "ListenerPersonToOneInput",
        # What is done with rows of `playlist` through the foreign key `listened`.
        "playlist": "ListenerPlaylistToOneInput",
    },
    total=False,
)

ListenerFieldsOrderBy = TypedDict(
    "ListenerFieldsOrderBy",
    {
        "personId": "Direction",
        "playlistId": "Direction",
    },
    total=False,
)

ListenerNumbersOrderBy = TypedDict(
    "ListenerNumbersOrderBy",
    {
        "personId": "Direction",
        "playlistId": "Direction",
    },
    total=False,
)

ListenerOnConflict = TypedDict(
    "ListenerOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Listener_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Listener_Column]",
    },
    total=False,
)

ListenerUniqueInput = TypedDict(
    "ListenerUniqueInput",
    {
        # Column `person_id`.
        "personId": "int",
        # Column `playlist_id`.
        "playlistId": "int",
    },
    total=False,
)

ListenerUpsertInput = TypedDict(
    "ListenerUpsertInput",
    {
        # The row.
        "create": "Required[ListenerInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "ListenerOnConflict",
    },
    total=False,
)

ListenerUpdateManyInput = TypedDict(
    "ListenerUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "ListenerFilter",
        # What they are set to.
        "set": "Required[ListenerUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

Listener_Column = Literal[
    "personId",
    "playlistId",
]

Listener_Columns = TypedDict(
    "Listener_Columns",
    {
        "personId": "int",
        "playlistId": "int",
    },
    total=False,
)

Listener_Group = Literal[
    "personId",
    "playlistId",
]

Listener_Ordered = Literal[
    "personId",
    "playlistId",
]

Listener_Number = Literal[
    "personId",
    "playlistId",
]

Listener_Keys = TypedDict(
    "Listener_Keys",
    {
        "personId": "int",
        "playlistId": "int",
    },
    total=False,
)

Listener_Sums = TypedDict(
    "Listener_Sums",
    {
        "personId": "str | None",
        "playlistId": "str | None",
    },
    total=False,
)

Listener_Values = TypedDict(
    "Listener_Values",
    {
        "personId": "int | None",
        "playlistId": "int | None",
    },
    total=False,
)

Listener_Key = TypedDict(
    "Listener_Key",
    {
        "personId": "Required[int]",
        "playlistId": "Required[int]",
    },
    total=False,
)

Listener_Embed = TypedDict(
    "Listener_Embed",
    {
        "person": "bool | Person_One",
        "playlist": "bool | Playlist_One",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Listener_Lists = TypedDict(
    "Listener_Lists",
    {
        "distinctOn": "Sequence[Listener_Column]",
    },
    total=False,
)

Listener_One = TypedDict(
    "Listener_One",
    {
        "embed": "Listener_Embed",
    },
    total=False,
)

Listener_Many = TypedDict(
    "Listener_Many",
    {
        "filter": "ListenerFilter",
        "order_by": "Sequence[ListenerOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Listener_Embed",
        "lists": "Listener_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Editor:
    """Table `editor`."""

    id: int
    """Column `id`."""

    personId: int
    """Column `person_id`."""

    playlistId: int
    """Column `playlist_id`."""

    person: Person | None = None
    """Through the foreign key `editor_ibfk_1`, to table `person`: where it is embedded."""

    playlist: Playlist | None = None
    """Through the foreign key `editor_ibfk_2`, to table `playlist`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

EditorFilter = TypedDict(
    "EditorFilter",
    {
        "id": "IntFilter",
        "personId": "IntFilter",
        "playlistId": "IntFilter",
        # There is such a row, and this holds for it.
        "person": "PersonFilter",
        # There is such a row, and this holds for it.
        "playlist": "PlaylistFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[EditorFilter]",
        # One holds; false if there is none.
        "or": "Sequence[EditorFilter]",
        # Does not hold.
        "not": "EditorFilter",
    },
    total=False,
)

EditorManyFilter = TypedDict(
    "EditorManyFilter",
    {
        # There is a row for which this holds.
        "some": "EditorFilter",
        # There is no row for which this holds.
        "none": "EditorFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "EditorFilter",
    },
    total=False,
)

EditorOrderBy = TypedDict(
    "EditorOrderBy",
    {
        "id": "Direction",
        "personId": "Direction",
        "playlistId": "Direction",
        "person": "PersonOrderBy",
        "playlist": "PlaylistOrderBy",
    },
    total=False,
)

EditorAggregateOrderBy = TypedDict(
    "EditorAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "EditorFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "EditorNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "EditorNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "EditorFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "EditorFieldsOrderBy",
        "person": "PersonAggregateOrderBy",
        "playlist": "PlaylistAggregateOrderBy",
    },
    total=False,
)

EditorInsertInput = TypedDict(
    "EditorInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `person_id`.
        "personId": "int",
        # Column `playlist_id`.
        "playlistId": "int",
        # What is done with rows of `person` through the foreign key `editor_ibfk_1`.
        "person": "EditorPersonToOneInput",
        # What is done with rows of `playlist` through the foreign key `editor_ibfk_2`.
        "playlist": "EditorPlaylistToOneInput",
    },
    total=False,
)

EditorUpdateInput = TypedDict(
    "EditorUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `person_id`.
        "personId": "int",
        # Column `playlist_id`.
        "playlistId": "int",
        # What is done with rows of `person` through the foreign key `editor_ibfk_1`.
        "person": "EditorPersonToOneInput",
        # What is done with rows of `playlist` through the foreign key `editor_ibfk_2`.
        "playlist": "EditorPlaylistToOneInput",
    },
    total=False,
)

EditorFieldsOrderBy = TypedDict(
    "EditorFieldsOrderBy",
    {
        "id": "Direction",
        "personId": "Direction",
        "playlistId": "Direction",
    },
    total=False,
)

EditorNumbersOrderBy = TypedDict(
    "EditorNumbersOrderBy",
    {
        "id": "Direction",
        "personId": "Direction",
        "playlistId": "Direction",
    },
    total=False,
)

EditorOnConflict = TypedDict(
    "EditorOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Editor_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Editor_Column]",
    },
    total=False,
)

EditorUniqueInput = TypedDict(
    "EditorUniqueInput",
    {
        # Column `id`.
        "id": "int",
        # Column `person_id`.
        "personId": "int",
        # Column `playlist_id`.
        "playlistId": "int",
    },
    total=False,
)

EditorUpsertInput = TypedDict(
    "EditorUpsertInput",
    {
        # The row.
        "create": "Required[EditorInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "EditorOnConflict",
    },
    total=False,
)

EditorUpdateManyInput = TypedDict(
    "EditorUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "EditorFilter",
        # What they are set to.
        "set": "Required[EditorUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

Editor_Column = Literal[
    "id",
    "personId",
    "playlistId",
]

Editor_Columns = TypedDict(
    "Editor_Columns",
    {
        "id": "int",
        "personId": "int",
        "playlistId": "int",
    },
    total=False,
)

Editor_Group = Literal[
    "id",
    "personId",
    "playlistId",
]

Editor_Ordered = Literal[
    "id",
    "personId",
    "playlistId",
]

Editor_Number = Literal[
    "id",
    "personId",
    "playlistId",
]

Editor_Keys = TypedDict(
    "Editor_Keys",
    {
        "id": "int",
        "personId": "int",
        "playlistId": "int",
    },
    total=False,
)

Editor_Sums = TypedDict(
    "Editor_Sums",
    {
        "id": "str | None",
        "personId": "str | None",
        "playlistId": "str | None",
    },
    total=False,
)

Editor_Values = TypedDict(
    "Editor_Values",
    {
        "id": "int | None",
        "personId": "int | None",
        "playlistId": "int | None",
    },
    total=False,
)

Editor_Key = TypedDict(
    "Editor_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Editor_Embed = TypedDict(
    "Editor_Embed",
    {
        "person": "bool | Person_One",
        "playlist": "bool | Playlist_One",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Editor_Lists = TypedDict(
    "Editor_Lists",
    {
        "distinctOn": "Sequence[Editor_Column]",
    },
    total=False,
)

Editor_One = TypedDict(
    "Editor_One",
    {
        "embed": "Editor_Embed",
    },
    total=False,
)

Editor_Many = TypedDict(
    "Editor_Many",
    {
        "filter": "EditorFilter",
        "order_by": "Sequence[EditorOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Editor_Embed",
        "lists": "Editor_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Play:
    """Table `play`."""

    id: int
    """Column `id`."""

    personId: int
    """Column `person_id`."""

    songId: int
    """Column `song_id`."""

    person: Person | None = None
    """Through the foreign key `play_ibfk_1`, to table `person`: where it is embedded."""

    song: Song | None = None
    """Through the foreign key `play_ibfk_2`, to table `song`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

PlayFilter = TypedDict(
    "PlayFilter",
    {
        "id": "IntFilter",
        "personId": "IntFilter",
        "songId": "IntFilter",
        # There is such a row, and this holds for it.
        "person": "PersonFilter",
        # There is such a row, and this holds for it.
        "song": "SongFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[PlayFilter]",
        # One holds; false if there is none.
        "or": "Sequence[PlayFilter]",
        # Does not hold.
        "not": "PlayFilter",
    },
    total=False,
)

PlayManyFilter = TypedDict(
    "PlayManyFilter",
    {
        # There is a row for which this holds.
        "some": "PlayFilter",
        # There is no row for which this holds.
        "none": "PlayFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "PlayFilter",
    },
    total=False,
)

PlayOrderBy = TypedDict(
    "PlayOrderBy",
    {
        "id": "Direction",
        "personId": "Direction",
        "songId": "Direction",
        "person": "PersonOrderBy",
        "song": "SongOrderBy",
    },
    total=False,
)

PlayAggregateOrderBy = TypedDict(
    "PlayAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "PlayFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "PlayNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "PlayNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "PlayFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "PlayFieldsOrderBy",
        "person": "PersonAggregateOrderBy",
        "song": "SongAggregateOrderBy",
    },
    total=False,
)

PlayInsertInput = TypedDict(
    "PlayInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `person_id`.
        "personId": "int",
        # Column `song_id`.
        "songId": "int",
        # What is done with rows of `person` through the foreign key `play_ibfk_1`.
        "person": "PlayPersonToOneInput",
        # What is done with rows of `song` through the foreign key `play_ibfk_2`.
        "song": "PlaySongToOneInput",
    },
    total=False,
)

PlayUpdateInput = TypedDict(
    "PlayUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `person_id`.
        "personId": "int",
        # Column `song_id`.
        "songId": "int",
        # What is done with rows of `person` through the foreign key `play_ibfk_1`.
        "person": "PlayPersonToOneInput",
        # What is done with rows of `song` through the foreign key `play_ibfk_2`.
        "song": "PlaySongToOneInput",
    },
    total=False,
)

PlayFieldsOrderBy = TypedDict(
    "PlayFieldsOrderBy",
    {
        "id": "Direction",
        "personId": "Direction",
        "songId": "Direction",
    },
    total=False,
)

PlayNumbersOrderBy = TypedDict(
    "PlayNumbersOrderBy",
    {
        "id": "Direction",
        "personId": "Direction",
        "songId": "Direction",
    },
    total=False,
)

PlayOnConflict = TypedDict(
    "PlayOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Play_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Play_Column]",
    },
    total=False,
)

PlayUniqueInput = TypedDict(
    "PlayUniqueInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

PlayUpsertInput = TypedDict(
    "PlayUpsertInput",
    {
        # The row.
        "create": "Required[PlayInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "PlayOnConflict",
    },
    total=False,
)

PlayUpdateManyInput = TypedDict(
    "PlayUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "PlayFilter",
        # What they are set to.
        "set": "Required[PlayUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

Play_Column = Literal[
    "id",
    "personId",
    "songId",
]

Play_Columns = TypedDict(
    "Play_Columns",
    {
        "id": "int",
        "personId": "int",
        "songId": "int",
    },
    total=False,
)

Play_Group = Literal[
    "id",
    "personId",
    "songId",
]

Play_Ordered = Literal[
    "id",
    "personId",
    "songId",
]

Play_Number = Literal[
    "id",
    "personId",
    "songId",
]

Play_Keys = TypedDict(
    "Play_Keys",
    {
        "id": "int",
        "personId": "int",
        "songId": "int",
    },
    total=False,
)

Play_Sums = TypedDict(
    "Play_Sums",
    {
        "id": "str | None",
        "personId": "str | None",
        "songId": "str | None",
    },
    total=False,
)

Play_Values = TypedDict(
    "Play_Values",
    {
        "id": "int | None",
        "personId": "int | None",
        "songId": "int | None",
    },
    total=False,
)

Play_Key = TypedDict(
    "Play_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Play_Embed = TypedDict(
    "Play_Embed",
    {
        "person": "bool | Person_One",
        "song": "bool | Song_One",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Play_Lists = TypedDict(
    "Play_Lists",
    {
        "distinctOn": "Sequence[Play_Column]",
    },
    total=False,
)

Play_One = TypedDict(
    "Play_One",
    {
        "embed": "Play_Embed",
    },
    total=False,
)

Play_Many = TypedDict(
    "Play_Many",
    {
        "filter": "PlayFilter",
        "order_by": "Sequence[PlayOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Play_Embed",
        "lists": "Play_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Friendship:
    """Table `friendship`."""

    personId: int
    """Column `person_id`."""

    friendId: int
    """Column `friend_id`."""

    person: Person | None = None
    """Through the foreign key `friendOf`, to table `person`: where it is embedded."""

    friend: Person | None = None
    """Through the foreign key `friendTo`, to table `person`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

FriendshipFilter = TypedDict(
    "FriendshipFilter",
    {
        "personId": "IntFilter",
        "friendId": "IntFilter",
        # There is such a row, and this holds for it.
        "person": "PersonFilter",
        # There is such a row, and this holds for it.
        "friend": "PersonFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[FriendshipFilter]",
        # One holds; false if there is none.
        "or": "Sequence[FriendshipFilter]",
        # Does not hold.
        "not": "FriendshipFilter",
    },
    total=False,
)

FriendshipManyFilter = TypedDict(
    "FriendshipManyFilter",
    {
        # There is a row for which this holds.
        "some": "FriendshipFilter",
        # There is no row for which this holds.
        "none": "FriendshipFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "FriendshipFilter",
    },
    total=False,
)

FriendshipOrderBy = TypedDict(
    "FriendshipOrderBy",
    {
        "personId": "Direction",
        "friendId": "Direction",
        "person": "PersonOrderBy",
        "friend": "PersonOrderBy",
    },
    total=False,
)

FriendshipAggregateOrderBy = TypedDict(
    "FriendshipAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "FriendshipFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "FriendshipNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "FriendshipNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "FriendshipFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "FriendshipFieldsOrderBy",
        "person": "PersonAggregateOrderBy",
        "friend": "PersonAggregateOrderBy",
    },
    total=False,
)

FriendshipInsertInput = TypedDict(
    "FriendshipInsertInput",
    {
        # Column `person_id`.
        "personId": "int",
        # Column `friend_id`.
        "friendId": "int",
        # What is done with rows of `person` through the foreign key `friendOf`.
        "person": "FriendshipPersonToOneInput",
        # What is done with rows of `person` through the foreign key `friendTo`.
        "friend": "FriendshipFriendToOneInput",
    },
    total=False,
)

FriendshipUpdateInput = TypedDict(
    "FriendshipUpdateInput",
    {
        # Column `person_id`.
        "personId": "int",
        # Column `friend_id`.
        "friendId": "int",
        # What is done with rows of `person` through the foreign key `friendOf`.
        "person": "FriendshipPersonToOneInput",
        # What is done with rows of `person` through the foreign key `friendTo`.
        "friend": "FriendshipFriendToOneInput",
    },
    total=False,
)

FriendshipFieldsOrderBy = TypedDict(
    "FriendshipFieldsOrderBy",
    {
        "personId": "Direction",
        "friendId": "Direction",
    },
    total=False,
)

FriendshipNumbersOrderBy = TypedDict(
    "FriendshipNumbersOrderBy",
    {
        "personId": "Direction",
        "friendId": "Direction",
    },
    total=False,
)

FriendshipOnConflict = TypedDict(
    "FriendshipOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Friendship_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Friendship_Column]",
    },
    total=False,
)

FriendshipUniqueInput = TypedDict(
    "FriendshipUniqueInput",
    {
        # Column `person_id`.
        "personId": "int",
        # Column `friend_id`.
        "friendId": "int",
    },
    total=False,
)

FriendshipUpsertInput = TypedDict(
    "FriendshipUpsertInput",
    {
        # The row.
        "create": "Required[FriendshipInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "FriendshipOnConflict",
    },
    total=False,
)

FriendshipUpdateManyInput = TypedDict(
    "FriendshipUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "FriendshipFilter",
        # What they are set to.
        "set": "Required[FriendshipUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

Friendship_Column = Literal[
    "personId",
    "friendId",
]

Friendship_Columns = TypedDict(
    "Friendship_Columns",
    {
        "personId": "int",
        "friendId": "int",
    },
    total=False,
)

Friendship_Group = Literal[
    "personId",
    "friendId",
]

Friendship_Ordered = Literal[
    "personId",
    "friendId",
]

Friendship_Number = Literal[
    "personId",
    "friendId",
]

Friendship_Keys = TypedDict(
    "Friendship_Keys",
    {
        "personId": "int",
        "friendId": "int",
    },
    total=False,
)

Friendship_Sums = TypedDict(
    "Friendship_Sums",
    {
        "personId": "str | None",
        "friendId": "str | None",
    },
    total=False,
)

Friendship_Values = TypedDict(
    "Friendship_Values",
    {
        "personId": "int | None",
        "friendId": "int | None",
    },
    total=False,
)

Friendship_Key = TypedDict(
    "Friendship_Key",
    {
        "personId": "Required[int]",
        "friendId": "Required[int]",
    },
    total=False,
)

Friendship_Embed = TypedDict(
    "Friendship_Embed",
    {
        "person": "bool | Person_One",
        "friend": "bool | Person_One",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Friendship_Lists = TypedDict(
    "Friendship_Lists",
    {
        "distinctOn": "Sequence[Friendship_Column]",
    },
    total=False,
)

Friendship_One = TypedDict(
    "Friendship_One",
    {
        "embed": "Friendship_Embed",
    },
    total=False,
)

Friendship_Many = TypedDict(
    "Friendship_Many",
    {
        "filter": "FriendshipFilter",
        "order_by": "Sequence[FriendshipOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Friendship_Embed",
        "lists": "Friendship_Lists",
    },
    total=False,
)

SongPlaylistSongCollectionToManyInput = TypedDict(
    "SongPlaylistSongCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[PlaylistSongInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[PlaylistSongUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[PlaylistSongUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[PlaylistSongUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[PlaylistSongUniqueInput]",
    },
    total=False,
)

SongPlayCollectionToManyInput = TypedDict(
    "SongPlayCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[PlayInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[PlayUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[PlayUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[PlayUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[PlayUniqueInput]",
    },
    total=False,
)

PlaylistPlaylistSongCollectionToManyInput = TypedDict(
    "PlaylistPlaylistSongCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[PlaylistSongInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[PlaylistSongUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[PlaylistSongUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[PlaylistSongUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[PlaylistSongUniqueInput]",
    },
    total=False,
)

PlaylistListenerCollectionToManyInput = TypedDict(
    "PlaylistListenerCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[ListenerInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[ListenerUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[ListenerUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[ListenerUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[ListenerUniqueInput]",
    },
    total=False,
)

PlaylistEditorCollectionToManyInput = TypedDict(
    "PlaylistEditorCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[EditorInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[EditorUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[EditorUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[EditorUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[EditorUniqueInput]",
    },
    total=False,
)

PlaylistSongPlaylistToOneInput = TypedDict(
    "PlaylistSongPlaylistToOneInput",
    {
        # Adds a row and relates.
        "create": "PlaylistInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "PlaylistUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "PlaylistUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "PlaylistUpdateInput",
    },
    total=False,
)

PlaylistSongSongToOneInput = TypedDict(
    "PlaylistSongSongToOneInput",
    {
        # Adds a row and relates.
        "create": "SongInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "SongUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "SongUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "SongUpdateInput",
    },
    total=False,
)

PersonListenerCollectionToManyInput = TypedDict(
    "PersonListenerCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[ListenerInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[ListenerUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[ListenerUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[ListenerUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[ListenerUniqueInput]",
    },
    total=False,
)

PersonEditorCollectionToManyInput = TypedDict(
    "PersonEditorCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[EditorInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[EditorUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[EditorUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[EditorUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[EditorUniqueInput]",
    },
    total=False,
)

PersonPlayCollectionToManyInput = TypedDict(
    "PersonPlayCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[PlayInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[PlayUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[PlayUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[PlayUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[PlayUniqueInput]",
    },
    total=False,
)

PersonFriendshipCollectionToManyInput = TypedDict(
    "PersonFriendshipCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[FriendshipInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[FriendshipUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[FriendshipUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[FriendshipUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[FriendshipUniqueInput]",
    },
    total=False,
)

PersonFriendshipCollectionByFriendToManyInput = TypedDict(
    "PersonFriendshipCollectionByFriendToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[FriendshipInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[FriendshipUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[FriendshipUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[FriendshipUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[FriendshipUniqueInput]",
    },
    total=False,
)

ListenerPersonToOneInput = TypedDict(
    "ListenerPersonToOneInput",
    {
        # Adds a row and relates.
        "create": "PersonInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "PersonUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "PersonUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "PersonUpdateInput",
    },
    total=False,
)

ListenerPlaylistToOneInput = TypedDict(
    "ListenerPlaylistToOneInput",
    {
        # Adds a row and relates.
        "create": "PlaylistInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "PlaylistUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "PlaylistUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "PlaylistUpdateInput",
    },
    total=False,
)

EditorPersonToOneInput = TypedDict(
    "EditorPersonToOneInput",
    {
        # Adds a row and relates.
        "create": "PersonInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "PersonUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "PersonUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "PersonUpdateInput",
    },
    total=False,
)

EditorPlaylistToOneInput = TypedDict(
    "EditorPlaylistToOneInput",
    {
        # Adds a row and relates.
        "create": "PlaylistInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "PlaylistUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "PlaylistUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "PlaylistUpdateInput",
    },
    total=False,
)

PlayPersonToOneInput = TypedDict(
    "PlayPersonToOneInput",
    {
        # Adds a row and relates.
        "create": "PersonInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "PersonUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "PersonUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "PersonUpdateInput",
    },
    total=False,
)

PlaySongToOneInput = TypedDict(
    "PlaySongToOneInput",
    {
        # Adds a row and relates.
        "create": "SongInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "SongUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "SongUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "SongUpdateInput",
    },
    total=False,
)

FriendshipPersonToOneInput = TypedDict(
    "FriendshipPersonToOneInput",
    {
        # Adds a row and relates.
        "create": "PersonInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "PersonUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "PersonUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "PersonUpdateInput",
    },
    total=False,
)

FriendshipFriendToOneInput = TypedDict(
    "FriendshipFriendToOneInput",
    {
        # Adds a row and relates.
        "create": "PersonInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "PersonUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "PersonUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "PersonUpdateInput",
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
    "song": TableMeta(
        type="Song",
        row=Song,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "name": "name",
            "seconds": "seconds",
            "about": "about",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
        },
        many={
            "playlistSongCollection": ("playlistSongCollection", "playlistSong"),
            "playCollection": ("playCollection", "play"),
        },
        lists={
            "distinctOn": "[SongColumn!]",
        },
    ),
    "playlist": TableMeta(
        type="Playlist",
        row=Playlist,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "name": "name",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
        },
        many={
            "playlistSongCollection": ("playlistSongCollection", "playlistSong"),
            "listenerCollection": ("listenerCollection", "listener"),
            "editorCollection": ("editorCollection", "editor"),
        },
        lists={
            "distinctOn": "[PlaylistColumn!]",
        },
    ),
    "playlistSong": TableMeta(
        type="PlaylistSong",
        row=PlaylistSong,
        key={
            "playlistId": "Int!",
            "songId": "Int!",
        },
        columns={
            "playlistId": "playlistId",
            "songId": "songId",
            "position": "position",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "playlist": ("playlist", "playlist"),
            "song": ("song", "song"),
        },
        many={
        },
        lists={
            "distinctOn": "[PlaylistSongColumn!]",
        },
    ),
    "person": TableMeta(
        type="Person",
        row=Person,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "name": "name",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
        },
        many={
            "listenerCollection": ("listenerCollection", "listener"),
            "editorCollection": ("editorCollection", "editor"),
            "playCollection": ("playCollection", "play"),
            "friendshipCollection": ("friendshipCollection", "friendship"),
            "friendshipCollectionByFriend": ("friendshipCollectionByFriend", "friendship"),
        },
        lists={
            "distinctOn": "[PersonColumn!]",
        },
    ),
    "listener": TableMeta(
        type="Listener",
        row=Listener,
        key={
            "personId": "Int!",
            "playlistId": "Int!",
        },
        columns={
            "personId": "personId",
            "playlistId": "playlistId",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "person": ("person", "person"),
            "playlist": ("playlist", "playlist"),
        },
        many={
        },
        lists={
            "distinctOn": "[ListenerColumn!]",
        },
    ),
    "editor": TableMeta(
        type="Editor",
        row=Editor,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "personId": "personId",
            "playlistId": "playlistId",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "person": ("person", "person"),
            "playlist": ("playlist", "playlist"),
        },
        many={
        },
        lists={
            "distinctOn": "[EditorColumn!]",
        },
    ),
    "play": TableMeta(
        type="Play",
        row=Play,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "personId": "personId",
            "songId": "songId",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "person": ("person", "person"),
            "song": ("song", "song"),
        },
        many={
        },
        lists={
            "distinctOn": "[PlayColumn!]",
        },
    ),
    "friendship": TableMeta(
        type="Friendship",
        row=Friendship,
        key={
            "personId": "Int!",
            "friendId": "Int!",
        },
        columns={
            "personId": "personId",
            "friendId": "friendId",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "person": ("person", "person"),
            "friend": ("friend", "person"),
        },
        many={
        },
        lists={
            "distinctOn": "[FriendshipColumn!]",
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
        self.song: KeyedTable[
            Song,
            SongFilter,
            SongOrderBy,
            SongInsertInput,
            SongUpdateInput,
            Song_Column,
            Song_Embed,
            Song_Lists,
            Song_Group,
            Song_Ordered,
            Song_Number,
            Song_Keys,
            Song_Sums,
            Song_Values,
            Song_Columns,
            Song_Key,
        ] = KeyedTable(self._connection, _TABLES["song"])
        """Table `song`."""
        self.playlist: KeyedTable[
            Playlist,
            PlaylistFilter,
            PlaylistOrderBy,
            PlaylistInsertInput,
            PlaylistUpdateInput,
            Playlist_Column,
            Playlist_Embed,
            Playlist_Lists,
            Playlist_Group,
            Playlist_Ordered,
            Playlist_Number,
            Playlist_Keys,
            Playlist_Sums,
            Playlist_Values,
            Playlist_Columns,
            Playlist_Key,
        ] = KeyedTable(self._connection, _TABLES["playlist"])
        """Table `playlist`."""
        self.playlistSong: KeyedTable[
            PlaylistSong,
            PlaylistSongFilter,
            PlaylistSongOrderBy,
            PlaylistSongInsertInput,
            PlaylistSongUpdateInput,
            PlaylistSong_Column,
            PlaylistSong_Embed,
            PlaylistSong_Lists,
            PlaylistSong_Group,
            PlaylistSong_Ordered,
            PlaylistSong_Number,
            PlaylistSong_Keys,
            PlaylistSong_Sums,
            PlaylistSong_Values,
            PlaylistSong_Columns,
            PlaylistSong_Key,
        ] = KeyedTable(self._connection, _TABLES["playlistSong"])
        """Table `playlist_song`."""
        self.person: KeyedTable[
            Person,
            PersonFilter,
            PersonOrderBy,
            PersonInsertInput,
            PersonUpdateInput,
            Person_Column,
            Person_Embed,
            Person_Lists,
            Person_Group,
            Person_Ordered,
            Person_Number,
            Person_Keys,
            Person_Sums,
            Person_Values,
            Person_Columns,
            Person_Key,
        ] = KeyedTable(self._connection, _TABLES["person"])
        """Table `person`."""
        self.listener: KeyedTable[
            Listener,
            ListenerFilter,
            ListenerOrderBy,
            ListenerInsertInput,
            ListenerUpdateInput,
            Listener_Column,
            Listener_Embed,
            Listener_Lists,
            Listener_Group,
            Listener_Ordered,
            Listener_Number,
            Listener_Keys,
            Listener_Sums,
            Listener_Values,
            Listener_Columns,
            Listener_Key,
        ] = KeyedTable(self._connection, _TABLES["listener"])
        """Table `listener`."""
        self.editor: KeyedTable[
            Editor,
            EditorFilter,
            EditorOrderBy,
            EditorInsertInput,
            EditorUpdateInput,
            Editor_Column,
            Editor_Embed,
            Editor_Lists,
            Editor_Group,
            Editor_Ordered,
            Editor_Number,
            Editor_Keys,
            Editor_Sums,
            Editor_Values,
            Editor_Columns,
            Editor_Key,
        ] = KeyedTable(self._connection, _TABLES["editor"])
        """Table `editor`."""
        self.play: KeyedTable[
            Play,
            PlayFilter,
            PlayOrderBy,
            PlayInsertInput,
            PlayUpdateInput,
            Play_Column,
            Play_Embed,
            Play_Lists,
            Play_Group,
            Play_Ordered,
            Play_Number,
            Play_Keys,
            Play_Sums,
            Play_Values,
            Play_Columns,
            Play_Key,
        ] = KeyedTable(self._connection, _TABLES["play"])
        """Table `play`."""
        self.friendship: KeyedTable[
            Friendship,
            FriendshipFilter,
            FriendshipOrderBy,
            FriendshipInsertInput,
            FriendshipUpdateInput,
            Friendship_Column,
            Friendship_Embed,
            Friendship_Lists,
            Friendship_Group,
            Friendship_Ordered,
            Friendship_Number,
            Friendship_Keys,
            Friendship_Sums,
            Friendship_Values,
            Friendship_Columns,
            Friendship_Key,
        ] = KeyedTable(self._connection, _TABLES["friendship"])
        """Table `friendship`."""

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
