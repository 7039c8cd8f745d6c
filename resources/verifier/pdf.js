// A sealed PDF: the seal must cover every byte but its own place; only what a known key sealed is
// then looked at for its number and time.

const LARGEST_PDF = 200 * 1024 * 1024;
const BYTE_RANGE = /\/ByteRange[\t-\r ]*\[[\t-\r ]*(\d{1,10})[\t-\r ]+(\d{1,10})[\t-\r ]+(\d{1,10})[\t-\r ]+(\d{1,10})[\t-\r ]*\]/g;

class Invalid extends Error {
  constructor(why) {
    super(why);
    this.why = why;
  }
}

// Whose seal holds over a file: {signer, text, place}; throws Invalid with the reason.
async function readSeal(bytes) {
  if (bytes.length > LARGEST_PDF) throw new Invalid("too_large");
  if (asLatin1(bytes.subarray(0, 5)) !== "%PDF-") throw new Invalid("not_a_pdf");
  const text = asLatin1(bytes);
  const range = byteRange(text);
  const [start, first, second, rest] = range.figures;
  if (start !== 0 || !(first < second) || second + rest !== bytes.length) {
    throw new Invalid("not_whole_file");
  }
  try {
    const container = containerIn(text.slice(first, second));
    const digest = await sha256(joined(bytes.subarray(0, first), bytes.subarray(second)));
    return { signer: await signerOf(container, digest), text, place: range.place };
  } catch {
    throw new Invalid("altered");
  }
}

function byteRange(text) {
  // Never all of them: a hostile file may hold millions.
  const every = text.matchAll(BYTE_RANGE);
  const found = every.next().value;
  if (found === undefined) throw new Invalid("not_sealed");
  if (!every.next().done) throw new Invalid("several_seals");
  return { figures: found.slice(1, 5).map(Number), place: found.index };
}

// The container from the only bytes that the digest leaves out: small hex digits, zeros after it.
function containerIn(gap) {
  if (!/^<(?:[0-9a-f]{2})+>$/.test(gap)) throw new Error("form");
  const padded = fromHex(gap.slice(1, -1));
  const length = 4 + padded[2] * 256 + padded[3];
  if (padded[0] !== 0x30 || padded[1] !== 0x82 || !(length <= padded.length)) throw new Error("form");
  if (padded.subarray(length).some((byte) => byte !== 0)) throw new Error("form");
  return padded.subarray(0, length);
}

async function signerOf(container, digest) {
  const { certificate, signature } = await takeApart(container, digest);
  const signer = await keyOfInfo(partsOfCertificate(certificate).publicKey);
  const signed = tlv(0x31, await signedAttributes(certificate, digest));
  if (!(await isSignedBy(signed, rawSignature(signature), signer))) throw new Error("signature");
  return signer;
}

// Number and time of a file whose seal holds; null for what it does not say.
function numberAndTime(text, place) {
  return { number: certificateNumber(text), at: sealedAt(text, place) };
}

function certificateNumber(text) {
  const tail = text.lastIndexOf("startxref");
  const offset = Number((/^startxref\s+(\d{1,10})\s/.exec(text.slice(tail, tail + 40)) || [])[1]);
  const tables = xrefTables(text, offset);
  const info = tables.length ? tables[0].trailer.Info : undefined;
  const named = /^(\d+) (\d+) R$/.exec(info || "");
  if (!named) return null;
  const table = tables.find((one) => one.places.has(Number(named[1])));
  if (!table) return null;
  const body = dictionaryAt(text, table.places.get(Number(named[1])));
  return certificateCode(body.Subject);
}

// The tables of a file, the newest first, each with its trailer.
function xrefTables(text, offset) {
  const tables = [];
  const seen = new Set();
  for (let at = offset; Number.isInteger(at) && !seen.has(at); ) {
    seen.add(at);
    const table = xrefTable(text, at);
    if (table === null) break;
    tables.push(table);
    at = table.trailer.Prev === undefined ? NaN : Number(table.trailer.Prev);
  }
  return tables;
}

function xrefTable(text, offset) {
  if (!text.startsWith("xref", offset)) return null;
  const places = new Map();
  const line = /\s*(\d+) (\d+)(?: ([nf]))?\s*?(?=[\r\n])|\s*trailer/y;
  line.lastIndex = offset + 4;
  let number = 0;
  for (let found = line.exec(text); found; found = line.exec(text)) {
    if (found[1] === undefined) return { places, trailer: dictionaryAt(text, line.lastIndex) };
    if (found[3] === undefined) number = Number(found[1]);
    else if (found[3] === "n") places.set(number++, Number(found[1]));
    else number += 1;
  }
  return null;
}

// The texts, names and references of the dictionary that begins soon after a place.
function dictionaryAt(text, place) {
  const open = text.indexOf("<<", place);
  const found = {};
  if (open < 0 || open - place > 40) return found;
  const token = /\s*(\((?:[^()\\]|\\[^])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\/[^\s<>[\]()/%]*|\[|\]|[^\s<>[\]()/%]+)/y;
  token.lastIndex = open + 2;
  let depth = 0;
  let key = null;
  for (let part = token.exec(text); part; part = token.exec(text)) {
    const word = part[1];
    if (word === ">>" && depth === 0) break;
    if (word === "<<" || word === "[") depth += 1;
    else if (word === ">>" || word === "]") {
      depth -= 1;
      if (depth === 0) key = null;
    } else if (depth > 0) continue;
    else if (key === null) key = word.slice(1);
    else if (/^\d+$/.test(word)) {
      const reference = /^\s+\d+\s+R\b/.exec(text.slice(token.lastIndex, token.lastIndex + 20));
      found[key] = reference ? word + " 0 R" : word;
      if (reference) token.lastIndex += reference[0].length;
      key = null;
    } else {
      found[key] = word.startsWith("(") ? plainText(word.slice(1, -1)) : word;
      key = null;
    }
  }
  return found;
}

function plainText(written) {
  return written.replace(/\\([0-7]{1,3})|\\([^])/g, (_all, octal, other) =>
    octal === undefined ? other : String.fromCharCode(parseInt(octal, 8)),
  );
}

// The time that the seal's own dictionary states, as UTC text.
function sealedAt(text, place) {
  const start = text.lastIndexOf(" obj", place);
  const stated = start < 0 ? undefined : dictionaryAt(text, start).M;
  const found = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(stated || "");
  if (!found) return null;
  const [, year, month, day, hour, minute, second] = found;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

// The number of a certificate with its two check digits (ISO 7064 mod 97-10), or null.
function certificateCode(text) {
  const plain = String(text ?? "").replace(/\s/g, "").toUpperCase();
  return isCode(plain, "TT") ? plain : null;
}

function isCode(text, kind) {
  if (typeof text !== "string" || !/^[A-Z]{2}[0-9]{10}$/.test(text) || !text.startsWith(kind)) {
    return false;
  }
  const digits = text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return Array.from(digits).reduce((sum, digit) => (sum * 10 + Number(digit)) % 97, 0) === 1;
}
