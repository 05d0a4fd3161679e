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
class Country:
    """Table `country`."""

    code: str
    """Column `code`."""

    name: str
    """Column `name`."""

    authorCollection: list[Author] | None = None
    """Through the foreign key `author_ibfk_1`, to table `author`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

CountryFilter = TypedDict(
    "CountryFilter",
    {
        "code": "StringFilter",
        "name": "StringFilter",
        "authorCollection": "AuthorManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[CountryFilter]",
        # One holds; false if there is none.
        "or": "Sequence[CountryFilter]",
        # Does not hold.
        "not": "CountryFilter",
    },
    total=False,
)

CountryOrderBy = TypedDict(
    "CountryOrderBy",
    {
        "code": "Direction",
        "name": "Direction",
        "authorCollection": "AuthorAggregateOrderBy",
    },
    total=False,
)

CountryAggregateOrderBy = TypedDict(
    "CountryAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "CountryFieldsOrderBy",
        # The least of the values; null where there are none.
        "min": "CountryFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "CountryFieldsOrderBy",
    },
    total=False,
)

CountryInsertInput = TypedDict(
    "CountryInsertInput",
    {
        # Column `code`.
        "code": "Required[str]",
        # Column `name`.
        "name": "Required[str]",
        # What is done with rows of `author` through the foreign key `author_ibfk_1`.
        "authorCollection": "CountryAuthorCollectionToManyInput",
    },
    total=False,
)

CountryUpdateInput = TypedDict(
    "CountryUpdateInput",
    {
        # Column `code`.
        "code": "str",
        # Column `name`.
        "name": "str",
        # What is done with rows of `author` through the foreign key `author_ibfk_1`.
        "authorCollection": "CountryAuthorCollectionToManyInput",
    },
    total=False,
)

CountryFieldsOrderBy = TypedDict(
    "CountryFieldsOrderBy",
    {
        "code": "Direction",
        "name": "Direction",
    },
    total=False,
)

CountryOnConflict = TypedDict(
    "CountryOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Country_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Country_Column]",
    },
    total=False,
)

CountryUniqueInput = TypedDict(
    "CountryUniqueInput",
    {
        # Column `code`.
        "code": "str",
        # Column `name`.
        "name": "str",
    },
    total=False,
)

CountryUpsertInput = TypedDict(
    "CountryUpsertInput",
    {
        # The row.
        "create": "Required[CountryInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "CountryOnConflict",
    },
    total=False,
)

Country_Column = Literal[
    "code",
    "name",
]

Country_Columns = TypedDict(
    "Country_Columns",
    {
        "code": "str",
        "name": "str",
    },
    total=False,
)

Country_Group = Literal[
    "code",
    "name",
]

Country_Ordered = Literal[
    "code",
    "name",
]

Country_Number = Never

Country_Keys = TypedDict(
    "Country_Keys",
    {
        "code": "str",
        "name": "str",
    },
    total=False,
)

Country_Sums = TypedDict(
    "Country_Sums",
    {
    },
    total=False,
)

Country_Values = TypedDict(
    "Country_Values",
    {
        "code": "str | None",
        "name": "str | None",
    },
    total=False,
)

Country_Key = TypedDict(
    "Country_Key",
    {
        "code": "Required[str]",
    },
    total=False,
)

Country_Embed = TypedDict(
    "Country_Embed",
    {
        "authorCollection": "bool | Author_Many",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Country_Lists = TypedDict(
    "Country_Lists",
    {
        "distinctOn": "Sequence[Country_Column]",
    },
    total=False,
)

Country_One = TypedDict(
    "Country_One",
    {
        "embed": "Country_Embed",
    },
    total=False,
)

Country_Many = TypedDict(
    "Country_Many",
    {
        "filter": "CountryFilter",
        "order_by": "Sequence[CountryOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Country_Embed",
        "lists": "Country_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Author:
    """Table `author`."""

    id: str
    """Column `id`."""

    name: str
    """Column `name`."""

    countryCode: str | None
    """Column `country_code`."""

    country: Country | None = None
    """Through the foreign key `author_ibfk_1`, to table `country`: where it is embedded."""

    bookCollection: list[Book] | None = None
    """Through the foreign key `fk_author`, to table `book`: where it is embedded."""

    bookCollectionByEditor: list[Book] | None = None
    """Through the foreign key `fk_editor`, to table `book`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

AuthorFilter = TypedDict(
    "AuthorFilter",
    {
        "id": "BigIntFilter",
        "name": "StringFilter",
        "countryCode": "StringFilter",
        # There is such a row, and this holds for it.
        "country": "CountryFilter",
        "bookCollection": "BookManyFilter",
        "bookCollectionByEditor": "BookManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[AuthorFilter]",
        # One holds; false if there is none.
        "or": "Sequence[AuthorFilter]",
        # Does not hold.
        "not": "AuthorFilter",
    },
    total=False,
)

AuthorManyFilter = TypedDict(
    "AuthorManyFilter",
    {
        # There is a row for which this holds.
        "some": "AuthorFilter",
        # There is no row for which this holds.
        "none": "AuthorFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "AuthorFilter",
    },
    total=False,
)

AuthorOrderBy = TypedDict(
    "AuthorOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
        "countryCode": "Direction",
        "country": "CountryOrderBy",
        "bookCollection": "BookAggregateOrderBy",
        "bookCollectionByEditor": "BookAggregateOrderBy",
    },
    total=False,
)

AuthorAggregateOrderBy = TypedDict(
    "AuthorAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "AuthorFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "AuthorNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "AuthorNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "AuthorFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "AuthorFieldsOrderBy",
        "country": "CountryAggregateOrderBy",
    },
    total=False,
)

AuthorInsertInput = TypedDict(
    "AuthorInsertInput",
    {
        # Column `id`.
        "id": "str | int",
        # Column `name`.
        "name": "Required[str]",
        # Column `country_code`.
        "countryCode": "str | None",
        # What is done with rows of `country` through the foreign key `author_ibfk_1`.
        "country": "AuthorCountryToOneInput",
        # What is done with rows of `book` through the foreign key `fk_author`.
        "bookCollection": "AuthorBookCollectionToManyInput",
        # What is done with rows of `book` through the foreign key `fk_editor`.
        "bookCollectionByEditor": "AuthorBookCollectionByEditorToManyInput",
    },
    total=False,
)

AuthorUpdateInput = TypedDict(
    "AuthorUpdateInput",
    {
        # Column `id`.
        "id": "str | int",
        # Column `name`.
        "name": "str",
        # Column `country_code`.
        "countryCode": "str | None",
        # What is done with rows of `country` through the foreign key `author_ibfk_1`.
        "country": "AuthorCountryToOneInput",
        # What is done with rows of `book` through the foreign key `fk_author`.
        "bookCollection": "AuthorBookCollectionToManyInput",
        # What is done with rows of `book` through the foreign key `fk_editor`.
        "bookCollectionByEditor": "AuthorBookCollectionByEditorToManyInput",
    },
    total=False,
)

AuthorFieldsOrderBy = TypedDict(
    "AuthorFieldsOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
        "countryCode": "Direction",
    },
    total=False,
)

AuthorNumbersOrderBy = TypedDict(
    "AuthorNumbersOrderBy",
    {
        "id": "Direction",
    },
    total=False,
)

AuthorOnConflict = TypedDict(
    "AuthorOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Author_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Author_Column]",
    },
    total=False,
)

AuthorUniqueInput = TypedDict(
    "AuthorUniqueInput",
    {
        # Column `id`.
        "id": "str | int",
        # Column `name`.
        "name": "str",
    },
    total=False,
)

AuthorUpsertInput = TypedDict(
    "AuthorUpsertInput",
    {
        # The row.
        "create": "Required[AuthorInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "AuthorOnConflict",
    },
    total=False,
)

