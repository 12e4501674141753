"""Settings: from variables, else from `.env`, else the defaults."""

from dataclasses import fields
from pathlib import Path

import pytest
from dotenv import dotenv_values

from documents.problem import KnownProblem
from index.settings import Settings, settings_from_environment

ROOT = Path(__file__).resolve().parents[1]
NAMES = [f"INSPECTION_{field.name.upper()}" for field in fields(Settings)]


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder without `.env`, and none of our variables."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_any_setting_the_defaults_hold() -> None:
    assert settings_from_environment() == Settings()


def test_settings_are_read_from_env_in_the_folder(bare: Path) -> None:
    (bare / ".env").write_text("INSPECTION_HOME=elsewhere\nINSPECTION_AUTHORITY=Trafford\nHOME=wrong\n")
    assert settings_from_environment() == Settings(home=Path("elsewhere"), authority="trafford")


def test_a_variable_goes_before_env_and_an_empty_one_is_unset(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (bare / ".env").write_text("INSPECTION_HOME=elsewhere\nINSPECTION_CHAT_MODEL=ollama:qwen3\n")
    monkeypatch.setenv("INSPECTION_HOME", "here")
    monkeypatch.setenv("INSPECTION_CHAT_MODEL", " ")
    assert settings_from_environment() == Settings(home=Path("here"))


def test_an_authority_that_is_no_english_council_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSPECTION_AUTHORITY", "Atlantis")
    with pytest.raises(KnownProblem, match="INSPECTION_AUTHORITY is 'Atlantis'"):
        settings_from_environment()


def test_the_example_names_every_setting_and_sets_nothing_but_the_default_home() -> None:
    example = dotenv_values(ROOT / ".env.example")
    assert sorted(example) == sorted(NAMES)
    assert {name: value for name, value in example.items() if value} == {"INSPECTION_HOME": "data"}
