"""A small OpenID provider on this machine: anybody is whoever they click on."""

import json
import secrets
import threading
import time
import urllib.parse
from base64 import b64decode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from joserfc import jwt
from joserfc.jwk import RSAKey

PEOPLE = {
    "Noor": "noor@example.com",
    "Rae": "rae@example.com",
    "Imani": "imani@example.com",
    "Stranger": "who@example.com",
}
CLIENT, SECRET = "toile", "only-for-this-test"


class Provider:
    """Serves discovery, a page to choose on, tokens and keys until it is closed."""

    def __init__(self) -> None:
        self.key = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
        self.codes: dict[str, dict[str, str]] = {}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()

    def discovery(self) -> dict[str, Any]:
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def page(self, query: dict[str, str]) -> str:
        links = []
        for name, email in PEOPLE.items():
            code = secrets.token_urlsafe(16)
            self.codes[code] = {"name": name, "email": email, "nonce": query.get("nonce", "")}
            back = urllib.parse.urlencode({"code": code, "state": query["state"]})
            links.append(f'<p><a href="{query["redirect_uri"]}?{back}">{name}</a></p>')
        return "".join(links)

    def token(self, form: dict[str, str], basic: str) -> dict[str, Any]:
        said = b64decode(basic.removeprefix("Basic ")).decode() if basic else ""
        assert f"{CLIENT}:{SECRET}" in (
            said,
            f"{form.get('client_id')}:{form.get('client_secret')}",
        )
        who, now = self.codes.pop(form["code"]), int(time.time())
        claims = {"iss": self.url, "sub": who["email"], "aud": CLIENT, "iat": now,
                  "exp": now + 600, "email_verified": True, **who}  # fmt: skip
        signed = jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key)
        return {"access_token": "a", "token_type": "Bearer", "expires_in": 600, "id_token": signed}

    def _handler(provider) -> type[BaseHTTPRequestHandler]:  # noqa: N805
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path, _, query = self.path.partition("?")
                if path == "/authorize":
                    found = dict(urllib.parse.parse_qsl(query))
                    return self.answer(provider.page(found), "text/html")
                keys = {"keys": [provider.key.as_dict(private=False)]}
                return self.answer(json.dumps(keys if path == "/keys" else provider.discovery()))

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                form = dict(urllib.parse.parse_qsl(body))
                basic = self.headers.get("Authorization", "")
                self.answer(json.dumps(provider.token(form, basic)))

            def answer(self, text: str, kind: str = "application/json") -> None:
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *_: object) -> None:
                pass

        return Handler
