"""Calls of the Python client against a running server, over the rows of `tests/cases/clients`: `client_test.py URL KEY`."""

import sys
from typing import Literal, assert_type

from sdk import Author, Book, ClaimInsertInput, ClaimOrderBy, Client, Vote, WorkerSqlError, Written


def equal(actual: object, expected: object) -> None:
    if actual != expected:
        raise AssertionError(f"{actual!r} is not {expected!r}")


def refused(call: object) -> WorkerSqlError:
    try:
        assert callable(call)
        call()
    except WorkerSqlError as error:
        return error
    raise AssertionError("it was not refused")


def reads(db: Client) -> None:
    books = db.book.find_many(
        filter={"year": {"gte": 1970}, "author": {"name": {"startsWith": "U"}}},
        order_by=[{"year": "desc"}],
        first=10,
        embed={"author": {"embed": {"mentor": True}}, "voteCollection": {"order_by": [{"voter": "asc"}]}, "bookText": True},
    )
    equal([book.title for book in books], ["The Dispossessed", "The Lathe of Heaven"])
    first = books[0]
    author: Author | None = first.author
    votes: list[Vote] | None = first.voteCollection
    equal((author and author.name, [vote.stars for vote in votes or []]), ("Ursula", [5, 4]))
    equal((first.copies, first.price, first.tags, first.extra), ("9007199254740993", "9.99", ["new", "sale"], {"pages": 341}))
    equal((first.bookText and first.bookText.body, books[1].bookText), ("There was a wall.", None))
    equal(db.book.find_first(filter={"id": {"eq": 99}}), None)
    page = db.book.find_page(first=2, order_by=[{"title": "asc"}])
    equal((len(page.nodes), page.total_count, page.page_info.has_next_page), (2, 3, True))
    equal([row.title for row in db.book.rows(first=1, order_by=[{"title": "asc"}])][0], "Solaris")
    equal([len(rows) for rows in db.book.pages(first=2)], [2, 1])
    equal(db.book.count(filter={"format": {"neq": "audio"}}), 2)
    vote = db.vote.find_by_key({"bookId": 1, "voter": "bob"}, embed={"book": True})
    equal(vote and (vote.stars, vote.book and vote.book.title), (4, "The Dispossessed"))
    equal(db.logLine.find_many()[0].at, "2024-01-01T00:00:00")


def columns(db: Client) -> None:
    rows = db.book.find_columns(["title", "year", "extra"], filter={"id": {"lte": 2}}, order_by=[{"id": "asc"}])
    assert_type(rows[0]["title"], str)
    assert_type(rows[0]["year"], int | None)
    equal(rows[0], {"title": "The Dispossessed", "year": 1974, "extra": {"pages": 341}})
    equal(rows[1], {"title": "The Lathe of Heaven", "year": 1971, "extra": None})
    later = db.book.find_columns.later(["copies"], first=1, order_by=[{"id": "desc"}])
    counted, last = db.run_batch(db.book.count.later(), later)
    equal((counted, last), (3, [{"copies": "2"}]))


def sums(db: Client) -> None:
    liked = db.book.aggregate(
        filter={"voteCollection": {"some": {"stars": {"gte": 3}}}},
        count_distinct=["authorId"],
        sum=["copies", "weight"],
        min=["year"],
        max=["tags", "publishedAt"],
    )
    assert_type(liked.sum["weight"], float | None)
    assert_type(liked.min["year"], int | None)
    equal((liked.count, liked.count_distinct, liked.min), (2, {"authorId": 2}, {"year": 1961}))
    equal(liked.sum, {"copies": "9007199254740995", "weight": 0.75})
    equal(liked.max, {"tags": ["new", "sale"], "publishedAt": "1974-05-01T10:30:00"})
    none = db.book.aggregate(filter={"id": {"eq": 99}}, avg=["price"])
    assert_type(none.avg["price"], str | None)
    equal((none.count, none.avg, none.max), (0, {"price": None}, {}))
    groups = db.book.group_by(
        ["authorId", "publishedAt_year"],
        having={"count": {"gte": 1}, "not_": {"min": {"price": {"gt": "100"}}}},
        order_by=[{"keys": {"publishedAt_year": "desc"}}, {"max": {"price": "asc"}}],
        max=["price"],
    )
    assert_type(groups[0].keys["authorId"], int)
    assert_type(groups[0].keys["publishedAt_year"], int | None)
    answers = [(group.keys["authorId"], group.keys["publishedAt_year"], group.count, group.max["price"]) for group in groups]
    equal(answers, [(2, None, 1, "12.00"), (1, 1974, 1, "9.99"), (1, 1971, 1, "7.50")])
    either = db.book.group_by(["format"], having={"or_": [{"count": {"in": [7]}}, {"avg": {"price": {"gt": 8}}}]}, first=1)
    assert_type(either[0].keys["format"], Literal["paper", "audio"])
    equal([group.keys["format"] for group in either], ["paper"])


