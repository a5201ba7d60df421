from talkreader.domain.resources import resource


def test_a_resource_is_found_from_a_checkout():
    path = resource("fold.json")

    assert path.is_file()


def test_folders_are_separated_by_slashes():
    path = resource("translations/zh_CN.qm")

    assert path.parts[-3:] == ("resources", "translations", "zh_CN.qm")
