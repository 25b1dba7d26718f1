import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react';
import { useEffect } from 'react';
import { SPEEDS, type Speed } from '../../state/model.ts';
import { highlightStep, moveStep, setPlay, setSpeed, stepsTaken } from '../../state/show.ts';
import { store, useApp } from '../../state/store.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useAllTexts } from '../ui/texts/use-all-texts.ts';
import { useTexts } from '../ui/texts/use-texts.ts';
import { traceTexts } from './texts.ts';
import './player.css';

/** Milliseconds of a step at normal speed. */
const PLAY_STEP = 2000;

/** Plays the steps one after the other. Another answer or a manual step ends the animation. */
function usePlaying(): void {
  const play = useApp((state) => state.play);
  const speed = useApp((state) => state.speed);
  const answer = useApp((state) => state.answer);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer ends the play.
  useEffect(() => setPlay('stopped'), [answer]);
  useEffect(() => () => setPlay('stopped'), []);
  useEffect(() => {
    if (play !== 'playing') return;
    const timer = setInterval(() => {
      const state = store.getState();
      if (state.highlightStep === stepsTaken(state).at(-1)) setPlay('stopped');
      else moveStep(1);
    }, PLAY_STEP / speed);
    return () => clearInterval(timer);
  }, [play, speed]);
}

function start(): void {
  const state = store.getState();
  const steps = stepsTaken(state);
  const atEnd = state.highlightStep === null || state.highlightStep === steps.at(-1);
  // A paused animation continues in its place. A finished one starts again.
  if (atEnd) highlightStep(steps[0] ?? null);
  setPlay('playing');
}

function Scrubber() {
  const language = useApp((state) => state.language);
  const texts = traceTexts(language).player;
  const words = useTexts().flow;
  const step = useApp((state) => state.highlightStep);
  const answer = useApp((state) => state.answer);
  const steps = (answer?.explained.steps ?? []).filter((each) => each.state !== 'skipped');
  const at = step === null ? 0 : steps.findIndex((each) => each.step === step) + 1;
  const shown = steps[at - 1];
  return (
    <input
      type="range"
      className="scrubber"
      aria-label={texts.scrub}
      aria-valuetext={shown === undefined ? texts.all : `${words.step(shown.step)}: ${shown.title}`}
      min={0}
      max={steps.length}
      value={at}
      onChange={(event) => {
        setPlay('stopped');
        highlightStep(steps[Number(event.target.value) - 1]?.step ?? null);
      }}
      // The arrow keys belong to the scrubber here. The flow would move by a second step.
      onKeyDown={(event) => event.stopPropagation()}
    />
  );
}

/** Controls for the steps of the request: by hand or as an animation. */
export default function Player() {
  usePlaying();
  const { flow: words, player } = useAllTexts();
  const texts = traceTexts(useApp((state) => state.language)).player;
  const step = useApp((state) => state.highlightStep);
  const playing = useApp((state) => state.play === 'playing');
  const speed = useApp((state) => state.speed);
  const move = (by: 1 | -1) => {
    setPlay('stopped');
    moveStep(by);
  };
  return (
    <div className="player">
      <IconButton
        icon={ChevronLeft}
        label={player.previous}
        title={`${player.previous} (←)`}
        onClick={() => move(-1)}
      />
      <Scrubber />
      <span className="player-at" aria-live="polite">
        {step === null ? player.all : words.step(step)}
      </span>
      <IconButton
        icon={ChevronRight}
        label={player.next}
        title={`${player.next} (→)`}
        onClick={() => move(1)}
      />
      <button
        type="button"
        className="button"
        data-look="quiet"
        data-size="small"
        onClick={() => (playing ? setPlay('paused') : start())}
      >
        {playing ? <Pause size={12} aria-hidden /> : <Play size={12} aria-hidden />}
        {playing ? texts.pause : player.play}
      </button>
      <select
        className="player-speed"
        aria-label={texts.speed}
        title={texts.speed}
        value={speed}
        onChange={(event) => setSpeed(Number(event.target.value) as Speed)}
      >
        {SPEEDS.map((each) => (
          <option key={each} value={each}>
            {texts.times(each)}
          </option>
        ))}
      </select>
    </div>
  );
}
