// Public keys: ECDSA on P-256, named by the SHA-256 of what is inside their PEM.

const ECDSA = { name: "ECDSA", namedCurve: "P-256" };
const SIGNING = { name: "ECDSA", hash: "SHA-256" };
const PEM_HEAD = "-----BEGIN PUBLIC KEY-----\n";
const PEM_FOOT = "-----END PUBLIC KEY-----\n";

async function keyOfInfo(info) {
  const key = await crypto.subtle.importKey("spki", info, ECDSA, true, ["verify"]);
  const again = new Uint8Array(await crypto.subtle.exportKey("spki", key));
  if (!sameBytes(again, info)) throw new Error("key");
  const digest = toHex(await sha256(info)).toUpperCase();
  return { key, info, plain: digest, fingerprint: digest.match(/../g).join(":") };
}

function pemOf(info) {
  return PEM_HEAD + toBase64(info).replace(/.{64}/g, "$&\n").replace(/\n?$/, "\n") + PEM_FOOT;
}

// A key in the one written form of PEM; throws otherwise.
async function keyOfPem(pem) {
  if (typeof pem !== "string" || !pem.startsWith(PEM_HEAD) || !pem.endsWith(PEM_FOOT)) {
    throw new Error("pem");
  }
  const middle = pem.slice(PEM_HEAD.length, -PEM_FOOT.length).replace(/\n/g, "");
  const found = await keyOfInfo(fromBase64(middle));
  if (pemOf(found.info) !== pem) throw new Error("pem");
  return found;
}

async function isSignedBy(data, raw, known) {
  return crypto.subtle.verify(SIGNING, known.key, raw, data);
}

function keyId(known) {
  return known.plain.slice(0, 16);
}
