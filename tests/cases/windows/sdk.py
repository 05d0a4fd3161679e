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

    saleCollection: list[Sale] | None = None
    """Through the foreign key `sale_ibfk_1`, to table `sale`: where it is embedded."""

    rankedCollection: list[Ranked] | None = None
    """Through the foreign key `sale_ibfk_1`, to table `ranked`: where it is embedded."""

    bestCollection: list[Best] | None = None
    """Through the foreign key `sale_ibfk_1`, to table `best`: where it is embedded."""

    byShop: ByShop | None = None
    """Through the foreign key `sale_ibfk_1`, to table `by_shop`: where it is embedded."""

    different: Different | None = None
    """Through the foreign key `sale_ibfk_1`, to table `different`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

    etag: str | None = None
    """Stands for all values of the row: `ifMatch` writes to it only while they are the same. Where it is asked for."""

ShopFilter = TypedDict(
    "ShopFilter",
    {
        "id": "IntFilter",
        "name": "StringFilter",
        "saleCollection": "SaleManyFilter",
        "rankedCollection": "RankedManyFilter",
        "bestCollection": "BestManyFilter",
        # There is such a row, and this holds for it.
        "byShop": "ByShopFilter",
        # There is such a row, and this holds for it.
        "different": "DifferentFilter",
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

ShopOrderBy = TypedDict(
    "ShopOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
        "saleCollection": "SaleAggregateOrderBy",
        "rankedCollection": "RankedAggregateOrderBy",
        "bestCollection": "BestAggregateOrderBy",
        "byShop": "ByShopOrderBy",
        "different": "DifferentOrderBy",
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
        "byShop": "ByShopAggregateOrderBy",
        "different": "DifferentAggregateOrderBy",
    },
    total=False,
)

ShopInsertInput = TypedDict(
    "ShopInsertInput",
    {
        # Column `id`.
        "id": "Required[int]",
        # Column `name`.
        "name": "Required[str]",
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
    },
    total=False,
)

ShopNumbersOrderBy = TypedDict(
    "ShopNumbersOrderBy",
    {
        "id": "Direction",
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

Shop_Column = Literal[
    "id",
    "name",
]

Shop_Columns = TypedDict(
    "Shop_Columns",
    {
        "id": "int",
        "name": "str",
    },
    total=False,
)

Shop_Group = Literal[
    "id",
    "name",
]

Shop_Ordered = Literal[
    "id",
    "name",
]

Shop_Number = Literal[
    "id",
]

Shop_Keys = TypedDict(
    "Shop_Keys",
    {
        "id": "int",
        "name": "str",
    },
    total=False,
)

Shop_Sums = TypedDict(
    "Shop_Sums",
    {
        "id": "str | None",
    },
    total=False,
)

Shop_Values = TypedDict(
    "Shop_Values",
    {
        "id": "int | None",
        "name": "str | None",
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
        "saleCollection": "bool | Sale_Many",
        "rankedCollection": "bool | Ranked_Many",
        "bestCollection": "bool | Best_Many",
        "byShop": "bool | ByShop_One",
        "different": "bool | Different_One",
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

    shopId: int
    """Column `shop_id`."""

    day: str
    """Column `day`."""

    amount: str
    """Column `amount`."""

    worth: str | None
    """Column `worth`."""

    serial: str | None
    """Column `serial`."""

    weight: float | None
    """Column `weight`."""

    label: str | None
    """Column `label`."""

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
        "day": "DateFilter",
        "amount": "DecimalFilter",
        "worth": "DecimalFilter",
        "serial": "BigIntFilter",
        "weight": "FloatFilter",
        "label": "StringFilter",
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
        "day": "Direction",
        "amount": "Direction",
        "worth": "Direction",
        "serial": "Direction",
        "weight": "Direction",
        "label": "Direction",
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
        "shopId": "int",
        # Column `day`.
        "day": "Required[str]",
        # Column `amount`.
        "amount": "Required[str | int]",
        # Column `worth`.
        "worth": "str | int | None",
        # Column `serial`.
        "serial": "str | int | None",
        # Column `weight`.
        "weight": "float | None",
        # Column `label`.
        "label": "str | None",
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
        "shopId": "int",
        # Column `day`.
        "day": "str",
        # Column `amount`.
        "amount": "str | int",
        # Column `worth`.
        "worth": "str | int | None",
        # Column `serial`.
        "serial": "str | int | None",
        # Column `weight`.
        "weight": "float | None",
        # Column `label`.
        "label": "str | None",
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
        "day": "Direction",
        "amount": "Direction",
        "worth": "Direction",
        "serial": "Direction",
        "weight": "Direction",
        "label": "Direction",
    },
    total=False,
)

SaleNumbersOrderBy = TypedDict(
    "SaleNumbersOrderBy",
    {
        "id": "Direction",
        "shopId": "Direction",
        "amount": "Direction",
        "worth": "Direction",
        "serial": "Direction",
        "weight": "Direction",
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

Sale_Column = Literal[
    "id",
    "shopId",
    "day",
    "amount",
    "worth",
    "serial",
    "weight",
    "label",
]

Sale_Columns = TypedDict(
    "Sale_Columns",
    {
        "id": "int",
        "shopId": "int",
        "day": "str",
        "amount": "str",
        "worth": "str | None",
        "serial": "str | None",
        "weight": "float | None",
        "label": "str | None",
    },
    total=False,
)

Sale_Group = Literal[
    "id",
    "shopId",
    "day",
    "day_year",
    "day_quarter",
    "day_month",
    "day_week",
    "day_day",
    "day_dayOfWeek",
    "day_yearStart",
    "day_quarterStart",
    "day_monthStart",
    "day_weekStart",
    "amount",
    "worth",
    "serial",
    "weight",
    "label",
]

Sale_Ordered = Literal[
    "id",
    "shopId",
    "day",
    "amount",
    "worth",
    "serial",
    "weight",
    "label",
]

Sale_Number = Literal[
    "id",
    "shopId",
    "amount",
    "worth",
    "serial",
    "weight",
]

Sale_Keys = TypedDict(
    "Sale_Keys",
    {
        "id": "int",
        "shopId": "int",
        "day": "str",
        "day_year": "int",
        "day_quarter": "int",
        "day_month": "int",
        "day_week": "int",
        "day_day": "int",
        "day_dayOfWeek": "int",
        "day_yearStart": "str",
        "day_quarterStart": "str",
        "day_monthStart": "str",
        "day_weekStart": "str",
        "amount": "str",
        "worth": "str | None",
        "serial": "str | None",
        "weight": "float | None",
        "label": "str | None",
    },
    total=False,
)

Sale_Sums = TypedDict(
    "Sale_Sums",
    {
        "id": "str | None",
        "shopId": "str | None",
        "amount": "str | None",
        "worth": "str | None",
        "serial": "str | None",
        "weight": "float | None",
    },
    total=False,
)

Sale_Values = TypedDict(
    "Sale_Values",
    {
        "id": "int | None",
        "shopId": "int | None",
        "day": "str | None",
        "amount": "str | None",
        "worth": "str | None",
        "serial": "str | None",
        "weight": "float | None",
        "label": "str | None",
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
class Ranked:
    """Table `ranked`."""

    id: int
    """Column `id`."""

    shopId: int
    """Column `shop_id`."""

    amount: str
    """Column `amount`."""

    place: str | None
    """Column `place`."""

    rankOfAll: str | None
    """Column `rank_of_all`."""

    dense: str | None
    """Column `dense`."""

    half: str | None
    """Column `half`."""

    shop: Shop | None = None
    """Through the foreign key `sale_ibfk_1`, to table `shop`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

