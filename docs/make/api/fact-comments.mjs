// Facts have their words in the JSON Schemas: each property of a shape of the input takes its comment from there.
import { readFileSync } from 'node:fs';
import { Comment, Converter, ReferenceType } from 'typedoc';

/** The shapes of the input, each with the schema that describes it and its place in there. */
const places = {
  Session: ['session'],
  Member: ['session', 'member'],
  Staff: ['session', 'staff'],
  Supervisor: ['session', 'staff', 'supervisor'],
  Training: ['session', 'staff', 'trainings'],
  Agency: ['session', 'agency'],
  Plan: ['session', 'plan'],
  Assessment: ['session', 'assessment'],
  Documentation: ['session', 'documentation'],
  AttendanceLog: ['session', 'documentation', 'attendanceLog'],
  WeeklyNote: ['session', 'documentation', 'weeklyNote'],
  ProgressNote: ['session', 'documentation', 'progressNote'],
  Claim: ['claim'],
  ClaimLine: ['claim', 'lines'],
  SessionFacts: ['claim', 'lines', 'session'],
  PriorUse: ['history'],
};
/** Texts of a certain form: the name in the schemas, and that of the type. */
const namesOfText = { CivilDate: 'CivilDate', ClockTime: 'ClockTime', EndTime: 'ClockTime', Money: 'Money' };
/** What is inferred from a schema, which is no part of the documentation. */
const inferred = [...Object.keys(places), 'CodeBinding'];

export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    const exported = project.children.flatMap(({ children }) => children);
    for (const shape of exported.filter(({ name }) => inferred.includes(name))) {
      delete shape.extendedTypes;
      const facts = Object.hasOwn(places, shape.name) ? factsAt(places[shape.name]) : {};
      for (const property of shape.children) {
        delete property.defaultValue;
        delete property.inheritedFrom;
        delete property.overwrites;
        const fact = facts[property.name];
        if (fact === undefined) continue;
        if (fact.description !== undefined)
          property.comment = new Comment([{ kind: 'text', text: fact.description }]);
        const named = exported.find(({ name }) => name === namesOfText[textOf(fact)]);
        if (named !== undefined) property.type = withName(property.type, named, project);
      }
    }
  });
}

/** The definition in the schema that says how a text is written. */
function textOf({ $ref, anyOf = [] }) {
  return [$ref, ...anyOf.map((one) => one.$ref)].find((ref) => ref !== undefined)?.replace('#/$defs/', '');
}

/** A type in which the text is called by its name. */
function withName(type, named, project) {
  const reference = ReferenceType.createResolvedReference(named.name, named, project);
  if (type.type !== 'union') return reference;
  type.types = type.types.map((one) => (one.type === 'intrinsic' ? reference : one));
  return type;
}

function factsAt([file, ...steps]) {
  const schema = JSON.parse(readFileSync(new URL(`../../schema/${file}.json`, import.meta.url), 'utf8'));
  return steps.reduce((facts, step) => propertiesOf(facts[step]), propertiesOf(schema));
}

function propertiesOf(schema) {
  if (schema.properties !== undefined) return schema.properties;
  if (schema.items !== undefined) return propertiesOf(schema.items);
  const inner = (schema.anyOf ?? []).map(propertiesOf).find((properties) => properties !== undefined);
  return inner;
}
