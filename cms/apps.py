"""The composition root: where the host's parts are put together and Wagtail's signals are connected."""

from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _

from cms.plugin_host.contribution import Contribution, joined


class CmsConfig(AppConfig):
    """The host. It contributes through the same value as a plugin."""

    name = "cms"
    label = "cms"
    verbose_name = _("Content")

    def ready(self) -> None:
        from wagtail.models import Page  # noqa: PLC0415 -- app loading

        from cms.domain import announcing, departures  # noqa: PLC0415 -- app loading
        from cms.graphql.checks import check_schema  # noqa: PLC0415 -- app loading
        from cms.plugin_host.checks import check_plugins  # noqa: PLC0415 -- app loading
        from cms.search import keeping  # noqa: PLC0415 -- app loading
        from cms.translation import border  # noqa: PLC0415 -- app loading

        checks.register(check_plugins, "plugins")
        checks.register(check_schema, "plugins")
        border.connect()
        for signal, receiver in (*announcing.RECEIVERS, *keeping.RECEIVERS):
            signal.connect(receiver, dispatch_uid=receiver.__name__)
        for signal, receiver in departures.RECEIVERS:
            signal.connect(receiver, sender=Page, dispatch_uid=receiver.__name__)

    def compose(self) -> None:
        """Build what a server needs before it answers. Raises PluginProblems or PluginError."""
        from cms.graphql.schema import current_schema  # noqa: PLC0415 -- app loading

        current_schema()

    def contribute(self) -> Contribution:
        """Return what the host adds: what is asked, what is edited, and what keeps itself running."""
        from cms.admin.viewsets import core_admin  # noqa: PLC0415 -- app loading
        from cms.domain.upkeep import core_upkeep  # noqa: PLC0415 -- app loading
        from cms.graphql.contribution import core_contribution  # noqa: PLC0415 -- app loading

        return joined(core_contribution(), core_admin(), core_upkeep())
