"""The first page: for a neighbour two ways in, for staff the desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def home(request: HttpRequest) -> HttpResponse:
    """Greet whoever comes in."""
    return render(request, "web/home.html")
