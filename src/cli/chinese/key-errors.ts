/** What the readers of DER, PEM, JWK and key files say, in Chinese; ASN.1's own names stay as they are. */

export const KEY_SENTENCES = {
  'expected one such as PRIVATE KEY, got {got}': '应为 PRIVATE KEY 这样的标签，却是 {got}',
  'expected an object identifier such as 1.2.840.113549.1.1.1, got {got}':
    '应为 1.2.840.113549.1.1.1 这样的对象标识符，却是 {got}',
  'expected a tag number from 0 to 30, got {got}': '标签号应为 0 到 30，却是 {got}',
  'expected {count} zero bits at the end, got ones': '末尾 {count} 比特应为 0，却不是',
  'expected at most {most} characters, got {count}': '至多 {most} 个字符，却有 {count} 个',
  'expected at most {most} blocks, got more': '至多 {most} 段，却不止',
  'expected at most {limit} until byte {at}, got more': '到字节 {at} 为止至多 {limit}，却不止',
  'expected {end} for this block, got {got}': '这一段应以 {end} 结束，却是 {got}',
  'expected base64, got {got}': '应为 base64，却是 {got}',
  'expected the end of the base64, got characters too many or too few; the block was cut or changed':
    'base64 应在此结束，字符却多了或少了；这一段被截断或改动过',

  'expected PEM, which has a line -----BEGIN …-----, or DER, or a JWK, got the text {got}':
    '应为 PEM（其中有 -----BEGIN …----- 一行）、DER 或 JWK，却是文本 {got}',
  'expected PEM, which has a line -----BEGIN …-----, or DER, or a JWK, got {got}':
    '应为 PEM（其中有 -----BEGIN …----- 一行）、DER 或 JWK，却是 {got}',
  'expected a PKCS#1, PKCS#8 or SPKI key, got {got}': '应为 PKCS#1、PKCS#8 或 SPKI 密钥，却是 {got}',
  'expected a private key, got a public one': '应为私钥，却是公钥',
  'expected a public key, got a private one': '应为公钥，却是私钥',
  'expected a {kind} key, got a {other} one': '应为 {kind} 密钥，却是 {other} 密钥',
  'expected a block of {labels}, got {got}; openssl x509 -noout -pubkey takes its public key out':
    '应为 {labels}，却是 {got}；用 openssl x509 -noout -pubkey 可取出其中的公钥',
  'expected a block of {labels}, got {got}; ssh-keygen -p -m PKCS8 -f FILE rewrites it, best on a copy':
    '应为 {labels}，却是 {got}；用 ssh-keygen -p -m PKCS8 -f FILE 可改写它（最好先复制一份）',
  'expected a block of {labels}, got {got}; only RSA keys are read':
    '应为 {labels}，却是 {got}；只支持 RSA 密钥',
  'expected {form} under {label}, got what looks like {other}, whose label is {right}':
    '{label} 之下应为 {form}，里面却像是 {other}，它的标签应是 {right}',
  'expected a block of {labels}, got none': '应为 {labels}，却一段也没有',
  'expected a block of {labels}, got {got}': '应为 {labels}，却是 {got}',
  "expected a key such as { algorithm: 'rsa', rsa: { n, e } }, got {got}":
    '应为 { algorithm: "rsa", rsa: { n, e } } 这样的密钥，却是 {got}',
  'expected an RSA key, got {name} ({oid})': '应为 RSA 密钥，却是 {name}（{oid}）',
  'expected a plain RSA key, got RSASSA-PSS, which is for signatures':
    '应为普通的 RSA 密钥，却是只供签名用的 RSASSA-PSS 密钥',
  'expected a plain RSA key, got RSASSA-PSS, whose restriction PKCS#1 cannot hold; write PKCS#8 or SPKI':
    '应为普通的 RSA 密钥，却是 RSASSA-PSS 密钥，它的限制 PKCS#1 写不下；请改用 PKCS#8 或 SPKI',
  'expected a plain RSA key, got RSASSA-PSS, whose restriction a JWK cannot hold; write PKCS#8 or SPKI':
    '应为普通的 RSA 密钥，却是 RSASSA-PSS 密钥，它的限制 JWK 写不下；请改用 PKCS#8 或 SPKI',
  'expected its primes, which PKCS#1 and PKCS#8 hold, got n, e and d alone; a JWK can do without':
    'PKCS#1 和 PKCS#8 要写出素数，却只有 n、e、d；JWK 可以没有素数',

  'expected at most {count} primes, got {got}': '至多 {count} 个素数，却有 {got} 个',
  'expected at most {bits} bits, got more': '至多 {bits} 比特，却更长',
  'expected {what}, got another number; the key is damaged': '应满足：{what}，却不是；密钥已损坏',

  'expected JSON, got text that is none': '应为 JSON，却不是',
  'expected one key, got a set of keys': '应为一个密钥，却是一组密钥',
  'expected "RSA", got none': '应为 "RSA"，却没有',
  'expected "RSA", got {got}': '应为 "RSA"，却是 {got}',
  'expected a JSON object, got {got}': '应为 JSON 对象，却是 {got}',
  'expected an array of primes, got {got}': '应为素数的数组，却是 {got}',
  'expected base64url, got none': '应为 base64url，却没有',
  'expected base64url, got {got}': '应为 base64url，却是 {got}',
  'expected base64url without padding, got {got}': '应为末尾没有 = 的 base64url，却是 {got}',
  'expected a positive number without leading zero bytes, got nothing':
    '应为前面没有 0 字节的正数，却什么也没有',
  'expected a positive number without leading zero bytes, got {got}': '应为前面没有 0 字节的正数，却不是',

  'expected {list}, got {got}; openssl pkcs8 -topk8 writes one that is read':
    '应为 {list}，却是 {got}；用 openssl pkcs8 -topk8 可改写成能读的文件',
  'expected {what}, got {got}; openssl pkcs8 -topk8 -v2 aes-256-cbc writes one that is read':
    '应为 {what}，却是 {got}；用 openssl pkcs8 -topk8 -v2 aes-256-cbc 可改写成能读的文件',
  'expected whole blocks of {size} bytes of {cipher}, got {got} bytes':
    '{cipher} 应为整数个 {size} 字节的块，却是 {got} 字节',
  'expected whole blocks of {size} bytes, got {got} bytes': '应为整数个 {size} 字节的块，却是 {got} 字节',
  'expected the {count} bytes of {cipher}, got {got}': '{cipher} 需要 {count} 字节，却是 {got} 字节',
  'expected {count} bytes, got {got}': '应为 {count} 字节，却是 {got} 字节',
  'expected the one that encrypted this key, got another, or the file was changed':
    '应为加密此密钥时所用的，却不是；也可能文件被改动过',
  'expected the one that encrypted this key ({cipher}), got none':
    '此密钥已用 {cipher} 加密，需要口令，却没有给出',

  'expected a hash of the SHA-1 or SHA-2 family, got {got}': '应为 SHA-1 或 SHA-2 一族的散列函数，却是 {got}',
  'expected MGF1 ({oid}), got {got}': '应为 MGF1（{oid}），却是 {got}',
  'expected 1, which stands for bc, got {got}': '应为 1（代表 bc），却是 {got}',
  'expected {what} with this key, got another': '这个密钥只能用于 {what}，却要作他用',

  'expected {what} at byte {at}, got {got}': '字节 {at} 处应为 {what}，却是 {got}',
};

