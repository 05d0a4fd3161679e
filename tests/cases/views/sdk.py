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
class Customer:
    """Table `customer`."""

    id: int
    """Column `id`."""

    name: str
    """Column `name`."""

    country: str | None
    """Column `country`."""

    tier: Literal["basic", "gold"]
    """Column `tier`."""

    purchaseCollection: list[Purchase] | None = None
    """Through the foreign key `purchase_ibfk_1`, to table `purchase`: where it is embedded."""

    goldPurchaseCollection: list[GoldPurchase] | None = None
    """Through the foreign key `purchase_ibfk_1`, to table `gold_purchase`: where it is embedded."""

    purchaseListCollection: list[PurchaseList] | None = None
    """Through the foreign key `purchase_ibfk_1`, to table `purchase_list`: where it is embedded."""

    largeSpender: LargeSpender | None = None
    """Through the foreign key `purchase_ibfk_1`, to table `large_spender`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

CustomerFilter = TypedDict(
    "CustomerFilter",
    {
        "id": "IntFilter",
        "name": "StringFilter",
        "country": "StringFilter",
        "tier": "CustomerTierFilter",
        "purchaseCollection": "PurchaseManyFilter",
        "goldPurchaseCollection": "GoldPurchaseManyFilter",
        "purchaseListCollection": "PurchaseListManyFilter",
        # There is such a row, and this holds for it.
        "largeSpender": "LargeSpenderFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[CustomerFilter]",
        # One holds; false if there is none.
        "or": "Sequence[CustomerFilter]",
        # Does not hold.
        "not": "CustomerFilter",
    },
    total=False,
)

CustomerOrderBy = TypedDict(
    "CustomerOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
        "country": "Direction",
        "tier": "Direction",
        "purchaseCollection": "PurchaseAggregateOrderBy",
        "goldPurchaseCollection": "GoldPurchaseAggregateOrderBy",
        "purchaseListCollection": "PurchaseListAggregateOrderBy",
        "largeSpender": "LargeSpenderOrderBy",
    },
    total=False,
)

CustomerAggregateOrderBy = TypedDict(
    "CustomerAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "CustomerFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "CustomerNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "CustomerNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "CustomerFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "CustomerFieldsOrderBy",
        "largeSpender": "LargeSpenderAggregateOrderBy",
    },
    total=False,
)

CustomerInsertInput = TypedDict(
    "CustomerInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `name`.
        "name": "Required[str]",
        # Column `country`.
        "country": "str | None",
        # Column `tier`.
        "tier": "Literal[\"basic\", \"gold\"]",
        # What is done with rows of `purchase` through the foreign key `purchase_ibfk_1`.
        "purchaseCollection": "CustomerPurchaseCollectionToManyInput",
    },
    total=False,
)

CustomerUpdateInput = TypedDict(
    "CustomerUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `name`.
        "name": "str",
        # Column `country`.
        "country": "str | None",
        # Column `tier`.
        "tier": "Literal[\"basic\", \"gold\"]",
        # What is done with rows of `purchase` through the foreign key `purchase_ibfk_1`.
        "purchaseCollection": "CustomerPurchaseCollectionToManyInput",
    },
    total=False,
)

CustomerFieldsOrderBy = TypedDict(
    "CustomerFieldsOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
        "country": "Direction",
        "tier": "Direction",
    },
    total=False,
)

CustomerNumbersOrderBy = TypedDict(
    "CustomerNumbersOrderBy",
    {
        "id": "Direction",
    },
    total=False,
)

CustomerOnConflict = TypedDict(
    "CustomerOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Customer_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Customer_Column]",
    },
    total=False,
)

CustomerUniqueInput = TypedDict(
    "CustomerUniqueInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

CustomerUpsertInput = TypedDict(
    "CustomerUpsertInput",
    {
        # The row.
        "create": "Required[CustomerInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "CustomerOnConflict",
    },
    total=False,
)

CustomerTier = Literal[
    "basic",
    "gold",
]

CustomerTierFilter = TypedDict(
    "CustomerTierFilter",
    {
        "eq": "CustomerTier",
        "neq": "CustomerTier",
        "gt": "CustomerTier",
        "gte": "CustomerTier",
        "lt": "CustomerTier",
        "lte": "CustomerTier",
        "in": "Sequence[CustomerTier]",
        # None of these; false for NULL.
        "nin": "Sequence[CustomerTier]",
        "is": "FilterIs",
    },
    total=False,
)

Customer_Column = Literal[
    "id",
    "name",
    "country",
    "tier",
]

Customer_Columns = TypedDict(
    "Customer_Columns",
    {
        "id": "int",
        "name": "str",
        "country": "str | None",
        "tier": "Literal[\"basic\", \"gold\"]",
    },
    total=False,
)

Customer_Group = Literal[
    "id",
    "name",
    "country",
    "tier",
]

Customer_Ordered = Literal[
    "id",
    "name",
    "country",
    "tier",
]

Customer_Number = Literal[
    "id",
]

Customer_Keys = TypedDict(
    "Customer_Keys",
    {
        "id": "int",
        "name": "str",
        "country": "str | None",
        "tier": "Literal[\"basic\", \"gold\"]",
    },
    total=False,
)

Customer_Sums = TypedDict(
    "Customer_Sums",
    {
        "id": "str | None",
    },
    total=False,
)

Customer_Values = TypedDict(
    "Customer_Values",
    {
        "id": "int | None",
        "name": "str | None",
        "country": "str | None",
        "tier": "Literal[\"basic\", \"gold\"] | None",
    },
    total=False,
)

Customer_Key = TypedDict(
    "Customer_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Customer_Embed = TypedDict(
    "Customer_Embed",
    {
        "purchaseCollection": "bool | Purchase_Many",
        "goldPurchaseCollection": "bool | GoldPurchase_Many",
        "purchaseListCollection": "bool | PurchaseList_Many",
        "largeSpender": "bool | LargeSpender_One",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Customer_Lists = TypedDict(
    "Customer_Lists",
    {
        "distinctOn": "Sequence[Customer_Column]",
    },
    total=False,
)

Customer_One = TypedDict(
    "Customer_One",
    {
        "embed": "Customer_Embed",
    },
    total=False,
)

Customer_Many = TypedDict(
    "Customer_Many",
    {
        "filter": "CustomerFilter",
        "order_by": "Sequence[CustomerOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Customer_Embed",
        "lists": "Customer_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Purchase:
    """Table `purchase`."""

    id: str
    """Column `id`."""

    customerId: int
    """Column `customer_id`."""

    amount: str
    """Column `amount`."""

    rate: str | None
    """Column `rate`."""

    bought: str
    """Column `bought`."""

    took: str | None
    """Column `took`."""

    tags: list[Literal["a", "b", "c"]]
    """Column `tags`."""

    raw: str | None
    """Column `raw`."""

    extra: Any | None
    """Column `extra`."""

    customer: Customer | None = None
    """Through the foreign key `purchase_ibfk_1`, to table `customer`: where it is embedded."""

    customerTotal: CustomerTotal | None = None
    """Through the foreign key `purchase_ibfk_1`, to table `customer_total`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

PurchaseFilter = TypedDict(
    "PurchaseFilter",
    {
        "id": "BigIntFilter",
        "customerId": "IntFilter",
        "amount": "DecimalFilter",
        "rate": "DecimalFilter",
        "bought": "DatetimeFilter",
        "took": "TimeFilter",
        "tags": "SetFilter",
        "raw": "BytesFilter",
        "extra": "JSONFilter",
        # There is such a row, and this holds for it.
        "customer": "CustomerFilter",
        # There is such a row, and this holds for it.
        "customerTotal": "CustomerTotalFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[PurchaseFilter]",
        # One holds; false if there is none.
        "or": "Sequence[PurchaseFilter]",
        # Does not hold.
        "not": "PurchaseFilter",
    },
    total=False,
)

