"""Three paddings: PKCS #7, ANSI X9.23, ISO/IEC 7816-4. Write what says NotWritten.

    crypto grade assignment.yaml --exec "python3 starter.py"
"""
import json
import sys


def pkcs7_pad(msg, block_size):
    """Adds n bytes of value n, 1 <= n <= block_size, so that whole blocks come out (RFC 5652, 6.3)."""
    raise NotWritten("pkcs7_pad")


def pkcs7_unpad(msg, block_size):
    """Takes the padding off; raises Refused where msg is not what pkcs7_pad makes."""
    raise NotWritten("pkcs7_unpad")


def ansi_x923_pad(msg, block_size):
    """Adds zeros, and as the last byte how many bytes were added (ANSI X9.23)."""
    raise NotWritten("ansi_x923_pad")


def ansi_x923_unpad(msg, block_size):
    raise NotWritten("ansi_x923_unpad")


def iso_7816_4_pad(msg, block_size):
    """Adds one byte 80, and then zeros (ISO/IEC 7816-4)."""
    raise NotWritten("iso_7816_4_pad")


def iso_7816_4_unpad(msg, block_size):
    raise NotWritten("iso_7816_4_unpad")


OPERATIONS = {
    "pkcs7-pad": lambda r: pkcs7_pad(data(r, "msg"), r["blockSize"]),
    "pkcs7-unpad": lambda r: pkcs7_unpad(data(r, "msg"), r["blockSize"]),
    "ansi-x923-pad": lambda r: ansi_x923_pad(data(r, "msg"), r["blockSize"]),
    "ansi-x923-unpad": lambda r: ansi_x923_unpad(data(r, "msg"), r["blockSize"]),
    "iso-7816-4-pad": lambda r: iso_7816_4_pad(data(r, "msg"), r["blockSize"]),
    "iso-7816-4-unpad": lambda r: iso_7816_4_unpad(data(r, "msg"), r["blockSize"]),
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
