/** Who gets mail about the entries of a form, and when: docs/mail.md. */
export type FormNotify<Answers> = {
  /** The owners of the form that are listed as its members, at verified addresses; and the address in `OWNERS_MAIL`. */
  readonly to: 'owners';
  /** A mail about each new entry, or about those for which `when` returns true. At most ten an hour; one more says how many others there were. */
  readonly newEntry?: true | NoticeCondition<Answers>;
  /** How many entries came, wait for review and were withdrawn: every morning at seven, or on Mondays. */
  readonly digest?: DigestPeriod;
  /** Of the times in these mails, such as `Europe/Berlin`; by default `UTC`. */
  readonly timeZone?: string;
  /** Of the mails; by default English. */
  readonly language?: NoticeLanguage;
};

type NoticeCondition<Answers> = { when(answers: Answers): boolean | undefined };

export const digestPeriods = ['daily', 'weekly'] as const;
export type DigestPeriod = (typeof digestPeriods)[number];

export const noticeLanguages = ['en', 'ar'] as const;
export type NoticeLanguage = (typeof noticeLanguages)[number];
