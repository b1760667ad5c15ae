"""The addresses of a site on which wagtail-localize's own views answer."""

from django.urls import include, path
from wagtail.admin.auth import require_admin_access
from wagtail.utils.urlpatterns import decorate_urlpatterns
from wagtail_localize.wagtail_hooks import register_admin_urls

from config.urls import urlpatterns as ours

stock = decorate_urlpatterns(register_admin_urls(), require_admin_access)
urlpatterns = [path("admin/", include(stock)), *ours]
