import {
  type ClusterPlan,
  kubesliceWorkerNamespace,
  serverBlock,
  shellWord,
  sliceZone,
} from '../../plan/index.js';
import { applyWave, code, command, inDist, kubectl, type RunbookBlock } from '../runbook-step.js';

/** Whether a member still needs something in the topology before its DNS can be written. */
export function isOpen({ dns }: ClusterPlan): boolean {
  return dns?.kind === 'manual' && dns.reason !== 'distribution-unknown';
}

/** Distributions whose CoreDNS imports nothing: the whole Corefile has to be written. */
export function needsCorefile({ source }: ClusterPlan): boolean {
  return source.distribution === 'kubeadm' || source.distribution === 'kind' || source.distribution === 'eks';
}

function readAddress(member: ClusterPlan): string {
  return command(
    `${kubectl(member)} -n ${kubesliceWorkerNamespace} get service kubeslice-dns`,
    `-o jsonpath='{.spec.clusterIP}{"\\n"}'`,
  );
}

/** The address in the topology against the one of the service: a service made anew has another. */
function checkAddress(member: ClusterPlan, address: string): RunbookBlock[] {
  return [
    { shell: [readAddress(member)] },
    { expect: address },
    {
      text: 'Any other address: correct `kubesliceDNS` in the topology and run `dbspan synth` first.',
    },
  ];
}

/** What to do on one member, and what to look at before and after. */
export function forwarding(member: ClusterPlan): RunbookBlock[] {
  const { dns } = member;
  switch (dns?.kind) {
    case undefined:
      return [];
    case 'coredns-custom':
      return [...checkAddress(member, dns.address), ...customKey(member)];
    case 'corefile':
      return [...checkAddress(member, dns.address), ...wholeCorefile(member)];
    case 'helm-chart-config':
      return [...checkAddress(member, dns.address), ...chartValues(member)];
    case 'dns-operator':
      return [...checkAddress(member, dns.address), ...operatorServer(member, dns.address)];
    case 'kube-dns':
      return [...checkAddress(member, dns.address), ...stubDomain(member, dns.address)];
    case 'eks-addon':
      return [...checkAddress(member, dns.address), ...addOnConfiguration(member)];
    case 'manual':
      return dns.reason === 'distribution-unknown' && dns.address !== undefined
        ? [...checkAddress(member, dns.address), ...byHand(member, dns.address)]
        : openQuestions(member);
  }
}

const noOther: RunbookBlock = {
  text: 'It must print nothing, or, when this step is repeated, only lines that stand under `slice-local.server`: a zone that stands twice makes CoreDNS refuse all of its configuration. Remove what an earlier attempt left.',
};

function customKey(member: ClusterPlan): RunbookBlock[] {
  const k3s = member.source.distribution === 'k3s';
  const imports: RunbookBlock[] = k3s
    ? [
        {
          text: 'Never edit the ConfigMap `coredns` itself: k3s writes it anew at every start. It imports `coredns-custom`, which is what is written here. Very old k3s releases do not; this must print the import:',
        },
        {
          shell: [
            command(
              `${kubectl(member)} -n kube-system get configmap coredns -o jsonpath='{.data.Corefile}' |`,
              "grep 'import /etc/coredns/custom/\\*.server'",
            ),
          ],
        },
        { expect: 'import /etc/coredns/custom/*.server' },
      ]
    : [
        {
          text: 'Never edit the ConfigMap `coredns` itself: AKS takes it back. `coredns-custom` is there for this, and only one key of it is written.',
        },
      ];
  return [
    ...imports,
    {
      shell: [
        command(
          `${kubectl(member)} -n kube-system get configmaps coredns coredns-custom --ignore-not-found -o yaml |`,
          "grep -n 'slice\\.local'",
        ),
      ],
    },
    noOther,
    { shell: [applyWave(member, '50-dns')] },
  ];
}

function saved(member: ClusterPlan): string {
  return member.source.corefile ?? `corefiles/${member.name}.Corefile`;
}

/** Saves the Corefile as it is, and leaves the file alone when there is nothing to save. */
function saveCorefile(member: ClusterPlan): string[] {
  return [
    `COREFILE="$(dirname "\${TOPOLOGY:?the file of this topology}")"/${shellWord(saved(member))}`,
    'mkdir -p "$(dirname "$COREFILE")"',
    command(
      `${kubectl(member)} -n kube-system get configmap coredns -o jsonpath='{.data.Corefile}' > "$COREFILE.new" &&`,
      '[ -s "$COREFILE.new" ] && mv "$COREFILE.new" "$COREFILE"',
    ),
  ];
}

