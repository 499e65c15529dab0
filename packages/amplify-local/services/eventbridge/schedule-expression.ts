import { getOwn } from '../../template/get-own-value.ts';

/** Whether a rule runs in a minute. `elapsed` is how many minutes the rule has existed. */
export type Schedule = (minute: Date, elapsed: number) => boolean;

const minutesOf: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 24 * 60 };

/**
 * Reads `rate(5 minutes)` or `cron(17 3 * * ? *)`, in UTC. Names of days and months, and `L`, `W` and `#`, are refused.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
export function scheduleFrom(expression: string): Schedule {
  const [, kind, text = ''] = /^(rate|cron)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'rate') return rate(text);
  return kind === 'cron' ? cron(text) : refuse(expression);
}

function rate(text: string): Schedule {
  const [, count = '', unit = '', plural = ''] = /^(\d+) (minute|hour|day)(s?)$/.exec(text) ?? [];
  // AWS insists on `1 minute` and `2 minutes`.
  const isWritten = Number(count) >= 1 && (plural === '') === (Number(count) === 1);
  const minutes = Number(count) * (getOwn(minutesOf, unit) ?? Number.NaN);
  if (!isWritten) return refuse(`rate(${text})`);
  return (_, elapsed) => elapsed % minutes === 0;
}

function cron(text: string): Schedule {
  const parts = text.split(' ');
  const [minutes = '', hours = '', days = '', months = '', weekdays = '', years = ''] = parts;
  // One of the two days has to be `?`.
  if (parts.length !== 6 || [days, weekdays].filter((it) => it === '?').length !== 1)
    return refuse(`cron(${text})`);
  const fits = [
    numbers(minutes, 0, 59),
    numbers(hours, 0, 23),
    numbers(days, 1, 31),
    numbers(months, 1, 12),
    numbers(weekdays, 1, 7),
    numbers(years, 1970, 2199),
  ];
  return (minute) => {
    const now = [
      minute.getUTCMinutes(),
      minute.getUTCHours(),
      minute.getUTCDate(),
      minute.getUTCMonth() + 1,
      minute.getUTCDay() + 1,
      minute.getUTCFullYear(),
    ];
    return fits.every((fitting, at) => fitting(now[at] ?? -1));
  };
}

/** A list of numbers, ranges and steps: `0,30`, `9-17`, `0/5`. */
function numbers(text: string, first: number, last: number): (value: number) => boolean {
  if (text === '*' || text === '?') return () => true;
  const parts = text.split(',').map((part) => {
    const [, from = '', to, step] = /^(\d+|\*)(?:-(\d+))?(?:\/(\d+))?$/.exec(part) ?? [];
    if (from === '') return refuse(text);
    const start = from === '*' ? first : Number(from);
    const end = to === undefined ? (step === undefined ? start : last) : Number(to);
    const every = Number(step ?? 1);
    if (start < first || end > last || every < 1) return refuse(text);
    return (value: number) => value >= start && value <= end && (value - start) % every === 0;
  });
  return (value) => parts.some((fits) => fits(value));
}

function refuse(what: string): never {
  throw new Error(`The schedule ${what} is not supported locally.`);
}
