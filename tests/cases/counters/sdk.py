"""The client of a tenant's API, made by WorkerSQL from its declaration: make it again rather than change it.

It needs Python 3.11 or newer, and nothing beside the standard library. Names are the API's own; those that Python keeps for
itself end in `_`.

    db = Client("https://api.example.com/t/shop", key)
    for book in db.book.rows(filter={"price": {"lt": "10"}}, order_by=[{"title": "asc"}], embed={"author": True}):
        print(book.title, book.author)
"""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, Required, TypedDict, TypeVar, cast

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


class WorkerSqlError(Exception):
    """What the server refused, and why."""

    def __init__(self, message: str, status: int, details: Mapping[str, Any]) -> None:
        super().__init__(message)
        self.message = message
        """What is wrong, where, and what to do."""
        self.status = status
        """The HTTP status; 200 where only a part of a GraphQL answer failed."""
        self.details = details
        """All that the server said."""
        self.code: str = str(details.get("code", "unavailable" if status >= 500 else "bad_request"))
        """What kind of error it is: stable."""
        self.table: str | None = details.get("table")
        """The table that it is about."""
        self.fields: list[str] = list(details.get("fields", []))
        """The columns that it is about."""
        self.field: str | None = details.get("field") or (self.fields[0] if self.fields else None)
        """The field that it is about, where there is one."""
        self.constraint: str | None = details.get("constraint")
        """The constraint that would not hold."""


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
class TableMeta:
    """What the client knows of a table while it runs."""

    type: str
    row: Callable[..., Any]
    key: Mapping[str, str]
    columns: Mapping[str, str]
    one: Mapping[str, tuple[str, str]]
    many: Mapping[str, tuple[str, str]]
    lists: Mapping[str, str]


class Connection:
    """How calls reach the server."""

    def __init__(self, url: str, key: str | None, headers: Mapping[str, str], timeout: float) -> None:
        self.url = url.rstrip("/")
        self.key = key
        self.headers = headers
        self.timeout = timeout

    def post(self, document: str, variables: Mapping[str, Any], headers: Mapping[str, str]) -> Any:
        body = json.dumps({"query": document, "variables": variables}).encode()
        sent = {"content-type": "application/json", "accept": "application/graphql-response+json"}
        if self.key is not None:
            sent["authorization"] = f"Bearer {self.key}"
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
            raise WorkerSqlError(str(errors[0].get("message")), status, errors[0].get("extensions") or {})
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

    def document(self, kind: str, field: str) -> str:
        head = f" ({', '.join(self.declared)})" if self.declared else ""
        return f"{kind}{head} {{ {field} }}"


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
        *((name, type_name, lists.get(name)) for name, type_name in table.lists.items()),
    )


def _fields(writer: Writer, table: TableMeta, embed: Mapping[str, Any] | None) -> str:
    parts = list(table.columns)
    for name, chosen in (embed or {}).items():
        if not chosen:
            continue
        own: Mapping[str, Any] = chosen if isinstance(chosen, Mapping) else {}
        if name in table.one:
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
    for name, (attribute, target) in table.one.items():
        related = answer.get(name)
        if related is not None:
            members[attribute] = _row(_TABLES[target], related)
    for name, (attribute, target) in table.many.items():
        if name in answer:
            members[attribute] = [_row(_TABLES[target], node) for node in answer[name]["nodes"]]
    return table.row(**members)