function saveAgain(member: ClusterPlan): RunbookBlock[] {
  return [
    {
      text: 'Otherwise the Corefile has changed since it was saved. Then, and only then, save it again, run `dbspan synth` and repeat this step:',
    },
    { shell: saveCorefile(member) },
  ];
}

function wholeCorefile(member: ClusterPlan): RunbookBlock[] {
  return [
    {
      text: 'CoreDNS imports nothing here, so the whole Corefile is written. First see what would change:',
    },
    {
      shell: [
        command(
          `${kubectl(member)} diff --server-side --force-conflicts --field-manager=dbspan`,
          `-k ${inDist(member, '50-dns')}`,
        ),
      ],
    },
    {
      text: `The block for \`${sliceZone}\` may be new, and annotations; no other line may come or go.`,
    },
    ...saveAgain(member),
    { text: 'If all is well apply it, forced because the whole text is one field that the installer owns:' },
    { shell: [applyWave(member, '50-dns', { force: true })] },
  ];
}

function chartValues(member: ClusterPlan): RunbookBlock[] {
  return [
    {
      shell: [
        command(
          `${kubectl(member)} -n kube-system get helmchartconfigs.helm.cattle.io rke2-coredns`,
          '--ignore-not-found -o yaml',
        ),
      ],
    },
    {
      text: 'It must print nothing, or what dbspan wrote before. Values that others have set there would be lost: merge them by hand instead of the next command. (It is not forced, so a conflict stops it.) RKE2 then installs its chart anew.',
    },
    {
      shell: [
        applyWave(member, '50-dns'),
        `${kubectl(member)} -n kube-system rollout status deployment/rke2-coredns-rke2-coredns --timeout=5m`,
      ],
    },
  ];
}

function operatorServer(member: ClusterPlan, address: string): RunbookBlock[] {
  return [
    {
      shell: [
        command(
          `${kubectl(member)} get dnses.operator.openshift.io default`,
          `-o jsonpath='{.spec.servers}{"\\n"}'`,
        ),
      ],
    },
    {
      text: 'It must print an empty line, or only the server `slice-local`. The list is one field: applying it replaces all of it, and every other zone in it would stop to resolve. If there are others, add ours by hand instead of the next command (which is not forced, so a conflict stops it):',
    },
    {
      expect: `{"name":"slice-local","zones":["${sliceZone}"],"forwardPlugin":{"policy":"Random","upstreams":["${address}"]}}`,
    },
    {
      shell: [
        applyWave(member, '50-dns'),
        `${kubectl(member)} -n openshift-dns rollout status daemonset/dns-default --timeout=5m`,
      ],
    },
    { text: 'Never edit `openshift-dns/dns-default`: the operator writes it.' },
  ];
}

function stubDomain(member: ClusterPlan, address: string): RunbookBlock[] {
  return [
    {
      shell: [
        `${kubectl(member)} -n kube-system get deployment kube-dns`,
        command(
          `${kubectl(member)} -n kube-system get configmap kube-dns --ignore-not-found`,
          `-o jsonpath='{.data.stubDomains}{"\\n"}'`,
        ),
      ],
    },
    {
      text: `kube-dns must be there and run. Autopilot and Cloud DNS for GKE cannot forward to a service address: on such a cluster stop here. The second command must print an empty line or only \`${sliceZone}\`; it is one text, and applying it replaces all of it. If there are other stub domains, write one text with all of them by hand instead of the next command (which is not forced, so a conflict stops it):`,
    },
    { expect: JSON.stringify({ [sliceZone]: [address] }) },
    { shell: [applyWave(member, '50-dns')] },
  ];
}

