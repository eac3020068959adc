/** Chinese words of the explanations of RSA. */
export const explainRsa = {
  'explain.rsa.pow.square': '指数的比特 {index}：平方。{before}^2 mod n = {value}',
  'explain.rsa.pow.multiply': '比特 {index} 是 1：再乘一次。{before} · {base} mod n = {value}',
  'explain.rsa.pow.leftOut': '…… 此处省略这次模幂运算 (modular exponentiation) 的 {count} 步 ……',

  'explain.rsa.textbook.n': 'n = p · q = {p} · {q} = {value}。n 是公开的，p 和 q 则不公开。',
  'explain.rsa.textbook.phi': "欧拉函数 (Euler's totient)：phi(n) = (p - 1)(q - 1) = {value}",
  'explain.rsa.textbook.lambda': 'lambda(n)，即 p - 1 与 q - 1 的最小公倍数：{value}',
  'explain.rsa.textbook.euclid':
    '辗转相除 (Euclid)：{a} = {quotient} · {b} + {value}，而 {factor} · {e} 模 lambda(n) 余 {value}',
  'explain.rsa.textbook.d': '于是 e · d = {e} · {value} 模 lambda(n) 余 1：d = {value}',
  'explain.rsa.textbook.dPhi':
    '许多教科书改用 phi(n) 作模，得 d = {value}，比最小的 d 大 {times} 个 lambda(n)，同样管用。',
  'explain.rsa.textbook.c': '用公钥 (public key) 加密：c = m^e mod n = {m}^{e} mod {n} = {value}',
  'explain.rsa.textbook.m': '用私钥 (private key) 解密：m = c^d mod n = {c}^{d} mod {n} = {value}',
  'explain.rsa.textbook.mPhi': '换用另一个 d = {d}，结果也是 {value}',
  'explain.rsa.textbook.k':
    '为什么 m 会变回来？e · d = {e} · {d} = {product} = 1 + {value} · {lambda}，即 1 + k · lambda(n)。',
  'explain.rsa.textbook.fermat':
    '模 {name} = {prime}，由费马小定理 (Fermat)：m^{order} 余 {power}。lambda(n) 是 {times} · {order}，所以 m^(k · lambda(n)) 也余 1，m^(e · d) 与 m 的余数相同：{residue} = {value}',
  'explain.rsa.textbook.zero': '模 {name} = {prime}，m 余 0，它的任何次幂也余 0：m^(e · d) 余 {value}。',
  'explain.rsa.textbook.why':
    '可见 p 和 q 都整除 m^(e · d) - m。它们是不同的素数，所以 n = {n} 也整除它（中国剩余定理，Chinese remainder theorem）：m^(e · d) mod n = m = {value}',

  'explain.rsa.key.e': '先选定公钥指数 (public exponent)：e = {value}。它是奇数，而且很短，加密才快。',
  'explain.rsa.key.prime': '{name} 是 {bits} 比特的随机素数，且 {name} - 1 与 e 互素。',
  'explain.rsa.key.primeFound':
    '{name} 是 {bits} 比特的随机素数，是检验过的第 {tried} 个候选数，且 {name} - 1 与 e 互素。',
  'explain.rsa.key.distance':
    'p 与 q 之差有 {bits} 比特：若靠得太近，从 n 的平方根附近就能找到它们（费马分解法）。',
  'explain.rsa.key.n': '模数 (modulus) n = p · q，共 {bits} 比特。n 是公开的；难的是从中找出 p 和 q。',
  'explain.rsa.key.phi': "欧拉函数 (Euler's totient) phi(n) = (p - 1)(q - 1)，许多教科书用它。",
  'explain.rsa.key.lambda': 'lambda(n)，即 p - 1 与 q - 1 的最小公倍数，标准用的是它。',
  'explain.rsa.key.d':
    '私钥指数 (private exponent) d 有 {bits} 比特，是 e 模 lambda(n) 的逆元：e · d 余 {product}。',
  'explain.rsa.key.dP': 'd mod (p - 1)：有了它和下面两个数，私钥运算大约只需四分之一的时间。',
  'explain.rsa.key.dQ': 'd mod (q - 1)',
  'explain.rsa.key.qInv': 'q 模 p 的逆元，用来把两半结果拼起来。',
  'explain.rsa.key.check': '试一试：2 加密后再解密，又是 {value}。',

  'explain.rsa.pkcs1.PS': '取 {length} 个随机字节，个个非零：加上其余字节，正好填满模数的 {k} 字节。',
  'explain.rsa.pkcs1.EM': '编码消息 (encoded message)：00 02、随机字节、标志其结束的 00，然后是消息。',
  'explain.rsa.oaep.lHash': '标签 (label) 的 {hash} 散列值；收发双方的标签须一致。',
  'explain.rsa.oaep.PS': '{length} 个零字节，使编码消息与模数一样长。',
  'explain.rsa.oaep.DB': '数据块 (DB)：标签的散列值、若干个零、标志其结束的 01，然后是消息。',
  'explain.rsa.oaep.seed': '取 {length} 个随机字节作种子 (seed)。',
  'explain.rsa.oaep.dbMask': '用 {hash} 的掩码生成函数 (MGF1) 把种子拉长到数据块的长度。',
  'explain.rsa.oaep.maskedDB': '数据块与掩码异或：现在看上去是随机的。',
  'explain.rsa.oaep.seedMask': 'MGF1 再由整个遮盖后的数据块生成种子的掩码。',
  'explain.rsa.oaep.maskedSeed': '种子与它的掩码异或：只有拿到整个编码消息才能还原种子，缺一不可。',
  'explain.rsa.oaep.EM': '编码消息 (encoded message)：00（保证小于 n）、遮盖后的种子、遮盖后的数据块。',
  'explain.rsa.encrypt.m': '把编码消息读作一个数 m，首字节最高。',
  'explain.rsa.encrypt.c': 'c = m^e mod n，公钥指数是 {e}。',
  'explain.rsa.encrypt.C': '把 c 写成 {k} 个字节，就是密文。',

  'explain.rsa.sign.H': '消息的 {hash} 散列值：消息再长，签的也只是它。',
  'explain.rsa.sign.T':
    'DigestInfo：散列值前面写明散列函数 (hash function) 的名称，用 DER 编码，免得有人拿更弱的散列函数冒充。',
  'explain.rsa.sign.PS': '{length} 个 ff 字节，补足模数的长度。这里没有任何随机成分。',
  'explain.rsa.sign.EM': '编码消息 (encoded message)：00 01、若干个 ff、标志其结束的 00，然后是 DigestInfo。',
  'explain.rsa.sign.m': '把编码消息读作一个数 m。',
  'explain.rsa.sign.s1': 's_1 = m^dP mod p：以一个素数为模，完成一半的工作。',
  'explain.rsa.sign.s2': 's_2 = m^dQ mod q：另一半。',
  'explain.rsa.sign.h': 'h = (s_1 - s_2) · qInv mod p',
  'explain.rsa.sign.sCrt': 's = s_2 + q · h，就是 m^d mod n（中国剩余定理，Chinese remainder theorem）。',
  'explain.rsa.sign.s': 's = m^d mod n；此密钥并非恰有两个已知素数，因此不用中国剩余定理 (CRT)。',
  'explain.rsa.sign.check':
    's^e mod n（公钥指数是 {e}）又是 m：给出签名之前先验一遍，因为只要有一半算错，私钥就会泄露。',
  'explain.rsa.sign.S': '把 s 写成 {k} 个字节，就是签名 (signature)。',

  'explain.rsa.pss.mHash': '消息的 {hash} 散列值。',
  'explain.rsa.pss.salt': '取 {length} 个随机字节作盐 (salt)：同一消息的两个签名因此不同。',
  'explain.rsa.pss.MPrime': "M'：八个零字节、消息的散列值、盐。",
  'explain.rsa.pss.H': "M' 的 {hash} 散列值。消息经过了两次散列，再也无法倒推。",
  'explain.rsa.pss.PS': '{length} 个零字节，使编码消息与模数一样长。',
  'explain.rsa.pss.DB': '数据块 (DB)：若干个零、标志其结束的 01，然后是盐。',
  'explain.rsa.pss.dbMask': '用 {hash} 的掩码生成函数 (MGF1) 把 H 拉长到数据块的长度。',
  'explain.rsa.pss.maskedDB': '数据块与掩码异或；最高的 {cleared} 个比特清零，保证编码消息小于 n。',
  'explain.rsa.pss.EM': '编码消息 (encoded message)：遮盖后的数据块、H，末尾是 bc。',
};
