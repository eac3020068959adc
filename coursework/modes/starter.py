"""Five modes of operation around AES (NIST SP 800-38A). Write what says NotWritten.

    crypto grade assignment.yaml --exec "python3 starter.py"

Use aes_block, one block at a time. Names are those of the standard: CIPH is aes_block.
"""
import json
import subprocess
import sys


def aes_block(key, block, direction="encrypt"):
    """AES of one block, from the package cryptography if it is there, else from the command openssl.

    You may put your own AES here instead.
    """
    try:
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    except ImportError:
        flags = ["-e" if direction == "encrypt" else "-d", "-nopad", "-K", key.hex()]
        name = f"-aes-{8 * len(key)}-ecb"
        return subprocess.run(["openssl", "enc", name, *flags], input=block, stdout=subprocess.PIPE, check=True).stdout
    context = getattr(Cipher(algorithms.AES(key), modes.ECB()), direction + "or")()
    return context.update(block) + context.finalize()


def ecb_encrypt(key, msg):
    """6.1: C[j] = CIPH(P[j])."""
    raise NotWritten("ecb_encrypt")


def ecb_decrypt(key, ct):
    raise NotWritten("ecb_decrypt")


def cbc_encrypt(key, iv, msg):
    """6.2: C[1] = CIPH(P[1] xor IV), C[j] = CIPH(P[j] xor C[j-1])."""
    raise NotWritten("cbc_encrypt")


def cbc_decrypt(key, iv, ct):
    raise NotWritten("cbc_decrypt")


def cfb_encrypt(key, iv, msg):
    """6.3, with whole blocks (CFB128). The last piece may be shorter than a block."""
    raise NotWritten("cfb_encrypt")


def cfb_decrypt(key, iv, ct):
    raise NotWritten("cfb_decrypt")


def ofb(key, iv, text):
    """6.4: encrypts and decrypts. The last piece may be shorter than a block."""
    raise NotWritten("ofb")


def ctr(key, counter, text):
    """6.5: encrypts and decrypts. The counter is all 16 bytes, big-endian, plus 1 for each block."""
    raise NotWritten("ctr")


def cbc_pkcs7_encrypt(key, iv, msg):
    """CBC with PKCS #7 padding."""
    raise NotWritten("cbc_pkcs7_encrypt")


def cbc_pkcs7_decrypt(key, iv, ct):
    """Raises Refused where no whole blocks come, or the padding is not right."""
    raise NotWritten("cbc_pkcs7_decrypt")


OPERATIONS = {
    "aes-ecb-encrypt": lambda r: ecb_encrypt(data(r, "key"), data(r, "msg")),
    "aes-ecb-decrypt": lambda r: ecb_decrypt(data(r, "key"), data(r, "ct")),
    "aes-cbc-encrypt": lambda r: cbc_encrypt(data(r, "key"), data(r, "iv"), data(r, "msg")),
    "aes-cbc-decrypt": lambda r: cbc_decrypt(data(r, "key"), data(r, "iv"), data(r, "ct")),
    "aes-cfb-encrypt": lambda r: cfb_encrypt(data(r, "key"), data(r, "iv"), data(r, "msg")),
    "aes-cfb-decrypt": lambda r: cfb_decrypt(data(r, "key"), data(r, "iv"), data(r, "ct")),
    "aes-ofb-encrypt": lambda r: ofb(data(r, "key"), data(r, "iv"), data(r, "msg")),
    "aes-ofb-decrypt": lambda r: ofb(data(r, "key"), data(r, "iv"), data(r, "ct")),
    "aes-ctr-encrypt": lambda r: ctr(data(r, "key"), data(r, "iv"), data(r, "msg")),
    "aes-ctr-decrypt": lambda r: ctr(data(r, "key"), data(r, "iv"), data(r, "ct")),
    "aes-cbc-pkcs7-encrypt": lambda r: cbc_pkcs7_encrypt(data(r, "key"), data(r, "iv"), data(r, "msg")),
    "aes-cbc-pkcs7-decrypt": lambda r: cbc_pkcs7_decrypt(data(r, "key"), data(r, "iv"), data(r, "ct")),
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
