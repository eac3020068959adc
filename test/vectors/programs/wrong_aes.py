"""AES from FIPS 197 on a state of rows, as a student writes it, with one mistake on demand. For tests only."""


def gmul(a, b):
    result = 0
    while b:
        if b & 1:
            result ^= a
        a <<= 1
        if a & 0x100:
            a ^= 0x11B
        b >>= 1
    return result


def make_sbox():
    box = []
    for value in range(256):
        inverse = next((x for x in range(256) if gmul(value, x) == 1), 0)
        out = 0x63
        for turn in range(5):
            out ^= ((inverse << turn) | (inverse >> (8 - turn))) & 0xFF
        box.append(out)
    return box


SBOX = make_sbox()
INV_SBOX = [SBOX.index(value) for value in range(256)]


def expand(key, wrong):
    nk = len(key) // 4
    nr = nk + 6
    words = [list(key[4 * i:4 * i + 4]) for i in range(nk)]
    if wrong == "aes-rows-and-columns-swapped/3":
        matrix = [key[nk * r:nk * r + nk] for r in range(4)]
        words = [list(column) for column in zip(*matrix)]
    rcon = 1
    for i in range(nk, 4 * (nr + 1)):
        temp = list(words[-1])
        if i % nk == 0:
            if wrong == "aes-little-endian-words":
                # The code of a big-endian example on words read with int.from_bytes(..., "little").
                number = int.from_bytes(bytes(temp), "little")
                number = ((number << 8) | (number >> 24)) & 0xFFFFFFFF
                number = int.from_bytes(bytes(SBOX[b] for b in number.to_bytes(4, "little")), "little")
                number ^= rcon << 24
                temp = list(number.to_bytes(4, "little"))
            else:
                if wrong != "aes-key-schedule-without-rot-word":
                    temp = temp[1:] + temp[:1]
                if wrong != "aes-key-schedule-without-sub-word":
                    temp = [SBOX[b] for b in temp]
                if wrong != "aes-key-schedule-without-rcon":
                    temp[0] ^= rcon
            if wrong == "aes-key-schedule-rcon-not-reduced":
                rcon = (rcon * 2) & 0xFF
            else:
                rcon = gmul(rcon, 2)
        elif nk == 8 and i % nk == 4:
            if wrong not in ("aes-256-without-extra-sub-word", "aes-key-schedule-without-sub-word"):
                temp = [SBOX[b] for b in temp]
        words.append([a ^ b for a, b in zip(words[i - nk], temp)])
    return words, nr


def to_state(block, wrong):
    if wrong.startswith("aes-rows-and-columns-swapped"):
        return [[block[4 * r + c] for c in range(4)] for r in range(4)]
    return [[block[r + 4 * c] for c in range(4)] for r in range(4)]


def from_state(state, wrong):
    if wrong.startswith("aes-rows-and-columns-swapped"):
        return bytes(state[r][c] for r in range(4) for c in range(4))
    return bytes(state[r][c] for c in range(4) for r in range(4))


def add_round_key(state, words, number, wrong):
    key = words[4 * number:4 * number + 4]
    for r in range(4):
        for c in range(4):
            swapped = wrong == "aes-rows-and-columns-swapped/2"
            state[r][c] ^= key[r][c] if swapped else key[c][r]


def sub_bytes(state, box):
    for row in state:
        for c in range(4):
            row[c] = box[row[c]]


def shift_rows(state, sign, wrong):
    if wrong == "aes-no-shift-rows":
        return
    if wrong == "aes-shift-rows-wrong-way":
        sign = -sign
    for r in range(4):
        n = (sign * r) % 4
        state[r] = state[r][n:] + state[r][:n]


def mix_columns(state, row, wrong):
    if wrong == "aes-no-mix-columns":
        return
    matrix = [[row[(c - r) % 4] for c in range(4)] for r in range(4)]
    if wrong == "aes-mix-columns-matrix-transposed":
        matrix = [list(line) for line in zip(*matrix)]
    for c in range(4):
        column = [state[r][c] for r in range(4)]
        for r in range(4):
            value = 0
            for k in range(4):
                value ^= gmul(column[k], matrix[r][k])
            state[r][c] = value


MIX = (2, 3, 1, 1)
UNMIX = (14, 11, 13, 9)


def encrypt(key, block, wrong=""):
    if wrong == "aes-key-cut-to-16-bytes":
        key = key[:16]
    words, nr = expand(key, wrong)
    if wrong == "aes-ten-rounds-always":
        nr = 10
    last_key = nr
    if wrong.startswith("aes-one-round-too-few"):
        nr -= 1
        if not wrong.endswith("/2"):
            last_key = nr
    box = INV_SBOX if wrong == "aes-inverse-s-box" else SBOX
    state = to_state(block, wrong)
    if wrong != "aes-no-first-round-key":
        add_round_key(state, words, 0, wrong)
    for number in range(1, nr):
        sub_bytes(state, box)
        shift_rows(state, 1, wrong)
        if wrong == "aes-key-before-mix-columns":
            add_round_key(state, words, number, wrong)
            mix_columns(state, MIX, wrong)
        else:
            mix_columns(state, MIX, wrong)
            add_round_key(state, words, number, wrong)
    sub_bytes(state, box)
    shift_rows(state, 1, wrong)
    if wrong == "aes-mix-columns-in-last-round":
        mix_columns(state, MIX, wrong)
    if wrong != "aes-no-last-round-key":
        add_round_key(state, words, last_key, wrong)
    return from_state(state, wrong)


def decrypt(key, block, wrong=""):
    if wrong == "block-encrypted-to-decrypt":
        return encrypt(key, block)
    if wrong == "aes-key-cut-to-16-bytes":
        key = key[:16]
    words, nr = expand(key, wrong)
    if wrong == "aes-ten-rounds-always":
        nr = 10
    if wrong == "aes-decryption-keys-not-reversed":
        words = sum([words[4 * i:4 * i + 4] for i in range(nr, -1, -1)], [])
    last_key = nr
    if wrong.startswith("aes-one-round-too-few"):
        nr -= 1
        if not wrong.endswith("/2"):
            last_key = nr
    box = SBOX if wrong in ("aes-inverse-s-box", "aes-decryption-s-box") else INV_SBOX
    row = MIX if wrong == "aes-decryption-mix-columns" else UNMIX
    state = to_state(block, wrong)
    if wrong != "aes-no-last-round-key":
        add_round_key(state, words, last_key, wrong)
    if wrong == "aes-mix-columns-in-last-round":
        mix_columns(state, row, wrong)
    for number in range(nr - 1, 0, -1):
        shift_rows(state, -1, wrong)
        sub_bytes(state, box)
        if wrong == "aes-key-before-mix-columns":
            mix_columns(state, row, wrong)
            add_round_key(state, words, number, wrong)
        else:
            add_round_key(state, words, number, wrong)
            mix_columns(state, row, wrong)
    shift_rows(state, -1, wrong)
    sub_bytes(state, box)
    if wrong != "aes-no-first-round-key":
        add_round_key(state, words, 0, wrong)
    return from_state(state, wrong)
