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
class Planet:
    """Table `planet`."""

    id: int
    """Column `id`."""

    name: str
    """Column `name`."""

    height: float | None
    """Column `height`."""

    price: str | None
    """Column `price`."""

    worth: str | None
    """Column `worth`."""

    people: str | None
    """Column `people`."""

    landCollection: list[Land] | None = None
    """Through the foreign key `land_ibfk_1`, to table `land`: where it is embedded."""

PlanetFilter = TypedDict(
    "PlanetFilter",
    {
        "id": "IntFilter",
        "name": "StringFilter",
        "height": "FloatFilter",
        "price": "DecimalFilter",
        "worth": "DecimalFilter",
        "people": "BigIntFilter",
        "landCollection": "LandManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[PlanetFilter]",
        # One holds; false if there is none.
        "or": "Sequence[PlanetFilter]",
        # Does not hold.
        "not": "PlanetFilter",
    },
    total=False,
)

PlanetOrderBy = TypedDict(
    "PlanetOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
        "landCollection": "LandAggregateOrderBy",
    },
    total=False,
)

PlanetAggregateOrderBy = TypedDict(
    "PlanetAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "PlanetFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "PlanetNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "PlanetNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "PlanetFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "PlanetFieldsOrderBy",
    },
    total=False,
)

PlanetInsertInput = TypedDict(
    "PlanetInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `name`.
        "name": "Required[str]",
        # Column `height`.
        "height": "float | None",
        # Column `price`.
        "price": "str | int | None",
        # Column `worth`.
        "worth": "str | int | None",
        # Column `people`.
        "people": "str | int | None",
        # What is done with rows of `land` through the foreign key `land_ibfk_1`.
        "landCollection": "PlanetLandCollectionToManyInput",
    },
    total=False,
)

PlanetUpdateInput = TypedDict(
    "PlanetUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `name`.
        "name": "str",
        # Column `height`.
        "height": "float | None",
        # Column `price`.
        "price": "str | int | None",
        # Column `worth`.
        "worth": "str | int | None",
        # Column `people`.
        "people": "str | int | None",
        # What is done with rows of `land` through the foreign key `land_ibfk_1`.
        "landCollection": "PlanetLandCollectionToManyInput",
    },
    total=False,
)

PlanetFieldsOrderBy = TypedDict(
    "PlanetFieldsOrderBy",
    {
        "id": "Direction",
        "name": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
    },
    total=False,
)

PlanetNumbersOrderBy = TypedDict(
    "PlanetNumbersOrderBy",
    {
        "id": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
    },
    total=False,
)

PlanetOnConflict = TypedDict(
    "PlanetOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Planet_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Planet_Column]",
    },
    total=False,
)

PlanetUniqueInput = TypedDict(
    "PlanetUniqueInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

PlanetUpsertInput = TypedDict(
    "PlanetUpsertInput",
    {
        # The row.
        "create": "Required[PlanetInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "PlanetOnConflict",
    },
    total=False,
)

Planet_Column = Literal[
    "id",
    "name",
    "height",
    "price",
    "worth",
    "people",
]

Planet_Key = TypedDict(
    "Planet_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Planet_Embed = TypedDict(
    "Planet_Embed",
    {
        "landCollection": "bool | Land_Many",
    },
    total=False,
)

Planet_Lists = TypedDict(
    "Planet_Lists",
    {
        "distinctOn": "Sequence[Planet_Column]",
    },
    total=False,
)

Planet_One = TypedDict(
    "Planet_One",
    {
        "embed": "Planet_Embed",
    },
    total=False,
)

Planet_Many = TypedDict(
    "Planet_Many",
    {
        "filter": "PlanetFilter",
        "order_by": "Sequence[PlanetOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Planet_Embed",
        "lists": "Planet_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Land:
    """Table `land`."""

    id: int
    """Column `id`."""

    planetId: int
    """Column `planet_id`."""

    name: str
    """Column `name`."""

    height: float | None
    """Column `height`."""

    price: str | None
    """Column `price`."""

    worth: str | None
    """Column `worth`."""

    people: str | None
    """Column `people`."""

    planet: Planet | None = None
    """Through the foreign key `land_ibfk_1`, to table `planet`: where it is embedded."""

    regionCollection: list[Region] | None = None
    """Through the foreign key `region_ibfk_1`, to table `region`: where it is embedded."""

LandFilter = TypedDict(
    "LandFilter",
    {
        "id": "IntFilter",
        "planetId": "IntFilter",
        "name": "StringFilter",
        "height": "FloatFilter",
        "price": "DecimalFilter",
        "worth": "DecimalFilter",
        "people": "BigIntFilter",
        # There is such a row, and this holds for it.
        "planet": "PlanetFilter",
        "regionCollection": "RegionManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[LandFilter]",
        # One holds; false if there is none.
        "or": "Sequence[LandFilter]",
        # Does not hold.
        "not": "LandFilter",
    },
    total=False,
)

LandManyFilter = TypedDict(
    "LandManyFilter",
    {
        # There is a row for which this holds.
        "some": "LandFilter",
        # There is no row for which this holds.
        "none": "LandFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "LandFilter",
    },
    total=False,
)

LandOrderBy = TypedDict(
    "LandOrderBy",
    {
        "id": "Direction",
        "planetId": "Direction",
        "name": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
        "planet": "PlanetOrderBy",
        "regionCollection": "RegionAggregateOrderBy",
    },
    total=False,
)

LandAggregateOrderBy = TypedDict(
    "LandAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "LandFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "LandNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "LandNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "LandFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "LandFieldsOrderBy",
        "planet": "PlanetAggregateOrderBy",
    },
    total=False,
)

LandInsertInput = TypedDict(
    "LandInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `planet_id`.
        "planetId": "int",
        # Column `name`.
        "name": "Required[str]",
        # Column `height`.
        "height": "float | None",
        # Column `price`.
        "price": "str | int | None",
        # Column `worth`.
        "worth": "str | int | None",
        # Column `people`.
        "people": "str | int | None",
        # What is done with rows of `planet` through the foreign key `land_ibfk_1`.
        "planet": "LandPlanetToOneInput",
        # What is done with rows of `region` through the foreign key `region_ibfk_1`.
        "regionCollection": "LandRegionCollectionToManyInput",
    },
    total=False,
)

LandUpdateInput = TypedDict(
    "LandUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `planet_id`.
        "planetId": "int",
        # Column `name`.
        "name": "str",
        # Column `height`.
        "height": "float | None",
        # Column `price`.
        "price": "str | int | None",
        # Column `worth`.
        "worth": "str | int | None",
        # Column `people`.
        "people": "str | int | None",
        # What is done with rows of `planet` through the foreign key `land_ibfk_1`.
        "planet": "LandPlanetToOneInput",
        # What is done with rows of `region` through the foreign key `region_ibfk_1`.
        "regionCollection": "LandRegionCollectionToManyInput",
    },
    total=False,
)

