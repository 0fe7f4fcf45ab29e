"""Where a connection may go, judged before it is made.

A public name may resolve to a private address, and a redirect may lead to one: a machine inside
the school's network that no outside page should be able to reach through us. So it is the address
that is judged, not the name, and the connection then goes to the very address that was judged.
``connect_to`` leads a host to a local server while the URL and the Host header stay as they are,
like curl's option of that name; that is how the sample sites are asked under their own names.
"""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from toolkit.errors import PageError

OFFLINE = "SIDELIGHT_OFFLINE"
#: The well-known prefix under which IPv6-only networks reach IPv4 addresses.
NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True)
class Route:
    """Which hosts may be asked, and where a host really is.

    allow_hosts: private hosts that may be asked. connect_to: host to "address:port".
    """

    allow_hosts: Collection[str] = ()
    connect_to: Mapping[str, str] = field(default_factory=dict)

    def leads_to_loopback(self, host: str) -> bool:
        """Whether a host is a local server, which needs no pause between requests."""
        target = self.connect_to.get(_bare(host))
        return _is_loopback(_split(target, 0)[0] if target else host)

    def given_target(self, host: str, port: int) -> tuple[str, int] | None:
        """The address that ``connect_to`` gives for a host, or None."""
        target = self.connect_to.get(_bare(host))
        return _split(target, port) if target else None

    def refuse_offline(self, host: str) -> None:
        """Raise PageError when the network is switched off and the host is not this machine."""
        if os.environ.get(OFFLINE, "") not in ("", "0") and not _is_loopback(host):
            what = f"{OFFLINE} is set, so {host} was not asked; unset it to use the network"
            raise PageError("connection", what, stage="download", retryable=True)

    def judge(self, host: str, port: int, addresses: Sequence[str]) -> str:
        """The first of a host's addresses, when all may be asked.

        Errors: PageError `private_host` when one is private and the host is not allowed by name.
        """
        host = _bare(host)
        if not {host, f"{host}:{port}"} & {allowed.lower() for allowed in self.allow_hosts}:
            for address in addresses:
                if is_private(address):
                    what = f"{host} leads to the private address {address}"
                    raise PageError("private_host", what, stage="download")
        return addresses[0]


def is_private(address: str) -> bool:
    """Whether an IP address is anything but a public one.

    >>> is_private("10.0.0.8"), is_private("::ffff:127.0.0.1"), is_private("192.0.43.8")
    (True, True, False)
    """
    ip = ipaddress.ip_address(address.split("%")[0])
    inner = None
    if isinstance(ip, ipaddress.IPv6Address):
        # Public-looking IPv6 addresses that only carry an IPv4 one.
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    judged = inner or ip
    return not judged.is_global or judged.is_multicast


def _is_loopback(host: str) -> bool:
    host = _bare(host)
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _split(target: str, port: int) -> tuple[str, int]:
    """``127.0.0.1:8080`` or ``[::1]:8080`` as host and port."""
    host, colon, digits = target.rpartition(":")
    if not colon or not digits.isdigit():
        return target.strip("[]"), port
    return host.strip("[]"), int(digits)


def _bare(host: str) -> str:
    return host.lower().strip("[]")
