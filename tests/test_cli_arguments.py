"""What is refused on the command line before anything is done."""

from __future__ import annotations

import pytest

from talkreader import cli


@pytest.mark.parametrize(
    "command", [["threads", ""], ["import", ""], ["search", "a", "--library", ""]]
)
def test_an_empty_name_names_no_file_and_not_the_folder_one_is_in(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(command)

    assert stopped.value.code == 2
    assert "the name is empty; give the path of a file or a folder" in capsys.readouterr().err
