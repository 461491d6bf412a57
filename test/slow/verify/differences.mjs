// Differences between dbspan verify and the API server that are meant, or known and accepted.

const isStatefulSet = ({ object }) => object?.kind === 'StatefulSet';

export const knownDifferences = [
  {
    why: 'the API server does not look into the pod template and the volume claims of a StatefulSet; the pods and claims made of them are refused, so dbspan refuses the StatefulSet',
    applies: (result) =>
      result.theirs.accepted &&
      isStatefulSet(result) &&
      result.ours.every(
        ({ message, id }) =>
          id === 'manifest/built-in' || /spec\.(?:template|volumeClaimTemplates)/.test(message),
      ),
  },
  {
    why: 'a time with a lower-case t or z fits the format, but no rule in CEL can read it: dbspan notes that the rule was not evaluated',
    applies: ({ theirs, ours }) =>
      ours.length === 0 && /Invalid date-time formatted string/.test(theirs.message),
  },
  {
    why: 'the hand-written rules of policy/v1 are in neither of the two servers',
    applies: ({ theirs, ours, object }) =>
      theirs.accepted &&
      object?.apiVersion === 'policy/v1' &&
      ours.every(({ id }) => id === 'manifest/built-in'),
  },
];
