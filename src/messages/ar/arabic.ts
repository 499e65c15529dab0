import { translateForm } from '#core/form/translate-form.ts';
import type { Form } from '#core/form/define-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { Locale } from '../locale.ts';
import { about } from './about.ts';
import { account } from './account.ts';
import { addressMessages } from './address.ts';
import { api } from './api.ts';
import { audioMessages } from './audio.ts';
import { barcodeMessages } from './barcode.ts';
import { correctingMessages } from './correcting.ts';
import { datesMessages } from './dates.ts';
import { deliveriesMessages } from './deliveries.ts';
import { drawingMessages } from './drawing.ts';
import { issues } from './issues.ts';
import { responsesMessages } from './responses.ts';
import { entries } from './entries.ts';
import { failures } from './failures.ts';
import { filesMessages } from './files.ts';
import { firstLoad } from './first-load.ts';
import { formPagesMessages } from './form-pages.ts';
import { galleryMessages } from './gallery.ts';
import { offlineMapsMessages } from './offline-maps.ts';
import { onHoldMessages } from './on-hold.ts';
import { home } from './home.ts';
import { install } from './install.ts';
import { markdownMessages } from './markdown.ts';
import { notFound } from './not-found.ts';
import { notices } from './notices.ts';
import { numbersMessages } from './numbers.ts';
import { optionsMessages } from './options.ts';
import { outbox } from './outbox.ts';
import { invitationsMessages } from './invitations.ts';
import { membersMessages } from './members.ts';
import { invitedMessages } from './invited.ts';
import { limitsMessages } from './limits.ts';
import { locationMessages } from './location.ts';
import { paperMessages } from './paper.ts';
import { prefillMessages } from './prefill.ts';
import { repeatMessages } from './repeat.ts';
import { aboutResponsesMessages } from './about-responses.ts';
import { assigningMessages } from './assigning.ts';
import { commentingMessages } from './commenting.ts';
import { reviewingMessages } from './reviewing.ts';
import { sent } from './sent.ts';
import { settings } from './settings.ts';
import { shareMessages } from './share.ts';
import { sharedViewsMessages } from './shared-views.ts';
import { signIn } from './sign-in.ts';
import { tableMessages } from './table.ts';
import { versionsMessages } from './versions.ts';

const { yes, no, comma } = sent;
const quoted = (label: string) => `«${label}»`;
const common = { language: 'ar', issueMessages: issues, quoted, yes, no, comma };

/** All of Arabic but the forms in one chunk: an Arabic speaker needs all of it. */
export const arabic: Locale = {
  language: 'ar',
  dir: 'rtl',
  messages: {
    about,
    account,
    address: addressMessages,
    api,
    audio: audioMessages,
    barcode: barcodeMessages,
    correcting: correctingMessages,
    dates: datesMessages,
    responses: responsesMessages,
    entries,
    failures,
    files: filesMessages,
    firstLoad,
    formPages: formPagesMessages,
    deliveries: deliveriesMessages,
    drawing: drawingMessages,
    gallery: galleryMessages,
    offlineMaps: offlineMapsMessages,
    onHold: onHoldMessages,
    home,
    install,
    markdown: markdownMessages,
    notFound,
    notices,
    numbers: numbersMessages,
    outbox,
    invitations: invitationsMessages,
    members: membersMessages,
    invited: invitedMessages,
    limits: limitsMessages,
    location: locationMessages,
    options: optionsMessages,
    paper: paperMessages,
    prefill: prefillMessages,
    repeat: repeatMessages,
    aboutResponses: aboutResponsesMessages,
    assigning: assigningMessages,
    commenting: commentingMessages,
    reviewing: reviewingMessages,
    sent,
    settings,
    share: shareMessages,
    sharedViews: sharedViewsMessages,
    signIn,
    table: tableMessages,
    versions: versionsMessages,
  },
  form: (form) => translated.get(form) ?? translate(form),
  async list(forms) {
    const { texts = {} } = await translations();
    return forms.map((form) => ({ ...form, ...getOwn(texts, form.id), original: form }));
  },
};

const translated = new WeakMap<Form, Form>();

async function translate(form: Form): Promise<Form> {
  const { load = {} } = await translations();
  const translation = await getOwn(load, form.id)?.().catch(() => undefined);
  if (!translation) return form;
  const inArabic = translated.get(form) ?? translateForm(form, translation, common);
  translated.set(form, inArabic);
  return inArabic;
}

/** Each form's is loaded with the form. If they are missing, offline, the forms are in their own language. */
async function translations(): Promise<Partial<typeof import('#catalogue/arabic')>> {
  return import('#catalogue/arabic').catch(() => ({}));
}
