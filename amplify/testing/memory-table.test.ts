import { createMemoryTable } from './memory-table.ts';
import { describeTable } from '../entries/table.contract.ts';

describeTable(createMemoryTable);