class Table(Generic[_Row, _Filter, _Order, _Insert, _Update, _Column, _Embed, _Lists]):
    """Reads and writes of one table."""

    def __init__(self, connection: Connection, table: TableMeta) -> None:
        self._connection = connection
        self._table = table

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
    ) -> list[_Row]:
        """The rows that a filter finds; the server's default of them, which is 1,000 unless set, where `first` is left out."""
        page = self._list("", filter, order_by, first, last, after, before, offset, embed, lists)
        return [cast(_Row, _row(self._table, node)) for node in page["nodes"]]

    def find_first(
        self,
        *,
        filter: _Filter | None = None,
        order_by: Sequence[_Order] | None = None,
        embed: _Embed | None = None,
        lists: _Lists | None = None,
    ) -> _Row | None:
        """The first row that a filter finds."""
        rows = self.find_many(filter=filter, order_by=order_by, first=1, embed=embed, lists=lists)
        return rows[0] if rows else None

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
    ) -> Page[_Row]:
        """A page of rows, and how many rows there are on all pages."""
        more = " totalCount"
        page = self._list(more, filter, order_by, first, last, after, before, offset, embed, lists)
        return Page(
            nodes=[cast(_Row, _row(self._table, node)) for node in page["nodes"]],
            page_info=_page_info(page),
            total_count=page["totalCount"],
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
            page = self._list("", filter, order_by, first, None, after, None, None, embed, lists)
            yield [cast(_Row, _row(self._table, node)) for node in page["nodes"]]
            info = _page_info(page)
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

    def count(self, *, filter: _Filter | None = None, lists: _Lists | None = None) -> int:
        """How many rows a filter finds."""
        writer = Writer()
        given = _listed(writer, self._table, {"filter": filter, "lists": lists})
        return cast(int, self._run("query", writer, f"{self._name}Collection{given} {{ totalCount }}", {})["totalCount"])

    def insert(
        self, row: _Insert, *, dry_run: bool = False, idempotency_key: str | None = None
    ) -> _Row:
        """Adds a row, and answers it."""
        return self._add([row], None, dry_run, idempotency_key).records[0]

    def insert_many(
        self,
        rows: Sequence[_Insert],
        *,
        skip_duplicates: bool = False,
        dry_run: bool = False,
        idempotency_key: str | None = None,
    ) -> Written[_Row]:
        """Adds rows: all of them or none."""
        return self._add(rows, {"update": []} if skip_duplicates else None, dry_run, idempotency_key)

    def upsert(
        self,
        row: _Insert,
        *,
        target: Sequence[_Column] | None = None,
        update: Sequence[_Column] | None = None,
        dry_run: bool = False,
        idempotency_key: str | None = None,
    ) -> _Row | None:
        """Adds a row, or changes the one that has its key. None where `update` is empty and the row is there."""
        records = self._add([row], _conflict(target, update), dry_run, idempotency_key).records
        return records[0] if records else None

    def upsert_many(
        self,
        rows: Sequence[_Insert],
        *,
        target: Sequence[_Column] | None = None,
        update: Sequence[_Column] | None = None,
        dry_run: bool = False,
        idempotency_key: str | None = None,
    ) -> Written[_Row]:
        """The same for several rows: all of them or none."""
        return self._add(rows, _conflict(target, update), dry_run, idempotency_key)

    def update(
        self,
        set: _Update,
        *,
        filter: _Filter | None = None,
        at_most: int = 1,
        if_match: str | None = None,
        dry_run: bool = False,
        idempotency_key: str | None = None,
    ) -> Written[_Row]:
        """Changes the rows that a filter finds; more of them than `at_most` is an error that changes nothing."""
        which = (("set", f"{self._table.type}UpdateInput!", set), *self._which(filter, at_most, if_match))
        return self._write(f"update{self._table.type}Collection", which, dry_run, idempotency_key)

    def delete(
        self,
        *,
        filter: _Filter | None = None,
        at_most: int = 1,
        if_match: str | None = None,
        dry_run: bool = False,
        idempotency_key: str | None = None,
    ) -> Written[_Row]:
        """Removes the rows that a filter finds; more of them than `at_most` is an error that changes nothing."""
        which = self._which(filter, at_most, if_match)
        return self._write(f"deleteFrom{self._table.type}Collection", which, dry_run, idempotency_key)

    @property
    def _name(self) -> str:
        return self._table.type[:1].lower() + self._table.type[1:]

    def _list(
        self,
        more: str,
        filter: Any,
        order_by: Any,
        first: int | None,
        last: int | None,
        after: str | None,
        before: str | None,
        offset: int | None,
        embed: Any,
        lists: Any,
    ) -> Any:
        writer = Writer()
        arguments = {
            "filter": filter,
            "order_by": order_by,
            "first": first,
            "last": last,
            "after": after,
            "before": before,
            "offset": offset,
            "lists": lists,
        }
        given = _listed(writer, self._table, arguments)
        fields = _fields(writer, self._table, embed)
        info = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
        return self._run(
            "query", writer, f"{self._name}Collection{given} {{ nodes {{ {fields} }} {info}{more} }}", {}
        )

    def _which(self, filter: Any, at_most: int, if_match: str | None) -> tuple[tuple[str, str, Any], ...]:
        return (
            ("filter", f"{self._table.type}Filter", filter),
            ("atMost", "Int!", at_most),
            ("ifMatch", "String", if_match),
        )

    def _add(
        self, rows: Sequence[_Insert], conflict: Any, dry_run: bool, idempotency_key: str | None
    ) -> Written[_Row]:
        name = self._table.type
        given = (("objects", f"[{name}InsertInput!]!", list(rows)), ("onConflict", f"{name}OnConflict", conflict))
        return self._write(f"insertInto{name}Collection", given, dry_run, idempotency_key)

    def _write(
        self, root: str, given: Sequence[tuple[str, str, Any]], dry_run: bool, idempotency_key: str | None
    ) -> Written[_Row]:
        writer = Writer()
        arguments = writer.given(*given)
        fields = _fields(writer, self._table, None)
        headers = {}
        if dry_run:
            headers["prefer"] = "tx=rollback"
        if idempotency_key is not None:
            headers["idempotency-key"] = idempotency_key
        answer = self._run("mutation", writer, f"{root}{arguments} {{ affectedCount records {{ {fields} }} }}", headers)
        records = [cast(_Row, _row(self._table, record)) for record in answer["records"]]
        return Written(answer["affectedCount"], records)

    def _run(self, kind: str, writer: Writer, field: str, headers: Mapping[str, str]) -> Any:
        data = self._connection.post(writer.document(kind, f"answer: {field}"), writer.values, headers)
        return data["answer"]


class KeyedTable(
    Table[_Row, _Filter, _Order, _Insert, _Update, _Column, _Embed, _Lists],
    Generic[_Row, _Filter, _Order, _Insert, _Update, _Column, _Embed, _Lists, _Key],
):
    """A table with a primary key."""

    def find_by_key(self, key: _Key, *, embed: _Embed | None = None) -> _Row | None:
        """The row with this key."""
        writer = Writer()
        values = cast(Mapping[str, Any], key)
        given = writer.given(*((name, type_name, values[name]) for name, type_name in self._table.key.items()))
        fields = _fields(writer, self._table, cast("Mapping[str, Any] | None", embed))
        answer = self._run("query", writer, f"{self._name}ByPk{given} {{ {fields} }}", {})
        return None if answer is None else cast(_Row, _row(self._table, answer))

    def update_by_key(
        self,
        key: _Key,
        set: _Update,
        *,
        if_match: str | None = None,
        dry_run: bool = False,
        idempotency_key: str | None = None,
    ) -> _Row | None:
        """Changes the row with this key. Answers it, or None where there is none."""
        records = self.update(
            set, filter=self._by(key), if_match=if_match, dry_run=dry_run, idempotency_key=idempotency_key
        ).records
        return records[0] if records else None

    def delete_by_key(
        self,
        key: _Key,
        *,
        if_match: str | None = None,
        dry_run: bool = False,
        idempotency_key: str | None = None,
    ) -> _Row | None:
        """Removes the row with this key. Answers what it was, or None where there is none."""
        records = self.delete(
            filter=self._by(key), if_match=if_match, dry_run=dry_run, idempotency_key=idempotency_key
        ).records
        return records[0] if records else None

    def _by(self, key: _Key) -> _Filter:
        values = cast(Mapping[str, Any], key)
        return cast(_Filter, {name: {"eq": values[name]} for name in self._table.key})


def _page_info(page: Any) -> PageInfo:
    info = page["pageInfo"]
    return PageInfo(info["hasNextPage"], info["hasPreviousPage"], info["startCursor"], info["endCursor"])


def _conflict(target: Sequence[Any] | None, update: Sequence[Any] | None) -> dict[str, Any]:
    given = {"target": target, "update": update}
    return {name: list(columns) for name, columns in given.items() if columns is not None}


@dataclass(frozen=True)
class Counter:
    """Table `counter`."""

    id: int
    """Column `id`."""

    name: str
    """Column `name`."""

    hits: int
    """Column `hits`."""

    small: int | None
    """Column `small`."""

    large: str | None
    """Column `large`."""

    huge: str | None
    """Column `huge`."""

    price: str | None
    """Column `price`."""

    total: str | None
    """Column `total`."""

    most: str | None
    """Column `most`."""

    mean: float | None
    """Column `mean`."""

    single: float | None
    """Column `single`."""

    v: int | None
    """Column `v`."""

    touched: str | None
    """Column `touched`."""

    childCollection: list[Child] | None = None
    """Through the foreign key `child_ibfk_1`, to table `child`: where it is embedded."""

CounterFilter = TypedDict(
    "CounterFilter",
    {
        "id": "IntFilter",
        "name": "StringFilter",
        "hits": "IntFilter",
        "small": "IntFilter",
        "large": "BigIntFilter",
        "huge": "BigIntFilter",
        "price": "DecimalFilter",
        "total": "DecimalFilter",
        "most": "DecimalFilter",
        "mean": "FloatFilter",
        "single": "FloatFilter",
        "v": "IntFilter",
        "touched": "DatetimeFilter",
        "childCollection": "ChildManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[CounterFilter]",
        # One holds; false if there is none.
        "or": "Sequence[CounterFilter]",
        # Does not hold.
        "not": "CounterFilter",
    },
    total=False,
)

CounterOrderBy = TypedDict(
    "CounterOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
        "hits": "Direction",
        "small": "Direction",
        "large": "Direction",
        "huge": "Direction",
        "price": "Direction",
        "total": "Direction",
        "most": "Direction",
        "mean": "Direction",
        "single": "Direction",
        "v": "Direction",
        "touched": "Direction",
        "childCollection": "ChildAggregateOrderBy",
    },
    total=False,
)