LandFieldsOrderBy = TypedDict(
    "LandFieldsOrderBy",
    {
        "id": "Direction",
        "planetId": "Direction",
        "name": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
    },
    total=False,
)

LandNumbersOrderBy = TypedDict(
    "LandNumbersOrderBy",
    {
        "id": "Direction",
        "planetId": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
    },
    total=False,
)

LandOnConflict = TypedDict(
    "LandOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Land_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Land_Column]",
    },
    total=False,
)

LandUniqueInput = TypedDict(
    "LandUniqueInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

LandUpsertInput = TypedDict(
    "LandUpsertInput",
    {
        # The row.
        "create": "Required[LandInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "LandOnConflict",
    },
    total=False,
)

LandUpdateManyInput = TypedDict(
    "LandUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "LandFilter",
        # What they are set to.
        "set": "Required[LandUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

Land_Column = Literal[
    "id",
    "planetId",
    "name",
    "height",
    "price",
    "worth",
    "people",
]

Land_Key = TypedDict(
    "Land_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Land_Embed = TypedDict(
    "Land_Embed",
    {
        "planet": "bool | Planet_One",
        "regionCollection": "bool | Region_Many",
    },
    total=False,
)

Land_Lists = TypedDict(
    "Land_Lists",
    {
        "distinctOn": "Sequence[Land_Column]",
    },
    total=False,
)

Land_One = TypedDict(
    "Land_One",
    {
        "embed": "Land_Embed",
    },
    total=False,
)

Land_Many = TypedDict(
    "Land_Many",
    {
        "filter": "LandFilter",
        "order_by": "Sequence[LandOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Land_Embed",
        "lists": "Land_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Region:
    """Table `region`."""

    id: int
    """Column `id`."""

    landId: int
    """Column `land_id`."""

    name: str
    """Column `name`."""

    height: float | None
    """Column `height`."""

    price: str | None
    """Column `price`."""

    worth: str | None
    """Column `worth`."""

    people: str | None
    """Column `people`."""

    land: Land | None = None
    """Through the foreign key `region_ibfk_1`, to table `land`: where it is embedded."""

    cityCollection: list[City] | None = None
    """Through the foreign key `city_ibfk_1`, to table `city`: where it is embedded."""

RegionFilter = TypedDict(
    "RegionFilter",
    {
        "id": "IntFilter",
        "landId": "IntFilter",
        "name": "StringFilter",
        "height": "FloatFilter",
        "price": "DecimalFilter",
        "worth": "DecimalFilter",
        "people": "BigIntFilter",
        # There is such a row, and this holds for it.
        "land": "LandFilter",
        "cityCollection": "CityManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[RegionFilter]",
        # One holds; false if there is none.
        "or": "Sequence[RegionFilter]",
        # Does not hold.
        "not": "RegionFilter",
    },
    total=False,
)

RegionManyFilter = TypedDict(
    "RegionManyFilter",
    {
        # There is a row for which this holds.
        "some": "RegionFilter",
        # There is no row for which this holds.
        "none": "RegionFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "RegionFilter",
    },
    total=False,
)

RegionOrderBy = TypedDict(
    "RegionOrderBy",
    {
        "id": "Direction",
        "landId": "Direction",
        "name": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
        "land": "LandOrderBy",
        "cityCollection": "CityAggregateOrderBy",
    },
    total=False,
)

RegionAggregateOrderBy = TypedDict(
    "RegionAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "RegionFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "RegionNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "RegionNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "RegionFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "RegionFieldsOrderBy",
        "land": "LandAggregateOrderBy",
    },
    total=False,
)

RegionInsertInput = TypedDict(
    "RegionInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `land_id`.
        "landId": "int",
        # Column `name`.
        "name": "Required[str]",
        # Column `height`.
        "height": "float | None",
        # Column `price`.
        "price": "str | int | None",
        # Column `worth`.
        "worth": "str | int | None",
        # Column `people`.
        "people": "str | int | None",
        # What is done with rows of `land` through the foreign key `region_ibfk_1`.
        "land": "RegionLandToOneInput",
        # What is done with rows of `city` through the foreign key `city_ibfk_1`.
        "cityCollection": "RegionCityCollectionToManyInput",
    },
    total=False,
)

RegionUpdateInput = TypedDict(
    "RegionUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `land_id`.
        "landId": "int",
        # Column `name`.
        "name": "str",
        # Column `height`.
        "height": "float | None",
        # Column `price`.
        "price": "str | int | None",
        # Column `worth`.
        "worth": "str | int | None",
        # Column `people`.
        "people": "str | int | None",
        # What is done with rows of `land` through the foreign key `region_ibfk_1`.
        "land": "RegionLandToOneInput",
        # What is done with rows of `city` through the foreign key `city_ibfk_1`.
        "cityCollection": "RegionCityCollectionToManyInput",
    },
    total=False,
)

RegionFieldsOrderBy = TypedDict(
    "RegionFieldsOrderBy",
    {
        "id": "Direction",
        "landId": "Direction",
        "name": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
    },
    total=False,
)

RegionNumbersOrderBy = TypedDict(
    "RegionNumbersOrderBy",
    {
        "id": "Direction",
        "landId": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
    },
    total=False,
)

RegionOnConflict = TypedDict(
    "RegionOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Region_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Region_Column]",
    },
    total=False,
)

