"""Settings, read once from the environment (``TOILE_…``) or a ``.env`` file. Nothing else reads it.

Keys are secrets: they are never printed, logged or exported.
"""

import re
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import AnyHttpUrl, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from toile.domain.errors import SettingMissing

_LEVER = r"(channels-last|compiled|attention=\w+)"


class Settings(BaseSettings):
    """How this studio is set up; every field has a default that needs no key and no download."""

    model_config = SettingsConfigDict(env_prefix="TOILE_", env_file=".env", extra="ignore")

    home: Path = Field(default=Path("~/.toile"), description="The data folder.")
    studio: str = Field(default="Toile Studio", description="The name written into marks.")
    brand: str = Field(default="maison-orel", description="The brand that boards start under.")
    person: str = Field(default="You", description="Who sits here, in a studio of one.")
    url: str = Field(default="http://127.0.0.1:8501", description="Where people reach this studio.")
    people: Path | None = Field(
        default=None, description="A YAML file of people, brands and roles; empty is one person."
    )

    brand_marks: Path | None = Field(
        default=None, description="A YAML file of how each brand's visible marks look."
    )

    rate_card: Path | None = Field(
        default=None, description="A YAML rate card; the sample world has its own."
    )

    database_url: str = Field(default="", description="PostgreSQL by URL; empty is SQLite.")
    chroma_url: str = Field(default="", description="A Chroma server; empty is embedded.")

    model: str = Field(default="", description="A chat model; empty is the built-in interpreter.")
    model_url: str = Field(default="", description="Any OpenAI-compatible endpoint.")
    model_seconds: float = Field(default=30, gt=0, description="The longest it may answer.")
    model_tokens: int = Field(default=0, ge=0, description="Tokens it may use in all; 0: no end.")
    model_key: SecretStr = Field(default=SecretStr(""), description="Its key, if it wants one.")

    embedding_model: str = Field(default="", description="Embeddings by the same kind of endpoint.")
    embedding_url: str = Field(default="", description="Where they are served.")
    embedding_key: SecretStr = Field(default=SecretStr(""), description="Its key.")

    models_dir: Path | None = Field(default=None, description="Folder of image model weights.")
    painter: str = Field(
        default="", description="Image model or family; empty is 3-D blocking only."
    )
    painter_url: str = Field(default="", description="An image server (OpenAI images API).")
    painter_key: SecretStr = Field(default=SecretStr(""), description="Its key, if it wants one.")
    painter_levers: str = Field(
        default="", description="Ways to paint faster: channels-last, compiled, attention=NAME."
    )
    face_reader: str = Field(
        default="", description="A listed face model that measures likeness; empty measures none."
    )
    device: str = Field(default="cuda", description="Where the image model runs.")

    signing_chain: Path | None = Field(default=None, description="PEM certificate chain.")
    signing_key: Path | None = Field(default=None, description="PEM private key of the leaf.")
    signing_module: Path | None = Field(
        default=None, description="PKCS#11 library of the device that holds the key instead."
    )
    signing_token: str = Field(default="", description="The label of its token.")
    signing_label: str = Field(default="", description="The label of the key on it.")
    signing_pin: SecretStr = Field(default=SecretStr(""), description="Its PIN.")

    exports_at_once: int = Field(
        default=2, ge=1, description="Files made at once; others wait for their turn."
    )
    render_threads: int = Field(default=0, description="Threads of a draft; 0 is every core.")

    @field_validator("model_url", "embedding_url", "painter_url", "chroma_url", "url")
    @classmethod
    def _web_address(cls, given: str) -> str:
        if given and not (given.isascii() and given.isprintable()):
            raise ValueError("an address is written in plain letters, other names as xn--")
        if "\\" in given:
            raise ValueError("an address has no backslash")
        # Some clients refuse what others mend, such as zeros before a number of an address.
        if given and (AnyHttpUrl(given).host or "").strip("[]") != urlsplit(given).hostname:
            raise ValueError("the name of the machine is not written as one")
        return given

    @field_validator("painter_levers")
    @classmethod
    def _levers(cls, given: str) -> str:
        # Which attention there is, only the libraries know: they are asked when the model opens.
        if not re.fullmatch(rf"\s*({_LEVER}(\s*,\s*{_LEVER})*)?\s*", given):
            raise ValueError("levers are channels-last, compiled and attention=NAME, with commas")
        return given

    def __init__(self, **given: Any) -> None:
        try:
            super().__init__(**given)
        except ValidationError as error:
            # The value itself may be a key, so only its name and what is wrong with it are said.
            first = error.errors()[0]
            name = f"TOILE_{'_'.join(map(str, first['loc'])).upper()}"
            said = str(first["msg"]).removeprefix("Value error, ")
            raise SettingMissing(
                f"{name} cannot be used: {said}.", hint="Give it another value, or take it away."
            ) from None
        except (OSError, UnicodeDecodeError) as error:
            raise SettingMissing(
                "The file .env cannot be read.", hint="Mend or move it."
            ) from error

    @cached_property
    def folder(self) -> Path:
        """Return the data folder with ``~`` resolved."""
        return self.home.expanduser().absolute()

    @property
    def records_url(self) -> str:
        """Return the database URL, SQLite in the data folder by default."""
        return self.database_url or f"sqlite:///{self.folder / 'toile.db'}"
