"""MD5, SHA-1 and SHA-2 from RFC 1321 and FIPS 180-4, as a student writes them, with one mistake on demand. For tests only."""

import math


def primes(count):
    found = []
    number = 2
    while len(found) < count:
        if all(number % p for p in found):
            found.append(number)
        number += 1
    return found


def root_bits(prime, degree, bits):
    """The first bits of the fraction of a root, by Newton's method on integers."""
    n = prime << (degree * bits)
    x = 1 << (n.bit_length() // degree + 1)
    while True:
        y = ((degree - 1) * x + n // x ** (degree - 1)) // degree
        if y >= x:
            return x & ((1 << bits) - 1)
        x = y


class Sha2:
    def __init__(self, bits):
        self.bits = bits
        self.mask = (1 << bits) - 1
        self.block = 2 * bits
        self.k = [root_bits(p, 3, bits) for p in primes(64 if bits == 32 else 80)]
        self.turns = (((2, 13, 22), (6, 11, 25), (7, 18, 3), (17, 19, 10)) if bits == 32
                      else ((28, 34, 39), (14, 18, 41), (1, 8, 7), (19, 61, 6)))

    def ror(self, x, n, wrong):
        if wrong == "hash-rotations-wrong-way":
            n = self.bits - n
        return ((x >> n) | (x << (self.bits - n))) & self.mask

    def big(self, x, turns, wrong):
        return self.ror(x, turns[0], wrong) ^ self.ror(x, turns[1], wrong) ^ self.ror(x, turns[2], wrong)

    def small(self, x, turns, wrong):
        if wrong == "sha2-rotates-for-shift":
            return self.big(x, turns, wrong)
        return self.ror(x, turns[0], wrong) ^ self.ror(x, turns[1], wrong) ^ x >> turns[2]

    def rounds(self, h, w, wrong):
        w = list(w)
        for t in range(16, len(self.k)):
            w.append((self.small(w[t - 2], self.turns[3], wrong) + w[t - 7]
                      + self.small(w[t - 15], self.turns[2], wrong) + w[t - 16]) & self.mask)
        v = list(h)
        for t, k in enumerate(self.k):
            a, b, c, d, e, f, g, last = v
            t1 = last + self.big(e, self.turns[1], wrong) + (e & f ^ ~e & g) + k + w[t]
            t2 = self.big(a, self.turns[0], wrong) + (a & b ^ a & c ^ b & c)
            v = [(t1 + t2) & self.mask, a, b, c, (d + t1) & self.mask, e, f, g]
        return v


M32 = 0xFFFFFFFF


def rol(x, n, wrong):
    if wrong == "hash-rotations-wrong-way":
        n = 32 - n
    return (x << n | x >> (32 - n)) & M32


class Sha1:
    bits, mask, block = 32, M32, 64

    def rounds(self, h, w, wrong):
        w = list(w)
        for t in range(16, 80):
            x = w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16]
            w.append(x if wrong == "sha1-schedule-not-rotated" else rol(x, 1, wrong))
        a, b, c, d, e = h
        for t in range(80):
            k = (0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xCA62C1D6)[t // 20]
            part = 0 if wrong == "hash-one-function-for-all-rounds" else t // 20
            f = (b & c | ~b & d) if part == 0 else (b & c | b & d | c & d) if part == 2 else b ^ c ^ d
            a, b, c, d, e = (rol(a, 5, wrong) + (f & M32) + e + k + w[t]) & M32, a, rol(b, 30, wrong), c, d
        return [a, b, c, d, e]


class Md5:
    bits, mask, block = 32, M32, 64

    def rounds(self, h, w, wrong):
        a, b, c, d = h
        for i in range(64):
            part = 0 if wrong == "hash-one-function-for-all-rounds" else i // 16
            f = (lambda: b & c | ~b & d, lambda: b & d | c & ~d, lambda: b ^ c ^ d, lambda: c ^ (b | ~d & M32))[part]() & M32
            g = (i, 5 * i + 1, 3 * i + 5, 7 * i)[i // 16] % 16
            turn = ((7, 12, 17, 22), (5, 9, 14, 20), (4, 11, 16, 23), (6, 10, 15, 21))[i // 16][i % 4]
            x = (a + f + w[g] + int(abs(math.sin(i + 1)) * 2 ** 32)) & M32
            a, b, c, d = d, (b + rol(x, turn, wrong)) & M32, b, c
        return [a, b, c, d]


SHA_32, SHA_64 = Sha2(32), Sha2(64)
FIRST_32 = [root_bits(p, 2, 32) for p in primes(8)]
FIRST_64 = [root_bits(p, 2, 64) for p in primes(8)]
NEXT_64 = [root_bits(p, 2, 64) for p in primes(16)[8:]]
FOUR = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476]


def digest(name, msg, wrong=""):
    whole, initial, size = DESIGNS[name]
    if wrong in ("sha2-initial-value-of-longer", "sha2-longer-function"):
        initial = FIRST_32 if whole is SHA_32 else FIRST_64
    out = run(whole, initial, msg, wrong, "little" if name == "md5" else "big")
    return out if wrong in ("sha2-not-truncated", "sha2-longer-function") else out[:size]


def other(order):
    return "big" if order == "little" else "little"


def run(design, initial, msg, wrong, order):
    if wrong == "hash-of-hex-text":
        msg = msg.hex().encode()
    if wrong == "hash-of-hex-text/2":
        msg = msg.hex().upper().encode()
    if wrong == "hash-with-newline":
        msg += b"\n"
    if wrong == "hash-with-newline/2":
        msg += b"\r\n"
    if wrong == "hash-with-newline/3":
        msg = msg.hex().encode() + b"\n"
    if wrong == "hash-with-nul":
        msg += b"\0"
    size = design.block
    field = 16 if size == 128 and wrong != "sha512-length-in-8-bytes" else 8
    length = len(msg) if wrong == "hash-length-in-bytes" else 8 * len(msg)
    turned = wrong in ("sha-length-little-endian", "md5-length-big-endian")
    tail = length.to_bytes(field, other(order) if turned else order)
    data = bytearray(msg)
    data.append({"hash-no-80-after-message": 0, "hash-no-80-after-message/2": 1}.get(wrong, 0x80))
    if wrong == "hash-no-extra-block":
        data += bytes(-len(data) % size)
        data[-field:] = tail
    elif wrong == "hash-no-extra-block/2":
        while len(data) % size < size - field and len(data) % size != 0:
            data.append(0)
        data += tail
    else:
        while len(data) % size != size - field:
            data.append(0)
        if wrong == "hash-needless-block" and len(msg) % size == size - field - 1:
            data += bytes(size)
        data += tail
    word = design.bits // 8
    h = list(initial)
    read = other(order) if wrong in ("sha-words-little-endian", "md5-words-big-endian") else order
    for at in range(0, len(data) - size + 1, size):
        w = [int.from_bytes(data[at + i:at + i + word], read) for i in range(0, size, word)]
        start = list(initial) if wrong == "hash-blocks-not-chained" else h
        v = design.rounds(start, w, wrong)
        if wrong == "hash-not-added-to-chaining-value":
            h = v
        else:
            h = [(x + y) & design.mask for x, y in zip(start, v)]
    write = other(order) if wrong in ("sha-digest-little-endian", "md5-digest-big-endian") else order
    return b"".join(x.to_bytes(word, write) for x in h)


def initial_of(name):
    masked = [x ^ 0xA5A5A5A5A5A5A5A5 for x in FIRST_64]
    out = run(SHA_64, masked, name.encode(), "", "big")
    return [int.from_bytes(out[i:i + 8], "big") for i in range(0, 64, 8)]


DESIGNS = {
    "md5": (Md5(), FOUR, 16),
    "sha1": (Sha1(), FOUR + [0xC3D2E1F0], 20),
    "sha224": (SHA_32, [x & M32 for x in NEXT_64], 28),
    "sha256": (SHA_32, FIRST_32, 32),
    "sha384": (SHA_64, NEXT_64, 48),
    "sha512": (SHA_64, FIRST_64, 64),
    "sha512-224": (SHA_64, initial_of("SHA-512/224"), 28),
    "sha512-256": (SHA_64, initial_of("SHA-512/256"), 32),
}
