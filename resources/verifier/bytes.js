// Bytes and texts: what is compared, searched and written in one form.

const utf8 = new TextEncoder();

function bytesOf(text) {
  return utf8.encode(text);
}

function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function sameBytes(one, other) {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

// One character per byte, so that patterns can be looked for in any file.
function asLatin1(bytes) {
  const pieces = [];
  for (let at = 0; at < bytes.length; at += 32768) {
    pieces.push(String.fromCharCode.apply(null, bytes.subarray(at, at + 32768)));
  }
  return pieces.join("");
}

function fromLatin1(text) {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function toHex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fromHex(text) {
  return Uint8Array.from(text.match(/../g) || [], (pair) => parseInt(pair, 16));
}

function toBase64(bytes) {
  return btoa(asLatin1(bytes));
}

function fromBase64(text) {
  return fromLatin1(atob(text));
}

async function sha256(bytes) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

// JSON as the workshop signs it: keys sorted, no spaces, ASCII only.
function canonical(value) {
  return JSON.stringify(sorted(value)).replace(
    /[\u007f-\uffff]/g,
    (character) => "\\u" + character.charCodeAt(0).toString(16).padStart(4, "0"),
  );
}

// What nobody reads, nobody may add: the names of the members, in order, with commas between.
function hasOnly(body, keys) {
  return Object.keys(body).sort().join() === keys;
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
