from cms.operations.folders import Change, apply, changes

OWNED = ("schema.graphql", "copies/*.graphql")


def test_changes_name_what_is_missing_different_and_superfluous(tmp_path):
    (tmp_path / "copies").mkdir()
    for name, text in {"schema.graphql": "old", "copies/Old.graphql": "x", "README.md": "ours"}.items():
        (tmp_path / name).write_text(text)

    found = changes({"schema.graphql": "new", "copies/New.graphql": "y"}, folder=tmp_path, owned=OWNED)

    assert found == (
        Change("copies/New.graphql", None, "y"),
        Change("copies/Old.graphql", "x", None),
        Change("schema.graphql", "old", "new"),
    )


def test_apply_leaves_nothing_to_change_and_other_files_alone(tmp_path):
    wanted = {"schema.graphql": "çok\n", "copies/New.graphql": "y"}
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies/Old.graphql").write_text("x")
    (tmp_path / "README.md").write_text("ours")

    apply(changes(wanted, folder=tmp_path, owned=OWNED), folder=tmp_path)

    assert changes(wanted, folder=tmp_path, owned=OWNED) == ()
    assert sorted(file.name for file in tmp_path.rglob("*.*")) == [
        "New.graphql",
        "README.md",
        "schema.graphql",
    ]


def test_diff_goes_from_what_is_found_to_what_is_wanted():
    change = Change("schema.graphql", "a\nb\n", "a\nc\n")

    assert change.diff == (
        "--- schema.graphql (found)",
        "+++ schema.graphql (wanted)",
        "@@ -1,2 +1,2 @@",
        " a",
        "-b",
        "+c",
    )
