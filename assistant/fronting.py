"""How the command says where the page is served, and to whom: python -m assistant chat --help"""

import argparse
import os
from pathlib import Path

from assistant.front import Front, networks_of


def add_front(chatting: argparse.ArgumentParser) -> None:
    chatting.add_argument(
        "--host", default="127.0.0.1", help="other than this machine's needs INSPECTION_USERS"
    )
    chatting.add_argument("--port", type=int, default=7860)
    chatting.add_argument(
        "--public-name", action="append", metavar="HOST", help="a name that people reach it by"
    )
    chatting.add_argument("--tls-cert", type=Path, metavar="CERT.pem")
    chatting.add_argument("--tls-key", type=Path, metavar="KEY.pem")
    chatting.add_argument(
        "--behind-proxy",
        action="append",
        metavar="NAME_OR_ADDRESS",
        help="the proxy whose word on who asks is taken",
    )
    chatting.add_argument("--mcp", action="store_true", help="offer the tools to other assistants")


def front_from(arguments: argparse.Namespace) -> Front:
    """GRADIO_MCP_SERVER is the name that those who know Gradio expect to work."""
    return Front(
        host=arguments.host,
        port=arguments.port,
        certificate=arguments.tls_cert,
        key=arguments.tls_key,
        proxies=tuple(each for proxy in arguments.behind_proxy or () for each in networks_of(proxy)),
        names=tuple(arguments.public_name or ()),
        tools=arguments.mcp or os.environ.get("GRADIO_MCP_SERVER", "").lower() == "true",
    )
