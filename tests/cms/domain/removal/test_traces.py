"""What wagtail-localize keeps of a block that is gone from a page goes with the plugin, and nothing else."""

import pytest
from django.apps import apps
from wagtail_localize.models import StringTranslation, TranslationContext, TranslationSource

from cms.domain.removal.traces import delete_traces, traces_of
from cms.plugin_host.declaration import PluginConfig
from cms.testing.factories import BilingualSite, make_page

BLOCK = {"type": "timelines_timeline", "value": {"title": "Zaman", "timeline": None}}
TEXT = {"type": "text", "value": "<p>Metin</p>"}


@pytest.fixture
def source(bilingual_site: BilingualSite) -> TranslationSource:
    """What translators have of a page that held a block of the plugin, each of its texts translated."""
    page = make_page(bilingual_site.turkish, title="Yazı", body=[BLOCK, TEXT])
    source = TranslationSource.get_or_create_from_instance(page)[0]
    for segment in source.stringsegment_set.all():
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=bilingual_site.english.locale,
            defaults={"data": "Translated"},
        )
    page.body = [(block.block_type, block.value) for block in page.body][1:]
    page.save_revision().publish()
    source.update_from_db()
    return source


def test_places_of_a_block_that_is_gone_go_with_the_plugin(source: TranslationSource) -> None:
    plugin = apps.get_app_config("timelines")
    assert isinstance(plugin, PluginConfig)
    before = set(TranslationContext.objects.values_list("field_path", flat=True))

    told = traces_of(plugin)
    delete_traces(plugin)

    left = set(TranslationContext.objects.values_list("field_path", flat=True))
    assert before - left == {"body.timelines_timeline.title"}
    assert told["wagtail_localize.TranslationContext"] == 1
    assert told["wagtail_localize.StringTranslation"] == 1
    assert source.stringsegment_set.exists()
