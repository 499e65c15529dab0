import { toApiEntry } from './api-entry.ts';
import type { Entry } from '../form/entry.ts';
import { asksForFiles } from '../form/asks-for-files.ts';
import { answersSchema } from '../form/answers-schema.ts';
import { pickKnownAnswers } from '../form/current-answers.ts';
import type { JsonSchema } from '../form/field.ts';
import { isInvited, isOpen, type Form } from '../form/define-form.ts';
import { derivedFor } from '../form/form-functions.ts';
import { questionsOf } from '../form/questions.ts';
import { evaluateForm } from '../logic/evaluate-form.ts';
import type { Evaluation } from '../logic/evaluation.ts';
import { hasLogic } from '../logic/has-logic.ts';
import { deliverySchemas } from './delivery-schemas.ts';
import { memberSchemas } from './member-schemas.ts';
import { viewSchemas } from './view-schemas.ts';
import { longestVerificationToken } from '../verification/verification.ts';
import { invitedStates } from '../invitations/list-invited.ts';
import { mostInvitedAtOnce } from '../invitations/read-people.ts';
import { mostDecidedAtOnce } from '../entries/decide-on-hold.ts';
import { holdReasons } from '../shield/hold-reason.ts';
import { assignmentSchemas } from './assignment-schemas.ts';
import { commentSchemas } from './comment-schemas.ts';
import { reviewSchemas } from './review-schemas.ts';
import { entryCorrection, versionsSchema } from './version-schemas.ts';
import { problems } from './problem.ts';

/** The schema of the answers to a form. The API also accepts variants that it does not mention, such as blank values. */
export function formSchema(form: Form): JsonSchema {
  return { title: form.title, ...answersSchema(form) };
}

/** The schema of an entry. The form's receipt may add other keys. */
export function entrySchema(form: Form): JsonSchema {
  return {
    type: 'object',
    properties: {
      id: { type: 'string', format: 'uuid' },
      form: { const: form.id },
      formVersion: { type: 'integer', minimum: 1 },
      username: { type: 'string' },
      answers: { $ref: `#/components/schemas/${form.id}.answers` },
      ...(hasLogic(form) && { begunOn, notRelevant }),
      derived: { description: 'What the server computed.' },
      version: { type: 'integer', minimum: 1 },
      createdAt: instant,
      updatedAt: instant,
      withdrawnAt: instant,
      review: { $ref: '#/components/schemas/entryReview' },
      commentCount: {
        type: 'integer',
        minimum: 1,
        description: 'How many comments it has. Only for whoever has a role in the form.',
      },
      assignedTo: {
        type: 'string',
        description:
          'The address of who is to work on it. Only for whoever has a role in the form.',
      },
      correction: entryCorrection,
      ...(asksForFiles(form) && { filesArrived, filesClosed }),
      ...(isOpen(form) && !isInvited(form) && { onHold }),
      deletedAt: { ...instant, ...earlierName('withdrawnAt') },
      ...(form.limits?.closes !== undefined && {
        isLate: { const: true, description: 'It arrived after the form had closed.' },
        savedAt: { ...instant, description: 'When it was saved, by the clock of the device.' },
      }),
    },
    required: ['id', 'form', 'formVersion', 'username', 'version', 'createdAt', 'updatedAt'],
  };
}

/** What an entry answers and has answered. */
export function entryVersionsSchema(form: Form): JsonSchema {
  return versionsSchema({
    answers: { $ref: `#/components/schemas/${form.id}.answers` },
    ...(hasLogic(form) && { notRelevant }),
  });
}

export function entriesSchema(form: Form): JsonSchema {
  return {
    type: 'object',
    properties: {
      items: { type: 'array', items: { $ref: `#/components/schemas/${form.id}.entry` } },
      cursor: { type: 'string', description: 'Absent on the last page.' },
      mail: { $ref: '#/components/schemas/mail' },
      reviews: {
        type: 'array',
        items: { $ref: '#/components/schemas/storedReview' },
        description: 'For owners, all reviews of the entry, if the request selects one.',
      },
      comments: {
        type: 'array',
        items: { $ref: '#/components/schemas/storedComment' },
        description:
          'For whoever has a role in the form, all comments on the entry, if the request selects one.',
      },
      assignments: {
        type: 'array',
        items: { $ref: '#/components/schemas/storedAssignment' },
        description: 'Then too, to whom it was assigned, and by whom.',
      },
      assignees: {
        type: 'array',
        items: { type: 'string' },
        description:
          'Then too, to whom it can be assigned, by address. For readers only whom it is assigned to, if they still have a role.',
      },
    },
    required: ['items'],
  };
}

