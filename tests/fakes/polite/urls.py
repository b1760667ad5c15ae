"""Its addresses."""

from django.http import HttpRequest, HttpResponse
from django.urls import path


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Hello")


URLS = (path("hello/", hello, name="hello"),)