RegionUniqueInput = TypedDict(
    "RegionUniqueInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

RegionUpsertInput = TypedDict(
    "RegionUpsertInput",
    {
        # The row.
        "create": "Required[RegionInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "RegionOnConflict",
    },
    total=False,
)

RegionUpdateManyInput = TypedDict(
    "RegionUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "RegionFilter",
        # What they are set to.
        "set": "Required[RegionUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

Region_Column = Literal[
    "id",
    "landId",
    "name",
    "height",
    "price",
    "worth",
    "people",
]

Region_Key = TypedDict(
    "Region_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Region_Embed = TypedDict(
    "Region_Embed",
    {
        "land": "bool | Land_One",
        "cityCollection": "bool | City_Many",
    },
    total=False,
)

Region_Lists = TypedDict(
    "Region_Lists",
    {
        "distinctOn": "Sequence[Region_Column]",
    },
    total=False,
)

Region_One = TypedDict(
    "Region_One",
    {
        "embed": "Region_Embed",
    },
    total=False,
)

Region_Many = TypedDict(
    "Region_Many",
    {
        "filter": "RegionFilter",
        "order_by": "Sequence[RegionOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Region_Embed",
        "lists": "Region_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class City:
    """Table `city`."""

    id: int
    """Column `id`."""

    regionId: int
    """Column `region_id`."""

    name: str
    """Column `name`."""

    height: float | None
    """Column `height`."""

    price: str | None
    """Column `price`."""

    worth: str | None
    """Column `worth`."""

    people: str | None
    """Column `people`."""

    region: Region | None = None
    """Through the foreign key `city_ibfk_1`, to table `region`: where it is embedded."""

    streetCollection: list[Street] | None = None
    """Through the foreign key `street_ibfk_1`, to table `street`: where it is embedded."""

CityFilter = TypedDict(
    "CityFilter",
    {
        "id": "IntFilter",
        "regionId": "IntFilter",
        "name": "StringFilter",
        "height": "FloatFilter",
        "price": "DecimalFilter",
        "worth": "DecimalFilter",
        "people": "BigIntFilter",
        # There is such a row, and this holds for it.
        "region": "RegionFilter",
        "streetCollection": "StreetManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[CityFilter]",
        # One holds; false if there is none.
        "or": "Sequence[CityFilter]",
        # Does not hold.
        "not": "CityFilter",
    },
    total=False,
)

CityManyFilter = TypedDict(
    "CityManyFilter",
    {
        # There is a row for which this holds.
        "some": "CityFilter",
        # There is no row for which this holds.
        "none": "CityFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "CityFilter",
    },
    total=False,
)

CityOrderBy = TypedDict(
    "CityOrderBy",
    {
        "id": "Direction",
        "regionId": "Direction",
        "name": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
        "region": "RegionOrderBy",
        "streetCollection": "StreetAggregateOrderBy",
    },
    total=False,
)

CityAggregateOrderBy = TypedDict(
    "CityAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "CityFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "CityNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "CityNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "CityFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "CityFieldsOrderBy",
        "region": "RegionAggregateOrderBy",
    },
    total=False,
)

CityInsertInput = TypedDict(
    "CityInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `region_id`.
        "regionId": "int",
        # Column `name`.
        "name": "Required[str]",
        # Column `height`.
        "height": "float | None",
        # Column `price`.
        "price": "str | int | None",
        # Column `worth`.
        "worth": "str | int | None",
        # Column `people`.
        "people": "str | int | None",
        # What is done with rows of `region` through the foreign key `city_ibfk_1`.
        "region": "CityRegionToOneInput",
        # What is done with rows of `street` through the foreign key `street_ibfk_1`.
        "streetCollection": "CityStreetCollectionToManyInput",
    },
    total=False,
)

CityUpdateInput = TypedDict(
    "CityUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `region_id`.
        "regionId": "int",
        # Column `name`.
        "name": "str",
        # Column `height`.
        "height": "float | None",
        # Column `price`.
        "price": "str | int | None",
        # Column `worth`.
        "worth": "str | int | None",
        # Column `people`.
        "people": "str | int | None",
        # What is done with rows of `region` through the foreign key `city_ibfk_1`.
        "region": "CityRegionToOneInput",
        # What is done with rows of `street` through the foreign key `street_ibfk_1`.
        "streetCollection": "CityStreetCollectionToManyInput",
    },
    total=False,
)

CityFieldsOrderBy = TypedDict(
    "CityFieldsOrderBy",
    {
        "id": "Direction",
        "regionId": "Direction",
        "name": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
    },
    total=False,
)

CityNumbersOrderBy = TypedDict(
    "CityNumbersOrderBy",
    {
        "id": "Direction",
        "regionId": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
    },
    total=False,
)

CityOnConflict = TypedDict(
    "CityOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[City_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[City_Column]",
    },
    total=False,
)

