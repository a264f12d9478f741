"""`tools/put-comment`: one comment for a pull request, while its commit is the newest."""

import subprocess

import pytest

FORGE = """\
#!/bin/sh
printf '%s\\n' "$*" >> "$ASKED"
case "$*" in
    *pulls*) printf '%s' "$NUMBER" ;;
    *--paginate*) printf '%s' "$KNOWN" ;;
esac
"""


@pytest.fixture
def put(project, tmp_path):
    """`put(number="12", known="")`: the requests to the forge, which knows these numbers."""
    forge, asked, words = (tmp_path / name for name in ("gh", "asked", "comment.md"))
    forge.write_text(FORGE)
    forge.chmod(0o755)
    words.write_text("Words")

    def run(number, known=""):
        env = {
            "PATH": f"{tmp_path}:/usr/bin:/bin",
            "GITHUB_REPOSITORY": "cities/cookbook",
            "OWNER": "somebody",
            "BRANCH": "$(touch hacked)&head=x",
            "COMMIT": "0" * 40,
            "ASKED": str(asked),
            "NUMBER": number,
            "KNOWN": known,
        }
        subprocess.run([project / "tools/put-comment", words], env=env, cwd=tmp_path, check=True)
        return asked.read_text().splitlines()

    return run


def test_the_first_comment_is_written(put, tmp_path):
    """By the branch of the commit, whatever its name is."""
    requests = put("12")

    assert "-f head=somebody:$(touch hacked)&head=x" in requests[0]
    assert requests[-1] == (
        "api --silent --method POST repos/cities/cookbook/issues/12/comments "
        f"-F body=@{tmp_path}/comment.md"
    )
    assert not (tmp_path / "hacked").exists()


def test_a_later_one_takes_its_place(put):
    """Ten pushes make one comment, not ten."""
    requests = put("12", known="345")

    assert "--method PATCH repos/cities/cookbook/issues/comments/345 " in requests[-1]
    assert not any("POST" in request for request in requests)


@pytest.mark.parametrize("number", ["", "12; rm -rf .", "../3"])
def test_without_such_a_pull_request_nothing_is_written(number, put):
    """It was closed, or a newer commit came meanwhile; and a number is a number."""
    requests = put(number)

    assert len(requests) == 1
    assert "POST" not in requests[0] and "PATCH" not in requests[0]
