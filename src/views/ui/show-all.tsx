import { useTexts } from './texts/use-texts.ts';

interface ShowAllProps {
  /** How many entries there are, shown or not. */
  readonly count: number;
  readonly onShow: () => void;
}

/** Asks for the rest of a list that is cut short at first, since most readers need its start only. */
export function ShowAll({ count, onShow }: ShowAllProps) {
  const { flow } = useTexts();
  return (
    <button type="button" className="button" data-look="quiet" data-size="small" onClick={onShow}>
      {flow.showAll(count)}
    </button>
  );
}
