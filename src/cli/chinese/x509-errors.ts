/** What the readers and writers of certificates say, in Chinese; the standard's own names of fields stay as they are. */

export const X509_SENTENCES = {
  'expected {kind} characters only, got {got}': '只能用 {kind} 字符，却有 {got}',
  'expected a Date, got {got}': '应为 Date，却是 {got}',
  'expected a year from 0 to 9999, got {got}': '年份应为 0 到 9999，却是 {got}',
  'expected a year from {least} to {most}, got {got}': '年份应为 {least} 到 {most}，却是 {got}',
  'expected a string type, got {got}': '应为字符串的标签，却是 {got}',
  'expected at most {most} certificates, got {got}': '至多 {most} 张证书，却有 {got} 张',
  'expected DER or a PEM block of {labels}, got {got}': '应为 DER，或带 {labels} 的 PEM，却是 {got}',
  'expected a closing ", got {got}': '应有与前面配对的 "，却是 {got}',
  'expected parts such as CN=Bob, got {got}': '应由 CN=Bob 这样的部分组成，却是 {got}',
  'expected attributes such as CN, O, OU, L, ST, C or emailAddress, got {got}':
    '应为 CN、O、OU、L、ST、C、emailAddress 这样的属性，却是 {got}',
  'expected a value behind {key}=, got none': '{key}= 之后应有值，却没有',
  'expected a character behind the last backslash, got {got}': '最后的反斜杠之后应还有一个字符，却是 {got}',
  'expected two letters as the country C, got {got}': '国家 C 应为两个字母，却是 {got}',
  'expected a host name such as bob.example, or an IP address, got {got}':
    '应为 bob.example 这样的主机名，或 IP 地址，却是 {got}',
  'expected an exponent e of at most {most} bits with such a long modulus, got {count}; 65537 is usual':
    '模数这么长，指数 e 至多 {most} 比特，却有 {count} 比特；通常用 65537',
  'expected a hash of {list}, got {got}': '散列函数应为 {list}，却是 {got}',
};

export const X509_NAMES = {
  'certificate file': '证书文件',
  host: '主机',
  purpose: '用途',
  at: '时刻',
  'CRL file': '撤销列表 (CRL) 文件',
  'request file': '证书请求文件',
  chain: '证书链',
  certificate: '证书',
  request: '证书请求',
  'certificate {field}': '证书的 {field}',
  'request {field}': '证书请求的 {field}',
  'CRL {field}': 'CRL 的 {field}',
  'SCT list': 'SCT 列表',
  'SCT {field}': 'SCT 的 {field}',
  SCT: 'SCT',
  'PEM block {number}': 'PEM 第 {number} 段',
};

/** Pieces of these sentences. */
export const X509_FINDINGS = {
  'one of the string types': '字符串',
  'an ASCII character': 'ASCII 字符',
  'UTF-8 text': 'UTF-8 文本',
  'other bytes': '别的字节',
  'characters of {count} octets': '每个 {count} 字节的字符',
  '{count} octets': '{count} 字节',
  'a character of Unicode': 'Unicode 字符',
  'UTCTime or GeneralizedTime': 'UTCTime 或 GeneralizedTime',
  'a time as {pattern}': '写成 {pattern} 的时间',
  'at least one element of the SET': '至少有一个元素的 SET',
  'at least one element of the SEQUENCE': '至少有一个元素的 SEQUENCE',
  none: '一个也没有',
  'at most {count} attributes': '至多 {count} 个属性',
  'a GeneralName, [0] to [8]': 'GeneralName，即 [0] 到 [8]',
  another: '别的',
  'permittedSubtrees or excludedSubtrees': 'permittedSubtrees 或 excludedSubtrees',
  neither: '两者都没有',
  'a time before the year 275760': '275760 年以前的时间',
  'a later one': '更晚的时间',
  'CERTIFICATE or X509 CERTIFICATE': 'CERTIFICATE 或 X509 CERTIFICATE 标签',
  'CERTIFICATE REQUEST or NEW CERTIFICATE REQUEST': 'CERTIFICATE REQUEST 或 NEW CERTIFICATE REQUEST 标签',
  'X509 CRL or CRL': 'X509 CRL 或 CRL 标签',
};
