import type { Report, Span } from '../../diagnostics/index.js';
import type { Field, Manifest } from '../../manifests/index.js';
import { defineRule } from '../rule.js';

const messages = {
  boolean: (p: { written: string; read: boolean }) => `${p.written} is ${p.read} to kubectl, not a text`,
  key: (p: { written: string; read: boolean }) => `the key ${p.written} is ${p.read} to kubectl`,
  number: (p: { written: string; read: string }) => `${p.written} is ${p.read} to kubectl`,
};

/** A plain value means the same to every reader of YAML. */
export const yaml11 = defineRule({
  id: 'manifests/yaml-1-1',
  severity: 'warning',
  why: 'kubectl and most tools read YAML 1.1, where more words are booleans and more digits numbers than in YAML 1.2, so not all of them apply the same object',
  source: 'kubernetes-sigs/yaml goyaml.v2/resolve.go',
  messages,
  checkManifests(manifests, report) {
    for (const manifest of manifests.all) walk(manifest, manifest.root, report);
  },
});

type Check = Report<typeof messages>;

function walk(manifest: Manifest, field: Field, report: Check): void {
  for (const [name, value] of field.entries()) {
    checkKey(value.keySpan, report);
    // An autoscaler's trigger has a rule of its own.
    if (name === 'trigger' && manifest.group === 'autoscaling.kubedb.com') continue;
    visit(manifest, value, report);
  }
  for (const item of field.items()) visit(manifest, item, report);
}

function visit(manifest: Manifest, field: Field, report: Check): void {
  if (typeof field.value === 'object') walk(manifest, field, report);
  else if (field.given) checkScalar(field, report);
}

const yes = /^(?:y|Y|yes|Yes|YES|on|On|ON)$/;
const no = /^(?:n|N|no|No|NO|off|Off|OFF)$/;

function textOf({ file, start, end }: Span): string {
  return file.text.slice(start, end);
}

function checkKey(span: Span, report: Check): void {
  const written = textOf(span);
  if (!yes.test(written) && !no.test(written)) return;
  report('key', { written, read: yes.test(written) })
    .at(span)
    .fix(`write "${written}"`)
    .edit(span, `"${written}"`);
}

function checkScalar({ span, value }: Field, report: Check): void {
  const written = textOf(span);
  if (yes.test(written) || no.test(written)) {
    const read = yes.test(written);
    report('boolean', { written, read }).at(span).fix(`write ${read}, or "${written}" if the text is meant`);
    return;
  }
  const read = numberOf(written);
  if (read === undefined || read === value) return;
  report('number', { written, read: String(read) })
    .at(span)
    .fix(`write ${read}, or "${written}" if the text is meant`);
}

/** The whole number that YAML 1.1 reads in a plain scalar that YAML 1.2 reads otherwise. */
function numberOf(written: string): number | undefined {
  const digits = written.replaceAll('_', '');
  if (!/^[-+]?\d/.test(written)) return undefined;
  if (/^[-+]?0[0-7]+$/.test(digits)) return Number.parseInt(digits, 8);
  if (/^[-+]?0b[01]+$/.test(digits)) return Number.parseInt(digits.replace('0b', ''), 2);
  if (written.includes('_') && /^[-+]?\d+$/.test(digits)) return Number(digits);
  return undefined;
}