AuthorUpdateManyInput = TypedDict(
    "AuthorUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "AuthorFilter",
        # What they are set to.
        "set": "Required[AuthorUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

Author_Column = Literal[
    "id",
    "name",
    "countryCode",
]

Author_Columns = TypedDict(
    "Author_Columns",
    {
        "id": "str",
        "name": "str",
        "countryCode": "str | None",
    },
    total=False,
)

Author_Group = Literal[
    "id",
    "name",
    "countryCode",
]

Author_Ordered = Literal[
    "id",
    "name",
    "countryCode",
]

Author_Number = Literal[
    "id",
]

Author_Keys = TypedDict(
    "Author_Keys",
    {
        "id": "str",
        "name": "str",
        "countryCode": "str | None",
    },
    total=False,
)

Author_Sums = TypedDict(
    "Author_Sums",
    {
        "id": "str | None",
    },
    total=False,
)

Author_Values = TypedDict(
    "Author_Values",
    {
        "id": "str | None",
        "name": "str | None",
        "countryCode": "str | None",
    },
    total=False,
)

Author_Key = TypedDict(
    "Author_Key",
    {
        "id": "Required[str | int]",
    },
    total=False,
)

Author_Embed = TypedDict(
    "Author_Embed",
    {
        "country": "bool | Country_One",
        "bookCollection": "bool | Book_Many",
        "bookCollectionByEditor": "bool | Book_Many",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Author_Lists = TypedDict(
    "Author_Lists",
    {
        "distinctOn": "Sequence[Author_Column]",
    },
    total=False,
)

Author_One = TypedDict(
    "Author_One",
    {
        "embed": "Author_Embed",
    },
    total=False,
)

Author_Many = TypedDict(
    "Author_Many",
    {
        "filter": "AuthorFilter",
        "order_by": "Sequence[AuthorOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Author_Embed",
        "lists": "Author_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Book:
    """Table `book`."""

    id: int
    """Column `id`."""

    isbn: str | None
    """Column `isbn`."""

    title: str
    """Column `title`."""

    price: str | None
    """Column `price`."""

    authorId: str
    """Column `author_id`."""

    editorId: str | None
    """Column `editor_id`."""

    author: Author | None = None
    """Through the foreign key `fk_author`, to table `author`: where it is embedded."""

    editor: Author | None = None
    """Through the foreign key `fk_editor`, to table `author`: where it is embedded."""

    cover: Cover | None = None
    """Through the foreign key `cover_ibfk_1`, to table `cover`: where it is embedded."""

    reviewCollection: list[Review] | None = None
    """Through the foreign key `review_ibfk_1`, to table `review`: where it is embedded."""

    bookTagCollection: list[BookTag] | None = None
    """Through the foreign key `book_tag_ibfk_1`, to table `book_tag`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

BookFilter = TypedDict(
    "BookFilter",
    {
        "id": "IntFilter",
        "isbn": "StringFilter",
        "title": "StringFilter",
        "price": "DecimalFilter",
        "authorId": "BigIntFilter",
        "editorId": "BigIntFilter",
        # There is such a row, and this holds for it.
        "author": "AuthorFilter",
        # There is such a row, and this holds for it.
        "editor": "AuthorFilter",
        # There is such a row, and this holds for it.
        "cover": "CoverFilter",
        "reviewCollection": "ReviewManyFilter",
        "bookTagCollection": "BookTagManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[BookFilter]",
        # One holds; false if there is none.
        "or": "Sequence[BookFilter]",
        # Does not hold.
        "not": "BookFilter",
    },
    total=False,
)

BookManyFilter = TypedDict(
    "BookManyFilter",
    {
        # There is a row for which this holds.
        "some": "BookFilter",
        # There is no row for which this holds.
        "none": "BookFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "BookFilter",
    },
    total=False,
)

BookOrderBy = TypedDict(
    "BookOrderBy",
    {
        "id": "Direction",
        "isbn": "Direction",
        "title": "Direction",
        "price": "Direction",
        "authorId": "Direction",
        "editorId": "Direction",
        "author": "AuthorOrderBy",
        "editor": "AuthorOrderBy",
        "cover": "CoverOrderBy",
        "reviewCollection": "ReviewAggregateOrderBy",
        "bookTagCollection": "BookTagAggregateOrderBy",
    },
    total=False,
)

BookAggregateOrderBy = TypedDict(
    "BookAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "BookFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "BookNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "BookNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "BookFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "BookFieldsOrderBy",
        "author": "AuthorAggregateOrderBy",
        "editor": "AuthorAggregateOrderBy",
        "cover": "CoverAggregateOrderBy",
    },
    total=False,
)

BookInsertInput = TypedDict(
    "BookInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `isbn`.
        "isbn": "str | None",
        # Column `title`.
        "title": "Required[str]",
        # Column `price`.
        "price": "str | int | None",
        # Column `author_id`.
        "authorId": "str | int",
        # Column `editor_id`.
        "editorId": "str | int | None",
        # What is done with rows of `author` through the foreign key `fk_author`.
        "author": "BookAuthorToOneInput",
        # What is done with rows of `author` through the foreign key `fk_editor`.
        "editor": "BookEditorToOneInput",
        # What is done with rows of `cover` through the foreign key `cover_ibfk_1`.
        "cover": "BookCoverToOneInput",
        # What is done with rows of `review` through the foreign key `review_ibfk_1`.
        "reviewCollection": "BookReviewCollectionToManyInput",
        # What is done with rows of `book_tag` through the foreign key `book_tag_ibfk_1`.
        "bookTagCollection": "BookBookTagCollectionToManyInput",
    },
    total=False,
)

BookUpdateInput = TypedDict(
    "BookUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `isbn`.
        "isbn": "str | None",
        # Column `title`.
        "title": "str",
        # Column `price`.
        "price": "str | int | None",
        # Column `author_id`.
        "authorId": "str | int",
        # Column `editor_id`.
        "editorId": "str | int | None",
        # What is done with rows of `author` through the foreign key `fk_author`.
        "author": "BookAuthorToOneInput",
        # What is done with rows of `author` through the foreign key `fk_editor`.
        "editor": "BookEditorToOneInput",
        # What is done with rows of `cover` through the foreign key `cover_ibfk_1`.
        "cover": "BookCoverToOneInput",
        # What is done with rows of `review` through the foreign key `review_ibfk_1`.
        "reviewCollection": "BookReviewCollectionToManyInput",
        # What is done with rows of `book_tag` through the foreign key `book_tag_ibfk_1`.
        "bookTagCollection": "BookBookTagCollectionToManyInput",
    },
    total=False,
)

BookFieldsOrderBy = TypedDict(
    "BookFieldsOrderBy",
    {
        "id": "Direction",
        "isbn": "Direction",
        "title": "Direction",
        "price": "Direction",
        "authorId": "Direction",
        "editorId": "Direction",
    },
    total=False,
)

BookNumbersOrderBy = TypedDict(
    "BookNumbersOrderBy",
    {
        "id": "Direction",
        "price": "Direction",
        "authorId": "Direction",
        "editorId": "Direction",
    },
    total=False,
)

BookOnConflict = TypedDict(
    "BookOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Book_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Book_Column]",
    },
    total=False,
)

BookUniqueInput = TypedDict(
    "BookUniqueInput",
    {
        # Column `id`.
        "id": "int",
        # Column `isbn`.
        "isbn": "str",
    },
    total=False,
)

BookUpsertInput = TypedDict(
    "BookUpsertInput",
    {
        # The row.
        "create": "Required[BookInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "BookOnConflict",
    },
    total=False,
)

BookUpdateManyInput = TypedDict(
    "BookUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "BookFilter",
        # What they are set to.
        "set": "Required[BookUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

Book_Column = Literal[
    "id",
    "isbn",
    "title",
    "price",
    "authorId",
    "editorId",
]

Book_Columns = TypedDict(
    "Book_Columns",
    {
        "id": "int",
        "isbn": "str | None",
        "title": "str",
        "price": "str | None",
        "authorId": "str",
        "editorId": "str | None",
    },
    total=False,
)

Book_Group = Literal[
    "id",
    "isbn",
    "title",
    "price",
    "authorId",
    "editorId",
]

Book_Ordered = Literal[
    "id",
    "isbn",
    "title",
    "price",
    "authorId",
    "editorId",
]

Book_Number = Literal[
    "id",
    "price",
    "authorId",
    "editorId",
]

Book_Keys = TypedDict(
    "Book_Keys",
    {
        "id": "int",
        "isbn": "str | None",
        "title": "str",
        "price": "str | None",
        "authorId": "str",
        "editorId": "str | None",
    },
    total=False,
)

Book_Sums = TypedDict(
    "Book_Sums",
    {
        "id": "str | None",
        "price": "str | None",
        "authorId": "str | None",
        "editorId": "str | None",
    },
    total=False,
)

Book_Values = TypedDict(
    "Book_Values",
    {
        "id": "int | None",
        "isbn": "str | None",
        "title": "str | None",
        "price": "str | None",
        "authorId": "str | None",
        "editorId": "str | None",
    },
    total=False,
)

Book_Key = TypedDict(
    "Book_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Book_Embed = TypedDict(
    "Book_Embed",
    {
        "author": "bool | Author_One",
        "editor": "bool | Author_One",
        "cover": "bool | Cover_One",
        "reviewCollection": "bool | Review_Many",
        "bookTagCollection": "bool | BookTag_Many",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Book_Lists = TypedDict(
    "Book_Lists",
    {
        "distinctOn": "Sequence[Book_Column]",
    },
    total=False,
)

Book_One = TypedDict(
    "Book_One",
    {
        "embed": "Book_Embed",
    },
    total=False,
)

Book_Many = TypedDict(
    "Book_Many",
    {
        "filter": "BookFilter",
        "order_by": "Sequence[BookOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Book_Embed",
        "lists": "Book_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Cover:
    """Table `cover`."""

    bookId: int | None
    """Column `book_id`."""

    color: Literal["red", "blue"]
    """Column `color`."""

    id: int
    """Column `id`."""

    book: Book | None = None
    """Through the foreign key `cover_ibfk_1`, to table `book`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

CoverFilter = TypedDict(
    "CoverFilter",
    {
        "bookId": "IntFilter",
        "color": "CoverColorFilter",
        "id": "IntFilter",
        # There is such a row, and this holds for it.
        "book": "BookFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[CoverFilter]",
        # One holds; false if there is none.
        "or": "Sequence[CoverFilter]",
        # Does not hold.
        "not": "CoverFilter",
    },
    total=False,
)

CoverOrderBy = TypedDict(
    "CoverOrderBy",
    {
        "bookId": "Direction",
        "color": "Direction",
        "id": "Direction",
        "book": "BookOrderBy",
    },
    total=False,
)

CoverAggregateOrderBy = TypedDict(
    "CoverAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "CoverFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "CoverNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "CoverNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "CoverFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "CoverFieldsOrderBy",
        "book": "BookAggregateOrderBy",
    },
    total=False,
)

CoverInsertInput = TypedDict(
    "CoverInsertInput",
    {
        # Column `book_id`.
        "bookId": "int | None",
        # Column `color`.
        "color": "Literal[\"red\", \"blue\"]",
        # Column `id`.
        "id": "int",
        # What is done with rows of `book` through the foreign key `cover_ibfk_1`.
        "book": "CoverBookToOneInput",
    },
    total=False,
)

CoverUpdateInput = TypedDict(
    "CoverUpdateInput",
    {
        # Column `book_id`.
        "bookId": "int | None",
        # Column `color`.
        "color": "Literal[\"red\", \"blue\"]",
        # Column `id`.
        "id": "int",
        # What is done with rows of `book` through the foreign key `cover_ibfk_1`.
        "book": "CoverBookToOneInput",
    },
    total=False,
)

CoverFieldsOrderBy = TypedDict(
    "CoverFieldsOrderBy",
    {
        "bookId": "Direction",
        "color": "Direction",
        "id": "Direction",
    },
    total=False,
)

CoverNumbersOrderBy = TypedDict(
    "CoverNumbersOrderBy",
    {
        "bookId": "Direction",
        "id": "Direction",
    },
    total=False,
)

CoverOnConflict = TypedDict(
    "CoverOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Cover_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Cover_Column]",
    },
    total=False,
)

CoverUniqueInput = TypedDict(
    "CoverUniqueInput",
    {
        # Column `book_id`.
        "bookId": "int",
        # Column `id`.
        "id": "int",
    },
    total=False,
)

CoverUpsertInput = TypedDict(
    "CoverUpsertInput",
    {
        # The row.
        "create": "Required[CoverInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "CoverOnConflict",
    },
    total=False,
)

CoverColor = Literal[
    "red",
    "blue",
]

CoverColorFilter = TypedDict(
    "CoverColorFilter",
    {
        "eq": "CoverColor",
        "neq": "CoverColor",
        "gt": "CoverColor",
        "gte": "CoverColor",
        "lt": "CoverColor",
        "lte": "CoverColor",
        "in": "Sequence[CoverColor]",
        # None of these; false for NULL.
        "nin": "Sequence[CoverColor]",
        "is": "FilterIs",
    },
    total=False,
)

Cover_Column = Literal[
    "bookId",
    "color",
    "id",
]

Cover_Columns = TypedDict(
    "Cover_Columns",
    {
        "bookId": "int | None",
        "color": "Literal[\"red\", \"blue\"]",
        "id": "int",
    },
    total=False,
)

Cover_Group = Literal[
    "bookId",
    "color",
    "id",
]

Cover_Ordered = Literal[
    "bookId",
    "color",
    "id",
]

Cover_Number = Literal[
    "bookId",
    "id",
]

Cover_Keys = TypedDict(
    "Cover_Keys",
    {
        "bookId": "int | None",
        "color": "Literal[\"red\", \"blue\"]",
        "id": "int",
    },
    total=False,
)

Cover_Sums = TypedDict(
    "Cover_Sums",
    {
        "bookId": "str | None",
        "id": "str | None",
    },
    total=False,
)

Cover_Values = TypedDict(
    "Cover_Values",
    {
        "bookId": "int | None",
        "color": "Literal[\"red\", \"blue\"] | None",
        "id": "int | None",
    },
    total=False,
)

Cover_Key = TypedDict(
    "Cover_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Cover_Embed = TypedDict(
    "Cover_Embed",
    {
        "book": "bool | Book_One",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Cover_Lists = TypedDict(
    "Cover_Lists",
    {
        "distinctOn": "Sequence[Cover_Column]",
    },
    total=False,
)

Cover_One = TypedDict(
    "Cover_One",
    {
        "embed": "Cover_Embed",
    },
    total=False,
)

Cover_Many = TypedDict(
    "Cover_Many",
    {
        "filter": "CoverFilter",
        "order_by": "Sequence[CoverOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Cover_Embed",
        "lists": "Cover_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Review:
    """Table `review`."""

    id: int
    """Column `id`."""

    bookId: int | None
    """Column `book_id`."""

    rating: int
    """Column `rating`."""

    slug: str | None
    """Column `slug`."""

    book: Book | None = None
    """Through the foreign key `review_ibfk_1`, to table `book`: where it is embedded."""

    remarkCollection: list[Remark] | None = None
    """Through the foreign key `remark_ibfk_1`, to table `remark`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

ReviewFilter = TypedDict(
    "ReviewFilter",
    {
        "id": "IntFilter",
        "bookId": "IntFilter",
        "rating": "IntFilter",
        "slug": "StringFilter",
        # There is such a row, and this holds for it.
        "book": "BookFilter",
        "remarkCollection": "RemarkManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[ReviewFilter]",
        # One holds; false if there is none.
        "or": "Sequence[ReviewFilter]",
        # Does not hold.
        "not": "ReviewFilter",
    },
    total=False,
)

ReviewManyFilter = TypedDict(
    "ReviewManyFilter",
    {
        # There is a row for which this holds.
        "some": "ReviewFilter",
        # There is no row for which this holds.
        "none": "ReviewFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "ReviewFilter",
    },
    total=False,
)

ReviewOrderBy = TypedDict(
    "ReviewOrderBy",
    {
        "id": "Direction",
        "bookId": "Direction",
        "rating": "Direction",
        "slug": "Direction",
        "book": "BookOrderBy",
        "remarkCollection": "RemarkAggregateOrderBy",
    },
    total=False,
)

ReviewAggregateOrderBy = TypedDict(
    "ReviewAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "ReviewFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "ReviewNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "ReviewNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "ReviewFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "ReviewFieldsOrderBy",
        "book": "BookAggregateOrderBy",
    },
    total=False,
)

ReviewInsertInput = TypedDict(
    "ReviewInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `book_id`.
        "bookId": "int | None",
        # Column `rating`.
        "rating": "Required[int]",
        # Column `slug`.
        "slug": "str | None",
        # What is done with rows of `book` through the foreign key `review_ibfk_1`.
        "book": "ReviewBookToOneInput",
        # What is done with rows of `remark` through the foreign key `remark_ibfk_1`.
        "remarkCollection": "ReviewRemarkCollectionToManyInput",
    },
    total=False,
)

ReviewUpdateInput = TypedDict(
    "ReviewUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `book_id`.
        "bookId": "int | None",
        # Column `rating`.
        "rating": "int",
        # Column `slug`.
        "slug": "str | None",
        # What is done with rows of `book` through the foreign key `review_ibfk_1`.
        "book": "ReviewBookToOneInput",
        # What is done with rows of `remark` through the foreign key `remark_ibfk_1`.
        "remarkCollection": "ReviewRemarkCollectionToManyInput",
    },
    total=False,
)

ReviewFieldsOrderBy = TypedDict(
    "ReviewFieldsOrderBy",
    {
        "id": "Direction",
        "bookId": "Direction",
        "rating": "Direction",
        "slug": "Direction",
    },
    total=False,
)

ReviewNumbersOrderBy = TypedDict(
    "ReviewNumbersOrderBy",
    {
        "id": "Direction",
        "bookId": "Direction",
        "rating": "Direction",
    },
    total=False,
)

ReviewOnConflict = TypedDict(
    "ReviewOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Review_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Review_Column]",
    },
    total=False,
)

ReviewUniqueInput = TypedDict(
    "ReviewUniqueInput",
    {
        # Column `id`.
        "id": "int",
        # Column `slug`.
        "slug": "str",
    },
    total=False,
)

ReviewUpsertInput = TypedDict(
    "ReviewUpsertInput",
    {
        # The row.
        "create": "Required[ReviewInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "ReviewOnConflict",
    },
    total=False,
)

ReviewUpdateManyInput = TypedDict(
    "ReviewUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "ReviewFilter",
        # What they are set to.
        "set": "Required[ReviewUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

Review_Column = Literal[
    "id",
    "bookId",
    "rating",
    "slug",
]

Review_Columns = TypedDict(
    "Review_Columns",
    {
        "id": "int",
        "bookId": "int | None",
        "rating": "int",
        "slug": "str | None",
    },
    total=False,
)

Review_Group = Literal[
    "id",
    "bookId",
    "rating",
    "slug",
]

Review_Ordered = Literal[
    "id",
    "bookId",
    "rating",
    "slug",
]

Review_Number = Literal[
    "id",
    "bookId",
    "rating",
]

Review_Keys = TypedDict(
    "Review_Keys",
    {
        "id": "int",
        "bookId": "int | None",
        "rating": "int",
        "slug": "str | None",
    },
    total=False,
)

Review_Sums = TypedDict(
    "Review_Sums",
    {
        "id": "str | None",
        "bookId": "str | None",
        "rating": "str | None",
    },
    total=False,
)

Review_Values = TypedDict(
    "Review_Values",
    {
        "id": "int | None",
        "bookId": "int | None",
        "rating": "int | None",
        "slug": "str | None",
    },
    total=False,
)

Review_Key = TypedDict(
    "Review_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Review_Embed = TypedDict(
    "Review_Embed",
    {
        "book": "bool | Book_One",
        "remarkCollection": "bool | Remark_Many",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Review_Lists = TypedDict(
    "Review_Lists",
    {
        "distinctOn": "Sequence[Review_Column]",
    },
    total=False,
)

Review_One = TypedDict(
    "Review_One",
    {
        "embed": "Review_Embed",
    },
    total=False,
)

Review_Many = TypedDict(
    "Review_Many",
    {
        "filter": "ReviewFilter",
        "order_by": "Sequence[ReviewOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Review_Embed",
        "lists": "Review_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Remark:
    """Table `remark`."""

    reviewId: int
    """Column `review_id`."""

    body: str
    """Column `body`."""

    review: Review | None = None
    """Through the foreign key `remark_ibfk_1`, to table `review`: where it is embedded."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

RemarkFilter = TypedDict(
    "RemarkFilter",
    {
        "reviewId": "IntFilter",
        "body": "StringFilter",
        # There is such a row, and this holds for it.
        "review": "ReviewFilter",
        # All hold; true if there is none.
        "and": "Sequence[RemarkFilter]",
        # One holds; false if there is none.
        "or": "Sequence[RemarkFilter]",
        # Does not hold.
        "not": "RemarkFilter",
    },
    total=False,
)

RemarkManyFilter = TypedDict(
    "RemarkManyFilter",
    {
        # There is a row for which this holds.
        "some": "RemarkFilter",
        # There is no row for which this holds.
        "none": "RemarkFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "RemarkFilter",
    },
    total=False,
)

RemarkOrderBy = TypedDict(
    "RemarkOrderBy",
    {
        "reviewId": "Direction",
        "body": "Direction",
        "review": "ReviewOrderBy",
    },
    total=False,
)

RemarkAggregateOrderBy = TypedDict(
    "RemarkAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "RemarkFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "RemarkNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "RemarkNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "RemarkFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "RemarkFieldsOrderBy",
        "review": "ReviewAggregateOrderBy",
    },
    total=False,
)

RemarkInsertInput = TypedDict(
    "RemarkInsertInput",
    {
        # Column `review_id`.
        "reviewId": "int",
        # Column `body`.
        "body": "Required[str]",
        # What is done with rows of `review` through the foreign key `remark_ibfk_1`.
        "review": "RemarkReviewToOneInput",
    },
    total=False,
)

RemarkUpdateInput = TypedDict(
    "RemarkUpdateInput",
    {
        # Column `review_id`.
        "reviewId": "int",
        # Column `body`.
        "body": "str",
        # What is done with rows of `review` through the foreign key `remark_ibfk_1`.
        "review": "RemarkReviewToOneInput",
    },
    total=False,
)

RemarkFieldsOrderBy = TypedDict(
    "RemarkFieldsOrderBy",
    {
        "reviewId": "Direction",
        "body": "Direction",
    },
    total=False,
)

RemarkNumbersOrderBy = TypedDict(
    "RemarkNumbersOrderBy",
    {
        "reviewId": "Direction",
    },
    total=False,
)

RemarkUpdateManyInput = TypedDict(
    "RemarkUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "RemarkFilter",
        # What they are set to.
        "set": "Required[RemarkUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

Remark_Column = Literal[
    "reviewId",
    "body",
]

Remark_Columns = TypedDict(
    "Remark_Columns",
    {
        "reviewId": "int",
        "body": "str",
    },
    total=False,
)

Remark_Group = Literal[
    "reviewId",
    "body",
]

Remark_Ordered = Literal[
    "reviewId",
    "body",
]

Remark_Number = Literal[
    "reviewId",
]

Remark_Keys = TypedDict(
    "Remark_Keys",
    {
        "reviewId": "int",
        "body": "str",
    },
    total=False,
)

Remark_Sums = TypedDict(
    "Remark_Sums",
    {
        "reviewId": "str | None",
    },
    total=False,
)

Remark_Values = TypedDict(
    "Remark_Values",
    {
        "reviewId": "int | None",
        "body": "str | None",
    },
    total=False,
)

Remark_Embed = TypedDict(
    "Remark_Embed",
    {
        "review": "bool | Review_One",
        "etag": "bool",
    },
    total=False,
)

Remark_Lists = TypedDict(
    "Remark_Lists",
    {
        "distinctOn": "Sequence[Remark_Column]",
    },
    total=False,
)

Remark_One = TypedDict(
    "Remark_One",
    {
        "embed": "Remark_Embed",
    },
    total=False,
)

Remark_Many = TypedDict(
    "Remark_Many",
    {
        "filter": "RemarkFilter",
        "order_by": "Sequence[RemarkOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Remark_Embed",
        "lists": "Remark_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Tag:
    """Table `tag`."""

    word: str
    """Column `word`."""

    bookTagCollection: list[BookTag] | None = None
    """Through the foreign key `book_tag_ibfk_2`, to table `book_tag`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

TagFilter = TypedDict(
    "TagFilter",
    {
        "word": "StringFilter",
        "bookTagCollection": "BookTagManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[TagFilter]",
        # One holds; false if there is none.
        "or": "Sequence[TagFilter]",
        # Does not hold.
        "not": "TagFilter",
    },
    total=False,
)

TagOrderBy = TypedDict(
    "TagOrderBy",
    {
        "word": "Direction",
        "bookTagCollection": "BookTagAggregateOrderBy",
    },
    total=False,
)

TagAggregateOrderBy = TypedDict(
    "TagAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "TagFieldsOrderBy",
        # The least of the values; null where there are none.
        "min": "TagFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "TagFieldsOrderBy",
    },
    total=False,
)

TagInsertInput = TypedDict(
    "TagInsertInput",
    {
        # Column `word`.
        "word": "Required[str]",
        # What is done with rows of `book_tag` through the foreign key `book_tag_ibfk_2`.
        "bookTagCollection": "TagBookTagCollectionToManyInput",
    },
    total=False,
)

TagUpdateInput = TypedDict(
    "TagUpdateInput",
    {
        # Column `word`.
        "word": "str",
        # What is done with rows of `book_tag` through the foreign key `book_tag_ibfk_2`.
        "bookTagCollection": "TagBookTagCollectionToManyInput",
    },
    total=False,
)

TagFieldsOrderBy = TypedDict(
    "TagFieldsOrderBy",
    {
        "word": "Direction",
    },
    total=False,
)

TagOnConflict = TypedDict(
    "TagOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Tag_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Tag_Column]",
    },
    total=False,
)

TagUniqueInput = TypedDict(
    "TagUniqueInput",
    {
        # Column `word`.
        "word": "str",
    },
    total=False,
)

TagUpsertInput = TypedDict(
    "TagUpsertInput",
    {
        # The row.
        "create": "Required[TagInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "TagOnConflict",
    },
    total=False,
)

Tag_Column = Literal[
    "word",
]

Tag_Columns = TypedDict(
    "Tag_Columns",
    {
        "word": "str",
    },
    total=False,
)

Tag_Group = Literal[
    "word",
]

Tag_Ordered = Literal[
    "word",
]

Tag_Number = Never

Tag_Keys = TypedDict(
    "Tag_Keys",
    {
        "word": "str",
    },
    total=False,
)

Tag_Sums = TypedDict(
    "Tag_Sums",
    {
    },
    total=False,
)

Tag_Values = TypedDict(
    "Tag_Values",
    {
        "word": "str | None",
    },
    total=False,
)

Tag_Key = TypedDict(
    "Tag_Key",
    {
        "word": "Required[str]",
    },
    total=False,
)

Tag_Embed = TypedDict(
    "Tag_Embed",
    {
        "bookTagCollection": "bool | BookTag_Many",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Tag_Lists = TypedDict(
    "Tag_Lists",
    {
        "distinctOn": "Sequence[Tag_Column]",
    },
    total=False,
)

Tag_One = TypedDict(
    "Tag_One",
    {
        "embed": "Tag_Embed",
    },
    total=False,
)

Tag_Many = TypedDict(
    "Tag_Many",
    {
        "filter": "TagFilter",
        "order_by": "Sequence[TagOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Tag_Embed",
        "lists": "Tag_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class BookTag:
    """Table `book_tag`."""

    bookId: int
    """Column `book_id`."""

    tag: str
    """Column `tag`."""

    weight: int
    """Column `weight`."""

    book: Book | None = None
    """Through the foreign key `book_tag_ibfk_1`, to table `book`: where it is embedded."""

    tagByTag: Tag | None = None
    """Through the foreign key `book_tag_ibfk_2`, to table `tag`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

BookTagFilter = TypedDict(
    "BookTagFilter",
    {
        "bookId": "IntFilter",
        "tag": "StringFilter",
        "weight": "IntFilter",
        # There is such a row, and this holds for it.
        "book": "BookFilter",
        # There is such a row, and this holds for it.
        "tagByTag": "TagFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[BookTagFilter]",
        # One holds; false if there is none.
        "or": "Sequence[BookTagFilter]",
        # Does not hold.
        "not": "BookTagFilter",
    },
    total=False,
)

BookTagManyFilter = TypedDict(
    "BookTagManyFilter",
    {
        # There is a row for which this holds.
        "some": "BookTagFilter",
        # There is no row for which this holds.
        "none": "BookTagFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "BookTagFilter",
    },
    total=False,
)

BookTagOrderBy = TypedDict(
    "BookTagOrderBy",
    {
        "bookId": "Direction",
        "tag": "Direction",
        "weight": "Direction",
        "book": "BookOrderBy",
        "tagByTag": "TagOrderBy",
    },
    total=False,
)

BookTagAggregateOrderBy = TypedDict(
    "BookTagAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "BookTagFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "BookTagNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "BookTagNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "BookTagFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "BookTagFieldsOrderBy",
        "book": "BookAggregateOrderBy",
        "tagByTag": "TagAggregateOrderBy",
    },
    total=False,
)

BookTagInsertInput = TypedDict(
    "BookTagInsertInput",
    {
        # Column `book_id`.
        "bookId": "int",
        # Column `tag`.
        "tag": "str",
        # Column `weight`.
        "weight": "int",
        # What is done with rows of `book` through the foreign key `book_tag_ibfk_1`.
        "book": "BookTagBookToOneInput",
        # What is done with rows of `tag` through the foreign key `book_tag_ibfk_2`.
        "tagByTag": "BookTagTagByTagToOneInput",
    },
    total=False,
)

BookTagUpdateInput = TypedDict(
    "BookTagUpdateInput",
    {
        # Column `book_id`.
        "bookId": "int",
        # Column `tag`.
        "tag": "str",
        # Column `weight`.
        "weight": "int",
        # What is done with rows of `book` through the foreign key `book_tag_ibfk_1`.
        "book": "BookTagBookToOneInput",
        # What is done with rows of `tag` through the foreign key `book_tag_ibfk_2`.
        "tagByTag": "BookTagTagByTagToOneInput",
    },
    total=False,
)

BookTagFieldsOrderBy = TypedDict(
    "BookTagFieldsOrderBy",
    {
        "bookId": "Direction",
        "tag": "Direction",
        "weight": "Direction",
    },
    total=False,
)

BookTagNumbersOrderBy = TypedDict(
    "BookTagNumbersOrderBy",
    {
        "bookId": "Direction",
        "weight": "Direction",
    },
    total=False,
)

BookTagOnConflict = TypedDict(
    "BookTagOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[BookTag_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[BookTag_Column]",
    },
    total=False,
)

BookTagUniqueInput = TypedDict(
    "BookTagUniqueInput",
    {
        # Column `book_id`.
        "bookId": "int",
        # Column `tag`.
        "tag": "str",
    },
    total=False,
)

BookTagUpsertInput = TypedDict(
    "BookTagUpsertInput",
    {
        # The row.
        "create": "Required[BookTagInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "BookTagOnConflict",
    },
    total=False,
)

BookTagUpdateManyInput = TypedDict(
    "BookTagUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "BookTagFilter",
        # What they are set to.
        "set": "Required[BookTagUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

BookTag_Column = Literal[
    "bookId",
    "tag",
    "weight",
]

BookTag_Columns = TypedDict(
    "BookTag_Columns",
    {
        "bookId": "int",
        "tag": "str",
        "weight": "int",
    },
    total=False,
)

BookTag_Group = Literal[
    "bookId",
    "tag",
    "weight",
]

BookTag_Ordered = Literal[
    "bookId",
    "tag",
    "weight",
]

BookTag_Number = Literal[
    "bookId",
    "weight",
]

BookTag_Keys = TypedDict(
    "BookTag_Keys",
    {
        "bookId": "int",
        "tag": "str",
        "weight": "int",
    },
    total=False,
)

BookTag_Sums = TypedDict(
    "BookTag_Sums",
    {
        "bookId": "str | None",
        "weight": "str | None",
    },
    total=False,
)

BookTag_Values = TypedDict(
    "BookTag_Values",
    {
        "bookId": "int | None",
        "tag": "str | None",
        "weight": "int | None",
    },
    total=False,
)

BookTag_Key = TypedDict(
    "BookTag_Key",
    {
        "bookId": "Required[int]",
        "tag": "Required[str]",
    },
    total=False,
)

BookTag_Embed = TypedDict(
    "BookTag_Embed",
    {
        "book": "bool | Book_One",
        "tagByTag": "bool | Tag_One",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

BookTag_Lists = TypedDict(
    "BookTag_Lists",
    {
        "distinctOn": "Sequence[BookTag_Column]",
    },
    total=False,
)

BookTag_One = TypedDict(
    "BookTag_One",
    {
        "embed": "BookTag_Embed",
    },
    total=False,
)

BookTag_Many = TypedDict(
    "BookTag_Many",
    {
        "filter": "BookTagFilter",
        "order_by": "Sequence[BookTagOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "BookTag_Embed",
        "lists": "BookTag_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Category:
    """Table `category`."""

    id: int
    """Column `id`."""

    name: str
    """Column `name`."""

    parentId: int | None
    """Column `parent_id`."""

    parent: Category | None = None
    """Through the foreign key `category_ibfk_1`, to table `category`: where it is embedded."""

    categoryCollection: list[Category] | None = None
    """Through the foreign key `category_ibfk_1`, to table `category`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

CategoryFilter = TypedDict(
    "CategoryFilter",
    {
        "id": "IntFilter",
        "name": "StringFilter",
        "parentId": "IntFilter",
        # There is such a row, and this holds for it.
        "parent": "CategoryFilter",
        "categoryCollection": "CategoryManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[CategoryFilter]",
        # One holds; false if there is none.
        "or": "Sequence[CategoryFilter]",
        # Does not hold.
        "not": "CategoryFilter",
    },
    total=False,
)

CategoryManyFilter = TypedDict(
    "CategoryManyFilter",
    {
        # There is a row for which this holds.
        "some": "CategoryFilter",
        # There is no row for which this holds.
        "none": "CategoryFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "CategoryFilter",
    },
    total=False,
)

CategoryOrderBy = TypedDict(
    "CategoryOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
        "parentId": "Direction",
        "parent": "CategoryOrderBy",
        "categoryCollection": "CategoryAggregateOrderBy",
    },
    total=False,
)

CategoryAggregateOrderBy = TypedDict(
    "CategoryAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "CategoryFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "CategoryNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "CategoryNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "CategoryFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "CategoryFieldsOrderBy",
        "parent": "CategoryAggregateOrderBy",
    },
    total=False,
)

CategoryInsertInput = TypedDict(
    "CategoryInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `name`.
        "name": "Required[str]",
        # Column `parent_id`.
        "parentId": "int | None",
        # What is done with rows of `category` through the foreign key `category_ibfk_1`.
        "parent": "CategoryParentToOneInput",
        # What is done with rows of `category` through the foreign key `category_ibfk_1`.
        "categoryCollection": "CategoryCategoryCollectionToManyInput",
    },
    total=False,
)

CategoryUpdateInput = TypedDict(
    "CategoryUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `name`.
        "name": "str",
        # Column `parent_id`.
        "parentId": "int | None",
        # What is done with rows of `category` through the foreign key `category_ibfk_1`.
        "parent": "CategoryParentToOneInput",
        # What is done with rows of `category` through the foreign key `category_ibfk_1`.
        "categoryCollection": "CategoryCategoryCollectionToManyInput",
    },
    total=False,
)

CategoryFieldsOrderBy = TypedDict(
    "CategoryFieldsOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
        "parentId": "Direction",
    },
    total=False,
)

CategoryNumbersOrderBy = TypedDict(
    "CategoryNumbersOrderBy",
    {
        "id": "Direction",
        "parentId": "Direction",
    },
    total=False,
)

CategoryOnConflict = TypedDict(
    "CategoryOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Category_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Category_Column]",
    },
    total=False,
)

CategoryUniqueInput = TypedDict(
    "CategoryUniqueInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

CategoryUpsertInput = TypedDict(
    "CategoryUpsertInput",
    {
        # The row.
        "create": "Required[CategoryInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "CategoryOnConflict",
    },
    total=False,
)

CategoryUpdateManyInput = TypedDict(
    "CategoryUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "CategoryFilter",
        # What they are set to.
        "set": "Required[CategoryUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

Category_Column = Literal[
    "id",
    "name",
    "parentId",
]

Category_Columns = TypedDict(
    "Category_Columns",
    {
        "id": "int",
        "name": "str",
        "parentId": "int | None",
    },
    total=False,
)

Category_Group = Literal[
    "id",
    "name",
    "parentId",
]

Category_Ordered = Literal[
    "id",
    "name",
    "parentId",
]

Category_Number = Literal[
    "id",
    "parentId",
]

Category_Keys = TypedDict(
    "Category_Keys",
    {
        "id": "int",
        "name": "str",
        "parentId": "int | None",
    },
    total=False,
)

Category_Sums = TypedDict(
    "Category_Sums",
    {
        "id": "str | None",
        "parentId": "str | None",
    },
    total=False,
)

Category_Values = TypedDict(
    "Category_Values",
    {
        "id": "int | None",
        "name": "str | None",
        "parentId": "int | None",
    },
    total=False,
)

Category_Key = TypedDict(
    "Category_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Category_Embed = TypedDict(
    "Category_Embed",
    {
        "parent": "bool | Category_One",
        "categoryCollection": "bool | Category_Many",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Category_Lists = TypedDict(
    "Category_Lists",
    {
        "distinctOn": "Sequence[Category_Column]",
    },
    total=False,
)

Category_One = TypedDict(
    "Category_One",
    {
        "embed": "Category_Embed",
    },
    total=False,
)

Category_Many = TypedDict(
    "Category_Many",
    {
        "filter": "CategoryFilter",
        "order_by": "Sequence[CategoryOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Category_Embed",
        "lists": "Category_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class ShopOrder:
    """Table `shop_order`."""

    shop: int
    """Column `shop`."""

    number: int
    """Column `number`."""

    orderLineCollection: list[OrderLine] | None = None
    """Through the foreign key `order_line_ibfk_1`, to table `order_line`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

ShopOrderFilter = TypedDict(
    "ShopOrderFilter",
    {
        "shop": "IntFilter",
        "number": "IntFilter",
        "orderLineCollection": "OrderLineManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[ShopOrderFilter]",
        # One holds; false if there is none.
        "or": "Sequence[ShopOrderFilter]",
        # Does not hold.
        "not": "ShopOrderFilter",
    },
    total=False,
)

ShopOrderOrderBy = TypedDict(
    "ShopOrderOrderBy",
    {
        "shop": "Direction",
        "number": "Direction",
        "orderLineCollection": "OrderLineAggregateOrderBy",
    },
    total=False,
)

ShopOrderAggregateOrderBy = TypedDict(
    "ShopOrderAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "ShopOrderFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "ShopOrderNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "ShopOrderNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "ShopOrderFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "ShopOrderFieldsOrderBy",
    },
    total=False,
)

ShopOrderInsertInput = TypedDict(
    "ShopOrderInsertInput",
    {
        # Column `shop`.
        "shop": "Required[int]",
        # Column `number`.
        "number": "Required[int]",
        # What is done with rows of `order_line` through the foreign key `order_line_ibfk_1`.
        "orderLineCollection": "ShopOrderOrderLineCollectionToManyInput",
    },
    total=False,
)

ShopOrderUpdateInput = TypedDict(
    "ShopOrderUpdateInput",
    {
        # Column `shop`.
        "shop": "int",
        # Column `number`.
        "number": "int",
        # What is done with rows of `order_line` through the foreign key `order_line_ibfk_1`.
        "orderLineCollection": "ShopOrderOrderLineCollectionToManyInput",
    },
    total=False,
)

ShopOrderFieldsOrderBy = TypedDict(
    "ShopOrderFieldsOrderBy",
    {
        "shop": "Direction",
        "number": "Direction",
    },
    total=False,
)

ShopOrderNumbersOrderBy = TypedDict(
    "ShopOrderNumbersOrderBy",
    {
        "shop": "Direction",
        "number": "Direction",
    },
    total=False,
)

ShopOrderOnConflict = TypedDict(
    "ShopOrderOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[ShopOrder_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[ShopOrder_Column]",
    },
    total=False,
)

ShopOrderUniqueInput = TypedDict(
    "ShopOrderUniqueInput",
    {
        # Column `shop`.
        "shop": "int",
        # Column `number`.
        "number": "int",
    },
    total=False,
)

ShopOrderUpsertInput = TypedDict(
    "ShopOrderUpsertInput",
    {
        # The row.
        "create": "Required[ShopOrderInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "ShopOrderOnConflict",
    },
    total=False,
)

ShopOrder_Column = Literal[
    "shop",
    "number",
]

ShopOrder_Columns = TypedDict(
    "ShopOrder_Columns",
    {
        "shop": "int",
        "number": "int",
    },
    total=False,
)

ShopOrder_Group = Literal[
    "shop",
    "number",
]

ShopOrder_Ordered = Literal[
    "shop",
    "number",
]

ShopOrder_Number = Literal[
    "shop",
    "number",
]

ShopOrder_Keys = TypedDict(
    "ShopOrder_Keys",
    {
        "shop": "int",
        "number": "int",
    },
    total=False,
)

ShopOrder_Sums = TypedDict(
    "ShopOrder_Sums",
    {
        "shop": "str | None",
        "number": "str | None",
    },
    total=False,
)

ShopOrder_Values = TypedDict(
    "ShopOrder_Values",
    {
        "shop": "int | None",
        "number": "int | None",
    },
    total=False,
)

ShopOrder_Key = TypedDict(
    "ShopOrder_Key",
    {
        "shop": "Required[int]",
        "number": "Required[int]",
    },
    total=False,
)

ShopOrder_Embed = TypedDict(
    "ShopOrder_Embed",
    {
        "orderLineCollection": "bool | OrderLine_Many",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

ShopOrder_Lists = TypedDict(
    "ShopOrder_Lists",
    {
        "distinctOn": "Sequence[ShopOrder_Column]",
    },
    total=False,
)

ShopOrder_One = TypedDict(
    "ShopOrder_One",
    {
        "embed": "ShopOrder_Embed",
    },
    total=False,
)

ShopOrder_Many = TypedDict(
    "ShopOrder_Many",
    {
        "filter": "ShopOrderFilter",
        "order_by": "Sequence[ShopOrderOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "ShopOrder_Embed",
        "lists": "ShopOrder_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class OrderLine:
    """Table `order_line`."""

    shop: int
    """Column `shop`."""

    number: int
    """Column `number`."""

    line: int
    """Column `line`."""

    what: str
    """Column `what`."""

    shopOrder: ShopOrder | None = None
    """Through the foreign key `order_line_ibfk_1`, to table `shop_order`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

OrderLineFilter = TypedDict(
    "OrderLineFilter",
    {
        "shop": "IntFilter",
        "number": "IntFilter",
        "line": "IntFilter",
        "what": "StringFilter",
        # There is such a row, and this holds for it.
        "shopOrder": "ShopOrderFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[OrderLineFilter]",
        # One holds; false if there is none.
        "or": "Sequence[OrderLineFilter]",
        # Does not hold.
        "not": "OrderLineFilter",
    },
    total=False,
)

OrderLineManyFilter = TypedDict(
    "OrderLineManyFilter",
    {
        # There is a row for which this holds.
        "some": "OrderLineFilter",
        # There is no row for which this holds.
        "none": "OrderLineFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "OrderLineFilter",
    },
    total=False,
)

OrderLineOrderBy = TypedDict(
    "OrderLineOrderBy",
    {
        "shop": "Direction",
        "number": "Direction",
        "line": "Direction",
        "what": "Direction",
        "shopOrder": "ShopOrderOrderBy",
    },
    total=False,
)

OrderLineAggregateOrderBy = TypedDict(
    "OrderLineAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "OrderLineFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "OrderLineNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "OrderLineNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "OrderLineFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "OrderLineFieldsOrderBy",
        "shopOrder": "ShopOrderAggregateOrderBy",
    },
    total=False,
)

OrderLineInsertInput = TypedDict(
    "OrderLineInsertInput",
    {
        # Column `shop`.
        "shop": "int",
        # Column `number`.
        "number": "int",
        # Column `line`.
        "line": "Required[int]",
        # Column `what`.
        "what": "Required[str]",
        # What is done with rows of `shop_order` through the foreign key `order_line_ibfk_1`.
        "shopOrder": "OrderLineShopOrderToOneInput",
    },
    total=False,
)

OrderLineUpdateInput = TypedDict(
    "OrderLineUpdateInput",
    {
        # Column `shop`.
        "shop": "int",
        # Column `number`.
        "number": "int",
        # Column `line`.
        "line": "int",
        # Column `what`.
        "what": "str",
        # What is done with rows of `shop_order` through the foreign key `order_line_ibfk_1`.
        "shopOrder": "OrderLineShopOrderToOneInput",
    },
    total=False,
)

OrderLineFieldsOrderBy = TypedDict(
    "OrderLineFieldsOrderBy",
    {
        "shop": "Direction",
        "number": "Direction",
        "line": "Direction",
        "what": "Direction",
    },
    total=False,
)

OrderLineNumbersOrderBy = TypedDict(
    "OrderLineNumbersOrderBy",
    {
        "shop": "Direction",
        "number": "Direction",
        "line": "Direction",
    },
    total=False,
)

OrderLineOnConflict = TypedDict(
    "OrderLineOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[OrderLine_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[OrderLine_Column]",
    },
    total=False,
)

OrderLineUniqueInput = TypedDict(
    "OrderLineUniqueInput",
    {
        # Column `shop`.
        "shop": "int",
        # Column `number`.
        "number": "int",
        # Column `line`.
        "line": "int",
    },
    total=False,
)

OrderLineUpsertInput = TypedDict(
    "OrderLineUpsertInput",
    {
        # The row.
        "create": "Required[OrderLineInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "OrderLineOnConflict",
    },
    total=False,
)

OrderLineUpdateManyInput = TypedDict(
    "OrderLineUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "OrderLineFilter",
        # What they are set to.
        "set": "Required[OrderLineUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

OrderLine_Column = Literal[
    "shop",
    "number",
    "line",
    "what",
]

OrderLine_Columns = TypedDict(
    "OrderLine_Columns",
    {
        "shop": "int",
        "number": "int",
        "line": "int",
        "what": "str",
    },
    total=False,
)

OrderLine_Group = Literal[
    "shop",
    "number",
    "line",
    "what",
]

OrderLine_Ordered = Literal[
    "shop",
    "number",
    "line",
    "what",
]

OrderLine_Number = Literal[
    "shop",
    "number",
    "line",
]

OrderLine_Keys = TypedDict(
    "OrderLine_Keys",
    {
        "shop": "int",
        "number": "int",
        "line": "int",
        "what": "str",
    },
    total=False,
)

OrderLine_Sums = TypedDict(
    "OrderLine_Sums",
    {
        "shop": "str | None",
        "number": "str | None",
        "line": "str | None",
    },
    total=False,
)

OrderLine_Values = TypedDict(
    "OrderLine_Values",
    {
        "shop": "int | None",
        "number": "int | None",
        "line": "int | None",
        "what": "str | None",
    },
    total=False,
)

OrderLine_Key = TypedDict(
    "OrderLine_Key",
    {
        "shop": "Required[int]",
        "number": "Required[int]",
        "line": "Required[int]",
    },
    total=False,
)

OrderLine_Embed = TypedDict(
    "OrderLine_Embed",
    {
        "shopOrder": "bool | ShopOrder_One",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

OrderLine_Lists = TypedDict(
    "OrderLine_Lists",
    {
        "distinctOn": "Sequence[OrderLine_Column]",
    },
    total=False,
)

OrderLine_One = TypedDict(
    "OrderLine_One",
    {
        "embed": "OrderLine_Embed",
    },
    total=False,
)

OrderLine_Many = TypedDict(
    "OrderLine_Many",
    {
        "filter": "OrderLineFilter",
        "order_by": "Sequence[OrderLineOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "OrderLine_Embed",
        "lists": "OrderLine_Lists",
    },
    total=False,
)

CountryAuthorCollectionToManyInput = TypedDict(
    "CountryAuthorCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[AuthorInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[AuthorUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[AuthorUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[AuthorUpdateManyInput]",
        # Takes the reference away and leaves the row: for changes of rows only.
        "disconnect": "Sequence[AuthorUniqueInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[AuthorUniqueInput]",
    },
    total=False,
)

AuthorCountryToOneInput = TypedDict(
    "AuthorCountryToOneInput",
    {
        # Adds a row and relates.
        "create": "CountryInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "CountryUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "CountryUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "CountryUpdateInput",
        # Takes the reference away and leaves the row: for changes of rows only.
        "disconnect": "bool",
        # Removes the related row: for changes of rows only.
        "delete": "bool",
    },
    total=False,
)

AuthorBookCollectionToManyInput = TypedDict(
    "AuthorBookCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[BookInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[BookUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[BookUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[BookUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[BookUniqueInput]",
    },
    total=False,
)

AuthorBookCollectionByEditorToManyInput = TypedDict(
    "AuthorBookCollectionByEditorToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[BookInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[BookUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[BookUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[BookUpdateManyInput]",
        # Takes the reference away and leaves the row: for changes of rows only.
        "disconnect": "Sequence[BookUniqueInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[BookUniqueInput]",
    },
    total=False,
)

BookAuthorToOneInput = TypedDict(
    "BookAuthorToOneInput",
    {
        # Adds a row and relates.
        "create": "AuthorInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "AuthorUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "AuthorUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "AuthorUpdateInput",
    },
    total=False,
)

BookEditorToOneInput = TypedDict(
    "BookEditorToOneInput",
    {
        # Adds a row and relates.
        "create": "AuthorInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "AuthorUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "AuthorUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "AuthorUpdateInput",
        # Takes the reference away and leaves the row: for changes of rows only.
        "disconnect": "bool",
        # Removes the related row: for changes of rows only.
        "delete": "bool",
    },
    total=False,
)

BookCoverToOneInput = TypedDict(
    "BookCoverToOneInput",
    {
        # Adds a row and relates.
        "create": "CoverInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "CoverUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "CoverUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "CoverUpdateInput",
        # Takes the reference away and leaves the row: for changes of rows only.
        "disconnect": "bool",
        # Removes the related row: for changes of rows only.
        "delete": "bool",
    },
    total=False,
)

BookReviewCollectionToManyInput = TypedDict(
    "BookReviewCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[ReviewInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[ReviewUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[ReviewUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[ReviewUpdateManyInput]",
        # Takes the reference away and leaves the row: for changes of rows only.
        "disconnect": "Sequence[ReviewUniqueInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[ReviewUniqueInput]",
    },
    total=False,
)

BookBookTagCollectionToManyInput = TypedDict(
    "BookBookTagCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[BookTagInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[BookTagUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[BookTagUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[BookTagUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[BookTagUniqueInput]",
    },
    total=False,
)

CoverBookToOneInput = TypedDict(
    "CoverBookToOneInput",
    {
        # Adds a row and relates.
        "create": "BookInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "BookUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "BookUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "BookUpdateInput",
        # Takes the reference away and leaves the row: for changes of rows only.
        "disconnect": "bool",
        # Removes the related row: for changes of rows only.
        "delete": "bool",
    },
    total=False,
)

ReviewBookToOneInput = TypedDict(
    "ReviewBookToOneInput",
    {
        # Adds a row and relates.
        "create": "BookInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "BookUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "BookUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "BookUpdateInput",
        # Takes the reference away and leaves the row: for changes of rows only.
        "disconnect": "bool",
        # Removes the related row: for changes of rows only.
        "delete": "bool",
    },
    total=False,
)

ReviewRemarkCollectionToManyInput = TypedDict(
    "ReviewRemarkCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[RemarkInsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[RemarkUpdateManyInput]",
    },
    total=False,
)

RemarkReviewToOneInput = TypedDict(
    "RemarkReviewToOneInput",
    {
        # Adds a row and relates.
        "create": "ReviewInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "ReviewUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "ReviewUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "ReviewUpdateInput",
    },
    total=False,
)

TagBookTagCollectionToManyInput = TypedDict(
    "TagBookTagCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[BookTagInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[BookTagUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[BookTagUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[BookTagUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[BookTagUniqueInput]",
    },
    total=False,
)

BookTagBookToOneInput = TypedDict(
    "BookTagBookToOneInput",
    {
        # Adds a row and relates.
        "create": "BookInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "BookUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "BookUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "BookUpdateInput",
    },
    total=False,
)

BookTagTagByTagToOneInput = TypedDict(
    "BookTagTagByTagToOneInput",
    {
        # Adds a row and relates.
        "create": "TagInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "TagUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "TagUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "TagUpdateInput",
    },
    total=False,
)

CategoryParentToOneInput = TypedDict(
    "CategoryParentToOneInput",
    {
        # Adds a row and relates.
        "create": "CategoryInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "CategoryUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "CategoryUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "CategoryUpdateInput",
        # Takes the reference away and leaves the row: for changes of rows only.
        "disconnect": "bool",
        # Removes the related row: for changes of rows only.
        "delete": "bool",
    },
    total=False,
)

CategoryCategoryCollectionToManyInput = TypedDict(
    "CategoryCategoryCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[CategoryInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[CategoryUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[CategoryUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[CategoryUpdateManyInput]",
        # Takes the reference away and leaves the row: for changes of rows only.
        "disconnect": "Sequence[CategoryUniqueInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[CategoryUniqueInput]",
    },
    total=False,
)

ShopOrderOrderLineCollectionToManyInput = TypedDict(
    "ShopOrderOrderLineCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[OrderLineInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[OrderLineUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[OrderLineUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[OrderLineUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[OrderLineUniqueInput]",
    },
    total=False,
)

OrderLineShopOrderToOneInput = TypedDict(
    "OrderLineShopOrderToOneInput",
    {
        # Adds a row and relates.
        "create": "ShopOrderInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "ShopOrderUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "ShopOrderUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "ShopOrderUpdateInput",
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
    "country": TableMeta(
        type="Country",
        row=Country,
        key={
            "code": "String!",
        },
        columns={
            "code": "code",
            "name": "name",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
        },
        many={
            "authorCollection": ("authorCollection", "author"),
        },
        lists={
            "distinctOn": "[CountryColumn!]",
        },
    ),
    "author": TableMeta(
        type="Author",
        row=Author,
        key={
            "id": "BigInt!",
        },
        columns={
            "id": "id",
            "name": "name",
            "countryCode": "countryCode",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "country": ("country", "country"),
        },
        many={
            "bookCollection": ("bookCollection", "book"),
            "bookCollectionByEditor": ("bookCollectionByEditor", "book"),
        },
        lists={
            "distinctOn": "[AuthorColumn!]",
        },
    ),
    "book": TableMeta(
        type="Book",
        row=Book,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "isbn": "isbn",
            "title": "title",
            "price": "price",
            "authorId": "authorId",
            "editorId": "editorId",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "author": ("author", "author"),
            "editor": ("editor", "author"),
            "cover": ("cover", "cover"),
        },
        many={
            "reviewCollection": ("reviewCollection", "review"),
            "bookTagCollection": ("bookTagCollection", "bookTag"),
        },
        lists={
            "distinctOn": "[BookColumn!]",
        },
    ),
    "cover": TableMeta(
        type="Cover",
        row=Cover,
        key={
            "id": "Int!",
        },
        columns={
            "bookId": "bookId",
            "color": "color",
            "id": "id",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "book": ("book", "book"),
        },
        many={
        },
        lists={
            "distinctOn": "[CoverColumn!]",
        },
    ),
    "review": TableMeta(
        type="Review",
        row=Review,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "bookId": "bookId",
            "rating": "rating",
            "slug": "slug",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "book": ("book", "book"),
        },
        many={
            "remarkCollection": ("remarkCollection", "remark"),
        },
        lists={
            "distinctOn": "[ReviewColumn!]",
        },
    ),
    "remark": TableMeta(
        type="Remark",
        row=Remark,
        key={
        },
        columns={
            "reviewId": "reviewId",
            "body": "body",
        },
        computed={
            "etag": "etag",
        },
        one={
            "review": ("review", "review"),
        },
        many={
        },
        lists={
            "distinctOn": "[RemarkColumn!]",
        },
    ),
    "tag": TableMeta(
        type="Tag",
        row=Tag,
        key={
            "word": "String!",
        },
        columns={
            "word": "word",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
        },
        many={
            "bookTagCollection": ("bookTagCollection", "bookTag"),
        },
        lists={
            "distinctOn": "[TagColumn!]",
        },
    ),
    "bookTag": TableMeta(
        type="BookTag",
        row=BookTag,
        key={
            "bookId": "Int!",
            "tag": "String!",
        },
        columns={
            "bookId": "bookId",
            "tag": "tag",
            "weight": "weight",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "book": ("book", "book"),
            "tagByTag": ("tagByTag", "tag"),
        },
        many={
        },
        lists={
            "distinctOn": "[BookTagColumn!]",
        },
    ),
    "category": TableMeta(
        type="Category",
        row=Category,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "name": "name",
            "parentId": "parentId",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "parent": ("parent", "category"),
        },
        many={
            "categoryCollection": ("categoryCollection", "category"),
        },
        lists={
            "distinctOn": "[CategoryColumn!]",
        },
    ),
    "shopOrder": TableMeta(
        type="ShopOrder",
        row=ShopOrder,
        key={
            "shop": "Int!",
            "number": "Int!",
        },
        columns={
            "shop": "shop",
            "number": "number",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
        },
        many={
            "orderLineCollection": ("orderLineCollection", "orderLine"),
        },
        lists={
            "distinctOn": "[ShopOrderColumn!]",
        },
    ),
    "orderLine": TableMeta(
        type="OrderLine",
        row=OrderLine,
        key={
            "shop": "Int!",
            "number": "Int!",
            "line": "Int!",
        },
        columns={
            "shop": "shop",
            "number": "number",
            "line": "line",
            "what": "what",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "shopOrder": ("shopOrder", "shopOrder"),
        },
        many={
        },
        lists={
            "distinctOn": "[OrderLineColumn!]",
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
        self.country: KeyedTable[
            Country,
            CountryFilter,
            CountryOrderBy,
            CountryInsertInput,
            CountryUpdateInput,
            Country_Column,
            Country_Embed,
            Country_Lists,
            Country_Group,
            Country_Ordered,
            Country_Number,
            Country_Keys,
            Country_Sums,
            Country_Values,
            Country_Columns,
            Country_Key,
        ] = KeyedTable(self._connection, _TABLES["country"])
        """Table `country`."""
        self.author: KeyedTable[
            Author,
            AuthorFilter,
            AuthorOrderBy,
            AuthorInsertInput,
            AuthorUpdateInput,
            Author_Column,
            Author_Embed,
            Author_Lists,
            Author_Group,
            Author_Ordered,
            Author_Number,
            Author_Keys,
            Author_Sums,
            Author_Values,
            Author_Columns,
            Author_Key,
        ] = KeyedTable(self._connection, _TABLES["author"])
        """Table `author`."""
        self.book: KeyedTable[
            Book,
            BookFilter,
            BookOrderBy,
            BookInsertInput,
            BookUpdateInput,
            Book_Column,
            Book_Embed,
            Book_Lists,
            Book_Group,
            Book_Ordered,
            Book_Number,
            Book_Keys,
            Book_Sums,
            Book_Values,
            Book_Columns,
            Book_Key,
        ] = KeyedTable(self._connection, _TABLES["book"])
        """Table `book`."""
        self.cover: KeyedTable[
            Cover,
            CoverFilter,
            CoverOrderBy,
            CoverInsertInput,
            CoverUpdateInput,
            Cover_Column,
            Cover_Embed,
            Cover_Lists,
            Cover_Group,
            Cover_Ordered,
            Cover_Number,
            Cover_Keys,
            Cover_Sums,
            Cover_Values,
            Cover_Columns,
            Cover_Key,
        ] = KeyedTable(self._connection, _TABLES["cover"])
        """Table `cover`."""
        self.review: KeyedTable[
            Review,
            ReviewFilter,
            ReviewOrderBy,
            ReviewInsertInput,
            ReviewUpdateInput,
            Review_Column,
            Review_Embed,
            Review_Lists,
            Review_Group,
            Review_Ordered,
            Review_Number,
            Review_Keys,
            Review_Sums,
            Review_Values,
            Review_Columns,
            Review_Key,
        ] = KeyedTable(self._connection, _TABLES["review"])
        """Table `review`."""
        self.remark: Table[
            Remark,
            RemarkFilter,
            RemarkOrderBy,
            RemarkInsertInput,
            RemarkUpdateInput,
            Remark_Column,
            Remark_Embed,
            Remark_Lists,
            Remark_Group,
            Remark_Ordered,
            Remark_Number,
            Remark_Keys,
            Remark_Sums,
            Remark_Values,
            Remark_Columns,
        ] = Table(self._connection, _TABLES["remark"])
        """Table `remark`."""
        self.tag: KeyedTable[
            Tag,
            TagFilter,
            TagOrderBy,
            TagInsertInput,
            TagUpdateInput,
            Tag_Column,
            Tag_Embed,
            Tag_Lists,
            Tag_Group,
            Tag_Ordered,
            Tag_Number,
            Tag_Keys,
            Tag_Sums,
            Tag_Values,
            Tag_Columns,
            Tag_Key,
        ] = KeyedTable(self._connection, _TABLES["tag"])
        """Table `tag`."""
        self.bookTag: KeyedTable[
            BookTag,
            BookTagFilter,
            BookTagOrderBy,
            BookTagInsertInput,
            BookTagUpdateInput,
            BookTag_Column,
            BookTag_Embed,
            BookTag_Lists,
            BookTag_Group,
            BookTag_Ordered,
            BookTag_Number,
            BookTag_Keys,
            BookTag_Sums,
            BookTag_Values,
            BookTag_Columns,
            BookTag_Key,
        ] = KeyedTable(self._connection, _TABLES["bookTag"])
        """Table `book_tag`."""
        self.category: KeyedTable[
            Category,
            CategoryFilter,
            CategoryOrderBy,
            CategoryInsertInput,
            CategoryUpdateInput,
            Category_Column,
            Category_Embed,
            Category_Lists,
            Category_Group,
            Category_Ordered,
            Category_Number,
            Category_Keys,
            Category_Sums,
            Category_Values,
            Category_Columns,
            Category_Key,
        ] = KeyedTable(self._connection, _TABLES["category"])
        """Table `category`."""
        self.shopOrder: KeyedTable[
            ShopOrder,
            ShopOrderFilter,
            ShopOrderOrderBy,
            ShopOrderInsertInput,
            ShopOrderUpdateInput,
            ShopOrder_Column,
            ShopOrder_Embed,
            ShopOrder_Lists,
            ShopOrder_Group,
            ShopOrder_Ordered,
            ShopOrder_Number,
            ShopOrder_Keys,
            ShopOrder_Sums,
            ShopOrder_Values,
            ShopOrder_Columns,
            ShopOrder_Key,
        ] = KeyedTable(self._connection, _TABLES["shopOrder"])
        """Table `shop_order`."""
        self.orderLine: KeyedTable[
            OrderLine,
            OrderLineFilter,
            OrderLineOrderBy,
            OrderLineInsertInput,
            OrderLineUpdateInput,
            OrderLine_Column,
            OrderLine_Embed,
            OrderLine_Lists,
            OrderLine_Group,
            OrderLine_Ordered,
            OrderLine_Number,
            OrderLine_Keys,
            OrderLine_Sums,
            OrderLine_Values,
            OrderLine_Columns,
            OrderLine_Key,
        ] = KeyedTable(self._connection, _TABLES["orderLine"])
        """Table `order_line`."""

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