/** The example of each field that is asked when all are answered by their examples. */
export function exampleAnswers(form: Form): { readonly [name: string]: unknown } {
  return pickKnownAnswers(form, exampleEvaluation(form).answers());
}

function exampleEvaluation(form: Form): Evaluation {
  const examples = questionsOf(form).map(([name, { example }]) => [name, example]);
  return evaluateForm(form, Object.fromEntries(examples), { today: exampleDay });
}

/** The entry that the API could return for the example answers. */
export function exampleEntry(form: Form): { readonly [key: string]: unknown } {
  const answers = exampleEvaluation(form).answers();
  const derived = derivedFor(form, answers, { random: () => 0 });
  const entry: Entry = {
    id: '018f3c2e-7b1a-7000-8000-0123456789ab',
    form: form.id,
    formVersion: form.version,
    username: '5f0c7a52-0000-4000-8000-000000000000',
    answers,
    ...(derived !== undefined && { derived }),
    ...(hasLogic(form) && { begunOn: exampleDay }),
    version: 1,
    createdAt: '2026-01-01T12:00:00.000Z',
    updatedAt: '2026-01-01T12:00:00.000Z',
  };
  return toApiEntry(form, entry);
}

/** A version of it that the API could return. */
export function exampleVersion(form: Form): { readonly [key: string]: unknown } {
  const { version, createdAt: at, formVersion, answers } = exampleEntry(form);
  return { version, at, formVersion, answers, correction: { reason: exampleReason } };
}

/** Why an entry is corrected. */
export const exampleReason = 'The name was misspelt.';

const exampleDay = '2026-01-01';

const begunOn = {
  type: 'string',
  format: 'date',
  description: 'The day on which the entry was begun, which conditions and limits may depend on.',
};

const notRelevant = {
  type: 'array',
  items: { type: 'string' },
  description:
    'The fields that were not asked, because of other answers, by path: `people/{id}/age` inside a repeat. Other fields without an answer were left blank.',
};

const filesArrived = {
  type: 'array',
  items: { type: 'string', format: 'uuid' },
  description: 'Which of the files that the answers refer to have arrived. Absent without files.',
};

const filesClosed = {
  type: 'object',
  additionalProperties: { type: 'string', enum: ['awaited', 'impossible', 'malware'] },
  description:
    'Where files are scanned for malware, why a file cannot be opened, by its id: there is no result yet, it could not be scanned, or malware was found and it was deleted. Absent if all that arrived can be.',
};

const instant = { type: 'string', format: 'date-time' };

/** Of a key that is still sent, for programs written when it was the only one. */
function earlierName(of: string): JsonSchema {
  return { description: `The earlier name of \`${of}\`.`, deprecated: true };
}

function countSchema(name: string): JsonSchema {
  return { type: 'object', properties: { [name]: { type: 'integer' } }, required: [name] };
}

const onHold = {
  type: 'array',
  items: { type: 'string', enum: [...holdReasons] },
  description: 'For owners, of an entry on hold: why it is.',
};

/** A PUT that somebody without credentials may send. */
const fileRequest = {
  url: { type: 'string', format: 'uri' },
  headers: {
    description: 'Send exactly these: the signature includes them.',
    type: 'object',
    additionalProperties: { type: 'string' },
  },
};