def claims(db: Client) -> None:
    """Columns whose names begin with words that GraphQL keeps for values."""
    moments = ["2024-01-31T10:00:00", "2024-02-01T10:00:00", None]
    for falsehood, nullable, moment in zip("abc", [1, 2, 2], moments):
        db.claim.insert({"falsehood": falsehood, "nullable": nullable, "trueAt": moment})
    last: ClaimInsertInput = {"falsehood": "c", "nullable": 9, "trueAt": "2024-02-29T10:00:00"}
    changed = db.claim.upsert(last, target=["falsehood"], update=["trueAt"])
    equal(changed and (changed.nullable, changed.trueAt), (2, "2024-02-29T10:00:00"))
    groups = db.claim.group_by(
        ["nullable", "trueAt_month"],
        order_by=[{"keys": {"trueAt_month": "desc"}}, {"keys": {"nullable": "asc"}}, {"count": "asc"}],
        max=["trueAt", "falsehood"],
    )
    assert_type(groups[0].keys["trueAt_month"], int | None)
    equal([group.keys for group in groups], [{"nullable": 2, "trueAt_month": 2}, {"nullable": 1, "trueAt_month": 1}])
    equal(groups[0].max, {"trueAt": "2024-02-29T10:00:00", "falsehood": "c"})
    by: list[ClaimOrderBy] = [{"nullable": "asc"}, {"trueAt": "desc"}]
    distinct = db.claim.find_many(order_by=by, lists={"distinctOn": ["nullable"]})
    equal([claim.falsehood for claim in distinct], ["a", "c"])
    equal(db.claim.delete(at_most=3).affected_count, 3)


def batches(db: Client) -> None:
    add = db.author.insert.later({"name": "Ann"})
    lines = db.logLine.insert_many.later([{"line": "a"}, {"line": "b"}], records=False)
    named = db.author.update.later({"country": "GB"}, filter={"name": {"eq": "Ann"}})
    equal(db.run_batch(add, lines, dry_run=True)[1].affected_count, 2)
    equal(db.logLine.count(filter={"line": {"in": ["a", "b"]}}), 0)
    for _ in range(2):
        both = db.run_batch(add, lines, named, idempotency_key="python-2")
        assert_type(both[0], Author)
        assert_type(both[2], Written[Author])
        equal((both[0].name, both[1].affected_count, both[1].records, both[2].records[0].country), ("Ann", 2, [], "GB"))
    counted, found = db.run_batch(db.author.count.later(), db.book.find_first.later(filter={"title": {"eq": "Solaris"}}))
    assert_type(counted, int)
    assert_type(found, Book | None)
    equal((counted, found and found.year), (5, 1961))
    equal(db.run_batch(*[db.book.find_by_key.later({"id": key}) for key in (98, 99)]), (None, None))
    lost = db.author.insert.later({"name": "Lost"})
    half = refused(lambda: db.run_batch(lost, db.book.insert.later({"authorId": 99, "title": "No author"})))
    equal((half.code, half.call, half.constraint), ("foreign_key_violation", 1, "book_author"))
    equal(db.author.count(filter={"name": {"eq": "Lost"}}), 0)
    equal(db.author.delete(filter={"name": {"eq": "Ann"}}, records=False).records, [])
    equal(db.logLine.delete(filter={"line": {"in": ["a", "b"]}}, at_most=2).affected_count, 2)