CounterAggregateOrderBy = TypedDict(
    "CounterAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "CounterFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "CounterNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "CounterNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "CounterFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "CounterFieldsOrderBy",
    },
    total=False,
)

CounterInsertInput = TypedDict(
    "CounterInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `name`.
        "name": "Required[str]",
        # Column `hits`.
        "hits": "int",
        # Column `small`.
        "small": "int | None",
        # Column `large`.
        "large": "str | int | None",
        # Column `huge`.
        "huge": "str | int | None",
        # Column `price`.
        "price": "str | int | None",
        # Column `total`.
        "total": "str | int | None",
        # Column `most`.
        "most": "str | int | None",
        # Column `mean`.
        "mean": "float | None",
        # Column `single`.
        "single": "float | None",
        # Column `touched`.
        "touched": "str | None",
        # What is done with rows of `child` through the foreign key `child_ibfk_1`.
        "childCollection": "CounterChildCollectionToManyInput",
    },
    total=False,
)

CounterUpdateInput = TypedDict(
    "CounterUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `name`.
        "name": "str",
        # Column `hits`.
        "hits": "int",
        # Column `small`.
        "small": "int | None",
        # Column `large`.
        "large": "str | int | None",
        # Column `huge`.
        "huge": "str | int | None",
        # Column `price`.
        "price": "str | int | None",
        # Column `total`.
        "total": "str | int | None",
        # Column `most`.
        "most": "str | int | None",
        # Column `mean`.
        "mean": "float | None",
        # Column `single`.
        "single": "float | None",
        # Column `touched`.
        "touched": "str | None",
        # What is done with rows of `child` through the foreign key `child_ibfk_1`.
        "childCollection": "CounterChildCollectionToManyInput",
    },
    total=False,
)

