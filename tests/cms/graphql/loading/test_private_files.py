import pytest
from django.utils import timezone
from long_lists import write_image
from wagtail.models import Collection, CollectionViewRestriction

from cms.domain.visibility import Audience
from cms.graphql.context import Context
from cms.graphql.loading.images import public_images
from cms.plugin_host.composition import PluginSet


@pytest.mark.parametrize("how_many", [1, 10])
def test_files_below_private_collections_cost_two_queries_to_keep_back(
    bilingual_site, django_assert_num_queries, how_many
):
    shown, hidden = write_image(), write_image()
    for number in range(how_many):
        private = Collection.get_first_root_node().add_child(name=f"Kurul {number}")
        CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    hidden.collection = private.add_child(name="Tutanaklar")
    hidden.save()
    context = Context(Audience(bilingual_site.site, PluginSet.installed(), timezone.now()))

    with django_assert_num_queries(2):
        found = public_images([shown.pk, hidden.pk], context)

    assert found == {shown.pk: shown, hidden.pk: None}
