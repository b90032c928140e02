// Types that are known to the compiler only are shown as a reader needs them: a list of codes as its codes, and by its
// name wherever it is used. A page of `docs/` that a comment names becomes a link.
import { Converter, LiteralType, ReferenceType, ReflectionKind, UnionType } from 'typedoc';

export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    const { project } = context;
    const lists = new Map();
    for (const alias of project.getReflectionsByKind(ReflectionKind.TypeAlias)) {
      const codes = codesOf(alias, context);
      if (codes === undefined) continue;
      const literals = codes.map((code) => new LiteralType(code));
      alias.type = literals.length === 1 ? literals[0] : new UnionType(literals);
      lists.set(keyOf(codes), alias);
    }
    for (const reflection of Object.values(project.reflections)) {
      linkPages(reflection.comment);
      if (reflection.kind !== ReflectionKind.TypeAlias && reflection.type !== undefined)
        reflection.type = byName(reflection.type, (codes) => lists.get(keyOf(codes)), project);
    }
  });
}

/** The codes of a type that is a list of nothing else. */
function codesOf(alias, context) {
  const symbol = context.getSymbolFromReflection(alias);
  const type = context.programs[0].getTypeChecker().getDeclaredTypeOfSymbol(symbol);
  const members = type.isUnion() ? type.types : [type];
  // The compiler keeps them in an order of its own.
  return members.every((member) => member.isStringLiteral())
    ? members.map(({ value }) => value).sort()
    : undefined;
}

function keyOf(codes) {
  return codes.toSorted().join(' ');
}

function byName(type, find, project) {
  const within = (inner) => byName(inner, find, project);
  const isCode = (inner) => inner.type === 'literal' && typeof inner.value === 'string';
  const all = type.type === 'union' ? type.types : [type];
  const list = find(all.filter(isCode).map(({ value }) => value));
  if (list !== undefined) {
    const named = ReferenceType.createResolvedReference(list.name, list, project);
    const others = all.filter((inner) => !isCode(inner)).map(within);
    return others.length === 0 ? named : new UnionType([named, ...others]);
  }
  if (type.type === 'union') type.types = type.types.map(within);
  if (type.type === 'array') type.elementType = within(type.elementType);
  if (type.type === 'typeOperator') type.target = within(type.target);
  if (type.type === 'reference') type.typeArguments = type.typeArguments?.map(within);
  return type;
}

function linkPages(comment) {
  for (const part of comment?.summary ?? []) {
    const page = part.kind === 'code' ? /^`docs\/(\S+)`$/.exec(part.text)?.[1] : undefined;
    if (page !== undefined)
      Object.assign(part, { kind: 'text', text: `[\`docs/${page}\`](../../../${page})` });
  }
}
