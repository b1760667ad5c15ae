"""The one door through which Wagtail finds us: registrations only, each forwards to a function elsewhere."""

from wagtail import hooks

from cms.admin import contributed
from cms.admin.comparison import entrances
from cms.admin.translation import editing, log_actions, urls
from cms.admin.viewsets import register_viewsets
from cms.entry import withheld

register_viewsets()
for menu, hook in contributed.MENU_HOOKS.items():
    for item in contributed.menu_items(menu):
        hooks.register(hook, item)
hooks.register("register_permissions", contributed.group_permissions)
hooks.register("before_serve_page", withheld.hide_page, order=-1)
hooks.register("construct_homepage_panels", contributed.add_home_panels)

# Before wagtail-localize, whose hooks have order 0.
hooks.register("register_admin_urls", urls.admin_urls, order=-1)
hooks.register("before_edit_page", editing.before_edit, order=-1)
hooks.register("before_edit_snippet", editing.before_edit, order=-1)

hooks.register("before_convert_alias_page", editing.before_convert_alias)
hooks.register("register_page_header_buttons", editing.header_buttons)
hooks.register("register_log_actions", log_actions.register_log_actions)

hooks.register("register_admin_urls", entrances.admin_urls)
hooks.register("register_page_header_buttons", entrances.header_buttons)
hooks.register("register_page_listing_more_buttons", entrances.more_buttons)
hooks.register("register_log_actions", entrances.register_log_actions)
