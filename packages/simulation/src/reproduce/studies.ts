import { communitiesConclusions, communitiesTable7 } from './communities/table7.ts'
import { fangConditions } from './fang.ts'
import { lazerFriedmanContests } from './lazer-friedman/contests.ts'
import {
  lazerFriedmanFigure4,
  lazerFriedmanFigure6,
  lazerFriedmanFigure7,
  lazerFriedmanFigure8,
} from './lazer-friedman/curves.ts'
import { marchFigure2, marchFigure3, marchFigure4, marchFigure5 } from './march/shapes.ts'
import { marchFigure1, marchGrid } from './march/tables.ts'
import { millerDirections } from './miller.ts'
import type { Study } from './study.ts'

/** Every published table and figure that is held against these models. */
export const studies: readonly Study[] = [
  marchFigure1,
  marchGrid,
  marchFigure2,
  marchFigure3,
  marchFigure4,
  marchFigure5,
  millerDirections,
  lazerFriedmanContests,
  lazerFriedmanFigure4,
  lazerFriedmanFigure6,
  lazerFriedmanFigure7,
  lazerFriedmanFigure8,
  fangConditions,
  communitiesTable7,
  communitiesConclusions,
]
