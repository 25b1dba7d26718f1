// Reduces the size of a screenshot for the repository: 256 colours instead of 16 million, and better
// compression.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

function* chunksOf(png) {
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Returns the bytes of the pixels without line filters. */
function unfilter(raw, height, stride, step) {
  const pixels = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (stride + 1)];
    for (let at = 0; at < stride; at++) {
      const here = row * stride + at;
      const left = at >= step ? pixels[here - step] : 0;
      const up = row > 0 ? pixels[here - stride] : 0;
      const corner = row > 0 && at >= step ? pixels[here - stride - step] : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      pixels[here] = raw[row * (stride + 1) + 1 + at] + guess;
    }
  }
  return pixels;
}

function distance(a, b) {
  return (
    ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2
  );
}

/** Returns the colours of the palette: the most frequent ones that are not too close to each other. */
function paletteOf(counts) {
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour);
  for (let least = 300; ; least = least > 4 ? least / 2 : 0) {
    const palette = [];
    for (const colour of ranked) {
      if (palette.every((other) => distance(colour, other) > least)) palette.push(colour);
      if (palette.length === 256) return palette;
    }
    if (least === 0) return palette;
  }
}

/** Returns an 8-bit RGB or RGBA picture with at most 256 colours. */
export function shrinkPNG(png) {
  let header;
  const parts = [];
  for (const { type, data } of chunksOf(png)) {
    if (type === 'IHDR') header = data;
    if (type === 'IDAT') parts.push(data);
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const step = { 2: 3, 6: 4 }[header[9]];
  if (header[8] !== 8 || step === undefined || header[12] !== 0)
    throw new Error('not a plain 8-bit colour picture');
  const pixels = unfilter(inflateSync(Buffer.concat(parts)), height, width * step, step);
  const colourAt = (pixel) =>
    (pixels[pixel * step] << 16) | (pixels[pixel * step + 1] << 8) | pixels[pixel * step + 2];
  const counts = new Map();
  for (let pixel = 0; pixel < width * height; pixel++) {
    const colour = colourAt(pixel);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = paletteOf(counts);
  const index = new Map();
  for (const colour of counts.keys()) {
    let best = 0;
    for (let at = 1; at < palette.length; at++) {
      if (distance(colour, palette[at]) < distance(colour, palette[best])) best = at;
    }
    index.set(colour, best);
  }
  const lines = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++) {
    for (let at = 0; at < width; at++)
      lines[row * (width + 1) + 1 + at] = index.get(colourAt(row * width + at));
  }
  const head = Buffer.from(header);
  head[9] = 3;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk(
      'PLTE',
      Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
