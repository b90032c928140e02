// Facts have their words in the JSON Schemas: each property of a shape of the input takes its comment from there.
import { readFileSync } from 'node:fs';
import { Comment, Converter } from 'typedoc';

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
/** What is inferred from a schema, which is no part of the documentation. */
const inferred = [...Object.keys(places), 'Readings', 'ReadingsInput', 'CodeBinding'];

export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const shape of project.children.filter(({ name }) => inferred.includes(name))) {
      delete shape.extendedTypes;
      const facts = Object.hasOwn(places, shape.name) ? factsAt(places[shape.name]) : {};
      for (const property of shape.children) {
        delete property.defaultValue;
        delete property.inheritedFrom;
        delete property.overwrites;
        const text = facts[property.name]?.description;
        if (text !== undefined) property.comment = new Comment([{ kind: 'text', text }]);
      }
    }
  });
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
