import { createMemoryTable } from './memory-table.ts';
import { describeTable } from './table.contract.ts';

describeTable(createMemoryTable);
