"""RSA from RFC 8017, as a student writes it, with one mistake on demand; and a test for primes. For tests only."""

import hashlib
import os

OIDS = {
    "MD5": "2a864886f70d0205", "SHA-1": "2b0e03021a", "SHA-224": "608648016503040204", "SHA-256": "608648016503040201",
    "SHA-384": "608648016503040202", "SHA-512": "608648016503040203",
}


class Refused(Exception):
    pass


def digest(sha, data):
    return hashlib.new(sha.replace("-", "").lower(), data).digest()


def number(data, order="big"):
    return int.from_bytes(data, order)


def octets(value, length=None, order="big"):
    return value.to_bytes(length or max(1, (value.bit_length() + 7) // 8), order)


def nonzero(count):
    out = b""
    while len(out) < count:
        out += os.urandom(count).replace(b"\0", b"")
    return out[:count]


def mgf1(sha, seed, size):
    out = b""
    counter = 0
    while len(out) < size:
        out += digest(sha, seed + counter.to_bytes(4, "big"))
        counter += 1
    return out[:size]


def xor(a, b):
    return bytes(x ^ y for x, y in zip(a, b))


def oaep(msg, k, sha, mgf, label):
    lhash = digest(sha, label)
    db = lhash + bytes(k - len(msg) - 2 * len(lhash) - 2) + b"\1" + msg
    seed = os.urandom(len(lhash))
    masked = xor(db, mgf1(mgf, seed, len(db)))
    return b"\0" + xor(seed, mgf1(mgf, masked, len(seed))) + masked


def textbook(q, encrypts, wrong):
    n = number(q["modulus"])
    x = q["msg"] if encrypts else q["ct"]
    if number(x) >= n:
        if wrong != "rsa-number-not-below-modulus":
            raise Refused("not below n")
        return octets(pow(number(x), number(q["publicExponent" if encrypts else "privateExponent"]), n))
    exponent = number(q["publicExponent"] if encrypts or wrong == "rsa-public-exponent-to-decrypt" else q["privateExponent"])
    x = number(x, "little" if wrong in ("rsa-little-endian", "rsa-little-endian/2") else "big")
    if wrong == "rsa-exclusive-or-for-power":
        return octets(x ^ exponent % n)
    if wrong == "rsa-exclusive-or-for-power/2":
        return octets((x ^ exponent) % n)
    if wrong == "rsa-product-for-power":
        return octets(x * exponent % n)
    # Of a large exponent nobody would see the end of it.
    if wrong == "rsa-not-reduced" and exponent < 20:
        return octets(x ** exponent)
    if wrong == "rsa-one-multiplication-off":
        exponent += 1
    if wrong == "rsa-one-multiplication-off/2":
        exponent -= 1
    y = pow(x, exponent, n)
    if wrong in ("rsa-little-endian/2", "rsa-little-endian/3"):
        return octets(y, len(q["modulus"]), "little")
    return octets(y)


def pkcs1_block(msg, k, wrong):
    room = k - len(msg) - 3
    if wrong == "rsa-pkcs1-no-padding":
        return msg
    if wrong == "rsa-pkcs1-zeros-for-padding":
        return b"\0\2" + bytes(room) + b"\0" + msg
    if wrong == "rsa-pkcs1-block-type-1-to-encrypt":
        return b"\0\1" + b"\xff" * room + b"\0" + msg
    if wrong == "rsa-pkcs1-no-separator":
        return b"\0\2" + nonzero(room + 1) + msg
    if wrong == "rsa-pkcs1-no-first-zero":
        return b"\2" + nonzero(room + 1) + b"\0" + msg
    if wrong == "rsa-pkcs1-block-not-filled":
        return b"\0\2" + nonzero(8) + b"\0" + msg
    if wrong == "rsa-pkcs1-zero-in-padding":
        return b"\0\2" + nonzero(9) + b"\0" + nonzero(room - 10) + b"\0" + msg
    if wrong == "rsa-oaep-for-pkcs1":
        return oaep(msg, k, "SHA-1", "SHA-1", b"")
    return b"\0\2" + nonzero(room) + b"\0" + msg


def oaep_block(q, msg, k, wrong):
    sha, mgf, label = q["sha"], q.get("mgfSha", q["sha"]), q.get("label", b"")
    if wrong == "rsa-pkcs1-for-oaep":
        return pkcs1_block(msg, k, "")
    if wrong == "rsa-pkcs1-no-padding":
        return msg
    if wrong == "rsa-oaep-label-left-out":
        label = b""
    if wrong == "rsa-oaep-other-hash-in-mgf1":
        mgf = "SHA-1" if mgf != "SHA-1" else "SHA-256"
    if wrong.startswith("rsa-oaep-other-hash") and "mgf1" not in wrong:
        sha = "SHA-1" if sha != "SHA-1" else "SHA-256"
    if wrong == "rsa-oaep-other-hash/2":
        mgf = sha
    return oaep(msg, k, sha, mgf, label)


def digest_info(sha, value, null=b"\5\0"):
    oid = bytes.fromhex(OIDS[sha])
    inner = b"\6" + bytes([len(oid)]) + oid + null
    body = b"\x30" + bytes([len(inner)]) + inner + b"\4" + bytes([len(value)]) + value
    return b"\x30" + bytes([len(body)]) + body


def signed_block(q, k, wrong):
    sha, msg = q["sha"], q["msg"]
    if wrong == "rsa-sign-digest-of-hex":
        msg = msg.hex().encode()
    if wrong == "rsa-sign-other-hash":
        sha = "SHA-1" if sha != "SHA-1" else "SHA-256"
    h = digest(sha, msg)
    if wrong == "rsa-sign-hashed-twice":
        h = digest(sha, h)
    t = digest_info(sha, h)
    if wrong == "rsa-sign-no-digest-info":
        t = h
    if wrong == "rsa-sign-message-not-hashed":
        t = msg
    if wrong == "rsa-sign-message-not-hashed/2":
        t = digest_info(sha, h)[:-len(h)] + msg
    if wrong == "rsa-sign-digest-as-hex":
        t = h.hex().encode()
    if wrong == "rsa-sign-wrong-object-identifier":
        other = "SHA-1" if sha != "SHA-1" else "SHA-256"
        t = digest_info(other, digest(other, b""))[:-len(digest(other, b""))] + h
    if wrong == "rsa-sign-no-null":
        t = digest_info(sha, h, b"")
    if wrong == "rsa-sign-md5-and-sha1":
        t = digest("MD5", msg) + digest("SHA-1", msg)
    room = k - len(t) - 3
    if wrong == "rsa-sign-no-padding":
        return t
    if wrong == "rsa-sign-no-padding/2":
        return h
    if wrong == "rsa-sign-zeros-for-padding":
        return b"\0\1" + bytes(room) + b"\0" + t
    if wrong == "rsa-sign-block-type-2":
        return b"\0\2" + nonzero(room) + b"\0" + t
    if wrong == "rsa-sign-no-separator":
        return b"\0\1" + b"\xff" * (room + 1) + t
    if wrong == "rsa-sign-no-first-zero":
        return b"\1" + b"\xff" * (room + 1) + b"\0" + t
    return b"\0\1" + b"\xff" * room + b"\0" + t


def pss(sha, mgf, salt_length, msg, bits):
    size = (bits + 7) // 8
    salt = os.urandom(salt_length)
    h = digest(sha, bytes(8) + digest(sha, msg) + salt)
    db = bytes(size - salt_length - len(h) - 2) + b"\1" + salt
    masked = bytearray(xor(db, mgf1(mgf, h, len(db))))
    masked[0] &= 0xFF >> (8 * size - bits)
    return bytes(masked) + h + b"\xbc"


def decrypt_pkcs1(em, wrong):
    if wrong == "rsa-pkcs1-padding-not-removed":
        return em
    if wrong == "rsa-pkcs1-padding-not-removed/2":
        return em.lstrip(b"\0")
    end = em.find(b"\0", 2)
    least = 2 if wrong == "rsa-pkcs1-short-padding-accepted" else 10
    if wrong != "rsa-pkcs1-padding-not-checked" and (em[:2] != b"\0\2" or end < least):
        raise Refused("padding")
    if wrong == "rsa-pkcs1-last-zero-taken":
        end = em.rfind(b"\0")
    return em[end:] if wrong == "rsa-pkcs1-separator-left" else em[end + 1:]


def verify(q, wrong):
    n, e = number(q["modulus"]), number(q["publicExponent"])
    k = (n.bit_length() + 7) // 8
    if len(q["sig"]) != k and wrong != "rsa-verify-length-not-checked":
        return False
    if number(q["sig"]) >= n and wrong not in ("rsa-verify-range-not-checked", "rsa-verify-anything-accepted"):
        return False
    em = octets(pow(number(q["sig"]), e, n), k)
    h = digest(q["sha"], q["msg"])
    if wrong == "rsa-verify-anything-accepted":
        return True
    if wrong == "rsa-verify-padding-not-checked":
        return em.endswith(digest_info(q["sha"], h))
    if wrong == "rsa-verify-hash-not-checked":
        end = em.find(b"\0", 2)
        return em[:end] == b"\0\1" + b"\xff" * (end - 2) and end > 9 and em[end + 1] == 0x30 and em.endswith(h)
    if wrong == "rsa-verify-only-digest-compared":
        return em.endswith(h)
    if wrong == "rsa-verify-rest-not-checked":
        end = em.find(b"\0", 2)
        return em[:2] == b"\0\1" and em[end + 1:].startswith(digest_info(q["sha"], h))
    return em == signed_block(q, k, "")


def verify_pss(q, wrong):
    n, e = number(q["modulus"]), number(q["publicExponent"])
    k, bits = (n.bit_length() + 7) // 8, n.bit_length() - 1
    if wrong == "rsa-verify-anything-accepted":
        return True
    if len(q["sig"]) != k or number(q["sig"]) >= n:
        return False
    em = octets(pow(number(q["sig"]), e, n), (bits + 7) // 8)
    size = len(digest(q["sha"], b""))
    masked, h = em[:-size - 1], em[-size - 1:-1]
    if em[-1] != 0xBC:
        return False
    db = bytearray(xor(masked, mgf1(q.get("mgfSha", q["sha"]), h, len(masked))))
    db[0] &= 0xFF >> (8 * len(em) - bits)
    end = bytes(db).find(b"\1")
    if end < 0 or any(db[:end]):
        return False
    salt = bytes(db[end + 1:])
    if wrong != "rsa-pss-salt-length-not-checked" and len(salt) != q["sLen"]:
        return False
    return digest(q["sha"], bytes(8) + digest(q["sha"], q["msg"]) + salt) == h


def is_prime(data, wrong):
    n = int.from_bytes(data, "big", signed=True)
    if wrong == "prime-negative-number":
        n = abs(n)
    if n < 2:
        return wrong == "prime-one" and n == 1
    if wrong == "prime-fermat-test-only":
        return all(n % a == 0 or pow(a, n - 1, n) == 1 for a in (2, 3)) if n > 3 else True
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def answer(op, q, wrong):
    if op == "prime-test":
        return is_prime(q["value"], wrong)
    if op.startswith("rsa-textbook"):
        return textbook(q, op.endswith("encrypt"), wrong)
    if op == "rsa-pkcs1-verify":
        return verify(q, wrong)
    if op == "rsa-pss-verify":
        return verify_pss(q, wrong)
    n, e = number(q["modulus"]), number(q["publicExponent"])
    k = (n.bit_length() + 7) // 8
    if op == "rsa-pkcs1-encrypt":
        return octets(pow(number(pkcs1_block(q["msg"], k, wrong)), e, n), k)
    if op == "rsa-oaep-encrypt":
        return octets(pow(number(oaep_block(q, q["msg"], k, wrong)), e, n), k)
    d = number(q["privateExponent"])
    if op == "rsa-pkcs1-decrypt":
        if wrong != "rsa-ciphertext-range-not-checked" and (len(q["ct"]) != k or number(q["ct"]) >= n):
            raise Refused("ciphertext")
        return decrypt_pkcs1(octets(pow(number(q["ct"]), d, n), k), wrong)
    if wrong == "rsa-sign-with-public-exponent":
        d = e
    if op == "rsa-pkcs1-sign" and wrong != "rsa-pss-for-pkcs1" or wrong == "rsa-pkcs1-for-pss":
        return octets(pow(number(signed_block(q, k, wrong)), d, n), k)
    sha = q["sha"]
    mgf, salt = q.get("mgfSha", sha), q.get("sLen", 20)
    if wrong == "rsa-pss-other-hash-in-mgf1":
        mgf = "SHA-1" if mgf != "SHA-1" else "SHA-256"
    if wrong == "rsa-pss-salt-of-other-length":
        salt += 3
    return octets(pow(number(pss(sha, mgf, salt, q["msg"], n.bit_length() - 1)), d, n), k)
