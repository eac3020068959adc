/** Chinese words of Diffie–Hellman. */
export const dh = {
  'cli.noun.dh': 'Diffie-Hellman 密钥交换：当众商定一个秘密，以及中间人攻击',

  'dh.exchange.about': '逐步演示一次密钥交换 (key exchange)：谁发送什么，谁知道什么，窃听者 Eve 能做什么。',
  'dh.intercept.about': '演示中间人攻击 (man in the middle)：Mallory 居中，什么都能读，也都能改。',
  'dh.public.about': '只算自己一方，第一步：算出要发给对方的公开值。',
  'dh.shared.about': '只算自己一方，第二步：由对方的公开值算出共享秘密 (shared secret)。',
  'dh.groups.about': '列出有名字的群 (group)，或显示其中一个的各个数。',

  'dh.opt.group': '群 (group) 的名字，省略时为 toy23',
  'dh.opt.p': '自选的素数，用来代替 --group；这里的数都写成十进制或 0x…',
  'dh.opt.g': '与 --p 配用的生成元 (generator)',
  'dh.opt.a': 'Alice 的秘密指数，省略时随机抽取',
  'dh.opt.b': 'Bob 的秘密指数，省略时随机抽取',
  'dh.opt.m': 'Mallory 的秘密指数，省略时随机抽取',
  'dh.opt.tries': 'Eve 试多少个指数（默认 1048576；p 很长时为 65536）',
  'dh.opt.all': '完整显示很长的数',
  'dh.opt.private': '自己的秘密指数',
  'dh.opt.privateOrDrawn': '自己的秘密指数，省略时随机抽取',
  'dh.opt.peer': '对方发来的数',
  'dh.arg.group': '要完整显示的群 (group)',

  'dh.weak.paper': 'p 只有 {bits} 比特，仅供纸笔推演：谁都能求出指数',
  'dh.weak.taken': 'p 只有 {bits} 比特，太短：2019 年已求出模 795 比特素数的离散对数；请用 --group ffdhe2048',
  'dh.weak.short': 'p 只有 {bits} 比特，不到 NIST 要求的 2048；请用 --group ffdhe2048',
  'dh.weak.subgroup': 'g 只有 {order} 个不同的幂，秘密只能是其中之一，太少；请换一个幂更多的 g',
  'dh.weak.secret': '算出的秘密是 {got}，谁都猜得到；在 RFC 7919 那样的素数阶群里不会如此',

  'dh.error.twoGroups': '--group 与 --p：应只给一个，却给了两个',
  'dh.error.halfGroup': '{name}：应给出一个数，却没有；自选的群需要 --p 和 --g',
  'dh.error.composite': '--p：应为素数，却是 {got} = {product}',
  'dh.error.notPrime': '--p：应为不小于 5 的素数，{got} 却不是',
  'dh.error.longPrime': '--p：至多 {most} 比特，却有 {bits} 比特',
  'dh.error.generator': '--g：应不小于 2、不大于 p-2 = {most}，却是 {got}',
  'dh.error.privateValue': '{name}：应不小于 1、不大于 p-2 = {most}，却是 {got}',
  'dh.error.badPrivate':
    '{name}：它的公开值应在 2 到 p-2 之间，{got} 却得到 {value}，对方一定会拒收；请换一个',
  'dh.refusal.out-of-range':
    '--peer：应不小于 2、不大于 p-2 = {most}，却是 {got}：它会使秘密等于 0、1 或 p-1；请中止交换',
  'dh.refusal.not-in-group': '--peer：应为 g 的某个幂，{got} 却不是：它会泄露秘密指数的一部分；请中止交换',

  'dh.number.long': '{digits}（{bits} 比特）',
  'dh.group.named': '公开：{name}，p = {p}，g = {g}',
  'dh.group.own': '公开：p = {p}，g = {g}',
  'dh.step.secret': '自己保密：{name} = {value}',
  'dh.step.instead': 'M = {value}，冒充 {owner} 的 {name}',
  'dh.exchange.same': '两人得到同一个 s，因为 (g^b)^a = (g^a)^b；网络上只传过 A 和 B，没有传过 s。',
  'dh.knows': '谁知道什么',
  'dh.knows.yes': '知道',
  'dh.knows.no': '不知道',
  'dh.knows.computed': '求出了',

  'dh.eve.searching': 'Eve 正在逐个试指数：{count}',
  'dh.eve.found':
    'Eve 依次计算 g^1、g^2、g^3……：第 {tries} 个就是 {sent}，可见 {letter} = {exponent}，于是 s = {other}^{exponent} mod p = {shared}。光是偷听就够了。',
  'dh.eve.foundAlike':
    'Eve 依次计算 g^1、g^2、g^3……：第 {tries} 个就是 {sent}，{exponent} 与 {letter} 作用相同，于是 s = {other}^{exponent} mod p = {shared}。光是偷听就够了。',
  'dh.eve.failed': 'Eve 依次计算 g^1、g^2、g^3……：试了 {tries} 个，既没有 A，也没有 B。',
  'dh.eve.standard':
    '指数约有 2^{bits} 个；已知最好的求离散对数 (discrete logarithm) 的方法也要约 2^{strength} 步（RFC 7919 的估计）。不过，没有人证明过不存在更快的方法。',
  'dh.eve.long':
    '指数约有 2^{bits} 个，不过有比逐个试更好的方法：2019 年求一个模 795 比特素数的离散对数 (discrete logarithm)，用了约 3100 个核年。就目前所知，p 越长越难。',
  'dh.eve.short':
    '指数有 {order} 个；加大 --tries 就能找到，若先存一张幂的表（小步大步法，baby-step giant-step），只需约 {root} 步和同样多的表项。',

  'dh.relay.sends': '用由 {secret} 派生的密钥加密："{text}"',
  'dh.relay.reads': '解密，读到："{text}"',
  'dh.relay.receives': '解密，认证标签相符，读到："{text}"',
  'dh.intercept.learned':
    '两人都没有察觉：各自确实与人共享了秘密，只是对方不是自己以为的那个人。Diffie-Hellman 并不说明对面是谁。有用的是身份认证 (authentication)：双方各自对 A 和 B 签名（crypto rsa sign），Mallory 伪造不出来；收到后再用确属对方的公钥验签。',

  'dh.column.name': '名字',
  'dh.column.bits': 'p 的比特数',
  'dh.column.generator': 'g',
  'dh.column.privateBits': '指数的比特数',
  'dh.column.strength': '强度',
  'dh.groups.legend': '强度 n：已知最好的求指数的方法要约 2^n 步（RFC 7919 的估计）。两个 toy 群谈不上强度。',
  'dh.groups.order': 'order = {order}（阶：g 的这么多次幂为 1）',
  'dh.groups.privateBits': '指数取 {bits} 比特',
  'dh.groups.strength': '强度：约 2^{strength} 步（RFC 7919 的估计）',
} as const;
