from datetime import date

import pytest

from cms.operations.consumers import ConsumerError, read_consumers

SAID = "version: 2\ncontact: web@example.org\nsince: 2026-05-01\n"


def register(folder, said=SAID, **documents):
    own = folder / "site"
    own.mkdir()
    (own / "consumer.yaml").write_text(said)
    for name, text in documents.items():
        file = own / f"{name.replace('__', '/')}.graphql"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)


def test_consumer_is_read_with_its_operations_and_the_fragments_that_each_needs(tmp_path):
    register(
        tmp_path,
        f"{SAID}optional_plugins: [news]\nevents: [page.published]\n",
        one="query One { a { ...Parts } }",
        two="query Two { a { b } }",
        parts__shared="fragment Parts on A { b }",
    )

    (site,) = read_consumers(tmp_path)

    assert (site.name, site.version, site.contact, site.since) == (
        *("site", "2", "web@example.org"),
        date(2026, 5, 1),
    )
    assert (site.optional_plugins, site.events) == ({"news"}, ("page.published",))
    assert {name: len(document.definitions) for name, document in site.operations.items()} == {
        "One": 2,
        "Two": 1,
    }


def test_nobody_is_registered_where_there_is_no_folder(tmp_path):
    assert read_consumers(tmp_path / "consumers") == ()


@pytest.mark.parametrize(
    ("said", "documents", "problem"),
    [
        ("version: 2", {}, "says no 'contact'. It must say version, contact, since."),
        (SAID + "fax: 1", {}, "fax means nothing here."),
        (SAID.replace("2026-05-01", "May"), {}, "`since` must be a date"),
        (SAID + "events: page.published", {}, "`events` must be a list"),
        ("a: [", {}, "site/consumer.yaml: is not YAML"),
        (SAID, {"one": "query One {"}, "site/one.graphql: line 1 is not GraphQL"),
        (SAID, {"one": "{ a }"}, "site: an operation has no name"),
        (SAID, {"one": "query A { a }", "two": "query A { a }"}, "site: A is defined 2 times"),
    ],
)
def test_registration_that_cannot_be_read_says_where_and_why(tmp_path, said, documents, problem):
    register(tmp_path, said, **documents)

    with pytest.raises(ConsumerError) as error:
        read_consumers(tmp_path)

    assert problem in str(error.value)
