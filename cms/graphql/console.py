"""The console: GraphiQL from local files, with every operation of the contract as an example."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language_from_request

from cms.graphql.schema import current_schema
from cms.operations.documents import OperationDocument, read_operations
from cms.plugin_host.composition import PluginSet

POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"


def console(request: HttpRequest) -> HttpResponse:
    """Show the console in the browser's language."""
    language = get_language_from_request(request)
    examples = [
        {"title": document.title(language), "query": document.source, "variables": document.variables}
        for document in contract_operations(current_schema().plugins)
    ]
    with translation.override(language):
        page = render(request, "cms/graphiql.html", {"endpoint": reverse("graphql"), "examples": examples})
    page["Content-Security-Policy"] = POLICY
    page["Vary"] = "Accept-Language"
    return page


def contract_operations(plugins: PluginSet) -> tuple[OperationDocument, ...]:
    """Return every operation of the core and of the enabled plugins, in their order."""
    return tuple(
        document
        for owner, folder in plugins.collect("operations")
        for document in read_operations(folder, owner=owner)
    )