RankedFilter = TypedDict(
    "RankedFilter",
    {
        "id": "IntFilter",
        "shopId": "IntFilter",
        "amount": "DecimalFilter",
        "place": "BigIntFilter",
        "rankOfAll": "BigIntFilter",
        "dense": "BigIntFilter",
        "half": "BigIntFilter",
        # There is such a row, and this holds for it.
        "shop": "ShopFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[RankedFilter]",
        # One holds; false if there is none.
        "or": "Sequence[RankedFilter]",
        # Does not hold.
        "not": "RankedFilter",
    },
    total=False,
)

RankedManyFilter = TypedDict(
    "RankedManyFilter",
    {
        # There is a row for which this holds.
        "some": "RankedFilter",
        # There is no row for which this holds.
        "none": "RankedFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "RankedFilter",
    },
    total=False,
)

RankedOrderBy = TypedDict(
    "RankedOrderBy",
    {
        "id": "Direction",
        "shopId": "Direction",
        "amount": "Direction",
        "place": "Direction",
        "rankOfAll": "Direction",
        "dense": "Direction",
        "half": "Direction",
        "shop": "ShopOrderBy",
    },
    total=False,
)

RankedAggregateOrderBy = TypedDict(
    "RankedAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "RankedFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "RankedNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "RankedNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "RankedFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "RankedFieldsOrderBy",
        "shop": "ShopAggregateOrderBy",
    },
    total=False,
)

RankedFieldsOrderBy = TypedDict(
    "RankedFieldsOrderBy",
    {
        "id": "Direction",
        "shopId": "Direction",
        "amount": "Direction",
        "place": "Direction",
        "rankOfAll": "Direction",
        "dense": "Direction",
        "half": "Direction",
    },
    total=False,
)

RankedNumbersOrderBy = TypedDict(
    "RankedNumbersOrderBy",
    {
        "id": "Direction",
        "shopId": "Direction",
        "amount": "Direction",
        "place": "Direction",
        "rankOfAll": "Direction",
        "dense": "Direction",
        "half": "Direction",
    },
    total=False,
)

Ranked_Column = Literal[
    "id",
    "shopId",
    "amount",
    "place",
    "rankOfAll",
    "dense",
    "half",
]

Ranked_Columns = TypedDict(
    "Ranked_Columns",
    {
        "id": "int",
        "shopId": "int",
        "amount": "str",
        "place": "str | None",
        "rankOfAll": "str | None",
        "dense": "str | None",
        "half": "str | None",
    },
    total=False,
)

Ranked_Group = Literal[
    "id",
    "shopId",
    "amount",
    "place",
    "rankOfAll",
    "dense",
    "half",
]

Ranked_Ordered = Literal[
    "id",
    "shopId",
    "amount",
    "place",
    "rankOfAll",
    "dense",
    "half",
]

Ranked_Number = Literal[
    "id",
    "shopId",
    "amount",
    "place",
    "rankOfAll",
    "dense",
    "half",
]

Ranked_Keys = TypedDict(
    "Ranked_Keys",
    {
        "id": "int",
        "shopId": "int",
        "amount": "str",
        "place": "str | None",
        "rankOfAll": "str | None",
        "dense": "str | None",
        "half": "str | None",
    },
    total=False,
)

Ranked_Sums = TypedDict(
    "Ranked_Sums",
    {
        "id": "str | None",
        "shopId": "str | None",
        "amount": "str | None",
        "place": "str | None",
        "rankOfAll": "str | None",
        "dense": "str | None",
        "half": "str | None",
    },
    total=False,
)

Ranked_Values = TypedDict(
    "Ranked_Values",
    {
        "id": "int | None",
        "shopId": "int | None",
        "amount": "str | None",
        "place": "str | None",
        "rankOfAll": "str | None",
        "dense": "str | None",
        "half": "str | None",
    },
    total=False,
)

Ranked_Key = TypedDict(
    "Ranked_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Ranked_Embed = TypedDict(
    "Ranked_Embed",
    {
        "shop": "bool | Shop_One",
        "nodeId": "bool",
    },
    total=False,
)

Ranked_Lists = TypedDict(
    "Ranked_Lists",
    {
        "distinctOn": "Sequence[Ranked_Column]",
    },
    total=False,
)

Ranked_One = TypedDict(
    "Ranked_One",
    {
        "embed": "Ranked_Embed",
    },
    total=False,
)

