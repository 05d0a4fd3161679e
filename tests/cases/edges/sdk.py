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
class Item:
    """Table `item`."""

    id: int
    """Column `id`."""

    name: str
    """Column `name`."""

    weight: int | None
    """Column `weight`."""

    price: str | None
    """Column `price`."""

    data: Any | None
    """Column `data`."""

    and2: int | None
    """Column `and`."""

    aB: int | None
    """Column `a.b`."""

    lineCollection: list[Line] | None = None
    """Through the foreign key `line_ibfk_1`, to table `line`: where it is embedded."""

ItemFilter = TypedDict(
    "ItemFilter",
    {
        "id": "IntFilter",
        "name": "StringFilter",
        "weight": "IntFilter",
        "price": "DecimalFilter",
        "data": "JSONFilter",
        "and2": "IntFilter",
        "aB": "IntFilter",
        "lineCollection": "LineManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[ItemFilter]",
        # One holds; false if there is none.
        "or": "Sequence[ItemFilter]",
        # Does not hold.
        "not": "ItemFilter",
    },
    total=False,
)

ItemOrderBy = TypedDict(
    "ItemOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
        "weight": "Direction",
        "price": "Direction",
        "and2": "Direction",
        "aB": "Direction",
        "lineCollection": "LineAggregateOrderBy",
    },
    total=False,
)

ItemAggregateOrderBy = TypedDict(
    "ItemAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "ItemFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "ItemNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "ItemNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "ItemFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "ItemFieldsOrderBy",
    },
    total=False,
)

ItemInsertInput = TypedDict(
    "ItemInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `name`.
        "name": "Required[str]",
        # Column `weight`.
        "weight": "int | None",
        # Column `price`.
        "price": "str | int | None",
        # Column `data`.
        "data": "Any | None",
        # Column `and`.
        "and2": "int | None",
        # Column `a.b`.
        "aB": "int | None",
        # What is done with rows of `line` through the foreign key `line_ibfk_1`.
        "lineCollection": "ItemLineCollectionToManyInput",
    },
    total=False,
)

ItemUpdateInput = TypedDict(
    "ItemUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `name`.
        "name": "str",
        # Column `weight`.
        "weight": "int | None",
        # Column `price`.
        "price": "str | int | None",
        # Column `data`.
        "data": "Any | None",
        # Column `and`.
        "and2": "int | None",
        # Column `a.b`.
        "aB": "int | None",
        # What is done with rows of `line` through the foreign key `line_ibfk_1`.
        "lineCollection": "ItemLineCollectionToManyInput",
    },
    total=False,
)

ItemFieldsOrderBy = TypedDict(
    "ItemFieldsOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
        "weight": "Direction",
        "price": "Direction",
        "and2": "Direction",
        "aB": "Direction",
    },
    total=False,
)

ItemNumbersOrderBy = TypedDict(
    "ItemNumbersOrderBy",
    {
        "id": "Direction",
        "weight": "Direction",
        "price": "Direction",
        "and2": "Direction",
        "aB": "Direction",
    },
    total=False,
)

ItemOnConflict = TypedDict(
    "ItemOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Item_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Item_Column]",
    },
    total=False,
)

