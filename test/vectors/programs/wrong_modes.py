"""Modes, paddings, GCM, RC4 and XOR from their standards, as a student writes them, with one mistake on demand. For tests only."""

import wrong_aes
import wrong_des


def xor(a, b):
    return bytes(x ^ y for x, y in zip(a, b))


def blocks(data, size):
    return [data[i:i + size] for i in range(0, len(data), size)]


def pad(kind, msg, size, wrong=""):
    full = size - len(msg) % size
    kinds = {"padding-zeros-instead": "zero", "padding-x923-instead": "ansi-x923",
             "padding-iso-instead": "iso-7816-4", "padding-pkcs7-instead": "pkcs7"}
    kind = kinds.get(wrong, kind)
    if wrong == "padding-not-on-full-blocks" and full == size:
        return msg
    if wrong == "padding-to-16-always":
        size = 16
        full = 16 - len(msg) % 16
    count = full - 1 if wrong == "padding-count-too-small" else full
    if kind == "pkcs7":
        return msg + bytes([count]) * full
    if kind == "ansi-x923":
        return msg + bytes(full - 1) + bytes([count])
    if kind == "iso-7816-4":
        return msg + b"\x80" + bytes(full - 1)
    if full == size and wrong != "padding-full-block-of-zeros":
        return msg
    return msg + bytes(full)


class Refused(Exception):
    pass


CARELESS = ("padding-partial-block-accepted", "padding-zero-count-accepted", "padding-longer-than-block-accepted",
            "padding-only-last-byte-checked")


def careless_unpad(kind, data, size, wrong):
    """All checks but one; the second way slices from the end, as Python does it."""
    left_out = wrong[:-2] if wrong.endswith("/2") else wrong
    if (not data or len(data) % size) and left_out != "padding-partial-block-accepted":
        raise Refused("not whole blocks")
    count = data[-1] if data else 0
    if data and count == 0 and left_out != "padding-zero-count-accepted":
        raise Refused("count")
    if count > size and left_out != "padding-longer-than-block-accepted":
        raise Refused("count")
    filler = count if kind == "pkcs7" else 0
    if left_out == "padding-longer-than-block-accepted" and count > size:
        pass
    elif any(b != filler for b in data[len(data) - count:-1]) and left_out != "padding-only-last-byte-checked":
        raise Refused("filler")
    if wrong.endswith("/2"):
        return data[:-count] if count else data[:-0]
    return data[:max(0, len(data) - count)]


ISO_CARELESS = ("padding-longer-than-block-accepted", "padding-marker-not-checked", "padding-behind-marker-not-checked")


def careless_iso(data, size, wrong):
    marked = data.rstrip(b"\0")
    if wrong != "padding-longer-than-block-accepted" and len(data) - len(marked) >= size:
        raise Refused("no marker")
    if wrong == "padding-behind-marker-not-checked":
        if b"\x80" not in data[-size:]:
            raise Refused("no marker")
        return data[:data.rindex(b"\x80")]
    if wrong == "padding-longer-than-block-accepted" and marked[-1:] != b"\x80":
        raise Refused("no marker")
    return marked[:-1]


def unpad(kind, data, size, wrong=""):
    if wrong == "padding-not-removed":
        return data
    if kind in ("pkcs7", "ansi-x923") and wrong.startswith(CARELESS):
        return careless_unpad(kind, data, size, wrong)
    if wrong == "padding-all-equal-bytes-removed":
        return data.rstrip(data[-1:])
    if wrong == "padding-zeros-removed":
        return data.rstrip(b"\0")
    if len(data) % size:
        raise Refused("not whole blocks")
    if kind == "iso-7816-4" and wrong in ISO_CARELESS and data:
        return careless_iso(data, size, wrong)
    if kind == "zero":
        return data.rstrip(b"\0") if data[-size:].strip(b"\0") else data[:-size]
    if not data:
        raise Refused("empty")
    last = data[-size:]
    if kind == "iso-7816-4":
        marked = last.rstrip(b"\0")
        if marked[-1:] != b"\x80":
            raise Refused("padding")
        return data[:len(data) - size + len(marked) - 1]
    count = last[-1]
    filler = count if kind == "pkcs7" else 0
    if not 1 <= count <= size or any(b != filler for b in last[-count:-1]):
        raise Refused("padding")
    if wrong == "padding-count-off-by-one":
        return data[:-(count + 1)]
    if wrong == "padding-count-off-by-one/2":
        return data[:len(data) - (count - 1)]
    return data[:-count]


