/** What the readers of picture files say, and what they call the parts of a file, in Chinese. */

export const PICTURE_SENTENCES = {
  'expected PNG, JPEG, BMP or PPM, got {got}': '应为 PNG、JPEG、BMP 或 PPM，却是 {got}',
  'expected a width and a height of at least 1, got {width} x {height}':
    '宽和高都应至少为 1，却是 {width} x {height}',
  'expected at most {count} million pixels, got {width} x {height}':
    '至多 {count} 百万像素，却是 {width} x {height}',
  'expected a sheet of at most {count} million pixels, got {width} x {height}':
    '拼成的图至多 {count} 百万像素，却是 {width} x {height}',
  'expected an opaque picture, got one with an alpha channel; write PNG instead':
    '应为不透明的图片，却带有透明通道 (alpha)；请改用 PNG',
  'expected an index below {count}, got {got}': '颜色序号应小于 {count}，却是 {got}',

  'expected {count} bytes at byte {at}, got {got} before the end':
    '字节 {at} 处应有 {count} 字节，到末尾却只有 {got} 字节',
  'expected its end at byte {at}, got {got} more bytes': '应在字节 {at} 处结束，却还有 {got} 字节',
  'expected {count} bytes for the size in the header, got more':
    '按文件头里的尺寸应有 {count} 字节，却不止这些',
  'expected {count} bytes for the size in the header, got {got}':
    '按文件头里的尺寸应有 {count} 字节，却是 {got} 字节',
  'expected at least {count} bytes for the size in the header, got {got}; it is cut off':
    '按文件头里的尺寸至少应有 {count} 字节，却只有 {got} 字节；文件被截断了',
  'expected at least {count} bytes for the size in the header, got {got}':
    '按文件头里的尺寸至少应有 {count} 字节，却只有 {got} 字节',
  'expected at most {count} bytes, got {got}': '至多 {count} 字节，却是 {got} 字节',

  'expected 12 or {list} bytes, got {got} (an OS/2 bitmap?)':
    '应为 12 或 {list} 字节，却是 {got} 字节（也许是 OS/2 位图）',
  'expected pixels after byte {at}, got {got}': '像素应在字节 {at} 之后，却在字节 {got}',
  'expected none, got {got}; save it uncompressed': '应不压缩，却是 {got}；请另存为不压缩的 BMP',
  'expected 1, 2, 4, 8, 16, 24 or 32 (16 or 32 with masks), got {got}':
    '应为 1、2、4、8、16、24 或 32（有掩码时为 16 或 32），却是 {got}',
  'expected adjacent ones within {bits} bits, got {got}': '{bits} 比特里的 1 应当相连，却是 {got}',

  'expected data that decodes, got: {reason}': '数据无法解码（{reason}）',
  'expected at most {count} segments': '至多 {count} 段',
  'expected one frame, got a second': '应只有一帧，却有第二帧',
  'expected a frame before the scan, got none': '扫描数据之前应有帧头，却没有',
  'expected a frame before the end, got none': '文件结束之前应有帧头，却没有',
  'expected fewer scans for its size, got over {count}': '这样的尺寸不该有这么多次扫描，却超过 {count} 次',
  'expected Huffman coding, got arithmetic coding': '应为霍夫曼编码，却是算术编码',
  'expected a scan of component {id} before the end, got none':
    '文件结束之前应有分量 {id} 的扫描数据，却没有',
  'expected Adobe’s marker on a picture of four inks, got none': '四色印刷的图片应有 Adobe 标记，却没有',
  'expected a marker at byte {at}, got {got}': '字节 {at} 处应为标记，却是 {got}',
  'expected a segment at byte {at}, got marker {got}': '字节 {at} 处应为一段，却是标记 {got}',
  'expected a baseline or progressive picture of 8 bits in 1, 3 or 4 components, got frame {code}, {bits} bits, {count} components':
    '应为 8 比特、1、3 或 4 个分量的基线或渐进式图片，却是帧 {code}、{bits} 比特、{count} 个分量',
  'expected distinct components with sampling factors of 1 to 4': '各分量应互不相同，采样因子应为 1 到 4',
  'expected components of the frame, got {got}': '应为帧头里的分量，却是 {got}',
  'expected an end marker, got the end of the file at byte {at}; it is cut off':
    '应有结束标记，文件却在字节 {at} 处结束；它被截断了',
  'expected {count} restart markers, got {got}; a part is missing':
    '应有 {count} 个重启标记，却是 {got} 个；缺了一部分',

  'expected P2, P3, P5 or P6, got {got}; convert it to PPM':
    '应为 P2、P3、P5 或 P6，却是 {got}；请转换成 PPM',
  'expected a maximum sample of 1 to 65535, got {got}': '样本的最大值应为 1 到 65535，却是 {got}',
  'expected samples of at most {most}, got {got}': '样本至多为 {most}，却是 {got}',
  'expected a number at byte {at}, got {got}': '字节 {at} 处应为数，却是 {got}',

  'expected sound chunks and rows, got: {reason}': '数据块或像素行已损坏（{reason}）',
  'expected four letters before byte {at}': '字节 {at} 之前应为四个字母',
  'expected IHDR as the first chunk, got {got}': '第一个数据块应为 IHDR，却是 {got}',
  'expected a defined colour type, depth and interlacing, got {colour}, {depth}, {interlacing}':
    '颜色类型、比特深度、隔行方式中有标准未定义的：{colour}、{depth}、{interlacing}',
  'interlaced pictures are read from 8 bits per sample on, got {got}; save it without interlacing':
    '隔行图片只支持每个样本至少 8 比特，却是 {got}；请另存为不隔行的图片',
  'expected at most {count} chunks': '至多 {count} 个数据块',
  'expected no other critical chunk, got {got}': '不应有别的关键数据块，却有 {got}',
  'expected a PLTE chunk for indexed colours, got none': '索引颜色应有 PLTE 数据块，却没有',
  'expected a filter of 0 to 4, got {got}': '滤波类型应为 0 到 4，却是 {got}',
  'expected the CRC of its bytes, got another': 'CRC 与内容不符',
  'expected a zlib stream, got: {reason}': '应为 zlib 数据流，却无法解压（{reason}）',
};

