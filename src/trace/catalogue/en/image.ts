/** English words of `crypto image`. */
export const image = {
  'image.arg.image': 'PNG, JPEG, BMP or PPM; - or nothing is standard input',
  'image.compare.about': 'Encrypt a picture in several modes, and see what each leaves to be seen.',
  'image.compare.image': 'PNG, JPEG, BMP or PPM; - is standard input (default: a drawing of our own)',
  'image.compare.modes':
    'any of ecb, cbc, cfb, ofb, ctr, ctr-reused, with commas between; ctr brings ctr-reused with it, a nonce used twice',
  'image.compare.preview': 'show the panels in the terminal, in colour',
  'image.compare.addOutput': 'to see the panels, add -o FILE.png, or --preview on a colour terminal',
  'image.compare.noColor':
    '--preview: expected a colour terminal, got none (or NO_COLOR); add -o FILE.png instead',
  'image.encrypt.about': 'Encrypt the pixels; what comes out is a picture of the same size.',
  'image.decrypt.about': 'Decrypt the pixels, exactly as they were.',
  'image.opt.key.encrypt': 'key, in hex, or as text:…, base64:…, file:PATH; drawn when absent',
  'image.opt.iv.encrypt': 'initialization vector or nonce, written like a key; drawn when absent',
  'image.opt.key.decrypt': 'key, in hex, or as text:…, base64:…, file:PATH',
  'image.opt.iv.decrypt': 'initialization vector or nonce, written like a key',
  'image.column.panel': 'panel',
  'image.column.blocks': 'blocks',
  'image.column.distinct': 'distinct',
  'image.column.repeated': 'repeated',
  'image.column.entropy': 'bits/byte',
  'image.column.correlation': 'correlation',
  'image.panel.original': 'original',
  'image.panel.reused': '{cipher}-CTR, nonce reused',
  'image.panel.xored': 'both ciphertexts XORed',
  'image.learned.ecb':
    'ECB: {blocks} blocks, distinct values: {distinct}. Equal blocks stay equal, so the outline can be seen without the key.',
  'image.learned.tooSmall':
    'Whole blocks: {blocks}. So few say nothing about noise or pattern; take a larger picture.',
  'image.learned.reused':
    'A nonce used twice: the figures are perfect, and it is broken all the same. The XOR of the two ciphertexts is the XOR of the two pictures. Noise is no proof.',
  'image.note.reduced': 'more than 8 bits per sample: rounded to 8',
  'image.note.alphaKept':
    'alpha channel: carried along as it is, unencrypted, so the outline of what is transparent stays visible',
  'image.note.alphaLeftOut': 'alpha channel: left out, only the colours are compared',
  'image.weak.ecb':
    'ECB encrypts equal blocks to equal blocks, so the outline stays visible; prefer cbc or ctr',
  'image.error.modes': 'expected some of {known}, with commas between, got {got}',
  'image.error.pngOnly': '{path}: the panels are written as PNG; choose a name that ends in .png',
  'image.error.lossyOutput': '{path}: this format does not keep every pixel; choose .png, .bmp or .ppm',
  'image.error.jsonStdout': '-o: --json takes standard output for itself; name a file for the picture',
  'image.error.lossyInput':
    '{path}: expected PNG, BMP or PPM, got JPEG, which does not keep every pixel, so nothing encrypted survives in it',
  'image.error.deepInput':
    '{path}: expected 8 bits per sample, got more; rounded to 8, they would not decrypt',
  'image.error.alphaFormat':
    '{path}: the picture has an alpha channel, which this format does not hold; choose .png',
  'image.error.noKey':
    '--key: expected a key of {lengths} bytes, got none; give the value told at encryption',
  'image.error.noIv': '--iv: expected {length} bytes, got none; give the value told at encryption',
} as const;
