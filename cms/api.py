"""What plugins may import: the names listed here and nothing else of the host. Nothing is defined here.

Names are loaded when first used, because a plugin's apps.py is read before models are ready.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cms.blocks.body import BodyField as BodyField
    from cms.demo.building import DemoSite as DemoSite
    from cms.domain.addresses import path_of as path_of
    from cms.domain.addresses import served_here as served_here
    from cms.domain.addresses import url_of as url_of
    from cms.domain.dispatch import announce as announce
    from cms.domain.documents import Work as Work
    from cms.domain.documents import works as works
    from cms.domain.mail import mail_to as mail_to
    from cms.domain.statements import Question as Question
    from cms.domain.visibility import Audience as Audience
    from cms.domain.visibility import VisibleQuestion as VisibleQuestion
    from cms.domain.visibility import anonymous_audience as anonymous_audience
    from cms.events.base import Event as Event
    from cms.events.content import PageMoved as PageMoved
    from cms.events.content import PagePublished as PagePublished
    from cms.events.content import PageUnpublished as PageUnpublished
    from cms.graphql.connections import PAGING as PAGING
    from cms.graphql.connections import Connection as Connection
    from cms.graphql.connections import KeysetPage as KeysetPage
    from cms.graphql.connections import keyset_page as keyset_page
    from cms.graphql.context import context_of as context_of
    from cms.graphql.enums import described_enum as described_enum
    from cms.graphql.errors import BadInput as BadInput
    from cms.graphql.execution import batch as batch
    from cms.graphql.listing import KeysetList as KeysetList
    from cms.graphql.locales import LocaleCode as LocaleCode
    from cms.graphql.objects import ModelType as ModelType
    from cms.graphql.objects import global_id as global_id
    from cms.graphql.objects import read_id as read_id
    from cms.graphql.types.blocks import Block as Block
    from cms.graphql.types.documents import Document as Document
    from cms.graphql.types.pages import BodyFields as BodyFields
    from cms.graphql.types.pages import Page as Page
    from cms.graphql.types.pages import PageType as PageType
    from cms.graphql.types.search import PageResult as PageResult
    from cms.graphql.types.search import SearchResult as SearchResult
    from cms.models.pages import BasePage as BasePage
    from cms.models.pages import BodyPage as BodyPage
    from cms.models.pages import edit_handler as edit_handler
    from cms.plugin_host.contribution import Contribution as Contribution
    from cms.plugin_host.declaration import API_VERSION as API_VERSION
    from cms.plugin_host.declaration import PluginConfig as PluginConfig
    from cms.plugin_host.errors import PluginError as PluginError
    from cms.plugin_host.parts import HealthCheck as HealthCheck
    from cms.plugin_host.parts import HomePanel as HomePanel
    from cms.plugin_host.parts import Job as Job
    from cms.plugin_host.parts import MenuEntry as MenuEntry
    from cms.plugin_host.parts import SearchFields as SearchFields
    from cms.plugin_host.parts import Subscriber as Subscriber
    from cms.plugin_host.parts import Withholding as Withholding
    from cms.search.finding import Hit as Hit
    from cms.search.page_texts import page_texts as page_texts
    from cms.text import fold as fold
    from cms.text import slugify as slugify
    from cms.text import sort_key as sort_key

HOMES = {
    "API_VERSION": "cms.plugin_host.declaration",
    "Audience": "cms.domain.visibility",
    "BadInput": "cms.graphql.errors",
    "BasePage": "cms.models.pages",
    "Block": "cms.graphql.types.blocks",
    "BodyField": "cms.blocks.body",
    "BodyFields": "cms.graphql.types.pages",
    "BodyPage": "cms.models.pages",
    "Connection": "cms.graphql.connections",
    "Contribution": "cms.plugin_host.contribution",
    "DemoSite": "cms.demo.building",
    "Document": "cms.graphql.types.documents",
    "Event": "cms.events.base",
    "HealthCheck": "cms.plugin_host.parts",
    "Hit": "cms.search.finding",
    "HomePanel": "cms.plugin_host.parts",
    "Job": "cms.plugin_host.parts",
    "KeysetList": "cms.graphql.listing",
    "KeysetPage": "cms.graphql.connections",
    "LocaleCode": "cms.graphql.locales",
    "MenuEntry": "cms.plugin_host.parts",
    "ModelType": "cms.graphql.objects",
    "PAGING": "cms.graphql.connections",
    "Page": "cms.graphql.types.pages",
    "PageMoved": "cms.events.content",
    "PagePublished": "cms.events.content",
    "PageResult": "cms.graphql.types.search",
    "PageType": "cms.graphql.types.pages",
    "PageUnpublished": "cms.events.content",
    "PluginConfig": "cms.plugin_host.declaration",
    "PluginError": "cms.plugin_host.errors",
    "Question": "cms.domain.statements",
    "SearchFields": "cms.plugin_host.parts",
    "SearchResult": "cms.graphql.types.search",
    "Subscriber": "cms.plugin_host.parts",
    "VisibleQuestion": "cms.domain.visibility",
    "Withholding": "cms.plugin_host.parts",
    "Work": "cms.domain.documents",
    "announce": "cms.domain.dispatch",
    "anonymous_audience": "cms.domain.visibility",
    "batch": "cms.graphql.execution",
    "context_of": "cms.graphql.context",
    "described_enum": "cms.graphql.enums",
    "edit_handler": "cms.models.pages",
    "fold": "cms.text",
    "global_id": "cms.graphql.objects",
    "keyset_page": "cms.graphql.connections",
    "mail_to": "cms.domain.mail",
    "page_texts": "cms.search.page_texts",
    "path_of": "cms.domain.addresses",
    "read_id": "cms.graphql.objects",
    "served_here": "cms.domain.addresses",
    "slugify": "cms.text",
    "sort_key": "cms.text",
    "url_of": "cms.domain.addresses",
    "works": "cms.domain.documents",
}

__all__ = list(HOMES)


def __getattr__(name: str) -> object:
    if name not in HOMES:
        raise AttributeError(f"cms.api has no {name!r}; plugins may use {', '.join(HOMES)}.")
    return getattr(import_module(HOMES[name]), name)
