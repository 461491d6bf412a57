import type { Report } from './report.js';

type Render = (report: Report) => string;

/** Forms for machines, each loaded when it is asked for. Text, the form for people, goes to two streams and is no part of them. */
const machineFormats = {
  json: async () => (await import('./json.js')).renderJson,
  sarif: async () => (await import('./sarif.js')).renderSarif,
  junit: async () => (await import('./junit.js')).renderJunit,
  github: async () => (await import('./github.js')).renderGithub,
  gitlab: async () => (await import('./gitlab.js')).renderGitlab,
} as const satisfies Readonly<Record<string, () => Promise<Render>>>;

/** Name of a form that is one document on standard output. */
export type MachineFormat = keyof typeof machineFormats;

/** Every form findings can be printed in, the default first. */
export const formats: readonly string[] = ['text', ...Object.keys(machineFormats)];

/** Whether a name is that of a form for machines. */
export function isMachineFormat(name: unknown): name is MachineFormat {
  return typeof name === 'string' && Object.hasOwn(machineFormats, name);
}

/** A report in a form for machines. Ends with a line break where it is not empty. */
export async function renderReport(report: Report, format: MachineFormat): Promise<string> {
  const render = await machineFormats[format]();
  return render(report);
}
