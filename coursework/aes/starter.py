"""AES, one block both ways (FIPS 197). Write what says NotWritten.

    crypto grade assignment.yaml --exec "python3 starter.py"

A state is 16 bytes, column by column, as in the standard: state[row + 4 * column].
"""
import json
import sys

S_BOX = []  # 256 bytes: compute them (5.1.1), or copy the table of the standard


def sub_bytes(state):
    """SubBytes (5.1.1): every byte through the S-box."""
    raise NotWritten("sub_bytes")


def shift_rows(state):
    """ShiftRows (5.1.2)."""
    raise NotWritten("shift_rows")


def mix_columns(state):
    """MixColumns (5.1.3): needs the multiplication in GF(2^8) of section 4."""
    raise NotWritten("mix_columns")


def add_round_key(state, round_key):
    """AddRoundKey (5.1.4)."""
    raise NotWritten("add_round_key")


def key_expansion(key):
    """KeyExpansion (5.2): the round keys, 16 bytes each: 11, 13 or 15 for a key of 16, 24 or 32 bytes."""
    raise NotWritten("key_expansion")


def cipher(key, block):
    """Cipher (5.1). Report each state under the name of Appendix C, and the first wrong one is named:

    step("round[1].s_box", state), and so with .start, .s_row, .m_col, and .k_sch for the round key.
    """
    raise NotWritten("cipher")


def inv_shift_rows(state):
    """InvShiftRows (5.3.1)."""
    raise NotWritten("inv_shift_rows")


def inv_sub_bytes(state):
    """InvSubBytes (5.3.2)."""
    raise NotWritten("inv_sub_bytes")


def inv_mix_columns(state):
    """InvMixColumns (5.3.3)."""
    raise NotWritten("inv_mix_columns")


def inv_cipher(key, block):
    """InvCipher (5.3). Its names: round[1].istart, .is_row, .is_box, .ik_sch, .ik_add."""
    raise NotWritten("inv_cipher")


def each_block(function, key, text):
    """ECB: each block by itself."""
    return b"".join(bytes(function(key, text[i : i + 16])) for i in range(0, len(text), 16))


OPERATIONS = {
    "aes-ecb-encrypt": lambda r: each_block(cipher, data(r, "key"), data(r, "msg")),
    "aes-ecb-decrypt": lambda r: each_block(inv_cipher, data(r, "key"), data(r, "ct")),
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
