"""Links of every kind, in blocks and inside formatted text."""

import pytest
from django.core.exceptions import ValidationError

from cms.blocks.links import AddressBlock
from cms.testing.factories import make_page

BODY = """{ route(path: "/tr/yazi/") { ... on RoutePage { page { ... on PageWithBody { body {
  ... on LinkListBlock { links { ...L } }
  ... on TextBlock { richText { html json headings { id level text } links { ...L } } } } } } } } }
fragment L on Link { __typename text
  ... on PageLink { isAvailable address: url page { title } } ... on DocumentLink { isAvailable }
  ... on ExternalLink { url } ... on MailLink { email url } ... on PhoneLink { number url } }"""
NOWHERE = {"isAvailable": False, "address": None, "page": None}


@pytest.fixture
def body(bilingual_site, ask):
    def body(make):
        target = make_page(bilingual_site.turkish, title="Hedef")
        draft = make_page(bilingual_site.turkish, title="Taslak", live=False)
        make_page(bilingual_site.turkish, title="Yazı", body=[make(target, draft)])
        [block] = ask(BODY)["data"]["route"]["page"]["body"]
        return block

    return body


def test_links_of_a_block_say_what_they_lead_to(body):
    def block(target, draft):
        urls = ["https://example.org/", "mailto:bilgi@example.org", "tel:+90 312 000 00 00"]
        given = [
            *({"text": "Metin", "page": page.pk, "document": None, "url": ""} for page in (target, draft)),
            *({"text": "Metin", "page": None, "document": None, "url": url} for url in urls),
        ]
        items = [{"type": "item", "value": value} for value in given]
        return {"type": "links", "value": {"title": "", "items": items}}

    page = {"isAvailable": True, "address": "http://localhost/tr/hedef/", "page": {"title": "Hedef"}}
    assert body(block)["links"] == [
        {"__typename": "PageLink", "text": "Metin", **page},
        {"__typename": "PageLink", "text": "Metin", **NOWHERE},
        {"__typename": "ExternalLink", "text": "Metin", "url": "https://example.org/"},
        {
            "__typename": "MailLink",
            "text": "Metin",
            "email": "bilgi@example.org",
            "url": "mailto:bilgi@example.org",
        },
        {
            "__typename": "PhoneLink",
            "text": "Metin",
            "number": "+90 312 000 00 00",
            "url": "tel:+90 312 000 00 00",
        },
    ]


def test_a_text_lists_its_headings_and_links(body):
    def block(target, draft):
        html = (
            f'<h2>Işık</h2><p><a linktype="page" id="{draft.pk}">taslak</a>'
            ' <a href="mailto:a@example.org">yaz</a> <a href="javascript:alert(1)">kötü</a></p><h3>Işık</h3>'
        )
        return {"type": "text", "value": html}

    text = body(block)["richText"]

    assert text["headings"] == [
        {"id": "isik", "level": 2, "text": "Işık"},
        {"id": "isik-2", "level": 3, "text": "Işık"},
    ]
    assert text["json"]["children"][0]["id"] == "isik"
    assert '<h3 id="isik-2">' in text["html"]
    assert text["links"] == [
        {"__typename": "PageLink", "text": "taslak", **NOWHERE},
        {"__typename": "MailLink", "text": "yaz", "email": "a@example.org", "url": "mailto:a@example.org"},
    ]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("example.org/x", "http://example.org/x"),
        ("https://example.org/", "https://example.org/"),
        ("mailto:bilgi@example.org", "mailto:bilgi@example.org"),
        ("tel:+90 (312) 000-00-00", "tel:+90 (312) 000-00-00"),
        ("mailto:bilgi", None),
        ("tel:santral", None),
        ("javascript:alert(1)", None),
        ("ftp://example.org/", None),
    ],
)
def test_an_address_is_of_the_web_a_mailbox_or_a_telephone(given, kept):
    block = AddressBlock()

    if kept is None:
        with pytest.raises(ValidationError):
            block.clean(given)
    else:
        assert block.clean(block.field.to_python(given)).partition("://")[2] == kept.partition("://")[2]
