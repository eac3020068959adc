"""HMAC, HKDF, PBKDF2 and the PRF of TLS over a hash function, as a student writes them, with one mistake on demand. For tests only."""

import hashlib

import wrong_hash


def block_size(name):
    return wrong_hash.DESIGNS[name][0].block


def hmac(name, key, msg, wrong=""):
    def h(data):
        if wrong.startswith(("hash-", "sha", "md5-")):
            return wrong_hash.digest(name, data, wrong)
        return hashlib.new(name.replace("512-", "512_"), data).digest()

    size = 64 if wrong == "hmac-block-of-64-bytes-always" else block_size(name)
    if wrong == "hmac-key-as-hex-text":
        key = key.hex().encode()
    if wrong == "hmac-message-as-hex-text":
        msg = msg.hex().encode()
    if wrong == "hmac-key-as-hex-text/2":
        key, msg = key.hex().encode(), msg.hex().encode()
    if wrong == "hmac-key-before-message":
        return h(key + msg)
    if wrong == "hmac-key-after-message":
        return h(msg + key)
    if wrong == "hmac-long-key-not-hashed":
        key = key[:size]
    elif wrong == "hmac-long-key-not-hashed/2":
        pass
    elif len(key) > size or wrong == "hmac-key-always-hashed":
        key = h(key)
    if wrong != "hmac-key-not-padded":
        key = key.ljust(size, b"\0")
    ipad, opad = (0x5C, 0x36) if wrong == "hmac-pads-swapped" else (0x36, 0x5C)
    inner = h(bytes(b ^ ipad for b in key) + msg)
    if wrong == "hmac-inner-hash-only":
        return inner
    if wrong == "hmac-inner-digest-as-hex":
        inner = inner.hex().encode()
    return h(bytes(b ^ opad for b in key) + inner)


def truncate(tag, q, wrong):
    count = q.get("tagSize", 8 * len(tag)) // 8
    if wrong == "hmac-truncated-wrongly":
        return tag
    return tag[-count:] if wrong == "hmac-truncated-wrongly/2" else tag[:count]


def hkdf(name, ikm, salt, info, size, wrong):
    if wrong == "hkdf-salt-and-ikm-swapped":
        ikm, salt = salt, ikm
    prk = ikm if wrong == "hkdf-extract-left-out" else hmac(name, salt, ikm)
    if wrong == "hkdf-info-left-out":
        info = b""
    out, t = b"", b""
    counter = 0 if wrong == "hkdf-counter-from-0" else 1
    while len(out) < size:
        if wrong == "hkdf-without-previous-block":
            t = b""
        number = counter.to_bytes(4 if wrong == "hkdf-counter-of-4-bytes" else 1, "big")
        t = hmac(name, prk, t + info + number)
        out += t
        counter += 1
    return out[:size]


def pbkdf2(name, password, salt, count, size, wrong):
    if wrong == "pbkdf2-password-and-salt-swapped":
        password, salt = salt, password
    if wrong == "pbkdf2-iterations-off-by-one":
        count += 1
    if wrong == "pbkdf2-iterations-off-by-one/2":
        count -= 1
    out = b""
    index = 0 if wrong == "pbkdf2-index-from-0" else 1
    while len(out) < size:
        number = index.to_bytes(4, "little" if wrong == "pbkdf2-index-little-endian" else "big")
        if wrong == "pbkdf2-index-left-out":
            number = b""
        u = hmac(name, password, salt + number)
        total = int.from_bytes(u, "big")
        for _ in range(count - 1):
            u = hmac(name, password, u)
            total ^= int.from_bytes(u, "big")
        out += u if wrong == "pbkdf2-last-iteration-only" else total.to_bytes(len(u), "big")
        index += 1
    return out[:size]


def p_hash(name, secret, seed, size, wrong):
    a = seed if wrong == "tls-prf-first-a-skipped" else hmac(name, secret, seed)
    out = b""
    while len(out) < size:
        if wrong == "tls-prf-without-seed-behind-a":
            out += a
        elif wrong == "tls-prf-without-seed-behind-a/2":
            out += hmac(name, secret, a)
        else:
            out += hmac(name, secret, a + seed)
        if wrong != "tls-prf-a-not-iterated":
            a = hmac(name, secret, a)
    return out[:size]


