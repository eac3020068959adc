"""RSA: textbook, PKCS #1 v1.5 encryption and signatures (RFC 8017). Write what says NotWritten.

    crypto grade assignment.yaml --exec "python3 starter.py"

Python's integers are as long as they have to be. pow with three arguments may not be used, nor a library of
cryptography; hashes may come from hashlib, random bytes from secrets.
"""
import hashlib
import json
import secrets
import sys


def mod_pow(base, exponent, modulus):
    """base ** exponent % modulus, by squaring and multiplying; no number on the way longer than two moduli."""
    raise NotWritten("mod_pow")


def i2osp(x, length):
    """RFC 8017, 4.1: an integer as that many bytes, the highest first."""
    raise NotWritten("i2osp")


def os2ip(octets):
    """RFC 8017, 4.2."""
    raise NotWritten("os2ip")


def textbook_encrypt(n, e, m):
    """RSAEP (5.1.1), numbers in and out; raises Refused where m is not below n."""
    raise NotWritten("textbook_encrypt")


def textbook_decrypt(n, d, c):
    """RSADP (5.1.2)."""
    raise NotWritten("textbook_decrypt")


def pkcs1_encrypt(n, e, msg):
    """RSAES-PKCS1-v1_5 (7.2.1): EM = 00 02 PS 00 M, PS being random bytes, none zero, eight at least."""
    raise NotWritten("pkcs1_encrypt")


def pkcs1_decrypt(n, d, ct):
    """RSAES-PKCS1-v1_5 (7.2.2); raises Refused for whatever pkcs1_encrypt does not make."""
    raise NotWritten("pkcs1_decrypt")


def emsa_pkcs1_encode(sha, msg, length):
    """EMSA-PKCS1-v1_5 (9.2): EM = 00 01 PS 00 T, T being DigestInfo in DER.

    sha is "SHA-1", "SHA-224", "SHA-256" or "SHA-384".
    """
    raise NotWritten("emsa_pkcs1_encode")


def pkcs1_sign(n, d, sha, msg):
    """RSASSA-PKCS1-v1_5 (8.2.1)."""
    raise NotWritten("pkcs1_sign")


def pkcs1_verify(n, e, sha, msg, sig):
    """RSASSA-PKCS1-v1_5 (8.2.2): True or False. Encode anew and compare: parsing invites forgery."""
    raise NotWritten("pkcs1_verify")


def number(request, name):
    return int(request[name] or "0", 16)


def number_bytes(x):
    """As the answers of the textbook operations are written."""
    return x.to_bytes(max(1, (x.bit_length() + 7) // 8), "big")


OPERATIONS = {
    "rsa-textbook-encrypt": lambda r: number_bytes(
        textbook_encrypt(number(r, "modulus"), number(r, "publicExponent"), number(r, "msg"))
    ),
    "rsa-textbook-decrypt": lambda r: number_bytes(
        textbook_decrypt(number(r, "modulus"), number(r, "privateExponent"), number(r, "ct"))
    ),
    "rsa-pkcs1-encrypt": lambda r: pkcs1_encrypt(number(r, "modulus"), number(r, "publicExponent"), data(r, "msg")),
    "rsa-pkcs1-decrypt": lambda r: pkcs1_decrypt(number(r, "modulus"), number(r, "privateExponent"), data(r, "ct")),
    "rsa-pkcs1-sign": lambda r: pkcs1_sign(
        number(r, "modulus"), number(r, "privateExponent"), r["sha"], data(r, "msg")
    ),
    "rsa-pkcs1-verify": lambda r: pkcs1_verify(
        number(r, "modulus"), number(r, "publicExponent"), r["sha"], data(r, "msg"), data(r, "sig")
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
