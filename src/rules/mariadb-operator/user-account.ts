import type { Report } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { objectsOf } from './operator-objects.js';

const messages = {
  several: (p: { user: string; fields: string }) => `${p.user} can log in in more than one way: ${p.fields}`,
  plugin: (p: { user: string }) => `${p.user} has the argument of a plugin, and no plugin`,
  empty: (p: { user: string }) => `${p.user} is to require TLS, and of what kind is not said`,
  kinds: (p: { user: string; fields: string }) => `${p.user} requires TLS of more than one kind: ${p.fields}`,
};

/** A user logs in in one way, over one kind of connection. */
export const userAccount = defineRule({
  id: 'mariadb-operator/user-account',
  severity: 'error',
  why: "the operator's webhook refuses the user",
  source: 'mariadb-operator/mariadb-operator internal/webhook/v1alpha1/user_webhook.go',
  messages,
  checkManifests(manifests, report) {
    for (const { name, root } of objectsOf(manifests, 'User')) {
      const spec = root.at('spec');
      checkCredential(name, spec, report);
      const require = spec.at('require');
      if (require.given) checkRequire(name, require, report);
    }
  },
});

type Check = Report<typeof messages>;

function checkCredential(user: string, spec: Field, report: Check): void {
  const given = ['passwordSecretKeyRef', 'passwordHashSecretKeyRef', 'passwordPlugin'].filter(
    (each) => spec.at(each).given,
  );
  const [first, second] = given;
  const plugin = spec.at('passwordPlugin');
  if (first !== undefined && second !== undefined)
    report('several', { user, fields: listed(given) })
      .at(spec.at(second).keySpan)
      .related(spec.at(first).keySpan, first)
      .fix('keep one of them');
  else if (plugin.at('pluginArgSecretKeyRef').given && !plugin.at('pluginNameSecretKeyRef').given)
    report('plugin', { user })
      .at(plugin.at('pluginArgSecretKeyRef').keySpan)
      .fix('name the plugin as pluginNameSecretKeyRef');
}

function checkRequire(user: string, require: Field, report: Check): void {
  const given = ['ssl', 'x509', 'issuer', 'subject'].filter((each) => {
    const { flag, text } = require.at(each);
    return flag === true || (text !== undefined && text !== '');
  });
  const kinds = new Set(given.map((each) => (each === 'subject' ? 'issuer' : each)));
  if (kinds.size === 0)
    report('empty', { user }).at(require.keySpan).fix('write ssl: true, or remove require');
  else if (kinds.size > 1)
    report('kinds', { user, fields: listed(given) })
      .at(require.keySpan)
      .fix('keep ssl, or x509, or issuer and subject');
}
