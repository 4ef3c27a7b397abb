"""Configuration: what a person may set; file tawthiq.toml of the home < environment TAWTHIQ_* < flags."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from pydantic import Field
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

DEFAULT_HOME = Path("~/.local/share/tawthiq")


def home_folder() -> Path:
    """The home that TAWTHIQ_HOME names, else the user's default."""
    return Path(os.environ.get("TAWTHIQ_HOME") or DEFAULT_HOME).expanduser().resolve()


class Settings(BaseSettings):
    """Every setting; an unknown key in tawthiq.toml is an error."""

    model_config = SettingsConfigDict(env_prefix="TAWTHIQ_", extra="forbid", frozen=True)

    home: Path = Field(default_factory=home_folder, description="Folder of this installation.")
    database_url: str = Field("", description="postgresql://user:password@host:port/name; empty: SQLite in the home.")
    identities_url: str = Field("", description="Database of the sealed identities; empty: its own SQLite file.")
    vault_url: str = Field(
        "",
        description="s3://BUCKET/PREFIX?endpoint=URL&region=NAME&lock_days=N for the bytes; empty: the home.",
    )
    allowed_hosts: list[str] = Field(["127.0.0.1", "localhost", "[::1]"], description="Host names the desk answers.")
    secure_cookies: bool = Field(False, description="True when the desk is served over TLS.")
    language: str = Field("en", description="Language before somebody chooses: en or ar.")
    body: str = Field("this organisation", description="The body in whose name assessments are signed.")
    un_body: bool = Field(False, description="True only where the body is a UN body; else 'UN' is never printed.")
    max_item_bytes: int = Field(16 * 1024**3, gt=0, description="Largest file that is kept, in bytes.")
    job_lease_s: int = Field(30, ge=1, description="Seconds a worker may be silent before another takes its job over.")
    model_url: str = Field("", description="Address of an OpenAI-compatible model that may propose; empty: none.")
    model_name: str = Field("", description="Name of that model.")
    model_key: str = Field("", description="Key for that model's address, where it asks for one.")
    model_timeout_s: float = Field(60, gt=0, description="Seconds to wait for an answer of the model.")
    model_allow_remote: bool = Field(False, description="True only where texts may leave this machine for the model.")
    break_after_views: int = Field(
        15, ge=0, description="Pictures, films or sounds a person opens before the desk asks for a pause; 0: never."
    )
    legal_path: str = Field(
        "",
        description="What to do with material of sexual abuse here: whom to call; shown wherever something is sealed.",
    )
    timestamp_urls: list[str] = Field(
        [], description="Time stamp authorities (RFC 3161) that audit timestamp send asks; none by default."
    )
    timestamp_roots: Path | None = Field(
        None, description="PEM file of the roots that their stamps are checked against."
    )
    demo: bool = Field(False, description="Invented data: a banner says so on every page.")
    debug: bool = Field(False, description="Django's debug pages; never where real records are.")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003  # we read no .env file
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003  # nor a secrets folder
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Flags before environment before the home's file."""
        toml = TomlConfigSettingsSource(settings_cls, toml_file=home_folder() / "tawthiq.toml")
        return init_settings, env_settings, toml


def database(url: str, sqlite_file: Path) -> dict[str, Any]:
    """Django's description of a database: PostgreSQL for a URL, else a SQLite file with one writer at a time."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(sqlite_file),
            "CONN_MAX_AGE": 60,  # opening the file, its schema read anew, costs as much as two queries
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 30,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                "PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;"
                # A batch of an import writes thousands of pages: copied to the file once, not at every commit.
                "PRAGMA wal_autocheckpoint=8000;",
            },
        }
    return _postgresql(url)


def _postgresql(url: str) -> dict[str, Any]:
    from urllib.parse import unquote, urlsplit

    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        # Who streams rows here reads them all: the plan is not to be the one that gives the first tenth soonest.
        "OPTIONS": {"options": "-c cursor_tuple_fraction=1"},
    }
