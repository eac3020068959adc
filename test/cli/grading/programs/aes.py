"""AES in ECB, right. Other programs here do something to it."""
import json
import sys


def times(a, b):
    product = 0
    while b:
        if b & 1:
            product ^= a
        a = a << 1 ^ (0x11B if a & 0x80 else 0)
        b >>= 1
    return product


def make_s_box():
    box = []
    for x in range(256):
        inverse = next((y for y in range(256) if times(x, y) == 1), 0)
        value = 0x63
        for shift in range(5):
            value ^= (inverse << shift | inverse >> (8 - shift)) & 0xFF
        box.append(value)
    return box


S_BOX = make_s_box()


def expand(key):
    words = [list(key[i : i + 4]) for i in range(0, len(key), 4)]
    length = len(words)
    round_constant = 1
    for i in range(length, 4 * (length + 7)):
        word = words[-1]
        if i % length == 0:
            word = [S_BOX[b] for b in word[1:] + word[:1]]
            word[0] ^= round_constant
            round_constant = times(round_constant, 2)
        elif length == 8 and i % 8 == 4:
            word = [S_BOX[b] for b in word]
        words.append([a ^ b for a, b in zip(words[i - length], word)])
    flat = sum(words, [])
    return [flat[i : i + 16] for i in range(0, len(flat), 16)]


def mix(state):
    mixed = []
    for i in range(0, 16, 4):
        column = state[i : i + 4]
        for row in range(4):
            a, b, c, d = (column[(row + k) % 4] for k in range(4))
            mixed.append(times(a, 2) ^ times(b, 3) ^ c ^ d)
    return mixed


def encrypt_block(key, block, last_round=lambda state: state):
    first, *keys = expand(key)
    state = [a ^ b for a, b in zip(block, first)]
    for i, round_key in enumerate(keys):
        state = [S_BOX[b] for b in state]
        state = [state[(j + 4 * (j % 4)) % 16] for j in range(16)]
        state = last_round(state) if i == len(keys) - 1 else mix(state)
        state = [a ^ b for a, b in zip(state, round_key)]
    return bytes(state)


def ecb(key, msg, **options):
    return b"".join(encrypt_block(key, msg[i : i + 16], **options) for i in range(0, len(msg), 16))


def serve(answer):
    for line in sys.stdin:
        request = json.loads(line)
        key, msg = bytes.fromhex(request["key"]), bytes.fromhex(request["msg"])
        print(json.dumps({"id": request["id"], **answer(key, msg)}), flush=True)


def right(key, msg):
    return {"output": ecb(key, msg).hex()}


if __name__ == "__main__":
    serve(right)
