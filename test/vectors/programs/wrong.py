"""Answers requests, a JSON object a line, with the mistake that the field `mistake` names; without one, rightly. For tests only."""

import json
import sys

import wrong_hash
import wrong_mac
import wrong_modes
import wrong_rsa

TEXTS = ("op", "mistake", "sha", "mgfSha")


def fields(request):
    out = {}
    for name, value in request.items():
        is_text = name in TEXTS or name == "label" and request["op"].startswith("tls")
        out[name] = value if is_text or not isinstance(value, str) else bytes.fromhex(value)
    return out


def answer(op, q, wrong):
    handed_out = wrong.startswith("output-")
    if op in wrong_hash.DESIGNS:
        out = wrong_hash.digest(op, q["msg"], "" if handed_out else wrong)
    elif op.startswith(("hmac-", "hkdf-", "pbkdf2-", "tls")):
        out = wrong_mac.answer(op, q, "" if handed_out else wrong)
    elif op.startswith(("rsa-", "prime-")):
        out = wrong_rsa.answer(op, q, "" if handed_out else wrong)
    else:
        out = wrong_modes.answer(op, q, "" if handed_out else wrong)
    if isinstance(out, bool):
        return out
    if wrong == "output-as-text-of-hex":
        return out.hex().encode()
    if wrong == "output-reversed":
        return out[::-1]
    if wrong == "output-leading-zeros-lost":
        return out.lstrip(b"\0")
    return out + out if wrong == "output-twice" else out


for line in sys.stdin:
    request = json.loads(line)
    q = fields(request)
    try:
        out = answer(request["op"], q, q.get("mistake", ""))
        print(json.dumps({"id": request["id"], "output": out if isinstance(out, bool) else out.hex()}), flush=True)
    except (wrong_modes.Refused, wrong_rsa.Refused) as error:
        print(json.dumps({"id": request["id"], "error": str(error)}), flush=True)