function addOnConfiguration(member: ClusterPlan): RunbookBlock[] {
  const target = '--region "$EKS_REGION" --cluster-name "$EKS_NAME" --addon-name coredns';
  const file = inDist(member, 'values/eks-coredns-addon.json').replace('"$DIST', '"file://$DIST');
  const update = (conflicts: string) =>
    command(
      `aws eks update-addon ${target}`,
      `--configuration-values ${file}`,
      `--resolve-conflicts ${conflicts}`,
    );
  return [
    {
      text: 'CoreDNS is a managed add-on here, and its Corefile part of the add-on’s configuration, not an object to apply. Its cluster’s name and region, as `aws eks update-kubeconfig` wrote them (with another kubeconfig set the two by hand):',
    },
    {
      shell: [
        'export AWS_PAGER=',
        `EKS_ARN=$(${kubectl(member)} config view --minify -o jsonpath='{.clusters[0].name}')`,
        `EKS_NAME="\${EKS_ARN##*/}"`,
        'EKS_REGION=$(echo "$EKS_ARN" | cut -d: -f4)',
        'echo "$EKS_NAME in $EKS_REGION"',
      ],
    },
    {
      shell: [command(`aws eks describe-addon ${target}`, '--query addon.configurationValues --output text')],
    },
    {
      text: 'It must print `None`, or what was written from here before. The update replaces all configuration values: if there are others, add them to a copy of the file beside `corefile` and give the next command the copy.',
    },
    {
      shell: [
        command(
          `${kubectl(member)} -n kube-system get configmap coredns -o jsonpath='{.data.Corefile}' |`,
          `diff "$(dirname "\${TOPOLOGY:?the file of this topology}")"/${shellWord(saved(member))} -`,
        ),
      ],
    },
    {
      text: `It must print nothing (a missing line break at the end aside), or only the block for \`${sliceZone}\` when this step is repeated.`,
    },
    ...saveAgain(member),
    { text: 'If all is well:' },
    { shell: [update('PRESERVE'), `aws eks wait addon-active ${target}`] },
    {
      text: 'PRESERVE, because it leaves alone what someone has changed on the cluster itself (replicas, resources, tolerations), where OVERWRITE would put the defaults back on a running DNS.',
    },
    {
      shell: [
        command(
          `${kubectl(member)} -n kube-system get configmap coredns -o jsonpath='{.data.Corefile}' |`,
          `grep -A 3 'slice\\.local'`,
        ),
      ],
    },
    {
      text: 'It must print the block. If it prints nothing, the Corefile is among what was changed on the cluster, and PRESERVE kept it. The file holds that Corefile with the block added, so it may be overwritten; put all other changes into the configuration first:',
    },
    { shell: [update('OVERWRITE')] },
  ];
}

function byHand(member: ClusterPlan, address: string): RunbookBlock[] {
  return [
    {
      text: `How the DNS of ${member.name} is configured is not known to dbspan (\`distribution: other\`), so this is yours. In CoreDNS it is one server block, ahead of all others:`,
    },
    { expect: serverBlock(address).trimEnd() },
    {
      text: 'Look first for a place of your own that the Corefile imports (`coredns-custom`, a key that ends in `.server`), then for the installer’s way to configure CoreDNS; the Corefile itself is the last resort, because an installer may write it anew. The port is the one CoreDNS listens on: 8053 on Gardener.',
    },
    {
      shell: [
        `${kubectl(member)} -n kube-system get configmaps`,
        `${kubectl(member)} -n kube-system get configmap coredns -o jsonpath='{.data.Corefile}'`,
      ],
    },
  ];
}

/** What the topology does not say yet, all at once, so that one more synth is enough. */
function openQuestions(member: ClusterPlan): RunbookBlock[] {
  const { dns, source } = member;
  const blocks: RunbookBlock[] = [];
  if (dns?.address === undefined) {
    blocks.push(
      {
        text: `The address of kubeslice-dns on ${member.name} is not in the topology, because it exists only now. Write what this prints as \`kubesliceDNS\` of ${member.name}:`,
      },
      { shell: [readAddress(member)] },
    );
  }
  if (source.distribution === 'k3s') {
    blocks.push({
      text: 'Do not edit the ConfigMap `coredns` in the meantime, as guides show it: k3s writes it anew at every start.',
    });
  }
  if (!needsCorefile(member)) return blocks;
  const path = saved(member);
  const named =
    source.corefile === undefined
      ? `Write ${code(`corefile: ${path}`)} for ${member.name}, and save the Corefile there:`
      : `The topology has the Corefile of ${member.name} as ${code(path)}. Save it there, unless it is there and current:`;
  blocks.push(
    { text: `CoreDNS imports nothing there, so dbspan adds to the Corefile as it is now. ${named}` },
    { shell: saveCorefile(member) },
  );
  return blocks;
}
