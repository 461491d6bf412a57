import { defineRule } from '../rule.js';

const privateSixteen =
  /^(?:10\.(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])|172\.(?:1[6-9]|2\d|3[01])|192\.168)\.0\.0\/16$/;

/** The subnet of a SliceConfig is a private IPv4 network of 16 bits. In a topology the schema sees to it. */
export const subnetForm = defineRule({
  id: 'slice/subnet-form',
  severity: 'error',
  why: 'KubeSlice refuses a SliceConfig whose subnet is not a private IPv4 /16 written as a.b.0.0/16',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages: {
    missing: (p: { slice: string }) => `the SliceConfig ${p.slice} has no sliceSubnet`,
    form: (p: { subnet: string }) => `${p.subnet} is not a private IPv4 /16`,
  },
  checkManifests(manifests, report) {
    for (const { name, root } of manifests.of('SliceConfig', 'controller.kubeslice.io')) {
      const spec = root.at('spec');
      if (spec.at('overlayNetworkDeploymentMode').text === 'no-network') continue;
      const subnet = spec.at('sliceSubnet');
      const remedy = 'use one of 10.x.0.0/16, 172.16.0.0/16 to 172.31.0.0/16 and 192.168.0.0/16';
      if (!subnet.given) report('missing', { slice: name }).at(spec.keySpan).fix(remedy);
      else if (!privateSixteen.test(subnet.text ?? ''))
        report('form', { subnet: String(subnet.value) })
          .at(subnet.span)
          .fix(remedy);
    }
  },
});
