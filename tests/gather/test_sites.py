"""The local server of the sample sites."""

from pathlib import Path

import pytest

from toolkit.errors import PageError, UsageError
from toolkit.gather.download import Client
from toolkit.gather.sites import find_page, serve_sites
from toolkit.model import Outlet

GULL = Outlet("gull", "The Gull", "http://gull.example/", "en")
TERN = Outlet("tern", "The Tern", "http://tern.example/", "en")


@pytest.fixture
def sites(tmp_path: Path) -> Path:
    for outlet in ("gull", "tern"):
        (tmp_path / outlet / "news").mkdir(parents=True)
        (tmp_path / outlet / "index.html").write_text(f"front of {outlet}")
        (tmp_path / outlet / "news" / "story").write_text(f"story of {outlet}")
        (tmp_path / outlet / "news" / "index.html").write_text("list")
        (tmp_path / outlet / "plain.html").write_text("plain")
    (tmp_path / "secret.txt").write_text("secret")
    return tmp_path


def test_the_host_says_which_outlet_is_meant(sites: Path) -> None:
    with serve_sites(sites, outlets=[GULL, TERN]) as served:
        client = Client(connect_to=served.connect_to)
        for name in ("gull", "tern"):
            page = client.get(f"http://{name}.example/news/story")
            assert page.content == f"story of {name}".encode()
            assert page.headers["content-type"] == "text/html"
        assert client.get("http://gull.example/").content == b"front of gull"
        assert "gull.example/news/story" in served.requests


def test_a_page_that_is_not_there_is_a_404(sites: Path) -> None:
    with serve_sites(sites, outlets=[GULL]) as served, pytest.raises(PageError) as caught:
        Client(connect_to=served.connect_to).get("http://gull.example/none")
    assert caught.value.reason == "http_404"


def test_a_host_that_is_not_served_is_a_404(sites: Path) -> None:
    with serve_sites(sites, outlets=[GULL]) as served:
        target = {"tern.example": f"127.0.0.1:{served.port}"}
        with pytest.raises(PageError) as caught:
            Client(connect_to=target).get("http://tern.example/")
    assert caught.value.reason == "http_404"


@pytest.mark.parametrize(
    "target",
    ["/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "//../secret.txt",
     "/news/../../secret.txt", "/\0", "/%00", "/" + "a" * 5000, "/%ff"],
)  # fmt: skip
def test_no_path_leads_out_of_the_site(sites: Path, target: str) -> None:
    assert find_page(sites / "gull", target) is None


def test_a_link_does_not_lead_out_of_the_site(sites: Path) -> None:
    (sites / "gull" / "way-out").symlink_to(sites / "secret.txt")
    assert find_page(sites / "gull", "/way-out") is None


@pytest.mark.parametrize(
    ("target", "file"),
    [("/", "index.html"), ("/news/", "news/index.html"), ("/news", "news/index.html"),
     ("/plain", "plain.html"), ("/plain.html?utm_source=x", "plain.html")],
)  # fmt: skip
def test_a_path_is_a_file_a_folder_or_a_page(sites: Path, target: str, file: str) -> None:
    assert find_page(sites / "gull", target) == (sites / "gull" / file).resolve()


def test_a_folder_without_outlets_is_an_error(tmp_path: Path) -> None:
    no_outlet = "no folder there is named by the id of an outlet"
    with pytest.raises(UsageError, match=no_outlet), serve_sites(tmp_path, outlets=[GULL]):
        pass
    no_folder = "there is no such folder of sample sites"
    with pytest.raises(UsageError, match=no_folder), serve_sites(tmp_path / "none"):
        pass


def test_the_shipped_sites_serve_all_seven_outlets() -> None:
    with serve_sites() as served:
        assert len(served.connect_to) == 7
