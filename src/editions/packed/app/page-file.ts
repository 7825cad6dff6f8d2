/** Longest that a page's file may take: sticks are slow, and a browser does not always say that a file is missing. */
const PATIENCE = 6_000;
/** What is left when the frame says that it has loaded: the page has spoken before, or it is no page of ours. */
const AFTER_LOAD = 1_000;
/** No page comes near this. */
const MOST_LETTERS = 4_000_000;

/** The name of the frame in which a page's file hands over what it holds; `page.js` answers to no other. */
export const FRAME = 'custodia-page';

function newFrame(address: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.name = FRAME;
  frame.src = address;
  // Beside the body, whose content changes with the page.
  document.documentElement.append(frame);
  return frame;
}

/**
 * The HTML of a page's file beside this document. A document that was opened from a file may fetch nothing and read
 * no frame, but a frame may tell: `page.js`, which stands in every page, posts the page to the document around it.
 * Rejects when the file is missing or is no page.
 */
export function readPageFile(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const frame = newFrame(address);
    const finish = (): void => {
      clearTimeout(timer);
      removeEventListener('message', take);
      frame.remove();
    };
    const giveUp = (): void => {
      finish();
      reject(new Error(`${address} is missing or damaged.`));
    };
    const take = ({ source, data }: MessageEvent<unknown>): void => {
      if (source !== frame.contentWindow) return;
      if (typeof data !== 'string' || data.length > MOST_LETTERS) return;
      finish();
      resolve(data);
    };
    let timer = window.setTimeout(giveUp, PATIENCE);
    addEventListener('message', take);
    frame.addEventListener('load', () => {
      clearTimeout(timer);
      timer = window.setTimeout(giveUp, AFTER_LOAD);
    });
  });
}