export const KEY_NAMES = {
  'key file': '密钥文件',
  'decrypted key': '解密后的密钥',
  passphrase: '口令',
  number: '标签号',
  form: '格式',
  scheme: '方案',
  'PEM line {line}': 'PEM 第 {line} 行',
  'RSA {number}': 'RSA 密钥的 {number}',
  'RSA key': 'RSA 密钥',
  'encrypted PKCS#8 encryptedData': '加密的 PKCS#8 的 encryptedData',
  'encrypted PKCS#8': '加密的 PKCS#8',
  'PKCS#1 modulus': 'PKCS#1 模数 n (modulus)',
  'PKCS#1 publicExponent': 'PKCS#1 公钥指数 e (publicExponent)',
  'PKCS#1 privateExponent': 'PKCS#1 私钥指数 d (privateExponent)',
  'PKCS#1 version': 'PKCS#1 版本 (version)',
  'PKCS#8 version': 'PKCS#8 版本 (version)',
  'PBKDF2 iterationCount': 'PBKDF2 迭代次数 (iterationCount)',
  'PBKDF2 keyLength': 'PBKDF2 密钥长度 (keyLength)',
  'encryption of the key': '密钥的加密方式',
  'key derivation of the key': '密钥加密所用的密钥派生函数',
  'prf of the key': '密钥加密所用的 PRF',
  'cipher of the key': '密钥加密所用的密码',
  '{part} of the key': '密钥的 {part}',
};

