import { type ClusterPlan, type Plan, sliceZone } from '../../plan/index.js';
import { inProbePod, kubectl, onEach, type RunbookStep, type RunbookVariable } from '../runbook-step.js';
import { forwarding, isOpen, needsCorefile } from './runbook-forwarding.js';

/** How slice.local gets into the DNS of every member, and how to see that it did. */
export function dnsSteps({ slice }: Plan): readonly RunbookStep[] {
  const members = slice?.members ?? [];
  if (members.length === 0) return [];
  const steps = [lookForNodeCache(members), ...members.map(forward)];
  if (members.some(isOpen)) steps.push(synthesizeAgain());
  const forwarded = members.filter((member) => !isOpen(member));
  if (forwarded.length > 0) steps.push(checkForwarding(forwarded));
  return steps;
}

const topologyVariable: RunbookVariable = {
  name: 'TOPOLOGY',
  value: 'spec/topology.yaml',
  amongSeveral: "''",
  comment: 'the file of this topology; paths in it are relative to its folder',
};

const programVariable: RunbookVariable = {
  name: 'PROGRAM',
  value: '(spec/topology.yaml)',
  amongSeveral: '()',
  comment: 'every file and folder that dbspan synth is given',
};

function forward(member: ClusterPlan): RunbookStep {
  return {
    phase: 'dns',
    title: `Forward ${sliceZone} on ${member.name}`,
    variables: needsCorefile(member) ? [topologyVariable] : [],
    body: forwarding(member),
  };
}

function lookForNodeCache(members: readonly ClusterPlan[]): RunbookStep {
  return {
    phase: 'dns',
    title: 'Look for a DNS cache on the nodes',
    body: [
      {
        shell: onEach(
          members,
          (member) => `${kubectl(member)} get daemonsets -A | grep -i -e node-local-dns -e nodelocaldns`,
        ),
      },
      {
        text: `Nothing should be found. A node-local cache answers pods before CoreDNS is asked, and most send names outside the cluster past it: where there is one, its own configuration needs a server block for \`${sliceZone}\` too.`,
      },
    ],
  };
}

function synthesizeAgain(): RunbookStep {
  return {
    phase: 'dns',
    title: 'Compile again',
    variables: [programVariable],
    body: [
      {
        text: 'Stop here until this is done: a database that starts before its names resolve does not form. With the answers in the topology, compile it, have the change reviewed as always, and go on in the new runbook with this section, which then has the commands.',
      },
      { shell: [`npx dbspan synth "\${PROGRAM[@]:?every file of the program}" -o "$DIST"`] },
    ],
  };
}

function checkForwarding(members: readonly ClusterPlan[]): RunbookStep {
  return {
    phase: 'dns',
    title: `Check that ${sliceZone} is forwarded`,
    body: [
      {
        text: 'CoreDNS takes up to two minutes to read its configuration again; a restart is not needed. Then ask each member for a name that does not exist:',
      },
      {
        shell: onEach(members, (member) => inProbePod(member, `nslookup -type=a dbspan-probe.${sliceZone}`)),
      },
      {
        text: [
          'What the answer means (the pod itself ends with an error each time):',
          '',
          '- `No answer`: right. kubeslice-dns was asked, and knows no such name.',
          '- `NXDOMAIN`: not forwarded. Someone else answered. Wait two minutes, then look at the log below.',
          '- `SERVFAIL`, or no answer in time: forwarded, but not to kubeslice-dns. The address is wrong, or its pod is down.',
        ].join('\n'),
      },
      {
        text: 'A configuration that CoreDNS refuses shows in its log alone, while the old one stays in force:',
      },
      {
        shell: onEach(members, (member) =>
          member.dns?.kind === 'dns-operator'
            ? `${kubectl(member)} -n openshift-dns logs daemonset/dns-default -c dns --tail=20`
            : `${kubectl(member)} -n kube-system logs -l k8s-app=kube-dns --all-containers --tail=20`,
        ),
      },
    ],
  };
}
