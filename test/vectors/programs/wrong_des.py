"""DES and 3DES from FIPS 46-3 and SP 800-67 on integers, as a student writes them, with one mistake on demand. For tests only."""

IP = [r - 8 * c for r in (58, 60, 62, 64, 57, 59, 61, 63) for c in range(8)]
FP = [IP.index(i) + 1 for i in range(1, 65)]
E = [(4 * i + j - 1) % 32 + 1 for i in range(8) for j in range(6)]
P = [16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10,
     2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4, 25]
PC1 = [57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19, 11, 3, 60, 52, 44, 36,
       63, 55, 47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45, 37, 29, 21, 13, 5, 28, 20, 12, 4]
PC2 = [14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10, 23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2,
       41, 52, 31, 37, 47, 55, 30, 40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32]
SHIFTS = [1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1]
# Each box row by row, a hex digit for each entry.
BOXES = [
    "e4d12fb83a6c59070f74e2d1a6cb953841e8d62bfc973a50fc8249175b3ea06d",
    "f18e6b34972dc05a3d47f28ec01a69b50e7ba4d158c6932fd8a13f42b67c05e9",
    "a09e63f51dc7b428d709346a285ecbf1d6498f30b12c5ae71ad069874fe3b52c",
    "7de3069a1285bc4fd8b56f03472c1ae9a690cb7df13e52843f06a1d8945bc72e",
    "2c417ab6853fd0e9eb2c47d150fa3986421bad78f9c5630eb8c71e2d6f09a453",
    "c1af92680d34e75baf427c9561de0b389ef528c3704a1db6432c95fabe17608d",
    "4b2ef08d3c975a61d0b7491ae35c2f8614bdc37eaf6805926bd814a7950fe23c",
    "d2846fb1a93e50c71fd8a374c56b0e927b419ce206adf35821e74a8dfc90356b",
]


def permute(value, table, width):
    """Bit 1 is the most significant of `width` bits."""
    out = 0
    for place in table:
        out = (out << 1) | ((value >> (width - place)) & 1)
    return out


def reverse(value, width):
    return int(format(value, "0%db" % width)[::-1], 2)


def load(data, wrong):
    if wrong == "des-bits-from-wrong-end":
        data = bytes(reverse(b, 8) for b in data)
    value = int.from_bytes(data, "big")
    return reverse(value, 64) if wrong == "des-bits-from-wrong-end/2" else value


def store(value, wrong):
    if wrong == "des-bits-from-wrong-end/2":
        value = reverse(value, 64)
    data = value.to_bytes(8, "big")
    return bytes(reverse(b, 8) for b in data) if wrong == "des-bits-from-wrong-end" else data


def rotate(half, places):
    return ((half << places) | (half >> (28 - places))) & 0xFFFFFFF


def schedule(key, wrong):
    value = load(key, wrong)
    if wrong == "des-no-pc-1":
        chosen = value >> 8
    elif wrong == "des-no-pc-1/2":
        chosen = permute(value, [i for i in range(1, 65) if i % 8], 64)
    else:
        chosen = permute(value, PC1, 64)
    c, d = chosen >> 28, chosen & 0xFFFFFFF
    keys = []
    for shift in SHIFTS:
        if wrong == "des-key-rotated-by-one":
            shift = 1
        if wrong == "des-key-rotated-right":
            shift = 28 - shift
        c, d = rotate(c, shift), rotate(d, shift)
        keys.append(permute(c << 28 | d, PC2, 56))
    return keys


def f(right, key, wrong):
    mixed = permute(right, E, 32) ^ key
    out = 0
    for box in range(8):
        six = (mixed >> (42 - 6 * box)) & 63
        row, column = (six >> 4) & 2 | six & 1, (six >> 1) & 15
        if wrong == "des-s-box-row-and-column":
            row, column = six >> 4, six & 15
        if wrong == "des-s-box-row-and-column/2":
            row = (six & 1) << 1 | six >> 5
        out = (out << 4) | int(BOXES[box][16 * row + column], 16)
    return out if wrong == "des-no-permutation-p" else permute(out, P, 32)


def crypt(block, keys, wrong):
    value = load(block, wrong)
    if wrong != "des-no-initial-permutation":
        value = permute(value, IP, 64)
    left, right = value >> 32, value & 0xFFFFFFFF
    if wrong == "des-one-round-too-few":
        keys = keys[:15]
    for key in keys:
        left, right = right, left ^ f(right, key, wrong)
    value = left << 32 | right if wrong == "des-no-final-swap" else right << 32 | left
    if wrong == "des-initial-permutation-at-end":
        value = permute(value, IP, 64)
    elif wrong != "des-no-initial-permutation":
        value = permute(value, FP, 64)
    return store(value, wrong)


def des_encrypt(key, block, wrong):
    return crypt(block, schedule(key, wrong), wrong)


def des_decrypt(key, block, wrong):
    keys = schedule(key, wrong)
    return crypt(block, keys if wrong == "des-decryption-keys-not-reversed" else keys[::-1], wrong)


def encrypt(key, block, wrong=""):
    if len(key) == 8:
        return des_encrypt(key, block, wrong)
    k1, k2, k3 = key[:8], key[8:16], key[16:24] or key[:8]
    if wrong == "3des-first-key-for-third":
        k3 = k1
    if wrong == "3des-keys-in-wrong-order":
        k1, k3 = k3, k1
    block = des_encrypt(k1, block, wrong)
    if wrong == "3des-once-only":
        return block
    middle = des_encrypt if wrong == "3des-three-encryptions" else des_decrypt
    return des_encrypt(k3, middle(k2, block, wrong), wrong)


def decrypt(key, block, wrong=""):
    if len(key) == 8:
        return des_decrypt(key, block, wrong)
    if wrong == "3des-encrypted-to-decrypt":
        return encrypt(key, block)
    k1, k2, k3 = key[:8], key[8:16], key[16:24] or key[:8]
    if wrong == "3des-first-key-for-third":
        k3 = k1
    if wrong == "3des-keys-in-wrong-order":
        k1, k3 = k3, k1
    if wrong == "3des-once-only":
        return des_decrypt(k1, block, wrong)
    block = des_decrypt(k3, block, wrong)
    middle = des_decrypt if wrong == "3des-three-encryptions" else des_encrypt
    return des_decrypt(k1, middle(k2, block, wrong), wrong)