CounterFieldsOrderBy = TypedDict(
    "CounterFieldsOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
        "hits": "Direction",
        "small": "Direction",
        "large": "Direction",
        "huge": "Direction",
        "price": "Direction",
        "total": "Direction",
        "most": "Direction",
        "mean": "Direction",
        "single": "Direction",
        "v": "Direction",
        "touched": "Direction",
    },
    total=False,
)

CounterNumbersOrderBy = TypedDict(
    "CounterNumbersOrderBy",
    {
        "id": "Direction",
        "hits": "Direction",
        "small": "Direction",
        "large": "Direction",
        "huge": "Direction",
        "price": "Direction",
        "total": "Direction",
        "most": "Direction",
        "mean": "Direction",
        "single": "Direction",
        "v": "Direction",
    },
    total=False,
)

CounterOnConflict = TypedDict(
    "CounterOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Counter_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Counter_Column]",
    },
    total=False,
)

CounterUniqueInput = TypedDict(
    "CounterUniqueInput",
    {
        # Column `id`.
        "id": "int",
        # Column `name`.
        "name": "str",
    },
    total=False,
)

CounterUpsertInput = TypedDict(
    "CounterUpsertInput",
    {
        # The row.
        "create": "Required[CounterInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "CounterOnConflict",
    },
    total=False,
)

Counter_Column = Literal[
    "id",
    "name",
    "hits",
    "small",
    "large",
    "huge",
    "price",
    "total",
    "most",
    "mean",
    "single",
    "v",
    "touched",
]

Counter_Key = TypedDict(
    "Counter_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Counter_Embed = TypedDict(
    "Counter_Embed",
    {
        "childCollection": "bool | Child_Many",
    },
    total=False,
)

Counter_Lists = TypedDict(
    "Counter_Lists",
    {
        "distinctOn": "Sequence[Counter_Column]",
    },
    total=False,
)

Counter_One = TypedDict(
    "Counter_One",
    {
        "embed": "Counter_Embed",
    },
    total=False,
)

