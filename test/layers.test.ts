/** Who may import whom: reads every import of src/ and holds it against the table of the design. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../src/', import.meta.url));

/** For each folder, the folders it may import directly; what those may import is allowed with them. */
const ALLOWED: Record<string, readonly string[]> = {
  errors: [],
  bytes: ['errors'],
  trace: ['bytes'],
  classical: ['bytes'],
  block: ['bytes'],
  stream: ['bytes'],
  hash: ['bytes'],
  math: ['random'],
  asn1: ['bytes'],
  modes: ['block'],
  mac: ['hash'],
  random: ['mac'],
  rsa: ['math'],
  dh: ['math'],
  keys: ['asn1', 'modes', 'rsa'],
  x509: ['keys'],
  cms: ['x509'],
  tls: ['x509', 'stream', 'dh', 'trace'],
  net: ['mac', 'random', 'trace'],
  explain: ['trace', 'classical', 'stream', 'dh', 'cms', 'tls', 'net'],
  reference: ['stream', 'dh', 'keys'],
  image: ['modes', 'random'],
  crosscheck: ['explain', 'reference', 'image'],
  vectors: ['crosscheck'],
  story: ['vectors'],
  cli: ['story'],
};

interface Import {
  readonly file: string;
  readonly target: string;
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'));
const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^;]*?\bfrom\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import\s*'([^']+)'/g,
  );
  return [...found].map((match) => ({ file, target: (match[1] ?? match[2] ?? match[3])! }));
});
/** A file without its comments. */
const codeOf = (file: string) =>
  readFileSync(join(root, file), 'utf8').replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, '');
const folderOf = (file: string) => file.split('/')[0]!.replace(/\.ts$/, '');
const relative = imports
  .filter(({ target }) => target.startsWith('.'))
  .map(({ file, target }) => ({ file, to: posix.normalize(posix.join(posix.dirname(file), target)) }));

function allowedFrom(folder: string): Set<string> {
  const reached = new Set<string>();
  const walk = (name: string) => {
    for (const next of ALLOWED[name] ?? []) {
      if (!reached.has(next)) {
        reached.add(next);
        walk(next);
      }
    }
  };
  walk(folder);
  return reached;
}

describe('the layers of src/', () => {
  it('finds imports at all', () => expect(relative.length).toBeGreaterThan(50));

  it('knows every folder', () => {
    const folders = new Set(files.map(folderOf).filter((name) => name !== 'index'));
    expect([...folders].filter((name) => !(name in ALLOWED))).toEqual([]);
  });

  it('has dependencies downwards only', () => {
    const wrong = relative.filter(({ file, to }) => {
      const [from, target] = [folderOf(file), folderOf(to)];
      return from !== target && from !== 'index' && !allowedFrom(from).has(target);
    });
    expect(wrong).toEqual([]);
  });

  it('has no cycles between files', () => {
    const next = new Map<string, string[]>();
    for (const { file, to } of relative) next.set(file, [...(next.get(file) ?? []), to]);
    const done = new Set<string>();
    const cycles: string[][] = [];
    const visit = (file: string, path: string[]) => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file]);
      else if (!done.has(file)) {
        for (const to of next.get(file) ?? []) visit(to, [...path, file]);
        done.add(file);
      }
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('leaves the platform to cli/, and node:crypto to one file beside it', () => {
    const wrong = imports.filter(
      ({ file, target }) =>
        /^(node:|commander|@commander-js|cli-progress|picocolors)/.test(target) &&
        !file.startsWith('cli/') &&
        file !== 'reference/platform.ts',
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['@noble', ['reference']],
    ['jsbn', ['reference']],
    ['fast-check', ['crosscheck']],
  ])('leaves %s to %s', (library, folders) => {
    const users = imports.filter(({ target }) => target === library || target.startsWith(`${library}/`));
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter(({ file }) => !folders.includes(folderOf(file)))).toEqual([]);
  });

  it('uses no Buffer, process or console outside cli/', () => {
    const wrong = files
      .filter((file) => !file.startsWith('cli/'))
      .filter((file) => /\b(Buffer|process|console)\s*[.[(]/.test(codeOf(file)));
    expect(wrong.filter((file) => file !== 'reference/platform.ts')).toEqual([]);
  });
});
