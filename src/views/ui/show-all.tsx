import { useTexts } from './texts/use-texts.ts';

interface ShowAllProps {
  /** The number of entries, including hidden ones. */
  readonly count: number;
  readonly onShow: () => void;
}

/** A button that shows the rest of a list. Most readers need only its start. */
export function ShowAll({ count, onShow }: ShowAllProps) {
  const { flow } = useTexts();
  return (
    <button type="button" className="button" data-look="quiet" data-size="small" onClick={onShow}>
      {flow.showAll(count)}
    </button>
  );
}
