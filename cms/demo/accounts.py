"""Accounts for trying the product on one's own machine, with passwords that nobody else knows."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from cms.demo.roles import ensure_roles


@dataclass(frozen=True)
class Account:
    """Someone who can sign in, with the password to print."""

    title: str
    username: str
    password: str


ACCOUNTS = (
    ("Administrator", "admin", None),
    ("Turkish editor", "editor", "Editors (tr)"),
    ("English translator", "translator", "Translators (en)"),
)


def ensure_accounts(file: Path) -> tuple[Account, ...]:
    """Return the accounts, made unless they exist. The passwords are kept in a file only its owner reads.

    An account whose password was changed in the admin keeps it; the file then no longer opens it.
    """
    roles = ensure_roles()
    known: dict[str, str] = json.loads(file.read_text()) if file.is_file() else {}
    accounts = tuple(
        Account(title, username, ensure_user(username, known, roles.get(role or "")))
        for title, username, role in ACCOUNTS
    )
    file.touch(mode=0o600)
    file.write_text(json.dumps({account.username: account.password for account in accounts}))
    return accounts


def ensure_user(username: str, known: dict[str, str], role: Group | None) -> str:
    password = known.get(username) or secrets.token_urlsafe(9)
    users = get_user_model()
    if users.objects.filter(username=username).exists():
        return known.get(username, "(password set earlier; change it with manage.py changepassword)")
    fields = {"username": username, "email": f"{username}@example.org", "password": password}
    if role is None:
        users.objects.create_superuser(**fields)
    else:
        users.objects.create_user(**fields).groups.add(role)
    return password
