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

Tag_Embed = TypedDict(
    "Tag_Embed",
    {
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
        key: str | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        timeout: float = 30,
    ) -> None:
        """`url` is the tenant's address, `key` one of its keys, `timeout` in seconds."""
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
            LargeSpender_Key,
        ] = KeyedTable(self._connection, _TABLES["largeSpender"])
        """Table `large_spender`."""

    def run_graphql(self, document: str, variables: Mapping[str, Any] | None = None) -> Any:
        """Sends a GraphQL document of your own, and answers its `data`."""
        return self._connection.post(document, variables or {}, {})
