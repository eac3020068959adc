"""AES in ECB and CBC (FIPS 197; NIST SP 800-38A), for reading: slow, but every value on the way is reported.

    crypto vectors run aes-cbc.json --steps --engine "exec:python3 aes_steps.py"

One JSON request a line comes in, one answer a line goes out, with its steps under the names of the standards. The
names of one block need not say which block it is: reported again, they are those of the next.

With a mistake as an argument (see MISTAKES) the program makes it, so that one can see what is said about it.
"""
import json
import sys

MISTAKES = {
    "s-box": "one entry of the S-box is wrong",
    "shift-right": "ShiftRows rotates to the right",
    "rows-for-columns": "the state is filled row by row",
    "mix-swapped": "MixColumns has 02 and 03 in each other's place",
    "mix-in-last-round": "MixColumns is done in the last round, too",
    "no-rcon": "the key schedule leaves Rcon out",
    "no-rotword": "the key schedule leaves RotWord out",
    "first-key-twice": "round 1 uses the key of round 0",
    "iv-in-every-block": "CBC mixes the IV into every block",
    "iv-forgotten": "CBC starts with zeros",
}
MISTAKE = sys.argv[1] if len(sys.argv) > 1 else None
if MISTAKE is not None and MISTAKE not in MISTAKES:
    sys.exit("mistakes: " + ", ".join(MISTAKES))

steps = []


def step(name, value):
    steps.append({"id": name, "value": bytes(value).hex()})


# Arithmetic in GF(2^8): bytes as polynomials modulo x^8 + x^4 + x^3 + x + 1 (FIPS 197, 4).


def xtime(a):
    a <<= 1
    return a ^ 0x11B if a & 0x100 else a


def times(a, b):
    product = 0
    while a:
        if a & 1:
            product ^= b
        a >>= 1
        b = xtime(b)
    return product


def s_box_of(a):
    """The inverse of a, each of its bits summed with four others and one of 63 (5.1.1)."""
    b = next((x for x in range(256) if times(a, x) == 1), 0)
    turned = [b << n | b >> (8 - n) for n in range(5)]
    return (turned[0] ^ turned[1] ^ turned[2] ^ turned[3] ^ turned[4]) & 0xFF ^ 0x63


S_BOX = [s_box_of(a) for a in range(256)]
if MISTAKE == "s-box":
    S_BOX[0x53] ^= 1
INVERSE_S_BOX = [0] * 256
for index, entry in enumerate(S_BOX):
    INVERSE_S_BOX[entry] = index


# The state is 16 bytes, column by column: s[r, c] is state[r + 4 c] (3.4).


def xor(a, b):
    return [x ^ y for x, y in zip(a, b)]


def shift_rows(state, by):
    """Row r goes to the left by r places; with by = -1 to the right."""
    if MISTAKE == "shift-right":
        by = -by
    return [state[r + 4 * ((c + by * r) % 4)] for c in range(4) for r in range(4)]


def mix_columns(state, factors):
    """Each column times the matrix whose first row is factors, and the next ones rotated."""
    if MISTAKE == "mix-swapped":
        factors = [factors[1], factors[0], factors[2], factors[3]]
    mixed = []
    for c in range(0, 16, 4):
        for r in range(4):
            total = 0
            for i in range(4):
                total ^= times(factors[(i - r) % 4], state[c + i])
            mixed.append(total)
    return mixed


def key_expansion(key):
    """The round keys (5.2)."""
    nk = len(key) // 4
    words = [list(key[4 * i : 4 * i + 4]) for i in range(nk)]
    rcon = 1
    for i in range(nk, 4 * (nk + 7)):
        temp = words[i - 1]
        if i % nk == 0:
            if MISTAKE != "no-rotword":
                temp = temp[1:] + temp[:1]
            temp = [S_BOX[byte] for byte in temp]
            if MISTAKE != "no-rcon":
                temp[0] ^= rcon
            rcon = xtime(rcon)
        elif nk > 6 and i % nk == 4:
            temp = [S_BOX[byte] for byte in temp]
        words.append(xor(words[i - nk], temp))
    for i, word in enumerate(words):
        step(f"w[{i}]", word)
    return [sum(words[i : i + 4], []) for i in range(0, len(words), 4)]