def tags(db: Client) -> None:
    before = db.author.find_by_key({"id": 3}, embed={"etag": True})
    equal(db.author.find_by_key({"id": 3}) == before, False)
    etag = before.etag if before else None
    assert_type(etag, str | None)
    changed = db.author.update_by_key({"id": 3}, {"country": "PL"}, if_match=etag, embed={"mentor": True, "etag": True})
    equal(changed and changed.mentor and changed.mentor.name, "Ursula")
    moved = refused(lambda: db.author.update_by_key({"id": 3}, {"country": "DE"}, if_match=etag))
    equal(moved.code, "precondition_failed")
    back = db.author.update_by_key({"id": 3}, {"country": None}, if_match=changed.etag if changed else None)
    equal(back and back.country, None)


def misuses(db: Client) -> None:
    """What does not type-check: never called. An ignored error that is none is one."""
    db.book.aggregate(sum=["title"])  # type: ignore[list-item]
    db.book.aggregate(max=["extra"])  # type: ignore[list-item]
    db.book.find_columns(["titel"])  # type: ignore[list-item]
    db.book.group_by(["title_year"])  # type: ignore[list-item]
    db.book.group_by(["title"], order_by=[{"sum": {"title": "asc"}}])  # type: ignore[dict-item]
    print(refused(db.author.count).code == "unique")  # type: ignore[comparison-overlap]
    db.book.insert.later({"authorId": 1})  # type: ignore[typeddict-item]
    db.run_batch(db.author.count(), db.book.count.later())  # type: ignore[call-overload]


def writes(db: Client) -> None:
    added = db.author.insert({"name": "Iain", "country": "GB"})
    equal((added.id, added.mentorId), (4, None))
    many = db.book.insert_many([{"authorId": 4, "title": "Excession", "copies": 2**53 + 1}, {"authorId": 4, "title": "Matter"}])
    equal((many.affected_count, many.records[0].copies), (2, "9007199254740993"))
    equal(db.book.insert_many([{"authorId": 4, "title": "Matter"}], skip_duplicates=True).affected_count, 0)
    upserted = db.book.upsert({"authorId": 4, "title": "Matter", "price": "8.00"}, target=["authorId", "title"], update=["price"])
    equal(upserted and upserted.price, "8.00")
    equal(db.vote.upsert_many([{"bookId": 3, "voter": "ann", "stars": 5}]).affected_count, 1)
    changed = db.book.update({"year": 1996}, filter={"authorId": {"eq": 4}}, at_most=5)
    equal([book.year for book in changed.records], [1996, 1996])
    one = db.author.update_by_key({"id": 4}, {"country": None})
    equal(one and one.country, None)
    equal(db.author.delete_by_key({"id": 4}, dry_run=True) is None, False)
    equal(db.author.delete_by_key({"id": 99}), None)
    for _ in range(2):
        db.logLine.insert({"line": "once"}, idempotency_key="python-1")
    equal(db.logLine.count(filter={"line": {"eq": "once"}}), 1)
    equal(db.logLine.delete(filter={"line": {"eq": "once"}}).affected_count, 1)
    taken = refused(lambda: db.book.insert({"authorId": 1, "title": "The Dispossessed"}))
    equal((taken.code, taken.status, taken.constraint, taken.table), ("unique_violation", 409, "title", "book"))
    value = refused(lambda: db.book.insert({"authorId": 1, "title": "Odd", "year": 70000}))
    equal((value.code, value.field), ("out_of_range", "year"))
    equal(refused(lambda: Client(sys.argv[1], lambda: "wsql_no_key").author.count()).status, 401)
    equal(db.run_graphql("{ authorByPk(id: 1) { name } }"), {"authorByPk": {"name": "Ursula"}})


if __name__ == "__main__":
    client = Client(sys.argv[1], sys.argv[2])
    reads(client)
    columns(client)
    sums(client)
    tags(client)
    writes(client)
    claims(client)
    batches(client)
    print("every call was answered")
