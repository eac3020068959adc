/** Chinese words for why a certificate is not to be believed, and what to try. */
export const certVerdict = {
  'cert.fault.self-signed': '它是自签名 (self-signed) 的，又不在信任的证书之列',
  'cert.fault.untrusted-root': '证书链 (certificate chain) 止于根证书 {root}，而它不在信任的证书之列',
  'cert.fault.missing-issuer': '手头没有它的签发者 {issuer} 的证书，无从得知是谁签的名',
  'cert.fault.chain-too-long': '从它到信任的证书之间多于 {count} 张证书',
  'cert.fault.too-much-work': '证书或名称太多，不再往下找',
  'cert.fault.bad-signature': '签名不是用 {issuer} 的密钥做的',
  'cert.fault.changed': '签名之后被改动过：它的散列值 (digest) 与 {issuer} 的签名里的不同',
  'cert.fault.unsupported-key': '{issuer} 的密钥是 {algorithm}，这里不会算',
  'cert.fault.unsupported-signature': '签名算法是 {algorithm}，这里不会算',
  'cert.fault.algorithm-mismatch': '签名之内写的算法是 {inside}，之外写的却是 {outside}',
  'cert.fault.weak-hash': '签名用的是 {hash}，可以造出散列值相同的其他内容',
  'cert.fault.weak-key': '密钥只有 {bits} 比特，少于 {least} 比特就能被破解',
  'cert.fault.expired': '已过期：有效至 {notAfter}，而判断的时刻是 {at}',
  'cert.fault.not-yet-valid': '尚未生效：有效期自 {notBefore} 起，而判断的时刻是 {at}',
  'cert.fault.not-a-ca.says-so': '它签发了证书，却自己写明不是证书认证机构 (CA)',
  'cert.fault.not-a-ca.no-basic-constraints':
    '它签发了证书，却没有基本约束 (basicConstraints) 说明它是证书认证机构 (CA)',
  'cert.fault.not-a-ca.old-version': '它签发了证书，但这个版本的证书无法说明自己是不是证书认证机构 (CA)',
  'cert.fault.no-cert-sign': '它签发了证书，而它的密钥用法 (keyUsage) 是 {usages}，不许签发',
  'cert.fault.path-too-long': '{by} 之下至多只能有 {allowed} 级 CA 证书，它是多出来的一级',
  'cert.fault.wrong-purpose.keyUsage': '它的密钥用法 (keyUsage) 是 {found}，所需的 {needed} 一个也没有',
  'cert.fault.wrong-purpose.extKeyUsage': '它的扩展密钥用法 (extKeyUsage) 是 {found}，其中没有 {needed}',
  'cert.fault.wrong-host': '它是发给 {names} 的，不是发给 {host} 的',
  'cert.fault.wrong-host.none': '它没有写任何主机名 (subjectAltName)，所以不是发给 {host} 的',
  'cert.fault.wrong-email': '它是发给 {names} 的，不是发给 {email} 的',
  'cert.fault.wrong-email.none': '它没有写任何邮箱，所以不是发给 {email} 的',
  'cert.fault.name-not-permitted': '{by} 只可以为 {subtrees} 签发证书，而这张是发给 {name} 的',
  'cert.fault.name-excluded': '{by} 不可以为 {subtrees} 签发证书，而这张是发给 {name} 的',
  'cert.fault.unsupported-constraint': '{by} 的名称约束 (name constraints) 写法这里无法判断：{name}',
  'cert.fault.unknown-critical-extension':
    '它有一个这里不认识的关键扩展 (critical extension)：{oid}，所以不能相信',
  'cert.fault.duplicate-extension': '扩展 {oid} 出现了两次',
  'cert.fault.invalid-serial': '序列号 {serial} 不是至多 20 字节的正数',
  'cert.fault.invalid-version': '它有扩展 (extensions)，版本却是 {version}，这个版本没有扩展',
  'cert.fault.revoked': '已于 {date} 被撤销（{why}），见 {thisUpdate} 的证书撤销列表 (CRL)',
  'cert.fault.no-crl': '不知道它是否已被撤销：手头没有 {issuer} 涉及它的证书撤销列表 (CRL)',
  'cert.fault.crl-bad-signature': '不知道它是否已被撤销：{issuer} 的证书撤销列表 (CRL) 不是用它的密钥签的名',
  'cert.fault.crl-signer-not-allowed':
    '不知道它是否已被撤销：{issuer} 的密钥不许为证书撤销列表 (CRL) 签名（密钥用法里没有 cRLSign）',
  'cert.fault.crl-expired':
    '不知道它是否已被撤销：新的证书撤销列表 (CRL) 应在 {nextUpdate} 发布，而判断的时刻是 {at}',
  'cert.fault.crl-not-yet-valid':
    '不知道它是否已被撤销：证书撤销列表 (CRL) 是 {thisUpdate} 的，而判断的时刻是 {at}',
  'cert.fault.crl-unknown-critical-extension':
    '不知道它是否已被撤销：证书撤销列表 (CRL) 有一个这里不认识的关键扩展：{oid}',
  'cert.fault.reason.none': '未说明原因',

  'cert.fault.profile.ca-without-key-usage': 'CA 证书必须有密钥用法 (keyUsage)（RFC 5280，4.2.1.3）',
  'cert.fault.profile.basic-constraints-not-critical':
    'CA 证书的基本约束 (basicConstraints) 必须是关键扩展（RFC 5280，4.2.1.9）',
  'cert.fault.profile.path-length-without-ca': '只有 CA 证书才可以限制路径长度（RFC 5280，4.2.1.9）',
  'cert.fault.profile.path-length-without-cert-sign':
    '密钥用法 (keyUsage) 有 keyCertSign 才可以限制路径长度（RFC 5280，4.2.1.9）',
  'cert.fault.profile.cert-sign-without-ca':
    '只有 CA 证书的密钥用法 (keyUsage) 才可以有 keyCertSign（RFC 5280，4.2.1.9）',
  'cert.fault.profile.name-constraints-without-ca': '只有 CA 证书才可以限制名称（RFC 5280，4.2.1.10）',
  'cert.fault.profile.empty-issuer': '签发者必须有名称（RFC 5280，4.1.2.4）',
  'cert.fault.profile.empty-subject':
    '主体必须有名称，或者有主体备用名称 (subjectAltName)（RFC 5280，4.1.2.6）',
  'cert.fault.profile.empty-alternative-names':
    '主体备用名称 (subjectAltName) 里必须有名称（RFC 5280，4.2.1.6）',
  'cert.fault.profile.alternative-names-not-critical':
    '主体名称为空时，主体备用名称 (subjectAltName) 必须是关键扩展（RFC 5280，4.2.1.6）',
  'cert.fault.profile.authority-key-identifier-critical':
    '签发者密钥标识 (authorityKeyIdentifier) 不可以是关键扩展（RFC 5280，4.2.1.1）',
  'cert.fault.profile.subject-key-identifier-critical':
    '主体密钥标识 (subjectKeyIdentifier) 不可以是关键扩展（RFC 5280，4.2.1.2）',
  'cert.fault.profile.no-authority-key-identifier':
    '除根证书外，都必须有签发者密钥标识 (authorityKeyIdentifier)（RFC 5280，4.2.1.1）',
  'cert.fault.profile.no-subject-key-identifier':
    'CA 证书必须有主体密钥标识 (subjectKeyIdentifier)（RFC 5280，4.2.1.2）',

  'cert.try.trust': '可以试试：如果另有理由信任它，就用 --ca 给出它。',
  'cert.try.issuer': '可以试试：用 --untrusted 给出签发者的证书；服务器本应一并发送。',
  'cert.try.time': '可以试试：用 --at 时间 按另一个时刻判断；证书则要由持有者更新。',
  'cert.try.clock': '可以试试：用 --at 时间 按另一个时刻判断；也可能是本机的时钟慢了。',
  'cert.try.explain': '可以试试：--explain 会显示从签名还原出了什么。',
  'cert.try.weak': '可以试试：--allow-weak 让它通过，只宜用于旧证书和教学。',
  'cert.try.purpose': '可以试试：换一个 --purpose，或用 any（不问用途）。',
  'cert.try.crl': '可以试试：用 --crl 给出签发者最新的证书撤销列表。',
  'cert.try.strict': '可以试试：去掉 --strict 就能通过。',
  'cert.try.host': '可以试试：换一个 --host；如果要找的正是它，那就是证书不对，或者遇到的是另一台服务器。',
} as const;