def add(block, n, wrong=""):
    if wrong == "ctr-not-incremented":
        return block
    if wrong == "ctr-little-endian":
        value = int.from_bytes(block, "little") + n
        return (value % (1 << 8 * len(block))).to_bytes(len(block), "little")
    if wrong == "ctr-only-last-byte":
        return block[:-1] + bytes([(block[-1] + n) % 256])
    if wrong == "ctr-only-last-word":
        return block[:-4] + ((int.from_bytes(block[-4:], "big") + n) % (1 << 32)).to_bytes(4, "big")
    if wrong == "ctr-only-last-word/2":
        return block[:-8] + ((int.from_bytes(block[-8:], "big") + n) % (1 << 64)).to_bytes(8, "big")
    return ((int.from_bytes(block, "big") + n) % (1 << 8 * len(block))).to_bytes(len(block), "big")


def run_mode(mode, direction, E, D, iv, data, size, wrong):
    out = b""
    encrypts = direction == "encrypt"
    if mode == "cbc" and wrong == "cbc-as-ecb":
        mode = "ecb"
    if wrong == "cfb-as-ofb":
        mode = "ofb"
    if wrong == "ofb-as-cfb":
        mode = "cfb"
    if wrong == "iv-ignored":
        iv = bytes(size)
    if mode == "ecb":
        return b"".join((E if encrypts else D)(b) for b in blocks(data, size))
    if mode == "cbc":
        previous = iv
        for block in blocks(data, size):
            if wrong == "cbc-xor-after-encryption":
                if encrypts:
                    previous = xor(E(block), previous)
                    out += previous
                else:
                    out += D(xor(block, previous))
                    previous = block
                continue
            made = E(xor(block, previous)) if encrypts else xor(D(block), previous)
            out += made
            plain, cipher = (block, made) if encrypts else (made, block)
            if wrong == "cbc-iv-reused":
                previous = iv
            elif wrong == "cbc-chained-with-plaintext":
                previous = plain
            else:
                previous = cipher
        return out
    if wrong == "stream-mode-with-inverse-cipher":
        E = D
    if wrong == "cfb-8":
        register = iv
        for byte in data:
            made = byte ^ E(register)[0]
            out += bytes([made])
            register = register[1:] + bytes([made if encrypts else byte])
        return out
    register = iv
    if wrong == "ctr-one-too-late":
        register = add(register, 1)
    for number, block in enumerate(blocks(data, size)):
        if mode == "ctr":
            stream = E(add(register, number, wrong))
            out += xor(block, stream)
            continue
        if wrong == "last-partial-block-lost" and len(block) < size:
            break
        stream = E(register)
        made = xor(block, stream)
        out += made
        if mode == "ofb":
            register = stream
        elif wrong == "cfb-feeds-back-plaintext":
            register = block if encrypts else made
        elif wrong != "cfb-not-chained":
            register = made if encrypts else block
    if wrong == "last-partial-block-lost":
        out = out[:len(data) - len(data) % size]
    return out


def gf_mul(x, y):
    z, v = 0, y
    for i in range(128):
        if x >> (127 - i) & 1:
            z ^= v
        v = v >> 1 ^ (0xE1 << 120 if v & 1 else 0)
    return z


def mirror(data):
    return bytes(int(format(b, "08b")[::-1], 2) for b in data)


def ghash(h, data, wrong):
    turn = mirror if wrong == "gcm-bits-reflected" else bytes
    y, key = 0, int.from_bytes(turn(h), "big")
    for block in blocks(data, 16):
        y = gf_mul(y ^ int.from_bytes(turn(block), "big"), key)
    return turn(y.to_bytes(16, "big"))


def fill(data):
    return data + bytes(-len(data) % 16)


def gcm(E, iv, aad, data, encrypts, wrong):
    """The text and the tag."""
    h = E(bytes(16))
    if len(iv) == 12 and wrong != "gcm-short-iv-hashed":
        j0 = iv + b"\0\0\0\1"
    else:
        j0 = ghash(h, fill(iv) + bytes(8) + (8 * len(iv)).to_bytes(8, "big"), wrong)
    first = 0 if wrong == "gcm-starts-at-j0" else 1
    out = b"".join(xor(block, E(add(j0, first + n, "ctr-only-last-word"))) for n, block in enumerate(blocks(data, 16)))
    c = out if encrypts != (wrong == "gcm-plaintext-hashed") else data
    if wrong == "gcm-aad-left-out":
        aad = b""
    unit = 1 if wrong == "gcm-lengths-in-bytes" else 8
    lengths = [(unit * len(aad)).to_bytes(8, "big"), (unit * len(c)).to_bytes(8, "big")]
    if wrong == "gcm-lengths-swapped":
        lengths.reverse()
    hashed = fill(c) + fill(aad) if wrong == "gcm-text-before-aad" else fill(aad) + fill(c)
    if wrong == "gcm-not-filled-to-blocks":
        hashed = fill(aad + c)
    if wrong != "gcm-no-length-block":
        hashed += b"".join(lengths)
    tag = ghash(h, hashed, wrong)
    return out, tag if wrong == "gcm-tag-not-masked" else xor(tag, E(j0))


