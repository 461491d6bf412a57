import type { Report } from '../../diagnostics/index.js';
import type { Field, Manifest } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { worksOf } from '../works.js';
import { objectName } from './resources.js';
import { configsOf, isAbout } from './work-configs.js';

const messages = {
  wellKnown: (p: { work: string; object: string }) =>
    `${p.work} asks for the WellKnownStatus of ${p.object}, which the agent does not know`,
  none: (p: { work: string }) => `${p.work} asks for JSONPaths and names none`,
  path: (p: { path: string; form: string }) => `the JSON path ${p.path} is written ${p.form}`,
  twice: (p: { work: string; name: string }) => `${p.work} reports two values called ${p.name} of one object`,
};

/** Kinds whose status the agent can report by itself. */
const wellKnown = new Set(['apps/v1 Deployment', 'apps/v1 DaemonSet', 'batch/v1 Job', 'v1 Pod']);

/** What a work reports back from the cluster can be read there. */
export const feedback = defineRule({
  id: 'ocm/feedback',
  severity: 'warning',
  why: 'the value never arrives: the work is applied, its condition StatusFeedbackSynced is False, and whoever waits for the value waits for ever',
  source: 'open-cluster-management-io/ocm pkg/work/spoke/statusfeedback/reader.go',
  messages,
  checkManifests(manifests, report) {
    for (const work of worksOf(manifests)) {
      const name = objectName(work.manifest);
      for (const config of configsOf(work)) {
        const objects = work.objects.filter((object) => isAbout(config, object));
        checkRules(config.field.at('feedbackRules').items(), objects, name, report);
      }
    }
  },
});

function checkRules(
  rules: readonly Field[],
  objects: readonly Manifest[],
  work: string,
  report: Report<typeof messages>,
): void {
  const seen = new Map<string, Field>();
  for (const rule of rules) {
    const type = rule.at('type');
    const unknown = objects.find(({ apiVersion, kind }) => !wellKnown.has(`${apiVersion} ${kind}`));
    if (type.text === 'WellKnownStatus' && unknown)
      report('wellKnown', { work, object: objectName(unknown) })
        .at(type.span)
        .fix(
          'write type: JSONPaths, and the paths of the values; it knows Deployments, DaemonSets, Jobs and Pods',
        );
    if (type.text !== 'JSONPaths') continue;
    const paths = rule.at('jsonPaths').items();
    if (paths.length === 0) report('none', { work }).at(type.span).fix('name the values under jsonPaths');
    for (const entry of paths) {
      checkPath(entry.at('path'), report);
      const name = entry.at('name');
      if (name.text === undefined) continue;
      const first = seen.get(name.text);
      if (!first) seen.set(name.text, name);
      else
        report('twice', { work, name: name.text })
          .at(name.span, 'again here')
          .related(first.span, 'first here')
          .fix('give each value a name of its own');
    }
  }
}

function checkPath(path: Field, report: Report<typeof messages>): void {
  const written = path.text;
  if (written === undefined || /^\.[^{}]*$/.test(written)) return;
  const braced = /^\{(.*)\}$/.exec(written)?.[1];
  const bare = (braced ?? written).replace(/^\$/, '');
  const form = braced === undefined ? 'without a dot in front' : 'in braces';
  const right = bare.startsWith('.') ? bare : `.${bare}`;
  const open = report('path', {
    path: written,
    form: written.includes('{') && braced === undefined ? 'with braces' : form,
  }).at(path.span);
  if (/[{}]/.test(right)) open.fix('write one path, with a dot in front and without braces');
  else open.fix(`write ${right}`).edit(path.span, JSON.stringify(right));
}
