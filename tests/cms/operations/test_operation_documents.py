import pytest

from cms.operations.documents import OperationDocument, OperationError, read_operation, read_operations

SOURCE = """\
# A remark for people.
# en: Hello
# tr: Merhaba
# variables: {"path": "/tr/"}
query Hello($path: String!) { route(path: $path) { __typename } }
# fr: Too late
"""


def test_read_operation_takes_titles_and_variables_from_the_head(tmp_path):
    (tmp_path / "Hello.graphql").write_text(SOURCE)

    document = read_operation(tmp_path / "Hello.graphql", owner="cms")

    assert document == OperationDocument(
        "Hello", "cms", SOURCE, {"en": "Hello", "tr": "Merhaba"}, {"path": "/tr/"}
    )


def test_read_operations_goes_by_file_name_and_stays_in_the_folder(tmp_path):
    for name in ("B", "A", "copies/C"):
        path = tmp_path / f"{name}.graphql"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"query {path.stem} {{ __typename }}")

    documents = read_operations(tmp_path, owner="cms")

    assert [document.name for document in documents] == ["A", "B"]


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("query Other { a }", "Hello.graphql: the operation is called Other; call the file Other.graphql."),
        ("query { a }", "Hello.graphql: must hold exactly one operation, with a name."),
        ("query Hello { a } query B { b }", "Hello.graphql: must hold exactly one operation, with a name."),
        (
            "# en: x\nquery Hello {",
            "Hello.graphql: line 2 is not GraphQL: Syntax Error: Expected Name, found <EOF>.",
        ),
        (
            "# variables: [1]\nquery Hello { a }",
            "Hello.graphql: `# variables:` must be followed by a JSON object, in one line.",
        ),
        (
            "# variables: {'a': 1}\nquery Hello { a }",
            "Hello.graphql: `# variables:` must be followed by a JSON object, in one line.",
        ),
    ],
)
def test_read_operation_says_what_is_wrong_with_the_file(tmp_path, source, problem):
    (tmp_path / "Hello.graphql").write_text(source)

    with pytest.raises(OperationError) as error:
        read_operation(tmp_path / "Hello.graphql", owner="cms")

    assert str(error.value) == problem


def test_title_falls_back_to_the_name_of_the_operation():
    document = OperationDocument("Hello", "cms", SOURCE, {"tr": "Merhaba"})

    assert (document.title("tr"), document.title("en")) == ("Merhaba", "Hello")
