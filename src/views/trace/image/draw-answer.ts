import { encodePart } from '../../../core/text/encode-part.ts';
import type { AnswerWords } from './answer-words.ts';
import { wrapLines } from './wrap-lines.ts';

/** Pixels of the image for each CSS pixel. */
const SCALE = 2;
/** Browsers refuse larger canvases. */
const MOST = 8192;
const PADDING = 28;
const LEAST_WIDTH = 760;
const MOST_WIDTH = 1800;

/** A text with its look, or a space. */
interface Block {
  readonly text: string;
  readonly font: string;
  /** Height of a line. */
  readonly leading: number;
  readonly colour: string;
  readonly after: number;
}

/** Returns a PNG with the texts of an answer above and below its picture, in the colours of the page. */
export async function drawAnswer(words: AnswerWords, svg: string): Promise<Blob> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodePart(svg)}`;
  await picture.decode();
  const inner = Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, picture.width)) - 2 * PADDING;
  const shrink = Math.min(1, (inner + 2 * PADDING) / picture.width);
  const pictureHeight = picture.height * shrink;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser does not draw on a canvas.');
  const { above, below } = blocksOf(words);
  const lines = (block: Block) => {
    context.font = block.font;
    return wrapLines(
      block.text,
      inner - (block === above[1] ? MARK : 0),
      (text) => context.measureText(text).width,
    );
  };
  const heightOf = (blocks: readonly Block[]) =>
    blocks.reduce((sum, block) => sum + lines(block).length * block.leading + block.after, 0);
  const width = inner + 2 * PADDING;
  const height = 2 * PADDING + heightOf(above) + pictureHeight + heightOf(below);
  const scale = Math.min(SCALE, MOST / width, MOST / height);
  // The size of a canvas resets the font, so that it comes before the drawing.
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  context.scale(scale, scale);
  context.fillStyle = colour('--bg');
  context.fillRect(0, 0, width, height);
  let y = PADDING;
  const draw = (blocks: readonly Block[]) => {
    for (const block of blocks) {
      const isOutcome = block === above[1];
      if (isOutcome) drawMark(context, PADDING, y + block.leading / 2, block.colour);
      for (const line of lines(block)) {
        context.fillStyle = block.colour;
        context.textBaseline = 'middle';
        context.fillText(line, PADDING + (isOutcome ? MARK : 0), y + block.leading / 2);
        y += block.leading;
      }
      y += block.after;
    }
  };
  draw(above);
  context.drawImage(picture, (width - picture.width * shrink) / 2, y, picture.width * shrink, pictureHeight);
  y += pictureHeight;
  draw(below);
  return new Promise((settle, refuse) => {
    canvas.toBlob(
      (blob) => (blob ? settle(blob) : refuse(new Error('The image could not be encoded.'))),
      'image/png',
    );
  });
}

/** Space for the mark before the outcome. */
const MARK = 24;

function drawMark(context: CanvasRenderingContext2D, x: number, y: number, fill: string): void {
  context.fillStyle = fill;
  context.beginPath();
  context.arc(x + 7, y, 7, 0, 2 * Math.PI);
  context.fill();
}

function blocksOf(words: AnswerWords): {
  readonly above: readonly Block[];
  readonly below: readonly Block[];
} {
  const { fontFamily } = getComputedStyle(document.body);
  const mono = property('--mono');
  const block = (text: string, font: string, leading: number, name: string, after = 4): Block => ({
    text,
    font,
    leading,
    colour: colour(name),
    after,
  });
  const some = (blocks: readonly Block[]) => blocks.filter(({ text }) => text !== '');
  return {
    above: some([
      block(words.asked, `14px ${mono}`, 20, '--text-2', 12),
      block(words.outcome, `600 22px ${fontFamily}`, 30, `--${words.tone}`),
      block(words.headline, `600 17px ${fontFamily}`, 25, '--text'),
      block(words.because, `16px ${fontFamily}`, 24, '--text'),
      block(words.uncertain, `15px ${fontFamily}`, 22, '--warn'),
    ]),
    below: some([block(words.link, `11px ${mono}`, 15, '--text-3', 0)]),
  };
}

function property(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function colour(name: string): string {
  return property(name);
}
