"""The pages of allauth that we use: a code by mail, an app, a passkey. Nobody has a password here."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as spare
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as key
from django.urls import path

from gebuur.web.views import sign_in

urlpatterns = [
    path("login/", sign_in.sign_in, name="account_login"),
    path("login/code/", sign_in.sign_in, name="account_request_login_code"),
    path("login/code/confirm/", sign_in.confirm_code, name="account_confirm_login_code"),
    path("login/passkey/", key.login_webauthn, name="mfa_login_webauthn"),
    path("login/second/", mfa.authenticate, name="mfa_authenticate"),
    path("logout/", sign_in.sign_out, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("again/code/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("again/passkey/", key.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("locks/", mfa.index, name="mfa_index"),
    path("locks/app/", sign_in.add_app, name="mfa_activate_totp"),
    path("locks/app/off/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("locks/codes/", spare.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("locks/codes/new/", spare.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("locks/codes/file/", spare.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("locks/keys/", key.list_webauthn, name="mfa_list_webauthn"),
    path("locks/keys/new/", sign_in.add_key, name="mfa_add_webauthn"),
    path("locks/keys/<int:pk>/", key.edit_webauthn, name="mfa_edit_webauthn"),
    path("locks/keys/<int:pk>/remove/", key.remove_webauthn, name="mfa_remove_webauthn"),
]