/** Pieces of these sentences. */
export const KEY_FINDINGS = {
  'PRIVATE KEY, ENCRYPTED PRIVATE KEY, RSA PRIVATE KEY, PUBLIC KEY or RSA PUBLIC KEY':
    'PRIVATE KEY、ENCRYPTED PRIVATE KEY、RSA PRIVATE KEY、PUBLIC KEY 或 RSA PUBLIC KEY',
  'PRIVATE KEY, ENCRYPTED PRIVATE KEY or RSA PRIVATE KEY':
    'PRIVATE KEY、ENCRYPTED PRIVATE KEY 或 RSA PRIVATE KEY',
  'PUBLIC KEY or RSA PUBLIC KEY': 'PUBLIC KEY 或 RSA PUBLIC KEY',
  'the end of the text': '文件末尾',
  'nothing more': '末尾',
  'no octet': '一个字节也没有',
  'no prime': '一个素数也没有',
  'a negative one': '负数',
  'a long one': '很大的数',
  '{count} levels of nesting': '{count} 层嵌套',
  '{count} elements': '{count} 个元素',
  'an element': '一个元素',
  'at least one prime': '至少一个素数',
  'at least one octet of the INTEGER': '至少一个字节的 INTEGER',
  'at least one octet of the OBJECT IDENTIFIER': '至少一个字节的 OBJECT IDENTIFIER',
  'an OBJECT IDENTIFIER of at most {count} octets': '至多 {count} 字节的 OBJECT IDENTIFIER',
  'the shortest form of the INTEGER': '写法最短的 INTEGER',
  'the shortest form of the length': '写法最短的长度',
  'the shortest form of an arc': '写法最短的分量',
  'the last octet of an arc': '分量的末字节',
  'a positive INTEGER': '正的 INTEGER',
  'an INTEGER from {least} to {most}': '{least} 到 {most} 的 INTEGER',
  'a count from {least} to {most}': '{least} 到 {most} 的个数',
  'a definite length': '确定的长度',
  'a length of at most {count} octets': '至多 {count} 字节的长度',
  'a tag number below 31': '小于 31 的标签号',
  '{count} zero bits at the end': '末尾的 {count} 个 0 比特',
  '{hex} (indefinite, which only BER allows)': '{hex}（不定长，只有 BER 允许）',
  '{hex} ({count} octets)': '{hex}（{count} 字节）',
  '{hex}, which announces more bytes': '{hex}，后面还有标签的字节',
  'a tag of several bytes (1f)': '多字节的标签 (1f)',
  'a {type} ({hex})': '{type} ({hex})',
  'an {type} ({hex})': '{type} ({hex})',
  '00 or ff': '00 或 ff',
  'UTF-16 text; save it as UTF-8': 'UTF-16 文本；请另存为 UTF-8',
  'an OpenSSH public key; ssh-keygen -e -m PKCS8 -f FILE rewrites it':
    'OpenSSH 公钥；用 ssh-keygen -e -m PKCS8 -f FILE 可改写它',
  'a PKCS#8 key': 'PKCS#8 密钥',
  'an encrypted PKCS#8 key': '加密的 PKCS#8 密钥',
  'a PKCS#1 private key': 'PKCS#1 私钥',
  'a PKCS#1 public key': 'PKCS#1 公钥',
  'an SPKI key': 'SPKI 公钥',
  'what may be a certificate': '别的内容，可能是证书',
  'what may be an elliptic-curve key (SEC 1)': '别的内容，可能是椭圆曲线密钥 (SEC 1)',
  'a SEQUENCE of something else': '装着别的内容的 SEQUENCE',
  'the product of odd primes': 'n 是奇素数之积',
  'an odd number from 3 to n - 1': 'e 是 3 到 n - 1 的奇数',
  'a number below n': 'd 小于 n',
  'one that undoes e': 'd 与 e 互逆',
  'odd primes': 'p、q 等是奇素数',
  'the product of the primes': 'n 是各素数之积',
  'e * d = 1 modulo each prime less 1': '对每个素数 r，e * d = 1 mod (r - 1)',
  'e * dP = 1 modulo p - 1': 'e * dP = 1 mod (p - 1)',
  'e * dQ = 1 modulo q - 1': 'e * dQ = 1 mod (q - 1)',
  'q * qInv = 1 modulo p': 'q * qInv = 1 mod p',
  'HMAC with SHA-1 or SHA-2': 'HMAC 配 SHA-1 或 SHA-2',
};
