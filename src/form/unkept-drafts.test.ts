import { draftsContract } from './drafts.contract.ts';
import { createUnkeptDrafts } from './unkept-drafts.ts';

draftsContract('drafts in memory', createUnkeptDrafts);
