/** What the readers of test vectors say, in Chinese. */

export const VECTOR_FILE_SENTENCES = {
  'expected a JSON document, got a text that ends in {end}; it was cut':
    '应为 JSON 文件，却以 {end} 结尾；文件被截断了',
  'expected a JSON document, got {got}': '应为 JSON 文件，却是 {got}',
  'expected at most {most} levels, got more': '嵌套至多 {most} 层，却更多',
  'expected strings of at most {most} characters, got a longer one': '字符串至多 {most} 个字符，却有更长的',
  'expected at most {most} characters, got {count}': '至多 {most} 个字符，却有 {count} 个',
  'expected at most {most} cases, got {got}': '至多 {most} 个用例，却是 {got}',
  'expected at most {most} certificates, got {count}': '至多 {most} 张证书，却有 {count} 张',
  'expected at most {most} flags, got {count}': '至多 {most} 个标记，却有 {count} 个',
  'expected {most} tests, as numberOfTests says, got {count}':
    'numberOfTests 说有 {most} 个测试，却有 {count} 个',
  'expected test vectors of Wycheproof, x509-limbo, CAVP, ACVP or crypto-primer, got {got}':
    '应为 Wycheproof、x509-limbo、CAVP、ACVP 或 crypto-primer 的测试向量，却是 {got}',
  'expected version 1 of x509-limbo, got {got}': '应为 x509-limbo 第 1 版，却是 {got}',
  'expected SUCCESS or FAILURE, got {got}': '应为 SUCCESS 或 FAILURE，却是 {got}',
  'expected DNS, IP or RFC822, got {got}': '应为 DNS、IP 或 RFC822，却是 {got}',
  'expected three flights, got {count}': '应有三次传送，却有 {count} 次',
  'expected valid, acceptable or invalid, got {got}': '应为 valid、acceptable 或 invalid，却是 {got}',
  'expected an object, got {got}': '应为对象，却是 {got}',
  'expected a list, got {got}': '应为列表，却是 {got}',
  'expected text, got {got}': '应为文本，却是 {got}',
  'expected a number, got {got}': '应为数，却是 {got}',
  'expected hex, got {got}': '应为十六进制数字，却是 {got}',
  'expected true or false, got {got}': '应为 true 或 false，却是 {got}',
  'expected a list of texts, got {got}': '应为文本的列表，却是 {got}',
};

/** What was found instead. */
export const VECTOR_FILE_FINDINGS = {
  more: '更多',
  undefined: '没有',
  'a JSON object of {names}': '有 {names} 的 JSON 对象',
  'an empty JSON object': '空的 JSON 对象',
  'testGroups without an algorithm, such as "algorithm": "AES-GCM"':
    '没有 algorithm（例如 "algorithm": "AES-GCM"）的 testGroups',
  'other JSON': '别的 JSON',
};