PurchaseManyFilter = TypedDict(
    "PurchaseManyFilter",
    {
        # There is a row for which this holds.
        "some": "PurchaseFilter",
        # There is no row for which this holds.
        "none": "PurchaseFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "PurchaseFilter",
    },
    total=False,
)

PurchaseOrderBy = TypedDict(
    "PurchaseOrderBy",
    {
        "id": "Direction",
        "customerId": "Direction",
        "amount": "Direction",
        "rate": "Direction",
        "bought": "Direction",
        "took": "Direction",
        "tags": "Direction",
        "raw": "Direction",
        "customer": "CustomerOrderBy",
        "customerTotal": "CustomerTotalOrderBy",
    },
    total=False,
)

PurchaseAggregateOrderBy = TypedDict(
    "PurchaseAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "PurchaseFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "PurchaseNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "PurchaseNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "PurchaseFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "PurchaseFieldsOrderBy",
        "customer": "CustomerAggregateOrderBy",
        "customerTotal": "CustomerTotalAggregateOrderBy",
    },
    total=False,
)

PurchaseInsertInput = TypedDict(
    "PurchaseInsertInput",
    {
        # Column `id`.
        "id": "Required[str | int]",
        # Column `customer_id`.
        "customerId": "int",
        # Column `amount`.
        "amount": "Required[str | int]",
        # Column `rate`.
        "rate": "str | int | None",
        # Column `bought`.
        "bought": "Required[str]",
        # Column `took`.
        "took": "str | None",
        # Column `tags`: any of "a", "b", "c".
        "tags": "Sequence[Literal[\"a\", \"b\", \"c\"]]",
        # Column `raw`.
        "raw": "str | None",
        # Column `extra`.
        "extra": "Any | None",
        # What is done with rows of `customer` through the foreign key `purchase_ibfk_1`.
        "customer": "PurchaseCustomerToOneInput",
    },
    total=False,
)

PurchaseUpdateInput = TypedDict(
    "PurchaseUpdateInput",
    {
        # Column `id`.
        "id": "str | int",
        # Column `customer_id`.
        "customerId": "int",
        # Column `amount`.
        "amount": "str | int",
        # Column `rate`.
        "rate": "str | int | None",
        # Column `bought`.
        "bought": "str",
        # Column `took`.
        "took": "str | None",
        # Column `tags`: any of "a", "b", "c".
        "tags": "Sequence[Literal[\"a\", \"b\", \"c\"]]",
        # Column `raw`.
        "raw": "str | None",
        # Column `extra`.
        "extra": "Any | None",
        # What is done with rows of `customer` through the foreign key `purchase_ibfk_1`.
        "customer": "PurchaseCustomerToOneInput",
    },
    total=False,
)

PurchaseFieldsOrderBy = TypedDict(
    "PurchaseFieldsOrderBy",
    {
        "id": "Direction",
        "customerId": "Direction",
        "amount": "Direction",
        "rate": "Direction",
        "bought": "Direction",
        "took": "Direction",
        "tags": "Direction",
        "raw": "Direction",
    },
    total=False,
)

PurchaseNumbersOrderBy = TypedDict(
    "PurchaseNumbersOrderBy",
    {
        "id": "Direction",
        "customerId": "Direction",
        "amount": "Direction",
        "rate": "Direction",
    },
    total=False,
)

PurchaseOnConflict = TypedDict(
    "PurchaseOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Purchase_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Purchase_Column]",
    },
    total=False,
)

PurchaseUniqueInput = TypedDict(
    "PurchaseUniqueInput",
    {
        # Column `id`.
        "id": "str | int",
    },
    total=False,
)

PurchaseUpsertInput = TypedDict(
    "PurchaseUpsertInput",
    {
        # The row.
        "create": "Required[PurchaseInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "PurchaseOnConflict",
    },
    total=False,
)

