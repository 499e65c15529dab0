import { UpdatePrompt } from '../update/update-prompt.tsx';
import { UnclaimedNotice } from './unclaimed-notice.tsx';

/** What the frame of a page shows at times: in one part, because each costs the first load some bytes. */
export default function Notices() {
  return (
    <>
      <UpdatePrompt />
      <UnclaimedNotice />
    </>
  );
}
