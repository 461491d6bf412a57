import { sliceZone } from '../../plan/index.js';
import { addressOf, specialAddress } from '../ip-address.js';
import { defineRule } from '../rule.js';
import { corednsTexts, placed } from './dns-objects.js';
import { blocksOf, forwardTargets, readCorefile } from './server-blocks.js';
import { stubDomainsOf } from './stub-domains-of.js';

/** slice.local is forwarded to an address another machine answers on. */
export const forwardTarget = defineRule({
  id: 'dns/forward-target',
  severity: 'error',
  why: 'the DNS servers of the distributions forward to addresses only: a name is refused when the configuration is read, and an address of the server itself goes round in a circle',
  source: 'coredns/coredns plugin/forward/README.md',
  messages: {
    name: (p: { target: string }) => `${sliceZone} is forwarded to ${p.target}, which is no IP address`,
    special: (p: { target: string; what: string }) => `${sliceZone} is forwarded to ${p.target}, ${p.what}`,
    nowhere: (p: { key: string }) => `the server block for ${sliceZone} in ${p.key} forwards nowhere`,
  },
  checkManifests(manifests, report) {
    const check = (target: string, span: Parameters<ReturnType<typeof report>['at']>[0]): void => {
      // A file with servers, such as /etc/resolv.conf.
      if (target.startsWith('/')) return;
      const host = hostOf(target);
      const address = addressOf(host);
      const what = address && specialAddress(address);
      const remedy = 'write the ClusterIP of the service kubeslice-system/kubeslice-dns of this cluster';
      if (!address) report('name', { target }).at(span).fix(remedy);
      else if (what !== undefined) report('special', { target, what }).at(span).fix(remedy);
    };
    for (const { key, field, text } of corednsTexts(manifests)) {
      for (const block of blocksOf(readCorefile(text), sliceZone)) {
        const targets = forwardTargets(block);
        if (targets.length === 0 && answersNothing(block.body))
          report('nowhere', { key })
            .at(field.keySpan)
            .fix('add: forward . and the ClusterIP of kubeslice-dns');
        for (const target of targets) check(target, field.keySpan);
      }
    }
    for (const { root } of placed(manifests, 'DNS', 'operator.openshift.io').map(
      ({ manifest }) => manifest,
    )) {
      for (const server of root.at('spec', 'servers').items()) {
        if (
          !server
            .at('zones')
            .items()
            .some(({ text }) => text === sliceZone)
        )
          continue;
        for (const upstream of server.at('forwardPlugin', 'upstreams').items())
          if (upstream.text !== undefined) check(upstream.text, upstream.span);
      }
    }
    for (const { field, domains } of stubDomainsOf(manifests)) {
      for (const target of domains?.[sliceZone] ?? []) check(target, field.keySpan);
    }
  },
});

/** A target without protocol and port. */
function hostOf(target: string): string {
  const bare = target.replace(/^[a-z]+:\/\//, '');
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(bare)?.[1];
  if (bracketed !== undefined) return bracketed;
  return /^[^:]+:\d+$/.test(bare) ? bare.replace(/:\d+$/, '') : bare;
}

/** Whether a block holds nothing that could know a name. */
function answersNothing(body: string): boolean {
  const lines = body.split('\n').map((line) => line.trim());
  return lines.every(
    (line) => line === '' || /^(?:errors|cache|log|reload|loadbalance|bufsize|debug)\b/.test(line),
  );
}
