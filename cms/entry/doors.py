"""The front door, and the bundled example page."""

from __future__ import annotations

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language_from_request


def front_door(request: HttpRequest) -> HttpResponse:
    """Send a reader to the tree of their language, as the browser wishes."""
    answer = HttpResponseRedirect(f"/{get_language_from_request(request)}/")
    answer["Vary"] = "Accept-Language"
    answer["Cache-Control"] = "no-store"
    return answer


def example(request: HttpRequest, name: str = "index.html") -> FileResponse:
    """Serve the example frontend and the contract's operations, which it asks with."""
    contract = settings.FRONTEND_CONTRACT_DIR
    is_operation = name.startswith("operations/")
    file = (contract / ("" if is_operation else "example") / name).resolve()
    folder = contract / ("operations" if is_operation else "example")
    if not file.is_relative_to(folder.resolve()) or not file.is_file():
        raise Http404
    answer = FileResponse(file.open("rb"))
    # Images come from wherever this server is known to the public, which may be another name than the page's.
    images = f"img-src 'self' data: {settings.WAGTAILADMIN_BASE_URL}"
    answer["Content-Security-Policy"] = f"default-src 'self'; {images}; frame-ancestors 'none'"
    answer["Cache-Control"] = "no-cache"
    return answer
