// The compact statement that a QR carries: text to content and signature, content to its parts.

const MARK = "SERKUT1";
const LONGEST_TEXT = 20000;
const HIGHEST_NUMBER = 1e9;
const STATEMENT_PREFIX = "serkut-desk statement 1\n";
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
// What any program that reads our texts takes for white space.
const WHITE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const STATEMENT_KEYS = {
  named: "a,d,k,l,m,n,s,t,v,w",
  counted: "a,d,k,l,n,s,t,v,w,x,y",
  lot: "a,c,d,h,k,l,n,s,t,v,w",
};

function withoutWhite(text) {
  return text.replace(WHITE, "");
}

function looksLikeStatement(text) {
  const plain = withoutWhite(text);
  return text.length <= LONGEST_TEXT && /^[\x00-\x7f]*$/.test(plain) && plain.toUpperCase().startsWith(MARK);
}

function readText(text) {
  const body = withoutWhite(text).toUpperCase().slice(MARK.length);
  if (!/^[A-Z2-7]+$/.test(body)) throw new Error("form");
  const whole = fromBase32(body);
  if (whole.length <= 64 || toBase32(whole) !== body) throw new Error("form");
  return { signature: whole.slice(0, 64), content: whole.slice(64) };
}

function fromBase32(text) {
  const found = new Uint8Array(Math.floor((text.length * 5) / 8));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const character of text) {
    held = (held << 5) | ALPHABET.indexOf(character);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      found[at++] = held >> bits;
      held &= (1 << bits) - 1;
    }
  }
  return found;
}

function toBase32(bytes) {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[held >> bits];
      held &= (1 << bits) - 1;
    }
  }
  return bits ? text + ALPHABET[held << (5 - bits)] : text;
}

// The statement in a content; throws when it is not exactly one of version 1.
function statementOf(content) {
  const text = asLatin1(content);
  const body = JSON.parse(text);
  if (canonical(body) !== text) throw new Error("form");
  const form = body.t === "lot" ? "lot" : "m" in body ? "named" : "counted";
  if (!hasOnly(body, STATEMENT_KEYS[form]) || body.v !== 1) throw new Error("keys");
  if (!["device", "medium", "lot"].includes(body.t)) throw new Error("kind");
  const checks = [
    isCode(body.n, "TT"),
    form === "lot" ? isText(body.d) : isCode(body.d, "SD"),
    isText(body.s),
    isCode(body.l, "ER"),
    isMoment(body.a),
    isText(body.w),
    /^[0-9A-F]{16}$/.test(body.k) && isText(body.k),
    form !== "named" || (Array.isArray(body.m) && body.m.every(isStatedMedium)),
    form !== "counted" || (isHash(body.x) && isCount(body.y)),
    form !== "lot" || (isHash(body.h) && isCount(body.c)),
  ];
  if (!checks.every(Boolean)) throw new Error("values");
  return body;
}

function isStatedMedium(row) {
  return (
    Array.isArray(row) &&
    row.length === 3 &&
    isText(row[0]) &&
    EMBEDDED.kinds.includes(row[1]) &&
    ["c", "p", "d"].includes(row[2])
  );
}

function isText(value) {
  return typeof value === "string";
}

function isHash(value) {
  return isText(value) && /^[0-9a-f]{64}$/.test(value);
}

function isCount(value) {
  return Number.isInteger(value) && value >= 0 && value <= HIGHEST_NUMBER;
}

// An instant that exists, written in whole seconds of UTC.
function isMoment(value) {
  if (!isText(value) || !/^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 19) + "Z" === value;
}
