"""What the host itself contributes: the same value that a plugin returns."""

from pathlib import Path

from django.conf import settings

from cms.graphql.queries import Query
from cms.graphql.types.blocks import CORE_BLOCK_TYPES
from cms.graphql.types.links import DocumentLink, ExternalLink, MailLink, PageLink, PhoneLink
from cms.graphql.types.pages import ArticlePage, HomePage, SectionPage
from cms.graphql.types.search import PageResult
from cms.models import ArticlePage as ArticlePageModel
from cms.models import BasePage
from cms.models import HomePage as HomePageModel
from cms.models import SectionPage as SectionPageModel
from cms.plugin_host.contribution import Contribution
from cms.plugin_host.parts import SearchFields
from cms.search.page_texts import page_texts

CORE_PAGE_TYPES = (
    (HomePageModel, HomePage),
    (SectionPageModel, SectionPage),
    (ArticlePageModel, ArticlePage),
)


def core_contribution() -> Contribution:
    """Return everything that the schema and the admin have without any plugin."""
    return Contribution(
        queries=(Query,),
        page_types=CORE_PAGE_TYPES,
        block_types=CORE_BLOCK_TYPES,
        types=(PageLink, DocumentLink, ExternalLink, MailLink, PhoneLink),
        search_fields=(SearchFields(model=BasePage, texts=page_texts, result=PageResult),),
        operations=operations_folder(),
    )


def operations_folder() -> Path | None:
    """Return the contract's own operations; an installation without the contract's files has none."""
    folder = Path(settings.FRONTEND_CONTRACT_DIR) / "operations"
    return folder if folder.is_dir() else None