PurchaseUpdateManyInput = TypedDict(
    "PurchaseUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "PurchaseFilter",
        # What they are set to.
        "set": "Required[PurchaseUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

Purchase_Column = Literal[
    "id",
    "customerId",
    "amount",
    "rate",
    "bought",
    "took",
    "tags",
    "raw",
    "extra",
]

Purchase_Columns = TypedDict(
    "Purchase_Columns",
    {
        "id": "str",
        "customerId": "int",
        "amount": "str",
        "rate": "str | None",
        "bought": "str",
        "took": "str | None",
        "tags": "list[Literal[\"a\", \"b\", \"c\"]]",
        "raw": "str | None",
        "extra": "Any | None",
    },
    total=False,
)

Purchase_Group = Literal[
    "id",
    "customerId",
    "amount",
    "rate",
    "bought",
    "bought_year",
    "bought_quarter",
    "bought_month",
    "bought_week",
    "bought_day",
    "bought_dayOfWeek",
    "bought_hour",
    "bought_yearStart",
    "bought_quarterStart",
    "bought_monthStart",
    "bought_weekStart",
    "bought_date",
    "bought_hourStart",
    "took",
    "tags",
    "raw",
]

Purchase_Ordered = Literal[
    "id",
    "customerId",
    "amount",
    "rate",
    "bought",
    "took",
    "tags",
    "raw",
]

Purchase_Number = Literal[
    "id",
    "customerId",
    "amount",
    "rate",
]

Purchase_Keys = TypedDict(
    "Purchase_Keys",
    {
        "id": "str",
        "customerId": "int",
        "amount": "str",
        "rate": "str | None",
        "bought": "str",
        "bought_year": "int",
        "bought_quarter": "int",
        "bought_month": "int",
        "bought_week": "int",
        "bought_day": "int",
        "bought_dayOfWeek": "int",
        "bought_hour": "int",
        "bought_yearStart": "str",
        "bought_quarterStart": "str",
        "bought_monthStart": "str",
        "bought_weekStart": "str",
        "bought_date": "str",
        "bought_hourStart": "str",
        "took": "str | None",
        "tags": "list[Literal[\"a\", \"b\", \"c\"]]",
        "raw": "str | None",
    },
    total=False,
)

Purchase_Sums = TypedDict(
    "Purchase_Sums",
    {
        "id": "str | None",
        "customerId": "str | None",
        "amount": "str | None",
        "rate": "str | None",
    },
    total=False,
)

Purchase_Values = TypedDict(
    "Purchase_Values",
    {
        "id": "str | None",
        "customerId": "int | None",
        "amount": "str | None",
        "rate": "str | None",
        "bought": "str | None",
        "took": "str | None",
        "tags": "list[Literal[\"a\", \"b\", \"c\"]] | None",
        "raw": "str | None",
    },
    total=False,
)

Purchase_Key = TypedDict(
    "Purchase_Key",
    {
        "id": "Required[str | int]",
    },
    total=False,
)

Purchase_Embed = TypedDict(
    "Purchase_Embed",
    {
        "customer": "bool | Customer_One",
        "customerTotal": "bool | CustomerTotal_One",
        "nodeId": "bool",
        "etag": "bool",
    },
    total=False,
)

Purchase_Lists = TypedDict(
    "Purchase_Lists",
    {
        "distinctOn": "Sequence[Purchase_Column]",
    },
    total=False,
)

Purchase_One = TypedDict(
    "Purchase_One",
    {
        "embed": "Purchase_Embed",
    },
    total=False,
)

Purchase_Many = TypedDict(
    "Purchase_Many",
    {
        "filter": "PurchaseFilter",
        "order_by": "Sequence[PurchaseOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Purchase_Embed",
        "lists": "Purchase_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Tag:
    """Table `tag`."""

    word: str | None
    """Column `word`."""

    n: int | None
    """Column `n`."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

TagFilter = TypedDict(
    "TagFilter",
    {
        "word": "StringFilter",
        "n": "IntFilter",
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
        "n": "Direction",
    },
    total=False,
)

TagInsertInput = TypedDict(
    "TagInsertInput",
    {
        # Column `word`.
        "word": "str | None",
        # Column `n`.
        "n": "int | None",
    },
    total=False,
)

TagUpdateInput = TypedDict(
    "TagUpdateInput",
    {
        # Column `word`.
        "word": "str | None",
        # Column `n`.
        "n": "int | None",
    },
    total=False,
)

Tag_Column = Literal[
    "word",
    "n",
]

Tag_Columns = TypedDict(
    "Tag_Columns",
    {
        "word": "str | None",
        "n": "int | None",
    },
    total=False,
)

Tag_Group = Literal[
    "word",
    "n",
]

Tag_Ordered = Literal[
    "word",
    "n",
]

Tag_Number = Literal[
    "n",
]

Tag_Keys = TypedDict(
    "Tag_Keys",
    {
        "word": "str | None",
        "n": "int | None",
    },
    total=False,
)

Tag_Sums = TypedDict(
    "Tag_Sums",
    {
        "n": "str | None",
    },
    total=False,
)

Tag_Values = TypedDict(
    "Tag_Values",
    {
        "word": "str | None",
        "n": "int | None",
    },
    total=False,
)

Tag_Embed = TypedDict(
    "Tag_Embed",
    {
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
class GoldPurchase:
    """Table `gold_purchase`."""

    id: str
    """Column `id`."""

    customerId: int
    """Column `customer_id`."""

    amount: str
    """Column `amount`."""

    rate: str | None
    """Column `rate`."""

    bought: str
    """Column `bought`."""

    took: str | None
    """Column `took`."""

    tags: list[Literal["a", "b", "c"]]
    """Column `tags`."""

    raw: str | None
    """Column `raw`."""

    extra: Any | None
    """Column `extra`."""

    customerName: str
    """Column `customer_name`."""

    tier: Literal["basic", "gold"]
    """Column `tier`."""

    doubled: str | None
    """Column `doubled`."""

    customer: Customer | None = None
    """Through the foreign key `purchase_ibfk_1`, to table `customer`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

GoldPurchaseFilter = TypedDict(
    "GoldPurchaseFilter",
    {
        "id": "BigIntFilter",
        "customerId": "IntFilter",
        "amount": "DecimalFilter",
        "rate": "DecimalFilter",
        "bought": "DatetimeFilter",
        "took": "TimeFilter",
        "tags": "SetFilter",
        "raw": "BytesFilter",
        "extra": "JSONFilter",
        "customerName": "StringFilter",
        "tier": "GoldPurchaseTierFilter",
        "doubled": "DecimalFilter",
        # There is such a row, and this holds for it.
        "customer": "CustomerFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[GoldPurchaseFilter]",
        # One holds; false if there is none.
        "or": "Sequence[GoldPurchaseFilter]",
        # Does not hold.
        "not": "GoldPurchaseFilter",
    },
    total=False,
)

GoldPurchaseManyFilter = TypedDict(
    "GoldPurchaseManyFilter",
    {
        # There is a row for which this holds.
        "some": "GoldPurchaseFilter",
        # There is no row for which this holds.
        "none": "GoldPurchaseFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "GoldPurchaseFilter",
    },
    total=False,
)

GoldPurchaseOrderBy = TypedDict(
    "GoldPurchaseOrderBy",
    {
        "id": "Direction",
        "customerId": "Direction",
        "amount": "Direction",
        "rate": "Direction",
        "bought": "Direction",
        "took": "Direction",
        "tags": "Direction",
        "raw": "Direction",
        "customerName": "Direction",
        "tier": "Direction",
        "doubled": "Direction",
        "customer": "CustomerOrderBy",
    },
    total=False,
)

GoldPurchaseAggregateOrderBy = TypedDict(
    "GoldPurchaseAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "GoldPurchaseFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "GoldPurchaseNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "GoldPurchaseNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "GoldPurchaseFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "GoldPurchaseFieldsOrderBy",
        "customer": "CustomerAggregateOrderBy",
    },
    total=False,
)

GoldPurchaseFieldsOrderBy = TypedDict(
    "GoldPurchaseFieldsOrderBy",
    {
        "id": "Direction",
        "customerId": "Direction",
        "amount": "Direction",
        "rate": "Direction",
        "bought": "Direction",
        "took": "Direction",
        "tags": "Direction",
        "raw": "Direction",
        "customerName": "Direction",
        "tier": "Direction",
        "doubled": "Direction",
    },
    total=False,
)

GoldPurchaseNumbersOrderBy = TypedDict(
    "GoldPurchaseNumbersOrderBy",
    {
        "id": "Direction",
        "customerId": "Direction",
        "amount": "Direction",
        "rate": "Direction",
        "doubled": "Direction",
    },
    total=False,
)

GoldPurchaseTier = Literal[
    "basic",
    "gold",
]

GoldPurchaseTierFilter = TypedDict(
    "GoldPurchaseTierFilter",
    {
        "eq": "GoldPurchaseTier",
        "neq": "GoldPurchaseTier",
        "gt": "GoldPurchaseTier",
        "gte": "GoldPurchaseTier",
        "lt": "GoldPurchaseTier",
        "lte": "GoldPurchaseTier",
        "in": "Sequence[GoldPurchaseTier]",
        # None of these; false for NULL.
        "nin": "Sequence[GoldPurchaseTier]",
        "is": "FilterIs",
    },
    total=False,
)

GoldPurchase_Column = Literal[
    "id",
    "customerId",
    "amount",
    "rate",
    "bought",
    "took",
    "tags",
    "raw",
    "extra",
    "customerName",
    "tier",
    "doubled",
]

GoldPurchase_Columns = TypedDict(
    "GoldPurchase_Columns",
    {
        "id": "str",
        "customerId": "int",
        "amount": "str",
        "rate": "str | None",
        "bought": "str",
        "took": "str | None",
        "tags": "list[Literal[\"a\", \"b\", \"c\"]]",
        "raw": "str | None",
        "extra": "Any | None",
        "customerName": "str",
        "tier": "Literal[\"basic\", \"gold\"]",
        "doubled": "str | None",
    },
    total=False,
)

GoldPurchase_Group = Literal[
    "id",
    "customerId",
    "amount",
    "rate",
    "bought",
    "bought_year",
    "bought_quarter",
    "bought_month",
    "bought_week",
    "bought_day",
    "bought_dayOfWeek",
    "bought_hour",
    "bought_yearStart",
    "bought_quarterStart",
    "bought_monthStart",
    "bought_weekStart",
    "bought_date",
    "bought_hourStart",
    "took",
    "tags",
    "raw",
    "customerName",
    "tier",
    "doubled",
]

GoldPurchase_Ordered = Literal[
    "id",
    "customerId",
    "amount",
    "rate",
    "bought",
    "took",
    "tags",
    "raw",
    "customerName",
    "tier",
    "doubled",
]

GoldPurchase_Number = Literal[
    "id",
    "customerId",
    "amount",
    "rate",
    "doubled",
]

GoldPurchase_Keys = TypedDict(
    "GoldPurchase_Keys",
    {
        "id": "str",
        "customerId": "int",
        "amount": "str",
        "rate": "str | None",
        "bought": "str",
        "bought_year": "int",
        "bought_quarter": "int",
        "bought_month": "int",
        "bought_week": "int",
        "bought_day": "int",
        "bought_dayOfWeek": "int",
        "bought_hour": "int",
        "bought_yearStart": "str",
        "bought_quarterStart": "str",
        "bought_monthStart": "str",
        "bought_weekStart": "str",
        "bought_date": "str",
        "bought_hourStart": "str",
        "took": "str | None",
        "tags": "list[Literal[\"a\", \"b\", \"c\"]]",
        "raw": "str | None",
        "customerName": "str",
        "tier": "Literal[\"basic\", \"gold\"]",
        "doubled": "str | None",
    },
    total=False,
)

GoldPurchase_Sums = TypedDict(
    "GoldPurchase_Sums",
    {
        "id": "str | None",
        "customerId": "str | None",
        "amount": "str | None",
        "rate": "str | None",
        "doubled": "str | None",
    },
    total=False,
)

GoldPurchase_Values = TypedDict(
    "GoldPurchase_Values",
    {
        "id": "str | None",
        "customerId": "int | None",
        "amount": "str | None",
        "rate": "str | None",
        "bought": "str | None",
        "took": "str | None",
        "tags": "list[Literal[\"a\", \"b\", \"c\"]] | None",
        "raw": "str | None",
        "customerName": "str | None",
        "tier": "Literal[\"basic\", \"gold\"] | None",
        "doubled": "str | None",
    },
    total=False,
)

GoldPurchase_Key = TypedDict(
    "GoldPurchase_Key",
    {
        "id": "Required[str | int]",
    },
    total=False,
)

GoldPurchase_Embed = TypedDict(
    "GoldPurchase_Embed",
    {
        "customer": "bool | Customer_One",
        "nodeId": "bool",
    },
    total=False,
)

GoldPurchase_Lists = TypedDict(
    "GoldPurchase_Lists",
    {
        "distinctOn": "Sequence[GoldPurchase_Column]",
    },
    total=False,
)

GoldPurchase_One = TypedDict(
    "GoldPurchase_One",
    {
        "embed": "GoldPurchase_Embed",
    },
    total=False,
)

GoldPurchase_Many = TypedDict(
    "GoldPurchase_Many",
    {
        "filter": "GoldPurchaseFilter",
        "order_by": "Sequence[GoldPurchaseOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "GoldPurchase_Embed",
        "lists": "GoldPurchase_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class PurchaseList:
    """Table `purchase_list`."""

    id: str
    """Column `id`."""

    customerId: int
    """Column `customer_id`."""

    amount: str
    """Column `amount`."""

    rate: str | None
    """Column `rate`."""

    bought: str
    """Column `bought`."""

    took: str | None
    """Column `took`."""

    tags: list[Literal["a", "b", "c"]]
    """Column `tags`."""

    raw: str | None
    """Column `raw`."""

    extra: Any | None
    """Column `extra`."""

    customerName: str
    """Column `customer_name`."""

    tier: Literal["basic", "gold"]
    """Column `tier`."""

    doubled: str | None
    """Column `doubled`."""

    customer: Customer | None = None
    """Through the foreign key `purchase_ibfk_1`, to table `customer`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

PurchaseListFilter = TypedDict(
    "PurchaseListFilter",
    {
        "id": "BigIntFilter",
        "customerId": "IntFilter",
        "amount": "DecimalFilter",
        "rate": "DecimalFilter",
        "bought": "DatetimeFilter",
        "took": "TimeFilter",
        "tags": "SetFilter",
        "raw": "BytesFilter",
        "extra": "JSONFilter",
        "customerName": "StringFilter",
        "tier": "PurchaseListTierFilter",
        "doubled": "DecimalFilter",
        # There is such a row, and this holds for it.
        "customer": "CustomerFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[PurchaseListFilter]",
        # One holds; false if there is none.
        "or": "Sequence[PurchaseListFilter]",
        # Does not hold.
        "not": "PurchaseListFilter",
    },
    total=False,
)

PurchaseListManyFilter = TypedDict(
    "PurchaseListManyFilter",
    {
        # There is a row for which this holds.
        "some": "PurchaseListFilter",
        # There is no row for which this holds.
        "none": "PurchaseListFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "PurchaseListFilter",
    },
    total=False,
)

PurchaseListOrderBy = TypedDict(
    "PurchaseListOrderBy",
    {
        "id": "Direction",
        "customerId": "Direction",
        "amount": "Direction",
        "rate": "Direction",
        "bought": "Direction",
        "took": "Direction",
        "tags": "Direction",
        "raw": "Direction",
        "customerName": "Direction",
        "tier": "Direction",
        "doubled": "Direction",
        "customer": "CustomerOrderBy",
    },
    total=False,
)

PurchaseListAggregateOrderBy = TypedDict(
    "PurchaseListAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "PurchaseListFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "PurchaseListNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "PurchaseListNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "PurchaseListFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "PurchaseListFieldsOrderBy",
        "customer": "CustomerAggregateOrderBy",
    },
    total=False,
)

PurchaseListFieldsOrderBy = TypedDict(
    "PurchaseListFieldsOrderBy",
    {
        "id": "Direction",
        "customerId": "Direction",
        "amount": "Direction",
        "rate": "Direction",
        "bought": "Direction",
        "took": "Direction",
        "tags": "Direction",
        "raw": "Direction",
        "customerName": "Direction",
        "tier": "Direction",
        "doubled": "Direction",
    },
    total=False,
)

PurchaseListNumbersOrderBy = TypedDict(
    "PurchaseListNumbersOrderBy",
    {
        "id": "Direction",
        "customerId": "Direction",
        "amount": "Direction",
        "rate": "Direction",
        "doubled": "Direction",
    },
    total=False,
)

PurchaseListTier = Literal[
    "basic",
    "gold",
]

PurchaseListTierFilter = TypedDict(
    "PurchaseListTierFilter",
    {
        "eq": "PurchaseListTier",
        "neq": "PurchaseListTier",
        "gt": "PurchaseListTier",
        "gte": "PurchaseListTier",
        "lt": "PurchaseListTier",
        "lte": "PurchaseListTier",
        "in": "Sequence[PurchaseListTier]",
        # None of these; false for NULL.
        "nin": "Sequence[PurchaseListTier]",
        "is": "FilterIs",
    },
    total=False,
)

PurchaseList_Column = Literal[
    "id",
    "customerId",
    "amount",
    "rate",
    "bought",
    "took",
    "tags",
    "raw",
    "extra",
    "customerName",
    "tier",
    "doubled",
]

PurchaseList_Columns = TypedDict(
    "PurchaseList_Columns",
    {
        "id": "str",
        "customerId": "int",
        "amount": "str",
        "rate": "str | None",
        "bought": "str",
        "took": "str | None",
        "tags": "list[Literal[\"a\", \"b\", \"c\"]]",
        "raw": "str | None",
        "extra": "Any | None",
        "customerName": "str",
        "tier": "Literal[\"basic\", \"gold\"]",
        "doubled": "str | None",
    },
    total=False,
)

PurchaseList_Group = Literal[
    "id",
    "customerId",
    "amount",
    "rate",
    "bought",
    "bought_year",
    "bought_quarter",
    "bought_month",
    "bought_week",
    "bought_day",
    "bought_dayOfWeek",
    "bought_hour",
    "bought_yearStart",
    "bought_quarterStart",
    "bought_monthStart",
    "bought_weekStart",
    "bought_date",
    "bought_hourStart",
    "took",
    "tags",
    "raw",
    "customerName",
    "tier",
    "doubled",
]

PurchaseList_Ordered = Literal[
    "id",
    "customerId",
    "amount",
    "rate",
    "bought",
    "took",
    "tags",
    "raw",
    "customerName",
    "tier",
    "doubled",
]

PurchaseList_Number = Literal[
    "id",
    "customerId",
    "amount",
    "rate",
    "doubled",
]

PurchaseList_Keys = TypedDict(
    "PurchaseList_Keys",
    {
        "id": "str",
        "customerId": "int",
        "amount": "str",
        "rate": "str | None",
        "bought": "str",
        "bought_year": "int",
        "bought_quarter": "int",
        "bought_month": "int",
        "bought_week": "int",
        "bought_day": "int",
        "bought_dayOfWeek": "int",
        "bought_hour": "int",
        "bought_yearStart": "str",
        "bought_quarterStart": "str",
        "bought_monthStart": "str",
        "bought_weekStart": "str",
        "bought_date": "str",
        "bought_hourStart": "str",
        "took": "str | None",
        "tags": "list[Literal[\"a\", \"b\", \"c\"]]",
        "raw": "str | None",
        "customerName": "str",
        "tier": "Literal[\"basic\", \"gold\"]",
        "doubled": "str | None",
    },
    total=False,
)

PurchaseList_Sums = TypedDict(
    "PurchaseList_Sums",
    {
        "id": "str | None",
        "customerId": "str | None",
        "amount": "str | None",
        "rate": "str | None",
        "doubled": "str | None",
    },
    total=False,
)

PurchaseList_Values = TypedDict(
    "PurchaseList_Values",
    {
        "id": "str | None",
        "customerId": "int | None",
        "amount": "str | None",
        "rate": "str | None",
        "bought": "str | None",
        "took": "str | None",
        "tags": "list[Literal[\"a\", \"b\", \"c\"]] | None",
        "raw": "str | None",
        "customerName": "str | None",
        "tier": "Literal[\"basic\", \"gold\"] | None",
        "doubled": "str | None",
    },
    total=False,
)

PurchaseList_Key = TypedDict(
    "PurchaseList_Key",
    {
        "id": "Required[str | int]",
    },
    total=False,
)

PurchaseList_Embed = TypedDict(
    "PurchaseList_Embed",
    {
        "customer": "bool | Customer_One",
        "nodeId": "bool",
    },
    total=False,
)

PurchaseList_Lists = TypedDict(
    "PurchaseList_Lists",
    {
        "distinctOn": "Sequence[PurchaseList_Column]",
    },
    total=False,
)

PurchaseList_One = TypedDict(
    "PurchaseList_One",
    {
        "embed": "PurchaseList_Embed",
    },
    total=False,
)

PurchaseList_Many = TypedDict(
    "PurchaseList_Many",
    {
        "filter": "PurchaseListFilter",
        "order_by": "Sequence[PurchaseListOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "PurchaseList_Embed",
        "lists": "PurchaseList_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class CustomerTotal:
    """Table `customer_total`."""

    customerId: int
    """Column `customer_id`."""

    name: str
    """Column `name`."""

    purchases: str
    """Column `purchases`."""

    total: str | None
    """Column `total`."""

    mean: str | None
    """Column `mean`."""

    firstAt: str | None
    """Column `first_at`."""

    lastAt: str | None
    """Column `last_at`."""

    purchaseCollection: list[Purchase] | None = None
    """Through the foreign key `purchase_ibfk_1`, to table `purchase`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

CustomerTotalFilter = TypedDict(
    "CustomerTotalFilter",
    {
        "customerId": "IntFilter",
        "name": "StringFilter",
        "purchases": "BigIntFilter",
        "total": "DecimalFilter",
        "mean": "DecimalFilter",
        "firstAt": "DatetimeFilter",
        "lastAt": "DatetimeFilter",
        "purchaseCollection": "PurchaseManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[CustomerTotalFilter]",
        # One holds; false if there is none.
        "or": "Sequence[CustomerTotalFilter]",
        # Does not hold.
        "not": "CustomerTotalFilter",
    },
    total=False,
)

CustomerTotalOrderBy = TypedDict(
    "CustomerTotalOrderBy",
    {
        "customerId": "Direction",
        "name": "Direction",
        "purchases": "Direction",
        "total": "Direction",
        "mean": "Direction",
        "firstAt": "Direction",
        "lastAt": "Direction",
        "purchaseCollection": "PurchaseAggregateOrderBy",
    },
    total=False,
)

CustomerTotalAggregateOrderBy = TypedDict(
    "CustomerTotalAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "CustomerTotalFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "CustomerTotalNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "CustomerTotalNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "CustomerTotalFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "CustomerTotalFieldsOrderBy",
    },
    total=False,
)

CustomerTotalFieldsOrderBy = TypedDict(
    "CustomerTotalFieldsOrderBy",
    {
        "customerId": "Direction",
        "name": "Direction",
        "purchases": "Direction",
        "total": "Direction",
        "mean": "Direction",
        "firstAt": "Direction",
        "lastAt": "Direction",
    },
    total=False,
)

CustomerTotalNumbersOrderBy = TypedDict(
    "CustomerTotalNumbersOrderBy",
    {
        "customerId": "Direction",
        "purchases": "Direction",
        "total": "Direction",
        "mean": "Direction",
    },
    total=False,
)

CustomerTotal_Column = Literal[
    "customerId",
    "name",
    "purchases",
    "total",
    "mean",
    "firstAt",
    "lastAt",
]

CustomerTotal_Columns = TypedDict(
    "CustomerTotal_Columns",
    {
        "customerId": "int",
        "name": "str",
        "purchases": "str",
        "total": "str | None",
        "mean": "str | None",
        "firstAt": "str | None",
        "lastAt": "str | None",
    },
    total=False,
)

CustomerTotal_Group = Literal[
    "customerId",
    "name",
    "purchases",
    "total",
    "mean",
    "firstAt",
    "firstAt_year",
    "firstAt_quarter",
    "firstAt_month",
    "firstAt_week",
    "firstAt_day",
    "firstAt_dayOfWeek",
    "firstAt_hour",
    "firstAt_yearStart",
    "firstAt_quarterStart",
    "firstAt_monthStart",
    "firstAt_weekStart",
    "firstAt_date",
    "firstAt_hourStart",
    "lastAt",
    "lastAt_year",
    "lastAt_quarter",
    "lastAt_month",
    "lastAt_week",
    "lastAt_day",
    "lastAt_dayOfWeek",
    "lastAt_hour",
    "lastAt_yearStart",
    "lastAt_quarterStart",
    "lastAt_monthStart",
    "lastAt_weekStart",
    "lastAt_date",
    "lastAt_hourStart",
]

CustomerTotal_Ordered = Literal[
    "customerId",
    "name",
    "purchases",
    "total",
    "mean",
    "firstAt",
    "lastAt",
]

CustomerTotal_Number = Literal[
    "customerId",
    "purchases",
    "total",
    "mean",
]

CustomerTotal_Keys = TypedDict(
    "CustomerTotal_Keys",
    {
        "customerId": "int",
        "name": "str",
        "purchases": "str",
        "total": "str | None",
        "mean": "str | None",
        "firstAt": "str | None",
        "firstAt_year": "int | None",
        "firstAt_quarter": "int | None",
        "firstAt_month": "int | None",
        "firstAt_week": "int | None",
        "firstAt_day": "int | None",
        "firstAt_dayOfWeek": "int | None",
        "firstAt_hour": "int | None",
        "firstAt_yearStart": "str | None",
        "firstAt_quarterStart": "str | None",
        "firstAt_monthStart": "str | None",
        "firstAt_weekStart": "str | None",
        "firstAt_date": "str | None",
        "firstAt_hourStart": "str | None",
        "lastAt": "str | None",
        "lastAt_year": "int | None",
        "lastAt_quarter": "int | None",
        "lastAt_month": "int | None",
        "lastAt_week": "int | None",
        "lastAt_day": "int | None",
        "lastAt_dayOfWeek": "int | None",
        "lastAt_hour": "int | None",
        "lastAt_yearStart": "str | None",
        "lastAt_quarterStart": "str | None",
        "lastAt_monthStart": "str | None",
        "lastAt_weekStart": "str | None",
        "lastAt_date": "str | None",
        "lastAt_hourStart": "str | None",
    },
    total=False,
)

CustomerTotal_Sums = TypedDict(
    "CustomerTotal_Sums",
    {
        "customerId": "str | None",
        "purchases": "str | None",
        "total": "str | None",
        "mean": "str | None",
    },
    total=False,
)

CustomerTotal_Values = TypedDict(
    "CustomerTotal_Values",
    {
        "customerId": "int | None",
        "name": "str | None",
        "purchases": "str | None",
        "total": "str | None",
        "mean": "str | None",
        "firstAt": "str | None",
        "lastAt": "str | None",
    },
    total=False,
)

CustomerTotal_Key = TypedDict(
    "CustomerTotal_Key",
    {
        "customerId": "Required[int]",
    },
    total=False,
)

CustomerTotal_Embed = TypedDict(
    "CustomerTotal_Embed",
    {
        "purchaseCollection": "bool | Purchase_Many",
        "nodeId": "bool",
    },
    total=False,
)

CustomerTotal_Lists = TypedDict(
    "CustomerTotal_Lists",
    {
        "distinctOn": "Sequence[CustomerTotal_Column]",
    },
    total=False,
)

CustomerTotal_One = TypedDict(
    "CustomerTotal_One",
    {
        "embed": "CustomerTotal_Embed",
    },
    total=False,
)

CustomerTotal_Many = TypedDict(
    "CustomerTotal_Many",
    {
        "filter": "CustomerTotalFilter",
        "order_by": "Sequence[CustomerTotalOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "CustomerTotal_Embed",
        "lists": "CustomerTotal_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Country:
    """Table `country`."""

    country: str | None
    """Column `country`."""

CountryFilter = TypedDict(
    "CountryFilter",
    {
        "country": "StringFilter",
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
        "country": "Direction",
    },
    total=False,
)

Country_Column = Literal[
    "country",
]

Country_Columns = TypedDict(
    "Country_Columns",
    {
        "country": "str | None",
    },
    total=False,
)

Country_Group = Literal[
    "country",
]

Country_Ordered = Literal[
    "country",
]

Country_Number = Never

Country_Keys = TypedDict(
    "Country_Keys",
    {
        "country": "str | None",
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
        "country": "str | None",
    },
    total=False,
)

Country_Embed = TypedDict(
    "Country_Embed",
    {
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
class Word:
    """Table `word`."""

    word: str | None
    """Column `word`."""

    n: int | None
    """Column `n`."""

WordFilter = TypedDict(
    "WordFilter",
    {
        "word": "StringFilter",
        "n": "IntFilter",
        # All hold; true if there is none.
        "and": "Sequence[WordFilter]",
        # One holds; false if there is none.
        "or": "Sequence[WordFilter]",
        # Does not hold.
        "not": "WordFilter",
    },
    total=False,
)

WordOrderBy = TypedDict(
    "WordOrderBy",
    {
        "word": "Direction",
        "n": "Direction",
    },
    total=False,
)

Word_Column = Literal[
    "word",
    "n",
]

Word_Columns = TypedDict(
    "Word_Columns",
    {
        "word": "str | None",
        "n": "int | None",
    },
    total=False,
)

Word_Group = Literal[
    "word",
    "n",
]

Word_Ordered = Literal[
    "word",
    "n",
]

Word_Number = Literal[
    "n",
]

Word_Keys = TypedDict(
    "Word_Keys",
    {
        "word": "str | None",
        "n": "int | None",
    },
    total=False,
)

Word_Sums = TypedDict(
    "Word_Sums",
    {
        "n": "str | None",
    },
    total=False,
)

Word_Values = TypedDict(
    "Word_Values",
    {
        "word": "str | None",
        "n": "int | None",
    },
    total=False,
)

Word_Embed = TypedDict(
    "Word_Embed",
    {
    },
    total=False,
)

Word_Lists = TypedDict(
    "Word_Lists",
    {
        "distinctOn": "Sequence[Word_Column]",
    },
    total=False,
)

Word_One = TypedDict(
    "Word_One",
    {
        "embed": "Word_Embed",
    },
    total=False,
)

Word_Many = TypedDict(
    "Word_Many",
    {
        "filter": "WordFilter",
        "order_by": "Sequence[WordOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Word_Embed",
        "lists": "Word_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Contact:
    """Table `contact`."""

    label: str | None
    """Column `label`."""

    kind: str | None
    """Column `kind`."""

ContactFilter = TypedDict(
    "ContactFilter",
    {
        "label": "StringFilter",
        "kind": "StringFilter",
        # All hold; true if there is none.
        "and": "Sequence[ContactFilter]",
        # One holds; false if there is none.
        "or": "Sequence[ContactFilter]",
        # Does not hold.
        "not": "ContactFilter",
    },
    total=False,
)

ContactOrderBy = TypedDict(
    "ContactOrderBy",
    {
        "label": "Direction",
        "kind": "Direction",
    },
    total=False,
)

Contact_Column = Literal[
    "label",
    "kind",
]

Contact_Columns = TypedDict(
    "Contact_Columns",
    {
        "label": "str | None",
        "kind": "str | None",
    },
    total=False,
)

Contact_Group = Literal[
    "label",
    "kind",
]

Contact_Ordered = Literal[
    "label",
    "kind",
]

Contact_Number = Never

Contact_Keys = TypedDict(
    "Contact_Keys",
    {
        "label": "str | None",
        "kind": "str | None",
    },
    total=False,
)

Contact_Sums = TypedDict(
    "Contact_Sums",
    {
    },
    total=False,
)

Contact_Values = TypedDict(
    "Contact_Values",
    {
        "label": "str | None",
        "kind": "str | None",
    },
    total=False,
)

Contact_Embed = TypedDict(
    "Contact_Embed",
    {
    },
    total=False,
)

Contact_Lists = TypedDict(
    "Contact_Lists",
    {
        "distinctOn": "Sequence[Contact_Column]",
    },
    total=False,
)

Contact_One = TypedDict(
    "Contact_One",
    {
        "embed": "Contact_Embed",
    },
    total=False,
)

Contact_Many = TypedDict(
    "Contact_Many",
    {
        "filter": "ContactFilter",
        "order_by": "Sequence[ContactOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Contact_Embed",
        "lists": "Contact_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Best:
    """Table `best`."""

    name: str
    """Column `name`."""

    most: str | None
    """Column `most`."""

BestFilter = TypedDict(
    "BestFilter",
    {
        "name": "StringFilter",
        "most": "DecimalFilter",
        # All hold; true if there is none.
        "and": "Sequence[BestFilter]",
        # One holds; false if there is none.
        "or": "Sequence[BestFilter]",
        # Does not hold.
        "not": "BestFilter",
    },
    total=False,
)

BestOrderBy = TypedDict(
    "BestOrderBy",
    {
        "name": "Direction",
        "most": "Direction",
    },
    total=False,
)

Best_Column = Literal[
    "name",
    "most",
]

Best_Columns = TypedDict(
    "Best_Columns",
    {
        "name": "str",
        "most": "str | None",
    },
    total=False,
)

Best_Group = Literal[
    "name",
    "most",
]

Best_Ordered = Literal[
    "name",
    "most",
]

Best_Number = Literal[
    "most",
]

Best_Keys = TypedDict(
    "Best_Keys",
    {
        "name": "str",
        "most": "str | None",
    },
    total=False,
)

Best_Sums = TypedDict(
    "Best_Sums",
    {
        "most": "str | None",
    },
    total=False,
)

Best_Values = TypedDict(
    "Best_Values",
    {
        "name": "str | None",
        "most": "str | None",
    },
    total=False,
)

Best_Embed = TypedDict(
    "Best_Embed",
    {
    },
    total=False,
)

Best_Lists = TypedDict(
    "Best_Lists",
    {
        "distinctOn": "Sequence[Best_Column]",
    },
    total=False,
)

Best_One = TypedDict(
    "Best_One",
    {
        "embed": "Best_Embed",
    },
    total=False,
)

Best_Many = TypedDict(
    "Best_Many",
    {
        "filter": "BestFilter",
        "order_by": "Sequence[BestOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Best_Embed",
        "lists": "Best_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class LargeSpender:
    """Table `large_spender`."""

    customerId: int
    """Column `customer_id`."""

    spent: str | None
    """Column `spent`."""

    customer: Customer | None = None
    """Through the foreign key `purchase_ibfk_1`, to table `customer`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

LargeSpenderFilter = TypedDict(
    "LargeSpenderFilter",
    {
        "customerId": "IntFilter",
        "spent": "DecimalFilter",
        # There is such a row, and this holds for it.
        "customer": "CustomerFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[LargeSpenderFilter]",
        # One holds; false if there is none.
        "or": "Sequence[LargeSpenderFilter]",
        # Does not hold.
        "not": "LargeSpenderFilter",
    },
    total=False,
)

LargeSpenderOrderBy = TypedDict(
    "LargeSpenderOrderBy",
    {
        "customerId": "Direction",
        "spent": "Direction",
        "customer": "CustomerOrderBy",
    },
    total=False,
)

LargeSpenderAggregateOrderBy = TypedDict(
    "LargeSpenderAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "LargeSpenderFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "LargeSpenderNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "LargeSpenderNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "LargeSpenderFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "LargeSpenderFieldsOrderBy",
        "customer": "CustomerAggregateOrderBy",
    },
    total=False,
)

LargeSpenderFieldsOrderBy = TypedDict(
    "LargeSpenderFieldsOrderBy",
    {
        "customerId": "Direction",
        "spent": "Direction",
    },
    total=False,
)

LargeSpenderNumbersOrderBy = TypedDict(
    "LargeSpenderNumbersOrderBy",
    {
        "customerId": "Direction",
        "spent": "Direction",
    },
    total=False,
)

LargeSpender_Column = Literal[
    "customerId",
    "spent",
]

LargeSpender_Columns = TypedDict(
    "LargeSpender_Columns",
    {
        "customerId": "int",
        "spent": "str | None",
    },
    total=False,
)

LargeSpender_Group = Literal[
    "customerId",
    "spent",
]

LargeSpender_Ordered = Literal[
    "customerId",
    "spent",
]

LargeSpender_Number = Literal[
    "customerId",
    "spent",
]

LargeSpender_Keys = TypedDict(
    "LargeSpender_Keys",
    {
        "customerId": "int",
        "spent": "str | None",
    },
    total=False,
)

LargeSpender_Sums = TypedDict(
    "LargeSpender_Sums",
    {
        "customerId": "str | None",
        "spent": "str | None",
    },
    total=False,
)

LargeSpender_Values = TypedDict(
    "LargeSpender_Values",
    {
        "customerId": "int | None",
        "spent": "str | None",
    },
    total=False,
)

LargeSpender_Key = TypedDict(
    "LargeSpender_Key",
    {
        "customerId": "Required[int]",
    },
    total=False,
)

LargeSpender_Embed = TypedDict(
    "LargeSpender_Embed",
    {
        "customer": "bool | Customer_One",
        "nodeId": "bool",
    },
    total=False,
)

LargeSpender_Lists = TypedDict(
    "LargeSpender_Lists",
    {
        "distinctOn": "Sequence[LargeSpender_Column]",
    },
    total=False,
)

LargeSpender_One = TypedDict(
    "LargeSpender_One",
    {
        "embed": "LargeSpender_Embed",
    },
    total=False,
)

LargeSpender_Many = TypedDict(
    "LargeSpender_Many",
    {
        "filter": "LargeSpenderFilter",
        "order_by": "Sequence[LargeSpenderOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "LargeSpender_Embed",
        "lists": "LargeSpender_Lists",
    },
    total=False,
)

CustomerPurchaseCollectionToManyInput = TypedDict(
    "CustomerPurchaseCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[PurchaseInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[PurchaseUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[PurchaseUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[PurchaseUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[PurchaseUniqueInput]",
    },
    total=False,
)

PurchaseCustomerToOneInput = TypedDict(
    "PurchaseCustomerToOneInput",
    {
        # Adds a row and relates.
        "create": "CustomerInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "CustomerUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "CustomerUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "CustomerUpdateInput",
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
    "customer": TableMeta(
        type="Customer",
        row=Customer,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "name": "name",
            "country": "country",
            "tier": "tier",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "largeSpender": ("largeSpender", "largeSpender"),
        },
        many={
            "purchaseCollection": ("purchaseCollection", "purchase"),
            "goldPurchaseCollection": ("goldPurchaseCollection", "goldPurchase"),
            "purchaseListCollection": ("purchaseListCollection", "purchaseList"),
        },
        lists={
            "distinctOn": "[CustomerColumn!]",
        },
    ),
    "purchase": TableMeta(
        type="Purchase",
        row=Purchase,
        key={
            "id": "BigInt!",
        },
        columns={
            "id": "id",
            "customerId": "customerId",
            "amount": "amount",
            "rate": "rate",
            "bought": "bought",
            "took": "took",
            "tags": "tags",
            "raw": "raw",
            "extra": "extra",
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "customer": ("customer", "customer"),
            "customerTotal": ("customerTotal", "customerTotal"),
        },
        many={
        },
        lists={
            "distinctOn": "[PurchaseColumn!]",
        },
    ),
    "tag": TableMeta(
        type="Tag",
        row=Tag,
        key={
        },
        columns={
            "word": "word",
            "n": "n",
        },
        computed={
            "etag": "etag",
        },
        one={
        },
        many={
        },
        lists={
            "distinctOn": "[TagColumn!]",
        },
    ),
    "goldPurchase": TableMeta(
        type="GoldPurchase",
        row=GoldPurchase,
        key={
            "id": "BigInt!",
        },
        columns={
            "id": "id",
            "customerId": "customerId",
            "amount": "amount",
            "rate": "rate",
            "bought": "bought",
            "took": "took",
            "tags": "tags",
            "raw": "raw",
            "extra": "extra",
            "customerName": "customerName",
            "tier": "tier",
            "doubled": "doubled",
        },
        computed={
            "nodeId": "nodeId",
        },
        one={
            "customer": ("customer", "customer"),
        },
        many={
        },
        lists={
            "distinctOn": "[GoldPurchaseColumn!]",
        },
    ),
    "purchaseList": TableMeta(
        type="PurchaseList",
        row=PurchaseList,
        key={
            "id": "BigInt!",
        },
        columns={
            "id": "id",
            "customerId": "customerId",
            "amount": "amount",
            "rate": "rate",
            "bought": "bought",
            "took": "took",
            "tags": "tags",
            "raw": "raw",
            "extra": "extra",
            "customerName": "customerName",
            "tier": "tier",
            "doubled": "doubled",
        },
        computed={
            "nodeId": "nodeId",
        },
        one={
            "customer": ("customer", "customer"),
        },
        many={
        },
        lists={
            "distinctOn": "[PurchaseListColumn!]",
        },
    ),
    "customerTotal": TableMeta(
        type="CustomerTotal",
        row=CustomerTotal,
        key={
            "customerId": "Int!",
        },
        columns={
            "customerId": "customerId",
            "name": "name",
            "purchases": "purchases",
            "total": "total",
            "mean": "mean",
            "firstAt": "firstAt",
            "lastAt": "lastAt",
        },
        computed={
            "nodeId": "nodeId",
        },
        one={
        },
        many={
            "purchaseCollection": ("purchaseCollection", "purchase"),
        },
        lists={
            "distinctOn": "[CustomerTotalColumn!]",
        },
    ),
    "country": TableMeta(
        type="Country",
        row=Country,
        key={
        },
        columns={
            "country": "country",
        },
        computed={
        },
        one={
        },
        many={
        },
        lists={
            "distinctOn": "[CountryColumn!]",
        },
    ),
    "word": TableMeta(
        type="Word",
        row=Word,
        key={
        },
        columns={
            "word": "word",
            "n": "n",
        },
        computed={
        },
        one={
        },
        many={
        },
        lists={
            "distinctOn": "[WordColumn!]",
        },
    ),
    "contact": TableMeta(
        type="Contact",
        row=Contact,
        key={
        },
        columns={
            "label": "label",
            "kind": "kind",
        },
        computed={
        },
        one={
        },
        many={
        },
        lists={
            "distinctOn": "[ContactColumn!]",
        },
    ),
    "best": TableMeta(
        type="Best",
        row=Best,
        key={
        },
        columns={
            "name": "name",
            "most": "most",
        },
        computed={
        },
        one={
        },
        many={
        },
        lists={
            "distinctOn": "[BestColumn!]",
        },
    ),
    "largeSpender": TableMeta(
        type="LargeSpender",
        row=LargeSpender,
        key={
            "customerId": "Int!",
        },
        columns={
            "customerId": "customerId",
            "spent": "spent",
        },
        computed={
            "nodeId": "nodeId",
        },
        one={
            "customer": ("customer", "customer"),
        },
        many={
        },
        lists={
            "distinctOn": "[LargeSpenderColumn!]",
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
        self.customer: KeyedTable[
            Customer,
            CustomerFilter,
            CustomerOrderBy,
            CustomerInsertInput,
            CustomerUpdateInput,
            Customer_Column,
            Customer_Embed,
            Customer_Lists,
            Customer_Group,
            Customer_Ordered,
            Customer_Number,
            Customer_Keys,
            Customer_Sums,
            Customer_Values,
            Customer_Columns,
            Customer_Key,
        ] = KeyedTable(self._connection, _TABLES["customer"])
        """Table `customer`."""
        self.purchase: KeyedTable[
            Purchase,
            PurchaseFilter,
            PurchaseOrderBy,
            PurchaseInsertInput,
            PurchaseUpdateInput,
            Purchase_Column,
            Purchase_Embed,
            Purchase_Lists,
            Purchase_Group,
            Purchase_Ordered,
            Purchase_Number,
            Purchase_Keys,
            Purchase_Sums,
            Purchase_Values,
            Purchase_Columns,
            Purchase_Key,
        ] = KeyedTable(self._connection, _TABLES["purchase"])
        """Table `purchase`."""
        self.tag: Table[
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
        ] = Table(self._connection, _TABLES["tag"])
        """Table `tag`."""
        self.goldPurchase: KeyedTable[
            GoldPurchase,
            GoldPurchaseFilter,
            GoldPurchaseOrderBy,
            dict[str, None],
            dict[str, None],
            GoldPurchase_Column,
            GoldPurchase_Embed,
            GoldPurchase_Lists,
            GoldPurchase_Group,
            GoldPurchase_Ordered,
            GoldPurchase_Number,
            GoldPurchase_Keys,
            GoldPurchase_Sums,
            GoldPurchase_Values,
            GoldPurchase_Columns,
            GoldPurchase_Key,
        ] = KeyedTable(self._connection, _TABLES["goldPurchase"])
        """Table `gold_purchase`."""
        self.purchaseList: KeyedTable[
            PurchaseList,
            PurchaseListFilter,
            PurchaseListOrderBy,
            dict[str, None],
            dict[str, None],
            PurchaseList_Column,
            PurchaseList_Embed,
            PurchaseList_Lists,
            PurchaseList_Group,
            PurchaseList_Ordered,
            PurchaseList_Number,
            PurchaseList_Keys,
            PurchaseList_Sums,
            PurchaseList_Values,
            PurchaseList_Columns,
            PurchaseList_Key,
        ] = KeyedTable(self._connection, _TABLES["purchaseList"])
        """Table `purchase_list`."""
        self.customerTotal: KeyedTable[
            CustomerTotal,
            CustomerTotalFilter,
            CustomerTotalOrderBy,
            dict[str, None],
            dict[str, None],
            CustomerTotal_Column,
            CustomerTotal_Embed,
            CustomerTotal_Lists,
            CustomerTotal_Group,
            CustomerTotal_Ordered,
            CustomerTotal_Number,
            CustomerTotal_Keys,
            CustomerTotal_Sums,
            CustomerTotal_Values,
            CustomerTotal_Columns,
            CustomerTotal_Key,
        ] = KeyedTable(self._connection, _TABLES["customerTotal"])
        """Table `customer_total`."""
        self.country: Table[
            Country,
            CountryFilter,
            CountryOrderBy,
            dict[str, None],
            dict[str, None],
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
        ] = Table(self._connection, _TABLES["country"])
        """Table `country`."""
        self.word: Table[
            Word,
            WordFilter,
            WordOrderBy,
            dict[str, None],
            dict[str, None],
            Word_Column,
            Word_Embed,
            Word_Lists,
            Word_Group,
            Word_Ordered,
            Word_Number,
            Word_Keys,
            Word_Sums,
            Word_Values,
            Word_Columns,
        ] = Table(self._connection, _TABLES["word"])
        """Table `word`."""
        self.contact: Table[
            Contact,
            ContactFilter,
            ContactOrderBy,
            dict[str, None],
            dict[str, None],
            Contact_Column,
            Contact_Embed,
            Contact_Lists,
            Contact_Group,
            Contact_Ordered,
            Contact_Number,
            Contact_Keys,
            Contact_Sums,
            Contact_Values,
            Contact_Columns,
        ] = Table(self._connection, _TABLES["contact"])
        """Table `contact`."""
        self.best: Table[
            Best,
            BestFilter,
            BestOrderBy,
            dict[str, None],
            dict[str, None],
            Best_Column,
            Best_Embed,
            Best_Lists,
            Best_Group,
            Best_Ordered,
            Best_Number,
            Best_Keys,
            Best_Sums,
            Best_Values,
            Best_Columns,
        ] = Table(self._connection, _TABLES["best"])
        """Table `best`."""
        self.largeSpender: KeyedTable[
            LargeSpender,
            LargeSpenderFilter,
            LargeSpenderOrderBy,
            dict[str, None],
            dict[str, None],
            LargeSpender_Column,
            LargeSpender_Embed,
            LargeSpender_Lists,
            LargeSpender_Group,
            LargeSpender_Ordered,
            LargeSpender_Number,
            LargeSpender_Keys,
            LargeSpender_Sums,
            LargeSpender_Values,
            LargeSpender_Columns,
            LargeSpender_Key,
        ] = KeyedTable(self._connection, _TABLES["largeSpender"])
        """Table `large_spender`."""

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