CityUniqueInput = TypedDict(
    "CityUniqueInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

CityUpsertInput = TypedDict(
    "CityUpsertInput",
    {
        # The row.
        "create": "Required[CityInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "CityOnConflict",
    },
    total=False,
)

CityUpdateManyInput = TypedDict(
    "CityUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "CityFilter",
        # What they are set to.
        "set": "Required[CityUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

City_Column = Literal[
    "id",
    "regionId",
    "name",
    "height",
    "price",
    "worth",
    "people",
]

City_Key = TypedDict(
    "City_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

City_Embed = TypedDict(
    "City_Embed",
    {
        "region": "bool | Region_One",
        "streetCollection": "bool | Street_Many",
    },
    total=False,
)

City_Lists = TypedDict(
    "City_Lists",
    {
        "distinctOn": "Sequence[City_Column]",
    },
    total=False,
)

City_One = TypedDict(
    "City_One",
    {
        "embed": "City_Embed",
    },
    total=False,
)

City_Many = TypedDict(
    "City_Many",
    {
        "filter": "CityFilter",
        "order_by": "Sequence[CityOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "City_Embed",
        "lists": "City_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Street:
    """Table `street`."""

    id: int
    """Column `id`."""

    cityId: int
    """Column `city_id`."""

    name: str
    """Column `name`."""

    height: float | None
    """Column `height`."""

    price: str | None
    """Column `price`."""

    worth: str | None
    """Column `worth`."""

    people: str | None
    """Column `people`."""

    city: City | None = None
    """Through the foreign key `street_ibfk_1`, to table `city`: where it is embedded."""

    houseCollection: list[House] | None = None
    """Through the foreign key `house_ibfk_1`, to table `house`: where it is embedded."""

StreetFilter = TypedDict(
    "StreetFilter",
    {
        "id": "IntFilter",
        "cityId": "IntFilter",
        "name": "StringFilter",
        "height": "FloatFilter",
        "price": "DecimalFilter",
        "worth": "DecimalFilter",
        "people": "BigIntFilter",
        # There is such a row, and this holds for it.
        "city": "CityFilter",
        "houseCollection": "HouseManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[StreetFilter]",
        # One holds; false if there is none.
        "or": "Sequence[StreetFilter]",
        # Does not hold.
        "not": "StreetFilter",
    },
    total=False,
)

StreetManyFilter = TypedDict(
    "StreetManyFilter",
    {
        # There is a row for which this holds.
        "some": "StreetFilter",
        # There is no row for which this holds.
        "none": "StreetFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "StreetFilter",
    },
    total=False,
)

StreetOrderBy = TypedDict(
    "StreetOrderBy",
    {
        "id": "Direction",
        "cityId": "Direction",
        "name": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
        "city": "CityOrderBy",
        "houseCollection": "HouseAggregateOrderBy",
    },
    total=False,
)

StreetAggregateOrderBy = TypedDict(
    "StreetAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "StreetFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "StreetNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "StreetNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "StreetFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "StreetFieldsOrderBy",
        "city": "CityAggregateOrderBy",
    },
    total=False,
)

StreetInsertInput = TypedDict(
    "StreetInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `city_id`.
        "cityId": "int",
        # Column `name`.
        "name": "Required[str]",
        # Column `height`.
        "height": "float | None",
        # Column `price`.
        "price": "str | int | None",
        # Column `worth`.
        "worth": "str | int | None",
        # Column `people`.
        "people": "str | int | None",
        # What is done with rows of `city` through the foreign key `street_ibfk_1`.
        "city": "StreetCityToOneInput",
        # What is done with rows of `house` through the foreign key `house_ibfk_1`.
        "houseCollection": "StreetHouseCollectionToManyInput",
    },
    total=False,
)

StreetUpdateInput = TypedDict(
    "StreetUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `city_id`.
        "cityId": "int",
        # Column `name`.
        "name": "str",
        # Column `height`.
        "height": "float | None",
        # Column `price`.
        "price": "str | int | None",
        # Column `worth`.
        "worth": "str | int | None",
        # Column `people`.
        "people": "str | int | None",
        # What is done with rows of `city` through the foreign key `street_ibfk_1`.
        "city": "StreetCityToOneInput",
        # What is done with rows of `house` through the foreign key `house_ibfk_1`.
        "houseCollection": "StreetHouseCollectionToManyInput",
    },
    total=False,
)

StreetFieldsOrderBy = TypedDict(
    "StreetFieldsOrderBy",
    {
        "id": "Direction",
        "cityId": "Direction",
        "name": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
    },
    total=False,
)

StreetNumbersOrderBy = TypedDict(
    "StreetNumbersOrderBy",
    {
        "id": "Direction",
        "cityId": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
    },
    total=False,
)

StreetOnConflict = TypedDict(
    "StreetOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Street_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Street_Column]",
    },
    total=False,
)

StreetUniqueInput = TypedDict(
    "StreetUniqueInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

StreetUpsertInput = TypedDict(
    "StreetUpsertInput",
    {
        # The row.
        "create": "Required[StreetInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "StreetOnConflict",
    },
    total=False,
)

StreetUpdateManyInput = TypedDict(
    "StreetUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "StreetFilter",
        # What they are set to.
        "set": "Required[StreetUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

Street_Column = Literal[
    "id",
    "cityId",
    "name",
    "height",
    "price",
    "worth",
    "people",
]

Street_Key = TypedDict(
    "Street_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Street_Embed = TypedDict(
    "Street_Embed",
    {
        "city": "bool | City_One",
        "houseCollection": "bool | House_Many",
    },
    total=False,
)

Street_Lists = TypedDict(
    "Street_Lists",
    {
        "distinctOn": "Sequence[Street_Column]",
    },
    total=False,
)

Street_One = TypedDict(
    "Street_One",
    {
        "embed": "Street_Embed",
    },
    total=False,
)

Street_Many = TypedDict(
    "Street_Many",
    {
        "filter": "StreetFilter",
        "order_by": "Sequence[StreetOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Street_Embed",
        "lists": "Street_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class House:
    """Table `house`."""

    id: int
    """Column `id`."""

    streetId: int
    """Column `street_id`."""

    name: str
    """Column `name`."""

    height: float | None
    """Column `height`."""

    price: str | None
    """Column `price`."""

    worth: str | None
    """Column `worth`."""

    people: str | None
    """Column `people`."""

    street: Street | None = None
    """Through the foreign key `house_ibfk_1`, to table `street`: where it is embedded."""

    roomCollection: list[Room] | None = None
    """Through the foreign key `room_ibfk_1`, to table `room`: where it is embedded."""

HouseFilter = TypedDict(
    "HouseFilter",
    {
        "id": "IntFilter",
        "streetId": "IntFilter",
        "name": "StringFilter",
        "height": "FloatFilter",
        "price": "DecimalFilter",
        "worth": "DecimalFilter",
        "people": "BigIntFilter",
        # There is such a row, and this holds for it.
        "street": "StreetFilter",
        "roomCollection": "RoomManyFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[HouseFilter]",
        # One holds; false if there is none.
        "or": "Sequence[HouseFilter]",
        # Does not hold.
        "not": "HouseFilter",
    },
    total=False,
)

HouseManyFilter = TypedDict(
    "HouseManyFilter",
    {
        # There is a row for which this holds.
        "some": "HouseFilter",
        # There is no row for which this holds.
        "none": "HouseFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "HouseFilter",
    },
    total=False,
)

HouseOrderBy = TypedDict(
    "HouseOrderBy",
    {
        "id": "Direction",
        "streetId": "Direction",
        "name": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
        "street": "StreetOrderBy",
        "roomCollection": "RoomAggregateOrderBy",
    },
    total=False,
)

HouseAggregateOrderBy = TypedDict(
    "HouseAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "HouseFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "HouseNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "HouseNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "HouseFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "HouseFieldsOrderBy",
        "street": "StreetAggregateOrderBy",
    },
    total=False,
)

HouseInsertInput = TypedDict(
    "HouseInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `street_id`.
        "streetId": "int",
        # Column `name`.
        "name": "Required[str]",
        # Column `height`.
        "height": "float | None",
        # Column `price`.
        "price": "str | int | None",
        # Column `worth`.
        "worth": "str | int | None",
        # Column `people`.
        "people": "str | int | None",
        # What is done with rows of `street` through the foreign key `house_ibfk_1`.
        "street": "HouseStreetToOneInput",
        # What is done with rows of `room` through the foreign key `room_ibfk_1`.
        "roomCollection": "HouseRoomCollectionToManyInput",
    },
    total=False,
)

HouseUpdateInput = TypedDict(
    "HouseUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `street_id`.
        "streetId": "int",
        # Column `name`.
        "name": "str",
        # Column `height`.
        "height": "float | None",
        # Column `price`.
        "price": "str | int | None",
        # Column `worth`.
        "worth": "str | int | None",
        # Column `people`.
        "people": "str | int | None",
        # What is done with rows of `street` through the foreign key `house_ibfk_1`.
        "street": "HouseStreetToOneInput",
        # What is done with rows of `room` through the foreign key `room_ibfk_1`.
        "roomCollection": "HouseRoomCollectionToManyInput",
    },
    total=False,
)

HouseFieldsOrderBy = TypedDict(
    "HouseFieldsOrderBy",
    {
        "id": "Direction",
        "streetId": "Direction",
        "name": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
    },
    total=False,
)

HouseNumbersOrderBy = TypedDict(
    "HouseNumbersOrderBy",
    {
        "id": "Direction",
        "streetId": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
    },
    total=False,
)

HouseOnConflict = TypedDict(
    "HouseOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[House_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[House_Column]",
    },
    total=False,
)

HouseUniqueInput = TypedDict(
    "HouseUniqueInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

HouseUpsertInput = TypedDict(
    "HouseUpsertInput",
    {
        # The row.
        "create": "Required[HouseInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "HouseOnConflict",
    },
    total=False,
)

HouseUpdateManyInput = TypedDict(
    "HouseUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "HouseFilter",
        # What they are set to.
        "set": "Required[HouseUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

House_Column = Literal[
    "id",
    "streetId",
    "name",
    "height",
    "price",
    "worth",
    "people",
]

House_Key = TypedDict(
    "House_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

House_Embed = TypedDict(
    "House_Embed",
    {
        "street": "bool | Street_One",
        "roomCollection": "bool | Room_Many",
    },
    total=False,
)

House_Lists = TypedDict(
    "House_Lists",
    {
        "distinctOn": "Sequence[House_Column]",
    },
    total=False,
)

House_One = TypedDict(
    "House_One",
    {
        "embed": "House_Embed",
    },
    total=False,
)

House_Many = TypedDict(
    "House_Many",
    {
        "filter": "HouseFilter",
        "order_by": "Sequence[HouseOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "House_Embed",
        "lists": "House_Lists",
    },
    total=False,
)


@dataclass(frozen=True)
class Room:
    """Table `room`."""

    id: int
    """Column `id`."""

    houseId: int
    """Column `house_id`."""

    name: str
    """Column `name`."""

    height: float | None
    """Column `height`."""

    price: str | None
    """Column `price`."""

    worth: str | None
    """Column `worth`."""

    people: str | None
    """Column `people`."""

    house: House | None = None
    """Through the foreign key `room_ibfk_1`, to table `house`: where it is embedded."""

RoomFilter = TypedDict(
    "RoomFilter",
    {
        "id": "IntFilter",
        "houseId": "IntFilter",
        "name": "StringFilter",
        "height": "FloatFilter",
        "price": "DecimalFilter",
        "worth": "DecimalFilter",
        "people": "BigIntFilter",
        # There is such a row, and this holds for it.
        "house": "HouseFilter",
        "nodeId": "IDFilter",
        # All hold; true if there is none.
        "and": "Sequence[RoomFilter]",
        # One holds; false if there is none.
        "or": "Sequence[RoomFilter]",
        # Does not hold.
        "not": "RoomFilter",
    },
    total=False,
)

RoomManyFilter = TypedDict(
    "RoomManyFilter",
    {
        # There is a row for which this holds.
        "some": "RoomFilter",
        # There is no row for which this holds.
        "none": "RoomFilter",
        # This holds for every row; true if there is none, and false where it is unknown for one.
        "every": "RoomFilter",
    },
    total=False,
)

RoomOrderBy = TypedDict(
    "RoomOrderBy",
    {
        "id": "Direction",
        "houseId": "Direction",
        "name": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
        "house": "HouseOrderBy",
    },
    total=False,
)

RoomAggregateOrderBy = TypedDict(
    "RoomAggregateOrderBy",
    {
        "count": "Direction",
        # How many different values there are, null not among them.
        "countDistinct": "RoomFieldsOrderBy",
        # The sum of the values, exact for exact numbers; null where there are none.
        "sum": "RoomNumbersOrderBy",
        # The average of the values, of exact numbers with four more digits; null where there are none.
        "avg": "RoomNumbersOrderBy",
        # The least of the values; null where there are none.
        "min": "RoomFieldsOrderBy",
        # The greatest of the values; null where there are none.
        "max": "RoomFieldsOrderBy",
        "house": "HouseAggregateOrderBy",
    },
    total=False,
)

RoomInsertInput = TypedDict(
    "RoomInsertInput",
    {
        # Column `id`.
        "id": "int",
        # Column `house_id`.
        "houseId": "int",
        # Column `name`.
        "name": "Required[str]",
        # Column `height`.
        "height": "float | None",
        # Column `price`.
        "price": "str | int | None",
        # Column `worth`.
        "worth": "str | int | None",
        # Column `people`.
        "people": "str | int | None",
        # What is done with rows of `house` through the foreign key `room_ibfk_1`.
        "house": "RoomHouseToOneInput",
    },
    total=False,
)

RoomUpdateInput = TypedDict(
    "RoomUpdateInput",
    {
        # Column `id`.
        "id": "int",
        # Column `house_id`.
        "houseId": "int",
        # Column `name`.
        "name": "str",
        # Column `height`.
        "height": "float | None",
        # Column `price`.
        "price": "str | int | None",
        # Column `worth`.
        "worth": "str | int | None",
        # Column `people`.
        "people": "str | int | None",
        # What is done with rows of `house` through the foreign key `room_ibfk_1`.
        "house": "RoomHouseToOneInput",
    },
    total=False,
)

RoomFieldsOrderBy = TypedDict(
    "RoomFieldsOrderBy",
    {
        "id": "Direction",
        "houseId": "Direction",
        "name": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
    },
    total=False,
)

RoomNumbersOrderBy = TypedDict(
    "RoomNumbersOrderBy",
    {
        "id": "Direction",
        "houseId": "Direction",
        "height": "Direction",
        "price": "Direction",
        "worth": "Direction",
        "people": "Direction",
    },
    total=False,
)

RoomOnConflict = TypedDict(
    "RoomOnConflict",
    {
        # The columns of the unique key that this is about. The primary key unless said; any key where `update` is empty.
        "target": "Sequence[Room_Column]",
        # The columns of the row that is there which take the new row's values; what the new row leaves out stays as it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.
        "update": "Sequence[Room_Column]",
    },
    total=False,
)

RoomUniqueInput = TypedDict(
    "RoomUniqueInput",
    {
        # Column `id`.
        "id": "int",
    },
    total=False,
)

RoomUpsertInput = TypedDict(
    "RoomUpsertInput",
    {
        # The row.
        "create": "Required[RoomInsertInput]",
        # By which key it may be there already, and what it takes then: by the primary key, and all that is given, unless said.
        "onConflict": "RoomOnConflict",
    },
    total=False,
)

RoomUpdateManyInput = TypedDict(
    "RoomUpdateManyInput",
    {
        # Which of the related rows; all if left out.
        "filter": "RoomFilter",
        # What they are set to.
        "set": "Required[RoomUpdateInput]",
        # The most rows that it may be: more is an error that changes nothing.
        "atMost": "int",
    },
    total=False,
)

Room_Column = Literal[
    "id",
    "houseId",
    "name",
    "height",
    "price",
    "worth",
    "people",
]

Room_Key = TypedDict(
    "Room_Key",
    {
        "id": "Required[int]",
    },
    total=False,
)

Room_Embed = TypedDict(
    "Room_Embed",
    {
        "house": "bool | House_One",
    },
    total=False,
)

Room_Lists = TypedDict(
    "Room_Lists",
    {
        "distinctOn": "Sequence[Room_Column]",
    },
    total=False,
)

Room_One = TypedDict(
    "Room_One",
    {
        "embed": "Room_Embed",
    },
    total=False,
)

Room_Many = TypedDict(
    "Room_Many",
    {
        "filter": "RoomFilter",
        "order_by": "Sequence[RoomOrderBy]",
        "first": "int",
        "last": "int",
        "offset": "int",
        "after": "str",
        "before": "str",
        "embed": "Room_Embed",
        "lists": "Room_Lists",
    },
    total=False,
)

PlanetLandCollectionToManyInput = TypedDict(
    "PlanetLandCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[LandInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[LandUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[LandUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[LandUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[LandUniqueInput]",
    },
    total=False,
)

LandPlanetToOneInput = TypedDict(
    "LandPlanetToOneInput",
    {
        # Adds a row and relates.
        "create": "PlanetInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "PlanetUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "PlanetUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "PlanetUpdateInput",
    },
    total=False,
)

LandRegionCollectionToManyInput = TypedDict(
    "LandRegionCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[RegionInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[RegionUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[RegionUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[RegionUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[RegionUniqueInput]",
    },
    total=False,
)

RegionLandToOneInput = TypedDict(
    "RegionLandToOneInput",
    {
        # Adds a row and relates.
        "create": "LandInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "LandUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "LandUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "LandUpdateInput",
    },
    total=False,
)

RegionCityCollectionToManyInput = TypedDict(
    "RegionCityCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[CityInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[CityUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[CityUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[CityUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[CityUniqueInput]",
    },
    total=False,
)

CityRegionToOneInput = TypedDict(
    "CityRegionToOneInput",
    {
        # Adds a row and relates.
        "create": "RegionInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "RegionUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "RegionUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "RegionUpdateInput",
    },
    total=False,
)

CityStreetCollectionToManyInput = TypedDict(
    "CityStreetCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[StreetInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[StreetUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[StreetUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[StreetUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[StreetUniqueInput]",
    },
    total=False,
)

