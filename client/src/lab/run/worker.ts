import { answerIn } from '@mortar/simulation/browser'

answerIn(self)