Ranked_Many = TypedDict(
    "Ranked_Many",
    {
        "filter": "RankedFilter",
        "order_by": "Sequence[RankedOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Ranked_Embed",
        "lists": "Ranked_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Running:
    """Table `running`."""

    id: int
    """Column `id`."""

    day: str
    """Column `day`."""

    soFar: str | None
    """Column `so_far`."""

    ofShop: str | None
    """Column `of_shop`."""

    ofTwo: str | None
    """Column `of_two`."""

    serials: str | None
    """Column `serials`."""

    large: str | None
    """Column `large`."""

    weights: float | None
    """Column `weights`."""

    numberOfShop: str | None
    """Column `number_of_shop`."""

    labels: str | None
    """Column `labels`."""

    lastOfLabel: str | None
    """Column `last_of_label`."""

    firstLabel: str | None
    """Column `first_label`."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

RunningFilter = TypedDict(
    "RunningFilter",
    {
        "id": "IntFilter",
        "day": "DateFilter",
        "soFar": "DecimalFilter",
        "ofShop": "DecimalFilter",
        "ofTwo": "DecimalFilter",
        "serials": "BigIntFilter",
        "large": "BigIntFilter",
        "weights": "FloatFilter",
        "numberOfShop": "BigIntFilter",
        "labels": "BigIntFilter",
        "lastOfLabel": "DateFilter",
        "firstLabel": "StringFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[RunningFilter]",
        # One holds; false if there is none.
        "or": "Sequence[RunningFilter]",
        # Does not hold.
        "not": "RunningFilter",
    },
    total=False,
)

RunningOrderBy = TypedDict(
    "RunningOrderBy",
    {
        "id": "Direction",
        "day": "Direction",
        "soFar": "Direction",
        "ofShop": "Direction",
        "ofTwo": "Direction",
        "serials": "Direction",
        "large": "Direction",
        "weights": "Direction",
        "numberOfShop": "Direction",
        "labels": "Direction",
        "lastOfLabel": "Direction",
        "firstLabel": "Direction",
    },
    total=False,
)

Running_Column = Literal[
    "id",
    "day",
    "soFar",
    "ofShop",
    "ofTwo",
    "serials",
    "large",
    "weights",
    "numberOfShop",
    "labels",
    "lastOfLabel",
    "firstLabel",
]

Running_Columns = TypedDict(
    "Running_Columns",
    {
        "id": "int",
        "day": "str",
        "soFar": "str | None",
        "ofShop": "str | None",
        "ofTwo": "str | None",
        "serials": "str | None",
        "large": "str | None",
        "weights": "float | None",
        "numberOfShop": "str | None",
        "labels": "str | None",
        "lastOfLabel": "str | None",
        "firstLabel": "str | None",
    },
    total=False,
)

Running_Group = Literal[
    "id",
    "day",
    "day_year",
    "day_quarter",
    "day_month",
    "day_week",
    "day_day",
    "day_dayOfWeek",
    "day_yearStart",
    "day_quarterStart",
    "day_monthStart",
    "day_weekStart",
    "soFar",
    "ofShop",
    "ofTwo",
    "serials",
    "large",
    "weights",
    "numberOfShop",
    "labels",
    "lastOfLabel",
    "lastOfLabel_year",
    "lastOfLabel_quarter",
    "lastOfLabel_month",
    "lastOfLabel_week",
    "lastOfLabel_day",
    "lastOfLabel_dayOfWeek",
    "lastOfLabel_yearStart",
    "lastOfLabel_quarterStart",
    "lastOfLabel_monthStart",
    "lastOfLabel_weekStart",
    "firstLabel",
]

Running_Ordered = Literal[
    "id",
    "day",
    "soFar",
    "ofShop",
    "ofTwo",
    "serials",
    "large",
    "weights",
    "numberOfShop",
    "labels",
    "lastOfLabel",
    "firstLabel",
]

Running_Number = Literal[
    "id",
    "soFar",
    "ofShop",
    "ofTwo",
    "serials",
    "large",
    "weights",
    "numberOfShop",
    "labels",
]

Running_Keys = TypedDict(
    "Running_Keys",
    {
        "id": "int",
        "day": "str",
        "day_year": "int",
        "day_quarter": "int",
        "day_month": "int",
        "day_week": "int",
        "day_day": "int",
        "day_dayOfWeek": "int",
        "day_yearStart": "str",
        "day_quarterStart": "str",
        "day_monthStart": "str",
        "day_weekStart": "str",
        "soFar": "str | None",
        "ofShop": "str | None",
        "ofTwo": "str | None",
        "serials": "str | None",
        "large": "str | None",
        "weights": "float | None",
        "numberOfShop": "str | None",
        "labels": "str | None",
        "lastOfLabel": "str | None",
        "lastOfLabel_year": "int | None",
        "lastOfLabel_quarter": "int | None",
        "lastOfLabel_month": "int | None",
        "lastOfLabel_week": "int | None",
        "lastOfLabel_day": "int | None",
        "lastOfLabel_dayOfWeek": "int | None",
        "lastOfLabel_yearStart": "str | None",
        "lastOfLabel_quarterStart": "str | None",
        "lastOfLabel_monthStart": "str | None",
        "lastOfLabel_weekStart": "str | None",
        "firstLabel": "str | None",
    },
    total=False,
)

Running_Sums = TypedDict(
    "Running_Sums",
    {
        "id": "str | None",
        "soFar": "str | None",
        "ofShop": "str | None",
        "ofTwo": "str | None",
        "serials": "str | None",
        "large": "str | None",
        "weights": "float | None",
        "numberOfShop": "str | None",
        "labels": "str | None",
    },
    total=False,
)

Running_Values = TypedDict(
    "Running_Values",
    {
        "id": "int | None",
        "day": "str | None",
        "soFar": "str | None",
        "ofShop": "str | None",
        "ofTwo": "str | None",
        "serials": "str | None",
        "large": "str | None",
        "weights": "float | None",
        "numberOfShop": "str | None",
        "labels": "str | None",
        "lastOfLabel": "str | None",
        "firstLabel": "str | None",
    },
    total=False,
)

Running_Key = TypedDict(
    "Running_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Running_Embed = TypedDict(
    "Running_Embed",
    {
        "nodeId": "bool",
    },
    total=False,
)

Running_Lists = TypedDict(
    "Running_Lists",
    {
        "distinctOn": "Sequence[Running_Column]",
    },
    total=False,
)

Running_One = TypedDict(
    "Running_One",
    {
        "embed": "Running_Embed",
    },
    total=False,
)

Running_Many = TypedDict(
    "Running_Many",
    {
        "filter": "RunningFilter",
        "order_by": "Sequence[RunningOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Running_Embed",
        "lists": "Running_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Neighbours:
    """Table `neighbours`."""

    id: int
    """Column `id`."""

    beforeIt: str | None
    """Column `before_it`."""

    twoBehind: str | None
    """Column `two_behind`."""

    firstDay: str | None
    """Column `first_day`."""

    growth: str | None
    """Column `growth`."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

NeighboursFilter = TypedDict(
    "NeighboursFilter",
    {
        "id": "IntFilter",
        "beforeIt": "DecimalFilter",
        "twoBehind": "DecimalFilter",
        "firstDay": "DateFilter",
        "growth": "DecimalFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[NeighboursFilter]",
        # One holds; false if there is none.
        "or": "Sequence[NeighboursFilter]",
        # Does not hold.
        "not": "NeighboursFilter",
    },
    total=False,
)

NeighboursOrderBy = TypedDict(
    "NeighboursOrderBy",
    {
        "id": "Direction",
        "beforeIt": "Direction",
        "twoBehind": "Direction",
        "firstDay": "Direction",
        "growth": "Direction",
    },
    total=False,
)

Neighbours_Column = Literal[
    "id",
    "beforeIt",
    "twoBehind",
    "firstDay",
    "growth",
]

Neighbours_Columns = TypedDict(
    "Neighbours_Columns",
    {
        "id": "int",
        "beforeIt": "str | None",
        "twoBehind": "str | None",
        "firstDay": "str | None",
        "growth": "str | None",
    },
    total=False,
)

Neighbours_Group = Literal[
    "id",
    "beforeIt",
    "twoBehind",
    "firstDay",
    "firstDay_year",
    "firstDay_quarter",
    "firstDay_month",
    "firstDay_week",
    "firstDay_day",
    "firstDay_dayOfWeek",
    "firstDay_yearStart",
    "firstDay_quarterStart",
    "firstDay_monthStart",
    "firstDay_weekStart",
    "growth",
]

Neighbours_Ordered = Literal[
    "id",
    "beforeIt",
    "twoBehind",
    "firstDay",
    "growth",
]

Neighbours_Number = Literal[
    "id",
    "beforeIt",
    "twoBehind",
    "growth",
]

Neighbours_Keys = TypedDict(
    "Neighbours_Keys",
    {
        "id": "int",
        "beforeIt": "str | None",
        "twoBehind": "str | None",
        "firstDay": "str | None",
        "firstDay_year": "int | None",
        "firstDay_quarter": "int | None",
        "firstDay_month": "int | None",
        "firstDay_week": "int | None",
        "firstDay_day": "int | None",
        "firstDay_dayOfWeek": "int | None",
        "firstDay_yearStart": "str | None",
        "firstDay_quarterStart": "str | None",
        "firstDay_monthStart": "str | None",
        "firstDay_weekStart": "str | None",
        "growth": "str | None",
    },
    total=False,
)

Neighbours_Sums = TypedDict(
    "Neighbours_Sums",
    {
        "id": "str | None",
        "beforeIt": "str | None",
        "twoBehind": "str | None",
        "growth": "str | None",
    },
    total=False,
)

Neighbours_Values = TypedDict(
    "Neighbours_Values",
    {
        "id": "int | None",
        "beforeIt": "str | None",
        "twoBehind": "str | None",
        "firstDay": "str | None",
        "growth": "str | None",
    },
    total=False,
)

Neighbours_Key = TypedDict(
    "Neighbours_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Neighbours_Embed = TypedDict(
    "Neighbours_Embed",
    {
        "nodeId": "bool",
    },
    total=False,
)

Neighbours_Lists = TypedDict(
    "Neighbours_Lists",
    {
        "distinctOn": "Sequence[Neighbours_Column]",
    },
    total=False,
)

Neighbours_One = TypedDict(
    "Neighbours_One",
    {
        "embed": "Neighbours_Embed",
    },
    total=False,
)

Neighbours_Many = TypedDict(
    "Neighbours_Many",
    {
        "filter": "NeighboursFilter",
        "order_by": "Sequence[NeighboursOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Neighbours_Embed",
        "lists": "Neighbours_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Best:
    """Table `best`."""

    id: int
    """Column `id`."""

    shopId: int
    """Column `shop_id`."""

    amount: str
    """Column `amount`."""

    name: str
    """Column `name`."""

    shop: Shop | None = None
    """Through the foreign key `sale_ibfk_1`, to table `shop`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

BestFilter = TypedDict(
    "BestFilter",
    {
        "id": "IntFilter",
        "shopId": "IntFilter",
        "amount": "DecimalFilter",
        "name": "StringFilter",
        # There is such a row, and this holds for it.
        "shop": "ShopFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[BestFilter]",
        # One holds; false if there is none.
        "or": "Sequence[BestFilter]",
        # Does not hold.
        "not": "BestFilter",
    },
    total=False,
)

BestManyFilter = TypedDict(
    "BestManyFilter",
    {
        # There is a row for which this holds.
        "some": "BestFilter",
        # There is no row for which this holds.
        "none": "BestFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "BestFilter",
    },
    total=False,
)

BestOrderBy = TypedDict(
    "BestOrderBy",
    {
        "id": "Direction",
        "shopId": "Direction",
        "amount": "Direction",
        "name": "Direction",
        "shop": "ShopOrderBy",
    },
    total=False,
)

BestAggregateOrderBy = TypedDict(
    "BestAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "BestFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "BestNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "BestNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "BestFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "BestFieldsOrderBy",
        "shop": "ShopAggregateOrderBy",
    },
    total=False,
)

BestFieldsOrderBy = TypedDict(
    "BestFieldsOrderBy",
    {
        "id": "Direction",
        "shopId": "Direction",
        "amount": "Direction",
        "name": "Direction",
    },
    total=False,
)

BestNumbersOrderBy = TypedDict(
    "BestNumbersOrderBy",
    {
        "id": "Direction",
        "shopId": "Direction",
        "amount": "Direction",
    },
    total=False,
)

Best_Column = Literal[
    "id",
    "shopId",
    "amount",
    "name",
]

Best_Columns = TypedDict(
    "Best_Columns",
    {
        "id": "int",
        "shopId": "int",
        "amount": "str",
        "name": "str",
    },
    total=False,
)

Best_Group = Literal[
    "id",
    "shopId",
    "amount",
    "name",
]

Best_Ordered = Literal[
    "id",
    "shopId",
    "amount",
    "name",
]

Best_Number = Literal[
    "id",
    "shopId",
    "amount",
]

Best_Keys = TypedDict(
    "Best_Keys",
    {
        "id": "int",
        "shopId": "int",
        "amount": "str",
        "name": "str",
    },
    total=False,
)

Best_Sums = TypedDict(
    "Best_Sums",
    {
        "id": "str | None",
        "shopId": "str | None",
        "amount": "str | None",
    },
    total=False,
)

Best_Values = TypedDict(
    "Best_Values",
    {
        "id": "int | None",
        "shopId": "int | None",
        "amount": "str | None",
        "name": "str | None",
    },
    total=False,
)

Best_Key = TypedDict(
    "Best_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Best_Embed = TypedDict(
    "Best_Embed",
    {
        "shop": "bool | Shop_One",
        "nodeId": "bool",
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
class ByShop:
    """Table `by_shop`."""

    shopId: int
    """Column `shop_id`."""

    total: str | None
    """Column `total`."""

    place: str | None
    """Column `place`."""

    shop: Shop | None = None
    """Through the foreign key `sale_ibfk_1`, to table `shop`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

ByShopFilter = TypedDict(
    "ByShopFilter",
    {
        "shopId": "IntFilter",
        "total": "DecimalFilter",
        "place": "BigIntFilter",
        # There is such a row, and this holds for it.
        "shop": "ShopFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[ByShopFilter]",
        # One holds; false if there is none.
        "or": "Sequence[ByShopFilter]",
        # Does not hold.
        "not": "ByShopFilter",
    },
    total=False,
)

ByShopOrderBy = TypedDict(
    "ByShopOrderBy",
    {
        "shopId": "Direction",
        "total": "Direction",
        "place": "Direction",
        "shop": "ShopOrderBy",
    },
    total=False,
)

ByShopAggregateOrderBy = TypedDict(
    "ByShopAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "ByShopFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "ByShopNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "ByShopNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "ByShopFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "ByShopFieldsOrderBy",
        "shop": "ShopAggregateOrderBy",
    },
    total=False,
)

ByShopFieldsOrderBy = TypedDict(
    "ByShopFieldsOrderBy",
    {
        "shopId": "Direction",
        "total": "Direction",
        "place": "Direction",
    },
    total=False,
)

ByShopNumbersOrderBy = TypedDict(
    "ByShopNumbersOrderBy",
    {
        "shopId": "Direction",
        "total": "Direction",
        "place": "Direction",
    },
    total=False,
)

ByShop_Column = Literal[
    "shopId",
    "total",
    "place",
]

ByShop_Columns = TypedDict(
    "ByShop_Columns",
    {
        "shopId": "int",
        "total": "str | None",
        "place": "str | None",
    },
    total=False,
)

ByShop_Group = Literal[
    "shopId",
    "total",
    "place",
]

ByShop_Ordered = Literal[
    "shopId",
    "total",
    "place",
]

ByShop_Number = Literal[
    "shopId",
    "total",
    "place",
]

ByShop_Keys = TypedDict(
    "ByShop_Keys",
    {
        "shopId": "int",
        "total": "str | None",
        "place": "str | None",
    },
    total=False,
)

ByShop_Sums = TypedDict(
    "ByShop_Sums",
    {
        "shopId": "str | None",
        "total": "str | None",
        "place": "str | None",
    },
    total=False,
)

ByShop_Values = TypedDict(
    "ByShop_Values",
    {
        "shopId": "int | None",
        "total": "str | None",
        "place": "str | None",
    },
    total=False,
)

ByShop_Key = TypedDict(
    "ByShop_Key",
    {
        "shopId": "Required[int]",
    },
    total=False,
)

ByShop_Embed = TypedDict(
    "ByShop_Embed",
    {
        "shop": "bool | Shop_One",
        "nodeId": "bool",
    },
    total=False,
)

ByShop_Lists = TypedDict(
    "ByShop_Lists",
    {
        "distinctOn": "Sequence[ByShop_Column]",
    },
    total=False,
)

ByShop_One = TypedDict(
    "ByShop_One",
    {
        "embed": "ByShop_Embed",
    },
    total=False,
)

ByShop_Many = TypedDict(
    "ByShop_Many",
    {
        "filter": "ByShopFilter",
        "order_by": "Sequence[ByShopOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "ByShop_Embed",
        "lists": "ByShop_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class WithoutSales:
    """Table `without_sales`."""

    id: int
    """Column `id`."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

WithoutSalesFilter = TypedDict(
    "WithoutSalesFilter",
    {
        "id": "IntFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[WithoutSalesFilter]",
        # One holds; false if there is none.
        "or": "Sequence[WithoutSalesFilter]",
        # Does not hold.
        "not": "WithoutSalesFilter",
    },
    total=False,
)

WithoutSalesOrderBy = TypedDict(
    "WithoutSalesOrderBy",
    {
        "id": "Direction",
    },
    total=False,
)

WithoutSales_Column = Literal[
    "id",
]

WithoutSales_Columns = TypedDict(
    "WithoutSales_Columns",
    {
        "id": "int",
    },
    total=False,
)

WithoutSales_Group = Literal[
    "id",
]

WithoutSales_Ordered = Literal[
    "id",
]

WithoutSales_Number = Literal[
    "id",
]

WithoutSales_Keys = TypedDict(
    "WithoutSales_Keys",
    {
        "id": "int",
    },
    total=False,
)

WithoutSales_Sums = TypedDict(
    "WithoutSales_Sums",
    {
        "id": "str | None",
    },
    total=False,
)

WithoutSales_Values = TypedDict(
    "WithoutSales_Values",
    {
        "id": "int | None",
    },
    total=False,
)

WithoutSales_Key = TypedDict(
    "WithoutSales_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

WithoutSales_Embed = TypedDict(
    "WithoutSales_Embed",
    {
        "nodeId": "bool",
    },
    total=False,
)

WithoutSales_Lists = TypedDict(
    "WithoutSales_Lists",
    {
        "distinctOn": "Sequence[WithoutSales_Column]",
    },
    total=False,
)

WithoutSales_One = TypedDict(
    "WithoutSales_One",
    {
        "embed": "WithoutSales_Embed",
    },
    total=False,
)

WithoutSales_Many = TypedDict(
    "WithoutSales_Many",
    {
        "filter": "WithoutSalesFilter",
        "order_by": "Sequence[WithoutSalesOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "WithoutSales_Embed",
        "lists": "WithoutSales_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class LabelsOfBoth:
    """Table `labels_of_both`."""

    label: str | None
    """Column `label`."""

LabelsOfBothFilter = TypedDict(
    "LabelsOfBothFilter",
    {
        "label": "StringFilter",
        # All hold; true if there is none.
        "and": "Sequence[LabelsOfBothFilter]",
        # One holds; false if there is none.
        "or": "Sequence[LabelsOfBothFilter]",
        # Does not hold.
        "not": "LabelsOfBothFilter",
    },
    total=False,
)

LabelsOfBothOrderBy = TypedDict(
    "LabelsOfBothOrderBy",
    {
        "label": "Direction",
    },
    total=False,
)

LabelsOfBoth_Column = Literal[
    "label",
]

LabelsOfBoth_Columns = TypedDict(
    "LabelsOfBoth_Columns",
    {
        "label": "str | None",
    },
    total=False,
)

LabelsOfBoth_Group = Literal[
    "label",
]

LabelsOfBoth_Ordered = Literal[
    "label",
]

LabelsOfBoth_Number = Never

LabelsOfBoth_Keys = TypedDict(
    "LabelsOfBoth_Keys",
    {
        "label": "str | None",
    },
    total=False,
)

LabelsOfBoth_Sums = TypedDict(
    "LabelsOfBoth_Sums",
    {
    },
    total=False,
)

LabelsOfBoth_Values = TypedDict(
    "LabelsOfBoth_Values",
    {
        "label": "str | None",
    },
    total=False,
)

LabelsOfBoth_Embed = TypedDict(
    "LabelsOfBoth_Embed",
    {
    },
    total=False,
)

LabelsOfBoth_Lists = TypedDict(
    "LabelsOfBoth_Lists",
    {
        "distinctOn": "Sequence[LabelsOfBoth_Column]",
    },
    total=False,
)

LabelsOfBoth_One = TypedDict(
    "LabelsOfBoth_One",
    {
        "embed": "LabelsOfBoth_Embed",
    },
    total=False,
)

LabelsOfBoth_Many = TypedDict(
    "LabelsOfBoth_Many",
    {
        "filter": "LabelsOfBothFilter",
        "order_by": "Sequence[LabelsOfBothOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "LabelsOfBoth_Embed",
        "lists": "LabelsOfBoth_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Mixed:
    """Table `mixed`."""

    n: int | None
    """Column `n`."""

MixedFilter = TypedDict(
    "MixedFilter",
    {
        "n": "IntFilter",
        # All hold; true if there is none.
        "and": "Sequence[MixedFilter]",
        # One holds; false if there is none.
        "or": "Sequence[MixedFilter]",
        # Does not hold.
        "not": "MixedFilter",
    },
    total=False,
)

MixedOrderBy = TypedDict(
    "MixedOrderBy",
    {
        "n": "Direction",
    },
    total=False,
)

Mixed_Column = Literal[
    "n",
]

Mixed_Columns = TypedDict(
    "Mixed_Columns",
    {
        "n": "int | None",
    },
    total=False,
)

Mixed_Group = Literal[
    "n",
]

Mixed_Ordered = Literal[
    "n",
]

Mixed_Number = Literal[
    "n",
]

Mixed_Keys = TypedDict(
    "Mixed_Keys",
    {
        "n": "int | None",
    },
    total=False,
)

Mixed_Sums = TypedDict(
    "Mixed_Sums",
    {
        "n": "str | None",
    },
    total=False,
)

Mixed_Values = TypedDict(
    "Mixed_Values",
    {
        "n": "int | None",
    },
    total=False,
)

Mixed_Embed = TypedDict(
    "Mixed_Embed",
    {
    },
    total=False,
)

Mixed_Lists = TypedDict(
    "Mixed_Lists",
    {
        "distinctOn": "Sequence[Mixed_Column]",
    },
    total=False,
)

Mixed_One = TypedDict(
    "Mixed_One",
    {
        "embed": "Mixed_Embed",
    },
    total=False,
)

Mixed_Many = TypedDict(
    "Mixed_Many",
    {
        "filter": "MixedFilter",
        "order_by": "Sequence[MixedOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Mixed_Embed",
        "lists": "Mixed_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class TakenAway:
    """Table `taken_away`."""

    n: int | None
    """Column `n`."""

TakenAwayFilter = TypedDict(
    "TakenAwayFilter",
    {
        "n": "IntFilter",
        # All hold; true if there is none.
        "and": "Sequence[TakenAwayFilter]",
        # One holds; false if there is none.
        "or": "Sequence[TakenAwayFilter]",
        # Does not hold.
        "not": "TakenAwayFilter",
    },
    total=False,
)

TakenAwayOrderBy = TypedDict(
    "TakenAwayOrderBy",
    {
        "n": "Direction",
    },
    total=False,
)

TakenAway_Column = Literal[
    "n",
]

TakenAway_Columns = TypedDict(
    "TakenAway_Columns",
    {
        "n": "int | None",
    },
    total=False,
)

TakenAway_Group = Literal[
    "n",
]

TakenAway_Ordered = Literal[
    "n",
]

TakenAway_Number = Literal[
    "n",
]

TakenAway_Keys = TypedDict(
    "TakenAway_Keys",
    {
        "n": "int | None",
    },
    total=False,
)

TakenAway_Sums = TypedDict(
    "TakenAway_Sums",
    {
        "n": "str | None",
    },
    total=False,
)

TakenAway_Values = TypedDict(
    "TakenAway_Values",
    {
        "n": "int | None",
    },
    total=False,
)

TakenAway_Embed = TypedDict(
    "TakenAway_Embed",
    {
    },
    total=False,
)

TakenAway_Lists = TypedDict(
    "TakenAway_Lists",
    {
        "distinctOn": "Sequence[TakenAway_Column]",
    },
    total=False,
)

TakenAway_One = TypedDict(
    "TakenAway_One",
    {
        "embed": "TakenAway_Embed",
    },
    total=False,
)

TakenAway_Many = TypedDict(
    "TakenAway_Many",
    {
        "filter": "TakenAwayFilter",
        "order_by": "Sequence[TakenAwayOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "TakenAway_Embed",
        "lists": "TakenAway_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Named:
    """Table `named`."""

    id: int
    """Column `id`."""

    percent: float | None
    """Column `percent`."""

    share: float | None
    """Column `share`."""

    beforeIt: str | None
    """Column `before_it`."""

    behindIt: str | None
    """Column `behind_it`."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

NamedFilter = TypedDict(
    "NamedFilter",
    {
        "id": "IntFilter",
        "percent": "FloatFilter",
        "share": "FloatFilter",
        "beforeIt": "DecimalFilter",
        "behindIt": "StringFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[NamedFilter]",
        # One holds; false if there is none.
        "or": "Sequence[NamedFilter]",
        # Does not hold.
        "not": "NamedFilter",
    },
    total=False,
)

NamedOrderBy = TypedDict(
    "NamedOrderBy",
    {
        "id": "Direction",
        "percent": "Direction",
        "share": "Direction",
        "beforeIt": "Direction",
        "behindIt": "Direction",
    },
    total=False,
)

Named_Column = Literal[
    "id",
    "percent",
    "share",
    "beforeIt",
    "behindIt",
]

Named_Columns = TypedDict(
    "Named_Columns",
    {
        "id": "int",
        "percent": "float | None",
        "share": "float | None",
        "beforeIt": "str | None",
        "behindIt": "str | None",
    },
    total=False,
)

Named_Group = Literal[
    "id",
    "percent",
    "share",
    "beforeIt",
    "behindIt",
]

Named_Ordered = Literal[
    "id",
    "percent",
    "share",
    "beforeIt",
    "behindIt",
]

Named_Number = Literal[
    "id",
    "percent",
    "share",
    "beforeIt",
]

Named_Keys = TypedDict(
    "Named_Keys",
    {
        "id": "int",
        "percent": "float | None",
        "share": "float | None",
        "beforeIt": "str | None",
        "behindIt": "str | None",
    },
    total=False,
)

Named_Sums = TypedDict(
    "Named_Sums",
    {
        "id": "str | None",
        "percent": "float | None",
        "share": "float | None",
        "beforeIt": "str | None",
    },
    total=False,
)

Named_Values = TypedDict(
    "Named_Values",
    {
        "id": "int | None",
        "percent": "float | None",
        "share": "float | None",
        "beforeIt": "str | None",
        "behindIt": "str | None",
    },
    total=False,
)

Named_Key = TypedDict(
    "Named_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Named_Embed = TypedDict(
    "Named_Embed",
    {
        "nodeId": "bool",
    },
    total=False,
)

Named_Lists = TypedDict(
    "Named_Lists",
    {
        "distinctOn": "Sequence[Named_Column]",
    },
    total=False,
)

Named_One = TypedDict(
    "Named_One",
    {
        "embed": "Named_Embed",
    },
    total=False,
)

Named_Many = TypedDict(
    "Named_Many",
    {
        "filter": "NamedFilter",
        "order_by": "Sequence[NamedOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Named_Embed",
        "lists": "Named_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Different:
    """Table `different`."""

    shopId: int
    """Column `shop_id`."""

    amounts: str | None
    """Column `amounts`."""

    worth: str | None
    """Column `worth`."""

    shop: Shop | None = None
    """Through the foreign key `sale_ibfk_1`, to table `shop`: where it is embedded."""

    nodeId: str | None = None
    """Names the row among all rows of all tables. Where it is asked for."""

DifferentFilter = TypedDict(
    "DifferentFilter",
    {
        "shopId": "IntFilter",
        "amounts": "DecimalFilter",
        "worth": "DecimalFilter",
        # There is such a row, and this holds for it.
        "shop": "ShopFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[DifferentFilter]",
        # One holds; false if there is none.
        "or": "Sequence[DifferentFilter]",
        # Does not hold.
        "not": "DifferentFilter",
    },
    total=False,
)

DifferentOrderBy = TypedDict(
    "DifferentOrderBy",
    {
        "shopId": "Direction",
        "amounts": "Direction",
        "worth": "Direction",
        "shop": "ShopOrderBy",
    },
    total=False,
)

DifferentAggregateOrderBy = TypedDict(
    "DifferentAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "DifferentFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "DifferentNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "DifferentNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "DifferentFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "DifferentFieldsOrderBy",
        "shop": "ShopAggregateOrderBy",
    },
    total=False,
)

DifferentFieldsOrderBy = TypedDict(
    "DifferentFieldsOrderBy",
    {
        "shopId": "Direction",
        "amounts": "Direction",
        "worth": "Direction",
    },
    total=False,
)

DifferentNumbersOrderBy = TypedDict(
    "DifferentNumbersOrderBy",
    {
        "shopId": "Direction",
        "amounts": "Direction",
        "worth": "Direction",
    },
    total=False,
)

Different_Column = Literal[
    "shopId",
    "amounts",
    "worth",
]

Different_Columns = TypedDict(
    "Different_Columns",
    {
        "shopId": "int",
        "amounts": "str | None",
        "worth": "str | None",
    },
    total=False,
)

Different_Group = Literal[
    "shopId",
    "amounts",
    "worth",
]

Different_Ordered = Literal[
    "shopId",
    "amounts",
    "worth",
]

Different_Number = Literal[
    "shopId",
    "amounts",
    "worth",
]

Different_Keys = TypedDict(
    "Different_Keys",
    {
        "shopId": "int",
        "amounts": "str | None",
        "worth": "str | None",
    },
    total=False,
)

Different_Sums = TypedDict(
    "Different_Sums",
    {
        "shopId": "str | None",
        "amounts": "str | None",
        "worth": "str | None",
    },
    total=False,
)

Different_Values = TypedDict(
    "Different_Values",
    {
        "shopId": "int | None",
        "amounts": "str | None",
        "worth": "str | None",
    },
    total=False,
)

Different_Key = TypedDict(
    "Different_Key",
    {
        "shopId": "Required[int]",
    },
    total=False,
)

Different_Embed = TypedDict(
    "Different_Embed",
    {
        "shop": "bool | Shop_One",
        "nodeId": "bool",
    },
    total=False,
)

Different_Lists = TypedDict(
    "Different_Lists",
    {
        "distinctOn": "Sequence[Different_Column]",
    },
    total=False,
)

Different_One = TypedDict(
    "Different_One",
    {
        "embed": "Different_Embed",
    },
    total=False,
)

Different_Many = TypedDict(
    "Different_Many",
    {
        "filter": "DifferentFilter",
        "order_by": "Sequence[DifferentOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Different_Embed",
        "lists": "Different_Lists",
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
        },
        computed={
            "nodeId": "nodeId",
            "etag": "etag",
        },
        one={
            "byShop": ("byShop", "byShop"),
            "different": ("different", "different"),
        },
        many={
            "saleCollection": ("saleCollection", "sale"),
            "rankedCollection": ("rankedCollection", "ranked"),
            "bestCollection": ("bestCollection", "best"),
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
            "day": "day",
            "amount": "amount",
            "worth": "worth",
            "serial": "serial",
            "weight": "weight",
            "label": "label",
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
    "ranked": TableMeta(
        type="Ranked",
        row=Ranked,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "shopId": "shopId",
            "amount": "amount",
            "place": "place",
            "rankOfAll": "rankOfAll",
            "dense": "dense",
            "half": "half",
        },
        computed={
            "nodeId": "nodeId",
        },
        one={
            "shop": ("shop", "shop"),
        },
        many={
        },
        lists={
            "distinctOn": "[RankedColumn!]",
        },
    ),
    "running": TableMeta(
        type="Running",
        row=Running,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "day": "day",
            "soFar": "soFar",
            "ofShop": "ofShop",
            "ofTwo": "ofTwo",
            "serials": "serials",
            "large": "large",
            "weights": "weights",
            "numberOfShop": "numberOfShop",
            "labels": "labels",
            "lastOfLabel": "lastOfLabel",
            "firstLabel": "firstLabel",
        },
        computed={
            "nodeId": "nodeId",
        },
        one={
        },
        many={
        },
        lists={
            "distinctOn": "[RunningColumn!]",
        },
    ),
    "neighbours": TableMeta(
        type="Neighbours",
        row=Neighbours,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "beforeIt": "beforeIt",
            "twoBehind": "twoBehind",
            "firstDay": "firstDay",
            "growth": "growth",
        },
        computed={
            "nodeId": "nodeId",
        },
        one={
        },
        many={
        },
        lists={
            "distinctOn": "[NeighboursColumn!]",
        },
    ),
    "best": TableMeta(
        type="Best",
        row=Best,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "shopId": "shopId",
            "amount": "amount",
            "name": "name",
        },
        computed={
            "nodeId": "nodeId",
        },
        one={
            "shop": ("shop", "shop"),
        },
        many={
        },
        lists={
            "distinctOn": "[BestColumn!]",
        },
    ),
    "byShop": TableMeta(
        type="ByShop",
        row=ByShop,
        key={
            "shopId": "Int!",
        },
        columns={
            "shopId": "shopId",
            "total": "total",
            "place": "place",
        },
        computed={
            "nodeId": "nodeId",
        },
        one={
            "shop": ("shop", "shop"),
        },
        many={
        },
        lists={
            "distinctOn": "[ByShopColumn!]",
        },
    ),
    "withoutSales": TableMeta(
        type="WithoutSales",
        row=WithoutSales,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
        },
        computed={
            "nodeId": "nodeId",
        },
        one={
        },
        many={
        },
        lists={
            "distinctOn": "[WithoutSalesColumn!]",
        },
    ),
    "labelsOfBoth": TableMeta(
        type="LabelsOfBoth",
        row=LabelsOfBoth,
        key={
        },
        columns={
            "label": "label",
        },
        computed={
        },
        one={
        },
        many={
        },
        lists={
            "distinctOn": "[LabelsOfBothColumn!]",
        },
    ),
    "mixed": TableMeta(
        type="Mixed",
        row=Mixed,
        key={
        },
        columns={
            "n": "n",
        },
        computed={
        },
        one={
        },
        many={
        },
        lists={
            "distinctOn": "[MixedColumn!]",
        },
    ),
    "takenAway": TableMeta(
        type="TakenAway",
        row=TakenAway,
        key={
        },
        columns={
            "n": "n",
        },
        computed={
        },
        one={
        },
        many={
        },
        lists={
            "distinctOn": "[TakenAwayColumn!]",
        },
    ),
    "named": TableMeta(
        type="Named",
        row=Named,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "percent": "percent",
            "share": "share",
            "beforeIt": "beforeIt",
            "behindIt": "behindIt",
        },
        computed={
            "nodeId": "nodeId",
        },
        one={
        },
        many={
        },
        lists={
            "distinctOn": "[NamedColumn!]",
        },
    ),
    "different": TableMeta(
        type="Different",
        row=Different,
        key={
            "shopId": "Int!",
        },
        columns={
            "shopId": "shopId",
            "amounts": "amounts",
            "worth": "worth",
        },
        computed={
            "nodeId": "nodeId",
        },
        one={
            "shop": ("shop", "shop"),
        },
        many={
        },
        lists={
            "distinctOn": "[DifferentColumn!]",
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
        self.ranked: KeyedTable[
            Ranked,
            RankedFilter,
            RankedOrderBy,
            dict[str, None],
            dict[str, None],
            Ranked_Column,
            Ranked_Embed,
            Ranked_Lists,
            Ranked_Group,
            Ranked_Ordered,
            Ranked_Number,
            Ranked_Keys,
            Ranked_Sums,
            Ranked_Values,
            Ranked_Columns,
            Ranked_Key,
        ] = KeyedTable(self._connection, _TABLES["ranked"])
        """Table `ranked`."""
        self.running: KeyedTable[
            Running,
            RunningFilter,
            RunningOrderBy,
            dict[str, None],
            dict[str, None],
            Running_Column,
            Running_Embed,
            Running_Lists,
            Running_Group,
            Running_Ordered,
            Running_Number,
            Running_Keys,
            Running_Sums,
            Running_Values,
            Running_Columns,
            Running_Key,
        ] = KeyedTable(self._connection, _TABLES["running"])
        """Table `running`."""
        self.neighbours: KeyedTable[
            Neighbours,
            NeighboursFilter,
            NeighboursOrderBy,
            dict[str, None],
            dict[str, None],
            Neighbours_Column,
            Neighbours_Embed,
            Neighbours_Lists,
            Neighbours_Group,
            Neighbours_Ordered,
            Neighbours_Number,
            Neighbours_Keys,
            Neighbours_Sums,
            Neighbours_Values,
            Neighbours_Columns,
            Neighbours_Key,
        ] = KeyedTable(self._connection, _TABLES["neighbours"])
        """Table `neighbours`."""
        self.best: KeyedTable[
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
            Best_Key,
        ] = KeyedTable(self._connection, _TABLES["best"])
        """Table `best`."""
        self.byShop: KeyedTable[
            ByShop,
            ByShopFilter,
            ByShopOrderBy,
            dict[str, None],
            dict[str, None],
            ByShop_Column,
            ByShop_Embed,
            ByShop_Lists,
            ByShop_Group,
            ByShop_Ordered,
            ByShop_Number,
            ByShop_Keys,
            ByShop_Sums,
            ByShop_Values,
            ByShop_Columns,
            ByShop_Key,
        ] = KeyedTable(self._connection, _TABLES["byShop"])
        """Table `by_shop`."""
        self.withoutSales: KeyedTable[
            WithoutSales,
            WithoutSalesFilter,
            WithoutSalesOrderBy,
            dict[str, None],
            dict[str, None],
            WithoutSales_Column,
            WithoutSales_Embed,
            WithoutSales_Lists,
            WithoutSales_Group,
            WithoutSales_Ordered,
            WithoutSales_Number,
            WithoutSales_Keys,
            WithoutSales_Sums,
            WithoutSales_Values,
            WithoutSales_Columns,
            WithoutSales_Key,
        ] = KeyedTable(self._connection, _TABLES["withoutSales"])
        """Table `without_sales`."""
        self.labelsOfBoth: Table[
            LabelsOfBoth,
            LabelsOfBothFilter,
            LabelsOfBothOrderBy,
            dict[str, None],
            dict[str, None],
            LabelsOfBoth_Column,
            LabelsOfBoth_Embed,
            LabelsOfBoth_Lists,
            LabelsOfBoth_Group,
            LabelsOfBoth_Ordered,
            LabelsOfBoth_Number,
            LabelsOfBoth_Keys,
            LabelsOfBoth_Sums,
            LabelsOfBoth_Values,
            LabelsOfBoth_Columns,
        ] = Table(self._connection, _TABLES["labelsOfBoth"])
        """Table `labels_of_both`."""
        self.mixed: Table[
            Mixed,
            MixedFilter,
            MixedOrderBy,
            dict[str, None],
            dict[str, None],
            Mixed_Column,
            Mixed_Embed,
            Mixed_Lists,
            Mixed_Group,
            Mixed_Ordered,
            Mixed_Number,
            Mixed_Keys,
            Mixed_Sums,
            Mixed_Values,
            Mixed_Columns,
        ] = Table(self._connection, _TABLES["mixed"])
        """Table `mixed`."""
        self.takenAway: Table[
            TakenAway,
            TakenAwayFilter,
            TakenAwayOrderBy,
            dict[str, None],
            dict[str, None],
            TakenAway_Column,
            TakenAway_Embed,
            TakenAway_Lists,
            TakenAway_Group,
            TakenAway_Ordered,
            TakenAway_Number,
            TakenAway_Keys,
            TakenAway_Sums,
            TakenAway_Values,
            TakenAway_Columns,
        ] = Table(self._connection, _TABLES["takenAway"])
        """Table `taken_away`."""
        self.named: KeyedTable[
            Named,
            NamedFilter,
            NamedOrderBy,
            dict[str, None],
            dict[str, None],
            Named_Column,
            Named_Embed,
            Named_Lists,
            Named_Group,
            Named_Ordered,
            Named_Number,
            Named_Keys,
            Named_Sums,
            Named_Values,
            Named_Columns,
            Named_Key,
        ] = KeyedTable(self._connection, _TABLES["named"])
        """Table `named`."""
        self.different: KeyedTable[
            Different,
            DifferentFilter,
            DifferentOrderBy,
            dict[str, None],
            dict[str, None],
            Different_Column,
            Different_Embed,
            Different_Lists,
            Different_Group,
            Different_Ordered,
            Different_Number,
            Different_Keys,
            Different_Sums,
            Different_Values,
            Different_Columns,
            Different_Key,
        ] = KeyedTable(self._connection, _TABLES["different"])
        """Table `different`."""

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
