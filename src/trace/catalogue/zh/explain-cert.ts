/** Chinese words of the explanation of a certificate chain. */
export const explainCert = {
  'explain.cut': '{ends}（{count} 位数字）',

  'explain.cert.leftOut': '（每张证书中间的步骤都一样；用 --all 全部显示。）',
  'explain.cert.tbs':
    '证书 {number} 说：里面的公钥 (public key) 属于 {subject}，有效至 {until}。{issuer} 为这句话签了名：签的是 tbsCertificate 的 {length} 个字节，公钥就在其中，全是明文 (plaintext)。',
  'explain.cert.tbsSelf':
    '证书 {number} 说：里面的公钥 (public key) 属于 {subject}，有效至 {until}。签发者 {issuer} 也是这个名字：tbsCertificate 的这 {length} 个字节，是它自己为自己签的名。',
  'explain.cert.noIssuer':
    '证书 {number} 的签发者 {value} 不在所给的证书里：没有它的公钥，什么也还原不出来。请用 --ca 或 --untrusted 给出它的证书。',
  'explain.cert.key':
    '证书 {number} 的签发者就是证书 {next} 的主体，验签 (verification) 用的公钥在那里：n 有 {bits} 比特，e = {e}。',
  'explain.cert.keySelf':
    '证书 {number} 验签 (verification) 用的公钥就在它自己里面：n 有 {bits} 比特，e = {e}。',
  'explain.cert.unknown': '签名算法是 {name}，签发者的密钥是 {key}：这里不会算这一种，所以什么也没有还原。',
  'explain.cert.refused.wrong-length':
    '签名有 {found} 字节，与 {bits} 比特的 n 长度不符：不是用这个密钥签的。',
  'explain.cert.refused.out-of-range':
    '签名 ({found} 字节) 作为数不小于 {bits} 比特的 n：不是用这个密钥签的。',
  'explain.cert.refused.unusable-key':
    '{found} 字节的签名没有还原：密钥里的数（n 有 {bits} 比特）不成其为 RSA 密钥。',
  'explain.cert.refused.key-too-short': '{found} 字节的签名放不下这样的散列值：{bits} 比特的 n 太短。',
  'explain.cert.EM':
    '用公钥从签名还原编码消息 (encoded message)：s^{e} mod n，写成 {k} 个字节。凡是有公钥的人都能算，所以其中没有秘密：00 01、{length} 个 ff、00，然后是 DigestInfo。',
  'explain.cert.noBlock':
    '签名的 {e} 次方 mod n，写成 {k} 个字节：这不是编码消息 (encoded message)，编码消息以 00 01 ff 开头。签名是用别的密钥做的，或者被改动过。',
  'explain.cert.malformed':
    '签名的 {e} 次方 mod n，写成 {k} 个字节：开头像编码消息 (encoded message)，后面却与标准不符。可能是伪造，或是签名程序有误。',
  'explain.cert.T':
    'DigestInfo（DER 编码）：写明散列函数 (hash function) 是 {hash}，后面就是当初签下的散列值。',
  'explain.cert.H': '这里对文件中的 tbsCertificate（{length} 字节）算出的 {hash} 散列值。',
  'explain.cert.same':
    '一个从签名还原，一个从文件算出：两者相同。可见持有签发者私钥 (private key) 的人，签的正是这些字节。',
  'explain.cert.differ':
    '一个从签名还原，一个从文件算出：两者不同。证书在签名之后被改动过，或者这个签名属于另一张证书。',
  'explain.cert.pss.EM':
    '用公钥从签名还原编码消息 (encoded message)：s^{e} mod n，写成 {k} 个字节：遮盖后的数据块、H，末尾是 bc。与 PKCS#1 v1.5 不同，这里读不出散列值。',
  'explain.cert.pss.noBlock':
    '签名的 {e} 次方 mod n，写成 {k} 个字节：这不是编码消息 (encoded message)，编码消息以 bc 结尾。签名是用别的密钥做的，或者被改动过。',
  'explain.cert.pss.DB':
    '用 {hash} 的 MGF1 由 H 生成掩码，去掉它：若干个零、01，然后是 {length} 字节的盐 (salt)。盐还原出来了；tbsCertificate 的散列值却没有，因为 H 是又散列了一次的结果。',
  'explain.cert.pss.noDataBlock':
    '用 {hash} 的 MGF1 由 H 生成掩码，去掉之后却不是若干个零、01 和盐 (salt)：签名是用别的密钥做的，或者被改动过。',
  'explain.cert.pss.MPrime':
    "所以照签名者的做法重做一遍 H。M'：八个零字节、这里算出的散列值、上面还原出的盐。",
  'explain.cert.pss.same':
    "签名里的 H，与 M' 的散列值：两者相同。可见持有签发者私钥 (private key) 的人，签的正是这些字节。",
  'explain.cert.pss.differ':
    "签名里的 H，与 M' 的散列值：两者不同。证书在签名之后被改动过，或者这个签名属于另一张证书。",
  'explain.cert.root':
    '证书链 (certificate chain) 到此为止：{subject} 为自己签了名。这只证明它有自己的私钥；谁都可以用任何名字做这样一张证书。只有事先就把它放进信任库的人才能信它，这叫信任锚 (trust anchor)。',
  'explain.cert.path.verified':
    '证书链上的签名全部成立（共 {count} 个）。日期、名称、用途是否也对，根证书是否可信，请用 crypto cert verify 检查。',
  'explain.cert.path.broken': '证书链在证书 {number} 处断开：它上面的证书再好，也证明不了它什么。',
  'explain.cert.path.unknown': '证书 {number} 的签名这里不会算：证书链无法再往上走。',
  'explain.cert.path.incomplete': '证书链到证书 {number} 为止，没有走到根证书。',
} as const;
