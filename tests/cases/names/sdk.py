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
class Order:
    """Table `order`."""

    id: int
    """Column `id`."""

    select: int | None
    """Column `select`."""

    from_: str | None
    """Column `from`."""

    nodeId2: int | None
    """Column `node_id`."""

    and2: int | None
    """Column `and`."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

OrderFilter = TypedDict(
    "OrderFilter",
    {
        "id": "IntFilter",
        "select": "IntFilter",
        "from": "StringFilter",
        "nodeId2": "IntFilter",
        "and2": "IntFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[OrderFilter]",
        # One holds; false if there is none.
        "or": "Sequence[OrderFilter]",
        # Does not hold.
        "not": "OrderFilter",
    },
    total=False,
)

OrderOrderBy = TypedDict(
    "OrderOrderBy",
    {
        "id": "Direction",
        "select": "Direction",
        "from": "Direction",
        "nodeId2": "Direction",
        "and2": "Direction",
    },
    total=False,
)

OrderInsertInput = TypedDict(
    "OrderInsertInput",
    {
        # Column `id`.
        "id": "Required[int]",
        # Column `select`.
        "select": "int | None",
        # Column `from`.
        "from": "str | None",
        # Column `node_id`.
        "nodeId2": "int | None",
        # Column `and`.
        "and2": "int | None",
    },
    total=False,
)

OrderUpdateInput = TypedDict(
    "OrderUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `select`.
        "select": "int | None",
        # Column `from`.
        "from": "str | None",
        # Column `node_id`.
        "nodeId2": "int | None",
        # Column `and`.
        "and2": "int | None",
    },
    total=False,
)

Order_Column = Literal[
    "id",
    "select",
    "from",
    "nodeId2",
    "and2",
]

Order_Columns = TypedDict(
    "Order_Columns",
    {
        "id": "int",
        "select": "int | None",
        "from": "str | None",
        "nodeId2": "int | None",
        "and2": "int | None",
    },
    total=False,
)

Order_Group = Literal[
    "id",
    "select",
    "from",
    "nodeId2",
    "and2",
]

Order_Ordered = Literal[
    "id",
    "select",
    "from",
    "nodeId2",
    "and2",
]

Order_Number = Literal[
    "id",
    "select",
    "nodeId2",
    "and2",
]

Order_Keys = TypedDict(
    "Order_Keys",
    {
        "id": "int",
        "select": "int | None",
        "from": "str | None",
        "nodeId2": "int | None",
        "and2": "int | None",
    },
    total=False,
)

Order_Sums = TypedDict(
    "Order_Sums",
    {
        "id": "str | None",
        "select": "str | None",
        "nodeId2": "str | None",
        "and2": "str | None",
    },
    total=False,
)

Order_Values = TypedDict(
    "Order_Values",
    {
        "id": "int | None",
        "select": "int | None",
        "from": "str | None",
        "nodeId2": "int | None",
        "and2": "int | None",
    },
    total=False,
)

Order_Key = TypedDict(
    "Order_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Order_Embed = TypedDict(
    "Order_Embed",
    {
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Order_Lists = TypedDict(
    "Order_Lists",
    {
        "distinctOn": "Sequence[Order_Column]",
    },
    total=False,
)

Order_One = TypedDict(
    "Order_One",
    {
        "embed": "Order_Embed",
    },
    total=False,
)

Order_Many = TypedDict(
    "Order_Many",
    {
        "filter": "OrderFilter",
        "order_by": "Sequence[OrderOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Order_Embed",
        "lists": "Order_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class OrderS:
    """Table `order_s`."""

    id: int
    """Column `id`."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

OrderSFilter = TypedDict(
    "OrderSFilter",
    {
        "id": "IntFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[OrderSFilter]",
        # One holds; false if there is none.
        "or": "Sequence[OrderSFilter]",
        # Does not hold.
        "not": "OrderSFilter",
    },
    total=False,
)

OrderSOrderBy = TypedDict(
    "OrderSOrderBy",
    {
        "id": "Direction",
    },
    total=False,
)

OrderSInsertInput = TypedDict(
    "OrderSInsertInput",
    {
        # Column `id`.
        "id": "Required[int]",
    },
    total=False,
)

