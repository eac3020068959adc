/** The two programs that Gradescope runs: `setup.sh` once, `run_autograder` for each submission. */
import type { Lang } from '../../trace/index.ts';
import { shellWord } from '../shell-word.ts';

export const SETUP = `#!/usr/bin/env bash
# Runs once, as root, when the image is built. The toolkit needs Node 20.19 or later; everything else is in this zip.
set -euo pipefail
recent() {
  command -v node > /dev/null &&
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'
}
if ! recent; then
  apt-get update
  apt-get install -y --no-install-recommends ca-certificates npm
  npm install --global node@22
  hash -r
  recent || { echo 'setup.sh: expected Node 20.19 or later after the installation; install it here by hand' >&2; exit 1; }
fi
# What the students' programs need goes here, such as:
# apt-get install -y --no-install-recommends python3 gcc libc6-dev
`;

export interface AutograderOptions {
  /** Starts a submission, where the assignment does not say. */
  readonly command: string | undefined;
  /** That of the reports: Gradescope's machines speak English. */
  readonly lang: Lang;
}

/** `assignment` is its path in the zip. */
export function runAutograder(assignment: string, { command, lang }: AutograderOptions): string {
  const exec =
    command === undefined
      ? ''
      : ` \\
  --exec ${shellWord(command)}`;
  return `#!/usr/bin/env bash
# Runs for each submission, as root, and needs no network.
set -euo pipefail
root="\${AUTOGRADER_ROOT:-/autograder}" # another root, to try it elsewhere
source="$root/source"
# The submitted program runs as another user, who must not read what is here.
chmod -R go= "$source"
exec node "$source/toolkit/bin/crypto.js" grade "$source/${assignment}"${exec} \\
  --seeds "$source/seeds.json" --submission-metadata "$root/submission_metadata.json" \\
  --submission "$root/submission" --format gradescope -o "$root/results/results.json" --force \\
  --lang ${lang}
`;
}
