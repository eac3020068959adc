/** `crypto completion bash|zsh|fish`: a script for the shell, which asks `crypto complete-words` back. */
import { Argument } from '@commander-js/extra-typings';
import type { Register } from '../register.ts';

export const register: Register = (noun, session) => {
  noun
    .addArgument(
      new Argument('<shell>', session.say('cli.arg.shell')).choices(['bash', 'zsh', 'fish'] as const),
    )
    .addHelpText('after', `\n${session.say('cli.title.example')}\n  source <(crypto completion bash)`)
    .action((shell) => {
      const script = SCRIPTS[shell];
      if (session.json) session.printJson({ shell, script });
      else session.print(script);
    });
};

const SCRIPTS = {
  bash: `_crypto() {
  local IFS=$'\\n'
  COMPREPLY=($(crypto complete-words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _crypto crypto`,
  zsh: `#compdef crypto
_crypto() {
  local -a words_found
  words_found=("\${(@f)$(crypto complete-words -- "\${words[@]:1:$((CURRENT - 1))}" 2>/dev/null)}")
  if [[ -n "\${words_found[1]}" ]]; then compadd -a words_found; else _files; fi
}
compdef _crypto crypto`,
  fish: `function __crypto_words
  set -l words (commandline -opc)
  crypto complete-words -- $words[2..-1] (commandline -ct) 2>/dev/null
end
complete -c crypto -a '(__crypto_words)'`,
} as const;
