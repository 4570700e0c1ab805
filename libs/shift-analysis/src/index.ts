export { ShiftFindings } from './application/shift-findings';
export { analyseShift, SHIFT_RUBRIC_VERSION } from './domain/analyse-shift';
export { ShiftAnalyst } from './domain/analyst';
export { evaluateShift, type ShiftDialogue, type ShiftFigures, type ShiftLabel } from './domain/evaluate';
export { principleEntry, SHIFT_PRINCIPLES, SHIFT_TAXONOMY, taxonomyEntry } from './domain/taxonomy';
export {
  type PrincipleKey,
  PRINCIPLES,
  type PrincipleScore,
  type ShiftReport,
  type ShiftSignal,
  type SignalKind,
} from './domain/types';
export { ShiftReportEntity, ShiftSignalEntity } from './persistence/entities';
export { ShiftAnalysisModule } from './shift-analysis.module';
