/** What number theory, RSA and Diffie–Hellman say, in Chinese. */

export const RSA_SENTENCES = {
  'expected a modulus n of at most {most} bits, got {count}': '模数 n 至多 {most} 比特，却有 {count} 比特',
  'expected an odd modulus n of at least 15, got an even one': '模数 n 应为不小于 15 的奇数，却是偶数',
  'expected an odd modulus n of at least 15, got a smaller one': '模数 n 应为不小于 15 的奇数，却更小',
  'expected an odd modulus n of at least 15, got {got}': '模数 n 应为不小于 15 的奇数，却是 {got}',
  'expected an odd exponent e from 3 to n - 1, got an even one; 65537 is usual':
    '公钥指数 e 应为 3 到 n - 1 的奇数，却是偶数；通常用 65537',
  'expected an odd exponent e from 3 to n - 1, got a smaller one; 65537 is usual':
    '公钥指数 e 应为 3 到 n - 1 的奇数，却更小；通常用 65537',
  'expected an odd exponent e from 3 to n - 1, got a larger one; 65537 is usual':
    '公钥指数 e 应为 3 到 n - 1 的奇数，却更大；通常用 65537',
  'expected an odd exponent e from 3 to n - 1, got {got}; 65537 is usual':
    '公钥指数 e 应为 3 到 n - 1 的奇数，却是 {got}；通常用 65537',
  'expected a private exponent d from 1 to n - 1, got another': '私钥指数 d 应为 1 到 n - 1 的数，却不是',
  'expected primes p and q with p * q = n, got others': '素数 p 与 q 之积应为 n，却不是',
  'expected dP and qInv from 1 to p - 1 and dQ from 1 to q - 1, got others':
    'dP 和 qInv 应为 1 到 p - 1 的数，dQ 应为 1 到 q - 1 的数，却不是',
  'expected numbers that belong together, got a result whose e-th power mod n is not what it was made from; check the key':
    '密钥里的各个数应彼此相符，可是结果的 e 次方 mod n 不是原来的数；请检查密钥',
  'expected a number from 0 to n - 1, got a negative one': '应为 0 到 n - 1 的数，却是负数',
  'expected a number from 0 to n - 1, got one that is not below n': '应为 0 到 n - 1 的数，却不小于 n',
  'expected a number from 0 to n - 1, got {got}': '应为 0 到 n - 1 的数，却是 {got}',

  'expected a modulus of at least {least} bytes for PKCS#1 v1.5 padding, got {count}; use a longer key':
    'PKCS#1 v1.5 填充要求模数至少 {least} 字节，却只有 {count} 字节；请用更长的密钥',
  'expected a modulus of at least {least} bytes for OAEP and {hash}, got {count}; use a longer key':
    'OAEP 配 {hash} 要求模数至少 {least} 字节，却只有 {count} 字节；请用更长的密钥',
  'expected a modulus of at least {least} bytes for {padding}, got {count}; use a longer key':
    '{padding} 要求模数至少 {least} 字节，却只有 {count} 字节；请用更长的密钥',
  'expected at most {most} bytes for a key of {bits} bits with PKCS#1 v1.5 padding, got {count}; encrypt a symmetric key with RSA, and the message with that':
    '{bits} 比特的密钥用 PKCS#1 v1.5 填充至多加密 {most} 字节，却有 {count} 字节；请用 RSA 加密一个对称密钥，再用它加密消息',
  'expected at most {most} bytes for a key of {bits} bits with OAEP and {hash}, got {count}; encrypt a symmetric key with RSA, and the message with that':
    '{bits} 比特的密钥用 OAEP 配 {hash} 至多加密 {most} 字节，却有 {count} 字节；请用 RSA 加密一个对称密钥，再用它加密消息',
  'expected at most {most} bytes for a key of {bits} bits with {padding}, got {count}; encrypt a symmetric key with RSA, and the message with that':
    '{bits} 比特的密钥用 {padding} 至多加密 {most} 字节，却有 {count} 字节；请用 RSA 加密一个对称密钥，再用它加密消息',
  'expected {size} bytes, as the modulus has, got {count}; it was cut, or made for another key or in another encoding':
    '应与模数一样有 {size} 字节，却是 {count} 字节；也许被截断了，也许是为别的密钥加密的，或用了别的写法',
  'expected a number below the modulus n, got one that is not; it was changed, or made for another key':
    '作为数应小于模数 n，却不是；也许被改动过，也许是为别的密钥加密的',
  'expected PKCS#1 v1.5 padding inside, found none; the key may be wrong, the padding another, or the data changed':
    '里面应有 PKCS#1 v1.5 填充，却没有；也许密钥不对，也许用的是另一种填充，也许数据被改动过',
  'expected OAEP padding inside, found none; the key, the hash, the MGF hash or the label may be another, or the data changed':
    '里面应有 OAEP 填充，却没有；也许密钥、散列函数、MGF1 的散列函数或标签 (label) 与加密时不同，也许数据被改动过',
  'expected a modulus of at least {least} bytes to sign a digest of {hash}, got {count}; use a longer key':
    '给 {hash} 散列值签名，模数至少应有 {least} 字节，却只有 {count} 字节；请用更长的密钥',
  'expected a modulus of at least {bits} bits for PSS and {hash}, got {count}; use a longer key':
    'PSS 配 {hash} 要求模数至少 {bits} 比特，却只有 {count} 比特；请用更长的密钥',
  'expected at most {most} bytes for a key of {bits} bits with PSS and {hash}, got {count}':
    '{bits} 比特的密钥用 PSS 配 {hash} 至多放得下 {most} 字节，却是 {count} 字节',
  'expected an integer from 0 to {most}, got {got}': '应为 0 到 {most} 的整数，却是 {got}',
  'expected a key with its two primes, got {count}': '应为带有两个素数的密钥，却有 {count} 个',
  'expected a key with its two primes, got none': '应为带有两个素数的密钥，却没有素数',
  'expected an integer that shares no factor with (p - 1)(q - 1), got {got}; try another':
    '应与 (p - 1)(q - 1) 互素，却是 {got}；请换一个',
  'expected an integer below n = {modulus}, got {got}': '应小于 n = {modulus}，却是 {got}',
  'expected another prime than p, got {got} for both': '应与 p 不同，却都是 {got}',

  'expected at most {most} bits, got {count}': '至多 {most} 比特，却有 {count} 比特',
  'expected a number without a common divisor with the modulus, got one that shares one of {bits} bits':
    '应与模数互素，却有一个 {bits} 比特的公约数',
  'expected a number without a common divisor with the modulus, got one that shares {divisor}':
    '应与模数互素，却有公约数 {divisor}',
  'expected one that goes with a prime of {bits} bits, got one for which none was found; try 65537 or more bits':
    '没有 {bits} 比特的素数与它相配；请用 65537，或者更多比特',
  'expected one with which a key of {bits} bits can be made, found no two primes; try another, or more bits':
    '用它生成 {bits} 比特的密钥，找不到两个相配的素数；请换一个，或者用更多比特',
  'expected an odd number from 3 to 2^{bits} - 1, got an even one; 65537 is usual':
    '应为 3 到 2^{bits} - 1 的奇数，却是偶数；通常用 65537',
  'expected an odd number from 3 to 2^{bits} - 1, got a smaller one; 65537 is usual':
    '应为 3 到 2^{bits} - 1 的奇数，却更小；通常用 65537',
  'expected an odd number from 3 to 2^{bits} - 1, got a larger one; 65537 is usual':
    '应为 3 到 2^{bits} - 1 的奇数，却更大；通常用 65537',
  'expected an odd number from 3 to 2^{bits} - 1, got {got}; 65537 is usual':
    '应为 3 到 2^{bits} - 1 的奇数，却是 {got}；通常用 65537',
  'expected another prime than p, got the same': '应是与 p 不同的素数，却与 p 相同',
  'expected positive numbers, got another as {name}': '其中的数都应大于 0，{name} 却不是',
  'expected numbers of at most {most} bits, got a longer one as {name}':
    '其中的数至多 {most} 比特，{name} 却更长',
  'expected at most {most} primes, got {count}': '至多 {most} 个素数，却有 {count} 个',

  'expected a prime from 5 up, got another number': '应为不小于 5 的素数，却不是',
  'expected a number from 2 to p - 2, got a smaller one': '应为 2 到 p - 2 的数，却更小',
  'expected a number from 2 to p - 2, got a larger one': '应为 2 到 p - 2 的数，却更大',
  'expected a number from 2 to p - 2, got {got} one': '应为 2 到 p - 2 的数，却是 {got}',
  'expected a number from 1 to p - 2, got a smaller one': '应为 1 到 p - 2 的数，却更小',
  'expected a number from 1 to p - 2, got a larger one': '应为 1 到 p - 2 的数，却更大',
  'expected a number from 1 to p - 2, got {got} one': '应为 1 到 p - 2 的数，却是 {got}',
  'expected a public value from 2 to p - 2, got another number; end the exchange':
    '应为 2 到 p - 2 的公开值，却不是；请中止交换',
  'expected a public value that is a power of g, got another number; end the exchange':
    '应为 g 的某次方，却不是；请中止交换',
  'expected {value}, got another number; end the exchange': '应为 {value}，却是别的数；请中止交换',
};

export const RSA_NAMES = {
  publicKey: '公钥',
  privateKey: '私钥',
  saltLength: '盐 (salt)',
  exponent: '指数',
  privateValue: '秘密指数',
  peerPublic: '对方的公开值',
};
