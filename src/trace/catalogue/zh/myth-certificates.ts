/** Chinese: common sentences about certificates that are not quite so, and better ones. */
export const mythCertificates = {
  'myth.value.modulus': 'n',
  'myth.value.again': 'c^e mod n',

  'myth.certificate-is-key-pair.said': '证书就是一对密钥。',
  'myth.certificate-is-key-pair.truth':
    '证书确实对应一对密钥。有的文件 (PKCS#12) 把证书和私钥放在一起，人们也叫它“证书”。',
  'myth.certificate-is-key-pair.step.search':
    '在 Bob 的证书（{bytes} 字节）里查找他那对密钥的每个数：n 和 e 找到 {public} 个；私钥的 {secrets} 个数（d、p、q、dP、dQ、qInv）找到 {found} 个。',
  'myth.certificate-is-key-pair.step.encrypt': '用证书里的公钥加密一封信。',
  'myth.certificate-is-key-pair.step.open':
    '再用 n 和 e 算一次，只得到另一块乱码；打得开的是私钥，它一直在 Bob 手里。',
  'myth.certificate-is-key-pair.step.second': 'CA 给同一个公钥再签一次，如同续期：两张有效的证书，一对密钥。',
  'myth.certificate-is-key-pair.step.other': '同一个公钥的第二张证书验证不通过。',
  'myth.certificate-is-key-pair.claim.private': '私钥就在证书里',
  'myth.certificate-is-key-pair.claim.decrypt': '谁有证书，谁就能读懂发给证书主人的信',
  'myth.certificate-is-key-pair.claim.renew': '换新证书就是换新密钥',
  'myth.certificate-is-key-pair.better':
    '数字证书 (certificate) 是一份签了名的声明：这个名字的公钥是这个。它可以给任何人；私钥从来不在里面。',

  'myth.owner-signs-certificate.said': '证书上的签名是证书主人的签名。',
  'myth.owner-signs-certificate.truth':
    '根证书确实是用自己的私钥签的，证书申请也是；正因如此，两者都证明不了公钥是谁的。',
  'myth.owner-signs-certificate.step.ownerFails': '用 Bob 的公钥去验他证书上的签名：不符。',
  'myth.owner-signs-certificate.step.ownerFits': '用 Bob 的公钥去验他证书上的签名：相符。',
  'myth.owner-signs-certificate.step.issuerFits': '用签发它的 CA 的公钥去验：相符。',
  'myth.owner-signs-certificate.step.issuerFails': '用签发它的 CA 的公钥去验：不符。',
  'myth.owner-signs-certificate.step.boast':
    '现在 Bob 真的自己签一张，名字后面添上 “Bank of the World”。用他的公钥验这一张，相符。',
  'myth.owner-signs-certificate.step.refused': '信任那家 CA 的客户端拒绝这张证书：{reason}。',
  'myth.owner-signs-certificate.step.accepted': '信任那家 CA 的客户端接受了这张证书。',
  'myth.owner-signs-certificate.claim.fits': '用主人的公钥能验证这个签名',
  'myth.owner-signs-certificate.claim.resign': '主人可以给自己换个更好的名字，重新签名',
  'myth.owner-signs-certificate.better':
    '签名的是签发者，即证书认证机构 (CA)；主人只是证书所说的对象。证书之所以有用，正因为主人自己做不出来。',

  'myth.ca-encrypts-key.said': 'CA 用自己的私钥加密服务器的公钥。',
  'myth.ca-encrypts-key.truth':
    '签名确实要用 CA 的私钥，验签要用 CA 的公钥；对 RSA 来说，两者都是模幂运算 (modular exponentiation)。',
  'myth.ca-encrypts-key.step.clear': '服务器的 n 就在证书里，从第 {at} 字节起，原原本本：谁都能读。',
  'myth.ca-encrypts-key.step.recover':
    '用 CA 的公钥由签名还原编码消息 (recover the encoded message)：先是填充，末尾是 32 字节的散列值。里面没有公钥。',
  'myth.ca-encrypts-key.step.same': '它就是签名之前全部内容（名字、公钥等等）的 SHA-256 散列值：',
  'myth.ca-encrypts-key.step.differs': '它不是签名之前那些内容的 SHA-256 散列值：',
  'myth.ca-encrypts-key.step.room': '何况也放不下：公钥有 {key} 字节，签名只有 {signature} 字节。',
  'myth.ca-encrypts-key.step.noticed': '把服务器的 n 翻转 1 比特：签名就对不上了。签名要的正是这个。',
  'myth.ca-encrypts-key.step.unnoticed': '把服务器的 n 翻转 1 比特：签名仍然对得上。',
  'myth.ca-encrypts-key.claim.hidden': '不靠 CA 就读不到公钥',
  'myth.ca-encrypts-key.claim.decrypt': '用 CA 的公钥能从签名里得到服务器的公钥',
  'myth.ca-encrypts-key.claim.room': '签名里放得下公钥',
  'myth.ca-encrypts-key.better':
    'CA 对名字、公钥和有效期算散列值，再给散列值签名；它们本身都是明文。证书里没有任何东西是加密的。',

  'myth.certificates-cost-money.said': '证书要花钱买。',
  'myth.certificates-cost-money.truth':
    '有的 CA 确实收费，主要是为了审核公司资料和提供服务；让所有浏览器都收录一个根证书也很贵，但那是 CA 的事。',
  'myth.certificates-cost-money.step.make': '在这里给 bob.example 做一张证书：签一次名，共 {bytes} 字节。',
  'myth.certificates-cost-money.step.accepted': '有我们 CA 的根证书的客户端验证它：有效。',
  'myth.certificates-cost-money.step.closed': '有我们 CA 的根证书的客户端拒绝它。',
  'myth.certificates-cost-money.step.stranger':
    '没有这个根证书的客户端拒绝它：{reason}。贵就贵在这里：不是证书，而是处处被信任。',
  'myth.certificates-cost-money.step.dear':
    '一张昂贵的证书，带着审核过的公司名称，长了 {more} 字节。验证的结论相同，保护连接的公钥也相同。',
  'myth.certificates-cost-money.claim.price': '不花钱做不出有效的证书',
  'myth.certificates-cost-money.claim.better': '贵的证书把连接保护得更好',
  'myth.certificates-cost-money.better':
    "一张证书只需签一次名。所有浏览器都信任的 CA 里，也有免费签发的：Let's Encrypt 从 2015 年起便是，还有别的。",
};
