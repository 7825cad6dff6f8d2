import { TRAINER_BUILD } from '../../content/audience.ts';
import Question from '../question/Question.astro';
import Code from './Code.astro';
import Deeper from './Deeper.astro';
import Example from './Example.astro';
import Figure from './Figure.astro';
import KeyPoint from './KeyPoint.astro';
import LawSlot from './LawSlot.astro';
import Link from './Link.astro';
import Nothing from './Nothing.astro';
import Notice from './Notice.astro';
import Ref from './Ref.astro';
import SelfCheck from './SelfCheck.astro';
import Source from './Source.astro';
import StopPoint from './StopPoint.astro';
import Table from './Table.astro';
import Term from './Term.astro';
import Trainer from './Trainer.astro';

/** What the running text of a lesson may name. Authors write the names; there are no imports in MDX. */
export const LESSON_COMPONENTS = {
  KeyPoint,
  Notice,
  Deeper,
  Example,
  SelfCheck,
  StopPoint,
  Source,
  Figure,
  LawSlot,
  Ref,
  Term,
  Question,
  Trainer: TRAINER_BUILD ? Trainer : Nothing,
  table: Table,
  a: Link,
  code: Code,
};