Counter_Many = TypedDict(
    "Counter_Many",
    {
        "filter": "CounterFilter",
        "order_by": "Sequence[CounterOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Counter_Embed",
        "lists": "Counter_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Child:
    """Table `child`."""

    id: int
    """Column `id`."""

    counterId: int | None
    """Column `counter_id`."""

    x: int | None
    """Column `x`."""

    a0: str | None
    """Column `a0`."""

    counter: Counter | None = None
    """Through the foreign key `child_ibfk_1`, to table `counter`: where it is embedded."""

ChildFilter = TypedDict(
    "ChildFilter",
    {
        "id": "IntFilter",
        "counterId": "IntFilter",
        "x": "IntFilter",
        "a0": "DecimalFilter",
        # There is such a row, and this holds for it.
        "counter": "CounterFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[ChildFilter]",
        # One holds; false if there is none.
        "or": "Sequence[ChildFilter]",
        # Does not hold.
        "not": "ChildFilter",
    },
    total=False,
)

ChildManyFilter = TypedDict(
    "ChildManyFilter",
    {
        # There is a row for which this holds.
        "some": "ChildFilter",
        # There is no row for which this holds.
        "none": "ChildFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "ChildFilter",
    },
    total=False,
)

ChildOrderBy = TypedDict(
    "ChildOrderBy",
    {
        "id": "Direction",
        "counterId": "Direction",
        "x": "Direction",
        "a0": "Direction",
        "counter": "CounterOrderBy",
    },
    total=False,
)

ChildAggregateOrderBy = TypedDict(
    "ChildAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "ChildFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "ChildNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "ChildNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "ChildFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "ChildFieldsOrderBy",
        "counter": "CounterAggregateOrderBy",
    },
    total=False,
)

ChildInsertInput = TypedDict(
    "ChildInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `counter_id`.
        "counterId": "int | None",
        # Column `x`.
        "x": "int | None",
        # Column `a0`.
        "a0": "str | int | None",
        # What is done with rows of `counter` through the foreign key `child_ibfk_1`.
        "counter": "ChildCounterToOneInput",
    },
    total=False,
)

ChildUpdateInput = TypedDict(
    "ChildUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `counter_id`.
        "counterId": "int | None",
        # Column `x`.
        "x": "int | None",
        # Column `a0`.
        "a0": "str | int | None",
        # What is done with rows of `counter` through the foreign key `child_ibfk_1`.
        "counter": "ChildCounterToOneInput",
    },
    total=False,
)

ChildFieldsOrderBy = TypedDict(
    "ChildFieldsOrderBy",
    {
        "id": "Direction",
        "counterId": "Direction",
        "x": "Direction",
        "a0": "Direction",
    },
    total=False,
)

ChildNumbersOrderBy = TypedDict(
    "ChildNumbersOrderBy",
    {
        "id": "Direction",
        "counterId": "Direction",
        "x": "Direction",
        "a0": "Direction",
    },
    total=False,
)

ChildOnConflict = TypedDict(
    "ChildOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Child_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Child_Column]",
    },
    total=False,
)

