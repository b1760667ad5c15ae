"""Images in their sizes and formats, and the address that makes one."""

import pytest
from PIL import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, CollectionViewRestriction

from cms.models import ContentImage, Rendition
from cms.testing.factories import make_page

IMAGE = """query { route(path: "/tr/mese/") { ... on RoutePage { page { ... on ArticlePage { image {
  alt width height focalPoint { x y } placeholder
  rendition(preset: CARD) { url width height contentType srcSet }
  avif: rendition(preset: CARD, format: AVIF) { url contentType srcSet } } } } } } }"""


@pytest.fixture
def image(bilingual_site):
    file = get_test_image_file(filename="mese.png", size=(1000, 800))
    image = ContentImage.objects.create(
        title="Meşe", description="Bir meşe", file=file, focal_point_x=250, focal_point_y=600
    )
    make_page(bilingual_site.turkish, title="Meşe", image=image)
    return image


def asked(ask):
    return ask(IMAGE)["data"]["route"]["page"]["image"]


def path_of(url):
    return url.partition("//")[2].partition("/")[2].join(("/", ""))


def test_no_image_is_made_by_a_question(image, ask):
    told = asked(ask)

    assert Rendition.objects.count() == 0
    assert (told["width"], told["height"], told["focalPoint"]) == (1000, 800, {"x": 0.25, "y": 0.75})
    assert told["placeholder"] == image.placeholder
    assert (told["rendition"]["width"], told["rendition"]["height"]) == (640, 360)
    assert (told["rendition"]["contentType"], told["avif"]["contentType"]) == ("image/png", "image/avif")


def test_a_source_set_never_enlarges(image, ask):
    widths = [entry.split(" ")[1] for entry in asked(ask)["rendition"]["srcSet"].split(", ")]

    assert widths == ["320w", "640w", "960w", "1000w"]


@pytest.mark.parametrize(("name", "form"), [("rendition", "PNG"), ("avif", "AVIF")])
def test_an_address_makes_the_file_that_it_promises(image, ask, client, name, form):
    response = client.get(path_of(asked(ask)[name]["url"]))

    made = Rendition.objects.get()
    assert (response.status_code, response["Location"]) == (302, made.url)
    with Image.open(made.file) as file:
        assert (file.format, file.size) == (form, (640, 360))
    assert asked(ask)[name]["url"].endswith(made.url)


def test_a_private_image_is_not_made_and_no_address_can_be_made_up(image, ask, client):
    address = path_of(asked(ask)["rendition"]["url"])
    forged = client.get(address.replace("640x360", "9999x9999"))
    private = Collection.get_first_root_node().add_child(name="Gizli")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    ContentImage.objects.filter(pk=image.pk).update(collection=private)

    assert (forged.status_code, client.get(address).status_code) == (403, 404)
    assert Rendition.objects.count() == 0