def rc4(key, msg, offset, wrong):
    s = list(range(256))
    j = 0
    if wrong == "rc4-key-not-repeated":
        key = key + bytes(256 - len(key))
    for i in range(256):
        j = (j + s[i] + key[i % len(key)]) % 256
        if wrong != "rc4-no-swap-in-schedule":
            s[i], s[j] = s[j], s[i]
    if wrong != "rc4-j-not-reset":
        j = 0
    i = 0
    stream = []
    if wrong == "rc4-offset-ignored":
        offset = 0
    if wrong == "rc4-first-byte-dropped":
        offset += 1
    for _ in range(offset + len(msg)):
        if wrong != "rc4-i-starts-too-low":
            i = (i + 1) % 256
        j = (j + s[i]) % 256
        if wrong != "rc4-no-swap-in-stream":
            s[i], s[j] = s[j], s[i]
        t = (s[i] + s[j]) % 256
        stream.append(t if wrong == "rc4-sum-instead-of-lookup" else s[t])
        if wrong == "rc4-i-starts-too-low":
            i = (i + 1) % 256
    return xor(msg, stream[offset:])


def xor_cipher(key, msg, wrong):
    if wrong == "xor-key-as-hex-text":
        key = key.hex().encode()
    if wrong == "xor-first-key-byte-only":
        key = key[:1]
    if wrong == "xor-key-not-repeated":
        return xor(key, msg) + msg[len(key):]
    if wrong == "xor-key-not-repeated/2":
        return xor(key, msg)
    if wrong == "xor-added-instead":
        return bytes((b + key[i % len(key)]) % 256 for i, b in enumerate(msg))
    return bytes(b ^ key[i % len(key)] for i, b in enumerate(msg))


def answer(op, q, wrong):
    if op == "xor":
        return xor_cipher(q["key"], q["msg"], wrong)
    if op == "rc4":
        return rc4(q["key"], q["msg"], q.get("offset", 0), wrong)
    if op.endswith("-unpad"):
        return unpad(op[:-6], q["msg"], q["blockSize"], wrong)
    if op.endswith("-pad"):
        return pad(op[:-4], q["msg"], q["blockSize"], wrong)
    parts = op.split("-")
    cipher = wrong_aes if parts[0] == "aes" else wrong_des
    size = 16 if parts[0] == "aes" else 8
    key, mode, direction = q["key"], parts[1], parts[-1]

    def E(block):
        return cipher.encrypt(key, block, wrong)

    def D(block):
        return cipher.decrypt(key, block, wrong)

    if mode == "gcm":
        if direction == "encrypt":
            ct, tag = gcm(E, q["iv"], q["aad"], q["msg"], True, wrong)
            tag = tag[:q.get("tagSize", 128) // 8]
            if wrong == "gcm-no-tag":
                return ct
            return tag + ct if wrong == "gcm-tag-first" else ct + tag
        msg, tag = gcm(E, q["iv"], q["aad"], q["ct"], False, wrong)
        checked = gcm(E, q["iv"], q["aad"], q["ct"], False, "")[1] if wrong else tag
        compared = 4 if wrong == "gcm-tag-compared-in-part" else len(q["tag"])
        if wrong != "gcm-tag-not-checked" and checked[:compared] != q["tag"][:compared]:
            raise Refused("tag")
        return msg
    data = q["msg"] if direction == "encrypt" else q["ct"]
    padded = parts[2] == "pkcs7"
    if direction == "encrypt" and (padded or wrong == "padding-not-asked-for"):
        data = pad("pkcs7", data, size, wrong)
    if mode in ("ecb", "cbc") and len(data) % size:
        raise Refused("not whole blocks")
    iv = q.get("iv")
    out = run_mode(mode, direction, E, D, iv, data, size, wrong)
    if wrong == "iv-before-ciphertext":
        out = iv + out
    if padded and direction == "decrypt":
        out = unpad("pkcs7", out, size, wrong)
    return out
