import { setRecordHost } from '../../../progress/host.ts';
import { readLaunch, type Launch } from './cmi5/launch.ts';
import { openSession } from './cmi5/session.ts';
import { openNotices } from './notices.ts';
import { openPlace } from './place.ts';
import type { LmsPackage } from './scorm.ts';

/**
 * Connects the package with an LMS that speaks cmi5. Where none has opened it the browser keeps the record, and
 * every page says that nothing reaches an LMS.
 */
export function connect(pack: LmsPackage): void {
  const launch = readLaunch(location.search);
  const notices = openNotices(pack.words, true);
  // The app reads its address at once; what the LMS has to say of the last visit comes later.
  const place = { ...openPlace(pack.start, '', () => place.moved()), moved: (): void => undefined };
  if (!launch) {
    notices.show('none');
    return;
  }
  narrowPolicy(launch);
  setRecordHost({ store: openSession(launch, pack, notices, place) });
}

/**
 * The package cannot know at build where its LMS will be, so its policy lets it send anywhere; before it sends the
 * first byte it takes that back but for the two places that the LMS has named. A second policy can only narrow.
 */
function narrowPolicy({ endpoint, fetch }: Launch): void {
  const places = new Set([endpoint, fetch].map((address) => new URL(address).origin));
  const policy = document.createElement('meta');
  policy.httpEquiv = 'content-security-policy';
  policy.content = `connect-src ${[...places].join(' ')}`;
  document.head.append(policy);
}
