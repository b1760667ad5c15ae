from django.utils import timezone

from cms.domain.visibility import Audience
from cms.graphql.context import Context
from cms.graphql.loading.identity import remembered
from cms.plugin_host.composition import PluginSet


def test_a_key_is_loaded_once_also_when_there_is_nothing_for_it(bilingual_site):
    context = Context(Audience(bilingual_site.site, PluginSet.installed(), timezone.now()))
    loads = []

    def load(keys):
        loads.append(keys)
        return {key: key * 10 for key in keys if key < 3}

    first = remembered(context, "tens", [1, 3, 1], load)
    second = remembered(context, "tens", [3, 2, 1], load)

    assert (first, second) == ({1: 10, 3: None}, {3: None, 2: 20, 1: 10})
    assert loads == [[1, 3], [2]]


def test_kinds_are_kept_apart(bilingual_site):
    context = Context(Audience(bilingual_site.site, PluginSet.installed(), timezone.now()))
    remembered(context, "a", [1], lambda keys: dict.fromkeys(keys, "a"))

    found = remembered(context, "b", [1], lambda keys: dict.fromkeys(keys, "b"))

    assert found == {1: "b"}
