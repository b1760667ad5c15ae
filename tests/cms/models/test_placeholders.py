"""ThumbHashes, compared with those of the reference implementation."""

import pytest
from PIL import Image
from wagtail.images.tests.utils import get_test_image_file, get_test_image_file_svg

from cms.models import ContentImage
from cms.models.placeholders import placeholder_of


def drawn(width, height):
    image = Image.new("RGBA", (width, height))
    image.putdata(
        [
            ((x * x * 3 + y * 5) % 256, (x * 7 + y * y * 2) % 256, (x * y * 7 + 13) % 256, 255)
            for y in range(height)
            for x in range(width)
        ]
    )
    return image


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [(40, 30, "HvgFDYIEJjYzgnVVhkZ0ZntKvw3o"), (20, 45, "HggGCwRBMBVlZGNU/xX6KYI=")],
)
def test_a_placeholder_is_what_the_reference_makes(width, height, expected):
    assert placeholder_of(drawn(width, height)) == expected


def test_a_placeholder_keeps_what_is_clear():
    clear = placeholder_of(Image.new("RGBA", (32, 32), (255, 0, 0, 0)))

    assert clear != placeholder_of(Image.new("RGBA", (32, 32), (255, 0, 0, 255)))


@pytest.mark.parametrize(("file", "has_one"), [(get_test_image_file, True), (get_test_image_file_svg, False)])
def test_a_placeholder_is_made_at_upload(db, file, has_one):
    image = ContentImage.objects.create(title="Meşe", file=file())

    assert bool(ContentImage.objects.get(pk=image.pk).placeholder) is has_one
