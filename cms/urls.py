"""The host's own routes."""

from django.conf import settings
from django.conf.urls.static import static
from django.urls import path, re_path
from django.views.generic import RedirectView

from cms.entry.doors import example, front_door
from cms.entry.health import health
from cms.entry.images import ImageView
from cms.entry.plugin_addresses import plugin_addresses
from cms.entry.withheld import document
from cms.graphql.console import console
from cms.graphql.view import graphql

urlpatterns = [
    path("", front_door, name="front_door"),
    path("graphql", graphql, name="graphql"),
    path("graphql/", RedirectView.as_view(pattern_name="graphql", permanent=True)),
    path("graphiql", console, name="graphiql"),
    path("health", health, name="health"),
    path("example/", example, name="example"),
    path("example/<path:name>", example, name="example_file"),
    path("images/<signature>/<int:image_id>/<filter_spec>/<filename>", ImageView.as_view(), name="image"),
    re_path(r"^documents/(\d+)/(.*)$", document),  # in front of Wagtail's, which its name still leads to
    *plugin_addresses(),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
]
