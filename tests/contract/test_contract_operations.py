"""Every operation of the contract is answered on the demonstration site, and answered with something."""

import json

import pytest
from django.conf import settings
from graphql import (
    FieldNode,
    NamedTypeNode,
    OperationType,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    get_operation_ast,
    parse,
    visit,
)
from wagtail.models import Page

from cms.domain.addresses import path_of
from cms.graphql.console import contract_operations
from cms.graphql.offering import offered_by
from cms.graphql.schema import current_schema
from cms.operations.checking import operation_problems
from cms.operations.contract import GENERATED, contract_files
from cms.operations.folders import changes

# What they ask for belongs to somebody who is invited or has handed in, or begins with the first who does.
NOTHING_FOR_STRANGERS = {
    "ConsultationInvitation": {"consultationInvitation"},
    "ConsultationSubmission": {"consultationSubmission"},
    "ConsultationLog": {"consultationInclusionProof", "consultationConsistencyProof"},
}


def is_query(document):
    return get_operation_ast(parse(document.source)).operation is OperationType.QUERY


SCHEMA = current_schema()
OPERATIONS = {document.name: document for document in contract_operations(SCHEMA.plugins)}
QUERIES = {name for name, document in OPERATIONS.items() if is_query(document)}
OWNERS = [contributor.label for contributor in SCHEMA.plugins.contributors]
LANGUAGES = [code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES]


class Mentions(Visitor):
    """Collects the types that a document names and the root fields that it asks for."""

    def __init__(self):
        super().__init__()
        self.names, self.types = set(), TypeInfo(SCHEMA.graphql)

    def enter(self, node, *_):
        if isinstance(node, NamedTypeNode):
            self.names.add(node.name.value)
        roots = (SCHEMA.graphql.query_type, SCHEMA.graphql.mutation_type)
        if isinstance(node, FieldNode) and self.types.get_parent_type() in roots:
            self.names.add(node.name.value)


def mentioned_by(owner):
    mentions = Mentions()
    for document in OPERATIONS.values():
        if document.owner == owner:
            visit(parse(document.source), TypeInfoVisitor(mentions.types, mentions))
    return mentions.names


def owned_by(owner):
    """What the owner adds that a frontend must name: root fields, and page and block types with fields."""
    paired = [*SCHEMA.plugins.collect("page_types"), *SCHEMA.plugins.collect("block_types")]
    types = {graphql_type._meta.name for label, (_, graphql_type) in paired if label == owner}
    roots = {field for field, label in SCHEMA.owners.items() if label == owner}
    return roots | {name for name in types if has_own_fields(SCHEMA.graphql.type_map[name])}


def has_own_fields(graphql_type):
    """Whether the type has more than its interfaces, through which it can be asked for without its name."""
    inherited = {field for interface in graphql_type.interfaces for field in interface.fields}
    return set(graphql_type.fields) - inherited != set()


def has_content(value):
    """Whether there is anything to show: type names are not content, and neither are empty lists."""
    if isinstance(value, dict):
        return any(has_content(inner) for name, inner in value.items() if name != "__typename")
    return any(map(has_content, value)) if isinstance(value, list) else value not in (None, "")


def test_contract_is_current():
    wanted = contract_files(offered_by(SCHEMA))

    stale = changes(wanted, folder=settings.FRONTEND_CONTRACT_DIR, owned=GENERATED)

    assert [change.path for change in stale] == [], "run make contract and commit the result"


def test_operations_fit_the_schema_and_have_titles_in_every_language():
    documents = tuple(OPERATIONS.values())

    assert operation_problems(documents, schema=SCHEMA.graphql, languages=LANGUAGES) == ()


@pytest.mark.parametrize("owner", OWNERS)
def test_operations_reach_everything_that_their_owner_adds(owner):
    assert owned_by(owner) - mentioned_by(owner) == set()


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_operation_is_answered_with_content_on_the_demonstration_site(demo_site, ask, name):
    document = OPERATIONS[name]

    answer = ask(document.source, **document.variables)

    assert "errors" not in answer
    empty = {field for field, value in answer["data"].items() if not has_content(value)}
    assert empty == NOTHING_FOR_STRANGERS.get(name, set())


@pytest.mark.parametrize("name", sorted(OPERATIONS.keys() - QUERIES))
def test_mutation_refuses_its_example_because_no_stranger_may_send_it(demo_site, ask, name):
    document = OPERATIONS[name]

    answer = ask(document.source, **document.variables)

    asked_wrongly = [error["extensions"]["code"] for error in answer.get("errors", [])]
    told = [value for value in answer["data"].values() if value]
    reasons = [error["code"] for value in told for error in value.pop("errors")]
    assert asked_wrongly == ["BAD_USER_INPUT"] or len(reasons) == 1
    assert [
        value for value in told if has_content([part for part in value.values() if part is not False])
    ] == []


def test_page_by_path_answers_for_every_page_of_the_demonstration_site(demo_site, ask):
    paths = [path_of(page) for page in Page.objects.filter(depth__gt=1).live()]

    answers = {path: ask(OPERATIONS["PageByPath"].source, path=path) for path in paths}

    assert len(paths) > 20
    assert [path for path, answer in answers.items() if answer["data"]["route"]["page"]["path"] != path] == []
    assert [answer for answer in answers.values() if "errors" in answer] == []


def test_manifest_lists_files_that_exist():
    manifest = json.loads((settings.FRONTEND_CONTRACT_DIR / "manifest.json").read_text())

    listed = {entry["file"] for entry in manifest["operations"]}

    folder = settings.FRONTEND_CONTRACT_DIR
    assert listed == {file.relative_to(folder).as_posix() for file in folder.glob("operations/**/*.graphql")}
