"""The client that openapi-generator's `python` makes of the document."""

import re
import sys
from collections.abc import Mapping
from datetime import date, datetime, timezone

from openapi_client import (
    ApiClient,
    AuthorApi,
    BatchApi,
    BatchOperation,
    BookApi,
    BookInsertInput,
    BookOrderBy,
    BookUpdateInput,
    Configuration,
    RelatedAuthorFilter,
    InputBookFilter,
    InputBookOrderBy,
    InputOrderByDirection,
    InputIntFilter,
    InputStringFilter,
    QueryBookRowsRequest,
    ShelfApi,
    VoteApi,
    VoteInsertInput,
)
from openapi_client.exceptions import ConflictException, NotFoundException


def same(answered: object, expected: object) -> None:
    if answered != expected:
        raise AssertionError(f"{answered!r} is not {expected!r}")


def header(headers: Mapping[str, str] | None, name: str) -> str:
    return next(value for key, value in (headers or {}).items() if key.lower() == name)


def reads(client: ApiClient) -> None:
    books, authors = BookApi(client), AuthorApi(client)
    read = books.book_collection_with_http_info(
        year_gte=1970,
        format_in=["paper", "audio"],
        select="title,copies,price,changedAt,author(name,born),voteCollection(voter,stars)",
        order=[BookOrderBy.YEAR_DOT_DESC_DOT_NULLSLAST],
        prefer="count=exact",
    )
    same(header(read.headers, "content-range"), "0-1/2")
    book = read.data[0]
    same((book.title, book.copies, book.price), ("The Dispossessed", "9007199254740993", "9.99"))
    same(book.changed_at, datetime(2024, 5, 1, 10, 30, tzinfo=timezone.utc))
    same(book.author and (book.author.name, book.author.born), ("Ursula", date(1929, 10, 21)))
    same([vote.stars for vote in book.vote_collection or []], [5, 4])
    same([row.author_name for row in ShelfApi(client).shelf_collection(price_lt="8.00")], ["Ursula"])
    same(len(books.book_collection(title_wfts="lathe -solaris")), 1)
    same([row.name for row in authors.author_collection(born_lt=date(1925, 1, 1))], ["Stanislaw"])
    first = authors.author_collection_with_http_info(limit=2)
    found = re.search("after=([0-9A-F]+)", header(first.headers, "link"))
    rest = authors.author_collection(limit=2, after=found and found[1])
    same([row.id for row in first.data + rest], [1, 2, 3])
    page = books.query_book_rows(
        QueryBookRowsRequest(
            first=1,
            totalCount=True,
            filter=InputBookFilter(
                author=RelatedAuthorFilter(name=InputStringFilter(like="U%")), year=InputIntFilter(gt=1970)
            ),
            orderBy=[InputBookOrderBy(price=InputOrderByDirection.ASCNULLSLAST)],
        )
    )
    same((page.total_count, page.rows[0].title, page.page_info.has_next_page), (2, "The Lathe of Heaven", True))


def writes(client: ApiClient) -> None:
    books, votes = BookApi(client), VoteApi(client)
    new = BookInsertInput(authorId=3, title="Wild Seed", price="1.50", tags=["new"], marks=None, extra={"a": [1]})
    added = books.insert_into_book_collection([new], prefer="return=representation")[0]
    same((added.price, added.tags, added.marks, added.extra), ("1.50", ["new"], None, {"a": [1]}))
    assert added.id is not None
    change = BookUpdateInput(year=1980, size=None, changedAt=datetime(2024, 2, 29, 12, tzinfo=timezone.utc))
    changed = books.update_book_row(added.id, change, prefer="return=representation")
    same((changed.year, changed.changed_at), (1980, datetime(2024, 2, 29, 12, tzinfo=timezone.utc)))
    votes.insert_into_vote_collection([VoteInsertInput(bookId=added.id, voter="ann", stars=2)])
    same(votes.vote_by_pk(added.id, "ann").stars, 2)
    try:
        books.insert_into_book_collection([BookInsertInput(authorId=3, title="Wild Seed")])
        raise AssertionError("the key was taken")
    except ConflictException as refused:
        same((refused.status, refused.data and refused.data.code), (409, "unique_violation"))
    try:
        books.book_by_pk(99)
        raise AssertionError("there is no such row")
    except NotFoundException as refused:
        same(refused.data and refused.data.code, "not_found")
    answers = BatchApi(client).batch([BatchOperation(method="GET", path="/author/1?select=name")])
    same(answers[0].body, {"name": "Ursula"})
    removed = books.delete_from_book_collection(title_eq="Wild Seed", prefer="return=representation")
    same(len(removed), 1)


with ApiClient(Configuration(host=sys.argv[1], access_token=sys.argv[2])) as api:
    reads(api)
    writes(api)