StreetCityToOneInput = TypedDict(
    "StreetCityToOneInput",
    {
        # Adds a row and relates.
        "create": "CityInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "CityUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "CityUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "CityUpdateInput",
    },
    total=False,
)

StreetHouseCollectionToManyInput = TypedDict(
    "StreetHouseCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[HouseInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[HouseUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[HouseUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[HouseUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[HouseUniqueInput]",
    },
    total=False,
)

HouseStreetToOneInput = TypedDict(
    "HouseStreetToOneInput",
    {
        # Adds a row and relates.
        "create": "StreetInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "StreetUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "StreetUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "StreetUpdateInput",
    },
    total=False,
)

HouseRoomCollectionToManyInput = TypedDict(
    "HouseRoomCollectionToManyInput",
    {
        # Adds rows and relates.
        "create": "Sequence[RoomInsertInput]",
        # Relates rows there already, by a unique key.
        "connect": "Sequence[RoomUniqueInput]",
        # Adds, or changes where its key is taken, and relates rows.
        "upsert": "Sequence[RoomUpsertInput]",
        # Changes rows related already: for changes of rows only.
        "update": "Sequence[RoomUpdateManyInput]",
        # Removes the related row: for changes of rows only.
        "delete": "Sequence[RoomUniqueInput]",
    },
    total=False,
)

