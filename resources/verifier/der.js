// DER: the little that a seal's container, its certificate and its signature need.

function tlv(tag, ...parts) {
  const content = joined(...parts);
  return joined(Uint8Array.of(tag), lengthOf(content.length), content);
}

function lengthOf(length) {
  if (length < 0x80) return Uint8Array.of(length);
  const hex = length.toString(16);
  const bytes = fromHex(hex.length % 2 ? "0" + hex : hex);
  return joined(Uint8Array.of(0x80 | bytes.length), bytes);
}

// The element that begins at a place: its tag, the whole of it, and what is inside.
function readElement(bytes, start = 0) {
  const first = bytes[start + 1];
  if (first === undefined) throw new Error("cut");
  let length = first;
  let at = start + 2;
  if (first & 0x80) {
    const count = first & 0x7f;
    if (count < 1 || count > 4) throw new Error("length");
    length = 0;
    for (let index = 0; index < count; index += 1) length = length * 256 + (bytes[at + index] ?? NaN);
    at += count;
  }
  if (!(at + length <= bytes.length)) throw new Error("cut");
  return {
    tag: bytes[start],
    whole: bytes.subarray(start, at + length),
    inside: bytes.subarray(at, at + length),
    end: at + length,
  };
}

function readChildren(bytes) {
  const found = [];
  for (let at = 0; at < bytes.length; ) {
    const element = readElement(bytes, at);
    found.push(element);
    at = element.end;
  }
  return found;
}

// The element inside an element, by places: inner(e, 1, 0) is the first child of the second child.
function inner(bytes, ...places) {
  let element = readElement(bytes);
  for (const place of places) {
    element = readChildren(element.inside)[place];
    if (element === undefined) throw new Error("missing");
  }
  return element;
}

// r and s of a signature, 32 bytes each, as this browser wants them.
function rawSignature(der) {
  const whole = readElement(der);
  const parts = readChildren(whole.inside);
  if (whole.tag !== 0x30 || whole.end !== der.length || parts.length !== 2) throw new Error("form");
  const raw = joined(...parts.map(thirtyTwo));
  if (!sameBytes(derSignature(raw), der)) throw new Error("form");
  return raw;
}

function thirtyTwo(element) {
  let bytes = element.inside;
  while (bytes.length > 1 && bytes[0] === 0) bytes = bytes.subarray(1);
  if (element.tag !== 0x02 || bytes.length < 1 || bytes.length > 32) throw new Error("form");
  return joined(new Uint8Array(32 - bytes.length), bytes);
}

function derSignature(raw) {
  return tlv(0x30, derInteger(raw.subarray(0, 32)), derInteger(raw.subarray(32)));
}

function derInteger(bytes) {
  let shown = bytes;
  while (shown.length > 1 && shown[0] === 0) shown = shown.subarray(1);
  return shown[0] & 0x80 ? tlv(0x02, Uint8Array.of(0), shown) : tlv(0x02, shown);
}