export const PICTURE_NAMES = {
  picture: '图片',
  panels: '对比图',

  'PNG signature': 'PNG 文件标识',
  'PNG chunk length': 'PNG 数据块长度',
  'PNG chunk type': 'PNG 数据块类型',
  'PNG width': 'PNG 宽',
  'PNG height': 'PNG 高',
  'PNG bit depth': 'PNG 比特深度',
  'PNG colour type': 'PNG 颜色类型',
  'PNG compression method': 'PNG 压缩方法',
  'PNG filter method': 'PNG 滤波方法',
  'PNG interlace method': 'PNG 隔行方法',
  'PNG tRNS sample': 'PNG tRNS 样本',
  'PNG data': 'PNG 像素数据',
  'PNG {type} data': 'PNG {type} 数据',

  'JPEG marker (the file is cut off before its end marker)': 'JPEG 标记（文件在结束标记之前被截断了）',
  'JPEG marker': 'JPEG 标记',
  'JPEG segment {code} length': 'JPEG 段 {code} 的长度',
  'JPEG segment {code}': 'JPEG 段 {code}',
  'JPEG restart interval': 'JPEG 重启间隔',
  'JPEG sample precision': 'JPEG 样本精度',
  'JPEG width': 'JPEG 宽',
  'JPEG height': 'JPEG 高',
  'JPEG component count': 'JPEG 分量数',
  'JPEG component': 'JPEG 分量',
  'JPEG sampling factors': 'JPEG 采样因子',
  'JPEG quantization table': 'JPEG 量化表',
  'JPEG frame header': 'JPEG 帧头',
  'JPEG frame': 'JPEG 帧',
  'JPEG scan component count': 'JPEG 扫描分量数',
  'JPEG scan component': 'JPEG 扫描分量',
  'JPEG scan tables': 'JPEG 扫描用表',
  'JPEG scan header': 'JPEG 扫描头',
  'JPEG scan data': 'JPEG 扫描数据',
  'JPEG scan': 'JPEG 扫描',
  'JPEG spectral start': 'JPEG 频谱起点',
  'JPEG spectral end': 'JPEG 频谱终点',
  'JPEG successive approximation': 'JPEG 逐次逼近',

  'BMP file header': 'BMP 文件头',
  'BMP bit mask': 'BMP 掩码',
  'BMP palette': 'BMP 调色板',
  'BMP pixels': 'BMP 像素',
  'BMP compression': 'BMP 压缩',

  'PPM width': 'PPM 宽',
  'PPM height': 'PPM 高',
  'PPM maximum sample': 'PPM 样本最大值',
  'PPM sample': 'PPM 样本',
  'PPM data': 'PPM 数据',

  '{format} header': '{format} 文件头',
  '{format} output': '{format} 输出',
};
