// Integers as postcard writes them, in texts of one character a byte: seven bits a byte, the lowest first.

/** An unsigned integer. */
export function varint(number) {
  let text = "";
  let rest = number;
  for (; rest >= 128; rest = Math.floor(rest / 128)) text += String.fromCharCode((rest % 128) + 128);
  return text + String.fromCharCode(rest);
}

/** The unsigned integer at `from.at` of `from.text`; what is read is passed over. */
export function varintAt(from) {
  let number = 0;
  for (let factor = 1; ; factor *= 128) {
    const byte = from.text.charCodeAt(from.at++);
    number += (byte & 127) * factor;
    // Of what lies behind the end there is no bit.
    if (!(byte & 128)) return number;
  }
}

/** A signed integer, not negative. */
export const positive = (number) => varint(number * 2);
