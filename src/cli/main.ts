import { provideEngines } from '../core/engines.ts';
import type { Semantics } from '../core/ir/semantics.ts';
import { analyse } from '../core/pipeline.ts';
import { AUTO } from '../core/profile/profile-names.ts';
import { findProfileChoice, PROFILE_CHOICES } from '../core/profile/profiles.ts';
import { own } from '../core/text/own.ts';
import { visible } from '../core/text/visible.ts';
import { underOneProfile } from '../core/under-one-profile.ts';
import { type Arguments, readArguments, UsageError } from './arguments.ts';
import { checkCommand } from './check-command.ts';
import { convertCommand } from './convert-command.ts';
import { diffCommand } from './diff-command.ts';
import { fileAccess } from './file-access.ts';
import { guardLog } from './guard-log.ts';
import { routesCommand } from './routes-command.ts';
import { statusCommand } from './status-command.ts';
import { testCommand } from './test-command.ts';
import { traceCommand } from './trace-command.ts';

const HELP = `gammascope: where a request goes in a service mesh, and why

  trace -f F… (--from NS[/WORKLOAD][@ACCOUNT] | --gateway NS/NAME[:LISTENER] | --ingress [CLASS] [--client-address IP])
        [-X METHOD] [-H 'Name: value']… URL
                                   follow one request through the six steps
  test  -f F…                      run every RouteTest document found
  check -f F… [--fail-on error|warning|info]
                                   print all findings about the manifests

  routes -f F… [--service NS/NAME[:PORT]] [--from NS] [--gateway NS/NAME[:LISTENER]] [--ingress [CLASS]] [--reaching NS/NAME[:PORT]] [--rejected]
                                   print the route tables in order of precedence, and the requests that reach each entry;
                                   --reaching: only entries that forward to this Service; --rejected: only rejected requests

  diff --before F… --after F…      print the classes of requests whose outcome changes, each with a witness

  convert -f F… --to gateway-api [--gateway-class NAME] [--gateway NS/NAME] [--only KIND/NS/NAME…]
                                   print Gateway API manifests for the Ingresses; on standard error, what they lose,
                                   and the requests that they treat differently, each with a witness

  status -f F…                     print the status that a conformant controller writes

  -f F              a file, a folder (all .yaml, .yml, .json below it) or - for standard input; repeatable
  -o FORMAT         text (default), json; test also junit, check also sarif, routes also curl
  --profile NAME    ${PROFILE_CHOICES.join(', ')}
                    auto, the default, chooses by the kinds, labels and GatewayClasses in the manifests
  --cluster-domain  default cluster.local
  --root DIR        another folder from which a RouteTest may load manifests; repeatable
`;

const FORMATS: Readonly<Record<string, readonly string[]>> = {
  trace: ['text', 'json'],
  test: ['text', 'json', 'junit'],
  check: ['text', 'json', 'sarif'],
  routes: ['text', 'json', 'curl'],
  status: ['text', 'json'],
  diff: ['text', 'json'],
  convert: ['text', 'json'],
};

/** The exit code after a bug of this program. */
const FAULT = 70;

/**
 * Runs one command line. The exit code is 2 after wrong usage or an unreadable file, and 70 after a bug of
 * this program. Both print one line on standard error.
 */
function main(words: readonly string[]): void {
  try {
    const read = readArguments(words, (command) => (command === 'trace' ? 1 : 0));
    if (read.flags.has('--help') || read.flags.has('-h') || read.command === 'help') {
      process.stdout.write(HELP);
      return;
    }
    const { text, exitCode } = run(read);
    // Programs read the other formats. CI systems do not log them.
    process.stdout.write(read.output === 'text' || read.output === 'curl' ? guardLog(text) : text);
    process.exitCode = exitCode;
  } catch (error) {
    const isUsage = error instanceof UsageError;
    const message = error instanceof Error ? error.message : String(error);
    const line = isUsage ? message : `internal fault: ${message} (please report it with the input)`;
    process.stderr.write(`gammascope: ${visible(line)}\n`);
    process.exitCode = isUsage ? 2 : FAULT;
  }
}

function run(words: Arguments): { readonly text: string; readonly exitCode: number } {
  const formats = own(FORMATS, words.command);
  if (formats === undefined) {
    throw new UsageError(
      words.command === ''
        ? 'no command given; see --help'
        : `there is no command ${words.command}; see --help`,
    );
  }
  if (!formats.includes(words.output))
    throw new UsageError(`${words.command} has the formats ${formats.join(', ')}, not ${words.output}`);
  if (words.command === 'diff') {
    if (words.before.length === 0 || words.after.length === 0 || words.files.length > 0)
      throw new UsageError('diff needs --before FILE and --after FILE, and does not accept -f');
  } else if (words.files.length === 0) throw new UsageError(`${words.command} needs -f FILE`);
  else if (words.before.length + words.after.length > 0)
    throw new UsageError(`only diff accepts --before and --after, not ${words.command}`);
  if (words.command !== 'trace' && words.rest.length > 0)
    throw new UsageError(`unexpected argument ${words.rest[0]}; pass files with -f`);
  const name = words.options.get('profile') ?? AUTO;
  const profile = findProfileChoice(name);
  if (profile === null)
    throw new UsageError(`there is no profile ${name}; the profiles are ${PROFILE_CHOICES.join(', ')}`);
  const access = fileAccess(words.roots);
  const load = (files: readonly string[]) =>
    analyse(access.readSources(files), {
      profile,
      clusterDomain: words.options.get('cluster-domain') ?? 'cluster.local',
    });
  if (words.command === 'diff') {
    const [before, after] = underOneProfile(load(words.before), load(words.after));
    sayChoice(after.semantics);
    return diffCommand(before, after, words.output);
  }
  const snapshot = load(words.files);
  // A trace says it in step 2.
  if (words.command !== 'trace') sayChoice(snapshot.semantics);
  switch (words.command) {
    case 'trace':
      return { text: traceCommand(words, snapshot), exitCode: 0 };
    case 'test':
      return testCommand(snapshot, words.output, access.readManifest);
    case 'status':
      return { text: statusCommand(snapshot, words.output), exitCode: 0 };
    case 'convert': {
      const { text, exitCode, remarks } = convertCommand(words, snapshot);
      process.stderr.write(guardLog(remarks));
      return { text, exitCode };
    }
    case 'routes':
      return { text: routesCommand(words, snapshot), exitCode: 0 };
    default:
      return checkCommand(words, snapshot);
  }
}

const MOST_SIGNS = 3;

/** Prints on standard error which profile the manifests choose, if they name an implementation. */
function sayChoice({ profile, because }: Semantics): void {
  if (because.length === 0) return;
  const signs = visible(because.slice(0, MOST_SIGNS).join(', ')) + (because.length > MOST_SIGNS ? ', …' : '');
  process.stderr.write(`gammascope: profile ${profile}, because the manifests have ${signs}\n`);
}

// When the reader closes the pipe (`| head`), the command ends silently.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
provideEngines();
main(process.argv.slice(2));
