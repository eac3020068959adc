"""HMAC with SHA-256 and SHA-512 (FIPS 198-1). Write what says NotWritten.

    crypto grade assignment.yaml --exec "python3 starter.py"

The hash functions may come from hashlib; the module hmac may not.
"""
import hashlib
import json
import sys


def block_sized_key(hash_name, key):
    """K0 (Table 1, steps 1 to 3): the key at the length of a block, hashed first if it is longer."""
    raise NotWritten("block_sized_key")


def hmac(hash_name, key, msg):
    """Table 1, steps 4 to 9. hash_name is "sha256" or "sha512": hashlib.new(hash_name) knows its block_size.

    Report values, and the first wrong one is named: step("K0", k0), and so with K0^ipad, inner.input,
    inner.hash, K0^opad, outer.input, outer.hash.
    """
    raise NotWritten("hmac")


def tag(hash_name, request):
    """The first tagSize bits of the HMAC, all of it where the question has no tagSize."""
    whole = hmac(hash_name, data(request, "key"), data(request, "msg"))
    return whole[: request.get("tagSize", 8 * len(whole)) // 8]


OPERATIONS = {
    "hmac-sha256": lambda r: tag("sha256", r),
    "hmac-sha512": lambda r: tag("sha512", r),
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
