import { getOwn } from '#core/values/own-property.ts';
import { isRecord } from '#core/values/is-record.ts';
import { zoneNamed, type Zone } from '../time-zone/zones.ts';
import { createKeptRecord } from './kept-record.ts';

/** How somebody wants to see responses on this device. */
export type ResponsesSettings = {
  /** Undefined for the device's own. */
  readonly zone?: Zone;
  readonly forms: { readonly [form: string]: FormSettings };
};

/** How they want to see those of one form. */
export type FormSettings = {
  readonly isCompact: boolean;
  /** The names of the columns that stay in view. */
  readonly pinned: readonly string[];
  readonly views: readonly SavedView[];
};

/** What is shown of the responses, under a name that is there once. */
export type SavedView = {
  readonly name: string;
  /** Of the page's address: search, filters, order, columns, and whether it is the table. */
  readonly query: string;
};

export const noSettings: ResponsesSettings = { forms: {} };
const noFormSettings: FormSettings = { isCompact: false, pinned: [], views: [] };

/** A form's id has no blank. */
export const keptSettings = createKeptRecord('responses settings');

export function settingsOfForm({ forms }: ResponsesSettings, form: string): FormSettings {
  return getOwn(forms, form) ?? noFormSettings;
}

export function withFormSettings(
  settings: ResponsesSettings,
  form: string,
  change: (before: FormSettings) => FormSettings,
): ResponsesSettings {
  const changed = change(settingsOfForm(settings, form));
  return { ...settings, forms: { ...settings.forms, [form]: changed } };
}

/** What was stored may be of another version of the app. */
export function parseSettings(kept: Readonly<Record<string, unknown>>): ResponsesSettings {
  const zone = typeof kept['zone'] === 'string' ? zoneNamed(kept['zone']) : undefined;
  const forms = isRecord(kept['forms']) ? Object.entries(kept['forms']) : [];
  return {
    ...(zone !== undefined && { zone }),
    forms: Object.fromEntries(
      forms.flatMap(([form, it]) => (isRecord(it) ? [[form, parseFormSettings(it)]] : [])),
    ),
  };
}

function parseFormSettings(kept: Readonly<Record<string, unknown>>): FormSettings {
  const { isCompact, pinned, views } = kept;
  return {
    isCompact: isCompact === true,
    pinned: Array.isArray(pinned) ? pinned.filter((it) => typeof it === 'string') : [],
    views: Array.isArray(views) ? views.filter(isSavedView) : [],
  };
}

function isSavedView(it: unknown): it is SavedView {
  return isRecord(it) && typeof it['name'] === 'string' && typeof it['query'] === 'string';
}
