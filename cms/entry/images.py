"""Makes an image in a size that somebody was given the address of, once, and leads to the file."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.images.views.serve import ServeView

from cms.domain.visibility import anonymous_audience
from cms.models import ContentImage

LONGEST_MAKING, LONGEST_WAIT, PAUSE = 60, 10, 0.1  # seconds


class Busy(Exception):
    """Somebody else has been making it for too long."""


class ImageView(ServeView):
    """Wagtail's view of signed addresses, for images that anybody may see."""

    action = "redirect"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Redirect to the file. 404 for a private image, 403 for an address that was made up."""
        if not anonymous_audience().files(ContentImage.objects.filter(pk=kwargs["image_id"])).exists():
            raise Http404
        try:
            with made_once(f"image-{kwargs['image_id']}-{kwargs['signature']}"):
                return super().get(request, *args, **kwargs)
        except Busy:
            return HttpResponse(status=503, headers={"Retry-After": "2", "Cache-Control": "no-store"})


@contextmanager
def made_once(key: str) -> Iterator[None]:
    """Let one at a time through; whoever comes second finds the file made. Raises Busy after a while."""
    until = time.monotonic() + LONGEST_WAIT
    while not cache.add(key, True, LONGEST_MAKING):
        if time.monotonic() > until:
            raise Busy
        time.sleep(PAUSE)
    try:
        yield
    finally:
        cache.delete(key)
