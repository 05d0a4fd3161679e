"""Calls of the Python client against a running server, over the rows of `tests/cases/clients`: `client_test.py URL KEY`."""

import sys

from sdk import Author, Client, Vote, WorkerSqlError


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
    equal((taken.code, taken.constraint, taken.table), ("unique_violation", "title", "book"))
    value = refused(lambda: db.book.insert({"authorId": 1, "title": "Odd", "year": 70000}))
    equal((value.code, value.field), ("out_of_range", "year"))
    equal(refused(lambda: Client(sys.argv[1], "wsql_no_key").author.count()).status, 401)
    equal(db.run_graphql("{ authorByPk(id: 1) { name } }"), {"authorByPk": {"name": "Ursula"}})


if __name__ == "__main__":
    client = Client(sys.argv[1], sys.argv[2])
    reads(client)
    writes(client)
    print("every call was answered")
