import QuestionLive from './QuestionLive.svelte';
import Result from './Result.svelte';

/** What a form needs only after its start. One module, so that it is fetched as a whole or not at all. */
export const formParts = { QuestionLive, Result };
