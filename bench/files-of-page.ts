/** The files that a built page links to, which load before anything runs. */
export function filesOfPage(html: string): readonly string[] {
  return [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file = '']) => file);
}

/** The files that a form's prerendered page loads in addition: its definition, and the kinds of its fields. */
export function filesOfForm(html: string, id: string): readonly string[] {
  const [template = ''] = new RegExp(`<template [^>]*data-form="${id}"[^>]*>`).exec(html) ?? [];
  const files = [...template.matchAll(/[" ]\/(assets\/[^" ]+)/g)].map(([, file = '']) => file);
  if (files.length === 0) throw new Error(`The built page does not name the files of ${id}.`);
  return files;
}