ItemUniqueInput = TypedDict(
    "ItemUniqueInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

ItemUpsertInput = TypedDict(
    "ItemUpsertInput",
    {
        # The row.
        "create": "Required[ItemInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "ItemOnConflict",
    },
    total=False,
)

Item_Column = Literal[
    "id",
    "name",
    "weight",
    "price",
    "data",
    "and2",
    "aB",
]

Item_Key = TypedDict(
    "Item_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Item_Embed = TypedDict(
    "Item_Embed",
    {
        "lineCollection": "bool | Line_Many",
    },
    total=False,
)

Item_Lists = TypedDict(
    "Item_Lists",
    {
        "distinctOn": "Sequence[Item_Column]",
    },
    total=False,
)

Item_One = TypedDict(
    "Item_One",
    {
        "embed": "Item_Embed",
    },
    total=False,
)

Item_Many = TypedDict(
    "Item_Many",
    {
        "filter": "ItemFilter",
        "order_by": "Sequence[ItemOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Item_Embed",
        "lists": "Item_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Line:
    """Table `line`."""

    id: int
    """Column `id`."""

    itemId: int
    """Column `item_id`."""

    item: Item | None = None
    """Through the foreign key `line_ibfk_1`, to table `item`: where it is embedded."""

LineFilter = TypedDict(
    "LineFilter",
    {
        "id": "IntFilter",
        "itemId": "IntFilter",
        # There is such a row, and this holds for it.
        "item": "ItemFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[LineFilter]",
        # One holds; false if there is none.
        "or": "Sequence[LineFilter]",
        # Does not hold.
        "not": "LineFilter",
    },
    total=False,
)

LineManyFilter = TypedDict(
    "LineManyFilter",
    {
        # There is a row for which this holds.
        "some": "LineFilter",
        # There is no row for which this holds.
        "none": "LineFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "LineFilter",
    },
    total=False,
)

LineOrderBy = TypedDict(
    "LineOrderBy",
    {
        "id": "Direction",
        "itemId": "Direction",
        "item": "ItemOrderBy",
    },
    total=False,
)

LineAggregateOrderBy = TypedDict(
    "LineAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "LineFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "LineNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "LineNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "LineFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "LineFieldsOrderBy",
        "item": "ItemAggregateOrderBy",
    },
    total=False,
)

LineInsertInput = TypedDict(
    "LineInsertInput",
    {
        # Column `id`.
        "id": "Required[int]",
        # Column `item_id`.
        "itemId": "int",
        # What is done with rows of `item` through the foreign key `line_ibfk_1`.
        "item": "LineItemToOneInput",
    },
    total=False,
)

LineUpdateInput = TypedDict(
    "LineUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `item_id`.
        "itemId": "int",
        # What is done with rows of `item` through the foreign key `line_ibfk_1`.
        "item": "LineItemToOneInput",
    },
    total=False,
)

LineFieldsOrderBy = TypedDict(
    "LineFieldsOrderBy",
    {
        "id": "Direction",
        "itemId": "Direction",
    },
    total=False,
)

LineNumbersOrderBy = TypedDict(
    "LineNumbersOrderBy",
    {
        "id": "Direction",
        "itemId": "Direction",
    },
    total=False,
)

LineOnConflict = TypedDict(
    "LineOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Line_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Line_Column]",
    },
    total=False,
)

