import { startIslands } from '../../../scripts/islands.ts';
import { answerImport } from './registry.ts';

startIslands(answerImport);