RoomHouseToOneInput = TypedDict(
    "RoomHouseToOneInput",
    {
        # Adds a row and relates.
        "create": "HouseInsertInput",
        # Relates a row there already, by a unique key.
        "connect": "HouseUniqueInput",
        # Adds, or changes where its key is taken, and relates a row.
        "upsert": "HouseUpsertInput",
        # Changes a row related already: for changes of rows only.
        "update": "HouseUpdateInput",
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


_TABLES: dict[str, TableMeta] = {
    "planet": TableMeta(
        type="Planet",
        row=Planet,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "name": "name",
            "height": "height",
            "price": "price",
            "worth": "worth",
            "people": "people",
        },
        one={
        },
        many={
            "landCollection": ("landCollection", "land"),
        },
        lists={
            "distinctOn": "[PlanetColumn!]",
        },
    ),
    "land": TableMeta(
        type="Land",
        row=Land,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "planetId": "planetId",
            "name": "name",
            "height": "height",
            "price": "price",
            "worth": "worth",
            "people": "people",
        },
        one={
            "planet": ("planet", "planet"),
        },
        many={
            "regionCollection": ("regionCollection", "region"),
        },
        lists={
            "distinctOn": "[LandColumn!]",
        },
    ),
    "region": TableMeta(
        type="Region",
        row=Region,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "landId": "landId",
            "name": "name",
            "height": "height",
            "price": "price",
            "worth": "worth",
            "people": "people",
        },
        one={
            "land": ("land", "land"),
        },
        many={
            "cityCollection": ("cityCollection", "city"),
        },
        lists={
            "distinctOn": "[RegionColumn!]",
        },
    ),
    "city": TableMeta(
        type="City",
        row=City,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "regionId": "regionId",
            "name": "name",
            "height": "height",
            "price": "price",
            "worth": "worth",
            "people": "people",
        },
        one={
            "region": ("region", "region"),
        },
        many={
            "streetCollection": ("streetCollection", "street"),
        },
        lists={
            "distinctOn": "[CityColumn!]",
        },
    ),
    "street": TableMeta(
        type="Street",
        row=Street,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "cityId": "cityId",
            "name": "name",
            "height": "height",
            "price": "price",
            "worth": "worth",
            "people": "people",
        },
        one={
            "city": ("city", "city"),
        },
        many={
            "houseCollection": ("houseCollection", "house"),
        },
        lists={
            "distinctOn": "[StreetColumn!]",
        },
    ),
    "house": TableMeta(
        type="House",
        row=House,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "streetId": "streetId",
            "name": "name",
            "height": "height",
            "price": "price",
            "worth": "worth",
            "people": "people",
        },
        one={
            "street": ("street", "street"),
        },
        many={
            "roomCollection": ("roomCollection", "room"),
        },
        lists={
            "distinctOn": "[HouseColumn!]",
        },
    ),
    "room": TableMeta(
        type="Room",
        row=Room,
        key={
            "id": "Int!",
        },
        columns={
            "id": "id",
            "houseId": "houseId",
            "name": "name",
            "height": "height",
            "price": "price",
            "worth": "worth",
            "people": "people",
        },
        one={
            "house": ("house", "house"),
        },
        many={
        },
        lists={
            "distinctOn": "[RoomColumn!]",
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
        self.planet: KeyedTable[
            Planet,
            PlanetFilter,
            PlanetOrderBy,
            PlanetInsertInput,
            PlanetUpdateInput,
            Planet_Column,
            Planet_Embed,
            Planet_Lists,
            Planet_Key,
        ] = KeyedTable(self._connection, _TABLES["planet"])
        """Table `planet`."""
        self.land: KeyedTable[
            Land,
            LandFilter,
            LandOrderBy,
            LandInsertInput,
            LandUpdateInput,
            Land_Column,
            Land_Embed,
            Land_Lists,
            Land_Key,
        ] = KeyedTable(self._connection, _TABLES["land"])
        """Table `land`."""
        self.region: KeyedTable[
            Region,
            RegionFilter,
            RegionOrderBy,
            RegionInsertInput,
            RegionUpdateInput,
            Region_Column,
            Region_Embed,
            Region_Lists,
            Region_Key,
        ] = KeyedTable(self._connection, _TABLES["region"])
        """Table `region`."""
        self.city: KeyedTable[
            City,
            CityFilter,
            CityOrderBy,
            CityInsertInput,
            CityUpdateInput,
            City_Column,
            City_Embed,
            City_Lists,
            City_Key,
        ] = KeyedTable(self._connection, _TABLES["city"])
        """Table `city`."""
        self.street: KeyedTable[
            Street,
            StreetFilter,
            StreetOrderBy,
            StreetInsertInput,
            StreetUpdateInput,
            Street_Column,
            Street_Embed,
            Street_Lists,
            Street_Key,
        ] = KeyedTable(self._connection, _TABLES["street"])
        """Table `street`."""
        self.house: KeyedTable[
            House,
            HouseFilter,
            HouseOrderBy,
            HouseInsertInput,
            HouseUpdateInput,
            House_Column,
            House_Embed,
            House_Lists,
            House_Key,
        ] = KeyedTable(self._connection, _TABLES["house"])
        """Table `house`."""
        self.room: KeyedTable[
            Room,
            RoomFilter,
            RoomOrderBy,
            RoomInsertInput,
            RoomUpdateInput,
            Room_Column,
            Room_Embed,
            Room_Lists,
            Room_Key,
        ] = KeyedTable(self._connection, _TABLES["room"])
        """Table `room`."""

    def run_graphql(self, document: str, variables: Mapping[str, Any] | None = None) -> Any:
        """Sends a GraphQL document of your own, and answers its `data`."""
        return self._connection.post(document, variables or {}, {})
