"""The client that openapi-python-client makes of the document."""

import datetime
import re
import sys
from typing import TypeVar

from shop_client import AuthenticatedClient
from shop_client.api.author import author_collection
from shop_client.api.batch import batch
from shop_client.api.book import (
    book_by_pk,
    book_collection,
    delete_from_book_collection,
    insert_into_book_collection,
    query_book_rows,
    update_book_row,
)
from shop_client.api.shelf import shelf_collection
from shop_client.api.vote import insert_into_vote_collection, vote_by_pk
from shop_client.models.batch_operation import BatchOperation
from shop_client.models.batch_operation_method import BatchOperationMethod
from shop_client.models.book_collection_format_in_item import BookCollectionFormatInItem
from shop_client.models.book_insert_input import BookInsertInput
from shop_client.models.book_insert_input_tags_item import BookInsertInputTagsItem
from shop_client.models.book_order_by import BookOrderBy
from shop_client.models.book_update_input import BookUpdateInput
from shop_client.models.related_author_filter import RelatedAuthorFilter
from shop_client.models.input_book_filter import InputBookFilter
from shop_client.models.input_book_order_by import InputBookOrderBy
from shop_client.models.input_order_by_direction import InputOrderByDirection
from shop_client.models.input_int_filter import InputIntFilter
from shop_client.models.input_string_filter import InputStringFilter
from shop_client.models.joined_book_filter import JoinedBookFilter
from shop_client.models.problem import Problem
from shop_client.models.query_book_rows_body import QueryBookRowsBody
from shop_client.models.vote_insert_input import VoteInsertInput
from shop_client.types import Unset

T = TypeVar("T")


def same(answered: object, expected: object) -> None:
    if answered != expected:
        raise AssertionError(f"{answered!r} is not {expected!r}")


def done(answer: T | Problem | None) -> T:
    if answer is None or isinstance(answer, Problem):
        raise AssertionError(answer)
    return answer


def refused(answer: object) -> tuple[int, str]:
    if not isinstance(answer, Problem):
        raise AssertionError(answer)
    return answer.status, answer.code


def reads(client: AuthenticatedClient) -> None:
    read = book_collection.sync_detailed(
        client=client,
        year_gte=1970,
        format_in=[BookCollectionFormatInItem.PAPER, BookCollectionFormatInItem.AUDIO],
        select="title,copies,price,changedAt,author(name,born),voteCollection(voter,stars)",
        order=[BookOrderBy.YEAR_DESC_NULLSLAST],
        prefer="count=exact",
    )
    same(read.headers["content-range"], "0-1/2")
    book = done(read.parsed)[0]
    same((book.title, book.copies, book.price), ("The Dispossessed", "9007199254740993", "9.99"))
    same(book.changed_at, datetime.datetime(2024, 5, 1, 10, 30, tzinfo=datetime.timezone.utc))
    author = book.author
    if isinstance(author, Unset) or author is None:
        raise AssertionError(author)
    same((author.name, author.born), ("Ursula", datetime.date(1929, 10, 21)))
    same([vote.stars for vote in book.vote_collection or []], [5, 4])
    same([row.author_name for row in done(shelf_collection.sync(client=client, price_lt="8.00"))], ["Ursula"])
    same(len(done(book_collection.sync(client=client, title_wfts="lathe -solaris"))), 1)
    old = done(author_collection.sync(client=client, born_lt=datetime.date(1925, 1, 1)))
    same([row.name for row in old], ["Stanislaw"])
    first = author_collection.sync_detailed(client=client, limit=2)
    after = re.search("after=([0-9A-F]+)", first.headers["link"])
    rest = done(author_collection.sync(client=client, limit=2, after=after[1] if after else ""))
    same([row.id for row in done(first.parsed) + rest], [1, 2, 3])
    body = QueryBookRowsBody(
        first=1,
        total_count=True,
        filter_=InputBookFilter(
            author=RelatedAuthorFilter(name=InputStringFilter(like="U%")),
            or_=[JoinedBookFilter(year=InputIntFilter(lt=1972)), JoinedBookFilter(year=InputIntFilter(eq=1974))],
        ),
        order_by=[InputBookOrderBy(price=InputOrderByDirection.ASCNULLSLAST)],
    )
    page = done(query_book_rows.sync(client=client, body=body))
    same((page.total_count, page.rows[0].title, page.page_info.has_next_page), (2, "The Lathe of Heaven", True))


def writes(client: AuthenticatedClient) -> None:
    new = BookInsertInput(
        author_id=3, title="Wild Seed", price="1.50", tags=[BookInsertInputTagsItem.NEW], marks=None, extra={"a": [1]}
    )
    # What it sends where nothing is said is the document's default: the rows.
    added = done(insert_into_book_collection.sync(client=client, body=[new]))[0]
    same((added.price, added.tags, added.marks, added.extra), ("1.50", ["new"], None, {"a": [1]}))
    key = added.id
    if isinstance(key, Unset):
        raise AssertionError(key)
    noon = datetime.datetime(2024, 2, 29, 12, tzinfo=datetime.timezone.utc)
    change = BookUpdateInput(year=1980, size=None, changed_at=noon)
    changed = done(update_book_row.sync(key, client=client, body=change, prefer="return=representation"))
    same((changed.year, changed.changed_at), (1980, noon))
    vote = VoteInsertInput(book_id=key, voter="ann", stars=2)
    done(insert_into_vote_collection.sync(client=client, body=[vote]))
    same(done(vote_by_pk.sync(key, "ann", client=client)).stars, 2)
    again = BookInsertInput(author_id=3, title="Wild Seed")
    same(refused(insert_into_book_collection.sync(client=client, body=[again])), (409, "unique_violation"))
    same(refused(book_by_pk.sync(99, client=client)), (404, "not_found"))
    operation = BatchOperation(method=BatchOperationMethod.GET, path="/author/1?select=name")
    same(done(batch.sync(client=client, body=[operation]))[0].body, {"name": "Ursula"})
    removed = delete_from_book_collection.sync(client=client, title_eq="Wild Seed", prefer="return=representation")
    same(len(done(removed)), 1)


with AuthenticatedClient(base_url=sys.argv[1], token=sys.argv[2]) as connected:
    reads(connected)
    writes(connected)
