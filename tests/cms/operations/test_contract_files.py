import hashlib
import json

from graphql import build_schema

from cms.events.content import PageMoved
from cms.operations.contract import Contract, contract_files
from cms.operations.documents import OperationDocument

SCHEMA = build_schema('type Query { "Says yes." yes(no: Int, again: Int): Boolean }')
CORE = OperationDocument("Yes", "cms", "query Yes($no: Int) { yes(no: $no) }\n", {"tr": "Evet"}, {"no": 1})
PLUGIN = OperationDocument("NewsYes", "news", "query NewsYes { yes }\n", {"tr": "Haber"})
COPY = (
    "# A copy. The plugin news owns this operation; change it there, then run make contract.\n"
    "query NewsYes { yes }\n"
)


def test_contract_holds_schema_copies_and_manifest():
    files = contract_files(Contract(SCHEMA, (PLUGIN, CORE)))

    assert list(files) == ["schema.graphql", "operations/news/NewsYes.graphql", "manifest.json"]
    assert files["operations/news/NewsYes.graphql"] == COPY


def test_schema_is_sorted_and_keeps_its_descriptions():
    text = contract_files(Contract(SCHEMA))["schema.graphql"]

    assert text == 'type Query {\n  """Says yes."""\n  yes(again: Int, no: Int): Boolean\n}\n'


def test_manifest_lists_the_core_first_with_the_digest_of_each_file():
    manifest = json.loads(contract_files(Contract(SCHEMA, (PLUGIN, CORE)))["manifest.json"])

    assert manifest == {
        "version": 1,
        "operations": [
            {
                "name": "Yes",
                "owner": "cms",
                "file": "operations/Yes.graphql",
                "sha256": hashlib.sha256(CORE.source.encode()).hexdigest(),
                "titles": {"tr": "Evet"},
                "variables": {"no": {"type": "Int", "example": 1}},
            },
            {
                "name": "NewsYes",
                "owner": "news",
                "file": "operations/news/NewsYes.graphql",
                "sha256": hashlib.sha256(COPY.encode()).hexdigest(),
                "titles": {"tr": "Haber"},
                "variables": {},
            },
        ],
        "owners": {},
    }


def test_manifest_lists_what_of_the_schema_belongs_to_plugins():
    owners = {"Query": "cms", "Query.newsYes": "news", "NewsYes": "news"}

    manifest = json.loads(contract_files(Contract(SCHEMA, owners=owners))["manifest.json"])

    assert manifest["owners"] == {"news": ["NewsYes", "Query.newsYes"]}


def test_each_event_has_a_file_with_the_schema_of_its_payload():
    files = contract_files(Contract(SCHEMA, events=(PageMoved,)))

    schema = json.loads(files["events/page.moved.schema.json"])
    assert (schema["title"], schema["x-version"]) == ("page.moved", 1)
    assert {"event_id", "page_id", "locale"} <= schema["properties"].keys()


def test_copy_of_the_contract_holds_the_operations_of_the_core_too():
    contract = Contract(SCHEMA, (PLUGIN, CORE))

    more = contract_files(contract, is_copy=True).keys() - contract_files(contract).keys()

    assert more == {"operations/Yes.graphql"}


def test_order_of_the_operations_does_not_matter():
    assert contract_files(Contract(SCHEMA, (CORE, PLUGIN))) == contract_files(
        Contract(SCHEMA, (PLUGIN, CORE))
    )
