"""Signing in surely."""

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_required
def second_factor(request: HttpRequest) -> HttpResponse:
    """Say what is needed before staff pages open: a passkey or an authenticator app."""
    return render(request, "accounts/second_factor.html", {"has_key": is_mfa_enabled(request.user)})