ChildUniqueInput = TypedDict(
    "ChildUniqueInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

ChildUpsertInput = TypedDict(
    "ChildUpsertInput",
    {
        # The row.
        "create": "Required[ChildInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "ChildOnConflict",
    },
    total=False,
)

ChildUpdateManyInput = TypedDict(
    "ChildUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "ChildFilter",
        # What they are set to.
        "set": "Required[ChildUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

Child_Column = Literal[
    "id",
    "counterId",
    "x",
    "a0",
]

Child_Key = TypedDict(
    "Child_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Child_Embed = TypedDict(
    "Child_Embed",
    {
        "counter": "bool | Counter_One",
    },
    total=False,
)

Child_Lists = TypedDict(
    "Child_Lists",
    {
        "distinctOn": "Sequence[Child_Column]",
    },
    total=False,
)

Child_One = TypedDict(
    "Child_One",
    {
        "embed": "Child_Embed",
    },
    total=False,
)

Child_Many = TypedDict(
    "Child_Many",
    {
        "filter": "ChildFilter",
        "order_by": "Sequence[ChildOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Child_Embed",
        "lists": "Child_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Words:
    """Table `words`."""

    word: str
    """Column `word`."""

WordsFilter = TypedDict(
    "WordsFilter",
    {
        "word": "StringFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[WordsFilter]",
        # One holds; false if there is none.
        "or": "Sequence[WordsFilter]",
        # Does not hold.
        "not": "WordsFilter",
    },
    total=False,
)

WordsOrderBy = TypedDict(
    "WordsOrderBy",
    {
        "word": "Direction",
    },
    total=False,
)

WordsInsertInput = TypedDict(
    "WordsInsertInput",
    {
        # Column `word`.
        "word": "Required[str]",
    },
    total=False,
)

WordsUpdateInput = TypedDict(
    "WordsUpdateInput",
    {
        # Column `word`.
        "word": "str",
    },
    total=False,
)

Words_Column = Literal[
    "word",
]

Words_Key = TypedDict(
    "Words_Key",
    {
        "word": "Required[str]",
    },
    total=False,
)

Words_Embed = TypedDict(
    "Words_Embed",
    {
    },
    total=False,
)

Words_Lists = TypedDict(
    "Words_Lists",
    {
        "distinctOn": "Sequence[Words_Column]",
    },
    total=False,
)

Words_One = TypedDict(
    "Words_One",
    {
        "embed": "Words_Embed",
    },
    total=False,
)

Words_Many = TypedDict(
    "Words_Many",
    {
        "filter": "WordsFilter",
        "order_by": "Sequence[WordsOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Words_Embed",
        "lists": "Words_Lists",
    },
    total=False,
)

CounterChildCollectionToManyInput = TypedDict(
    "CounterChildCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[ChildInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[ChildUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[ChildUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[ChildUpdateManyInput]",
        # Takes the reference away and leaves the row: for changes of rows only.
        "disconnect": "Sequence[ChildUniqueInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[ChildUniqueInput]",
    },
    total=False,
)

ChildCounterToOneInput = TypedDict(
    "ChildCounterToOneInput",
    {
        # Adds a row and relates.
        "create": "CounterInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "CounterUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "CounterUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "CounterUpdateInput",
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


_TABLES: dict[str, TableMeta] = {
    "counter": TableMeta(
        type="Counter",
        row=Counter,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "name": "name",
            "hits": "hits",
            "small": "small",
            "large": "large",
            "huge": "huge",
            "price": "price",
            "total": "total",
            "most": "most",
            "mean": "mean",
            "single": "single",
            "v": "v",
            "touched": "touched",
        },
        one={
        },
        many={
            "childCollection": ("childCollection", "child"),
        },
        lists={
            "distinctOn": "[CounterColumn!]",
        },
    ),
    "child": TableMeta(
        type="Child",
        row=Child,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "counterId": "counterId",
            "x": "x",
            "a0": "a0",
        },
        one={
            "counter": ("counter", "counter"),
        },
        many={
        },
        lists={
            "distinctOn": "[ChildColumn!]",
        },
    ),
    "words": TableMeta(
        type="Words",
        row=Words,
        key={
            "word": "String!",
        },
        columns={
            "word": "word",
        },
        one={
        },
        many={
        },
        lists={
            "distinctOn": "[WordsColumn!]",
        },
    ),
}


class Client:
    """A client of the tenant's API."""

    def __init__(
        self,
        url: str,
        key: str | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        timeout: float = 30,
    ) -> None:
        """`url` is the tenant's address, `key` one of its keys, `timeout` in seconds."""
        self._connection = Connection(url, key, headers or {}, timeout)
        self.counter: KeyedTable[
            Counter,
            CounterFilter,
            CounterOrderBy,
            CounterInsertInput,
            CounterUpdateInput,
            Counter_Column,
            Counter_Embed,
            Counter_Lists,
            Counter_Key,
        ] = KeyedTable(self._connection, _TABLES["counter"])
        """Table `counter`."""
        self.child: KeyedTable[
            Child,
            ChildFilter,
            ChildOrderBy,
            ChildInsertInput,
            ChildUpdateInput,
            Child_Column,
            Child_Embed,
            Child_Lists,
            Child_Key,
        ] = KeyedTable(self._connection, _TABLES["child"])
        """Table `child`."""
        self.words: KeyedTable[
            Words,
            WordsFilter,
            WordsOrderBy,
            WordsInsertInput,
            WordsUpdateInput,
            Words_Column,
            Words_Embed,
            Words_Lists,
            Words_Key,
        ] = KeyedTable(self._connection, _TABLES["words"])
        """Table `words`."""

    def run_graphql(self, document: str, variables: Mapping[str, Any] | None = None) -> Any:
        """Sends a GraphQL document of your own, and answers its `data`."""
        return self._connection.post(document, variables or {}, {})
