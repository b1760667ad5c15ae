"""The environment, read once and typed. Nothing else in the project reads environment variables."""

import json
import os
import re
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from django.core.exceptions import ImproperlyConfigured
from pydantic import AnyHttpUrl, Field, FilePath, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from cms.graphql.limits import Limits

BASE_DIR = Path(__file__).resolve().parent.parent
# Data lies beside a checkout; an installed package is no place for it.
DATA_DIR = (BASE_DIR if (BASE_DIR / "manage.py").is_file() else Path.cwd()) / "var"
LOCAL_SECRET_KEY = "local-only-insecure-key-never-used-in-production"  # noqa: S105 -- says itself what it is

Names = Annotated[tuple[str, ...], NoDecode]


class Environment(BaseSettings):
    """What may be set from outside. Field names are the variable names in lower case."""

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", frozen=True)

    secret_key: SecretStr = Field(SecretStr(LOCAL_SECRET_KEY), min_length=32)
    receipt_key: SecretStr = SecretStr("")
    allowed_hosts: Names = ("localhost", "127.0.0.1", "[::1]")
    csrf_trusted_origins: Names = ()
    database_url: str = f"sqlite:///{DATA_DIR / 'db.sqlite3'}"
    redis_url: str = Field("", pattern=r"^(rediss?|unix)://.+|^$")
    var_dir: Path = DATA_DIR
    plugins_file: FilePath | None = None
    cms_url: AnyHttpUrl | None = None
    email_url: str = Field("", pattern=r"^(smtp|smtps|smtp\+starttls)://.+|^$")
    mail_from: str = Field("", pattern=r"^[^\r\n]*@[^\r\n]*$|^$")
    secret_key_fallbacks: Names = ()
    port: int = Field(8000, ge=1, le=65535)
    tasks: Literal["immediate", "database"] = "immediate"
    frontend_url: AnyHttpUrl | None = None
    graphql_readers: Literal["everybody", "tokens"] = "everybody"
    graphql_documents: Literal["any", "registered"] = "any"
    graphql_introspection: Literal["everybody", "tokens"] = "everybody"
    graphql_origins: Names = ("*",)
    graphql_limits: Annotated[Limits, NoDecode] = Limits()
    graphql_rate: int = Field(0, ge=0)
    shared_cache_seconds: int = Field(0, ge=0, le=86_400)
    proxies: int = Field(0, ge=0, le=10)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator(
        "allowed_hosts", "secret_key_fallbacks", "csrf_trusted_origins", "graphql_origins", mode="before"
    )
    @classmethod
    def split_at_commas(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return tuple(part.strip() for part in value.split(",") if part.strip())

    @field_validator("graphql_limits", mode="before")
    @classmethod
    def read_limits(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return Limits(**json.loads(value))
        except (ValueError, TypeError):
            known = ", ".join(field.name for field in fields(Limits))
            raise ValueError(f"must be a JSON object of numbers above zero; it may have {known}") from None

    @field_validator("receipt_key")
    @classmethod
    def is_a_seed(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and not re.fullmatch(r"[0-9a-f]{64}", value.get_secret_value()):
            raise ValueError("must be 64 hexadecimal digits: openssl rand -hex 32")
        return value

    @field_validator("database_url")
    @classmethod
    def name_a_supported_database(cls, value: str) -> str:
        if not value.startswith(("sqlite://", "postgres://", "postgresql://")):
            raise ValueError("must begin with sqlite:// or postgres://")
        return value


class ProductionEnvironment(Environment):
    """The same, without the defaults that would be unsafe in public."""

    secret_key: SecretStr = Field(min_length=32)
    receipt_key: SecretStr
    allowed_hosts: Annotated[Names, Field(min_length=1)]
    graphql_introspection: Literal["everybody", "tokens"] = "tokens"
    cms_url: AnyHttpUrl
    frontend_url: AnyHttpUrl


class EnvironmentProblems(ImproperlyConfigured):
    """The environment cannot be used. The message lists every problem, one a line."""


@cache
def read_environment() -> Environment:
    """Return the environment; production refuses unsafe defaults.

    Raises EnvironmentProblems with all problems at once, never one at a time.
    """
    settings_module = os.environ.get("DJANGO_SETTINGS_MODULE", "")
    kind = ProductionEnvironment if settings_module.endswith(".production") else Environment
    try:
        return kind()  # type: ignore[call-arg]  # the values come from the environment
    except ValidationError as error:
        raise EnvironmentProblems(describe(error)) from None


def describe(error: ValidationError) -> str:
    """One line for each problem: the variable and what is wrong, never its value (it may be a secret)."""
    lines = [
        f"  {'.'.join(map(str, problem['loc'])).upper()}: {problem['msg']}" for problem in error.errors()
    ]
    return "\n".join(
        [
            "The environment does not fit. Set these variables (config/README.md explains each):",
            *sorted(lines),
        ]
    )
