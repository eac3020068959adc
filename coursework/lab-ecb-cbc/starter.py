"""ECB and CBC around AES (NIST SP 800-38A, 6.1 and 6.2). Write what says NotWritten.

    crypto grade assignment.yaml --exec "python3 starter.py"

Use aes_block, one block at a time. Texts are whole blocks.
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
    """Each block by itself."""
    raise NotWritten("ecb_encrypt")


def cbc_encrypt(key, iv, msg):
    """Each block of plaintext is XORed with the ciphertext block before it; the first one with the IV."""
    raise NotWritten("cbc_encrypt")


def cbc_decrypt(key, iv, ct):
    """The way back."""
    raise NotWritten("cbc_decrypt")


OPERATIONS = {
    "aes-ecb-encrypt": lambda r: ecb_encrypt(data(r, "key"), data(r, "msg")),
    "aes-cbc-encrypt": lambda r: cbc_encrypt(data(r, "key"), data(r, "iv"), data(r, "msg")),
    "aes-cbc-decrypt": lambda r: cbc_decrypt(data(r, "key"), data(r, "iv"), data(r, "ct")),
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
