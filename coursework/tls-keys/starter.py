"""The keys of TLS 1.2 (RFC 5246). Write what says NotWritten.

    crypto grade assignment.yaml --exec "python3 starter.py"

HMAC may come from the module hmac. sha is "SHA-256", "SHA-384" or "SHA-512".
"""
import hashlib
import hmac
import json
import sys


def p_hash(sha, secret, seed, size):
    """P_hash (5): HMAC(secret, A(1) + seed) + HMAC(secret, A(2) + seed) + …, size bytes of it.

    Report values, and the first wrong one is named: step("A(1)", a), step("P(1)", piece).
    """
    raise NotWritten("p_hash")


def prf(sha, secret, label, seed, size):
    """PRF (5). label is text, and ASCII."""
    raise NotWritten("prf")


def master_secret(sha, premaster_secret, client_random, server_random):
    """8.1: 48 bytes."""
    raise NotWritten("master_secret")


def key_block(sha, master_secret, client_random, server_random, size):
    """6.3. Mind which random comes first."""
    raise NotWritten("key_block")


def verify_data(sha, master_secret, finished_label, handshake_hash):
    """7.4.9: 12 bytes; the handshake messages come hashed already."""
    raise NotWritten("verify_data")


def sha_of(request):
    return request.get("sha", "SHA-256")


OPERATIONS = {
    "tls12-prf": lambda r: prf(sha_of(r), data(r, "secret"), r["label"], data(r, "seed"), r["size"]),
    "tls12-master-secret": lambda r: master_secret(
        sha_of(r), data(r, "premasterSecret"), data(r, "clientRandom"), data(r, "serverRandom")
    ),
    "tls12-key-block": lambda r: key_block(
        sha_of(r), data(r, "masterSecret"), data(r, "clientRandom"), data(r, "serverRandom"), r["size"]
    ),
    "tls12-verify-data": lambda r: verify_data(
        sha_of(r), data(r, "masterSecret"), r["label"], data(r, "handshakeHash")
    ),
}


# The protocol: works as it is. See docs/programs.md of the toolkit.


class NotWritten(Exception):
    """Something is still to be written: the question is skipped, and scores nothing."""


class Refused(Exception):
    """The input is not valid. Say so with: raise Refused("why")."""


steps = []


def step(name, value):
    """Reports a value on the way, if you like: the grader can then name the first wrong one."""
    if len(steps) < 2000:
        steps.append({"id": name, "value": bytes(value).hex()})


def data(request, name):
    return bytes.fromhex(request[name])


def answer_to(request):
    operation = OPERATIONS.get(request["op"])
    if operation is None:
        return {"skip": "does not do " + request["op"]}
    steps.clear()
    try:
        output = operation(request)
    except NotWritten as what:
        return {"skip": f"{what} is not written yet"}
    except Refused as why:
        return {"error": str(why)}
    answer = {"output": output if isinstance(output, bool) else bytes(output).hex()}
    if steps:
        answer["steps"] = steps
    return answer


if __name__ == "__main__":
    for line in sys.stdin:
        request = json.loads(line)
        print(json.dumps({"id": request["id"], **answer_to(request)}), flush=True)
