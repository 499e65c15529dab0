import { parseSync } from 'vite';

/** An option of a form or a field, as its type declares it. */
export type DocumentedOption = {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  /** The comment above it. */
  readonly sentence: string;
};

type Node = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly id?: { readonly name: string };
  readonly key?: { readonly name: string };
  readonly declaration?: Node | null;
  readonly typeAnnotation?: Node;
  readonly types?: readonly Node[];
  readonly members?: readonly Node[];
  readonly optional?: boolean;
  readonly typeParameters?: { readonly params: readonly TypeParameter[] } | null;
};

type TypeParameter = { readonly name?: { readonly name: string }; readonly constraint?: Node };

/** The options that an object type of a source file declares itself, without those of other types in it. */
export function optionsOfType(source: string, name: string): readonly DocumentedOption[] {
  const { declared, comments } = parse(source);
  const alias = declared.find((it) => it.type === 'TSTypeAliasDeclaration' && it.id?.name === name);
  const type = alias?.typeAnnotation;
  const parameters = (alias?.typeParameters?.params ?? []).map((it) => ({
    name: it.name?.name ?? '',
    constraint: source.slice(it.constraint?.start ?? 0, it.constraint?.end ?? 0),
  }));
  const members = [type, ...(type?.types ?? [])].flatMap((it) => it?.members ?? []);
  return members.map((it) => {
    const isFunction = it.type === 'TSMethodSignature';
    const annotation = it.typeAnnotation?.typeAnnotation;
    return {
      name: it.key?.name ?? '',
      type: isFunction
        ? 'function'
        : withoutParameters(oneLine(source.slice(annotation?.start, annotation?.end)), parameters),
      isRequired: it.optional !== true,
      sentence: commentBefore(source, comments, it.start),
    };
  });
}

/** The exported function of a file, with the comment above it and the type of its options. */
export function documentedFunction(source: string, name: string) {
  const { declared, exported, comments } = parse(source);
  const declaration = declared.find(
    (it) => it.type === 'FunctionDeclaration' && it.id?.name === name,
  );
  const statement = exported.find((it) => it.declaration === declaration);
  return {
    sentence: commentBefore(source, comments, statement?.start ?? 0),
    optionsType: optionsTypeOf(source.slice(declaration?.start)),
  };
}

/**
 * The type of the options of `function text<const Options extends TextOptions>(`, of `function note({ … }: NoteOptions)`,
 * or of `function repeat<…>(options: RepeatOptions<…>`.
 */
function optionsTypeOf(declaration: string): string {
  const [, constraint, type, generic] =
    /^function \w+(?:<const Options extends (\w+)>|\([^)]*: (\w+)\)|<[^(]*>\(\s*options: (\w+)<)/.exec(
      declaration,
    ) ?? [];
  return constraint ?? type ?? generic ?? '';
}

function parse(source: string) {
  const { program, comments } = parseSync('types.ts', source, { lang: 'ts' });
  const body = program.body as unknown as readonly Node[];
  return {
    exported: body,
    declared: body.map((it) => it.declaration ?? it),
    comments: comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*')),
  };
}

type Comment = { readonly start: number; readonly end: number; readonly value: string };

/** The text of the JSDoc that ends right before a position. */
function commentBefore(source: string, comments: readonly Comment[], position: number): string {
  const above = comments.find(
    ({ end }) => end <= position && source.slice(end, position).trim() === '',
  );
  return oneLine((above?.value ?? '').replace(/^\*/, '').replaceAll(/\n\s*\*/g, '\n'));
}

/** A type parameter says nothing to readers, but what it has to be does. */
function withoutParameters(
  type: string,
  parameters: readonly { readonly name: string; readonly constraint: string }[],
): string {
  const known = parameters.find(({ name }) => name === type)?.constraint;
  return (known ?? type).replaceAll('readonly ', '');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