OrderSUpdateInput = TypedDict(
    "OrderSUpdateInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

OrderS_Column = Literal[
    "id",
]

OrderS_Columns = TypedDict(
    "OrderS_Columns",
    {
        "id": "int",
    },
    total=False,
)

OrderS_Group = Literal[
    "id",
]

OrderS_Ordered = Literal[
    "id",
]

OrderS_Number = Literal[
    "id",
]

OrderS_Keys = TypedDict(
    "OrderS_Keys",
    {
        "id": "int",
    },
    total=False,
)

OrderS_Sums = TypedDict(
    "OrderS_Sums",
    {
        "id": "str | None",
    },
    total=False,
)

OrderS_Values = TypedDict(
    "OrderS_Values",
    {
        "id": "int | None",
    },
    total=False,
)

OrderS_Key = TypedDict(
    "OrderS_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

OrderS_Embed = TypedDict(
    "OrderS_Embed",
    {
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

OrderS_Lists = TypedDict(
    "OrderS_Lists",
    {
        "distinctOn": "Sequence[OrderS_Column]",
    },
    total=False,
)

OrderS_One = TypedDict(
    "OrderS_One",
    {
        "embed": "OrderS_Embed",
    },
    total=False,
)

OrderS_Many = TypedDict(
    "OrderS_Many",
    {
        "filter": "OrderSFilter",
        "order_by": "Sequence[OrderSOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "OrderS_Embed",
        "lists": "OrderS_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class OrderS2:
    """Table `OrderS`."""

    id: int
    """Column `id`."""

    aB: int | None
    """Column `a_b`."""

    aB2: int | None
    """Column `aB`."""

    aB3: int | None
    """Column `a b`."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

OrderS2Filter = TypedDict(
    "OrderS2Filter",
    {
        "id": "IntFilter",
        "aB": "IntFilter",
        "aB2": "IntFilter",
        "aB3": "IntFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[OrderS2Filter]",
        # One holds; false if there is none.
        "or": "Sequence[OrderS2Filter]",
        # Does not hold.
        "not": "OrderS2Filter",
    },
    total=False,
)

OrderS2OrderBy = TypedDict(
    "OrderS2OrderBy",
    {
        "id": "Direction",
        "aB": "Direction",
        "aB2": "Direction",
        "aB3": "Direction",
    },
    total=False,
)

OrderS2InsertInput = TypedDict(
    "OrderS2InsertInput",
    {
        # Column `id`.
        "id": "Required[int]",
        # Column `a_b`.
        "aB": "int | None",
        # Column `aB`.
        "aB2": "int | None",
        # Column `a b`.
        "aB3": "int | None",
    },
    total=False,
)

OrderS2UpdateInput = TypedDict(
    "OrderS2UpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `a_b`.
        "aB": "int | None",
        # Column `aB`.
        "aB2": "int | None",
        # Column `a b`.
        "aB3": "int | None",
    },
    total=False,
)

OrderS2_Column = Literal[
    "id",
    "aB",
    "aB2",
    "aB3",
]

OrderS2_Columns = TypedDict(
    "OrderS2_Columns",
    {
        "id": "int",
        "aB": "int | None",
        "aB2": "int | None",
        "aB3": "int | None",
    },
    total=False,
)

OrderS2_Group = Literal[
    "id",
    "aB",
    "aB2",
    "aB3",
]

OrderS2_Ordered = Literal[
    "id",
    "aB",
    "aB2",
    "aB3",
]

OrderS2_Number = Literal[
    "id",
    "aB",
    "aB2",
    "aB3",
]

OrderS2_Keys = TypedDict(
    "OrderS2_Keys",
    {
        "id": "int",
        "aB": "int | None",
        "aB2": "int | None",
        "aB3": "int | None",
    },
    total=False,
)

OrderS2_Sums = TypedDict(
    "OrderS2_Sums",
    {
        "id": "str | None",
        "aB": "str | None",
        "aB2": "str | None",
        "aB3": "str | None",
    },
    total=False,
)

OrderS2_Values = TypedDict(
    "OrderS2_Values",
    {
        "id": "int | None",
        "aB": "int | None",
        "aB2": "int | None",
        "aB3": "int | None",
    },
    total=False,
)

OrderS2_Key = TypedDict(
    "OrderS2_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

OrderS2_Embed = TypedDict(
    "OrderS2_Embed",
    {
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

OrderS2_Lists = TypedDict(
    "OrderS2_Lists",
    {
        "distinctOn": "Sequence[OrderS2_Column]",
    },
    total=False,
)

OrderS2_One = TypedDict(
    "OrderS2_One",
    {
        "embed": "OrderS2_Embed",
    },
    total=False,
)

OrderS2_Many = TypedDict(
    "OrderS2_Many",
    {
        "filter": "OrderS2Filter",
        "order_by": "Sequence[OrderS2OrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "OrderS2_Embed",
        "lists": "OrderS2_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Query2:
    """Table `query`."""

    id: int
    """Column `id`."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

Query2Filter = TypedDict(
    "Query2Filter",
    {
        "id": "IntFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[Query2Filter]",
        # One holds; false if there is none.
        "or": "Sequence[Query2Filter]",
        # Does not hold.
        "not": "Query2Filter",
    },
    total=False,
)

Query2OrderBy = TypedDict(
    "Query2OrderBy",
    {
        "id": "Direction",
    },
    total=False,
)

Query2InsertInput = TypedDict(
    "Query2InsertInput",
    {
        # Column `id`.
        "id": "Required[int]",
    },
    total=False,
)

Query2UpdateInput = TypedDict(
    "Query2UpdateInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

Query2_Column = Literal[
    "id",
]

Query2_Columns = TypedDict(
    "Query2_Columns",
    {
        "id": "int",
    },
    total=False,
)

Query2_Group = Literal[
    "id",
]

Query2_Ordered = Literal[
    "id",
]

Query2_Number = Literal[
    "id",
]

Query2_Keys = TypedDict(
    "Query2_Keys",
    {
        "id": "int",
    },
    total=False,
)

Query2_Sums = TypedDict(
    "Query2_Sums",
    {
        "id": "str | None",
    },
    total=False,
)

Query2_Values = TypedDict(
    "Query2_Values",
    {
        "id": "int | None",
    },
    total=False,
)

Query2_Key = TypedDict(
    "Query2_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Query2_Embed = TypedDict(
    "Query2_Embed",
    {
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Query2_Lists = TypedDict(
    "Query2_Lists",
    {
        "distinctOn": "Sequence[Query2_Column]",
    },
    total=False,
)

Query2_One = TypedDict(
    "Query2_One",
    {
        "embed": "Query2_Embed",
    },
    total=False,
)

Query2_Many = TypedDict(
    "Query2_Many",
    {
        "filter": "Query2Filter",
        "order_by": "Sequence[Query2OrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Query2_Embed",
        "lists": "Query2_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Groesse:
    """Table `größe`."""

    schluessel: int
    """Column `schlüssel`."""

    u6570: int | None
    """Column `数`."""

    withQuote: int | None
    """Column `with \"quote\"`."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

GroesseFilter = TypedDict(
    "GroesseFilter",
    {
        "schluessel": "IntFilter",
        "u6570": "IntFilter",
        "withQuote": "IntFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[GroesseFilter]",
        # One holds; false if there is none.
        "or": "Sequence[GroesseFilter]",
        # Does not hold.
        "not": "GroesseFilter",
    },
    total=False,
)

GroesseOrderBy = TypedDict(
    "GroesseOrderBy",
    {
        "schluessel": "Direction",
        "u6570": "Direction",
        "withQuote": "Direction",
    },
    total=False,
)

GroesseInsertInput = TypedDict(
    "GroesseInsertInput",
    {
        # Column `schlüssel`.
        "schluessel": "Required[int]",
        # Column `数`.
        "u6570": "int | None",
        # Column `with "quote"`.
        "withQuote": "int | None",
    },
    total=False,
)

GroesseUpdateInput = TypedDict(
    "GroesseUpdateInput",
    {
        # Column `schlüssel`.
        "schluessel": "int",
        # Column `数`.
        "u6570": "int | None",
        # Column `with "quote"`.
        "withQuote": "int | None",
    },
    total=False,
)

Groesse_Column = Literal[
    "schluessel",
    "u6570",
    "withQuote",
]

Groesse_Columns = TypedDict(
    "Groesse_Columns",
    {
        "schluessel": "int",
        "u6570": "int | None",
        "withQuote": "int | None",
    },
    total=False,
)

Groesse_Group = Literal[
    "schluessel",
    "u6570",
    "withQuote",
]

Groesse_Ordered = Literal[
    "schluessel",
    "u6570",
    "withQuote",
]

Groesse_Number = Literal[
    "schluessel",
    "u6570",
    "withQuote",
]

Groesse_Keys = TypedDict(
    "Groesse_Keys",
    {
        "schluessel": "int",
        "u6570": "int | None",
        "withQuote": "int | None",
    },
    total=False,
)

Groesse_Sums = TypedDict(
    "Groesse_Sums",
    {
        "schluessel": "str | None",
        "u6570": "str | None",
        "withQuote": "str | None",
    },
    total=False,
)

Groesse_Values = TypedDict(
    "Groesse_Values",
    {
        "schluessel": "int | None",
        "u6570": "int | None",
        "withQuote": "int | None",
    },
    total=False,
)

Groesse_Key = TypedDict(
    "Groesse_Key",
    {
        "schluessel": "Required[int]",
    },
    total=False,
)

Groesse_Embed = TypedDict(
    "Groesse_Embed",
    {
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Groesse_Lists = TypedDict(
    "Groesse_Lists",
    {
        "distinctOn": "Sequence[Groesse_Column]",
    },
    total=False,
)

Groesse_One = TypedDict(
    "Groesse_One",
    {
        "embed": "Groesse_Embed",
    },
    total=False,
)

Groesse_Many = TypedDict(
    "Groesse_Many",
    {
        "filter": "GroesseFilter",
        "order_by": "Sequence[GroesseOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Groesse_Embed",
        "lists": "Groesse_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class BookFilter:
    """Table `book_filter`."""

    id: int
    """Column `id`."""

    book2Collection: list[Book2] | None = None
    """Through the foreign key `book_ibfk_1`, to table `book`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

BookFilterFilter = TypedDict(
    "BookFilterFilter",
    {
        "id": "IntFilter",
        "book2Collection": "Book2ManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[BookFilterFilter]",
        # One holds; false if there is none.
        "or": "Sequence[BookFilterFilter]",
        # Does not hold.
        "not": "BookFilterFilter",
    },
    total=False,
)

BookFilterOrderBy = TypedDict(
    "BookFilterOrderBy",
    {
        "id": "Direction",
        "book2Collection": "Book2AggregateOrderBy",
    },
    total=False,
)

BookFilterAggregateOrderBy = TypedDict(
    "BookFilterAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "BookFilterFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "BookFilterNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "BookFilterNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "BookFilterFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "BookFilterFieldsOrderBy",
    },
    total=False,
)

BookFilterInsertInput = TypedDict(
    "BookFilterInsertInput",
    {
        # Column `id`.
        "id": "Required[int]",
        # What is done with rows of `book` through the foreign key `book_ibfk_1`.
        "book2Collection": "BookFilterBook2CollectionToManyInput",
    },
    total=False,
)

BookFilterUpdateInput = TypedDict(
    "BookFilterUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # What is done with rows of `book` through the foreign key `book_ibfk_1`.
        "book2Collection": "BookFilterBook2CollectionToManyInput",
    },
    total=False,
)

BookFilterFieldsOrderBy = TypedDict(
    "BookFilterFieldsOrderBy",
    {
        "id": "Direction",
    },
    total=False,
)

BookFilterNumbersOrderBy = TypedDict(
    "BookFilterNumbersOrderBy",
    {
        "id": "Direction",
    },
    total=False,
)

BookFilterOnConflict = TypedDict(
    "BookFilterOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[BookFilter_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[BookFilter_Column]",
    },
    total=False,
)

BookFilterUniqueInput = TypedDict(
    "BookFilterUniqueInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

BookFilterUpsertInput = TypedDict(
    "BookFilterUpsertInput",
    {
        # The row.
        "create": "Required[BookFilterInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "BookFilterOnConflict",
    },
    total=False,
)

BookFilter_Column = Literal[
    "id",
]

BookFilter_Columns = TypedDict(
    "BookFilter_Columns",
    {
        "id": "int",
    },
    total=False,
)

BookFilter_Group = Literal[
    "id",
]

BookFilter_Ordered = Literal[
    "id",
]

BookFilter_Number = Literal[
    "id",
]

BookFilter_Keys = TypedDict(
    "BookFilter_Keys",
    {
        "id": "int",
    },
    total=False,
)

BookFilter_Sums = TypedDict(
    "BookFilter_Sums",
    {
        "id": "str | None",
    },
    total=False,
)

BookFilter_Values = TypedDict(
    "BookFilter_Values",
    {
        "id": "int | None",
    },
    total=False,
)

BookFilter_Key = TypedDict(
    "BookFilter_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

BookFilter_Embed = TypedDict(
    "BookFilter_Embed",
    {
        "book2Collection": "bool | Book2_Many",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

BookFilter_Lists = TypedDict(
    "BookFilter_Lists",
    {
        "distinctOn": "Sequence[BookFilter_Column]",
    },
    total=False,
)

BookFilter_One = TypedDict(
    "BookFilter_One",
    {
        "embed": "BookFilter_Embed",
    },
    total=False,
)

BookFilter_Many = TypedDict(
    "BookFilter_Many",
    {
        "filter": "BookFilterFilter",
        "order_by": "Sequence[BookFilterOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "BookFilter_Embed",
        "lists": "BookFilter_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Book2:
    """Table `book`."""

    id: int
    """Column `id`."""

    bookFilterId: int | None
    """Column `book_filter_id`."""

    bookFilter: BookFilter | None = None
    """Through the foreign key `book_ibfk_1`, to table `book_filter`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

Book2Filter = TypedDict(
    "Book2Filter",
    {
        "id": "IntFilter",
        "bookFilterId": "IntFilter",
        # There is such a row, and this holds for it.
        "bookFilter": "BookFilterFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[Book2Filter]",
        # One holds; false if there is none.
        "or": "Sequence[Book2Filter]",
        # Does not hold.
        "not": "Book2Filter",
    },
    total=False,
)

Book2ManyFilter = TypedDict(
    "Book2ManyFilter",
    {
        # There is a row for which this holds.
        "some": "Book2Filter",
        # There is no row for which this holds.
        "none": "Book2Filter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "Book2Filter",
    },
    total=False,
)

Book2OrderBy = TypedDict(
    "Book2OrderBy",
    {
        "id": "Direction",
        "bookFilterId": "Direction",
        "bookFilter": "BookFilterOrderBy",
    },
    total=False,
)

Book2AggregateOrderBy = TypedDict(
    "Book2AggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "Book2FieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "Book2NumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "Book2NumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "Book2FieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "Book2FieldsOrderBy",
        "bookFilter": "BookFilterAggregateOrderBy",
    },
    total=False,
)

Book2InsertInput = TypedDict(
    "Book2InsertInput",
    {
        # Column `id`.
        "id": "Required[int]",
        # Column `book_filter_id`.
        "bookFilterId": "int | None",
        # What is done with rows of `book_filter` through the foreign key `book_ibfk_1`.
        "bookFilter": "Book2BookFilterToOneInput",
    },
    total=False,
)

Book2UpdateInput = TypedDict(
    "Book2UpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `book_filter_id`.
        "bookFilterId": "int | None",
        # What is done with rows of `book_filter` through the foreign key `book_ibfk_1`.
        "bookFilter": "Book2BookFilterToOneInput",
    },
    total=False,
)

Book2FieldsOrderBy = TypedDict(
    "Book2FieldsOrderBy",
    {
        "id": "Direction",
        "bookFilterId": "Direction",
    },
    total=False,
)

Book2NumbersOrderBy = TypedDict(
    "Book2NumbersOrderBy",
    {
        "id": "Direction",
        "bookFilterId": "Direction",
    },
    total=False,
)

Book2OnConflict = TypedDict(
    "Book2OnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Book2_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Book2_Column]",
    },
    total=False,
)

Book2UniqueInput = TypedDict(
    "Book2UniqueInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

Book2UpsertInput = TypedDict(
    "Book2UpsertInput",
    {
        # The row.
        "create": "Required[Book2InsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "Book2OnConflict",
    },
    total=False,
)

Book2UpdateManyInput = TypedDict(
    "Book2UpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "Book2Filter",
        # What they are set to.
        "set": "Required[Book2UpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

Book2_Column = Literal[
    "id",
    "bookFilterId",
]

Book2_Columns = TypedDict(
    "Book2_Columns",
    {
        "id": "int",
        "bookFilterId": "int | None",
    },
    total=False,
)

Book2_Group = Literal[
    "id",
    "bookFilterId",
]

Book2_Ordered = Literal[
    "id",
    "bookFilterId",
]

Book2_Number = Literal[
    "id",
    "bookFilterId",
]

Book2_Keys = TypedDict(
    "Book2_Keys",
    {
        "id": "int",
        "bookFilterId": "int | None",
    },
    total=False,
)

Book2_Sums = TypedDict(
    "Book2_Sums",
    {
        "id": "str | None",
        "bookFilterId": "str | None",
    },
    total=False,
)

Book2_Values = TypedDict(
    "Book2_Values",
    {
        "id": "int | None",
        "bookFilterId": "int | None",
    },
    total=False,
)

Book2_Key = TypedDict(
    "Book2_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Book2_Embed = TypedDict(
    "Book2_Embed",
    {
        "bookFilter": "bool | BookFilter_One",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Book2_Lists = TypedDict(
    "Book2_Lists",
    {
        "distinctOn": "Sequence[Book2_Column]",
    },
    total=False,
)

Book2_One = TypedDict(
    "Book2_One",
    {
        "embed": "Book2_Embed",
    },
    total=False,
)

Book2_Many = TypedDict(
    "Book2_Many",
    {
        "filter": "Book2Filter",
        "order_by": "Sequence[Book2OrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Book2_Embed",
        "lists": "Book2_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Claim:
    """Table `claim`."""

    id: int
    """Column `id`."""

    falsehood: str
    """Column `falsehood`."""

    nullable: int | None
    """Column `nullable`."""

    trueAt: str | None
    """Column `true_at`."""

    null: int | None
    """Column `null`."""

    state: Literal["open", "nullified"]
    """Column `state`."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

ClaimFilter = TypedDict(
    "ClaimFilter",
    {
        "id": "IntFilter",
        "falsehood": "StringFilter",
        "nullable": "IntFilter",
        "trueAt": "DatetimeFilter",
        "null": "IntFilter",
        "state": "EnumFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[ClaimFilter]",
        # One holds; false if there is none.
        "or": "Sequence[ClaimFilter]",
        # Does not hold.
        "not": "ClaimFilter",
    },
    total=False,
)

ClaimOrderBy = TypedDict(
    "ClaimOrderBy",
    {
        "id": "Direction",
        "falsehood": "Direction",
        "nullable": "Direction",
        "trueAt": "Direction",
        "null": "Direction",
        "state": "Direction",
    },
    total=False,
)

ClaimInsertInput = TypedDict(
    "ClaimInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `falsehood`.
        "falsehood": "Required[str]",
        # Column `nullable`.
        "nullable": "int | None",
        # Column `true_at`.
        "trueAt": "str | None",
        # Column `null`.
        "null": "int | None",
        # Column `state`: one of "open", "nullified".
        "state": "Literal[\"open\", \"nullified\"]",
    },
    total=False,
)

ClaimUpdateInput = TypedDict(
    "ClaimUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `falsehood`.
        "falsehood": "str",
        # Column `nullable`.
        "nullable": "int | None",
        # Column `true_at`.
        "trueAt": "str | None",
        # Column `null`.
        "null": "int | None",
        # Column `state`: one of "open", "nullified".
        "state": "Literal[\"open\", \"nullified\"]",
    },
    total=False,
)

Claim_Column = Literal[
    "id",
    "falsehood",
    "nullable",
    "trueAt",
    "null",
    "state",
]

Claim_Columns = TypedDict(
    "Claim_Columns",
    {
        "id": "int",
        "falsehood": "str",
        "nullable": "int | None",
        "trueAt": "str | None",
        "null": "int | None",
        "state": "Literal[\"open\", \"nullified\"]",
    },
    total=False,
)

Claim_Group = Literal[
    "id",
    "falsehood",
    "nullable",
    "trueAt",
    "trueAt_year",
    "trueAt_quarter",
    "trueAt_month",
    "trueAt_week",
    "trueAt_day",
    "trueAt_dayOfWeek",
    "trueAt_hour",
    "trueAt_yearStart",
    "trueAt_quarterStart",
    "trueAt_monthStart",
    "trueAt_weekStart",
    "trueAt_date",
    "trueAt_hourStart",
    "null",
    "state",
]

Claim_Ordered = Literal[
    "id",
    "falsehood",
    "nullable",
    "trueAt",
    "null",
    "state",
]

Claim_Number = Literal[
    "id",
    "nullable",
    "null",
]

Claim_Keys = TypedDict(
    "Claim_Keys",
    {
        "id": "int",
        "falsehood": "str",
        "nullable": "int | None",
        "trueAt": "str | None",
        "trueAt_year": "int | None",
        "trueAt_quarter": "int | None",
        "trueAt_month": "int | None",
        "trueAt_week": "int | None",
        "trueAt_day": "int | None",
        "trueAt_dayOfWeek": "int | None",
        "trueAt_hour": "int | None",
        "trueAt_yearStart": "str | None",
        "trueAt_quarterStart": "str | None",
        "trueAt_monthStart": "str | None",
        "trueAt_weekStart": "str | None",
        "trueAt_date": "str | None",
        "trueAt_hourStart": "str | None",
        "null": "int | None",
        "state": "Literal[\"open\", \"nullified\"]",
    },
    total=False,
)

Claim_Sums = TypedDict(
    "Claim_Sums",
    {
        "id": "str | None",
        "nullable": "str | None",
        "null": "str | None",
    },
    total=False,
)

Claim_Values = TypedDict(
    "Claim_Values",
    {
        "id": "int | None",
        "falsehood": "str | None",
        "nullable": "int | None",
        "trueAt": "str | None",
        "null": "int | None",
        "state": "Literal[\"open\", \"nullified\"] | None",
    },
    total=False,
)

Claim_Key = TypedDict(
    "Claim_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Claim_Embed = TypedDict(
    "Claim_Embed",
    {
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Claim_Lists = TypedDict(
    "Claim_Lists",
    {
        "distinctOn": "Sequence[Claim_Column]",
    },
    total=False,
)

Claim_One = TypedDict(
    "Claim_One",
    {
        "embed": "Claim_Embed",
    },
    total=False,
)

Claim_Many = TypedDict(
    "Claim_Many",
    {
        "filter": "ClaimFilter",
        "order_by": "Sequence[ClaimOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Claim_Embed",
        "lists": "Claim_Lists",
    },
    total=False,
)

BookFilterBook2CollectionToManyInput = TypedDict(
    "BookFilterBook2CollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[Book2InsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[Book2UniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[Book2UpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[Book2UpdateManyInput]",
        # Takes the reference away and leaves the row: for changes of rows only.
        "disconnect": "Sequence[Book2UniqueInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[Book2UniqueInput]",
    },
    total=False,
)

Book2BookFilterToOneInput = TypedDict(
    "Book2BookFilterToOneInput",
    {
        # Adds a row and relates.
        "create": "BookFilterInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "BookFilterUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "BookFilterUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "BookFilterUpdateInput",
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

EnumFilter = TypedDict(
    "EnumFilter",
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
    "order": TableMeta(
        type="Order",
        row=Order,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "select": "select",
            "from": "from_",
            "nodeId2": "nodeId2",
            "and2": "and2",
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
            "distinctOn": "[OrderColumn!]",
        },
    ),
    "orderS": TableMeta(
        type="OrderS",
        row=OrderS,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
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
            "distinctOn": "[OrderSColumn!]",
        },
    ),
    "orderS2": TableMeta(
        type="OrderS2",
        row=OrderS2,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "aB": "aB",
            "aB2": "aB2",
            "aB3": "aB3",
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
            "distinctOn": "[OrderS2Column!]",
        },
    ),
    "query2": TableMeta(
        type="Query2",
        row=Query2,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
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
            "distinctOn": "[Query2Column!]",
        },
    ),
    "groesse": TableMeta(
        type="Groesse",
        row=Groesse,
        key={
            "schluessel": "Int!",
        },
        columns={
            "schluessel": "schluessel",
            "u6570": "u6570",
            "withQuote": "withQuote",
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
            "distinctOn": "[GroesseColumn!]",
        },
    ),
    "bookFilter": TableMeta(
        type="BookFilter",
        row=BookFilter,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
        },
        many={
            "book2Collection": ("book2Collection", "book2"),
        },
        lists={
            "distinctOn": "[BookFilterColumn!]",
        },
    ),
    "book2": TableMeta(
        type="Book2",
        row=Book2,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "bookFilterId": "bookFilterId",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "bookFilter": ("bookFilter", "bookFilter"),
        },
        many={
        },
        lists={
            "distinctOn": "[Book2Column!]",
        },
    ),
    "claim": TableMeta(
        type="Claim",
        row=Claim,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "falsehood": "falsehood",
            "nullable": "nullable",
            "trueAt": "trueAt",
            "null": "null",
            "state": "state",
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
            "distinctOn": "[ClaimColumn!]",
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
        self.order: KeyedTable[
            Order,
            OrderFilter,
            OrderOrderBy,
            OrderInsertInput,
            OrderUpdateInput,
            Order_Column,
            Order_Embed,
            Order_Lists,
            Order_Group,
            Order_Ordered,
            Order_Number,
            Order_Keys,
            Order_Sums,
            Order_Values,
            Order_Columns,
            Order_Key,
        ] = KeyedTable(self._connection, _TABLES["order"])
        """Table `order`."""
        self.orderS: KeyedTable[
            OrderS,
            OrderSFilter,
            OrderSOrderBy,
            OrderSInsertInput,
            OrderSUpdateInput,
            OrderS_Column,
            OrderS_Embed,
            OrderS_Lists,
            OrderS_Group,
            OrderS_Ordered,
            OrderS_Number,
            OrderS_Keys,
            OrderS_Sums,
            OrderS_Values,
            OrderS_Columns,
            OrderS_Key,
        ] = KeyedTable(self._connection, _TABLES["orderS"])
        """Table `order_s`."""
        self.orderS2: KeyedTable[
            OrderS2,
            OrderS2Filter,
            OrderS2OrderBy,
            OrderS2InsertInput,
            OrderS2UpdateInput,
            OrderS2_Column,
            OrderS2_Embed,
            OrderS2_Lists,
            OrderS2_Group,
            OrderS2_Ordered,
            OrderS2_Number,
            OrderS2_Keys,
            OrderS2_Sums,
            OrderS2_Values,
            OrderS2_Columns,
            OrderS2_Key,
        ] = KeyedTable(self._connection, _TABLES["orderS2"])
        """Table `OrderS`."""
        self.query2: KeyedTable[
            Query2,
            Query2Filter,
            Query2OrderBy,
            Query2InsertInput,
            Query2UpdateInput,
            Query2_Column,
            Query2_Embed,
            Query2_Lists,
            Query2_Group,
            Query2_Ordered,
            Query2_Number,
            Query2_Keys,
            Query2_Sums,
            Query2_Values,
            Query2_Columns,
            Query2_Key,
        ] = KeyedTable(self._connection, _TABLES["query2"])
        """Table `query`."""
        self.groesse: KeyedTable[
            Groesse,
            GroesseFilter,
            GroesseOrderBy,
            GroesseInsertInput,
            GroesseUpdateInput,
            Groesse_Column,
            Groesse_Embed,
            Groesse_Lists,
            Groesse_Group,
            Groesse_Ordered,
            Groesse_Number,
            Groesse_Keys,
            Groesse_Sums,
            Groesse_Values,
            Groesse_Columns,
            Groesse_Key,
        ] = KeyedTable(self._connection, _TABLES["groesse"])
        """Table `größe`."""
        self.bookFilter: KeyedTable[
            BookFilter,
            BookFilterFilter,
            BookFilterOrderBy,
            BookFilterInsertInput,
            BookFilterUpdateInput,
            BookFilter_Column,
            BookFilter_Embed,
            BookFilter_Lists,
            BookFilter_Group,
            BookFilter_Ordered,
            BookFilter_Number,
            BookFilter_Keys,
            BookFilter_Sums,
            BookFilter_Values,
            BookFilter_Columns,
            BookFilter_Key,
        ] = KeyedTable(self._connection, _TABLES["bookFilter"])
        """Table `book_filter`."""
        self.book2: KeyedTable[
            Book2,
            Book2Filter,
            Book2OrderBy,
            Book2InsertInput,
            Book2UpdateInput,
            Book2_Column,
            Book2_Embed,
            Book2_Lists,
            Book2_Group,
            Book2_Ordered,
            Book2_Number,
            Book2_Keys,
            Book2_Sums,
            Book2_Values,
            Book2_Columns,
            Book2_Key,
        ] = KeyedTable(self._connection, _TABLES["book2"])
        """Table `book`."""
        self.claim: KeyedTable[
            Claim,
            ClaimFilter,
            ClaimOrderBy,
            ClaimInsertInput,
            ClaimUpdateInput,
            Claim_Column,
            Claim_Embed,
            Claim_Lists,
            Claim_Group,
            Claim_Ordered,
            Claim_Number,
            Claim_Keys,
            Claim_Sums,
            Claim_Values,
            Claim_Columns,
            Claim_Key,
        ] = KeyedTable(self._connection, _TABLES["claim"])
        """Table `claim`."""

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