def cipher(round_keys, block):
    """Cipher (5.1), with the names of Appendix C."""
    last = len(round_keys) - 1
    step("round[0].input", block)
    step("round[0].k_sch", round_keys[0])
    state = list(block)
    if MISTAKE == "rows-for-columns":
        state = [state[4 * r + c] for c in range(4) for r in range(4)]
    state = xor(state, round_keys[0])
    for r in range(1, last + 1):
        step(f"round[{r}].start", state)
        state = [S_BOX[byte] for byte in state]
        step(f"round[{r}].s_box", state)
        state = shift_rows(state, 1)
        step(f"round[{r}].s_row", state)
        if r < last or MISTAKE == "mix-in-last-round":
            state = mix_columns(state, [2, 3, 1, 1])
            step(f"round[{r}].m_col", state)
        round_key = round_keys[0 if r == 1 and MISTAKE == "first-key-twice" else r]
        step(f"round[{r}].k_sch", round_key)
        state = xor(state, round_key)
    step(f"round[{last}].output", state)
    return state


def inv_cipher(round_keys, block):
    """InvCipher (5.3)."""
    last = len(round_keys) - 1
    step("round[0].iinput", block)
    step("round[0].ik_sch", round_keys[last])
    state = xor(block, round_keys[last])
    for r in range(1, last + 1):
        step(f"round[{r}].istart", state)
        state = shift_rows(state, -1)
        step(f"round[{r}].is_row", state)
        state = [INVERSE_S_BOX[byte] for byte in state]
        step(f"round[{r}].is_box", state)
        step(f"round[{r}].ik_sch", round_keys[last - r])
        state = xor(state, round_keys[last - r])
        if r < last:
            step(f"round[{r}].ik_add", state)
            state = mix_columns(state, [0x0E, 0x0B, 0x0D, 0x09])
    step(f"round[{last}].ioutput", state)
    return state


# The modes (SP 800-38A, 6.1 and 6.2): P plaintext, C ciphertext, I and O what goes into the cipher and comes out.


def blocks_of(text):
    return [text[i : i + 16] for i in range(0, len(text), 16)]


def encrypt(round_keys, iv, msg):
    """CBC, or ECB where there is no iv."""
    result = []
    last = bytes(16) if MISTAKE == "iv-forgotten" else iv
    for p in blocks_of(msg):
        step("P", p)
        i = p if iv is None else xor(p, last)
        step("I", i)
        o = cipher(round_keys, i)
        step("O", o)
        step("C", o)
        result += o
        last = iv if MISTAKE == "iv-in-every-block" else o
    return result


def decrypt(round_keys, iv, ct):
    result = []
    last = bytes(16) if MISTAKE == "iv-forgotten" else iv
    for c in blocks_of(ct):
        step("C", c)
        step("I", c)
        o = inv_cipher(round_keys, c)
        step("O", o)
        p = o if iv is None else xor(o, last)
        step("P", p)
        result += p
        last = iv if MISTAKE == "iv-in-every-block" else c
    return result


def answer_to(request):
    op = request["op"]
    if op not in ("aes-ecb-encrypt", "aes-ecb-decrypt", "aes-cbc-encrypt", "aes-cbc-decrypt"):
        return {"skip": "does not do " + op}
    key = bytes.fromhex(request["key"])
    iv = bytes.fromhex(request["iv"]) if "cbc" in op else None
    text = bytes.fromhex(request["msg" if op.endswith("-encrypt") else "ct"])
    if len(key) not in (16, 24, 32):
        return {"error": f"key: expected 16, 24 or 32 bytes, got {len(key)}"}
    if len(text) % 16 != 0 or (iv is not None and len(iv) != 16):
        return {"error": "expected whole blocks of 16 bytes"}
    steps.clear()
    round_keys = key_expansion(key)
    output = encrypt(round_keys, iv, text) if op.endswith("-encrypt") else decrypt(round_keys, iv, text)
    return {"output": bytes(output).hex(), "steps": steps}


for line in sys.stdin:
    request = json.loads(line)
    print(json.dumps({"id": request["id"], **answer_to(request)}), flush=True)