/** Schemas that are the same for all forms. */
export const sharedSchemas: { readonly [name: string]: JsonSchema } = {
  problem: {
    description: 'RFC 9457. It never quotes what was sent.',
    type: 'object',
    properties: {
      type: { type: 'string', format: 'uri' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string', enum: Object.keys(problems) },
      errors: {
        description: 'What to correct, at most twenty.',
        type: 'array',
        items: {
          type: 'object',
          properties: { field: { type: 'string' }, message: { type: 'string' } },
          required: ['field', 'message'],
        },
      },
      requestId: { type: 'string' },
    },
    required: ['type', 'title', 'status', 'code', 'requestId'],
  },
  message: {
    description: 'From the gateway, before the function is called.',
    type: 'object',
    properties: { message: { type: 'string' } },
    required: ['message'],
  },
  withdrawn: {
    type: 'object',
    properties: {
      withdrawn: { const: true },
      deleted: { const: true, ...earlierName('withdrawn') },
    },
    required: ['withdrawn', 'deleted'],
  },
  adopted: {
    type: 'object',
    properties: {
      adopted: { type: 'integer', description: 'The number of entries that this request moved.' },
      done: {
        type: 'boolean',
        description: 'Whether all entries are adopted. If not, repeat the request.',
      },
    },
    required: ['adopted', 'done'],
  },
  erased: {
    type: 'object',
    properties: {
      erased: { type: 'integer', description: 'The number of entries that this request erased.' },
      done: {
        type: 'boolean',
        description: 'Whether nothing is left. If not, repeat the request.',
      },
    },
    required: ['erased', 'done'],
  },
  entryKeys: {
    type: 'object',
    properties: {
      entries: {
        type: 'array',
        minItems: 1,
        maxItems: mostDecidedAtOnce,
        items: {
          type: 'object',
          properties: { username: { type: 'string' }, id: { type: 'string', format: 'uuid' } },
          required: ['username', 'id'],
        },
      },
    },
    required: ['entries'],
  },
  released: {
    type: 'object',
    properties: {
      released: { type: 'integer', description: 'The number of entries that were released.' },
      full: {
        type: 'integer',
        description: 'How many stay on hold, because the form has no room left for them.',
      },
    },
    required: ['released'],
  },
  erasedOnHold: countSchema('erased'),
  ...reviewSchemas,
  ...commentSchemas,
  ...assignmentSchemas,
  peopleToInvite: {
    type: 'object',
    properties: {
      expires: { ...instant, description: 'Until when the links are valid, at most a year.' },
      people: {
        type: 'array',
        minItems: 1,
        maxItems: mostInvitedAtOnce,
        items: {
          type: 'object',
          properties: {
            name: { type: 'string' },
            email: { type: 'string' },
            values: { type: 'object', description: 'Answers that the link gives, by field.' },
          },
          additionalProperties: false,
        },
      },
    },
    required: ['expires', 'people'],
    additionalProperties: false,
  },
  madeLinks: {
    type: 'object',
    properties: {
      links: {
        type: 'array',
        items: {
          type: 'object',
          properties: { position: { type: 'string' }, token: { type: 'string' } },
          required: ['position', 'token'],
        },
      },
    },
    required: ['links'],
  },
  invited: {
    type: 'object',
    properties: {
      items: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            position: { type: 'string', description: 'Names the invitation in other requests.' },
            name: { type: 'string' },
            email: { type: 'string' },
            madeAt: instant,
            mailedAt: { ...instant, description: 'When a mail was last asked for.' },
            expires: instant,
            state: { type: 'string', enum: invitedStates },
          },
          required: ['position', 'madeAt', 'expires', 'state'],
        },
      },
      cursor: { type: 'string' },
    },
    required: ['items'],
  },
  revocation: {
    type: 'object',
    properties: {
      revoked: { type: 'boolean', description: '`false` allows the link again.' },
    },
    required: ['revoked'],
    additionalProperties: false,
  },
  invitationState: {
    type: 'object',
    properties: { state: { type: 'string', enum: invitedStates } },
    required: ['state'],
  },
  ...memberSchemas,
  ...viewSchemas,
  ...deliverySchemas,
  linksToMail: {
    type: 'object',
    properties: {
      app: { type: 'string', description: 'The address of the app, with which the links begin.' },
      invitations: {
        type: 'array',
        minItems: 1,
        maxItems: mostInvitedAtOnce,
        items: { type: 'string', description: 'The position of an invitation.' },
      },
    },
    required: ['app', 'invitations'],
    additionalProperties: false,
  },
  verification: {
    type: 'object',
    properties: { token: { type: 'string', maxLength: longestVerificationToken } },
    required: ['token'],
    additionalProperties: false,
  },
  verified: {
    type: 'object',
    properties: { verified: { const: true } },
    required: ['verified'],
  },
  mailedLinks: {
    type: 'object',
    properties: {
      mailed: { type: 'integer', description: 'How many mails will be sent.' },
      today: { type: 'integer', description: 'How many had one today.' },
      skipped: {
        type: 'integer',
        description: 'How many have answered, have expired or have no address.',
      },
      tooMany: { type: 'integer', description: 'How many were too many for one day.' },
    },
    required: ['mailed', 'today', 'skipped', 'tooMany'],
  },
  fileUpload: {
    type: 'object',
    properties: {
      upload: {
        type: 'string',
        description: 'Of a file that is sent in parts, as it was returned.',
      },
    },
    additionalProperties: false,
  },
  fileTransfer: {
    oneOf: [
      { $ref: '#/components/schemas/fileArrived' },
      {
        type: 'object',
        properties: { put: { $ref: '#/components/schemas/fileRequest' } },
        required: ['put'],
      },
      {
        type: 'object',
        properties: {
          upload: { type: 'string' },
          parts: {
            description: 'The parts that have not arrived.',
            type: 'array',
            items: {
              type: 'object',
              properties: {
                number: { type: 'integer', minimum: 1 },
                size: { type: 'integer', description: 'In bytes.' },
                ...fileRequest,
              },
              required: ['number', 'size', 'url', 'headers'],
            },
          },
        },
        required: ['upload', 'parts'],
      },
    ],
  },
  fileRequest: { type: 'object', properties: fileRequest, required: ['url', 'headers'] },
  fileArrived: {
    type: 'object',
    properties: { arrived: { const: true } },
    required: ['arrived'],
  },
  fileLink: {
    type: 'object',
    properties: { url: { type: 'string', format: 'uri' } },
    required: ['url'],
  },
  mail: {
    description: 'The state of the confirmation mail, if the request selects one entry.',
    type: 'object',
    required: ['state', 'at'],
    properties: {
      state: { type: 'string', enum: ['sending', 'sent', 'refused', 'withheld'] },
      at: instant,
      code: { type: 'string', description: 'Why it was refused, in the provider’s words.' },
    },
  },
  summary: {
    type: 'object',
    required: ['form', 'count', 'complete', 'days', 'fields'],
    properties: {
      form: { type: 'string' },
      count: { type: 'integer', description: 'How many entries were counted.' },
      complete: { type: 'boolean', description: 'Whether all entries were counted.' },
      days: { type: 'object', additionalProperties: { type: 'integer' } },
      reviews: {
        type: 'object',
        description: 'How many are in each state of review. Absent if nobody has reviewed any.',
        additionalProperties: { type: 'integer' },
      },
      newestAt: { ...instant, description: 'When the newest entry was stored.' },
      countedAt: {
        ...instant,
        description:
          'When the latest change was counted. Absent if the entries were read for this response.',
      },
      fields: { type: 'object', additionalProperties: { $ref: '#/components/schemas/tally' } },
    },
  },
  taken: {
    type: 'object',
    required: ['taken', 'max'],
    properties: { taken: { type: 'integer' }, max: { type: 'integer' } },
  },
  seats: {
    type: 'object',
    required: ['now'],
    properties: {
      now: { ...instant, description: 'By the clock of the server.' },
      opens: instant,
      closes: instant,
      entries: { $ref: '#/components/schemas/taken' },
      perOption: {
        description: 'By field and option.',
        type: 'object',
        additionalProperties: {
          type: 'object',
          additionalProperties: { $ref: '#/components/schemas/taken' },
        },
      },
      perAuthor: { $ref: '#/components/schemas/taken' },
    },
  },
  tally: {
    type: 'object',
    required: ['answered'],
    properties: {
      answered: { type: 'integer' },
      options: { type: 'object', additionalProperties: { type: 'integer' } },
      mostChosen: {
        description: 'Of a long list: how often the values that were chosen most often were.',
        type: 'object',
        additionalProperties: { type: 'integer' },
      },
      rows: {
        description: 'Of a matrix: by row, how often each column was chosen.',
        type: 'object',
        additionalProperties: { type: 'object', additionalProperties: { type: 'integer' } },
      },
      ranks: {
        description: 'Of a ranking: by option, how often it came first, second, and so on.',
        type: 'object',
        additionalProperties: { type: 'array', items: { type: 'integer' } },
      },
      numbers: {
        type: 'object',
        description: 'All but the mean are right to within `within`; without it they are exact.',
        required: ['min', 'max', 'mean', 'median'],
        additionalProperties: { type: 'number' },
      },
      bins: {
        description: 'A histogram: how many numbers are at least `from` and less than `below`.',
        type: 'array',
        items: {
          type: 'object',
          required: ['from', 'below', 'count'],
          additionalProperties: { type: 'number' },
        },
      },
    },
  },
};
