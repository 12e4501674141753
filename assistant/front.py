"""Where the page is served, and to whom: what must be so before others than this machine may reach it."""

import ipaddress
import socket
import ssl
from dataclasses import dataclass
from pathlib import Path

from assistant.users import Users
from documents.problem import KnownProblem
from index.settings import Settings

TOOLS = "/gradio_api/mcp"  # where Gradio's own would be
MAKE_USERS = (
    "Say who may use it first: write INSPECTION_USERS=users.json in .env, then run:"
    " python -m assistant user add NAME --role admin   (or serve this machine alone, with --host 127.0.0.1"
    " and neither --behind-proxy nor --public-name)"
)


@dataclass(frozen=True, slots=True)
class Front:
    """`proxies` are the networks of the proxy whose word is taken, `names` those under which people come."""

    host: str = "127.0.0.1"
    port: int = 7860
    certificate: Path | None = None
    key: Path | None = None
    proxies: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    tools: bool = False

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach it."""
        return _is_loopback(self.host) and not self.proxies and not self.names

    @property
    def address(self) -> str:
        host = self.names[0] if self.names else f"[{self.host}]" if ":" in self.host else self.host
        if self.proxies:
            return f"https://{host}"
        return f"{'https' if self.certificate else 'http'}://{host}:{self.port}"


def refuse_unsafe(front: Front, settings: Settings) -> None:
    """KnownProblem where strangers could read the library, or passwords on their way."""
    if not front.is_local and settings.users is None:
        raise KnownProblem(f"Others can reach {front.address}, and could read the library. {MAKE_USERS}")
    if settings.users is not None and not Users(settings.users).all():
        raise KnownProblem(
            f"The file of users {settings.users} is empty, so nobody could log in."
            " Run: python -m assistant user add NAME --role admin"
        )
    if not _is_loopback(front.host) and not front.certificate and not front.proxies:
        raise KnownProblem(
            f"Passwords would cross the network unprotected to {front.host}. Give a certificate, as in"
            " --tls-cert cert.pem --tls-key key.pem, or name the proxy that has one: --behind-proxy 10.0.0.5"
        )
    if front.host in ("0.0.0.0", "::") and not front.names:
        raise KnownProblem(
            f"{front.host} is no name. Say how people reach it: --public-name evidence.example"
        )
    _refuse_certificate(front)


def networks_of(proxy: str) -> tuple[str, ...]:
    """Of an address, a network or a name, as it is known when the server starts."""
    try:
        return (str(ipaddress.ip_network(proxy, strict=False)),)
    except ValueError:
        pass
    try:
        found = socket.getaddrinfo(proxy, None, type=socket.SOCK_STREAM)
    except OSError as error:
        raise KnownProblem(
            f"The proxy {proxy} is not known here. Give its address: --behind-proxy 10.0.0.5"
        ) from (error)
    return tuple(dict.fromkeys(str(ipaddress.ip_network(str(each[4][0]))) for each in found))


def _refuse_certificate(front: Front) -> None:
    if front.certificate is None:
        if front.key is not None:
            raise KnownProblem("--tls-key needs the certificate too: --tls-cert cert.pem")
        return
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(front.certificate, front.key, password="")
    except OSError as error:  # ssl.SSLError is one
        raise KnownProblem(
            f"The certificate {front.certificate} cannot be used ({error}). Give both, as PEM and without a"
            " password: --tls-cert cert.pem --tls-key key.pem"
        ) from error


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
