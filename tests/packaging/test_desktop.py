"""What the desktop is told about the program agrees with what the program is."""

from __future__ import annotations

import configparser
import tomllib
from pathlib import Path

from lxml import etree

from talkreader.start import DESKTOP_FILE

ROOT = Path(__file__).resolve().parent.parent.parent
LINUX = ROOT / "packaging" / "linux"


def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their case
    parser.read(LINUX / f"{DESKTOP_FILE}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_desktop_entry_starts_a_command_that_is_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    command, argument = entry()["Exec"].split()

    assert command in {**project["scripts"], **project["gui-scripts"]}
    assert argument == "%F"


def test_desktop_entry_speaks_the_three_languages_of_the_window() -> None:
    known = entry()

    for key in ("GenericName", "Comment"):
        assert len({known[key], known[f"{key}[zh_CN]"], known[f"{key}[zh_TW]"]}) == 3


def test_metainfo_launches_the_desktop_entry() -> None:
    root = etree.parse(LINUX / f"{DESKTOP_FILE}.metainfo.xml").getroot()

    assert root.findtext("id") == DESKTOP_FILE
    assert root.findtext("launchable") == f"{DESKTOP_FILE}.desktop"
    assert root.findtext("project_license") == "GPL-3.0-or-later"


def test_mime_types_that_are_ours_are_those_that_the_entry_opens() -> None:
    root = etree.parse(LINUX / f"{DESKTOP_FILE}.mime.xml").getroot()

    ours = {element.get("type") for element in root if element.tag is not etree.Comment}
    assert ours == {"application/x-mediawiki-export+xml", "text/x-wiki"}
    assert ours <= set(entry()["MimeType"].split(";"))
