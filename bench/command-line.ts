import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from './generate.ts';

/** The memory and time of one run of the command line. */
export interface CommandLineFigure {
  readonly documents: number;
  readonly megabytes: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly status: number | null;
}

const DOCUMENTS = 50_000;

/** Preloaded into the command: prints its peak memory (kB) and processor time (microseconds) at its end. */
const REPORT = `process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  require('node:fs').writeSync(2, '\\nusage ' + maxRSS + ' ' + (userCPUTime + systemCPUTime) + '\\n');
});`;

/** Runs \`check\` on a bundle of 50,000 documents in its own process. */
export function runCommandLine(): readonly CommandLineFigure[] {
  const folder = mkdtempSync(join(tmpdir(), 'gammascope-bench-'));
  try {
    const file = join(folder, 'bundle.yaml');
    const preload = join(folder, 'report.cjs');
    const { text } = bundle(DOCUMENTS, 0);
    writeFileSync(file, text);
    writeFileSync(preload, REPORT);
    const start = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--require', preload, 'scripts/gammascope.mjs', 'check', '-f', file],
      { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const seconds = (performance.now() - start) / 1000;
    const usage = /usage (\d+) (\d+)/.exec(stderr);
    if (usage === null) throw new Error(`the command printed no usage: ${stderr.slice(0, 500)}`);
    return [
      {
        documents: DOCUMENTS,
        megabytes: Buffer.byteLength(text) / 1e6,
        seconds,
        cpuSeconds: Number(usage[2]) / 1e6,
        peakMb: Number(usage[1]) / 1024,
        status,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