def prf10(secret, label, seed, size):
    half = (len(secret) + 1) // 2
    left = p_hash("md5", secret[:half], label + seed, size, "")
    right = p_hash("sha1", secret[len(secret) - half:], label + seed, size, "")
    return bytes(a ^ b for a, b in zip(left, right))


NAMES = {"SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512"}


def prf12(q, secret, label, seed, size, wrong):
    name = NAMES[q.get("sha", "SHA-256")]
    label = label.encode("ascii")
    if wrong == "tls-prf-of-tls10":
        return prf10(secret, label, seed, size)
    if wrong == "tls-prf-always-sha256":
        name = "sha256"
    if wrong == "tls-prf-label-left-out":
        label = b""
    if wrong == "tls-prf-label-with-nul":
        label += b"\0"
    if wrong == "tls-prf-seed-before-label":
        label, seed = seed, label
    return p_hash(name, secret, label + seed, size, wrong)


def tls(op, q, wrong):
    if op == "tls10-prf":
        if wrong == "tls-prf-of-tls12":
            return prf12(q, q["secret"], q["label"], q["seed"], q["size"], "")
        return prf10(q["secret"], q["label"].encode("ascii"), q["seed"], q["size"])
    if op == "tls12-prf":
        return prf12(q, q["secret"], q["label"], q["seed"], q["size"], wrong)
    if op == "tls12-verify-data":
        label, seed = q["label"], q["handshakeHash"]
        if wrong == "tls-finished-labels-swapped":
            label = "server finished" if label == "client finished" else "client finished"
        if wrong == "tls-handshake-hash-hashed-again":
            seed = wrong_hash.digest(NAMES[q.get("sha", "SHA-256")], seed)
        return prf12(q, q["masterSecret"], label, seed, 12, wrong)
    size = {"tls-master-secret-cut": 46, "tls-master-secret-cut/2": 32}.get(wrong, 48)
    if op == "tls12-extended-master-secret":
        return prf12(q, q["premasterSecret"], "extended master secret", q["sessionHash"], size, wrong)
    client, server = q["clientRandom"], q["serverRandom"]
    if op == "tls12-master-secret":
        secret = q["premasterSecret"]
        if wrong == "tls-premaster-secret-without-version":
            secret = secret[2:]
        if wrong == "tls-master-secret-randoms-in-wrong-order":
            client, server = server, client
        if wrong == "tls-key-block-for-master-secret":
            return prf12(q, secret, "key expansion", server + client, 48, "")
        if wrong == "tls-key-block-for-master-secret/2":
            return prf12(q, secret, "key expansion", client + server, 48, "")
        return prf12(q, secret, "master secret", client + server, size, wrong)
    secret = q["masterSecret"]
    if wrong == "tls-master-secret-derived-twice":
        secret = prf12(q, secret, "master secret", client + server, 48, "")
    if wrong == "tls-key-block-randoms-in-wrong-order":
        client, server = server, client
    if wrong == "tls-master-secret-for-key-block":
        return prf12(q, secret, "master secret", client + server, q["size"], "")
    if wrong == "tls-master-secret-for-key-block/2":
        return prf12(q, secret, "master secret", server + client, q["size"], "")
    return prf12(q, secret, "key expansion", server + client, q["size"], wrong)


def is_tag(right, given, wrong):
    if wrong == "hmac-tag-not-checked":
        return True
    if wrong == "hmac-tag-compared-in-part":
        return len(given) > 3 and given[:4] == right[:4]
    if wrong == "hmac-empty-tag-accepted":
        return right.startswith(given)
    return len(given) > 0 and right.startswith(given)


def answer(op, q, wrong):
    if op.startswith("tls"):
        return tls(op, q, wrong)
    if op.endswith("-verify"):
        return is_tag(hmac(op[5:-7], q["key"], q["msg"], ""), q["tag"], wrong)
    if op.startswith("hmac-"):
        return truncate(hmac(op[5:], q["key"], q["msg"], wrong), q, wrong)
    if op.startswith("hkdf-"):
        return hkdf(op[5:], q["ikm"], q["salt"], q["info"], q["size"], wrong)
    return pbkdf2(op[12:], q["password"], q["salt"], q["iterationCount"], q["dkLen"], wrong)