LineUniqueInput = TypedDict(
    "LineUniqueInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

LineUpsertInput = TypedDict(
    "LineUpsertInput",
    {
        # The row.
        "create": "Required[LineInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "LineOnConflict",
    },
    total=False,
)

LineUpdateManyInput = TypedDict(
    "LineUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "LineFilter",
        # What they are set to.
        "set": "Required[LineUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

Line_Column = Literal[
    "id",
    "itemId",
]

Line_Key = TypedDict(
    "Line_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Line_Embed = TypedDict(
    "Line_Embed",
    {
        "item": "bool | Item_One",
    },
    total=False,
)

Line_Lists = TypedDict(
    "Line_Lists",
    {
        "distinctOn": "Sequence[Line_Column]",
    },
    total=False,
)

Line_One = TypedDict(
    "Line_One",
    {
        "embed": "Line_Embed",
    },
    total=False,
)

Line_Many = TypedDict(
    "Line_Many",
    {
        "filter": "LineFilter",
        "order_by": "Sequence[LineOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Line_Embed",
        "lists": "Line_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Used:
    """Table `used`."""

    id: str
    """Column `id`."""

    n: int | None
    """Column `n`."""

UsedFilter = TypedDict(
    "UsedFilter",
    {
        "id": "BigIntFilter",
        "n": "IntFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[UsedFilter]",
        # One holds; false if there is none.
        "or": "Sequence[UsedFilter]",
        # Does not hold.
        "not": "UsedFilter",
    },
    total=False,
)

UsedOrderBy = TypedDict(
    "UsedOrderBy",
    {
        "id": "Direction",
        "n": "Direction",
    },
    total=False,
)

UsedInsertInput = TypedDict(
    "UsedInsertInput",
    {
        # Column `id`.
        "id": "str | int",
        # Column `n`.
        "n": "int | None",
    },
    total=False,
)

UsedUpdateInput = TypedDict(
    "UsedUpdateInput",
    {
        # Column `id`.
        "id": "str | int",
        # Column `n`.
        "n": "int | None",
    },
    total=False,
)

Used_Column = Literal[
    "id",
    "n",
]

Used_Key = TypedDict(
    "Used_Key",
    {
        "id": "Required[str | int]",
    },
    total=False,
)

Used_Embed = TypedDict(
    "Used_Embed",
    {
    },
    total=False,
)

Used_Lists = TypedDict(
    "Used_Lists",
    {
        "distinctOn": "Sequence[Used_Column]",
    },
    total=False,
)

Used_One = TypedDict(
    "Used_One",
    {
        "embed": "Used_Embed",
    },
    total=False,
)

Used_Many = TypedDict(
    "Used_Many",
    {
        "filter": "UsedFilter",
        "order_by": "Sequence[UsedOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Used_Embed",
        "lists": "Used_Lists",
    },
    total=False,
)

ItemLineCollectionToManyInput = TypedDict(
    "ItemLineCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[LineInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[LineUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[LineUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[LineUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[LineUniqueInput]",
    },
    total=False,
)

LineItemToOneInput = TypedDict(
    "LineItemToOneInput",
    {
        # Adds a row and relates.
        "create": "ItemInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "ItemUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "ItemUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "ItemUpdateInput",
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


_TABLES: dict[str, TableMeta] = {
    "item": TableMeta(
        type="Item",
        row=Item,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "name": "name",
            "weight": "weight",
            "price": "price",
            "data": "data",
            "and2": "and2",
            "aB": "aB",
        },
        one={
        },
        many={
            "lineCollection": ("lineCollection", "line"),
        },
        lists={
            "distinctOn": "[ItemColumn!]",
        },
    ),
    "line": TableMeta(
        type="Line",
        row=Line,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "itemId": "itemId",
        },
        one={
            "item": ("item", "item"),
        },
        many={
        },
        lists={
            "distinctOn": "[LineColumn!]",
        },
    ),
    "used": TableMeta(
        type="Used",
        row=Used,
        key={
            "id": "BigInt!",
        },
        columns={
            "id": "id",
            "n": "n",
        },
        one={
        },
        many={
        },
        lists={
            "distinctOn": "[UsedColumn!]",
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
        self.item: KeyedTable[
            Item,
            ItemFilter,
            ItemOrderBy,
            ItemInsertInput,
            ItemUpdateInput,
            Item_Column,
            Item_Embed,
            Item_Lists,
            Item_Key,
        ] = KeyedTable(self._connection, _TABLES["item"])
        """Table `item`."""
        self.line: KeyedTable[
            Line,
            LineFilter,
            LineOrderBy,
            LineInsertInput,
            LineUpdateInput,
            Line_Column,
            Line_Embed,
            Line_Lists,
            Line_Key,
        ] = KeyedTable(self._connection, _TABLES["line"])
        """Table `line`."""
        self.used: KeyedTable[
            Used,
            UsedFilter,
            UsedOrderBy,
            UsedInsertInput,
            UsedUpdateInput,
            Used_Column,
            Used_Embed,
            Used_Lists,
            Used_Key,
        ] = KeyedTable(self._connection, _TABLES["used"])
        """Table `used`."""

    def run_graphql(self, document: str, variables: Mapping[str, Any] | None = None) -> Any:
        """Sends a GraphQL document of your own, and answers its `data`."""
        return self._connection.post(document, variables or {}, {})
