import { pathTo } from '../../../page-paths.ts';

type Framed = {
  /** Of this app: `https://forms.example.org`. */
  readonly origin: string;
  readonly form: string;
  readonly title: string;
};

/** What another site's page needs to show a form in a frame, as high as the form is: docs/embed.md. */
export function embedCode({ origin, form, title }: Framed): string {
  return `<iframe
  id="${form}"
  title="${escaped(title)}"
  src="${origin}${pathTo.embed(form)}"
  style="inline-size: 100%; block-size: 600px; border: 0"
></iframe>
<script>
  addEventListener('message', ({ origin, source, data }) => {
    const frame = document.getElementById('${form}');
    if (origin !== '${origin}' || source !== frame.contentWindow) return;
    if (data.type === 'formstead:height') frame.style.blockSize = data.height + 'px';
  });
</script>
`;
}

/** The line with which a form names the sites that may show it. */
export const exampleOfEmbed = "embed: { allowedOn: ['https://www.example.org'] },";

/** For an attribute. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
