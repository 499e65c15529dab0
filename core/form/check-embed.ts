import type { Form } from './define-form.ts';

/** What is wrong with the sites that may show a form in their pages. */
export function issuesOfEmbed(form: Pick<Form, 'access' | 'embed'>): readonly string[] {
  const { access, embed } = form;
  if (embed === undefined) return [];
  const { allowedOn } = embed;
  if (!Array.isArray(allowedOn) || allowedOn.length === 0)
    return ['embed.allowedOn has to list at least one site, or leave embed out.'];
  return [
    ...(access === 'anyone'
      ? []
      : [
          "embed needs access: 'anyone': people would be asked to sign in inside another site’s page.",
        ]),
    ...allowedOn
      .filter((it) => !isOrigin(it))
      .map(
        (it) =>
          `embed.allowedOn: "${it}" has to be an address without a path, such as https://www.example.org; http is allowed for localhost alone.`,
      ),
  ];
}

/** Written exactly as browsers write it: a header and a message are compared with it. */
function isOrigin(site: unknown): boolean {
  return (
    typeof site === 'string' &&
    /^(https:\/\/[a-z\d-]+(\.[a-z\d-]+)+|http:\/\/(localhost|127\.0\.0\.1))(:[1-9]\d{0,4})?$/.test(
      site,
    ) &&
    !/^https:.*:443$|^http:.*:80$/.test(site)
  );
}
