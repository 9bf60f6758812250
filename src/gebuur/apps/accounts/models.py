"""Accounts: staff, and those neighbours who want one. Nobody needs an account to ask or to help."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from gebuur.core.ids import uuid7
from gebuur.core.models import Row


class UserQuerySet(BaseUserManager["User"]):
    """Makes users that sign in with a code by mail; nobody has a password."""

    def create_user(self, email: str, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_unusable_password()
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """Somebody who can sign in. Who they are to a neighbourhood stands in Person and Membership."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(max_length=254, unique=True)
    language = models.CharField(max_length=8, default="nl")
    is_active = models.BooleanField(default=True)
    is_operator = models.BooleanField(default=False)
    uses_keys = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserQuerySet] = UserQuerySet()


class Invitation(Row):
    """A letter code or a mail that lets somebody take a role; used once, ends by itself."""

    code_hash = models.CharField(max_length=64, unique=True)
    person_id = models.UUIDField(db_index=True)
    email = models.EmailField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
