import { createMemoryStore } from './memory-store.ts';
import { describeStore } from '../entries/store/entry-store.contract.ts';

describeStore(createMemoryStore);
