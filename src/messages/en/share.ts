/** The page from which an owner shares a form. */
export const shareMessages = {
  heading: (form: string) => `Share “${form}”`,
  access: {
    'signed-in': 'People need an account to send it, which the page offers them to create.',
    anyone: 'Anyone who has the link can send it, without an account.',
    invited: 'Only those who have a personal link can send it, once each.',
  },
  onlyHere: 'This link works on this computer only. Others can open it once the app is deployed.',
  link: 'Link',
  prefill: 'The link can also fill in answers, as in:',
  share: 'Share…',
  notShared: 'Sharing did not work here. Copy the link instead.',
  qrCode: 'QR code',
  qrCodeOf: (address: string) => `QR code of ${address}`,
  downloadSvg: 'Download SVG',
  downloadPng: 'Download PNG',
  notDrawn: 'This browser could not draw the picture. Download the SVG instead.',
  sheet: 'Sheet to print',
  aboutSheet: 'A page for the wall or the counter, with the title, the QR code and the link.',
  print: 'Print',
  scan: 'Scan the code with the camera of your phone, or open the link:',
  embed: 'In another site’s page',
  sites: 'These sites can show the form in their pages. This is the code for them:',
  noSite:
    'No other site can show this form in its pages. To allow one, add this line to the file of the form:',
  needsAnyone:
    'Only a form that needs no account can be shown in another site’s page: people cannot see there who asks for their password.',
  copyCode: 'Copy code',
  copyCodeByHand: 'Copy this code:',
};
