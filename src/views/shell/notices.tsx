import { lazy, Suspense, useEffect } from 'react';
import { useApp } from '../../state/store.ts';
import { firstAnswer } from '../ui/first-answer.ts';
import { useTexts } from '../ui/texts/use-texts.ts';
import { SafePart } from './safe-part.tsx';
import './notices.css';

const loadCard = () => import('./notice-card.tsx');
const NoticeCard = lazy(loadCard);

/** The notices of the page. Their code loads after the first answer, or with the first notice. */
export function Notices() {
  const texts = useTexts();
  const notices = useApp((state) => state.notices);
  // A notice about a lost connection needs the code from before.
  useEffect(() => {
    void firstAnswer()
      .then(loadCard)
      .catch(() => undefined);
  }, []);
  return (
    <section className="notices" aria-label={texts.regions.notices} aria-live="polite">
      <ul>
        {notices.map((notice) => (
          <SafePart
            key={notice.id}
            fallback={() => (
              <li className="notice" data-tone={notice.tone} data-name={notice.kind.name}>
                <p>{texts.pane.failed}</p>
              </li>
            )}
          >
            <Suspense fallback={null}>
              <NoticeCard notice={notice} />
            </Suspense>
          </SafePart>
        ))}
      </ul>
    </section>
  );
}
