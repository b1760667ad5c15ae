from cms.graphql.contribution import CORE_PAGE_TYPES
from cms.graphql.schema import current_schema
from cms.testing.factories import make_page

BODY = """
query ($path: String!) {
  route(path: $path) {
    ... on RoutePage { page { ... on PageWithBody { intro body { blockType } documents { id } } } }
  }
}
"""


def test_body_is_read_without_naming_the_type_of_the_page(bilingual_site, ask):
    body = [{"type": "text", "value": "<p>Metin</p>"}]
    make_page(bilingual_site.turkish, title="Yazı", intro="Giriş", body=body)

    answer = ask(BODY, path="/tr/yazi/")

    page = {"intro": "Giriş", "body": [{"blockType": "text"}], "documents": []}
    assert answer == {"data": {"route": {"page": page}}}


def test_every_core_page_type_is_a_page_with_a_body():
    schema = current_schema().graphql

    with_body = {page.name for page in schema.get_possible_types(schema.type_map["PageWithBody"])}

    assert {graphql_type._meta.name for _, graphql_type in CORE_PAGE_TYPES} <= with_body
