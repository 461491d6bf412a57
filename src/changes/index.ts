export { compareOutputs } from './compare.js';
export { fieldAt, fieldChanges, pathText } from './fields.js';
export {
  type DatabaseRequest,
  databaseRequests,
  type RequestType,
  versionRequest,
} from './kubedb-requests.js';
export type {
  AddedObject,
  AlteredObject,
  Change,
  ChangeSubject,
  FieldChange,
  ItemKey,
  ObjectChange,
  Output,
  OutputObject,
  OutputText,
  PathStep,
  RemovedObject,
  ReplacedObject,
  TextChange,
} from './model.js';
export { folders, identity, isObjectFile, objectsIn } from './objects.js';
export {
  type ImmutableField,
  immutableFieldsOf,
  immutableKinds,
  refusedChange,
} from './operator-fields.js';
export { optionsOf } from './options.js';
export {
  isGone,
  isNew,
  type PolicyReading,
  readPolicy,
  readSlice,
  type SliceChange,
  type SliceReading,
  sliceChanges,
  withMembers,
} from './slices.js';
export { changeSubject, nameOf, objectText, type Surroundings } from './subject.js';
export { canonical, meansSame, valueText } from './values.js';
