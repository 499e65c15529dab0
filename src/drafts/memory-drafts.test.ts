import { draftsContract } from './drafts.contract.ts';
import { createMemoryDrafts } from './memory-drafts.ts';

draftsContract('drafts in memory', createMemoryDrafts);
